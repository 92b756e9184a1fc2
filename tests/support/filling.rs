//! A returned handout: our own workbook with cells filled in, rows moved and sheets changed in its XML, as other
//! programs would save it.

use std::io::{Cursor, Read, Write};

/// The part with the sheet to fill in.
pub const SHEET: &str = "xl/worksheets/sheet2.xml";

/// Value for a cell.
#[derive(Clone, Debug)]
pub enum Put {
    /// A text, within the cell.
    Inline(String),
    /// A text, among the workbook's shared strings as Excel saves it.
    Shared(String),
    /// A number, shown as the cell's format has it.
    Number(f64),
    /// A formula and its last value.
    Formula(String, String),
}

/// A text as a person types it.
pub fn typed(text: &str) -> Put {
    Put::Shared(text.to_owned())
}

/// A workbook taken apart.
pub struct Book(Vec<(String, Vec<u8>)>);

impl Book {
    /// Opens a workbook.
    pub fn open(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let parts = (0..archive.len()).map(|i| {
            let mut part = archive.by_index(i).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        });
        Self(parts.collect())
    }

    /// The workbook's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.0 {
            archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    /// Changes a part.
    pub fn change(&mut self, name: &str, change: impl FnOnce(String) -> String) -> &mut Self {
        self.change_bytes(name, |bytes| change(String::from_utf8(bytes).unwrap()).into_bytes())
    }

    /// Changes a part's bytes.
    pub fn change_bytes(&mut self, name: &str, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> &mut Self {
        let part = self.0.iter_mut().find(|part| part.0 == name).unwrap();
        part.1 = change(std::mem::take(&mut part.1));
        self
    }

    /// Adds a sheet in front: a copy of the first, under a name.
    pub fn add_sheet(&mut self, name: &str) -> &mut Self {
        let first = self.0.iter().find(|part| part.0 == "xl/worksheets/sheet1.xml").unwrap().1.clone();
        self.0.push(("xl/worksheets/sheet9.xml".to_owned(), first));
        self.change("[Content_Types].xml", |xml| {
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
            let part = format!("<Override PartName=\"/xl/worksheets/sheet9.xml\" ContentType=\"{kind}\"/>");
            xml.replace("</Types>", &format!("{part}</Types>"))
        });
        self.change("xl/_rels/workbook.xml.rels", |xml| {
            let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
            let way =
                format!("<Relationship Id=\"rId99\" Type=\"{kind}\" Target=\"worksheets/sheet9.xml\"/>");
            xml.replace("</Relationships>", &format!("{way}</Relationships>"))
        });
        self.change("xl/workbook.xml", |xml| {
            xml.replace(
                "<sheets>",
                &format!("<sheets><sheet name=\"{name}\" sheetId=\"99\" r:id=\"rId99\"/>"),
            )
        })
    }

    /// Puts something into a cell, which has to be there (if only as a blank one) or is added to its row's end.
    pub fn put(&mut self, cell: &str, put: &Put) -> &mut Self {
        let (kind, inner) = match put {
            Put::Inline(text) => (" t=\"inlineStr\"", format!("<is>{}</is>", t(text))),
            Put::Shared(text) => (" t=\"s\"", format!("<v>{}</v>", self.share(text))),
            Put::Number(number) => ("", format!("<v>{number}</v>")),
            Put::Formula(formula, value) => {
                (" t=\"str\"", format!("<f>{}</f><v>{}</v>", escaped(formula), escaped(value)))
            }
        };
        self.change(SHEET, |xml| {
            let digits = cell.find(|c: char| c.is_ascii_digit()).unwrap();
            let row = &cell[digits..];
            let start = format!("<c r=\"{cell}\"");
            let Some(at) = xml.find(&start) else {
                let new = format!("<c r=\"{cell}\"{kind}>{inner}</c>");
                let Some(at) = xml.find(&format!("<row r=\"{row}\"")) else {
                    return xml.replace("</sheetData>", &format!("<row r=\"{row}\">{new}</row></sheetData>"));
                };
                let end = at + xml[at..].find("</row>").unwrap();
                return format!("{}{new}{}", &xml[..end], &xml[end..]);
            };
            let head = at + xml[at..].find('>').unwrap();
            let blank = xml[..head].ends_with('/');
            let end = if blank { head + 1 } else { at + xml[at..].find("</c>").unwrap() + "</c>".len() };
            let style = xml[at..head].split_once(" s=\"").map_or("", |(_, s)| s.split('"').next().unwrap());
            format!("{}<c r=\"{cell}\" s=\"{style}\"{kind}>{inner}</c>{}", &xml[..at], &xml[end..])
        })
    }

    /// Puts the rows from `first` on into another order: the `order`th of them stands where it is in the list.
    pub fn sort(&mut self, first: usize, order: &[usize]) -> &mut Self {
        self.change(SHEET, |xml| {
            let start = xml.find(&format!("<row r=\"{first}\"")).unwrap();
            let end = xml.find("</sheetData>").unwrap();
            let rows: Vec<&str> = xml[start..end].split_inclusive("</row>").collect();
            let moved = order.iter().enumerate().map(|(to, from)| {
                let (to, from) = (first + to, first + from);
                let row =
                    rows[from - first].replace(&format!("<row r=\"{from}\""), &format!("<row r=\"{to}\""));
                ('A'..='Z').fold(row, |row, c| {
                    row.replace(&format!("<c r=\"{c}{from}\""), &format!("<c r=\"{c}{to}\""))
                })
            });
            format!("{}{}{}", &xml[..start], moved.collect::<String>(), &xml[end..])
        })
    }

    /// The number of a text among the shared strings, which gain it.
    fn share(&mut self, text: &str) -> usize {
        let mut number = 0;
        self.change("xl/sharedStrings.xml", |xml| {
            number = xml.matches("<si>").count();
            xml.replace("</sst>", &format!("<si>{}</si></sst>", t(text)))
        });
        number
    }
}

fn t(text: &str) -> String {
    format!("<t xml:space=\"preserve\">{}</t>", escaped(text))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\r', "&#13;")
}
