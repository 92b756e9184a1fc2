//! One content, built on two days: nothing differs but what depends on the day, and what differs says so.

use crate::support::dump::paragraphs;
use crate::support::sheet::sheets;
use crate::support::{NOTICE, Project, YEAR_OVER};

/// The day after [`YEAR_OVER`].
const NEXT: &str = "2025-01-16";

/// The public words of the first day that are others on the next: 统计截至, and how long a deadline has passed.
const OF_THE_DAY: [(&str, &str); 3] = [
    ("统计截至2025年1月15日", "统计截至2025年1月16日"),
    ("（截至2025年1月15日，", "（截至2025年1月16日，"),
    ("逾期15天", "逾期16天"),
];

/// Words and units that tell a cell of an internal workbook in which days are counted.
const COUNTED: [&str; 3] = ["截至", "天", "2025年1月"];

type Files = Vec<(String, Vec<u8>)>;

/// The files of a build, without the program's own notes about it.
fn built(project: &Project, day: &str) -> Files {
    let run = project.run_on(day, &["build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    project.files("output").into_iter().filter(|(path, _)| !path.starts_with('.')).collect()
}

/// The texts of the cells of a workbook, numbers left out.
fn texts(book: &[u8]) -> Vec<String> {
    let sheets = sheets(book);
    let cells = sheets.iter().flat_map(|sheet| {
        sheet
            .cells
            .iter()
            .filter(|cell| !sheet.numbers.contains(&(cell.0, cell.1)))
            .map(|cell| cell.2.clone())
    });
    cells.collect()
}

#[test]
fn another_day_changes_only_what_depends_on_it() {
    let project = Project::year();
    let (first, next) = (built(&project, YEAR_OVER), built(&project, NEXT));
    let paths = |files: &Files| files.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(&first), paths(&next));
    let both = first.iter().zip(&next).filter(|(one, other)| one != other);
    let mut different = Vec::new();
    for ((path, one), (_, other)) in both {
        different.push(path.replace(NOTICE, "…"));
        if path.starts_with("internal/") {
            let texts = if path.ends_with(".docx") { paragraphs } else { texts };
            let (one, other) = (texts(one), texts(other));
            let lost = one.iter().filter(|text| !other.contains(text));
            let gained = other.iter().filter(|text| !one.contains(text));
            for text in lost.chain(gained) {
                assert!(COUNTED.iter().any(|words| text.contains(words)), "{path}: {text}");
            }
            continue;
        }
        let text = String::from_utf8(one.clone()).unwrap();
        let renewed = OF_THE_DAY.iter().fold(text, |text, (old, new)| text.replace(old, new));
        assert_eq!(renewed, String::from_utf8_lossy(other), "{path}");
    }
    assert_eq!(
        different,
        [
            "internal/…/gongzuo-taizhang.docx",
            "internal/…/gongzuo-taizhang.xlsx",
            "internal/…/mingdan.xlsx",
            "internal/…/zongjie-huizong.xlsx",
            "internal/总览.xlsx",
            "site/…/index.html",
            "site/…/progress/index.html",
        ]
    );
    assert_eq!(built(&project, YEAR_OVER), first, "that day again: equal bytes");
}
