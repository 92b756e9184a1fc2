//! 网页标签: the meta tags that 网页设计规范 requires, for inspections and search engines.

mod words;

use std::borrow::Cow;

use serde::Serialize;

use crate::model::Project;
use crate::model::section::SectionId;
use crate::model::site::Site;
use crate::render::html::meta::words::{keywords, section_keywords};
use crate::render::html::subject::Subject;
use crate::render::routes;
use crate::source::Located;

pub use words::{beginning, description};

/// A meta tag.
#[derive(Debug, Serialize)]
pub struct Meta<'p> {
    /// `SiteName`.
    name: &'static str,
    /// Its value, never blank.
    content: Cow<'p, str>,
}

/// 网站标签 that have a value.
pub fn site_tags(site: &Site) -> Vec<Meta<'_>> {
    let mut tags = Tags(Vec::new());
    tags.text("SiteName", &site.name.value);
    if let Some(address) = &site.address {
        tags.text("SiteDomain", address.host());
    }
    tags.option("SiteIDCode", site.id_code.as_ref());
    tags.0
}

/// 栏目标签, then 内容页标签, without blank ones.
pub fn page_tags<'p>(project: &'p Project, here: &str, subject: &Subject<'p>) -> Vec<Meta<'p>> {
    let mut tags = Tags(Vec::new());
    let site = &project.site;
    match subject {
        Subject::List(list) if list.is_column => {
            tags.text("ColumnName", list.name.clone());
            tags.text("ColumnDescription", list.about.clone());
            tags.text("ColumnKeywords", list.name.clone());
            tags.text("ColumnType", "信息公开目录");
        }
        Subject::Page(page) => {
            tags.text("ColumnName", page.title.value.as_str());
            tags.text("ColumnDescription", beginning(&page.body));
            tags.text("ColumnKeywords", page.title.value.as_str());
            tags.text("ColumnType", page.title.value.as_str());
        }
        Subject::Site | Subject::List(_) => {}
        Subject::Section(id) | Subject::InSection(id) => tags.section(project, *id),
        Subject::Notice(notice) => {
            tags.section(project, notice.section);
            tags.text("ArticleTitle", notice.full_title());
            tags.text("PubDate", notice.published.value.to_string());
            tags.text("ContentSource", notice.origin());
            tags.option("Author", notice.editor.as_ref());
        }
        Subject::Withdrawn(notice, withdrawal) => {
            tags.section(project, notice.section);
            tags.text("ArticleTitle", notice.full_title());
            tags.text("PubDate", withdrawal.day.value.to_string());
            tags.text("ContentSource", notice.issuer());
        }
        Subject::Ledger(article) | Subject::InLedger(article) => {
            tags.section(project, article.notice.section);
            tags.text("ArticleTitle", article.title.clone());
            if let Some(published) = article.published {
                tags.text("PubDate", published.to_string());
            }
            tags.text("ContentSource", article.source.map_or_else(|| article.notice.origin(), Cow::from));
        }
    }
    tags.text("Keywords", keywords(project, subject));
    tags.text("Description", description(project, subject));
    if subject.notice().is_some() {
        tags.url(site, here);
    }
    tags.0
}

/// Gathers meta tags and leaves out blank ones.
struct Tags<'p>(Vec<Meta<'p>>);

impl<'p> Tags<'p> {
    fn text(&mut self, name: &'static str, content: impl Into<Cow<'p, str>>) {
        let content = content.into();
        if !content.trim().is_empty() {
            self.0.push(Meta { name, content });
        }
    }

    fn option(&mut self, name: &'static str, content: Option<&'p Located<String>>) {
        if let Some(content) = content {
            self.text(name, &content.value);
        }
    }

    fn url(&mut self, site: &Site, here: &str) {
        if let Some(address) = &site.address {
            self.text("Url", address.of(routes::below_site(here)));
        }
    }

    fn section(&mut self, project: &'p Project, id: SectionId) {
        let section = project.section(id);
        self.text("ColumnName", &section.name.value);
        self.option("ColumnDescription", section.description.as_ref());
        self.text("ColumnKeywords", section_keywords(project, id));
        self.text("ColumnType", section.kind.as_ref().map_or(&section.name.value, |kind| &kind.value));
    }
}
