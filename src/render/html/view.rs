//! The `view` of templates: one struct per template, borrowed from the model. Templates
//! also see `page` ([`Page`](super::Page)) and `site` ([`SiteView`](super::SiteView)).

use std::borrow::Cow;

use serde::Serialize;

use crate::render::html::pager::Pager;
use crate::render::html::table::TableView;

/// A link.
#[derive(Debug, Serialize)]
pub struct Link<'p> {
    /// Its words.
    pub text: Cow<'p, str>,
    /// The address: relative to the page, or absolute for another site.
    pub href: String,
}

/// A section in a list of sections.
#[derive(Debug, Serialize)]
pub struct SectionItem<'p> {
    /// The section.
    pub link: Link<'p>,
    /// 说明.
    pub description: Option<&'p str>,
    /// The sections in it.
    pub children: Vec<Link<'p>>,
}

/// A notice in a list of notices.
#[derive(Debug, Serialize)]
pub struct ListItem<'p> {
    /// 发文机关.
    pub issuer: &'p str,
    /// 标题, without 发文机关 at its beginning.
    pub title: &'p str,
    /// Its page.
    pub href: String,
    /// 发布日期, `2024-08-01`.
    pub day: String,
}

/// `home.html`.
#[derive(Debug, Serialize)]
pub struct HomeView<'p> {
    /// The top sections.
    pub sections: Vec<SectionItem<'p>>,
    /// The newest notices.
    pub newest: Vec<ListItem<'p>>,
    /// The newest notices of each section, where several hold some; a project's own templates know the old name.
    #[serde(rename = "by_column")]
    pub by_section: Vec<Newest<'p>>,
    /// Links to 查找: by office, year and deadline.
    pub finding: Vec<Link<'p>>,
}

/// The newest notices of a section.
#[derive(Debug, Serialize)]
pub struct Newest<'p> {
    /// The section.
    pub link: Link<'p>,
    /// Some of its notices, newest first.
    pub notices: Vec<ListItem<'p>>,
}

/// `column.html`: a section or a year.
#[derive(Debug, Serialize)]
pub struct SectionView<'p> {
    /// 名称.
    pub name: &'p str,
    /// 说明.
    pub description: Option<&'p str>,
    /// 基层政务公开标准目录 of its field.
    pub standard: Option<Link<'p>>,
    /// The sections in it.
    pub sections: Vec<SectionItem<'p>>,
    /// Its notices on this page, newest first.
    pub notices: Vec<ListItem<'p>>,
    /// The links to its other pages.
    pub pager: Option<Pager>,
}

/// `choices.html`: the offices, years or months that can be chosen.
#[derive(Debug, Serialize)]
pub struct ChoicesView<'p> {
    /// 按股室查找.
    pub name: &'p str,
    /// A sentence of description.
    pub description: &'p str,
    /// The choices.
    pub choices: Vec<Choice<'p>>,
}

/// An office, year or month.
#[derive(Debug, Serialize)]
pub struct Choice<'p> {
    /// Its page.
    pub link: Link<'p>,
    /// Number of entries: `12项`.
    pub count: String,
}

/// `duties.html`: the duties of an office or of a month.
#[derive(Debug, Serialize)]
pub struct DutiesView<'p> {
    /// The office or the month.
    pub name: &'p str,
    /// A sentence of description.
    pub description: &'p str,
    /// The duties on this page.
    pub blocks: Vec<DutyBlock<'p>>,
    /// The links to the other pages.
    pub pager: Option<Pager>,
}

/// The duties of one notice, and of one day in a list by days.
#[derive(Debug, Serialize)]
pub struct DutyBlock<'p> {
    /// The last day, `2024年12月31日`.
    pub day: Option<String>,
    /// The notice.
    pub notice: Link<'p>,
    /// The link to the notice's ledger, if there is one; from an office's page, to that office in the ledger.
    pub ledger: Option<String>,
    /// Its tasks.
    pub tasks: Vec<TaskView<'p>>,
}

/// A task.
#[derive(Debug, Serialize)]
pub struct TaskView<'p> {
    /// 工作任务.
    pub name: &'p str,
    /// The measures, or else the task itself.
    pub duties: Vec<DutyView<'p>>,
}

/// A measure.
#[derive(Debug, Serialize)]
pub struct DutyView<'p> {
    /// 工作举措; blank for a task without measures.
    pub measure: Cow<'p, str>,
    /// Responsible offices as written, with line feeds between them.
    pub offices: &'p str,
    /// Deadlines as written, with line feeds between them.
    pub deadlines: &'p str,
}

