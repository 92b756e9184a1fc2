//! The projects that are made to be slow, at full size; and the wrong and the right example of each rule of prose, one
//! after another in one line, for what a rule does at one place it must not do again at each.

use std::fs;
use std::path::Path;

use gongkai::diagnostic::print::{Findings, Form, findings_page, print};
use gongkai::diagnostic::{Code, Severity};
use gongkai::pipeline::{self, Checked};
use gongkai::read::Content;
use gongkai::text::message::Lang;
use jiff::civil::date;

use crate::support::large::{CASES, FULL, Files, body};

/// How many there are.
pub fn count() -> u64 {
    (CASES.len() + rules().len()) as u64
}

/// The rules of wording and of days, which read prose.
fn rules() -> Vec<&'static Code> {
    pipeline::codes().into_iter().filter(|code| code.id.starts_with(['W', 'S'])).collect()
}

/// The length of an example that is repeated, in characters: in a program without optimisation a quarter, for it is read
/// in CI that answers in minutes.
const REPEATED: usize = if cfg!(debug_assertions) { FULL / 4 } else { FULL };

fn case(case: u64) -> (&'static str, Files) {
    let case = usize::try_from(case).unwrap();
    if let Some((name, make)) = CASES.get(case) {
        return (name, make(FULL));
    }
    let code = rules()[case - CASES.len()];
    let examples = [code.about.example, code.about.mend.zh].join("，").replace('\n', "，");
    (code.id, body(&examples.repeat(REPEATED / examples.chars().count())))
}

/// Reads and judges a case and prints its findings in every form.
pub fn run(case: u64) -> Result<(), String> {
    let (name, files) = self::case(case);
    let texts: Vec<(&str, &[u8])> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
    let begun = std::time::Instant::now();
    let content = Content::of_texts(&texts);
    let checked =
        pipeline::judge(content, date(2024, 9, 1), &mut |_| ()).map_err(|error| format!("{error:?}"))?;
    let judged = begun.elapsed();
    let Checked { sources, report, .. } = &checked;
    let findings = Findings {
        report,
        sources,
        lang: Lang::Zh,
        whole: Severity::Error,
        codes: &pipeline::codes(),
        prefix: "",
    };
    for form in [Form::Human, Form::Json, Form::Github, Form::Sarif] {
        let _ = print(form, &findings);
    }
    let _ = findings_page(report, sources, Lang::Zh);
    eprintln!(
        "{case:3} {name}: {judged:?}, {:?} with printing; {} findings",
        begun.elapsed(),
        report.findings().len()
    );
    Ok(())
}

/// Writes a case into a folder, to be looked at.
pub fn write(case: u64, folder: &Path) {
    for (path, text) in self::case(case).1 {
        let path = folder.join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}
