//! Addresses of all published files; no other module builds them.

use crate::model::Project;
use crate::model::attachment::AttachmentId;
use crate::model::browse::Due;
use crate::model::fixed_place::SitePage;
use crate::model::item::Item;
use crate::model::item::TableId;
use crate::model::notice::Notice;
use crate::model::office::Office;
use crate::model::paper::{Link, Target};
use crate::model::progress::Note;
use crate::model::section::Section;
use crate::model::summary::YearSummary;
use crate::text::link::relative;

/// The home page.
pub const HOME: &str = "site/index.html";
/// The page for addresses that do not exist.
pub const NOT_FOUND: &str = "site/404.html";
/// The one stylesheet.
pub const STYLE: &str = "site/assets/style.css";
/// The mark of the site in a browser's tab.
pub const ICON: &str = "site/assets/favicon.svg";

/// The one script.
pub const SCRIPT: &str = "site/assets/site.js";
/// 搜索.
pub const SEARCH: &str = "site/search.html";
/// The script of the search page.
pub const SEARCH_SCRIPT: &str = "site/assets/search.js";
/// The list of notices of the search page, without their words.
pub const SEARCH_DATA: &str = "site/assets/search-data.js";
/// 总览.
pub const SITE_OVERVIEW: &str = "site/overview.html";
/// 按股室查找.
pub const OFFICES: &str = "site/offices/index.html";
/// 按年份查找.
pub const YEARS: &str = "site/years/index.html";
/// 按时限查找.
pub const DEADLINES: &str = "site/deadlines/index.html";
/// 网站地图, for people.
pub const MAP: &str = "site/sitemap.html";
/// 网站地图, for search engines.
pub const SITEMAP: &str = "site/sitemap.xml";
/// Rules for search engines.
pub const ROBOTS: &str = "site/robots.txt";
/// The newest notices, for feed readers.
pub const FEED: &str = "site/feed.xml";

/// 政府信息公开目录: its first page.
pub const CATALOGUE: &str = "site/catalog/index.html";
/// 政府信息公开目录, as a workbook.
pub const CATALOGUE_BOOK: &str = "site/catalog/xinxi-gongkai-mulu.xlsx";
/// 政府信息公开目录, as open data.
pub const CATALOGUE_JSON: &str = "site/catalog/data.json";
/// 政府信息公开目录, as open data in one table.
pub const CATALOGUE_CSV: &str = "site/catalog/data.csv";

/// 各单位, of joined sites: its first page.
pub const BUREAUS: &str = "site/bureaus/index.html";

/// The notices of a bureau of joined sites, by its folder's name.
pub fn bureau(folder: &str) -> String {
    format!("site/bureaus/{folder}/index.html")
}

/// A path as it is below the folder that is published.
pub fn below_site(path: &str) -> &str {
    path.strip_prefix("site/").unwrap_or(path)
}

/// One of several files of 网站地图 for search engines, by its place among them from 0.
pub fn sitemap_part(at: usize) -> String {
    format!("site/sitemap-{}.xml", at + 1)
}

/// A section's page.
pub fn section(section: &Section) -> String {
    format!("site/{}/index.html", section.path)
}

/// 基层政务公开标准目录 of a section, by the ending of its file: `html`, `xlsx`, `json` or `csv`.
pub fn standard(section: &Section, ending: &str) -> String {
    format!("site/{}/biaozhun-mulu.{ending}", section.path)
}

/// A page of a list over several pages, from 0, by the path of the first: `index.html`, `index-2.html` …
pub fn page(first: &str, n: usize) -> String {
    let folder = first.strip_suffix("index.html").unwrap_or(first);
    if n == 0 { first.to_owned() } else { format!("{folder}index-{}.html", n + 1) }
}

/// The duties of an office, by its folder's name.
pub fn office(folder: &str) -> String {
    format!("site/offices/{folder}/index.html")
}

/// The notices of a year.
pub fn year(year: i16) -> String {
    format!("site/years/{year}/index.html")
}

/// The duties of a month, those that go on, and the others.
pub fn due(due: Due) -> String {
    match due {
        Due::Month(year, month) => format!("site/deadlines/{year}-{month:02}/index.html"),
        Due::Ongoing => "site/deadlines/changqi/index.html".to_owned(),
        Due::Other => "site/deadlines/qita/index.html".to_owned(),
    }
}

/// The list of all notices, as open data.
pub const DATA_INDEX: &str = "site/data/index.json";
/// The site itself, as open data.
pub const DATA_SITE: &str = "site/data/site.json";
/// The JSON Schema of a notice's `data.json`.
pub const DATA_SCHEMA: &str = "site/data/schema.json";

/// A part of the index of the search page, from 0: `search-index-1.js` …
pub fn search_index(n: usize) -> String {
    format!("site/assets/search-index-{}.js", n + 1)
}

/// The words of a notice of the search page, from 0: `search-words-1.js` …
pub fn search_words(n: usize) -> String {
    format!("site/assets/search-words-{}.js", n + 1)
}

/// A page of 固定栏目.
pub fn site_page(page: &SitePage) -> String {
    format!("site/{}.html", page.path)
}

