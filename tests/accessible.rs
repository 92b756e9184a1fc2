//! Pages for everyone: axe-core and the keyboard in headless Chromium, the Nu HTML checker, sizes of what is loaded.
//!
//! Tests that need a browser or Java are run by `cargo test -- --ignored` and fails where it is missing; the packages come
//! by `npm ci --prefix tests/browser`. What is looked at is said in `tests/browser/look.mjs`.

use crate::support::browser::{look, nu, paste};
use crate::support::{NOTICE, Project, YEAR_OVER, copy, files, is_html, repository};

/// The notice of the case `portal`.
const REPORT: &str = "zhengce/jiedu/2025-tongbao";

/// The case `portal`: a site whose footer, links and table have something of everything.
fn portal() -> Project {
    let project = Project::empty();
    copy(&repository().join("tests/site/portal/content"), &project.path("content"));
    project
}

/// Every page of a built project, but for fragments, which stand within other pages.
fn pages(project: &Project) -> Vec<String> {
    let files = project.files("output/site").into_iter().map(|(path, _)| path);
    files.filter(|path| is_html(path) && !path.ends_with("fragment.html")).collect()
}

/// A year's ledger, and of its notes and summaries those with a table, a list, an image and headings.
fn year() -> (Project, Vec<String>) {
    let project = Project::year();
    assert_eq!(project.run_on(YEAR_OVER, &["build"]).code(), 0);
    let pages = ["index", "progress/index", "progress/2024-08-30-feimei", "progress/2024-10-31-zhihui"];
    let pages = pages.into_iter().chain(["summary/2024-feimei"]);
    (project, pages.map(|page| format!("{NOTICE}/{page}.html")).collect())
}

/// A scenario finds nothing on any page of two sites, and on the pages that a year adds.
fn assert_nothing(scenario: &str) {
    let (project, pages) = year();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    assert_eq!(look(&project, scenario, &pages), "", "{scenario}");
    for project in [Project::shipped(), portal()] {
        project.build_later();
        let pages = self::pages(&project);
        let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        assert!(pages.contains(&"index.html") && pages.contains(&"404.html"), "{pages:?}");
        assert_eq!(look(&project, scenario, &pages), "", "{scenario}");
    }
}

#[test]
#[ignore = "needs Chromium and Node"]
fn axe_finds_nothing_on_any_page_on_screen_phone_and_paper() {
    assert_nothing("axe");
    // The other tab of a notice is a page of its own to its readers.
    let project = Project::shipped();
    assert_eq!(look(project.build_later(), "axe", &[&format!("{NOTICE}/index.html#jiben")]), "");
}

/// A card is read by itself, so it has every value; a row of a table has those of the rows above beside it.
#[test]
#[ignore = "needs Chromium and Node"]
fn a_value_of_several_rows_is_on_every_card_and_once_in_the_table() {
    let project = Project::empty();
    copy(&repository().join("tests/site/tables/content"), &project.path("content"));
    // The first line's spaces would be taken for those of the code.
    let table =
        "\x20 一、安全生产 1 开展危险化学品专项检查 分管安全生产的局领导 危化股 法规股 工贸股 2024年11月底前
  2 开展工贸企业粉尘涉爆治理 工贸股 无 第四季度
  二、防灾减灾 3 补充救灾物资储备 分管救灾的局领导 （兼县减灾办主任） 救灾股 县财政局 2024-12-31
";
    let cards = table.replace("工贸股 无 第四季度", "工贸股 无 第四季度 分管安全生产的局领导");
    let wanted = format!("phone 360\n{cards}screen 768\n{cards}screen 1280\n{table}print 1280\n{table}");
    assert_eq!(look(project.build_later(), "cards", &["gongzuo/fenzu/index.html"]), wanted);
}

/// Where a line of the widest column had fewer than 18 characters, rows are cards.
#[test]
#[ignore = "needs Chromium and Node"]
fn tables_of_any_number_of_columns_stay_readable_at_every_width() {
    let project = Project::empty();
    copy(&repository().join("tests/site/widths/content"), &project.path("content"));
    let page = "gongzuo/fenjie/index.html";
    let shown = look(project.build_later(), "geometry", &[page]).replace(&format!("{page} "), "");
    assert_eq!(shown, SHOWN);
}

/// By mode and width, the characters in a line of each table's widest column.
const SHOWN: &str = "\
medium 360 cards cards cards cards
medium 390 cards cards cards cards
medium 721 cards cards cards cards
medium 768 cards cards cards cards
medium 820 cards cards cards cards
medium 1024 25 cards cards cards
medium 1280 29 21 22 cards
medium 1440 29 21 33 cards
large 360 cards cards cards cards
large 390 cards cards cards cards
large 721 cards cards cards cards
large 768 cards cards cards cards
large 820 cards cards cards cards
large 1024 cards cards cards cards
large 1280 25 cards cards cards
large 1440 29 21 cards cards
elder 360 cards cards cards cards
elder 390 cards cards cards cards
elder 721 cards cards cards cards
elder 768 cards cards cards cards
elder 820 cards cards cards cards
elder 1024 cards cards cards cards
elder 1280 cards cards cards cards
elder 1440 22 cards cards cards
";

/// The words, the merged cells and the links of a fragment arrive whole, whatever the editor makes of its look.
#[test]
#[ignore = "needs Chromium and Node"]
fn a_fragment_is_pasted_whole_into_editors() {
    let widths = Project::empty();
    copy(&repository().join("tests/site/widths/content"), &widths.path("content"));
    let (shipped, portal) = (Project::shipped(), portal());
    for (project, notice) in [(widths, "gongzuo/fenjie"), (shipped, NOTICE), (portal, REPORT)] {
        let file = project.build_later().path(&format!("output/site/{notice}/fragment.html"));
        assert_eq!(paste(&file), PASTED, "{notice}");
    }
}

