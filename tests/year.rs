//! A year of a bureau: 3 notices, 20 measures, 13 offices, 12 monthly rounds of handouts, filled in, collected, published.
//!
//! The table changes four times on the way. After each step the ledger pages are made, and an independent reckoning, which
//! keeps measures by a number of its own and knows nothing of positions, says what they must show.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use gongkai::diagnostic::{Report as Findings, Severity};
use gongkai::output::{Change, Occasion, change};
use gongkai::pipeline::mend::{Choice as Mending, mends};
use gongkai::pipeline::publish::{Act, Choice, choose, edits, trial};
use gongkai::pipeline::{Checked, check};
use gongkai::read::returned::{Manner, Returned, collect};
use gongkai::render::{Edition, plan};
use gongkai::text::date::Moment;
use gongkai::text::period::Period;
use jiff::civil::{Date, date};
use scraper::{ElementRef, Html, Selector};

use crate::support::Project as Folder;
use crate::support::filling::{Book, typed};
use crate::support::sheet::sheets;

const OFFICES: [&str; 13] = [
    "危化股",
    "工贸股",
    "非煤股",
    "法规股",
    "救灾股",
    "宣教股",
    "人事股",
    "财务股",
    "规划股",
    "调查股",
    "值班室",
    "执法大队",
    "指挥中心",
];

/// One handout of so many comes back a month late.
const LATE: u64 = 5;
/// The office whose reports wait longest to be published.
const INTERNAL: &str = "值班室";

/// A measure of the reckoning.
#[derive(Clone)]
struct Measure {
    key: usize,
    words: String,
    /// The first one leads.
    offices: Vec<&'static str>,
    deadline: Option<Date>,
}

/// A report of the reckoning.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Report {
    key: usize,
    office: &'static str,
    day: Date,
    status: &'static str,
    words: String,
    is_public: bool,
}

/// A handout that comes back, and its reports.
struct Return {
    notice: usize,
    book: Vec<u8>,
    reports: Vec<Report>,
}

struct Year {
    folder: Folder,
    today: Date,
    /// The measures of the tasks of each notice.
    notices: Vec<Vec<Vec<Measure>>>,
    reports: Vec<Report>,
    /// Findings so far, by kind.
    found: BTreeMap<&'static str, usize>,
}

fn path(notice: usize) -> String {
    format!("anquan/2024-{notice}")
}

/// A number that looks like chance and is the same on each run.
fn chance(of: &[usize]) -> u64 {
    of.iter().fold(17, |sum: u64, n| (sum * 31 + *n as u64 * 7 + 3) % 1_000_003)
}

fn index(office: &str) -> usize {
    OFFICES.iter().position(|known| *known == office).unwrap()
}

impl Year {
    fn begun() -> Self {
        let folder = Folder::empty();
        folder.write("content/site.yaml", "名称: 某局政务公开\n域名: www.example.gov.cn\n");
        folder.write("content/offices.yaml", format!("股室: [{}]\n", OFFICES.join(", ")));
        folder.write("content/anquan/column.yaml", "名称: 安全生产\n");
        let mut notices = Vec::new();
        let mut key = 0;
        for (notice, tasks) in [[3, 3, 2], [3, 2, 2], [2, 2, 1]].into_iter().enumerate() {
            let head = format!(
                "---\n标题: 关于第{notice}项工作任务分解的通知\n发文机关: 某局\n成文日期: 2024-01-04\n发布日期: 2024-01-05 09:00\n附件: [{{名称: 任务分解表, 表: tasks.yaml}}]\n---\n现印发给你们。\n"
            );
            folder.write(&format!("content/{}/notice.md", path(notice)), head);
            let mut measure = || {
                key += 1;
                Measure::numbered(key)
            };
            notices.push(tasks.map(|count| (0..count).map(|_| measure()).collect::<Vec<_>>()).to_vec());
        }
        let year =
            Self { folder, today: date(2024, 1, 5), notices, reports: Vec::new(), found: BTreeMap::new() };
        (0..3).for_each(|notice| year.write_table(notice));
        year
    }