/// A notice's page.
pub fn notice(notice: &Notice) -> String {
    format!("site/{}/index.html", notice.path)
}

/// A notice's content alone, for pasting.
pub fn fragment(notice: &Notice) -> String {
    format!("site/{}/fragment.html", notice.path)
}

/// A notice as a paper in Word.
pub fn document(notice: &Notice) -> String {
    let name = notice.path.rsplit('/').next().unwrap_or_default();
    format!("site/{}/{name}.docx", notice.path)
}

/// The workbook with a notice's tables.
pub fn workbook(notice: &Notice) -> String {
    format!("site/{}/zeren-fenjie-biao.xlsx", notice.path)
}

/// The workbook in which an office reports on a notice, by the name of its file.
pub fn handout(notice: &Notice, name: &str) -> String {
    format!("handout/{}/{name}.xlsx", notice.path)
}

/// The cover of a notice's handouts.
pub fn handout_cover(notice: &Notice) -> String {
    format!("handout/{}/tianbao-shuoming.docx", notice.path)
}

/// A document about a notice for the bureau itself, by the name of its file. Never below `site/`.
pub fn internal_document(notice: &Notice, name: &str) -> String {
    format!("internal/{}/{name}.docx", notice.path)
}

/// A workbook about a notice for the bureau itself, by the name of its file. Never below `site/`.
pub fn internal(notice: &Notice, name: &str) -> String {
    format!("internal/{}/{name}.xlsx", notice.path)
}

/// The workbook about all notices for the bureau's leaders. Never below `site/`.
pub const OVERVIEW: &str = "internal/总览.xlsx";

/// All tables of a notice as open data.
pub fn data_json(notice: &Notice) -> String {
    format!("site/{}/data.json", notice.path)
}

/// One of a notice's tables as open data: `data.csv`, `data-2.csv` …
pub fn data_csv(notice: &Notice, table: TableId) -> String {
    let mark = if table == TableId::FIRST { String::new() } else { format!("-{}", table.number()) };
    format!("site/{}/data{mark}.csv", notice.path)
}

/// A further page of an attached table that is too long for the notice's own, by the number of the page from 0:
/// `table-1-2.html` is the second page of 附件1.
pub fn table_page(notice: &Notice, attachment: AttachmentId, page: usize) -> String {
    format!("site/{}/table-{}-{}.html", notice.path, attachment.number(), page + 1)
}

/// 进展台账 of a notice.
pub fn ledger(notice: &Notice) -> String {
    format!("site/{}/progress/index.html", notice.path)
}

/// A page of 进展台账, from 0.
pub fn ledger_page(notice: &Notice, page: usize) -> String {
    self::page(&ledger(notice), page)
}

/// The page of a progress note.
pub fn note(notice: &Notice, note: &Note) -> String {
    paper(&format!("{}/progress/{}", notice.path, note.name))
}

/// The page of an office's summary.
pub fn summary(notice: &Notice, summary: &YearSummary) -> String {
    paper(&format!("{}/summary/{}", notice.path, summary.name))
}

/// The page of a note or summary, by its file below `content/` without `.md`.
fn paper(path: &str) -> String {
    format!("site/{path}.html")
}

/// Anchor of an item on the ledger page: `shixiang-1-2`, of the second table `shixiang-t2-1-2`.
pub fn item_anchor(item: Item) -> String {
    let table =
        if item.table == TableId::FIRST { String::new() } else { format!("t{}-", item.table.number()) };
    let measure = item.measure.map_or_else(String::new, |measure| format!("-{}", measure + 1));
    format!("shixiang-{table}{}{measure}", item.task + 1)
}

/// Anchor of an office on the ledger page: by name, because its position in the register can change.
pub fn office_anchor(office: &Office) -> String {
    let joined = |c: char| if c.is_whitespace() { '-' } else { c };
    format!("gushi-{}", office.name.value.trim().chars().map(joined).collect::<String>())
}

/// A file that is published as it is, by its path below `content/`.
pub fn file(path: &str) -> String {
    format!("site/{path}")
}

/// The address to which a link of a paper leads; `None` if the target is not public. For all that was in the folder of a
/// withdrawn notice, its short page.
pub fn target(project: &Project, target: &Target) -> Option<String> {
    let (Target::File(path) | Target::Page(path) | Target::Paper(path)) = target;
    if let Some(withdrawn) = project.withdrawn_at(path).filter(|_| !project.files.contains_key(path)) {
        return Some(notice(withdrawn));
    }
    match target {
        Target::File(path) => Some(file(path)),
        Target::Page(folder) => Some(format!("site/{folder}/index.html")),
        Target::Paper(path) => project.publishes(path).then(|| paper(path)),
    }
}

/// The address of a link from the page at `here`; `None` if it must not be followed.
pub fn link(project: &Project, here: &str, link: &Link) -> Option<String> {
    let Some(to) = &link.target else { return Some(link.url.clone()) };
    let anchor = link.url.find('#').map_or("", |at| &link.url[at..]);
    let path = relative(here, &target(project, to)?);
    Some(format!("{path}{anchor}"))
}
