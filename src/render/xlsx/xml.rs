//! Values in the XML of a workbook.

use std::borrow::Cow;
use std::fmt::Write as _;

use quick_xml::escape::partial_escape;
use rust_xlsxwriter::utility::column_number_to_name;

use crate::render::xlsx::frame::Cause;
use crate::text::han::others;

/// Columns of those widths. A width counts digits of 7 pixels, a column has 5 more (ECMA-376 Part 1, 18.3.1.13).
pub fn columns(widths: &[f64]) -> String {
    let mut xml = String::new();
    for (number, width) in (1..).zip(widths) {
        let pixels = (width * 7.0 + 5.0).round();
        let width = (pixels * 256.0 / 7.0).trunc() / 256.0;
        // Writing into a String cannot fail.
        let _ = write!(xml, r#"<col min="{number}" max="{number}" width="{width}" customWidth="1"/>"#);
    }
    xml
}

/// The name of a column.
pub fn name(column: usize) -> Result<Cow<'static, str>, Cause> {
    const FIRST: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    match FIRST.get(column..=column) {
        Some(letter) => Ok(letter.into()),
        None => Ok(column_number_to_name(u16::try_from(column)?).into()),
    }
}

/// A height in points as text, rounded to whole pixels of a screen: an inch has 96 pixels and 72 points.
pub fn points(height: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "no row is higher than 409 points"
    )]
    let pixels = (height / 0.75).round() as u32;
    let part = ["", ".75", ".5", ".25"][pixels as usize % 4];
    (pixels * 3 / 4).to_string() + part
}

/// A text escaped for the XML of a workbook: `_x0001_` for a character that XML cannot hold (ECMA-376 Part 1,
/// `ST_Xstring`). A written `_x` is escaped, too, so that it is not parsed as such an escape.
pub fn escaped(text: &str) -> Cow<'_, str> {
    let is_barred = |c: char| c < ' ' && !matches!(c, '\t' | '\n') || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    if !text.contains('_') && !others(text).any(|(_, c)| is_barred(c)) {
        return partial_escape(text);
    }
    let mut safe = String::new();
    for c in partial_escape(text.replace("_x", "_x005F_x")).chars() {
        match c {
            c if is_barred(c) => safe.extend(format!("_x{:04X}_", u32::from(c)).chars()),
            c => safe.push(c),
        }
    }
    safe.into()
}
