//! The place of a cell in a workbook, for people and for findings.

use calamine::Data;

use crate::source::{Sources, Span};

/// A column's name in a workbook: A, Z, AA.
pub fn letters(mut column: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        if column < 26 {
            return name;
        }
        column = column / 26 - 1;
    }
}

/// A value without its format: a long number without a fraction keeps all its digits.
pub fn plain_text(value: &Data) -> String {
    match value {
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        value => value.to_string(),
    }
}

/// A cell as workbooks name it, row and column from 0: `C5`.
pub fn name((row, column): (usize, usize)) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// A place for a finding about a workbook, one of its sheets, or a cell on it: `表.xlsx › 责任分解表 › C5`. A
/// workbook has no lines, so the place has no text of its own.
pub fn place(sources: &mut Sources, file: &str, sheet: Option<&str>, cell: Option<&str>) -> Span {
    let parts = [Some(file), sheet, cell];
    let path = parts.into_iter().flatten().collect::<Vec<_>>().join(" › ");
    Span::head(sources.add(path, String::new()))
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_named_as_in_a_workbook() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
