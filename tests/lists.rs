//! `gongkai import` beside the table itself: its offices, sheets of names and of offices, the widths of columns, and
//! values that nobody sees.

use std::fs;

use gongkai::read::WorkbookLimits;
use gongkai::read::import::{Kind, import_as};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use snapbox::str;

use crate::support::sheet::sheets;
use crate::support::{Project, assert_snapshot};

/// A workbook with one sheet.
fn book(rows: &[&[&str]], more: impl Fn(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, texts) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*texts).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
    more(sheet);
    book.save_to_buffer().unwrap()
}

/// The findings of an import with their places, and the file.
fn imported(kind: Kind, bytes: &[u8]) -> String {
    let imported = import_as(kind, "表.xlsx", bytes, None, WorkbookLimits::default());
    let finding = |finding: &gongkai::diagnostic::Diagnostic| {
        let place = &imported.sources.file(finding.span.file).path;
        format!("{} {place}: {}\n", finding.code.id, finding.message.zh)
    };
    let findings: String = imported.report.findings().iter().map(finding).collect();
    findings + &imported.yaml.unwrap_or_default()
}

const NOTICE: &str = "---\n标题: 通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n附件:\n  - {表: tasks.yaml, 名称: 分工表}\n---\n现通知如下。\n";

/// A project whose register has one office.
fn project() -> Project {
    let project = Project::empty();
    project.write("content/site.yaml", "名称: 某局\n").write("content/offices.yaml", "股室: [甲局]\n");
    project.write("content/lan/column.yaml", "名称: 栏目\n").write("content/lan/tongzhi/notice.md", NOTICE);
    project
}

