//! The data of the search page: the list of notices and the words of each, as scripts, because a page can load scripts
//! from a folder on disk, too.
//!
//! The data has the texts that are public on the day only ([`texts_on`](Notice::texts_on)). The words are divided into
//! parts, oldest notices first, so that a new notice changes one part only.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::error::Error;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::public::{PublicText, TextKind};
use crate::model::section::{Section, SectionId};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::link;

/// Number of notices in one part.
const OF_A_PART: usize = 100;

/// The list of notices, and the parts with their words; nothing if the page searches by Pagefind.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    if !edition.is_searched() {
        return Ok(Vec::new());
    }
    let path = OutputPath::new(routes::SEARCH_DATA)?;
    let mut artifacts = vec![Artifact::new(path, || Ok(list(edition)))];
    for n in 0..edition.project.notices.len().div_ceil(OF_A_PART) {
        let path = OutputPath::new(&routes::search_part(n))?;
        artifacts.push(Artifact::new(path, move || Ok(part(edition, n))));
    }
    Ok(artifacts)
}

/// All notices, oldest first.
fn oldest_first<'e>(edition: &'e Edition<'_>) -> impl Iterator<Item = &'e Notice> {
    edition.browse_index.newest.iter().rev().copied()
}

/// `search-data.js`: a line for each notice, so that a diff shows the changed notice.
fn list(edition: &Edition<'_>) -> Vec<u8> {
    let project = edition.project;
    let sections: Vec<String> =
        project.sections_with_ids().map(|(id, _)| Section::joined(&project.trail(id))).collect();
    let offices: Vec<&str> =
        project.register.offices.iter().map(|office| office.name.value.as_str()).collect();
    let notices: Vec<String> = oldest_first(edition).map(|notice| json(&listed(project, notice))).collect();
    format!(
        "var gongkaiSearch={{\"part\":{OF_A_PART},\"columns\":{},\"offices\":{},\"words\":[],\"notices\":[\n{}\n]}};\n",
        json(&sections),
        json(&offices),
        notices.join(",\n"),
    )
    .into_bytes()
}

/// A notice: its address, its name, 发布日期, the numbers of its section and of its offices.
fn listed(project: &Project, notice: &Notice) -> (String, String, String, SectionId, BTreeSet<OfficeId>) {
    let name = notice.full_title();
    let address = link::relative(routes::SEARCH, &routes::notice(notice));
    let day = notice.published.value.day.to_string();
    (address, name, day, notice.section, notice.offices(&project.register))
}

fn part(edition: &Edition<'_>, n: usize) -> Vec<u8> {
    let notices = oldest_first(edition).skip(n * OF_A_PART).take(OF_A_PART);
    let words: Vec<String> = notices.map(|notice| json(&words(edition.project, notice))).collect();
    format!("gongkaiSearch.words[{n}]=[\n{}\n];\n", words.join(",\n")).into_bytes()
}

fn json(value: &impl Serialize) -> String {
    // Texts and numbers cannot fail to be written.
    serde_json::to_string(value).unwrap_or_default()
}

/// The words of a notice without its name: a line for each distinct passage.
fn words(project: &Project, notice: &Notice) -> String {
    let has_tasks = notice.body.has_tasks();
    let mut known = BTreeSet::from([notice.title.value.clone()]);
    known.extend(notice.issuers.iter().map(|issuer| issuer.value.clone()));
    let passages = notice.texts_on(project.today).into_iter().flat_map(|text| passages(&text, has_tasks));
    let kept: Vec<String> = passages.filter(|passage| known.insert(passage.clone())).collect();
    kept.join("\n")
}

/// The passages of a text as shown to readers. `asks`: whether the body has the requirements of the tasks.
fn passages(public: &PublicText<'_>, has_tasks: bool) -> Vec<String> {
    let text = public.text.value.as_str();
    let all = match public.kind {
        TextKind::Marker | TextKind::FileName | TextKind::Key => Vec::new(),
        TextKind::Heading | TextKind::Paragraph if !has_tasks => Vec::new(),
        _ => match public.paper {
            Some(paper) => paper.texts().iter().map(|block| one_line(&block.text)).collect(),
            None => vec![one_line(text)],
        },
    };
    all.into_iter().filter(|passage| !passage.is_empty()).collect()
}

/// The words in one line: a line feed becomes a space between letters, and is removed beside Chinese characters.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    // The placeholder for code and tags is no word.
    for part in text.split('\n').map(|part| part.trim().replace('\u{fffc}', "")) {
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if is_letter(line.chars().next_back()) && is_letter(part.chars().next()) {
            line.push(' ');
        }
        line.push_str(&part);
    }
    line
}
