//! Progress notes, the roster and summaries: how they are read, and what of them becomes public.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use scraper::{Html, Selector};

use crate::support::{NOTICE, Project, YEAR_OVER, visible_text};

const NOTE: &str =
    "---\n日期: 2024-08-30\n股室: 危化股\n事项: \"1.2\"\n状态: 正在推进\n公开: true\n---\n进展正常。\n";

/// A project with one more note.
fn with_note(note: &str) -> Project {
    let project = Project::clean();
    project.write(&format!("content/{NOTICE}/progress/2024-08-31-weihua.md"), note);
    project
}

fn found(project: &Project) -> String {
    let run = project.run(&["check"]);
    run.stdout()
}

#[test]
fn yes_and_no_are_read_as_written_and_nothing_else_is() {
    for yes in ["true", "false", "是", "否", "True", "\"true\""] {
        let project = with_note(&NOTE.replace("公开: true", &format!("公开: {yes}")));
        assert_eq!(project.run(&["check"]).code(), 0, "{yes}");
    }
    for wrong in ["yes", "公开", "1", "", "[true]"] {
        let found = found(&with_note(&NOTE.replace("公开: true", &format!("公开: {wrong}"))));
        assert!(found.contains("错误[R006]"), "{wrong}: {found}");
    }
}

#[test]
fn what_nobody_would_read_is_found() {
    let project = with_note(NOTE);
    for (path, words) in [
        ("progress/2024-09.md.txt", "不是 .md 文件，不会被读取"),
        ("progress/a.yaml", "不是 .md 文件，不会被读取"),
        ("summary/总结.docx", "不是 .md 文件，不会被读取"),
        ("progress/index.md", "与总览页同名"),
        ("progress/2024-08-31-WEIHUA.md", "只有大小写不同"),
    ] {
        let path = format!("content/{NOTICE}/{path}");
        project.write(&path, NOTE);
        assert!(found(&project).contains(words), "{path}: {}", found(&project));
        fs::remove_file(project.path(&path)).unwrap();
    }
}

#[test]
fn a_note_without_its_head_is_found() {
    let found = found(&with_note("进展正常。\n"));
    assert!(found.contains("R003") && found.contains("接着写日期、股室、事项、状态等"), "{found}");
}

/// Links count from the note's own folder, as editors show them, or from the notice, as 佐证材料 do.
#[test]
fn links_of_notes_are_followed() {
    let file = "jiancha.csv";
    let project =
        with_note(&format!("{NOTE}\n[一](../files/{file})、[二](files/{file})、[三](files/无.csv)\n"));
    project.write(&format!("content/{NOTICE}/files/{file}"), "甲\n");
    let found = found(&project);
    assert_eq!(found.matches("R009").count(), 1, "{found}");
    assert!(found.contains("链接“files/无.csv”打不开"), "{found}");
}

/// Files named only by internal notes and unsigned summaries are not published; files named by public ones are.
#[test]
fn files_follow_their_notes() {
    let link = "\n[附](../files/内部.csv)\n";
    let evidence = "佐证材料: files/内部.csv\n公开: true";
    let note = NOTE.replace("公开: true", evidence);
    for (note, public) in [
        (note.clone(), true),
        (note.replace("公开: true", "公开: false"), false),
        (note.replace("公开: true\n", ""), false),
        (format!("{}{link}", NOTE.replace("公开: true", "公开: 否")), false),
        (format!("{NOTE}{link}"), true),
        // Its day has not come.
        (note.replace("2024-08-30", "2024-09-02"), false),
    ] {
        let project = with_note(&note);
        project.write(&format!("content/{NOTICE}/files/内部.csv"), "甲\n");
        project.build();
        let there = project.path(&format!("output/site/{NOTICE}/files/内部.csv")).exists();
        assert_eq!(there, public, "{note}");
    }
    let project = Project::clean();
    let unsigned = format!(
        "---\n股室: 危化股\n年度: 2024\n公开: true\n签字: {{股室负责人: 示例甲, 分管领导: , 日期: 2024-08-30}}\n---\n{link}"
    );
    project.write(&format!("content/{NOTICE}/files/内部.csv"), "甲\n");
    for (summary, public) in [(unsigned.clone(), false), (unsigned.replace("领导: ", "领导: 示例乙"), true)]
    {
        project.write(&format!("content/{NOTICE}/summary/2024-weihua.md"), summary).build();
        assert_eq!(project.path(&format!("output/site/{NOTICE}/files/内部.csv")).exists(), public);
    }
}

