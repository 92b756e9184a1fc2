//! Parts of a page around its content, which a site may leave out.

/// 二维码: where a notice's page shows the code of its address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QrCode {
    /// 打印: on paper only.
    #[default]
    Printed,
    /// 网页: on the page and on paper.
    Shown,
    /// 不用.
    Off,
}

impl QrCode {
    /// The words for 二维码.
    pub const WORDS: [(&str, Self); 3] =
        [("打印", Self::Printed), ("网页", Self::Shown), ("不用", Self::Off)];
}

/// 网页部件: parts of a page around the content, which a portal may provide itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// 页头: the band with the site's name.
    Header,
    /// 当前位置: the breadcrumb trail.
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
    /// 外链提示: the question before a link leaves the government's domains.
    Leaving,
    /// 网站找错: the link to 我为政府网站找错.
    Mistakes,
    /// 页脚.
    Footer,
}

impl Part {
    /// Every part with its word, in the order of a page.
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

    /// The part with this word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, part)| *part)
    }
}
