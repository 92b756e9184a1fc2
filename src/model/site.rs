//! 本站: the section that is published.

use crate::source::{Located, Span};

/// What `site.yaml` says.
#[derive(Debug)]
pub struct Site {
    /// 名称.
    pub name: Located<String>,
    /// 主办单位.
    pub organiser: Option<Located<String>>,
    /// 承办单位.
    pub operator: Option<Located<String>>,
    /// 联系方式.
    pub contact: Option<Located<String>>,
    /// 网站标识码: six digits of the place and a serial of four.
    pub id_code: Option<Located<String>>,
}

impl Site {
    /// Stands in where there is no `site.yaml`.
    #[must_use]
    pub fn nameless(place: Span) -> Self {
        let name = Located::new(String::new(), place);
        Self { name, organiser: None, operator: None, contact: None, id_code: None }
    }
}
