//! Changes of single fields in the head of a Markdown file; everything else keeps its bytes.

use std::cell::RefCell;
use std::ops::Range;

use crate::diagnostic::Report;
use crate::read::yaml::tree::{Kind, Node};
use crate::read::yaml::{frontmatter, parse};
use crate::source::{FileId, offset};

/// A field with its new value; `None` to remove its line.
pub type NewField<'f> = (&'f str, Option<&'f str>);

/// The text with other values of some fields. New ones stand behind the field before them in the list, or else at the end
/// of the head. `None` if the head cannot be read.
#[must_use]
pub fn set_fields(text: &str, fields: &[NewField<'_>]) -> Option<String> {
    let head = frontmatter::split(text)?.fields;
    let base = offset(text, head);
    let node = parse(FileId(0), head, base, &RefCell::new(Report::default()))?;
    let Kind::Record(entries) = &node.kind else { return None };
    let line_end = if head.contains("\r\n") { "\r\n" } else { "\n" };
    let first = entries.first()?.0.span.range().start;
    let indent = &text[line_of(text, first..first).start..first];
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut last = base + head.len();
    for (key, value) in fields {
        let found = entries.iter().find(|(name, _)| name.text() == Some(key)).map(|entry| place(text, entry));
        let edit = match (found, value) {
            (Some(range), Some(value)) => {
                last = line_of(text, range.clone()).end;
                (range, format!("{key}: {value}"))
            }
            (Some(range), None) => (line_of(text, range), String::new()),
            (None, Some(value)) => (last..last, format!("{indent}{key}: {value}{line_end}")),
            (None, None) => continue,
        };
        edits.push(edit);
    }
    // The sort is stable: lines that are added at one place keep their order.
    edits.sort_by_key(|(range, _)| range.start);
    let mut set = text.to_owned();
    for (range, new) in edits.into_iter().rev() {
        set.replace_range(range, &new);
    }
    Some(set)
}

/// A field from the first byte of its key to the last of its value, or to the colon where there is no value.
fn place(text: &str, (key, value): &(Node<'_>, Node<'_>)) -> Range<usize> {
    let (start, end) = (key.span.range().start, key.span.range().end);
    if value.is_blank() && value.span.range().is_empty() {
        let colon = text[end..].find(':').map_or(end, |at| end + at + 1);
        return start..colon;
    }
    start..value.span.range().end.max(end)
}

/// The whole lines of a range, the last one with its line end.
pub(super) fn line_of(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at + 1);
    start..end
}

#[cfg(test)]
mod tests {
    use super::set_fields;

    const PUBLIC: [(&str, Option<&str>); 2] =
        [("公开", Some("true")), ("发布日期", Some("2024-10-08 09:30"))];
    const INTERNAL: [(&str, Option<&str>); 2] = [("公开", Some("false")), ("发布日期", None)];

    fn set(head: &str, fields: &[(&str, Option<&str>)]) -> String {
        let text = set_fields(&format!("---\n{head}---\n公开: 甲\n"), fields).unwrap();
        text.strip_prefix("---\n").unwrap().strip_suffix("---\n公开: 甲\n").unwrap().to_owned()
    }

    #[test]
    fn a_field_is_changed_where_it_stands() {
        assert_eq!(
            set("公开: false  # 待核\n状态: 正在推进\n", &PUBLIC),
            "公开: true  # 待核\n发布日期: 2024-10-08 09:30\n状态: 正在推进\n"
        );
        assert_eq!(
            set("发布日期: '2023-01-01'\n\"公开\": \"false\" # 甲\n", &PUBLIC),
            "发布日期: 2024-10-08 09:30\n公开: true # 甲\n"
        );
        assert_eq!(
            set("公开:\n发布日期: \n状态: 甲\n", &PUBLIC),
            "公开: true\n发布日期: 2024-10-08 09:30 \n状态: 甲\n"
        );
    }

    #[test]
    fn a_new_field_stands_behind_the_one_before_it_or_at_the_end() {
        assert_eq!(set("状态: 甲\n", &PUBLIC), "状态: 甲\n公开: true\n发布日期: 2024-10-08 09:30\n");
        assert_eq!(set("  状态: 甲\n", &PUBLIC), "  状态: 甲\n  公开: true\n  发布日期: 2024-10-08 09:30\n");
        assert_eq!(
            set_fields("---\r\n状态: 甲\r\n---\r\n", &PUBLIC).unwrap(),
            "---\r\n状态: 甲\r\n公开: true\r\n发布日期: 2024-10-08 09:30\r\n---\r\n"
        );
    }

    #[test]
    fn a_removed_field_takes_its_line_with_it() {
        let head = "公开: true\n发布日期: 2024-10-08 # 甲\n状态: 甲\n";
        assert_eq!(set(head, &INTERNAL), "公开: false\n状态: 甲\n");
        assert_eq!(set("状态: 甲\n", &INTERNAL), "状态: 甲\n公开: false\n");
    }

    #[test]
    fn a_head_that_cannot_be_read_stays_as_it_is() {
        for text in ["", "正文", "---\n- 甲\n---\n", "---\n公开: [\n---\n"] {
            assert_eq!(set_fields(text, &PUBLIC), None, "{text:?}");
        }
    }
}
