//! Links: between pages, so that a site works under any path and from a folder on disk; and addresses in a text.

use std::ops::Range;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What may stand unescaped in a path of a link (RFC 3986 unreserved, and the slash).
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The schemes of links that open nothing but a page, a letter or a call.
const HARMLESS: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The scheme of a link; `None` for a relative one.
#[must_use]
pub fn scheme(url: &str) -> Option<&str> {
    let start = url.split(['/', '?', '#']).next()?;
    start.split_once(':').map(|(scheme, _)| scheme)
}

/// Whether a public page may have a link with this address: a relative one, or one with a harmless scheme.
#[must_use]
pub fn is_harmless(url: &str) -> bool {
    scheme(url).is_none_or(|scheme| HARMLESS.iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

/// The link that leads from one page to another; both are paths below the same folder, with `/`.
#[must_use]
pub fn relative(from: &str, to: &str) -> String {
    let same = from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
    // A name that is the same only as far as it goes is another name.
    let shared = from.as_bytes()[..same].iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1);
    let mut link = "../".repeat(from[shared..].matches('/').count());
    link.extend(utf8_percent_encode(&to[shared..], PATH));
    link
}

/// The address of a relative link that stands in a folder; `folder` is that folder's address, with `/` at its end.
#[must_use]
pub fn joined(folder: &str, link: &str) -> String {
    let mut folder = folder.trim_end_matches('/');
    let mut rest = link;
    while let Some(inner) = rest.strip_prefix("../") {
        folder = folder.rsplit_once('/').map_or(folder, |(outer, _)| outer);
        rest = inner;
    }
    format!("{folder}/{}", rest.strip_prefix("./").unwrap_or(rest))
}

/// A path with `/` as it stands in an address.
#[must_use]
pub fn encoded(path: &str) -> String {
    utf8_percent_encode(path, PATH).collect()
}

/// How web and mail addresses begin.
const SIGNS: [&str; 4] = ["http://", "https://", "www.", "mailto:"];

/// Where web and mail addresses stand in a text; marks and digits in them are no marks of the paper.
#[must_use]
pub fn addresses(text: &str) -> Vec<Range<usize>> {
    let ends = |c: char| c.is_whitespace() || "，。；、：！？）》”’】〉".contains(c);
    let mut found = Vec::new();
    // A sign is looked for again only once its last place was passed: else a text full of one would be searched to
    // its end for the others each time.
    let mut next = SIGNS.map(|sign| text.find(sign));
    while let Some(start) = next.iter().copied().flatten().min() {
        let length = text[start..].find(ends).unwrap_or(text.len() - start);
        let end = start + length;
        found.push(start..end);
        for (sign, next) in SIGNS.iter().zip(&mut next) {
            if next.is_some_and(|at| at < end) {
                *next = text[end..].find(sign).map(|at| end + at);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{addresses, relative};

    #[test]
    fn only_harmless_links_stay() {
        for url in ["a/b.html", "#x", "https://www.gov.cn/", "mailto:a@b.cn", "a/b:c", "?a:b"] {
            assert!(super::is_harmless(url), "{url}");
        }
        for url in ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "vbscript:x"] {
            assert!(!super::is_harmless(url), "{url}");
        }
    }

    #[test]
    fn addresses_end_at_a_chinese_mark() {
        let text = "见https://a.cn/b,c?d=1，或 www.gov.cn 查询";
        let found: Vec<&str> = addresses(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["https://a.cn/b,c?d=1", "www.gov.cn"]);
    }

    #[test]
    fn a_relative_link_joins_its_folder() {
        assert_eq!(super::joined("https://a.cn/b/c/", "../d.html#x"), "https://a.cn/b/d.html#x");
        assert_eq!(super::joined("https://a.cn/b/", "./files/e.pdf"), "https://a.cn/b/files/e.pdf");
    }

    #[test]
    fn climbs_only_as_far_as_needed() {
        assert_eq!(relative("index.html", "a/index.html"), "a/index.html");
        assert_eq!(relative("a/b/index.html", "index.html"), "../../index.html");
        assert_eq!(relative("a/b/index.html", "a/c/index.html"), "../c/index.html");
        assert_eq!(relative("a/b/index.html", "a/b/表.xlsx"), "%E8%A1%A8.xlsx");
        assert_eq!(relative("a/index.html", "b/index.html"), "../b/index.html");
    }
}
