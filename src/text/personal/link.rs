//! Web addresses in a text: numbers in them name pages and files, not people.
//!
//! An address begins with `scheme://`, `www.` or `host.name/`, or is an absolute or relative path
//! (`/a/1`, `../a`) with letters. It ends at a space, quote, bracket, comma, semicolon or
//! character beyond ASCII. Numbers are still found in named parameters of the query (`?tel=`), and
//! valid identity numbers everywhere. `tel:` and mail addresses do not count: their numbers are personal.

use std::ops::Range;

/// Maximum length of a parameter name in bytes.
const LONGEST_NAME: usize = 24;

/// Ranges of the web addresses in a text, in order.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut links = Vec::new();
    let mut start = 0;
    for token in text.split_inclusive(ends) {
        let bare = token.trim_end_matches(ends);
        let free = !text[..start].ends_with(char::is_alphanumeric);
        if let Some(from) = address(bare, free) {
            links.push(start + from..start + bare.len());
        }
        start += token.len();
    }
    links
}

/// Whether a character ends an address.
fn ends(character: char) -> bool {
    !character.is_ascii_graphic() || "\"'`<>()[]{}|\\,;".contains(character)
}

/// The position in a token at which an address begins; `free` if no word precedes the token directly.
fn address(token: &str, free: bool) -> Option<usize> {
    if let Some(colon) = token.find("://") {
        let scheme = token[..colon].trim_end_matches(|it: char| it.is_ascii_alphabetic());
        return Some(scheme.len());
    }
    if let Some(host) = token.find("www.") {
        return Some(host);
    }
    let slash = token.find('/')?;
    let (head, path) = token.split_at(slash);
    let from_root = free && matches!(head, "" | "." | "..") && has_letter(path);
    (from_root || is_host(head)).then_some(0)
}

/// Whether a text looks like `example.gov.cn`, with or without a port.
fn is_host(head: &str) -> bool {
    let name = head.split(':').next().unwrap_or(head);
    let Some((_, top)) = name.rsplit_once('.') else {
        return false;
    };
    top.len() > 1 && top.bytes().all(|it| it.is_ascii_alphabetic()) && !head.contains('@')
}

/// Whether the number at a position in an address is the value of a parameter such as `tel` or `card`.
pub(super) fn is_named(text: &str, start: usize) -> bool {
    const NAMES: [&str; 9] = ["tel", "phone", "mobile", "card", "idno", "shouji", "sjh", "lxdh", "dianhua"];
    let Some(before) = text[..start].strip_suffix('=') else { return false };
    let from = before.floor_char_boundary(before.len().saturating_sub(LONGEST_NAME));
    let name = before[from..].rsplit(['?', '&', ';', '#']).next().unwrap_or_default().to_ascii_lowercase();
    NAMES.iter().any(|known| name.contains(known))
}

fn has_letter(path: &str) -> bool {
    path.bytes().any(|byte| byte.is_ascii_alphabetic())
}
