//! Reports are made public in one step, taken back, and corrected; the older ones are kept.

use std::fs;

use snapbox::str;

use crate::support::{Project, Run, assert_snapshot, program};

const NOTICE: &str = "anquan/2024-renwu";

const TASKS: &str = "\
表名: 任务分解表
任务:
  - 名称: 加强执法
    举措:
      - {内容: 开展检查。, 责任股室: 危化股, 完成时限: 2024年12月}
      - {内容: 组织演练。, 责任股室: 法规股, 完成时限: 2024年12月}
";

/// A notice with two reports and two summaries of two offices, none of them public.
fn project() -> Project {
    let project = Project::empty();
    project.write("content/site.yaml", "名称: 某局政务公开\n域名: www.example.gov.cn\n");
    project.write("content/offices.yaml", "股室: [{名称: 危化股, 别名: [危化]}, 法规股]\n");
    project.write("content/anquan/column.yaml", "名称: 安全生产\n");
    let notice = "---\n标题: 关于任务分解的通知\n发文机关: 某局\n成文日期: 2024-06-03\n发布日期: 2024-06-04 09:00\n附件: [{名称: 任务分解表, 表: tasks.yaml}]\n---\n现印发给你们。\n";
    project.write(&format!("content/{NOTICE}/notice.md"), notice);
    project.write(&format!("content/{NOTICE}/tasks.yaml"), TASKS);
    let note = |name: &str, day: &str, office: &str, item: &str, words: &str, more: &str| {
        let beginning = if item == "1.1" { "开展检查" } else { "组织演练" };
        let text = format!(
            "---\n日期: {day}\n股室: {office}\n事项: \"{item}\"\n举措开头: {beginning}\n状态: 正在推进\n{more}---\n{words}\n"
        );
        project.write(&format!("content/{NOTICE}/progress/{name}.md"), text);
    };
    note("a", "2024-07-31", "危化股", "1.1", "检查12家。", "公开: false # 待核\n");
    note("b", "2024-08-30", "法规股", "1.2", "制定了方案。", "");
    let summary = |office: &str, signing: &str| {
        let text = format!("---\n股室: {office}\n年度: 2024\n公开: false\n{signing}---\n全年完成。\n");
        project.write(&format!("content/{NOTICE}/summary/{office}.md"), text);
    };
    summary("危化股", "签字: {股室负责人: 张某, 分管领导: 李某, 日期: 2024-08-31}\n");
    summary("法规股", "");
    project
}

/// A run at 09:30 on 1 September 2024.
fn run(project: &Project, arguments: &[&str]) -> Run {
    let mut command = program();
    command.env("SOURCE_DATE_EPOCH", "1725183000").current_dir(project.path("")).args(arguments);
    Run::of(command.output().unwrap())
}

fn file(project: &Project, name: &str) -> String {
    fs::read_to_string(project.path(&format!("content/{NOTICE}/{name}"))).unwrap()
}

