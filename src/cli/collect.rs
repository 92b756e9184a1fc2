//! `gongkai collect`: converts returned handouts to progress notes, those of all files that can be read or none.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::size::Size;
use crate::cli::{Session, print_error_line, print_line, surroundings};
use crate::diagnostic::print::human;
use crate::error::Error;
use crate::message;
use crate::output::{Change, Occasion, change};
use crate::pipeline;
use crate::read::returned::{self, Collected, Manner, NewNote};
use crate::read::text_bytes;
use crate::text::date::Moment;
use crate::text::encoding::encode_like;
use crate::text::message::{Lang, Words};

/// Options of `gongkai collect`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Workbooks that came back, or folders with them
    #[arg(value_name = "FILES", required = true)]
    files: Vec<PathBuf>,
    /// Shows what would be written and writes nothing
    #[arg(long)]
    dry_run: bool,
    /// Marks the notes public; without it somebody does so who has read them
    #[arg(long)]
    public: bool,
    /// Lets a report correct another one of the same office, item and day, which is kept as a record
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    size: Size,
}

impl Options {
    /// Whether the command may write notes.
    pub fn writes(&self) -> bool {
        !self.dry_run
    }
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let lang = session.lang;
    let checked = pipeline::check(&session.root, session.today)?;
    if checked.report.has_errors() {
        print_error_line(&human(&checked.report, &checked.sources, lang));
        print_error_line(lang.pick(
            "项目本身有错误，未收表；改正后请重新运行",
            "nothing was collected because of the project's own errors; mend them and run again",
        ));
        return Ok(ExitCode::from(1));
    }
    refuse_parted_name(&options.files)?;
    let files = returned::discover(&options.files, options.size.limits())?;
    let manner = manner(session, options)?;
    let collected = returned::collect(&checked.project, &checked.sources, &files, manner);
    if !collected.report.findings().is_empty() {
        print_error_line(&human(&collected.report, &collected.sources, lang));
    }
    if collected.is_refused() {
        print_error_line(lang.pick(
            "有错误，未写入任何文件；改正后请重新运行",
            "nothing was written because of these errors; mend them and run again",
        ));
        return Ok(ExitCode::from(1));
    }
    if !options.dry_run {
        write(session, &collected)?;
    }
    print_line(&list_notes(&collected, options, lang));
    let left = collected.left.len();
    if left == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    let message = message!(
        "有 {left} 个文件读不了，没有收（见上）；改正后只收这些",
        "not collected, because they cannot be read (see above): {left}; mend these files and collect them alone"
    );
    print_error_line(message.get(lang));
    Ok(ExitCode::from(1))
}

fn manner(session: &Session, options: &Options) -> Result<Manner, Error> {
    let time = Moment { day: session.today, time: Some(surroundings::moment()?.time()) };
    Ok(Manner {
        published: options.public.then_some(time),
        replaces: options.replace,
        limits: options.size.limits(),
    })
}

/// Writes the new notes, all or none.
pub fn write(session: &Session, collected: &Collected) -> Result<(), Error> {
    let changes = changes(&session.root, &collected.notes)?;
    change(&session.root, &changes, &Occasion { command: "collect", time: surroundings::moment()? })
}

/// Refuses a name with a space that the shell divided into two arguments.
fn refuse_parted_name(files: &[PathBuf]) -> Result<(), Error> {
    for pair in files.windows(2).filter(|pair| !pair[0].exists()) {
        let part = pair[0].display();
        let whole = format!("{part} {}", pair[1].display());
        if Path::new(&whole).exists() {
            return Err(Error::Usage(message!(
                "没有“{part}”。名称里有空格的，要用引号括起来：\"{whole}\"",
                "there is no {part}. A name with a space has to stand in quotation marks: \"{whole}\""
            )));
        }
    }
    Ok(())
}

/// The new notes, and the replaced ones under their new names.
fn changes(root: &Path, notes: &[NewNote]) -> Result<Vec<Change>, Error> {
    let mut changes = Vec::new();
    for note in notes {
        let mut new = Change::new_file(format!("content/{}", note.path), note.text.as_str());
        if let Some(old) = &note.replaces {
            let before = text_bytes(root, &new.path)?;
            let record = encode_like(&before, &old.text).unwrap_or_else(|| old.text.clone().into_bytes());
            changes.push(Change::new_file(format!("content/{}", old.path), record));
            new.before = Some(before);
        }
        changes.push(new);
    }
    Ok(changes)
}

/// The list of notes that were written, or would be.
fn list_notes(collected: &Collected, options: &Options, lang: Lang) -> String {
    let mut lines = Vec::new();
    for note in &collected.notes {
        lines.push(format!("content/{}", note.path));
        if let Some(old) = &note.replaces {
            let path = &old.path;
            let line = if old.was_public {
                message!(
                    "  更正；原来公开的一份留作记录，不再公开：content/{path}",
                    "  corrected; the one that was public is kept as a record and public no more: content/{path}"
                )
            } else {
                message!(
                    "  更正；原来的一份留作记录：content/{path}",
                    "  corrected; the old one is kept as a record: content/{path}"
                )
            };
            lines.push(line.get(lang).to_owned());
        }
        if options.dry_run {
            lines.extend(note.text.lines().map(|line| format!("    {line}").trim_end().to_owned()));
        }
    }
    let same = Words::new("（已有，内容相同）", " (there already, says the same)").get(lang);
    lines.extend(collected.kept.iter().map(|path| format!("{path}{same}")));
    let (new, kept) = (collected.notes.len(), collected.kept.len());
    lines.push(match (lang, options.dry_run) {
        (Lang::Zh, false) => format!("写入进展 {new} 份，已有 {kept} 份"),
        (Lang::Zh, true) => format!("试运行：会写入进展 {new} 份，已有 {kept} 份；未写任何文件"),
        (Lang::En, false) => format!("written: {new}; there already: {kept}"),
        (Lang::En, true) => {
            format!("dry run, nothing was written; would be written: {new}; there already: {kept}")
        }
    });
    if new > 0 && !options.public {
        lines.push(
            lang.pick(
                "都还不公开：核对之后，用 gongkai publish 公开",
                "none is public yet: read them, then publish them with `gongkai publish`",
            )
            .to_owned(),
        );
    }
    lines.join("\n")
}
