//! `gongkai import` of papers: a paper of any kind becomes the notice, and nothing of it is lost.

use std::collections::BTreeMap;
use std::fs;

use gongkai::read::document::Limits;
use gongkai::read::import::{ImportedPaper, import_paper};
use serde_yaml::Value;
use snapbox::str;

use crate::support::notices::{difference, narrow};
use crate::support::{NOTICE, Project, assert_snapshot, notices, repository};

/// YAML in one form, whatever its comments and quotation marks.
fn canonical(yaml: &str) -> String {
    serde_yaml::to_string(&serde_yaml::from_str::<Value>(yaml).unwrap()).unwrap()
}

/// Head and body of a notice, both in one form.
fn notice(text: &str) -> String {
    let (head, body) = text.strip_prefix("---\n").unwrap().split_once("---\n").unwrap();
    format!("{}---\n{body}", canonical(head))
}

fn file(imported: &ImportedPaper, path: &str) -> String {
    let found = imported.files.iter().find(|(known, _)| known == path);
    String::from_utf8(found.unwrap_or_else(|| panic!("no {path}")).1.clone()).unwrap()
}

/// The notice that ships, beside the notice that was imported: the lines in which they differ.
fn beside_the_shipped(imported: &ImportedPaper, form: fn(&str) -> String) -> String {
    let shipped =
        |path: &str| form(&fs::read_to_string(repository().join("content").join(NOTICE).join(path)).unwrap());
    let ours = |path: &str| form(&file(imported, path));
    let paths: Vec<&str> = imported.files.iter().map(|(path, _)| path.as_str()).collect();
    let notices = difference(&notice(&shipped("notice.md")), &notice(&ours("notice.md")));
    let tables = difference(&canonical(&shipped("tasks.yaml")), &canonical(&ours("tasks.yaml")));
    format!("{paths:?}\n{notices}---\n{tables}")
}

