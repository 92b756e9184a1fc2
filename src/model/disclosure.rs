//! 基本信息: the fields of the disclosure catalogue for a notice.
//!
//! Usually those of 基层政务公开标准目录 (国办发〔2019〕54号), in the order and words as written; portals with another
//! template have other fields.

use crate::source::Located;

/// Names of fields for the secrecy of a paper, which is not published then (GB/T 9704-2012 7.2.2).
pub const SECRECY: [&str; 4] = ["密级", "秘密等级", "保密期限", "密级和保密期限"];

/// The block of fields.
#[derive(Debug, Default)]
pub struct Disclosure {
    /// In the order of writing.
    pub fields: Vec<Field>,
}

/// A field. Absent fields are not in the list; a blank field has an empty text; 无 is a text like any other.
#[derive(Debug)]
pub struct Field {
    /// 公开方式, 公开时限 …
    pub name: Located<String>,
    /// The value.
    pub value: Value,
}

/// The value of a field.
#[derive(Debug)]
pub enum Value {
    /// One text, or several entries.
    Texts(Vec<Located<String>>),
    /// 公开层级, each with its channels.
    Levels(Vec<Level>),
}

/// 公开层级: 县级; 乡、村级.
#[derive(Debug)]
pub struct Level {
    /// 层级.
    pub name: Located<String>,
    /// 公开渠道和载体.
    pub channels: Vec<Located<String>>,
}

impl Disclosure {
    /// The first text of a field.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&Located<String>> {
        let field = self.fields.iter().find(|field| field.name.value == name)?;
        match &field.value {
            Value::Texts(texts) => texts.first(),
            Value::Levels(_) => None,
        }
    }
}
