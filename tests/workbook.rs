//! The workbook, read back by another library.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use gongkai::model::table::Table;
use gongkai::read::import::import;
use gongkai::read::{Content, WorkbookLimits, project};
use gongkai::render::{Edition, Theme, plan};
use jiff::civil::date;
use snapbox::str;

use crate::support::sheet::{Sheet, part, sheets};
use crate::support::tables::{made, understood};
use crate::support::{NOTICE, Project, YEAR_OVER, assert_snapshot, normalised, repository};

fn workbook(project: &Project) -> Vec<u8> {
    fs::read(project.path(&format!("output/site/{NOTICE}/zeren-fenjie-biao.xlsx"))).unwrap()
}

fn shipped() -> Vec<Sheet> {
    let project = Project::shipped();
    sheets(&workbook(project.build()))
}

/// The first row of the table's body: 附件, title, 填报单位 and the head stand above it.
const BODY: u32 = 4;

/// The row of the task whose measure is longer than a page.
const TASK_7: u32 = 15;

#[test]
fn eight_tasks_and_fourteen_measures_merged_where_a_value_spans_rows() {
    let sheet = &shipped()[0];
    assert_eq!(sheet.name, "责任分解表");
    let written = sheet.written();
    let numbers: Vec<&str> =
        written.iter().filter(|c| c.0 >= BODY && c.1 == 0).map(|c| c.2.as_str()).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6", "7", "8"]);
    let deadlines = written.iter().filter(|cell| cell.0 >= BODY && cell.1 == 4).count();
    assert_eq!(deadlines, 14);
    // Tasks 1 to 4 have 3, 2, 2 and 2 measures, 5 and 6 one; the one measure of task 7 lies over several pages.
    let expected_starts = [(4, 3), (7, 2), (9, 2), (11, 2)];
    for (row, rows) in expected_starts {
        for column in 0..2 {
            assert!(sheet.merges.contains(&(row, column, row + rows - 1, column)), "{row},{column}");
        }
    }
    let merged = sheet.merges.iter().filter(|merge| merge.0 < TASK_7).count();
    let above = 3;
    assert_eq!(merged, above + 2 * expected_starts.len(), "and nothing else is merged");
    // Task 7 begins again on each of its pages.
    let breaks: Vec<u32> = sheet.breaks().into_iter().filter(|row| *row > TASK_7).collect();
    assert!(breaks.len() > 1);
    for row in &breaks[..breaks.len() - 1] {
        let texts = [0, 1, 3, 4].map(|column| sheet.text(*row, column));
        let task = "完善乡镇（街道）、村（社区）应急组织体系（续）";
        assert_eq!(texts, ["7（续）", task, "应急指挥中心 ", "长期坚持 "]);
    }
}

#[test]
fn no_row_is_higher_than_excel_can_draw() {
    for sheet in shipped() {
        assert!(
            sheet.heights.iter().all(|(_, height)| *height <= 409.0),
            "{}: {:?}",
            sheet.name,
            sheet.heights
        );
        assert!(sheet.heights.len() >= 14);
    }
}

#[test]
fn no_character_of_the_table_is_lost() {
    let original = fs::read_to_string(repository().join("tests/original.txt")).unwrap();
    let from = original.find("序号").unwrap();
    let to = original.find("基本信息").unwrap();
    let sheets = shipped();
    let mut stretched = String::new();
    let mut order: Vec<&(u32, u32, String)> =
        sheets[0].written().into_iter().filter(|cell| cell.0 >= BODY - 1).collect();
    // The stretches of task 7 come before the office and deadline that stand beside all of them.
    order.sort_by_key(|(row, column, _)| match task_of(&sheets[0], *row) {
        15 => (15, *column, *row),
        _ => (*row, *column, 0),
    });
    for (_, _, text) in order {
        stretched.push_str(text);
    }
    assert_eq!(normalised(&stretched), normalised(&original[from..to]));
}

/// The row in which the task of a row begins.
fn task_of(sheet: &Sheet, row: u32) -> u32 {
    let written = sheet.written();
    written.iter().filter(|cell| cell.1 == 0 && cell.0 <= row).map(|cell| cell.0).max().unwrap_or(0)
}

