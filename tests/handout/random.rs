//! Handout → filled in → collected → notes that say exactly what was filled in, for every office of any table.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use gongkai::model::Project;
use gongkai::read::returned::{Manner, Returned, collect};
use gongkai::read::{Content, project};
use gongkai::render::{Edition, Theme, plan};
use gongkai::source::Sources;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::support::filling::{Book, Put};
use crate::support::randomised;
use crate::support::sheet::sheets;

const TODAY: Date = date(2024, 9, 1);
const OFFICES: [&str; 3] = ["危化股", "法规股", "=工贸/矿山股"];
const STATUSES: [&str; 5] = ["未启动", "正在推进", "滞后", "已完成", "长期坚持"];

/// Who is responsible, as written, and which offices that means.
const OWNERS: [(&str, &[usize]); 6] = [
    ("危化股", &[0]),
    ("法制股", &[1]),
    ("法规股、=工贸/矿山股", &[1, 2]),
    ("各股室", &[0, 1, 2]),
    ("某县政府", &[]),
    ("危化股、法规股", &[0, 1]),
];

/// A task: its name, its own owner, its measures with text and owner.
type Task = (String, Option<usize>, Vec<(String, Option<usize>)>);

/// A group: its owner and its tasks.
type Group = (Option<usize>, Vec<Task>);

/// Values filled into a row: report, status, evidence, reporter, how many days ago, how it is typed.
type Filling = (String, usize, Vec<String>, Option<String>, i64, usize);

fn words() -> impl Strategy<Value = String> {
    let line = r"[-=+@#>*_`~|1.:'！（“甲乙丙，。 <&{}\\\[\]]{0,8}[甲乙1a=）。]";
    prop::collection::vec(line, 1..4).prop_map(|lines| lines.join("\n"))
}

fn long_words() -> impl Strategy<Value = String> {
    prop_oneof![4 => words(), 1 => (words(), 50..900_usize).prop_map(|(text, n)| text.repeat(n / 10))]
}

fn owner() -> impl Strategy<Value = Option<usize>> {
    prop::option::of(0..OWNERS.len())
}

fn table() -> impl Strategy<Value = Vec<Group>> {
    let measures = prop::collection::vec((long_words(), owner()), 0..4);
    let tasks = prop::collection::vec((words(), owner(), measures), 0..4);
    prop::collection::vec((owner(), tasks), 1..3)
}

fn filling() -> impl Strategy<Value = Filling> {
    let line = r"[-甲乙.: #'~nul0-9]{0,6}[甲乙丙]";
    let evidence = prop::collection::vec(line, 0..3);
    (words(), 0..STATUSES.len(), evidence, prop::option::of(line), 0..3000_i64, 0..6_usize)
}

/// A text as YAML reads it back.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn owner_line(owner: Option<usize>, indent: &str) -> String {
    owner.map_or_else(String::new, |i| format!("{indent}责任股室: {}\n", quoted(OWNERS[i].0)))
}

fn yaml(table: &[Group]) -> String {
    let mut text = "表名: 表\n列: [序号, 工作任务, 工作举措, 责任股室, 完成时限]\n分组:\n".to_owned();
    for (of_group, tasks) in table {
        write!(text, "  - 通栏: 组\n{}    任务:\n", owner_line(*of_group, "    ")).unwrap();
        for (name, of_task, measures) in tasks {
            // A value stands on one level only.
            let of_task = of_task.filter(|_| of_group.is_none());
            write!(text, "      - 名称: {}\n{}", quoted(name), owner_line(of_task, "        ")).unwrap();
            if !measures.is_empty() {
                text.push_str("        举措:\n");
            }
            for (words, of_measure) in measures {
                let of_measure = of_measure.filter(|_| of_group.is_none() && of_task.is_none());
                let owner = owner_line(of_measure, "            ");
                write!(text, "          - 内容: {}\n{owner}            完成时限: 长期坚持\n", quoted(words))
                    .unwrap();
            }
        }
        if tasks.is_empty() {
            text.truncate(text.trim_end_matches("    任务:\n").len());
        }
    }
    text
}

