//! The ledger of the content that ships, as of three days, against counts made by hand.

use std::fs;

use gongkai::model::deadline::Timing;
use gongkai::model::ledger::{Audience, Ledger, Totals, YearGone};
use gongkai::model::share::permille;
use gongkai::model::{Project, notice::Notice};
use jiff::civil::{Date, date};

use crate::support::sheet::part;
use crate::support::{NOTICE, Project as Folder, normalised, repository};

fn project(today: Date) -> Project {
    gongkai::pipeline::check(repository(), today).unwrap().project
}

/// The ledger page of the content that ships, as built on a day.
struct Page(scraper::Html);

impl Page {
    fn on(today: &str) -> Self {
        let project = Folder::year();
        assert_eq!(project.run_on(today, &["build"]).code(), 0);
        let path = project.path(&format!("output/site/{NOTICE}/progress/index.html"));
        Self(scraper::Html::parse_document(&std::fs::read_to_string(path).unwrap()))
    }

    /// The texts of what a selector finds, without white space.
    fn texts(&self, css: &str) -> Vec<String> {
        let css = scraper::Selector::parse(css).unwrap();
        let words = |element: scraper::ElementRef<'_>| normalised(&element.text().collect::<String>());
        self.0.select(&css).map(words).collect()
    }

    /// The status of every row, with how its deadline presses.
    fn states(&self) -> Vec<String> {
        self.texts(".rows .state")
    }
}

/// An item with its status and how its deadline stands: `1.3 正在推进 16`, `1.3 滞后 -15`, `3.1 - .`.
fn states(project: &Project, notice: &Notice, audience: Audience) -> Vec<String> {
    let ledger = Ledger::new(project, notice, audience);
    let state = |row: &gongkai::model::ledger::Row<'_>| {
        let word = row.status.map_or("-", |id| project.site.statuses.get(id).word.value.as_str());
        let days = match row.timing {
            Timing::Overdue(days) => (-days).to_string(),
            Timing::Soon(days) | Timing::Later(days) => days.to_string(),
            Timing::Open => ".".to_owned(),
        };
        format!("{} {word} {days}", notice.item_words(row.entry.item))
    };
    ledger.rows().map(state).collect()
}

/// All, 未启动, 正在推进, 滞后, 已完成, 长期坚持, unreported, overdue, soon, without an end.
fn counts(totals: &Totals) -> [usize; 10] {
    let by: Vec<usize> = totals.by_status.values().copied().collect();
    let Totals { items, unreported, overdue, soon, going_on, .. } = *totals;
    [items, by[0], by[1], by[2], by[3], by[4], unreported, overdue, soon, going_on]
}

/// The table has 14 measures. Those of 1.3, 2.2 and 5.1 end in December 2024, on the 31st; the other 11 go on.
///
/// By 30 September there are 7 notes on 6 measures: 1.1 (30 August), 2.2 (13 September, internal), 1.2 twice
/// (27 September), 2.1 (29 September), 3.2 and task 5, which has one measure (30 September). 8 have none.
/// From 30 September to 31 December are 92 days: nothing is due soon.
#[test]
fn end_of_september() {
    let project = project(date(2024, 9, 30));
    let notice = &project.notices[0];
    let ledger = Ledger::new(&project, notice, Audience::Internal);
    assert_eq!(
        states(&project, notice, Audience::Internal),
        [
            "1.1 正在推进 .",
            "1.2 正在推进 .",
            "1.3 - 92",
            "2.1 正在推进 .",
            "2.2 未启动 92",
            "3.1 - .",
            "3.2 长期坚持 .",
            "4.1 - .",
            "4.2 - .",
            "5.1 正在推进 92",
            "6.1 - .",
            "7.1 - .",
            "8.1 - .",
            "8.2 - .",
        ]
    );
    // 1 未启动, 4 正在推进, 1 长期坚持, 8 without a note.
    assert_eq!(counts(&ledger.totals()), [14, 1, 4, 0, 0, 1, 8, 0, 0, 11]);
    // The public does not see the internal note on 2.2.
    let public = Ledger::new(&project, notice, Audience::Public);
    assert_eq!(counts(&public.totals()), [14, 0, 4, 0, 0, 1, 9, 0, 0, 11]);
    // January to September are 31+29+31+30+31+30+31+31+30 = 274 of 366 days; 274/366 = 74.86 %.
    let gone = YearGone::of(notice.dated.value, project.today);
    assert_eq!((gone.days, gone.of), (274, 366));
    assert_eq!(permille(274, 366), 749);
}