    /// Writes the table of a notice as the reckoning has it.
    fn write_table(&self, notice: usize) {
        let mut text = "表名: 任务分解表\n任务:\n".to_owned();
        for (place, task) in self.notices[notice].iter().enumerate() {
            writeln!(text, "  - 名称: 第{}项任务\n    举措:", ["一", "二", "三"][place]).unwrap();
            for measure in task {
                let deadline = measure.deadline.map_or("长期坚持".to_owned(), |day| {
                    format!("{}年{}月{}日", day.year(), day.month(), day.day())
                });
                let (words, offices) = (&measure.words, measure.offices.join(", "));
                writeln!(text, "      - {{内容: {words}, 责任股室: [{offices}], 完成时限: {deadline}}}")
                    .unwrap();
            }
        }
        self.folder.write(&format!("content/{}/tasks.yaml", path(notice)), text);
    }

    fn checked(&self) -> Checked {
        check(&self.folder.path(""), self.today).unwrap()
    }

    fn write(&self, changes: &[Change]) {
        let occasion =
            Occasion { command: "test", time: self.today.to_datetime(jiff::civil::Time::midnight()) };
        change(&self.folder.path(""), changes, &occasion).unwrap();
    }

    /// The handouts of today that somebody fills in this month, by notice and office.
    fn handouts(&self, month: i8, late: &[Return]) -> BTreeMap<(usize, &'static str), Vec<u8>> {
        let is_filled = |notice: usize, office: &'static str| {
            let is_late = late.iter().any(|one| (one.notice, one.reports[0].office) == (notice, office));
            is_late || !self.reports_of(notice, office, month).is_empty()
        };
        let checked = self.checked();
        let edition = Edition::new(&checked.project, &checked.theme);
        let planned = plan(&edition).unwrap();
        let mut made = BTreeMap::new();
        for artifact in planned {
            let Some(rest) = artifact.path.as_str().strip_prefix("handout/anquan/2024-") else { continue };
            let Some(rest) = rest.strip_suffix(".xlsx") else { continue };
            let (notice, office) = rest.split_once('/').unwrap();
            let notice: usize = notice.parse().unwrap();
            let office = OFFICES[index(office)];
            if is_filled(notice, office) {
                made.insert((notice, office), artifact.make().unwrap());
            }
        }
        made
    }

    fn measure(&self, key: usize) -> Option<(usize, &Measure)> {
        let all = self.notices.iter().enumerate();
        all.flat_map(|(notice, tasks)| tasks.iter().flatten().map(move |measure| (notice, measure)))
            .find(|(_, measure)| measure.key == key)
    }

    /// The reports of an office on a notice in a month; it is silent about what it has completed.
    fn reports_of(&self, notice: usize, office: &'static str, month: i8) -> Vec<Report> {
        let day = date(2024, month, 25);
        let mut reports = Vec::new();
        for measure in self.notices[notice].iter().flatten().filter(|m| m.offices.contains(&office)) {
            let (key, month) = (measure.key, month.unsigned_abs() as usize);
            let has_completed = self
                .reports
                .iter()
                .any(|report| (report.key, report.office, report.status) == (key, office, "已完成"));
            if has_completed || chance(&[key, index(office), month]) % 10 >= 7 {
                continue;
            }
            let status = match chance(&[month, key, index(office)]) % 12 + month as u64 / 3 {
                0 => "未启动",
                1..=8 => "正在推进",
                9 | 10 => "滞后",
                _ => "已完成",
            };
            let words = format!("{office}{month}月报告第{key}号举措的进展。");
            reports.push(Report { key, office, day, status, words, is_public: false });
        }
        reports
    }

    /// A handout with some reports filled in.
    fn filled(&self, book: &[u8], reports: &[Report]) -> Vec<u8> {
        let sheet = sheets(book).remove(1);
        let (head, _, _) = sheet.cells.iter().find(|cell| cell.2 == "状态").unwrap();
        let column =
            |name: &str| sheet.cells.iter().find(|cell| cell.0 == *head && cell.2 == name).unwrap().1;
        let mut book = Book::open(book);
        for report in reports {
            let words = &self.measure(report.key).unwrap().1.words;
            let row =
                sheet.cells.iter().find(|cell| cell.0 > *head && cell.2.contains(words.as_str())).unwrap().0;
            let day = report.day.to_string();
            let values = [("状态", report.status), ("进展情况", &report.words), ("填报日期", &day)];
            for (name, value) in values {
                let letter = char::from(b'A' + u8::try_from(column(name)).unwrap());
                book.put(&format!("{letter}{}", row + 1), &typed(value));
            }
        }
        book.bytes()
    }

    /// Collects handouts, and says which errors there are. Only without errors is anything written.
    fn collect(&mut self, returned: &[Return], replaces: bool) -> Vec<&'static str> {
        let checked = self.checked();
        let file =
            |(n, one): (usize, &Return)| Returned { path: format!("{n}.xlsx"), bytes: Ok(one.book.clone()) };
        let files: Vec<Returned> = returned.iter().enumerate().map(file).collect();
        let manner = Manner { replaces, ..Manner::default() };
        let collected = collect(&checked.project, &checked.sources, &files, manner);
        let errors = errors(&collected.report);
        if !errors.is_empty() {
            return errors;
        }
        assert!(collected.report.findings().is_empty());
        let reports: Vec<&Report> = returned.iter().flat_map(|one| &one.reports).collect();
        assert_eq!(collected.notes.len(), reports.len());
        let mut changes = Vec::new();
        for note in &collected.notes {
            let mut new = Change::new_file(format!("content/{}", note.path), note.text.as_str());
            assert_eq!(note.replaces.is_some(), replaces, "{}", note.path);
            if let Some(old) = &note.replaces {
                changes.push(Change::new_file(format!("content/{}", old.path), old.text.as_str()));
                new.before = Some(fs::read(self.folder.path(&new.path)).unwrap());
            }
            changes.push(new);
        }
        self.write(&changes);
        for report in reports {
            let is_same = |other: &Report| {
                (other.key, other.office, other.day) == (report.key, report.office, report.day)
            };
            assert_eq!(self.reports.iter().any(is_same), replaces);
            self.reports.retain(|other| !is_same(other));
            self.reports.push(report.clone());
        }
        Vec::new()
    }

    /// Makes the reports of a choice public, or takes them back.
    fn publish(&mut self, choice: &Choice, act: Act, is_meant: impl Fn(&Report, usize) -> bool) {
        let checked = self.checked();
        let papers = choose(&checked, choice, act);
        assert!(papers.waiting.is_empty());
        let edits = edits(&self.folder.path(""), &checked, &papers.changing, act).unwrap();
        let tried = trial(&self.folder.path(""), self.today, &edits).unwrap();
        assert_eq!(errors(&tried.report), [""; 0]);
        let changes = edits.into_iter().map(|edit| Change {
            path: edit.path,
            before: Some(edit.before),
            after: Some(edit.after),
        });
        let changes: Vec<Change> = changes.collect();
        self.write(&changes);
        let notices: Vec<Option<usize>> =
            self.reports.iter().map(|report| Some(self.measure(report.key)?.0)).collect();
        let mut count = 0;
        for (report, notice) in self.reports.iter_mut().zip(notices) {
            let is_public = act != Act::Withdraw;
            if notice.is_some_and(|notice| is_meant(report, notice)) && report.is_public != is_public {
                report.is_public = is_public;
                count += 1;
            }
        }
        assert_eq!(changes.len(), count);
    }

    /// Compares every ledger page with the reckoning, and the findings of progress with those that are due.
    fn compare(&mut self, due: &[(&'static str, usize)], step: &str) {
        let checked = self.checked();
        let mut found: BTreeMap<&'static str, usize> = BTreeMap::new();
        for finding in checked.report.findings() {
            let is_serious = finding.severity >= Severity::Warning;
            if finding.code.id.starts_with('N') && is_serious || finding.severity == Severity::Error {
                *found.entry(finding.code.id).or_default() += 1;
            }
        }
        assert_eq!(found, due.iter().copied().filter(|(_, count)| *count > 0).collect(), "{step}");
        for (id, count) in found {
            *self.found.entry(id).or_default() += count;
        }
        if checked.report.has_errors() {
            return;
        }
        let edition = Edition::new(&checked.project, &checked.theme);
        let planned = plan(&edition).unwrap();
        for notice in 0..3 {
            let at = format!("site/{}/progress/index.html", path(notice));
            let page = planned.iter().find(|artifact| artifact.path.as_str() == at);
            let page = page.map(|artifact| String::from_utf8(artifact.make().unwrap()).unwrap());
            let shown = page.as_deref().map(shown).unwrap_or_default();
            assert_eq!(shown, self.reckoned(notice), "{step}, notice {notice}, {}", self.today);
            // Nothing internal, and nothing that was corrected.
            let public: BTreeSet<&str> =
                self.reports.iter().filter(|r| r.is_public).map(|r| r.words.as_str()).collect();
            for report in self.reports.iter().filter(|report| !report.is_public) {
                let is_said = page.as_ref().is_some_and(|page| page.contains(&report.words));
                assert!(!is_said || public.contains(report.words.as_str()), "{step}: {report:?}");
            }
        }
    }

    /// The rows that the public ledger of a notice must show; none before there is a public report.
    fn reckoned(&self, notice: usize) -> Vec<String> {
        let mut rows = Vec::new();
        let mut is_any = false;
        for measure in self.notices[notice].iter().flatten() {
            let mut public: Vec<&Report> =
                self.reports.iter().filter(|report| report.is_public && report.key == measure.key).collect();
            public.sort_by_key(|report| (report.day, report.office));
            is_any |= !public.is_empty();
            let by_lead = public.iter().rev().find(|report| report.office == measure.offices[0]);
            let status = by_lead.or(public.last()).map_or("暂无公开进展", |report| report.status);
            let days = measure.deadline.map(|day| (self.today - day).get_days());
            let late = days.filter(|days| *days > 0 && status != "已完成");
            let late = late.map_or(String::new(), |days| format!("逾期{days}天"));
            let newest = public.last().map_or("", |report| &report.words);
            // The page lists the newest report and 20 before it.
            let listed = public.iter().rev().take(21);
            let reports: Vec<String> =
                listed.map(|report| format!("{} {}", report.day, report.office)).collect();
            rows.push(format!("{} | {status} | {late} | {newest} | {}", measure.words, reports.join(", ")));
        }
        if is_any { rows } else { Vec::new() }
    }
}

impl Measure {
    fn numbered(key: usize) -> Self {
        let first = key * 5 % 13;
        let offices = (0..=key % 3).map(|n| OFFICES[(first + n * 4) % 13]).collect();
        let deadline = (!key.is_multiple_of(4)).then(|| date(2024, i8::try_from(key % 11 + 2).unwrap(), 15));
        let subjects = ["检查", "演练", "培训", "宣传", "登记", "整改", "督办"];
        let words = format!("{}第{key}批重点单位的安全状况并建立台账。", subjects[key % 7]);
        Self { key, words, offices, deadline }
    }
}

/// The errors of a report, by kind.
fn errors(report: &Findings) -> Vec<&'static str> {
    let errors = report.findings().iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| finding.code.id).collect()
}