/// The items of each office, in order.
fn duties(tables: &[Vec<Group>]) -> BTreeMap<usize, Vec<String>> {
    let mut duties: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (at, table) in tables.iter().enumerate() {
        let label = if at == 0 { String::new() } else { format!("附件{} ", at + 1) };
        let tasks = table.iter().flat_map(|(of_group, tasks)| tasks.iter().map(move |task| (of_group, task)));
        for (i, (of_group, (_, of_task, measures))) in tasks.enumerate() {
            let mut add = |owner: Option<usize>, item: String| {
                for office in owner.map_or(&[][..], |owner| OWNERS[owner].1) {
                    duties.entry(*office).or_default().push(item.clone());
                }
            };
            let above = of_group.or(*of_task);
            if measures.is_empty() {
                add(above, format!("{label}{}", i + 1));
            }
            for (j, (_, of_measure)) in measures.iter().enumerate() {
                add(above.or(*of_measure), format!("{label}{}.{}", i + 1, j + 1));
            }
        }
    }
    duties
}

fn content(tables: &[Vec<Group>]) -> Vec<(String, Vec<u8>)> {
    let attached: Vec<String> =
        (1..=tables.len()).map(|i| format!("  - {{表: t{i}.yaml, 名称: 表}}\n")).collect();
    let attached = attached.concat();
    let notice = format!(
        "---\n标题: 通知\n发文机关: 某局\n主送: 各股室\n成文日期: 2016-08-01\n发布日期: 2016-08-02 09:00\n附件:\n{attached}---\n现通知如下。\n"
    );
    let offices = "股室:\n  - 危化股\n  - {名称: 法规股, 别名: [法制股]}\n  - \"=工贸/矿山股\"\n统称:\n  - 名称: 各股室\n";
    let mut files = vec![
        ("site.yaml".to_owned(), "名称: 某局\n".into()),
        ("offices.yaml".to_owned(), offices.into()),
        ("栏目/column.yaml".to_owned(), "名称: 栏目\n".into()),
        ("栏目/通知/notice.md".to_owned(), notice.into_bytes()),
    ];
    files.extend(
        tables
            .iter()
            .enumerate()
            .map(|(i, table)| (format!("栏目/通知/t{}.yaml", i + 1), yaml(table).into_bytes())),
    );
    files
}

fn read(files: &[(String, Vec<u8>)]) -> (Project, Sources) {
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let (project, sources, report) = project(Content::of_texts(&files), TODAY);
    assert!(!report.has_errors(), "{:#?}", report.findings());
    (project, sources)
}

fn day((.., ago, _): &Filling) -> Date {
    TODAY.saturating_sub(jiff::Span::new().days(*ago))
}

