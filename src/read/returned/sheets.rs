//! Returned workbooks, sheet by sheet and row by row.

use std::collections::BTreeMap;

use crate::diagnostic::Severity;
use crate::model::handout::{FILLED, Mark};
use crate::read::returned::book::{self, Cell, Sheet};
use crate::read::returned::collection::Collection;
use crate::read::returned::fault;
use crate::read::returned::form::Form;
use crate::read::returned::row::Row;
use crate::text::space::without_spaces;

/// Reads one file.
pub fn judge(collection: &mut Collection<'_>, path: &str, bytes: &[u8]) {
    let sheets = match book::sheets(bytes, collection.manner.limits) {
        Ok(sheets) => sheets,
        Err(_) if fault::is_document(path) => {
            return collection.leave(path, path, |span| fault::document(span, path));
        }
        Err(reason) => {
            let cell = reason.cell.map(book::name);
            let place: Vec<&str> =
                [Some(path), reason.sheet.as_deref(), cell.as_deref()].into_iter().flatten().collect();
            return collection.leave(path, &place.join(" › "), |span| fault::unreadable(span, &reason));
        }
    };
    let errors = collection.count(Severity::Error);
    let (mut known, mut filled) = (false, 0);
    for sheet in &sheets {
        let place = format!("{} › {}", path, sheet.name);
        let marks = sheet.texts().filter_map(|(cell, text)| Some((cell, Mark::parse(&text)?)));
        let marks: Vec<(Cell, Mark)> = marks.collect();
        if let Some((head, _)) = marks.iter().find(|(_, mark)| *mark == Mark::Head) {
            known = true;
            filled += read_sheet(collection, sheet, place, *head);
        } else if let Some((cell, _)) = marks.first() {
            known = true;
            let other = marks.iter().any(|(_, mark)| *mark == Mark::OtherVersion);
            let place = format!("{place} › {}", book::name(*cell));
            collection.find(&place, if other { fault::other_version } else { fault::no_head });
        }
    }
    if !known {
        collection.leave(path, path, fault::foreign);
    } else if filled == 0 && collection.count(Severity::Error) == errors {
        collection.find(path, fault::nothing_filled);
    }
}

/// Reads a sheet; returns the number of rows that were filled in.
fn read_sheet(
    collection: &mut Collection<'_>,
    sheet: &Sheet,
    place: String,
    (head, identity): Cell,
) -> usize {
    let heads = sheet.texts().filter(|((row, column), _)| *row == head && *column != identity);
    let columns = heads.map(|((_, column), text)| (without_spaces(&text), column)).collect();
    let form = Form { sheet, place, head, identity, columns };
    let lost: Vec<&str> =
        FILLED.iter().map(|role| role.heading()).filter(|h| form.column(h).is_none()).collect();
    if let Some(heading) = lost.first() {
        collection.find(&form.at((head, identity)), |span| fault::lost_column(span, heading));
        return 0;
    }
    let mut rows: BTreeMap<u32, Vec<(u32, String)>> = BTreeMap::new();
    for ((row, column), text) in sheet.texts().filter(|((row, _), _)| *row > head) {
        rows.entry(row).or_default().push((column, text));
    }
    let mut filled = 0;
    for (row, cells) in rows {
        let mark = Mark::parse(&sheet.text((row, identity)));
        let known = |column: u32| column == identity || form.columns.values().any(|c| *c == column);
        let stray = cells.iter().find(|(column, _)| mark.is_none() || !known(*column));
        let is_filled = !form.filled(row).is_empty();
        if let Some((column, text)) = stray {
            let severe = mark.is_none() && is_filled;
            collection.find(&form.at((row, *column)), |span| fault::stray_text(span, text, severe));
        }
        if let (Some(mark), true) = (mark, is_filled) {
            filled += 1;
            Row::new(&form, row).judge(mark, collection);
        }
    }
    filled
}
