//! 汇总: the published sites of many bureaus, joined.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::text::filename::free;

/// The joined sites, and all their notices.
#[derive(Debug, Default)]
pub struct Joined {
    /// The bureaus, in the order in which they were named.
    pub bureaus: Vec<Bureau>,
    /// The notices of all bureaus, newest first.
    pub notices: Vec<JoinedNotice>,
}

/// The site of a bureau.
#[derive(Debug)]
pub struct Bureau {
    /// 名称 of the site, or else the name of its folder.
    pub name: String,
    /// 主办单位.
    pub organiser: Option<String>,
    /// The site's home page.
    pub home: Target,
}

/// A notice in the list of a site. Its texts are as the site has them.
#[derive(Debug)]
pub struct JoinedNotice {
    /// The place of its bureau in [`Joined::bureaus`].
    pub bureau: usize,
    /// The title with the issuing body.
    pub title: String,
    /// Whether it is an example, by itself or with its whole site.
    pub example: bool,
    /// Its page.
    pub page: Target,
    /// Its `data.json`.
    pub data: Option<Target>,
    /// 索引号.
    pub index: Option<String>,
    /// 发文字号.
    pub number: Option<String>,
    /// 发文机关.
    pub issuers: Vec<String>,
    /// 栏目, from the top down.
    pub sections: Vec<String>,
    /// 成文日期.
    pub dated: Date,
    /// The day of 发布日期.
    pub day: Date,
    /// 发布日期 as written, with the minute if there is one.
    pub published: String,
}

/// The address of a file of a bureau's site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A web address.
    Web(String),
    /// A percent-encoded path from the folder in which the joined site is published.
    Beside(String),
}

impl Target {
    /// The link from a page whose way up to the root of the site is `root`: `../../`.
    #[must_use]
    pub fn from(&self, root: &str) -> String {
        match self {
            Self::Web(address) => address.clone(),
            Self::Beside(path) => format!("{root}{path}"),
        }
    }
}

impl Joined {
    /// The notices of each bureau, newest first.
    #[must_use]
    pub fn by_bureau(&self) -> Vec<Vec<&JoinedNotice>> {
        let mut lists = vec![Vec::new(); self.bureaus.len()];
        self.notices.iter().for_each(|notice| lists[notice.bureau].push(notice));
        lists
    }

    /// The notices by the year of 发布日期, newest first.
    #[must_use]
    pub fn by_year(&self) -> BTreeMap<i16, Vec<&JoinedNotice>> {
        let mut years: BTreeMap<i16, Vec<&JoinedNotice>> = BTreeMap::new();
        self.notices.iter().for_each(|notice| years.entry(notice.day.year()).or_default().push(notice));
        years
    }

    /// The names of the folders in which the bureaus have their pages.
    #[must_use]
    pub fn folders(&self) -> Vec<String> {
        let mut used = BTreeSet::new();
        self.bureaus.iter().map(|bureau| free(&bureau.name, &mut used)).collect()
    }
}
