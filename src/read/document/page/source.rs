//! The text of a page, whose encoding its own head may name.

use encoding_rs::{Encoding, GB18030};

use crate::read::document::fault::{Fault, Problem};
use crate::text::encoding::{self, decode};

/// How far into a page the name of its encoding stands.
const HEAD: usize = 4_096;

/// The text of a page. UTF-8 is known by itself; browsers that save a page in UTF-8 leave the old name in its head.
pub fn decoded(bytes: &[u8]) -> Result<String, Fault> {
    let decoded = decode(bytes.to_vec());
    if !matches!(decoded.fault, Some(encoding::Fault::Unknown(_))) {
        return Ok(decoded.text);
    }
    // A few damaged letters are no reason to refuse a page that says in which encoding it is.
    let encoding = named(bytes).ok_or(Problem::Encoding)?;
    Ok(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// The encoding that the head of a page names.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let rest = &head[head.find("charset")? + "charset".len()..];
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || "='\"".contains(c));
    let label: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
    let encoding = Encoding::for_label(label.as_bytes())?;
    // The superset of GBK and GB2312, which pages name and exceed.
    Some(if encoding.name() == "GBK" { GB18030 } else { encoding })
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn the_head_names_the_encoding() {
        let page = |charset: &str| {
            format!("<meta http-equiv=Content-Type content=\"text/html; charset={charset}\">甲乙")
        };
        let gbk = encoding_rs::GBK.encode(&page("gb2312")).0.into_owned();
        assert_eq!(decoded(&gbk).unwrap(), page("gb2312"));
        assert_eq!(decoded(page("gb2312").as_bytes()).unwrap(), page("gb2312"));
        let damaged = [&gbk[..], b"\xFF\xFF<p>"].concat();
        assert!(decoded(&damaged).unwrap().contains("甲乙"));
        let big5 = encoding_rs::BIG5.encode(&page("big5")).0.into_owned();
        assert_eq!(decoded(&big5).unwrap(), page("big5"));
        assert!(decoded(b"<p>\xFF\xFE\xFD\xFC").is_err());
    }
}
