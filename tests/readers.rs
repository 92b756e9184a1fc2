//! The view of real readers: `LibreOffice`'s print of the workbook, Chromium's of the page.
//!
//! Run by `cargo test -- --ignored`; they fail where the program that they need is missing.

use std::collections::BTreeMap;
use std::fs;
#[cfg(unix)]
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::browser::look;
use crate::support::dump::paragraphs;
use crate::support::office::convert;
use crate::support::sheet::sheets;
use crate::support::{LATER, NOTICE, Project, Run, YEAR_OVER, copy, normalised, program, repository};

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

/// Every file of a project's output with that ending.
fn made(project: &Project, ending: &str) -> Vec<PathBuf> {
    let made = project.files("output").into_iter().map(|(path, _)| project.path(&format!("output/{path}")));
    made.filter(|path| path.extension().is_some_and(|own| own == ending)).collect()
}

/// Every workbook of a project.
fn workbooks(project: &Project) -> Vec<PathBuf> {
    let books = made(project, "xlsx");
    assert!(books.len() > 12, "{books:?}");
    books
}

/// Nothing in a workbook or Word document is against the schemas of Office.
#[test]
#[ignore = "needs openxml-audit"]
fn an_audit_of_the_workbooks_and_documents_finds_nothing() {
    let (project, forms) = (Project::year(), every_form());
    assert_eq!(project.run_on(YEAR_OVER, &["build"]).code(), 0);
    let documents: Vec<PathBuf> =
        forms.iter().chain([&project]).flat_map(|site| made(site, "docx")).collect();
    assert!(documents.len() > 12, "{documents:?}");
    for book in workbooks(&project).into_iter().chain(documents) {
        let found = String::from_utf8(run("openxml-audit", &["-o", "json", book.to_str().unwrap()])).unwrap();
        let found: serde_json::Value = serde_json::from_str(&found).unwrap();
        let counts = ["error_count", "warning_count"].map(|count| found[0][count].as_u64());
        assert_eq!(counts, [Some(0); 2], "{}: {found:#}", book.display());
    }
}

/// The sites with papers of other forms, with attachments of all kinds, and with tables of all shapes.
fn every_form() -> Vec<Project> {
    let built = |case: &str| {
        let project = Project::empty();
        copy(&repository().join(format!("tests/site/{case}/content")), &project.path("content"));
        let run = project.run_on(LATER, &["build", "--only", "docx"]);
        assert_eq!(run.code(), 0, "{}", run.stderr());
        project
    };
    ["papers", "attachments", "tables"].map(built).into()
}

/// Python-docx opens a document and reads our paragraphs.
#[test]
#[ignore = "needs python-docx"]
fn python_docx_reads_the_same_words() {
    const READ: &str = "
import json, sys, docx
from docx.text.paragraph import Paragraph
document = docx.Document(sys.argv[1])
paragraphs = document.element.body.iter('{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p')
texts = [''.join(Paragraph(p, document).text.split()) for p in paragraphs]
json.dump([text for text in texts if text], sys.stdout)";
    let forms = every_form();
    for document in forms.iter().flat_map(|site| made(site, "docx")) {
        let read: Vec<String> =
            serde_json::from_slice(&run("python3", &["-c", READ, document.to_str().unwrap()])).unwrap();
        let own = paragraphs(&fs::read(&document).unwrap());
        let own: Vec<String> = own.iter().map(|text| text.split_whitespace().collect()).collect();
        assert_eq!(read, own, "{}", document.display());
    }
}

/// A page as it is printed, in grey.
struct Raster {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

/// Pixels in a millimetre at 300 dots per inch.
const MILLIMETRE: f64 = 300.0 / 25.4;

impl Raster {
    fn of(pdf: &Path, page: usize) -> Self {
        let page = page.to_string();
        let options = ["-gray", "-r", "300", "-f", &page, "-l", &page, pdf.to_str().unwrap()];
        let bytes = run("pdftoppm", &options);
        // P5, width, height and the greatest value, each behind a white space.
        let mut at = 0;
        let numbers: Vec<usize> = (0..4)
            .map(|_| {
                let end = at + bytes[at..].iter().position(u8::is_ascii_whitespace).unwrap();
                let word = std::str::from_utf8(&bytes[at..end]).unwrap();
                at = end + 1;
                word.trim_start_matches('P').parse().unwrap()
            })
            .collect();
        Self { width: numbers[1], height: numbers[2], pixels: bytes[at..].to_vec() }
    }

    /// Runs of pixel rows with ink, between two columns.
    fn lines(&self, columns: std::ops::Range<usize>) -> Vec<(usize, usize)> {
        runs((0..self.height).map(|y| columns.clone().any(|x| self.is_ink(x, y))))
    }

    /// Runs of pixel columns with ink, between two rows.
    fn letters(&self, rows: std::ops::Range<usize>) -> Vec<(usize, usize)> {
        runs((0..self.width).map(|x| rows.clone().any(|y| self.is_ink(x, y))))
    }

