//! One table, five ways: the page, both sheets of the workbook, `data.json` and `data.csv` carry the same text
//! cell by cell.

use std::collections::BTreeMap;

use gongkai::model::flat::Flat;
use proptest::prelude::*;
use scraper::{ElementRef, Html, Node, Selector};
use serde_json::Value;

use crate::support::sheet::{Sheet, sheets};
use crate::support::tables::{made, table, understood};
use crate::support::{Project as Folder, copy, files, randomised, repository};

proptest! {
    #![proptest_config(randomised(20))]

    #[test]
    fn generated_tables_say_the_same_everywhere(tables in proptest::collection::vec(table(), 1..3)) {
        let project = understood(&tables);
        compare(&made(&project));
        let notice = &project.notices[0];
        prop_assert!(notice.tables().count() == tables.len());
        let mut items = 0;
        for flat in notice.tables().map(Flat::new) {
            prop_assert_eq!(flat.items().count(), flat.rows().count(), "each row is an item or is none");
            items += flat.items().filter(|is_item| *is_item).count();
        }
        prop_assert_eq!(items, notice.entries().len());
    }
}

#[test]
fn the_examples_say_the_same_everywhere() {
    let mut compared = 0;
    for case in ["published", "attachments"] {
        let project = if case == "published" { Folder::shipped() } else { Folder::empty() };
        if case != "published" {
            copy(&repository().join("tests/site").join(case).join("content"), &project.path("content"));
        }
        project.build_later();
        let mut folders: BTreeMap<String, BTreeMap<String, Vec<u8>>> = BTreeMap::new();
        for (path, bytes) in files(&project.path("output/site")) {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
            folders.entry(folder.to_owned()).or_default().insert(name.to_owned(), bytes);
        }
        for folder in folders
            .values()
            .filter(|folder| folder.contains_key("fragment.html") && folder.contains_key("data.json"))
        {
            compare(folder);
            compared += 1;
        }
    }
    assert_eq!(compared, 2);
}

#[test]
fn a_csv_file_is_utf_8_with_its_mark_and_windows_line_ends() {
    let table =
        "表名: 表\n列: [工作任务, 责任单位]\n任务:\n  - {名称: '=1+1', 责任单位: \"甲\\n乙, \\\"丙\\\"\"}\n";
    let files = made(&understood(&[table.to_owned()]));
    let text = String::from_utf8(files["data.csv"].clone()).unwrap();
    assert_eq!(text, "\u{FEFF}工作任务,责任单位\r\n'=1+1,\"甲\n乙, \"\"丙\"\"\"\r\n");
}

#[test]
fn no_cell_of_a_workbook_is_a_formula() {
    let table = "表名: 表\n列: [工作任务, 备注]\n任务:\n  - {名称: '=1+1', 备注: '@x'}\n  - {名称: '-1', 备注: '+1'}\n";
    let files = made(&understood(&[table.to_owned()]));
    for sheet in sheets(&files["zeren-fenjie-biao.xlsx"]) {
        assert!(!sheet.xml.contains("<f>") && !sheet.xml.contains("<f "), "{}", sheet.xml);
        for text in ["=1+1", "@x", "-1", "+1"] {
            assert!(sheet.cells.iter().any(|cell| cell.2 == text), "{}: {text}", sheet.name);
        }
    }
}

