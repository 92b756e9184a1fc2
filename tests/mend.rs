//! `gongkai check --fix`, `--diff` and `gongkai undo`: whole outputs, and the project before and after.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use gongkai::diagnostic::{Class, Code};
use gongkai::pipeline::corrections::class;
use gongkai::pipeline::mend::{Choice, Mends, mends};
use gongkai::pipeline::{Checked, codes};
use jiff::civil::date;
use snapbox::str;

use crate::support::{Project, Run, assert_snapshot, program, repository};

const NOTICE: &str = "content/栏目/通知/notice.md";
const TASKS: &str = "content/栏目/通知/tasks.yaml";

/// A project with a finding of every kind that has an automatic correction.
fn every_kind() -> Project {
    let project = Project::empty();
    project
        .write(
            "content/site.yaml",
            "名称: 某局政务公开\n索引号: \"{年}-{流水号}\"\n不显示: [当前位值]\n规则级别:\n  t002: 警告\n",
        )
        .write(
            "content/offices.yaml",
            "股室:\n  - 危险化学品股\n  - {名称: 法规股, 别名: [法制股]}\n统称:\n  - {名称: 各股室, 包括: [危险化学品古]}\n",
        )
        .write("content/栏目/column.yaml", encoding_rs::GBK.encode("名称: 栏目\n说明: 某局的通知\n类型: 政策文件\n").0)
        .write("content/栏目/catalog.yaml", "领域: 安全生产\n事项:\n  - {名称: 其他政策文件}\n")
        .write("content/栏目/通知/files/a.csv", "a,b\n1,2\n")
        .write("content/栏目/通知/说明.md", "一、工作目标\n\n确保安全。\n\n二、工作措施\n\n（一）加强领导。各股室要抓好落实。\n")
        .write(
            NOTICE,
            "---
标题: 关于任务分解的通知
发文机关: 某局
主送: 各股室
主送: 各股室
发文字号: 某应急[2024]05号
成文日期: 2024-08-01
发布日期: 2024年8月2日 9:00
报送周斯: 每季度
附件:
  - 表: tasks.yaml
    名称: 任务清单。
  - {文件: files\\A.csv, 名称: 数据}
  - {文: 说明.md, 名称: 说明}
基本信息:
  所属领域: 安全生产
  一级事项: 其它政策文件
  公开渠道和载体: 政府网占
  公开方式: 主动公开
---
现通知如下。

## 一、总体要求

    各股室要高度重视。

　　各股室要抓好落实。

请**注意：**按程序--上报，工作布署；各镇(街道)按2024.9.1，结合“5.12”防灾减灾日、消防日，等节点。

一要加强领导。
二要压实责任。

规格为长*宽*高。

确保安全。
---

《实施（中华人民共和国消防法）办法》由法制股\u{202e}负责。

1、甲。

全部落实到位，各股室要按时报送

{{ 任务要求 }}

某局
",
        )
        .write(
            TASKS,
            "表名: 任务清单
任务:
  - 名称: 加强执法
    要求: 加大力度，
      确保安全。
    举措:
      - 编号: （1）
        内容: 开展检查。
        责任股室: [危险化学品股，法规股]
        完成时限: 长期坚持
      - 编号: （2）
        内容: 开展\u{7}检查。
        责任股室: 危险化学品古
        完成时限: 长期坚持
      - 编号: （3）
        内容: 建立台账。
        责任股室: 法规股
        完成时限: 长期坚持
",
        )
        .write(
            "content/栏目/通知/progress/a.md",
            "---\n日期: 2024-08-30\n股室: 危险化学品古\n事项: \"1-1\"\n状态: 已完成了\n公开: yes\n---\n已检查。\n",
        )
        .write(
            "content/栏目/通知/progress/b.md",
            "---\n日期: 2024-08-30\n股室: 法规股\n事项: \"1.9\" # 原来的位置\n举措开头: 建立台账\n状态: 正在推进\n---\n已检查。\n",
        )
        .write(
            "content/栏目/通知/progress/c.md",
            "---\n日期: 2024-08-31\n股室: 法规股\n事项: \"1.1\"\n状态: 正在推进\n---\n已检查。\n",
        );
    project
}

fn tried(project: &Project, choice: &Choice) -> Mends {
    mends(&project.path(""), date(2024, 9, 1), choice).unwrap()
}

/// Kinds of findings of a project, with how many there are of each in each file.
fn kinds(checked: &Checked) -> BTreeMap<(&'static str, String), usize> {
    let mut kinds = BTreeMap::new();
    for finding in checked.report.findings() {
        let path = checked.sources.file(finding.span.file).path.clone();
        *kinds.entry((finding.code.id, path)).or_default() += 1;
    }
    kinds
}