/// The rows that a ledger page shows, each with its reports, newest first.
fn shown(page: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let css = |css: &str| Selector::parse(css).unwrap();
    let text = |row: ElementRef<'_>, of: &str| {
        row.select(&css(of))
            .next()
            .map_or(String::new(), |found| found.text().collect::<String>().split_whitespace().collect())
    };
    let row = |row: ElementRef<'_>| {
        let of_reports = css(".news time");
        let dates = row.select(&of_reports);
        let report = |time: ElementRef<'_>| {
            let behind =
                time.next_sibling().and_then(|node| node.value().as_text().map(|text| text.to_string()));
            let office = behind.unwrap_or_default();
            let office = office.trim().split(['：', '，']).next().unwrap_or_default().to_owned();
            format!("{} {office}", time.attr("datetime").unwrap())
        };
        let reports: Vec<String> = dates.map(report).collect();
        let newest = text(row, ".news > p + p");
        let words = text(row, ".what .lines");
        format!(
            "{words} | {} | {} | {newest} | {}",
            text(row, ".state .status"),
            text(row, ".state .timing.late"),
            reports.join(", ")
        )
    };
    page.select(&css(".rows tr:has(.state)")).map(row).collect()
}

#[test]
fn nothing_untrue_is_published_in_a_year() {
    let mut year = Year::begun();
    let mut late: Vec<Return> = Vec::new();
    year.compare(&[], "begun");
    for month in 1..=12 {
        year.today = date(2024, month, 28);
        let handouts = year.handouts(month, &late);
        // Late handouts of the month before, made before the table changed.
        for mut returned in std::mem::take(&mut late) {
            let errors = year.collect(std::slice::from_ref(&returned), false);
            if !errors.is_empty() {
                // The table changed meanwhile: nothing is filed under another measure; the present handout is filled in.
                assert!(errors.iter().all(|id| ["C005", "C006"].contains(id)), "{errors:?}");
                *year.found.entry("C006").or_default() += 1;
                returned.reports.retain(|report| year.measure(report.key).is_some());
                let Some(first) = returned.reports.first() else { continue };
                let present = &handouts[&(returned.notice, first.office)];
                returned.book = year.filled(present, &returned.reports);
                assert_eq!(year.collect(&[returned], false), [""; 0]);
            }
        }
        year.compare(&[], "late ones collected");
        let mut in_time = Vec::new();
        for ((notice, office), book) in &handouts {
            let reports = year.reports_of(*notice, office, month);
            if reports.is_empty() {
                continue;
            }
            let returned = Return { notice: *notice, book: year.filled(book, &reports), reports };
            if chance(&[*notice, index(office), month.unsigned_abs().into()]).is_multiple_of(LATE) {
                late.push(returned);
            } else {
                in_time.push(returned);
            }
        }
        assert_eq!(year.collect(&in_time, false), [""; 0]);
        year.compare(&[], "collected");
        year.publish_round(month);
        year.compare(&[], "published");
        year.correct(month, &handouts);
        year.compare(&[], "corrected");
        match month {
            3 => year.insert(),
            5 => year.move_measure(),
            8 => year.reword(),
            10 => year.delete(),
            _ => {}
        }
    }
    // Every kind of finding that such a year makes was made.
    let kinds: Vec<&str> = year.found.keys().copied().collect();
    assert_eq!(kinds, ["C006", "C015", "N015", "N016"]);
    let public = year.reports.iter().filter(|report| report.is_public).count();
    assert!(public > 100, "{public}");
}