    fn is_ink(&self, x: usize, y: usize) -> bool {
        self.pixels[y * self.width + x] < 128
    }
}

/// The runs of those that are true.
fn runs(all: impl Iterator<Item = bool>) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (i, _) in all.enumerate().filter(|(_, is_ink)| *is_ink) {
        match runs.last_mut() {
            Some((_, end)) if *end == i => *end = i + 1,
            _ => runs.push((i, i + 1)),
        }
    }
    runs
}

fn millimetres(pixels: usize) -> f64 {
    f64::from(u32::try_from(pixels).unwrap()) / MILLIMETRE
}

fn assert_near(found: f64, wanted: f64, what: &str) {
    assert!((found - wanted).abs() <= 0.5, "{what}: {found:.2} mm, not {wanted:.2} mm");
}

/// The shipped paper with two pages of one letter in it.
fn long_paper() -> Project {
    let project = Project::shipped();
    let body = format!("content/{NOTICE}/notice.md");
    project.change(&body, "## 工作任务\n", &format!("{}\n\n## 工作任务\n", "国".repeat(1_500)));
    project.build();
    project
}

/// That paper in Word and in the print of another program.
fn printed_document() -> (Project, PathBuf, PathBuf) {
    let project = long_paper();
    let document = project.path(&format!("output/site/{NOTICE}/2024-yigui-liangfangan.docx"));
    let pdf = convert(&project, "pdf", std::slice::from_ref(&document)).remove(0);
    (project, document, pdf)
}

/// GB/T 9704-2012, 5.2: 22 lines of 28 letters fill the text area; 7.5: the page number is 7 mm below it, one letter from
/// the outer edge; 7.6: on the landscape page it is at the same place of the sheet.
#[test]
#[ignore = "needs LibreOffice"]
fn a_printed_document_has_its_lines_letters_and_numbers_in_their_places() {
    let (_project, _, pdf) = printed_document();
    assert_lines_letters_and_numbers(&pdf);
}

/// The page of the site, as a browser prints it, has them in those places, too.
#[test]
#[ignore = "needs Chromium and Node"]
fn a_printed_page_has_its_lines_letters_and_numbers_in_their_places() {
    let project = long_paper();
    let pdf = project.path("page.pdf");
    look(&project, "print", &[&format!("{NOTICE}/index.html"), pdf.to_str().unwrap()]);
    assert_lines_letters_and_numbers(&pdf);
}

fn assert_lines_letters_and_numbers(pdf: &Path) {
    let page = Raster::of(pdf, 2);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page")]
    let pixels = |millimetres: f64| (millimetres * MILLIMETRE) as usize;
    let all = page.lines(0..page.width);
    let text: Vec<_> = all.iter().filter(|(_, end)| *end <= pixels(263.0)).collect();
    assert_eq!(text.len(), 22, "lines");
    for (start, end) in text {
        let letters = page.letters(*start..*end);
        assert_eq!(letters.len(), 28, "letters of a line");
        assert!(millimetres(letters[0].0) >= 28.0 && millimetres(letters[27].1) <= 184.5, "within the area");
    }
    // The dash at the left of an even page.
    let dash = page.lines(pixels(28.0)..pixels(37.0));
    let (start, end) = *dash.last().unwrap();
    assert_near(millimetres(usize::midpoint(start, end)), 262.0 + 7.0, "page number below the text");
    assert_near(millimetres(page.letters(start..end)[0].0), 28.0 + 4.94, "page number from the edge");
    let last = String::from_utf8(run("pdfinfo", &[pdf.to_str().unwrap()])).unwrap();
    let pages = last.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap();
    for number in [pages - 1, pages] {
        let page = Raster::of(pdf, number);
        assert!(page.width > page.height, "landscape");
        let (start, end) = page.letters(0..page.height)[0];
        // Dashes and digits have one middle.
        let rows = runs((0..page.height).map(|y| (start..pixels(31.0)).any(|x| page.is_ink(x, y))));
        let (top, bottom) = (rows[0].0, rows.last().unwrap().1);
        assert_near(millimetres(usize::midpoint(start, end.min(pixels(31.0)))), 28.0, "turned number");
        match number % 2 {
            1 => assert_near(millimetres(bottom), 210.0 - 26.0 - 4.94, "lower end"),
            _ => assert_near(millimetres(top), 28.0 + 4.94, "upper end"),
        }
    }
}

/// Every paragraph and cell of the document is in its print, in order.
#[test]
#[ignore = "needs LibreOffice"]
fn every_word_of_the_document_is_in_its_print_in_order() {
    let (_project, document, pdf) = printed_document();
    assert_every_word(&document, &pdf);
}

