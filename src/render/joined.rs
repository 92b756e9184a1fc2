//! 汇总: the files of the joined sites of many bureaus.

use crate::error::Error;
use crate::render::joined_edition::JoinedEdition;
use crate::render::{Artifact, data, html, in_order, search};

/// Every file, in order of its path.
pub fn plan_joined<'e>(edition: &'e JoinedEdition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let mut files = html::joined::plan(edition)?;
    files.extend(data::joined::plan(edition)?);
    files.extend(search::joined::plan(edition)?);
    in_order(files)
}
