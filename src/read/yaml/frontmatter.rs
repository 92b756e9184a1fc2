//! The fields between two lines `---` at the head of a Markdown file.

/// A Markdown file in its two parts; both are slices of the file's text.
pub struct Parts<'s> {
    /// The YAML between the lines.
    pub fields: &'s str,
    /// The text below the fields, without leading and trailing blank lines.
    pub body: &'s str,
}

/// Takes a file apart. `None` when it does not begin with `---` or the fields are never closed.
pub fn split(text: &str) -> Option<Parts<'_>> {
    let after_open = text.strip_prefix("---")?;
    let (rest_of_line, fields_on) = after_open.split_once('\n')?;
    if !rest_of_line.trim().is_empty() {
        return None;
    }
    let mut at = 0;
    for line in fields_on.split_inclusive('\n') {
        if line.trim_end() == "---" {
            let fields = &fields_on[..at];
            return Some(Parts { fields, body: fields_on[at + line.len()..].trim() });
        }
        at += line.len();
    }
    None
}

/// The fields and the text of a Markdown file, as slices of it. `None` of a file without fields.
#[must_use]
pub fn front_matter(text: &str) -> Option<(&str, &str)> {
    split(text).map(|parts| (parts.fields, parts.body))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn takes_fields_and_body_apart() {
        let parts = split("---\r\n标题: 甲\r\n---\r\n\r\n正文。\r\n").unwrap();
        assert_eq!((parts.fields, parts.body), ("标题: 甲\r\n", "正文。"));
        assert!(split("---\n---").is_some_and(|parts| parts.fields.is_empty() && parts.body.is_empty()));
    }

    #[test]
    fn fields_have_to_be_opened_and_closed() {
        for text in ["", "正文", "---", "---\n标题: 甲\n", "--- 标题\n---\n", "----\n---\n"] {
            assert!(split(text).is_none(), "{text:?}");
        }
    }
}
