//! `gongkai desk` (工作台): every form over HTTP, and in a browser from import to publication.
//!
//! Who is refused: `tests/desk_guard.rs`.

use std::fs;

use rust_xlsxwriter::Workbook;
use serde_json::json;
use snapbox::str;

use crate::support::browser::use_desk;
use crate::support::filling::{Book, Put, typed};
use crate::support::preview::{Preview, Reply};
use crate::support::word::{docx, p, unpack};
use crate::support::{NOTICE, Project, TODAY, assert_snapshot, visible_text};

/// A paper as Word has it.
fn paper() -> Vec<u8> {
    let lines = [
        "某某县应急管理局关于开展安全检查的通知",
        "各股室：",
        "现将有关事项通知如下。",
        "一、工作要求",
        "各股室要加强检查。",
        "某某县应急管理局",
        "2024年8月20日",
    ];
    docx(&lines.map(p).concat(), &[])
}

/// The words in the right half of a page of the desk.
fn work(reply: &Reply) -> String {
    assert_eq!(reply.status, 200, "{}", reply.head);
    visible_text(reply.text().split("<main").nth(1).unwrap().split_once('>').unwrap().1)
}

/// The value of the first button that corrects a finding of a kind.
fn key(page: &str, message: &str) -> String {
    let entry = page.split("<li class=").find(|entry| entry.contains(message)).expect(message);
    entry.split("name=\"key\" value=\"").nth(1).expect("a button").split('"').next().unwrap().to_owned()
}

/// The words of the result.
fn outcome(reply: &Reply) -> String {
    let page = reply.text();
    let part = page.split("<section class=\"outcome").nth(1).unwrap_or_else(|| panic!("{page}"));
    visible_text(part.split("</section>").next().unwrap().split_once('>').unwrap().1).trim().to_owned()
}

#[test]
fn the_site_stands_beside_what_is_to_be_done() {
    let project = Project::shipped();
    let desk = Preview::desk(TODAY, &project);
    let home = desk.look("/");
    let page = home.text();
    assert!(page.contains("可以发布") && page.contains("src=\"site/index.html\""), "{page}");
    assert!(work(&home).contains("“法制股”的规范名称是“法规股”"));
    let policy = home.header("Content-Security-Policy").unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{policy}");
    let shown = desk.look("/site/index.html");
    assert_eq!(shown.status, 200);
    assert!(shown.header("Content-Security-Policy").unwrap().contains("frame-ancestors 'self'"));
    for path in ["/import", "/reports", "/offices", "/build", "/build?compare=1"] {
        assert!(work(&desk.look(path)).len() > 100, "{path}");
    }
    let bare = desk.request("GET", &desk.base);
    assert_eq!((bare.status, bare.header("Location")), (303, Some(format!("{}/", desk.base).as_str())));
    assert!(!project.path("output").exists() && !project.path(".gongkai").exists(), "a look writes nothing");
}

