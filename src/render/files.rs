//! 文件: files that notices publish as they are.

use crate::error::Error;
use crate::model::attachment::PublishedFile;
use crate::render::{Artifact, Edition, OutputPath, routes};

/// The files.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    edition.project.files.iter().map(|(path, file)| published_file(path, file)).collect()
}

/// One of the files, without its metadata where that is to be removed.
pub fn published_file<'e>(path: &str, file: &'e PublishedFile) -> Result<Artifact<'e>, Error> {
    let path = OutputPath::new(&routes::file(path))?;
    Ok(match &file.stripped {
        Some(bytes) => Artifact::new(path, || Ok(bytes.clone())),
        None => Artifact::copy(path, &file.stored),
    })
}
