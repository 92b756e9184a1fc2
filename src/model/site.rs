//! 本站: the published section of a site.

mod part;

use crate::model::fixed_place::{FixedPlace, SitePage};
use crate::model::metadata::Metadata;
use crate::model::shown_progress::ShownProgress;
use crate::model::status::Statuses;
use crate::model::wording::Wording;
use crate::source::{Located, Span};
use crate::text::address::{Address, host, is_within};

pub use part::{Part, QrCode};

/// The content of `site.yaml`.
#[derive(Debug)]
pub struct Site {
    /// 名称.
    pub name: Located<String>,
    /// 域名: the address of the published section, as written.
    pub domain: Option<Located<String>>,
    /// 域名, parsed; `None` if it is not a web address.
    pub address: Option<Address>,
    /// 主办单位.
    pub organiser: Option<Located<String>>,
    /// 承办单位.
    pub operator: Option<Located<String>>,
    /// 联系方式.
    pub contact: Option<Located<String>>,
    /// 网站标识码: six digits of the place and a serial of four.
    pub id_code: Option<Located<String>>,
    /// ICP备案号.
    pub icp: Option<Located<String>>,
    /// 公安备案号.
    pub police: Option<Located<String>>,
    /// 党政机关标识: the number of the mark in its register (事业单位域名), 32 hexadecimal digits.
    pub mark: Option<Located<String>>,
    /// 可信域名: hosts outside the government's domains for which 外链提示 does not appear.
    pub trusted: Vec<Located<String>>,
    /// 不显示: parts of pages that the surrounding portal provides.
    pub hidden: Vec<Part>,
    /// 示例: whether the whole site is an example.
    pub example: bool,
    /// 索引号: the pattern for notices without a number of their own.
    pub index: Option<Located<String>>,
    /// 元数据: the block of fields shown with every notice.
    pub metadata: Metadata,
    /// 规则级别: codes with their levels, as written.
    pub levels: Vec<(Located<String>, Located<String>)>,
    /// 易错词: wrong words with their corrections, in addition to the built-in list.
    pub confusions: Vec<(Located<String>, Located<String>)>,
    /// 固定栏目, in the order of the navigation.
    pub places: Vec<FixedPlace>,
    /// 二维码.
    pub qr_code: QrCode,
    /// 用词: the content of `wording.yaml`.
    pub wording: Wording,
    /// 公开联系方式: whether the pages of offices show 联系人 and 联系电话.
    pub shows_contacts: bool,
    /// 打印基本信息: whether 基本信息 is printed behind the paper.
    pub prints_basic: bool,
    /// 进展公开: the parts of the progress that are public, unless a notice says otherwise.
    pub shown_progress: ShownProgress,
    /// 进展状态: the words for the status of an item.
    pub statuses: Statuses,
}

impl Site {
    /// The pages of 固定栏目, each once.
    pub fn pages(&self) -> impl Iterator<Item = &SitePage> {
        let pages = self.places.iter().filter_map(FixedPlace::page).enumerate();
        let is_first = |n: usize, page: &SitePage| {
            let mut before = self.places.iter().filter_map(FixedPlace::page).take(n);
            before.all(|other| other.path != page.path)
        };
        pages.filter(move |(n, page)| is_first(*n, page)).map(|(_, page)| page)
    }

    /// Default for a project without `site.yaml`.
    #[must_use]
    pub fn nameless(place: Span) -> Self {
        let name = Located::new(String::new(), place);
        Self {
            name,
            domain: None,
            address: None,
            organiser: None,
            operator: None,
            contact: None,
            id_code: None,
            icp: None,
            police: None,
            mark: None,
            trusted: Vec::new(),
            hidden: Vec::new(),
            example: false,
            index: None,
            metadata: Metadata::default(),
            levels: Vec::new(),
            confusions: Vec::new(),
            places: Vec::new(),
            qr_code: QrCode::default(),
            wording: Wording::default(),
            shows_contacts: false,
            prints_basic: false,
            shown_progress: ShownProgress::ALL,
            statuses: Statuses::usual(place),
        }
    }

    /// Whether pages have a part.
    #[must_use]
    pub fn shows(&self, part: Part) -> bool {
        !self.hidden.contains(&part)
    }

    /// Whether a link leaves the government's domains and 可信域名.
    #[must_use]
    pub fn leaves(&self, url: &str) -> bool {
        let Some(host) = host(url) else { return false };
        let own = self.address.as_ref().is_some_and(|address| is_within(&host, address.host()));
        let trusted = self.trusted.iter().any(|domain| is_within(&host, domain.value.trim()));
        !own && !trusted && !is_within(&host, "gov.cn")
    }
}
