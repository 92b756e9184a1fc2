//! The workbooks that a bureau keeps for itself.

use std::collections::BTreeSet;
use std::fs;

use crate::support::dump::paragraphs;
use crate::support::sheet::{Sheet, part, sheets};
use crate::support::{NOTICE, Project, YEAR_OVER, normalised};

fn book(project: &Project, name: &str) -> Vec<u8> {
    fs::read(project.path(&format!("output/internal/{NOTICE}/{name}.xlsx"))).unwrap()
}

fn build_on(project: &Project, today: &str) {
    let run = project.run_on(today, &["build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
}

fn made(project: &Project) -> Vec<String> {
    let folder = project.path("output/internal");
    if !folder.exists() {
        return Vec::new();
    }
    project.files("output/internal").into_iter().map(|(path, _)| path.replace(NOTICE, "…")).collect()
}

/// The texts of a column below the head, top to bottom.
fn column(sheet: &Sheet, head: &str) -> Vec<String> {
    let (row, column, _) = sheet.cells.iter().find(|cell| cell.2 == head).unwrap();
    let last = sheet.cells.iter().map(|cell| cell.0).max().unwrap();
    (row + 1..=last).map(|row| sheet.text(row, *column).to_owned()).collect()
}

#[test]
fn each_is_made_where_it_is_asked_for_or_something_came_in() {
    let notice = format!("content/{NOTICE}/notice.md");
    let project = Project::clean();
    project.build();
    assert_eq!(made(&project), [""; 0], "nobody asks for anything and nothing came in");
    for (field, expected) in [
        ("报送周期: 每季度\n", &["…/gongzuo-taizhang.docx", "…/gongzuo-taizhang.xlsx", "总览.xlsx"][..]),
        (
            "名单报送: 2024-12-01\n",
            &["…/gongzuo-taizhang.docx", "…/gongzuo-taizhang.xlsx", "…/mingdan.xlsx", "总览.xlsx"],
        ),
        (
            "总结报送: 2024-12-10\n",
            &["…/gongzuo-taizhang.docx", "…/gongzuo-taizhang.xlsx", "…/zongjie-huizong.xlsx", "总览.xlsx"],
        ),
    ] {
        let project = Project::clean();
        project.change(&notice, "附件:\n", &format!("{field}附件:\n")).build();
        assert_eq!(made(&project), expected, "{field}");
    }
    let note = "---\n日期: 2024-08-30\n股室: 危化股\n事项: \"1.2\"\n状态: 正在推进\n---\n进展正常。\n";
    project.write(&format!("content/{NOTICE}/progress/2024-08-30-weihua.md"), note).build();
    assert_eq!(made(&project), ["…/gongzuo-taizhang.docx", "…/gongzuo-taizhang.xlsx", "总览.xlsx"]);
}

#[test]
fn the_ledger_in_word_says_what_the_printed_sheet_says() {
    let project = Project::year();
    build_on(&project, YEAR_OVER);
    let document =
        fs::read(project.path(&format!("output/internal/{NOTICE}/gongzuo-taizhang.docx"))).unwrap();
    let sheet = &sheets(&book(&project, "gongzuo-taizhang"))[0];
    let printed: Vec<String> =
        sheet.cells.iter().map(|cell| cell.2.replace('\n', "")).filter(|text| !text.is_empty()).collect();
    let written = paragraphs(&document);
    assert!(printed.len() > 100, "{printed:?}");
    // A text that is too long for a row of the sheet stands there in parts.
    for text in &printed {
        assert!(written.iter().any(|whole| whole.contains(text)), "{text}");
    }
    for text in &written {
        assert!(printed.iter().any(|part| text.starts_with(part)), "{text}");
    }
}

#[test]
fn the_ledger_holds_every_report_whole_public_or_not() {
    let project = Project::year();
    build_on(&project, YEAR_OVER);
    let sheets = sheets(&book(&project, "gongzuo-taizhang"));
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["工作台账", "数据"]);
    for sheet in &sheets {
        let all: String = sheet.cells.iter().map(|cell| cell.2.as_str()).collect();
        // The internal report of 2024-12-12, people of the roster, and what is late.
        for words in ["一处隐患整改延期", "内部", "示例甲", "0000-0000001", "示例子", "未报", "逾期15天"]
        {
            assert!(all.contains(words), "{}: {words}", sheet.name);
        }
        assert!(sheet.heights.iter().all(|(_, height)| *height <= 409.0), "{:?}", sheet.heights);
    }
    // 14 measures; a report on a whole task stands with each of its measures.
    let items: BTreeSet<String> = column(&sheets[1], "事项").into_iter().collect();
    assert_eq!(items.len(), 14);
    let days: Vec<String> = column(&sheets[1], "报送日期");
    for (path, bytes) in project.files(&format!("content/{NOTICE}/progress")) {
        let text = String::from_utf8(bytes).unwrap();
        let day = text.lines().find_map(|line| line.strip_prefix("日期: ")).unwrap();
        assert!(days.iter().any(|there| there == day), "{path}");
    }
}

/// Its counts are those of the ledgers, and its charts point at the cells that hold them.
#[test]
fn the_overview_counts_all_notices_and_names_what_is_overdue() {
    let project = Project::year();
    build_on(&project, YEAR_OVER);
    let bytes = fs::read(project.path("output/internal/总览.xlsx")).unwrap();
    let sheets = sheets(&bytes);
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["总览", "逾期", "待完成", "时限日历", "按通知", "按股室"]);
    let row =
        |sheet: &Sheet, row: u32| (0..9).map(|column| sheet.text(row, column).to_owned()).collect::<Vec<_>>();
    let heads = ["事项", "未启动", "正在推进", "滞后", "已完成", "长期坚持", "未报送", "逾期", "将到期"];
    assert_eq!(row(&sheets[0], 3), heads);
    let counted: Vec<usize> = row(&sheets[0], 4).iter().map(|text| text.parse().unwrap()).collect();
    assert_eq!(counted[0], 14);
    assert_eq!(counted[1..7].iter().sum::<usize>(), 14, "each item is counted once");
    let ledger = &sheets_of_ledger(&project)[0];
    for (head, count) in heads.iter().zip(&counted).skip(1) {
        assert!(ledger.text(2, 0).contains(&format!("{head}{count}项")) || *count == 0, "{head}{count}");
    }
    let late = column(&sheets[1], "逾期天数");
    assert_eq!(late.len(), counted[7]);
    assert!(late.contains(&"15".to_owned()), "{late:?}");
    assert!(column(&sheets[1], "责任股室及责任人")[0].contains("股（示例"));
    for (i, expected) in
        ["总览!$B$5:$I$5", "时限日历!$AG$5", "按股室!$C$5:$C$11", "按通知!$C$5"].into_iter().enumerate()
    {
        let chart = part(&bytes, &format!("xl/charts/chart{}.xml", i + 1));
        assert!(chart.contains(&format!("<c:f>{expected}</c:f>")), "{expected}: {chart}");
    }
    assert!(sheets[1].xml.contains("<dataBar") && sheets[3].xml.contains("<colorScale"));
    assert!(
        sheets[0].xml.contains("fitToPage=\"1\"") && !sheets[0].xml.contains("fitToHeight=\"0\""),
        "one page"
    );
}

