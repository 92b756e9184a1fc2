//! No character that a page or workbook cannot hold is ever published, wherever and however it was written.

use std::collections::BTreeMap;
use std::path::Path;

use gongkai::pipeline::{self, Checked};
use gongkai::read::{Content, WorkbookLimits, import::import};
use gongkai::render::{Edition, plan};
use jiff::civil::date;
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use crate::support::attach::stored;
use crate::support::{Project, randomised, well_formed};

/// Characters that XML cannot hold, or HTML calls an error.
const BARRED: [char; 14] = [
    '\0',
    '\u{1}',
    '\u{8}',
    '\u{b}',
    '\u{c}',
    '\u{1b}',
    '\u{1f}',
    '\u{7f}',
    '\u{85}',
    '\u{9f}',
    '\u{fdd0}',
    '\u{fffe}',
    '\u{ffff}',
    '\u{10ffff}',
];

/// Attached files, in the folder of their project.
struct Files(Project, Vec<String>);

/// All that ships, with an address, so that there are a feed and a sitemap.
fn content() -> (BTreeMap<String, String>, Files) {
    let project = Project::year();
    project.change("content/site.yaml", "名称: ", "域名: www.example.gov.cn\n名称: ");
    project.write("content/holidays.csv", "date,kind,name\n2027-01-01,holiday,元旦\n");
    let (files, texts): (Vec<_>, Vec<_>) =
        project.files("content").into_iter().partition(|(path, _)| path.contains("/files/"));
    let texts = texts.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect();
    (texts, Files(project, files.into_iter().map(|(path, _)| path).collect()))
}

/// A file of every kind that ships: one progress note and one summary.
fn one_of_each() -> (BTreeMap<String, String>, Files) {
    let (mut texts, files) = content();
    for folder in ["/progress/", "/summary/"] {
        let mut seen = false;
        texts.retain(|path, _| !path.contains(folder) || !std::mem::replace(&mut seen, true));
    }
    (texts, files)
}

fn judged(texts: &BTreeMap<String, String>, Files(project, files): &Files) -> Checked {
    let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let mut content = Content::of_texts(&texts);
    let file = |path: &String| (path.clone(), stored(project.path(&format!("content/{path}"))));
    content.files.extend(files.iter().map(file));
    pipeline::judge(content, date(2025, 1, 15), &mut |_| ()).unwrap()
}

/// The places of barred characters that were found: file and line.
fn found(checked: &Checked) -> Vec<(String, usize)> {
    let findings = checked.report.findings().iter().filter(|finding| finding.code.id == "R070");
    let place = |finding: &gongkai::diagnostic::Diagnostic| {
        let file = checked.sources.file(finding.span.file).path.clone();
        (file, checked.sources.start(finding.span).line)
    };
    findings.map(place).collect()
}

#[test]
fn all_that_ships_is_well_formed() {
    let (texts, files) = content();
    let checked = judged(&texts, &files);
    assert!(!checked.report.has_errors());
    let edition = Edition::new(&checked.project, &checked.theme);
    let made = plan(&edition).unwrap();
    assert!(made.iter().any(|artifact| artifact.path.as_str().ends_with("feed.xml")));
    let (texts, files) = one_of_each();
    assert!(!judged(&texts, &files).report.has_errors());
    for artifact in made {
        well_formed::file(artifact.path.as_str(), &artifact.make().unwrap()).unwrap();
    }
}

proptest! {
    #![proptest_config(randomised(30))]

    /// In each line of each file, keys included: as it is, as an escape of YAML, as a reference of Markdown. So many
    /// cases are three for each file, one for each file and way; the campaign of projects plants them, too.
    #[test]
    fn wherever_it_is_planted_it_is_found_or_harmless(
        which in 0..1_000_usize, line in 0..10_000_usize, at in 0..1_000_usize, c in 0..BARRED.len(), way in 0..3,
    ) {
        let (mut texts, files) = one_of_each();
        let (path, c) = (texts.keys().nth(which % texts.len()).unwrap().clone(), BARRED[c]);
        let text = texts.get_mut(&path).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let line = line % lines.len();
        let old = lines[line].clone();
        let place = old.floor_char_boundary(at % (old.len() + 1));
        let quoted = old.split_once(": ").filter(|(_, value)| !value.is_empty() && !value.contains(['"', '\\', '[', '{']));
        lines[line] = match (way, quoted) {
            (1, Some((key, value))) => format!("{key}: \"{value}\\U{:08X}\"", u32::from(c)),
            (2, _) => format!("{}&#{};{}", &old[..place], u32::from(c), &old[place..]),
            _ => format!("{}{c}{}", &old[..place], &old[place..]),
        };
        *text = lines.join("\n") + "\n";
        let checked = judged(&texts, &files);
        let found = found(&checked);
        let here = (format!("content/{path}"), line + 1);
        let is_value = Path::new(&path).extension().is_some_and(|ending| ending == "yaml") && quoted.is_some() && !old.contains('{') && !old.trim_start().starts_with('#');
        match way {
            1 if quoted.is_some() => {
                prop_assert!(!is_value || found.contains(&here), "{} {}: {:?}", path, lines[line], found);
            }
            2 => {}
            _ => prop_assert!(found.contains(&here), "{} {}: {:?}", path, lines[line], found),
        }
        if !checked.report.has_errors() {
            let edition = Edition::new(&checked.project, &checked.theme);
            for artifact in plan(&edition).unwrap() {
                if let Err(wrong) = well_formed::file(artifact.path.as_str(), &artifact.make().unwrap()) {
                    prop_assert!(false, "{} {}: {}", path, lines[line], wrong);
                }
            }
        }
    }
}

#[test]
fn a_name_of_a_file_holds_none() {
    for (name, code) in [("a\u{fffe}", "R015"), ("a\u{85}", "R015")] {
        let project = Project::clean();
        project.write(&format!("content/{name}/notice.md"), "");
        let run = project.run(&["check"]);
        assert!(run.code() == 1 && (run.stdout() + &run.stderr()).contains(code), "{name:?}");
    }
}

#[test]
fn a_lone_surrogate_is_no_yaml() {
    let project = Project::clean();
    project.change("content/site.yaml", "名称: ", "说明: \"\\ud800\"\n名称: ");
    let run = project.run(&["check"]);
    assert!(run.code() == 1 && (run.stdout() + &run.stderr()).contains("R002"));
}

#[test]
fn a_cell_that_holds_one_is_not_imported() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, text) in ["序号", "工作任务", "工作举措", "责任股室", "完成时限"].into_iter().enumerate()
    {
        sheet.write(0, u16::try_from(column).unwrap(), text).unwrap();
        sheet.write(1, u16::try_from(column).unwrap(), if column == 2 { "甲\u{b}乙" } else { "丙" }).unwrap();
    }
    let imported = import("表.xlsx", &book.save_to_buffer().unwrap(), None, WorkbookLimits::default());
    let findings = imported.report.findings().iter().filter(|finding| finding.code.id == "R070");
    let places: Vec<&str> =
        findings.map(|finding| imported.sources.file(finding.span.file).path.as_str()).collect();
    assert_eq!(places, ["表.xlsx › Sheet1 › C2"]);
    assert!(imported.report.has_errors());
}
