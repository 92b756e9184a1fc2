//! The styles of a workbook, reduced to number formats: the rest is of no use and takes much memory.

use std::fmt::Write;

use crate::read::workbook::markup::{each, raw};
use crate::read::workbook::{Fault, Problem};

/// The most cell formats; Excel has 65,490.
const FORMATS: usize = 100_000;

/// The longest number format, in bytes; Excel has 255 characters.
const LONGEST: usize = 1_024;

/// A part with the number formats and the cell formats of another, in the same order.
pub fn slim(xml: &str) -> Result<String, Fault> {
    let (mut formats, mut cells, mut count) = (String::new(), String::new(), 0_usize);
    // Formats of cells stand among those of styles, which have the same name.
    let mut in_cells = false;
    each(xml, |tag| {
        match tag.local_name().as_ref() {
            "numFmt" => {
                let (id, code) = (raw(tag, "numFmtId"), raw(tag, "formatCode"));
                if let (Some(id), Some(code)) = (id, code)
                    && code.len() <= LONGEST
                    && count < FORMATS
                {
                    let (id, code) = (id.replace('"', "&quot;"), code.replace('"', "&quot;"));
                    let _ = write!(formats, "<numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>");
                    count += 1;
                }
            }
            "cellXfs" => in_cells = true,
            "cellStyleXfs" | "cellStyles" | "dxfs" | "tableStyles" | "colors" | "extLst" => in_cells = false,
            "xf" if in_cells => {
                count += 1;
                if count > FORMATS {
                    return Err(Problem::Damaged);
                }
                match raw(tag, "numFmtId") {
                    Some(id) => {
                        let id = id.replace('"', "&quot;");
                        let _ = write!(cells, "<xf numFmtId=\"{id}\"/>");
                    }
                    None => cells.push_str("<xf/>"),
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(format!("<styleSheet><numFmts>{formats}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>"))
}

#[cfg(test)]
mod tests {
    use super::slim;

    #[test]
    fn number_formats_are_kept_in_their_order() {
        let xml = r#"<?xml version="1.0"?><styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode='0.0"万元"'/></numFmts>
            <fonts><font><name val="long"/></font></fonts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
            <cellXfs count="9"><xf fontId="0"/><xf numFmtId="164"><alignment wrapText="1"/></xf></cellXfs>
            <dxfs><dxf><xf numFmtId="7"/></dxf></dxfs></styleSheet>"#;
        assert_eq!(
            slim(xml).unwrap(),
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0&quot;万元&quot;\"/></numFmts>\
             <cellXfs><xf/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
        );
        let many = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(100_001));
        assert!(slim(&many).is_err());
    }
}
