//! `gongkai import`: converts a table in a workbook to a `tasks.yaml`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::size::Size;
use crate::cli::{print_error_line, print_line};
use crate::diagnostic::print::human;
use crate::error::Error;
use crate::output::create;
use crate::read;
use crate::text::message::Lang;

/// Options of `gongkai import`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The workbook
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The sheet with the table; the first that looks like one when not given
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The file to write, or the folder for a tasks.yaml; made where it is missing; the screen when not given
    #[arg(id = "yaml", long = "output", value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    size: Size,
}

impl Options {
    /// Whether the command writes a file.
    pub fn writes(&self) -> bool {
        self.output.is_some()
    }
}

/// Runs the command.
pub fn run(lang: Lang, options: &Options) -> Result<ExitCode, Error> {
    let bytes = read::workbook_bytes(&options.file, options.size.limits())?;
    let name = options.file.to_string_lossy();
    let imported = read::import::import(&name, &bytes, options.sheet.as_deref(), options.size.limits());
    if !imported.report.findings().is_empty() {
        print_error_line(&human(&imported.report, &imported.sources, lang));
    }
    let Some(yaml) = imported.yaml.filter(|_| !imported.report.has_errors()) else {
        return Ok(ExitCode::from(1));
    };
    match &options.output {
        None => print_line(yaml.trim_end_matches('\n')),
        Some(path) => {
            let path = &target(path);
            create(path, yaml.as_bytes())?;
            let path = path.display();
            print_line(&match lang {
                Lang::Zh => format!("已写入 {path}。在通知的“附件”中写上它，再用 gongkai check 检查"),
                Lang::En => {
                    format!("Written: {path}. Name it under 附件 of the notice, then run gongkai check")
                }
            });
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The file to write: in a folder, one that is there or whose name ends as that of one, it is `tasks.yaml`.
fn target(path: &Path) -> PathBuf {
    let is_named = path.as_os_str().to_string_lossy().ends_with(['/', '\\']);
    if is_named || path.is_dir() { path.join("tasks.yaml") } else { path.to_owned() }
}
