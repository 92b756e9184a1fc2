//! Workbooks in the format of Excel before 2007 (xls), which WPS also saves as et.

mod head;
mod record;
mod stream;

use std::io::{Cursor, Read, Write};

use calamine::{Data, Reader, Xls};
use cfb::{CompoundFile, Version};

use crate::read::workbook::xls::stream::{Layout, WIDTH};
use crate::read::workbook::{Budget, Counted, Fault, Problem, Workbook, size};

/// How a compound file begins.
const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Whether bytes are a compound file.
pub fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(SIGNATURE)
}

/// Reads a workbook.
///
/// The library follows the chains of sectors in a compound file round in circles, and makes room for every cell
/// between two others. So another library checks the chains, and it gets a compound file of our own, with one sheet that
/// holds all cells side by side; [`Layout`] keeps their real places.
pub fn read(bytes: &[u8], budget: &mut Budget) -> Result<Workbook, Fault> {
    let stream = workbook_stream(bytes, budget)?;
    let Layout { stream, mut sheets, cells, texts, looks } = stream::lay_out(&stream, budget)?;
    // Of version 3: in files of version 4 without short streams the library finds no root.
    let mut file = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new()))
        .map_err(|_| Problem::Damaged)?;
    file.create_stream("/Workbook")
        .and_then(|mut out| out.write_all(&stream).and_then(|()| out.flush()))
        .map_err(|_| Problem::Damaged)?;
    let mut bytes = file.into_inner();
    bytes.set_position(0);
    let mut library: Xls<_> = Xls::new(bytes).map_err(|_| Problem::Damaged)?;
    let read_names = library.sheet_names();
    let range = read_names.last().and_then(|name| library.worksheet_range(name).ok());
    let range = range.ok_or(Problem::Damaged)?;
    drop(library);
    for (sheet, name) in sheets.iter_mut().zip(&read_names) {
        sheet.name.clone_from(name);
    }
    let value = |at: usize| {
        let row = u32::try_from(at / WIDTH).ok()?;
        range.get_value((row, u32::try_from(at % WIDTH).ok()?)).filter(|value| **value != Data::Empty)
    };
    for cell in &cells {
        let at = match cell.text {
            Some(index) => texts.get(&index).copied(),
            None => Some(cell.at),
        };
        let Some(value) = at.and_then(value) else { continue };
        let sheet = &mut sheets[cell.sheet];
        let look = looks.get(usize::from(cell.style)).cloned().unwrap_or_default();
        let put = sheet.put(cell.place, Counted(value), size(value), look, budget);
        put.map_err(|fault| fault.on(&sheet.name))?;
    }
    Ok(Workbook { sheets, knows_merges: true })
}

/// The stream of a compound file that holds the workbook.
fn workbook_stream(bytes: &[u8], budget: &Budget) -> Result<Vec<u8>, Fault> {
    if !has_plausible_table(bytes) {
        return Err(Problem::Damaged.into());
    }
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Problem::Damaged)?;
    if file.is_stream("/EncryptedPackage") {
        return Err(Problem::Password.into());
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name));
    let Some(name) = name else {
        let is_document = file.is_stream("/WordDocument");
        return Err(if is_document { Problem::Document } else { Problem::NotAWorkbook }.into());
    };
    let mut stream = Vec::new();
    let most = budget.limits.bytes as u64;
    let file = file.open_stream(name).map_err(|_| Problem::Damaged)?;
    file.take(most).read_to_end(&mut stream).map_err(|_| Problem::Damaged)?;
    Ok(stream)
}

/// Whether the table of sectors is no longer than the file needs. Each of its own sectors is named by four bytes, so
/// a file of a few megabytes could else be read as one of gigabytes.
fn has_plausible_table(bytes: &[u8]) -> bool {
    let number = |at: usize| {
        let bytes: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_le_bytes(bytes))
    };
    let sector = match bytes.get(30..32) {
        Some([9, 0]) => 512,
        Some([12, 0]) => 4_096,
        _ => return false,
    };
    // A sector of the table is as good as a quarter as many sectors as it has bytes.
    let most = bytes.len() / sector / (sector / 4) + 2;
    // 109 names stand in the header, the others in sectors that are chained by their last four bytes.
    let is_used = |at: &usize| number(*at).is_some_and(|name| name < 0xFFFF_FFFA);
    let mut names = (0..109).map(|i| 76 + 4 * i).filter(is_used).count();
    let (mut next, mut steps) = (number(68), 0);
    while let Some(at) = next.filter(|at| *at < 0xFFFF_FFFA) {
        let start = (at as usize + 1).saturating_mul(sector);
        names += (0..sector / 4 - 1).map(|i| start.saturating_add(4 * i)).filter(is_used).count();
        steps += 1;
        if names > most + 128 || steps > most {
            return false;
        }
        next = start.checked_add(sector - 4).and_then(number);
    }
    names <= most + 128
}
