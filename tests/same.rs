//! One table, five ways: the page, both sheets of the workbook, `data.json` and `data.csv` carry the same text
//! cell by cell.

use std::collections::BTreeMap;

use gongkai::model::flat::Flat;
use proptest::prelude::*;
use scraper::{ElementRef, Html, Node, Selector};
use serde_json::Value;

use crate::support::dump::paragraphs;
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
    let (mut compared, mut cells) = (0, 0);
    for case in ["published", "attachments", "tables", "papers", "portal"] {
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
            cells += compare_document(folder);
            compared += 1;
        }
    }
    assert_eq!(compared, 16);
    assert!(cells > 300, "{cells}");
}

/// A cell of this many characters may go on over the end of a page, with the cells beside it between its parts.
const WHOLE: usize = 120;

/// Looks for the cells of a notice's tables in its Word document, where line feeds are breaks. Returns how many were there.
fn compare_document(files: &BTreeMap<String, Vec<u8>>) -> usize {
    // Tasks of the body stand there as paragraphs, as they do on the page.
    if !String::from_utf8_lossy(&files["index.html"]).contains("<table class=\"duties") {
        return 0;
    }
    let (name, document) = files
        .iter()
        .find(|(name, _)| name.rsplit_once('.').is_some_and(|(_, ending)| ending == "docx"))
        .unwrap();
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let all = plain(&paragraphs(document).concat());
    let data: Value = serde_json::from_slice(&files["data.json"]).unwrap();
    let rows = data["表"].as_array().unwrap().iter().flat_map(|table| of_json(table).1);
    let cells: Vec<String> =
        rows.flatten().filter(|cell| !cell.is_empty() && cell.chars().count() < WHOLE).collect();
    for cell in &cells {
        assert!(all.contains(&plain(cell)), "{name} lacks {cell:?}");
    }
    cells.len()
}

/// Whatever 序号 counts: one number of a row in the data, on the printed sheet, in the hand-out and on the ledger page.
#[test]
fn every_number_is_the_same_in_the_handout_and_the_ledger() {
    for (counts, task, measure, numbers, ledger) in [
        ("任务", "编号: 二, ", "编号: 1-2, ", ["1", "1", "二"], ["1 排查", "1-2查食堂。", "二 建制"]),
        ("举措", "", "编号: 1-2, ", ["1", "1-2", "3"], ["1 查校舍。", "1-2查食堂。", "3 修制度。"]),
        ("行", "", "", ["1", "2", "3"], ["1 查校舍。", "2 查食堂。", "3 修制度。"]),
    ] {
        let project = Folder::empty();
        project.write("content/site.yaml", "名称: 某局\n").write("content/offices.yaml", "股室: [甲股]\n");
        project.write("content/lan/column.yaml", "名称: 栏目\n").write(
            "content/lan/tongzhi/notice.md",
            "---\n标题: 通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n附件:\n  - {表: tasks.yaml, 名称: 表}\n---\n现通知如下。\n",
        );
        let rest = "责任股室: 甲股";
        project.write(
            "content/lan/tongzhi/tasks.yaml",
            format!(
                "表名: 表\n列: [{{列: 序号, 计数: {counts}}}, 工作任务, 工作举措, 责任股室]\n任务:\n  - {{名称: 排查, 举措: [{{内容: 查校舍。, {rest}}}, {{{measure}内容: 查食堂。, {rest}}}]}}\n  - {{{task}名称: 建制, 举措: [{{内容: 修制度。, {rest}}}]}}\n"
            ),
        );
        project.write(
            "content/lan/tongzhi/progress/2024-08-10-jia.md",
            "---\n日期: 2024-08-10\n股室: 甲股\n事项: \"1.1\"\n举措开头: 查校舍\n状态: 正在推进\n公开: true\n发布日期: 2024-08-11 09:00\n---\n已查。\n",
        );
        project.build_later();
        let read = |path: &str| std::fs::read(project.path(&format!("output/{path}"))).unwrap();
        let data: Value = serde_json::from_slice(&read("site/lan/tongzhi/data.json")).unwrap();
        let rows = data["表"][0]["行"].as_array().unwrap();
        assert_eq!(rows.iter().map(|row| row["序号"].as_str().unwrap()).collect::<Vec<_>>(), numbers);
        let mut printed = sheets(&read("site/lan/tongzhi/zeren-fenjie-biao.xlsx")).remove(0).cells;
        printed.retain(|cell| cell.1 == 0);
        let mut printed: Vec<&str> = printed.iter().map(|cell| cell.2.as_str()).collect();
        printed.dedup();
        let mut spread = numbers.to_vec();
        spread.dedup();
        assert!(printed.ends_with(&spread), "{counts}: {printed:?}");
        let handout = sheets(&read("handout/lan/tongzhi/甲股.xlsx")).remove(1);
        let head = handout.cells.iter().find(|cell| cell.2 == "序号").unwrap();
        let cells = handout.cells.iter().filter(|cell| cell.1 == head.1 && cell.0 > head.0);
        assert_eq!(cells.map(|cell| cell.2.as_str()).collect::<Vec<_>>(), numbers, "{counts}");
        let page =
            Html::parse_document(&String::from_utf8(read("site/lan/tongzhi/progress/index.html")).unwrap());
        let text: String = page.root_element().text().collect();
        for words in ledger {
            assert!(text.contains(words), "{counts}: {words} in {text}");
        }
    }
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
    assert_eq!(plain.len(), tables.len());
    // Tasks of the body stand on the page as paragraphs.
    assert!(on_page.len() == tables.len() || on_page.is_empty());
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
        if let Some(on_page) = on_page.get(i) {
            assert_eq!(of_page(*on_page, has_banners, heads.len()), rows, "the page");
        }
        compare_numbers(table, &heads, &rows, plain[i]);
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

/// Each number beside the words is the number of its cell, and a workbook calculates with it unless it is written in
/// another way than a number format can show.
fn compare_numbers(table: &Value, heads: &[String], rows: &[Vec<String>], sheet: &Sheet) {
    for item in table["事项"].as_array().unwrap() {
        let row = usize::try_from(item["行"].as_u64().unwrap()).unwrap();
        for (name, number) in item["数值"].as_object().unwrap() {
            let column = heads.iter().position(|head| head == name).unwrap();
            let text = &rows[row][column];
            assert_eq!(
                text.replace([',', '，'], "").parse::<f64>().unwrap().to_bits(),
                number.as_f64().unwrap().to_bits(),
                "{text}"
            );
            let head = sheet.cells.iter().find(|cell| cell.0 == 0 && cell.2 == *name).unwrap();
            let is_number = sheet.numbers.contains(&(u32::try_from(row + 1).unwrap(), head.1));
            let is_plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'));
            let is_written_so =
                is_plain && !(text.starts_with('0') && !text.starts_with("0.") && text != "0");
            assert_eq!(is_number, is_written_so, "{text}");
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
    let numbered = table.select(&Selector::parse("th.task").unwrap()).next().is_some();
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