fn typed_day(filling: &Filling) -> Put {
    let day = day(filling);
    let (year, month, of_month) = (day.year(), day.month(), day.day());
    match filling.5 {
        0 => Put::Shared(day.to_string()),
        1 => Put::Inline(format!("{year}年{month}月{of_month}日")),
        2 => Put::Shared(format!(" {year}/{month}/{of_month} ")),
        3 => Put::Shared(format!("{year}．{month:02}．{of_month:02}")),
        _ => {
            let days = day.since(date(1899, 12, 30)).unwrap().get_days();
            Put::Number(f64::from(days))
        }
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Whether a made file is a workbook that an office fills in.
fn is_handout(path: &str) -> bool {
    path.starts_with("handout/") && path.rsplit_once('.').is_some_and(|(_, ending)| ending == "xlsx")
}

proptest! {
    #![proptest_config(randomised(40))]
    #[test]
    fn notes_say_exactly_what_was_filled_in(
        tables in prop::collection::vec(table(), 1..3),
        fillings in prop::collection::vec(prop::option::of(filling()), 60),
    ) {
        let mut files = content(&tables);
        let (project, sources) = read(&files);
        let theme = Theme::new(&project).unwrap();
        let edition = Edition::new(&project, &theme);
        let artifacts = plan(&edition).unwrap();
        let mut handouts: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
        for artifact in artifacts.iter().filter(|artifact| is_handout(artifact.path.as_str())) {
            let name = artifact.path.as_str().rsplit('/').next().unwrap().trim_end_matches(".xlsx").to_owned();
            let office = OFFICES.iter().position(|office| office.replace('/', "／") == name).unwrap();
            handouts.insert(office, artifact.make().unwrap());
        }
        let duties = duties(&tables);
        prop_assert_eq!(handouts.keys().collect::<Vec<_>>(), duties.keys().collect::<Vec<_>>());

        // The groups have a column on the left; with several tables there is one more.
        let shift = 1 + u8::from(tables.len() > 1);
        let column = |letter: u8, row: usize| format!("{}{row}", char::from(letter + shift));
        let mut fillings = fillings.iter().cycle();
        let (mut returned, mut expected) = (Vec::new(), Vec::new());
        for (office, items) in &duties {
            let sheet = &sheets(&handouts[office])[1];
            let rows = sheet.cells.iter().filter(|cell| cell.0 >= 5 && cell.1 == u32::from(shift)).count();
            prop_assert_eq!(rows, items.len(), "{:?}", items);
            let mut book = Book::open(&handouts[office]);
            for (row, item) in (6..).zip(items) {
                let Some(Some(filling)) = fillings.next() else { continue };
                let (report, status, evidence, reporter, ..) = filling;
                book.put(&column(b'G', row), &Put::Shared(STATUSES[*status].to_owned()));
                book.put(&column(b'H', row), &Put::Inline(report.clone()));
                book.put(&column(b'I', row), &Put::Shared(evidence.join("\n")));
                book.put(&column(b'J', row), &Put::Shared(reporter.clone().unwrap_or_default()));
                book.put(&column(b'K', row), &typed_day(filling));
                expected.push((OFFICES[*office], item.clone(), filling.clone()));
            }
            returned.push(Returned { path: format!("{office}.xlsx"), bytes: Ok(book.bytes()) });
        }
        let collected = collect(&project, &sources, &returned, Manner::default());
        prop_assert!(!collected.report.has_errors(), "{:#?}", collected.report.findings());
        prop_assert_eq!(collected.notes.len(), expected.len());
        files.extend(collected.notes.iter().map(|note| (note.path.clone(), note.text.clone().into_bytes())));

        let (project, _) = read(&files);
        let notice = &project.notices[0];
        prop_assert_eq!(notice.notes.len(), expected.len());
        for (office, item, filling) in &expected {
            let note = notice.notes.iter().find(|n| n.office.text.value == *office && n.item.value == *item).unwrap();
            prop_assert_eq!(note.dated.value, day(filling));
            prop_assert_eq!(note.about, notice.item(item));
            prop_assert_eq!(note.status.value.as_str(), STATUSES[filling.1]);
            let evidence: Vec<String> = note.evidence.iter().map(|evidence| evidence.text.value.clone()).collect();
            prop_assert_eq!(evidence, filling.2.iter().flat_map(|line| lines(line)).collect::<Vec<_>>());
            let reporter = note.reporter.as_ref().map(|reporter| reporter.value.clone());
            prop_assert_eq!(reporter, filling.3.as_ref().map(|reporter| reporter.trim().to_owned()));
            let said: Vec<String> = note.body.texts().into_iter().map(|block| block.text).collect();
            prop_assert_eq!(said, lines(&filling.0));
            prop_assert!(!note.public);
        }
    }
}

/// A project of one measure, and the handout of it.
static ONE_MEASURE: LazyLock<(Project, Sources, Vec<u8>)> = LazyLock::new(|| {
    let measures = vec![("举措".to_owned(), None)];
    let (project, sources) = read(&content(&[vec![(None, vec![("任务".to_owned(), Some(0), measures)])]]));
    let whole = {
        let theme = Theme::new(&project).unwrap();
        let edition = Edition::new(&project, &theme);
        let artifacts = plan(&edition).unwrap();
        let handout = artifacts.iter().find(|artifact| is_handout(artifact.path.as_str())).unwrap();
        handout.make().unwrap()
    };
    (project, sources, whole)
});

proptest! {
    #![proptest_config(randomised(200))]
    #[test]
    fn a_damaged_workbook_is_told_and_harms_nothing(
        cut in 0.0..1.0_f64,
        flips in prop::collection::vec((0.0..1.0_f64, any::<u8>()), 0..4),
        part in any::<bool>(),
    ) {
        let (project, sources, whole) = &*ONE_MEASURE;
        let whole = whole.clone();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let at = |share: f64, bytes: &[u8]| (bytes.len() as f64 * share) as usize;
        // Within the sheet's XML, or anywhere in the archive.
        let damaged = |mut bytes: Vec<u8>| {
            for (place, value) in &flips {
                let place = at(*place, &bytes);
                bytes[place] = *value;
            }
            bytes
        };
        let bytes = if part {
            let mut book = Book::open(&whole);
            book.change_bytes(crate::support::filling::SHEET, damaged);
            book.bytes()
        } else {
            let end = at(cut, &whole);
            let bytes = damaged(whole);
            bytes[..if flips.is_empty() { end } else { bytes.len() }].to_vec()
        };
        let returned = [Returned { path: "a.xlsx".to_owned(), bytes: Ok(bytes) }];
        let collected = collect(project, sources, &returned, Manner::default());
        prop_assert_eq!(collected.notes.len(), 0);
        prop_assert!(!collected.report.findings().is_empty());
    }
}
