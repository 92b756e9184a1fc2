//! The data of the search page: the list of notices, an index of pairs of characters, and the words of each notice, as
//! scripts, because a page can load scripts from a folder on disk, too.
//!
//! A query loads the list, the files of its pairs and the words of the notices that it shows. The data has the texts that
//! are public on the day only ([`texts_on`](Notice::texts_on)).

mod fold;
mod hits;
mod index;
pub mod joined;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::error::Error;
use crate::model::Project;
use crate::model::fixed_place::SitePage;
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::section::{Section, SectionId};
use crate::render::search::hits::{Count, Hits, hits};
use crate::render::search::index::Index;
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::link;

/// Words of the field that mean the same; who looks for one finds the others, too.
const ALIKE: [&[&str]; 6] = [
    &["完成时限", "完成期限", "办结期限", "截止日期"],
    &["责任股室", "责任科室", "责任单位"],
    &["牵头", "主办"],
    &["配合", "协办"],
    &["进展", "进度"],
    &["隐患排查", "隐患检查"],
];

/// The list of notices, the index and the words; nothing if the page searches by Pagefind.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    if !edition.is_searched() {
        return Ok(Vec::new());
    }
    let project = edition.project;
    // Oldest first, so that a new notice changes no other's number.
    let notices = edition.browse_index.newest.iter().rev().copied().map(Searched::Notice);
    let papers: Vec<Searched<'_>> = project.site.pages().map(Searched::Page).chain(notices).collect();
    let Index { files, counts } = Index::new(&papers, index::STEP, |paper| paper.hits(project));
    let list = list(project, &papers, &counts, files.len());
    let mut artifacts = vec![made(routes::SEARCH_DATA, list)?];
    for (n, file) in files.into_iter().enumerate() {
        artifacts
            .push(made(&routes::search_index(n), format!("gongkaiSearch.index[{n}]={};\n", json(&file)))?);
    }
    // The words are found once more when a file is made: kept until then, those of all notices would stay in memory.
    for (n, paper) in papers.into_iter().enumerate() {
        let path = OutputPath::new(&routes::search_words(n))?;
        artifacts.push(Artifact::new(path, move || Ok(paper.words(project, n))));
    }
    Ok(artifacts)
}

/// A file whose text is there.
fn made<'e>(path: &str, text: String) -> Result<Artifact<'e>, Error> {
    Ok(Artifact::new(OutputPath::new(path)?, move || Ok(text.clone().into_bytes())))
}

/// `search-data.js`: a line for each notice, so that a diff shows the changed notice.
fn list(project: &Project, papers: &[Searched<'_>], counts: &[Count], files: usize) -> String {
    let sections = project.sections_with_ids().map(|(id, _)| Section::joined(&project.trail(id)));
    let sections: Vec<String> = sections.chain([PLACES.to_owned()]).collect();
    let offices: Vec<&str> =
        project.register.offices.iter().map(|office| office.name.value.as_str()).collect();
    let listed = papers.iter().zip(counts).map(|(paper, count)| json(&paper.listed(project, *count)));
    format!(
        "var gongkaiSearch={{\"files\":{files},\"step\":{},\"columns\":{},\"offices\":{},\"alike\":{},\"simple\":{},\"index\":{{}},\"words\":{{}},\"notices\":[\n{}\n]}};\n",
        index::STEP,
        json(&sections),
        json(&offices),
        json(&alike(project)),
        json(&fold::pairs()),
        listed.collect::<Vec<_>>().join(",\n"),
    )
}

/// The name that stands for the section of a page of 固定栏目, behind those of all sections.
const PLACES: &str = "固定栏目";

/// A notice, or a page of 固定栏目.
#[derive(Clone, Copy)]
enum Searched<'p> {
    Notice(&'p Notice),
    Page(&'p SitePage),
}

impl Searched<'_> {
    fn hits(self, project: &Project) -> Hits {
        match self {
            Self::Notice(notice) => hits(project, notice),
            Self::Page(page) => hits::of_page(page),
        }
    }

    /// The year of 发布日期, the numbers of the section and of the offices, how many hits it has, and how many of them,
    /// behind its name, are items.
    fn listed(self, project: &Project, count: Count) -> (i16, SectionId, BTreeSet<OfficeId>, usize, usize) {
        let (day, section, offices) = match self {
            Self::Notice(notice) => {
                (Some(notice.published.value), notice.section, notice.offices(&project.register))
            }
            Self::Page(page) => {
                let day = page.published.as_ref().map(|moment| moment.value);
                (day, SectionId(project.sections.len()), BTreeSet::new())
            }
        };
        (day.map_or(0, |moment| moment.day.year()), section, offices, count.all, count.items)
    }

    /// `search-words-1.js` …: name, folder and 发布日期, and the hits, each with name, page and text.
    fn words(self, project: &Project, n: usize) -> Vec<u8> {
        let hits = self.hits(project).list;
        let hits: Vec<_> = hits.iter().map(|one| json(&(&one.label, &one.address, &one.text))).collect();
        let (name, page, day) = match self {
            Self::Notice(notice) => {
                (notice.full_title(), routes::notice(notice), Some(notice.published.value))
            }
            Self::Page(page) => {
                let day = page.published.as_ref().map(|moment| moment.value);
                (page.title.value.clone(), routes::site_page(page), day)
            }
        };
        let page = link::relative(routes::SEARCH, &page);
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let about = json(&(name, folder, day.map_or_else(String::new, |moment| moment.day.to_string())));
        let about = about.trim_end_matches(']');
        format!("gongkaiSearch.words[{n}]={about},[\n{}\n]];\n", hits.join(",\n")).into_bytes()
    }
}

/// Words that mean the same: those of the field, and each office's name with its 别名.
fn alike(project: &Project) -> Vec<Vec<&str>> {
    let of_field = ALIKE.iter().map(|words| words.to_vec());
    let named = project.register.offices.iter().filter(|office| !office.aliases.is_empty());
    let of_offices = named.map(|office| {
        std::iter::once(&office.name).chain(&office.aliases).map(|name| name.value.as_str()).collect()
    });
    of_field.chain(of_offices).collect()
}

fn json(value: &impl Serialize) -> String {
    // Texts and numbers cannot fail to be written.
    serde_json::to_string(value).unwrap_or_default()
}
