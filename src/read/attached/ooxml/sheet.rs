//! Sheets of a workbook: cells, comments, and everything that stands around them.

use std::collections::{BTreeMap, BTreeSet};

use crate::message;
use crate::model::attached::TraceKind;
use crate::read::attached::found::Found;
use crate::read::attached::ooxml::words::COMMENTER;
use crate::read::attached::xml::{self, Event};
use crate::read::attached::xml_part::broken;
use crate::text::personal::find;

/// Elements of a sheet, and how people call their place.
const PLACES: &[(&str, &str)] = &[
    ("oddHeader", "页眉"),
    ("evenHeader", "页眉"),
    ("firstHeader", "页眉"),
    ("oddFooter", "页脚"),
    ("evenFooter", "页脚"),
    ("firstFooter", "页脚"),
    ("dataValidation", "数据验证"),
    ("formula1", "数据验证"),
    ("formula2", "数据验证"),
    ("hyperlink", "超链接"),
    ("filter", "筛选"),
];

/// The shared strings in which a number stands, by their numbers: other strings are not kept.
pub fn strings(text: &str, found: &mut Found) -> BTreeMap<usize, String> {
    let (mut strings, mut index) = (BTreeMap::new(), 0);
    let whole = xml::read(text, |event| match event {
        Event::Text(_, text) if !find(text).is_empty() => {
            strings.entry(index).or_insert_with(String::new).push_str(text);
        }
        Event::Close("si") => index += 1,
        _ => {}
    });
    if !whole {
        found.unsearched("共享字符串", broken());
    }
    strings
}

/// Searches a sheet: every cell at its place, everything else by its element.
pub fn read(
    text: &str,
    sheet: &str,
    strings: &BTreeMap<usize, String>,
    used: &mut BTreeSet<usize>,
    found: &mut Found,
) {
    let mut cell: Option<(String, bool)> = None;
    let mut element = String::new();
    let mut around = "";
    let whole = xml::read(text, |event| match event {
        Event::Open(tag) => {
            tag.name().clone_into(&mut element);
            if element == "c" {
                cell = Some((tag.get("r").unwrap_or_default(), tag.get("t").is_some_and(|kind| kind == "s")));
                return;
            }
            if let Some((_, place)) = PLACES.iter().find(|(name, _)| *name == element) {
                around = place;
            }
            if element == "ddeLink" {
                found.active("", message!("DDE 链接", "a DDE link"));
            }
            tag.each(|_, value| found.text(|| beside(sheet, cell.as_ref(), around), value));
        }
        Event::Close(name) => {
            if *name == "c" {
                cell = None;
            }
            if PLACES.iter().any(|(known, _)| known == name) {
                around = "";
            }
        }
        Event::Text(_, text) => match &cell {
            Some((_, true)) if element == "v" => {
                if let Some((index, text)) =
                    text.trim().parse().ok().and_then(|i: usize| strings.get_key_value(&i))
                {
                    used.insert(*index);
                    found.text(|| beside(sheet, cell.as_ref(), ""), text);
                }
            }
            Some(_) if element == "f" => found.text(|| beside(sheet, cell.as_ref(), "公式"), text),
            Some(_) => {
                let digits = all_digits(text);
                found.text(|| beside(sheet, cell.as_ref(), ""), digits.as_deref().unwrap_or(text));
            }
            None if matches!(around, "页眉" | "页脚") => {
                found.text(|| beside(sheet, None, around), &without_codes(text));
            }
            None => found.text(|| beside(sheet, None, around), text),
        },
    });
    if !whole {
        found.unsearched(sheet, broken());
    }
}

/// A long number without a fraction as all its digits: workbooks store 1.3812345678E10.
fn all_digits(text: &str) -> Option<String> {
    let number: f64 = text.trim().parse().ok()?;
    let is_whole = number.fract() == 0.0 && number.abs() < 1e20;
    (is_whole && text.contains(['e', 'E', '.'])).then(|| format!("{number:.0}"))
}

/// A header or footer without its codes: `&C` centres, `&"Arial,Bold"` and `&12` choose the font, `&K` the colour.
fn without_codes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut pieces = text.split('&');
    plain.push_str(pieces.next().unwrap_or_default());
    while let Some(piece) = pieces.next() {
        let digits = piece.bytes().take(3).take_while(u8::is_ascii_digit).count();
        let rest = match piece.chars().next() {
            // Two of them stand for one.
            None => {
                plain.push('&');
                pieces.next().unwrap_or_default()
            }
            Some('"') => piece[1..].split_once('"').map_or("", |(_, rest)| rest),
            Some('K') => piece.get(7..).unwrap_or_default(),
            Some(_) if digits > 0 => &piece[digits..],
            Some('L' | 'C' | 'R') => {
                plain.push('\n');
                &piece[1..]
            }
            Some(code) => &piece[code.len_utf8()..],
        };
        plain.push_str(rest);
    }
    plain
}

fn beside(sheet: &str, cell: Option<&(String, bool)>, what: &str) -> String {
    match (cell, what) {
        (Some((cell, _)), "") => format!("{sheet}!{cell}"),
        (Some((cell, _)), what) => format!("{sheet}!{cell} {what}"),
        (None, "") => sheet.to_owned(),
        (None, what) => format!("{sheet} {what}"),
    }
}

/// Comments, old and threaded: each belongs to a cell.
pub fn comments(text: &str, place: &str, found: &mut Found) {
    let (sheet, _) = place.rsplit_once(' ').unwrap_or((place, ""));
    let (mut cell, mut element) = (String::new(), String::new());
    let whole = xml::read(text, |event| match event {
        Event::Open(tag) => {
            tag.name().clone_into(&mut element);
            if let Some(at) = tag.get("ref") {
                cell = at;
            }
            tag.each(|_, value| found.text(|| format!("{sheet}!{cell} 批注"), value));
        }
        Event::Text(_, name) if element == "author" => found.trace(TraceKind::Author, COMMENTER, name),
        Event::Text(_, text) => found.text(|| format!("{sheet}!{cell} 批注"), text),
        Event::Close(_) => {}
    });
    if !whole {
        found.unsearched(place, broken());
    }
}

#[cfg(test)]
mod tests {
    use super::without_codes;

    #[test]
    fn codes_of_headers_are_no_text() {
        let header = "&L&\"宋体,Bold\"&12 电话138&B1234&B5678&C甲&&乙&K00FF00&R13812345678";
        assert_eq!(without_codes(header), "\n 电话13812345678\n甲&乙\n13812345678");
    }
}
