//! Projects whose files were damaged: read and judged, every hundredth also rendered.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{fs, str};

use gongkai::diagnostic::Severity;
use gongkai::diagnostic::print::{Findings, Form, findings_page, print};
use gongkai::pipeline::{self, Checked};
use gongkai::read::Content;
use gongkai::render;
use gongkai::text::message::Lang;
use jiff::civil::{Date, date};
use tempfile::TempDir;

use crate::support::attach::attach;
use crate::support::dice::Dice;
use crate::support::well_formed;

/// Files by their paths below `content/`.
type Files = Vec<(String, Vec<u8>)>;

/// One case in so many is rendered, if nothing is wrong with it, and its findings are printed in every form.
const RENDERED: u64 = 100;

/// The most files of a notice's notes: a case should take a millisecond or two.
const NOTES: usize = 4;

/// Reads, judges and, of every hundredth, renders a case.
pub fn run(seed: u64) -> Result<(), String> {
    let whole = seed.is_multiple_of(RENDERED);
    let (files, today) = case(seed);
    let mut texts: Vec<(&str, &[u8])> = Vec::new();
    let (attached, read): (Vec<_>, Vec<_>) = files.iter().partition(|(path, _)| path.contains("/files/"));
    texts.extend(read.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    let mut content = Content::of_texts(&texts);
    let folder = TempDir::new().unwrap();
    for (path, bytes) in attached {
        attach(&mut content, folder.path(), path, bytes);
    }
    let checked = pipeline::judge(content, today, &mut |_| ()).map_err(|error| format!("{error:?}"))?;
    for finding in checked.report.findings() {
        let spans = finding.labels.iter().map(|(span, _)| span).chain([&finding.span]);
        for span in spans.chain(finding.fix.as_ref().map(|(span, _)| span)) {
            let text = &checked.sources.file(span.file).text;
            if !text.is_empty() && text.get(span.range()).is_none() {
                return Err(format!("a place outside its text: {finding:?}"));
            }
        }
    }
    if whole { shown(&checked) } else { Ok(()) }
}

/// Prints the findings in every form, and makes every file where none of them is an error.
fn shown(checked: &Checked) -> Result<(), String> {
    let Checked { project, theme, sources, report, .. } = checked;
    let codes = pipeline::codes();
    for lang in [Lang::Zh, Lang::En] {
        let findings = Findings { report, sources, lang, whole: Severity::Error, codes: &codes, prefix: "" };
        for form in [Form::Human, Form::Json, Form::Github, Form::Sarif] {
            let _ = print(form, &findings);
        }
        let _ = findings_page(report, sources, lang);
    }
    if report.has_errors() {
        return Ok(());
    }
    let edition = render::Edition::new(project, theme);
    for artifact in render::plan(&edition).map_err(|error| format!("{error:?}"))? {
        let bytes = artifact.make().map_err(|error| format!("{}: {error:?}", artifact.path.as_str()))?;
        well_formed::file(artifact.path.as_str(), &bytes)?;
    }
    Ok(())
}

/// Writes a case into a folder, to be looked at.
pub fn write(seed: u64, folder: &Path) {
    for (path, bytes) in case(seed).0 {
        let path = folder.join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// The files of a case and the day on which it is judged.
fn case(seed: u64) -> (Files, Date) {
    let bases = bases();
    let mut dice = Dice::new(seed);
    let mut files = dice.of(bases).clone();
    for _ in 0..=dice.below(4) {
        let victim = dice.below(files.len());
        files[victim].1 = damage(&files, victim, &mut dice);
    }
    let days = [date(2024, 9, 1), date(2025, 1, 15), date(2023, 2, 28), Date::MIN, Date::MAX];
    let today = if dice.below(10) == 0 { *dice.of(&days) } else { days[1] };
    (files, today)
}

/// Small projects, each a notice of those that ship or that the tests build, with what belongs to it.
fn bases() -> &'static [Files] {
    static BASES: OnceLock<Vec<Files>> = OnceLock::new();
    BASES.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders = [
            "content",
            "tests/site/tables/content",
            "tests/site/attachments/content",
            "tests/site/portal/content",
        ];
        folders.iter().flat_map(|folder| of_notices(&root.join(folder))).collect()
    })
}

