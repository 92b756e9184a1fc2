//! 索引号: the number of a notice in the catalogue, written in the notice or generated from the site's pattern.
//!
//! 流水号 is written in the notice and never counted: a number derived from the order of notices would change for all
//! later notices when an older one is added, but published numbers must stay. Patterns as portals have them:
//! `11341729003257952H/{年}{月}-{流水号5}`, `6735597301/{年}-{流水号}`, `330200-01-{栏目}-{年}{月}{日}-{流水号3}`.

mod pattern;

use std::borrow::Cow;

use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::section::SectionId;
use crate::source::Located;

pub use pattern::{Lack, Pattern, Slip, SlipKind};

impl Project {
    /// 索引号 of a notice: its own, from its fields or 基本信息, or else generated from the site's pattern.
    #[must_use]
    pub fn index_number<'p>(&'p self, notice: &'p Notice) -> Option<Cow<'p, str>> {
        if let Some(own) = notice.own_index() {
            return Some(own.value.as_str().into());
        }
        let pattern = Pattern::parse(&self.site.index.as_ref()?.value).ok()?;
        self.made_index(&pattern, notice).ok().map(Cow::from)
    }

    /// 索引号 of a notice, generated from a pattern.
    ///
    /// # Errors
    ///
    /// The part that the pattern needs and the notice or its section lacks.
    pub fn made_index(&self, pattern: &Pattern<'_>, notice: &Notice) -> Result<String, Lack> {
        let code = self.code(notice.section).map(|code| code.value.trim());
        pattern.fill(notice.dated.value, code, notice.running_number())
    }

    /// 代码 of a section, inherited from the sections around it.
    #[must_use]
    pub fn code(&self, section: SectionId) -> Option<&Located<String>> {
        let mut codes = self.trail(section).into_iter().rev().filter_map(|section| section.code.as_ref());
        codes.find(|code| !code.value.trim().is_empty())
    }
}

impl Notice {
    /// 索引号 written in the notice.
    #[must_use]
    pub fn own_index(&self) -> Option<&Located<String>> {
        self.index.as_ref().or_else(|| self.disclosure.text("索引号"))
    }

    /// 流水号, if it is numeric.
    #[must_use]
    pub fn running_number(&self) -> Option<&str> {
        let text = self.running.as_ref()?.value.trim();
        let is_number = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then_some(text)
    }
}
