//! 责任格式: the brackets behind a task of the body that name its offices and deadlines.

use crate::model::table::{Cell, Table};

/// The pattern of a table that gives none, as most papers without a table have it.
const USUAL: &str = "（{列}：{值}）";

/// Marks between which a pattern that names columns is divided; each is kept at the end of its part.
const BETWEEN: [char; 6] = ['，', '；', '、', '。', ',', ';'];

/// A pattern, divided: `（{列}：{值}）` has the part `{列}：{值}` between its brackets, which stands once for each column
/// that has a value; `（{牵头单位}牵头，{配合单位}配合）` has two parts, of which those with a value stand.
pub struct Pattern<'t> {
    table: &'t Table,
    open: &'t str,
    parts: Vec<&'t str>,
    close: &'t str,
}

impl<'t> Pattern<'t> {
    /// The pattern of a table.
    pub fn new(table: &'t Table) -> Self {
        let pattern = table.duty_pattern.as_ref().map_or(USUAL, |pattern| pattern.value.as_str());
        let open = pattern.chars().next().filter(|c| "（(〔[【".contains(*c)).map_or(0, char::len_utf8);
        let close = pattern.chars().next_back().filter(|c| open > 0 && "）)〕]】".contains(*c));
        let end = pattern.len() - close.map_or(0, char::len_utf8);
        let inner = &pattern[open..end];
        let parts = if is_general(inner) { vec![inner] } else { inner.split_inclusive(BETWEEN).collect() };
        Self { table, open: &pattern[..open], parts, close: &pattern[end..] }
    }

    /// The columns that the pattern names and the table does not have.
    pub fn unknown(&self) -> Vec<&'t str> {
        let names = self.parts.iter().flat_map(|part| names(part));
        names.filter(|name| !["列", "值"].contains(name) && self.column(name).is_none()).collect()
    }

    /// The brackets for the values of a group, task or measure; blank when nothing was written.
    pub fn duties(&self, cells: &[Cell]) -> String {
        let filled: Vec<String> = match self.parts.as_slice() {
            [part] if is_general(part) => {
                let mut written: Vec<(usize, String)> =
                    cells.iter().filter_map(|cell| Some((cell.column, value(cell)?))).collect();
                written.sort_by_key(|(column, _)| *column);
                let words = written.into_iter().map(|(column, value)| {
                    let heading = self.table.columns[column].heading();
                    part.replace("{列}", &heading).replace("{值}", &value)
                });
                vec![words.collect::<Vec<_>>().join("；")]
            }
            parts => parts.iter().filter_map(|part| self.filled(part, cells)).collect(),
        };
        let words = filled.concat();
        let words = if self.parts.len() > 1 { words.trim_end_matches(&BETWEEN[..3]) } else { &words };
        if words.is_empty() { String::new() } else { [self.open, words, self.close].concat() }
    }

    /// A part with the values of its columns; `None` if one of them has none.
    fn filled(&self, part: &str, cells: &[Cell]) -> Option<String> {
        let mut words = part.to_owned();
        for name in names(part) {
            let column = self.column(name)?;
            let value = value(cells.iter().find(|cell| cell.column == column)?)?;
            words = words.replace(&format!("{{{name}}}"), &value);
        }
        Some(words)
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.table.columns.iter().position(|column| column.name.value == name)
    }
}

/// Whether a part stands for any column.
fn is_general(part: &str) -> bool {
    part.contains("{列}") || part.contains("{值}")
}

/// The names between braces.
fn names(part: &str) -> impl Iterator<Item = &str> {
    part.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

/// The lines of a value, which are not blank, in one.
fn value(cell: &Cell) -> Option<String> {
    let lines: Vec<&str> = cell.value.lines().into_iter().filter(|line| !line.trim().is_empty()).collect();
    (!lines.is_empty()).then(|| lines.join("、"))
}
