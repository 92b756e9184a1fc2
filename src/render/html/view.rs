//! What templates see: one struct per template, borrowed from the model and made for reading.

use std::borrow::Cow;

use serde::Serialize;

use crate::render::html::page::Page;
use crate::render::html::table::TableView;
use crate::text::link;

/// A link.
#[derive(Debug, Serialize)]
pub struct Link<'p> {
    /// Its words.
    pub text: Cow<'p, str>,
    /// Where it leads: relative to the page, or to another site.
    pub href: String,
}

/// A column in a list of columns.
#[derive(Debug, Serialize)]
pub struct Section<'p> {
    /// The column.
    pub link: Link<'p>,
    /// 说明.
    pub description: Option<&'p str>,
    /// The columns in it.
    pub children: Vec<Link<'p>>,
}

/// A notice in a list of notices.
#[derive(Debug, Serialize)]
pub struct ListItem<'p> {
    /// 发文机关.
    pub issuer: &'p str,
    /// 标题.
    pub title: &'p str,
    /// Its page.
    pub href: String,
    /// 发布日期, `2024-08-01`.
    pub day: String,
}

/// `home.html`.
#[derive(Debug, Serialize)]
pub struct HomeView<'p> {
    /// What every page has.
    pub page: Page<'p>,
    /// The top columns.
    pub sections: Vec<Section<'p>>,
    /// The newest notices.
    pub newest: Vec<ListItem<'p>>,
}

/// `column.html`.
#[derive(Debug, Serialize)]
pub struct ColumnView<'p> {
    /// What every page has.
    pub page: Page<'p>,
    /// 名称.
    pub name: &'p str,
    /// 说明.
    pub description: Option<&'p str>,
    /// 基层政务公开标准目录 of its field.
    pub standard: Option<Link<'p>>,
    /// The columns in it.
    pub sections: Vec<Section<'p>>,
    /// Its notices, newest first.
    pub notices: Vec<ListItem<'p>>,
}

/// `404.html`.
#[derive(Debug, Serialize)]
pub struct NotFoundView<'p> {
    /// What every page has.
    pub page: Page<'p>,
}

/// `sitemap.html`: 网站地图.
#[derive(Debug, Serialize)]
pub struct MapView<'p> {
    /// What every page has.
    pub page: Page<'p>,
    /// The top columns, each with all that lie below it, named by their way from there: `甲 > 乙`.
    pub sections: Vec<Section<'p>>,
}

/// `notice.html` and `fragment.html`.
#[derive(Debug, Serialize)]
pub struct NoticeView<'p> {
    /// What every page has.
    pub page: Page<'p>,
    /// 发文机关.
    pub issuer: &'p str,
    /// 标题, without the issuing body.
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
    /// 正文任务: the same as open data.
    pub inline_data: Vec<Download>,
    /// 基本信息: rows of one or two fields.
    pub disclosure: Vec<Vec<FieldView<'p>>>,
    /// Whether some row of 基本信息 has two fields, so that the others span their columns.
    pub paired: bool,
}

/// 附件.
#[derive(Debug, Serialize)]
pub struct AttachmentView<'p> {
    /// 附件, or 附件1, 附件2 where there are several.
    pub label: String,
    /// The number before its name in 附件说明, where there are several: `1. `.
    pub mark: String,
    /// Its name in 附件说明.
    pub name: &'p str,
    /// An anchor on the page.
    pub anchor: String,
    /// Its table.
    pub table: Option<TableView<'p>>,
    /// Its text, as HTML.
    pub paper: Option<String>,
    /// A file to download.
    pub download: Option<Download>,
    /// Its table as open data.
    pub data: Vec<Download>,
}

/// A file to download.
#[derive(Debug, Serialize)]
pub struct Download {
    /// Where it is.
    pub href: String,
    /// The name under which it is saved.
    pub file_name: String,
    /// What kind of file it is and, where that is said, how large: `XLSX，12 KB`, `CSV`.
    pub kind_and_size: String,
}

impl Download {
    /// A file under its address, of so many bytes where that is known, saved under a name that every system can store.
    pub fn new(here: &str, path: &str, name: &str, size: Option<usize>) -> Self {
        let ending =
            path.rsplit('/').next().and_then(|file| file.rsplit_once('.')).map_or("", |(_, ending)| ending);
        let storable = |c: char| if r#"\/:*?"<>|"#.contains(c) { '_' } else { c };
        let file_name: String = name.chars().map(storable).collect();
        Self {
            href: link::relative(here, path),
            file_name: format!("{file_name}.{ending}"),
            kind_and_size: match size {
                Some(size) => format!("{}，{}", ending.to_uppercase(), in_kilobytes(size)),
                None => ending.to_uppercase(),
            },
        }
    }
}

/// A size for people: `640 B`, `12 KB`, `3.4 MB`.
fn in_kilobytes(bytes: usize) -> String {
    const KB: usize = 1024;
    const MB: usize = KB * KB;
    match bytes {
        ..KB => format!("{bytes} B"),
        KB..MB => format!("{} KB", bytes.div_ceil(KB)),
        _ => format!("{}.{} MB", bytes / MB, bytes % MB * 10 / MB),
    }
}

/// A field of 基本信息.
#[derive(Debug, Serialize)]
pub struct FieldView<'p> {
    /// Its name.
    pub name: Cow<'p, str>,
    /// Its value.
    pub value: String,
}
