//! The head of a workbook: its sheets, formats and shared texts.

use encoding_rs::UTF_16LE;

use crate::read::workbook::records::Record;
use crate::read::workbook::xls::record::{END, START, long_number, number, put, records};
use crate::read::workbook::{Fault, Problem};

/// The most bytes of shared texts. Each takes memory even where it is empty, and an empty one has three bytes.
const TEXTS: usize = 16 << 20;

const CONTINUED: u16 = 0x003C;
const LOCKED: u16 = 0x002F;
const SHEET: u16 = 0x0085;
const SHARED_TEXTS: u16 = 0x00FC;
/// Records of the head that are kept: encoding, first year, number formats, cell formats.
const KEPT: [u16; 4] = [0x0042, 0x0022, 0x041E, 0x00E0];

/// The head of a workbook.
pub struct Head<'s> {
    /// The head of ours.
    pub out: Vec<u8>,
    /// Where in ours the beginnings of sheets are written.
    pub places: Vec<usize>,
    /// Where in ours the beginning of the last sheet is written.
    pub last: usize,
    /// Where in the original the sheets begin, and their names.
    pub sheets: Vec<(usize, String)>,
    /// The record with which every part begins.
    pub first: &'s [u8],
}

impl<'s> Head<'s> {
    /// Takes the head of a stream and writes that of ours.
    pub fn of(stream: &'s [u8]) -> Result<Self, Fault> {
        let mut head = Self { out: Vec::new(), places: Vec::new(), last: 0, sheets: Vec::new(), first: &[] };
        let (mut texts, mut names_have_flags) = (None, true);
        for record in records(stream) {
            let Record { kind, body, whole } = record?;
            match kind {
                START => {
                    names_have_flags = has_flags(body).ok_or(Problem::Damaged)?;
                    head.first = whole;
                    head.out.extend_from_slice(whole);
                }
                LOCKED if number(body, 0) != Some(0) => return Err(Problem::Password.into()),
                SHEET => {
                    let start = long_number(body, 0).ok_or(Problem::Damaged)?;
                    head.sheets.push((start as usize, name_of_sheet(body, names_have_flags)));
                    head.places.push(head.out.len() + 4);
                    head.out.extend_from_slice(whole);
                }
                SHARED_TEXTS => {
                    head.out.extend_from_slice(whole);
                    texts = Some(whole.len());
                    continue;
                }
                CONTINUED if texts.is_some() => {
                    head.out.extend_from_slice(whole);
                    texts = texts.map(|bytes| bytes + whole.len());
                    if texts > Some(TEXTS) {
                        return Err(Problem::Text(TEXTS).into());
                    }
                    continue;
                }
                END => break,
                kind if KEPT.contains(&kind) => head.out.extend_from_slice(whole),
                _ => {}
            }
            texts = None;
        }
        if head.first.is_empty() {
            return Err(Problem::NotAWorkbook.into());
        }
        head.last = head.out.len() + 4;
        // A visible worksheet with a name that no other can have.
        let name: &[u8] = if names_have_flags { b"\x01\x00*" } else { b"\x01*" };
        put(&mut head.out, SHEET, &[&[0; 6], name].concat());
        put(&mut head.out, END, &[]);
        Ok(head)
    }
}

/// The name of a sheet, for findings: in letters of two bytes or one, or as it is.
fn name_of_sheet(body: &[u8], has_flags: bool) -> String {
    let name = body.get(7..).unwrap_or_default();
    match name.split_first() {
        Some((1, name)) if has_flags => UTF_16LE.decode_without_bom_handling(name).0.into_owned(),
        Some((_, name)) if has_flags => String::from_utf8_lossy(name).into_owned(),
        _ => String::from_utf8_lossy(name).into_owned(),
    }
}

/// Whether the names of sheets have a byte for their encoding, by the first record of a workbook.
fn has_flags(body: &[u8]) -> Option<bool> {
    Some(match number(body, 0)? {
        0x0200 | 0x0002 | 0x0007 | 0x0300 | 0x0400 | 0x0500 => false,
        0 => number(body, 2) != Some(0x1000),
        _ => true,
    })
}
