//! Rows of imported sheets that are no tasks, or say only half of one: what the program makes of them and tells.

use rust_xlsxwriter::{Format, Workbook};
use snapbox::str;

use crate::support::{Project as Folder, assert_snapshot};

/// A table of two tasks.
const TABLE: [&[&str]; 4] = [
    &["分工表"],
    &["序号", "工作任务", "责任单位", "目标值"],
    &["1", "甲", "办公室", "一"],
    &["2", "乙", "救灾股", "二"],
];

/// Output of importing a sheet: the file and the findings, in a language. Cells of `merged` are rows and columns, first
/// and last, from 0.
fn imported(rows: &[&[&str]], merged: &[(u32, u16, u32, u16)], language: &str) -> String {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (first, left, last, right) in merged {
        sheet.merge_range(*first, *left, *last, *right, "", &Format::new()).unwrap();
    }
    for (row, texts) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*texts).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
    let folder = Folder::empty();
    folder.write("表.xlsx", book.save_to_buffer().unwrap());
    folder.write("content/site.yaml", "名称: 某局\n");
    folder.write("content/offices.yaml", "股室: [办公室, 救灾股, 甲局]\n");
    let run = folder.run(&["import", "表.xlsx", "--lang", language]);
    assert_eq!(run.code(), 0);
    format!("{}{}", run.stdout(), run.stderr())
}

/// Output about rows below a table; it has to be the table alone but for the findings.
fn below(rows: &[&[&str]], language: &str) -> String {
    let alone = imported(&TABLE, &[], language);
    let rows: Vec<&[&str]> = TABLE.iter().chain(rows).copied().collect();
    let told = imported(&rows, &[], language);
    told.strip_prefix(&alone).unwrap_or(&told).to_owned()
}

/// The texts that were left out, each with its cell, where a whole finding about one was shown before.
fn left_out(told: &str) -> Vec<String> {
    let findings = told.split("没有导入“").skip(1);
    let texts = findings.filter_map(|finding| {
        let (text, rest) = finding.split_once("”\n--> 表.xlsx › Sheet1 › ")?;
        let cell = rest.lines().next()?;
        Some(format!("{cell} {text}"))
    });
    let texts: Vec<String> = texts.collect();
    assert!(told.contains(&format!("共 0 处错误，{} 处警告，0 处提示", texts.len())), "{told}");
    texts
}