/// `gongkai pdf` makes, by a real browser and by a real office program, a print with everything in its place: the words of
/// the Word document in order, （续） at the beginning of further pages, too.
#[cfg(unix)]
#[test]
#[ignore = "needs Chromium and LibreOffice"]
fn papers_printed_by_each_program_are_whole_and_in_form() {
    let project = long_paper();
    let document = project.path(&format!("output/site/{NOTICE}/2024-yigui-liangfangan.docx"));
    let programs = project.path("programs");
    fs::create_dir(&programs).unwrap();
    for (name, command) in [("Chromium", "chromium"), ("LibreOffice", "soffice")] {
        let folders = std::env::var_os("PATH").unwrap();
        let mut found = std::env::split_paths(&folders).map(|folder| folder.join(command));
        let real = found.find(|path| path.is_file()).unwrap_or_else(|| panic!("{command} is missing"));
        // The programs are scripts that need the usual commands: they are called by a script of their name.
        let script = format!("#!/bin/sh\nPATH=/usr/bin:/bin exec {} \"$@\"\n", real.display());
        let path = programs.join(command);
        fs::write(&path, script).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        let mut run = program();
        run.env("PATH", &programs).current_dir(project.path("")).args(["--today", "2024-09-01", "pdf"]);
        let run = Run::of(run.output().unwrap());
        assert_eq!((run.code(), run.stderr().as_str()), (0, ""));
        assert!(run.stdout().contains(&format!("由 {name} 打印")), "{}", run.stdout());
        assert!(!run.stdout().contains("第一页") && !run.stdout().contains("没有页码"), "{}", run.stdout());
        let pdf = project.path("pdf/2024-yigui-liangfangan.pdf");
        assert_lines_letters_and_numbers(&pdf);
        assert_every_word(&document, &pdf);
        fs::remove_file(path).unwrap();
    }
}

/// Every character of the document is in the print, and those of a paragraph or cell stand there in order, behind the last
/// long paragraph that was printed without a break.
fn assert_every_word(document: &Path, pdf: &Path) {
    let printed: Vec<char> = text_of(pdf).chars().collect();
    let mut left: BTreeMap<char, usize> = BTreeMap::new();
    for c in &printed {
        *left.entry(*c).or_default() += 1;
    }
    let mut from = 0;
    for paragraph in paragraphs(&fs::read(document).unwrap()) {
        let words: Vec<char> = normalised(&paragraph).chars().collect();
        for c in &words {
            let count = left.get_mut(c).filter(|count| **count > 0);
            *count.unwrap_or_else(|| panic!("{c} of {paragraph} is missing")) -= 1;
        }
        // Lines of cells that stand side by side are read across: other words may stand between those of a cell.
        let mut rest = printed[from..].iter();
        assert!(words.iter().all(|c| rest.any(|other| other == c)), "{paragraph} is not in order");
        if words.len() >= LONG
            && let Some(at) = printed[from..].windows(words.len()).position(|part| part == words)
        {
            from += at;
        }
    }
    assert!(from > printed.len() / 2, "{from} of {}", printed.len());
}

/// No paragraph of so many characters stands in a paper twice.
const LONG: usize = 30;

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

/// The paper and its table are printed, nothing of the site around them, and 基本信息 only where the site asks for it.
#[test]
#[ignore = "needs Chromium and Node"]
fn the_printed_page_is_the_paper() {
    let project = Project::shipped();
    let printed = || {
        let pdf = project.path("page.pdf");
        look(project.build(), "print", &[&format!("{NOTICE}/index.html"), pdf.to_str().unwrap()]);
        text_of(&pdf)
    };
    let original = fs::read_to_string(repository().join("tests/original.txt")).unwrap();
    let from = original.find("公开具体内容").unwrap() + "公开具体内容".len();
    let (basic, end) = (original.find("基本信息\n").unwrap(), original.find("  • 详细信息").unwrap());
    let paper = printed();
    assert_nothing_is_missing(&normalised(&original[from..basic]), &paper);
    assert_each_page_names_its_task(&project.path("page.pdf"));
    for around in ["基本信息", "详细信息", "公开具体内容", "首页", "下载", "发布时间", "主办单位"]
    {
        assert!(!paper.contains(around), "{around}");
    }
    let site = fs::read_to_string(project.path("content/site.yaml")).unwrap();
    project.write("content/site.yaml", site + "打印基本信息: true\n");
    assert_nothing_is_missing(&normalised(&original[from..end]), &printed());
}

/// Each page over which the table's first task and its longest one go begins with the task's number and name.
fn assert_each_page_names_its_task(pdf: &Path) {
    let text = String::from_utf8(run("pdftotext", &["-layout", pdf.to_str().unwrap(), "-"])).unwrap();
    let pages: Vec<String> = text.split('\u{c}').map(normalised).collect();
    let table = pages.iter().rposition(|page| page.contains("填报单位")).unwrap();
    let first_with =
        |words: &str| table + pages[table..].iter().position(|page| page.contains(words)).unwrap();
    for (number, name, next, least) in [
        ("1", "加强重点领域监管执法", "加强突发事件应对制度建设", 2),
        ("7", "完善乡镇（街道）、村", "构建社会应急力", 3),
    ] {
        let name = normalised(name);
        let over = &pages[first_with(&name)..=first_with(next)];
        assert!(over.len() >= least, "{name}: {over:?}");
        for page in over {
            let (_, rows) = page.split_once("完成时限").unwrap();
            assert!(rows.contains(&format!("{number}{name}")), "{number}{name} is not on {page}");
        }
    }
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
