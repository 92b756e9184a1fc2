//! Workbooks and documents from outside that are damaged, locked or made to do harm: each is one finding, told alike by
//! import, collection and attached files, and nothing is written.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, Write as _};
use std::process::{Command, Stdio};

use snapbox::str;

use crate::support::memory::peak;
use crate::support::{NOTICE, Project, assert_snapshot, repository};

#[path = "campaign/workbooks.rs"]
mod workbooks;

/// Files that once crashed, starved or misled the program.
const TOLD: [&str; 7] = [
    "broken.docx",
    "fat-chain-loop.xls",
    "html.xls",
    "panics-in-xls.xls",
    "password.xlsx",
    "sheet-part-at-package-root.xlsx",
    "stray-cell-xfd1048576.xlsx",
];

fn file(name: &str) -> Vec<u8> {
    match name {
        "html.xls" => "<html><body><table><tr><td>序号</td></tr></table></body></html>".into(),
        name => fs::read(repository().join("tests/workbooks").join(name)).unwrap(),
    }
}

#[test]
fn each_is_told_when_it_is_imported() {
    let project = Project::empty();
    let mut told = String::new();
    for name in TOLD {
        let run = project.write(name, file(name)).run(&["import", name]);
        writeln!(told, "== {name}: {}\n{}{}", run.code(), run.stderr(), run.stdout()).unwrap();
    }
    assert_snapshot!(
        told,
        str![[r#"
== broken.docx: 1
错误[I070]: 这个文档已损坏：压缩包的目录损坏
--> broken.docx
 |
建议: 用 Word 或 WPS 打开它，“另存为”“Word 文档（.docx）”，再用那一份；都打不开的，请重新索取

共 1 处错误，0 处警告，0 处提示

== fat-chain-loop.xls: 1
错误[I001]: 这个工作簿读不出来：文件已损坏，或者写法少见
--> fat-chain-loop.xls
 |
建议: 用 Excel、WPS 或 LibreOffice 打开它，“另存为”“Excel 工作簿（.xlsx）”，再用那一份；都打不开的，请重新索取

共 1 处错误，0 处警告，0 处提示

== html.xls: 1
错误[I001]: 这个文件的内容是网页或 XML，不是工作簿
--> html.xls
 |
建议: 用 Excel、WPS 或 LibreOffice 打开它，“另存为”“Excel 工作簿（.xlsx）”，再用那一份；都打不开的，请重新索取

共 1 处错误，0 处警告，0 处提示

== panics-in-xls.xls: 1
错误[I001]: 这个工作簿读不出来：文件已损坏，或者写法少见
--> panics-in-xls.xls
 |
建议: 用 Excel、WPS 或 LibreOffice 打开它，“另存为”“Excel 工作簿（.xlsx）”，再用那一份；都打不开的，请重新索取

共 1 处错误，0 处警告，0 处提示

== password.xlsx: 1
错误[I060]: 这个工作簿设了密码
--> password.xlsx
 |
建议: 用 Excel 或 WPS 打开它，去掉密码，“另存为”“Excel 工作簿（.xlsx）”

共 1 处错误，0 处警告，0 处提示

== sheet-part-at-package-root.xlsx: 0
警告[I009]: 表头上方没有标题，表名暂用“sheet-part-at-package-root”
--> sheet-part-at-package-root.xlsx › S › A1
 |
建议: 在“表名”处改成正式名称

共 0 处错误，1 处警告，0 处提示
机构名录中没有的单位有 1 个，核对后粘贴到 content/offices.yaml（已有“股室:”等各项的，只粘贴它下面各行）：

股室:
  - 办公室
表名: sheet-part-at-package-root
列:
- 序号
- 工作任务
- 责任单位
- 完成时限
任务:
- 名称: 甲
  责任单位: 办公室
  完成时限: 6月

== stray-cell-xfd1048576.xlsx: 1
错误[I002]: 没有找到责任分解表
--> stray-cell-xfd1048576.xlsx
 |
建议: 表要有一行表头，例如“序号、工作任务、责任单位”，下面是内容；表在别的工作表里的，用 --sheet 指定

共 1 处错误，0 处警告，0 处提示


"#]]
    );
}

#[test]
fn each_is_told_in_english_too() {
    let project = Project::empty();
    let mut told = String::new();
    for name in TOLD {
        let run = project.write(name, file(name)).run(&["import", name, "--lang", "en"]);
        writeln!(told, "{}", run.stderr()).unwrap();
    }
    assert_snapshot!(
        told,
        str![[r#"
error[I070]: this document is damaged: the archive's list of parts is damaged
--> broken.docx
 |
help: open it in Word or WPS, save it as a Word document (.docx) and take that; ask for it again if neither opens it

1 error, 0 warnings, 0 notes

error[I001]: this workbook cannot be read: it is damaged, or written in an unusual way
--> fat-chain-loop.xls
 |
help: open it in Excel, WPS or LibreOffice, save it as a workbook (.xlsx) and take that; ask for it again if none opens it

1 error, 0 warnings, 0 notes

error[I001]: this file holds a web page or XML, not a workbook
--> html.xls
 |
help: open it in Excel, WPS or LibreOffice, save it as a workbook (.xlsx) and take that; ask for it again if none opens it

1 error, 0 warnings, 0 notes

error[I001]: this workbook cannot be read: it is damaged, or written in an unusual way
--> panics-in-xls.xls
 |
help: open it in Excel, WPS or LibreOffice, save it as a workbook (.xlsx) and take that; ask for it again if none opens it

1 error, 0 warnings, 0 notes

error[I060]: this workbook is locked with a password
--> password.xlsx
 |
help: open it in Excel or WPS, take the password off and save it as a workbook (.xlsx)

1 error, 0 warnings, 0 notes

warning[I009]: nothing stands above the head; 表名 is "sheet-part-at-package-root"
--> sheet-part-at-package-root.xlsx › S › A1
 |
help: write its proper name behind 表名

0 errors, 1 warning, 0 notes
offices that are not in the register: 1; check them and paste them into content/offices.yaml (where there is a 股室: or another of these already, only the lines below it):

股室:
  - 办公室

error[I002]: there is no table here
--> stray-cell-xfd1048576.xlsx
 |
help: a table has a row of heads such as 序号, 工作任务, 责任单位 and rows below it; name another sheet with --sheet

1 error, 0 warnings, 0 notes


"#]]
    );
}

#[test]
fn each_is_told_when_it_is_collected_and_none_ends_the_collection() {
    let project = Project::clean();
    for name in TOLD {
        project.write(&format!("交回/{name}"), file(name));
    }
    let before = project.files("content");
    let run = project.run(&["collect", "交回"]);
    assert_eq!((run.code(), run.stdout().as_str()), (1, "写入进展 0 份，已有 0 份\n"));
    assert!(project.files("content") == before, "something was written");
    assert_snapshot!(
        run.stderr(),
        str![[r#"
提示[C062]: “broken.docx”不是工作簿，没有收
--> 交回/broken.docx
 |
建议: 进展写在这份文件里的，请股室填到 output/handout 里自己的那份表中，再交回

错误[C001]: 这个工作簿读不出来：文件已损坏，或者写法少见
--> 交回/fat-chain-loop.xls
 |
建议: 用 Excel、WPS 或 LibreOffice 打开它，“另存为”“Excel 工作簿（.xlsx）”，再用那一份；都打不开的，请重新索取

错误[C001]: 这个文件的内容是网页或 XML，不是工作簿
--> 交回/html.xls
 |
建议: 用 Excel、WPS 或 LibreOffice 打开它，“另存为”“Excel 工作簿（.xlsx）”，再用那一份；都打不开的，请重新索取

错误[C001]: 这个工作簿读不出来：文件已损坏，或者写法少见
--> 交回/panics-in-xls.xls
 |
建议: 用 Excel、WPS 或 LibreOffice 打开它，“另存为”“Excel 工作簿（.xlsx）”，再用那一份；都打不开的，请重新索取

错误[C060]: 这个工作簿设了密码
--> 交回/password.xlsx
 |
建议: 用 Excel 或 WPS 打开它，去掉密码，“另存为”“Excel 工作簿（.xlsx）”

错误[C002]: 不是发出的填报表，里面没有行标识
--> 交回/sheet-part-at-package-root.xlsx
 |
建议: 请股室在 output/handout 里自己的那份表中填写，再交回

错误[C002]: 不是发出的填报表，里面没有行标识
--> 交回/stray-cell-xfd1048576.xlsx
 |
建议: 请股室在 output/handout 里自己的那份表中填写，再交回

共 6 处错误，0 处警告，1 处提示
有 6 个文件读不了，没有收（见上）；改正后只收这些

"#]]
    );
}

#[test]
fn each_is_told_when_it_is_attached() {
    let project = Project::clean();
    let mut entries = String::from("附件:\n");
    for name in TOLD {
        project.write(&format!("content/{NOTICE}/files/{name}"), file(name));
        writeln!(entries, "  - {{文件: files/{name}, 名称: {name}}}").unwrap();
    }
    project.change(&format!("content/{NOTICE}/notice.md"), "附件:\n", &entries);
    let run = project.run(&["check"]);
    assert_snapshot!(
        format!("{}{}", run.stdout(), run.stderr()),
        str![[r#"
警告[P030]: 附件“broken.docx”没有查找个人信息：压缩包的目录损坏
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:8:33
  |
8 |   - {文件: files/broken.docx, 名称: broken.docx}
  |                                     ^^^^^^^^^^^
  |
建议: 人工核对，或换成有文字、没有密码的文件；核对过的，在“放行”中写“P030: 谁于何时核对”

警告[P030]: 附件“fat-chain-loop.xls”没有查找个人信息：文件损坏
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:9:40
  |
9 |   - {文件: files/fat-chain-loop.xls, 名称: fat-chain-loop.xls}
  |                                            ^^^^^^^^^^^^^^^^^^
  |
建议: 人工核对，或换成有文字、没有密码的文件；核对过的，在“放行”中写“P030: 谁于何时核对”

警告[D062]: 附件“html.xls”的内容是网页（HTML、XML 或 SVG），与扩展名“.xls”不符
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:10:30
   |
10 |   - {文件: files/html.xls, 名称: html.xls}
   |                                  ^^^^^^^^
   |
建议: 用原软件重新保存，或改正扩展名

警告[P030]: 附件“panics-in-xls.xls”没有查找个人信息：文件损坏
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:11:39
   |
11 |   - {文件: files/panics-in-xls.xls, 名称: panics-in-xls.xls}
   |                                           ^^^^^^^^^^^^^^^^^
   |
建议: 人工核对，或换成有文字、没有密码的文件；核对过的，在“放行”中写“P030: 谁于何时核对”

警告[D062]: 附件“password.xlsx”的内容是旧格式或设了密码的 Office 文件，与扩展名“.xlsx”不符
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:12:35
   |
12 |   - {文件: files/password.xlsx, 名称: password.xlsx}
   |                                       ^^^^^^^^^^^^^
   |
建议: 用原软件重新保存，或改正扩展名

警告[P030]: 附件“password.xlsx”没有查找个人信息：设了密码
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:12:35
   |
12 |   - {文件: files/password.xlsx, 名称: password.xlsx}
   |                                       ^^^^^^^^^^^^^
   |
建议: 人工核对，或换成有文字、没有密码的文件；核对过的，在“放行”中写“P030: 谁于何时核对”

共 0 处错误，6 处警告，0 处提示
下一步：没有错误，可以运行 gongkai build；警告和提示请逐处核对，不必改的可以放行

"#]]
    );
}

#[test]
fn others_are_read_as_ever() {
    let project = Project::empty();
    let mut told = String::new();
    for name in [
        "error-values.xlsx",
        "head-with-three-index-levels.xlsx",
        "no-task-column-merged.xlsx",
        "number-formats.xls",
        "number-formats-58.xlsx",
        "same-head-2000-columns.xlsx",
        "sheet-hidden-before-visible.xlsx",
        "signature-rows-below-table.xlsx",
        "stray-cell-k4.xlsx",
    ] {
        let run = project.write(name, file(name)).run(&["import", name]);
        writeln!(told, "== {name}: {}\n{}{}", run.code(), run.stderr(), run.stdout()).unwrap();
    }
    assert_snapshot!(
        told,
        str![[r##"
== error-values.xlsx: 0
警告[I063]: 这一格显示的是错误值“#N/A”
--> error-values.xlsx › 分工 › C3
 |
建议: 在工作簿里改正公式或填写内容，再导入；或者改 YAML 中的这一处

警告[I063]: 这一格显示的是错误值“#REF!”
--> error-values.xlsx › 分工 › E3
 |
建议: 在工作簿里改正公式或填写内容，再导入；或者改 YAML 中的这一处

共 0 处错误，2 处警告，0 处提示
机构名录中没有的单位有 2 个，核对后粘贴到 content/offices.yaml（已有“股室:”等各项的，只粘贴它下面各行）：

股室:
  - 办公室
  - 救灾股
表名: 某县2025年重点工作分工表
任务:
- 名称: 甲任务
  举措:
  - 内容: '#N/A'
    责任股室: 办公室
    完成时限: '#REF!'
- 名称: 乙任务
  举措:
  - 内容: 做乙。
    责任股室: 救灾股
    完成时限: 2025年9月

== head-with-three-index-levels.xlsx: 0
警告[I009]: 表头上方没有标题，表名暂用“head-with-three-index-levels”
--> head-with-three-index-levels.xlsx › Sheet › A1
 |
建议: 在“表名”处改成正式名称

共 0 处错误，1 处警告，0 处提示
表名: head-with-three-index-levels
列:
- 序号
- 列: 工作任务
  表头: 一级指标
- 二级指标
- 三级指标
- 评分标准
- 权重
- 备注
任务:
- 名称: 组织
  二级指标: 领导
  三级指标: 会议
  评分标准: 每季度一次
  权重: '5'
- 名称: 组织
  二级指标: 人员
  三级指标: 配备
  评分标准: 专职一名
  权重: '5'
- 名称: 工作台
  二级指标: 任务列表
  三级指标: 单位名册
  评分标准: 责任落实情况
  权重: '5'
  备注: 目标值

== no-task-column-merged.xlsx: 0
表名: 工作分工表
列:
- 模块
- 列: 工作任务
  表头: 需求
- 责任人
分组:
- 模块: 开发
  任务:
  - 名称: 甲
  - 名称: 乙
    责任人: 某某
- 模块: 流程
  责任人: 某某
- 任务:
  - 名称: 丙
    责任人: 某某

== number-formats.xls: 0
机构名录中没有的单位有 1 个，核对后粘贴到 content/offices.yaml（已有“股室:”等各项的，只粘贴它下面各行）：

股室:
  - 办公室
表名: 某县2025年重点工作分工表
列:
- 序号
- 工作任务
- 责任单位
- 完成比例
- 投资（元）
- 完成时限
- 编号2
任务:
- 名称: 甲
  责任单位: 办公室
  完成比例: 70%
  投资（元）: 1,234,567.50
  完成时限: 2025年6月30日
  编号2: '007'
- 名称: 乙
  责任单位: 办公室
  完成比例: 100%
  投资（元）: 2,000.00
  完成时限: 2025年9月1日
  编号2: '012'

== number-formats-58.xlsx: 0
机构名录中没有的单位有 1 个，核对后粘贴到 content/offices.yaml（已有“股室:”等各项的，只粘贴它下面各行）：

股室:
  - 办公室
表名: 某县重点工作分工表
列:
- 序号
- 工作任务
- 责任单位
- 目标值
任务:
- 名称: 格式0"万元"
  责任单位: 办公室
  目标值: 5万元
- 名称: 格式0.0"亿元"
  责任单位: 办公室
  目标值: 12.5亿元
- 名称: 格式000
  责任单位: 办公室
  目标值: '007'
- 名称: 格式0000000
  责任单位: 办公室
  目标值: '0430682'
- 名称: 格式0.0"%"
  责任单位: 办公室
  目标值: 5.2%
- 名称: 格式0.0%
  责任单位: 办公室
  目标值: 5.2%
- 名称: 格式0
  责任单位: 办公室
  目标值: '3'
- 名称: 格式0.00
  责任单位: 办公室
  目标值: '0.13'
- 名称: 格式0.00
  责任单位: 办公室
  目标值: '1.01'
- 名称: 格式0.0
  责任单位: 办公室
  目标值: '0.3'
- 名称: 格式0%
  责任单位: 办公室
  目标值: 1%
- 名称: 格式0%
  责任单位: 办公室
  目标值: 5%
- 名称: 格式¥#,##0.00
  责任单位: 办公室
  目标值: ¥1,234,567.50
- 名称: 格式"¥"#,##0
  责任单位: 办公室
  目标值: ¥1,234,568
- 名称: '格式_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_'
  责任单位: 办公室
  目标值: ¥1,234,567.50
- 名称: 格式0!.0,"万"
  责任单位: 办公室
  目标值: 1234.6万
- 名称: 格式#,##0,
  责任单位: 办公室
  目标值: 12,346
- 名称: 格式0;-0;;@
  责任单位: 办公室
- 名称: '格式_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_'
  责任单位: 办公室
  目标值: '-'
- 名称: 格式0;(0)
  责任单位: 办公室
  目标值: (5)
- 名称: 格式# ?/?
  责任单位: 办公室
  目标值: 1/2
- 名称: 格式0.00E+00
  责任单位: 办公室
  目标值: '1.23E+04'
- 名称: 格式"第"0"批"
  责任单位: 办公室
  目标值: 第3批
- 名称: 格式000 0000 0000
  责任单位: 办公室
  目标值: 138 0000 0000
- 名称: 格式yyyy-mm
  责任单位: 办公室
  目标值: 2025-08
- 名称: 格式yyyy/m
  责任单位: 办公室
  目标值: 2025/8
- 名称: 格式yyyy.m
  责任单位: 办公室
  目标值: '2025.8'
- 名称: 格式yyyy"年"
  责任单位: 办公室
  目标值: 2025年
- 名称: 格式yyyy
  责任单位: 办公室
  目标值: '2025'
- 名称: 格式mmm-yy
  责任单位: 办公室
  目标值: Aug-25
- 名称: 格式m"月"
  责任单位: 办公室
  目标值: 8月
- 名称: 格式m/d
  责任单位: 办公室
  目标值: 8/15
- 名称: 格式d"日"
  责任单位: 办公室
  目标值: 15日
- 名称: 格式yyyy"年"m"月"
  责任单位: 办公室
  目标值: 2025年8月
- 名称: 格式yyyy"年"m"月"d"日"
  责任单位: 办公室
  目标值: 2025年8月15日
- 名称: 格式yyyy/m/d
  责任单位: 办公室
  目标值: 2025/8/15
- 名称: 格式yyyy.m.d
  责任单位: 办公室
  目标值: 2025.8.15
- 名称: 格式[$-804]aaaa
  责任单位: 办公室
  目标值: 星期五
- 名称: 格式yyyy"年第"q"季度"
  责任单位: 办公室
  目标值: 2025年第3季度
- 名称: 格式yyyymmdd
  责任单位: 办公室
  目标值: '20250815'
- 名称: 格式[DBNum1][$-804]yyyy"年"m"月"d"日"
  责任单位: 办公室
  目标值: 二〇二五年八月十五日
- 名称: 格式m"月底前"
  责任单位: 办公室
  目标值: 8月底前
- 名称: 格式yyyy"年"m"月底前"
  责任单位: 办公室
  目标值: 2025年8月底前
- 名称: 格式h:mm
  责任单位: 办公室
  目标值: 9:30
- 名称: 格式h"时"mm"分"
  责任单位: 办公室
  目标值: 14时30分
- 名称: 格式yyyy-m-d h:mm
  责任单位: 办公室
  目标值: 2025-8-15 9:30
- 名称: 格式[h]:mm
  责任单位: 办公室
  目标值: 36:00
- 名称: 格式General
  责任单位: 办公室
  目标值: 'TRUE'
- 名称: 格式General
  责任单位: 办公室
  目标值: '1E+21'
- 名称: 格式General
  责任单位: 办公室
  目标值: '0.3'
- 名称: 格式General
  责任单位: 办公室
  目标值: '1.1'
- 名称: 格式#,##0
  责任单位: 办公室
  目标值: 1,235
- 名称: 格式0.00
  责任单位: 办公室
  目标值: '100.00'
- 名称: 格式0.00
  责任单位: 办公室
  目标值: '-0.00'
- 名称: 格式0\%
  责任单位: 办公室
  目标值: 50%
- 名称: 格式[Red]0"项";[Blue]-0
  责任单位: 办公室
  目标值: 5项
- 名称: 格式[>=10]0"多";0"少"
  责任单位: 办公室
  目标值: 5少
- 名称: 格式[DBNum1]General
  责任单位: 办公室
  目标值: 一十二
- 名称: 格式[DBNum2][$-804]0"元整"
  责任单位: 办公室
  目标值: 壹拾贰元整

== same-head-2000-columns.xlsx: 1
错误[I061]: 表有 2000 列，最多 500 列，没有导入
--> same-head-2000-columns.xlsx › Sheet › SG1
 |
建议: 只保留要公开的各列，再导入

共 1 处错误，0 处警告，0 处提示

== sheet-hidden-before-visible.xlsx: 0
警告[I007]: 隐藏的工作表没有导入：旧版
--> sheet-hidden-before-visible.xlsx
 |
建议: 需要的，用 --sheet 指定

共 0 处错误，1 处警告，0 处提示
机构名录中没有的单位有 2 个，核对后粘贴到 content/offices.yaml（已有“股室:”等各项的，只粘贴它下面各行）：

股室:
  - 办公室
  - 救灾股
表名: 某县2025年重点工作分工表
任务:
- 名称: 甲任务
  举措:
  - 内容: 做甲。
    责任股室: 办公室
    完成时限: 2025年6月
- 名称: 乙任务
  举措:
  - 内容: 做乙。
    责任股室: 救灾股
    完成时限: 2025年9月

== signature-rows-below-table.xlsx: 0
警告[I004]: 没有导入“填表人：某某”
--> signature-rows-below-table.xlsx › 分工 › A6
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

警告[I004]: 没有导入“审核人：某某”
--> signature-rows-below-table.xlsx › 分工 › D6
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

警告[I004]: 没有导入“联系电话：0730-1234567”
--> signature-rows-below-table.xlsx › 分工 › A7
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

警告[I004]: 没有导入“2025年3月3日”
--> signature-rows-below-table.xlsx › 分工 › E8
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

共 0 处错误，4 处警告，0 处提示
机构名录中没有的单位有 2 个，核对后粘贴到 content/offices.yaml（已有“股室:”等各项的，只粘贴它下面各行）：

股室:
  - 办公室
  - 救灾股
表名: 某县2025年重点工作分工表
任务:
- 名称: 甲任务
  举措:
  - 内容: 做甲。
    责任股室: 办公室
    完成时限: 2025年6月
- 名称: 乙任务
  举措:
  - 内容: 做乙。
    责任股室: 救灾股
    完成时限: 2025年9月

== stray-cell-k4.xlsx: 0
警告[I004]: 没有导入“核”
--> stray-cell-k4.xlsx › Sheet › K4
 |
建议: 确实需要的，写进“表名”“表注”或通知正文

共 0 处错误，1 处警告，0 处提示
机构名录中没有的单位有 2 个，核对后粘贴到 content/offices.yaml（已有“股室:”等各项的，只粘贴它下面各行）：

股室:
  - 办公室
  - 救灾股
表名: 某县重点工作分工表
列:
- 序号
- 工作任务
- 责任单位
- 完成时限
任务:
- 名称: 甲
  责任单位: 办公室
  完成时限: 6月
- 名称: 乙
  责任单位: 救灾股
  完成时限: 9月


"##]]
    );
}

/// A cell a million rows below a table is told and left out; the table is imported.
#[test]
fn a_stray_cell_does_not_keep_a_table_out() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("分工").unwrap();
    for (row, cells) in [["序号", "工作任务", "责任单位"], ["1", "甲", "办公室"]].iter().enumerate()
    {
        for (column, text) in cells.iter().enumerate() {
            sheet.write(u32::try_from(row).unwrap() + 1, u16::try_from(column).unwrap(), *text).unwrap();
        }
    }
    sheet.write(0, 0, "分工表").unwrap();
    sheet.write(1_048_575, 16_383, "误").unwrap();
    let project = Project::empty();
    project.write("a.xlsx", book.save_to_buffer().unwrap());
    let run = project.run(&["import", "a.xlsx"]);
    assert_snapshot!(
        format!("{}{}", run.stderr(), run.stdout()),
        str![[r#"
警告[I062]: 离表格很远的 1 个单元格没有导入，这里是“误”
--> a.xlsx › 分工 › XFD1048576
 |
建议: 不需要的，在工作簿里删去；需要的，移到表格里再导入

共 0 处错误，1 处警告，0 处提示
机构名录中没有的单位有 1 个，核对后粘贴到 content/offices.yaml（已有“股室:”等各项的，只粘贴它下面各行）：

股室:
  - 办公室
表名: 分工表
列:
- 序号
- 工作任务
- 责任单位
任务:
- 名称: 甲
  责任单位: 办公室

"#]]
    );
}

/// A handout that another program saved, in each of its formats, is the handout that went out.
#[test]
fn all_formats_are_one_handout() {
    let project = Project::clean();
    for name in ["handout.xlsx", "handout.xls", "handout.ods"] {
        project.write(&format!("交回/{name}"), file(name));
    }
    let run = project.run(&["collect", "交回"]);
    assert_snapshot!(
        format!("{}{}", run.stdout(), run.stderr()),
        str![[r#"
写入进展 0 份，已有 0 份
提示[C003]: 一行也没有填
--> 交回/handout.ods

提示[C003]: 一行也没有填
--> 交回/handout.xls

提示[C003]: 一行也没有填
--> 交回/handout.xlsx

共 0 处错误，0 处警告，3 处提示

"#]]
    );
}

#[test]
fn damage_makes_no_panic() {
    for seed in 0..200 {
        let (bytes, name) = workbooks::case(seed);
        workbooks::run(&bytes, &name);
    }
}

/// Reads one of the worst files, named on the standard input, in a process of its own.
#[test]
#[ignore = "the child of worst_files_take_little_memory"]
fn worst_file() {
    let mut number = String::new();
    std::io::stdin().lock().read_line(&mut number).unwrap();
    let (bytes, name) = worst(number.trim().parse().unwrap());
    let memory = || peak("self").unwrap_or_default();
    let before = memory();
    let imported =
        gongkai::read::import::import(&name, &bytes, None, gongkai::read::WorkbookLimits::default());
    let told: Vec<&str> = imported.report.findings().iter().map(|finding| finding.code.id).collect();
    println!("taken: {before} {} {told:?}", memory());
}

fn worst(number: usize) -> (Vec<u8>, String) {
    match number {
        0 => {
            let cell = r#"<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>甲</text:p></table:table-cell>"#;
            let row = format!(
                "<table:table-row table:number-rows-repeated=\"1000000000\">{cell}</table:table-row>"
            );
            (
                workbooks::ods(&format!("<table:table table:name=\"表\">{row}</table:table>")),
                "a.ods".to_owned(),
            )
        }
        1 => {
            let cells = "<c t=\"s\"><v>0</v></c>".repeat(16_000);
            let rows = format!("<row>{cells}</row>").repeat(10);
            let strings =
                format!("<sst uniqueCount=\"4000000000\"><si><t>{}</t></si></sst>", "甲".repeat(30_000));
            (workbooks::xlsx(&rows, &strings), "b.xlsx".to_owned())
        }
        _ => {
            let rows = "<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(20_000);
            let merged = "</sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells><sheetData>";
            (workbooks::xlsx(&format!("{rows}{merged}"), "<sst/>"), "c.xlsx".to_owned())
        }
    }
}

#[test]
fn a_workbook_beyond_the_limits_is_read_when_they_are_raised() {
    let cells = |texts: [&str; 3]| {
        texts.map(|text| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")).concat()
    };
    let rows = [["序号", "工作任务", "责任单位"], ["1", "甲", "办公室"]]
        .map(|texts| format!("<row>{}</row>", cells(texts)))
        .concat();
    // A sheet of 65 MiB.
    let padding = " ".repeat(65 << 20);
    let project = Project::empty();
    project.write("a.xlsx", workbooks::xlsx(&format!("{rows}{padding}"), "<sst/>"));
    let refused = project.run(&["import", "a.xlsx"]);
    assert_eq!(refused.code(), 1);
    assert_snapshot!(
        refused.stderr(),
        str![[r#"
错误[I061]: 这个工作簿太大：其中的“xl/worksheets/sheet1.xml”解压后超过 64 MiB
--> a.xlsx › Sheet
 |
建议: 把要用的表格复制到一个新的工作簿，只带有内容的行和列，保存后再用；整份都要用的，加上 --raise-limits 4

共 1 处错误，0 处警告，0 处提示

"#]]
    );
    let read = project.run(&["import", "a.xlsx", "--raise-limits", "2"]);
    assert_eq!(read.code(), 0);
    assert!(read.stdout().contains("名称: 甲"), "{}", read.stdout());
}

#[test]
#[cfg(target_os = "linux")]
fn worst_files_take_little_memory() {
    for number in 0..3 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["outside::worst_file", "--exact", "--ignored", "--nocapture"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        writeln!(child.stdin.take().unwrap(), "{number}").unwrap();
        let output = child.wait_with_output().unwrap();
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{number}: {told}");
        let taken = told.lines().find_map(|line| line.split("taken: ").nth(1)).unwrap();
        let most: u64 = taken.split(' ').nth(1).unwrap().parse().unwrap();
        assert!(most < 512 << 10, "{number}: {taken} KiB");
        // The first two are too large; of the third the merged range is cut to the rows that are filled.
        assert_eq!(taken.contains("I061"), number < 2, "{number}: {taken}");
    }
}