#[test]
fn the_long_measure_is_broken_at_its_own_items() {
    let sheet = &shipped()[0];
    let stretches: Vec<&str> =
        sheet.cells.iter().filter(|c| (15..).contains(&c.0) && c.1 == 2).map(|c| c.2.as_str()).collect();
    let task_7 = &stretches[..stretches.len() - 2];
    assert_eq!(task_7.concat().chars().count(), 2_179);
    let at_items = task_7
        .iter()
        .skip(1)
        .filter(|s| s.starts_with(['（', '①', '②', '③', '④', '一', '二', '三', '四', '五', '六']));
    assert!(at_items.count() * 3 >= task_7.len() * 2, "{task_7:#?}");
}

#[test]
fn the_data_sheet_is_a_table_with_a_row_per_measure() {
    let project = Project::shipped();
    let bytes = workbook(project.build());
    let sheets = sheets(&bytes);
    let data = &sheets[1];
    assert_eq!(data.name, "数据");
    assert!(data.merges.is_empty());
    let columns = ["序号", "工作任务", "工作举措", "责任股室", "完成时限", "截止日期"];
    assert_eq!((0..6).map(|column| data.text(0, column)).collect::<Vec<_>>(), columns);
    for row in 1..=14 {
        assert!((0..5).all(|column| !data.text(row, column).is_empty()), "row {row}");
    }
    assert_eq!([data.text(1, 4), data.text(1, 5)], ["长期坚持", ""]);
    assert_eq!([data.text(3, 4), data.text(3, 5)], ["2024年12月", "2024-12-31"]);
    assert!(data.numbers.contains(&(3, 5)), "a day to filter and sort by");
    assert_eq!(data.text(15, 0), "");
    // Its row cannot be as high as the cell is long: a note says so.
    let notes = part(&bytes, "xl/comments1.xml");
    assert!(notes.contains("ref=\"C13\"") && notes.contains("全文都在格里"), "{notes}");
    assert_eq!(notes.matches("<comment ").count(), 1);
    assert_eq!(data.text(12, 2).chars().count(), 2_179);
    assert_eq!(data.text(2, 3), "非煤矿山股\n危化股\n工贸股");
    let table = part(&bytes, "xl/tables/table1.xml");
    assert!(table.contains("ref=\"A1:F15\"") && table.contains("<autoFilter"), "{table}");
}

