//! Folders that no file is written into: the input, and what is published.

use std::path::{Path, PathBuf};

use crate::cli::{INPUT, OUTPUT};
use crate::error::Error;
use crate::message;

/// Refuses an output folder that contains the input or lies in it: one would be destroyed, the other read as content.
pub fn refuse_input(root: &Path, output: &Path) -> Result<(), Error> {
    let (root, output_real) = (real(root)?, real(output)?);
    let in_input = INPUT.iter().any(|name| output_real.starts_with(root.join(name)));
    if in_input || root.starts_with(&output_real) {
        return Err(Error::OutputInContent(output.to_owned()));
    }
    Ok(())
}

/// Refuses a folder for files that are neither content nor published: letters to offices, summaries, packages.
pub fn refuse_published(root: &Path, folder: &Path) -> Result<(), Error> {
    let (root, folder_real) = (real(root)?, real(folder)?);
    let is_within = |name: &str| folder_real.starts_with(root.join(name));
    let shown = folder.display();
    if is_within(&format!("{OUTPUT}/site")) {
        return Err(Error::Usage(message!(
            "“{shown}”里的文件都会公开，不能放在那里，请换一个文件夹",
            "everything in {shown} is published; choose another folder"
        )));
    }
    if INPUT.iter().any(|name| is_within(name)) {
        return Err(Error::Usage(message!(
            "“{shown}”在 content 或 templates 里，那里只放网站的内容，请换一个文件夹",
            "{shown} lies in content or templates, which hold the content of the site; choose another folder"
        )));
    }
    Ok(())
}

/// The absolute path, with its existing part canonicalised.
fn real(path: &Path) -> Result<PathBuf, Error> {
    let absolute = std::path::absolute(path).map_err(Error::read(path))?;
    Ok(existing_part(&absolute))
}

/// The path with its existing part canonicalised.
pub fn existing_part(path: &Path) -> PathBuf {
    for folder in path.ancestors() {
        if let (Ok(real), Ok(rest)) = (folder.canonicalize(), path.strip_prefix(folder)) {
            return if rest.as_os_str().is_empty() { real } else { real.join(rest) };
        }
    }
    path.to_owned()
}
