//! Slips that make YAML unreadable: `：` for `: `, a space left out, a quotation mark without its other half.
//!
//! YAML itself often notices them a line later, in words that help nobody.

use crate::source::offset;

/// A slip and where it stands in the text, in bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Slip {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Kind of slip.
    pub kind: SlipKind,
}

/// Kind of slip: the character typed and the one meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipKind {
    /// `：` behind a field's name.
    Colon,
    /// `－` or `—` before an item.
    Dash,
    /// A tab that indents.
    Tab,
    /// `“` where text with a colon or a number sign in it has to be quoted.
    Quote,
    /// `名称:甲`: no space behind the colon.
    ColonSpace,
    /// `-名称: 甲`: no space behind the hyphen.
    DashSpace,
    /// `"` or `'` without its other half.
    OpenQuote,
    /// `"甲"乙`: text behind a quoted text.
    BehindQuote,
    /// `[` without `]`.
    OpenBracket,
    /// `名称: 甲: 乙`: a colon and a space within text that is not quoted.
    ColonInText,
    /// `名称: @甲`: text that begins with a mark of YAML.
    Mark,
}

/// How many lines above the place where YAML gave up may be its cause.
const LOOK_BACK: usize = 3;

/// The slip that made YAML give up at byte `at`: in that line, in the next, or in one shortly above.
pub fn near(text: &str, at: usize) -> Option<Slip> {
    let at = text.floor_char_boundary(at.min(text.len()));
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let here_and_next = lines_from(text, start).take(2);
    let above = text[..start]
        .match_indices('\n')
        .rev()
        .skip(1)
        .map(|(end, _)| end + 1)
        .chain((start > 0).then_some(0));
    let above = above.take(LOOK_BACK).filter_map(|start| lines_from(text, start).next());
    let nearby: Vec<(usize, &str)> = here_and_next.chain(above).collect();
    let of_input_method = nearby.iter().find_map(|(start, line)| in_line(*start, line));
    of_input_method.or_else(|| nearby.iter().find_map(|(start, line)| missing(*start, line)))
}

/// The space, bracket or quotation mark that is missing in a line that begins at byte `start`.
fn missing(start: usize, line: &str) -> Option<Slip> {
    let content = line.trim_start();
    let at = start + (line.len() - content.len());
    if content.starts_with('-')
        && !content.starts_with("---")
        && !content[1..].starts_with([' ', '-'])
        && content.len() > 1
    {
        return Some(Slip { start: at, end: at + 1, kind: SlipKind::DashSpace });
    }
    let name_on = content.strip_prefix("- ").unwrap_or(content).trim_start();
    let at = start + (line.len() - name_on.len());
    let colon = name_on.find(':')?;
    if !is_name(&name_on[..colon]) {
        return None;
    }
    let Some(text) = name_on[colon + 1..].strip_prefix(' ') else {
        let is_text = !name_on[colon + 1..].trim().is_empty();
        return is_text.then_some(Slip {
            start: at + colon,
            end: at + colon + 1,
            kind: SlipKind::ColonSpace,
        });
    };
    let value = text.trim();
    let first = value.chars().next()?;
    let kind = match first {
        '"' | '\'' if value.len() == 1 || !value[1..].contains(first) => SlipKind::OpenQuote,
        '"' | '\'' if value[1..].split_once(first).is_some_and(|(_, rest)| is_text(rest)) => {
            SlipKind::BehindQuote
        }
        '[' | '{' if !value.contains([']', '}']) => SlipKind::OpenBracket,
        '"' | '\'' | '[' | '{' | '|' | '>' | '#' => return None,
        '@' | '`' | '%' | '*' | '&' | '!' => SlipKind::Mark,
        _ if value.contains(": ") || value.ends_with(':') => SlipKind::ColonInText,
        _ => return None,
    };
    let from = offset(line, value) + start;
    let end = if matches!(kind, SlipKind::Mark | SlipKind::ColonInText | SlipKind::BehindQuote) {
        from + value.len()
    } else {
        from + 1
    };
    Some(Slip { start: from, end, kind })
}

/// The lines from byte `start` on, each with its own first byte.
fn lines_from(text: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    text[start..].lines().map(move |line| (offset(text, line), line))
}