#[test]
fn all_is_shown_then_written_and_taken_back() {
    let project = project();
    let before = project.files("content");
    let shown = run(&project, &["publish", "--all", "--dry-run"]);
    assert_eq!((shown.code(), project.files("content")), (0, before.clone()));
    assert_snapshot!(
        shown.stdout(),
        str![[r#"
关于任务分解的通知
  content/anquan/2024-renwu/progress/a.md
    2024年7月31日  危化股  1.1  正在推进：检查12家。
  content/anquan/2024-renwu/progress/b.md
    2024年8月30日  法规股  1.2  正在推进：制定了方案。
  content/anquan/2024-renwu/summary/危化股.md
    2024年总结  危化股：全年完成。
不能公开：content/anquan/2024-renwu/summary/法规股.md（还没有签字）
试运行：会公开进展 2 份、总结 1 份；未写任何文件

"#]]
    );
    assert_snapshot!(shown.stderr(), str![[r#""#]]);
    let done = run(&project, &["publish", "--all"]);
    assert_eq!(done.code(), 0);
    let (shown_papers, end) =
        shown.stdout().trim_end().rsplit_once('\n').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    assert!(end.starts_with("试运行"));
    assert_snapshot!(
        done.stdout().strip_prefix(&shown_papers).unwrap().to_owned(),
        str![[r#"

已公开进展 2 份、总结 1 份，发布日期 2024-09-01 09:30。撤销用 gongkai undo；网站要重新生成（gongkai build）

"#]]
    );
    let public = "公开: true # 待核\n发布日期: 2024-09-01 09:30\n---\n";
    assert!(file(&project, "progress/a.md").contains(public));
    assert!(
        file(&project, "progress/b.md")
            .contains("状态: 正在推进\n公开: true\n发布日期: 2024-09-01 09:30\n---\n")
    );
    assert!(file(&project, "summary/危化股.md").contains("公开: true\n发布日期: 2024-09-01 09:30\n签字"));
    assert!(file(&project, "summary/法规股.md").contains("公开: false\n"), "not signed");
    // Once more changes nothing, and leaves no entry of history.
    let again = run(&project, &["publish", "--all"]).stdout();
    assert!(again.ends_with("没有要改动的\n"), "{again}");
    assert_eq!(run(&project, &["build"]).code(), 0);
    assert!(project.path(&format!("output/site/{NOTICE}/progress/a.html")).is_file());
    assert_eq!(run(&project, &["undo"]).code(), 0);
    assert_eq!(project.files("content"), before);
    assert_eq!(run(&project, &["undo"]).stdout(), "没有可以撤销的改动\n");
}

/// A bureau that publishes no reports of a notice does not mark them either, and those marked before keep their time.
#[test]
fn what_the_bureau_does_not_show_is_left_alone() {
    let project = project();
    project.change(
        &format!("content/{NOTICE}/progress/a.md"),
        "公开: false # 待核\n",
        "公开: true\n发布日期: 2024-08-02 10:00\n",
    );
    project.change("content/site.yaml", "域名", "进展公开: {台账: false}\n域名");
    let before = project.files("content");
    assert_snapshot!(
        run(&project, &["publish", "--all"]).stdout(),
        str![[r#"
不能公开：content/anquan/2024-renwu/progress/a.md（“进展公开”关闭了“台账”）
不能公开：content/anquan/2024-renwu/progress/b.md（“进展公开”关闭了“台账”）
不能公开：content/anquan/2024-renwu/summary/危化股.md（“进展公开”关闭了“台账”）
不能公开：content/anquan/2024-renwu/summary/法规股.md（“进展公开”关闭了“台账”）
没有要改动的

"#]]
    );
    assert_eq!(project.files("content"), before);
}

#[test]
fn a_choice_by_notice_office_and_period() {
    let project = project();
    let chosen = |arguments: &[&str]| -> Vec<String> {
        let run = run(&project, &[&["publish", "--dry-run"], arguments].concat());
        assert_eq!(run.code(), 0, "{}", run.stderr());
        let name = |line: &str| line.trim().strip_prefix(&format!("content/{NOTICE}/")).map(str::to_owned);
        run.stdout().lines().filter_map(name).collect()
    };
    assert_eq!(chosen(&["--office", "危化"]), ["progress/a.md", "summary/危化股.md"]);
    assert_eq!(chosen(&["--period", "2024-08"]), ["progress/b.md", "summary/危化股.md"]);
    assert_eq!(chosen(&["--period", "2024-07-01..2024-08-30", "--office", "法规股"]), ["progress/b.md"]);
    assert_eq!(chosen(&["--notice", &format!("content/{NOTICE}/"), "--period", "2023"]), [""; 0]);
    let refused = |arguments: &[&str]| {
        let run = run(&project, &[&["publish"], arguments].concat());
        assert_eq!((run.code(), run.stdout()), (2, String::new()));
        run.stderr()
    };
    assert_snapshot!(
        refused(&[]),
        str![[r#"
错误: 请写明公开哪些：--notice 通知所在的文件夹、--office 股室、--period 时间，可以同时写几个；全部公开，写 --all。
先看清单：加上 --dry-run

"#]]
    );
    assert!(refused(&["--notice", "没有"]).contains(NOTICE));
    assert!(refused(&["--office", "没有"]).contains("危化股"));
    assert!(refused(&["--period", "八月"]).contains("2024-07..2024-09"));
    assert!(refused(&["--all", "--office", "危化股"]).contains("--all"));
    assert!(refused(&["--all", "--at", "2024-09-02"]).contains("不晚于今天"));
}

#[test]
fn an_error_in_what_would_be_public_refuses_all_of_it() {
    let project = project();
    project.change(&format!("content/{NOTICE}/progress/a.md"), "检查12家。", "检查12家，电话15912345678。");
    assert_eq!(run(&project, &["check", "--severity", "error"]).code(), 0);
    let before = project.files("content");
    for arguments in [&["publish", "--all"][..], &["publish", "--all", "--dry-run"]] {
        let refused = run(&project, arguments);
        assert_eq!((refused.code(), project.files("content")), (1, before.clone()));
        assert_snapshot!(
            refused.stderr(),
            str![[r#"
错误[P003]: 公开的文字里有手机号码“159******78”
  --> content/anquan/2024-renwu/progress/a.md:10:9
   |
10 | 检查12家，电话***********。
   |               ^^^^^^^^^^^
   |
建议: 删去，或遮去中间各位；依法必须公开并经批准的，在“放行”中写明

共 1 处错误，0 处警告，0 处提示
这样公开会有错误，未改动任何文件；改正后请重新运行

"#]]
        );
    }
    assert_eq!(run(&project, &["publish", "--office", "法规股"]).code(), 0);
}

#[test]
fn what_is_taken_back_is_public_no_more() {
    let project = project();
    assert_eq!(run(&project, &["publish", "--all"]).code(), 0);
    let public = project.files("content");
    let back = run(&project, &["publish", "--withdraw", "--office", "危化股"]);
    assert_snapshot!(
        back.stdout(),
        str![[r#"
关于任务分解的通知
  content/anquan/2024-renwu/progress/a.md
    2024年7月31日  危化股  1.1  正在推进：检查12家。
  content/anquan/2024-renwu/summary/危化股.md
    2024年总结  危化股：全年完成。
已撤回进展 1 份、总结 1 份：台账回到它们之前公开的进展，原来的发布日期留在 .gongkai/history 里。撤销用 gongkai undo；网站要重新生成（gongkai build）

"#]]
    );
    assert!(file(&project, "progress/a.md").contains("状态: 正在推进\n公开: false # 待核\n---\n"));
    assert!(file(&project, "summary/危化股.md").contains("公开: false\n签字"));
    assert_eq!(run(&project, &["build"]).code(), 0);
    assert!(!project.path(&format!("output/site/{NOTICE}/progress/a.html")).exists());
    assert_eq!(run(&project, &["undo"]).code(), 0);
    assert_eq!(project.files("content"), public);
    // A link to a report stops it from being taken back.
    project.change(&format!("content/{NOTICE}/progress/b.md"), "制定了方案。", "见[检查](a.md)。");
    let refused = run(&project, &["publish", "--withdraw", "--office", "危化股"]);
    assert_eq!(refused.code(), 1);
    assert!(refused.stderr().contains("[R009]"), "{}", refused.stderr());
}

/// A report that was made public by hand gets the time that somebody knows, and no other.
#[test]
fn a_time_that_was_not_written_down_is_added_when_it_is_given() {
    let project = project();
    project.change(&format!("content/{NOTICE}/progress/a.md"), "公开: false", "公开: true");
    let text = file(&project, "progress/a.md");
    assert_eq!(run(&project, &["publish", "--period", "2024-07"]).code(), 0);
    assert_eq!(file(&project, "progress/a.md"), text, "public already");
    assert!(run(&project, &["check"]).stdout().contains("N019"));
    // The feed has the day of the report as that of its words, and no time of publication.
    let feed = || {
        assert_eq!(run(&project, &["build"]).code(), 0);
        fs::read_to_string(project.path("output/site/feed.xml")).unwrap()
    };
    let feed_before = feed();
    assert!(feed_before.contains("<updated>2024-07-31T00:00:00+08:00</updated>\n<author>"), "{feed_before}");
    let at = ["publish", "--period", "2024-07", "--at", "2024-08-02 10:00"];
    assert_eq!(run(&project, &at).code(), 0);
    assert!(file(&project, "progress/a.md").contains("公开: true # 待核\n发布日期: 2024-08-02 10:00\n"));
    assert!(!run(&project, &["check"]).stdout().contains("N019"));
    let published = "<published>2024-08-02T10:00:00+08:00</published>";
    assert!(!feed_before.contains(published) && feed().contains(published));
}
