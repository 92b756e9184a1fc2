//! The parts common to all pages, made once: the site's name, its parts, the foot.

use std::borrow::Cow;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::model::catalogue;
use crate::model::fixed_place::{FixedPlace, PlaceTarget};
use crate::model::site::{Part, Site};
use crate::render::html::meta::{Meta, site_tags};
use crate::render::html::view::Link;
use crate::render::routes;
use crate::source::Located;
use crate::text::link;

/// Register of ICP filings.
const ICP: &str = "https://beian.miit.gov.cn/";
/// Register of police filings, by the digits of the number.
const POLICE: &str = "https://beian.mps.gov.cn/#/query/webSearch?code=";
/// Register of 党政机关网站标识, by number.
const MARK: &str = "https://bszs.conac.cn/sitename?method=show&id=";

/// `site` in every template. Paths are relative to the root of the site, `page.root`.
#[derive(Debug, Serialize)]
pub struct SiteView<'p> {
    /// 本站名称.
    pub name: &'p str,
    /// 网站标签.
    pub tags: Vec<Meta<'p>>,
    /// The path of the home page.
    pub home: String,
    /// The path of the stylesheet.
    pub style: String,
    /// The path of the mark in a browser's tab.
    pub icon: String,
    /// The path of the script.
    pub script: String,
    /// The path of the search page.
    pub search: String,
    /// The path of the feed, if there is one.
    pub feed: Option<String>,
    /// The parts that are shown, by the words of 不显示: 页头, 当前位置 …
    pub shows: Vec<&'static str>,
    /// 主办单位.
    pub organiser: Option<&'p str>,
    /// 承办单位.
    pub operator: Option<&'p str>,
    /// 联系方式.
    pub contact: Option<&'p str>,
    /// 网站标识码.
    pub id_code: Option<&'p str>,
    /// ICP备案号, with the ministry's site.
    pub icp: Option<Link<'p>>,
    /// 公安备案号, with its entry.
    pub police: Option<Link<'p>>,
    /// 党政机关网站标识.
    pub mark: Option<Link<'p>>,
    /// 固定栏目.
    pub places: Vec<PlaceView<'p>>,
    /// 政府信息公开目录, by its path.
    pub catalogue: Link<'p>,
    /// 网站地图, by its path.
    pub map: Link<'p>,
}

/// A fixed place in the navigation.
#[derive(Debug, Serialize)]
pub struct PlaceView<'p> {
    /// Its name.
    pub text: &'static str,
    /// Its path below the site's root, or its address.
    pub href: Cow<'p, str>,
    /// Whether it lies on another site.
    pub is_address: bool,
    /// Whether it lies outside of government sites, and is to be marked.
    pub leaves: bool,
}

impl<'p> PlaceView<'p> {
    /// The place in the navigation; `None` if it leads nowhere yet.
    fn new(site: &'p Site, place: &'p FixedPlace) -> Option<Self> {
        let below = |path: &str| Cow::from(link::encoded(routes::below_site(path)));
        let (href, is_address) = match place.target.as_ref()? {
            PlaceTarget::Address => (Cow::from(place.written.value.trim()), true),
            PlaceTarget::Section(folder) => (below(&format!("site/{folder}/index.html")), false),
            PlaceTarget::Page(page) => (below(&routes::site_page(page)), false),
        };
        let leaves = is_address && site.shows(Part::Leaving) && site.leaves(&href);
        Some(Self { text: place.kind.name(), href, is_address, leaves })
    }
}

impl<'p> SiteView<'p> {
    /// The parts common to the pages of a site.
    pub fn new(site: &'p Site) -> Self {
        let text = |text: &'p Option<Located<String>>| {
            text.as_ref().map(|text| text.value.as_str()).filter(|text| !text.trim().is_empty())
        };
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let linked = |text: &'p str, href: String| Link { text: text.into(), href };
        let path = |route: &str| link::encoded(routes::below_site(route));
        Self {
            name: &site.name.value,
            tags: site_tags(site),
            home: path(routes::HOME),
            style: path(routes::STYLE),
            icon: path(routes::ICON),
            script: path(routes::SCRIPT),
            search: path(routes::SEARCH),
            feed: site.address.as_ref().map(|_| path(routes::FEED)),
            shows: Part::ALL.iter().filter(|(_, part)| site.shows(*part)).map(|(word, _)| *word).collect(),
            organiser: text(&site.organiser),
            operator: text(&site.operator),
            contact: text(&site.contact),
            id_code: text(&site.id_code),
            icp: text(&site.icp).map(|number| linked(number, ICP.to_owned())),
            police: text(&site.police).map(|number| linked(number, format!("{POLICE}{}", digits(number)))),
            mark: text(&site.mark)
                .map(|id| linked("党政机关网站标识", format!("{MARK}{}", queried(id.trim())))),
            places: site.places.iter().filter_map(|place| PlaceView::new(site, place)).collect(),
            catalogue: linked(catalogue::NAME, path(routes::CATALOGUE)),
            map: linked("网站地图", path(routes::MAP)),
        }
    }
}

/// A text percent-encoded for the query of an address.
pub fn queried(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).collect()
}
