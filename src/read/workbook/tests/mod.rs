use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{Format, Formula, Table};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::fault::Kind;
use super::{Fault, Limits, Look, Problem, Workbook, open};
use crate::read::package;

/// A workbook as everything that is read of it.
fn dump(book: &Workbook) -> String {
    let mut lines = Vec::new();
    for sheet in &book.sheets {
        let hidden = (&sheet.hidden_columns, &sheet.hidden_rows);
        let is_hidden = if sheet.is_hidden { " (hidden)" } else { "" };
        lines.push(format!("[{}]{is_hidden} hidden {hidden:?} table {:?}", sheet.name, sheet.table_end));
        for ((row, column), cell) in &sheet.cells {
            let formula = if sheet.formulas.contains(&(*row, *column)) { " =" } else { "" };
            let shown = match cell.look {
                Look::Plain => String::new(),
                _ => format!(" {}", cell.text()),
            };
            lines.push(format!("{row},{column} {:?}{shown}{formula}", cell.value));
        }
        lines.extend(sheet.merged.iter().map(|range| format!("{:?}-{:?}", range.start, range.end)));
    }
    lines.join("\n")
}

fn read(bytes: &[u8]) -> Result<String, Fault> {
    open(bytes, Limits::default()).map(|book| dump(&book))
}

/// The problem of a file, with its sheet and cell as findings name them.
fn fault(bytes: &[u8]) -> (Problem, String) {
    let fault = read(bytes).unwrap_err();
    let cell =
        fault.cell.map(|(row, column)| crate::read::workbook::cell::name((row as usize, column as usize)));
    (fault.problem, [fault.sheet, cell].into_iter().flatten().collect::<Vec<_>>().join("!"))
}

fn archive<'p>(parts: impl IntoIterator<Item = (&'p str, &'p [u8])>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const ROOT: &[u8] = br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &[u8] =
    r#"<workbook><sheets><sheet name="分工" sheetId="1" r:id="rId1"/></sheets></workbook>"#.as_bytes();
