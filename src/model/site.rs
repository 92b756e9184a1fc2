//! 本站: the section that is published.

use crate::model::metadata::Metadata;
use crate::model::progress::Statuses;
use crate::source::{Located, Span};
use crate::text::address::{Address, host, is_within};

/// What `site.yaml` says.
#[derive(Debug)]
pub struct Site {
    /// 名称.
    pub name: Located<String>,
    /// 域名: where the section is published, as written.
    pub domain: Option<Located<String>>,
    /// What it says; `None` where it is no address.
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
    /// 党政机关标识: the number of the mark at the register of names (事业单位域名), 32 hexadecimal digits.
    pub mark: Option<Located<String>>,
    /// 可信域名: hosts besides those of governments that readers are sent to without being asked.
    pub trusted: Vec<Located<String>>,
    /// 不显示: what the portal around the section has itself.
    pub hidden: Vec<Part>,
    /// 索引号: the pattern by which those are made that no notice has itself.
    pub index: Option<Located<String>>,
    /// 元数据: the block of fields that is shown with every notice.
    pub metadata: Metadata,
    /// 规则级别: codes, each with the level that the project gives it, as written.
    pub levels: Vec<(Located<String>, Located<String>)>,
    /// 易错词: words that are often mistyped, each with the right one, besides those that every project knows.
    pub confusions: Vec<(Located<String>, Located<String>)>,
    /// 进展状态: the words for how far an item is.
    pub statuses: Statuses,
}

/// 网页部件: what stands around the content, and what a portal may have itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// 页头: the band with the site's name.
    Header,
    /// 当前位置: the way from the home page.
    Trail,
    /// 搜索: the box in the header, the page behind it and its data.
    Search,
    /// 适老模式: larger type and contrast.
    Elder,
    /// 发布时间.
    Published,
    /// 来源.
    Source,
    /// 字体: 大, 中, 小.
    TypeSize,
    /// 打印.
    Print,
    /// 外链提示: what is asked before a link leaves the sites of governments.
    Leaving,
    /// 网站找错: the link to 我为政府网站找错.
    Mistakes,
    /// 页脚.
    Footer,
}

impl Part {
    /// Every part with the word for it, in the order of a page.
    pub const ALL: [(&'static str, Self); 11] = [
        ("页头", Self::Header),
        ("当前位置", Self::Trail),
        ("搜索", Self::Search),
        ("适老模式", Self::Elder),
        ("发布时间", Self::Published),
        ("来源", Self::Source),
        ("字体", Self::TypeSize),
        ("打印", Self::Print),
        ("外链提示", Self::Leaving),
        ("网站找错", Self::Mistakes),
        ("页脚", Self::Footer),
    ];

    /// The part of that name.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, part)| *part)
    }
}

impl Site {
    /// Stands in where there is no `site.yaml`.
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
            index: None,
            metadata: Metadata::default(),
            levels: Vec::new(),
            confusions: Vec::new(),
            statuses: Statuses::usual(place),
        }
    }

    /// Whether the section shows a part itself.
    #[must_use]
    pub fn shows(&self, part: Part) -> bool {
        !self.hidden.contains(&part)
    }

    /// Whether a link leaves the sites of governments and those that 可信域名 names.
    #[must_use]
    pub fn leaves(&self, url: &str) -> bool {
        let Some(host) = host(url) else { return false };
        let own = self.address.as_ref().is_some_and(|address| is_within(&host, address.host()));
        let trusted = self.trusted.iter().any(|domain| is_within(&host, domain.value.trim()));
        !own && !trusted && !is_within(&host, "gov.cn")
    }
}
