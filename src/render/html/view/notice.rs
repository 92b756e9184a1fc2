//! The view of a notice.

use std::borrow::Cow;

use serde::Serialize;

use crate::render::html::pager::Pager;
use crate::render::html::qr::QrView;
use crate::render::html::table::TableView;

/// `notice.html` and `fragment.html`.
#[derive(Debug, Serialize)]
pub struct NoticeView<'p> {
    /// The line above an example.
    pub banner: Option<&'static str>,
    /// The issuing bodies at the beginning of the title; blank if it names none.
    pub issuer: String,
    /// The rest of the title.
    pub title: &'p str,
    /// The lines of the printed title.
    pub lines: Vec<String>,
    /// 有效性 with its day.
    pub validity: Option<String>,
    /// 解读, as HTML.
    pub interpretations: Vec<String>,
    /// 相关链接, as HTML.
    pub related: Vec<String>,
    /// The code of the page's address.
    pub qr_code: Option<QrView>,
    /// 发文字号.
    pub number: Option<&'p str>,
    /// 签发人.
    pub signer: Option<&'p str>,
    /// 主送.
    pub addressee: Option<&'p str>,
    /// 发布日期, `2024-08-01 10:00`.
    pub published: String,
    /// 来源.
    pub source: Cow<'p, str>,
    /// The body, as HTML. Where a table stands in it, its element ends and another begins behind the table (`placed.html`).
    pub body: String,
    /// 发文机关署名, a line each; empty on a page that is only a table.
    pub signature: Vec<&'p str>,
    /// 成文日期, `2024年8月1日`.
    pub dated: String,
    /// 附注, in its brackets.
    pub remark: Option<String>,
    /// 联系人.
    pub contact: Option<&'p str>,
    /// 抄送, in one line.
    pub copies: Option<String>,
    /// 印发机关.
    pub printer: Option<&'p str>,
    /// 印发日期, `2024年8月1日`.
    pub printed: Option<String>,
    /// Whether there is 附件说明: an attachment has a label.
    pub enclosing: bool,
    /// 附件, but for the tables that stand within a paper.
    pub attachments: Vec<AttachmentView<'p>>,
    /// 正文任务: the workbook with the tasks of the body.
    pub inline: Option<Download>,
    /// 正文任务: the tasks of the body as open data.
    pub inline_data: Vec<Download>,
    /// The paper as a Word document.
    pub document: Download,
    /// 进展台账, where there is one.
    pub followed: Option<FollowedView>,
    /// The site's block, where it stands above the paper.
    pub block: Vec<Vec<FieldView<'p>>>,
    /// 基本信息: rows of one or two fields.
    pub disclosure: Vec<Vec<FieldView<'p>>>,
    /// 打印基本信息: whether 基本信息 is on paper, too.
    pub prints_basic: bool,
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
    /// Whether it stands within the text, at `{{责任分解表}}`.
    pub placed: bool,
    /// Whether it is the first in 附件说明.
    pub opens: bool,
    /// 附件, or 附件1, 附件2 where there are several; `None` if it has none and is not in 附件说明.
    pub label: Option<String>,
    /// Number in 附件说明, if there are several attachments: `1. `.
    pub mark: String,
    /// Its name in 附件说明.
    pub name: &'p str,
    /// The title above its text.
    pub title: &'p str,
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
