//! The head of a workbook: its sheets, formats and shared texts.

use std::collections::BTreeMap;
use std::sync::Arc;

use encoding_rs::{GB18030, UTF_16LE};

use crate::read::workbook::records::Record;
use crate::read::workbook::xls::record::{END, START, long_number, number, put, records};
use crate::read::workbook::xlsx::look;
use crate::read::workbook::{Fault, Look, Problem};

/// The most bytes of shared texts. Each takes memory even where it is empty, and an empty one has three bytes.
const TEXTS: usize = 16 << 20;

const CONTINUED: u16 = 0x003C;
const LOCKED: u16 = 0x002F;
const SHEET: u16 = 0x0085;
const SHARED_TEXTS: u16 = 0x00FC;
const ENCODING: u16 = 0x0042;
const FIRST_YEAR: u16 = 0x0022;
const FORMAT: u16 = 0x041E;
const STYLE: u16 = 0x00E0;
/// Records of the head that are kept.
const KEPT: [u16; 4] = [ENCODING, FIRST_YEAR, FORMAT, STYLE];
/// The longest number format, in characters, as in Excel.
const LONGEST: usize = 255;

/// The head of a workbook.
pub struct Head<'s> {
    /// The head of ours.
    pub out: Vec<u8>,
    /// Where in ours the beginnings of sheets are written.
    pub places: Vec<usize>,
    /// Where in ours the beginning of the last sheet is written.
    pub last: usize,
    /// The sheets of the original.
    pub sheets: Vec<Listed>,
    /// The codes of number formats by their numbers.
    codes: BTreeMap<u16, Arc<str>>,
    /// The number of each cell style's format.
    styles: Vec<u16>,
    /// Whether days are counted from 1904.
    from_1904: bool,
    /// The record with which every part begins.
    pub first: &'s [u8],
}

/// A sheet that the head of a workbook lists.
pub struct Listed {
    /// Where it begins.
    pub start: usize,
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
}

impl<'s> Head<'s> {
    /// Takes the head of a stream and writes that of ours.
    pub fn of(stream: &'s [u8]) -> Result<Self, Fault> {
        let mut head = Self {
            out: Vec::new(),
            places: Vec::new(),
            last: 0,
            sheets: Vec::new(),
            codes: BTreeMap::new(),
            styles: Vec::new(),
            from_1904: false,
            first: &[],
        };
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
                    let name = name_of_sheet(body, names_have_flags);
                    let is_hidden = body.get(4).is_some_and(|state| state & 3 != 0);
                    head.sheets.push(Listed { start: start as usize, name, is_hidden });
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
                kind if KEPT.contains(&kind) => {
                    head.out.extend_from_slice(whole);
                    head.style(kind, body, names_have_flags);
                }
                _ => {}
            }
            texts = None;
        }
        if head.first.is_empty() {
            return Err(Problem::NotAWorkbook.into());
        }
        head.close(names_have_flags);
        Ok(head)
    }

    /// Adds a last sheet, and ends the list.
    fn close(&mut self, names_have_flags: bool) {
        self.last = self.out.len() + 4;
        // A visible worksheet with a name that no other can have.
        let name: &[u8] = if names_have_flags { b"\x01\x00*" } else { b"\x01*" };
        put(&mut self.out, SHEET, &[&[0; 6], name].concat());
        put(&mut self.out, END, &[]);
    }
}

impl Head<'_> {
    /// Takes what tells how numbers are shown.
    fn style(&mut self, kind: u16, body: &[u8], has_flags: bool) {
        match kind {
            FIRST_YEAR => self.from_1904 = number(body, 0) == Some(1),
            STYLE => self.styles.push(number(body, 2).unwrap_or(0)),
            FORMAT => {
                let code = code_of_format(body, has_flags).filter(|code| code.chars().count() <= LONGEST);
                if let (Some(id), Some(code)) = (number(body, 0), code) {
                    self.codes.insert(id, code.into());
                }
            }
            _ => {}
        }
    }

    /// How each cell style shows a value.
    pub fn looks(&self) -> Vec<Look> {
        self.styles.iter().map(|id| look(*id, &self.codes, self.from_1904)).collect()
    }
}

/// The code of a number format. Before 1997 it was written in the encoding of the system, here a Chinese one.
fn code_of_format(body: &[u8], has_flags: bool) -> Option<String> {
    if !has_flags {
        let length = usize::from(*body.get(2)?);
        return Some(GB18030.decode_without_bom_handling(body.get(3..3 + length)?).0.into_owned());
    }
    let length = usize::from(number(body, 2)?);
    Some(match body.get(4)? & 1 {
        0 => body.get(5..5 + length)?.iter().map(|byte| char::from(*byte)).collect(),
        _ => UTF_16LE.decode_without_bom_handling(body.get(5..5 + 2 * length)?).0.into_owned(),
    })
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