/// The text of the published page, and what ships. A text does not say when it was published; the days on which names and
/// summaries are due, 放行 and 办结 were set by the bureau, not by the paper.
#[test]
fn the_text_of_the_page_is_the_notice_that_ships() {
    let text = fs::read(repository().join("tests/original.txt")).unwrap();
    let imported = import_paper("页面.txt", &text, Limits::default());
    assert_snapshot!(
        beside_the_shipped(&imported, narrow),
        str![[r#"
["notice.md", "tasks.yaml"]
- 发布日期: 2024-08-01 10:00
- 名单报送: 2024-07-29
- 总结报送: 2024-12-10
- 报送周期: 每季度
- 放行:
-   D002: 原件发布时即注明“依申请公开”,此处照原样转录
- 办结: 2025-01-20
---

"#]]
    );
}

/// Our own Word file of the notice. 基本信息 stands on the page only.
#[test]
fn our_word_file_is_the_notice_that_ships() {
    let project = Project::year();
    project.build();
    let files: BTreeMap<String, Vec<u8>> =
        project.files(&format!("output/site/{NOTICE}")).into_iter().collect();
    let (name, bytes) = files.iter().find(|(path, _)| path.ends_with(".docx")).unwrap();
    let imported = import_paper(name, bytes, Limits::default());
    assert_snapshot!(
        beside_the_shipped(&imported, str::to_owned),
        str![[r#"
["notice.md", "tasks.yaml"]
- 发布日期: 2024-08-01 10:00
- 名单报送: 2024-07-29
- 总结报送: 2024-12-10
- 报送周期: 每季度
- 基本信息:
-   所属领域: 安全生产
-   一级事项: 政策文件
-   二级事项: 其他政策文件
-   公开时限: 信息形成或变更之日起20个工作日内
-   公开方式: 依申请公开
-   公开依据: 《政府信息公开条例》
-   公开主体: 临湘市应急管理局
-   公开层级:
-   - 层级: 县级
-     公开渠道和载体:
-     - 政府网站
-     - 两微一端
-     - 公开查阅点
-     - 政务服务中心
-   - 层级: 乡、村级
-     公开渠道和载体:
-     - 政府网站
-     - 两微一端
-     - 公开查阅点
-     - 政务服务中心
- 放行:
-   D002: 原件发布时即注明“依申请公开”，此处照原样转录
- 办结: 2025-01-20
---

"#]]
    );
}

const PAPER: &str = "某县教育局\n关于做好开学工作的通知\n各学校：\n请按时开学。\n附件：任务分工表\n某县教育局\n2024年8月20日\n附件\n任务分工表\n序号\t工作任务\t责任股室\t完成时限\n1\t检查校舍\t安全股\t8月底前\n2\t公布校历\t办公室、教育股\t长期坚持\n";

/// The files are written all at once and taken back all at once; a second import writes over nothing.
#[test]
fn a_notice_is_imported_into_a_project() {
    let project = Project::empty();
    project.write("content/site.yaml", "名称: 某局\n").write("content/offices.yaml", "股室: [安全股]\n");
    project.write("content/lan/column.yaml", "名称: 栏目\n").write("通知.txt", PAPER);
    let import = || project.run(&["import", "通知.txt", "--output", "content/lan/kaixue"]);
    let run = import();
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert_snapshot!(
        run.stdout(),
        str![[r#"
已在“content/lan/kaixue”中写入 2 个文件：notice.md、tasks.yaml
接下来：对照原件看一遍 notice.md，补上写着“请填写”的各项，再用 gongkai check 检查；要全部撤回，用 gongkai undo

"#]]
    );
    assert_snapshot!(
        run.stderr(),
        str![[r#"
提示[I085]: 这里认作标题
 --> 通知.txt:1:1
  |
1 | 某县教育局
  | ^^^^^^^^^^

提示[I085]: 这里认作主送机关
 --> 通知.txt:3:1
  |
3 | 各学校：
  | ^^^^^^^^

提示[I085]: 这里认作附件说明
 --> 通知.txt:5:1
  |
5 | 附件：任务分工表
  | ^^^^^^^^^^^^^^^^

提示[I085]: 这里认作署名
 --> 通知.txt:6:1
  |
6 | 某县教育局
  | ^^^^^^^^^^

提示[I085]: 这里认作成文日期
 --> 通知.txt:7:1
  |
7 | 2024年8月20日
  | ^^^^^^^^^^^^^

提示[I085]: 从这里起认作第1个附件
 --> 通知.txt:8:1
  |
8 | 附件
  | ^^^^

提示[I102]: 这张表认作责任分解表，2项任务写进了 tasks.yaml
  --> 通知.txt:10:1
   |
10 | 序号 | 工作任务 | 责任股室 | 完成时限
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
建议: 不是责任分解表的，把原件里表头的“责任股室”“完成时限”暂时改成别的字再导入，就照写成一般的表

共 0 处错误，0 处警告，7 处提示
机构名录中没有的单位有 2 个，核对后粘贴到 content/offices.yaml（已有“股室:”等各项的，只粘贴它下面各行）：

股室:
  - 办公室
  - 教育股

"#]]
    );
    let again = import();
    assert_eq!(again.code(), 2);
    assert_snapshot!(
        again.stderr().lines().last().unwrap_or_default(),
        str![
            "错误: “content/lan/kaixue/notice.md”已经存在，为免覆盖，未写入。请换一个文件名或文件夹，或先把它移到别处"
        ]
    );
    assert_eq!(project.files("content/lan/kaixue").len(), 2);
    assert_eq!(project.run(&["undo"]).code(), 0);
    assert!(!project.path("content/lan/kaixue").exists());
}

/// Without --output the files are shown.
#[test]
fn a_notice_is_shown() {
    let project = Project::empty();
    project.write("通知.txt", PAPER);
    assert_snapshot!(
        project.run(&["import", "通知.txt"]).stdout(),
        str![[r#"
# ===== notice.md =====
---
标题: 关于做好开学工作的通知
发文机关: 某县教育局
主送: 各学校
成文日期: 2024-08-20
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
附件:
- 表: tasks.yaml
  名称: 任务分工表
---

请按时开学。

# ===== tasks.yaml =====
表名: 任务分工表
列:
- 序号
- 工作任务
- 责任股室
- 完成时限
任务:
- 名称: 检查校舍
  责任股室: 安全股
  完成时限: 8月底前
- 名称: 公布校历
  责任股室: 办公室、教育股
  完成时限: 长期坚持


"#]]
    );
}

/// The project around a paper lacks nothing but what the paper does not say.
#[test]
fn a_project_is_made_around_a_paper() {
    let project = Project::empty();
    project.write("通知.txt", PAPER);
    let run = project.run(&["new", "zwgk", "--from", "通知.txt"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let heads = |text: String| -> String {
        let is_head = |line: &&str| ["错误[", "警告["].iter().any(|kind| line.starts_with(kind));
        text.lines().filter(is_head).map(|line| format!("{line}\n")).collect()
    };
    assert_snapshot!(
        heads(project.run(&["--root", "zwgk", "check"]).stdout()),
        str![[r#"
错误[R005]: 缺少“发布日期”
警告[S003]: 时限“8月底前”已过1天

"#]]
    );
    let text = |path: &str| fs::read_to_string(project.path(&format!("zwgk/content/{path}"))).unwrap();
    assert_snapshot!(
        text("offices.yaml"),
        str![[r#"
# 机构名录：由通知的表里出现的名称写成，请核对，补上正式名称、别名和没有写到的股室。

股室:
  - 安全股
  - 办公室
  - 教育股

"#]]
    );
    let notice = "zwgk/content/tongzhi-gonggao/2024-tongzhi/notice.md";
    project.change(
        notice,
        "# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写",
        "发布日期: 2024-08-21 09:00",
    );
    let run = project.run(&["--root", "zwgk", "build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let all: Vec<(String, Vec<u8>)> = project.files("zwgk/content");
    assert!(all.iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("示例县")));
}

/// Names of several bodies, and words that are none, put nothing on the page of an office.
#[test]
fn an_office_of_a_new_project_has_its_own_tasks_only() {
    let project = Project::empty();
    let paper = PAPER.replace("办公室、教育股", "各乡镇").replace("\n2\t", "\n2\t巡查\t各所\t长期坚持\n3\t");
    project.write("通知.txt", &paper);
    let run = project.run(&["new", "zwgk", "--from", "通知.txt"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let register = fs::read_to_string(project.path("zwgk/content/offices.yaml")).unwrap();
    let block = register.split_once("\n\n").unwrap().1;
    assert_snapshot!(
        block,
        str![[r#"
股室:
  - 安全股

# 一个名称代表许多股室。“包括”不写，即指全部股室；写成 []，一个也不指。
统称:
  - 名称: 各所
    包括: []

# 不是本单位股室的单位：认得它们，没有各自的网页，也不发填报表。
外部单位:
  - 各乡镇

"#]]
    );
    let notice = "zwgk/content/tongzhi-gonggao/2024-tongzhi/notice.md";
    project.change(
        notice,
        "# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写",
        "发布日期: 2024-08-21 09:00",
    );
    let run = project.run(&["--root", "zwgk", "build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let offices = project.path("zwgk/output/site/offices");
    let page = fs::read_to_string(offices.join("安全股/index.html")).unwrap();
    assert!(page.contains("检查校舍") && !page.contains("公布校历") && !page.contains("巡查"), "{page}");
    assert!(!offices.join("各乡镇").exists() && !offices.join("各所").exists());
    // Into a project that is there, the same entries are proposed.
    project.write("空/content/site.yaml", "名称: 某局\n").write("空/content/offices.yaml", "股室: [甲股]\n");
    let run = project.run(&["--root", "空", "import", "通知.txt", "--unknown-offices", "名录.yaml"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert_eq!(fs::read_to_string(project.path("名录.yaml")).unwrap(), block);
}

/// A file that cannot be read says what to do.
#[test]
fn old_formats_are_named() {
    let project = Project::empty();
    project.write("通知.rtf", "{\\rtf1 text}");
    let run = project.run(&["import", "通知.rtf", "--output", "x"]);
    assert_eq!(run.code(), 1);
    assert_snapshot!(
        run.stderr(),
        str![[r#"
错误[I070]: 这个文件的内容是“RTF”，不是 docx 文档、网页或文本
--> 通知.rtf
 |
建议: 用 Word 或 WPS 打开它，“另存为”“Word 文档（.docx）”，再用那一份；都打不开的，请重新索取

共 1 处错误，0 处警告，0 处提示

"#]]
    );
    assert!(!project.path("x").exists());
}

/// A Word document is one whatever its name is, and no workbook; what is advised for a PDF can be done.
#[test]
fn documents_under_other_names() {
    let project = Project::empty();
    project.write("通知", fs::read(repository().join("tests/papers/word-hard-cases.docx")).unwrap());
    project.write("通知.pdf", "%PDF-1.4\n%%EOF");
    let run = project.run(&["import", "通知", "--output", "x"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert!(project.path("x/notice.md").exists());
    let mut told = String::new();
    for args in [&["import", "通知", "--roster"][..], &["import", "通知.pdf"]] {
        let run = project.run(args);
        assert_eq!(run.code(), 1);
        told.push_str(&run.stderr());
    }
    assert_snapshot!(
        told,
        str![[r#"
错误[I001]: 这个文件是 Word 文档，不是工作簿
--> 通知
 |
建议: 把其中的表格复制到一个新的工作簿（.xlsx），再用那一份

共 1 处错误，0 处警告，0 处提示
错误[I070]: 这个文件的内容是“PDF”，不是 docx 文档、网页或文本
--> 通知.pdf
 |
建议: PDF 里只有排好的版面：请用原来的 Word 文件；没有的，在 Word 或 WPS 中打开，转换成“Word 文档（.docx）”，逐字核对后再用

共 1 处错误，0 处警告，0 处提示

"#]]
    );
}

/// Notices of all forms become their Word documents, and these the same notices: head, body, attachments and tables, whose
/// long measures go on over pages. A Word document cannot say, so that the notices here do not have:
///
/// - what is not printed: 发布日期, 基本信息, 索引号, 来源, 内容概述, 关键词, 报送周期 and the days that the bureau set;
/// - 版头: 套打 and 印章: 加盖, which leave room;
/// - which lines of 完整标题 are one line that the layout breaks: such lines come back as one;
/// - whether a space stood where a title is broken between letters and digits: the lines stay lines;
/// - 体裁: 表格, which prints neither 署名 nor 成文日期 (told as missing);
/// - lists in lists, quotations, code, rules and emphasis, which differ by indent, line or typeface only: these are not read,
///   and paragraphs stay;
/// - widths and kinds of columns, 计数, and names of columns below another heading;
/// - a group of one task, which looks like a value of that task, and an empty one, which looks like a note;
/// - spaces at the ends of a cell;
/// - attached files, of which the names are printed: they have to be put into place.
#[test]
fn notices_come_back_from_their_word_documents() {
    // The last has a hundred tasks in its body: （一百）.
    for number in (0..60).chain([1_000_000_937]) {
        notices::compared(&notices::case(number)).unwrap_or_else(|wrong| panic!("{number}:\n{wrong}"));
    }
}
