//! The preview as a browser and a clerk see it.

use std::fs;
use std::net::TcpListener;
use std::thread;
use std::time::{Duration, Instant};

use snapbox::str;

use crate::support::preview::{PATIENCE, Preview, Reply};
use crate::support::{NOTICE, Project, assert_snapshot};

fn tasks() -> String {
    format!("content/{NOTICE}/tasks.yaml")
}

fn notice() -> String {
    format!("content/{NOTICE}/notice.md")
}

#[test]
fn the_site_is_served_as_it_would_be_built_but_for_the_line_that_reloads_it() {
    let project = Project::clean();
    let preview = Preview::of(&project);
    let home = preview.get("/");
    assert_eq!(home.status, 200);
    assert_eq!(home.header("Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(home.header("Cache-Control"), Some("no-store"));
    let served: Vec<(String, Reply)> = [
        "index.html",
        "assets/style.css",
        &format!("{NOTICE}/index.html"),
        &format!("{NOTICE}/zeren-fenjie-biao.xlsx"),
    ]
    .into_iter()
    .map(|path| (path.to_owned(), preview.get(&format!("/{path}"))))
    .collect();
    assert!(!project.path("output").exists(), "the preview writes nothing");
    project.build();
    for (path, reply) in served {
        let built = fs::read(project.path(&format!("output/site/{path}"))).unwrap();
        if path.ends_with("html") {
            let text = reply.text();
            let lines: Vec<&str> =
                text.lines().filter(|line| !line.contains("/.gongkai/reload.js")).collect();
            assert_eq!(lines.len() + 1, text.lines().count(), "{path} has one line more");
            assert_eq!(lines.join("\n"), String::from_utf8(built).unwrap().trim_end(), "{path}");
        } else {
            assert!(reply.body == built, "{path} is served as built");
        }
    }
    let script = preview.get("/.gongkai/reload.js");
    assert_eq!(script.header("Content-Type"), Some("text/javascript; charset=utf-8"));
    assert!(script.text().contains("EventSource"));
}

#[test]
fn addresses_lead_where_a_web_server_would_lead() {
    let project = Project::clean();
    project.write(&format!("content/{NOTICE}/files/情况 说明.TXT"), "附件一");
    project.change(&notice(), "附件:\n", "附件:\n  - {文件: files/情况 说明.TXT, 名称: 情况说明}\n");
    let preview = Preview::of(&project);
    let style = preview.get("/assets/style.css");
    assert_eq!(style.header("Content-Type"), Some("text/css; charset=utf-8"));
    assert_eq!(preview.get(&format!("/{NOTICE}/")).body, preview.get(&format!("/{NOTICE}/index.html")).body);
    let folder = preview.get(&format!("/{NOTICE}?from=mail"));
    assert_eq!(folder.status, 302);
    assert_eq!(folder.header("Location"), Some(format!("/{NOTICE}/?from=mail").as_str()));
    assert_eq!(preview.get(&format!("/{NOTICE}/?from=mail")).status, 200);

    let file = format!("/{NOTICE}/files/%E6%83%85%E5%86%B5%20%E8%AF%B4%E6%98%8E.TXT");
    let file = preview.get(&file);
    assert_eq!((file.status, file.text().as_str()), (200, "附件一"));
    assert_eq!(file.header("Content-Type"), Some("text/plain; charset=utf-8"));

    let missing = preview.get("/nowhere/index.html");
    assert_eq!(missing.status, 404);
    assert!(missing.text().contains("您访问的地址不存在") && missing.text().contains("reload.js"));

    let head = preview.request("HEAD", "/");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("Content-Length"), Some(preview.get("/").body.len().to_string().as_str()));
    assert_eq!(preview.request("POST", "/").status, 405);
}

#[test]
fn nothing_but_the_site_can_be_reached() {
    let project = Project::clean();
    project.build();
    let preview = Preview::of(&project);
    for path in [
        "/../content/site.yaml",
        "/../../../../../../etc/passwd",
        "/%2e%2e/content/site.yaml",
        "/..%2fcontent%2fsite.yaml",
        "/assets/../../content/site.yaml",
        "/..\\content\\site.yaml",
        "/..%5ccontent%5csite.yaml",
        "//etc/passwd",
        "//example.com",
        "/content/site.yaml",
        "/site/index.html",
        "/.gongkai/manifest",
        "/%00",
        "/%ff%fe",
        "/assets",
    ] {
        let reply = preview.get(path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(!reply.text().contains("主办单位:"), "{path}");
    }
    let whole = format!("http://127.0.0.1:{}/content/site.yaml", preview.port);
    assert_eq!(preview.get(&whole).status, 404);
    for malformed in ["content/site.yaml", "/\0", "/ /"] {
        assert_eq!(preview.get(malformed).status, 400, "{malformed:?}");
    }
}

#[test]
fn a_save_shows_at_once() {
    let project = Project::clean();
    let preview = Preview::of(&project);
    let page = format!("/{NOTICE}/");
    let (before, mut listener) = preview.open(&page);
    assert!(before.text().contains("现将有关事项通知如下。"));
    project.change(&notice(), "现将有关事项通知如下。", "现将下列事项通知如下。");
    listener.wait();
    preview.reload_until(&page, |page| page.text().contains("现将下列事项通知如下。"));
}

#[test]
fn editors_that_save_by_renaming_are_heard_and_their_own_files_are_not_read() {
    let project = Project::clean();
    let preview = Preview::of(&project);
    let page = format!("/{NOTICE}/");
    for turn in ["甲", "乙", "丙"] {
        let (_, mut listener) = preview.open(&page);
        let text = fs::read_to_string(project.path(&notice())).unwrap();
        let draft = project.path(&format!("content/{NOTICE}/.notice.md.swp"));
        fs::write(&draft, text.replace("## 工作要求", &format!("## 工作要求{turn}"))).unwrap();
        fs::rename(&draft, project.path(&notice())).unwrap();
        listener.wait();
        preview.reload_until(&page, |page| page.text().contains(&format!("工作要求{turn}")));
    }
}

#[test]
fn a_new_notice_and_a_new_template_are_heard_of() {
    let project = Project::clean();
    let preview = Preview::of(&project);
    let folder = "gongkai-lingyu/anquan-shengchan/2025-xin";
    let (_, mut listener) = preview.open("/");
    crate::support::copy(
        &project.path(&format!("content/{NOTICE}")),
        &project.path(&format!("content/{folder}")),
    );
    listener.wait();
    preview.reload_until(&format!("/{folder}/"), |page| page.status == 200);
    project.write("templates/404.html", "<p>此页不存在</p>");
    preview.reload_until("/nowhere", |page| page.text().starts_with("<p>此页不存在</p>"));
    fs::remove_dir_all(project.path("templates")).unwrap();
    preview.reload_until("/nowhere", |page| page.text().contains("您访问的地址不存在"));
}

#[test]
fn a_half_saved_file_is_told_in_the_browser_until_it_is_whole() {
    let project = Project::clean();
    let preview = Preview::of(&project);
    let page = format!("/{NOTICE}/");
    let whole = fs::read_to_string(project.path(&tasks())).unwrap();
    let (_, mut listener) = preview.open(&page);
    let end = whole.find("举措:").unwrap() + "举".len();
    project.write(&tasks(), &whole[..end]);
    listener.wait();
    let broken = preview.reload_until(&page, |page| page.status == 503);
    assert_eq!(broken.header("Content-Type"), Some("text/html; charset=utf-8"));
    assert_snapshot!(
        crate::support::visible_text(&broken.text()),
        str![[r#"



有 1 处错误，改正后才能预览
改正并保存后，本页自动恢复。
共 1 处错误，0 处警告，0 处提示

错误 R002 YAML 写法有误，从这里读不下去
content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:13:6
    举
建议：检查这一行和上一行：同级的行要左对齐，下一级的多空两格；文字以 * & [ { @ ` " ' 开头时要加引号






"#]]
    );
    preview.complains("共 1 处错误，0 处警告，0 处提示");
    assert_eq!(preview.get("/assets/style.css").status, 503, "no part of the site is there");

    project.write(&tasks(), whole);
    preview.reload_until(&page, |page| page.status == 200);
    preview.complains("共 0 处错误，0 处警告，0 处提示");
}

#[test]
fn what_a_finding_quotes_is_no_markup_and_the_page_speaks_the_chosen_language() {
    let project = Project::clean();
    project.change(&tasks(), "责任股室: 救灾股", "责任股室: <script>alert(1)</script>");
    let preview = Preview::with(&project, &["--port", "0", "--lang", "en"]);
    let page = preview.get("/").text();
    assert!(page.contains("<html lang=\"en\">") && page.contains("1 error is to be mended"), "{page}");
    assert!(page.contains("<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>"), "{page}");
    assert!(!page.contains("<script>alert"), "{page}");
}

#[test]
fn a_folder_that_goes_and_comes_back_is_no_end() {
    let project = Project::clean();
    let preview = Preview::of(&project);
    for _ in 0..3 {
        let (_, mut listener) = preview.open("/");
        fs::rename(project.path("content"), project.path("aside")).unwrap();
        listener.wait();
        let gone = preview.reload_until("/", |page| page.status == 503);
        assert!(gone.text().contains("下没有 content 文件夹"), "{}", gone.text());
        fs::rename(project.path("aside"), project.path("content")).unwrap();
        preview.reload_until("/", |page| page.status == 200);
    }
    let content = project.files("content");
    fs::remove_dir_all(project.path("content")).unwrap();
    preview.reload_until("/", |page| page.status == 503);
    for (path, bytes) in content {
        project.write(&format!("content/{path}"), bytes);
    }
    preview.reload_until(&format!("/{NOTICE}/"), |page| page.status == 200);
    // It is watched as before.
    project.change(&notice(), "## 工作要求", "## 工作新要求");
    preview.reload_until(&format!("/{NOTICE}/"), |page| page.text().contains("工作新要求"));
}

#[test]
fn a_broken_template_is_told_in_the_browser() {
    let project = Project::clean();
    let preview = Preview::of(&project);
    project.write("templates/home.html", "{% if %}");
    let page = preview.reload_until("/", |page| page.status == 503);
    assert!(page.text().contains("模板有误："), "{}", page.text());
    // This one can be read, and fails only when it is filled in.
    project.write("templates/home.html", "{{ nothing.of.that }}");
    let page = preview.reload_until("/", |page| page.status == 500);
    assert!(page.text().contains("模板有误："), "{}", page.text());
    assert_eq!(preview.get(&format!("/{NOTICE}/")).status, 200, "other pages are there");
    fs::remove_file(project.path("templates/home.html")).unwrap();
    preview.reload_until("/", |page| page.status == 200);
}

#[test]
fn a_port_in_use_is_told_with_the_next_free_one() {
    let project = Project::clean();
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let run = project.run(&["serve", "--port", &port.to_string()]);
    assert_eq!(run.code(), 2);
    let free = run.stderr().trim().rsplit(' ').next().unwrap().parse::<u16>().unwrap();
    assert!(free > port);
    assert_eq!(run.stderr(), format!("错误: 端口 {port} 已被占用。可改用：--port {free}\n"));
    assert_eq!(run.stdout(), "");

    // Whether it is we who hold it or somebody else.
    let _held = TcpListener::bind(("127.0.0.1", 8000));
    let preview = Preview::with(&project, &[]);
    assert!(preview.port > 8000);
    preview.complains(&format!("端口 8000 已被占用，改用 {}", preview.port));
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn where_there_is_no_project_there_is_no_preview() {
    let run = Project::empty().run(&["serve", "--port", "0"]);
    assert_eq!(run.code(), 2);
    assert!(run.stderr().contains("没有 content 文件夹"), "{}", run.stderr());
}

#[test]
#[cfg(unix)]
fn ctrl_c_ends_it_cleanly() {
    let project = Project::clean();
    let mut preview = Preview::of(&project);
    let (_, _listener) = preview.open("/");
    let pid = preview.child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = preview.child.try_wait().unwrap() {
            break status;
        }
        assert!(begun.elapsed() < PATIENCE, "it goes on");
        thread::sleep(Duration::from_millis(5));
    };
    assert_eq!(status.code(), Some(0));
}