#[test]
fn each_office_has_a_row_for_each_of_its_measures_with_the_public_progress() {
    let project = Project::year();
    assert_eq!(project.run_on(YEAR_OVER, &["build"]).code(), 0);
    let sheets = sheets(&workbook(&project));
    assert_eq!(
        sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(),
        ["责任分解表", "数据", "按股室"]
    );
    let (data, offices) = (&sheets[1], &sheets[2]);
    let row = |sheet: &Sheet, row: u32| {
        let texts = (0..9).map(|column| sheet.text(row, column).chars().take(10).collect::<String>());
        texts.collect::<Vec<_>>().join(" | ").replace('\n', "⏎")
    };
    let rows = |sheet: &Sheet| 0..=sheet.cells.iter().map(|cell| cell.0).max().unwrap();
    assert_snapshot!(
        rows(data).map(|n| row(data, n) + "\n").collect::<String>(),
        str![[r#"
序号 | 工作任务 | 工作举措 | 责任股室 | 完成时限 | 截止日期 | 状态 | 最近报送日期 | 
1 | 加强重点领域监管执法 | （1）进一步做好非煤 | 非煤矿山股 | 长期坚持 |  | 长期坚持 | 2025-01-10 | 
1 | 加强重点领域监管执法 | （2）继续推进计划执 | 非煤矿山股⏎危化股⏎ | 长期坚持 |  | 长期坚持 | 2024-10-15 | 
1 | 加强重点领域监管执法 | （3）制定了《临湘市 | 局各股室、二级机构 | 2024年12月 | 2024-12-31 | 正在推进 | 2024-11-20 | 
2 | 加强突发事件应对制度 | （1）利用平台大力宣 | 法规股⏎政工党建办 | 长期坚持 |  | 长期坚持 | 2024-12-25 | 
2 | 加强突发事件应对制度 | （2）为有力有序有效 | 应急指挥中心 | 2024年12月 | 2024-12-31 | 已完成 | 2024-12-20 | 
3 | 健全应急管理预案体系 | 1.督促各镇（街道） | 应急指挥中心 | 长期坚持 |  |  |  | 
3 | 健全应急管理预案体系 | 2.做好灾害救助工作 | 救灾股 | 长期坚持 |  | 长期坚持 | 2024-11-26 | 
4 | 增强依法防范风险意识 | 1.定期发布应急管理 | 法规股 | 长期坚持 |  | 长期坚持 | 2024-10-18 | 
4 | 增强依法防范风险意识 | 2.结合“5.12” | 局各股室、二级机构 | 长期坚持 |  |  |  | 
5 | 推行突发事件分级分类 | 根据相关法律法规和应 | 应急指挥中心 | 2024年12月 | 2024-12-31 | 已完成 | 2025-01-03 | 
6 | 提升突发事件管理水平 | 根据我市工作实际制定 | 应急指挥中心 | 长期坚持 |  |  |  | 
7 | 完善乡镇（街道）、村 | 根据我市工作实际制定 | 应急指挥中心 | 长期坚持 |  | 正在推进 | 2024-11-29 | 
8 | 构建社会应急力量组织 | 1、积极组织、协调红 | 应急指挥中心 | 长期坚持 |  |  |  | 
8 | 构建社会应急力量组织 | 2.发挥“37200 | 应急指挥中心 | 长期坚持 |  |  |  | 

"#]]
    );
    assert_snapshot!(
        rows(offices).map(|n| row(offices, n) + "\n").collect::<String>(),
        str![[r#"
股室 | 序号 | 工作任务 | 相应的工作举措（含可 | 责任股室 | 完成时限 | 截止日期 | 状态 | 最近报送日期
非煤矿山股 | 1 | 加强重点领域监管执法 | （1）进一步做好非煤 | 非煤矿山股 | 长期坚持 |  | 长期坚持 | 2025-01-10
非煤矿山股 | 1 | 加强重点领域监管执法 | （2）继续推进计划执 | 非煤矿山股⏎危化股⏎ | 长期坚持 |  | 长期坚持 | 2024-10-15
非煤矿山股 | 1 | 加强重点领域监管执法 | （3）制定了《临湘市 | 局各股室、二级机构 | 2024年12月 | 2024-12-31 | 正在推进 | 2024-11-20
非煤矿山股 | 4 | 增强依法防范风险意识 | 2.结合“5.12” | 局各股室、二级机构 | 长期坚持 |  |  | 
危化股 | 1 | 加强重点领域监管执法 | （2）继续推进计划执 | 非煤矿山股⏎危化股⏎ | 长期坚持 |  | 长期坚持 | 2024-10-15
危化股 | 1 | 加强重点领域监管执法 | （3）制定了《临湘市 | 局各股室、二级机构 | 2024年12月 | 2024-12-31 | 正在推进 | 2024-11-20
危化股 | 4 | 增强依法防范风险意识 | 2.结合“5.12” | 局各股室、二级机构 | 长期坚持 |  |  | 
工贸股 | 1 | 加强重点领域监管执法 | （2）继续推进计划执 | 非煤矿山股⏎危化股⏎ | 长期坚持 |  | 长期坚持 | 2024-10-15
工贸股 | 1 | 加强重点领域监管执法 | （3）制定了《临湘市 | 局各股室、二级机构 | 2024年12月 | 2024-12-31 | 正在推进 | 2024-11-20
工贸股 | 4 | 增强依法防范风险意识 | 2.结合“5.12” | 局各股室、二级机构 | 长期坚持 |  |  | 
法规股 | 1 | 加强重点领域监管执法 | （3）制定了《临湘市 | 局各股室、二级机构 | 2024年12月 | 2024-12-31 | 正在推进 | 2024-11-20
法规股 | 2 | 加强突发事件应对制度 | （1）利用平台大力宣 | 法规股⏎政工党建办 | 长期坚持 |  | 长期坚持 | 2024-12-25
法规股 | 4 | 增强依法防范风险意识 | 1.定期发布应急管理 | 法规股 | 长期坚持 |  | 长期坚持 | 2024-10-18
法规股 | 4 | 增强依法防范风险意识 | 2.结合“5.12” | 局各股室、二级机构 | 长期坚持 |  |  | 
政工党建办 | 1 | 加强重点领域监管执法 | （3）制定了《临湘市 | 局各股室、二级机构 | 2024年12月 | 2024-12-31 | 正在推进 | 2024-11-20
政工党建办 | 2 | 加强突发事件应对制度 | （1）利用平台大力宣 | 法规股⏎政工党建办 | 长期坚持 |  | 长期坚持 | 2024-12-25
政工党建办 | 4 | 增强依法防范风险意识 | 2.结合“5.12” | 局各股室、二级机构 | 长期坚持 |  |  | 
应急指挥中心 | 1 | 加强重点领域监管执法 | （3）制定了《临湘市 | 局各股室、二级机构 | 2024年12月 | 2024-12-31 | 正在推进 | 2024-11-20
应急指挥中心 | 2 | 加强突发事件应对制度 | （2）为有力有序有效 | 应急指挥中心 | 2024年12月 | 2024-12-31 | 已完成 | 2024-12-20
应急指挥中心 | 3 | 健全应急管理预案体系 | 1.督促各镇（街道） | 应急指挥中心 | 长期坚持 |  |  | 
应急指挥中心 | 4 | 增强依法防范风险意识 | 2.结合“5.12” | 局各股室、二级机构 | 长期坚持 |  |  | 
应急指挥中心 | 5 | 推行突发事件分级分类 | 根据相关法律法规和应 | 应急指挥中心 | 2024年12月 | 2024-12-31 | 已完成 | 2025-01-03
应急指挥中心 | 6 | 提升突发事件管理水平 | 根据我市工作实际制定 | 应急指挥中心 | 长期坚持 |  |  | 
应急指挥中心 | 7 | 完善乡镇（街道）、村 | 根据我市工作实际制定 | 应急指挥中心 | 长期坚持 |  | 正在推进 | 2024-11-29
应急指挥中心 | 8 | 构建社会应急力量组织 | 1、积极组织、协调红 | 应急指挥中心 | 长期坚持 |  |  | 
应急指挥中心 | 8 | 构建社会应急力量组织 | 2.发挥“37200 | 应急指挥中心 | 长期坚持 |  |  | 
救灾股 | 1 | 加强重点领域监管执法 | （3）制定了《临湘市 | 局各股室、二级机构 | 2024年12月 | 2024-12-31 | 正在推进 | 2024-11-20
救灾股 | 3 | 健全应急管理预案体系 | 2.做好灾害救助工作 | 救灾股 | 长期坚持 |  | 长期坚持 | 2024-11-26
救灾股 | 4 | 增强依法防范风险意识 | 2.结合“5.12” | 局各股室、二级机构 | 长期坚持 |  |  | 

"#]]
    );
    // Days are days.
    assert!(offices.numbers.iter().any(|cell| cell.1 == 6) && offices.numbers.iter().any(|cell| cell.1 == 8));
}

#[test]
fn the_sheet_prints_on_a4_landscape_with_its_head_on_every_page() {
    let project = Project::shipped();
    let bytes = workbook(project.build());
    let xml = &sheets(&bytes)[0].xml;
    for setting in [
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "<printOptions horizontalCentered=\"1\"/>",
        "<rowBreaks count=",
        "— &amp;P —",
    ] {
        assert!(xml.contains(setting), "{setting}");
    }
    assert!(!xml.contains("fitTo"), "under which Excel ignores the breaks");
    let names = part(&bytes, "xl/workbook.xml");
    assert!(names.contains("Print_Titles") && names.contains("责任分解表!$4:$4"), "{names}");
    let styles = part(&bytes, "xl/styles.xml");
    for font in ["仿宋_GB2312", "黑体", "方正小标宋简体"] {
        assert!(styles.contains(font), "{font}");
    }
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let project = Project::shipped();
    project.change(
        &format!("content/{NOTICE}/tasks.yaml"),
        "责任股室: 救灾股",
        "责任股室: 救灾股\n        备注: =1+1",
    );
    project.change(&format!("content/{NOTICE}/tasks.yaml"), "  - 完成时限\n", "  - 完成时限\n  - 备注\n");
    let sheets = sheets(&workbook(project.build()));
    assert!(sheets[..2].iter().all(|sheet| sheet.cells.iter().any(|cell| cell.2 == "=1+1")));
}

#[test]
fn a_cell_of_any_length_lies_over_as_many_rows_as_it_needs() {
    let project = Project::shipped();
    let long = "长".repeat(32_000);
    project.change(
        &format!("content/{NOTICE}/tasks.yaml"),
        "内容: 积极组织",
        &format!("内容: {long}积极组织"),
    );
    let offices = vec!["危化股"; 300].join(", ");
    project.change(
        &format!("content/{NOTICE}/tasks.yaml"),
        "责任股室: 救灾股",
        &format!("责任股室: [{offices}]"),
    );
    let sheet = &sheets(&workbook(project.build()))[0];
    assert!(sheet.heights.iter().all(|(_, height)| *height <= 409.0));
    let words = |sheet: &Sheet| sheet.written().iter().map(|cell| cell.2.as_str()).collect::<String>();
    let (all, before) = (words(sheet), words(&shipped()[0]));
    let more = |word: &str| all.matches(word).count() - before.matches(word).count();
    assert_eq!((more("长"), more("危化股")), (32_000, 300));
}

/// Names of tables are as long as people write them, too, in the table, in handouts and when they come back.
#[test]
fn a_name_of_any_length_lies_over_as_many_rows_as_it_needs() {
    let project = Project::shipped();
    let long = format!("{}表", "长名".repeat(1_500));
    let table = format!("content/{NOTICE}/tasks.yaml");
    let old = fs::read_to_string(project.path(&table)).unwrap();
    let name = old.split_once("表名:").unwrap().1.lines().next().unwrap();
    project.change(&table, &format!("表名:{name}"), &format!("表名: {long}"));
    let book = workbook(project.build());
    let sheet = &sheets(&book)[0];
    assert!(sheet.heights.iter().all(|(_, height)| *height <= 409.0));
    assert!(sheet.heights.iter().map(|(_, height)| height).sum::<f64>() > 3_000.0);
    assert!(sheet.cells.iter().any(|cell| cell.2 == long));
    fs::write(project.path("again.xlsx"), &book).unwrap();
    let run = project.run(&["import", "again.xlsx", "--output", "再次.yaml"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert!(fs::read_to_string(project.path("再次.yaml")).unwrap().contains(&format!("表名: {long}\n")));
}

/// Measures of 1 to 14 lines, tasks of one to thirty of them, in groups.
fn many_pages() -> String {
    let mut table = "表名: 表\n列: [类别, 序号, 工作任务, 工作举措, 责任单位, 备注]\n分组:\n".to_owned();
    let mut lines = (1..=14).cycle();
    for group in ["甲类", "乙类"] {
        writeln!(table, "  - 名称: {group}\n    任务:").unwrap();
        for measures in [1, 30, 2, 12, 5] {
            writeln!(
                table,
                "      - 名称: 有{measures}条举措的任务\n        备注: 每季度报送\n        举措:"
            )
            .unwrap();
            for n in 1..=measures {
                let text = format!("{n}.{}。", "督促整改".repeat(7 * lines.next().unwrap()));
                writeln!(table, "          - {{内容: {text}, 责任单位: 某单位}}").unwrap();
            }
        }
    }
    table
}

#[test]
fn a_page_ends_between_rows_and_begins_with_the_words_of_what_goes_on() {
    let project = understood(&[many_pages()]);
    let sheet = &sheets(&made(&project)["zeren-fenjie-biao.xlsx"])[0];
    let breaks = sheet.breaks();
    assert!(breaks.len() > 10, "{breaks:?}");
    let heights: BTreeMap<u32, f64> = sheet.heights.iter().copied().collect();
    let head: f64 = heights[&2];
    let starts: Vec<u32> = [0].into_iter().chain(breaks.iter().copied()).collect();
    let ends = breaks.iter().copied().chain([u32::MAX]);
    for (start, end) in starts.iter().zip(ends) {
        let rows: f64 = heights.range(start..&end).map(|(_, height)| height).sum();
        let page = rows + if *start > 0 { head } else { 0.0 };
        assert!(page < 490.0, "the page from row {start} on is {page} points high");
        assert!(
            sheet.merges.iter().all(|area| area.0 >= end || area.2 < end),
            "the line at row {end} is missing"
        );
    }
    for row in &breaks {
        let texts = [0, 1, 2, 5].map(|column| sheet.text(*row, column));
        assert!(texts.iter().all(|text| !text.is_empty()), "row {row}: {texts:?}");
        assert_eq!(texts[1].ends_with("（续）"), texts[2].ends_with("（续）"), "row {row}: {texts:?}");
    }
    assert!(breaks.iter().filter(|row| sheet.text(**row, 1) == "2（续）").count() > 3);
    // Each measure is whole in one cell.
    let wanted: Vec<&str> = project.notices[0]
        .tables()
        .flat_map(Table::tasks)
        .flat_map(|task| &task.measures)
        .map(|measure| measure.text.as_ref().unwrap().value.as_str())
        .collect();
    let measures: Vec<&str> =
        sheet.cells.iter().filter(|c| c.0 > 2 && c.1 == 3).map(|c| c.2.as_str()).collect();
    assert_eq!(measures, wanted);
}

/// Excel reads 1,026 breaks at most, the library writes 1,023. Behind the last one, cells are divided no more.
#[test]
fn a_sheet_has_only_as_many_breaks_as_programs_read() {
    let mut table = "表名: 表\n列: [序号, 工作任务]\n任务:\n".to_owned();
    for n in 1..=1_100 {
        writeln!(table, "  - {{名称: \"{n}\\n{}\"}}", "行\\n".repeat(15)).unwrap();
    }
    let sheet = &sheets(&made(&understood(&[table]))["zeren-fenjie-biao.xlsx"])[0];
    assert_eq!(sheet.breaks().len(), 1_023);
    let tasks = sheet.cells.iter().filter(|cell| cell.0 > 2 && cell.1 == 1);
    assert!(tasks.zip(1..).all(|(cell, n)| cell.2.starts_with(&format!("{n}\n"))));
    assert_eq!(sheet.cells.iter().filter(|cell| cell.1 == 0 && cell.0 > 2).count(), 1_100);
}

/// A value of the task and equal values of its measures look alike where a page ends between them.
#[test]
fn what_spans_pages_comes_back_as_it_was() {
    let long = "督促整改".repeat(100);
    for (value, own) in [("\n    责任单位: 某单位", ""), ("", ", 责任单位: 某单位")] {
        let mut table = "表名: 表\n列: [序号, 工作任务, 工作举措, 责任单位]\n任务:\n".to_owned();
        writeln!(table, "  - 名称: 任务{value}\n    举措:").unwrap();
        for n in 1..=4 {
            writeln!(table, "      - {{内容: {n}.{long}{own}}}").unwrap();
        }
        let files = made(&understood(&[table]));
        let book = &files["zeren-fenjie-biao.xlsx"];
        assert!(sheets(book)[0].breaks().len() > 1);
        let imported = import("表.xlsx", book, None, WorkbookLimits::default()).yaml.unwrap();
        assert_eq!(imported.matches("某单位").count(), if own.is_empty() { 1 } else { 4 }, "{imported}");
        let again = made(&understood(&[imported]));
        assert_eq!(files["data.csv"], again["data.csv"]);
    }
}

/// Its height in rows that Excel draws is enough for its lines, whether it is a row across the table or a note below it.
#[test]
fn a_text_across_the_table_of_any_length_is_whole_and_comes_back() {
    let long = "甲乙丙丁".repeat(1_500);
    let table = |banner: &str, note: &str| {
        format!(
            "表名: 表\n列: [序号, 工作任务]\n分组:\n  - {{通栏: {banner}, 任务: [{{名称: 甲}}]}}\n  - {{通栏: 乙, 任务: [{{名称: 丁}}]}}\n表注:\n  - {note}\n"
        )
    };
    for (yaml, written) in
        [(table(&long, "注"), format!("通栏: {long}\n")), (table("丙", &long), format!("- {long}\n"))]
    {
        let files = made(&understood(&[yaml]));
        let book = &files["zeren-fenjie-biao.xlsx"];
        let sheet = &sheets(book)[0];
        let heights: Vec<f64> = sheet.heights.iter().map(|(_, height)| *height).collect();
        assert!(heights.iter().all(|height| *height <= 409.0));
        // 6,000 characters of 12 points stand on at least 90 lines of 18 points.
        assert!(heights.iter().sum::<f64>() > 90.0 * 18.0, "{heights:?}");
        let imported = import("表.xlsx", book, None, WorkbookLimits::default()).yaml.unwrap();
        assert!(imported.contains(&written), "{imported}");
        assert_eq!(files["data.csv"], made(&understood(&[imported]))["data.csv"]);
    }
}

/// Many columns share the page's width: the sheet is not made so small in print that nobody can read it, and the
/// longest text has the most room.
#[test]
fn a_table_of_many_columns_can_be_read_in_print() {
    let (words, long) = ("十个字".repeat(6), "开展检查，督促整改。".repeat(20));
    let mut table =
        "表名: 表\n列: [序号, 工作任务, 工作举措, 目标, 进度, 问题, 效果, 依据, 标准, 说明, 备注]\n任务:\n"
            .to_owned();
    writeln!(table, "  - 名称: {words}\n    举措: [{{内容: {long}}}]").unwrap();
    for column in ["目标", "进度", "问题", "效果", "依据", "标准", "说明", "备注"] {
        writeln!(table, "    {column}: {words}").unwrap();
    }
    let book = &made(&understood(&[table]))["zeren-fenjie-biao.xlsx"];
    let xml = &sheets(book)[0].xml;
    let columns = xml.split("<cols>").nth(1).unwrap().split("</cols>").next().unwrap();
    let columns: Vec<[f64; 3]> = columns
        .split("<col ")
        .skip(1)
        .map(|col| {
            ["min", "max", "width"].map(|name| {
                let value = col.split(&format!("{name}=\"")).nth(1).unwrap();
                value.split('"').next().unwrap().parse().unwrap()
            })
        })
        .collect();
    let all: f64 = columns.iter().map(|[min, max, width]| (max - min + 1.0) * width).sum();
    assert!((190.0..215.0).contains(&all), "{all}: {columns:?}");
    let is_measure = |min: f64| (2.5..3.5).contains(&min);
    let widest = columns.iter().find(|[min, ..]| is_measure(*min)).unwrap()[2];
    assert!(columns.iter().all(|[min, _, width]| is_measure(*min) || *width < widest), "{columns:?}");
}

/// Filters, tables and sizes reach to the last row of their own sheet, whatever the words in it look like.
#[test]
fn each_table_says_its_own_last_row_and_keeps_its_words() {
    let table = |rows: usize| {
        let mut table = "表名: 表\n列: [序号, 工作任务, 'A9999', '$A$9998']\n任务:\n".to_owned();
        for row in 0..rows {
            writeln!(table, "  - {{名称: 'A9999:A{row}', A9999: '  第{row}行 ', $A$9998: \"_x0041_\\n\"}}")
                .unwrap();
        }
        table
    };
    let book = &made(&understood(&[table(3), table(41)]))["zeren-fenjie-biao.xlsx"];
    let sheets = sheets(book);
    for (i, rows) in [(2, 3), (3, 41)] {
        let sheet = &sheets[i];
        let texts = |row: u32| (0..4).map(|column| sheet.text(row, column)).collect::<Vec<_>>();
        assert_eq!(texts(0), ["序号", "工作任务", "A9999", "$A$9998"]);
        assert_eq!(
            texts(rows),
            [
                &*rows.to_string(),
                &*format!("A9999:A{}", rows - 1),
                &*format!("  第{}行 ", rows - 1),
                "_x0041_\n"
            ]
        );
        assert_eq!(sheet.text(rows + 1, 0), "");
        let part = part(book, &format!("xl/tables/table{}.xml", i - 1));
        assert_eq!(part.matches(&format!(" ref=\"A1:D{}\"", rows + 1)).count(), 2, "{part}");
        assert!(part.contains("name=\"A9999\"") && part.contains("name=\"$A$9998\""), "{part}");
        assert!(sheet.xml.contains(&format!("<dimension ref=\"A1:D{}\"/>", rows + 1)));
    }
    // Elsewhere spaces at the ends of a text would be lost.
    assert!(part(book, "xl/sharedStrings.xml").contains("<t xml:space=\"preserve\">  第2行 </t>"));
}

/// A number counts and a day sorts as such, shown as it was written; whatever would be shown otherwise stays a text.
#[test]
fn numbers_and_days_are_values_where_they_are_shown_as_written() {
    let mut table = "表名: 表\n列: [序号, 工作任务, 分值, 完成时限, 备注]\n任务:\n".to_owned();
    let rows = [
        ("null", "20.50", "2024-12-31", "=1+1"),
        ("1.10", "5", "2024年9月1日", "2024-9-1"),
        ("007", "-5", "2024年12月", "12345"),
        ("一", "1,000", "2024年09月01日", "@甲"),
        ("12", "0.5", "2024-02-30", "2024/10/1"),
    ];
    for (number, points, deadline, remark) in rows {
        let number = if number == "null" { String::new() } else { format!("编号: \"{number}\", ") };
        writeln!(
            table,
            "  - {{{number}名称: 甲, 分值: \"{points}\", 完成时限: {deadline}, 备注: \"{remark}\"}}"
        )
        .unwrap();
    }
    let made = made(&understood(&[table]));
    let sheets = sheets(&made["zeren-fenjie-biao.xlsx"]);
    let (printed, data) = (&sheets[0], &sheets[1]);
    // 截止日期 stands between 完成时限 and 备注.
    for (sheet, first, last) in [(printed, 3, 4), (data, 1, 5)] {
        for (row, (number, points, deadline, remark)) in (first..).zip(rows) {
            let texts = [0, 2, 3, last].map(|column| sheet.text(row, column));
            assert_eq!(texts, [if number == "null" { "1" } else { number }, points, deadline, remark]);
        }
    }
    let numbers = |sheet: &Sheet, first: u32| {
        sheet.numbers.iter().map(|(row, column)| (row - first, *column)).collect::<Vec<_>>()
    };
    assert_eq!(
        numbers(printed, 3),
        [(0, 0), (0, 2), (1, 2), (3, 2), (4, 0), (4, 2)],
        "days of a printed table are words"
    );
    assert_eq!(
        numbers(data, 1),
        [
            (0, 0),
            (0, 2),
            (0, 3),
            (0, 4),
            (1, 2),
            (1, 3),
            (1, 4),
            (1, 5),
            (2, 4),
            (3, 2),
            (3, 3),
            (3, 4),
            (4, 0),
            (4, 2),
            (4, 5)
        ]
    );
}

/// Its rows are kept in a temporary file, not in memory.
#[test]
fn a_large_table_is_whole_and_the_same_bytes_each_time() {
    const TASKS: usize = 700;
    let measure = |task: usize, n: usize| format!("第{task}项第{n}条。{}", "说明".repeat(n * 40));
    let mut tasks = "表名: 大表\n任务:\n".to_owned();
    for task in 1..=TASKS {
        writeln!(tasks, "  - 名称: 任务{task}\n    举措:").unwrap();
        for n in 1..=3 {
            writeln!(tasks, "      - {{内容: {}, 责任股室: 危化股}}", measure(task, n)).unwrap();
        }
    }
    let content = Content::of_texts(&[
        ("site.yaml", "名称: 某局政务公开\n"),
        ("offices.yaml", "股室: [危化股]\n"),
        ("lan/column.yaml", "名称: 栏目\n"),
        (
            "lan/tongzhi/notice.md",
            "---\n标题: 关于任务分解的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n\
            附件:\n  - {表: tasks.yaml, 名称: 大表}\n---\n现通知如下。\n",
        ),
        ("lan/tongzhi/tasks.yaml", &tasks),
    ]);
    let (project, ..) = project(content, date(2024, 12, 31));
    let theme = Theme::new(&project).unwrap();
    let edition = Edition::new(&project, &theme);
    let files = plan(&edition).unwrap();
    let book = files.iter().find(|file| file.path.as_str().ends_with("fenjie-biao.xlsx")).unwrap();
    let bytes = book.make().unwrap();
    for _ in 0..2 {
        assert!(book.make().unwrap() == bytes, "another workbook of the same table");
    }
    let wanted: Vec<String> = (1..=TASKS).flat_map(|t| (1..=3).map(move |n| measure(t, n))).collect();
    let sheets = sheets(&bytes);
    let data: Vec<&String> = sheets[1].cells.iter().filter(|c| c.0 > 0 && c.1 == 2).map(|c| &c.2).collect();
    assert!(data.into_iter().eq(&wanted));
    let printed: String = sheets[0].cells.iter().filter(|c| c.0 > 2 && c.1 == 2).map(|c| &*c.2).collect();
    assert!(printed == wanted.concat());
    let heads = |sheet: &Sheet, row: u32| (0..4).map(|n| sheet.text(row, n).to_owned()).collect::<Vec<_>>();
    assert_eq!(heads(&sheets[1], 0), ["序号", "工作任务", "工作举措", "责任股室"]);
    assert_eq!(heads(&sheets[0], 2), heads(&sheets[1], 0));
    // Three, five and seven lines, row for row.
    let heights: Vec<f64> = sheets[1].heights.iter().filter(|(row, _)| *row > 0).map(|(_, h)| *h).collect();
    assert_eq!(heights[..3 * TASKS], [51.75, 84.0, 116.25].repeat(TASKS));
}
