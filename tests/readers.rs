//! The view of real readers: `LibreOffice`'s print of the workbook, Chromium's of the page.
//!
//! Run by `cargo test -- --ignored`; they fail where the program that they need is missing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::browser::look;
use crate::support::office::convert;
use crate::support::sheet::sheets;
use crate::support::{NOTICE, Project, YEAR_OVER, normalised, repository};

fn run(program: &str, arguments: &[&str]) -> Vec<u8> {
    let output =
        Command::new(program).args(arguments).output().unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn text_of(pdf: &Path) -> String {
    normalised(&String::from_utf8(run("pdftotext", &["-raw", pdf.to_str().unwrap(), "-"])).unwrap())
}

/// How often each character stands in a text.
fn counted(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in text.chars() {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// Each character of `wanted` is in `found` at least as often.
fn assert_nothing_is_missing(wanted: &str, found: &str) {
    let found = counted(found);
    let missing: Vec<(char, usize)> = counted(wanted)
        .into_iter()
        .filter_map(|(c, n)| {
            n.checked_sub(found.get(&c).copied().unwrap_or(0)).filter(|n| *n > 0).map(|n| (c, n))
        })
        .collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
}

fn printed_workbook(project: &Project) -> (Vec<u8>, PathBuf) {
    printed(project, &[&format!("site/{NOTICE}/zeren-fenjie-biao.xlsx")]).remove(0)
}

/// Workbooks of the output, and their prints.
fn printed(project: &Project, paths: &[&str]) -> Vec<(Vec<u8>, PathBuf)> {
    let books: Vec<PathBuf> = paths.iter().map(|path| project.path(&format!("output/{path}"))).collect();
    let bytes = books.iter().map(|book| fs::read(book).unwrap());
    bytes.zip(convert(project, "pdf", &books)).collect()
}

#[test]
#[ignore = "needs LibreOffice"]
fn every_character_of_the_table_is_in_its_print() {
    let project = Project::shipped();
    let (book, pdf) = printed_workbook(project.build());
    let sheet = &sheets(&book)[0];
    let pages = run("pdfinfo", &[pdf.to_str().unwrap()]);
    assert!(String::from_utf8(pages).unwrap().contains("841.89 x 595"), "A4 landscape");
    // The printed sheet alone: what the sheet 数据 repeats must not stand in for what is lost.
    let wanted: String = sheet.cells.iter().map(|cell| normalised(&cell.2)).collect();
    assert_nothing_is_missing(&wanted, &text_of_first_sheet(&pdf));
}

/// Another program ends pages nowhere else, and all columns are on one page.
#[test]
#[ignore = "needs LibreOffice"]
fn pages_end_where_the_workbook_says() {
    let project = Project::shipped();
    let (book, pdf) = printed_workbook(project.build());
    let text = String::from_utf8(run("pdftotext", &["-raw", pdf.to_str().unwrap(), "-"])).unwrap();
    let numbered =
        text.split('\u{c}').enumerate().filter(|(i, page)| page.contains(&format!("— {} —", i + 1)));
    let pages: Vec<&str> = numbered.map(|(_, page)| page).collect();
    let sheet = &sheets(&book)[0];
    let breaks = sheet.breaks();
    assert_eq!(pages.len(), breaks.len() + 1);
    for (row, page) in breaks.iter().zip(&pages[1..]) {
        for column in 0..5 {
            let words: String = normalised(sheet.text(*row, column)).chars().take(10).collect();
            assert!(normalised(page).contains(&words), "row {row}: {words}");
        }
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn every_character_of_the_catalogues_is_in_their_print() {
    let project = Project::shipped();
    project.build();
    let paths = ["catalog/xinxi-gongkai-mulu", "gongkai-lingyu/anquan-shengchan/biaozhun-mulu"];
    let paths = paths.map(|path| format!("site/{path}.xlsx"));
    for (book, pdf) in printed(&project, &paths.each_ref().map(String::as_str)) {
        let pages = run("pdfinfo", &[pdf.to_str().unwrap()]);
        assert!(String::from_utf8(pages).unwrap().contains("841.89 x 595"), "A4 landscape");
        let wanted: String = sheets(&book)[0].cells.iter().map(|cell| normalised(&cell.2)).collect();
        assert_nothing_is_missing(&wanted, &text_of_first_sheet(&pdf));
    }
}

/// The text of the pages with a page number: only the printed sheet has them.
fn text_of_first_sheet(pdf: &Path) -> String {
    let text = String::from_utf8(run("pdftotext", &["-raw", pdf.to_str().unwrap(), "-"])).unwrap();
    let pages = text.split('\u{c}').enumerate().filter(|(i, page)| page.contains(&format!("— {} —", i + 1)));
    normalised(&pages.map(|(_, page)| page).collect::<String>())
}

#[test]
#[ignore = "needs LibreOffice"]
fn every_character_of_the_internal_workbooks_is_in_their_print() {
    let project = Project::year();
    let long = format!("{}\n\n{}", "长".repeat(9_000), "- 一项\n".repeat(300));
    let note = format!("---\n日期: 2024-12-30\n股室: 救灾股\n事项: \"1.2\"\n状态: 正在推进\n---\n{long}");
    project.write(&format!("content/{NOTICE}/progress/2024-12-30-jiuzai.md"), note);
    assert_eq!(project.run_on(YEAR_OVER, &["build"]).code(), 0);
    let names = ["gongzuo-taizhang", "mingdan", "zongjie-huizong"];
    let mut paths = names.map(|name| format!("internal/{NOTICE}/{name}.xlsx")).to_vec();
    paths.push("internal/总览.xlsx".to_owned());
    for (book, pdf) in printed(&project, &paths.iter().map(String::as_str).collect::<Vec<_>>()) {
        let wanted: String = sheets(&book)[0].cells.iter().map(|cell| normalised(&cell.2)).collect();
        assert_nothing_is_missing(&wanted, &text_of_first_sheet(&pdf));
    }
}

/// Every workbook of a project.
fn workbooks(project: &Project) -> Vec<PathBuf> {
    let made = project.files("output").into_iter().map(|(path, _)| project.path(&format!("output/{path}")));
    let books: Vec<PathBuf> =
        made.filter(|path| path.extension().is_some_and(|ending| ending == "xlsx")).collect();
    assert!(books.len() > 12, "{books:?}");
    books
}

/// Nothing in a workbook is against the schemas of Office.
#[test]
#[ignore = "needs openxml-audit"]
fn an_audit_of_the_workbooks_finds_nothing() {
    let project = Project::year();
    assert_eq!(project.run_on(YEAR_OVER, &["build"]).code(), 0);
    for book in workbooks(&project) {
        let found = String::from_utf8(run("openxml-audit", &["-o", "json", book.to_str().unwrap()])).unwrap();
        let found: serde_json::Value = serde_json::from_str(&found).unwrap();
        let counts = ["error_count", "warning_count"].map(|count| found[0][count].as_u64());
        assert_eq!(counts, [Some(0); 2], "{}: {found:#}", book.display());
    }
}

/// Openpyxl reads what calamine reads: the same texts, numbers and days.
#[test]
#[ignore = "needs openpyxl"]
fn openpyxl_reads_the_same_values() {
    const READ: &str = "
import datetime, json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
cells = []
for i, sheet in enumerate(book):
    for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
        kind = 'text' if isinstance(cell.value, str) else 'number'
        day = isinstance(cell.value, datetime.datetime)
        text = cell.value.date().isoformat() if day else str(cell.value)
        cells.append([i, cell.row - 1, cell.column - 1, kind, text])
json.dump(cells, sys.stdout)";
    let project = Project::year();
    assert_eq!(project.run_on(YEAR_OVER, &["build"]).code(), 0);
    for book in workbooks(&project) {
        let read = run("python3", &["-c", READ, book.to_str().unwrap()]);
        let read: Vec<(usize, u32, u32, String, String)> = serde_json::from_slice(&read).unwrap();
        let mut wanted = Vec::new();
        for (i, sheet) in sheets(&fs::read(&book).unwrap()).iter().enumerate() {
            for (row, column, text) in &sheet.cells {
                let kind = if sheet.numbers.contains(&(*row, *column)) { "number" } else { "text" };
                wanted.push((i, *row, *column, kind.to_owned(), text.clone()));
            }
        }
        assert_eq!(read, wanted, "{}", book.display());
    }
}

/// Texts, numbers and days are the same ones in what another program saves.
#[test]
#[ignore = "needs LibreOffice"]
fn what_another_program_saves_says_the_same() {
    let project = Project::year();
    assert_eq!(project.run_on(YEAR_OVER, &["build"]).code(), 0);
    let internal = ["gongzuo-taizhang", "mingdan", "zongjie-huizong"];
    let mut books: Vec<PathBuf> =
        internal.iter().map(|name| project.path(&format!("output/internal/{NOTICE}/{name}.xlsx"))).collect();
    books.push(project.path("output/internal/总览.xlsx"));
    let site = [format!("{NOTICE}/zeren-fenjie-biao"), "catalog/xinxi-gongkai-mulu".to_owned()];
    books.extend(site.iter().map(|name| project.path(&format!("output/site/{name}.xlsx"))));
    books.push(project.path(&format!("output/handout/{NOTICE}/危化股.xlsx")));
    for (book, saved) in books.iter().zip(convert(&project, "xlsx", &books)) {
        let [ours, theirs] = [book, &saved].map(|path| sheets(&fs::read(path).unwrap()));
        assert_eq!(ours.len(), theirs.len());
        for (ours, theirs) in ours.iter().zip(&theirs) {
            assert_eq!(ours.cells, theirs.cells, "{} {}", book.display(), ours.name);
            assert_eq!(ours.numbers, theirs.numbers, "{} {}", book.display(), ours.name);
        }
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn the_longest_cells_are_printed_whole() {
    let project = Project::shipped();
    let tasks = format!("content/{NOTICE}/tasks.yaml");
    let text = fs::read_to_string(project.path(&tasks)).unwrap();
    let line = text.lines().find(|line| line.contains("内容: 积极组织")).unwrap();
    let words = line.split_once("内容: ").unwrap().1.chars().count();
    // As much as Excel keeps in one cell.
    let long = "长".repeat(32_767 - "1、".chars().count() - words);
    project.change(&tasks, "内容: 积极组织", &format!("内容: {long}积极组织"));
    let offices = vec!["危化股"; 300].join(", ");
    project.change(&tasks, "责任股室: 救灾股", &format!("责任股室: [{offices}]"));
    let title = "题".repeat(500);
    project.change(&tasks, "表名: ", &format!("表名: {title}"));
    let measure = |i| format!("      - {{内容: 第{i}项, 责任股室: 工贸股, 完成时限: 2025年12月}}\n");
    let many: Vec<String> = (1..=2_000).map(measure).collect();
    let many = fs::read_to_string(project.path(&tasks)).unwrap() + &many.concat();
    project.write(&tasks, many);
    let (book, pdf) = printed_workbook(project.build());
    let sheets = sheets(&book);
    let longest = sheets[1].cells.iter().map(|cell| cell.2.chars().count()).max();
    assert_eq!(longest, Some(32_767), "whole in one cell of the sheet 数据");
    let wanted: String = sheets[0].cells.iter().map(|cell| normalised(&cell.2)).collect();
    assert!(wanted.contains(&title) && wanted.contains("第2000项"));
    assert_nothing_is_missing(&wanted, &text_of_first_sheet(&pdf));
}

#[test]
#[ignore = "needs Chromium and Node"]
fn the_printed_page_holds_the_whole_paper_and_both_parts() {
    let project = Project::shipped();
    let pdf = project.path("page.pdf");
    look(project.build(), "print", &[&format!("{NOTICE}/index.html"), pdf.to_str().unwrap()]);
    let original = fs::read_to_string(repository().join("tests/original.txt")).unwrap();
    let from = original.find("公开具体内容").unwrap() + "公开具体内容".len();
    let to = original.find("  • 详细信息").unwrap();
    assert_nothing_is_missing(&normalised(&original[from..to]), &text_of(&pdf));
}

#[test]
#[ignore = "needs Chromium and Node"]
fn the_tabs_work_without_script() {
    let project = Project::shipped();
    let pages = ["", "#jiben", "#fujian-1"].map(|anchor| format!("{NOTICE}/index.html{anchor}"));
    let seen = look(project.build(), "seen", &pages.each_ref().map(String::as_str));
    let [detail, basic, attachment] = seen.lines().collect::<Vec<_>>()[..] else { panic!("{seen}") };
    assert!(
        detail.contains("为贯彻落实省委") && detail.contains("非煤矿山股") && !detail.contains("一级事项")
    );
    assert!(!detail.contains("依申请公开"));
    assert!(basic.contains("依申请公开") && !basic.contains("为贯彻落实省委"));
    assert!(attachment.contains("非煤矿山股") && !attachment.contains("依申请公开"));
}
