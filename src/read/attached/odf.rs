//! OpenDocument (ISO 26300) and OFD (GB/T 33190): zip archives of XML parts.

use crate::message;
use crate::model::attached::TraceKind;
use crate::read::attached::found::Found;
use crate::read::attached::ooxml::COMMENTER;
use crate::read::attached::part::{other, part};
use crate::read::attached::properties;
use crate::read::attached::xml;
use crate::read::attached::xml_part::{broken, xml_text};
use crate::read::package::Package;
use crate::read::workbook::cell::letters;

use xml::{Event, Tag};

/// Searches every part of a document.
pub fn read(package: &mut Package<'_>, found: &mut Found) {
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    for name in &names {
        let Some(bytes) = part(package, name, found) else { continue };
        let file = name.rsplit('/').next().unwrap_or(name);
        let is_macro = |folder: &str| {
            name.starts_with(folder) && !file.starts_with("script-l") && !file.starts_with("dialog-l")
        };
        if is_macro("Basic/") || is_macro("Scripts/") {
            found.active("", message!("宏", "macros"));
        }
        match file {
            "content.xml" | "styles.xml" => content(&xml_text(&bytes), name, found),
            "meta.xml" => properties::read(&xml_text(&bytes), found),
            "manifest.xml" if is_encrypted(&xml_text(&bytes)) => {
                return found.unsearched("", message!("设了密码", "it is locked with a password"));
            }
            "mimetype" => {}
            _ if name.contains("_rels/") => {}
            _ => other(name, &place_of(name), &bytes, found),
        }
    }
}

/// OFD keeps each page in a folder of its own.
fn place_of(name: &str) -> String {
    let page = name.split_once("/Page_").and_then(|(_, rest)| rest.split_once('/'));
    let number = page.and_then(|(number, _)| number.parse::<u32>().ok());
    number.map_or_else(|| name.to_owned(), |number| format!("第{}页", number + 1))
}

fn is_encrypted(manifest: &str) -> bool {
    let mut encrypted = false;
    xml::read(manifest, |event| {
        encrypted |= matches!(event, Event::Open(tag) if tag.name() == "encryption-data");
    });
    encrypted
}

/// Current place in a document.
#[derive(Debug, Default)]
struct Place {
    paragraph: usize,
    table: Option<String>,
    row: usize,
    column: usize,
    /// How many rows and columns the current row and column are repeated.
    rows: usize,
    columns: usize,
    page: usize,
    around: &'static str,
}

impl Place {
    fn open(&mut self, tag: &Tag<'_>) {
        let number = |key: &str| tag.get(key).and_then(|value| value.parse().ok()).unwrap_or(1_usize);
        match tag.name() {
            "table" if self.table.is_none() => {
                self.table = tag.get("name");
                (self.row, self.rows) = (0, 0);
            }
            "table-row" => {
                self.row = self.row.saturating_add(self.rows);
                self.rows = number("number-rows-repeated");
                (self.column, self.columns) = (0, 0);
            }
            "table-cell" | "covered-table-cell" => {
                self.column = self.column.saturating_add(self.columns);
                self.columns = number("number-columns-repeated");
            }
            "page" => self.page += 1,
            "p" | "h" if self.around.is_empty() => self.paragraph += 1,
            name => {
                if let Some(around) = around(name) {
                    self.around = around;
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "table" => self.table = None,
            name if around(name).is_some() => self.around = "",
            _ => {}
        }
    }

    fn text(&self) -> String {
        let place = match &self.table {
            Some(table) if self.rows > 0 => {
                // Bounded, because a document may declare any number of columns.
                let column = letters(self.column.min(1 << 20));
                format!("{table}!{column}{}", self.row.saturating_add(1))
            }
            Some(table) => table.clone(),
            None if self.page > 0 => format!("第{}页", self.page),
            None if self.around.is_empty() => format!("第{}段", self.paragraph),
            None => return self.around.to_owned(),
        };
        if self.around.is_empty() { place } else { format!("{place} {}", self.around) }
    }
}

/// Names of elements whose texts are not part of the running text.
fn around(name: &str) -> Option<&'static str> {
    Some(match name {
        "annotation" => "批注",
        "note" => "注释",
        "notes" => "备注",
        "header" | "header-left" | "header-first" => "页眉",
        "footer" | "footer-left" | "footer-first" => "页脚",
        "tracked-changes" => "修订",
        "content-validation" => "数据验证",
        "text-box" => "文本框",
        _ => return None,
    })
}

/// The body of a document, or its styles with headers and footers.
fn content(text: &str, name: &str, found: &mut Found) {
    let mut place = Place::default();
    let mut element = String::new();
    let whole = xml::read(text, |event| match event {
        Event::Open(tag) => {
            place.open(tag);
            tag.name().clone_into(&mut element);
            active(tag, found);
            tag.each(|_, value| found.text(|| place.text(), value));
        }
        Event::Close(name) => place.close(name),
        Event::Text(_, name) if element == "creator" => found.trace(TraceKind::Author, COMMENTER, name),
        Event::Text(_, text) => found.text(|| place.text(), text),
    });
    if !whole {
        found.unsearched(name, broken());
    }
}

/// Tags that run something or load something from elsewhere.
fn active(tag: &Tag<'_>, found: &mut Found) {
    let target = tag.get("href").unwrap_or_default();
    match tag.name() {
        "event-listener" if target.contains("script:") => found.active("", message!("宏", "macros")),
        "dde-link" | "dde-connection-decl" | "dde-source" => {
            found.active("", message!("DDE 链接", "a DDE link"));
        }
        "object" | "object-ole" | "plugin" | "applet" | "image" if target.contains("://") => {
            found
                .active("", message!("打开时要读取的外部文件", "a file elsewhere that is loaded on opening"));
        }
        _ => {}
    }
}
