//! 示例: examples say that they are examples, and words of the program's own are not published without it.

use std::fs;

use gongkai::model::notice::Notice;
use gongkai::read::{discover, project as read_project};
use gongkai::text::placeholder::{Placeholder, find_example};
use jiff::civil::date;
use snapbox::str;

use crate::support::preview::Preview;
use crate::support::{Project, YEAR_OVER, assert_snapshot, files, is_html, repository};

const LINE: &str = "示例内容，不是正式公开文件";
const DAY: &str = "2026-11-24";
const EXAMPLE: &str = "content/tongzhi-gonggao/2026-shili";

/// A new project in the folder of a test, with an address.
fn new_project() -> Project {
    let project = Project::empty();
    let run = project.run_on(DAY, &["new", "x"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let made = project.files("x");
    for (path, bytes) in made {
        project.write(&path, bytes);
    }
    fs::remove_dir_all(project.path("x")).unwrap();
    project.change("content/site.yaml", "名称: 示例", "域名: www.example.gov.cn\n名称: 示例");
    project
}

/// The pages of the site, and whether each says that it is an example.
fn pages(project: &Project) -> Vec<(String, bool)> {
    let pages = project.files("output/site").into_iter().filter(|(path, _)| is_html(path));
    let says = |(path, bytes): (String, Vec<u8>)| {
        let text = String::from_utf8(bytes).unwrap();
        let is_left_out = text.contains("<meta name=\"robots\" content=\"noindex\">");
        assert!(text.contains(LINE) <= is_left_out, "{path}: search engines would list an example");
        (path, text.contains(LINE))
    };
    pages.map(says).collect()
}

#[test]
fn every_page_of_a_new_project_says_that_it_is_an_example() {
    let project = new_project();
    let run = project.run_on(DAY, &["build", "--deny", "warnings"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let pages = pages(&project);
    assert!(pages.len() > 10);
    let silent = pages.iter().filter(|(_, says)| !says).map(|(path, _)| path.as_str());
    assert_eq!(silent.collect::<Vec<_>>(), [""; 0]);
    let text = |path: &str| fs::read_to_string(project.path(&format!("output/site/{path}"))).unwrap();
    assert!(!text("feed.xml").contains("<entry>"));
    assert!(!text("sitemap.xml").contains("<url>"));
    let notice = text("tongzhi-gonggao/2026-shili/index.html");
    assert!(!notice.contains("application/ld+json"));
    assert!(text("tongzhi-gonggao/2026-shili/data.json").contains("\"示例\": true"));
    assert!(text("data/index.json").contains("\"示例\": true"));
    let book =
        fs::read(project.path("output/site/tongzhi-gonggao/2026-shili/zeren-fenjie-biao.xlsx")).unwrap();
    assert!(
        crate::support::sheet::part(&book, "xl/worksheets/sheet1.xml").contains(LINE),
        "on printed sheets"
    );
    let document = fs::read(project.path("output/site/tongzhi-gonggao/2026-shili/2026-shili.docx")).unwrap();
    assert!(crate::support::sheet::part(&document, "word/document.xml").contains(LINE), "on the paper");
}

/// The pages of 固定栏目 that wait for their words.
const PLACES: [&str; 4] = ["nianbao.html", "yishenqing.html", "zhidu.html", "zhinan.html"];

#[test]
fn an_example_beside_real_papers_is_marked_alone() {
    let project = new_project();
    project.change("content/site.yaml", "示例: true\n", "");
    project.change("content/site.yaml", "示例县示例局", "某县某局");
    project.change("content/tongzhi-gonggao/column.yaml", "示例县示例局", "某县某局");
    let run = project.run_on(DAY, &["build", "--deny", "warnings"]);
    assert_eq!(run.code(), 0, "{}", run.stdout());
    for (path, says) in pages(&project) {
        let is_example = path.starts_with("tongzhi-gonggao/2026-shili/") || PLACES.contains(&path.as_str());
        assert_eq!(says, is_example, "{path}");
    }
}

/// Every public text of the example without its marks is recognised, but for ordinary words.
#[test]
fn words_of_the_example_are_known_wherever_they_are_copied() {
    let project = new_project();
    for path in ["content/site.yaml".to_owned(), format!("{EXAMPLE}/notice.md")] {
        let text = fs::read_to_string(project.path(&path)).unwrap();
        let lines = text.split_inclusive('\n').filter(|line| !line.starts_with("示例: true"));
        project.write(&path, lines.collect::<String>());
    }
    let run = project.run_on(DAY, &["build"]);
    assert_eq!(run.code(), 1, "{}", run.stderr());
    assert!(!project.path("output").exists());
    let (read, ..) = read_project(discover(&project.path(".")).unwrap(), date(2026, 11, 24));
    let mut ordinary: Vec<String> = Vec::new();
    let notices = read.notices.iter().flat_map(Notice::texts);
    for text in read.own_texts().into_iter().chain(notices).map(|public| public.text.value.trim().to_owned())
    {
        if find_example(&text).is_none() && !ordinary.contains(&text) {
            ordinary.push(text);
        }
    }
    assert_snapshot!(
        ordinary.join("\n"),
        str![[r#"
未启动
正在推进
滞后
已完成
长期坚持
通知公告
政府信息公开指南
（请填写。）本局政府信息的分类、编排体系和获取方式。

## 主动公开

（请填写。）在哪里可以看到本局主动公开的信息。

## 依申请公开

（请填写。）申请的方式、办理的程序和期限。

## 公开工作机构

（请填写。）名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式。
政府信息公开制度
（请填写。）本局执行的政府信息公开规定，逐条列出，有网址的加上链接。
政府信息公开年报
（请填写。）历年政府信息公开工作年度报告，一年一行，加上链接。
依申请公开
（请填写。）受理机构、提交申请的方式、申请表和办理期限。
www.example.gov.cn
zhinan.md
zhidu.md
tongzhi-gonggao
nianbao.md
yishenqing.md
办公室
业务股
法规股
法制股
局各股室
示例
责任分解

序号
工作任务
工作举措
责任股室
完成时限
（1）
2026年12月
（2）
利用网站和公众号推送解读文章。
所属领域
一级事项
政策文件
二级事项
其他政策文件
公开内容（要素）
工作任务、责任分工、完成时限
公开对象
全社会
公开时限
信息形成或变更之日起20个工作日内
公开方式
主动公开
公开依据
《政府信息公开条例》
公开主体
公开层级
县级
政府网站
"#]]
    );
}

#[test]
fn a_summary_copied_out_of_the_example_is_not_published() {
    let project = new_project();
    project.change("content/site.yaml", "示例: true\n", "");
    project.change("content/site.yaml", "示例县示例局", "某县某局");
    project.change("content/tongzhi-gonggao/column.yaml", "示例县示例局", "某县某局");
    let notice = "---\n标题: 关于任务的通知\n发文机关: 某县某局\n成文日期: 2026-11-20\n发布日期: 2026-11-20 09:00\n---\n\n现通知如下。\n";
    project.write("content/tongzhi-gonggao/renwu/notice.md", notice);
    let summary = fs::read(project.path(&format!("{EXAMPLE}/summary/2026-fagui.md"))).unwrap();
    project.write("content/tongzhi-gonggao/renwu/summary/2026-fagui.md", summary);
    let run = project.run_on(DAY, &["build"]);
    assert_eq!(run.code(), 1);
    assert_snapshot!(
        run.stderr(),
        str![[r#"
错误[W023]: “示例工作”是示例里的话
  --> content/tongzhi-gonggao/renwu/summary/2026-fagui.md:11:11
   |
11 | （示例）法规股承担的示例工作规程修订任务已经完成，宣传工作转入常态。
   |                     ^^^^^^^^
   |
建议: 换成自己的内容；留作示例的，写上“示例: true”

提示[L005]: 缺少必选网页标签要用的内容（1处）

运行 gongkai check 逐处查看
共 1 处错误，0 处警告，1 处提示
有错误，未生成任何文件；改正后请重新运行

"#]]
    );
}

/// The reports that ship with a real notice are invented.
#[test]
fn invented_reports_of_a_real_notice_are_marked_and_the_notice_is_not() {
    let project = Project::year();
    project.change("content/site.yaml", "主办单位:", "域名: www.example.gov.cn\n主办单位:");
    let run = project.run_on(YEAR_OVER, &["build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    for (path, says) in pages(&project) {
        let follows = ["/progress/", "/summary/"].iter().any(|folder| path.contains(folder));
        assert_eq!(says, follows, "{path}");
    }
    let feed = fs::read_to_string(project.path("output/site/feed.xml")).unwrap();
    assert_eq!(feed.matches("<entry>").count(), 1, "the notice alone is news");
    let sitemap = fs::read_to_string(project.path("output/site/sitemap.xml")).unwrap();
    assert!(!sitemap.contains("/progress/") && !sitemap.contains("/summary/"));
}

#[test]
fn the_preview_says_of_drafts_that_they_are_drafts() {
    let project = new_project();
    let notice = format!("{EXAMPLE}/notice.md");
    project.change(&notice, "主送:", "公开: false\n主送:");
    let page = |project: &Project| {
        Preview::on(DAY, project, &["--port", "0"]).get("/tongzhi-gonggao/2026-shili/").text()
    };
    let draft = page(&project);
    assert!(
        draft.contains("<p class=\"banner\" role=\"note\">草稿，只在预览中看得到，不会公开</p>"),
        "{draft}"
    );
    project.change(&notice, "公开: false\n", "");
    project.change(&notice, "发布日期: 2026-11-24", "发布日期: 2026-11-30");
    assert!(page(&project).contains("还没有到发布日期，只在预览中看得到"));
}

/// Drafts take their gaps from one table, so that none can be left out of the rule.
#[test]
fn gaps_of_drafts_are_written_in_one_place() {
    let mut elsewhere = Vec::new();
    for (path, bytes) in files(&repository().join("src")) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let gaps = ["（请补", "请补充。", "（请填写。", "请填写。）"].iter();
        // The pages of 固定栏目 in a new project are Markdown, marked as examples.
        if !path.starts_with("cli/new/project/")
            && path != "text/placeholder.rs"
            && path != "check/wording/placeholder_left.rs"
            && gaps.clone().any(|gap| code.contains(gap))
        {
            elsewhere.push(path);
        }
    }
    assert_eq!(elsewhere, [""; 0]);
}

/// A draft of `gongkai summary` breaks no rule: as it is, and with its gaps filled in and signed.
#[test]
fn drafts_of_the_program_keep_its_rules() {
    let project = Project::clean();
    let home = format!("content/{}", crate::support::NOTICE);
    for (name, office, public) in [("a", "危化股", true), ("b", "非煤矿山股", false)] {
        let note = format!(
            "---\n日期: 2024-08-30\n股室: {office}\n事项: \"1.2\"\n状态: 正在推进\n公开: {public}\n{}---\n\n检查3家。\n",
            if public { "发布日期: 2024-08-30 09:00\n" } else { "" }
        );
        project.write(&format!("{home}/progress/2024-08-30-{name}.md"), note);
    }
    let before = project.run(&["check"]).stdout();
    let draft = project.run(&["summary", "危化股", "--output", &format!("{home}/summary/2024-weihua.md")]);
    assert_eq!(draft.code(), 0, "{}", draft.stderr());
    let path = format!("{home}/summary/2024-weihua.md");
    let text = fs::read_to_string(project.path(&path)).unwrap();
    assert!(
        [Placeholder::NoReports, Placeholder::ToFillIn].iter().all(|gap| text.contains(gap.text())),
        "{text}"
    );
    assert_eq!(project.run(&["check"]).stdout(), before, "a draft has findings");
    let signed = text.replace("公开: false", "公开: true\n发布日期: 2024-09-01 09:00").replace(
        "{股室负责人: , 分管领导: , 日期: }",
        "{股室负责人: 某甲, 分管领导: 某乙, 日期: 2024-09-01}",
    );
    project.write(&path, &signed);
    let run = project.run(&["check"]);
    assert_eq!(run.code(), 1);
    let found = run.stdout();
    let gaps: usize = Placeholder::ALL.iter().map(|gap| signed.matches(gap.text()).count()).sum();
    let named = found.matches("错误[W022]").count();
    assert!(named > 0 && found.matches("错误[").count() == named && gaps >= named, "{found}");
    let filled = Placeholder::ALL.iter().fold(signed, |text, gap| {
        text.replace(gap.text(), if *gap == Placeholder::Internal { "）：" } else { "没有其他情况。" })
    });
    project.write(&path, filled);
    assert_eq!(project.run(&["check"]).stdout(), before);
}
