//! The view of real readers: `LibreOffice`'s print of the workbook, Chromium's of the page.
//!
//! Run by `cargo test -- --ignored`; they fail where the program that they need is missing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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
    printed(project, &format!("site/{NOTICE}/zeren-fenjie-biao.xlsx"))
}

/// A workbook of the output, and what `LibreOffice` makes of it.
fn printed(project: &Project, path: &str) -> (Vec<u8>, PathBuf) {
    let book = project.path(&format!("output/{path}"));
    let (profile, folder) = (project.path("profile"), project.path("."));
    let profile = format!("-env:UserInstallation=file://{}", profile.display());
    let (book_name, folder) = (book.to_str().unwrap(), folder.to_str().unwrap());
    run("soffice", &[&profile, "--headless", "--convert-to", "pdf", "--outdir", folder, book_name]);
    let pdf = book.with_extension("pdf");
    (fs::read(&book).unwrap(), project.path(pdf.file_name().unwrap().to_str().unwrap()))
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

#[test]
#[ignore = "needs LibreOffice"]
fn every_character_of_the_catalogues_is_in_their_print() {
    let project = Project::shipped();
    project.build();
    for path in
        ["site/catalog/xinxi-gongkai-mulu.xlsx", "site/gongkai-lingyu/anquan-shengchan/biaozhun-mulu.xlsx"]
    {
        let (book, pdf) = printed(&project, path);
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
    for name in ["gongzuo-taizhang", "mingdan", "zongjie-huizong"] {
        let (book, pdf) = printed(&project, &format!("internal/{NOTICE}/{name}.xlsx"));
        let wanted: String = sheets(&book)[0].cells.iter().map(|cell| normalised(&cell.2)).collect();
        assert_nothing_is_missing(&wanted, &text_of_first_sheet(&pdf));
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

/// Runs Chromium without a window on a page of the built site.
fn chromium(project: &Project, arguments: &[&str], page: &str) -> Vec<u8> {
    let profile = format!("--user-data-dir={}", project.path("browser").display());
    let quiet = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        &profile,
    ];
    let url = format!("file://{}/{page}", project.path("output/site").display());
    run("chromium", &[&quiet, arguments, &[url.as_str()]].concat())
}

#[test]
#[ignore = "needs Chromium"]
fn the_printed_page_holds_the_whole_paper_and_both_parts() {
    let project = Project::shipped();
    project.build();
    let pdf = project.path("page.pdf");
    let print = format!("--print-to-pdf={}", pdf.display());
    chromium(&project, &["--no-pdf-header-footer", &print], &format!("{NOTICE}/index.html"));
    let original = fs::read_to_string(repository().join("tests/original.txt")).unwrap();
    let from = original.find("公开具体内容").unwrap() + "公开具体内容".len();
    let to = original.find("  • 详细信息").unwrap();
    assert_nothing_is_missing(&normalised(&original[from..to]), &text_of(&pdf));
}

/// The visible part of a page at a width, opened at an anchor: the words, by a small script in a copy.
fn seen(project: &Project, anchor: &str, width: u32) -> String {
    let page = fs::read_to_string(project.path(&format!("output/site/{NOTICE}/index.html"))).unwrap();
    let script = "<script>addEventListener('load',()=>document.title=[...document.querySelectorAll('h2,caption,td,.paper p')]\
        .filter(e=>e.checkVisibility()).map(e=>e.textContent).join('|')+'|'+document.documentElement.scrollWidth)</script></body>";
    project.write(&format!("output/site/{NOTICE}/probe.html"), page.replace("</body>", script));
    let size = format!("--window-size={width},900");
    let dom = chromium(project, &[&size, "--dump-dom"], &format!("{NOTICE}/probe.html{anchor}"));
    let dom = String::from_utf8(dom).unwrap();
    dom.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned()
}

#[test]
#[ignore = "needs Chromium"]
fn the_tabs_work_without_script() {
    let project = Project::shipped();
    project.build();
    let detail = seen(&project, "", 1280);
    assert!(
        detail.contains("为贯彻落实省委") && detail.contains("非煤矿山股") && !detail.contains("一级事项")
    );
    assert!(!detail.contains("依申请公开"));
    let basic = seen(&project, "#jiben", 1280);
    assert!(basic.contains("依申请公开") && !basic.contains("为贯彻落实省委"));
    let attachment = seen(&project, "#fujian-1", 1280);
    assert!(attachment.contains("非煤矿山股") && !attachment.contains("依申请公开"));
}

#[test]
#[ignore = "needs Chromium"]
fn nothing_sticks_out_on_a_narrow_screen() {
    let project = Project::shipped();
    project.build();
    for width in [500, 768, 1280] {
        let seen = seen(&project, "", width);
        let scroll_width: u32 = seen.rsplit('|').next().unwrap().parse().unwrap();
        assert!(scroll_width <= width, "{scroll_width} > {width}");
    }
}
