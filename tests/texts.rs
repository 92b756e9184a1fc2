//! `gongkai check FILE…`: single texts without a project, and single files of a project.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;
use snapbox::str;

use crate::support::{NOTICE, Project, Run, assert_snapshot, program};

/// A paper as a clerk sends it, with mistakes in its words.
const PAPER: &str = "某市应急管理局
关于做好安全生产工作的通知

局机关各股室：
　　依据《中华人民共和国合同法》，现就有关事项通知如下：
　　一、提高认识
　　各股室要*认真*学习,贯彻落实。截止2024年8月底，完成约30家左右。
　　二、按时报送
　　联系电话13812345678，见附件3。
　　附件：1. 任务清单
　　　　　2. 名单

　　　　　　　　　　　　　　　　某市应急管理局
　　　　　　　　　　　　　　　　2024年8月1日
";

/// A folder without a project, with this file in it.
fn with(name: &str, bytes: impl AsRef<[u8]>) -> Project {
    let project = Project::empty();
    project.write(name, bytes);
    project
}

#[test]
fn a_text_is_judged_line_by_line() {
    let project = with("通知.txt", PAPER);
    let run = project.run(&["check", "通知.txt"]);
    assert_eq!((run.code(), run.stderr()), (1, String::new()));
    assert_snapshot!(
        run.stdout(),
        str![[r#"
错误[P003]: 公开的文字里有手机号码“138******78”
 --> 通知.txt:9:7
  |
9 | 　　联系电话***********，见附件3。
  |             ^^^^^^^^^^^
  |
建议: 删去，或遮去中间各位；依法必须公开并经批准的，在“放行”中写明

警告[W047]: 《合同法》2021年1月1日起已经废止
 --> 通知.txt:5:6
  |
5 | 　　依据《中华人民共和国合同法》，现就有关事项通知如下：
  |           ^^^^^^^^^^^^^^^^^^^^
  |
建议: 改引《民法典》的有关规定

警告[W004]: 中文里用了半角标点“,”
 --> 通知.txt:7:13
  |
7 | 　　各股室要*认真*学习,贯彻落实。截止2024年8月底，完成约30家左右。
  |                       ^
  |
建议: 改为“，”

警告[W038]: 日期前面应当用“截至”
 --> 通知.txt:7:19
  |
7 | 　　各股室要*认真*学习,贯彻落实。截止2024年8月底，完成约30家左右。
  |                                  ^^^^
  |
建议: 改为“截至”

警告[W039]: “约”和“左右”重复
 --> 通知.txt:7:32
  |
7 | 　　各股室要*认真*学习,贯彻落实。截止2024年8月底，完成约30家左右。
  |                                                       ^^^^^^^^^^
  |
建议: “约”“左右”只留一个

警告[W025]: 正文提到“附件3”，可是没有附件
 --> 通知.txt:9:20
  |
9 | 　　联系电话***********，见附件3。
  |                            ^^^^^
  |
建议: 改正序号，或者补上附件

共 1 处错误，5 处警告，0 处提示
不在项目里的文件，只检查文字和个人信息；要有整个项目才能检查的（机构名录、时限、进展、公开属性、网站）没有检查

"#]]
    );
    // In the encoding and with the line ends of Windows.
    let windows = PAPER.replace('\n', "\r\n");
    let (bytes, ..) = encoding_rs::GBK.encode(&windows);
    assert_eq!(project.write("通知.txt", bytes).run(&["check", "通知.txt"]).stdout(), run.stdout());
}

#[test]
fn a_word_paper_is_judged_paragraph_by_paragraph() {
    let project = Project::shipped();
    project.build();
    let bytes =
        std::fs::read(project.path(&format!("output/site/{NOTICE}/2024-yigui-liangfangan.docx"))).unwrap();
    let run = with("收到.docx", bytes).run(&["check", "收到.docx", "--lang", "en"]);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
warning[W008]: this paragraph has no full stop at its end
  --> 收到.docx:11:98
   |
11 | ... 会应急力量能力分级分类测评，增强应急处置的针对性实效性
   |                                                         ^^
   |
help: add 。 at the end

warning[W008]: the text runs on behind this heading, which needs a full stop
  --> 收到.docx:13:25
   |
13 | （七）完善乡镇（街道）、村（社区）应急处置组织体系强化责任体系建设，加强基层安全风险网格化管理。全面开展以有领...
   |                                                 ^^
   |
help: add 。 at the end

warning[W001]: the paper announces "实施" where the attachment's title says "措施"; they should be the same
  --> 收到.docx:20:25
   |
20 | 附件：2024年贯彻落实“一规划两方案”工作任务实施清单和责任分解表
   |                                           ^^^^
   |
  ::: 收到.docx:26:23
   |
26 | 2024年贯彻落实“一规划两方案” 工作任务措施清单和责任分解表
   |                                      ---- the attachment's title
   |
help: keep the right one and change the other

warning[W013]: 防汛抗行 is a typing mistake
  --> 收到.docx:44:104
   |
44 | ... 整治行动等相关专项工作加强非煤矿山、危化、工贸、防汛抗行、地质灾害、森林防灭火等方面推进隐患排查治理工作，...
   |                                                     ^^^^^^^^
   |
help: write "防汛抗旱"

warning[W007]: "中华人民共和国突发事件应对法" within a title stands in 〈〉
  --> 收到.docx:49:35
   |
49 | （1）利用平台大力宣传《中华人民共和国突发事件应对法》和《湖南省实施（中华人民共和国突发事件应对法）办法》
   |                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
help: write "〈中华人民共和国突发事件应对法〉"

warning[W005]: the day's name 5·12 has a middle dot between month and day
  --> 收到.docx:68:6
   |
68 | 2.结合“5.12”全国防灾减灾日，安全生产月，等特殊时间节点，组织系列集中宣传活动。
   |        ^^^^
   |
help: write "5·12"

warning[W012]: no "，" stands before 等
  --> 收到.docx:68:24
   |
68 | 2.结合“5.12”全国防灾减灾日，安全生产月，等特殊时间节点，组织系列集中宣传活动。
   |                                       ^^
   |
help: remove "，"

warning[W006]: a Chinese dash is “——”
  --> 收到.docx:98:120
   |
98 | ... 后续救援赢得宝贵时间。制定突发事件处置流程：事件发生--现场人员上报--预警初期研判（一般事件初期处置并反馈，...
   |                                                         ^^
   |
help: write "——"
and 2 more places:
  收到.docx:98:128, 98:160

note[W047]: 突发事件应对法 was revised on 2024-06-28; the new version is in force from 2024-11-01, while the tasks run
  --> 收到.docx:49:13
   |
49 | （1）利用平台大力宣传《中华人民共和国突发事件应对法》和《湖南省实施（中华人民共和国突发事件应对法）办法》
   |                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
help: compare cited articles with the new version

0 errors, 10 warnings, 1 note
Of files outside a project only words and personal data are judged; what needs a project (offices, deadlines, reports, disclosure, the site) was skipped

"#]]
    );
}

/// Numbers in parts that the text of a Word document does not show.
#[test]
fn parts_of_a_word_document_that_its_text_does_not_show() {
    let cases = crate::support::repository().join("tests/attached/files");
    let mut found = String::new();
    for name in ["id-number-in-header.docx", "id-number-in-footnote.docx"] {
        let project = with(name, std::fs::read(cases.join(name)).unwrap());
        for lang in ["zh", "en"] {
            found += project.run(&["check", name, "--lang", lang]).stdout().lines().next().unwrap();
            found.push('\n');
        }
    }
    assert_snapshot!(
        found,
        str![[r#"
错误[P001]: 页眉有身份证号码“430*************37”
error[P001]: an identity number in 页眉: 430*************37
错误[P001]: 脚注有身份证号码“430*************37”
error[P001]: an identity number in 脚注: 430*************37

"#]]
    );
}

#[test]
fn a_saved_page() {
    let page = "<!DOCTYPE html>\n<html><head><title>关于甲的通知</title></head><body>\n<div id=\"zoom\">\n\
        <p>关于做好防汛工作的通知</p>\n<p>各股室：</p>\n<p>一、加强<b>防汛</b>抗行工作。</p>\n\
        <p>依据《中华人民共和国合同法》办理,按时报送。</p>\n</div></body></html>\n";
    let run = with("页面.html", page).run(&["check", "页面.html"]);
    assert_eq!(run.code(), 0);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
警告[W013]: “防汛抗行”是错别字
 --> 页面.html:3:5
  |
3 | 一、加强防汛抗行工作。
  |         ^^^^^^^^
  |
建议: 改为“防汛抗旱”

警告[W047]: 《合同法》2021年1月1日起已经废止
 --> 页面.html:4:4
  |
4 | 依据《中华人民共和国合同法》办理,按时报送。
  |       ^^^^^^^^^^^^^^^^^^^^
  |
建议: 改引《民法典》的有关规定

警告[W004]: 中文里用了半角标点“,”
 --> 页面.html:4:17
  |
4 | 依据《中华人民共和国合同法》办理,按时报送。
  |                                 ^
  |
建议: 改为“，”

共 0 处错误，3 处警告，0 处提示
不在项目里的文件，只检查文字和个人信息；要有整个项目才能检查的（机构名录、时限、进展、公开属性、网站）没有检查

"#]]
    );
}

#[test]
fn markdown_with_and_without_fields() {
    let project = Project::empty();
    project.write("a.md", "# 工作总结\n\n截止2024年8月底，监查,\n\n---\n\n- 甲（乙\n");
    project.write("b.md", "---\n股室: 危化股\n日期: 2024-09-30\n---\n\n三季度约30家左右。\n");
    project.write(
        "c.md",
        "---\n标题: 关于甲的请示报告\n发文机关: 某局\n成文日期: 2024-13-01\n标题: 乙\n---\n\n特此通知。\n",
    );
    project.write("content/wording.yaml", "词语:\n  - {错: 监查, 对: 监察}\n");
    let run = project.run(&["check", "a.md", "b.md", "c.md"]);
    assert_eq!(run.code(), 1);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
错误[R007]: “2024-13-01”不是有效的日期
 --> c.md:4:7
  |
4 | 成文日期: 2024-13-01
  |           ^^^^^^^^^^
  |
建议: 写成“2024-08-01”的样子，月、日各两位

错误[R008]: “标题”写了两次
 --> c.md:5:1
  |
5 | 标题: 乙
  | ^^^^
  |
 ::: c.md:2:1
  |
2 | 标题: 关于甲的请示报告
  | ---- 第一次在这里
  |
建议: 留下一个，删去另一个

警告[W038]: 日期前面应当用“截至”
 --> a.md:3:1
  |
3 | 截止2024年8月底，监查,
  | ^^^^
  |
建议: 改为“截至”

警告[W013]: “监查”是错别字
 --> a.md:3:12
  |
3 | 截止2024年8月底，监查,
  |                  ^^^^
  |
建议: 改为“监察”

警告[W004]: 中文里用了半角标点“,”
 --> a.md:3:14
  |
3 | 截止2024年8月底，监查,
  |                      ^
  |
建议: 改为“，”

警告[W008]: 段末没有句号
 --> a.md:3:14
  |
3 | 截止2024年8月底，监查,
  |                      ^
  |
建议: 改为“。”

警告[W027]: 标点 （ 没有配对的 ）
 --> a.md:7:4
  |
7 | - 甲（乙
  |     ^^
  |
建议: 补上 ） ，或者删去 （

警告[W039]: “约”和“左右”重复
 --> b.md:6:4
  |
6 | 三季度约30家左右。
  |       ^^^^^^^^^^
  |
建议: “约”“左右”只留一个

警告[W032]: 标题用了两个文种：“请示报告”
 --> c.md:2:5
  |
2 | 标题: 关于甲的请示报告
  |       ^^^^^^^^^^^^^^^^
  |
建议: 只用一个：“请示”或“报告”

警告[W033]: 标题是报告，结尾“特此通知”是通知用的
 --> c.md:8:1
  |
8 | 特此通知。
  | ^^^^^^^^
  |
建议: 改结尾，或者改标题的文种

共 2 处错误，8 处警告，0 处提示
不在项目里的文件，只检查文字和个人信息；要有整个项目才能检查的（机构名录、时限、进展、公开属性、网站）没有检查

"#]]
    );
}

#[test]
fn standard_input_in_every_form() {
    let given = |arguments: &[&str], text: &str| {
        let mut command = program();
        command.args(["check", "-", "--today", "2024-09-01"]).args(arguments);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        Run::of(child.wait_with_output().unwrap())
    };
    let text = "截止2024年8月底，完成三项。\n";
    let run = given(&["--format", "github"], text);
    assert_eq!(run.code(), 0);
    assert_snapshot!(
        run.stdout() + &run.stderr(),
        str![[r#"
::warning file=标准输入,line=1,endLine=1,col=1,endColumn=3,title=W038 cut-off-word::日期前面应当用“截至”%0A建议: 改为“截至”
不在项目里的文件，只检查文字和个人信息；要有整个项目才能检查的（机构名录、时限、进展、公开属性、网站）没有检查

"#]]
    );
    let json: Value = serde_json::from_str(&given(&["--format", "json"], text).stdout()).unwrap();
    let first = &json["findings"][0];
    assert_eq!(
        (&first["code"], &first["line"], &first["end_column"]),
        (&"W038".into(), &1.into(), &3.into())
    );
    let sarif: Value = serde_json::from_str(&given(&["--format", "sarif"], text).stdout()).unwrap();
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["region"]["startColumn"], 1, "{place}");
    assert_eq!(given(&["--deny", "warnings"], text).code(), 1);
    assert_eq!(given(&["--only", "W001"], text).code(), 0);
    let fields = given(&[], "---\n标题: 关于甲的通知\n---\n截止2024年8月底。\n").stdout();
    assert!(fields.contains("--> 标准输入:4:1"), "{fields}");
    let nothing = given(&[], "").stdout();
    assert_snapshot!(
        nothing,
        str![[r#"
错误[I070]: 这个文件是空的
--> 标准输入
 |
建议: 重新保存或者复制原来的文件；没有的，请重新索取

共 1 处错误，0 处警告，0 处提示
不在项目里的文件，只检查文字和个人信息；要有整个项目才能检查的（机构名录、时限、进展、公开属性、网站）没有检查

"#]]
    );
}

#[test]
fn files_that_cannot_be_judged() {
    let project = Project::empty();
    let books = crate::support::repository().join("tests/workbooks");
    project.write("a.docx", "这不是文档").write("b.pdf", "%PDF-1.4\n").write("c.docx", [0; 300]);
    project.write("d.docx", std::fs::read(books.join("number-formats-58.xlsx")).unwrap());
    let run = project.run(&["check", "b.pdf", "c.docx", "d.docx"]);
    assert_eq!(run.code(), 1);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
错误[I070]: 这个文件的内容是“PDF”，不是 docx 文档、网页或文本
--> b.pdf
 |
建议: PDF 里只有排好的版面：请用原来的 Word 文件；没有的，在 Word 或 WPS 中打开，转换成“Word 文档（.docx）”，逐字核对后再用

错误[I070]: 这个文件里全是空字节，没有保存或者复制完整
--> c.docx
 |
建议: 重新保存或者复制原来的文件；没有的，请重新索取

错误[I070]: 这个文件的内容是“Excel 工作簿”，不是 docx 文档、网页或文本
--> d.docx
 |
建议: 责任分解表用 gongkai import 转成 tasks.yaml，放进项目里检查

共 3 处错误，0 处警告，0 处提示
不在项目里的文件，只检查文字和个人信息；要有整个项目才能检查的（机构名录、时限、进展、公开属性、网站）没有检查

"#]]
    );
    let missing = project.run(&["check", "没有.docx"]);
    assert_eq!((missing.code(), missing.stdout()), (2, String::new()));
    assert_snapshot!(
        missing.stderr(),
        str![[r#"
错误: 无法读取“没有.docx”：它不存在

"#]]
    );
    assert_eq!(project.run(&["check", "a.docx", "--fix"]).code(), 2);
}

/// A file of a project is judged with its project, and only its findings are shown.
#[test]
fn a_file_of_a_project() {
    let project = Project::shipped();
    let file = format!("content/{NOTICE}/notice.md");
    let run = project.run(&["check", &file, "--only", "W001,W013,S002"]);
    assert_eq!(run.code(), 0);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
警告[W001]: 附件说明写的是“实施”，附件标题写的是“措施”，两处应当一致
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:9:30
  |
9 |     名称: 2024年贯彻落实“一规划两方案”工作任务实施清单和责任分解表
  |                                               ^^^^
  |
 ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:2:26
  |
2 | 表名: 2024年贯彻落实“一规划两方案”工作任务措施清单和责任分解表
  |                                           ---- 附件标题
  |
建议: 以正式名称为准，改另一处

警告[S002]: “7月29日前”早于成文日期2024年8月1日
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:42:100
   |
42 | ... 施落实落地。各股室、二级机构责任人、联络人名单于7月29日前报局法制股。
   |                                                     ^^^^^^^^^
   |
  ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:5:7
   |
 5 | 成文日期: 2024-08-01
   |           ---------- 成文日期
   |
建议: 改为成文之后的日期，或核对年份

共 0 处错误，2 处警告，0 处提示（另有3处没有列出）

"#]]
    );
    // From another folder, and beside a text of no project.
    let other = with("甲.txt", "截止2024年8月底。\n");
    let whole = project.path(&file);
    let both =
        other.run(&["check", whole.to_str().unwrap(), "甲.txt", "--only", "S002,W038", "--format", "github"]);
    let lines: Vec<String> = both.stdout().lines().map(str::to_owned).collect();
    let has = |line: usize, words: &str| lines[line].contains(words);
    assert!(has(0, "/notice.md,line=42") && has(1, "file=甲.txt,line=1"), "{lines:?}");
    assert_eq!(lines.len(), 2);
    // Errors of other files are not those of this one.
    project.write("content/site.yaml", "名称: [\n");
    assert_eq!(project.run(&["check", &file]).code(), 0);
}
