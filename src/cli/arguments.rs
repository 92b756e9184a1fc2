//! The arguments of the command line: subcommands and the options that all of them have.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clap::{Parser, Subcommand, ValueEnum};

use crate::cli::{
    OUTPUT, build, check, collect, completions, desk, explain, import, join, new, pack, pdf, publish, schema,
    serve, status, summary, undo,
};

/// The version; in a program that is handed out, with the commit and its day, which `packaging/release.sh` names.
fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let version = env!("CARGO_PKG_VERSION");
        option_env!("GONGKAI_COMMIT")
            .map_or_else(|| version.to_owned(), |commit| format!("{version} ({commit})"))
    });
    &VERSION
}

/// Builds the disclosure site and the 责任分解表 from what a bureau writes down once, and finds the mistakes first.
#[derive(Debug, Parser)]
#[command(name = "gongkai", bin_name = "gongkai", version = version(), disable_help_subcommand = true)]
pub(super) struct Arguments {
    /// The project's folder, the one with content/ in it
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub(super) root: PathBuf,
    /// The language of findings and help: zh or en
    #[arg(long, global = true, value_name = "LANG")]
    pub(super) lang: Option<Speech>,
    /// The day as of which to judge and build, such as 2024-08-01
    #[arg(long, global = true, value_name = "DATE")]
    pub(super) today: Option<String>,
    /// Prints how long each stage took
    #[arg(short, long, global = true)]
    pub(super) verbose: bool,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Checks the content, then writes the site and the workbooks
    Build(build::Options),
    /// Checks the content and shows every mistake at its place
    Check(check::Options),
    /// Reads the handouts that came back and writes a progress note for each row that was filled in
    Collect(collect::Options),
    /// Turns a paper (docx, html, txt) into a notice, a table in a workbook into a tasks.yaml, or a list into a roster or register
    Import(import::Options),
    /// Joins the published sites of many bureaus: one overview, one catalogue, one search
    Join(join::Options),
    /// Prints what a shell needs to complete commands and options
    Completions(completions::Options),
    /// Opens the desk in the browser: the site beside what is to be done, with buttons for corrections, imports, reports, building
    Desk(desk::Options),
    /// Explains a finding: what it is, why it matters, how to mend it
    Explain(explain::Options),
    /// Prints the manual page, for man
    Manual,
    /// Makes a project to begin with: a worked example, comments, settings for editors, recipes for CI
    New(new::Options),
    /// Builds, and packs what changed since the last package, with a list of the files to remove from the website
    Pack(pack::Options),
    /// Prints papers into PDF by a browser or an office program of this computer, and says what only the print shows
    Pdf(pdf::Options),
    /// Makes reports and summaries public in one step, with the time of their publication, or takes them back
    Publish(publish::Options),
    /// Prints what a kind of file may say, as JSON Schema for editors
    Schema(schema::Options),
    /// Shows what each office owes: what is overdue or due soon, reports, names, summaries
    Status(status::Options),
    /// Drafts an office's summary of its year from its progress notes, to be edited and signed
    Summary(summary::Options),
    /// Takes the last change of the project's files back, such as corrections or collected notes
    Undo(undo::Options),
    /// Shows the site in a browser while it is written, and reloads it after every save
    Serve(serve::Options),
}

/// The value of `--lang`.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Speech {
    Zh,
    En,
}

impl Command {
    /// The output folder, to be recovered after a killed build, if the command writes anything.
    pub(super) fn output_folder(&self, root: &Path) -> Option<PathBuf> {
        let writes = match self {
            Self::Build(options) => return options.output_folder(root),
            Self::Check(options) => options.writes(),
            Self::Collect(options) => options.writes(),
            Self::Import(options) => options.writes(),
            Self::Join(options) => return Some(options.output_folder().to_owned()),
            Self::Publish(options) => options.writes(),
            Self::Status(options) => options.writes(),
            Self::Summary(options) => options.writes(),
            Self::Undo(options) => options.writes(),
            Self::New(_) | Self::Pack(_) | Self::Pdf(_) => true,
            // The desk recovers by itself, once it has a project.
            Self::Completions(_)
            | Self::Desk(_)
            | Self::Explain(_)
            | Self::Manual
            | Self::Schema(_)
            | Self::Serve(_) => false,
        };
        writes.then(|| root.join(OUTPUT))
    }
}
