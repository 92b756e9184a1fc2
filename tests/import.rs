//! `gongkai import`: the workbook of a table becomes the table again, whoever made it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use gongkai::model::Project;
use gongkai::model::grid::Grid;
use gongkai::read::WorkbookLimits;
use gongkai::read::import::import;
use proptest::prelude::*;
use serde_json::Value;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use snapbox::str;

use crate::support::dice::Dice;
use crate::support::office::convert;
use crate::support::sheet::sheets;
use crate::support::tables::{made, table, understood};
use crate::support::{Project as Folder, assert_snapshot, randomised};

proptest! {
    #![proptest_config(randomised(15))]

    #[test]
    fn a_table_comes_back_from_its_own_workbook(tables in proptest::collection::vec(table(), 1..3)) {
        // A row in which nothing is printed looks like none at all.
        prop_assume!(tables.iter().all(|table| says_something_in_every_row(&understood(std::slice::from_ref(table)))));
        comes_back(&tables);
    }
}

fn says_something_in_every_row(project: &Project) -> bool {
    let table = project.notices[0].tables().next().unwrap();
    Grid::new(table)
        .records()
        .all(|record| record.cells.is_empty() || record.cells.iter().any(|text| !text.is_empty()))
}

/// Builds tables, imports each sheet of their workbook, builds what came of it, and compares.
fn comes_back(tables: &[String]) {
    let project = understood(tables);
    let files = made(&project);
    let book = &files["zeren-fenjie-biao.xlsx"];
    let several = tables.len() > 1;
    let again: Vec<String> = (0..tables.len())
        .map(|i| {
            let sheet =
                if several { format!("责任分解表{}", i + 1) } else { "责任分解表".to_owned() };
            let imported = import("表.xlsx", book, Some(&sheet), WorkbookLimits::default());
            let found: Vec<&str> = imported.report.findings().iter().map(|f| f.code.id).collect();
            assert_eq!(found, ["I008"], "only the label is left out: {}", tables[i]);
            imported.yaml.unwrap()
        })
        .collect();
    let second = understood(&again);
    for (i, (was, is)) in drawn(&project).into_iter().zip(drawn(&second)).enumerate() {
        assert!(was == is, "was:\n{}\nis:\n{}\n{was:#?}\n{is:#?}", tables[i], again[i]);
    }
    let files_again = made(&second);
    assert_eq!(without_kinds(&files["data.json"]), without_kinds(&files_again["data.json"]));
    // Widths, pages and heights follow the kinds of the columns.
    let printed = |bytes: &[u8]| -> Vec<BTreeMap<u32, String>> {
        let sheets = sheets(bytes);
        let words = sheets.iter().take(tables.len()).map(|sheet| {
            let mut columns: BTreeMap<u32, String> = BTreeMap::new();
            for (_, column, text) in sheet.written() {
                columns.entry(*column).or_default().push_str(text);
            }
            columns
        });
        words.collect()
    };
    assert_eq!(printed(book), printed(&files_again["zeren-fenjie-biao.xlsx"]), "{tables:#?}\n{again:#?}");
}

/// Every cell of every table with its place and span, and what stands around the tables.
fn drawn(project: &Project) -> Vec<Vec<String>> {
    let of_table = |table: &gongkai::model::table::Table| {
        let grid = Grid::new(table);
        let mut lines =
            vec![format!("{:?} {:?}", table.name.value, table.reporting_unit.as_ref().map(|u| &u.value))];
        lines.extend(table.columns.iter().map(|column| format!("{} {:?}", column.name.value, column.width)));
        let blocks = grid.blocks().flat_map(|block| block.rows);
        for (row, cells) in grid.head().into_iter().chain(blocks).enumerate() {
            lines.extend(
                cells.iter().map(|cell| {
                    format!("{row},{} {}x{} {:?}", cell.column, cell.rows, cell.columns, cell.text)
                }),
            );
        }
        lines.extend(table.notes.iter().map(|note| note.value.clone()));
        lines
    };
    project.notices[0].tables().map(of_table).collect()
}

/// The kinds of columns that were told by 类型 alone cannot come back, and what is understood by them.
fn without_kinds(json: &[u8]) -> Value {
    let mut data: Value = serde_json::from_slice(json).unwrap();
    for table in data["表"].as_array_mut().unwrap() {
        for column in table["列"].as_array_mut().unwrap() {
            column.as_object_mut().unwrap().remove("类型");
        }
        table.as_object_mut().unwrap().remove("事项");
    }
    data
}