#[test]
fn unknown_offices_stand_once_each_as_a_block_for_the_register() {
    let rows: [&[&str]; 5] = [
        &["分工表"],
        &["序号", "工作任务", "牵头单位", "配合单位"],
        &["1", "修路", "乙局", "甲局、丙局"],
        &["2", "修桥", "丙局牵头，甲局、乙局配合", "- 丁局\n无"],
        &["3", "植树", "甲局", "乙局"],
    ];
    let project = project();
    project.write("表.xlsx", book(&rows, |_| {}));
    let table = "content/lan/tongzhi/tasks.yaml";
    let run = project.run(&["import", "表.xlsx", "--output", table]);
    assert_eq!(run.code(), 0);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
已写入 content/lan/tongzhi/tasks.yaml。在通知的“附件”中写上它，再用 gongkai check 检查

"#]]
    );
    assert_snapshot!(
        run.stderr(),
        str![[r#"
机构名录中没有的单位有 3 个，核对后粘贴到 content/offices.yaml（已有“股室:”等各项的，只粘贴它下面各行）：

股室:
  - 乙局
  - 丙局
  - '- 丁局'

"#]]
    );
    let run = project.run(&["import", "表.xlsx", "--unknown-offices", "新/单位.yaml"]);
    assert_eq!(
        (run.code(), run.stdout().lines().last()),
        (0, Some("已写入 新/单位.yaml")),
        "{}",
        run.stderr()
    );
    let block = fs::read_to_string(project.path("新/单位.yaml")).unwrap();
    assert_eq!(block, "股室:\n  - 乙局\n  - 丙局\n  - '- 丁局'\n");
    // Pasted below the offices that are there, nothing is unknown any more.
    let pasted = block.replacen("股室:\n", "股室:\n  - 甲局\n", 1);
    project.write("content/offices.yaml", pasted);
    let run = project.run(&["check"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let run = project.run(&["import", "表.xlsx", "--unknown-offices", "没有.yaml"]);
    assert_eq!((run.code(), run.stderr().as_str()), (0, ""));
    assert!(!project.path("没有.yaml").exists());
}

#[test]
fn a_sheet_of_names_becomes_the_roster() {
    let bytes = book(
        &[
            &["某局责任人、联络人名单"],
            &["序号", "股 室", "责任人", "", "联络员", "", "备注"],
            &["", "", "姓名", "职务", "姓名", "联系电话", ""],
            &["1", "甲局", "张 三", "局长", "李四、王五", "0730-3720055", ""],
            &["2", "乙 局", "赵六", "", "", "", "兼"],
            &["", "", "孙七", "", "周八", "13700000000\n3720056", ""],
            &["填表人：某某", "", "", "", "", "", ""],
        ],
        |sheet| {
            let plain = Format::new();
            sheet.merge_range(0, 0, 0, 6, "某局责任人、联络人名单", &plain).unwrap();
            sheet.merge_range(1, 2, 1, 3, "责任人", &plain).unwrap();
            sheet.merge_range(1, 4, 1, 5, "联络员", &plain).unwrap();
            sheet.merge_range(4, 1, 5, 1, "乙 局", &plain).unwrap();
        },
    );
    assert_snapshot!(
        imported(Kind::Roster, &bytes),
        str![[r#"
I004 表.xlsx › Sheet1 › D3: 没有导入“职务”
I004 表.xlsx › Sheet1 › G2: 没有导入“备注”
I004 表.xlsx › Sheet1 › A7: 没有导入“填表人：某某”
名单:
- 股室: 甲局
  责任人: 张三
  联络人:
  - 李四
  - 王五
  电话: 0730-3720055
- 股室: 乙局
  责任人:
  - 赵六
  - 孙七
  联络人: 周八
  电话:
  - '13700000000'
  - '3720056'

"#]]
    );
    let titled = |title: &str| {
        let rows: [&[&str]; 3] = [
            &[title],
            &["序号", "单位", "姓名", "职务", "联系电话"],
            &["1", "甲局", "张三", "股长", "3720055"],
        ];
        imported(Kind::Roster, &book(&rows, |_| {}))
    };
    assert_snapshot!(
        titled("联络员名单"),
        str![[r#"
I004 表.xlsx › Sheet1 › D2: 没有导入“职务”
名单:
- 股室: 甲局
  联络人: 张三
  电话: '3720055'

"#]]
    );
    assert_eq!(titled("负责同志名单"), titled("联络员名单").replace("联络人", "责任人"));
}

#[test]
fn a_sheet_of_offices_becomes_the_register() {
    let bytes = book(
        &[
            &["某局机构名录"],
            &["序号", "股室名称", "简称", "职能"],
            &["1", "办 公 室", "", "综合"],
            &["2", "政策法规股", "法规股、法制股", ""],
            &["3", "", "", ""],
            &["4", "办公室", "", ""],
            &["注：2024年8月。"],
        ],
        |_| {},
    );
    assert_snapshot!(
        imported(Kind::Register, &bytes),
        str![[r#"
I004 表.xlsx › Sheet1 › D2: 没有导入“职能”
I004 表.xlsx › Sheet1 › A7: 没有导入“注：2024年8月。”
I008 表.xlsx › Sheet1 › B6: “办公室”上面已经有了，只写一次
股室:
- 办公室
- 名称: 政策法规股
  别名:
  - 法规股
  - 法制股

"#]]
    );
    let single: [&[&str]; 4] = [&["名录"], &["单位名称"], &["办公室"], &["业务股"]];
    assert_eq!(imported(Kind::Register, &book(&single, |_| {})), "股室:\n- 办公室\n- 业务股\n");
    let project = Project::empty();
    project.write("名录.xlsx", &bytes).write("content/site.yaml", "名称: 某局\n");
    let run = project.run(&["import", "名录.xlsx", "--register", "--output", "content/"]);
    assert_eq!(
        (run.code(), run.stdout().as_str()),
        (0, "已写入 content/offices.yaml。它放在 content 文件夹里；再用 gongkai check 检查\n")
    );
    assert_eq!(project.run(&["check"]).code(), 0);
    assert_eq!(project.run(&["import", "名录.xlsx", "--register", "--roster"]).code(), 2);
}

#[test]
fn a_sheet_without_the_columns_of_its_kind_is_told() {
    let rows: [&[&str]; 2] = [&["甲", "乙"], &["1", "2"]];
    assert_snapshot!(
        imported(Kind::Roster, &book(&rows, |_| {})),
        str![[r#"
I002 表.xlsx: 没有找到名单

"#]]
    );
    assert_snapshot!(
        imported(Kind::Register, &book(&rows, |_| {})),
        str![[r#"
I002 表.xlsx: 没有找到机构名录

"#]]
    );
}

#[test]
fn a_value_that_its_number_format_hides_is_told_and_not_quoted() {
    let rows: [&[&str]; 3] =
        [&["分工表"], &["序号", "工作任务", "责任单位", "备注"], &["1", "修路", "甲局", ""]];
    let bytes = book(&rows, |sheet| {
        let hidden = Format::new().set_num_format(";;;");
        sheet.write_string_with_format(2, 3, "内部掌握", &hidden).unwrap();
        sheet.write_number_with_format(2, 4, 7, &hidden).unwrap();
        // A zero that is not shown is how sheets look that hide zeros.
        sheet.write_number_with_format(2, 5, 0, &hidden).unwrap();
    });
    assert_snapshot!(
        imported(Kind::Table, &bytes),
        str![[r#"
I007 表.xlsx › Sheet1 › D3: 这一格有内容，但数字格式（如“;;;”）不显示它，没有导入
I007 表.xlsx › Sheet1 › E3: 这一格有内容，但数字格式（如“;;;”）不显示它，没有导入
表名: 分工表
列:
- 序号
- 工作任务
- 责任单位
- 备注
任务:
- 名称: 修路
  责任单位: 甲局

"#]]
    );
}

#[test]
fn widths_come_along_to_the_page_and_the_workbook() {
    let rows: [&[&str]; 3] = [
        &["分工表"],
        &["序号", "工作任务", "责任单位", "备注"],
        &["1", "修路", "甲局", "从县城到某乡的一段"],
    ];
    let bytes = book(&rows, |sheet| {
        for (column, width) in [(0, 4.0), (1, 30.0), (3, 12.5)] {
            sheet.set_column_width(column, width).unwrap();
        }
    });
    let yaml = imported(Kind::Table, &bytes);
    assert_snapshot!(
        &yaml,
        str![[r#"
表名: 分工表
列:
- 列: 序号
  宽: 4
- 列: 工作任务
  宽: 30
- 责任单位
- 列: 备注
  宽: 13
任务:
- 名称: 修路
  责任单位: 甲局
  备注: 从县城到某乡的一段

"#]]
    );
    let project = project();
    project.write("content/lan/tongzhi/tasks.yaml", &yaml).build();
    let page = fs::read_to_string(project.path("output/site/lan/tongzhi/index.html")).unwrap();
    let columns = "<colgroup><col class=\"w2\"><col class=\"w12\"><col><col class=\"w5\"></colgroup>";
    assert!(page.contains(columns), "{page}");
    let book = fs::read(project.path("output/site/lan/tongzhi/zeren-fenjie-biao.xlsx")).unwrap();
    let printed = &sheets(&book)[0].xml;
    for column in [
        "min=\"1\" max=\"1\" width=\"4.7",
        "min=\"2\" max=\"2\" width=\"30.7",
        "min=\"4\" max=\"4\" width=\"13.7",
    ] {
        assert!(printed.contains(column), "{column}: {printed}");
    }
    // Equally wide columns are as nobody set them.
    let equal = book_of_equal_widths();
    assert!(!imported(Kind::Table, &equal).contains("宽"));
}

fn book_of_equal_widths() -> Vec<u8> {
    let rows: [&[&str]; 2] = [&["序号", "工作任务"], &["1", "修路"]];
    book(&rows, |sheet| {
        sheet.set_column_range_width(0, 5, 11.0).unwrap();
    })
}

#[test]
fn a_width_that_no_column_can_have_is_an_error() {
    let project = project();
    let table = |width: &str| {
        format!("表名: 分工表\n列: [序号, {{列: 工作任务, 宽: {width}}}]\n任务: [{{名称: 修路}}]\n")
    };
    let wrong = |width: &str| {
        project.write("content/lan/tongzhi/tasks.yaml", table(width));
        let run = project.run(&["check"]);
        run.stdout().lines().find(|line| line.contains("[R006]")).map(str::to_owned)
    };
    assert_eq!(wrong("255"), None);
    for width in ["0", "256", "宽", "1.5"] {
        assert_eq!(wrong(width), Some(format!("错误[R006]: “{width}”不是列宽")));
    }
}