/// Characters that are words: no marks, no spaces.
fn words(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Each kind corrected alone: its findings go, and no other come.
#[test]
fn every_kind_with_a_correction_is_corrected() {
    let project = every_kind();
    let before = project.files("");
    let fixable: Vec<&'static Code> = codes().into_iter().filter(|code| class(code).is_some()).collect();
    assert!(fixable.len() > 30, "{}", fixable.len());
    // A number, a name and a heading are counted once more, where they are found in another form.
    let uncovered = [
        ("R006", "N019"),
        ("N001", "N017"),
        ("W011", "T006"),
        ("R002", "T003"),
        ("W015", "W017"),
        ("W017", "W020"),
        ("R070", "W008"),
    ];
    for code in fixable {
        let mends = tried(&project, &Choice::Kinds(vec![code]));
        let (old, new) = (kinds(&mends.before), kinds(mends.after()));
        let of_kind = |kinds: &BTreeMap<(&str, String), usize>| -> usize {
            kinds.iter().filter(|((id, _), _)| *id == code.id).map(|(_, count)| count).sum()
        };
        assert!(of_kind(&old) > 0, "the project has no {}", code.id);
        assert_eq!(of_kind(&new), 0, "{} is still there: {:?}", code.id, mends.corrections.refused);
        for (key, count) in &new {
            let is_known = count <= old.get(key).unwrap_or(&0) || uncovered.contains(&(code.id, key.0));
            assert!(is_known, "{} adds {key:?}", code.id);
        }
        let is_form = class(code) == Some(Class::Form);
        for file in &mends.corrections.files {
            assert_eq!(file.applied.keys().collect::<Vec<_>>(), [&code.id]);
            // The numbers of W020 are printed as before, by the headings themselves.
            if is_form && code.id.starts_with('W') && code.id != "W020" {
                assert_eq!(words(&file.before), words(&file.after), "{} changes words", code.id);
            }
        }
    }
    assert_eq!(project.files(""), before, "nothing is written");
}

#[test]
fn all_at_once_leave_nothing_to_correct_and_a_second_time_changes_nothing() {
    let project = every_kind();
    assert_eq!(run(&project, &["check", "--fix"]).code(), 1);
    let kinds: Vec<&str> =
        codes().into_iter().filter(|code| class(code).is_some()).map(|code| code.id).collect();
    let named = kinds.join(",");
    run(&project, &["check", "--fix", &named]);
    let there = project.files("content");
    let checked = gongkai::pipeline::check(&project.path(""), date(2024, 9, 1)).unwrap();
    let left: Vec<_> = checked.report.findings().iter().filter(|finding| finding.fix.is_some()).collect();
    assert!(left.is_empty(), "{left:#?}");
    assert_eq!(run(&project, &["check", "--fix", &named]).code(), 0);
    assert_eq!(project.files("content"), there);
    assert_snapshot!(
        fs::read_to_string(project.path(NOTICE)).unwrap(),
        str![[r#"
---
标题: 关于任务分解的通知
发文机关: 某局
主送: 各股室
发文字号: 某应急〔2024〕5号
成文日期: 2024-08-01
流水号: 1
发布日期: 2024-08-02 09:00
报送周期: 每季度
附件:
  - 表: tasks.yaml
    名称: 任务清单
  - {文件: files/a.csv, 名称: 数据}
  - {文: 说明.md, 名称: 说明}
基本信息:
  所属领域: 安全生产
  一级事项: 其他政策文件
  公开渠道和载体: 政府网站
  公开方式: 主动公开
---
现通知如下。

## 总体要求

各股室要高度重视。

各股室要抓好落实。

请**注意**：按程序——上报，工作部署；各镇（街道）按2024年9月1日，结合“5·12”防灾减灾日、消防日等节点。

一要加强领导。

二要压实责任。

规格为长\*宽\*高。

确保安全。

---

《实施〈中华人民共和国消防法〉办法》由法规股负责。

1.甲。

全部落实到位，各股室要按时报送。

{{任务要求}}



"#]]
    );
    assert_snapshot!(
        fs::read_to_string(project.path("content/栏目/通知/说明.md")).unwrap(),
        str![[r#"
## 工作目标

确保安全。

## 工作措施

### 加强领导。

各股室要抓好落实。

"#]]
    );
    assert_snapshot!(
        fs::read_to_string(project.path(TASKS)).unwrap(),
        str![[r#"
表名: 任务清单
任务:
  - 名称: 加强执法
    要求: 加大力度，确保安全。
    举措:
      - 编号: （1）
        内容: 开展检查。
        责任股室: [危险化学品股, 法规股]
        完成时限: 长期坚持
      - 编号: （2）
        内容: 开展检查。
        责任股室: 危险化学品股
        完成时限: 长期坚持
      - 编号: （3）
        内容: 建立台账。
        责任股室: 法规股
        完成时限: 长期坚持

"#]]
    );
    for _ in 0..2 {
        assert_eq!(run(&project, &["undo"]).code(), 0);
    }
    assert_eq!(project.files("content"), every_kind().files("content"));
}

/// Runs the program at a fixed time.
fn run(project: &Project, arguments: &[&str]) -> Run {
    let mut command = program();
    command.env("SOURCE_DATE_EPOCH", "1725183000").current_dir(project.path("")).args(arguments);
    Run::of(command.output().unwrap())
}

/// Every path of a project, folders of the history included.
fn paths(project: &Project) -> String {
    project.files("").into_iter().map(|(path, _)| path + "\n").collect()
}

/// A notice pasted from Word, as clerks bring it.
fn pasted() -> Project {
    let project = Project::empty();
    project
        .write(
            "content/site.yaml",
            "名称: 某局政务公开\n域名: www.example.gov.cn\n网站标识码: \"4306820001\"\n不显示: 页头\n",
        )
        .write("content/offices.yaml", "股室：\n  - 法规股\n")
        .write("content/栏目/column.yaml", "名称: 栏目\n说明: 某局的通知\n类型: 政策文件\n")
        .write(
            NOTICE,
            "---
标题: 关于开展安全检查的通知
发文机关: 某局
成文日期: 2024/8/1
发布日期: 2024-08-02 09:00
基本信息:
  公开方式: 主动公开
---
现将有关事项通知如下。
一是抓好落实。
　　二是按程序--上报。

    以上请遵照执行。
",
        );
    project
}

#[test]
fn corrections_are_shown_then_made_then_taken_back() {
    let project = pasted();
    let before = project.files("");
    let shown = run(&project, &["check", "--diff"]);
    assert_snapshot!(
        shown.stdout(),
        str![[r#"
--- content/offices.yaml
+++ content/offices.yaml
@@ -1,2 +1,2 @@
-股室：
+股室:
   - 法规股

--- content/栏目/通知/notice.md
+++ content/栏目/通知/notice.md
@@ -2,5 +2,5 @@
 标题: 关于开展安全检查的通知
 发文机关: 某局
-成文日期: 2024/8/1
+成文日期: 2024-08-01
 发布日期: 2024-08-02 09:00
 基本信息:
@@ -8,6 +8,8 @@
 ---
 现将有关事项通知如下。
+
 一是抓好落实。
-　　二是按程序--上报。
 
-    以上请遵照执行。
+二是按程序--上报。
+
+以上请遵照执行。

会改2个文件，共5处；只是列出，没有写入。去掉 --diff 即写入
  content/offices.yaml  R002 ×1
  content/栏目/通知/notice.md  R007 ×1 W015 ×1 W016 ×1 W017 ×1

"#]]
    );
    assert_eq!((shown.code(), shown.stderr()), (1, String::new()));
    assert_eq!(run(&project, &["check", "--diff", "--fix"]).stdout(), shown.stdout());
    assert_eq!(project.files(""), before);

    let made = run(&project, &["check", "--fix"]);
    assert_snapshot!(
        made.stdout(),
        str![[r#"
已改2个文件，共5处。撤销用 gongkai undo
  content/offices.yaml  R002 ×1
  content/栏目/通知/notice.md  R007 ×1 W015 ×1 W016 ×1 W017 ×1
还有0个错误、1个警告、0个提示，用 gongkai check 逐处查看
其中有的会改动文字，点名才改；先看改动：gongkai check --diff --fix W006

"#]]
    );
    assert_eq!((made.code(), made.stderr()), (0, String::new()));
    assert_snapshot!(
        fs::read_to_string(project.path(NOTICE)).unwrap(),
        str![[r#"
---
标题: 关于开展安全检查的通知
发文机关: 某局
成文日期: 2024-08-01
发布日期: 2024-08-02 09:00
基本信息:
  公开方式: 主动公开
---
现将有关事项通知如下。

一是抓好落实。

二是按程序--上报。

以上请遵照执行。

"#]]
    );
    assert_snapshot!(
        paths(&project),
        str![[r#"
.gongkai/.gitignore
.gongkai/history/20240901-093000-1/change.json
.gongkai/history/20240901-093000-1/content/offices.yaml
.gongkai/history/20240901-093000-1/content/栏目/通知/notice.md
.gongkai/lock
content/offices.yaml
content/site.yaml
content/栏目/column.yaml
content/栏目/通知/notice.md

"#]]
    );
    assert_eq!(fs::read_to_string(project.path(".gongkai/.gitignore")).unwrap(), "*\n");
    let (_, old) = before.iter().find(|(path, _)| path == NOTICE).unwrap();
    let kept = project.path(&format!(".gongkai/history/20240901-093000-1/{NOTICE}"));
    assert_eq!(&fs::read(kept).unwrap(), old);

    assert_snapshot!(
        run(&project, &["check", "--fix", "W006"]).stdout(),
        str![[r#"
已改1个文件，共1处。撤销用 gongkai undo
  content/栏目/通知/notice.md  W006 ×1

"#]]
    );
    assert_snapshot!(
        run(&project, &["undo", "--list"]).stdout(),
        str![[r#"
2024-09-01 09:30:00  gongkai check --fix W006（1个文件）
2024-09-01 09:30:00  gongkai check --fix（2个文件）

"#]]
    );
    assert_snapshot!(
        run(&project, &["undo"]).stdout(),
        str![[r#"
已撤销：2024-09-01 09:30:00  gongkai check --fix W006（1个文件）
  恢复  content/栏目/通知/notice.md

"#]]
    );
    assert_snapshot!(
        run(&project, &["undo", "--lang", "en"]).stdout(),
        str![[r#"
Taken back: 2024-09-01 09:30:00  gongkai check --fix (2 files)
  restored  content/offices.yaml
  restored  content/栏目/通知/notice.md

"#]]
    );
    assert_eq!(project.files("content"), pasted().files("content"));
    assert_snapshot!(
        run(&project, &["undo"]).stdout(),
        str![[r#"
没有可以撤销的改动

"#]]
    );
    assert_snapshot!(
        run(&project, &["check", "--fix", "--lang", "en"]).stdout(),
        str![[r#"
5 corrections in 2 files were made. `gongkai undo` takes them back
  content/offices.yaml  R002 ×1
  content/栏目/通知/notice.md  R007 ×1 W015 ×1 W016 ×1 W017 ×1
0 errors, 1 warnings and 0 notes are left; `gongkai check` shows them
some of them change words and are corrected when they are named; look first: gongkai check --diff --fix W006

"#]]
    );
    assert_snapshot!(
        run(&project, &["check", "--fix", "--lang", "en"]).stdout(),
        str![[r#"
there is nothing to correct automatically
0 errors, 1 warnings and 0 notes are left; `gongkai check` shows them
some of them change words and are corrected when they are named; look first: gongkai check --diff --fix W006

"#]]
    );
}

/// The history is no content: it is neither checked nor published, whatever lies there.
#[test]
fn the_history_is_never_read_as_content() {
    let project = pasted();
    assert_eq!(run(&project, &["check", "--fix"]).code(), 0);
    let findings = run(&project, &["check"]).stdout();
    project
        .write("content/.gongkai/notice.md", "没有开头")
        .write("content/栏目/.gongkai/history/1/notice.md", "没有开头")
        .write(".gongkai/history/20240901-093000-1/content/栏目/通知/x.yaml", "a: [");
    assert_eq!(run(&project, &["check"]).stdout(), findings);
    assert_eq!(run(&project, &["build"]).code(), 0);
    let made: Vec<String> = project.files("output/site").into_iter().map(|(path, _)| path).collect();
    assert!(made.len() > 3 && made.iter().all(|path| !path.contains("gongkai/")), "{made:?}");
}

#[test]
fn words_are_changed_only_when_they_are_named() {
    let project = Project::clean();
    project.change(&format!("content/{}/notice.md", crate::support::NOTICE), "落实", "工作布署--落实，，");
    let there = project.files("content");
    assert_eq!(project.run(&["check", "--fix"]).code(), 0);
    assert_eq!(project.files("content"), there);
    let text = || {
        let all = project
            .files("content")
            .into_iter()
            .map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned());
        all.collect::<String>()
    };
    for (kinds, words) in [
        (&["W006"][..], "工作布署——落实，，"),
        (&["double-hyphen", "stray-comma"], "工作布署——落实，"),
        (&["W013,W012"], "工作部署——落实，"),
    ] {
        let fix = kinds.iter().flat_map(|kind| ["--fix", kind]);
        let run = project.run(&["check"].into_iter().chain(fix).collect::<Vec<_>>());
        assert_eq!(run.code(), 0, "{}", run.stderr());
        assert!(text().contains(words), "{kinds:?}: {}", run.stdout());
    }
}

#[test]
fn no_spaces_are_left_of_a_removed_line() {
    let project = Project::empty();
    let head =
        "---\n标题: 关于任务的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n---\n";
    project.write("content/site.yaml", "名称: 某局\n").write("content/栏目/column.yaml", "名称: 栏目\n");
    project.write("content/offices.yaml", "股室: [法规股]\n");
    let body = "　　关于任务的通知\n\n　　现通知如下。\n\n　　某局  \n\u{a0}2024年8月1日　　\n";
    project.write(NOTICE, format!("{head}{body}"));
    assert_eq!(run(&project, &["check", "--fix", "W021"]).code(), 0);
    let mended = fs::read_to_string(project.path(NOTICE)).unwrap();
    assert_eq!(mended, format!("{head}\n　　现通知如下。\n\n\n\n"));
}

/// A project without errors, with a finding of every kind of warning and note whose correction is one of form, and of those
/// that look like form and change what readers see.
fn seen() -> Project {
    let project = Project::empty();
    project
        .write("content/site.yaml", "名称: 某局政务公开\n")
        .write("content/offices.yaml", "股室: [危化股, 法规股]\n")
        .write("content/栏目/column.yaml", "名称: 栏目\n说明: 某局的通知\n")
        .write("content/栏目/通知/说明.md", "一、工作目标\n\n确保安全。\n\n二、工作措施\n\n（一）加强领导。各股室要抓好落实。\n")
        .write(
            NOTICE,
            "---
标题: 关于任务分解的通知
发文机关: 某局
成文日期: 2024-08-01
发布日期: 2024-08-02 09:00
附件:
  - {表: tasks.yaml, 名称: 任务清单}
  - {文: 说明.md, 名称: 说明}
---
现通知如下。

    各股室要高度重视。

　　各股室要抓好落实。

一要加强领导。
二要压实责任。

请**注意：**按程序上报。规格为长*宽*高。

确保安全。
---

第一行
===

责任由法规股\u{202e}负责。
",
        )
        .write(
            TASKS,
            "表名: 任务清单
任务:
  - 名称: 加强执法
    举措:
      - 内容: 开展检查，
          加大力度。
        责任股室: 危化股
        完成时限: 长期坚持
      - 内容: 建立台账。
        责任股室: [危化股, 法规股]
        完成时限: 长期坚持
",
        )
        .write(
            "content/栏目/通知/progress/b.md",
            "---\n日期: 2024-08-30\n股室: 法规股\n事项: \"1.1\"\n举措开头: 建立台账\n状态: 正在推进\n公开: true\n发布日期: 2024-08-31 09:00\n---\n已检查。\n",
        )
        .write(
            "content/栏目/通知/progress/c.md",
            "---\n日期: 2024-08-31\n股室: 危化股\n事项: \"1.1\"\n状态: 正在推进\n公开: true\n发布日期: 2024-08-31 10:00\n---\n已检查。\n",
        );
    project
}

/// The visible texts of the pages of a project, without spaces and lines.
fn text_of_pages(project: &Project) -> BTreeMap<String, String> {
    let built = run(project, &["build"]);
    assert_eq!(built.code(), 0, "{}{}", built.stdout(), built.stderr());
    let pages = project.files("output/site").into_iter().filter(|(path, _)| path.ends_with(".html"));
    let text = |bytes: Vec<u8>| {
        let page = scraper::Html::parse_document(&String::from_utf8(bytes).unwrap());
        let body = page.select(&scraper::Selector::parse("body").unwrap()).next().unwrap();
        body.text().flat_map(str::chars).filter(|c| !c.is_whitespace()).collect::<String>()
    };
    pages.map(|(path, bytes)| (path, text(bytes))).collect()
}

#[test]
fn what_readers_see_stays_unless_a_kind_is_named() {
    let project = seen();
    let before = text_of_pages(&project);
    let run = run(&project, &["check", "--fix"]);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
已改4个文件，共6处。撤销用 gongkai undo
  content/栏目/通知/notice.md  W015 ×1 W016 ×1 W017 ×1
  content/栏目/通知/progress/b.md  N016 ×1
  content/栏目/通知/progress/c.md  N017 ×1
  content/栏目/通知/说明.md  W020 ×1
还有0个错误、6个警告、3个提示，用 gongkai check 逐处查看
其中有的会改动文字，点名才改；先看改动：gongkai check --diff --fix R018,W014,W018,W019,W060

"#]]
    );
    assert_eq!(text_of_pages(&project), before);
    // The others are left; each of them changes what readers see, R018 a space.
    for kind in ["R018", "W014", "W018", "W019", "W060"] {
        let (before, there) = (text_of_pages(&project), project.files("content"));
        assert_eq!(project.run(&["check", "--fix", kind]).code(), 0);
        assert_ne!(project.files("content"), there, "{kind}");
        assert!(kind == "R018" || text_of_pages(&project) != before, "{kind}");
    }
    assert_snapshot!(
        fs::read_to_string(project.path(NOTICE)).unwrap(),
        str![[r#"
---
标题: 关于任务分解的通知
发文机关: 某局
成文日期: 2024-08-01
发布日期: 2024-08-02 09:00
附件:
  - {表: tasks.yaml, 名称: 任务清单}
  - {文: 说明.md, 名称: 说明}
---
现通知如下。

各股室要高度重视。

各股室要抓好落实。

一要加强领导。

二要压实责任。

请**注意**：按程序上报。规格为长\*宽\*高。

确保安全。

---

第一行

===

责任由法规股负责。

"#]]
    );
}

/// Nothing is to be corrected in the shipped content, in what `gongkai new` makes, and in the golden folders.
#[test]
fn the_shipped_content_and_the_example_are_not_changed() {
    let shipped = Project::year();
    let before = shipped.files("");
    let run = shipped.run_on(crate::support::YEAR_OVER, &["check", "--fix"]);
    assert!(run.stdout().starts_with("没有可以自动改正的\n"), "{}", run.stdout());
    assert_eq!(shipped.files(""), before, "not even a history is begun");
    assert_eq!(shipped.files("content"), Project::year().files("content"));
    let new = Project::empty();
    assert_eq!(new.run(&["new", "示例"]).code(), 0);
    let made = new.files("示例");
    assert!(new.run(&["check", "--fix", "--root", "示例"]).stdout().starts_with("没有可以自动改正的\n"));
    assert_eq!(new.files("示例"), made);
    for entry in fs::read_dir(repository().join("tests/site")).unwrap() {
        // The published original is the shipped content.
        let content = entry.unwrap().path().join("content");
        if !content.is_dir() {
            continue;
        }
        let project = Project::empty();
        for (path, bytes) in crate::support::files(&content) {
            project.write(&format!("content/{path}"), bytes);
        }
        let before = project.files("");
        project.run(&["check", "--fix"]);
        assert_eq!(project.files(""), before, "{}", content.display());
    }
}

/// Each file keeps its byte order mark and its line ends; of the encodings only UTF-8 stays.
#[test]
fn a_corrected_file_is_utf_8_and_keeps_its_mark_and_line_ends() {
    type Way<'w> = &'w dyn Fn(&str) -> Vec<u8>;
    let utf16 = |text: &str| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    let utf8: Way<'_> = &|text| text.as_bytes().to_vec();
    let marked: Way<'_> = &|text| [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let with_returns = |text: &str| text.replace('\n', "\r\n");
    let ways: [(&str, Way<'_>, Way<'_>); 5] = [
        ("UTF-8", utf8, utf8),
        ("with a mark", marked, marked),
        ("UTF-16", &utf16, utf8),
        ("GBK", &gbk, utf8),
        ("CRLF in GBK", &|text| gbk(&with_returns(text)), &|text| with_returns(text).into_bytes()),
    ];
    let right = {
        let project = pasted();
        run(&project, &["check", "--fix"]);
        fs::read_to_string(project.path(NOTICE)).unwrap()
    };
    for (name, way, mended) in ways {
        let project = pasted();
        let text = fs::read_to_string(project.path(NOTICE)).unwrap();
        project.write(NOTICE, way(&text));
        let made = run(&project, &["check", "--fix"]);
        assert_eq!(made.stderr(), "", "{name}");
        assert_eq!(fs::read(project.path(NOTICE)).unwrap(), mended(&right), "{name}: {}", made.stdout());
        assert_eq!(run(&project, &["undo"]).code(), 0);
        assert_eq!(fs::read(project.path(NOTICE)).unwrap(), way(&text), "{name}");
    }
}

#[test]
fn a_character_that_the_encoding_lacks_is_not_written() {
    let project = pasted();
    project.write("content/site.yaml", "名称: 某局政务公开\n易错词: {抓好: 𠮷}\n");
    let text = fs::read_to_string(project.path(NOTICE)).unwrap();
    let gbk = encoding_rs::GBK.encode(&text).0.into_owned();
    project.write(NOTICE, &gbk);
    assert_snapshot!(
        run(&project, &["check", "--fix", "W013"]).stdout(),
        str![[r#"
没有可以自动改正的
没有改的文件：
  content/栏目/通知/notice.md：改正后的文字用这个文件的编码写不出来；请先另存为 UTF-8
还有3个错误、5个警告、3个提示，用 gongkai check 逐处查看
其中有的会改动文字，点名才改；先看改动：gongkai check --diff --fix W006,W013

"#]]
    );
    assert_eq!(fs::read(project.path(NOTICE)).unwrap(), gbk);
}

/// Beside the right key there is nothing to correct automatically: somebody has to compare the two values.
#[test]
fn a_wrong_key_beside_the_right_one_has_no_correction() {
    let project = pasted();
    project.change(NOTICE, "成文日期: 2024/8/1\n", "发文机光: 甲局\n成文日期: 2024/8/1\n");
    let found = run(&project, &["check", "--only", "R004"]).stdout();
    assert!(found.contains("建议: “发文机关”已经写了；这一行核对后删去"), "{found}");
    run(&project, &["check", "--fix"]);
    let text = fs::read_to_string(project.path(NOTICE)).unwrap();
    assert!(text.contains("发文机光: 甲局\n成文日期: 2024-08-01\n"), "{text}");
}

/// Of two fields with one value the second goes; two values have to be compared.
#[test]
fn a_field_written_twice_goes_where_it_says_the_same() {
    for (second, is_removed) in [
        ("发文机关: 某局\n", true),
        ("发文机关: 甲局\n", false),
        ("发文机关: 某局 # 核对\n", false),
        ("发文机关: '某局'\n", false),
    ] {
        let project = pasted();
        project.change(NOTICE, "成文日期: 2024/8/1\n", &format!("{second}成文日期: 2024-08-01\n"));
        run(&project, &["check", "--fix"]);
        let text = fs::read_to_string(project.path(NOTICE)).unwrap();
        assert_eq!(text.matches("发文机关: ").count() == 1, is_removed, "{second}: {text}");
    }
}

/// `t002` would be a second T002.
#[test]
fn a_file_that_would_get_an_error_stays_as_it_is() {
    let project = pasted();
    project.write("content/site.yaml", "名称: 某局政务公开\n规则级别:\n  t002: 警告\n  T002: 提示\n");
    let before = fs::read(project.path("content/site.yaml")).unwrap();
    assert_snapshot!(
        run(&project, &["check", "--fix"]).stdout(),
        str![[r#"
已改2个文件，共5处。撤销用 gongkai undo
  content/offices.yaml  R002 ×1
  content/栏目/通知/notice.md  R007 ×1 W015 ×1 W016 ×1 W017 ×1
没有改的文件：
  content/site.yaml：改正以后会出现新的错误（R008：“T002”写了两次），请人工核对
还有1个错误、1个警告、2个提示，用 gongkai check 逐处查看
其中有的会改动文字，点名才改；先看改动：gongkai check --diff --fix W006

"#]]
    );
    assert_eq!(fs::read(project.path("content/site.yaml")).unwrap(), before);
    assert_eq!(fs::read_to_string(project.path("content/offices.yaml")).unwrap(), "股室:\n  - 法规股\n");
}

/// YAML is read up to its first mistake: each round finds the next, and in the end what was hidden behind them.
#[test]
fn mistakes_behind_mistakes_are_corrected_too() {
    let project = pasted();
    let slips = "---\n标题：关于开展安全检查的通知\n发文机关：某局\n成文日期:2024/8/1\n发布日期: 2024-08-02 09:00\n基本信息:\n\t公开方式: 主动公开\n---\n通知如下。\n";
    project.write(NOTICE, slips);
    let made = run(&project, &["check", "--fix"]);
    assert_eq!(made.code(), 0, "{}", made.stdout());
    let right = "---\n标题: 关于开展安全检查的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n基本信息:\n  公开方式: 主动公开\n---\n通知如下。\n";
    assert_eq!(fs::read_to_string(project.path(NOTICE)).unwrap(), right);
    // Errors that come to light are no reason to leave the file as it is.
    project.write(NOTICE, slips.replace("发文机关：某局\n", ""));
    assert_eq!(run(&project, &["check", "--fix"]).code(), 1);
    assert_eq!(fs::read_to_string(project.path(NOTICE)).unwrap(), right.replace("发文机关: 某局\n", ""));
}

#[test]
fn a_file_that_may_not_be_written_stops_everything() {
    let project = pasted();
    let before = project.files("content");
    let mut permissions = fs::metadata(project.path(NOTICE)).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(project.path(NOTICE), permissions).unwrap();
    let refused = run(&project, &["check", "--fix"]);
    assert_snapshot!(
        refused.stderr(),
        str![[r#"
错误: 无法写入“./content/栏目/通知/notice.md”：没有权限

"#]]
    );
    assert_eq!((refused.code(), project.files("content")), (2, before));
    assert_snapshot!(
        run(&project, &["check", "--fix", "--lang", "en"]).stderr(),
        str![[r#"
error: cannot write ./content/栏目/通知/notice.md: permission denied

"#]]
    );
}

#[test]
fn what_was_edited_since_is_not_taken_back() {
    let project = pasted();
    run(&project, &["check", "--fix"]);
    project.change(NOTICE, "通知如下", "要求如下");
    let there = project.files("content");
    let refused = run(&project, &["undo"]);
    assert_snapshot!(
        refused.stderr(),
        str![[r#"
错误: 下列文件在那次改动以后又有改动，为免丢失，没有撤销：
  content/栏目/通知/notice.md
那次改动以前的文件保存在“./.gongkai/history/20240901-093000-1”，可以自行取用

"#]]
    );
    assert_eq!((refused.code(), project.files("content")), (2, there));
    assert_snapshot!(
        run(&project, &["undo", "--lang", "en"]).stderr(),
        str![[r#"
error: these files were changed since; nothing was taken back, so that nothing is lost:
  content/栏目/通知/notice.md
The files before the change are kept in ./.gongkai/history/20240901-093000-1

"#]]
    );
    project.change(NOTICE, "要求如下", "通知如下");
    assert_eq!(run(&project, &["undo"]).code(), 0);
}

#[test]
fn two_processes_wait_for_each_other() {
    let project = pasted();
    run(&project, &["check", "--fix"]);
    let there = project.files("content");
    let lock = fs::File::options().append(true).open(project.path(".gongkai/lock")).unwrap();
    lock.try_lock().unwrap();
    for arguments in [&["check", "--fix", "W006"][..], &["undo"]] {
        let refused = run(&project, arguments);
        assert_eq!(refused.code(), 2);
        assert!(refused.stderr().contains("另一个 gongkai"), "{}", refused.stderr());
    }
    assert_eq!(project.files("content"), there);
}

#[test]
fn kinds_without_a_correction_are_named() {
    let project = pasted();
    let refused = run(&project, &["check", "--fix", "W001"]);
    assert_snapshot!(
        refused.stderr(),
        str![[r#"
错误: W001 不能自动改正：怎样改要由人定，见 gongkai explain W001

可以自动改正的：R001 R002 R004 R006 R007 R008 R009 R011 R014 R018 R070 T002 T003 T010 N001 N004 N007 N016 N017 D006 W002 W003 W004 W005 W006 W007 W008 W009 W010 W011 W012 W013 W014 W015 W016 W017 W018 W019 W020 W021 W060 L011 L012 A003

"#]]
    );
    assert_eq!(refused.code(), 2);
}

/// Programs get the findings that are left on standard output, and nothing else there.
#[test]
fn other_forms_print_what_is_left() {
    let project = pasted();
    let made = run(&project, &["check", "--fix", "--format", "json"]);
    let left: serde_json::Value = serde_json::from_str(&made.stdout()).unwrap();
    let left: BTreeSet<&str> = left["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    assert_eq!(left, BTreeSet::from(["W006"]));
    assert!(made.stderr().starts_with("已改2个文件"), "{}", made.stderr());
}

/// Personal numbers are hidden in the lines that are shown, too.
#[test]
fn a_difference_hides_personal_numbers() {
    let project = pasted();
    project.change(
        NOTICE,
        "    以上请遵照执行。",
        "    联系人张三，13812345678。\n\n第一段联系13812345678。\n第二段。",
    );
    let shown = run(&project, &["check", "--diff"]).stdout();
    assert!(!shown.contains("13812345678") && shown.contains(" 第一段联系***********。"), "{shown}");
}

/// Words of the project's own lists are corrected when W013 is named, in the notice and in its tables; a name with a day
/// is left to people, because a paper may mean the body of that time.
#[test]
fn words_of_the_project() {
    let project = Project::empty();
    project.write("content/site.yaml", "名称: 某局政务公开\n易错词: {帐目: 账目}\n");
    project.write("content/offices.yaml", "股室: [危化股]\n");
    project.write("content/栏目/column.yaml", "名称: 栏目\n说明: 某局的通知\n类型: 政策文件\n");
    project.write(
        "content/wording.yaml",
        "词语:\n  - {错: 监查, 对: 监察}\n  - {错: 国土资源部, 对: 自然资源部, 自: 2018-03-17}\n",
    );
    project.write(
        NOTICE,
        "---\n标题: 关于监查的通知\n发文机关: 某局\n主送: 各股室\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n\
         附件:\n  - {表: tasks.yaml, 名称: 清单}\n---\n核对帐目，按国土资源部的要求监查。\n\n{{任务要求}}\n",
    );
    project
        .write(TASKS, "表名: 清单\n任务:\n  - 名称: 监查\n    要求: \"加强监查。\"\n    责任股室: 危化股\n");
    let run = project.run(&["check", "--fix", "W013"]);
    assert_snapshot!(
        run.stdout().lines().take(3).map(|line| format!("{line}\n")).collect::<String>(),
        str![[r#"
已改2个文件，共5处。撤销用 gongkai undo
  content/栏目/通知/notice.md  W013 ×3
  content/栏目/通知/tasks.yaml  W013 ×2

"#]]
    );
    let text = |path: &str| fs::read_to_string(project.path(path)).unwrap();
    assert!(text(NOTICE).contains("标题: 关于监察的通知"), "{}", text(NOTICE));
    assert!(
        text(NOTICE).ends_with("核对账目，按国土资源部的要求监察。\n\n{{任务要求}}\n"),
        "{}",
        text(NOTICE)
    );
    assert!(
        text(TASKS).ends_with("  - 名称: 监察\n    要求: \"加强监察。\"\n    责任股室: 危化股\n"),
        "{}",
        text(TASKS)
    );
}
