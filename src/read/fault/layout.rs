//! Lines whose place makes YAML unreadable: indented by another number of spaces than those of their level, or by wide
//! spaces, or with a comment inside brackets.

use std::ops::Range;

use crate::source::offset;

/// A line that cannot stand where it stands.
#[derive(Debug, PartialEq, Eq)]
pub struct BadLine {
    /// The bytes to point at.
    pub place: Range<usize>,
    /// The cause.
    pub cause: Cause,
}

/// The cause why a line cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Spaces of another width indent the line.
    WideSpace,
    /// The line has so many spaces, and no level has; `right` is that of the nearest level, if there is only one.
    Indentation {
        /// Spaces before the line.
        spaces: usize,
        /// Spaces of the nearest level.
        right: Option<usize>,
    },
    /// `[甲, 乙 #二]`, `{名称: 甲 # 乙}`: the bracket is closed in what YAML takes for a comment.
    CommentInBrackets,
}

/// How many lines above the place where YAML gave up may be its cause.
const LOOK_BACK: usize = 3;

/// The line that made YAML give up at byte `at`: that line, or one shortly above.
pub fn bad_line(text: &str, at: usize) -> Option<BadLine> {
    let at = text.floor_char_boundary(at.min(text.len()));
    let lines: Vec<(usize, &str)> = text
        .split_inclusive('\n')
        .scan(0, |start, line| {
            let here = *start;
            *start += line.len();
            Some((here, line.trim_end()))
        })
        .filter(|(_, line)| !line.is_empty() && !line.trim_start().starts_with('#'))
        .collect();
    let here = lines.partition_point(|(start, _)| *start <= at).checked_sub(1)?;
    let near: Vec<usize> = (here.saturating_sub(LOOK_BACK)..=here).rev().collect();
    let first = |cause: &dyn Fn(usize) -> Option<BadLine>| near.iter().find_map(|line| cause(*line));
    first(&|line| wide_space(lines[line]))
        .or_else(|| first(&|line| comment_in_brackets(lines[line])))
        .or_else(|| first(&|line| indentation(&lines[..line], lines[line])))
}

fn wide_space((start, line): (usize, &str)) -> Option<BadLine> {
    let indent = &line[..line.len() - line.trim_start().len()];
    let at = indent.find(|c| !matches!(c, ' ' | '\t'))?;
    Some(BadLine { place: start + at..start + indent.len(), cause: Cause::WideSpace })
}

/// The spaces of another width before the first line of a field or an item that has any, up to the line of byte `at`.
pub fn first_wide(text: &str, at: usize) -> Option<Range<usize>> {
    let at = text.floor_char_boundary(at.min(text.len()));
    let end = text[at..].find('\n').map_or(text.len(), |feed| at + feed);
    text[..end].split('\n').find_map(|line| {
        let indent = &line[..line.len() - line.trim_start().len()];
        let wide = indent.find(|c| !matches!(c, ' ' | '\t'))?;
        let content = &line[indent.len()..];
        let name = content.split([':', '：']).next().filter(|name| name.len() < content.len());
        let is_field = name.is_some_and(|name| name.chars().all(char::is_alphanumeric));
        let start = offset(text, line);
        (is_field || content.starts_with('-')).then(|| start + wide..start + indent.len())
    })
}

/// The spaces of another width that stand at a byte of a text.
pub fn wide_spaces(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?.lines().next()?;
    let length = rest.len() - rest.trim_start().len();
    (length > 0).then_some(at..at + length)
}

fn comment_in_brackets((start, line): (usize, &str)) -> Option<BadLine> {
    let open = line.find(['[', '{'])?;
    let comment = open + line[open..].find(" #")? + 1;
    let marks = [']', '}'];
    let is_open = !line[open..comment].contains(marks) && line[comment..].contains(marks);
    let is_open = is_open && !line[open..comment].contains(['"', '\'']);
    is_open.then(|| BadLine { place: start + comment..start + line.len(), cause: Cause::CommentInBrackets })
}

fn indentation(above: &[(usize, &str)], (start, line): (usize, &str)) -> Option<BadLine> {
    let content = line.trim_start_matches(' ');
    let spaces = line.len() - content.len();
    let is_item = content.starts_with("- ") || content == "-";
    // A list may begin in the column of its key, but rarely does: items are aligned with items.
    let (mut levels, mut items): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut inner = usize::MAX;
    for (_, line) in above.iter().rev() {
        let content = line.trim_start_matches(' ');
        let column = line.len() - content.len();
        if column >= inner {
            continue;
        }
        inner = column;
        let fields = content.len() - content.trim_start_matches("- ").trim_start_matches(' ').len();
        items.extend((fields > 0 && is_item).then_some(column));
        levels.extend((fields > 0 && !is_item).then_some(column + fields));
        levels.extend((fields == 0 || is_item).then_some(column));
        if column == 0 {
            break;
        }
    }
    levels.dedup();
    let (_, before) = above.last()?;
    let may_go_deeper =
        before.ends_with([':', '-', '|', '>']) && levels.first().is_some_and(|top| spaces > *top);
    if levels.contains(&spaces) || may_go_deeper {
        return None;
    }
    let distance = |level: &&usize| level.abs_diff(spaces);
    let siblings = if items.is_empty() { &levels } else { &items };
    let nearest = siblings.iter().min_by_key(distance)?;
    let is_only = siblings.iter().filter(|level| distance(level) == distance(&nearest)).count() == 1;
    let cause = Cause::Indentation { spaces, right: is_only.then_some(*nearest) };
    Some(BadLine { place: start + spaces..start + line.len(), cause })
}

#[cfg(test)]
mod tests {
    use super::{Cause, bad_line};

    const TASK: &str = "任务:\n  - 名称: 甲\n    举措:\n      - 内容: 乙\n        责任股室: 丙\n";

    fn cause(line: &str) -> Option<(Cause, String)> {
        let text = format!("{TASK}{line}\n        备注: 丁\n");
        let bad = bad_line(&text, TASK.len() + line.len())?;
        Some((bad.cause, text[bad.place].to_owned()))
    }

    #[test]
    fn names_the_line_and_its_level() {
        let right = |line: &str, right| {
            let spaces = line.len() - line.trim_start().len();
            assert_eq!(
                cause(line),
                Some((Cause::Indentation { spaces, right }, line.trim_start().to_owned())),
                "{line}"
            );
        };
        right("       完成时限: 年底", Some(8));
        right("         完成时限: 年底", Some(8));
        right("     - 内容: 戊", Some(6));
        right("   - 名称: 戊", Some(2));
        assert_eq!(cause("　　　　完成时限: 年底"), Some((Cause::WideSpace, "　　　　".to_owned())));
        let brackets = cause("        配合: [戊, 己 #二]");
        assert_eq!(brackets, Some((Cause::CommentInBrackets, "#二]".to_owned())));
    }

    #[test]
    fn lines_of_a_level_are_right() {
        for line in
            ["        完成时限: 年底", "      - 内容: 戊", "  - 名称: 戊", "    责任股室: 戊", "列: [甲]"]
        {
            assert_eq!(cause(line), None, "{line}");
        }
    }
}
