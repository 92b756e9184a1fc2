//! Addresses in a site's list, which may lead only to files of that site.

use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

use crate::model::joined::Target;
use crate::text::address::{Address, host};
use crate::text::link::encoded;

/// The folder of the list, from which its relative addresses count.
const FOLDER: &str = "data";

/// A site, for the addresses in its list.
pub struct Site {
    /// Its folder.
    pub folder: PathBuf,
    /// The percent-encoded way from the joined site to the folder, with a slash at its end; `None` if there is none.
    pub way: Option<String>,
    /// 网址. Of a site without `data/site.json`, the host of the first absolute address stands for it.
    pub web: Option<Address>,
}

impl Site {
    /// The address of a file of the site by its path.
    pub fn target(&self, path: &str) -> Option<Target> {
        match &self.web {
            Some(web) => Some(Target::Web(web.of(path))),
            None => Some(Target::Beside(format!("{}{}", self.way.as_ref()?, encoded(path)))),
        }
    }

    /// The address of a file, as the list has it; `None` if it leads out of the site.
    pub fn linked(&mut self, address: &str) -> Option<Target> {
        let Some(host) = host(address) else { return self.target(&path(address)?) };
        let is_plain =
            !address.contains(|c: char| c.is_whitespace() || c.is_control() || "\\\"<>@".contains(c));
        let (_, rest) = address.split_once("://").filter(|_| is_plain)?;
        let web = match &self.web {
            Some(web) => web,
            None => self.web.insert(Address::parse(&host)?),
        };
        let below = rest.strip_prefix(web.host())?.strip_prefix(web.path())?;
        is_inside(&percent_decode_str(below).decode_utf8().ok()?).then(|| Target::Web(address.to_owned()))
    }

    /// Whether the page of a relative address exists. Absolute ones are pages of the web.
    pub fn has(&self, address: &str) -> bool {
        self.web.is_some() || path(address).is_some_and(|path| self.folder.join(path).is_file())
    }
}

/// The path of a file of the site, by its relative address in the list.
fn path(address: &str) -> Option<String> {
    let decoded = percent_decode_str(address).decode_utf8().ok()?.into_owned();
    let below = match decoded.strip_prefix("../") {
        Some(below) => below.to_owned(),
        None => format!("{FOLDER}/{decoded}"),
    };
    is_inside(&below).then_some(below)
}

/// Whether a path stays in its folder on every system.
fn is_inside(path: &str) -> bool {
    let is_name = |name: &str| !matches!(name, "" | "." | "..");
    !path.contains(['\\', ':', '?', '#', '\0']) && path.split('/').all(is_name)
}

/// The percent-encoded way from a folder to another, both real; `None` between disks of Windows.
pub fn way(from: &Path, to: &Path) -> Option<String> {
    let (from, to): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (from.components().collect(), to.components().collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return None;
    }
    let mut way = "../".repeat(from.len() - shared);
    for part in &to[shared..] {
        way += &encoded(part.as_os_str().to_str()?);
        way.push('/');
    }
    Some(way)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Site, way};
    use crate::model::joined::Target;
    use crate::text::address::Address;

    fn site(web: Option<&str>) -> Site {
        let web = web.and_then(Address::parse);
        Site { folder: PathBuf::from("/none"), way: Some("../../甲/".to_owned()), web }
    }

    #[test]
    fn only_files_of_the_site_are_linked() {
        let beside = |path: &str| Some(Target::Beside(format!("../../甲/{path}")));
        assert_eq!(site(None).linked("../lan/tongzhi/index.html"), beside("lan/tongzhi/index.html"));
        assert_eq!(site(None).linked("../%E7%94%B2/index.html"), beside("%E7%94%B2/index.html"));
        for address in [
            "../../x",
            "/x",
            "../lan/../../x",
            "..\\x",
            "javascript:alert(1)",
            "data:text/html,x",
            "//evil.cn/x",
            "",
            "../%2e%2e/x",
            "../a?b",
            "C:/x",
        ] {
            assert_eq!(site(None).linked(address), None, "{address}");
        }
        let page = "https://www.a.gov.cn/zwgk/lan/index.html";
        assert_eq!(site(Some("www.a.gov.cn/zwgk")).linked(page), Some(Target::Web(page.to_owned())));
        for address in [
            "https://www.b.gov.cn/zwgk/x",
            "https://www.a.gov.cn/other/x",
            "https://www.a.gov.cn/zwgk/../x",
            "https://www.a.gov.cn.evil.cn/zwgk/x",
            "https://www.a.gov.cn@evil.cn/zwgk/x",
            "https://www.a.gov.cn/zwgk/%2e%2e/x",
        ] {
            assert_eq!(site(Some("www.a.gov.cn/zwgk")).linked(address), None, "{address}");
        }
        let mut unnamed = site(None);
        assert!(unnamed.linked("https://www.a.gov.cn/x.html").is_some());
        assert!(unnamed.linked("https://www.b.gov.cn/x.html").is_none(), "a second host");
    }

    #[test]
    fn a_way_leads_from_folder_to_folder() {
        let found = way(Path::new("/srv/sheng/site"), Path::new("/srv/ju/甲/site"));
        assert_eq!(found.as_deref(), Some("../../ju/%E7%94%B2/site/"));
    }
}
