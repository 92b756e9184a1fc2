//! A table of 100,000 rows as a workbook, beside a bare program that writes the same cells: `cargo bench --bench large`.
//!
//! Each runs in a process of its own, in turn, so that the memory of one is not counted as the other's. The bare
//! program writes both sheets, merged cells and formats included, in constant-memory mode, and measures no heights
//! or widths. Linux only: it tells a process's memory.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a program that prints what it measured")]
#![expect(clippy::disallowed_methods, reason = "a benchmark looks at the clock and at its own process")]

use std::env;
use std::fmt::Write;
use std::fs;
use std::process::Command;
use std::time::Instant;

use gongkai::read::{Content, project};
use gongkai::render::{Edition, Theme, plan};
use jiff::civil::date;
use mimalloc::MiMalloc;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Table, TableColumn, Workbook, XlsxError};

/// The program's own allocator, for both.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The measures of a task.
const MEASURES: u32 = 5;
/// Of each program; the median counts.
const ROUNDS: usize = 5;
const HEADS: [&str; 5] = ["序号", "工作任务", "工作举措", "责任股室", "完成时限"];

fn main() {
    let mut arguments = env::args().skip(1).filter(|argument| argument != "--bench");
    let first = arguments.next();
    let number = |text: Option<String>| text.map_or(100_000, |rows| rows.parse().expect("a number of rows"));
    match first.as_deref() {
        Some("ours") => ours(number(arguments.next()) / MEASURES),
        Some("bare") => bare(number(arguments.next()) / MEASURES).expect("the cells are writable"),
        _ => compare(number(first)),
    }
}

/// Runs both in turn.
fn compare(rows: u32) {
    let mut runs = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (name, runs) in ["ours", "bare"].iter().zip(&mut runs) {
            let this = env::current_exe().expect("this program has a path");
            let run = Command::new(this).args([name, rows.to_string().as_str()]).output().expect("it runs");
            assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
            let told = String::from_utf8(run.stdout).expect("it prints numbers");
            let told: Vec<f64> =
                told.split_whitespace().map(|number| number.parse().expect("a number")).collect();
            runs.push((told[0], told[1]));
        }
    }
    let median = |runs: &mut Vec<(f64, f64)>| {
        runs.sort_by(|a, b| a.0.total_cmp(&b.0));
        runs[runs.len() / 2]
    };
    let [ours, bare] = runs.each_mut().map(median);
    println!("{rows} rows, medians of {ROUNDS} runs in turn");
    println!("ours  {:.2} s, {:.1} MiB more than before", ours.0, ours.1);
    println!("bare  {:.2} s, {:.1} MiB", bare.0, bare.1);
    println!("ratio {:.2}", ours.0 / bare.0);
}

/// Prints the seconds that something took and the MiB by which the process grew meanwhile, at its most.
fn measured(work: impl FnOnce() -> usize) {
    let resident = |field: &str| {
        let status = fs::read_to_string("/proc/self/status").expect("this is Linux");
        let line = status.lines().find(|line| line.starts_with(field)).expect("the kernel tells");
        let kibibytes: f64 = line.split_whitespace().nth(1).expect("a number").parse().expect("a number");
        kibibytes / 1024.0
    };
    // What reading took at its most is not to be counted: from here on the kernel counts anew.
    fs::write("/proc/self/clear_refs", "5").expect("this is Linux");
    let before = resident("VmRSS:");
    let start = Instant::now();
    assert!(work() > 0, "a workbook has bytes");
    println!("{} {}", start.elapsed().as_secs_f64(), resident("VmHWM:") - before);
}

fn measure(task: u32, n: u32) -> String {
    format!("持续推进第{task}项第{n}条隐患排查治理，扎实开展业务培训，从源头上预防和化解风险。")
}

fn ours(tasks: u32) {
    let mut table = "表名: 大表\n任务:\n".to_owned();
    for task in 1..=tasks {
        // Writing into a String cannot fail.
        let _ = writeln!(table, "  - 名称: 加强第{task}项工作\n    举措:");
        for n in 1..=MEASURES {
            let text = measure(task, n);
            let _ = writeln!(table, "      - {{内容: {text}, 责任股室: 危化股, 完成时限: 2025年12月底前}}");
        }
    }
    let notice = "---\n标题: 关于任务分解的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n附件:\n  \
        - {表: tasks.yaml, 名称: 大表}\n---\n现通知如下。\n";
    let content = Content::of_texts(&[
        ("site.yaml", "名称: 某局政务公开\n".to_owned()),
        ("offices.yaml", "股室: [危化股]\n".to_owned()),
        ("栏目/column.yaml", "名称: 栏目\n".to_owned()),
        ("栏目/通知/notice.md", notice.to_owned()),
        ("栏目/通知/tasks.yaml", table),
    ]);
    let (project, ..) = project(content, date(2024, 12, 31));
    let theme = Theme::new(&project).expect("the built-in templates are right");
    let edition = Edition::new(&project, &theme);
    let files = plan(&edition).expect("the paths are right");
    let workbook =
        files.iter().find(|file| file.path.as_str().ends_with("biao.xlsx")).expect("it is planned");
    measured(|| workbook.make().expect("it can be written").len());
}

fn bare(tasks: u32) -> Result<(), XlsxError> {
    let mut made = Ok(0);
    measured(|| {
        made = bare_workbook(tasks).map(|bytes| bytes.len());
        *made.as_ref().unwrap_or(&0)
    });
    made.map(|_| ())
}

fn bare_workbook(tasks: u32) -> Result<Vec<u8>, XlsxError> {
    let cell =
        Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::VerticalCenter);
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(1);
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    sheet.write_string(0, 0, "附件")?;
    sheet.merge_range(1, 0, 1, 4, "大表", &cell)?;
    for (column, head) in (0..).zip(HEADS) {
        sheet.write_string_with_format(2, column, head, &cell)?;
    }
    for task in 0..tasks {
        let row = 3 + task * MEASURES;
        sheet.merge_range(row, 0, row + MEASURES - 1, 0, &(task + 1).to_string(), &cell)?;
        sheet.merge_range(row, 1, row + MEASURES - 1, 1, &format!("加强第{}项工作", task + 1), &cell)?;
        for n in 0..MEASURES {
            sheet.set_row_height(row + n, 44)?;
            sheet.write_string_with_format(row + n, 2, measure(task + 1, n + 1), &cell)?;
            sheet.write_string_with_format(row + n, 3, "危化股", &cell)?;
            sheet.write_string_with_format(row + n, 4, "2025年12月底前", &cell)?;
        }
    }
    let data = workbook.add_worksheet_with_constant_memory()?;
    let columns: Vec<TableColumn> = HEADS.iter().map(|head| TableColumn::new().set_header(*head)).collect();
    data.set_default_row_height(36);
    data.add_table(0, 0, tasks * MEASURES, 4, &Table::new().set_columns(&columns))?;
    for task in 0..tasks {
        for n in 0..MEASURES {
            let row = 1 + task * MEASURES + n;
            data.write_string_with_format(row, 0, (task + 1).to_string(), &cell)?;
            data.write_string_with_format(row, 1, format!("加强第{}项工作", task + 1), &cell)?;
            data.write_string_with_format(row, 2, measure(task + 1, n + 1), &cell)?;
            data.write_string_with_format(row, 3, "危化股", &cell)?;
            data.write_string_with_format(row, 4, "2025年12月底前", &cell)?;
        }
    }
    workbook.save_to_buffer()
}