fn sheets_of_ledger(project: &Project) -> Vec<Sheet> {
    sheets(&book(project, "gongzuo-taizhang"))
}

#[test]
fn a_report_of_a_day_to_come_is_not_counted_yet() {
    let project = Project::year();
    build_on(&project, "2024-09-01");
    let sheets = sheets(&book(&project, "gongzuo-taizhang"));
    let days = column(&sheets[1], "报送日期");
    assert_eq!(days.iter().filter(|day| !day.is_empty()).collect::<Vec<_>>(), ["2024-08-30"]);
    assert!(sheets[0].text(2, 0).contains("统计截至2024年9月1日。共14项，正在推进1项，未报送13项。"));
}

#[test]
fn long_reports_lie_over_several_rows_and_lose_nothing() {
    let project = Project::clean();
    let long = "=1+1，检查情况：".to_owned() + &"长".repeat(33_000);
    let head = "---\n日期: 2024-08-30\n股室: 危化股\n事项: \"1.2\"\n状态: 正在推进\n填报人: +8-示例\n---\n";
    let note = format!("{head}{long}\n");
    project.write(&format!("content/{NOTICE}/progress/2024-08-30-weihua.md"), note).build();
    let sheets = sheets(&book(&project, "gongzuo-taizhang"));
    assert!(sheets[0].heights.iter().all(|(_, height)| *height <= 409.0));
    let all: String = sheets[0].cells.iter().map(|cell| normalised(&cell.2)).collect();
    assert!(all.contains(&normalised(&long)) && all.contains("填报人:+8-示例"));
    // One cell of the plain rows keeps what Excel can, and says where the rest is.
    let plain = column(&sheets[1], "进展情况").into_iter().find(|text| text.starts_with("=1+1")).unwrap();
    assert_eq!(plain.encode_utf16().count(), 32_767);
    assert!(plain.ends_with("长……（全文见“工作台账”表）"));
}