fn of_notices(folder: &Path) -> Vec<Files> {
    let mut paths = Vec::new();
    list(folder, &mut paths);
    let all: Files = paths
        .iter()
        .map(|path| {
            let name: Vec<&str> = path
                .strip_prefix(folder)
                .unwrap()
                .components()
                .map(|c| c.as_os_str().to_str().unwrap())
                .collect();
            (name.join("/"), fs::read(path).unwrap())
        })
        .collect();
    let notices = all.iter().filter_map(|(path, _)| path.strip_suffix("/notice.md"));
    notices
        .map(|notice| {
            let mut notes = 0;
            let belongs = |path: &str| match path.strip_prefix(notice) {
                Some(rest) if rest.starts_with("/progress/") => {
                    notes += 1;
                    notes <= NOTES
                }
                Some(rest) => rest.starts_with('/'),
                None => !all.iter().any(|(other, _)| {
                    other.strip_suffix("notice.md").is_some_and(|other| path.starts_with(other))
                }),
            };
            let mut belongs = belongs;
            all.iter().filter(|(path, _)| belongs(path)).cloned().collect()
        })
        .collect()
}

fn list(folder: &Path, paths: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { list(&path, paths) } else { paths.push(path) }
    }
}

/// Texts typed, pasted or left behind by accident, and texts meant to break things.
const TOKENS: &[&str] = &[
    "：",
    "\t",
    "*a",
    "&a ",
    "---\n",
    "{{",
    "}}",
    "{{要求}}",
    "\"",
    "'",
    "- ",
    "\n\n",
    "\0",
    "[",
    "]",
    "{",
    "}",
    "? ",
    "|\n",
    ">\n",
    "\r",
    "%",
    "#",
    "!!set ",
    "，",
    "“",
    "”",
    "－",
    "<b>",
    "<!--",
    "<script>",
    "](../../../x)",
    "](#x)",
    "![a](b)",
    "11010519491231002X",
    "13800138000",
    "&x [*x, *x]",
    "**",
    "__",
    "《",
    "》",
    "（",
    "）",
    "——",
    "--",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{fffe}",
    "\u{fdd0}",
    "\u{85}",
    "\u{2028}",
    "\u{b}",
    "\u{1b}[31m",
    "\\x0b",
    "\\ud800",
    "&#11;",
    "&#x202e;",
    "&amp;",
    "é",
    "e\u{301}",
    "𠮷",
    "👨‍👩‍👧",
    "１２３",
    "①",
    "㊿",
    "一百二十三",
    "999999999999999999999",
    "-1",
    "1e400",
    "0x10",
    ".5",
    "1.10",
    "2024-02-30",
    "9999-12-31",
    "-9999-01-01",
    "10000-01-01",
    "0000-00-00",
    "2024年13月",
    "2024年12月底前",
    "每月25日前",
    "长期坚持",
    "~",
    "null",
    "true",
    "是",
    "null: ",
    "名称: ",
    "标题: ",
    "公开: true\n",
    "放行:\n  W001: 好\n",
    "规则级别: {W001: 关闭}\n",
    "域名: a b\n",
    "_x000B_",
    "=1+1",
    "=cmd|'/c'!A1",
    "con",
    "..",
    "/",
    "\\",
    "`",
    "```\n",
    "|a|b|\n|-|-|\n",
    "> > > ",
    "1. ",
    "# ",
    "    ",
];

/// A file after one mishap.
fn damage(files: &Files, victim: usize, dice: &mut Dice) -> Vec<u8> {
    let bytes = &files[victim].1;
    let text = str::from_utf8(bytes).unwrap_or_default();
    match dice.below(16) {
        0 => flipped(bytes, dice),
        1..=3 => inserted(text, dice),
        4 => replaced(text, "", dice),
        5 => replaced(text, "甲", dice),
        6 => doubled(text, dice),
        7 => lines(text, dice, |lines, dice| {
            let (one, other) = (dice.below(lines.len()), dice.below(lines.len()));
            lines.swap(one, other);
        }),
        8 => lines(text, dice, |lines, dice| {
            lines.remove(dice.below(lines.len()));
        }),
        9 => lines(text, dice, |lines, dice| {
            let (from, to) = (dice.below(lines.len()), dice.below(lines.len()));
            lines.insert(to, lines[from]);
        }),
        10 => indented(text, dice),
        11 => value_of_another(files, victim, dice),
        12 => bytes[..dice.below(bytes.len())].to_vec(),
        13 => encoded(text, dice),
        14 => numbers(text, dice),
        _ => emptied(text, dice),
    }
}

fn flipped(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = dice.below(bytes.len());
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1 << dice.below(8);
    }
    bytes
}

/// A place in a text, on a character's boundary.
fn place(text: &str, dice: &mut Dice) -> usize {
    text.floor_char_boundary(dice.below(text.len() + 1))
}

fn inserted(text: &str, dice: &mut Dice) -> Vec<u8> {
    let at = place(text, dice);
    let token = match dice.below(40) {
        0 => dice.of(TOKENS).repeat(dice.below(2_000)),
        1..=3 => {
            char::from_u32(u32::try_from(dice.below(0x11_0000)).unwrap()).unwrap_or('\u{fffd}').to_string()
        }
        _ => (*dice.of(TOKENS)).to_owned(),
    };
    [&text[..at], &token, &text[at..]].concat().into_bytes()
}