/// The page says what the public ledger counts: 4 正在推进, 1 长期坚持, 9 on which nothing is published (the note on
/// 2.2 is internal), 11 of 14 going on, none of the other 3 done.
#[test]
fn the_page_at_the_end_of_september() {
    let page = Page::on("2024-09-30");
    assert_eq!(
        page.texts("section p")[..3],
        [
            "共14项:正在推进4项,长期坚持1项,暂无公开进展9项。",
            "序时进度74.9%:2024年全年366天,已过274天。完成进度0.0%:除长期坚持的11项外,3项中已完成0项。",
            "一项工作由几个股室负责的,每个股室都计一项。",
        ]
    );
    assert_eq!(page.texts(".subject")[1], "统计截至2024年9月30日");
    // 正在推进 1.1, 1.2, 2.1, 5.1; 长期坚持 3.2. 4/14 = 28.57 %, 1/14 = 7.14 %, 9/14 = 64.28 %.
    assert_eq!(
        page.texts(".figures .counts tbody tr"),
        ["正在推进428.6%", "长期坚持17.1%", "暂无公开进展964.3%"]
    );
    let none = "暂无公开进展";
    assert_eq!(
        page.states(),
        [
            "正在推进",
            "正在推进",
            none,
            "正在推进",
            none,
            none,
            "长期坚持",
            none,
            none,
            "正在推进",
            none,
            none,
            none,
            none,
        ]
    );
    assert!(page.texts("h3").iter().all(|head| !head.contains("到期") && !head.contains("逾期")));
    // The bars are as long as what they say.
    let bars = scraper::Selector::parse(".chart .bar").unwrap();
    let widths: Vec<&str> = page.0.select(&bars).map(|bar| bar.attr("width").unwrap()).collect();
    assert_eq!(widths, ["28.6%", "7.1%", "64.3%", "74.9%", "0.0%"]);
}

/// 1.3, 2.2 and 5.1 are due in 30 days. 336/366 = 91.80 %.
#[test]
fn the_page_on_the_first_of_december() {
    let page = Page::on("2024-12-01");
    assert_eq!(
        page.texts("section p")[..2],
        [
            "共14项:正在推进5项,长期坚持4项,暂无公开进展5项;30天内到期3项。",
            "序时进度91.8%:2024年全年366天,已过336天。完成进度0.0%:除长期坚持的11项外,3项中已完成0项。",
        ]
    );
    let due = page.texts("#zongti ~ ul li");
    assert_eq!(due.len(), 3);
    for (line, item) in due.iter().zip(["1.3", "2.2", "5.1"]) {
        assert!(line.starts_with(item) && line.ends_with("2024年12月,还有30天到期"), "{line}");
    }
    assert!(page.texts("h3").contains(&"30天内到期(3项)".to_owned()));
    // 危化股: 3 in all; 正在推进 1.3, 长期坚持 1.2, nothing on 4.2; 1.3 is due.
    assert_eq!(page.texts("#gushi-危化股 > *"), ["危化股", "3", "1", "1", "1", "1", "1.2、1.3、4.2"]);
    let heads = ["股室", "合计", "正在推进", "长期坚持", "暂无公开进展", "30天内到期", "事项"];
    assert_eq!(page.texts(".across thead th"), heads);
    assert_eq!(page.states()[2], "正在推进还有30天到期");
    // The newest report first, those before it folded.
    assert!(page.texts("#shixiang-1-2 .news > p")[0].starts_with("2024-10-15工贸股:"));
    let older = page.texts("#shixiang-1-2 .news details li");
    assert_eq!(older.len(), 2);
    assert!(older[0].starts_with("2024-09-27危化股,正在推进:"), "{older:?}");
}

