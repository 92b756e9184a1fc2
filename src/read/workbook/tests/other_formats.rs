//! ods, xlsb and xls.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{archive, ods, read};
use crate::read::workbook::{Cell, Limits, open};

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
fn an_xlsb_is_read() {
    let bytes = include_bytes!("../../../../tests/workbooks/numbers.xlsb");
    assert_eq!(
        read(bytes).unwrap(),
        "[分工] hidden ([], []) table None\n0,0 String(\"甲\")\n0,1 Float(1.5)\n2,1 Float(3.0) =\n\
         1048575,16383 Bool(true)\n[空] hidden ([], []) table None"
    );
}

/// The main part is the one that the root relation names, whatever its own name.
#[test]
fn an_xlsb_whose_main_part_has_another_name_is_read() {
    let bytes: &[u8] = include_bytes!("../../../../tests/workbooks/numbers.xlsb");
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
    let bytes = include_bytes!("../../../../tests/workbooks/number-formats.xls");
    let book = open(bytes, Limits::default()).unwrap();
    let texts = book.sheets[0].cells.values().map(Cell::text);
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
    let texts: Vec<String> = sheet.cells.values().map(Cell::text).collect();
    assert_eq!(texts, ["三份", "", "", "甲"]);
}
