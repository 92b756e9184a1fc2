//! The workbooks that go out to the offices, and what becomes of them when they come back.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use gongkai::diagnostic::print::human;
use gongkai::error::Error;
use gongkai::pipeline;
use gongkai::read::returned::{Manner, Returned, Unread, collect};
use gongkai::text::message::Lang;
use jiff::civil::date;
use snapbox::str;

use crate::support::dump::paragraphs;
use crate::support::filling::{Book, Put, SHEET, typed};
use crate::support::office::convert;
use crate::support::sheet::{Sheet, part, sheets};
use crate::support::{NOTICE, Project, YEAR_OVER, assert_snapshot, files, normalised, repository};

mod random;

/// The office of most tests: four duties in the notice that ships, two of them through a name for all.
const OFFICE: &str = "非煤矿山股";

/// 2024-09-01 as a workbook counts days.
const FIRST_OF_SEPTEMBER: f64 = 45536.0;

fn path(office: &str) -> String {
    format!("output/handout/{NOTICE}/{office}.xlsx")
}

fn handout(project: &Project, office: &str) -> Vec<u8> {
    fs::read(project.path(&path(office))).unwrap()
}

/// A project that was built, and its handout for [`OFFICE`] taken apart.
fn handed_out() -> (Project, Book) {
    let project = Project::clean();
    let book = Book::open(&handout(project.build(), OFFICE));
    (project, book)
}

/// Fills the first row in.
fn report(book: &mut Book) -> &mut Book {
    book.put("G6", &typed("正在推进"))
        .put("H6", &typed("检查12家。"))
        .put("K6", &Put::Number(FIRST_OF_SEPTEMBER))
}

/// Output of collecting a workbook, without the line of counts.
fn findings(project: &Project, book: &Book) -> String {
    project.write("交回/非煤.xlsx", book.bytes());
    let before = files(&project.path("content"));
    let run = project.run(&["collect", "交回/非煤.xlsx"]);
    assert_eq!((run.code(), run.stdout()), (1, String::new()), "{}", run.stderr());
    assert_eq!(files(&project.path("content")), before, "nothing is written");
    let text = run.stderr();
    text.rsplit_once("\n\n共 ").unwrap_or_else(|| panic!("{text}")).0.to_owned()
}

