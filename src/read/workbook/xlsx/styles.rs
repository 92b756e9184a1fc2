//! The styles of a workbook, reduced to number formats: the rest is of no use and takes much memory.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use crate::read::workbook::format::builtin;
use crate::read::workbook::markup::{attribute, each, raw};
use crate::read::workbook::{Fault, Look, Problem};

/// The most cell formats; Excel has 65,490.
const FORMATS: usize = 100_000;

/// The longest number format, in characters, as in Excel.
const LONGEST: usize = 255;

/// The number formats of a workbook.
#[derive(Debug, Default)]
pub struct Styles {
    /// The codes of its own formats by their numbers.
    codes: BTreeMap<u16, Arc<str>>,
    /// The number of each cell style's format.
    cells: Vec<u16>,
}

impl Styles {
    /// Reads the formats of a part.
    pub fn read(xml: &str) -> Result<Self, Fault> {
        let mut styles = Self::default();
        // Formats of cells stand among those of styles, which have the same name.
        let mut in_cells = false;
        each(xml, |tag| {
            let id = || raw(tag, "numFmtId").and_then(|id| id.parse().ok());
            match tag.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (id(), attribute(tag, "formatCode"))
                        && code.chars().count() <= LONGEST
                    {
                        styles.codes.insert(id, code.into());
                    }
                }
                "cellXfs" => in_cells = true,
                "cellStyleXfs" | "cellStyles" | "dxfs" | "tableStyles" | "colors" | "extLst" => {
                    in_cells = false;
                }
                "xf" if in_cells => {
                    styles.cells.push(id().unwrap_or(0));
                    if styles.cells.len() > FORMATS {
                        return Err(Problem::Damaged);
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(styles)
    }

    /// A part for the library, which tells by the formats which numbers are days.
    pub fn part(&self) -> String {
        let (mut formats, mut cells) = (String::new(), String::new());
        for (id, code) in &self.codes {
            let code = quick_xml::escape::escape(&**code);
            let _ = write!(formats, "<numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>");
        }
        for id in &self.cells {
            let _ = write!(cells, "<xf numFmtId=\"{id}\"/>");
        }
        format!("<styleSheet><numFmts>{formats}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>")
    }

    /// How each cell style shows a value.
    pub fn looks(&self, from_1904: bool) -> Vec<Look> {
        let look = |id: &u16| look(*id, &self.codes, from_1904);
        self.cells.iter().map(look).collect()
    }
}

/// How a value is shown under the format of a number, which the workbook defines or every workbook has.
pub fn look(id: u16, codes: &BTreeMap<u16, Arc<str>>, from_1904: bool) -> Look {
    match codes.get(&id).cloned().or_else(|| builtin(id).filter(|_| id != 0).map(Arc::from)) {
        Some(code) => Look::Format { code, from_1904 },
        None => Look::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::{Look, Styles};

    #[test]
    fn number_formats_are_kept_in_their_order() {
        let xml = r#"<?xml version="1.0"?><styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode='0.0&quot;万元&quot;'/></numFmts>
            <fonts><font><name val="long"/></font></fonts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
            <cellXfs count="9"><xf fontId="0"/><xf numFmtId="164"><alignment wrapText="1"/></xf><xf numFmtId="57"/></cellXfs>
            <dxfs><dxf><xf numFmtId="7"/></dxf></dxfs></styleSheet>"#;
        let styles = Styles::read(xml).unwrap();
        let format = |code: &str| Look::Format { code: code.into(), from_1904: false };
        assert_eq!(styles.looks(false), [Look::Plain, format("0.0\"万元\""), format("yyyy\"年\"m\"月\"")]);
        assert_eq!(
            styles.part(),
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0&quot;万元&quot;\"/></numFmts>\
             <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"57\"/></cellXfs></styleSheet>"
        );
        let many = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(100_001));
        assert!(Styles::read(&many).is_err());
    }
}
