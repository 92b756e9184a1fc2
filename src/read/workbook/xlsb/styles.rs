//! Styles of cells in the binary format.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::read::workbook::records::{Record, Records};
use crate::read::workbook::xlsb::record::{record, text};
use crate::read::workbook::xlsx::look;
use crate::read::workbook::{Fault, Look, Place};

/// A number format.
const FORMAT: u16 = 0x002C;
/// The beginning and the end of the styles of cells, and one of them.
const STYLES: u16 = 0x0269;
const END_OF_STYLES: u16 = 0x026A;
const STYLE: u16 = 0x002F;
/// The longest number format, in characters, as in Excel.
const LONGEST: usize = 255;

/// The look of a cell, among the styled places of its sheet in their order.
pub(super) fn look_of<L: Clone>(styled: &[(Place, usize)], looks: &[L], place: Place) -> Option<L> {
    let at = styled.partition_point(|(other, _)| *other <= place).checked_sub(1)?;
    let (found, style) = styled[at];
    looks.get(style).filter(|_| found == place).cloned()
}

/// How each cell style shows a value.
pub(super) fn styles(part: &[u8], from_1904: bool) -> Result<Vec<Look>, Fault> {
    let (mut codes, mut looks, mut in_cells) = (BTreeMap::<u16, Arc<str>>::new(), Vec::new(), false);
    let number = |body: &[u8], at: usize| Some(u16::from_le_bytes(body.get(at..at + 2)?.try_into().ok()?));
    for record in Records::new(part, record) {
        let Record { kind, body, .. } = record?;
        match kind {
            FORMAT => {
                let code = body.get(2..).and_then(text).map(|(code, _)| code);
                if let (Some(id), Some(code)) =
                    (number(body, 0), code.filter(|code| code.chars().count() <= LONGEST))
                {
                    codes.insert(id, code.into());
                }
            }
            STYLES => in_cells = true,
            END_OF_STYLES => in_cells = false,
            STYLE if in_cells => looks.push(look(number(body, 2).unwrap_or(0), &codes, from_1904)),
            _ => {}
        }
    }
    Ok(looks)
}