/// A sheet of somebody's making: rows of texts from the top, then whatever else is done to it.
fn foreign(rows: &[&[&str]], more: impl Fn(&mut Worksheet)) -> Vec<u8> {
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

/// Result of importing a sheet: the codes of the findings with their places, and the file, which has to be readable.
fn imported(bytes: &[u8]) -> String {
    let imported = import("表.xlsx", bytes, None, WorkbookLimits::default());
    let finding = |finding: &gongkai::diagnostic::Diagnostic| {
        let place = &imported.sources.file(finding.span.file).path;
        format!("{} {place}: {}\n", finding.code.id, finding.message.zh)
    };
    let findings: String = imported.report.findings().iter().map(finding).collect();
    let yaml = imported.yaml.unwrap_or_default();
    if !yaml.is_empty() {
        understood(std::slice::from_ref(&yaml));
    }
    findings + &yaml
}

#[test]
fn merged_cells_two_tiers_and_what_stands_around() {
    let bytes = foreign(
        &[
            &["附件2"],
            &["某县2024年重点工作任务分工表"],
            &["填报单位（盖章）：某局", "", "", "", "日期：2024年8月"],
            &["序 号", "工作任务", "工作措施", "责任分工", "", "完成时限"],
            &["", "", "", "牵头单位", "配合单位", ""],
            &["一、安全生产"],
            &["", "加强执法", "（1）开展检查。", "执法股、法规股", "危化股\n矿山股", "长期坚持"],
            &["", "", "（2）督促整改。", "执法股", "", ""],
            &["", "宣传教育", "举办活动。", "办公室", "", "6月底前"],
            &["注：本表每季度更新。"],
        ],
        |sheet| {
            let plain = Format::new();
            sheet.merge_range(0, 0, 0, 1, "附件2", &plain).unwrap();
            sheet.merge_range(1, 0, 1, 5, "某县2024年重点工作任务分工表", &plain).unwrap();
            for (column, head) in [(0, "序 号"), (1, "工作任务"), (2, "工作措施"), (5, "完成时限")]
            {
                sheet.merge_range(3, column, 4, column, head, &plain).unwrap();
            }
            sheet.merge_range(3, 3, 3, 4, "责任分工", &plain).unwrap();
            sheet.merge_range(5, 0, 5, 5, "一、安全生产", &plain).unwrap();
            for (column, text) in [(0, ""), (1, "加强执法"), (5, "长期坚持")] {
                sheet.merge_range(6, column, 7, column, text, &plain).unwrap();
            }
            sheet.write_number(6, 0, 1).unwrap();
            sheet.write_number(8, 0, 2).unwrap();
            sheet.merge_range(9, 0, 9, 5, "注：本表每季度更新。", &plain).unwrap();
        },
    );
    assert_snapshot!(
        imported(&bytes),
        str![[r#"
I008 表.xlsx › Sheet1 › A1: “附件2”没有导入：附件的编号由通知生成
I004 表.xlsx › Sheet1 › E3: 没有导入“日期：2024年8月”
表名: 某县2024年重点工作任务分工表
填报单位: 填报单位（盖章）：某局
列:
- 列: 序号
  表头: 序 号
- 工作任务
- 工作措施
- 列: 牵头单位
  表头: 责任分工/牵头单位
- 列: 配合单位
  表头: 责任分工/配合单位
- 完成时限
分组:
- 通栏: 一、安全生产
  任务:
  - 名称: 加强执法
    完成时限: 长期坚持
    举措:
    - 内容: （1）开展检查。
      牵头单位: 执法股、法规股
      配合单位:
      - 危化股
      - 矿山股
    - 内容: （2）督促整改。
      牵头单位: 执法股
  - 名称: 宣传教育
    举措:
    - 内容: 举办活动。
      牵头单位: 办公室
      完成时限: 6月底前
表注:
- 注：本表每季度更新。

"#]]
    );
}

/// The upper heads stand over two and over three columns, and one of the lower heads over two rows of columns again.
#[test]
fn a_head_in_two_rows_over_merged_columns() {
    let bytes = foreign(
        &[
            &["任务分工表"],
            &["序号", "重点任务", "", "责任分工", "", "", "备注"],
            &["", "任务名称", "具体措施", "牵头领导", "牵头单位", "配合单位", ""],
            &["1", "修路", "铺设路面。", "张三", "甲局", "乙局", "√"],
            &["", "", "划标线。", "张三", "甲局", "", ""],
            &["2", "植树", "栽种树苗。", "李四", "乙局", "甲局", ""],
        ],
        |sheet| {
            let plain = Format::new();
            sheet.merge_range(0, 0, 0, 6, "任务分工表", &plain).unwrap();
            sheet.merge_range(1, 0, 2, 0, "序号", &plain).unwrap();
            sheet.merge_range(1, 1, 1, 2, "重点任务", &plain).unwrap();
            sheet.merge_range(1, 3, 1, 5, "责任分工", &plain).unwrap();
            sheet.merge_range(1, 6, 2, 6, "备注", &plain).unwrap();
            sheet.merge_range(3, 0, 4, 0, "1", &plain).unwrap();
            sheet.merge_range(3, 1, 4, 1, "修路", &plain).unwrap();
        },
    );
    assert_snapshot!(
        imported(&bytes),
        str![[r#"
表名: 任务分工表
列:
- 序号
- 列: 任务名称
  表头: 重点任务/任务名称
- 列: 具体措施
  表头: 重点任务/具体措施
- 列: 牵头领导
  表头: 责任分工/牵头领导
- 列: 牵头单位
  表头: 责任分工/牵头单位
- 列: 配合单位
  表头: 责任分工/配合单位
- 列: 备注
  类型: 勾选
任务:
- 名称: 修路
  举措:
  - 内容: 铺设路面。
    牵头领导: 张三
    牵头单位: 甲局
    配合单位: 乙局
    备注: √
  - 内容: 划标线。
    牵头领导: 张三
    牵头单位: 甲局
- 名称: 植树
  举措:
  - 内容: 栽种树苗。
    牵头领导: 李四
    牵头单位: 乙局
    配合单位: 甲局

"#]]
    );
}

/// Three levels, numbers that are words, numbers of groups and measures: our own workbook brings them all back.
#[test]
fn tables_of_three_levels_and_with_numbers_in_words_come_back() {
    comes_back(&[
        "表名: 表\n列: [类别, 序号, 工作任务, 工作举措, 责任单位]\n分组:\n\
         - {编号: 一、, 名称: 服务, 任务: [{编号: （一）, 名称: 窗口, 举措: [{编号: （1）, 内容: 延时}, {编号: （2）, 内容: 帮办, 责任单位: 甲}]}, {编号: （二）, 名称: 网上}]}\n\
         - {编号: 二、, 名称: 监督, 任务: [{编号: 第一条, 名称: 检查}, {编号: 其二, 名称: 通报, 举措: [{内容: 按月}]}]}\n"
            .to_owned(),
        "表名: 考核表\n列: [{列: 一级指标, 类型: 分组}, {列: 二级指标, 类型: 任务}, {列: 三级指标, 类型: 举措}, {列: 分值, 表头: 评分/分值}, {列: 标准, 表头: 评分/标准}]\n分组:\n\
         - {名称: 产出, 任务: [{名称: 数量, 举措: [{内容: 件数, 分值: '10'}, {内容: 人次, 分值: '5'}]}, {名称: 质量, 分值: '5', 举措: [{内容: 合格率, 标准: ≥90%}]}]}\n\
         - {名称: 效果, 任务: [{名称: 满意, 举措: [{内容: 群众, 标准: 问卷}]}]}\n"
            .to_owned(),
    ]);
}

#[test]
fn blank_cells_below_a_value_in_place_of_merged_ones() {
    let bytes = foreign(
        &[
            &["任务分解表"],
            &["类别", "序号", "重点任务", "具体举措", "责任单位", "备注"],
            &["安全", "1", "执法", "检查", "甲股", ""],
            &["", "", "", "整改", "乙股", ""],
            &["", "2", "宣传", "活动", "丙股", "√"],
            &["防灾", "3", "防汛", "巡查", "甲股", ""],
            &["", "", "", "值守", "", "√"],
        ],
        |_| {},
    );
    assert_snapshot!(
        imported(&bytes),
        str![[r#"
I067 表.xlsx › Sheet1 › E7: 这一行的“责任单位”是空的
表名: 任务分解表
列:
- 类别
- 序号
- 重点任务
- 具体举措
- 责任单位
- 列: 备注
  类型: 勾选
分组:
- 名称: 安全
  任务:
  - 名称: 执法
    举措:
    - 内容: 检查
      责任单位: 甲股
    - 内容: 整改
      责任单位: 乙股
  - 名称: 宣传
    举措:
    - 内容: 活动
      责任单位: 丙股
      备注: √
- 名称: 防灾
  任务:
  - 名称: 防汛
    举措:
    - 内容: 巡查
      责任单位: 甲股
    - 内容: 值守
      备注: √

"#]]
    );
}

/// As clerks make them: a title in two rows, a head over two columns, the head once more where a page began, numbers
/// merged but tasks not, a sum at the end, and notes that are not merged.
#[test]
fn a_sheet_that_was_made_for_the_eye() {
    let bytes = foreign(
        &[
            &["某县人民政府办公室"],
            &["2024年重点工作考核表"],
            &["序号", "工作任务", "", "分值", "责任单位"],
            &["", "加强监管", "检查企业", "", "甲局"],
            &["", "", "整改隐患", "", "乙局"],
            &["序号", "工作任务", "", "分值", "责任单位"],
            &["2", "宣传", "发放资料", "", "丙局"],
            &["合计", "", "", "", ""],
            &["注：1.每季度报送。"],
            &["2.逾期的通报。"],
        ],
        |sheet| {
            let plain = Format::new();
            sheet.merge_range(0, 0, 0, 4, "某县人民政府办公室", &plain).unwrap();
            sheet.merge_range(1, 0, 1, 4, "2024年重点工作考核表", &plain).unwrap();
            sheet.merge_range(2, 1, 2, 2, "工作任务", &plain).unwrap();
            sheet.merge_range(3, 0, 4, 0, "1", &plain).unwrap();
            sheet.merge_range(5, 1, 5, 2, "工作任务", &plain).unwrap();
            sheet.merge_range(7, 0, 7, 2, "合计", &plain).unwrap();
            let points = Format::new().set_num_format("#,##0");
            sheet.write_number_with_format(3, 3, 1234, &points).unwrap();
        },
    );
    assert_snapshot!(
        imported(&bytes),
        str![[r#"
I008 表.xlsx › Sheet1 › A6: 这里重复的表头没有导入：打印时每页自动有表头
I004 表.xlsx › Sheet1 › A8: 没有导入“合计”
表名: |-
  某县人民政府办公室
  2024年重点工作考核表
列:
- 序号
- 工作任务
- 列: 工作举措
  表头: 工作任务
- 分值
- 责任单位
任务:
- 名称: 加强监管
  举措:
  - 内容: 检查企业
    分值: 1,234
    责任单位: 甲局
  - 内容: 整改隐患
    责任单位: 乙局
- 名称: 宣传
  举措:
  - 内容: 发放资料
    责任单位: 丙局
表注:
- 注：1.每季度报送。
- 2.逾期的通报。

"#]]
    );
}

#[test]
fn a_table_without_a_title_is_called_like_its_file() {
    assert_snapshot!(
        imported(&foreign(&[&["任务", "牵头单位"], &["修路", "甲局"]], |_| {})),
        str![[r#"
I009 表.xlsx › Sheet1 › A1: 表头上方没有标题，表名暂用“表”
表名: 表
列:
- 任务
- 牵头单位
任务:
- 名称: 修路
  牵头单位: 甲局

"#]]
    );
}

/// A cell merged over several tasks makes them a group, also if no column names the group.
#[test]
fn a_value_over_several_tasks_needs_no_column_of_groups() {
    let bytes = foreign(
        &[
            &["分工表"],
            &["序号", "工作任务", "分线领导", "责任单位"],
            &["1", "修路", "", "甲局"],
            &["2", "修桥", "", "乙局"],
            &["3", "植树", "李四", "丙局"],
        ],
        |sheet| {
            sheet.merge_range(2, 2, 3, 2, "张三", &Format::new()).unwrap();
        },
    );
    assert_snapshot!(
        imported(&bytes),
        str![[r#"
表名: 分工表
列:
- 序号
- 工作任务
- 分线领导
- 责任单位
分组:
- 分线领导: 张三
  任务:
  - 名称: 修路
    责任单位: 甲局
  - 名称: 修桥
    责任单位: 乙局
- 任务:
  - 名称: 植树
    分线领导: 李四
    责任单位: 丙局

"#]]
    );
    let project = Folder::empty();
    project.write("表.xlsx", &bytes).write("content/site.yaml", "名称: 某局\n");
    project
        .write("content/offices.yaml", "股室: [甲局, 乙局, 丙局]\n")
        .write("content/lan/column.yaml", "名称: 栏目\n");
    project.write(
        "content/lan/tongzhi/notice.md",
        "---\n标题: 通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n附件:\n  - {表: tasks.yaml, 名称: 分工表}\n---\n现通知如下。\n",
    );
    let target = project.path("content/lan/tongzhi/tasks.yaml");
    let book = project.path("表.xlsx");
    let run = project.run(&["import", book.to_str().unwrap(), "--output", target.to_str().unwrap()]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let built =
        std::fs::read(project.build().path("output/site/lan/tongzhi/zeren-fenjie-biao.xlsx")).unwrap();
    assert!(sheets(&built)[0].merges.contains(&(3, 2, 4, 2)), "{:?}", sheets(&built)[0].merges);
}

#[test]
fn numbers_days_formulas_and_hidden_columns() {
    let bytes = foreign(
        &[
            &["考核任务表"],
            &["序号", "任务", "责任单位", "分值", "完成率", "完成时限", "联系电话"],
            &["", "甲", "某股", "", "", "", "8220000"],
            &["", "乙", "某股", "", "", "", ""],
            &["", "合计", "", "", "", "", ""],
        ],
        |sheet| {
            let format = |code: &str| Format::new().set_num_format(code);
            let day = |y, m, d| ExcelDateTime::from_ymd(y, m, d).unwrap();
            sheet.write_number(2, 0, 1).unwrap();
            sheet.write_number(3, 0, 2).unwrap();
            sheet.write_number_with_format(2, 3, 1.1, &format("0.00")).unwrap();
            sheet.write_number(3, 3, 20).unwrap();
            sheet.write_number_with_format(2, 4, 0.5, &format("0%")).unwrap();
            sheet.write_datetime_with_format(2, 5, day(2024, 12, 31), &format("yyyy-mm-dd")).unwrap();
            sheet.write_datetime_with_format(3, 5, day(2024, 6, 1), &format("yyyy\"年\"m\"月\"")).unwrap();
            sheet.write_formula(4, 3, Formula::new("=SUM(D3:D4)").set_result("21.1")).unwrap();
            sheet.set_column_hidden(6).unwrap();
        },
    );
    assert_snapshot!(
        imported(&bytes),
        str![[r#"
I004 表.xlsx › Sheet1 › B5: 没有导入“合计”
I004 表.xlsx › Sheet1 › D5: 没有导入“21.1”
I006 表.xlsx › Sheet1 › D5: 这里是公式，导入的是它的值“21.1”
I007 表.xlsx › Sheet1: 隐藏的行或列没有导入：G
表名: 考核任务表
列:
- 序号
- 任务
- 责任单位
- 分值
- 完成率
- 完成时限
任务:
- 名称: 甲
  责任单位: 某股
  分值: '1.10'
  完成率: 50%
  完成时限: 2024-12-31
- 名称: 乙
  责任单位: 某股
  分值: '20'
  完成时限: 2024年6月

"#]]
    );
}

#[test]
fn cells_that_span_other_rows_than_a_task_are_told() {
    let bytes = foreign(
        &[
            &["分工表"],
            &["任务", "举措", "责任单位", "时限"],
            &["", "一", "", "全年"],
            &["", "二", "", ""],
            &["", "三", "丙股", ""],
        ],
        |sheet| {
            let plain = Format::new();
            sheet.merge_range(2, 0, 4, 0, "甲", &plain).unwrap();
            sheet.merge_range(2, 2, 3, 2, "甲股", &plain).unwrap();
            sheet.merge_range(4, 2, 4, 3, "丙股", &plain).unwrap();
        },
    );
    assert_snapshot!(
        imported(&bytes),
        str![[r#"
I005 表.xlsx › Sheet1 › C5: “丙股”横跨几列，已写在最左一列
I005 表.xlsx › Sheet1 › C3: “甲股”合并的行数与任务、分组不一致，已逐行填写
表名: 分工表
列:
- 任务
- 举措
- 责任单位
- 时限
任务:
- 名称: 甲
  举措:
  - 内容: 一
    责任单位: 甲股
    时限: 全年
  - 内容: 二
    责任单位: 甲股
  - 内容: 三
    责任单位: 丙股

"#]]
    );
}

#[test]
fn what_is_no_table_is_told() {
    assert_snapshot!(
        imported(b"not a workbook"),
        str![[r#"
I001 表.xlsx: 这个文件不是能读的工作簿

"#]]
    );
    assert_snapshot!(
        imported(&foreign(&[&["一段文字"]], |_| {})),
        str![[r#"
I002 表.xlsx: 没有找到责任分解表

"#]]
    );
}

/// Found by chance; kept, because chance may take long to find them again.
#[test]
fn tables_that_once_did_not_come_back() {
    let blank_number = "表名: 表\n列: [序号, {列: 工作任务, 表头: 左}, 备注, {列: 配合单位, 表头: 右}]\n分组:\n- 名称: 组\n  配合单位: 辛\n  任务:\n  - {名称: 丁}\n  - {编号: '', 名称: 辛}\n";
    let only_demands = "表名: 表\n列: [要求, 工作举措, 督查, 联系]\n任务:\n- 名称: 甲\n  督查: 乙\n  举措: [{内容: 丙, 联系: ''}, {内容: 丁}]\n- {名称: 戊, 要求: 己, 举措: [{内容: 庚}, {内容: 辛}]}\n";
    let no_tasks = "表名: 表\n列: [类别, 序号, 工作任务, 联系]\n分组:\n- 名称: 组\n  任务:\n  - {名称: 庚}\n  - {名称: 丁}\n- 名称: 无任务\n";
    for table in [blank_number, only_demands, no_tasks] {
        comes_back(&[table.to_owned()]);
    }
}

/// Equal heads, blank ones, and no heads at all; what the head of a column was called in the file comes back as well.
#[test]
fn tables_with_equal_and_blank_heads_come_back() {
    let rows = "任务:\n- 名称: 甲\n  备注: 子\n  要求: 做好。\n  举措: [{内容: 乙}, {内容: 丙}]\n- {名称: 丁, 备注: \"1,200\"}\n";
    for columns in [
        "{列: 工作任务, 表头: 内容}, {列: 工作举措, 表头: 内容}, 备注",
        "{列: 工作任务, 表头: 内容}, {列: 工作举措, 表头: 内容}, {列: 备注, 表头: 其他/备注, 宽: 13}",
        "{列: 工作任务, 表头: 内容/任务}, {列: 工作举措, 表头: 内容/任务}, {列: 备注, 表头: 内容/备注}",
        "{列: 工作任务, 表头: 同}, {列: 工作举措, 表头: 同}, {列: 备注, 表头: 同}",
        "{列: 工作任务, 表头: ''}, {列: 工作举措, 表头: ''}, {列: 备注, 表头: ''}",
        "{列: 工作任务, 表头: ''}, {列: 工作举措, 表头: 做法}, {列: 备注, 表头: '/'}",
        "{列: 工作任务, 表头: 一/}, {列: 工作举措, 表头: 一/}, {列: 备注, 表头: 二}",
        "{列: 工作任务, 宽: 10}, {列: 工作举措, 表头: 备注}, {列: 备注, 宽: 24}, 要求",
    ] {
        comes_back(&[format!("表名: 编制规划分工表\n列: [{columns}]\n{rows}")]);
    }
}

#[test]
fn one_column_comes_back_too() {
    comes_back(&["表名: 表\n列: [工作任务]\n任务:\n  - {名称: 甲}\n  - {名称: 乙}\n表注: [注]\n".to_owned()]);
}

#[test]
fn the_shipped_table_comes_back_as_it_was_written() {
    let project = Folder::shipped();
    project.build();
    let folder = format!("output/site/{}", crate::support::NOTICE);
    let before: Vec<_> = project.files(&folder);
    let book = project.path(&format!("{folder}/zeren-fenjie-biao.xlsx"));
    let target = project.path("tasks.yaml");
    let run = project.run(&["import", book.to_str().unwrap(), "--output", target.to_str().unwrap()]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let yaml = std::fs::read_to_string(&target).unwrap();
    assert!(yaml.contains("列: 工作举措\n  表头: 相应的工作举措（含可供检验的工作成果）\n"), "{yaml}");
    // Text in the body only is not in the workbook.
    project.change(&format!("content/{}/notice.md", crate::support::NOTICE), "{{任务要求}}\n", "");
    project.write(&format!("content/{}/tasks.yaml", crate::support::NOTICE), &yaml);
    project.build();
    let after = project.files(&folder);
    let tables = |files: &[(String, Vec<u8>)]| {
        let open = files.iter().filter(|(path, _)| path.starts_with("data"));
        open.map(|(path, bytes)| (path.clone(), String::from_utf8(bytes.clone()).unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(tables(&before), tables(&after));
    let again = project.run(&["import", book.to_str().unwrap(), "--output", target.to_str().unwrap()]);
    assert_eq!(again.code(), 2, "nothing is written over");
    assert_eq!(std::fs::read_to_string(&target).unwrap(), yaml);
}

#[test]
fn a_column_that_divides_another_groups_value_is_not_that_of_the_groups() {
    let table = "表名: 表\n列: [督查, 工作任务, 工作举措, {列: 类别, 表头: [上]}]\n分组:\n- 通栏: 第一类\n  名称: 甲\n  任务:\n  \
        - 名称: 子\n  - {名称: 丑, 举措: [{内容: 寅, 督查: 某科}]}\n- 名称: 乙\n  督查: [某股, 某科]\n  任务:\n  - 名称: 卯\n  \
        - 名称: 辰\n";
    comes_back(&[table.to_owned()]);
}

/// A workbook of ours saved by `LibreOffice` is imported as an equal table: every example of `tests/site/tables`.
#[test]
#[ignore = "needs LibreOffice"]
fn saved_by_another_program() {
    let tables = crate::support::repository().join("tests/site/tables/content/gongzuo");
    let folder = Folder::empty();
    let notices = ["fenzu", "tonglan", "liangceng", "kaohe", "mulu", "zhengwen", "juzi", "bianhao"];
    let projects = notices.map(|notice| {
        let mut files = crate::support::files(&tables.join(notice)).into_iter();
        let table = files.find(|(path, _)| path != "notice.md").unwrap().1;
        let project = understood(&[String::from_utf8(table).unwrap()]);
        folder.write(&format!("{notice}.xlsx"), &made(&project)["zeren-fenjie-biao.xlsx"]);
        project
    });
    let books = notices.map(|notice| folder.path(&format!("{notice}.xlsx")));
    for ending in ["xlsx", "xls"] {
        for (saved, project) in convert(&folder, ending, &books).iter().zip(&projects) {
            let bytes = std::fs::read(saved).unwrap();
            let again = import("表", &bytes, Some("责任分解表"), WorkbookLimits::default()).yaml.unwrap();
            assert_eq!(drawn(&understood(&[again])), drawn(project), "{}", saved.display());
        }
    }
}

/// Past so many rows sheets are written without keeping them in memory: downwards only, merged cells ahead.
#[test]
fn a_large_table_comes_back() {
    let head = "表名: 大表\n列: [类别, 序号, 工作任务, 工作举措, {列: 责任单位, 表头: [责任, 单位]}, {列: 完成时限, 表头: [责任, 时限]}]\n\
        分组:\n";
    let long = "逐项核查并登记。".repeat(60);
    let measure = |group: usize, task: usize, n: usize| {
        let more = if group % 500 == 7 { &long } else { "" };
        format!("    - {{内容: 举措{group}.{task}.{n}{more}, 完成时限: 长期坚持}}\n")
    };
    let task = |group: usize, task: usize| {
        let measures: String = (0..3).map(|n| measure(group, task, n)).collect();
        format!("  - 名称: 任务{group}.{task}\n    责任单位: 某股\n    举措:\n{measures}")
    };
    let group = |group: usize| {
        let section = if group.is_multiple_of(100) { "通栏: 一段\n  " } else { "" };
        let tasks: String = (0..2).map(|n| task(group, n)).collect();
        format!("- {section}名称: 第{group}类\n  任务:\n{tasks}")
    };
    let groups: String = (0..601).map(group).collect();
    comes_back(&[format!("{head}{groups}")]);
}

#[test]
fn what_stands_below_a_table_is_no_task() {
    let bytes = foreign(
        &[
            &["分工表"],
            &["序号", "工作任务", "责任单位", "完成时限"],
            &["1", "修路", "甲局", "6月底前"],
            &["2", "", "", ""],
            &["3", "", "", ""],
            &["注：进度每月报送，联系人某某，0730-3720055。", "", "", ""],
            &["填表人：", "某某", "审核人：", "某某"],
            &["", "", "", "2025年3月3日"],
            &[],
            &["经费表"],
            &["序号", "项目名称", "责任单位", "金额"],
            &["1", "修路", "甲局", "5"],
        ],
        |_| {},
    );
    assert_snapshot!(
        imported(&bytes),
        str![[r#"
I004 表.xlsx › Sheet1 › A7: 没有导入“填表人：”
I004 表.xlsx › Sheet1 › B7: 没有导入“某某”
I004 表.xlsx › Sheet1 › C7: 没有导入“审核人：”
I004 表.xlsx › Sheet1 › D7: 没有导入“某某”
I004 表.xlsx › Sheet1 › D8: 没有导入“2025年3月3日”
I003 表.xlsx › Sheet1 › A10: 下面还有一张表，从“经费表”起没有导入
I065 表.xlsx › Sheet1 › A6: 表注“注：进度每月报送，联系人某某，0730-3720055。”里有联系人或电话，会公开
I004 表.xlsx › Sheet1 › A4: 没有导入序号“2”：这一行只有序号（这样的行共 2 行）
表名: 分工表
列:
- 序号
- 工作任务
- 责任单位
- 完成时限
任务:
- 名称: 修路
  责任单位: 甲局
  完成时限: 6月底前
表注:
- 注：进度每月报送，联系人某某，0730-3720055。

"#]]
    );
}

/// A table of two tasks with the given rows below it.
fn above(rows: &[&[&str]]) -> String {
    let table: [&[&str]; 4] = [
        &["分工表"],
        &["序号", "工作任务", "责任单位", "目标值"],
        &["1", "甲", "办公室", "一"],
        &["2", "乙", "救灾股", "二"],
    ];
    let rows: Vec<&[&str]> = table.iter().chain(rows).copied().collect();
    imported(&foreign(&rows, |_| {}))
}

#[test]
fn other_tables_below_are_told_whatever_their_heads() {
    let heads: [&[&[&str]]; 5] = [
        &[&[], &["附表：清单"], &["序号", "名称", "数量"], &["1", "丙", "3"], &["2", "丁", "4"]],
        &[&[], &["序号", "姓名", "职务"], &["1", "张三", "局长"]],
        &[&[], &["姓名", "职务", "分工"], &["张三", "局长", "全面"]],
        &[&[], &[], &["序号", "工作任务", "责任单位", "目标值"], &["1", "丙", "办公室", "三"]],
        &[&["填表人：张三", "", "审核人：李四"], &[], &["附表"], &["序号", "名称"], &["1", "丙"]],
    ];
    let alone = above(&[]);
    let told: String = heads.iter().map(|rows| above(rows).replace(&alone, "")).collect();
    assert_snapshot!(
        told,
        str![[r#"
I003 表.xlsx › Sheet1 › A6: 下面还有一张表，从“附表：清单”起没有导入
I003 表.xlsx › Sheet1 › A6: 下面还有一张表，从“序号”起没有导入
I003 表.xlsx › Sheet1 › A6: 下面还有一张表，从“姓名”起没有导入
I003 表.xlsx › Sheet1 › A7: 下面还有一张表，从“序号”起没有导入
I004 表.xlsx › Sheet1 › A5: 没有导入“填表人：张三”
I004 表.xlsx › Sheet1 › C5: 没有导入“审核人：李四”
I003 表.xlsx › Sheet1 › A7: 下面还有一张表，从“附表”起没有导入

"#]]
    );
    // Numbers that go on are those of the same table, divided into pages by hand.
    let goes_on = above(&[&[], &["序号", "工作任务", "责任单位", "目标值"], &["3", "丙", "办公室", "三"]]);
    assert_snapshot!(
        goes_on,
        str![[r#"
I008 表.xlsx › Sheet1 › A6: 这里重复的表头没有导入：打印时每页自动有表头
表名: 分工表
列:
- 序号
- 工作任务
- 责任单位
- 目标值
任务:
- 名称: 甲
  责任单位: 办公室
  目标值: 一
- 名称: 乙
  责任单位: 救灾股
  目标值: 二
- 名称: 丙
  责任单位: 办公室
  目标值: 三

"#]]
    );
}

#[test]
fn signatures_and_totals_are_told_and_are_no_tasks() {
    let feet: [&[&[&str]]; 6] = [
        &[&["主管领导：", "经办人："]],
        &[&["联系电话", "0730-1234567"]],
        &[&["填表人:", "张三", "审核人:", "李四"], &["联系电话", "0730-1234567", "日期", "2025年3月3日"]],
        &[&["单位负责人（签字）：", "", "填表人：张三", "2025年3月3日"], &["主管领导：", "经办人："]],
        &[&["制表人：王五"], &["2025.3.3"]],
        &[&["3"], &["合计", "", "", "9"]],
    ];
    let alone = above(&[]);
    let told: String = feet.iter().map(|rows| above(rows).replace(&alone, "")).collect();
    assert_snapshot!(
        told,
        str![[r#"
I004 表.xlsx › Sheet1 › A5: 没有导入“主管领导：”
I004 表.xlsx › Sheet1 › B5: 没有导入“经办人：”
I004 表.xlsx › Sheet1 › A5: 没有导入“联系电话”
I004 表.xlsx › Sheet1 › B5: 没有导入“0730-1234567”
I004 表.xlsx › Sheet1 › A5: 没有导入“填表人:”
I004 表.xlsx › Sheet1 › B5: 没有导入“张三”
I004 表.xlsx › Sheet1 › C5: 没有导入“审核人:”
I004 表.xlsx › Sheet1 › D5: 没有导入“李四”
I004 表.xlsx › Sheet1 › A6: 没有导入“联系电话”
I004 表.xlsx › Sheet1 › B6: 没有导入“0730-1234567”
I004 表.xlsx › Sheet1 › C6: 没有导入“日期”
I004 表.xlsx › Sheet1 › D6: 没有导入“2025年3月3日”
I004 表.xlsx › Sheet1 › A5: 没有导入“单位负责人（签字）：”
I004 表.xlsx › Sheet1 › C5: 没有导入“填表人：张三”
I004 表.xlsx › Sheet1 › D5: 没有导入“2025年3月3日”
I004 表.xlsx › Sheet1 › A6: 没有导入“主管领导：”
I004 表.xlsx › Sheet1 › B6: 没有导入“经办人：”
I004 表.xlsx › Sheet1 › A5: 没有导入“制表人：王五”
I004 表.xlsx › Sheet1 › A6: 没有导入“2025.3.3”
I004 表.xlsx › Sheet1 › A6: 没有导入“合计”
I004 表.xlsx › Sheet1 › D6: 没有导入“9”
I004 表.xlsx › Sheet1 › A5: 没有导入序号“3”：这一行只有序号（这样的行共 1 行）

"#]]
    );
    assert_snapshot!(
        above(&[&["小计", "", "", "3"], &["3", "丙", "办公室", "三"]]),
        str![[r#"
I004 表.xlsx › Sheet1 › A5: 没有导入“小计”
I004 表.xlsx › Sheet1 › D5: 没有导入“3”
表名: 分工表
列:
- 序号
- 工作任务
- 责任单位
- 目标值
任务:
- 名称: 甲
  责任单位: 办公室
  目标值: 一
- 名称: 乙
  责任单位: 救灾股
  目标值: 二
- 名称: 丙
  责任单位: 办公室
  目标值: 三

"#]]
    );
}

#[test]
fn lists_are_no_tables() {
    let roster: [&[&str]; 3] = [
        &["某局责任人、联络人名单"],
        &["序号", "股室", "责任人", "联络人", "联系电话"],
        &["1", "办公室", "张三", "李四", "0730-1234567"],
    ];
    let register: [&[&str]; 3] = [&["机构名录"], &["序号", "单位名称", "简称"], &["1", "办公室", "局办"]];
    let told = imported(&foreign(&roster, |_| {})) + &imported(&foreign(&register, |_| {}));
    assert_snapshot!(
        told,
        str![[r#"
I002 表.xlsx › Sheet1: 这是责任人、联络人名单，不是责任分解表
I002 表.xlsx › Sheet1: 这是机构名录，不是责任分解表

"#]]
    );
}

#[test]
fn hidden_rows_and_columns_are_left_out_and_places_stay_those_of_the_workbook() {
    let bytes = foreign(
        &[
            &["分工表"],
            &["序号", "工作任务", "内部电话", "责任单位"],
            &["1", "作废", "1", "甲局"],
            &["2", "修路", "2", "#N/A"],
            &["3", "修桥", "3", "乙局"],
        ],
        |sheet| {
            sheet.merge_range(2, 1, 3, 1, "修路", &Format::new()).unwrap();
            sheet.set_row_hidden(2).unwrap();
            sheet.set_column_width(2, 0).unwrap();
            sheet.write_formula(4, 3, Formula::new("=A1").set_result("")).unwrap();
        },
    );
    assert_snapshot!(
        imported(&bytes),
        str![[r#"
I006 表.xlsx › Sheet1 › D5: 这里是公式，导入的是它的值“0”
I063 表.xlsx › Sheet1 › D4: 这一格显示的是错误值“#N/A”
I007 表.xlsx › Sheet1: 隐藏的行或列没有导入：C、3
表名: 分工表
列:
- 序号
- 工作任务
- 责任单位
任务:
- 编号: '2'
  名称: 修路
  责任单位: '#N/A'
- 编号: '3'
  名称: 修桥
  责任单位: '0'

"#]]
    );
}

#[test]
fn a_folder_is_made_for_the_file() {
    let bytes = foreign(&[&["分工表"], &["序号", "工作任务", "责任单位"], &["1", "修路", "甲局"]], |_| {});
    let project = Folder::empty();
    project.write("表.xlsx", &bytes);
    let run = project.run(&["import", "表.xlsx", "--output", "新/栏目/"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let yaml = "表名: 分工表\n列:\n- 序号\n- 工作任务\n- 责任单位\n任务:\n- 名称: 修路\n  责任单位: 甲局\n";
    assert_eq!(std::fs::read_to_string(project.path("新/栏目/tasks.yaml")).unwrap(), yaml);
    // The folder is there now; nothing is written over.
    assert_eq!(project.run(&["import", "表.xlsx", "--output", "新/栏目"]).code(), 2);
    let run = project.run(&["import", "表.xlsx", "--output", "新/其他/表.yaml"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert_eq!(std::fs::read_to_string(project.path("新/其他/表.yaml")).unwrap(), yaml);
}

/// Files that go into the content are a change of the project like any other.
#[test]
fn what_was_imported_into_the_content_can_be_taken_back() {
    let bytes = foreign(&[&["分工表"], &["序号", "工作任务", "责任单位"], &["1", "修路", "甲局"]], |_| {});
    let project = Folder::empty();
    project.write("表.xlsx", &bytes).write("content/site.yaml", "名称: 某局\n");
    project.write("content/offices.yaml", "股室: [乙局]\n");
    let before = project.files("content");
    let run = project.run(&[
        "import",
        "表.xlsx",
        "--output",
        "content/栏目/新/",
        "--unknown-offices",
        "content/../content/单位.txt",
    ]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert!(project.path("content/栏目/新/tasks.yaml").exists() && project.path("content/单位.txt").exists());
    let listed = project.run(&["undo", "--list"]).stdout();
    assert!(listed.ends_with("gongkai import（2个文件）\n"), "{listed}");
    assert_eq!(project.run(&["undo"]).code(), 0);
    assert_eq!(project.files("content"), before);
    assert!(!project.path("content/栏目").exists());
    // Elsewhere a file is nobody's content.
    assert_eq!(project.run(&["import", "表.xlsx", "--output", "草稿.yaml"]).code(), 0);
    assert_eq!(project.run(&["undo", "--list"]).stdout(), "没有可以撤销的改动\n");
}

/// Heads and cells of generated sheets: names of columns, blanks, and texts that YAML or the reader could misread.
const HEADS: [&str; 17] = [
    "序号",
    "工作任务",
    "工作举措",
    "责任单位",
    "完成时限",
    "备注",
    "类别",
    "分值",
    "牵头领导",
    "",
    "内容",
    "名称",
    "要求",
    "一级指标",
    "编号",
    "任务",
    "A/B",
];
const CELLS: [&str; 19] = [
    "",
    "",
    "甲",
    "做好某项工作。",
    "6月底前",
    "12",
    "办公室、财务股",
    "一\n二",
    "√",
    "2025年",
    "a: b # c",
    "- 甲",
    "'",
    "1.10",
    "合计",
    "#甲",
    "  ",
    "~",
    "{a}",
];

/// A generated sheet: texts anywhere, merged ranges, rows below the table.
fn generated(seed: u64) -> Vec<u8> {
    let mut dice = Dice::new(seed);
    let (width, height) = (2 + dice.below(6), 1 + dice.below(9));
    let heads: Vec<&str> = (0..width).map(|_| *dice.of(&HEADS)).collect();
    let top = dice.below(2);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let at = |row: usize, column: usize| (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
    let mut put = |row: usize, column: usize, text: &str| {
        let (row, column) = at(row, column);
        if !text.is_empty() {
            sheet.write_string(row, column, text).unwrap();
        }
    };
    put(0, 0, "某县分工表");
    for (column, head) in heads.iter().enumerate() {
        put(top, column, head);
        for row in 0..height {
            let text = if *head == "序号" { (row + 1).to_string() } else { (*dice.of(&CELLS)).to_owned() };
            put(top + 1 + row, column, &text);
        }
    }
    if dice.below(3) == 0 {
        put(top + height + 1, 0, "注：略");
        put(top + height + 2, 0, "填表人：某某");
    }
    let (mut row, column) = (top + 1, dice.below(width));
    for _ in 0..dice.below(4) {
        let last = (row + 1 + dice.below(2)).min(top + height);
        let right = (column + dice.below(2)).min(width - 1);
        if last > row {
            let ((row, column), (last, right)) = (at(row, column), at(last, right));
            sheet.merge_range(row, column, last, right, "合并", &Format::new()).unwrap();
        }
        row = last + 1;
    }
    book.save_to_buffer().unwrap()
}

/// Check accepts whatever import writes: the errors that remain are about what the sheet itself says or lacks.
#[test]
fn whatever_is_imported_is_accepted() {
    let project = Folder::empty();
    project.write("content/site.yaml", "名称: 某局\n").write("content/offices.yaml", "股室: [甲局]\n");
    project.write("content/lan/column.yaml", "名称: 栏目\n");
    let mut attachments = String::new();
    for seed in 0..200 {
        let imported = import("表.xlsx", &generated(seed), None, WorkbookLimits::default());
        if let Some(yaml) = imported.yaml.filter(|_| !imported.report.has_errors()) {
            project.write(&format!("content/lan/tongzhi/t{seed}.yaml"), yaml);
            writeln!(attachments, "  - {{表: t{seed}.yaml, 名称: 表{seed}}}").unwrap();
        }
    }
    let imported = attachments.lines().count();
    assert!(imported > 180, "{imported}");
    let notice = format!(
        "---\n标题: 通知\n发文机关: 某局\n成文日期: 2020-01-01\n发布日期: 2020-01-02 09:00\n附件:\n{attachments}---\n现通知如下。\n"
    );
    let run = project.write("content/lan/tongzhi/notice.md", notice).run(&["check", "--lang", "en"]);
    let printed = format!("{}{}", run.stdout(), run.stderr());
    // Unknown offices, missing offices, deadlines before the paper.
    let is_about_content = |line: &&str| ["T001", "T002", "S001"].iter().any(|code| line.contains(code));
    let wrong: Vec<&str> = printed
        .lines()
        .filter(|line| line.starts_with("error["))
        .filter(|line| !is_about_content(line))
        .collect();
    assert!(printed.contains("error[T002]") && wrong.is_empty(), "{wrong:#?}");
}