#[test]
fn labels_and_values_in_cells_of_their_own_are_no_tasks() {
    let rows: [&[&str]; 3] =
        [&["填表人", "张三", "审核人（签字）", "李四"], &["电话", "3720055"], &["日期", "2024.8.1"]];
    let seals: [&[&str]; 2] = [&["", "主要领导签字", "分管领导签字"], &["经办人签名", "王五"]];
    assert_snapshot!(
        below(&rows, "zh"),
        str![[r#"
警告[I004]: 没有导入“填表人”
--> 表.xlsx › Sheet1 › A5
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

警告[I004]: 没有导入“张三”
--> 表.xlsx › Sheet1 › B5
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

警告[I004]: 没有导入“审核人（签字）”
--> 表.xlsx › Sheet1 › C5
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

警告[I004]: 没有导入“李四”
--> 表.xlsx › Sheet1 › D5
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

警告[I004]: 没有导入“电话”
--> 表.xlsx › Sheet1 › A6
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

警告[I004]: 没有导入“3720055”
--> 表.xlsx › Sheet1 › B6
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

警告[I004]: 没有导入“日期”
--> 表.xlsx › Sheet1 › A7
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

警告[I004]: 没有导入“2024.8.1”
--> 表.xlsx › Sheet1 › B7
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

共 0 处错误，8 处警告，0 处提示

"#]]
    );
    assert_eq!(
        left_out(&below(&seals, "zh")),
        ["B5 主要领导签字", "C5 分管领导签字", "A6 经办人签名", "B6 王五"]
    );
    assert_snapshot!(
        below(&rows[1..2], "en"),
        str![[r#"
warning[I004]: “电话” was not imported
--> 表.xlsx › Sheet1 › A5
 |
help: write it into 表名, 表注 or the paper where it is needed

warning[I004]: “3720055” was not imported
--> 表.xlsx › Sheet1 › B5
 |
help: write it into 表名, 表注 or the paper where it is needed

0 errors, 2 warnings, 0 notes

"#]]
    );
    // In a table without numbers, the labels stand where tasks do.
    let table: [&[&str]; 5] = [
        &["分工表"],
        &["工作任务", "责任单位"],
        &["审核", "办公室"],
        &["负责人", "张三"],
        &["审核人", "李四"],
    ];
    let told = imported(&table, &[], "zh");
    let table = "表名: 分工表\n列:\n- 工作任务\n- 责任单位\n任务:\n- 名称: 审核\n  责任单位: 办公室\n警告";
    assert!(told.starts_with(table), "{told}");
    assert_eq!(left_out(&told), ["A4 负责人", "B4 张三", "A5 审核人", "B5 李四"]);
}

#[test]
fn rows_below_a_table_may_be_wider() {
    let table: [&[&str]; 4] =
        [&["分工表"], &["工作任务", "责任单位"], &["修路", "办公室"], &["填表人", "张三", "审核人", "李四"]];
    let told = imported(&table, &[], "zh");
    let table = "表名: 分工表\n列:\n- 工作任务\n- 责任单位\n任务:\n- 名称: 修路\n  责任单位: 办公室\n警告";
    assert!(told.starts_with(table), "{told}");
    assert_eq!(left_out(&told), ["C4 审核人", "D4 李四", "A4 填表人", "B4 张三"]);
}

#[test]
fn a_name_or_an_office_alone_below_the_table_is_told() {
    let rows: [&[&str]; 3] = [&["", "", "某县应急管理局"], &["", "张三"], &["", "", "2024年8月1日"]];
    assert_snapshot!(
        below(&rows, "zh"),
        str![[r#"
警告[I004]: 没有导入“2024年8月1日”
--> 表.xlsx › Sheet1 › C7
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

警告[I004]: 没有导入“某县应急管理局”：表的下面一行只有它
--> 表.xlsx › Sheet1 › C5
 |
建议: 是落款或签名的，不必改；是上面一项的内容的，写进 YAML 的那一项

警告[I004]: 没有导入“张三”：表的下面一行只有它
--> 表.xlsx › Sheet1 › B6
 |
建议: 是落款或签名的，不必改；是上面一项的内容的，写进 YAML 的那一项

共 0 处错误，3 处警告，0 处提示

"#]]
    );
    assert_snapshot!(
        below(&rows[..1], "en"),
        str![[r#"
warning[I004]: “某县应急管理局” was not imported: it stands alone in a row below the table
--> 表.xlsx › Sheet1 › C5
 |
help: nothing to do where it is a signature; write it into the last item of the YAML where it belongs to that

0 errors, 1 warning, 0 notes

"#]]
    );
    assert_eq!(
        left_out(&below(&[&["", "", "", "（盖章）"], &["某局（公章）"]], "zh")),
        ["D5 （盖章）", "A6 某局（公章）"]
    );
    // A sentence is a note.
    assert_snapshot!(
        below(&[&["以上任务由办公室督办"]], "zh"),
        str![[r#"
表注:
- 以上任务由办公室督办

"#]]
    );
    assert_snapshot!(
        below(&[&["本表由各股室按季度填报"]], "zh"),
        str![[r#"
表注:
- 本表由各股室按季度填报

"#]]
    );
}

#[test]
fn offices_below_each_other_belong_to_their_task() {
    let rows: [&[&str]; 6] = [
        &["分工表"],
        &["序号", "工作任务", "责任单位"],
        &["1", "甲", "办公室"],
        &["", "", "救灾股"],
        &["2", "乙", "办公室"],
        &["", "", "甲局"],
    ];
    assert_snapshot!(
        imported(&rows, &[], "zh"),
        str![[r#"
表名: 分工表
列:
- 序号
- 工作任务
- 责任单位
任务:
- 名称: 甲
  举措:
  - 责任单位: 办公室
  - 责任单位: 救灾股
- 名称: 乙
  举措:
  - 责任单位: 办公室
  - 责任单位: 甲局

"#]]
    );
}

#[test]
fn rows_of_one_text_may_belong_to_the_table() {
    let groups: [&[&str]; 7] = [
        &["分工表"],
        &["序号", "工作任务", "责任单位"],
        &["安全类"],
        &["1", "甲", "办公室"],
        &["防灾类"],
        &["2", "乙", "救灾股"],
        &["其他类"],
    ];
    assert_snapshot!(
        imported(&groups, &[], "zh"),
        str![[r#"
表名: 分工表
列:
- 序号
- 工作任务
- 责任单位
分组:
- 通栏: 安全类
  任务:
  - 名称: 甲
    责任单位: 办公室
- 通栏: 防灾类
  任务:
  - 名称: 乙
    责任单位: 救灾股
- 通栏: 其他类

"#]]
    );
    let people: [&[&str]; 6] = [
        &["分工表"],
        &["序号", "工作任务", "责任单位", "联系人"],
        &["1", "甲", "办公室", "张三"],
        &["", "", "", "李四"],
        &["2", "乙", "救灾股", "王五"],
        &["", "", "", "赵六"],
    ];
    assert_snapshot!(
        imported(&people, &[], "zh"),
        str![[r#"
表名: 分工表
列:
- 序号
- 工作任务
- 责任单位
- 联系人
任务:
- 名称: 甲
  举措:
  - 责任单位: 办公室
    联系人: 张三
  - 联系人: 李四
- 名称: 乙
  举措:
  - 责任单位: 救灾股
    联系人: 王五
  - 联系人: 赵六
警告[I067]: 这一行的“责任单位”是空的
--> 表.xlsx › Sheet1 › C4
 |
建议: 填上单位，再导入，或者在 YAML 中填写；几行同一单位的，合并单元格或逐行填写；确实没有的写“无”

警告[I067]: 这一行的“责任单位”是空的
--> 表.xlsx › Sheet1 › C6
 |
建议: 填上单位，再导入，或者在 YAML 中填写；几行同一单位的，合并单元格或逐行填写；确实没有的写“无”

共 0 处错误，2 处警告，0 处提示

"#]]
    );
}

#[test]
fn a_list_of_people_directly_below_is_another_table() {
    let rows: [&[&str]; 4] = [
        &["联络员名单"],
        &["姓名", "职务", "电话"],
        &["张三", "股长", "3720055"],
        &["李四", "科员", "3720056"],
    ];
    assert_snapshot!(
        below(&rows, "zh"),
        str![[r#"
警告[I003]: 下面还有一张表，从“联络员名单”起没有导入
--> 表.xlsx › Sheet1 › A5
 |
建议: 需要的，移到单独的工作表里，再导入

共 0 处错误，1 处警告，0 处提示

"#]]
    );
    assert_snapshot!(
        below(&rows[1..], "en"),
        str![[r#"
warning[I003]: another table below, from “姓名” on, was not imported
--> 表.xlsx › Sheet1 › A5
 |
help: move it to a sheet of its own and import that where it is needed

0 errors, 1 warning, 0 notes

"#]]
    );
}

#[test]
fn numbers_are_no_names() {
    let head: [&[&str]; 2] = [&["分工表"], &["序号", "工作任务", "工作举措", "责任单位"]];
    let rows = |rows: &[&'static [&'static str]]| head.iter().chain(rows).copied().collect::<Vec<_>>();
    // The task above goes on, or its name was forgotten.
    let one = rows(&[&["1", "甲", "一", "办公室"], &["2", "", "二", "救灾股"], &["3", "丙", "三", "甲局"]]);
    assert_snapshot!(
        imported(&one, &[], "zh"),
        str![[r#"
表名: 分工表
列:
- 列: 序号
  计数: 举措
- 工作任务
- 工作举措
- 责任单位
任务:
- 名称: 甲
  举措:
  - 内容: 一
    责任单位: 办公室
  - 内容: 二
    责任单位: 救灾股
- 名称: 丙
  举措:
  - 内容: 三
    责任单位: 甲局
警告[I066]: 这一行有序号，任务是空的，已归入上面的“甲”
--> 表.xlsx › Sheet1 › B4
 |
建议: 是另一项任务的，在工作簿里填上任务，再导入；或者在 YAML 中分开

共 0 处错误，1 处警告，0 处提示

"#]]
    );
    assert_snapshot!(
        imported(&one, &[], "en"),
        str![[r#"
表名: 分工表
列:
- 列: 序号
  计数: 举措
- 工作任务
- 工作举措
- 责任单位
任务:
- 名称: 甲
  举措:
  - 内容: 一
    责任单位: 办公室
  - 内容: 二
    责任单位: 救灾股
- 名称: 丙
  举措:
  - 内容: 三
    责任单位: 甲局
warning[I066]: this row has a number but no task; it was taken as part of “甲” above
--> 表.xlsx › Sheet1 › B4
 |
help: if it is a task of its own, name it in the workbook and import again, or divide it in the YAML

0 errors, 1 warning, 0 notes

"#]]
    );
    // One cell of a task over both rows.
    assert_snapshot!(
        imported(&one, &[(2, 1, 3, 1)], "zh"),
        str![[r#"
表名: 分工表
列:
- 列: 序号
  计数: 举措
- 工作任务
- 工作举措
- 责任单位
任务:
- 名称: 甲
  举措:
  - 内容: 一
    责任单位: 办公室
  - 内容: 二
    责任单位: 救灾股
- 名称: 丙
  举措:
  - 内容: 三
    责任单位: 甲局

"#]]
    );
    // Nothing stands above.
    let first = rows(&[&["1", "", "一", "办公室"], &["2", "乙", "二", "甲局"]]);
    assert_snapshot!(
        imported(&first, &[], "zh"),
        str![[r#"
表名: 分工表
列:
- 序号
- 工作任务
- 工作举措
- 责任单位
任务:
- 名称: 一
  举措:
  - 内容: 一
    责任单位: 办公室
- 名称: 乙
  举措:
  - 内容: 二
    责任单位: 甲局
警告[I066]: 这一行的任务是空的，名称暂用“一”
--> 表.xlsx › Sheet1 › B3
 |
建议: 在工作簿里填上任务，再导入；或者改 YAML 中的“名称”

共 0 处错误，1 处警告，0 处提示

"#]]
    );
    // Rows that were numbered before they were filled in, beside an office merged over all of them.
    let blank = rows(&[&["1", "甲", "一", "办公室"], &["2"], &["3"]]);
    assert_snapshot!(
        imported(&blank, &[(2, 3, 4, 3)], "zh"),
        str![[r#"
表名: 分工表
列:
- 序号
- 工作任务
- 工作举措
- 责任单位
任务:
- 名称: 甲
  举措:
  - 内容: 一
    责任单位: 办公室
警告[I004]: 没有导入序号“2”：这一行只有序号（这样的行共 2 行）
--> 表.xlsx › Sheet1 › A4
 |
建议: 是没有填的空行，不必改；漏填了任务的，在原件里填上，再导入

共 0 处错误，1 处警告，0 处提示

"#]]
    );
}

#[test]
fn three_levels_with_numbers_keep_their_names() {
    let rows: [&[&str]; 6] = [
        &["考核表"],
        &["序号", "一级指标", "二级指标", "三级指标", "分值"],
        &["1", "产出", "数量", "件数", "10"],
        &["2", "", "", "人次", "5"],
        &["3", "", "质量", "合格率", "5"],
        &["4", "效果", "满意", "问卷", "5"],
    ];
    assert_snapshot!(
        imported(&rows, &[], "zh"),
        str![[r#"
表名: 考核表
列:
- 列: 序号
  计数: 举措
- 列: 工作任务
  表头: 一级指标
- 二级指标
- 三级指标
- 分值
任务:
- 名称: 产出
  举措:
  - 二级指标: 数量
    三级指标: 件数
    分值: '10'
  - 三级指标: 人次
    分值: '5'
  - 二级指标: 质量
    三级指标: 合格率
    分值: '5'
- 名称: 效果
  二级指标: 满意
  三级指标: 问卷
  分值: '5'
警告[I066]: 这一行有序号，任务是空的，已归入上面的“产出”
--> 表.xlsx › Sheet1 › B4
 |
建议: 是另一项任务的，在工作簿里填上任务，再导入；或者在 YAML 中分开

警告[I066]: 这一行有序号，任务是空的，已归入上面的“产出”
--> 表.xlsx › Sheet1 › B5
 |
建议: 是另一项任务的，在工作簿里填上任务，再导入；或者在 YAML 中分开

共 0 处错误，2 处警告，0 处提示

"#]]
    );
}

#[test]
fn a_blank_cell_of_an_office_is_told() {
    let rows: [&[&str]; 5] = [
        &["分工表"],
        &["序号", "工作任务", "工作举措", "责任单位"],
        &["1", "甲", "一", "办公室"],
        &["", "", "二", ""],
        &["2", "乙", "三", ""],
    ];
    assert_snapshot!(
        imported(&rows, &[], "zh"),
        str![[r#"
表名: 分工表
列:
- 序号
- 工作任务
- 工作举措
- 责任单位
任务:
- 名称: 甲
  举措:
  - 内容: 一
    责任单位: 办公室
  - 内容: 二
- 名称: 乙
  举措:
  - 内容: 三
警告[I067]: 这一行的“责任单位”是空的
--> 表.xlsx › Sheet1 › D4
 |
建议: 填上单位，再导入，或者在 YAML 中填写；几行同一单位的，合并单元格或逐行填写；确实没有的写“无”

警告[I067]: 这一行的“责任单位”是空的
--> 表.xlsx › Sheet1 › D5
 |
建议: 填上单位，再导入，或者在 YAML 中填写；几行同一单位的，合并单元格或逐行填写；确实没有的写“无”

共 0 处错误，2 处警告，0 处提示

"#]]
    );
    assert_snapshot!(
        imported(&rows, &[], "en"),
        str![[r#"
表名: 分工表
列:
- 序号
- 工作任务
- 工作举措
- 责任单位
任务:
- 名称: 甲
  举措:
  - 内容: 一
    责任单位: 办公室
  - 内容: 二
- 名称: 乙
  举措:
  - 内容: 三
warning[I067]: nothing stands under 责任单位 in this row
--> 表.xlsx › Sheet1 › D4
 |
help: name the office and import again, or write it into the YAML: one for several rows merged or in each of them, 无 if nobody is

warning[I067]: nothing stands under 责任单位 in this row
--> 表.xlsx › Sheet1 › D5
 |
help: name the office and import again, or write it into the YAML: one for several rows merged or in each of them, 无 if nobody is

0 errors, 2 warnings, 0 notes

"#]]
    );
}

#[test]
fn blanks_around_a_text_are_no_part_of_it() {
    let rows: [&[&str]; 4] = [
        &["  分工表　"],
        &["序号", "工作任务", "责任单位"],
        &["1", "　　甲 乙  ", "办公室   "],
        &["2", "  丁\n", "　救灾股\n甲局　"],
    ];
    assert_snapshot!(
        imported(&rows, &[], "zh"),
        str![[r#"
表名: 分工表
列:
- 序号
- 工作任务
- 责任单位
任务:
- 名称: 甲 乙
  责任单位: 办公室
- 名称: 丁
  责任单位:
  - 救灾股
  - 甲局

"#]]
    );
}

/// An ods file keeps blanks of its XML, which programs do not show.
#[test]
fn blanks_around_a_text_of_an_ods_are_no_part_of_it() {
    use std::io::Write as _;

    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |texts: &[&str]| {
        let cells: String = texts.iter().map(|text| cell(text)).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let rows = [
        row(&["分工表"]),
        row(&["序号", "工作任务", "责任单位"]),
        row(&["1", "  甲 乙  ", "办公室<text:s text:c=\"3\"/>"]),
    ];
    let space = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "<office:document-content xmlns:office=\"{space}:office:1.0\" xmlns:table=\"{space}:table:1.0\" \
         xmlns:text=\"{space}:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"表\">{}\
         </table:table></office:spreadsheet></office:body></office:document-content>",
        rows.concat()
    );
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let manifest = format!("<manifest:manifest xmlns:manifest=\"{space}:manifest:1.0\"/>");
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", &manifest),
        ("content.xml", &content),
    ] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    let folder = Folder::empty();
    let run = folder.write("表.ods", bytes).run(&["import", "表.ods"]);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
表名: 分工表
列:
- 序号
- 工作任务
- 责任单位
任务:
- 名称: 甲 乙
  责任单位: 办公室

"#]]
    );
}