fn replaced(text: &str, by: &str, dice: &mut Dice) -> Vec<u8> {
    let at = place(text, dice);
    let end = text.ceil_char_boundary((at + dice.below(60)).min(text.len()));
    [&text[..at], by, &text[end..]].concat().into_bytes()
}

/// A stretch of the text that stands twice, or many times.
fn doubled(text: &str, dice: &mut Dice) -> Vec<u8> {
    let at = place(text, dice);
    let end = text.ceil_char_boundary((at + dice.below(200)).min(text.len()));
    let times = if dice.below(20) == 0 { dice.below(200) } else { 2 };
    [&text[..at], &text[at..end].repeat(times), &text[end..]].concat().into_bytes()
}

fn lines(text: &str, dice: &mut Dice, change: impl Fn(&mut Vec<&str>, &mut Dice)) -> Vec<u8> {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    if !lines.is_empty() {
        change(&mut lines, dice);
    }
    lines.concat().into_bytes()
}

fn indented(text: &str, dice: &mut Dice) -> Vec<u8> {
    let victim = dice.below(text.lines().count());
    let by = *dice.of(&["  ", " ", "\t", "    ", "- ", "\u{3000}"]);
    let outwards = dice.below(2) == 0;
    let line = |(i, line): (usize, &str)| match (i == victim, outwards) {
        (false, _) => line.to_owned(),
        (true, true) => line.strip_prefix(' ').unwrap_or(line).to_owned(),
        (true, false) => format!("{by}{line}"),
    };
    text.split_inclusive('\n').enumerate().map(line).collect::<String>().into_bytes()
}

/// The value of one field in place of another's, of the same file or another one.
fn value_of_another(files: &Files, victim: usize, dice: &mut Dice) -> Vec<u8> {
    let donor = str::from_utf8(&files[dice.below(files.len())].1).unwrap_or_default();
    let values: Vec<&str> = donor.lines().filter_map(|line| Some(line.split_once(": ")?.1)).collect();
    let text = str::from_utf8(&files[victim].1).unwrap_or_default();
    let own: Vec<usize> =
        text.lines().enumerate().filter(|(_, line)| line.contains(": ")).map(|(i, _)| i).collect();
    if values.is_empty() || own.is_empty() {
        return text.as_bytes().to_vec();
    }
    let (value, at) = (*dice.of(&values), *dice.of(&own));
    let line = |(i, line): (usize, &str)| match line.split_once(": ").filter(|_| i == at) {
        Some((key, _)) => format!("{key}: {value}\n"),
        None => format!("{line}\n"),
    };
    text.lines().enumerate().map(line).collect::<String>().into_bytes()
}

fn encoded(text: &str, dice: &mut Dice) -> Vec<u8> {
    match dice.below(5) {
        0 => encoding_rs::GBK.encode(text).0.into_owned(),
        1 => [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        2 => [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
        3 => ["\u{feff}", text].concat().into_bytes(),
        _ => text.replace('\n', "\r\n").into_bytes(),
    }
}

/// One number of the text, blown up or made another.
fn numbers(text: &str, dice: &mut Dice) -> Vec<u8> {
    let is_start = |at: &usize| {
        let bytes = text.as_bytes();
        bytes[*at].is_ascii_digit() && (*at == 0 || !bytes[at - 1].is_ascii_digit())
    };
    let starts: Vec<usize> = (0..text.len()).filter(is_start).collect();
    if starts.is_empty() {
        return text.as_bytes().to_vec();
    }
    let at = *dice.of(&starts);
    let end = at + text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let other = *dice.of(&[
        "0",
        "1",
        "13",
        "32",
        "99",
        "1900",
        "9999",
        "10000",
        "-1",
        "4294967296",
        "99999999999999999999",
        "00001",
    ]);
    [&text[..at], other, &text[end..]].concat().into_bytes()
}

/// The value of a field that nobody filled in.
fn emptied(text: &str, dice: &mut Dice) -> Vec<u8> {
    let victim = dice.below(text.lines().count());
    let with = *dice.of(&["", " []", " {}", " ~", " \"\"", " 0", " |", " [[]]", " {a: b}"]);
    let line = |(i, line): (usize, &str)| match line.split_once(':').filter(|_| i == victim) {
        Some((key, _)) => format!("{key}:{with}\n"),
        None => format!("{line}\n"),
    };
    text.lines().enumerate().map(line).collect::<String>().into_bytes()
}