/// 2.2 and 5.1 are done, 1.3 is overdue by 15 days, and for the public still 正在推进. 2/3 = 66.66 %, 5/14 = 35.71 %.
#[test]
fn the_page_in_the_middle_of_january() {
    let page = Page::on("2025-01-15");
    assert_eq!(
        page.texts("section p")[..2],
        [
            "共14项:正在推进2项,已完成2项,长期坚持5项,暂无公开进展5项;逾期1项。",
            "序时进度100.0%:2024年全年366天,已过366天。完成进度66.7%:除长期坚持的11项外,3项中已完成2项。",
        ]
    );
    let late = page.texts("#zongti ~ ul li");
    assert_eq!(late.len(), 1);
    assert!(late[0].starts_with("1.3(3)制定了") && late[0].ends_with("2024年12月,逾期15天"), "{late:?}");
    assert_eq!(page.states()[2], "正在推进逾期15天");
    assert_eq!(page.states().iter().filter(|state| *state == "已完成").count(), 2);
    // Reports on task 5 as a whole are listed with its only measure.
    assert!(page.texts("#shixiang-5-1 .news > p")[0].starts_with("2025-01-03应急指挥中心(就整项任务):"));
    assert_eq!(page.texts("#zongjie ~ ul li"), ["非煤矿山股2024年度总结", "应急指挥中心2024年度总结"]);
    // A measure of 2,179 characters is folded, and whole.
    let long = page.texts("#shixiang-7-1 .what details p");
    assert_eq!(long.len(), 1);
    assert!(long[0].chars().count() > 2_000, "{}", long[0].chars().count());
}

/// By 1 December there are 8 notes more: 2.1 (11 October), 1.2 (15 October), 4.1 (18 October), 2.2 (31 October),
/// 1.1 (8 November), 1.3 (20 November), 3.2 (26 November), 7.1 (29 November). 9 measures have notes, 5 have none.
/// 31 December is 30 days away: 1.3, 2.2 and 5.1 are due soon.
#[test]
fn first_of_december() {
    let project = project(date(2024, 12, 1));
    let notice = &project.notices[0];
    let ledger = Ledger::new(&project, notice, Audience::Internal);
    assert_eq!(
        states(&project, notice, Audience::Internal),
        [
            "1.1 长期坚持 .",
            "1.2 长期坚持 .",
            "1.3 正在推进 30",
            "2.1 正在推进 .",
            "2.2 正在推进 30",
            "3.1 - .",
            "3.2 长期坚持 .",
            "4.1 长期坚持 .",
            "4.2 - .",
            "5.1 正在推进 30",
            "6.1 - .",
            "7.1 正在推进 .",
            "8.1 - .",
            "8.2 - .",
        ]
    );
    assert_eq!(counts(&ledger.totals()), [14, 0, 5, 0, 0, 4, 5, 0, 3, 11]);
    // 危化股 answers for 1.2 (长期坚持), 1.3 (正在推进, due soon) and 4.2 (no note), two of which go on.
    let mut offices = project.register.offices_with_ids();
    let (office, _) = offices.find(|(_, office)| office.name.value == "危化股").unwrap();
    assert_eq!(counts(&ledger.totals_of(office)), [3, 0, 1, 0, 0, 1, 1, 0, 1, 2]);
    // The newest note stands first in a measure's history.
    let row = ledger.rows().find(|row| notice.item_words(row.entry.item) == "1.2").unwrap();
    let days: Vec<String> = row.history.iter().map(|note| note.dated.value.to_string()).collect();
    assert_eq!(days, ["2024-10-15", "2024-09-27", "2024-09-27"]);
    // 336 of 366 days.
    assert_eq!(YearGone::of(notice.dated.value, project.today).days, 336);
}

