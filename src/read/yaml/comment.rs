//! Comments behind running text that may be the rest of it: `内容: 建设 # 号楼前的道路`.

use crate::diagnostic::Diagnostic;
use crate::model::table::ColumnKind;
use crate::read::fault::syntax;
use crate::read::yaml::places::Places;
use crate::read::yaml::tree::{Kind, Node};
use crate::source::Span;
use crate::text::han::is_han;

/// Fields whose values are running text; those of columns of tables are known by their kind.
const TEXTS: [&str; 17] = [
    "标题",
    "完整标题",
    "名称",
    "表名",
    "表注",
    "通栏",
    "要求",
    "举措",
    "内容",
    "正文标题",
    "正文任务",
    "内容概述",
    "说明",
    "附注",
    "备注",
    "原因",
    "主送",
];

/// The fewest characters of a running text. Comments behind shorter values explain them.
const SHORTEST: usize = 8;

/// Words and marks with which no text ends.
const OPEN: [char; 12] = ['和', '与', '及', '的', '第', '在', '对', '为', '、', '，', '：', '“'];

/// Words that stand behind a number: # 号楼.
const COUNTED: [char; 8] = ['号', '栋', '幢', '楼', '室', '井', '线', '机'];

/// Findings about comments behind running text in a tree.
pub fn behind_texts(places: &Places<'_>, root: &Node<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    walk(places, root, false, &mut found);
    found
}

fn walk(places: &Places<'_>, node: &Node<'_>, is_text: bool, found: &mut Vec<Diagnostic>) {
    match &node.kind {
        Kind::Scalar { text, plain: true, .. } if is_text && text.contains(is_han) => {
            found.extend(behind(places, node.span, text).map(syntax::comment_or_text));
        }
        Kind::Scalar { .. } => {}
        Kind::List(items) => items.iter().for_each(|item| walk(places, item, is_text, found)),
        Kind::Record(entries) => {
            for (key, value) in entries {
                walk(places, value, key.text().is_some_and(holds_text), found);
            }
        }
    }
}

fn holds_text(key: &str) -> bool {
    use ColumnKind::{Measure, Requirement, Task};
    TEXTS.contains(&key) || matches!(ColumnKind::of_name(key), Task | Measure | Requirement)
}

/// A comment with Chinese words, one space behind a text that is long or does not end there. Further spaces set a
/// comment apart.
fn behind(places: &Places<'_>, value: Span, text: &str) -> Option<Span> {
    let rest = places.line_from(Span { start: value.end, ..value });
    let comment = rest.strip_prefix([' ', '\t']).filter(|comment| comment.starts_with("# "))?;
    let goes_on = text.ends_with(OPEN) || comment[2..].starts_with(COUNTED);
    let is_running = goes_on || text.chars().count() >= SHORTEST;
    let is_words = comment.contains(is_han) && !is_number(&comment[1..]);
    let at = value.end as usize + 1;
    (is_running && is_words).then(|| Span::new(value.file, at, at + comment.trim_end().len()))
}

/// Whether a comment begins with 1号, which is a finding whatever stands before it.
fn is_number(words: &str) -> bool {
    let words = words.trim_start();
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < words.len() && rest.starts_with('号')
}
