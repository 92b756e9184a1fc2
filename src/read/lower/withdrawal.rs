//! 撤下 becomes a withdrawal; withdrawn notices leave what is built.

use crate::model::withdrawal::{See, Withdrawal};
use crate::read::form::notice::WithdrawalRecord;
use crate::read::lower::Lower;
use crate::read::lower::paths::resolved;
use crate::read::yaml::field::{Field, Text};
use crate::source::Located;
use crate::text::date;

impl Lower<'_> {
    /// 撤下 of the notice in a folder. Without a readable 日期, which is an error, nothing is withdrawn.
    pub(super) fn withdrawal(
        &self,
        field: Field<Located<WithdrawalRecord>>,
        folder: &str,
    ) -> Option<Withdrawal> {
        let Located { value: record, span, .. } = field.given()?;
        let day = self.moment(record.day, "日期", span, date::parse, "2024-10-08");
        let said = |field: Field<Text>| field.given().filter(|text| !text.value.trim().is_empty());
        let (reason, see) = (said(record.reason), said(record.see).map(|text| self.see(text, folder)));
        Some(Withdrawal { day: day?, reason, see, span })
    }

    /// Another notice, by the way from this one's folder, or else from `content/`.
    fn see(&self, text: Text, folder: &str) -> See {
        let written = text.value.trim().replace('\\', "/");
        let written = written.trim_end_matches('/').trim_end_matches("/notice.md");
        let paths = [folder, ""].into_iter().filter_map(|from| resolved(from, written));
        let mut paths = paths.map(|path| path.trim_start_matches('/').to_owned());
        let path = paths.find(|path| self.content.texts.contains_key(&format!("{path}/notice.md")));
        See { text, path }
    }
}
