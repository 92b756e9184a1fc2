//! `gongkai pack`: builds, and packs the published files that changed since the last package.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::build::build;
use crate::cli::folders::refuse_published;
use crate::cli::{OUTPUT, Session, build, print_line};
use crate::error::Error;
use crate::message;
use crate::output::{self, Names, Package};
use crate::text::message::Lang;

/// Default folder of the packages in a project.
pub const FOLDER: &str = "upload";
/// Maximum number of files to be removed that are printed.
const SHOWN: usize = 20;

/// Options of `gongkai pack`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Packs every file of the site, not only those that changed since the last package
    #[arg(id = "whole", long = "all")]
    all: bool,
    /// The folder for the package; `upload` in the project when not given
    #[arg(id = "packages", long = "output", value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Runs the command.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let folder = options.folder.clone().unwrap_or_else(|| session.root.join(FOLDER));
    refuse_published(&session.root, &folder)?;
    if !build(session, &build::Options::default())? {
        return Ok(ExitCode::from(1));
    }
    let package = pack(session, &folder, options.all)?;
    print_line(&told(package.as_ref(), session.lang));
    Ok(ExitCode::SUCCESS)
}

/// Packs the last build.
pub fn pack(session: &Session, folder: &Path, all: bool) -> Result<Option<Package>, Error> {
    let day = session.today;
    let (archive, list) = (format!("上传包-{day}"), format!("要删除的文件-{day}"));
    let names = Names { archive: &archive, list: &list };
    output::pack(&session.root, &session.root.join(OUTPUT), folder, names, all)
}

/// The files of a package, and what to do with them.
pub fn told(package: Option<&Package>, lang: Lang) -> String {
    let Some(Package { archive, list, packed, removed }) = package else {
        return lang
            .pick(
                "上次打包以后没有变化，没有可上传的；要全部重新上传，用 gongkai pack --all",
                "nothing has changed since the last package; `gongkai pack --all` packs everything",
            )
            .to_owned();
    };
    let mut lines = Vec::new();
    if let Some(path) = archive {
        let (count, path) = (packed.len(), path.display());
        let line = message!(
            "上传包：{path}（{count} 个文件）。解压到网站上本栏目的文件夹，同名的替换",
            "package: {path} ({count} files). Unpack it in the folder of this section on the website, over files of the same names"
        );
        lines.push(line.get(lang).to_owned());
    }
    if let Some(path) = list {
        let (count, path) = (removed.len(), path.display());
        let line = message!(
            "要从网站上删除的 {count} 个文件，列在 {path}：",
            "to be removed from the website: {count} files, listed in {path}:"
        );
        lines.push(line.get(lang).to_owned());
        lines.extend(removed.iter().take(SHOWN).map(|path| format!("  {path}")));
        if removed.len() > SHOWN {
            lines.push(lang.pick("  ……", "  …").to_owned());
        }
    }
    lines.join("\n")
}
