//! Tables as CSV files.

use std::borrow::Cow;
use std::rc::Rc;

use crate::model::flat::Flat;
use crate::model::table::Table;

/// Byte order mark, by which Excel recognises a CSV file as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// A table as a CSV file (RFC 4180): the names of the columns, then the rows.
pub fn of_table(table: &Table) -> Vec<u8> {
    let flat = Flat::new(table);
    let heads = flat.heads().into_iter().map(Rc::from).collect();
    of_rows(std::iter::once(heads).chain(flat.rows()))
}

/// Rows of one length as a CSV file.
pub fn of_rows(rows: impl Iterator<Item = Vec<impl AsRef<str>>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    for row in rows {
        // Rows of one length into memory cannot fail to be written.
        for text in &row {
            let _ = writer.write_field(as_text(text.as_ref()).as_bytes());
        }
        let _ = writer.write_record(None::<&[u8]>);
    }
    writer.into_inner().unwrap_or_default()
}

/// A field that no spreadsheet parses as a formula: an apostrophe, Excel's mark for text, is put before such a text
/// (OWASP ASVS 5.0, 1.2.10), because CSV cannot mark a field as text. A text that begins with an apostrophe and such a
/// beginning gets a second one, so that removing one apostrophe always restores the written text. Workbooks and
/// `data.json` have types and need no escape.
fn as_text(text: &str) -> Cow<'_, str> {
    let behind = text.trim_start_matches('\'');
    let marked = behind.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']);
    if marked { format!("'{text}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::as_text;

    #[test]
    fn no_field_begins_like_a_formula() {
        for (text, field) in [
            ("=1+1", "'=1+1"),
            ("+5%", "'+5%"),
            ("-", "'-"),
            ("@某", "'@某"),
            ("\t=1", "'\t=1"),
            ("'=1", "''=1"),
            ("'引", "'引"),
            ("——", "——"),
            ("1-2月", "1-2月"),
            ("", ""),
        ] {
            assert_eq!(as_text(text), field);
        }
    }
}
