//! 网页标签: what a page says of itself to inspections and search engines, as 网页设计规范 orders it.

use pulldown_cmark_escape::escape_html;

use crate::model::Project;
use crate::model::column::ColumnId;
use crate::model::site::Site;
use crate::render::html::page::Subject;
use crate::render::routes;
use crate::source::Located;

/// 网站标签, those that have something to say, as HTML.
pub fn site_tags(site: &Site) -> String {
    let mut tags = Tags(String::new());
    tags.text("SiteName", &site.name.value);
    if let Some(address) = &site.address {
        tags.text("SiteDomain", address.host());
    }
    tags.option("SiteIDCode", site.id_code.as_ref());
    tags.0
}

/// 栏目标签, then 内容页标签, those that have something to say, as HTML.
pub fn page_tags(project: &Project, here: &str, subject: &Subject<'_>) -> String {
    let mut tags = Tags(String::with_capacity(1 << 10));
    let site = &project.site;
    match subject {
        Subject::Site => {}
        Subject::List { name, about, .. } => {
            tags.text("ColumnName", name);
            tags.text("ColumnDescription", about);
            tags.text("ColumnKeywords", name);
            tags.text("ColumnType", "信息公开目录");
        }
        Subject::Column(id) => tags.column(project, *id),
        Subject::Notice(notice) => {
            tags.column(project, notice.column);
            tags.text("ArticleTitle", notice.full_title());
            tags.text("PubDate", notice.published.value.to_string());
            tags.text("ContentSource", notice.origin());
            tags.text("Keywords", joined(&notice.keywords));
            tags.option("Author", notice.editor.as_ref());
            tags.option("Description", notice.summary.as_ref());
            tags.url(site, here);
        }
        Subject::Ledger(article) | Subject::InLedger(article) => {
            tags.column(project, article.notice.column);
            tags.text("ArticleTitle", &article.title);
            tags.text("PubDate", article.day.to_string());
            tags.text("ContentSource", article.source.unwrap_or_else(|| article.notice.origin()));
            tags.url(site, here);
        }
    }
    tags.0
}

/// Writes meta tags, a line each; a blank one is none.
struct Tags(String);

impl Tags {
    /// A tag of a name, such as `SiteName`, and what it says.
    fn text(&mut self, name: &str, content: impl AsRef<str>) {
        let content = content.as_ref();
        if !content.trim().is_empty() {
            self.0.extend(["<meta name=\"", name, "\" content=\""]);
            // Writing into memory cannot fail.
            let _ = escape_html(&mut self.0, content);
            self.0.push_str("\">\n");
        }
    }

    fn option(&mut self, name: &str, content: Option<&Located<String>>) {
        if let Some(content) = content {
            self.text(name, &content.value);
        }
    }

    fn url(&mut self, site: &Site, here: &str) {
        if let Some(address) = &site.address {
            self.text("Url", address.of(routes::below_site(here)));
        }
    }

    fn column(&mut self, project: &Project, id: ColumnId) {
        let column = project.column(id);
        self.text("ColumnName", &column.name.value);
        self.option("ColumnDescription", column.description.as_ref());
        let keywords = if column.keywords.is_empty() {
            let names: Vec<&str> =
                project.trail(id).into_iter().map(|column| column.name.value.as_str()).collect();
            names.join(",")
        } else {
            joined(&column.keywords)
        };
        self.text("ColumnKeywords", keywords);
        self.text("ColumnType", column.kind.as_ref().map_or(&column.name.value, |kind| &kind.value));
    }
}

fn joined(words: &[Located<String>]) -> String {
    words.iter().map(|word| word.value.as_str()).collect::<Vec<_>>().join(",")
}
