//! The corrections of slips in YAML that have one answer.

use std::ops::Range;

use crate::read::fault::slip::{Slip, SlipKind};

/// The place and the right text of a slip, in the text where it was found; `None` if there are several answers.
pub fn mend(text: &str, slip: &Slip) -> Option<(Range<usize>, String)> {
    let place = slip.start..slip.end;
    match slip.kind {
        SlipKind::Colon | SlipKind::ColonSpace => Some(with_space(text, place, ":")),
        SlipKind::Dash | SlipKind::DashSpace => Some(with_space(text, place, "-")),
        SlipKind::Tab => indented(text, slip.start),
        SlipKind::Quote => {
            let value = text[slip.start..].lines().next()?.trim_end();
            // Marks around the whole value may be those of YAML, typed by an input method, or those to be printed.
            let is_around_all = value.find('”').is_some_and(|at| at + '”'.len_utf8() == value.len());
            let place = slip.start..slip.start + value.len();
            quoted(value).filter(|_| !is_around_all).map(|right| (place, right))
        }
        SlipKind::ColonInText | SlipKind::Mark => quoted(&text[place.clone()]).map(|right| (place, right)),
        SlipKind::OpenQuote | SlipKind::BehindQuote | SlipKind::OpenBracket => None,
    }
}

/// A space of any width.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\r' | '\n')
}

/// A mark of YAML and one space in place of a mark and the spaces behind it; no space at the end of a line.
fn with_space(text: &str, place: Range<usize>, mark: &str) -> (Range<usize>, String) {
    let behind = text[place.end..].trim_start_matches(is_space);
    let is_end = behind.is_empty() || behind.starts_with(['\r', '\n']);
    (place.start..text.len() - behind.len(), format!("{mark}{}", if is_end { "" } else { " " }))
}

/// A text in quotes; `None` if it has marks that would have to be escaped, or what may be a comment.
fn quoted(text: &str) -> Option<String> {
    (!text.contains(['"', '\\']) && !text.contains(" #")).then(|| format!("\"{text}\""))
}

/// The indentation of a line that begins with tabs or spaces of another width, if the lines above allow only one.
pub fn indented(text: &str, tab: usize) -> Option<(Range<usize>, String)> {
    let start = text[..tab].rfind('\n').map_or(0, |feed| feed + 1);
    let line = &text[start..];
    let content = line.trim_start_matches(is_space);
    let is_item = content.starts_with('-');
    let above: Vec<&str> = text[..start].lines().rev().filter(|line| is_content(line)).collect();
    let Some(above_it) = above.first() else {
        // Nothing can be below a level that is not there. What a tab meant is not certain: the line may go on.
        let is_tab = line.starts_with('\t');
        return (!is_tab).then(|| (start..start + line.len() - content.len(), String::new()));
    };
    if above.iter().any(|line| line.trim_start_matches(' ').starts_with(char::is_whitespace)) {
        return None;
    }
    let width = if above_it.trim_end().ends_with([':', '-']) {
        fields_column(above_it) + 2
    } else {
        let column = |line: &&str| if is_item { item_column(line) } else { Some(fields_column(line)) };
        let mut levels: Vec<usize> = Vec::new();
        for column in above.iter().filter_map(column).take_while(|column| *column > 0) {
            if levels.last().is_none_or(|last| column < *last) {
                levels.push(column);
            }
        }
        let [only] = levels[..] else { return None };
        only
    };
    Some((start..start + line.len() - content.len(), " ".repeat(width)))
}

fn is_content(line: &str) -> bool {
    let content = line.trim_start();
    !content.is_empty() && !content.starts_with('#')
}

/// The column of a line's fields, behind the hyphens of items.
fn fields_column(line: &str) -> usize {
    let mut content = line.trim_start_matches(' ');
    while let Some(rest) = content.strip_prefix("- ") {
        content = rest.trim_start_matches(' ');
    }
    line.len() - content.len()
}

/// The column of a line's first hyphen, if it begins an item.
fn item_column(line: &str) -> Option<usize> {
    let content = line.trim_start_matches(' ');
    content.starts_with("- ").then(|| line.len() - content.len())
}

#[cfg(test)]
mod tests {
    use super::mend;
    use crate::read::fault::slip::near;

    /// The text with the slip corrected that made YAML give up at a word.
    fn mended(text: &str, at: &str) -> Option<String> {
        let slip = near(text, text.find(at).unwrap())?;
        let (place, right) = mend(text, &slip)?;
        let mut text = text.to_owned();
        text.replace_range(place, &right);
        Some(text)
    }

    #[test]
    fn marks_of_yaml_get_one_space() {
        for (wrong, right) in [
            ("标题：甲\n附件: 乙\n", "标题: 甲\n附件: 乙\n"),
            ("标题： 甲\n附件: 乙\n", "标题: 甲\n附件: 乙\n"),
            ("标题:\u{a0}甲\n附件: 乙\n", "标题: 甲\n附件: 乙\n"),
            ("附件：\n  - 乙\n", "附件:\n  - 乙\n"),
            ("名称:甲\n要求: 乙\n", "名称: 甲\n要求: 乙\n"),
            ("－　乙\n", "- 乙\n"),
            ("a:\n  -名称: 甲\n    要求: 乙\n", "a:\n  - 名称: 甲\n    要求: 乙\n"),
            ("名称: 甲: 乙\n", "名称: \"甲: 乙\"\n"),
            ("名称: @乙\n", "名称: \"@乙\"\n"),
            ("名称: “甲”的: 乙\n", "名称: \"“甲”的: 乙\"\n"),
        ] {
            assert_eq!(mended(wrong, "乙").as_deref(), Some(right), "{wrong}");
        }
    }

    #[test]
    fn two_answers_are_none() {
        for wrong in
            ["名称: “甲: 乙”\n", "名称: \"甲乙\n", "名称: [甲乙\n", "名称: 甲: 乙 # 丙\n", "名称: @\"乙\n"]
        {
            assert_eq!(mended(wrong, "乙"), None, "{wrong}");
        }
    }

    #[test]
    fn tabs_become_the_only_possible_indentation() {
        for (wrong, right) in [
            ("a:\n\tb: 乙\n", "a:\n  b: 乙\n"),
            ("a:\n    b: 1\n\tc: 乙\n", "a:\n    b: 1\n    c: 乙\n"),
            ("a:\n  - b: 1\n\tc: 乙\n", "a:\n  - b: 1\n    c: 乙\n"),
            ("a:\n  - b: 1\n\t- b: 乙\n", "a:\n  - b: 1\n  - b: 乙\n"),
        ] {
            assert_eq!(mended(wrong, "乙").as_deref(), Some(right), "{wrong}");
        }
        for wrong in ["a:\n  b:\n    c: 1\n\td: 乙\n", "\ta: 乙\n", "a: 1\n\tb: 乙\n"] {
            assert_eq!(mended(wrong, "乙"), None, "{wrong}");
        }
    }
}
