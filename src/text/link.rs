//! Links between pages, relative so that a site works under any path and from disk; and web addresses in a text.

use std::ops::Range;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Characters that stay unescaped in the path of a link (RFC 3986 unreserved, and the slash).
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Schemes that only open a page, a mail or a call, and cannot run a script.
const HARMLESS: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The scheme of a link; `None` for a relative link.
#[must_use]
pub fn scheme(url: &str) -> Option<&str> {
    let start = url.split(['/', '?', '#']).next()?;
    start.split_once(':').map(|(scheme, _)| scheme)
}

/// Whether a public page may link to this address: it is relative or has a harmless scheme.
#[must_use]
pub fn is_harmless(url: &str) -> bool {
    scheme(url).is_none_or(|scheme| HARMLESS.iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

/// The relative link from one page to another; both are paths below one folder, with `/`.
#[must_use]
pub fn relative(from: &str, to: &str) -> String {
    let same = from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
    // Only whole folder names count as shared: `ab/` and `abc/` share none.
    let shared = from.as_bytes()[..same].iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1);
    let mut link = "../".repeat(from[shared..].matches('/').count());
    link.extend(utf8_percent_encode(&to[shared..], PATH));
    link
}

/// Resolves a relative link against the address of a folder, which ends with `/`.
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

/// A path with `/`, percent-encoded.
#[must_use]
pub fn encoded(path: &str) -> String {
    utf8_percent_encode(path, PATH).collect()
}

/// Beginnings of web and mail addresses.
const PREFIXES: [&str; 4] = ["http://", "https://", "www.", "mailto:"];

/// Ranges of web and mail addresses in a text; wording rules ignore marks and digits in them.
#[must_use]
pub fn addresses(text: &str) -> Vec<Range<usize>> {
    let ends = |c: char| c.is_whitespace() || "，。；、：！？）》”’】〉".contains(c);
    let mut found = Vec::new();
    // Each prefix is searched again only after its last hit was passed; otherwise a text full of one prefix would be
    // searched to the end for the others at every hit, in quadratic time.
    let mut next = PREFIXES.map(|sign| text.find(sign));
    while let Some(start) = next.iter().copied().flatten().min() {
        let length = text[start..].find(ends).unwrap_or(text.len() - start);
        let end = start + length;
        found.push(start..end);
        for (sign, next) in PREFIXES.iter().zip(&mut next) {
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
