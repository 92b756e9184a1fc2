//! `gongkai check --fix` and `--diff`: applies corrections, or shows them.

mod words;

use std::process::ExitCode;

use crate::cli::explain::find;
use crate::cli::mend::words::{left_over, summary};
use crate::cli::{Deny, Session, print_error_line, print_line, stopping, stops, surroundings};
use crate::diagnostic::Code;
use crate::diagnostic::print::{Findings, Form, Version, diff, print};
use crate::error::Error;
use crate::message;
use crate::output::{Change, Occasion, change};
use crate::pipeline;
use crate::pipeline::corrections::class;
use crate::pipeline::mend::{Choice, Corrections, MendedFile, Mends, mends};

pub use words::file_lines;

/// How corrections are asked for.
#[derive(Debug)]
pub struct Request<'r> {
    /// Codes or names of kinds; none for all that change the form only.
    pub kinds: &'r [String],
    /// Whether the changes are only shown.
    pub is_preview: bool,
    /// The form in which the findings that are left are printed.
    pub form: Form,
    /// The path to the project from the reader's folder.
    pub prefix: &'r str,
    /// Levels that fail the run.
    pub deny: Option<Deny>,
}

/// Runs the command.
pub fn run(session: &Session, request: &Request<'_>) -> Result<ExitCode, Error> {
    let choice = choice(request.kinds)?;
    let mends = mends(&session.root, session.today, &choice)?;
    let mut lines = Vec::new();
    if request.is_preview {
        lines.extend(mends.corrections.files.iter().map(|file| difference(file, &mends)));
    } else {
        write(session, &choice, &mends.corrections)?;
    }
    lines.push(summary(&mends.corrections, request.is_preview, session.lang));
    let left = if request.is_preview { &mends.before } else { mends.after() };
    if request.form == Form::Human {
        lines.extend(left_over(&left.report, session.lang).filter(|_| !request.is_preview));
        print_line(lines.join("\n").trim_end());
    } else {
        print_error_line(lines.join("\n").trim_end());
        let findings = Findings {
            report: &left.report,
            sources: &left.sources,
            lang: session.lang,
            whole: stopping(request.deny),
            codes: &pipeline::codes(),
            prefix: request.prefix,
        };
        print_line(&print(request.form, &findings));
    }
    Ok(if stops(&left.report, request.deny) { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// The corrections of the named kinds.
fn choice(kinds: &[String]) -> Result<Choice, Error> {
    let known = pipeline::codes();
    let named = kinds.iter().filter(|word| !word.trim().is_empty()).map(|word| {
        let code = find(word, &known)?;
        class(code).map(|_| code).ok_or_else(|| not_automatic(code, &known))
    });
    let named: Vec<&Code> = named.collect::<Result<_, Error>>()?;
    Ok(if named.is_empty() { Choice::Form } else { Choice::Kinds(named) })
}

fn not_automatic(code: &Code, known: &[&'static Code]) -> Error {
    let id = code.id;
    let all: Vec<&str> = known.iter().filter(|code| class(code).is_some()).map(|code| code.id).collect();
    let all = all.join(" ");
    Error::Usage(message!(
        "{id} 不能自动改正：怎样改要由人定，见 gongkai explain {id}\n\n可以自动改正的：{all}",
        "{id} has no automatic correction; `gongkai explain {id}` tells how to mend it\n\nThose that have one: {all}"
    ))
}

/// Writes the corrected files, all or none.
pub fn write(session: &Session, choice: &Choice, corrections: &Corrections) -> Result<(), Error> {
    let kinds = match choice {
        Choice::Form => String::new(),
        Choice::Kinds(codes) => {
            let ids: Vec<&str> = codes.iter().map(|code| code.id).collect();
            format!(" {}", ids.join(","))
        }
        Choice::One(one) => format!(" {}", one.code.id),
    };
    let changes: Vec<Change> = corrections.files.iter().map(change_of).collect();
    let command = format!("check --fix{kinds}");
    change(&session.root, &changes, &Occasion { command: &command, time: surroundings::moment()? })
}

fn change_of(file: &MendedFile) -> Change {
    Change { path: file.path.clone(), before: Some(file.before.clone()), after: Some(file.after.clone()) }
}

fn difference(file: &MendedFile, mends: &Mends) -> String {
    let [before, after] = [&mends.before, mends.after()]
        .map(|checked| Version { report: &checked.report, sources: &checked.sources });
    diff(&file.path, before, after)
}
