//! 撤下: a notice that was taken off the site; a short page at its address says so.

use jiff::civil::Date;

use crate::source::{Located, Span};
use crate::text::date::chinese;

/// The withdrawal of a notice.
#[derive(Debug)]
pub struct Withdrawal {
    /// 日期.
    pub day: Located<Date>,
    /// 原因; `None` where it is blank, which is an error.
    pub reason: Option<Located<String>>,
    /// 见: another notice.
    pub see: Option<See>,
    /// The whole record.
    pub span: Span,
}

/// The notice to which a withdrawn one refers.
#[derive(Debug)]
pub struct See {
    /// As written: the way to its folder or `notice.md`.
    pub text: Located<String>,
    /// Its folder below `content/`; `None` if there is no such notice.
    pub path: Option<String>,
}

impl Withdrawal {
    /// The sentence that takes the notice's place.
    #[must_use]
    pub fn statement(&self) -> String {
        format!("本文件已于{}撤下。", chinese(self.day.value))
    }
}
