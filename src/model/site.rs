//! 本站: the section that is published.

use crate::model::progress::Statuses;
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
    /// 规则级别: codes, each with the level that the project gives it, as written.
    pub levels: Vec<(Located<String>, Located<String>)>,
    /// 易错词: words that are often mistyped, each with the right one, besides those that every project knows.
    pub confusions: Vec<(Located<String>, Located<String>)>,
    /// 进展状态: the words for how far an item is.
    pub statuses: Statuses,
}

impl Site {
    /// Stands in where there is no `site.yaml`.
    #[must_use]
    pub fn nameless(place: Span) -> Self {
        let name = Located::new(String::new(), place);
        Self {
            name,
            organiser: None,
            operator: None,
            contact: None,
            id_code: None,
            levels: Vec::new(),
            confusions: Vec::new(),
            statuses: Statuses::usual(place),
        }
    }
}