/// By 15 January there are 5 notes more: 1.3 滞后 (12 December, internal), 2.2 已完成 (20 December),
/// 2.1 长期坚持 (25 December), 5 已完成 (3 January), 1.1 长期坚持 (10 January). 2.2 and 5.1 are done and not
/// overdue; 1.3 is, by 15 days.
#[test]
fn middle_of_january() {
    let project = project(date(2025, 1, 15));
    let notice = &project.notices[0];
    let ledger = Ledger::new(&project, notice, Audience::Internal);
    assert_eq!(
        states(&project, notice, Audience::Internal),
        [
            "1.1 长期坚持 .",
            "1.2 长期坚持 .",
            "1.3 滞后 -15",
            "2.1 长期坚持 .",
            "2.2 已完成 .",
            "3.1 - .",
            "3.2 长期坚持 .",
            "4.1 长期坚持 .",
            "4.2 - .",
            "5.1 已完成 .",
            "6.1 - .",
            "7.1 正在推进 .",
            "8.1 - .",
            "8.2 - .",
        ]
    );
    assert_eq!(counts(&ledger.totals()), [14, 0, 1, 1, 2, 5, 5, 1, 0, 11]);
    // 3 have an end, 2 of them are done.
    let totals = ledger.totals();
    assert_eq!((totals.done, totals.with_an_end()), (2, 3));
    // For the public 1.3 is still what was published of it last.
    let public = Ledger::new(&project, notice, Audience::Public).totals();
    assert_eq!(counts(&public), [14, 0, 2, 0, 2, 5, 5, 1, 0, 11]);
    // The paper is of 2024, all of which is gone.
    let gone = YearGone::of(notice.dated.value, project.today);
    assert_eq!((gone.year, gone.days, gone.of), (2024, 366, 366));
    // The rule of schedule counts as the ledger does: S003 for 1.3 alone.
    let checked = gongkai::pipeline::check(repository(), date(2025, 1, 15)).unwrap();
    let late = checked.report.findings().iter().filter(|finding| finding.code.id == "S003").count();
    assert_eq!(late, 1);
}

/// A project with as many measures of each status as given, the last ones without a report.
fn with_statuses(counts: &[usize]) -> Folder {
    let words = ["已完成", "正在推进", "滞后", "长期坚持", "未启动"];
    let items: usize = counts.iter().sum();
    let measures: String = (1..=items)
        .map(|n| format!("      - {{编号: （{n}）, 内容: 第{n}件事情。, 责任股室: 危化股}}\n"))
        .collect();
    let project = Folder::empty();
    let home = "content/栏目/通知";
    project
        .write("content/site.yaml", "名称: 某局政务公开\n")
        .write("content/offices.yaml", "股室: [危化股]\n")
        .write("content/栏目/column.yaml", "名称: 栏目\n")
        .write(
            &format!("{home}/notice.md"),
            "---\n标题: 关于任务的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-01 09:00\n附件:\n  - {表: tasks.yaml, 名称: 任务清单}\n---\n现通知如下。\n",
        )
        .write(
            &format!("{home}/tasks.yaml"),
            format!("表名: 任务清单\n列: [工作任务, 工作举措, 责任股室]\n任务:\n  - 名称: 执法\n    举措:\n{measures}"),
        );
    let mut item = 0;
    for (word, count) in words.iter().zip(counts) {
        for _ in 0..*count {
            item += 1;
            project.write(
                &format!("{home}/progress/{item}.md"),
                format!(
                    "---\n日期: 2024-08-30\n股室: 危化股\n事项: \"1.{item}\"\n举措开头: 第{item}件事情\n状态: {word}\n公开: true\n发布日期: 2024-08-30 09:00\n---\n报告。\n"
                ),
            );
        }
    }
    project.build();
    project
}

