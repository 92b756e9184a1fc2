//! Where everything is published: the one place that knows the addresses of the site.

use crate::model::column::Column;
use crate::model::notice::{Notice, PublishedFile};

/// The home page.
pub const HOME: &str = "site/index.html";
/// The page for addresses that do not exist.
pub const NOT_FOUND: &str = "site/404.html";
/// The one stylesheet.
pub const STYLE: &str = "site/assets/style.css";

/// A column's page.
pub fn column(column: &Column) -> String {
    format!("site/{}/index.html", column.path)
}

/// A notice's page.
pub fn notice(notice: &Notice) -> String {
    format!("site/{}/index.html", notice.path)
}

/// The workbook with a notice's tables.
pub fn workbook(notice: &Notice) -> String {
    format!("site/{}/zeren-fenjie-biao.xlsx", notice.path)
}

/// A file that a notice publishes as it is.
pub fn file(notice: &Notice, file: &PublishedFile) -> String {
    format!("site/{}/{}", notice.path, file.path)
}
