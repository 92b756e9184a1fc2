//! `LibreOffice`, which takes seconds to start.

use std::path::PathBuf;
use std::process::Command;

use crate::support::Project;

/// Saves files in another format, all in one run, into the project's folder of that name; the new files.
pub fn convert(project: &Project, ending: &str, files: &[PathBuf]) -> Vec<PathBuf> {
    let (profile, folder) = (project.path("profile"), project.path(ending));
    let mut office = Command::new("soffice");
    office.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    office.args(["--headless", "--convert-to", ending, "--outdir"]).arg(&folder).args(files);
    let output = office.output().unwrap_or_else(|error| panic!("soffice: {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let saved = |file: &PathBuf| folder.join(file.with_extension(ending).file_name().unwrap());
    files.iter().map(saved).collect()
}
