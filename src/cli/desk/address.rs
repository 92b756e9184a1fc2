//! Addresses of the desk, below its token.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::model::Project;

/// Characters of a path that need no encoding.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A page of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// 问题.
    Findings,
    /// 导入.
    Import,
    /// 收表、公开.
    Reports,
    /// 股室.
    Offices,
    /// 生成、上传.
    Build,
}

impl Tab {
    /// Every page with its address.
    pub const ALL: [(Self, &str); 5] = [
        (Self::Findings, ""),
        (Self::Import, "import"),
        (Self::Reports, "reports"),
        (Self::Offices, "offices"),
        (Self::Build, "build"),
    ];

    /// The page at an address.
    pub fn at(address: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == address).map(|(tab, _)| *tab)
    }

    /// The address, relative to every page of the desk.
    pub fn address(self) -> &'static str {
        let address = Self::ALL.iter().find(|(tab, _)| *tab == self).map_or("", |(_, address)| *address);
        if address.is_empty() { "./" } else { address }
    }

    /// The name of the template.
    pub fn template(self) -> &'static str {
        match self {
            Self::Findings => "findings.html",
            Self::Import => "import.html",
            Self::Reports => "reports.html",
            Self::Offices => "offices.html",
            Self::Build => "build.html",
        }
    }
}

/// The address of a file of the site, by its path such as `site/index.html`.
pub fn of_site(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// The page of the notice in whose folder a file lies, by the file's path below the project.
pub fn page_of(project: &Project, file: &str) -> Option<String> {
    let path = file.strip_prefix("content/")?;
    let notices = project.notices.iter().chain(&project.withdrawn);
    let notice =
        notices.filter(|notice| notice.has_in_its_folder(path)).max_by_key(|notice| notice.path.len())?;
    Some(of_site(&format!("site/{}/index.html", notice.path)))
}

/// The value of a name in a query.
pub fn query(query: &str, name: &str) -> Option<String> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs.into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)?;
    percent_decode_str(value).decode_utf8().ok().map(Cow::into_owned)
}
