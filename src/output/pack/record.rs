//! The record of the last package: the hash of every file that it left published.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::output::door::{self, unless_missing};
use crate::output::hash::hex;
use crate::output::history::OWN;

/// Hash of each published file, by its path below the site.
pub(super) type Record = BTreeMap<String, String>;

pub(super) fn read(record: &Path) -> Result<Record, Error> {
    match door::read_to_string(record) {
        // A record that cannot be read counts for nothing: everything is packed.
        Ok(text) => Ok(serde_json::from_str(&text).unwrap_or_default()),
        Err(cause) => unless_missing(Err(cause)).map(|()| Record::new()).map_err(Error::read(record)),
    }
}

pub(super) fn keep(root: &Path, record: &Path, now: &Record) -> Result<(), Error> {
    let own = root.join(OWN);
    door::create_dir_all(&own).map_err(Error::write(&own))?;
    // Texts cannot fail to be written.
    let text = serde_json::to_string_pretty(now).unwrap_or_default();
    door::replace(record, &text, false).map_err(Error::write(record))
}

pub(super) fn hash(path: &Path) -> io::Result<String> {
    let (mut file, mut hasher, mut buffer) = (File::open(path)?, Sha256::new(), [0; 1 << 14]);
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hex(&hasher.finalize())),
            length => hasher.update(&buffer[..length]),
        }
    }
}