/// Compares the tables of one notice, given the files of its folder.
fn compare(files: &BTreeMap<String, Vec<u8>>) {
    let page = Html::parse_document(std::str::from_utf8(&files["index.html"]).unwrap());
    let data: Value = serde_json::from_slice(&files["data.json"]).unwrap();
    let book = sheets(&files["zeren-fenjie-biao.xlsx"]);
    let tables = data["表"].as_array().unwrap();
    let (printed, plain): (Vec<&Sheet>, Vec<&Sheet>) =
        book.iter().filter(|sheet| sheet.name != "按股室").partition(|sheet| !sheet.name.starts_with("数据"));
    let on_page: Vec<ElementRef<'_>> = page.select(&Selector::parse("table.duties").unwrap()).collect();
    assert_eq!((on_page.len(), plain.len()), (tables.len(), tables.len()));
    for (i, table) in tables.iter().enumerate() {
        let (heads, rows) = of_json(table);
        let name = if i == 0 { "data.csv".to_owned() } else { format!("data-{}.csv", i + 1) };
        let mut csv = of_csv(&files[&name]);
        assert_eq!(csv.remove(0), heads, "heads of {name}");
        assert_eq!(csv, rows, "{name}");
        let mut sheet = of_plain_sheet(plain[i], &heads, rows.len());
        assert_eq!(sheet.remove(0), heads, "heads of 数据");
        assert_eq!(sheet, rows, "数据");
        let has_banners = table["列"][0]["表头"].as_array().unwrap().is_empty();
        assert_eq!(of_page(on_page[i], has_banners, heads.len()), rows, "the page");
        let text = |row: &Vec<String>| row.concat();
        let all: String = of_printed_sheet(printed[i], heads.len() - usize::from(has_banners));
        for cell in rows.iter().flatten().filter(|cell| !cell.is_empty()) {
            assert!(
                all.contains(cell.as_str()),
                "责任分解表 lacks {cell:?} of {:?}",
                rows.iter().map(text).collect::<Vec<_>>()
            );
        }
    }
}

fn of_json(table: &Value) -> (Vec<String>, Vec<Vec<String>>) {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let heads: Vec<String> =
        table["列"].as_array().unwrap().iter().map(|column| text(&column["列"])).collect();
    let row = |row: &Value| -> Vec<String> {
        let row = row.as_object().unwrap();
        assert_eq!(row.keys().collect::<Vec<_>>(), heads.iter().collect::<Vec<_>>());
        row.values().map(text).collect()
    };
    let rows = table["行"].as_array().unwrap().iter().map(row).collect();
    (heads, rows)
}

/// The rows of a CSV file, without the apostrophe that keeps a text from being a formula.
fn of_csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).expect("begins with its mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let text = |field: &str| match field.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']) => {
            rest.to_owned()
        }
        _ => {
            assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r']), "{field:?} would be a formula");
            field.to_owned()
        }
    };
    reader.records().map(|row| row.unwrap().iter().map(text).collect()).collect()
}

/// The columns under those heads; others have headings of the columns that workbooks add.
fn of_plain_sheet(sheet: &Sheet, heads: &[String], rows: usize) -> Vec<Vec<String>> {
    let texts: BTreeMap<(u32, u32), &String> = sheet.cells.iter().map(|c| ((c.0, c.1), &c.2)).collect();
    assert!(sheet.cells.iter().all(|cell| cell.0 as usize <= rows), "nothing else");
    let (own, added): (Vec<_>, Vec<_>) =
        sheet.cells.iter().filter(|cell| cell.0 == 0).partition(|cell| heads.contains(&cell.2));
    let known = ["截止日期", "状态", "最近报送日期"];
    assert!(added.iter().all(|cell| known.contains(&cell.2.trim_end_matches('′'))), "{added:?}");
    let row = |row: usize| {
        let cell = |column: usize| {
            texts
                .get(&(u32::try_from(row).unwrap(), u32::try_from(column).unwrap()))
                .map_or(String::new(), |t| (*t).clone())
        };
        own.iter().map(|head| cell(head.1 as usize)).collect()
    };
    (0..=rows).map(row).collect()
}

