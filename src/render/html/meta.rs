//! 网页标签: the meta tags that 网页设计规范 requires, for inspections and search engines.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::paper::Paper;
use crate::model::section::{Section, SectionId};
use crate::model::site::Site;
use crate::render::html::subject::Subject;
use crate::render::routes;
use crate::source::Located;

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

/// Maximum number of characters of a description that is the beginning of a paper: what search engines show.
const WORDS: usize = 120;

/// The beginning of a paper's text.
pub fn beginning(paper: &Paper) -> String {
    let start = paper.beginning(WORDS);
    format!("{}{}", start.words, if start.more { "……" } else { "" })
}

/// Keywords of a page: its own, or those of its section.
fn keywords<'p>(project: &'p Project, subject: &Subject<'p>) -> Cow<'p, str> {
    match subject {
        Subject::Site => project.site.name.value.as_str().into(),
        Subject::List(list) => list.name.clone(),
        Subject::Page(page) => page.title.value.as_str().into(),
        Subject::Section(id) | Subject::InSection(id) => section_keywords(project, *id).into(),
        Subject::Notice(notice) | Subject::Withdrawn(notice, _) => notice_keywords(project, notice).into(),
        Subject::Ledger(article) | Subject::InLedger(article) => {
            notice_keywords(project, article.notice).into()
        }
    }
}

fn notice_keywords(project: &Project, notice: &Notice) -> String {
    if notice.keywords.is_empty() {
        section_keywords(project, notice.section)
    } else {
        joined(&notice.keywords)
    }
}

/// The words of a section: 关键词, or the names on the way to it.
fn section_keywords(project: &Project, id: SectionId) -> String {
    let section = project.section(id);
    if !section.keywords.is_empty() {
        return joined(&section.keywords);
    }
    let names: Vec<&str> = project.trail(id).into_iter().map(|section| section.name.value.as_str()).collect();
    names.join(",")
}

/// The description of a page: 说明, 内容概述, or the words with which its text begins.
pub fn description<'p>(project: &'p Project, subject: &Subject<'p>) -> Cow<'p, str> {
    match subject {
        Subject::Site => {
            let top = project.sections.iter().filter(|section| section.parent.is_none());
            let names: Vec<&str> = top.map(|section| section.name.value.as_str()).collect();
            let colon = if names.is_empty() { "" } else { "：" };
            format!("{}{colon}{}", project.site.name.value, names.join("、")).into()
        }
        Subject::List(list) => list.about.clone(),
        Subject::Page(page) => beginning(&page.body).into(),
        Subject::Section(id) | Subject::InSection(id) => match &project.section(*id).description {
            Some(text) => text.value.as_str().into(),
            None => Section::joined(&project.trail(*id)).into(),
        },
        Subject::Notice(notice) => match &notice.summary {
            Some(text) => text.value.as_str().into(),
            None => beginning(&notice.body).into(),
        },
        Subject::Withdrawn(_, withdrawal) => withdrawal.statement().into(),
        Subject::Ledger(article) | Subject::InLedger(article) => article.about.clone(),
    }
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

fn joined(words: &[Located<String>]) -> String {
    words.iter().map(|word| word.value.as_str()).collect::<Vec<_>>().join(",")
}
