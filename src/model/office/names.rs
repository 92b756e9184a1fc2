//! Offices, collective names, and what a name is found to be.

use serde::Serialize;

use crate::source::Located;

/// The place of an office in the register, which is also the order in which offices are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct OfficeId(pub(super) usize);

/// The place of a collective name in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CollectiveId(pub(super) usize);

/// 股室: one office.
#[derive(Debug)]
pub struct Office {
    /// 名称.
    pub name: Located<String>,
    /// 别名: other names.
    pub aliases: Vec<Located<String>>,
    /// 联系人, for the public if the site has 公开联系方式.
    pub contacts: Vec<Located<String>>,
    /// 联系电话, for the public if the site has 公开联系方式.
    pub phones: Vec<Located<String>>,
}

impl Office {
    /// An office of which only the name is written.
    #[must_use]
    pub fn named(name: Located<String>) -> Self {
        Self { name, aliases: Vec::new(), contacts: Vec::new(), phones: Vec::new() }
    }
}

/// 统称: a collective name for many offices (局各股室、二级机构).
#[derive(Debug)]
pub struct Collective {
    /// 名称.
    pub name: Located<String>,
    /// 包括: the members. An empty list means no office; `None`, if 包括 is not written, means all offices.
    pub members: Option<Vec<Located<String>>>,
}

/// The result of looking up a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// An office.
    Office(OfficeId),
    /// A collective name.
    Collective(CollectiveId),
    /// A body outside of the bureau.
    OutsideBody,
}
