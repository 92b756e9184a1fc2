//! 基本信息: what the disclosure catalogue says about a notice.
//!
//! The fields of 基层政务公开标准目录 (国办发〔2019〕54号), kept in the order and the words in which they were
//! written; a portal with another block simply has other fields.

use crate::source::Located;

/// The block of fields.
#[derive(Debug, Default)]
pub struct Disclosure {
    /// In the order of writing.
    pub fields: Vec<Field>,
}

/// One field: absent ones are not in the list, a blank one has an empty text, 无 is a text like any other.
#[derive(Debug)]
pub struct Field {
    /// 公开方式, 公开时限 …
    pub name: Located<String>,
    /// What it says.
    pub value: Value,
}

/// What a field says.
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
