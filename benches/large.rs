//! Workbooks beside a bare program that writes the same cells: `cargo bench --bench large` makes one of a table of
//! 100,000 rows; `cargo bench --bench large many` 9,000 small ones, for each of 1,000 notices its own and eight handouts.
//!
//! Each runs in a process of its own, in turn, so that the memory of one is not counted as the other's. The bare
//! program writes all sheets, merged cells, formats, lists and filters included, the large ones in constant-memory mode,
//! and measures no heights or widths. Linux only: it tells a process's memory and processor time.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a program that prints what it measured")]
#![expect(clippy::disallowed_methods, reason = "a benchmark looks at the clock and at its own process")]

mod many;

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
const DATA_HEADS: [&str; 7] = ["股室", "序号", "工作任务", "工作举措", "责任股室", "完成时限", "截止日期"];

fn main() {
    let mut arguments = env::args().skip(1).filter(|argument| argument != "--bench");
    let first = arguments.next();
    let number = |text: Option<String>| text.map_or(100_000, |rows| rows.parse().expect("a number of rows"));
    match first.as_deref() {
        Some("ours") => ours(number(arguments.next()) / MEASURES),
        Some("bare") => bare(number(arguments.next()) / MEASURES),
        Some("many") => {
            compare(["ours-many", "bare-many"], number(arguments.next().or(Some("1000".to_owned()))));
        }
        Some("ours-many") => many::ours(number(arguments.next())),
        Some("bare-many") => many::bare(number(arguments.next())),
        _ => compare(["ours", "bare"], number(first)),
    }
}

/// Runs both in turn.
fn compare(names: [&str; 2], number: u32) {
    let mut runs = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (name, runs) in names.iter().zip(&mut runs) {
            let this = env::current_exe().expect("this program has a path");
            let run = Command::new(this).args([name, number.to_string().as_str()]).output().expect("it runs");
            assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
            let told = String::from_utf8(run.stdout).expect("it prints numbers");
            let told: Vec<f64> =
                told.split_whitespace().map(|number| number.parse().expect("a number")).collect();
            runs.push([told[0], told[1], told[2]]);
        }
    }
    let median = |runs: &mut Vec<[f64; 3]>| {
        [0, 1, 2].map(|i| {
            let mut told: Vec<f64> = runs.iter().map(|run| run[i]).collect();
            told.sort_by(f64::total_cmp);
            told[told.len() / 2]
        })
    };
    let [ours, bare] = runs.each_mut().map(median);
    println!("{}: {number}; medians of {ROUNDS} runs in turn", names.join(", "));
    for (name, [seconds, processor, memory]) in names.iter().zip([ours, bare]) {
        println!(
            "{name}: {seconds:.2} s, {processor:.2} s of processor time, {memory:.1} MiB more than before"
        );
    }
    println!("ratio {:.2}, of processor time {:.2}", ours[0] / bare[0], ours[1] / bare[1]);
}

/// Prints the seconds and the processor seconds that something took, and the MiB by which the process grew meanwhile, at its most.
fn measured(work: impl FnOnce() -> usize) {
    let resident = |field: &str| {
        let status = fs::read_to_string("/proc/self/status").expect("this is Linux");
        let line = status.lines().find(|line| line.starts_with(field)).expect("the kernel tells");
        let kibibytes: f64 = line.split_whitespace().nth(1).expect("a number").parse().expect("a number");
        kibibytes / 1024.0
    };
    // What reading took at its most is not to be counted: from here on the kernel counts anew.
    fs::write("/proc/self/clear_refs", "5").expect("this is Linux");
    let processor = || {
        let stat = fs::read_to_string("/proc/self/stat").expect("this is Linux");
        // In hundredths; the second field, in parentheses, may hold spaces.
        let fields = stat.rsplit_once(')').expect("it has a name").1.split_whitespace();
        fields.skip(11).take(2).map(|ticks| ticks.parse::<f64>().expect("a number") / 100.0).sum::<f64>()
    };
    let (before, used) = (resident("VmRSS:"), processor());
    let start = Instant::now();
    assert!(work() > 0, "a workbook has bytes");
    let elapsed = start.elapsed().as_secs_f64();
    println!("{elapsed} {} {}", processor() - used, resident("VmHWM:") - before);
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

fn bare(tasks: u32) {
    measured(|| bare_workbook(tasks).expect("the cells are writable").len());
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
        sheet.merge_range(row, 0, row + MEASURES - 1, 0, "", &cell)?;
        sheet.write_number_with_format(row, 0, task + 1, &cell)?;
        sheet.merge_range(row, 1, row + MEASURES - 1, 1, &format!("加强第{}项工作", task + 1), &cell)?;
        for n in 0..MEASURES {
            sheet.set_row_height(row + n, 44)?;
            sheet.write_string_with_format(row + n, 2, measure(task + 1, n + 1), &cell)?;
            sheet.write_string_with_format(row + n, 3, "危化股", &cell)?;
            sheet.write_string_with_format(row + n, 4, "2025年12月底前", &cell)?;
        }
    }
    let day = Format::new().set_border(FormatBorder::Thin).set_num_format("yyyy-mm-dd");
    for heads in [&DATA_HEADS[1..], &DATA_HEADS] {
        let data = workbook.add_worksheet_with_constant_memory()?;
        let columns: Vec<TableColumn> =
            heads.iter().map(|head| TableColumn::new().set_header(*head)).collect();
        let first = u16::from(heads.len() == DATA_HEADS.len());
        data.add_table(0, 0, tasks * MEASURES, first + 5, &Table::new().set_columns(&columns))?;
        for task in 0..tasks {
            for n in 0..MEASURES {
                let row = 1 + task * MEASURES + n;
                data.set_row_height(row, 36)?;
                if first == 1 {
                    data.write_string_with_format(row, 0, "危化股", &cell)?;
                }
                data.write_number_with_format(row, first, task + 1, &cell)?;
                data.write_string_with_format(row, first + 1, format!("加强第{}项工作", task + 1), &cell)?;
                data.write_string_with_format(row, first + 2, measure(task + 1, n + 1), &cell)?;
                data.write_string_with_format(row, first + 3, "危化股", &cell)?;
                data.write_string_with_format(row, first + 4, "2025年12月底前", &cell)?;
                data.write_number_with_format(row, first + 5, 46_022, &day)?;
            }
        }
    }
    workbook.save_to_buffer()
}
