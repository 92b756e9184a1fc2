//! `gongkai explain`: meaning, reason and correction of kinds of findings.

use std::process::ExitCode;

use crate::cli::print_line;
use crate::diagnostic::{Class, Code};
use crate::error::Error;
use crate::message;
use crate::pipeline;
use crate::pipeline::corrections::class;
use crate::text::message::{Lang, Words};
use crate::text::similar::nearest;
use crate::text::width::{columns, padded};

/// Options of `gongkai explain`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The codes of findings, such as T002, or their names; without one all are listed
    #[arg(value_name = "CODE")]
    code: Vec<String>,
}

/// The heading above where a rule comes from.
const BASIS: Words = Words::new("约束力", "Basis");

/// Runs the command.
pub fn run(lang: Lang, options: &Options) -> Result<ExitCode, Error> {
    let codes = pipeline::codes();
    let explained = options.code.iter().map(|word| Ok(explanation(find(word, &codes)?, lang)));
    let explained = explained.collect::<Result<Vec<_>, Error>>()?;
    print_line(&if explained.is_empty() { list(&codes, lang) } else { explained.join("\n\n\n") });
    Ok(ExitCode::SUCCESS)
}

/// The kind of finding with this code or name, ignoring case.
pub(super) fn find(word: &str, codes: &[&'static Code]) -> Result<&'static Code, Error> {
    let word = word.trim();
    let is_named = |code: &&&Code| [code.id, code.name].iter().any(|known| known.eq_ignore_ascii_case(word));
    if let Some(code) = codes.iter().find(is_named) {
        return Ok(code);
    }
    // A word as short as a code was meant as a code; all names are longer.
    let near = if word.chars().count() <= 5 {
        nearest(&word.to_ascii_uppercase(), codes.iter().map(|code| code.id))
    } else {
        nearest(&word.to_ascii_lowercase(), codes.iter().map(|code| code.name))
    };
    let (zh, en) = near.map_or_else(Default::default, |near| {
        (format!("；是否想问“{near}”？"), format!("; did you mean {near:?}?"))
    });
    let all = codes.iter().map(|code| code.id).collect::<Vec<_>>().join(" ");
    Err(Error::Usage(message!(
        "没有“{word}”这个编号{zh}\n\n全部编号：{all}",
        "there is no code {word:?}{en}\n\nAll codes: {all}"
    )))
}

fn explanation(code: &Code, lang: Lang) -> String {
    let title = format!("{}[{}]: {}", code.severity.words().get(lang), code.id, code.name);
    let parts = code.about.parts();
    let parts =
        parts.iter().map(|(heading, text)| format!("{}\n{}", heading.get(lang), indented(text.get(lang))));
    let basis = format!("{}\n{}", BASIS.get(lang), indented(code.basis().words().get(lang)));
    let mended = class(code).map(|class| {
        let heading = lang.pick("自动改正", "Automatic correction");
        format!("{heading}\n{}", indented(&automatic(code, class, lang)))
    });
    std::iter::once(title).chain(parts).chain([basis]).chain(mended).collect::<Vec<_>>().join("\n\n")
}

/// How a kind of finding is corrected automatically.
fn automatic(code: &Code, class: Class, lang: Lang) -> String {
    let id = code.id;
    let how = match class {
        Class::Form => message!(
            "只有一种改法的，gongkai check --fix 会改；只改写法，不动文字。先看会怎样改：gongkai check --diff",
            "gongkai check --fix corrects what has one answer; no words change. To look first: gongkai check --diff"
        ),
        Class::Words => message!(
            "会改动文字，点名才改：gongkai check --fix {id}。先看会怎样改：gongkai check --diff --fix {id}",
            "Words change, so it has to be named: gongkai check --fix {id}. To look first: gongkai check --diff --fix {id}"
        ),
    };
    how.get(lang).to_owned()
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

/// One line for each kind of finding, in columns.
fn list(codes: &[&Code], lang: Lang) -> String {
    let level = |code: &Code| code.severity.words().get(lang);
    let levels = codes.iter().map(|code| columns(level(code))).max().unwrap_or_default();
    let names = codes.iter().map(|code| columns(code.name)).max().unwrap_or_default();
    let lines = codes.iter().map(|code| {
        let (level, name) = (padded(level(code), levels), padded(code.name, names));
        format!("{}  {level}  {name}  {}", code.id, code.about.what.get(lang))
    });
    let more = lang.pick("逐条说明：gongkai explain 编号", "More about one: gongkai explain CODE");
    lines.chain([String::new(), more.to_owned()]).collect::<Vec<_>>().join("\n")
}