/// The parts of a fragment that each editor keeps.
const PASTED: &str = "\
tinymce same words
tinymce same tables
tinymce same links
tinymce no widths of columns
tinymce with styles same words
tinymce with styles same tables
tinymce with styles same links
tinymce with styles widths of columns
wangeditor same words
wangeditor same tables
wangeditor same links
wangeditor widths of columns
";

#[test]
#[ignore = "needs Chromium and Node"]
fn no_layout_shifts() {
    assert_nothing("shift");
    let (project, _) = year();
    assert_eq!(look(&project, "shift", &["search.html?q=安全"]), "");
}

#[test]
#[ignore = "needs Chromium and Node"]
fn everything_that_is_pressed_is_high_enough_for_the_elderly() {
    assert_nothing("targets");
}

#[test]
#[ignore = "needs Chromium and Node"]
fn no_page_is_wider_than_its_window() {
    assert_nothing("width");
}

#[test]
#[ignore = "needs Chromium and Node"]
fn everything_is_reached_by_keyboard_in_order_with_a_focus_that_is_seen() {
    assert_nothing("keyboard");
}

#[test]
#[ignore = "needs Chromium and Node"]
fn everything_is_read_without_script() {
    assert_nothing("bare");
}

/// From the disk, the page for what does not exist finds its stylesheet only where no 域名 gives a path.
#[test]
#[ignore = "needs Chromium and Node"]
fn a_strict_policy_under_a_sub_path_and_the_disk_refuse_nothing() {
    let shipped = Project::shipped();
    let pages = pages(shipped.build_later());
    // Without 域名 that page has a style of its own, which such a policy refuses: it has the link to the stylesheet, too.
    let pages: Vec<&str> = pages.iter().map(String::as_str).filter(|path| *path != "404.html").collect();
    assert_eq!(look(&shipped, "quiet", &pages), "");
    let (project, pages) = year();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    assert_eq!(look(&project, "quiet", &pages), "");
    let portal = portal();
    assert_eq!(look(portal.build_later(), "quiet", &["index.html", &format!("{REPORT}/index.html")]), "");
}

#[test]
#[ignore = "needs Chromium and Node"]
fn the_page_for_what_does_not_exist_works_at_any_depth() {
    assert_eq!(look(portal().build_later(), "missing", &[]), "");
}

#[test]
#[ignore = "needs Chromium and Node"]
fn type_sizes_and_the_mode_for_the_elderly_work_and_are_remembered() {
    let project = Project::shipped();
    assert_eq!(look(project.build_later(), "type", &[&format!("{NOTICE}/index.html"), "index.html"]), "");
}

#[test]
#[ignore = "needs Chromium and Node"]
fn the_tabs_show_one_part_and_say_which() {
    let (shipped, portal) = (Project::shipped(), portal());
    assert_eq!(look(shipped.build_later(), "tabs", &[&format!("{NOTICE}/index.html")]), "");
    assert_eq!(look(portal.build_later(), "tabs", &[&format!("{REPORT}/index.html")]), "");
}

#[test]
#[ignore = "needs Chromium and Node"]
fn a_link_that_leaves_the_sites_of_governments_asks_first() {
    let project = portal();
    assert_eq!(
        look(project.build_later(), "leaving", &[&format!("{REPORT}/index.html")]),
        "confirm 您将离开本网站，前往 std.example.org，该网站不属于政府网站。是否继续？\n2 others\n"
    );
}

#[test]
#[ignore = "needs Java and Node's packages"]
fn the_nu_checker_finds_no_error_in_any_page() {
    let site = repository().join("tests/site");
    let pages = files(&site).into_iter().map(|(path, _)| path).filter(|path| path.contains("/expected/"));
    let pages: Vec<String> = pages.filter(|path| is_html(path)).collect();
    assert!(pages.iter().any(|path| path.ends_with("fragment.html")) && pages.len() > 10, "{pages:?}");
    assert_eq!(nu(&site, &pages), "");
}

/// Whether 域名 of the site is known.
fn has_address(project: &Project) -> bool {
    std::fs::read_to_string(project.path("content/site.yaml")).unwrap().contains("\n域名:")
}

#[test]
fn what_a_page_loads_is_small_and_its_own() {
    let built = |project: Project| {
        project.build_later();
        project
    };
    for project in [built(Project::shipped()), built(portal()), year().0] {
        let size =
            |path: &str| std::fs::metadata(project.path(&format!("output/site/{path}"))).unwrap().len();
        assert!(
            size("assets/style.css") < 24 * 1024
                && size("assets/site.js") + size("assets/search.js") <= 14 * 1024
        );
        for path in pages(&project) {
            let page = std::fs::read_to_string(project.path(&format!("output/site/{path}"))).unwrap();
            // The page of addresses that do not exist has a style of its own: no link of it would find the stylesheet in a folder.
            assert_eq!(page.contains("<style"), path == "404.html" && !has_address(&project), "{path}");
            // Constructs that `default-src 'self'` refuses.
            for refused in [" style=", "<script>", " onclick=", "data:", "javascript:"] {
                assert!(!page.contains(refused), "{path}: {refused}");
            }
            for loaded in ["src=\"http", "src=\"//", "rel=\"stylesheet\" href=\"http"] {
                assert!(!page.contains(loaded), "{path}: {loaded}");
            }
        }
    }
}
