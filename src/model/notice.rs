//! 公开事项: one official paper with its attachments, as disclosed.

mod contents;
mod days;

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::attachment::{Attachment, AttachmentId};
use crate::model::cadence::Cadence;
use crate::model::disclosure::Disclosure;
use crate::model::imprint::Imprint;
use crate::model::paper::Paper;
use crate::model::progress::Note;
use crate::model::related::Related;
use crate::model::roster::Roster;
use crate::model::section::SectionId;
use crate::model::shown_progress::ShownProgress;
use crate::model::summary::YearSummary;
use crate::model::table::Table;
use crate::model::tables::Tables;
use crate::model::validity::Validity;
use crate::model::withdrawal::Withdrawal;
use crate::source::{FileId, Located};
use crate::text::date::Moment;

/// One notice.
#[derive(Debug)]
pub struct Notice {
    /// Path of the folder below `content/`, with `/`; also the address.
    pub path: String,
    /// The section.
    pub section: SectionId,
    /// 标题, as written; without it the lines of 完整标题 in one.
    pub title: Located<String>,
    /// 完整标题: the lines of the printed title, exactly; empty if the title is made from 发文机关 and 标题.
    pub title_lines: Vec<Located<String>>,
    /// 发文机关: one, or several of a joint paper (联合行文); never empty.
    pub issuers: Vec<Located<String>>,
    /// 体裁.
    pub layout: Layout,
    /// 发文字号.
    pub number: Option<Located<String>>,
    /// 索引号 as written; `None` if it is made by the site's pattern.
    pub index: Option<Located<String>>,
    /// 流水号, for the site's pattern of 索引号.
    pub running: Option<Located<String>>,
    /// 主送.
    pub addressee: Option<Located<String>>,
    /// 公开: whether it is meant for the public; a draft is not. See [`Notice::is_held_back`].
    pub public: bool,
    /// 示例: whether it, or the whole site, is an example, and no paper of anybody.
    pub example: bool,
    /// 来源: the first publisher, if not the issuing body.
    pub source: Option<Located<String>>,
    /// 内容概述: a sentence or two.
    pub summary: Option<Located<String>>,
    /// 关键词.
    pub keywords: Vec<Located<String>>,
    /// 责任编辑.
    pub editor: Option<Located<String>>,
    /// 有效性, where the bureau says it.
    pub validity: Option<Validity>,
    /// 解读.
    pub interpretations: Vec<Related>,
    /// 相关链接.
    pub related: Vec<Related>,
    /// 签发人、附注、版记.
    pub imprint: Imprint,
    /// 成文日期.
    pub dated: Located<Date>,
    /// 发布日期.
    pub published: Located<Moment>,
    /// 正文.
    pub body: Paper,
    /// 附件, in order.
    pub attachments: Vec<Attachment>,
    /// 正文任务: tasks in the body, with their offices, that are in no attached table.
    pub inline: Option<Table>,
    /// Whether a table or paper that it names could not be read, which has been reported.
    pub lacks_files: bool,
    /// 基本信息.
    pub disclosure: Disclosure,
    /// 放行: accepted findings.
    pub accepted: Vec<Acceptance>,
    /// 名单报送: the last day for naming 责任人 and 联络人.
    pub roster_due: Option<Located<Date>>,
    /// 总结报送: the last day for the signed summaries of a year.
    pub summary_due: Option<Located<Date>>,
    /// 报送周期.
    pub cadence: Option<Located<Cadence>>,
    /// 进展公开: its own choice, or else the site's.
    pub shown_progress: ShownProgress,
    /// 办结: the day on which the year's work was closed.
    pub closed: Option<Located<Date>>,
    /// 撤下: its withdrawal from the site.
    pub withdrawal: Option<Withdrawal>,
    /// 进展, public and internal ones, by day and name.
    pub notes: Vec<Note>,
    /// 责任人、联络人名单; internal.
    pub roster: Option<Roster>,
    /// 年度总结, public and internal ones, by name.
    pub summaries: Vec<YearSummary>,
    /// The files that the notice was read from.
    pub sources: BTreeSet<FileId>,
}

/// 体裁: the parts that a notice's page has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// 公文: a paper with its signature and attachments.
    #[default]
    Paper,
    /// 表格: a page that is only a table, or several, below the title.
    Table,
}

impl Layout {
    /// The words for 体裁.
    pub const WORDS: [(&str, Self); 2] = [("公文", Self::Paper), ("表格", Self::Table)];
}

/// 放行: an accepted code, with the reason.
#[derive(Debug)]
pub struct Acceptance {
    /// `D002`.
    pub code: Located<String>,
    /// The reason.
    pub reason: Located<String>,
}

impl Notice {
    /// Whether the notice was read from a file.
    #[must_use]
    pub fn owns(&self, file: FileId) -> bool {
        self.sources.contains(&file)
    }

    /// Whether a path below `content/` is that of the notice's folder, or of something in it.
    #[must_use]
    pub fn has_in_its_folder(&self, path: &str) -> bool {
        path.strip_prefix(&self.path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// 附件, in order, with their ids.
    pub fn attachments_with_ids(&self) -> impl Iterator<Item = (AttachmentId, &Attachment)> {
        AttachmentId::all(&self.attachments).zip(&self.attachments)
    }

    /// The attachment with an id of this notice.
    #[must_use]
    pub fn attachment(&self, id: AttachmentId) -> &Attachment {
        id.of(&self.attachments)
    }

    /// The label above an attachment: 附件, or 附件1, 附件2 … if there are several (GB/T 9704-2012 7.3.7); `None` if it
    /// has none (附件标识).
    #[must_use]
    pub fn attachment_label(&self, id: AttachmentId) -> Option<String> {
        let number = self.attachment_number(id)?;
        Some(if self.numbers_attachments() { format!("附件{number}") } else { "附件".to_owned() })
    }

    /// The printed number of an attachment, from 1, counted over those that have a label; `None` for others.
    #[must_use]
    pub fn attachment_number(&self, id: AttachmentId) -> Option<usize> {
        self.all_tables().number_of(id)
    }

    /// Whether several attachments have a label, so that they are numbered.
    #[must_use]
    pub fn numbers_attachments(&self) -> bool {
        self.attachments.iter().filter(|attachment| attachment.labelled).count() > 1
    }

    /// 来源, or else the issuing bodies.
    #[must_use]
    pub fn origin(&self) -> Cow<'_, str> {
        self.source.as_ref().map_or_else(|| self.issuer(), |source| source.value.as_str().into())
    }

    fn all_tables(&self) -> Tables<'_> {
        Tables { attachments: &self.attachments, inline: self.inline.as_ref() }
    }
}
