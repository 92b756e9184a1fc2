//! `gongkai status --output`: 催办单 and 总览, in a folder.

use std::path::Path;
use std::process::ExitCode;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::cli::status::{Form, Options, Status, words};
use crate::cli::{Session, print_line};
use crate::error::Error;
use crate::message;
use crate::model::Project;
use crate::output::create_all;
use crate::render;
use crate::render::data::csv_of_rows;
use crate::text::date;
use crate::text::message::Lang;

/// Working days in which offices are asked to reply.
const REPLY: u32 = 5;

/// Name of the list in a folder of letters.
const LIST: &str = "催办情况.csv";

/// Writes a letter to each office that owes something, and the overview, into a folder: all of them, or none.
pub fn write(
    session: &Session,
    options: &Options,
    folder: &Path,
    project: &Project,
    status: &Status,
) -> Result<ExitCode, Error> {
    let reply_by = reply_by(options, project)?;
    let mut files = match options.form {
        Form::Docx => render::reminder_documents(project, reply_by)?,
        _ => render::reminders(project, reply_by)?,
    };
    if let Form::Csv = options.form {
        let list = csv_of_rows(words::in_rows(status, session.lang).into_iter());
        files.push((LIST.to_owned(), list));
    }
    create_all(folder, &files)?;
    let mut lines: Vec<String> =
        files.iter().map(|(name, _)| folder.join(name).display().to_string()).collect();
    let letters = files.iter().filter(|(name, _)| name.starts_with("催办单")).count();
    lines.push(match session.lang {
        Lang::Zh if letters == 0 => "没有需要催办的事项".to_owned(),
        Lang::Zh => format!("写入催办单 {letters} 份"),
        Lang::En if letters == 0 => "nothing to remind anybody of".to_owned(),
        Lang::En => format!("letters written: {letters}"),
    });
    print_line(&lines.join("\n"));
    Ok(ExitCode::SUCCESS)
}

/// The letters and the overview, by the names of their files; offices are asked to reply in five working days.
pub fn letters(project: &Project) -> Result<Vec<(String, Vec<u8>)>, Error> {
    render::reminders(project, usual_day(project))
}

fn usual_day(project: &Project) -> Date {
    let day = project.calendar.nth_working_day_after(project.today, REPLY);
    day.unwrap_or_else(|_| project.today.saturating_add(1.week()))
}

/// The day by which offices are asked to reply. Of a year whose holidays are not known, a week.
fn reply_by(options: &Options, project: &Project) -> Result<Date, Error> {
    let Some(text) = &options.reply_by else {
        return Ok(usual_day(project));
    };
    date::parse(text).ok_or_else(|| {
        Error::Usage(message!(
            "“{text}”不是日期，请写成 2024-08-01 的样子",
            "{text:?} is no date; write one such as 2024-08-01"
        ))
    })
}
