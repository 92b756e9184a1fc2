//! The file format: one struct per kind of file, its fields named as in the form.
//!
//! Every field may be missing or wrong without the others being lost; what has to be there is asked for in
//! [`lower`](crate::read::lower). A struct knows its keys; an [`Open`] record takes any.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use crate::source::Located;

/// The name under which a [`Field`] asks that mistakes in its value end with it.
pub const FIELD: &str = "$gongkai::Field";

/// Text as written.
pub type Text = Located<String>;

/// A field of a form.
#[derive(Debug, Default)]
pub enum Field<T> {
    /// Not there.
    #[default]
    Absent,
    /// There, but not readable; that has been reported.
    Wrong,
    /// There.
    Given(T),
}

impl<T> Field<T> {
    /// The value, if there is a readable one.
    pub fn given(self) -> Option<T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Absent | Self::Wrong => None,
        }
    }
}

/// Several values, or one; those that cannot be read are reported and left out.
#[derive(Debug)]
pub struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// A record with any keys, in the order of writing.
#[derive(Debug, Default)]
pub struct Open(pub Vec<(Text, Entry)>);

impl Open {
    /// Takes an entry out.
    pub fn take(&mut self, key: &str) -> Option<(Text, Entry)> {
        let at = self.0.iter().position(|(name, _)| name.value == key)?;
        Some(self.0.remove(at))
    }
}

/// A value in an [`Open`] record.
#[derive(Debug, Deserialize)]
pub enum Entry {
    /// One value.
    Text(Text),
    /// Several.
    List(Located<List<Entry>>),
    /// A record within.
    Record(Located<Open>),
}

/// `site.yaml`: 本站.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SiteFile {
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    #[serde(rename = "主办单位")]
    pub organiser: Field<Text>,
    #[serde(rename = "承办单位")]
    pub operator: Field<Text>,
    #[serde(rename = "联系方式")]
    pub contact: Field<Text>,
    #[serde(rename = "网站标识码")]
    pub id_code: Field<Text>,
    #[serde(rename = "规则级别")]
    pub levels: Field<Open>,
    #[serde(rename = "易错词")]
    pub confusions: Field<Open>,
}

/// `offices.yaml`: 机构名录.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct OfficesFile {
    #[serde(rename = "股室")]
    pub offices: Field<List<OfficeEntry>>,
    #[serde(rename = "统称")]
    pub collectives: Field<List<Located<CollectiveRecord>>>,
}

/// An office: its name alone, or a record.
#[derive(Debug, Deserialize)]
pub enum OfficeEntry {
    /// Only the name.
    Text(Text),
    /// With more.
    Record(Located<OfficeRecord>),
}

/// 股室.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct OfficeRecord {
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    #[serde(rename = "别名")]
    pub aliases: Field<List<Text>>,
}

/// 统称.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CollectiveRecord {
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    #[serde(rename = "包括")]
    pub members: Field<List<Text>>,
}

/// `column.yaml`: 栏目.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ColumnFile {
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    #[serde(rename = "说明")]
    pub description: Field<Text>,
}

/// The front matter of `notice.md`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct NoticeFile {
    #[serde(rename = "标题")]
    pub title: Field<Text>,
    #[serde(rename = "发文机关")]
    pub issuer: Field<Text>,
    #[serde(rename = "发文字号")]
    pub number: Field<Text>,
    #[serde(rename = "主送")]
    pub addressee: Field<Text>,
    #[serde(rename = "成文日期")]
    pub dated: Field<Text>,
    #[serde(rename = "发布日期")]
    pub published: Field<Text>,
    #[serde(rename = "附件")]
    pub attachments: Field<List<Located<AttachmentRecord>>>,
    #[serde(rename = "基本信息")]
    pub disclosure: Field<Open>,
    #[serde(rename = "放行")]
    pub accepted: Field<Open>,
}

/// 附件.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AttachmentRecord {
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    #[serde(rename = "表")]
    pub table: Field<Text>,
    #[serde(rename = "文")]
    pub paper: Field<Text>,
    #[serde(rename = "文件")]
    pub file: Field<Text>,
}

/// `tasks.yaml`: 责任分解表. Tasks and measures are open: every column is a key of its own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct TableFile {
    #[serde(rename = "表名")]
    pub name: Field<Text>,
    #[serde(rename = "填报单位")]
    pub reporting_unit: Field<Text>,
    #[serde(rename = "列")]
    pub columns: Field<List<ColumnEntry>>,
    #[serde(rename = "任务")]
    pub tasks: Field<List<Located<Open>>>,
}

/// 列: its name alone, or a record.
#[derive(Debug, Deserialize)]
pub enum ColumnEntry {
    /// Only the name.
    Text(Text),
    /// With more.
    Record(Located<ColumnRecord>),
}

/// 列.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ColumnRecord {
    #[serde(rename = "列")]
    pub name: Field<Text>,
    #[serde(rename = "表头")]
    pub header: Field<Text>,
    #[serde(rename = "类型")]
    pub kind: Field<Text>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple_struct(FIELD, 1, FieldVisitor(PhantomData))
    }
}

/// Receives the value, or nothing where it was refused.
struct FieldVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for FieldVisitor<T> {
    type Value = Field<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut value: A) -> Result<Field<T>, A::Error> {
        Ok(value.next_element()?.map_or(Field::Wrong, Field::Given))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items = Vec::<Field<T>>::deserialize(deserializer)?;
        Ok(Self(items.into_iter().filter_map(Field::given).collect()))
    }
}

impl<'de> Deserialize<'de> for Open {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OpenVisitor)
    }
}

/// Receives keys and values of any name.
struct OpenVisitor;

impl<'de> Visitor<'de> for OpenVisitor {
    type Value = Open;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Open, A::Error> {
        let mut open = Open::default();
        while let Some((key, value)) = entries.next_entry::<Text, Field<Entry>>()? {
            if let Field::Given(value) = value {
                open.0.push((key, value));
            }
        }
        Ok(open)
    }
}