/// The slip in one line that begins at byte `start`.
pub fn in_line(start: usize, line: &str) -> Option<Slip> {
    let indent = line.len() - line.trim_start().len();
    if let Some(tab) = line[..indent].find('\t') {
        return Some(Slip { start: start + tab, end: start + tab + 1, kind: SlipKind::Tab });
    }
    let content = &line[indent..];
    if let Some(dash) = content.chars().next().filter(|c| matches!(c, '－' | '—' | '–' | '−')) {
        let at = start + indent;
        return Some(Slip { start: at, end: at + dash.len_utf8(), kind: SlipKind::Dash });
    }
    quote(start, line).or_else(|| colon(start, line))
}

/// `标题: “甲: 乙”`: the text looks quoted, and is not.
fn quote(start: usize, line: &str) -> Option<Slip> {
    let value = line.find(": ")? + 2;
    let text = &line[value..];
    let at = start + value + (text.len() - text.trim_start().len());
    let needs_quotes = text.contains(": ") || text.contains(" #");
    let slip = Slip { start: at, end: at + '“'.len_utf8(), kind: SlipKind::Quote };
    (text.trim_start().starts_with('“') && needs_quotes).then_some(slip)
}

/// `标题：甲`: a short name with a full-width colon behind it.
fn colon(start: usize, line: &str) -> Option<Slip> {
    let content = line.trim_start();
    let name_on = content.strip_prefix("- ").unwrap_or(content);
    let colon = name_on.find('：')?;
    let at = start + (line.len() - name_on.len()) + colon;
    is_name(&name_on[..colon]).then(|| Slip { start: at, end: at + '：'.len_utf8(), kind: SlipKind::Colon })
}

/// Whether words stand behind the other half of a quotation mark; a doubled mark is one within the text.
fn is_text(rest: &str) -> bool {
    rest.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '"' | '\'' | ':' | ',' | '#'))
}

/// Whether a text can be the name of a field.
fn is_name(text: &str) -> bool {
    (1..=12).contains(&text.chars().count()) && text.chars().all(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::{SlipKind, near};

    fn slip(text: &str, at: &str) -> Option<(SlipKind, usize)> {
        near(text, text.find(at).unwrap()).map(|slip| (slip.kind, slip.start))
    }

    #[test]
    fn finds_the_line_that_was_meant() {
        assert_eq!(slip("标题： 甲\n附件: 乙\n", "乙"), Some((SlipKind::Colon, 6)));
        assert_eq!(slip("a: 1\n－ b: 1\n", "b"), Some((SlipKind::Dash, 5)));
        assert_eq!(slip("a:\n\tb: 1\n", "b"), Some((SlipKind::Tab, 3)));
        assert_eq!(slip("a: 1\n\tb: 1\n", "1"), Some((SlipKind::Tab, 5)));
        assert_eq!(slip("a： 1\nb: 1\nc: 1\n", "c"), Some((SlipKind::Colon, 1)));
    }

    #[test]
    fn chinese_quotes_quote_nothing() {
        assert_eq!(slip("标题: “甲: 乙”\n", "甲"), Some((SlipKind::Quote, 8)));
        assert_eq!(slip("标题: “甲乙”\n", "甲"), None);
    }

    #[test]
    fn spaces_and_marks_that_are_missing() {
        assert_eq!(slip("a:\n  - 名称:甲\n    要求: 乙\n", "乙"), Some((SlipKind::ColonSpace, 13)));
        assert_eq!(slip("a:\n  -名称: 甲\n    要求: 乙\n", "乙"), Some((SlipKind::DashSpace, 5)));
        assert_eq!(slip("名称: \"甲\n要求: 乙\n", "甲"), Some((SlipKind::OpenQuote, 8)));
        assert_eq!(slip("名称: \"甲\"乙\n", "乙"), Some((SlipKind::BehindQuote, 8)));
        assert_eq!(slip("名称: [甲\n要求: 乙\n", "要"), Some((SlipKind::OpenBracket, 8)));
        assert_eq!(slip("名称: 甲: 乙\n", "乙"), Some((SlipKind::ColonInText, 8)));
        assert_eq!(slip("名称: @甲\n", "甲"), Some((SlipKind::Mark, 8)));
        assert_eq!(slip("名称: \"甲\"\n时间: 10:00\nb: [1]\n- b\n", "10"), None);
    }

    #[test]
    fn marks_inside_text_are_no_slips() {
        assert_eq!(slip("标题: 关于甲：乙\n  x\ny\n", "y"), None);
        assert_eq!(slip("这是很长很长很长很长很长的一句话：乙\ny\n", "y"), None);
    }
}