/// Rules about words and personal data read what is public, and only that.
#[test]
fn rules_read_public_notes_only() {
    let spoken = NOTE.replace("进展正常。", "联系电话13800138000。");
    let public = found(&with_note(&spoken));
    assert!(public.contains("P003"), "{public}");
    let private = found(&with_note(&spoken.replace("公开: true", "公开: false")));
    assert!(!private.contains("P003"), "{private}");
}

#[test]
fn a_site_has_its_own_words_for_progress() {
    let project = with_note(&NOTE.replace("正在推进", "正在办理"));
    let words = |words: &str| {
        let site = "content/site.yaml";
        let text = fs::read_to_string(project.path(site)).unwrap();
        let text = text.split("进展状态:").next().unwrap().to_owned();
        project.write(site, format!("{text}进展状态:\n{words}"));
        found(&project)
    };
    let fine = "  - {状态: 正在办理, 类别: 正在推进, 颜色: 黄}\n  - {状态: 已办结, 类别: 已完成}\n  - 滞后\n  - 正在推进\n";
    assert!(words(fine).contains("共 0 处错误"), "{}", words(fine));
    for (wrong, words_of_it) in [
        ("  - 正在办理\n", "缺少“类别”"),
        ("  - {状态: 正在办理, 类别: 推进}\n", "不认识“推进”"),
        ("  - {状态: 正在办理, 类别: 正在推进, 颜色: 粉}\n", "可用：灰、蓝、绿、黄、红"),
        ("  - 滞后\n  - 滞后\n", "“滞后”写了两次"),
        ("  - {类别: 滞后}\n", "缺少“状态”"),
    ] {
        let found = words(wrong);
        assert!(found.contains(words_of_it), "{wrong}: {found}");
    }
}

/// A word of its own in every internal field there is: none of them is anywhere in what is published, feed, sitemap and
/// the parts of workbooks included.
#[test]
fn nothing_internal_is_published() {
    let project = Project::year();
    let site = fs::read_to_string(project.path("content/site.yaml")).unwrap();
    project.write("content/site.yaml", format!("{site}域名: www.example.gov.cn/zwgk\n"));
    let mut planted: Vec<String> = Vec::new();
    let mut word = || {
        let word = format!("暗记{}号", planted.len() + 1);
        planted.push(word.clone());
        word
    };
    let private = format!(
        "---\n日期: 2024-12-02\n股室: 危化股\n事项: \"1.2\"\n状态: 滞后\n标题: {}\n填报人: {}\n佐证材料: [files/{}.csv, {}]\n公开: false\n---\n{}\n",
        word(),
        word(),
        "暗记文件",
        word(),
        word(),
    );
    let write = |path: &str, text: String| {
        project.write(&format!("content/{NOTICE}/{path}"), text);
    };
    write("progress/an.md", private.clone());
    write("progress/暗记名.md", private.replace("公开: false\n", ""));
    write("files/暗记文件.csv", format!("{}\n", word()));
    let future = private.replace("2024-12-02", "2025-01-16").replace("false", "true");
    write("progress/暗记明日.md", future.replace("暗记文件.csv", "暗记次日.csv"));
    write("files/暗记次日.csv", format!("{}\n", word()));
    // Links from public papers to what is not public yet.
    let links = "[明日](暗记明日.md)、[再明日](../progress/暗记明日.md#x)、[待签](../summary/暗记总结.md)\n";
    write("progress/gong.md", format!("{NOTE}\n{links}"));
    write(
        "roster.yaml",
        format!("名单: [{{股室: 危化股, 责任人: {}, 联络人: {}, 电话: {}}}]\n", word(), word(), word()),
    );
    let head = "---\n股室: 危化股\n年度: 2024\n";
    let signed = |head: String, leader: String| {
        format!("签字: {{股室负责人: {head}, 分管领导: {leader}, 日期: 2024-12-09}}\n---\n")
    };
    write("summary/暗记总结.md", format!("{head}公开: true\n---\n{}\n", word()));
    write("summary/an2.md", format!("{head}公开: false\n{}{}\n", signed(word(), word()), word()));
    write("summary/gong.md", format!("{head}公开: true\n{}总结。\n", signed(word(), word())));
    planted.extend(["暗记文件", "暗记次日", "暗记名", "暗记明日", "暗记总结"].map(str::to_owned));
    let found = |planted: &[String]| -> Vec<String> {
        let run = project.run_on(YEAR_OVER, &["build"]);
        assert_eq!(run.code(), 0, "{}", run.stderr());
        let mut found = Vec::new();
        for (path, bytes) in project.files("output/site") {
            let text = published_text(&path, &bytes);
            found.extend(planted.iter().filter(|word| text.contains(word.as_str())).cloned());
        }
        found
    };
    assert_eq!(found(&planted), Vec::<String>::new());
    let names: Vec<String> = project.files("output/site").into_iter().map(|(path, _)| path).collect();
    for kept in ["feed.xml", "sitemap.xml", &format!("{NOTICE}/summary/gong.html")] {
        assert!(names.contains(&kept.to_owned()), "{kept}");
    }
    let page = fs::read_to_string(project.path(&format!("output/site/{NOTICE}/progress/gong.html"))).unwrap();
    assert!(page.contains("明日、再明日、待签"), "the words stay, without a link: {page}");
    // The search finds words that are there: what is public of the same note is found everywhere it should be.
    write("progress/an.md", private.replace("公开: false", "公开: true"));
    let shown = found(&planted);
    for word in [&planted[0], &planted[2], &planted[3], &planted[4], &"暗记文件".to_owned()] {
        assert!(shown.contains(word), "{word} is not found although it is public");
    }
    assert!(!shown.contains(&planted[1]), "填报人 is never published");
}

