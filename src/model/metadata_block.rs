//! The block of fields that a portal shows with a notice: the names of 元数据, each with its value.
//!
//! A value that the notice has already is not written twice: 索引号, 名称, 发布机构 and so on are taken from its own
//! fields, under whatever name the portal has for them. A field of that name in 基本信息 wins, and the other fields of
//! 基本信息 follow behind.

use std::borrow::Cow;

use crate::model::Project;
use crate::model::disclosure::Value;
use crate::model::metadata::{Absent, Own, plain};
use crate::model::notice::Notice;
use crate::source::Located;

/// A field that is filled in: its name and its value.
pub type Filled<'p> = (&'p str, Cow<'p, str>);

impl Project {
    /// The block of a notice, in the order of the names.
    #[must_use]
    pub fn metadata<'p>(&'p self, notice: &'p Notice) -> Vec<Filled<'p>> {
        let chosen = &self.site.metadata;
        let field = |name: &'p Located<String>| {
            let name = name.value.as_str();
            let value = disclosure_value(notice, name).or_else(|| self.known(notice, name));
            let value = match (value, chosen.absent) {
                (Some(value), _) => value,
                (None, Absent::Blank) => "".into(),
                (None, Absent::Nil) => "无".into(),
                (None, Absent::Hidden) => return None,
            };
            Some((name, value))
        };
        chosen.names.iter().filter_map(field).collect()
    }

    /// The value of a notice's own field under a portal's name for it.
    fn known<'p>(&'p self, notice: &'p Notice, name: &str) -> Option<Cow<'p, str>> {
        let text = |text: &'p Option<Located<String>>| text.as_ref().map(|text| text.value.as_str().into());
        match Own::of_name(name)? {
            Own::Index => self.index_number(notice),
            Own::Title => Some(notice.full_title().into()),
            Own::Issuer => Some(notice.issuer()),
            Own::Number => text(&notice.number),
            Own::Dated => Some(notice.dated.value.to_string().into()),
            Own::Published => Some(notice.published.value.day.to_string().into()),
            Own::Minute => Some(notice.published.value.to_string().into()),
            Own::Keywords => joined(notice.keywords.iter(), "，"),
            Own::Summary => text(&notice.summary),
            Own::Origin => Some(notice.origin()),
            Own::Editor => text(&notice.editor),
            Own::Trail => joined(self.trail(notice.section).iter().map(|section| &section.name), " > "),
        }
    }
}

/// The value in 基本信息 under a name.
fn disclosure_value<'p>(notice: &'p Notice, name: &str) -> Option<Cow<'p, str>> {
    let name = plain(name);
    let field = notice.disclosure.fields.iter().find(|field| plain(&field.name.value) == name)?;
    match &field.value {
        Value::Texts(texts) => Some(joined(texts.iter(), "，").unwrap_or_default()),
        // Levels are shown with their channels, which no cell of the block holds.
        Value::Levels(_) => None,
    }
}

fn joined<'p>(texts: impl Iterator<Item = &'p Located<String>>, between: &str) -> Option<Cow<'p, str>> {
    let texts: Vec<&str> = texts.map(|text| text.value.as_str()).collect();
    (!texts.is_empty()).then(|| texts.join(between).into())
}
