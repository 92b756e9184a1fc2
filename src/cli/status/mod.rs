//! `gongkai status`: open duties of each office as of a day.

mod data;
pub mod reminders;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::{Session, print_bytes, print_error_line, print_line};
use crate::diagnostic::print::human;
use crate::error::Error;
use crate::message;
use crate::pipeline;
use crate::render::data::csv_of_rows;

pub use data::{Status, schema};

/// Options of `gongkai status`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The form of the list: human, json or csv; with --output also docx, for the letters
    #[arg(long = "format", value_name = "FORM", default_value = "human")]
    form: Form,
    /// A folder for a letter to each office that owes something and the overview for the leaders; with csv, the list, too
    #[arg(id = "reminders", long = "output", value_name = "DIR")]
    reminders: Option<PathBuf>,
    /// The day by which offices are asked to reply; in five working days when not given
    #[arg(long, value_name = "DATE", requires = "reminders")]
    reply_by: Option<String>,
}

impl Options {
    /// Whether the command writes files.
    pub fn writes(&self) -> bool {
        self.reminders.is_some()
    }
}

/// The value of `--format`.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Form {
    Human,
    Json,
    Csv,
    Docx,
}

/// Runs the command. With errors in the content, the errors are printed instead, because the counts would be wrong.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let checked = pipeline::check(&session.root, session.today)?;
    if checked.report.has_errors() {
        print_error_line(&human(&checked.report, &checked.sources, session.lang));
        return Ok(ExitCode::from(1));
    }
    let status = Status::of(&checked.project);
    if let Some(folder) = &options.reminders {
        return reminders::write(session, options, folder, &checked.project, &status);
    }
    match options.form {
        Form::Docx => {
            return Err(Error::Usage(message!(
                "Word 文件不能显示在屏幕上，请用 --output 写明放催办单的文件夹",
                "a Word document cannot be shown; name a folder with --output"
            )));
        }
        Form::Human => print_line(&words::in_words(&status, session.today, session.lang)),
        // Serialising texts and numbers cannot fail.
        Form::Json => print_line(&serde_json::to_string_pretty(&status).unwrap_or_default()),
        Form::Csv => print_bytes(&csv_of_rows(words::in_rows(&status, session.lang).into_iter())),
    }
    Ok(ExitCode::SUCCESS)
}
