//! The identity of a row, in a hidden cell.

use serde_json::Value as Json;

use crate::model::item::Entry;
use crate::model::notice::Notice;

/// Version of the format of identities.
pub const VERSION: u64 = 1;

/// Prefix of every identity.
const MARK: &str = "gongkai-handout";

/// Stable id of a handout row, independent of its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Path of the notice's folder below `content/`.
    pub notice: String,
    /// 事项, as a progress note writes it.
    pub item: String,
    /// The office's name.
    pub office: String,
}

/// The result of reading a cell as an identity.
#[derive(Debug, PartialEq, Eq)]
pub enum Mark {
    /// The heading of the column of identities.
    Head,
    /// A row's identity.
    Row(Identity),
    /// An identity of another version.
    OtherVersion,
    /// A damaged identity.
    Broken,
}

impl Identity {
    /// The identity of an entry for an office: by 代号, which is independent of the position, or else by position.
    #[must_use]
    pub fn of(notice: &Notice, entry: &Entry<'_>, office: &str) -> Self {
        let id =
            entry.measure.map_or(&entry.task.id, |measure| &measure.id).as_ref().map(|id| id.value.trim());
        let own = id.filter(|id| notice.item(id) == Some(entry.item));
        let item = own.map_or_else(|| notice.item_words(entry.item), str::to_owned);
        Self { notice: notice.path.clone(), item, office: office.to_owned() }
    }

    /// The text of the hidden cell.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::json!([MARK, VERSION, self.notice, self.item, self.office]).to_string()
    }
}

impl Mark {
    /// The heading of the hidden column.
    #[must_use]
    pub fn head() -> String {
        serde_json::json!([MARK, VERSION]).to_string()
    }

    /// Parses a cell; `None` if it is not an identity.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if !text.contains(MARK) {
            return None;
        }
        let parts: Vec<Json> = serde_json::from_str(text).unwrap_or_default();
        let word = |i: usize| parts.get(i).and_then(Json::as_str).map(str::to_owned);
        if word(0).as_deref() != Some(MARK) {
            return Some(Self::Broken);
        }
        if parts.get(1).and_then(Json::as_u64) != Some(VERSION) {
            return Some(Self::OtherVersion);
        }
        Some(match (parts.len(), word(2), word(3), word(4)) {
            (2, ..) => Self::Head,
            (5, Some(notice), Some(item), Some(office)) => Self::Row(Identity { notice, item, office }),
            _ => Self::Broken,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_survives_being_written() {
        let identity = Identity {
            notice: "栏目/通\"知".to_owned(),
            item: "附件2 1.2".to_owned(),
            office: "=A\\股,\"]".to_owned(),
        };
        assert_eq!(Mark::parse(&identity.text()), Some(Mark::Row(identity)));
        assert_eq!(Mark::parse(&Mark::head()), Some(Mark::Head));
        assert_eq!(Mark::parse("[\"gongkai-handout\",2]"), Some(Mark::OtherVersion));
        assert_eq!(Mark::parse("[\"gongkai-handout\",1,\"x\"]"), Some(Mark::Broken));
        assert_eq!(Mark::parse("[\"gongkai-handout\",1,\"x"), Some(Mark::Broken));
        assert_eq!(Mark::parse("危化股"), None);
    }
}