impl Year {
    /// Publishes the month's reports notice by notice; in March all that waits office by office, but for one office, and
    /// every third month all. In one month the reports of an office are taken back.
    fn publish_round(&mut self, month: i8) {
        let time = Moment::parse(&format!("2024-{month:02}-28 16:30")).unwrap();
        let act = Act::Publish(time);
        let period = Period::parse(&format!("2024-{month:02}"));
        let register = self.checked().project.register;
        let of_office = |name: &str| {
            let office = register.offices_with_ids().find(|(_, office)| office.name.value == name);
            Choice { office: Some(office.unwrap().0), ..Choice::default() }
        };
        if month == 3 {
            for office in OFFICES.into_iter().filter(|office| *office != INTERNAL) {
                self.publish(&of_office(office), act, |report, _| report.office == office);
            }
        } else if month % 3 == 0 {
            self.publish(&Choice::default(), act, |_, _| true);
        } else {
            for notice in 0..3 {
                let choice = Choice { notice: Some(path(notice)), period, ..Choice::default() };
                self.publish(&choice, act, |report, of| of == notice && report.day.month() == month);
            }
        }
        if month == 7 {
            self.publish(&of_office("法规股"), Act::Withdraw, |report, _| report.office == "法规股");
        }
    }

    /// Corrects some reports of the month, in the handout of today: refused at first, then as corrections. They are
    /// published with the next round.
    fn correct(&mut self, month: i8, handouts: &BTreeMap<(usize, &'static str), Vec<u8>>) {
        let is_wrong = |report: &&Report| {
            report.day == date(2024, month, 25)
                && report.status != "已完成"
                && chance(&[report.key, 5]).is_multiple_of(4)
        };
        let wrong: Vec<Report> = self.reports.iter().filter(is_wrong).take(2).cloned().collect();
        for mut report in wrong {
            let notice = self.measure(report.key).unwrap().0;
            (report.status, report.is_public) = ("滞后", false);
            report.words = report.words.replace("进展", "进展（更正）");
            let book = self.filled(&handouts[&(notice, report.office)], std::slice::from_ref(&report));
            let returned = [Return { notice, book, reports: vec![report] }];
            assert_eq!(self.collect(&returned, false), ["C015"]);
            *self.found.entry("C015").or_default() += 1;
            assert_eq!(self.collect(&returned, true), [""; 0]);
        }
    }

    /// The reports on the measures of a task behind a place, whose positions a change there moves.
    fn behind(&self, notice: usize, task: usize, place: usize) -> usize {
        let moved: Vec<usize> =
            self.notices[notice][task][place..].iter().map(|measure| measure.key).collect();
        self.reports.iter().filter(|report| moved.contains(&report.key)).count()
    }

    /// Lets `check --fix` correct the positions.
    fn fix(&mut self, positions: usize) {
        let mends = mends(&self.folder.path(""), self.today, &Mending::Form).unwrap();
        let corrected: usize = mends.corrections.files.iter().flat_map(|file| file.applied.values()).sum();
        assert_eq!((corrected, mends.corrections.refused.len()), (positions, 0));
        let changes = mends.corrections.files.iter().map(|file| Change {
            path: file.path.clone(),
            before: Some(file.before.clone()),
            after: Some(file.after.clone()),
        });
        self.write(&changes.collect::<Vec<_>>());
        self.compare(&[], "fixed");
    }

    /// A measure is inserted before all others.
    fn insert(&mut self) {
        let moved = self.behind(0, 0, 0);
        assert!(moved > 0);
        self.notices[0][0].insert(0, Measure::numbered(99));
        self.write_table(0);
        self.compare(&[("N016", moved)], "inserted");
        self.fix(moved);
    }

    /// The first measure of a task becomes the first of another.
    fn move_measure(&mut self) {
        let measure = self.notices[1][0][0].clone();
        let moved = self.behind(1, 0, 0) + self.behind(1, 1, 0);
        self.notices[1][0].remove(0);
        self.notices[1][1].insert(0, measure);
        self.write_table(1);
        self.compare(&[("N016", moved)], "moved");
        self.fix(moved);
    }

    /// A measure begins with other words: its reports are nobody's until somebody says whose, and nothing is built.
    fn reword(&mut self) {
        let (old, key) = (self.notices[0][1][0].words.clone(), self.notices[0][1][0].key);
        let new = format!("全面{old}");
        self.notices[0][1][0].words.clone_from(&new);
        self.write_table(0);
        let lost = self.reports.iter().filter(|report| report.key == key).count();
        assert!(lost > 0);
        self.compare(&[("N015", lost)], "reworded");
        let checked = self.checked();
        for finding in checked.report.findings().iter().filter(|finding| finding.code.id == "N015") {
            assert!(finding.help.as_ref().unwrap().zh.starts_with("多半是“2.1”"), "{finding:?}");
            let file = checked.sources.file(finding.span.file);
            let line = file.text.lines().find(|line| line.starts_with("举措开头: ")).unwrap();
            let beginning: String = new.chars().take(12).collect();
            self.folder.write(&file.path, file.text.replace(line, &format!("举措开头: {beginning}")));
        }
        self.compare(&[], "said whose");
        self.fix(0);
    }

    /// A measure goes with its reports, which are errors until somebody takes them away.
    fn delete(&mut self) {
        let gone = self.notices[1][1].remove(1);
        let moved = self.behind(1, 1, 1);
        self.write_table(1);
        let lost = self.reports.iter().filter(|report| report.key == gone.key).count();
        assert!(lost > 0);
        self.compare(&[("N015", lost), ("N016", moved)], "deleted");
        let checked = self.checked();
        let lost = checked.report.findings().iter().filter(|finding| finding.code.id == "N015");
        for finding in lost {
            fs::remove_file(self.folder.path(&checked.sources.file(finding.span.file).path)).unwrap();
        }
        self.reports.retain(|report| report.key != gone.key);
        self.compare(&[("N016", moved)], "taken away");
        self.fix(moved);
    }
}
