//! `gongkai join`: makes the overview, the catalogue and the search of the published sites of many bureaus.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::build::done;
use crate::cli::folders::existing_part;
use crate::cli::progress::Progress;
use crate::cli::{Session, print_error_line, print_line, stopping};
use crate::diagnostic::print::human;
use crate::error::Error;
use crate::output::stage;
use crate::pipeline::join::{Checked, join};
use crate::render::{JoinedEdition, plan_joined};

/// Options of `gongkai join`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The published sites: the folders site of builds
    #[arg(id = "sites", value_name = "SITE", required = true)]
    sites: Vec<PathBuf>,
    /// The folder to write into
    #[arg(id = "joined", long = "output", value_name = "DIR")]
    output: PathBuf,
    /// A site.yaml with the name, the address and the foot of the joined site
    #[arg(id = "site_file", long = "site", value_name = "FILE")]
    site: Option<PathBuf>,
}

impl Options {
    /// The folder to be written.
    pub fn output_folder(&self) -> &Path {
        &self.output
    }
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let real = std::path::absolute(&options.output).map_err(Error::read(&options.output))?;
    let checked = join(&options.sites, options.site.as_deref(), &existing_part(&real), session.today)?;
    let Checked { joined, project, theme, sources, report } = checked;
    let told = human(&report, &sources, session.lang);
    if !report.findings().is_empty() {
        print_error_line(&told);
    }
    if report.stops(stopping(None)) {
        let words = "nothing was written because of these errors; mend them and run again";
        print_error_line(session.lang.pick("有错误，未生成任何文件；改正后请重新运行", words));
        return Ok(ExitCode::from(1));
    }
    drop(sources);
    let edition = JoinedEdition::new(&joined, &project, &theme);
    let files = plan_joined(&edition)?;
    let progress = Progress::of(files.len(), session.lang.pick("生成文件", "making files"));
    let ready = stage(&files, &options.output, false, &|| progress.step())?;
    drop(progress);
    let summary = ready.commit(None)?;
    let (bureaus, notices) = (joined.bureaus.len(), joined.notices.len());
    print_line(session.lang.pick(
        &format!("汇总了 {bureaus} 个网站的 {notices} 项"),
        &format!("joined {notices} notices of {bureaus} sites"),
    ));
    print_line(&done(summary, &options.output, session.lang));
    Ok(ExitCode::SUCCESS)
}