fn notes(project: &Project) -> Vec<(String, String)> {
    let notes = files(&project.path(&format!("content/{NOTICE}/progress")));
    notes
        .into_iter()
        .filter(|(path, _)| path.contains(OFFICE))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// Which office has which handout, with as many rows as the cover says.
#[test]
fn the_cover_counts_the_rows_of_each_handout() {
    let project = Project::shipped();
    project.build();
    let cover = fs::read(project.path(&format!("output/handout/{NOTICE}/tianbao-shuoming.docx"))).unwrap();
    let texts = paragraphs(&cover);
    let head = texts.iter().position(|text| text == "填报表").unwrap();
    assert_eq!(texts[0], "填报说明");
    assert!(texts[3].contains("请在“进展填报”表的浅黄色各列中填写"), "{texts:?}");
    let rows: Vec<&[String]> = texts[head + 1..].chunks(4).collect();
    assert_eq!(rows.len(), 7);
    for row in rows {
        let sheets = sheets(&fs::read(project.path(&path(&row[0]))).unwrap());
        let sheet = sheets.iter().find(|sheet| sheet.name == "进展填报").unwrap();
        let identities: BTreeSet<u32> =
            sheet.cells.iter().filter(|cell| cell.0 > sheet_head(sheet)).map(|cell| cell.0).collect();
        assert_eq!(
            [row[1].as_str(), &row[2], &row[3]],
            [&identities.len().to_string(), "—", &format!("{}.xlsx", row[0])]
        );
    }
}

/// The row of a handout's heads.
fn sheet_head(sheet: &Sheet) -> u32 {
    sheet.cells.iter().find(|cell| cell.2 == "状态").unwrap().0
}

#[test]
fn every_office_gets_its_own_duties_and_those_of_all() {
    let project = Project::shipped();
    project.build();
    let made: Vec<String> =
        files(&project.path(&format!("output/handout/{NOTICE}"))).into_iter().map(|(path, _)| path).collect();
    let (cover, made) = made.split_first().unwrap();
    assert_eq!(cover, "tianbao-shuoming.docx");
    assert_eq!(
        made,
        [
            "危化股.xlsx",
            "工贸股.xlsx",
            "应急指挥中心.xlsx",
            "政工党建办.xlsx",
            "救灾股.xlsx",
            "法规股.xlsx",
            "非煤矿山股.xlsx"
        ]
    );
    let sheets = sheets(&handout(&project, OFFICE));
    assert_snapshot!(
        sheets.iter().map(Sheet::dump).collect::<String>(),
        str![[r#"
== 填报说明 ==
0,0: 填报说明
1,0: 1. 请在“进展填报”表的浅黄色各列中填写；其他各列是规定内容，已锁定，请勿改动。
2,0: 2. 有进展的事项填一行，没有进展的整行留空；不要合并单元格，不要增加行。
3,0: 3. “状态”从下拉列表中选一个词；“进展情况”写做了什么、有什么成果，不限字数，分段时按 Alt+Enter，写不下时可拉高行。
4,0: 4. “佐证材料”一行写一件的名称；“填报日期”写成 2024-9-30 的样子，不晚于交回的当天；“填报人”可以不填。
5,0: 5. 填好后保存为 Excel 工作簿（文件名可以改），交回临湘市应急管理局。
7,0: 可选的状态：
8,0: 未启动
9,0: 正在推进
10,0: 滞后
11,0: 已完成
12,0: 长期坚持
merged: []
heights: [(0, 45.0), (1, 56.25), (2, 56.25), (3, 56.25), (4, 56.25), (5, 56.25), (8, 24.0), (9, 24.0), (10, 24.0), (11, 24.0), (12, 24.0)]
== 进展填报 ==
0,0: 工作任务进展填报表
1,0: 关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知
2,0: 填报单位：非煤矿山股
3,0: 规定内容（已锁定）
3,6: 请在以下各列填写
4,0: 序号
4,1: 工作任务
4,2: 相应的工作举措（含可供检验的工作成果）
4,3: 责任股室
4,4: 完成时限
4,5: ["gongkai-handout",1]
4,6: 状态
4,7: 进展情况
4,8: 佐证材料
4,9: 填报人
4,10: 填报日期
4,11: 截止日期
5,0: 1
5,1: 加强重点领域监管执法
5,2: （1）进一步做好非煤矿山双重预防机制工作。有效防范化解非煤矿山重大安全风险，监督指导企业认真履行“生产经营单位必须组织建立并落实安全风险分级管控和隐患排查双重预防机制”的法定职责。
5,3: 非煤矿山股
5,4: 长期坚持
5,5: ["gongkai-handout",1,"gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan","1.1","非煤矿山股"]
6,0: 1
6,1: 加强重点领域监管执法
6,2: （2）继续推进计划执法工作，按分类分级和上年监管情况全面梳理我市矿山，危化，工贸企业划分重点并全部纳入计划内，实行重点全覆盖。
6,3: 非煤矿山股⏎危化股⏎工贸股
6,4: 长期坚持
6,5: ["gongkai-handout",1,"gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan","1.2","非煤矿山股"]
7,0: 1
7,1: 加强重点领域监管执法
7,2: （3）制定了《临湘市安全生产治本攻坚三年行动实施方案（2024—2026年）》，主要以监管执法为主线，保持高压严管态势，开展隐患动态清零行动。配合其他各类专项整治行动等相关专项工作加强非煤矿山、危化、工贸、防汛抗行、地质灾害、森林防灭火等方面推进隐患排查治理工作，同时组织学习本行业重大隐患判定标准。压实“四个责任”（领导责任、部门监管责任、属地管理责任、企业主体责任），以“事前预防”为目标，提升本质安全。
7,3: 局各股室、二级机构
7,4: 2024年12月
7,5: ["gongkai-handout",1,"gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan","1.3","非煤矿山股"]
7,11: 2024-12-31
8,0: 4
8,1: 增强依法防范风险意识
8,2: 2.结合“5.12”全国防灾减灾日，安全生产月，等特殊时间节点，组织系列集中宣传活动。
8,3: 局各股室、二级机构
8,4: 长期坚持
8,5: ["gongkai-handout",1,"gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan","4.2","非煤矿山股"]
merged: [(0, 0, 0, 11), (1, 0, 1, 11), (2, 0, 2, 11), (3, 0, 3, 4), (3, 6, 3, 10)]
heights: [(0, 30.0), (1, 18.0), (2, 21.75), (3, 20.25), (4, 41.25), (5, 90.75), (6, 90.75), (7, 189.75), (8, 90.75)]

"#]]
    );
}

#[test]
fn only_what_is_to_be_filled_in_can_be_typed_into() {
    let project = Project::shipped();
    let bytes = handout(project.build(), OFFICE);
    let xml = part(&bytes, SHEET);
    let protection = xml.split("<sheetProtection").nth(1).unwrap().split('>').next().unwrap();
    assert_snapshot!(
        protection.trim(),
        str![[
            r#"sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/"#
        ]]
    );
    assert!(part(&bytes, "xl/worksheets/sheet1.xml").contains("<sheetProtection"));
    let hidden = xml.split("<col ").find(|col| col.contains("hidden=\"1\"")).unwrap();
    assert!(hidden.starts_with("min=\"6\" max=\"6\""), "{hidden}");
    let styles = part(&bytes, "xl/styles.xml");
    let formats: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
    let locked = |cell: &str| {
        let style = xml.split(&format!("<c r=\"{cell}\" s=\"")).nth(1).unwrap().split('"').next().unwrap();
        !formats[style.parse::<usize>().unwrap()].contains("locked=\"0\"")
    };
    for row in 6..10 {
        let cells: Vec<bool> = ('A'..='K').map(|column| locked(&format!("{column}{row}"))).collect();
        assert_eq!(cells, [true, true, true, true, true, true, false, false, false, false, false], "{row}");
    }
    assert!(
        xml.contains("<formula1>填报说明!$A$9:$A$13</formula1>")
            || xml.contains("<formula1>'填报说明'!$A$9:$A$13</formula1>"),
        "{}",
        xml.split("<dataValidations").nth(1).unwrap()
    );
}

/// Filters, lists and checks reach to the last row of their own handout.
#[test]
fn lists_filters_and_properties_are_those_of_the_handout() {
    let project = Project::shipped();
    project.build();
    for (office, last) in [(OFFICE, 9), ("应急指挥中心", 14)] {
        let bytes = handout(&project, office);
        let rows = sheets(&bytes)[1].heights.len();
        assert_eq!(rows, last, "{office}");
        let xml = part(&bytes, SHEET);
        for place in [
            format!("<dimension ref=\"A1:L{last}\"/>"),
            format!("<autoFilter ref=\"A5:L{last}\"/>"),
            format!("<ignoredError sqref=\"A5:L{last}\""),
            format!("<conditionalFormatting sqref=\"E6:E{last}\">"),
            format!("sqref=\"H6:H{last}\""),
            format!("sqref=\"G6:G{last}\"><formula1>"),
            format!("sqref=\"K6:K{last}\"><formula1>"),
        ] {
            assert!(xml.contains(&place), "{office}: {place}");
        }
        assert!(part(&bytes, "xl/workbook.xml").contains(&format!("进展填报!$A$5:$L${last}</definedName>")));
        let properties = part(&bytes, "docProps/core.xml");
        assert!(properties.contains("<dc:title>关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知<"));
        assert!(properties.contains("<dc:creator>临湘市应急管理局<"));
        assert_eq!(properties.matches("2024-08-01T10:00:00Z").count(), 2, "{properties}");
    }
}

/// Characters that mean something in a workbook's XML are texts in its cells, and so is what looks like a formula.
#[test]
fn a_handout_says_what_was_written() {
    let project = Project::clean();
    let wanted = "=1+1 a_x0041_b <c:d>&amp; “引” ]]> 9999；\n -甲";
    let written = r#"内容: "=1+1 a_x0041_b <c:d>&amp; “引” ]]> 9999；\n -甲""#;
    project.change(
        &format!("content/{NOTICE}/tasks.yaml"),
        "内容: 进一步做好非煤矿山双重预防机制工作。",
        &format!("{written} # "),
    );
    let sheet = &sheets(&handout(project.build(), OFFICE))[1];
    assert_eq!(sheet.text(5, 2), format!("（1）{wanted}"));
}

#[test]
fn a_row_stays_one_row_and_no_higher_than_a_workbook_allows() {
    let project = Project::shipped();
    project.build();
    for office in ["应急指挥中心", OFFICE] {
        let sheet = &sheets(&handout(&project, office))[1];
        assert!(sheet.heights.iter().all(|(_, height)| *height <= 409.0));
        assert!(
            sheet.merges.iter().all(|(top, _, bottom, _)| *top < 4 && top == bottom),
            "{:?}",
            sheet.merges
        );
    }
    let long = sheets(&handout(&project, "应急指挥中心"))[1].text(11, 2).to_owned();
    assert!(long.ends_with("；……（全文见责任分解表）"), "{long}");
}

/// A form of 11 points that is printed in 9 or more on A4 landscape.
#[test]
fn a_handout_prints_large_enough_to_read() {
    for project in [Project::shipped(), Project::year()] {
        project.run_on(YEAR_OVER, &["build"]);
        let xml = part(&handout(&project, OFFICE), SHEET);
        let columns = xml.split("<cols>").nth(1).unwrap().split("</cols>").next().unwrap();
        let value = |col: &str, name: &str| -> f64 {
            col.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
        };
        let shown = columns.split("<col ").skip(1).filter(|col| !col.contains("hidden"));
        // Pixels of 1/96 of an inch, of which a width of 1 has 7.
        let pixels: f64 =
            shown.map(|col| (value(col, "max") - value(col, "min") + 1.0) * value(col, "width") * 7.0).sum();
        let margins: f64 = ["left", "right"].iter().map(|side| value(&xml, side)).sum();
        let points = 11.0 * (297.0 / 25.4 - margins) * 96.0 / pixels;
        assert!(points >= 9.0, "{points}");
    }
}

/// A list within a validation has 255 characters at most; the words stand on a sheet, where there is no limit.
#[test]
fn a_list_of_any_length_can_be_chosen_from() {
    let project = Project::clean();
    let words: Vec<String> = (1..=20).map(|n| format!("正在推进的第{n}阶段（含前期工作、方案）")).collect();
    assert!(words.join(",").chars().count() > 255);
    let statuses: Vec<String> =
        words.iter().map(|word| format!("{{状态: {word}, 类别: 正在推进}}")).collect();
    project.change(
        "content/site.yaml",
        "主办单位:",
        &format!("进展状态: [{}]\n主办单位:", statuses.join(", ")),
    );
    let bytes = handout(project.build(), OFFICE);
    let explanation = &sheets(&bytes)[0];
    let first = explanation.cells.iter().find(|cell| cell.2 == "可选的状态：").unwrap().0 + 1;
    let shown: Vec<&str> = (first..).map(|row| explanation.text(row, 0)).take(words.len()).collect();
    assert_eq!(shown, words);
    let range = format!("'填报说明'!$A${}:$A${}", first + 1, first + 20);
    assert!(part(&bytes, SHEET).contains(&format!("<formula1>{range}</formula1>")), "{range}");
}

#[test]
fn the_last_report_is_shown_and_locked() {
    let project = Project::year();
    assert_eq!(project.run_on(YEAR_OVER, &["build"]).code(), 0);
    let bytes = handout(&project, OFFICE);
    let sheet = &sheets(&bytes)[1];
    assert_eq!(
        [4, 5, 6, 7].map(|column| sheet.text(4, column)),
        ["完成时限", "上次报送", "[\"gongkai-handout\",1]", "状态"]
    );
    assert_snapshot!(
        (5..9).map(|row| sheet.text(row, 5).to_owned() + "\n").collect::<String>(),
        str![[r#"
2025-01-10
长期坚持
四季度双重预防机制运行情况（示例） （示例）四季度检查矿山企业3家，双重预防机制运行正常，新发现问题1处，当场整改。
2024-10-15
长期坚持
工贸企业隐患整改复查（示例） （示例）对三季度未整改的2处隐患复查，均已整改到位。计划执法转入常态。
2024-12-12
滞后
一处隐患整改延期（示例） （示例，内部）示例企业丁的一处隐患因设备到货推迟，预计不能在年内完成整改，正在商请调整期限。


"#]]
    );
    // Done on time: no colour. Still going on after its day: by that day.
    assert_eq!((5..9).map(|row| sheet.text(row, 12)).collect::<Vec<_>>(), ["", "", "2024-12-31", ""]);
    let xml = part(&bytes, SHEET);
    assert!(xml.contains("<formula>AND(ISNUMBER($M6),$M6&lt;TODAY())</formula>"), "{xml}");
    assert!(xml.contains("promptTitle=\"进展情况\" prompt=\"做了什么、有什么成果，不限字数"), "{xml}");
}

/// Columns are headed as in the table, and what an office only helps with stands below, in grey.
#[test]
fn what_an_office_only_helps_with_stands_below() {
    let project = Project::clean();
    let table = "表名: 表\n列: [{列: 类别, 表头: 领域}, {列: 工作任务, 表头: 重点事项}, 牵头股室, 配合股室, 完成时限]\n分组:\n  \
        - 名称: 综合\n    任务:\n      - {名称: 甲, 牵头股室: 危化股, 配合股室: 法规股, 完成时限: 长期坚持}\n      \
        - {名称: 乙, 牵头股室: 法规股, 配合股室: 危化股, 完成时限: 长期坚持}\n";
    project.write(&format!("content/{NOTICE}/tasks.yaml"), table);
    project.change(&format!("content/{NOTICE}/notice.md"), "{{任务要求}}\n", "");
    let bytes = handout(project.build(), "法规股");
    let [explanation, form] = &sheets(&bytes)[..] else { panic!("two sheets") };
    assert!(explanation.text(3, 0).contains("灰色的行在最下面，是协办的事项，可以不填"));
    let rows = (4..7).map(|row| [0, 1, 2, 3, 4].map(|column| form.text(row, column)).join(" | ") + "\n");
    assert_snapshot!(
        rows.collect::<String>().replace("股\n配", "股⏎配"),
        str![[r#"
领域 | 序号 | 重点事项 | 责任单位 | 完成时限
综合 | 2 | 乙 | 牵头股室：法规股⏎配合股室：危化股 | 长期坚持
综合 | 1 | 甲 | 牵头股室：危化股⏎配合股室：法规股 | 长期坚持

"#]]
    );
    let xml = part(&bytes, SHEET);
    let style = |cell: &str| {
        let cell = xml.split(&format!("<c r=\"{cell}\" s=\"")).nth(1).unwrap();
        cell.split('"').next().unwrap().to_owned()
    };
    assert_ne!(style("C6"), style("C7"));
    assert_eq!(style("I6"), style("I7"), "to fill in like the others");
}

/// Forms that offices hold in their hands since before the columns were headed by the table.
#[test]
fn a_handout_of_before_is_taken_back() {
    let project = Project::shipped();
    let mut book = Book::open(&fs::read(repository().join("tests/handout/before.xlsx")).unwrap());
    for row in ["6", "12"] {
        book.put(&format!("G{row}"), &typed("正在推进")).put(&format!("H{row}"), &typed("检查12家。"));
        book.put(&format!("K{row}"), &Put::Number(FIRST_OF_SEPTEMBER));
    }
    let old = sheets(&book.bytes());
    assert!(old[1].text(11, 2).ends_with("……（全文见责任分解表）"), "a measure that is cut");
    project.write("a.xlsx", book.bytes());
    let before = project.files("content");
    let run = project.run(&["collect", "a.xlsx"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let collected = project.files("content");
    assert_eq!(project.files(&format!("content/{NOTICE}/progress")).len(), 2);
    // Taken back, the notes are gone; one that was edited since is not removed, and neither is the other.
    assert_eq!(project.run(&["undo"]).code(), 0);
    assert_eq!(project.files("content"), before);
    assert_eq!(project.run(&["collect", "a.xlsx"]).code(), 0);
    assert_eq!(project.files("content"), collected);
    let (note, _) = collected.iter().find(|(path, _)| path.contains("/progress/")).unwrap();
    let note = format!("content/{note}");
    project.change(&note, "公开: false", "公开: true");
    let undo = project.run(&["undo"]);
    assert!(undo.code() == 2 && undo.stderr().contains(&note), "{}", undo.stderr());
    assert_eq!(project.files("content").len(), collected.len());
}

#[test]
fn what_was_filled_in_becomes_a_note() {
    let (project, mut book) = handed_out();
    report(&mut book)
        .put("H6", &typed("　　三季度检查 12 家：\n1. 整改*隐患*3处；\n\n- 处罚 2 家 <见附件>。"));
    book.put("I6", &typed("检查记录12份\n 台账: 1 份 ")).put("J6", &typed("张三"));
    book.put("G8", &Put::Inline("已完成".to_owned())).put("H8", &Put::Inline("=A1".to_owned()));
    book.put("K8", &typed("２０２４年８月３１日"));
    project.write("交回/a.xlsx", book.bytes());
    let dry = project.run(&["collect", "交回", "--dry-run"]);
    assert_snapshot!(
        dry.stdout(),
        str![[r#"
content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress/2024-08-31-非煤矿山股-1.3.md
    ---
    日期: 2024-08-31
    股室: 非煤矿山股
    事项: '1.3'
    举措开头: 制定了《临湘市安全生产治
    状态: 已完成
    公开: false
    ---
    \=A1
content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress/2024-09-01-非煤矿山股-1.1.md
    ---
    日期: 2024-09-01
    股室: 非煤矿山股
    事项: '1.1'
    举措开头: 进一步做好非煤矿山双重预
    状态: 正在推进
    佐证材料:
    - 检查记录12份
    - '台账: 1 份'
    填报人: 张三
    公开: false
    ---
    三季度检查 12 家：

    1\. 整改\*隐患\*3处；

    \- 处罚 2 家 \<见附件>。
试运行：会写入进展 2 份，已有 0 份；未写任何文件
都还不公开：核对之后，用 gongkai publish 公开

"#]]
    );
    assert_eq!((dry.code(), notes(&project)), (0, vec![]));
    let run = project.run(&["collect", "交回/a.xlsx"]);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress/2024-08-31-非煤矿山股-1.3.md
content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress/2024-09-01-非煤矿山股-1.1.md
写入进展 2 份，已有 0 份
都还不公开：核对之后，用 gongkai publish 公开

"#]]
    );
    let written = notes(&project);
    let dumped: Vec<String> = written.iter().map(|(path, text)| format!("== {path} ==\n{text}")).collect();
    let dumped = dumped.concat();
    assert_snapshot!(
        dumped,
        str![[r#"
== 2024-08-31-非煤矿山股-1.3.md ==
---
日期: 2024-08-31
股室: 非煤矿山股
事项: '1.3'
举措开头: 制定了《临湘市安全生产治
状态: 已完成
公开: false
---
\=A1
== 2024-09-01-非煤矿山股-1.1.md ==
---
日期: 2024-09-01
股室: 非煤矿山股
事项: '1.1'
举措开头: 进一步做好非煤矿山双重预
状态: 正在推进
佐证材料:
- 检查记录12份
- '台账: 1 份'
填报人: 张三
公开: false
---
三季度检查 12 家：

1\. 整改\*隐患\*3处；

\- 处罚 2 家 \<见附件>。

"#]]
    );
    assert_eq!(project.run(&["check"]).code(), 0, "{}", project.run(&["check"]).stdout());
    // Somebody has read one and made it public; collecting again changes nothing.
    let note = format!("content/{NOTICE}/progress/{}", written[0].0);
    project.change(&note, "公开: false", "公开: true");
    let again = project.run(&["collect", "交回/a.xlsx"]);
    assert_snapshot!(
        again.stdout(),
        str![[r#"
content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress/2024-08-31-非煤矿山股-1.3.md（已有，内容相同）
content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress/2024-09-01-非煤矿山股-1.1.md（已有，内容相同）
写入进展 0 份，已有 2 份

"#]]
    );
    assert!(fs::read_to_string(project.path(&note)).unwrap().contains("公开: true"));
}

#[test]
fn public_when_asked() {
    let (project, mut book) = handed_out();
    project.write("a.xlsx", report(&mut book).bytes());
    assert_eq!(project.run(&["collect", "a.xlsx", "--public"]).code(), 0);
    assert!(notes(&project)[0].1.contains("\n公开: true\n"));
}

/// The office corrects what it reported on a day; the older report stays as a record and counts nowhere.
#[test]
fn a_report_is_corrected() {
    let (project, mut book) = handed_out();
    project.write("a.xlsx", report(&mut book).bytes());
    assert_eq!(project.run(&["collect", "a.xlsx", "--public"]).code(), 0);
    let before = project.files("content");
    project.write("b.xlsx", book.put("G6", &typed("滞后")).put("H6", &typed("检查2家。")).bytes());
    let refused = project.run(&["collect", "b.xlsx"]);
    assert_eq!((refused.code(), project.files("content")), (1, before.clone()));
    assert_snapshot!(
        refused.stderr(),
        str![[r#"
错误[C015]: 已有“content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress/2024-09-01-非煤矿山股-1.1.md”，内容与这一行不同
--> b.xlsx › 进展填报 › H6
 |
建议: 以已有的为准，就把这一行清空；这一行是股室的更正，就加上 --replace 再收一次，已有的一份留作记录

共 1 处错误，0 处警告，0 处提示
有错误，未写入任何文件；改正后请重新运行

"#]]
    );
    let run = project.run(&["collect", "b.xlsx", "--replace"]);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress/2024-09-01-非煤矿山股-1.1.md
  更正；原来公开的一份留作记录，不再公开：content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress/2024-09-01-非煤矿山股-1.1-作废1.md
写入进展 1 份，已有 0 份
都还不公开：核对之后，用 gongkai publish 公开

"#]]
    );
    let all = notes(&project);
    let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["2024-09-01-非煤矿山股-1.1-作废1.md", "2024-09-01-非煤矿山股-1.1.md"]);
    assert!(all[0].1.contains("检查12家。") && all[0].1.contains("\n公开: true\n"), "{}", all[0].1);
    assert!(all[0].1.contains("\n作废: 2024-09-01\n---\n"), "{}", all[0].1);
    assert!(all[1].1.contains("检查2家。") && all[1].1.contains("\n公开: false\n"), "{}", all[1].1);
    assert_eq!(project.run(&["publish", "--all"]).code(), 0);
    project.build();
    let ledger = project.path(&format!("output/site/{NOTICE}/progress/index.html"));
    let ledger = fs::read_to_string(ledger).unwrap();
    assert!(ledger.contains("检查2家") && !ledger.contains("检查12家"), "{ledger}");
    // That workbook once more changes nothing; a third version makes a second record.
    assert_eq!(project.run(&["collect", "b.xlsx", "--replace"]).stdout().lines().count(), 2);
    project.write("c.xlsx", book.put("H6", &typed("检查3家。")).bytes());
    assert_eq!(project.run(&["collect", "c.xlsx", "--replace"]).code(), 0);
    assert_eq!(notes(&project)[1].0, "2024-09-01-非煤矿山股-1.1-作废2.md");
    for _ in 0..3 {
        assert_eq!(project.run(&["undo"]).code(), 0);
    }
    assert_eq!(project.files("content"), before);
}

/// A file named after a position that another measure has now: the report of that measure gets a name of its own, and
/// nothing is replaced.
#[test]
fn a_report_never_replaces_that_of_another_measure() {
    let (project, mut book) = handed_out();
    project.write("a.xlsx", report(&mut book).bytes());
    assert_eq!(project.run(&["collect", "a.xlsx"]).code(), 0);
    let (name, text) = notes(&project).remove(0);
    let path = format!("content/{NOTICE}/progress/{name}");
    // As `check --fix` leaves it when its measure has become the second one.
    let moved = text
        .replace("'1.1'", "'1.2'")
        .replace("举措开头: 进一步做好非煤矿山双重预", "举措开头: 继续推进计划执法工作");
    project.write(&path, &moved);
    project.write("b.xlsx", book.put("H6", &typed("检查2家。")).bytes());
    assert_eq!(project.run(&["collect", "b.xlsx", "--replace"]).code(), 0);
    let all = notes(&project);
    assert_eq!((all.len(), &all[1].1), (2, &moved));
    assert!(all[0].0 == "2024-09-01-非煤矿山股-1.1-2.md" && all[0].1.contains("检查2家。"), "{all:?}");
}

/// Rows sorted, some hidden, columns widened, another sheet added, the sheet renamed.
#[test]
fn a_handout_may_be_rearranged() {
    let (project, mut book) = handed_out();
    report(&mut book).put("J9", &typed(" 　")).sort(6, &[3, 1, 2, 0]);
    book.change(SHEET, |xml| {
        xml.replace("<row r=\"9\"", "<row hidden=\"1\" r=\"9\"").replace("width=\"", "width=\"1")
    });
    book.change("xl/workbook.xml", |xml| xml.replace("进展填报\"", "三季度\""));
    book.add_sheet("备忘");
    project.write("a.xlsx", book.bytes());
    let run = project.run(&["collect", "a.xlsx"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert!(notes(&project)[0].1.contains("事项: '1.1'"), "{:?}", notes(&project));
}

#[test]
fn an_old_epoch_is_understood() {
    let (project, mut book) = handed_out();
    report(&mut book).put("K6", &Put::Number(FIRST_OF_SEPTEMBER - 1462.0));
    book.change("xl/workbook.xml", |xml| xml.replace("<workbookPr ", "<workbookPr date1904=\"1\" "));
    project.write("a.xlsx", book.bytes());
    assert_eq!(project.run(&["collect", "a.xlsx"]).code(), 0);
    assert!(notes(&project)[0].0.starts_with("2024-09-01"), "{:?}", notes(&project));
}

#[test]
fn a_day_typed_without_strokes_is_understood() {
    let (project, mut book) = handed_out();
    report(&mut book).put("K6", &Put::Number(20_240_831.0));
    project.write("a.xlsx", book.bytes());
    let run = project.run(&["collect", "a.xlsx"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert!(notes(&project)[0].0.starts_with("2024-08-31"), "{:?}", notes(&project));
}

#[test]
fn what_is_no_handout_is_told() {
    let project = Project::clean();
    let table =
        fs::read(project.build().path(&format!("output/site/{NOTICE}/zeren-fenjie-biao.xlsx"))).unwrap();
    project.write("交回/1.xlsx", "这不是工作簿").write("交回/2.xlsx", table);
    let whole = handout(&project, OFFICE);
    project.write("交回/3.xlsx", &whole[..whole.len() / 2]);
    project.write("交回/4.xlsx", &whole).write("交回/5.xlsx", &whole);
    project.write("交回/6.et", "WPS 表格").write("交回/~$4.xlsx", "").write("交回/说明.txt", "");
    project.write("交回/下级/进展.DOCX", "Word").write("交回/Thumbs.db", "");
    let run = project.run(&["collect", "交回"]);
    assert_eq!(run.code(), 1);
    assert_snapshot!(
        run.stderr(),
        str![[r#"
错误[C001]: 这个文件不是能读的工作簿
--> 交回/1.xlsx
 |
建议: 用 Excel、WPS 或 LibreOffice 打开它，“另存为”“Excel 工作簿（.xlsx）”，再用那一份；都打不开的，请重新索取

错误[C002]: 不是发出的填报表，里面没有行标识
--> 交回/2.xlsx
 |
建议: 请股室在 output/handout 里自己的那份表中填写，再交回

错误[C001]: 这个工作簿已损坏：压缩包的目录损坏
--> 交回/3.xlsx
 |
建议: 用 Excel、WPS 或 LibreOffice 打开它，“另存为”“Excel 工作簿（.xlsx）”，再用那一份；都打不开的，请重新索取

提示[C003]: 一行也没有填
--> 交回/4.xlsx

提示[C004]: 与“交回/4.xlsx”是同一个文件，只收一次
--> 交回/5.xlsx

错误[C001]: 这个文件不是能读的工作簿
--> 交回/6.et
 |
建议: 用 Excel、WPS 或 LibreOffice 打开它，“另存为”“Excel 工作簿（.xlsx）”，再用那一份；都打不开的，请重新索取

提示[C062]: “进展.DOCX”不是工作簿，没有收
--> 交回/下级/进展.DOCX
 |
建议: 进展写在这份文件里的，请股室填到 output/handout 里自己的那份表中，再交回

提示[C062]: “说明.txt”不是工作簿，没有收
--> 交回/说明.txt

共 4 处错误，0 处警告，4 处提示
有 4 个文件读不了，没有收（见上）；改正后只收这些

"#]]
    );
    let english = project.run(&["collect", "交回", "--lang", "en"]);
    assert_snapshot!(
        english.stderr(),
        str![[r#"
error[C001]: this file is no workbook that can be read
--> 交回/1.xlsx
 |
help: open it in Excel, WPS or LibreOffice, save it as a workbook (.xlsx) and take that; ask for it again if none opens it

error[C002]: not a handout: no row has an identity
--> 交回/2.xlsx
 |
help: ask the office to fill in its own workbook of output/handout

error[C001]: this workbook is damaged: the archive's list of parts is damaged
--> 交回/3.xlsx
 |
help: open it in Excel, WPS or LibreOffice, save it as a workbook (.xlsx) and take that; ask for it again if none opens it

note[C003]: no row was filled in
--> 交回/4.xlsx

note[C004]: the same file as 交回/4.xlsx, collected once
--> 交回/5.xlsx

error[C001]: this file is no workbook that can be read
--> 交回/6.et
 |
help: open it in Excel, WPS or LibreOffice, save it as a workbook (.xlsx) and take that; ask for it again if none opens it

note[C062]: "进展.DOCX" is no workbook and was not collected
--> 交回/下级/进展.DOCX
 |
help: where progress is reported in it, ask the office to fill it into its own workbook of output/handout

note[C062]: "说明.txt" is no workbook and was not collected
--> 交回/说明.txt

4 errors, 0 warnings, 4 notes
not collected, because they cannot be read (see above): 4; mend these files and collect them alone

"#]]
    );
    let missing = project.run(&["collect", "没有.xlsx"]);
    assert_eq!(missing.code(), 2);
}

#[test]
fn a_row_must_be_whole_and_dated() {
    let (project, mut book) = handed_out();
    book.put("G6", &typed("正在推进")).put("J6", &typed("张三"));
    book.put("G7", &typed("进行中")).put("H7", &typed("检查。")).put("K7", &typed("2024-9-1"));
    book.put("G8", &typed("已完成")).put("H8", &typed("检查。")).put("K8", &typed("2024年2月30日"));
    book.put("G9", &typed("已完成"))
        .put("H9", &typed("检查。"))
        .put("K9", &Put::Number(FIRST_OF_SEPTEMBER + 1.0));
    assert_snapshot!(
        findings(&project, &book),
        str![[r#"
错误[C007]: 这一行填了别的，没有填“进展情况”“填报日期”
--> 交回/非煤.xlsx › 进展填报 › H6
 |
建议: 补填；不报这一项的，把整行清空

错误[C010]: 状态“进行中”不在列表中
--> 交回/非煤.xlsx › 进展填报 › G7
 |
建议: 可选：未启动、正在推进、滞后、已完成、长期坚持

错误[C008]: 填报日期“2024年2月30日”不是有效的日期
--> 交回/非煤.xlsx › 进展填报 › K8
 |
建议: 写成 2024-9-30 的样子

错误[C009]: 填报日期 2024-09-02 晚于今天（2024-09-01）
--> 交回/非煤.xlsx › 进展填报 › K9
 |
建议: 核对年份和月份
"#]]
    );
}

/// Excel makes 2024年8月 the first of August, and shows the month.
#[test]
fn a_month_is_no_day() {
    for format in ["yyyy\"年\"m\"月\"", "yyyy-mm", "[DBNum1]yyyy\"年\"m\"月\"", "mmm-yy"] {
        let (project, mut book) = handed_out();
        report(&mut book).put("K6", &Put::Number(FIRST_OF_SEPTEMBER - 31.0));
        let escaped = format.replace('"', "&quot;");
        book.change("xl/styles.xml", |xml| {
            assert!(xml.contains("formatCode=\"yyyy-mm-dd\""), "{xml}");
            xml.replace("formatCode=\"yyyy-mm-dd\"", &format!("formatCode=\"{escaped}\""))
        });
        let told = findings(&project, &book);
        assert!(told.starts_with("错误[C008]: 填报日期“"), "{format}: {told}");
        if format.starts_with("yyyy\"") {
            assert_snapshot!(
                told,
                str![[r#"
错误[C008]: 填报日期“2024年8月”没有写是哪一天
--> 交回/非煤.xlsx › 进展填报 › K6
 |
建议: 写全年月日，写成 2024-9-30 的样子
"#]]
            );
            let english = project.run(&["collect", "交回/非煤.xlsx", "--lang", "en"]).stderr();
            assert_snapshot!(
                english,
                str![[r#"
error[C008]: "2024年8月" says no day of the month
--> 交回/非煤.xlsx › 进展填报 › K6
 |
help: write the whole date, like 2024-9-30

1 error, 0 warnings, 0 notes
nothing was written because of these errors; mend them and run again

"#]]
            );
        }
    }
}

#[test]
fn changed_texts_and_unknown_rows() {
    let (project, mut book) = handed_out();
    for row in ["6", "7", "8", "9"] {
        let cell = |column: &str| format!("{column}{row}");
        book.put(&cell("G"), &typed("已完成")).put(&cell("H"), &typed("检查。"));
        book.put(&cell("K"), &Put::Number(FIRST_OF_SEPTEMBER));
    }
    let identity = |path: &str, item: &str, office: &str| {
        typed(&format!("[\"gongkai-handout\",1,\"{path}\",\"{item}\",\"{office}\"]"))
    };
    book.put("E6", &typed("2025年12月"));
    book.put("F7", &identity("没有/这个", "1.2", OFFICE));
    book.put("F8", &identity(NOTICE, "9.9", OFFICE));
    book.put("F9", &identity(NOTICE, "6.1", OFFICE));
    assert_snapshot!(
        findings(&project, &book),
        str![[r#"
错误[C006]: “完成时限”与现在的责任分解表不同：这里是“2025年12月”，应为“长期坚持”
--> 交回/非煤.xlsx › 进展填报 › E6
 |
建议: 核对这一行报的是不是同一件事，再用最新的填报表填写

错误[C005]: 没有“没有/这个”这个通知
--> 交回/非煤.xlsx › 进展填报 › F7
 |
建议: 用最新的填报表重填这一行；责任分解表改动之后，要重新发放填报表

错误[C005]: 责任分解表中没有事项“9.9”
--> 交回/非煤.xlsx › 进展填报 › F8
 |
建议: 用最新的填报表重填这一行；责任分解表改动之后，要重新发放填报表

错误[C005]: 事项“6.1”现在不由“非煤矿山股”负责
--> 交回/非煤.xlsx › 进展填报 › F9
 |
建议: 用最新的填报表重填这一行；责任分解表改动之后，要重新发放填报表
"#]]
    );
    book.put("F6", &identity(NOTICE, "1.1", "没有股"));
    book.put("F7", &typed("[\"gongkai-handout\",1,\"x"));
    book.put("F8", &identity(NOTICE, "1.1", OFFICE));
    book.put("F9", &typed("")).put("H5", &typed("情况"));
    assert_snapshot!(
        findings(&project, &book),
        str![[r#"
错误[C006]: 表头中没有“进展情况”这一列
--> 交回/非煤.xlsx › 进展填报 › F5
 |
建议: 改回原来的表头；责任分解表改动过的，用最新的填报表
"#]]
    );
}

#[test]
fn a_changed_project_is_noticed() {
    let (project, mut book) = handed_out();
    report(&mut book);
    project.change(&format!("content/{NOTICE}/tasks.yaml"), "进一步做好", "继续做好");
    assert_snapshot!(
        findings(&project, &book),
        str![[r#"
错误[C006]: “相应的工作举措（含可供检验的工作成果）”与现在的责任分解表不同：这里是“（1）进一步做好非煤矿山双重预防机制工作。有效防……”，应为“（1）继续做好非煤矿山双重预防机制工作。有效防范……”
--> 交回/非煤.xlsx › 进展填报 › C6
 |
建议: 核对这一行报的是不是同一件事，再用最新的填报表填写
"#]]
    );
}

/// An item with a 代号 is found where it stands now.
#[test]
fn a_marked_item_may_move() {
    let project = Project::clean();
    let tasks = format!("content/{NOTICE}/tasks.yaml");
    let measure = "      - 编号: \"（1）\"\n        内容: 进一步做好";
    project.change(&tasks, measure, &measure.replace("      - ", "      - 代号: 双重预防\n        "));
    let mut book = Book::open(&handout(project.build(), OFFICE));
    report(&mut book);
    project.change(
        &tasks,
        "任务:\n",
        "任务:\n  - 名称: 新的任务\n    责任股室: 法规股\n    完成时限: 长期坚持\n",
    );
    project.write("a.xlsx", book.bytes());
    let run = project.run(&["collect", "a.xlsx"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert_eq!(notes(&project)[0].0, "2024-09-01-非煤矿山股-双重预防.md");
    assert!(notes(&project)[0].1.contains("\n事项: 双重预防\n"));
}

#[test]
fn pasted_merged_and_calculated_cells() {
    let (project, mut book) = handed_out();
    report(&mut book).put("H7", &typed("第二段散落到下一行")).put("H10", &typed("第五段落到表外"));
    book.put("K6", &Put::Formula("TODAY()".to_owned(), "45536".to_owned()));
    book.put("G8", &typed("已完成")).put("H8", &typed("检查。")).put("K8", &typed("2024-9-1"));
    book.put("M8", &typed("另有说明"));
    book.change(SHEET, |xml| xml.replace("</mergeCells>", "<mergeCell ref=\"H8:H9\"/></mergeCells>"));
    assert_snapshot!(
        findings(&project, &book),
        str![[r#"
错误[C013]: 这一格是公式或出错的值，应直接填写
--> 交回/非煤.xlsx › 进展填报 › K6
 |
建议: 复制这一格，“选择性粘贴”为数值，再保存

错误[C007]: 这一行填了别的，没有填“状态”“填报日期”
--> 交回/非煤.xlsx › 进展填报 › G7
 |
建议: 补填；不报这一项的，把整行清空

警告[C011]: 这里的文字不收：“另有说明”
--> 交回/非煤.xlsx › 进展填报 › M8
 |
建议: 移到事项所在的行里；粘贴时先双击单元格，使各段留在一格之内

错误[C012]: 这一格合并过，不知道其余各格报的是什么
--> 交回/非煤.xlsx › 进展填报 › H8
 |
建议: 取消合并，每一行各填各的

错误[C011]: 这一行没有行标识，填的内容收不进去：“第五段落到表外”
--> 交回/非煤.xlsx › 进展填报 › H10
 |
建议: 移到事项所在的行里；粘贴时先双击单元格，使各段留在一格之内
"#]]
    );
}

#[test]
fn a_formula_without_its_value_is_no_blank_cell() {
    let (project, mut book) = handed_out();
    report(&mut book).put("H6", &Put::Formula("A1&\"完成\"".to_owned(), String::new()));
    book.change(SHEET, |xml| {
        xml.replace(" t=\"str\"><f>A1&amp;\"完成\"</f><v></v>", "><f>A1&amp;\"完成\"</f>")
    });
    assert_snapshot!(
        findings(&project, &book),
        str![[r#"
错误[C013]: 这一格是公式或出错的值，应直接填写
--> 交回/非煤.xlsx › 进展填报 › H6
 |
建议: 复制这一格，“选择性粘贴”为数值，再保存
"#]]
    );
}

/// A file that the disk refuses is told beside the others, whose notes are made all the same.
#[test]
fn a_file_that_cannot_be_opened_does_not_end_the_collection() {
    let (project, mut book) = handed_out();
    report(&mut book);
    let root = project.path("");
    let checked = pipeline::check(&root, date(2024, 9, 1)).unwrap();
    let refused = Error::read(Path::new("交回/甲.xlsx"))(ErrorKind::PermissionDenied.into()).message();
    let files = [
        Returned { path: "交回/甲.xlsx".to_owned(), bytes: Err(Unread::Refused(refused)) },
        Returned { path: "交回/乙.xlsx".to_owned(), bytes: Ok(book.bytes()) },
    ];
    let collected = collect(&checked.project, &checked.sources, &files, Manner::default());
    assert_eq!(collected.notes.len(), 1);
    assert_snapshot!(
        anstream::adapter::strip_str(&human(&collected.report, &collected.sources, Lang::Zh)).to_string(),
        str![[r#"
错误[C001]: 无法读取“交回/甲.xlsx”：没有权限
--> 交回/甲.xlsx
 |
建议: 在 Excel 或 WPS 中关闭它，或者重新复制一份，再收一次

共 1 处错误，0 处警告，0 处提示
"#]]
    );
}

#[test]
fn returns_that_contradict_each_other() {
    let (project, mut book) = handed_out();
    project.write("交回/1.xlsx", report(&mut book).bytes());
    book.put("J9", &typed(" "));
    project.write("交回/2.xlsx", book.bytes()).write("交回/3.xlsx", book.bytes());
    book.put("H6", &typed("检查13家。"));
    project.write("交回/4.xlsx", book.bytes());
    let run = project.run(&["collect", "交回"]);
    assert_eq!((run.code(), notes(&project)), (1, vec![]));
    assert_snapshot!(
        run.stderr(),
        str![[r#"
提示[C004]: 与“交回/1.xlsx › 进展填报 › H6”内容相同，只收一次
--> 交回/2.xlsx › 进展填报 › H6

提示[C004]: 与“交回/2.xlsx”是同一个文件，只收一次
--> 交回/3.xlsx

错误[C014]: 与“交回/1.xlsx › 进展填报 › H6”是同一事项、同一天的进展，内容却不同
--> 交回/4.xlsx › 进展填报 › H6
 |
建议: 问清以哪一份为准，只收那一份；或者改正填报日期

共 1 处错误，0 处警告，2 处提示
有错误，未写入任何文件；改正后请重新运行

"#]]
    );
}

#[test]
fn a_note_that_is_there_is_not_written_over() {
    let (project, mut book) = handed_out();
    report(&mut book);
    project.write("交回/非煤.xlsx", book.bytes());
    assert_eq!(project.run(&["collect", "交回"]).code(), 0);
    let note = format!("content/{NOTICE}/progress/{}", notes(&project)[0].0);
    project.change(&note, "检查12家", "检查十二家");
    assert_snapshot!(
        findings(&project, &book),
        str![[r#"
错误[C015]: 已有“content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress/2024-09-01-非煤矿山股-1.1.md”，内容与这一行不同
--> 交回/非煤.xlsx › 进展填报 › H6
 |
建议: 以已有的为准，就把这一行清空；这一行是股室的更正，就加上 --replace 再收一次，已有的一份留作记录
"#]]
    );
}

#[test]
fn a_project_with_errors_collects_nothing() {
    let (project, mut book) = handed_out();
    project.write("a.xlsx", report(&mut book).bytes());
    project.change(&format!("content/{NOTICE}/tasks.yaml"), "任务:", "任务们:");
    let run = project.run(&["collect", "a.xlsx"]);
    assert_eq!((run.code(), run.stdout()), (1, String::new()));
    assert!(
        run.stderr().trim_end().ends_with("项目本身有错误，未收表；改正后请重新运行"),
        "{}",
        run.stderr()
    );
}

/// Values typed into our workbook and saved by `LibreOffice`, in any of its formats, are collected as typed.
#[test]
#[ignore = "needs LibreOffice"]
fn saved_by_another_program() {
    let (project, mut book) = handed_out();
    report(&mut book)
        .put("H6", &typed("　　检查 12 家：\n1. 整改*3*处；\n\n=A1"))
        .put("I6", &typed("台账\n记录"));
    book.put("G7", &Put::Inline("已完成".to_owned()))
        .put("H7", &typed("-1"))
        .put("K7", &typed("2024年8月31日"));
    project.write("交回/a.xlsx", book.sort(6, &[2, 0, 3, 1]).bytes());
    assert_eq!(project.run(&["collect", "交回"]).code(), 0);
    let expected = notes(&project);
    assert_eq!(expected.len(), 2);
    for ending in ["xlsx", "xls", "ods"] {
        convert(&project, ending, &[project.path("交回/a.xlsx")]);
        fs::remove_dir_all(project.path(&format!("content/{NOTICE}/progress"))).unwrap();
        let run = project.run(&["collect", ending]);
        assert_eq!(run.code(), 0, "{ending}: {}", run.stderr());
        assert_eq!(notes(&project), expected, "{ending}");
    }
}

/// Every character that a handout shows is printed, and the hidden identities are not.
#[test]
#[ignore = "needs LibreOffice"]
fn every_character_is_printed() {
    let project = Project::shipped();
    let book = handout(project.build(), "应急指挥中心");
    let pdf = convert(&project, "pdf", &[project.path(&path("应急指挥中心"))]).remove(0);
    let output = std::process::Command::new("pdftotext").arg("-raw").arg(pdf).arg("-").output();
    let text = String::from_utf8(output.unwrap().stdout).unwrap();
    assert!(!text.contains("gongkai-handout"));
    let count = |text: &str| {
        let mut counted = std::collections::BTreeMap::new();
        for c in normalised(text).chars() {
            *counted.entry(c).or_insert(0) += 1;
        }
        counted
    };
    let shown: String = sheets(&book)
        .iter()
        .flat_map(|sheet| {
            // The column by which colours are chosen is hidden.
            let hidden = sheet.cells.iter().find(|cell| cell.2 == "截止日期").map(|cell| cell.1);
            sheet.cells.iter().filter(move |cell| Some(cell.1) != hidden)
        })
        .filter(|cell| !cell.2.contains("gongkai-handout"))
        .map(|cell| cell.2.as_str())
        .collect();
    let printed = count(&text);
    let missing: Vec<char> = count(&shown)
        .into_iter()
        .filter(|(c, n)| printed.get(c).is_none_or(|m| m < n))
        .map(|(c, _)| c)
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// A folder stands where the second note should be written: the first one goes again, and so do the folders.
#[test]
fn all_notes_or_none() {
    use gongkai::output::{Change, Occasion, change};

    let project = Project::empty();
    let folder = project.path("content");
    project.write("content/a/progress/2.md/x", "");
    let occasion = Occasion { command: "collect", time: jiff::civil::DateTime::default() };
    let write = |names: &[&str]| {
        let notes = names.iter().map(|name| Change::new_file(*name, "文"));
        change(&folder, &notes.collect::<Vec<_>>(), &occasion)
    };
    let files = || {
        let mut files = crate::support::files(&folder);
        files.retain(|(path, _)| !path.starts_with(".gongkai/"));
        files
    };
    let before = files();
    assert!(write(&["b/progress/1.md", "a/progress/1.md", "a/progress/2.md"]).is_err());
    assert_eq!(files(), before);
    assert!(!folder.join("b").exists());
    write(&["b/progress/1.md", "a/progress/1.md"]).unwrap();
    assert_eq!(files().len(), 3);
}

/// A file that cannot be read is left and told; the others are collected. A file that was read and has an error stops all.
#[test]
fn files_that_cannot_be_read_are_left() {
    let (project, mut book) = handed_out();
    project.write("交回/1.xlsx", "这不是工作簿").write("交回/2.xlsx", report(&mut book).bytes());
    project.write("交回/3.docx", "Word");
    let run = project.run(&["collect", "交回", "交回/3.docx"]);
    assert_eq!((run.code(), notes(&project).len()), (1, 1));
    assert_snapshot!(
        run.stderr(),
        str![[r#"
错误[C001]: 这个文件不是能读的工作簿
--> 交回/1.xlsx
 |
建议: 用 Excel、WPS 或 LibreOffice 打开它，“另存为”“Excel 工作簿（.xlsx）”，再用那一份；都打不开的，请重新索取

提示[C062]: “3.docx”不是工作簿，没有收
--> 交回/3.docx
 |
建议: 进展写在这份文件里的，请股室填到 output/handout 里自己的那份表中，再交回

错误[C001]: “3.docx”不是工作簿，没有收
--> 交回/3.docx
 |
建议: 进展写在这份文件里的，请股室填到 output/handout 里自己的那份表中，再交回

共 2 处错误，0 处警告，1 处提示
有 2 个文件读不了，没有收（见上）；改正后只收这些

"#]]
    );
    assert_snapshot!(
        run.stdout(),
        str![[r#"
content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress/2024-09-01-非煤矿山股-1.1.md
写入进展 1 份，已有 0 份
都还不公开：核对之后，用 gongkai publish 公开

"#]]
    );
    // Again, with an error in a file that is read.
    let (project, mut book) = handed_out();
    book.put("H6", &typed("检查12家。"));
    project.write("交回/1.xlsx", "这不是工作簿").write("交回/2.xlsx", book.bytes());
    let run = project.run(&["collect", "交回"]);
    assert_eq!((run.code(), notes(&project)), (1, vec![]));
    assert!(run.stderr().ends_with("有错误，未写入任何文件；改正后请重新运行\n"), "{}", run.stderr());
}

/// A workbook whose name ends as that of a document.
#[test]
fn a_misnamed_workbook_is_read() {
    let (project, mut book) = handed_out();
    project.write("交回/甲.docx", report(&mut book).bytes());
    let run = project.run(&["collect", "交回"]);
    assert_eq!((run.code(), notes(&project).len()), (0, 1), "{}", run.stderr());
    let table =
        std::fs::read(project.build().path(&format!("output/site/{NOTICE}/zeren-fenjie-biao.xlsx"))).unwrap();
    let named = |name: &str| {
        project.write(name, &table);
        let run = project.run(&["import", name]);
        (run.code(), run.stdout())
    };
    let (code, right) = named("表.xlsx");
    assert!(code == 0 && right.contains("任务:"), "{right}");
    assert_eq!(named("表.docx"), (0, right));
}
