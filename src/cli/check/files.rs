//! `gongkai check FILE…`: judges single texts, or the project for the findings about one of its files.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::check::{Options, Printed, print_found};
use crate::cli::{Session, print_error_line, stops};
use crate::error::Error;
use crate::pipeline::single::{Singles, Text};
use crate::pipeline::{self, Checked};
use crate::read;
use crate::read::document::Limits;
use crate::text::message::Words;

/// The last line where a text belongs to no project.
const SKIPPED: Words = Words::new(
    "不在项目里的文件，只检查文字和个人信息；要有整个项目才能检查的（机构名录、时限、进展、公开属性、网站）没有检查",
    "Of files outside a project only words and personal data are judged; what needs a project (offices, deadlines, \
     reports, disclosure, the site) was skipped",
);

/// Judges the named files.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let mut singles = Singles::default();
    let mut projects: Vec<(PathBuf, Checked)> = Vec::new();
    let mut has_single = false;
    for file in &options.files {
        if let Some((root, path)) = home(&session.root, file) {
            let known = projects.iter().position(|(known, _)| *known == root);
            let at = known.unwrap_or(projects.len());
            if known.is_none() {
                projects.push((root.clone(), pipeline::check(&root, session.today)?));
            }
            let prefix = if root == Path::new(".") { String::new() } else { format!("{}/", root.display()) };
            if singles.take_file(&projects[at].1, &path, &file.to_string_lossy(), &prefix) {
                continue;
            }
        }
        has_single = true;
        judge(session, file, &mut singles)?;
    }
    let stops = stops(&singles.report, options.deny);
    let text = options.printed(&mut singles.report, &singles.sources, "", session.lang)?;
    let skipped = if has_single { SKIPPED.get(session.lang) } else { "" };
    match (options.format, text.is_empty() || skipped.is_empty()) {
        (Printed::Human, true) => print_found(&format!("{text}{skipped}")),
        (Printed::Human, false) => print_found(&format!("{text}\n{skipped}")),
        _ => {
            print_found(&text);
            if has_single {
                print_error_line(skipped);
            }
        }
    }
    Ok(if stops { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Judges a file that belongs to no project.
fn judge(session: &Session, file: &Path, singles: &mut Singles) -> Result<(), Error> {
    let limits = Limits::default();
    let own = read::own_lists(&session.root)?;
    let (name, bytes, stored) = if file.as_os_str() == "-" {
        let name = session.lang.pick("标准输入", "standard input").to_owned();
        (name, read::standard_input(limits.bytes)?, None)
    } else {
        let name = file.to_string_lossy().into_owned();
        (name, read::paper_bytes(file, limits.bytes)?, Some(read::stored_file(file)?))
    };
    singles.judge(&Text { name: &name, bytes: &bytes, stored }, &own, session.today, limits);
    Ok(())
}

/// The project to which a file belongs, that of the session or one around the file, and the file's path in it with `/`.
fn home(root: &Path, file: &Path) -> Option<(PathBuf, String)> {
    let file = file.canonicalize().ok()?;
    let session = root.canonicalize().ok().filter(|real| file.starts_with(real.join("content")));
    let (given, real) = if let Some(real) = session {
        (root.to_owned(), real)
    } else {
        let is_project = |folder: &&Path| {
            file.starts_with(folder.join("content")) && folder.join("content/site.yaml").is_file()
        };
        let around = file.ancestors().skip(1).find(is_project)?;
        (around.to_owned(), around.to_owned())
    };
    let parts: Option<Vec<&str>> =
        file.strip_prefix(&real).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    Some((given, parts?.join("/")))
}
