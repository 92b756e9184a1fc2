//! A bounded zip archive over bytes: workbooks (OOXML, ODF), Word documents and plain archives from outside.
//!
//! A few kilobytes may unpack to gigabytes, and an archive may declare whatever it likes. So nothing is unpacked
//! before it is asked for, no declared size is trusted, and every part and their sum have a limit. Nothing is ever
//! written to disk; names that lead out of the archive are refused nevertheless, because only attacks have them.

pub mod guard;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use encoding_rs::GB18030;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::message;
use crate::text::encoding::decode;
use crate::text::message::Message;

/// The most that is unpacked from one archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one part.
    pub part: u64,
    /// Bytes of all parts that are read, in sum.
    pub file: u64,
    /// Number of parts, read or not.
    pub parts: usize,
}

impl Limits {
    /// Limits for archives `factor` times as large.
    #[must_use]
    pub fn times(self, factor: u32) -> Self {
        let bytes = u64::from(factor);
        Self {
            part: self.part.saturating_mul(bytes),
            file: self.file.saturating_mul(bytes),
            parts: self.parts.saturating_mul(factor as usize),
        }
    }
}

impl Default for Limits {
    /// 64 MiB a part, 256 MiB a file, 10,000 parts: a hundred times the largest workbook that was seen at a bureau.
    fn default() -> Self {
        Self { part: 64 << 20, file: 256 << 20, parts: 10_000 }
    }
}

/// The reason why an archive, or a part of it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The bytes are no zip archive, or its list of parts is damaged.
    NotAnArchive,
    /// More parts than the limit.
    TooManyParts(usize),
    /// A part unpacks to more bytes than the limit for one part.
    PartTooLarge {
        /// Its name.
        name: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// The parts that were read unpack to more bytes than the limit for a file.
    FileTooLarge(u64),
    /// Two parts of one name: programs disagree about which of them counts.
    Duplicate(String),
    /// The name of a part is absolute or leads out of the archive.
    BadName(String),
    /// A part is locked with a password.
    Encrypted(String),
    /// There is no such part.
    Missing(String),
    /// A part that cannot be unpacked.
    Damaged(String),
}

impl Fault {
    /// The reason in words, as the second half of a finding.
    pub fn message(&self) -> Message {
        match self {
            Self::NotAnArchive => message!("压缩包的目录损坏", "the archive's list of parts is damaged"),
            Self::TooManyParts(most) => {
                message!("压缩包里的文件超过 {most} 个", "there are more than {most} parts in it")
            }
            Self::PartTooLarge { name, limit } => {
                let limit = mebibytes(*limit);
                message!("其中的“{name}”解压后超过 {limit}", "its part {name:?} unpacks to more than {limit}")
            }
            Self::FileTooLarge(limit) => {
                let limit = mebibytes(*limit);
                message!("解压后总共超过 {limit}", "it unpacks to more than {limit} in sum")
            }
            Self::Duplicate(name) => {
                message!("其中有两个“{name}”", "two of its parts have the name {name:?}")
            }
            Self::BadName(name) => {
                message!(
                    "其中的文件名“{name}”指向压缩包之外",
                    "its part {name:?} names a place outside of it"
                )
            }
            Self::Encrypted(name) => {
                message!("其中的“{name}”设了密码", "its part {name:?} is locked with a password")
            }
            Self::Missing(name) => message!("缺少其中的“{name}”", "its part {name:?} is missing"),
            Self::Damaged(name) => message!("其中的“{name}”损坏", "its part {name:?} is damaged"),
        }
    }
}

fn mebibytes(bytes: u64) -> String {
    if bytes < 1 << 20 { format!("{bytes} B") } else { format!("{} MiB", bytes >> 20) }
}

/// An archive whose parts are read one by one, within limits.
pub struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    limits: Limits,
    /// Index in the archive of every part that is no folder, by its name.
    parts: BTreeMap<String, usize>,
    /// Parts that count towards the sum already; a part read twice counts once.
    counted: BTreeSet<usize>,
    unpacked: u64,
}