const BOOK_RELATIONS: &[u8] = br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// An xlsx with one sheet, and parts that replace others or come to them.
fn xlsx(sheet: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let usual = [
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    let kept = usual.into_iter().filter(|(name, _)| others.iter().all(|(other, _)| name != other));
    archive(kept.chain(others.iter().copied()))
}

fn sheet(rows: &str) -> String {
    format!("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>")
}

/// An ods with these tables.
fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    archive([
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

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
fn an_ods_is_read_with_its_repeats() {
    let bytes = ods(
        r#"<table:table table:name="甲"><table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>一<text:s text:c="2"/>&amp;</text:p><text:p>二</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="3.5"><text:p>3.5</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"/></table:table-row></table:table>
        <table:table table:name="乙"><table:table-row><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell></table:table-row></table:table>"#,
    );
    assert_eq!(
        read(&bytes).unwrap(),
        "[甲] hidden ([], []) table None\n2,2 String(\"一  &\\n二\")\n2,3 String(\"一  &\\n二\")\n2,5 Float(3.5) 3.5\n\
         3,2 String(\"一  &\\n二\")\n3,3 String(\"一  &\\n二\")\n3,5 Float(3.5) 3.5\n[乙] hidden ([], []) table None\n0,0 Float(2.0) 2 ="
    );
}

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

#[test]
fn a_table_in_a_cell_does_not_shift_the_others() {
    let inner = "<table:table><table:table-row><table:table-cell office:value-type=\"string\"><text:p>内</text:p></table:table-cell></table:table-row></table:table>";
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let outer = format!(
        "<table:table-cell office:value-type=\"string\"><text:p>外</text:p>{inner}</table:table-cell>"
    );
    let row = format!("<table:table-row>{}{outer}{}</table:table-row>", cell("左"), cell("右"));
    let told = read(&ods(&format!("<table:table table:name=\"表\">{row}</table:table>"))).unwrap();
    assert_eq!(
        told,
        "[表] hidden ([], []) table None\n0,0 String(\"左\")\n0,1 String(\"外\")\n0,2 String(\"右\")"
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
fn content_tells_what_a_file_is() {
    let kind = |bytes: &[u8]| {
        let fault = open(bytes, Limits::default()).unwrap_err();
        (fault.kind(), fault.message().zh)
    };
    let page = "这个文件的内容是网页或 XML，不是工作簿";
    for bytes in [b"<html><table>".as_slice(), b"\xEF\xBB\xBF \r\n<?xml", b"\xFF\xFE<\0h\0"] {
        assert_eq!(kind(bytes), (Kind::NotAWorkbook, page.to_owned()));
    }
    let old = "这是 Excel 4.0 或更早的工作簿，读不出来";
    assert_eq!(kind(b"\x09\x04\x06\x00\x00\x04\x10\x00"), (Kind::NotAWorkbook, old.to_owned()));
    for bytes in [b"".as_slice(), b"a,b\n1,2", b"%PDF-1.7"] {
        assert_eq!(kind(bytes), (Kind::NotAWorkbook, "这个文件不是能读的工作簿".to_owned()));
    }
    let word = archive([(
        "_rels/.rels",
        String::from_utf8(ROOT.to_vec()).unwrap().replace("xl/workbook", "word/document").as_bytes(),
    )]);
    assert_eq!(kind(&word), (Kind::NotAWorkbook, "这个文件是 Word 文档，不是工作簿".to_owned()));
    let locked = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let locked = archive([
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
        ("META-INF/manifest.xml", locked.as_bytes()),
        ("content.xml", b"\x01\x02"),
    ]);
    assert_eq!(kind(&locked), (Kind::Locked, "这个工作簿设了密码".to_owned()));
}

#[test]
fn a_file_that_was_cut_off_is_told() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "甲").unwrap();
    let whole = book.save_to_buffer().unwrap();
    for length in (0..whole.len()).step_by(37) {
        let fault = open(&whole[..length], Limits::default()).unwrap_err();
        assert_eq!(fault.kind(), Kind::NotAWorkbook, "{length}");
    }
    // Every part cut off in the middle.
    let mut parts = ZipArchive::new(Cursor::new(&whole)).unwrap();
    let mut unpacked: Vec<(String, Vec<u8>)> = Vec::new();
    for i in 0..parts.len() {
        let mut part = parts.by_index(i).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        unpacked.push((part.name().unwrap().into_owned(), bytes));
    }
    for cut in 0..unpacked.len() {
        let parts = unpacked.iter().enumerate().map(|(i, (name, bytes))| {
            let end = if i == cut { bytes.len() / 2 } else { bytes.len() };
            (name.as_str(), &bytes[..end])
        });
        // No panic and no end: either it is read all the same, or it is told.
        let _ = open(&archive(parts), Limits::default());
    }
}

#[test]
fn an_xlsb_is_read() {
    let bytes = include_bytes!("../../../tests/workbooks/numbers.xlsb");
    assert_eq!(
        read(bytes).unwrap(),
        "[分工] hidden ([], []) table None\n0,0 String(\"甲\")\n0,1 Float(1.5)\n2,1 Float(3.0) =\n\
         1048575,16383 Bool(true)\n[空] hidden ([], []) table None"
    );
}

/// The main part is the one that the root relation names, whatever its own name.
#[test]
fn an_xlsb_whose_main_part_has_another_name_is_read() {
    let bytes: &[u8] = include_bytes!("../../../tests/workbooks/numbers.xlsb");
    let mut whole = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let parts: Vec<(String, Vec<u8>)> = (0..whole.len())
        .map(|i| {
            let mut part = whole.by_index(i).unwrap();
            let name = part.name().unwrap().replace("workbook.bin", "mappe1.bin");
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            if name.contains("_rels/") || name == "[Content_Types].xml" {
                content =
                    String::from_utf8(content).unwrap().replace("workbook.bin", "mappe1.bin").into_bytes();
            }
            (name, content)
        })
        .collect();
    assert!(parts.iter().any(|(name, _)| name == "xl/mappe1.bin"));
    let renamed = archive(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    assert_eq!(read(&renamed).unwrap(), read(bytes).unwrap());
}

#[test]
fn an_xls_is_read() {
    let bytes = include_bytes!("../../../tests/workbooks/number-formats.xls");
    let book = open(bytes, Limits::default()).unwrap();
    let texts = book.sheets[0].cells.values().map(super::Cell::text);
    assert_eq!(
        texts.collect::<Vec<_>>().join("|"),
        "某县2025年重点工作分工表|序号|工作任务|责任单位|完成比例|投资（元）|完成时限|编号2|1|甲|办公室|70%|1,234,567.50|2025年6月30日|007|\
         2|乙|办公室|100%|2,000.00|2025年9月1日|012"
    );
}

#[test]
fn an_ods_shows_what_it_says_beside_its_values() {
    let cell = |kind: &str, text: &str| {
        format!("<table:table-cell office:value-type={kind}><text:p>{text}</text:p></table:table-cell>")
    };
    let cells = [
        cell("\"percentage\" office:value=\"0.5\"", "50%"),
        cell("\"date\" office:date-value=\"2025-08-15\"", "2025年8月"),
        cell("\"float\" office:value=\"7\" table:number-columns-repeated=\"2\"", "007"),
        "<table:table-cell table:formula=\"of:=[.A1]\"/>".to_owned(),
    ];
    let styles = "<office:automatic-styles><style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>\
                  <style:style style:name=\"co1\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"0.875in\"/></style:style></office:automatic-styles>";
    let columns = "<table:table-column table:style-name=\"co1\" table:number-columns-repeated=\"2\"/><table:table-column table:visibility=\"collapse\"/>";
    let row = format!("<table:table-row table:visibility=\"filter\">{}</table:table-row>", cells.concat());
    let bytes = ods(&format!(
        "{styles}<table:table table:name=\"甲\">{columns}{row}</table:table><table:table table:name=\"乙\" table:style-name=\"ta2\"></table:table>"
    ));
    assert_eq!(
        read(&bytes).unwrap(),
        "[甲] hidden ([(2, 2)], [(0, 0)]) table None\n0,0 Float(0.5) 50%\n0,1 DateTimeIso(\"2025-08-15\") 2025年8月\n\
         0,2 Float(7.0) 007\n0,3 Float(7.0) 007\n[乙] (hidden) hidden ([], []) table None"
    );
    let sheet = &open(&bytes, Limits::default()).unwrap().sheets[0];
    assert_eq!(
        (sheet.uncalculated.iter().collect::<Vec<_>>(), &sheet.widths),
        (vec![&(0, 4)], &vec![(0, 1, 12.0)])
    );
}

/// Texts under `@"份"` and `;;;`, and a number under `;;;`, as `LibreOffice` writes them.
#[test]
fn an_ods_shows_texts_as_their_format_does() {
    let cell = |value: &str, text: &str| {
        format!("<table:table-cell {value} calcext:value-type=\"string\">{text}</table:table-cell>")
    };
    let string = |value: &str| format!("office:value-type=\"string\" office:string-value=\"{value}\"");
    let cells = [
        cell(&string("三"), "<text:p>三份</text:p>"),
        cell(&string("密"), "<text:p/>"),
        cell("office:value-type=\"float\" office:value=\"5\"", "<text:p/>"),
        cell("office:value-type=\"string\"", "<text:p>甲</text:p>"),
    ];
    let row = format!("<table:table-row>{}</table:table-row>", cells.concat());
    let bytes = ods(&format!("<table:table table:name=\"甲\">{row}</table:table>"));
    let sheet = &open(&bytes, Limits::default()).unwrap().sheets[0];
    let texts: Vec<String> = sheet.cells.values().map(super::Cell::text).collect();
    assert_eq!(texts, ["三份", "", "", "甲"]);
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
        let texts: Vec<String> = book.sheets[0].cells.values().map(super::Cell::text).collect();
        assert_eq!(texts, [day, "44422"]);
    }
}