/// A file's path with all its text; a workbook's parts one by one.
fn published_text(path: &str, bytes: &[u8]) -> String {
    let text = if Path::new(path).extension().is_some_and(|ending| ending == "xlsx") {
        let mut book = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut all = String::new();
        for part in 0..book.len() {
            let mut part = book.by_index(part).unwrap();
            all.push_str(&part.name().unwrap());
            part.read_to_string(&mut all).unwrap();
        }
        assert!(all.contains("worksheet"), "{path} was read");
        all
    } else {
        String::from_utf8_lossy(bytes).into_owned()
    };
    format!("{}\n{text}\n{path}", percent_encoding::percent_decode_str(&text).decode_utf8_lossy())
}

/// The pages of a built project by their paths below the notice.
fn page(project: &Project, path: &str) -> Html {
    let path = project.path(&format!("output/site/{NOTICE}/{path}"));
    Html::parse_document(&fs::read_to_string(path).unwrap())
}

fn links(page: &Html, css: &str) -> Vec<(String, String)> {
    let link = |link: scraper::ElementRef<'_>| (link.text().collect(), link.attr("href").unwrap().to_owned());
    page.select(&Selector::parse(css).unwrap()).map(link).collect()
}

fn link(text: &str, href: &str) -> (String, String) {
    (text.to_owned(), href.to_owned())
}