/// The rows of a table on a page, spans spread out; rows across the table stand before those below them.
fn of_page(table: ElementRef<'_>, has_banners: bool, width: usize) -> Vec<Vec<String>> {
    let (tbody, tr) = (Selector::parse("tbody").unwrap(), Selector::parse("tr").unwrap());
    let columns = width - usize::from(has_banners);
    let numbered = table.select(&Selector::parse("thead .task").unwrap()).next().is_some();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut banner: Option<(String, bool)> = None;
    let empty = |banner: &Option<(String, bool)>, rows: &mut Vec<Vec<String>>| {
        if let Some((text, false)) = banner {
            rows.push(std::iter::once(text.clone()).chain(vec![String::new(); columns]).collect());
        }
    };
    for block in table.select(&tbody) {
        if block.value().has_class("section", scraper::CaseSensitivity::CaseSensitive) {
            empty(&banner, &mut rows);
            banner = Some((shown(block.select(&tr).next().unwrap().child_elements().next().unwrap()), false));
            continue;
        }
        let lines: Vec<ElementRef<'_>> = block.select(&tr).collect();
        let mut grid: Vec<Vec<Option<Covering>>> = vec![vec![None; columns]; lines.len()];
        for (row, line) in lines.iter().enumerate() {
            for cell in line.child_elements() {
                let span: usize = cell.value().attr("rowspan").map_or(1, |span| span.parse().unwrap());
                let column = grid[row].iter().position(Option::is_none).expect("a free column");
                let heading = cell.value().name() == "th" || numbered && cell.attr("class") == Some("number");
                for (i, covered) in grid[row..row + span].iter_mut().enumerate() {
                    let cell = Covering { text: shown(cell), heading, begins: i == 0 };
                    assert!(covered[column].replace(cell).is_none());
                }
            }
            // A row without cells of its own makes no card.
            if line.child_elements().next().is_some() {
                assert_card(*line, &grid[row]);
            }
        }
        for row in grid {
            let first = has_banners.then(|| banner.as_ref().map_or(String::new(), |(text, _)| text.clone()));
            rows.push(
                first
                    .into_iter()
                    .chain(row.into_iter().map(|cell| cell.expect("every column is filled").text))
                    .collect(),
            );
        }
        if let Some((_, used)) = &mut banner {
            *used = true;
        }
    }
    empty(&banner, &mut rows);
    rows
}

/// The text of a cell, line breaks as line feeds, without what only cards show.
fn shown(cell: ElementRef<'_>) -> String {
    text_of(cell, false)
}

/// The text in an element that stands, or does not stand, on cards only.
fn text_of(element: ElementRef<'_>, again: bool) -> String {
    let is_again = |node: &Node| node.as_element().is_some_and(|e| e.attr("class") == Some("again"));
    let nodes = element.descendants().filter(|n| n.ancestors().any(|above| is_again(above.value())) == again);
    let text = nodes.filter_map(|node| match node.value() {
        Node::Text(text) => Some(text.to_string()),
        Node::Element(element) if element.name() == "br" => Some("\n".to_owned()),
        _ => None,
    });
    text.collect()
}

/// A narrow screen makes a card of each row: it has every value of the row, of those that begin above all but the
/// headings, which stand over the cards.
fn assert_card(line: ElementRef<'_>, row: &[Option<Covering>]) {
    let again = Selector::parse(".again").unwrap();
    let again = line.select(&again).map(|value| text_of(value, true)).collect::<Vec<_>>();
    let card = line.child_elements().map(shown).chain(again);
    let mut card: Vec<String> = card.filter(|text| !text.is_empty()).collect();
    let covering = row.iter().flatten().filter(|cell| cell.begins || !cell.heading);
    let mut wanted: Vec<String> = covering.map(|cell| cell.text.clone()).filter(|t| !t.is_empty()).collect();
    card.sort();
    wanted.sort();
    assert_eq!(card, wanted, "a card of {}", line.html());
}

/// A cell in one of the rows that it spans.
#[derive(Clone)]
struct Covering {
    text: String,
    /// Whether it stands over the cards of its rows.
    heading: bool,
    /// Whether this is its first row.
    begins: bool,
}

/// The texts of a printed sheet column by column, so that the stretches of a long cell stand behind each other.
fn of_printed_sheet(sheet: &Sheet, width: usize) -> String {
    let column = |column: usize| {
        let cells = sheet.cells.iter().filter(move |cell| cell.1 as usize == column);
        let mut cells: Vec<&(u32, u32, String)> = cells.collect();
        cells.sort_by_key(|cell| cell.0);
        cells.into_iter().map(|cell| cell.2.as_str()).collect::<String>()
    };
    (0..width).map(column).collect::<Vec<_>>().join("\u{0}")
}
