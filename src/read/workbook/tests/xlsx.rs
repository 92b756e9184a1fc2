//! xlsx: values, formulas, formats of numbers and days, and the strict form.

use rust_xlsxwriter::{Format, Formula, Table};

use super::{BOOK_RELATIONS, ROOT, read, sheet, xlsx};
use crate::read::workbook::{Cell, Limits, open};

#[test]
fn everything_of_an_xlsx_is_read() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("分工 & <表>").unwrap();
    let merged = Format::new();
    sheet.merge_range(0, 0, 0, 2, "标题", &merged).unwrap();
    sheet.write(1, 0, "一\n二").unwrap();
    sheet.write_with_format(1, 1, 0.5, &Format::new().set_num_format("0.0\"万\"")).unwrap();
    sheet.write_formula(1, 2, Formula::new("=SUM(B2:B2)").set_result("0.5")).unwrap();
    sheet.write(2, 0, true).unwrap();
    sheet.set_row_hidden(2).unwrap();
    sheet.set_column_hidden(3).unwrap();
    sheet.add_table(4, 0, 6, 1, &Table::new()).unwrap();
    book.add_worksheet().set_name("空").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(
        read(&bytes).unwrap(),
        "[分工 & <表>] hidden ([(3, 3)], [(2, 2)]) table Some(7)\n0,0 String(\"标题\")\n1,0 String(\"一\\n二\")\n\
         1,1 Float(0.5) 0.5万\n1,2 Float(0.5) =\n2,0 Bool(true)\n4,0 String(\"Column1\")\n\
         4,1 String(\"Column2\")\n(0, 0)-(0, 2)\n[空] hidden ([], []) table None"
    );
}

#[test]
fn errors_of_new_versions_of_excel_do_not_hide_a_sheet() {
    let cells = sheet(r##"<row><c t="e"><v>#SPILL!</v></c><c t="str"><v>甲</v></c></row>"##);
    assert_eq!(
        read(&xlsx(&cells, &[])).unwrap(),
        "[分工] hidden ([], []) table None\n0,0 Error(Value)\n0,1 String(\"甲\")"
    );
}

#[test]
fn formulas_without_a_value_are_known() {
    let cells = sheet(
        r#"<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f>1+1</f></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f t="shared" si="0"/></c></row>"#,
    );
    let book = open(&xlsx(&cells, &[]), Limits::default()).unwrap();
    assert_eq!(book.sheets[0].uncalculated.iter().copied().collect::<Vec<_>>(), [(0, 1), (0, 2), (0, 4)]);
}

#[test]
fn a_strict_workbook_is_read_with_its_days_written_out() {
    let root = String::from_utf8(ROOT.to_vec()).unwrap();
    let relations = String::from_utf8(BOOK_RELATIONS.to_vec()).unwrap();
    let strict = |text: String| {
        text.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006",
            "http://purl.oclc.org/ooxml/officeDocument",
        )
    };
    let (root, relations) = (strict(root), strict(relations));
    let book = "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" conformance=\"strict\"><workbookPr dateCompatibility=\"false\"/><sheets><sheet name=\"分工\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let styles = "<styleSheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><cellXfs><xf/><xf numFmtId=\"31\"/></cellXfs></styleSheet>";
    let cells = "<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c><c r=\"B1\" s=\"1\" t=\"d\"><v>2025-08-15</v></c></row></sheetData></worksheet>";
    let parts: [(&str, &[u8]); 4] = [
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ];
    assert_eq!(
        read(&xlsx(cells, &parts)).unwrap(),
        "[分工] hidden ([], []) table None\n0,0 String(\"甲\")\n0,1 DateTimeIso(\"2025-08-15\") 2025年8月15日"
    );
}

#[test]
fn days_counted_from_1904_are_the_days_that_are_shown() {
    let styles = "<styleSheet><cellXfs><xf/><xf numFmtId=\"31\"/><xf numFmtId=\"1\"/></cellXfs></styleSheet>";
    let cells = sheet(r#"<row r="1"><c r="A1" s="1"><v>44422</v></c><c r="B1" s="2"><v>44422</v></c></row>"#);
    for (attributes, day) in
        [("date1904=\"1\"", "2025年8月15日"), ("date1904=\"true\"", "2025年8月15日"), ("", "2021年8月14日")]
    {
        let book = format!(
            "<workbook><workbookPr {attributes}/><sheets><sheet name=\"分工\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        );
        let parts: [(&str, &[u8]); 2] =
            [("xl/workbook.xml", book.as_bytes()), ("xl/styles.xml", styles.as_bytes())];
        let book = open(&xlsx(&cells, &parts), Limits::default()).unwrap();
        let texts: Vec<String> = book.sheets[0].cells.values().map(Cell::text).collect();
        assert_eq!(texts, [day, "44422"]);
    }
}