/// `search.html`.
#[derive(Debug, Serialize)]
pub struct SearchView<'p> {
    /// The link to the script that searches.
    pub search_script: String,
    /// The link to the search data; `None` on a large site, which Pagefind searches.
    pub data: Option<String>,
    /// Number of notices.
    pub count: usize,
    /// The sections that hold notices, each with those above it: `甲 > 乙`; a project's own templates know the old name.
    #[serde(rename = "columns")]
    pub sections: Vec<String>,
    /// The responsible offices.
    pub offices: Vec<&'p str>,
    /// The years, newest first.
    pub years: Vec<i16>,
    /// Links to 查找, for browsers without scripts.
    pub finding: Vec<Link<'p>>,
}

/// `sitemap.html`: 网站地图.
#[derive(Debug, Serialize)]
pub struct MapView<'p> {
    /// The top sections, each with all sections below it by their relative path: `甲 > 乙`.
    pub sections: Vec<SectionItem<'p>>,
    /// Links to 查找: by office, year and deadline.
    pub finding: Vec<Link<'p>>,
}

/// `notice.html` and `fragment.html`.
#[derive(Debug, Serialize)]
pub struct NoticeView<'p> {
    /// 发文机关.
    pub issuer: &'p str,
    /// 标题, without 发文机关 at its beginning.
    pub title: &'p str,
    /// 发文字号.
    pub number: Option<&'p str>,
    /// 主送.
    pub addressee: Option<&'p str>,
    /// 发布日期, `2024-08-01 10:00`.
    pub published: String,
    /// 来源.
    pub source: &'p str,
    /// The body, as HTML.
    pub body: String,
    /// 成文日期, `2024年8月1日`.
    pub dated: String,
    /// 附件.
    pub attachments: Vec<AttachmentView<'p>>,
    /// 正文任务: the workbook with the tasks of the body.
    pub inline: Option<Download>,
    /// 正文任务: the tasks of the body as open data.
    pub inline_data: Vec<Download>,
    /// 进展台账, where there is one.
    pub followed: Option<FollowedView>,
    /// 基本信息: rows of one or two fields.
    pub disclosure: Vec<Vec<FieldView<'p>>>,
    /// Whether a row of 基本信息 has two fields, so that single fields span two columns.
    pub paired: bool,
    /// The filters of Pagefind: 栏目, 股室 and 年份, each with a value.
    pub filters: Vec<(&'static str, String)>,
}

/// Summary of 进展台账 on the notice's page.
#[derive(Debug, Serialize)]
pub struct FollowedView {
    /// Its page.
    pub href: String,
    /// 统计截至, `2025年1月15日`.
    pub today: String,
    /// 共14项：已完成2项，…；逾期1项。
    pub counts: String,
}

/// 附件.
#[derive(Debug, Serialize)]
pub struct AttachmentView<'p> {
    /// 附件, or 附件1, 附件2 where there are several.
    pub label: String,
    /// Number in 附件说明, if there are several attachments: `1. `.
    pub mark: String,
    /// Its name in 附件说明.
    pub name: &'p str,
    /// An anchor on the page.
    pub anchor: String,
    /// The table, or the first part of a long table.
    pub table: Option<TableView<'p>>,
    /// Links to the rest of a long table.
    pub rest: Option<RestView>,
    /// Its text, as HTML.
    pub paper: Option<String>,
    /// A file to download.
    pub download: Option<Download>,
    /// Its table as open data.
    pub data: Vec<Download>,
}

/// A table that is divided over several pages.
#[derive(Debug, Serialize)]
pub struct RestView {
    /// Number of rows.
    pub rows: usize,
    /// Number of rows on this page.
    pub shown: usize,
    /// Number of pages, including this one.
    pub pages: usize,
    /// Link to the next page.
    pub next: String,
    /// Absolute address of the notice's page, if 域名 is set, for printouts.
    pub address: Option<String>,
    /// The links to all pages; `None` in a fragment for pasting.
    pub pager: Option<Pager>,
}

/// A file to download.
#[derive(Debug, Serialize)]
pub struct Download {
    /// The address.
    pub href: String,
    /// The name under which it is saved.
    pub file_name: String,
    /// The kind of file and, of an attached file, its size: `PDF，12 KB`, `XLSX`.
    pub kind_and_size: String,
}

/// A field of 基本信息.
#[derive(Debug, Serialize)]
pub struct FieldView<'p> {
    /// Its name.
    pub name: Cow<'p, str>,
    /// Its value.
    pub value: String,
}
