//! `gongkai publish`: makes progress notes and summaries public in one step, or takes them back; all or none.

mod words;

use std::process::ExitCode;

use crate::cli::publish::words::{done, list};
use crate::cli::{Session, named, print_error_line, print_line, surroundings};
use crate::diagnostic::print::human;
use crate::error::Error;
use crate::message;
use crate::model::Project;
use crate::output::{Change, Occasion, change};
use crate::pipeline;
use crate::pipeline::publish::{Act, Choice, Chosen, Edit, choose, edits, trial};
use crate::text::date::Moment;
use crate::text::period::Period;

pub use words::{described, refusal, waiting_for};

/// Options of `gongkai publish`.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("choice").args(["of_notice", "of_office", "period", "all"]).multiple(true))]
pub struct Options {
    /// Those of this notice only: its folder below content/
    #[arg(long = "notice", value_name = "DIR")]
    of_notice: Option<String>,
    /// Those of this office only
    #[arg(long = "office", value_name = "OFFICE")]
    of_office: Option<String>,
    /// Those of these days only: 2024-09-30, 2024-09, 2024, or from one to another: 2024-07..2024-09
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    /// Those of all notices, offices and days
    #[arg(long, conflicts_with_all = ["of_notice", "of_office", "period"])]
    all: bool,
    /// Shows what would be written and writes nothing
    #[arg(long)]
    dry_run: bool,
    /// Takes back: no longer public, without 发布日期
    #[arg(long, conflicts_with = "at")]
    withdraw: bool,
    /// The time of publication, such as "2024-10-08 09:30", now if not given; with it, public ones without 发布日期 get it, too
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
}

impl Options {
    /// Whether the command may change files.
    pub fn writes(&self) -> bool {
        !self.dry_run
    }
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let lang = session.lang;
    let act = act(session, options)?;
    let checked = pipeline::check(&session.root, session.today)?;
    if checked.report.has_errors() {
        print_error_line(&human(&checked.report, &checked.sources, lang));
        print_error_line(lang.pick(
            "项目本身有错误，未改动任何文件；改正后请重新运行",
            "nothing was changed because of the project's own errors; mend them and run again",
        ));
        return Ok(ExitCode::from(1));
    }
    let choice = choice(&checked.project, options)?;
    let papers = choose(&checked, &choice, act);
    let edits = edits(&session.root, &checked, &papers.changing, act)?;
    let path = |chosen: &Chosen<'_>| checked.sources.file(chosen.paper.file()).path.clone();
    print_list(&list(&checked.project, &papers, path, lang));
    if edits.is_empty() {
        print_line(lang.pick("没有要改动的", "there is nothing to change"));
        return Ok(ExitCode::SUCCESS);
    }
    let trial = trial(&session.root, session.today, &edits)?;
    if !trial.report.findings().is_empty() {
        print_error_line(&human(&trial.report, &trial.sources, lang));
    }
    if trial.report.has_errors() {
        print_error_line(refusal(act).get(lang));
        return Ok(ExitCode::from(1));
    }
    if !options.dry_run {
        write(session, &edits, act)?;
    }
    print_line(&done(&papers, act, options.dry_run, lang));
    Ok(ExitCode::SUCCESS)
}

/// The act that is asked for. The day is that of the run, the time of day that of the clock.
fn act(session: &Session, options: &Options) -> Result<Act, Error> {
    if options.withdraw {
        return Ok(Act::Withdraw);
    }
    let Some(text) = &options.at else {
        let time = surroundings::moment()?.time();
        return Ok(Act::Publish(Moment { day: session.today, time: Some(time) }));
    };
    let moment = Moment::parse(text).filter(|moment| moment.day <= session.today);
    moment.map(Act::PublishSince).ok_or_else(|| {
        Error::Usage(message!(
            "--at “{text}”应写成 \"2024-10-08 09:30\" 的样子，不晚于今天",
            "--at {text:?} should be a time such as \"2024-10-08 09:30\", not after today"
        ))
    })
}

/// The papers that are asked for. Without any option none are: everything must be asked for by name.
fn choice(project: &Project, options: &Options) -> Result<Choice, Error> {
    let is_said = options.of_notice.is_some() || options.of_office.is_some() || options.period.is_some();
    if !is_said && !options.all {
        return Err(Error::Usage(message!(
            "请写明公开哪些：--notice 通知所在的文件夹、--office 股室、--period 时间，可以同时写几个；全部公开，写 --all。\n先看清单：加上 --dry-run",
            "say which ones: --notice DIR, --office OFFICE, --period PERIOD, one or several; --all for all of them.\nTo look at the list first, add --dry-run"
        )));
    }
    let period = options.period.as_ref().map(|text| {
        Period::parse(text).ok_or_else(|| {
            Error::Usage(message!(
                "--period “{text}”应写成 2024-09-30、2024-09、2024 或 2024-07..2024-09 的样子",
                "--period {text:?} should be written like 2024-09-30, 2024-09, 2024 or 2024-07..2024-09"
            ))
        })
    });
    let notice = options.of_notice.as_ref().map(|path| named::notice(project, path)).transpose()?;
    Ok(Choice {
        notice: notice.map(|notice| notice.path.clone()),
        office: options.of_office.as_ref().map(|name| named::office(project, name)).transpose()?,
        period: period.transpose()?,
    })
}

fn print_list(lines: &[String]) {
    if !lines.is_empty() {
        print_line(&lines.join("\n"));
    }
}

pub fn write(session: &Session, edits: &[Edit], act: Act) -> Result<(), Error> {
    let changes: Vec<Change> = edits
        .iter()
        .map(|edit| Change {
            path: edit.path.clone(),
            before: Some(edit.before.clone()),
            after: Some(edit.after.clone()),
        })
        .collect();
    let command = if act == Act::Withdraw { "publish --withdraw" } else { "publish" };
    change(&session.root, &changes, &Occasion { command, time: surroundings::moment()? })
}
