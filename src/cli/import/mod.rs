//! `gongkai import`: converts a table in a workbook to a `tasks.yaml`, a list of names or offices to the file of that kind,
//! a paper to the folder of a notice ([`paper`]).

pub mod paper;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::size::Size;
use crate::cli::{Session, print_error_line, print_line, surroundings};
use crate::diagnostic::print::human;
use crate::error::Error;
use crate::output::{Occasion, create};
use crate::read;
use crate::read::import::{Kind, Proposal, import_as, is_paper_file};
use crate::text::message::{Lang, Words};

/// Options of `gongkai import`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The paper (docx, html, txt; - for standard input), or the workbook
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The sheet with the table; the first that looks like one when not given
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// A sheet of names becomes a roster.yaml
    #[arg(id = "names", long = "roster", conflicts_with = "offices")]
    roster: bool,
    /// A sheet of offices becomes an offices.yaml
    #[arg(id = "offices", long = "register")]
    register: bool,
    /// The file for the offices of the sheet that offices.yaml does not have yet; the screen when not given
    #[arg(long, value_name = "FILE", conflicts_with = "offices")]
    unknown_offices: Option<PathBuf>,
    /// The file to write, or the folder for a tasks.yaml or for the notice of a paper; made where it is missing; the screen when not given
    #[arg(id = "yaml", long = "output", value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    size: Size,
}

impl Options {
    /// Whether the command writes a file.
    pub fn writes(&self) -> bool {
        self.output.is_some() || self.unknown_offices.is_some()
    }

    /// Whether the file is a paper: by its name or content, unless a sheet of a workbook is asked for.
    fn is_of_paper(&self, bytes: &[u8]) -> bool {
        let is_of_sheet = self.roster || self.register || self.sheet.is_some();
        !is_of_sheet && is_paper_file(&self.file.to_string_lossy(), bytes)
    }

    fn kind(&self) -> Kind {
        match (self.roster, self.register) {
            (true, _) => Kind::Roster,
            (_, true) => Kind::Register,
            (false, false) => Kind::Table,
        }
    }

    /// The file to write: in a folder, one that is there or whose name ends as that of one, it has the name of its kind.
    fn target(&self, path: &Path) -> PathBuf {
        let name = match self.kind() {
            Kind::Table => "tasks.yaml",
            Kind::Roster => "roster.yaml",
            Kind::Register => "offices.yaml",
        };
        let is_named = path.as_os_str().to_string_lossy().ends_with(['/', '\\']);
        if is_named || path.is_dir() { path.join(name) } else { path.to_owned() }
    }
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let lang = session.lang;
    let is_input = options.file.as_os_str() == "-";
    if is_input && options.is_of_paper(&[]) {
        return paper::run(session, options);
    }
    let bytes = read::workbook_bytes(&options.file, options.size.limits())?;
    // A workbook whose name ends as that of a document is a workbook.
    if options.is_of_paper(&bytes) && !read::is_workbook(&bytes) {
        return paper::run(session, options);
    }
    let register = read::register(&read::discover_offices(&session.root)?);
    let name = options.file.to_string_lossy();
    let limits = options.size.limits();
    let mut imported = import_as(options.kind(), &name, &bytes, options.sheet.as_deref(), limits);
    let proposal = imported.propose(&register);
    if !imported.report.findings().is_empty() {
        print_error_line(&human(&imported.report, &imported.sources, lang));
    }
    let Some(yaml) = imported.yaml.filter(|_| !imported.report.has_errors()) else {
        return Ok(ExitCode::from(1));
    };
    let target = options.output.as_deref().map(|path| options.target(path));
    let block = options.unknown_offices.clone().filter(|_| !proposal.is_empty());
    let table = target.iter().map(|path| (path.clone(), yaml.clone()));
    let files: Vec<(PathBuf, String)> =
        table.chain(block.iter().map(|path| (path.clone(), proposal.block()))).collect();
    create(&session.root, &files, &Occasion { command: "import", time: surroundings::moment()? })?;
    match &target {
        None => print_line(yaml.trim_end_matches('\n')),
        Some(path) => print_line(&format!("{}{}", written(path, lang), next_step(options.kind(), lang))),
    }
    if !proposal.is_empty() {
        tell_unknown(&proposal, block.as_deref(), lang);
    }
    Ok(ExitCode::SUCCESS)
}

/// Says in which file the offices stand that are not registered, or shows them. The screen may be a pipe that takes the table.
fn tell_unknown(proposal: &Proposal, path: Option<&Path>, lang: Lang) {
    let count = proposal.len();
    let text = match lang {
        Lang::Zh => format!(
            "机构名录中没有的单位有 {count} 个，核对后粘贴到 content/offices.yaml（已有“股室:”等各项的，只粘贴它下面各行）"
        ),
        Lang::En => format!(
            "offices that are not in the register: {count}; check them and paste them into content/offices.yaml (where there is a 股室: or another of these already, only the lines below it)"
        ),
    };
    match path {
        None => {
            let (block, colon) = (proposal.block(), lang.pick("：", ":"));
            print_error_line(&format!("{text}{colon}\n\n{}", block.trim_end()));
        }
        Some(path) => {
            print_error_line(&text);
            print_line(&written(path, lang));
        }
    }
}

fn written(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("已写入 {path}"),
        Lang::En => format!("Written: {path}"),
    }
}

/// The step after a file of some kind was written.
fn next_step(kind: Kind, lang: Lang) -> &'static str {
    let words = match kind {
        Kind::Table => Words::new(
            "。在通知的“附件”中写上它，再用 gongkai check 检查",
            ". Name it under 附件 of the notice, then run gongkai check",
        ),
        Kind::Roster => Words::new(
            "。它放在通知的文件夹里，只供内部使用；再用 gongkai check 检查",
            ". Its place is the notice's folder, it is never published; then run gongkai check",
        ),
        Kind::Register => Words::new(
            "。它放在 content 文件夹里；再用 gongkai check 检查",
            ". Its place is the folder content; then run gongkai check",
        ),
    };
    words.get(lang)
}
