//! CSS: what it loads from elsewhere.

use crate::message;
use crate::read::attached::found::Found;
use crate::text::message::Message;

/// Notes what a style loads or runs.
pub fn check(style: &str, found: &mut Found) {
    let style = plain(style);
    if style.contains("@import")
        || style.contains("image-set(")
        || addresses(&style).any(|address| !is_own(address))
    {
        found.active("", outside());
    }
    if ["expression(", "behavior:", "-moz-binding", "javascript:"].iter().any(|word| style.contains(word)) {
        found.active("", message!("样式里的程序", "a program in a style"));
    }
}

/// Whether an address is a picture of pixels that stands in the file itself.
pub fn is_image(address: &str) -> bool {
    ["png", "jpeg", "jpg", "gif", "webp", "bmp"].iter().any(|kind| {
        let rest = address.strip_prefix("data:image/").and_then(|rest| rest.strip_prefix(kind));
        rest.is_some_and(|rest| rest.starts_with([';', ',']))
    })
}

fn is_own(address: &str) -> bool {
    address.is_empty() || address.starts_with('#') || is_image(address)
}

/// The addresses in `url(…)`.
fn addresses(style: &str) -> impl Iterator<Item = &str> {
    style
        .split("url(")
        .skip(1)
        .map(|rest| rest.trim_start_matches(['"', '\'']).split(['"', '\'', ')']).next().unwrap_or_default())
}

/// A style in small letters, without comments, white space and escapes.
fn plain(style: &str) -> String {
    let mut plain = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(character) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        rest = &rest[character.len_utf8()..];
        if character == '\\' {
            let digits = rest.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
            let escaped = u32::from_str_radix(&rest[..digits], 16).ok().and_then(char::from_u32);
            plain.extend(escaped.into_iter().flat_map(char::to_lowercase));
            rest = &rest[digits..];
            if digits > 0 {
                rest = rest.strip_prefix([' ', '\t', '\n']).unwrap_or(rest);
            }
        } else if !character.is_whitespace() {
            plain.extend(character.to_lowercase());
        }
    }
    plain
}

/// Remark about a reference to a file elsewhere.
pub(super) fn outside() -> Message {
    message!("引用外部内容", "a reference to something outside of the file")
}

#[cfg(test)]
mod tests {
    use super::{is_image, plain};

    #[test]
    fn a_style_hides_nothing_behind_escapes_and_comments() {
        assert_eq!(plain(r"background: U\52 L(/**/'x')"), "background:url('x')");
        assert_eq!(plain(r"@\69mport x"), "@importx");
        assert!(is_image("data:image/png;base64,AA") && !is_image("data:image/svg+xml,<svg>"));
    }
}
