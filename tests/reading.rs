//! Broken input: each mistake is found at its place, and nothing ever panics.

use std::fmt::Write;
use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use gongkai::read::{Content, Memory, discover, discover_again, project};
use jiff::civil::date;
use snapbox::str;

use crate::support::{NOTICE, Project, assert_snapshot};

#[path = "campaign/projects.rs"]
#[allow(dead_code, reason = "the campaign also writes what it tried")]
mod projects;

/// Output of `check`, and its exit code.
fn check(project: &Project) -> String {
    let run = project.run(&["check"]);
    format!("{}{}[{}]", run.stdout(), run.stderr(), run.code())
}

#[test]
fn no_project() {
    let project = Project::empty();
    assert_snapshot!(
        check(&project),
        str![[r#"
错误: “.”下没有 content 文件夹。请在项目文件夹里运行，或用 --root 指明项目文件夹
[2]
"#]]
    );
    project.write("content", "a file");
    assert_snapshot!(
        check(&project),
        str![[r#"
错误: “.”下没有 content 文件夹。请在项目文件夹里运行，或用 --root 指明项目文件夹
[2]
"#]]
    );
}

/// Text that YAML would lose or change without a word, and mistakes that it explains badly.
#[test]
fn yaml_that_loses_words() {
    let project = Project::clean();
    let path = format!("content/{NOTICE}/tasks.yaml");
    let mut all = String::new();
    for (what, tasks) in [
        ("a comment", "  - 名称: 甲\n    要求: 第1 #2 项\n"),
        ("only a comment", "  - 名称: 甲\n    要求: # 乙\n"),
        ("a number sign", "  - 名称: 甲\n    要求: 印发年度 # 1号应急演练计划。\n"),
        ("a comment on its own", "  - 名称: 甲 # 已核对。\n"),
        ("folded at digits", "  - 名称: 甲\n    要求: 印发2025\n      年演练计划。\n"),
        ("a block that keeps feeds", "  - 名称: 甲\n    要求: |+\n      开展检查。\n\n"),
        ("a block with an indentation", "  - 名称: 甲\n    要求: |2\n      开展检查。\n"),
        ("a folded block", "  - 名称: 甲\n    要求: >\n      开展检查。\n"),
        ("one space too many", "  - 名称: 甲\n     要求: 乙\n"),
        ("wide spaces", "  - 名称: 甲\n　　要求: 乙\n"),
        ("a comment in brackets", "  - 名称: 甲\n    责任股室: [办公室, 救灾股 #二]\n"),
        ("an anchor", "  - 名称: &甲 乙\n"),
        ("another document", "  - 名称: 甲\n---\n任务: 乙\n"),
        ("behind the end", "  - 名称: 甲\n...\n乙\n"),
        ("folded", "  - 名称: 甲\n    要求: 开展检查，\n      抓好整改。\n"),
        ("a block", "  - 名称: 甲\n    要求: |\n      开展检查。\n"),
        ("no space behind a colon", "  - 名称:甲\n    要求: 乙\n"),
        ("no space behind a dash", "  -名称: 甲\n    要求: 乙\n"),
        ("an open quotation", "  - 名称: \"甲\n    要求: 乙\n"),
        ("text behind a quotation", "  - 名称: \"甲\"乙\n"),
        ("a colon in a text", "  - 名称: 甲: 乙\n"),
        ("a bracket", "  - 名称: [甲\n    要求: 乙\n"),
        ("a mark", "  - 名称: @甲\n"),
        ("indentation", "  - 名称: 甲\n   要求: 乙\n"),
    ] {
        project.write(&path, format!("表名: 任务清单\n任务:\n{tasks}"));
        let json: serde_json::Value =
            serde_json::from_str(&project.run(&["check", "--format", "json"]).stdout()).unwrap();
        writeln!(all, "{what}").unwrap();
        for finding in json["findings"].as_array().unwrap() {
            if finding["code"].as_str().unwrap().starts_with('R') {
                let text = |key: &str| finding[key]["zh"].as_str().unwrap_or_default().to_owned();
                let (line, fix) = (&finding["line"], finding["fix"]["text"].as_str().unwrap_or("-"));
                writeln!(all, "  {line}: {}。{}。{fix}", text("message"), text("help")).unwrap();
            }
        }
    }
    assert_snapshot!(
        all,
        str![[r#"
a comment
  4: “#”后面的文字会被当作注释而丢掉。给整段文字加引号；确是注释的，写在单独一行。-
only a comment
  4: “#”后面的文字会被当作注释而丢掉。给整段文字加引号；确是注释的，写在单独一行。-
a number sign
  4: “#”后面的文字会被当作注释而丢掉。给整段文字加引号；确是注释的，写在单独一行。-
a comment on its own
folded at digits
  4: 文字折了行，接起来时会多出一个空格。写在一行里；要分行印出的，用“|-”。印发2025年演练计划。
a block that keeps feeds
  4: “|”写的文字末尾带一个空行。改为“|-”。|-
a block with an indentation
  4: “|2”写的文字末尾带一个空行。改为“|2-”。|2-
a folded block
  4: “>”写的文字末尾带一个空行。改为“>-”。>-
one space too many
  4: 行首有5个空格，与上面同级的行没有对齐。行首改为4个空格。-
wide spaces
  4: 行首用了全角空格。改为半角空格，与同级的行对齐。    
a comment in brackets
  4: “#”后面的文字会被当作注释而丢掉。给整段文字加引号；确是注释的，写在单独一行。-
an anchor
  3: 不支持 YAML 的锚点、别名和标签（& * !）。直接写出内容；如果是以 & * ! 开头的文字，请加引号。-
another document
  5: “---”或“...”后面的内容不会读入。删去这一行，或者把后面的内容移到别的文件。-
behind the end
  5: “---”或“...”后面的内容不会读入。删去这一行，或者把后面的内容移到别的文件。-
folded
  4: 文字折了行，接起来时会多出一个空格。写在一行里；要分行印出的，用“|-”。开展检查，抓好整改。
a block
  4: “|”写的文字末尾带一个空行。改为“|-”。|-
no space behind a colon
  3: 项目名的冒号后面没有空格。冒号后面加一个空格“: ”。: 
no space behind a dash
  3: 列表项的横线后面没有空格。横线后面加一个空格“- ”。- 
an open quotation
  3: 引号 " 没有成对。在文字末尾补上 "，或者删去前面的。-
text behind a quotation
  3: 引号后面还有文字。引号要把整段文字括起来；引号要印出的，用“”。-
a colon in a text
  3: 文字里的“: ”会被当作项目名的冒号。整段文字加引号，或者用全角冒号“：”。"甲: 乙"
a bracket
  3: 括号 [ 没有成对。补上另一半；括号确属文字的，整段加引号。-
a mark
  3: 文字不能以“@”开头。整段文字加引号。"@甲"
indentation
  4: 行首有3个空格，与上面同级的行没有对齐。行首改为4个空格。-

"#]]
    );
}

/// All that was understood and found.
fn understood(content: Content) -> String {
    format!("{:?}", project(content, date(2024, 12, 31)))
}

/// A cached text is equal to the text parsed anew, with its mistakes and at its places, whatever becomes of it
/// and of those before it.
#[test]
fn what_is_remembered_is_what_stands_there() {
    let project = Project::shipped();
    let (root, memory) = (project.path("."), Memory::default());
    let path = |name: &str| format!("content/{NOTICE}/{name}");
    let original = fs::read_to_string(project.path(&path("tasks.yaml"))).unwrap();
    let note = "---\n股室: 危化股\n事项: 1.1\n填报日期: 2024-09-30\n状态: 进行中\n---\n\n已办。\n";
    let changes = [
        ("tasks.yaml", original.replace("责任股室: 救灾股", "责任股室: 救灾处")),
        ("tasks.yaml", original.replace("责任股室: 救灾股", "责任股室 救灾股")),
        ("tasks.yaml", original.clone()),
        // The files behind it get other numbers.
        ("progress/0.md", note.to_owned()),
        ("progress/0.md", note.replace("---\n股室", "---\n\n股室")),
        ("progress/0.md", note.replace("股室: 危化股\n", "")),
        ("progress/00.md", note.replace("1.1", "9.9")),
    ];
    for (name, text) in changes {
        project.write(&path(name), &text);
        for time in ["first", "again"] {
            let shown = understood(discover_again(&root, &memory).unwrap());
            assert!(shown == understood(discover(&root).unwrap()), "{time}, {name}: {text}");
        }
    }
    for name in ["progress/0.md", "progress/00.md"] {
        fs::remove_file(project.path(&path(name))).unwrap();
        assert!(understood(discover_again(&root, &memory).unwrap()) == understood(discover(&root).unwrap()));
    }
}

/// The preview does not read what nobody touched since; what may have been touched unnoticed it does.
#[test]
fn a_text_is_read_again_when_it_may_be_another() {
    let project = Project::shipped();
    let (root, note) = (project.path("."), format!("content/{NOTICE}/progress/甲.md"));
    let write = |text: &str, written: SystemTime| {
        project.write(&note, text);
        File::options().write(true).open(project.path(&note)).unwrap().set_modified(written).unwrap();
    };
    let memory = Memory::default();
    let shown = || understood(discover_again(&root, &memory).unwrap());
    let written = || understood(discover(&root).unwrap());
    let (now, minute) = (SystemTime::now(), Duration::from_mins(1));

    write("甲", now - 3 * minute);
    let first = shown();
    assert_eq!(first, written());
    write("乙", now - 3 * minute);
    assert_ne!(first, written());
    assert_eq!(first, shown(), "as long and as old: not read");
    write("丙", now - 2 * minute);
    assert_eq!(shown(), written(), "younger");
    write("丁丁", now - 2 * minute);
    assert_eq!(shown(), written(), "longer");
    write("戊戊", now - 9 * minute);
    assert_eq!(shown(), written(), "older, such as a copy that was put back");
    fs::remove_file(project.path(&note)).unwrap();
    assert_eq!(shown(), written(), "gone");

    // Later than now: however long a busy machine takes until it reads.
    write("己", now + minute);
    assert_eq!(shown(), written());
    write("庚", now + minute);
    assert_eq!(
        shown(),
        written(),
        "written just now, and perhaps once more within the same tick of the clock"
    );
}

#[test]
fn empty_content() {
    let project = Project::empty();
    fs::create_dir(project.path("content")).unwrap();
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R009]: 缺少文件“site.yaml”
--> content/

错误[R009]: 缺少文件“offices.yaml”
--> content/

共 2 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn a_missing_file() {
    let project = Project::clean();
    fs::remove_file(project.path(&format!("content/{NOTICE}/tasks.yaml"))).unwrap();
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R009]: 找不到文件“tasks.yaml”
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:8:8
  |
8 |   - 表: tasks.yaml
  |         ^^^^^^^^^^
  |
建议: 核对文件名，大小写要一致；供下载的文件放在通知旁边的 files 文件夹里，写成“files/…”

共 1 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn a_folder_in_place_of_a_file() {
    let project = Project::clean();
    for path in ["content/site.yaml", &format!("content/{NOTICE}/tasks.yaml")] {
        fs::remove_file(project.path(path)).unwrap();
        fs::create_dir(project.path(path)).unwrap();
    }
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R010]: “gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml”应当是文件
--> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml/

错误[R010]: “site.yaml”应当是文件
--> content/site.yaml/

共 2 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn bytes_that_are_no_text() {
    let project = Project::clean();
    // 名称: 公开 in GB18030, as an old editor saves it.
    project.write("content/gongkai-lingyu/column.yaml", b"\xc3\xfb\xb3\xc6: \xb9\xab\xbf\xaa\n");
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R001]: 这个文件的编码是 GBK（GB18030），应当是 UTF-8
 --> content/gongkai-lingyu/column.yaml:1:1
  |
1 | 名称: 公开
  | ^^
  |
建议: 用记事本打开，“另存为”时把编码选为 UTF-8

提示[L005]: 栏目“公开”没有说明和类型，网页标签 ColumnDescription、ColumnType 缺内容
 --> content/gongkai-lingyu/column.yaml:1:5
  |
1 | 名称: 公开
  |       ^^^^
  |
建议: 加上“说明: …”“类型: …”两行：一句话说明栏目内容，并写明栏目类型，如政策文件、信息公开目录

共 1 处错误，0 处警告，1 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_fine() {
    let project = Project::clean();
    for path in
        ["content/site.yaml", &format!("content/{NOTICE}/notice.md"), &format!("content/{NOTICE}/tasks.yaml")]
    {
        let text = fs::read_to_string(project.path(path)).unwrap();
        project.write(path, format!("\u{feff}{}", text.replace('\n', "\r\n")));
    }
    let plain = Project::clean().build().files("output/site");
    let windows = project.build().files("output/site");
    assert_eq!(windows, plain);
}

#[test]
fn every_mistake_of_a_file_is_found_in_one_run() {
    let project = Project::clean();
    let notice = format!("content/{NOTICE}/notice.md");
    project.change(&notice, "成文日期: 2024-08-01", "成文日期: 2024年8月1日\n成文日期: 2024-08-01");
    project.change(&notice, "主送: ", "主 送: ");
    project.change(&notice, "标题: 关于", "标题:\n  - 关于");
    project.change(&notice, "{{任务要求}}", "{{任务}}");
    project.change(&notice, "- 表: tasks.yaml", "- 表: tasks.yaml\n    文件: x.pdf");
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R006]: 这里应当是一段文字
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:3:5
  |
3 |   - 关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

错误[R004]: 没有“主 送”这一项
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:5:1
  |
5 | 主 送: 局机关各股室、二级机构
  | ^^^^^
  |
建议: 是否想写“主送”？

错误[R007]: “2024年8月1日”不是有效的日期
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:6:7
  |
6 | 成文日期: 2024年8月1日
  |           ^^^^^^^^^^^^
  |
建议: 写成“2024-08-01”的样子，月、日各两位

错误[R008]: “成文日期”写了两次
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:7:1
  |
7 | 成文日期: 2024-08-01
  | ^^^^^^^^
  |
 ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:6:1
  |
6 | 成文日期: 2024年8月1日
  | -------- 第一次在这里
  |
建议: 留下一个，删去另一个

错误[R005]: “表、文、文件”应写且只写一项
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:10:5
   |
10 |   - 表: tasks.yaml
   |     ^^

错误[R011]: 不认识的占位“{{任务}}”
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:32:1
   |
32 | {{任务}}
   | ^^^^^^^^
   |
建议: 可用的占位是单独一行的“{{任务要求}}”

警告[R019]: 通知没有提到“tasks.yaml”，它不会公开
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:1:1
  |
1 | # 责任分解表：每项任务一条“名称”，正文里的要求写在“要求”，各项举措写在“举措”。
  | ^
  |
建议: 在 notice.md 的“附件”里写“表: tasks.yaml”；不要的，移到 content 外面

共 6 处错误，1 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

/// 标题 is for a 文: a table has its own, and a file has none.
#[test]
fn titles_of_attachments() {
    let project = Project::clean();
    let notice = format!("content/{NOTICE}/notice.md");
    let table = "  - 表: tasks.yaml\n";
    let file = "  - 文件: files/a.txt\n    名称: 登记表\n    标题: 情况登记表\n";
    project.write(&format!("content/{NOTICE}/files/a.txt"), "登记\n");
    project.change(&notice, table, &format!("{file}{table}    标题: 任务措施清单\n"));
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R004]: “标题”只用于“文”，这个附件没有“文”
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:10:9
   |
10 |     标题: 情况登记表
   |           ^^^^^^^^^^
   |
建议: 删去这一行；名称写在“名称”里

错误[R004]: “标题”只用于“文”，这个附件没有“文”
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:12:9
   |
12 |     标题: 任务措施清单
   |           ^^^^^^^^^^^^
   |
建议: 表的标题写在表的“表名”里

共 2 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn one_bad_record_does_not_hide_the_next() {
    let project = Project::clean();
    let tasks = format!("content/{NOTICE}/tasks.yaml");
    project.change(
        &tasks,
        "      - 编号: \"（1）\"\n        内容: 进一步做好",
        "      - 编号: \"（1）\"\n        内容: [进一步做好]\n        内容容: 进一步做好",
    );
    project.change(&tasks, "        责任股室: 救灾股", "        责任故室: 救灾股");
    project.change(&tasks, "- {列: 工作举措, 表头", "- {列: 工作举措, 类型: 举错, 表头");
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R014]: 不认识“举错”
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:7:19
  |
7 |   - {列: 工作举措, 类型: 举错, 表头: 相应的工作举措（含可供检验的工作成果）}
  |                          ^^^^
  |
建议: 是否想写“举措”？

错误[R006]: 这里应当是一段文字
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:15:13
   |
15 |         内容: [进一步做好]
   |               ^^^^^^^^^^^^

错误[R004]: 没有“内容容”这一项
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:16:9
   |
16 | ...   内容容: 进一步做好非煤矿山双重预防机制工作。有效防范化解非煤矿山重大安全风险，监督指导企业认真履行“生产经...
   |       ^^^^^^
   |
建议: “内容”已经写了；这一行核对后删去

错误[R004]: 没有“责任故室”这一项
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:47:9
   |
47 |         责任故室: 救灾股
   |         ^^^^^^^^
   |
建议: 是否想写“责任股室”？

共 4 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn front_matter_has_to_be_there() {
    let project = Project::clean();
    project.write(&format!("content/{NOTICE}/notice.md"), "---\n标题: 通知\n");
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R003]: 开头的“---”没有另一行“---”来结束
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:1:1
  |
1 | ---
  | ^
  |
建议: 第一行写“---”，接着写标题、成文日期等，再以一行“---”结束

共 1 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
    project.write(&format!("content/{NOTICE}/notice.md"), "# 通知\n");
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R003]: 文件开头应有夹在两行“---”之间的信息
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:1:1
  |
1 | # 通知
  | ^
  |
建议: 第一行写“---”，接着写标题、成文日期等，再以一行“---”结束

共 1 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn yaml_that_cannot_be_read() {
    let project = Project::clean();
    project.write("content/site.yaml", "名称: 甲\n 主办单位: 乙\n");
    project.write("content/offices.yaml", "股室: &a [*a]\n");
    project.write("content/gongkai-lingyu/column.yaml", format!("名称: {}\n", "[".repeat(10_000)));
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R002]: 括号 [ 没有成对
 --> content/gongkai-lingyu/column.yaml:1:5
  |
1 | 名称: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[...
  |       ^
  |
建议: 补上另一半；括号确属文字的，整段加引号

错误[R013]: 不支持 YAML 的锚点、别名和标签（& * !）
 --> content/offices.yaml:1:5
  |
1 | 股室: &a [*a]
  |       ^^^^
  |
建议: 直接写出内容；如果是以 & * ! 开头的文字，请加引号

错误[R002]: 行首有1个空格，与上面同级的行没有对齐
 --> content/site.yaml:2:2
  |
2 |  主办单位: 乙
  |  ^^^^^^^^^^^^
  |
建议: 行首改为0个空格

共 3 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn content_outside_of_columns() {
    let project = Project::clean();
    project.write("content/散件/通知/notice.md", "---\n标题: 甲\n---\n");
    project.write("content/散件/深/column.yaml", "名称: 深\n");
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R012]: 上级文件夹不是栏目，此处内容不会公开
 --> content/散件/深/column.yaml:1:1
  |
1 | 名称: 深
  | ^^
  |
建议: 在上级文件夹中放一个 column.yaml，写明“名称: …”

错误[R012]: 上级文件夹不是栏目，此处内容不会公开
 --> content/散件/通知/notice.md:1:1
  |
1 | ---
  | ^
  |
建议: 在上级文件夹中放一个 column.yaml，写明“名称: …”

警告[L002]: 栏目“深”是空的
 --> content/散件/深/column.yaml:1:5
  |
1 | 名称: 深
  |       ^^
  |
建议: 发布内容，或者撤下栏目

提示[L005]: 栏目“深”没有说明和类型，网页标签 ColumnDescription、ColumnType 缺内容
 --> content/散件/深/column.yaml:1:5
  |
1 | 名称: 深
  |       ^^
  |
建议: 加上“说明: …”“类型: …”两行：一句话说明栏目内容，并写明栏目类型，如政策文件、信息公开目录

共 2 处错误，1 处警告，1 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let project = Project::clean();
    std::os::unix::fs::symlink("/etc", project.path("content/gongkai-lingyu/etc")).unwrap();
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R010]: “gongkai-lingyu/etc”应当是文件
--> content/gongkai-lingyu/etc

共 1 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_the_system_does_not_let_us_read() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let project = Project::clean();
    let (site, program) = (project.path("content/site.yaml"), project.path("program"));
    // Copied by another process: one that forks meanwhile would keep a file of ours open for writing.
    let copied = std::process::Command::new("cp")
        .args([env!("CARGO_BIN_EXE_gongkai").as_ref(), program.as_os_str()])
        .status();
    assert!(copied.unwrap().success());
    fs::set_permissions(project.path(""), fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(&site, fs::Permissions::from_mode(0o000)).unwrap();
    let mut command = std::process::Command::new(program);
    command.current_dir(project.path("")).args(["check", "--lang", "zh"]);
    if fs::read(&site).is_ok() {
        // An administrator may read everything; the program then runs as nobody.
        command.uid(65_534);
    }
    let output = command.output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("无法读取“./content/site.yaml”"), "{told}");
}

#[test]
fn names_that_no_address_can_have() {
    let project = Project::clean();
    project.write("content/gongkai-lingyu/a:b/column.yaml", "名称: 甲\n");
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R015]: “a:b”不能用作网址的一部分
--> content/gongkai-lingyu/a:b
 |
建议: 换一个名字：不用 \ / : * ? " < > | 和控制字符，不以空格或点开头、结尾

共 1 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn names_that_windows_or_the_site_cannot_have() {
    let project = Project::clean();
    project.write("content/con/column.yaml", "名称: 甲\n");
    project.write("content/gongkai-lingyu/index.html/column.yaml", "名称: 乙\n");
    for name in ["A.txt", "a.txt", "nul.txt"] {
        project.write(&format!("content/{NOTICE}/files/{name}"), "甲");
    }
    let printed = check(&project);
    let found: Vec<&str> =
        printed.lines().filter(|line| line.starts_with("错误[R015]") || line.starts_with("--> ")).collect();
    let notice = NOTICE;
    assert_eq!(
        found,
        [
            "错误[R015]: Windows 不能有名叫“con”的文件",
            "--> content/con",
            "错误[R015]: Windows 不能有名叫“nul.txt”的文件",
            &format!("--> content/{notice}/files/nul.txt"),
            "错误[R015]: 文件夹“index.html”与网页同名",
            "--> content/gongkai-lingyu/index.html",
            &format!(
                "错误[R015]: “{notice}/files/a.txt”与“{notice}/files/A.txt”只有大小写不同，会占同一个网址"
            ),
            &format!("--> content/{notice}/files/a.txt"),
        ]
    );
}

#[test]
fn twenty_mistakes_in_one_file_are_twenty_findings() {
    let project = Project::clean();
    let tasks = format!("content/{NOTICE}/tasks.yaml");
    for (from, to) in [
        ("表名: ", "表 名: "),
        ("填报单位: \"\"", "填报单位: [甲, 乙]"),
        ("  - 序号\n", "  - {列: 序号, 类型: 序好}\n"),
        ("- {列: 工作举措, 表头", "- {列: 工作举措, 表投"),
        ("[非煤矿山股, 危化股, 工贸股]", "[非煤矿山故, 危化古，工贸股]"),
        ("        责任股室: 救灾股\n", "        责任故室: 救灾股\n"),
        ("        责任股室: [法规股, 政工党建办]\n", ""),
        ("完成时限: 2024年12月\n  - 名称: 加强突发", "完成时限: 2023年12月\n  - 名称: 加强突发"),
        ("  - 名称: 健全应急管理预案体系", "  - 名称: 健全应急管理预案体系\n    名称: 健全"),
        ("  - 名称: 增强依法防范风险意识", "  - 称名: 增强依法防范风险意识"),
        ("  - 名称: 推行突发事件分级分类管理", "  - 名称: #推行突发事件分级分类管理"),
        ("  - 名称: 提升突发事件", "  - － 名称: 甲\n    名称: 提升突发事件"),
        ("内容: 积极组织、协调", "内容: {甲: 积极组织、协调}\n        备注: 甲\n        x: "),
        ("“3720055、3769918”", "“3720055、13812345678”"),
        ("5·12", "5.12"),
        ("——现场", "--现场"),
    ] {
        project.change(&tasks, from, to);
    }
    let printed = check(&project);
    let lines: Vec<&str> = printed.lines().collect();
    let found = lines.windows(2).filter(|pair| pair[0].contains("]: ")).map(|pair| {
        let place = pair[1].rsplit_once(".yaml:").or_else(|| pair[1].rsplit_once(".md:")).unwrap().1;
        format!("{place} {}", pair[0])
    });
    assert_snapshot!(
        found.collect::<Vec<_>>().join("\n"),
        str![[r#"
2:1 错误[R004]: 没有“表 名”这一项
3:8 错误[R006]: 这里应当是一段文字
5:17 错误[R014]: 不认识“序好”
7:15 错误[R004]: 没有“表投”这一项
20:16 错误[T002]: “非煤矿山故”不在机构名录中
20:23 错误[T002]: “危化古”不在机构名录中
20:26 错误[R002]: 方括号里用了全角逗号，几项会被当作一项
25:15 错误[S001]: 时限“2023年12月”早于成文日期2024年8月1日
29:9 错误[T001]: 这项举措没有“责任股室”
37:5 错误[R008]: “名称”写了两次
46:9 错误[R004]: 没有“责任故室”这一项
48:5 错误[R004]: 没有“称名”这一项
59:9 错误[R002]: “#”后面的文字会被当作注释而丢掉
65:5 错误[R002]: 列表项前面用了全角横线
83:13 错误[R006]: 这里应当是一段文字
84:9 错误[R004]: 没有“备注”这一项
85:9 错误[R004]: 没有“x”这一项
89:24 错误[P003]: 公开的文字里有手机号码“138******78”
56:16 警告[W005]: 日期名称“5·12”的月日之间要用间隔号
76:1464 警告[W006]: 破折号应为“——”
"#]]
    );
}

#[test]
fn holidays_of_the_project() {
    let project = Project::clean();
    project.write("content/holidays.csv", "date,kind,name\n2027-01-01,holiday,元旦\n2027/13/1,holiday,x\n2027-02-05,放假,春节\n2027-01-01,workday,元旦\n");
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R016]: 日期不对
 --> content/holidays.csv:3:1
  |
3 | 2027/13/1,holiday,x
  | ^^^^^^^^^^^^^^^^^^^
  |
建议: 写成“2027-01-01,holiday,元旦”的样子

错误[R016]: 类别应是 holiday 或 workday
 --> content/holidays.csv:4:1
  |
4 | 2027-02-05,放假,春节
  | ^^^^^^^^^^^^^^^^^^^^
  |
建议: 写成“2027-01-01,holiday,元旦”的样子

错误[R016]: 与第 2 行是同一天
 --> content/holidays.csv:5:1
  |
5 | 2027-01-01,workday,元旦
  | ^^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 写成“2027-01-01,holiday,元旦”的样子

共 3 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

/// A space and `#` make an item of a list a comment, and the item blank.
#[test]
fn items_that_are_only_a_comment() {
    let project = Project::clean();
    let notice = format!("content/{NOTICE}/notice.md");
    let text = std::fs::read_to_string(project.path(&notice)).unwrap();
    let with = |items: &str| {
        project.write(&notice, text.replacen("主送: ", &format!("关键词:\n{items}主送: "), 1));
        let found = check(&project);
        project.write(&notice, &text);
        found
    };
    assert_snapshot!(
        with("  - 防汛\n  - #1号井\n  - 甲\n  - # 2号井\n"),
        str![[r#"
错误[R002]: “#”后面的文字会被当作注释而丢掉
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:6:5
  |
6 |   - #1号井
  |     ^^^^^^
  |
建议: 给整段文字加引号；确是注释的，写在单独一行

错误[R002]: “#”后面的文字会被当作注释而丢掉
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:8:5
  |
8 |   - # 2号井
  |     ^^^^^^^
  |
建议: 给整段文字加引号；确是注释的，写在单独一行

共 2 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
    for comments in [
        "  - 甲\n  # 注\n  - 乙 # 注\n",
        "  -\n    # 注\n    甲\n",
        "  - # 注\n    甲\n",
        "  # - 乙\n  - 甲\n  ## - 丙\n",
    ] {
        let found = with(comments);
        assert!(!found.contains("R002"), "{comments}\n{found}");
    }
}

#[test]
fn slips_of_the_input_method() {
    let project = Project::clean();
    project.write("content/site.yaml", "名称： 某局\n主办单位: 某局\n");
    project.write("content/gongkai-lingyu/column.yaml", "名称：公开领域\n");
    project.write("content/gongkai-lingyu/anquan-shengchan/column.yaml", "名称: 安全生产\n\t说明: 甲\n");
    let tasks = format!("content/{NOTICE}/tasks.yaml");
    project.change(&tasks, "[非煤矿山股, 危化股, 工贸股]", "[非煤矿山股，危化股，工贸股]");
    project.change(&format!("content/{NOTICE}/notice.md"), "主送: 局机关", "主送: #局机关");
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R002]: “#”后面的文字会被当作注释而丢掉
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:4:5
  |
4 | 主送: #局机关各股室、二级机构
  |       ^^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 给整段文字加引号；确是注释的，写在单独一行

错误[R002]: 方括号里用了全角逗号，几项会被当作一项
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:20:21
   |
20 |         责任股室: [非煤矿山股，危化股，工贸股]
   |                              ^^
   |
建议: 改为半角逗号加一个空格“, ”；逗号确属文字的，给整项加引号

错误[R002]: 方括号里用了全角逗号，几项会被当作一项
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:20:25
   |
20 |         责任股室: [非煤矿山股，危化股，工贸股]
   |                                      ^^
   |
建议: 改为半角逗号加一个空格“, ”；逗号确属文字的，给整项加引号

错误[R002]: 行首用了制表符（Tab 键）
 --> content/gongkai-lingyu/anquan-shengchan/column.yaml:2:1
  |
2 |     说明: 甲
  | ^^^^
  |
建议: 改为空格，与同级的行对齐

错误[R002]: 项目名后面用了全角冒号“：”
 --> content/gongkai-lingyu/column.yaml:1:3
  |
1 | 名称：公开领域
  |     ^^
  |
建议: 改为半角冒号加一个空格“: ”

错误[R002]: 项目名后面用了全角冒号“：”
 --> content/site.yaml:1:3
  |
1 | 名称： 某局
  |     ^^
  |
建议: 改为半角冒号加一个空格“: ”

共 6 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn other_encodings_are_named_and_read_all_the_same() {
    let project = Project::clean();
    let tasks = format!("content/{NOTICE}/tasks.yaml");
    let text =
        fs::read_to_string(project.path(&tasks)).unwrap().replace("责任股室: 救灾股", "责任股室: 救次股");
    project.write(&tasks, encoding_rs::GBK.encode(&text).0);
    let utf16: Vec<u8> = "\u{feff}名称: 公开领域\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    project.write("content/gongkai-lingyu/column.yaml", utf16);
    project.write("content/gongkai-lingyu/anquan-shengchan/column.yaml", b"\xe5\x90\x8d\xff\xfe\x00");
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R001]: 这个文件的编码是 GBK（GB18030），应当是 UTF-8
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:1:3
  |
1 | # 责任分解表：每项任务一条“名称”，正文里的要求写在“要求”，各项举措写在“举措”。
  |   ^^
  |
建议: 用记事本打开，“另存为”时把编码选为 UTF-8

错误[T002]: “救次股”不在机构名录中
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:46:15
   |
46 |         责任股室: 救次股
   |                   ^^^^^^
   |
建议: 是否想写“救灾股”？

错误[R001]: 此处的字节不是 UTF-8 文字
 --> content/gongkai-lingyu/anquan-shengchan/column.yaml:1:2
  |
1 | 名��␀
  |   ^
  |
建议: 用记事本打开，“另存为”时把编码选为 UTF-8

错误[R001]: 这个文件的编码是 UTF-16，应当是 UTF-8
 --> content/gongkai-lingyu/column.yaml:1:1
  |
1 | 名称: 公开领域
  | ^^
  |
建议: 用记事本打开，“另存为”时把编码选为 UTF-8

提示[L005]: 栏目“公开领域”没有说明和类型，网页标签 ColumnDescription、ColumnType 缺内容
 --> content/gongkai-lingyu/column.yaml:1:5
  |
1 | 名称: 公开领域
  |       ^^^^^^^^
  |
建议: 加上“说明: …”“类型: …”两行：一句话说明栏目内容，并写明栏目类型，如政策文件、信息公开目录

共 4 处错误，0 处警告，1 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn a_field_that_says_nothing() {
    let project = Project::clean();
    let notice = format!("content/{NOTICE}/notice.md");
    project.change(&notice, "标题: 关于", "标题: #关于");
    project.change(&notice, "发文机关: 临湘市应急管理局", "发文机关: \"\"");
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R002]: “#”后面的文字会被当作注释而丢掉
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:2:5
  |
2 | 标题: #关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知
  |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 给整段文字加引号；确是注释的，写在单独一行

错误[R005]: “发文机关”是空的
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:3:7
  |
3 | 发文机关: ""
  |           ^^
  |
建议: 在冒号后面填写；以 # 开头的文字要加引号

共 2 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn a_notice_under_another_name() {
    let project = Project::clean();
    project.write("content/gongkai-lingyu/tongzhi/notice.md.txt", "---\n标题: 甲\n---\n");
    project.write("content/gongkai-lingyu/Anquan-Shengchan/column.yaml", "名称: 甲\n");
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R015]: “gongkai-lingyu/anquan-shengchan”与“gongkai-lingyu/Anquan-Shengchan”只有大小写不同，会占同一个网址
--> content/gongkai-lingyu/anquan-shengchan/
 |
建议: 给其中一个改名

错误[R012]: 这里没有 notice.md，“gongkai-lingyu/tongzhi/notice.md.txt”等不会公开
--> content/gongkai-lingyu/tongzhi/
 |
建议: 通知的文件名必须是 notice.md（小写，没有 .txt）；如果是栏目，放一个 column.yaml

警告[L002]: 栏目“甲”是空的
 --> content/gongkai-lingyu/Anquan-Shengchan/column.yaml:1:5
  |
1 | 名称: 甲
  |       ^^
  |
建议: 发布内容，或者撤下栏目

提示[L005]: 栏目“甲”没有说明和类型，网页标签 ColumnDescription、ColumnType 缺内容
 --> content/gongkai-lingyu/Anquan-Shengchan/column.yaml:1:5
  |
1 | 名称: 甲
  |       ^^
  |
建议: 加上“说明: …”“类型: …”两行：一句话说明栏目内容，并写明栏目类型，如政策文件、信息公开目录

共 2 处错误，1 处警告，1 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn links_and_tags_in_a_paper() {
    let project = Project::clean();
    project.write(&format!("content/{NOTICE}/files/空.pdf"), "");
    let links = "[无](files/无.pdf) ![图](图.png) [外](../../../../x) [根](/x) [脚本](javascript:x) [锚](#fujian-2) \
        <b>粗</b> [空](files/空.pdf) [好](files/表.xlsx) [网](https://www.gov.cn/) [锚](#jiben) [通知](../2024-yigui-liangfangan/notice.md)";
    project.write(&format!("content/{NOTICE}/files/表.xlsx"), "x");
    project.change(
        &format!("content/{NOTICE}/notice.md"),
        "现将有关事项通知如下。",
        &format!("现将有关事项通知如下。\n\n{links}"),
    );
    project.change(
        &format!("content/{NOTICE}/notice.md"),
        "附件:\n",
        "附件:\n  - {文件: 'files\\表.xlsx', 名称: 表}\n",
    );
    assert_snapshot!(
        check(&project),
        str![[r#"
错误[R009]: 找不到文件“files\表.xlsx”
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:8:10
  |
8 |   - {文件: 'files\表.xlsx', 名称: 表}
  |            ^^^^^^^^^^^^^^^
  |
建议: 是否想写“files/表.xlsx”？

错误[R009]: 链接“files/无.pdf”打不开
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:26:5
   |
26 | [无](files/无.pdf) ![图](图.png) [外](../../../../x) [根](/x) [脚本](javascript:x) [锚](#fujian-2) <b>粗</b> [空...
   |      ^^^^^^^^^^^^
   |
建议: 核对文件名和所在文件夹

错误[R009]: 链接“图.png”打不开
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:26:23
   |
26 | [无](files/无.pdf) ![图](图.png) [外](../../../../x) [根](/x) [脚本](javascript:x) [锚](#fujian-2) <b>粗</b> [空...
   |                          ^^^^^^
   |
建议: 核对文件名和所在文件夹

错误[R009]: 链接“../../../../x”超出了 content 文件夹
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:26:34
   |
26 | [无](files/无.pdf) ![图](图.png) [外](../../../../x) [根](/x) [脚本](javascript:x) [锚](#fujian-2) <b>粗</b> [空...
   |                                       ^^^^^^^^^^^^^
   |
建议: 把文件放进通知旁边的 files 文件夹

错误[R009]: 链接“/x”从网站根目录算起，换个位置就打不开
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:26:53
   |
26 | [无](files/无.pdf) ![图](图.png) [外](../../../../x) [根](/x) [脚本](javascript:x) [锚](#fujian-2) <b>粗</b> [空...
   |                                                           ^^
   |
建议: 写成相对于本通知的路径，如“files/…”

错误[R017]: “javascript:”开头的链接不会公开
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:26:62
   |
26 | [无](files/无.pdf) ![图](图.png) [外](../../../../x) [根](/x) [脚本](javascript:x) [锚](#fujian-2) <b>粗</b> [空...
   |                                                                      ^^^^^^^^^^^^
   |
建议: 可用 http、https、mailto、tel

错误[R009]: 链接“#fujian-2”打不开
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:26:80
   |
26 | [无](files/无.pdf) ![图](图.png) [外](../../../../x) [根](/x) [脚本](javascript:x) [锚](#fujian-2) <b>粗</b> [空...
   |                                                                                         ^^^^^^^^^
   |
建议: 核对文件名和所在文件夹

错误[R017]: 正文里的 HTML 标记会原样显示为文字
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:26:91
   |
26 | [无](files/无.pdf) ![图](图.png) [外](../../../../x) [根](/x) [脚本](javascript:x) [锚](#fujian-2) <b>粗</b> [空...
   |                                                                                                    ^^^
   |
建议: 删去标记；加粗用 **文字**，换段空一行；确要显示“<”的，写成“\<”

错误[R009]: 文件“gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/files/空.pdf”是空的
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:26:104
   |
26 | ... ](javascript:x) [锚](#fujian-2) <b>粗</b> [空](files/空.pdf) [好](files/表.xlsx) [网](https://www.gov.cn/) [...
   |                                                    ^^^^^^^^^^^^
   |
建议: 放入正确的文件

警告[D062]: 附件“表.xlsx”的内容是文本，与扩展名“.xlsx”不符
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:26:121
   |
26 | ... ](#fujian-2) <b>粗</b> [空](files/空.pdf) [好](files/表.xlsx) [网](https://www.gov.cn/) [锚](#jiben) [通知](...
   |                                                    ^^^^^^^^^^^^^
   |
建议: 用原软件重新保存，或改正扩展名

共 9 处错误，1 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成
[1]
"#]]
    );
}

#[test]
fn a_hundred_notices_with_a_mistake_each_are_a_hundred_findings() {
    let clean = Project::clean();
    let mut files: Vec<(String, Vec<u8>)> =
        clean.files("content").into_iter().filter(|(path, _)| !path.starts_with(NOTICE)).collect();
    let [notice, tasks] = ["notice.md", "tasks.yaml"]
        .map(|name| fs::read_to_string(clean.path(&format!("content/{NOTICE}/{name}"))).unwrap());
    let wrong = tasks.replace("责任股室: 救灾股", "责任股室: 救次股");
    for n in 0..100 {
        let folder = format!("gongkai-lingyu/anquan-shengchan/tongzhi-{n:02}");
        files.push((format!("{folder}/notice.md"), notice.clone().into_bytes()));
        files.push((format!("{folder}/tasks.yaml"), wrong.clone().into_bytes()));
    }
    let views: Vec<(&str, &[u8])> =
        files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let found = || {
        let (project, sources, mut report) = project(Content::of_texts(&views), date(2024, 9, 1));
        report.append(gongkai::check::run(&project));
        report.sort();
        let place = |finding: &gongkai::diagnostic::Diagnostic| {
            (finding.code.id, sources.file(finding.span.file).path.clone(), sources.start(finding.span).line)
        };
        report.findings().iter().map(place).collect::<Vec<_>>()
    };
    let first = found();
    assert_eq!(first.len(), 100, "{:?}", &first[..3]);
    assert!(first.is_sorted() && first.iter().all(|finding| finding.0 == "T002" && finding.2 == first[0].2));
    assert_eq!(found(), first);
}

/// Enough to see that the campaign works; `.ci/run` gives it a minute, in which it tries many thousands.
#[test]
fn damaged_projects_never_panic_and_every_finding_has_a_place() {
    for case in 0..=100 {
        projects::run(case).unwrap_or_else(|wrong| panic!("{case}: {wrong}"));
    }
}

#[test]
fn our_reading_of_yaml_is_that_of_serde_yaml() {
    let shipped = Project::shipped();
    let tasks = fs::read_to_string(shipped.path(&format!("content/{NOTICE}/tasks.yaml"))).unwrap();
    let theirs: serde_yaml::Value = serde_yaml::from_str(&tasks).unwrap();
    let files = [
        ("site.yaml", "名称: 甲\n"),
        ("offices.yaml", "股室: []\n"),
        ("栏/column.yaml", "名称: 栏\n"),
        (
            "栏/知/notice.md",
            "---\n标题: 甲\n发文机关: 乙\n成文日期: 2024-08-01\n发布日期: 2024-08-01\n附件: {表: tasks.yaml, 名称: 表}\n---\n",
        ),
        ("栏/知/tasks.yaml", tasks.as_str()),
    ];
    let (ours, _, _) = project(Content::of_texts(&files), date(2024, 9, 1));
    let table = ours.notices[0].tables().next().unwrap();
    let list = |value: &serde_yaml::Value| match value {
        serde_yaml::Value::Sequence(items) => {
            items.iter().map(|item| item.as_str().unwrap().to_owned()).collect()
        }
        one => vec![one.as_str().unwrap().to_owned()],
    };
    for (task, value) in table.tasks().zip(theirs["任务"].as_sequence().unwrap()) {
        assert_eq!(task.name.value, value["名称"].as_str().unwrap());
        assert_eq!(task.requirement.as_ref().unwrap().value, value["要求"].as_str().unwrap());
        let measures = value["举措"].as_sequence().unwrap();
        assert_eq!(task.measures.len(), measures.len());
        for (measure, value) in task.measures.iter().zip(measures) {
            assert_eq!(measure.text.as_ref().unwrap().value, value["内容"].as_str().unwrap());
            assert_eq!(measure.number.as_ref().map(|n| n.value.as_str()), value["编号"].as_str());
            let cell =
                |column| measure.cells.iter().find(|cell| cell.column == column).unwrap().value.lines();
            assert_eq!(cell(3), list(&value["责任股室"]));
            assert_eq!(cell(4), list(&value["完成时限"]));
        }
    }
}
