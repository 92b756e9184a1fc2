//! 年度总结: what an office says about its year, signed by its head and the leader in charge.

use jiff::civil::Date;

use crate::model::office::Owner;
use crate::model::paper::Paper;
use crate::source::{Located, Span};
use crate::text::date::Moment;

/// One office's summary of one year.
#[derive(Debug)]
pub struct YearSummary {
    /// Its path below the notice's `summary/`, with `/` and without `.md`; also its page's address there.
    pub name: String,
    /// 股室.
    pub office: Owner,
    /// 年度; `None` when it could not be read (an error then).
    pub year: Option<Located<i16>>,
    /// 日期: when it was written, if that is said.
    pub written: Option<Located<Date>>,
    /// 公开: whether it was marked public, and 进展公开 allows it. See [`YearSummary::is_published`].
    pub public: bool,
    /// 示例: whether it, or its notice, is an example.
    pub example: bool,
    /// 发布日期: when it went public, if that was written.
    pub published: Option<Located<Moment>>,
    /// 签字. The names are internal; a page says that it is signed, and when.
    pub signing: Signing,
    /// The words of the summary.
    pub body: Paper,
    /// The beginning of its file.
    pub span: Span,
}

/// 签字: who signed and when, as far as it was filled in.
#[derive(Debug, Default)]
pub struct Signing {
    /// 股室负责人.
    pub head: Option<Located<String>>,
    /// 分管领导.
    pub leader: Option<Located<String>>,
    /// 日期.
    pub day: Option<Located<Date>>,
}

impl Signing {
    /// The words for what is still to be filled in; none when it is signed.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        let blank =
            |name: &Option<Located<String>>| name.as_ref().is_none_or(|name| name.value.trim().is_empty());
        let parts = [
            ("股室负责人", blank(&self.head)),
            ("分管领导", blank(&self.leader)),
            ("日期", self.day.is_none()),
        ];
        parts.into_iter().filter(|(_, missing)| *missing).map(|(word, _)| word).collect()
    }
}

impl YearSummary {
    /// Whether both have signed, with the day.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.signing.missing().is_empty()
    }

    /// Whether both had signed by the end of a day.
    #[must_use]
    pub fn was_signed_by(&self, today: Date) -> bool {
        self.is_signed() && self.signing.day.as_ref().is_some_and(|day| day.value <= today)
    }

    /// Whether it was written by the end of a day, as far as that is said.
    #[must_use]
    pub fn was_written_by(&self, today: Date) -> bool {
        self.written.as_ref().is_none_or(|day| day.value <= today)
    }

    /// Whether the public reads it on a day: marked public, signed by then, and not to be published later.
    #[must_use]
    pub fn is_published(&self, today: Date) -> bool {
        let is_out = self.published.as_ref().is_none_or(|moment| moment.value.day <= today);
        self.public && self.was_signed_by(today) && is_out
    }
}
