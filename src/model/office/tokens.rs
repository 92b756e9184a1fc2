//! A line of a responsibility cell divided into names, roles, joints and other words.

use std::ops::Range;

use crate::model::office::register::Register;
use crate::source::offset;

/// Maximum length in bytes of a remark in brackets behind a name.
const LONGEST_REMARK: usize = 1_000;

/// Kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A registered name.
    Name,
    /// A role of an office, such as 牵头.
    Role,
    /// A remark in brackets behind a name.
    Remark,
    /// A punctuation mark or conjunction.
    Joint,
    /// Other words.
    Other,
}

impl Word {
    pub(super) fn is_of_name(self) -> bool {
        matches!(self, Self::Name | Self::Other)
    }
}

/// Marks between names.
const SEPARATORS: [char; 6] = ['、', '，', ',', '；', ';', '\n'];

/// Words for roles of offices.
const ROLES: [&str; 40] = [
    "牵头单位",
    "配合单位",
    "责任单位",
    "协同单位",
    "主办单位",
    "协办单位",
    "参与单位",
    "主要",
    "牵头",
    "负责",
    "配合",
    "协助",
    "协同",
    "参与",
    "主办",
    "协办",
    "承办",
    "督办",
    "落实",
    "组织实施",
    "具体实施",
    "会同",
    "联合",
    "共同",
    "分别",
    "为主",
    "按照职责分工",
    "按职责分工",
    "按照各自职责",
    "按各自职责",
    "按照职责",
    "按职责",
    "等单位",
    "等部门",
    "等股室",
    "等有关单位",
    "等相关单位",
    "等有关部门",
    "等相关部门",
    "以及",
];

/// Conjunctions, which count only behind a name, since names can contain them. 由 may also begin a sentence.
const CONNECTORS: [char; 7] = ['和', '与', '及', '等', '由', '并', '会'];

/// Whether a character is a punctuation mark around names.
fn is_mark(c: char) -> bool {
    c.is_whitespace() || "（）()：:。/／".contains(c)
}

impl Register {
    /// Tokenises a piece into known names, roles, joints and other words.
    pub(super) fn words(&self, piece: &str) -> Vec<(Word, Range<usize>)> {
        let mut words: Vec<(Word, Range<usize>)> = Vec::new();
        let mut at = 0;
        while let Some(c) = piece[at..].chars().next() {
            let rest = &piece[at..];
            let joins = words.last().map_or(c == '由', |(word, _)| {
                // 会 is a part of many names: 会计股, 工会.
                let is_between = || c != '会' || self.longest_name(&rest[c.len_utf8()..]).is_some();
                *word != Word::Other && CONNECTORS.contains(&c) && is_between()
            });
            let remark = words.last().filter(|(word, _)| *word == Word::Name).and_then(|_| self.remark(rest));
            let (word, length) = if let Some(remark) = remark {
                (Word::Remark, remark)
            } else if let Some(name) = self.longest_name(rest) {
                (Word::Name, name)
            } else if let Some(role) =
                ROLES.iter().filter(|role| rest.starts_with(**role)).map(|r| r.len()).max()
            {
                (Word::Role, role)
            } else if is_mark(c) || joins {
                (Word::Joint, c.len_utf8())
            } else {
                (Word::Other, c.len_utf8())
            };
            let range = at..at + length;
            at = range.end;
            match words.last_mut() {
                Some((Word::Other, last)) if word == Word::Other => last.end = range.end,
                _ => words.push((word, range)),
            }
        }
        words
    }

    /// Byte ranges of the non-empty pieces between separators, trimmed. Separators in a remark in brackets do not count.
    pub(super) fn pieces(&self, text: &str) -> Vec<Range<usize>> {
        let mut cuts = vec![0];
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let end = at + c.len_utf8();
            if SEPARATORS.contains(&c) {
                cuts.extend([at, end]);
            }
            // A registered name may hold separators of its own: 科技、教育股.
            let name = self.longest_name(&text[at..]);
            let name = name.filter(|length| text[at..at + length].contains(SEPARATORS));
            at = name.or_else(|| self.remark(&text[at..])).map_or(end, |length| at + length);
        }
        cuts.push(text.len());
        let pieces = cuts.chunks_exact(2).map(|ends| text[ends[0]..ends[1]].trim());
        let range = |piece: &str| {
            let start = offset(text, piece);
            start..start + piece.len()
        };
        pieces.filter(|piece| !piece.is_empty()).map(range).collect()
    }

    /// Length of a remark in brackets at the beginning of a text, if it names no office: 危化股（危险化学品）.
    fn remark(&self, text: &str) -> Option<usize> {
        let inner = text.strip_prefix(['（', '('])?;
        // Limited, because many unclosed brackets would each be searched to the end of the text, in quadratic time.
        let end = inner[..inner.floor_char_boundary(LONGEST_REMARK)].find(['）', ')'])?;
        let names_one =
            inner[..end].char_indices().any(|(at, _)| self.longest_name(&inner[at..end]).is_some());
        let close = inner[end..].chars().next().map_or(0, char::len_utf8);
        (!names_one).then(|| text.len() - inner.len() + end + close)
    }
}