/// Whether bytes begin as a zip archive does.
pub fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

impl<'b> Package<'b> {
    /// Reads the list of parts and unpacks nothing.
    pub fn open(bytes: &'b [u8], limits: Limits) -> Result<Self, Fault> {
        // The library stores a few hundred bytes for each entry of the list before anybody can count them. No entry
        // comes without this signature; an archive stored inside of this one may bring as many once more.
        let entries = bytes.windows(4).filter(|bytes| bytes == b"PK\x01\x02").count();
        if entries > limits.parts.saturating_mul(2) {
            return Err(Fault::TooManyParts(limits.parts));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::NotAnArchive)?;
        if archive.len() > limits.parts {
            return Err(Fault::TooManyParts(limits.parts));
        }
        let mut parts = BTreeMap::new();
        for (index, raw) in archive.file_names_raw().enumerate() {
            let name = part_name(raw);
            if leads_out(&name) {
                return Err(Fault::BadName(name));
            }
            if !name.ends_with('/') && parts.insert(name.clone(), index).is_some() {
                return Err(Fault::Duplicate(name));
            }
        }
        if archive.has_duplicate_names() {
            return Err(Fault::Duplicate("?".to_owned()));
        }
        Ok(Self { archive, limits, parts, counted: BTreeSet::new(), unpacked: 0 })
    }

    /// The names of all parts, sorted, with `/` between folders; folders themselves are left out.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// The name of a part as it is stored, for a name written in other letters: OOXML ignores case.
    pub fn find(&self, name: &str) -> Option<&str> {
        let exact = self.parts.get_key_value(name).map(|(name, _)| name.as_str());
        exact.or_else(|| self.names().find(|stored| stored.eq_ignore_ascii_case(name)))
    }

    /// The unpacked bytes of a part.
    pub fn read(&mut self, name: &str) -> Result<Vec<u8>, Fault> {
        let Some(index) = self.find(name).and_then(|name| self.parts.get(name)).copied() else {
            return Err(Fault::Missing(name.to_owned()));
        };
        let is_new = !self.counted.contains(&index);
        let left = if is_new { self.limits.file.saturating_sub(self.unpacked) } else { u64::MAX };
        let too_large = |size: u64| {
            if size > self.limits.part {
                return Some(Fault::PartTooLarge { name: name.to_owned(), limit: self.limits.part });
            }
            (size > left).then_some(Fault::FileTooLarge(self.limits.file))
        };
        let part = self.archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Fault::Encrypted(name.to_owned()),
            _ => Fault::Damaged(name.to_owned()),
        })?;
        // The declared size serves to refuse early; the bytes themselves are counted all the same.
        if let Some(fault) = too_large(part.size()) {
            return Err(fault);
        }
        let mut bytes = Vec::new();
        let most = self.limits.part.min(left).saturating_add(1);
        let read = part.take(most).read_to_end(&mut bytes);
        if let Some(fault) = too_large(bytes.len() as u64) {
            return Err(fault);
        }
        read.map_err(|_| Fault::Damaged(name.to_owned()))?;
        if is_new {
            self.counted.insert(index);
            self.unpacked += bytes.len() as u64;
        }
        Ok(bytes)
    }

    /// The text of a part: UTF-8, UTF-16 with its mark, or GBK.
    pub fn read_text(&mut self, name: &str) -> Result<String, Fault> {
        Ok(decode(self.read(name)?).text)
    }
}

/// A name as text. Old Chinese programs wrote names in GBK, and some programs write `\` between folders.
fn part_name(raw: &[u8]) -> String {
    let name = match str::from_utf8(raw) {
        Ok(name) => name.into(),
        Err(_) => GB18030.decode_without_bom_handling(raw).0,
    };
    name.replace('\\', "/")
}

fn leads_out(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    drive || name.starts_with('/') || name.contains('\0') || name.split('/').any(|folder| folder == "..")
}

#[cfg(test)]
mod tests;
