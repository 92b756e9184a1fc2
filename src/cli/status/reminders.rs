//! `gongkai status --output`: 催办单 and 总览, in a folder.

use std::path::Path;
use std::process::ExitCode;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::cli::folders::refuse_published;
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
    refuse_published(&session.root, folder)?;
    let reply_by = reply_by(options, project)?;
    let mut files = match options.form {
        Form::Docx => render::reminder_documents(project, reply_by)?,
        _ => render::reminders(project, reply_by)?,
    };
    if let Form::Csv = options.form {
        let list = csv_of_rows(words::in_rows(status, session.lang).into_iter());
        files.push((LIST.to_owned(), list));
    }
    create_all(folder, &files)
        .map_err(|error| if let Error::Exists(path) = error { exists(&path) } else { error })?;
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

/// Letters of an earlier run lie in the folder.
fn exists(path: &Path) -> Error {
    let path = path.display();
    Error::Usage(message!(
        "“{path}”已经存在，为免覆盖，一份也没有写。请换一个文件夹，或先把它移到别处",
        "{path} is there already; nothing was written. Choose another folder, or move it elsewhere"
    ))
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
    let Some(day) = date::parse(text) else {
        return Err(Error::Usage(message!(
            "“{text}”不是日期，请写成 2024-08-01 的样子",
            "{text:?} is no date; write one such as 2024-08-01"
        )));
    };
    let today = project.today;
    if day < today {
        return Err(Error::Usage(message!(
            "请各股室 {day} 前反馈，那一天已经过去（今天是 {today}），请改正“--reply-by”",
            "offices cannot reply by {day}, which has passed (today is {today}); correct --reply-by"
        )));
    }
    Ok(day)
}