/// A report that belongs to nothing is a mistake; where a project lets it pass, the ledger still holds it.
#[test]
fn a_report_that_belongs_to_nothing_stands_at_the_end() {
    let project = Project::clean();
    project.change("content/site.yaml", "主办单位:", "规则级别: {N001: 提示}\n主办单位:");
    let note = "---\n日期: 2024-08-30\n股室: 危化股\n事项: \"9.9\"\n状态: 正在推进\n---\n无处可归。\n";
    project.write(&format!("content/{NOTICE}/progress/2024-08-30-weihua.md"), note).build();
    let sheets = sheets(&book(&project, "gongzuo-taizhang"));
    let printed = column(&sheets[0], "进展情况");
    assert_eq!(printed.last().unwrap(), "无处可归。");
    assert_eq!(
        column(&sheets[0], "事项").iter().rev().take(2).rev().collect::<Vec<_>>(),
        ["对不上事项的报送", "9.9"]
    );
    assert_eq!(column(&sheets[1], "进展情况").last().unwrap(), "无处可归。");
}

#[test]
fn several_tables_stand_under_their_names() {
    let project = Project::clean();
    let (notice, tasks) = (format!("content/{NOTICE}/notice.md"), format!("content/{NOTICE}/er.yaml"));
    let table = "表名: 第二张表\n任务:\n  - {名称: 另一项, 责任股室: 危化股, 完成时限: 长期坚持}\n";
    project.write(&tasks, table);
    let more = "附件:\n  - {表: er.yaml, 名称: 第二张表}\n";
    project.change(&notice, "附件:\n", &format!("报送周期: 每季度\n{more}")).build();
    let sheets = sheets(&book(&project, "gongzuo-taizhang"));
    let items = column(&sheets[0], "事项");
    assert_eq!(items[..2], ["第二张表", "1"]);
    assert!(items[2].contains("措施清单"), "{}", items[2]);
    assert_eq!(items[3], "附件2 1.1");
}

#[test]
fn whoever_is_not_named_is_marked() {
    let project = Project::year();
    project.change(
        &format!("content/{NOTICE}/roster.yaml"),
        "名单:\n",
        "名单:\n  - {股室: 危化股, 责任人: \"\", 联络人: \"@示例\", 电话: =2+3}\n",
    );
    build_on(&project, YEAR_OVER);
    let sheet = &sheets(&book(&project, "mingdan"))[0];
    assert_eq!(column(sheet, "责任人"), ["示例甲", "示例丙", "示例戊", "示例庚", "未报", "示例壬", "示例子"]);
    assert_eq!(column(sheet, "联络人")[1], "@示例、示例丁");
    assert_eq!(column(sheet, "电话")[1], "=2+3、0000-0000002");
    assert_eq!(column(sheet, "所缺"), ["", "", "", "", "责任人、联络人", "", "联络人"]);
    let filled = format!("output/internal/{NOTICE}/mingdan.xlsx");
    let styles = part(&fs::read(project.path(&filled)).unwrap(), "xl/styles.xml");
    assert!(styles.contains("FFFFF8DC"), "what is missing lies on a pale yellow");
}

#[test]
fn summaries_say_who_signed_and_what_is_missing() {
    let project = Project::year();
    build_on(&project, YEAR_OVER);
    let sheet = &sheets(&book(&project, "zongjie-huizong"))[0];
    assert_eq!(
        column(sheet, "总结"),
        [
            "已交（2024-12-05）",
            "未交",
            "已交（2024-12-09）",
            "已交（2024-12-06）",
            "未交",
            "已交（2024-12-09）",
            "未交"
        ]
    );
    assert_eq!(column(sheet, "分管领导签字"), ["示例寅", "", "未签", "示例卯", "", "示例寅", ""]);
    assert_eq!(column(sheet, "是否公开"), ["公开", "", "签字后公开", "不公开", "", "公开", ""]);
    assert!(sheet.text(2, 0).contains("共7个股室承担任务，3个已签字报送，4个尚缺"));
    // Before the last two had signed; one of them had not even written.
    build_on(&project, "2024-12-08");
    let sheet = &sheets(&book(&project, "zongjie-huizong"))[0];
    assert!(sheet.text(2, 0).contains("1个已签字报送，6个尚缺"), "{}", sheet.text(2, 0));
    assert_eq!(column(sheet, "所缺")[3], "签字日期未到");
}

#[test]
fn they_print_on_a4_landscape_with_their_heads_on_every_page() {
    let project = Project::year();
    build_on(&project, YEAR_OVER);
    for (name, filters) in [("gongzuo-taizhang", false), ("mingdan", true), ("zongjie-huizong", true)] {
        let bytes = book(&project, name);
        let xml = &sheets(&bytes)[0].xml;
        for setting in
            ["paperSize=\"9\"", "orientation=\"landscape\"", "fitToHeight=\"0\"", "state=\"frozen\""]
        {
            assert!(xml.contains(setting), "{name}: {setting}");
        }
        assert_eq!(xml.contains("<autoFilter"), filters, "{name}");
        assert!(part(&bytes, "xl/workbook.xml").contains("!$4:$4"), "{name}");
    }
    assert!(part(&book(&project, "gongzuo-taizhang"), "xl/tables/table1.xml").contains("<autoFilter"));
}
