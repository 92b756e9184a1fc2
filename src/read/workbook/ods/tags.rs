//! Attributes of the open document format.

use quick_xml::events::BytesStart;

use crate::read::workbook::markup::{attributes, raw};
use crate::read::workbook::{Fault, Problem};

/// A style of a sheet or a column.
#[derive(Default)]
pub struct Style {
    /// Whether the sheet is hidden.
    pub is_hidden: bool,
    /// In characters.
    pub width: Option<f64>,
}

/// How often something is repeated; at least once.
pub fn repeats(tag: &BytesStart<'_>, name: &str) -> Result<u64, Fault> {
    match raw(tag, name) {
        None => Ok(1),
        Some(count) if !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit()) => {
            Ok(count.parse().unwrap_or(u64::MAX).max(1))
        }
        Some(_) => Err(Problem::Damaged.into()),
    }
}

/// Whether rows or columns are hidden, by hand or by a filter.
pub fn is_collapsed(tag: &BytesStart<'_>) -> bool {
    matches!(raw(tag, "table:visibility").as_deref(), Some("collapse" | "filter"))
}

/// A width such as `2.5cm` in characters of the usual font.
pub fn characters(width: &str) -> Option<f64> {
    let unit = width.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number: f64 = width[..width.len() - unit.len()].parse().ok()?;
    let inches = match unit {
        "in" => number,
        "cm" => number / 2.54,
        "mm" => number / 25.4,
        "pt" => number / 72.0,
        _ => return None,
    };
    // Seven of 96 dots in an inch.
    Some(inches * 96.0 / 7.0)
}

/// The row or column behind one that is repeated; far outside of every sheet they are all the same.
pub fn after(at: u32, count: u64) -> u32 {
    u32::try_from(u64::from(at).saturating_add(count)).unwrap_or(u32::MAX)
}

/// Whether a cell has a value.
pub fn has_value(tag: &BytesStart<'_>) -> bool {
    let is_value = |key: &str| {
        matches!(key, "office:value-type" | "calcext:value-type")
            || key.starts_with("office:") && key.ends_with("value")
    };
    attributes(tag).any(|attribute| is_value(attribute.key.as_ref()))
}
