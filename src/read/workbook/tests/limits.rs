//! Workbooks that are larger than their file, or say so.

use std::fmt::Write as _;

use super::{fault, ods, read, sheet, xlsx};
use crate::read::package;
use crate::read::workbook::{Fault, Limits, Problem, open};

#[test]
fn a_cell_at_the_end_of_a_sheet_takes_no_more_than_another() {
    let far = sheet(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
    );
    let told = "[分工] hidden ([], []) table None\n0,0 Float(1.0)\n1048575,16383 Float(2.0)";
    assert_eq!(read(&xlsx(&far, &[])).unwrap(), told);
    let cell = r#"<table:table-cell office:value-type="float" office:value="2"/>"#;
    let far = ods(&format!(
        "<table:table table:name=\"分工\"><table:table-row>{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell/></table:table-row>\
         <table:table-row><table:table-cell table:number-columns-repeated=\"16383\"/>{cell}</table:table-row></table:table>",
        cell.replace('2', "1")
    ));
    assert_eq!(read(&far).unwrap(), told);
    // There is no cell beyond.
    for name in ["XFE1", "A1048577", "ZZZZZZZZ9"] {
        let beyond = sheet(&format!("<row><c r=\"{name}\"><v>1</v></c></row>"));
        assert_eq!(fault(&xlsx(&beyond, &[])), (Problem::Damaged, "分工".to_owned()), "{name}");
    }
}

#[test]
fn declared_counts_are_not_trusted() {
    let strings = "<?xml version=\"1.0\" encoding=\"GBK\"?><x:sst count=\"4000000000\" uniqueCount=\"4000000000\"><x:si><x:t>甲</x:t></x:si></x:sst>";
    let strings = ("xl/sharedStrings.xml", strings.as_bytes());
    let cells = sheet(r#"<row r="1" spans="1:4000000000"><c r="B1" t="s"><v>0</v></c></row>"#);
    assert_eq!(
        read(&xlsx(&cells, &[strings])).unwrap(),
        "[分工] hidden ([], []) table None\n0,1 String(\"甲\")"
    );
    // A shared formula with a number of its own makes room for all before it.
    let formula = sheet(
        r#"<row r="1"><c r="A1"><f t="shared" si="4000000000" ref="A1:XFD1048576">1+1</f><v>2</v></c></row>"#,
    );
    assert_eq!(read(&xlsx(&formula, &[])).unwrap(), "[分工] hidden ([], []) table None\n0,0 Float(2.0) =");
}

#[test]
fn every_limit_names_the_place() {
    let limits = Limits { cells: 2, text: 10, sheets: 1, merged: 1, bytes: 10_000, ..Limits::default() };
    let fault = |bytes: &[u8]| {
        let Fault { problem, sheet, cell } = open(bytes, limits).unwrap_err();
        (problem, sheet, cell)
    };
    let on = Some("分工".to_owned());
    let three = sheet(r#"<row><c><v>1</v></c><c><v>1</v></c><c/><c><v>1</v></c></row>"#);
    assert_eq!(fault(&xlsx(&three, &[])), (Problem::Cells(2), on.clone(), Some((0, 3))));
    let long = sheet(r#"<row><c t="str"><v>12345</v></c></row><row><c t="str"><v>123456</v></c></row>"#);
    assert_eq!(fault(&xlsx(&long, &[])), (Problem::Text(10), on.clone(), Some((1, 0))));
    let merged = "<worksheet><sheetData/><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells></worksheet>";
    assert_eq!(fault(&xlsx(merged, &[])), (Problem::Merged(1), on.clone(), Some((1, 0))));
    let cell =
        r#"<table:table-cell office:value-type="float" office:value="2" table:number-columns-repeated="3"/>"#;
    let row = format!("<table:table-row table:number-rows-repeated=\"1000000000\">{cell}</table:table-row>");
    let repeated = ods(&format!("<table:table table:name=\"分工\">{row}</table:table>"));
    assert_eq!(fault(&repeated), (Problem::Cells(2), on.clone(), Some((0, 2))));
    let spaces = r#"<table:table-cell office:value-type="string"><text:p><text:s text:c="4000000000"/></text:p></table:table-cell>"#;
    let spaces = ods(&format!(
        "<table:table table:name=\"分工\"><table:table-row>{spaces}</table:table-row></table:table>"
    ));
    assert_eq!(fault(&spaces), (Problem::Text(10), on, Some((0, 0))));
    let two = ods("<table:table table:name=\"1\"></table:table><table:table table:name=\"2\"></table:table>");
    assert_eq!(fault(&two), (Problem::Sheets(1), None, None));
    assert_eq!(fault(&[0; 10_001]), (Problem::Bytes(10_000), None, None));
}

#[test]
fn a_list_of_many_sheets_is_refused() {
    let (mut list, mut references) = (String::new(), String::new());
    for i in 0..70_000 {
        write!(list, "<sheet name=\"{i}\" r:id=\"rId{i}\"/>").unwrap();
        let target = "Type=\"a/worksheet\" Target=\"worksheets/sheet1.xml\"";
        write!(references, "<Relationship Id=\"rId{i}\" {target}/>").unwrap();
    }
    let book = format!("<workbook><sheets>{list}</sheets></workbook>");
    let references = format!("<Relationships>{references}</Relationships>");
    let parts = [("xl/workbook.xml", book.as_bytes()), ("xl/_rels/workbook.xml.rels", references.as_bytes())];
    assert_eq!(fault(&xlsx(&sheet(""), &parts)), (Problem::Sheets(1_000), String::new()));
}

#[test]
fn a_part_that_unpacks_without_end_is_refused() {
    let zeros = vec![0; (1 << 20) + 1];
    let bytes = xlsx(&sheet(""), &[("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bytes.len() < 10_000, "{}", bytes.len());
    let package = package::Limits { part: 1 << 20, ..package::Limits::default() };
    let fault = open(&bytes, Limits { package, ..Limits::default() }).unwrap_err();
    let part = package::Fault::PartTooLarge { name: "xl/worksheets/sheet1.xml".to_owned(), limit: 1 << 20 };
    assert_eq!((fault.problem, fault.sheet.as_deref()), (Problem::Package(part), Some("分工")));
}

#[test]
fn nesting_has_no_end_and_needs_no_stack() {
    let deep = "<a>".repeat(100_000);
    let rows = r#"<row><c><v>1</v></c></row>"#;
    let inside = format!("<worksheet>{deep}<sheetData>{rows}</sheetData></worksheet>");
    assert_eq!(read(&xlsx(&inside, &[])).unwrap(), "[分工] hidden ([], []) table None\n0,0 Float(1.0)");
    let cell = format!("<table:table-cell office:value-type=\"string\"><text:p>甲{deep}</table:table-cell>");
    let nested = ods(&format!(
        "<table:table table:name=\"分工\"><table:table-row>{cell}</table:table-row></table:table>"
    ));
    assert_eq!(read(&nested).unwrap(), "[分工] hidden ([], []) table None\n0,0 String(\"甲\")");
}