#[test]
fn a_correction_is_written_shown_in_every_window_and_taken_back() {
    let project = Project::shipped();
    let before = project.files("content");
    let desk = Preview::desk(TODAY, &project);
    let (page, mut other) = desk.open("/");
    let page = page.text();
    let key = key(&page, "“法制股”的规范名称是“法规股”");
    let done = desk.submit("/mend", &[("key", None, key.as_bytes())]);
    assert_eq!((done.status, done.header("Location")), (303, Some("./")));
    other.wait();
    assert_snapshot!(
        outcome(&desk.look("/")),
        str![[r#"
已改好1处
  content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md  T003 ×1
"#]]
    );
    let notice = fs::read_to_string(project.path(&format!("content/{NOTICE}/notice.md"))).unwrap();
    assert!(!notice.contains("法制股") && notice.contains("工作任务实施清单"), "one finding, and no other");

    let again = desk.submit("/mend", &[("key", None, key.as_bytes())]);
    assert_eq!(again.status, 303);
    assert!(outcome(&desk.look("/")).contains("这一处已经变了"));

    desk.submit("/mend", &[("code", None, b"W006")]);
    let kind = outcome(&desk.look("/"));
    assert!(kind.contains("W006 ×3"), "{kind}");
    desk.submit("/undo", &[]);
    assert!(outcome(&desk.look("/")).contains("已撤销："));
    desk.submit("/undo", &[]);
    assert_eq!(project.files("content"), before);
    desk.submit("/undo", &[]);
    assert!(outcome(&desk.look("/")).contains("没有可以撤销的改动"));
}

#[test]
fn a_site_with_errors_is_shown_and_marked_and_nothing_is_built_of_it() {
    let project = Project::clean();
    project.change(&format!("content/{NOTICE}/tasks.yaml"), "责任股室: 救灾股", "责任股室: 救灾古");
    let desk = Preview::desk(TODAY, &project);
    let page = desk.look("/").text();
    assert!(page.contains("不能发布") && !page.contains("可以发布"));
    assert_eq!(desk.look(&format!("/site/{NOTICE}/")).status, 200, "the site is shown all the same");
    for action in ["/build", "/pack"] {
        desk.submit(action, &[]);
        assert!(outcome(&desk.look("/build")).contains("请先在“问题”里改正错误"));
    }
    assert!(!project.path("output").exists() && !project.path("upload").exists());
    // A draft with errors stops nothing.
    let draft = "gongkai-lingyu/anquan-shengchan/2025-cao";
    crate::support::copy(
        &project.path(&format!("content/{NOTICE}")),
        &project.path(&format!("content/{draft}")),
    );
    project.change(&format!("content/{NOTICE}/tasks.yaml"), "责任股室: 救灾古", "责任股室: 救灾股");
    project.change(&format!("content/{draft}/notice.md"), "---\n", "---\n公开: false\n");
    desk.reload_until("/", |page| page.text().contains("可以发布"));
}

#[test]
fn a_paper_becomes_a_notice_that_is_shown() {
    let project = Project::clean();
    let before = project.files("content");
    let desk = Preview::desk(TODAY, &project);
    let word = paper();
    let section = "gongkai-lingyu/anquan-shengchan";
    let fields = |folder: &'static str, name: &'static str, bytes| {
        [
            ("file", Some(name), bytes),
            ("section", None, section.as_bytes()),
            ("folder", None, folder.as_bytes()),
        ]
    };
    desk.submit("/import", &fields("2024-jiancha", "C:\\通知\\通知.docx", &word));
    let page = desk.look("/import");
    assert!(
        outcome(&page).contains(&format!("已导入到 content/{section}/2024-jiancha")),
        "{}",
        outcome(&page)
    );
    assert!(page.text().contains(&format!("src=\"site/{section}/2024-jiancha/index.html\"")));
    let shown = desk.look(&format!("/site/{section}/2024-jiancha/")).text();
    assert!(shown.contains("关于开展安全检查的通知"), "{shown}");

    // Nothing is replaced, and no name leads out of the content.
    desk.submit("/import", &fields("2024-jiancha", "通知.docx", &word));
    assert!(outcome(&desk.look("/import")).contains("已经存在"));
    for folder in ["..", "../x", "a/b", "a\\b", ".x", "~x", "con", "a.", "\u{202e}/..", "index.html"] {
        let mut fields = fields("", "通知.docx", &word);
        fields[2].2 = folder.as_bytes();
        desk.submit("/import", &fields);
        assert!(outcome(&desk.look("/import")).contains("不能用作文件夹名"), "{folder}");
    }
    for section in ["", "..", "nowhere", "/etc"] {
        let mut fields = fields("x", "通知.docx", &word);
        fields[1].2 = section.as_bytes();
        desk.submit("/import", &fields);
        let said = outcome(&desk.look("/import"));
        assert!(said.contains("栏目"), "{said}");
    }
    desk.submit("/import", &fields("x", "通知.docx", b"PK\x03\x04 no Word file"));
    let said = outcome(&desk.look("/import"));
    assert!(said.contains("没有导入，没有写入任何文件"), "{said}");
    desk.submit("/undo", &[]);
    assert_eq!(project.files("content"), before);
}

#[test]
fn a_list_of_offices_is_added_to_the_register() {
    let project = Project::clean();
    let before = fs::read_to_string(project.path("content/offices.yaml")).unwrap();
    let desk = Preview::desk(TODAY, &project);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [["名称", "别名"], ["危化股", ""], ["档案馆", "县档案馆、档案室"], ["甲,乙股", ""]];
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let send = || desk.submit("/import", &[("file", Some("名录.xlsx"), &bytes), ("kind", None, b"register")]);
    send();
    assert_snapshot!(
        outcome(&desk.look("/import")),
        str![[r#"
已在 content/offices.yaml 登记2个机构，另有1个登记过：
档案馆、甲,乙股
"#]]
    );
    let after = fs::read_to_string(project.path("content/offices.yaml")).unwrap();
    let added: Vec<&str> = after.lines().filter(|line| !before.lines().any(|old| old == *line)).collect();
    assert_eq!(added, ["  - {名称: 档案馆, 别名: [县档案馆, 档案室]}", "  - '甲,乙股'"]);
    send();
    assert!(outcome(&desk.look("/import")).contains("这3个机构都登记过了"));
    desk.submit("/import", &[("file", Some("x.xlsx"), b"PK\x03\x04"), ("kind", None, b"register")]);
    assert!(outcome(&desk.look("/import")).contains("没有导入，没有写入任何文件"));
    desk.submit("/undo", &[]);
    assert_eq!(fs::read_to_string(project.path("content/offices.yaml")).unwrap(), before);
}

#[test]
fn what_the_desk_has_written_itself_is_read_once() {
    let project = Project::shipped();
    let desk = Preview::desk(TODAY, &project);
    let count = |page: &str| -> u64 {
        let stamp = page.split("data-seen=\"").nth(1).unwrap().split('"').next().unwrap();
        stamp.rsplit('-').next().unwrap().parse().unwrap()
    };
    let page = desk.look("/").text();
    let (first, key) = (count(&page), key(&page, "“法制股”的规范名称是“法规股”"));
    desk.submit("/mend", &[("key", None, key.as_bytes())]);
    assert_eq!(count(&desk.look("/").text()), first + 1);
    // A save that changes nothing is no news, either; one that does comes after it.
    let path = format!("content/{NOTICE}/notice.md");
    let text = fs::read_to_string(project.path(&path)).unwrap();
    project.write(&path, &text);
    project.write("content/offices.yaml", "股室: [\n");
    let page = desk.reload_until("/", |page| page.text().contains("不能发布"));
    assert!(count(&page.text()) <= first + 2, "read once more for a change of its own");
}

/// A handout that came back, with one row filled in.
fn returned(zip: &[u8]) -> (String, Vec<u8>) {
    let all = unpack(zip);
    let (name, bytes) = all.iter().find(|(name, _)| name.contains("非煤")).expect("a handout");
    let mut book = Book::open(bytes);
    book.put("G6", &typed("正在推进")).put("H6", &typed("检查12家。")).put("K6", &Put::Number(45536.0));
    (name.rsplit('/').next().unwrap().to_owned(), book.bytes())
}

#[test]
fn handouts_go_out_come_back_and_are_published_and_packed() {
    let project = Project::clean();
    let desk = Preview::desk(TODAY, &project);
    let zip = desk.look("/handouts.zip");
    assert!(zip.header("Content-Disposition").unwrap().starts_with("attachment; filename*=UTF-8''"));
    let (name, bytes) = returned(&zip.body);
    assert_eq!(desk.look("/reminders.zip").status, 303, "nobody owes anything");
    assert!(outcome(&desk.look("/offices")).contains("没有需要催办的事项"));
    desk.submit("/collect", &[("file", Some(&name), &bytes)]);
    assert_snapshot!(
        outcome(&desk.look("/reports")),
        str!["写入进展 1 份，已有 0 份。都还不公开：核对之后，在下面公开"]
    );
    let page = desk.look("/reports").text();
    let report = page.split("name=\"report\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    desk.submit("/publish", &[]);
    assert!(outcome(&desk.look("/reports")).contains("请先勾选"));
    desk.submit("/publish", &[("report", None, report.as_bytes())]);
    assert!(outcome(&desk.look("/reports")).contains("已公开进展 1 份"));
    assert!(fs::read_to_string(project.path(report)).unwrap().contains("公开: true"));
    assert_eq!(desk.look(&format!("/site/{NOTICE}/progress/")).status, 200);

    assert!(work(&desk.look("/build?compare=1")).contains("新增"));
    desk.submit("/build", &[]);
    assert!(outcome(&desk.look("/build")).starts_with("已生成 "));
    assert!(work(&desk.look("/build?compare=1")).contains("与上次生成的没有差别"));
    desk.submit("/pack", &[]);
    assert!(outcome(&desk.look("/build")).contains("上传包"));
    assert_eq!(project.files("upload").len(), 1);
    drop(desk);
    let run = project.run(&["build", "--dry-run"]);
    assert!(run.stdout().contains("没有差别"), "the desk builds what the command builds: {}", run.stdout());
}

#[test]
fn without_a_project_it_asks_for_a_folder_and_makes_one() {
    let project = Project::empty();
    let desk = Preview::desk(TODAY, &project);
    assert!(work(&desk.look("/")).contains("这里还没有项目"));
    assert_eq!(desk.look("/site/index.html").status, 404);
    project.write("full/a.txt", "甲");
    desk.submit("/project", &[("folder", None, b"full")]);
    assert!(outcome(&desk.look("/")).contains("已有内容"));
    desk.submit("/project", &[("folder", None, "政务 公开".as_bytes())]);
    assert!(desk.look("/").text().contains("示例县示例局政务公开"));
    assert!(project.path("政务 公开/content/site.yaml").is_file());
    assert_eq!(desk.look("/site/index.html").status, 200);
}

/// The name of the first finding that says so.
fn name(page: &str, message: &str) -> String {
    let entry = page.split("<li class=").find(|entry| entry.contains(message)).expect(message);
    entry.split("name=\"key\" value=\"").nth(1).expect("a form").split('"').next().unwrap().to_owned()
}

#[test]
fn small_forms_fill_a_field_register_an_office_and_give_a_reason() {
    let project = Project::clean();
    let notice = format!("content/{NOTICE}/notice.md");
    let tasks = format!("content/{NOTICE}/tasks.yaml");
    project.change(&notice, "发布日期: 2024-08-01", "# 发布日期: 2024-08-01");
    project.change(&tasks, "责任股室: 救灾股", "责任股室: 地震股");
    project.change(&notice, "局法规股", "局法制股");
    let before = project.files("content");
    let desk = Preview::desk(TODAY, &project);
    let fill = |message: &str, action: &str, value: &str| {
        let name = name(&desk.look("/").text(), message);
        desk.submit(action, &[("key", None, name.as_bytes()), ("value", None, value.as_bytes())]);
        outcome(&desk.look("/"))
    };
    // Nothing is written that is an error itself, or no value at all.
    for wrong in ["昨天", "2024-13-01", "", "a\n公开: false"] {
        let said = fill("缺少“发布日期”", "/fill", wrong);
        assert!(!said.contains("已写入"), "{wrong}: {said}");
    }
    assert_eq!(project.files("content"), before);
    assert_eq!(fill("缺少“发布日期”", "/fill", "2024-08-02 09:30"), format!("已写入 {notice}"));
    assert!(fs::read_to_string(project.path(&notice)).unwrap().contains("\n发布日期: 2024-08-02 09:30\n"));

    assert_eq!(fill("“地震股”", "/fill", "地震股"), "已写入 content/offices.yaml");
    assert!(fs::read_to_string(project.path("content/offices.yaml")).unwrap().contains("- 地震股\n"));

    assert_eq!(fill("“法制股”的规范名称", "/accept", "经局务会审定"), format!("已写入 {notice}"));
    assert!(desk.look("/").text().contains("已放行：经局务会审定"));
    for _ in 0..3 {
        desk.submit("/undo", &[]);
    }
    assert_eq!(project.files("content"), before);
}

#[test]
fn the_desk_speaks_english_too() {
    let project = Project::shipped();
    let desk =
        Preview::start(&project, &["desk", "--no-open", "--port", "0", "--today", TODAY, "--lang", "en"]);
    for path in ["/", "/import", "/reports", "/offices", "/build?compare=1"] {
        let page = desk.look(path).text();
        assert!(page.contains("<html lang=\"en\">") && page.contains("What is to be done"), "{page}");
    }
}

#[test]
#[ignore = "needs Chromium and Node"]
fn from_a_word_paper_to_the_published_report_click_by_click() {
    let project = Project::empty();
    let desk = Preview::desk(TODAY, &project);
    project.write("通知.docx", paper());
    let word = project.path("通知.docx");
    let said = use_desk(
        &desk.address(),
        &[
            json!(["press", "打开或新建"]),
            json!(["press", "导入"]),
            json!(["file", "#file", word]),
            json!(["choose", "#section", "tongzhi-gonggao"]),
            json!(["type", "#folder", "2024-jiancha"]),
            json!(["keyboard", "导入"]),
            json!(["shown", "h1"]),
            json!(["press", "问题"]),
            json!(["type", "[name=value]", "2024-08-21 09:30"]),
            json!(["press", "填写"]),
            json!(["press", "撤销上一次改动"]),
            json!(["press", "撤销上一次改动"]),
        ],
    );
    assert_snapshot!(
        said,
        str![[r#"
[打开或新建] 可以发布错误 0警告 0提示 2
[导入] 可以发布错误 0警告 0提示 2
[导入] 不能发布错误 1警告 0提示 2 | 已导入到 content/tongzhi-gonggao/2024-jiancha，写入 1 个文件。请对照原件看一遍左边的网页，再到“问题”里补上没有填写的各项 | findings: 5
某某县应急管理局
关于开展安全检查的通知
[问题] 不能发布错误 1警告 0提示 2
[填写] 可以发布错误 0警告 0提示 2 | 已写入 content/tongzhi-gonggao/2024-jiancha/notice.md
[撤销上一次改动] 不能发布错误 1警告 0提示 2 | 已撤销：填写（2024-09-01 09:30:00，1个文件）
  content/tongzhi-gonggao/2024-jiancha/notice.md
[撤销上一次改动] 可以发布错误 0警告 0提示 2 | 已撤销：导入（2024-09-01 09:30:00，1个文件）
  content/tongzhi-gonggao/2024-jiancha/notice.md

"#]]
    );
    drop(desk);

    let project = Project::shipped();
    let desk = Preview::desk(TODAY, &project);
    let said = use_desk(
        &desk.address(),
        &[json!(["second", "改好：“法制股”", "已改好1处"]), json!(["keyboard", "撤销上一次改动"])],
    );
    assert_snapshot!(
        said,
        str![[r#"
[改好：“法制股”] 可以发布错误 0警告 15提示 5 | 已改好1处
  content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md  T003 ×1
the other window shows it
[撤销上一次改动] 可以发布错误 0警告 16提示 5 | 已撤销：改正 T003（2024-09-01 09:30:00，1个文件）
  content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md

"#]]
    );
    let (name, bytes) = returned(&desk.look("/handouts.zip").body);
    project.write(&name, bytes);
    let said = use_desk(
        &desk.address(),
        &[
            json!(["press", "进展"]),
            json!(["file", "#file", project.path(&name)]),
            json!(["press", "收表"]),
            json!(["tick", "检查12家"]),
            json!(["press", "公开勾选的"]),
            json!(["press", "生成、上传"]),
            json!(["press", "先看会有什么变化"]),
            json!(["press", "生成"]),
            json!(["press", "生成上传包"]),
        ],
    );
    let said = said.replace(project.path("").to_str().unwrap(), "").replace('\\', "/");
    assert_snapshot!(
        said,
        str![[r#"
[进展] 可以发布错误 0警告 16提示 5
[收表] 可以发布错误 0警告 16提示 5 | 写入进展 1 份，已有 0 份。都还不公开：核对之后，在下面公开
[公开勾选的] 可以发布错误 0警告 16提示 5 | 已公开进展 1 份、总结 0 份，发布日期 2024-09-01 09:30。网站要重新生成才会变
[生成、上传] 可以发布错误 0警告 16提示 5
[先看会有什么变化] 可以发布错误 0警告 16提示 5
[生成] 可以发布错误 0警告 16提示 5 | 已生成 58 个文件：更新 58 个，删去 0 个。用浏览器打开 ./output/site/index.html 查看
[生成上传包] 可以发布错误 0警告 16提示 5 | 上传包：./upload/上传包-2024-09-01-1.zip（47 个文件）。解压到网站上本栏目的文件夹，同名的替换

"#]]
    );
}

#[test]
#[ignore = "needs Chromium and Node"]
fn every_page_is_for_everyone() {
    let project = Project::year();
    project.change(&format!("content/{NOTICE}/tasks.yaml"), "责任股室: 救灾股", "责任股室: 救灾古");
    let desk = Preview::desk("2024-12-20", &project);
    let pages = ["", "import", "reports", "offices", "build?compare=1"];
    let with_errors: Vec<_> = pages.iter().flat_map(|page| [json!(["go", page]), json!(["axe"])]).collect();
    assert_eq!(use_desk(&desk.address(), &with_errors), "");
    project.change(&format!("content/{NOTICE}/tasks.yaml"), "责任股室: 救灾古", "责任股室: 救灾股");
    desk.reload_until("/", |page| page.text().contains("可以发布"));
    assert_eq!(use_desk(&desk.address(), &with_errors), "");
    let tours: Vec<_> =
        pages.iter().skip(1).flat_map(|page| [json!(["go", page]), json!(["tour"])]).collect();
    assert_snapshot!(
        use_desk(&desk.address(), &tours),
        str![[r#"
跳到要做的事 · 在新窗口中看网站 · 回到首页 · site · 问题 · 导入 · 进展 · 股室 · 生成、上传 · file · 公开领域（gongkai-lingyu）
安全生产（gongkai-lingyu/anquan-shengchan） · folder · kind · 导入
跳到要做的事 · 在新窗口中看网站 · 回到首页 · site · 问题 · 导入 · 进展 · 股室 · 生成、上传 · file · replace · 收表 · report · 全选 · 公开勾选的
跳到要做的事 · 在新窗口中看网站 · 回到首页 · site · 问题 · 导入 · 进展 · 股室 · 生成、上传 · 下载全部填报表（zip） · 下载催办单和总览（zip） · 关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知 · Word · PDF · 工作簿
跳到要做的事 · 在新窗口中看网站 · 回到首页 · site · 问题 · 导入 · 进展 · 股室 · 生成、上传 · 先看会有什么变化 · 新增80 · 生成 · 生成上传包 · all

"#]]
    );
    let empty = Project::empty();
    let desk = Preview::desk(TODAY, &empty);
    assert_eq!(use_desk(&desk.address(), &[json!(["axe"])]), "");
}
