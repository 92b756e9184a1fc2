//! A workbook read back by another library, and by looking into its XML for what that does not tell.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use gongkai::model::repeat::repeats;
use rust_xlsxwriter::utility::row_col_to_cell;

/// A merged range: first row, first column, last row, last column, from 0.
pub type Merge = (u32, u32, u32, u32);

/// One sheet.
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Every cell with text: row, column, text as it is shown.
    pub cells: Vec<(u32, u32, String)>,
    /// The cells of those that hold a number or a day.
    pub numbers: Vec<(u32, u32)>,
    /// Merged ranges, in order.
    pub merges: Vec<Merge>,
    /// Row heights in points, by row.
    pub heights: Vec<(u32, f64)>,
    /// The sheet's XML.
    pub xml: String,
}

impl Sheet {
    /// The text of a cell; empty where there is none.
    pub fn text(&self, row: u32, column: u32) -> &str {
        self.cells.iter().find(|cell| (cell.0, cell.1) == (row, column)).map_or("", |cell| &cell.2)
    }

    /// The cells without those that repeat the words of a cell on a further page.
    pub fn written(&self) -> Vec<&(u32, u32, String)> {
        let mut above: BTreeMap<u32, &str> = BTreeMap::new();
        let mut written = Vec::new();
        for cell in &self.cells {
            if !above.get(&cell.1).is_some_and(|text| repeats(&cell.2, text)) {
                above.insert(cell.1, &cell.2);
                written.push(cell);
            }
        }
        written
    }

    /// The rows with which printed pages begin.
    pub fn breaks(&self) -> Vec<u32> {
        let breaks = self.xml.split("<rowBreaks").nth(1).unwrap_or("");
        breaks.split("<brk ").skip(1).map(|tag| attribute(tag, "id").unwrap().parse().unwrap()).collect()
    }

    /// The sheet's texts, merged ranges and heights.
    pub fn dump(&self) -> String {
        let mut text = format!("== {} ==\n", self.name);
        for (row, column, value) in &self.cells {
            writeln!(text, "{row},{column}: {}", value.replace('\n', "⏎")).unwrap();
        }
        writeln!(text, "merged: {:?}", self.merges).unwrap();
        writeln!(text, "heights: {:?}", self.heights).unwrap();
        text
    }
}

/// Every sheet of a workbook, in order.
pub fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let formats = Formats::read(&part(bytes, "xl/styles.xml"));
    let sheet = |(i, name): (usize, String)| {
        let range = book.worksheet_range(&name).unwrap();
        let xml = part(bytes, &format!("xl/worksheets/sheet{}.xml", i + 1));
        let (formats, mut numbers) = (formats.of_cells(&xml), Vec::new());
        let (top, left) = range.start().unwrap_or_default();
        let cells = range.used_cells().map(|(row, column, data)| {
            let place = (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
            let number = match data {
                Data::Empty => return (place.0, place.1, String::new()),
                Data::String(text) => return (place.0, place.1, text.clone()),
                Data::Float(number) => *number,
                #[expect(clippy::cast_precision_loss, reason = "numbers of tables are small")]
                Data::Int(number) => *number as f64,
                Data::DateTime(day) => day.as_f64(),
                other => panic!("{name} {place:?}: {other:?} is written by nobody"),
            };
            numbers.push(place);
            (
                place.0,
                place.1,
                shown(number, formats[&row_col_to_cell(place.0, u16::try_from(place.1).unwrap())]),
            )
        });
        let cells = cells.filter(|cell| !cell.2.is_empty()).collect();
        let areas = book.merge_cells_by_sheet_name(&name).unwrap();
        let mut merges: Vec<Merge> =
            areas.iter().map(|area| (area.start.0, area.start.1, area.end.0, area.end.1)).collect();
        merges.sort_unstable();
        Sheet { name, cells, numbers, merges, heights: heights(&xml), xml }
    };
    names.into_iter().enumerate().map(sheet).collect()
}

/// A part of a workbook, which is a zip archive.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The number formats of a workbook: of each style of cells.
pub struct Formats(Vec<String>);

impl Formats {
    /// Reads them from the part with the styles.
    pub fn read(styles: &str) -> Self {
        let own: Vec<(String, String)> = styles
            .split("<numFmt ")
            .skip(1)
            .map(|format| (attribute(format, "numFmtId").unwrap(), attribute(format, "formatCode").unwrap()))
            .collect();
        let cells = styles.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap();
        let code = |style: &str| {
            let id = attribute(style, "numFmtId").unwrap();
            match own.iter().find(|(known, _)| *known == id) {
                Some((_, code)) => code.replace("&quot;", "\""),
                // Those that every program knows (ECMA-376 Part 1, 18.8.30).
                None => match id.as_str() {
                    "0" => "General",
                    "1" => "0",
                    "2" => "0.00",
                    "3" => "#,##0",
                    "4" => "#,##0.00",
                    "49" => "@",
                    other => panic!("{other}: a format that is used nowhere"),
                }
                .to_owned(),
            }
        };
        Self(cells.split("<xf ").skip(1).map(code).collect())
    }

    /// The number formats of the cells of a sheet.
    pub fn of_cells(&self, xml: &str) -> BTreeMap<String, &str> {
        let format = |cell: &str| {
            let style = attribute(&cell[..cell.find('>').unwrap()], " s")
                .map_or(0, |style: String| style.parse().unwrap());
            (cell[..cell.find('"').unwrap()].to_owned(), self.0[style].as_str())
        };
        xml.split("<c r=\"").skip(1).map(format).collect()
    }
}

/// A number as a person sees it in a cell of that number format.
pub fn shown(number: f64, format: &str) -> String {
    if !format.contains('y') {
        let (plain, decimals) = format.split_once('.').unwrap_or((format, ""));
        assert!(
            ["General", "0", "#,##0"].contains(&plain) && decimals.bytes().all(|c| c == b'0'),
            "{format}"
        );
        let shown = format!("{number:.*}", decimals.len());
        let whole = shown.find('.').unwrap_or(shown.len());
        let marks = if plain.contains(',') { whole.saturating_sub(1) / 3 } else { 0 };
        return (1..=marks).fold(shown, |mut shown, mark| {
            shown.insert(whole - 3 * mark, ',');
            shown
        });
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole days")]
    let day = jiff::civil::date(1899, 12, 30) + jiff::Span::new().days(number as i64);
    let (mut text, mut rest) = (String::new(), format);
    for (code, value) in [
        ("yyyy", format!("{:04}", day.year())),
        ("mm", format!("{:02}", day.month())),
        ("m", day.month().to_string()),
        ("dd", format!("{:02}", day.day())),
        ("d", day.day().to_string()),
    ] {
        let Some(after) = rest.strip_prefix(code) else { continue };
        text.push_str(&value);
        let end = after.find(['m', 'd']).unwrap_or(after.len());
        text.push_str(&after[..end].replace(['"', '\\'], ""));
        rest = &after[end..];
    }
    assert_eq!(rest, "", "{format}");
    text
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split_once(&format!("{name}=\""))?.1;
    Some(value[..value.find('"')?].to_owned())
}

fn heights(xml: &str) -> Vec<(u32, f64)> {
    let rows = xml.split("<row ").skip(1).map(|row| &row[..row.find('>').unwrap()]);
    let height = |row: &str| {
        let number: u32 = attribute(row, "r")?.parse().ok()?;
        Some((number - 1, attribute(row, "ht")?.parse().ok()?))
    };
    rows.filter_map(height).collect()
}