/// Every place with shares: the table and the chart of a ledger, and the sentences of a page and of 总览.
#[test]
fn shares_shown_together_add_up_to_the_whole() {
    for counts in
        [&[2, 1][..], &[1, 1, 1], &[2, 2, 1, 1, 1], &[3, 3, 1], &[1, 5], &[0, 3], &[1, 1, 0, 0, 0, 4]]
    {
        let project = with_statuses(counts);
        let page = fs::read_to_string(project.path("output/site/栏目/通知/progress/index.html")).unwrap();
        let page = scraper::Html::parse_document(&page);
        let texts = |selector: &str| -> Vec<String> {
            let selector = scraper::Selector::parse(selector).unwrap();
            page.select(&selector).map(|cell| cell.text().collect()).collect()
        };
        let tenths = |text: &str| text.trim_end_matches('%').replace('.', "").parse::<usize>().unwrap();
        let shares = texts(".figures td:last-child");
        assert_eq!(shares.iter().map(|share| tenths(share)).sum::<usize>(), 1000, "{counts:?}: {shares:?}");
        let bars = texts(".figures .chart text");
        let drawn: Vec<&str> = bars.iter().map(|bar| bar.rsplit('，').next().unwrap()).collect();
        assert_eq!(drawn, shares, "{counts:?}");
    }
    let project = with_statuses(&[2, 1]);
    let page = fs::read_to_string(project.path("output/site/栏目/通知/progress/index.html")).unwrap();
    assert!(page.contains("<td>66.7%</td>") && page.contains("<td>33.3%</td>"), "{page}");
    assert!(page.contains("完成进度66.7%：3项中已完成2项。"), "{page}");
    let overview = fs::read(project.path("output/internal/总览.xlsx")).unwrap();
    assert!(part(&overview, "xl/sharedStrings.xml").contains("应完成3项，已完成2项，占66.7%。"));
}

/// The words of the overview on a page of the site, in one line; empty without it.
fn overview(project: &Folder, page: &str) -> String {
    let Ok(text) = fs::read_to_string(project.path(&format!("output/site/{page}"))) else {
        return String::new();
    };
    let page = scraper::Html::parse_document(&text);
    let part = page.select(&scraper::Selector::parse(".overview").unwrap()).next();
    part.map_or_else(String::new, |part| part.text().flat_map(str::split_whitespace).collect())
}

/// 总览 counts as the ledger does, and shows nothing that the bureau keeps to itself.
#[test]
fn the_overview_shows_what_the_bureau_shows() {
    let built = |day: &str, shown: &str| {
        let project = Folder::year();
        if shown != "示例" {
            // The invented reports as those of offices.
            for (path, bytes) in project.files(&format!("content/{NOTICE}")) {
                let text = String::from_utf8_lossy(&bytes).replace("\n示例: true\n", "\n");
                project.write(&format!("content/{NOTICE}/{path}"), text);
            }
        }
        let shown = shown.trim_start_matches("示例");
        project.change("content/site.yaml", "主办单位:", &format!("{shown}主办单位:"));
        assert_eq!(project.run_on(day, &["build"]).code(), 0);
        project
    };
    let project = built("2025-01-15", "");
    for page in ["index.html", "overview.html"] {
        let words = overview(&project, page);
        let counts = "统计截至2025年1月15日。在办事项14项已完成2项长期坚持11项逾期1项逾期（3）制定了";
        assert!(words.contains(counts), "{page}: {words}");
        assert!(words.contains("应急指挥中心3项中已完成2项，66.7%"), "{page}: {words}");
        assert!(words.contains("2024年12月32"), "{page}: {words}");
        assert!(words.contains("四季度双重预防机制运行情况（示例）非煤矿山股2025-01-10"), "{page}: {words}");
    }
    let project = built("2025-01-15", "进展公开: {逾期: false, 股室统计: false}\n");
    let words = overview(&project, "index.html");
    assert!(words.contains("在办事项14项已完成2项长期坚持11项各月到期"), "{words}");
    assert!(!words.contains("逾期") && !words.contains("各股室"), "{words}");
    // Closed on 2025-01-20; without a public ledger; with reports that are invented.
    for (day, shown) in
        [("2025-01-21", ""), ("2025-01-15", "进展公开: {台账: false}\n"), ("2025-01-15", "示例")]
    {
        let project = built(day, shown);
        assert_eq!(overview(&project, "index.html"), "", "{day} {shown}");
        assert!(!project.path("output/site/overview.html").exists());
    }
}