/// Each report has a page: what it is about, its words, evidence, and the reports before and after it on the same item.
#[test]
fn a_note_is_a_page() {
    let project = Project::year();
    assert_eq!(project.run_on(YEAR_OVER, &["build"]).code(), 0);
    let note = page(&project, "progress/2024-11-08-feimei.html");
    let text = visible_text(&note.html());
    for words in [
        "非煤矿山双重预防机制复查（示例）",
        "加强重点领域监管执法",
        "2024年11月8日",
        "长期坚持",
        "全部整改到位",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert_eq!(
        links(&note, ".around a"),
        [
            link("非煤矿山双重预防机制第一轮检查（示例）", "2024-08-30-feimei.html"),
            link("四季度双重预防机制运行情况（示例）", "2025-01-10-feimei.html"),
            link("查看进展台账", "index.html#shixiang-1-1"),
        ]
    );
    let evidence = link("shili-2024-11-feimei.csv", "../files/shili-2024-11-feimei.csv");
    assert_eq!(links(&note, "section li a"), [evidence]);
    assert_eq!(links(&note, ".trail a").last(), Some(&link("进展台账", "index.html")));
    let first = page(&project, "progress/2024-08-30-feimei.html");
    assert_eq!(links(&first, ".around a").len(), 2, "none before it");
    assert_eq!(first.select(&Selector::parse(".paper table td, .paper ol li").unwrap()).count(), 11);
    let drawn = page(&project, "progress/2024-10-31-zhihui.html");
    let image = drawn.select(&Selector::parse("img").unwrap()).next().unwrap();
    assert_eq!(image.attr("src"), Some("../files/shili-buzhou.svg"));
    // The internal note on 2.2 before it is passed over.
    assert_eq!(links(&drawn, ".around a")[0].1, "2024-12-20-zhihui.html");
    let summary = page(&project, "summary/2024-feimei.html");
    let text = visible_text(&summary.html());
    assert!(text.contains("非煤矿山股2024年度总结") && text.contains("已于2024年12月6日签字"), "{text}");
}

/// Of a whole lot of reports the ledger lists every one: a measure its own, and reports about the task once below them.
#[test]
fn a_long_history_is_listed_whole() {
    let project = Project::clean();
    for day in 1..=30 {
        let name = |n| format!("content/{NOTICE}/progress/2024-08-{day:02}-{n}.md");
        let note = NOTE.replace("08-30", &format!("08-{day:02}"));
        project.write(&name("weihua"), &note);
        project.write(&name("zong"), note.replace("1.2", "1"));
    }
    project.run(&["build"]);
    let ledger = page(&project, "progress/index.html");
    // All 30 of its own and the newest 20 about the task, without the newest of all, and where the others stand.
    let of_row = links(&ledger, "#shixiang-1-2 .news details li a");
    assert_eq!(of_row.len(), 30 + 20 - 1 + 1);
    assert_eq!(of_row.last(), Some(&link("列在本项任务最后", "#shixiang-1-reports")));
    let below = links(&ledger, "#shixiang-1-reports li a");
    let names: Vec<String> = (1..=10).rev().map(|day| format!("2024-08-{day:02}-zong.html")).collect();
    assert_eq!(below.iter().map(|(_, href)| href.clone()).collect::<Vec<_>>(), names);
    let text = visible_text(&ledger.html());
    assert!(text.contains("就整项任务更早的10篇") && text.contains("就整项任务更早的报告（10篇）"), "{text}");
    // Each report leads to the one before, down to the first.
    // From there each leads to the one before, down to the first.
    let (mut at, mut steps) = ("2024-08-20-weihua.html".to_owned(), 1);
    while let Some((_, before)) =
        links(&page(&project, &format!("progress/{at}")), ".around a[rel=prev]").into_iter().next()
    {
        (at, steps) = (before, steps + 1);
    }
    assert_eq!((at.as_str(), steps), ("2024-08-01-weihua.html", 20));
}

/// Without a published report there is no ledger and no link to one, whatever dates the notice sets.
#[test]
fn no_report_no_ledger() {
    let project = Project::clean();
    project.change(&format!("content/{NOTICE}/notice.md"), "成文日期:", "总结报送: 2024-12-10\n成文日期:");
    project.write(&format!("content/{NOTICE}/progress/a.md"), NOTE.replace("true", "false"));
    project.build();
    assert!(!project.path(&format!("output/site/{NOTICE}/progress")).exists());
    assert!(!page(&project, "index.html").html().contains("进展台账"));
    project.write(&format!("content/{NOTICE}/progress/a.md"), NOTE).build();
    let notice = page(&project, "index.html");
    assert_eq!(links(&notice, ".followed a"), [link("进展台账", "progress/index.html")]);
    assert!(visible_text(&notice.html()).contains("共14项：正在推进1项，暂无公开进展13项。"));
}

/// Links between notes, summaries and notices lead to their pages, from whichever of them they start.
#[test]
fn papers_link_to_each_other() {
    let project = with_note(&format!("{NOTE}\n[甲](2024-08-30-a.md)、[通知](../notice.md)\n"));
    project.write(&format!("content/{NOTICE}/progress/2024-08-30-a.md"), NOTE);
    let notice = format!("content/{NOTICE}/notice.md");
    let text = fs::read_to_string(project.path(&notice)).unwrap();
    project.write(&notice, format!("{text}\n[进展](progress/2024-08-30-a.md)\n")).build();
    let note = page(&project, "progress/2024-08-31-weihua.html");
    assert_eq!(links(&note, ".paper a"), [link("甲", "2024-08-30-a.html"), link("通知", "../index.html")]);
    let paper = page(&project, "index.html");
    assert!(links(&paper, ".paper a").contains(&link("进展", "progress/2024-08-30-a.html")));
    // One that is internal is not to be linked to from a public page.
    project.change(&format!("content/{NOTICE}/progress/2024-08-30-a.md"), "公开: true", "公开: false");
    let found = found(&project);
    assert_eq!(found.matches("指向不公开的材料").count(), 2, "{found}");
    // An internal note may link to it.
    project.change(&format!("content/{NOTICE}/progress/2024-08-31-weihua.md"), "公开: true", "公开: false");
    assert_eq!(self::found(&project).matches("指向不公开的材料").count(), 1);
}
