//! New entries of files: a field that is missing, a reason of 放行, an office of the register.
//!
//! Only texts in which the place of the entry is certain are changed; callers check the result as a whole.

use std::cell::RefCell;

use crate::diagnostic::Report;
use crate::read::yaml::set::{line_of, set_fields};
use crate::read::yaml::tree::{Kind, Node};
use crate::read::yaml::{frontmatter, parse};
use crate::source::{FileId, offset};

/// The text of a Markdown file with a value of a field of its head. `None` if the head cannot be read.
#[must_use]
pub fn fill_field(text: &str, key: &str, value: &str) -> Option<String> {
    set_fields(text, &[(key, Some(&scalar(value)))])
}

/// The text of a notice with a reason why a kind of finding is accepted. `None` if 放行 is not written line by line.
#[must_use]
pub fn add_acceptance(text: &str, code: &str, reason: &str) -> Option<String> {
    const KEY: &str = "放行";
    let head = frontmatter::split(text)?.fields;
    let entry = format!("{code}: {}", scalar(reason));
    let node = tree(head, offset(text, head))?;
    let Kind::Record(fields) = &node.kind else { return None };
    let Some((key, accepted)) = fields.iter().find(|(key, _)| key.text() == Some(KEY)) else {
        let line_end = if head.contains("\r\n") { "\r\n" } else { "\n" };
        let set = set_fields(text, &[(KEY, Some(&format!("{line_end}  {entry}")))])?;
        return Some(set.replacen(&format!("{KEY}: {line_end}"), &format!("{KEY}:{line_end}"), 1));
    };
    let Kind::Record(kinds) = &accepted.kind else { return None };
    let (first, last) = (kinds.first()?.0.span.range(), kinds.last()?.1.span.range());
    let start = line_of(text, first.clone()).start;
    let indent = &text[start..first.start];
    if key.span.range().start >= start || !indent.trim().is_empty() {
        return None;
    }
    Some(insert(text, line_of(text, last).end, &format!("{indent}{entry}")))
}

/// The text of a register with one more office.
#[must_use]
pub fn add_office(text: &str, name: &str, aliases: &[String]) -> Option<String> {
    const KEY: &str = "股室";
    let entry = if aliases.is_empty() {
        within_braces(name)
    } else {
        let aliases: Vec<String> = aliases.iter().map(|alias| within_braces(alias)).collect();
        format!("{{名称: {}, 别名: [{}]}}", within_braces(name), aliases.join(", "))
    };
    let node = tree(text, 0)?;
    let Kind::Record(fields) = &node.kind else { return None };
    let Some((_, offices)) = fields.iter().find(|(key, _)| key.text() == Some(KEY)) else {
        return Some(insert(text, text.len(), &format!("{KEY}:\n  - {entry}")));
    };
    let Kind::List(offices_listed) = &offices.kind else { return None };
    let whole = offices.span.range();
    if text.get(whole.clone())?.starts_with('[') {
        let end = whole.start + text[whole.clone()].rfind(']')?;
        let comma = if offices_listed.is_empty() { "" } else { ", " };
        return Some(format!("{}{comma}{entry}{}", &text[..end], &text[end..]));
    }
    let (first, last) = (offices_listed.first()?.span.range(), offices_listed.last()?.span.range());
    let dash = text[..first.start].rfind('-')?;
    let indent = &text[line_of(text, first).start..dash];
    if !indent.trim().is_empty() {
        return None;
    }
    let end = last.start + text[last.clone()].trim_end().len();
    Some(insert(text, line_of(text, end..end).end, &format!("{indent}- {entry}")))
}

/// A value on one line that may stand between braces, where a comma would end it.
fn within_braces(value: &str) -> String {
    let plain = scalar(value);
    let is_parted = !plain.starts_with(['\'', '"']) && plain.contains([',', '[', ']', '{', '}']);
    if is_parted { format!("'{}'", plain.replace('\'', "''")) } else { plain }
}

/// A value on one line, in quotes where YAML needs them.
fn scalar(value: &str) -> String {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    // A text cannot fail to be written. One that looks like a number or a day is read as the text that it is.
    let plain =
        value.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ':' | ' ')) && !value.ends_with(':');
    if plain { value } else { serde_yaml::to_string(&value).unwrap_or_default().trim_end().to_owned() }
}

fn tree(text: &str, base: usize) -> Option<Node<'_>> {
    parse(FileId(0), text, base, &RefCell::new(Report::default()))
}

/// Inserts a line at the beginning of another one, or at the end of the text.
fn insert(text: &str, at: usize, line: &str) -> String {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (before, after) = text.split_at(at);
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { line_end };
    format!("{before}{gap}{}{line_end}{after}", line.replace('\n', line_end))
}

#[cfg(test)]
mod tests {
    use super::{add_acceptance, add_office, fill_field};

    #[test]
    fn a_field_is_filled_with_a_value_of_one_line() {
        let fill = |value| fill_field("---\n标题: 甲\n---\n正文\n", "发布日期", value).unwrap();
        assert_eq!(fill("2024-08-01 10:00"), "---\n标题: 甲\n发布日期: 2024-08-01 10:00\n---\n正文\n");
        assert_eq!(fill("甲: 乙\n---\n丙"), "---\n标题: 甲\n发布日期: '甲: 乙 --- 丙'\n---\n正文\n");
        assert_eq!(fill("[甲"), "---\n标题: 甲\n发布日期: '[甲'\n---\n正文\n");
        assert_eq!(fill_field("正文", "标题", "甲"), None);
    }

    #[test]
    fn a_reason_is_added_to_the_others() {
        let add = |head: &str| add_acceptance(&format!("---\n{head}---\n正文\n"), "D002", "经 # 审定");
        let all = |head: &str| Some(format!("---\n{head}---\n正文\n"));
        assert_eq!(add("标题: 甲\n"), all("标题: 甲\n放行:\n  D002: '经 # 审定'\n"));
        assert_eq!(
            add("放行:\n    W001: 甲 # 乙\n标题: 甲\n"),
            all("放行:\n    W001: 甲 # 乙\n    D002: '经 # 审定'\n标题: 甲\n")
        );
        assert_eq!(add("放行: {W001: 甲}\n"), None);
        assert_eq!(add("放行: 甲\n"), None);
    }

    #[test]
    fn an_office_stands_behind_the_others() {
        let add = |text: &str| add_office(text, "法规股", &[]).unwrap();
        assert_eq!(
            add("股室:\n  - 甲 # 乙\n  - 名称: 丙\n    别名: [丁]\n\n统称: []\n"),
            "股室:\n  - 甲 # 乙\n  - 名称: 丙\n    别名: [丁]\n  - 法规股\n\n统称: []\n"
        );
        assert_eq!(add("股室: [甲, 乙] # 丙\n"), "股室: [甲, 乙, 法规股] # 丙\n");
        assert_eq!(add("股室: []"), "股室: [法规股]");
        assert_eq!(add("股室:\r\n- 甲"), "股室:\r\n- 甲\r\n- 法规股\r\n");
        assert_eq!(add("统称: []\n"), "统称: []\n股室:\n  - 法规股\n");
        assert_eq!(add_office("股室: 甲\n", "乙", &[]), None);
    }
}
