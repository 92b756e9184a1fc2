//! An entry of a list becomes a notice.

use crate::model::joined::JoinedNotice;
use crate::read::joined::address::Site;
use crate::read::joined::fault::Wrong;
use crate::read::joined::file::{Entry, is_good, moment};

/// A notice of the list, or the value that is wrong.
pub fn notice(entry: Entry, site: &mut Site, bureau: usize) -> Result<JoinedNotice, (String, Wrong)> {
    if let Some(text) = entry.texts().find(|text| !is_good(text)) {
        return Err((text.to_owned(), Wrong::Text));
    }
    if entry.title.trim().is_empty() {
        return Err((entry.title, Wrong::Text));
    }
    let Some(dated) = moment(&entry.dated) else { return Err((entry.dated, Wrong::Day)) };
    let Some(day) = moment(&entry.published) else { return Err((entry.published, Wrong::Day)) };
    let page = match site.linked(&entry.address) {
        Some(page) if site.has(&entry.address) => page,
        Some(_) => return Err((entry.address, Wrong::Missing)),
        None => return Err((entry.address, Wrong::Outside)),
    };
    let data = match entry.data {
        Some(address) => match site.linked(&address) {
            Some(data) => Some(data),
            None => return Err((address, Wrong::Outside)),
        },
        None => None,
    };
    Ok(JoinedNotice {
        bureau,
        title: entry.title,
        example: entry.example,
        page,
        data,
        index: entry.index,
        number: entry.number,
        issuers: entry.issuers,
        sections: entry.sections,
        dated,
        day,
        published: entry.published,
    })
}
