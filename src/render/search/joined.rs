//! The data of the search of joined sites: titles, numbers, issuers and days, in the form of a bureau's own.

use std::fmt::Write;

use crate::error::Error;
use crate::model::joined::JoinedNotice;
use crate::render::joined_edition::JoinedEdition;
use crate::render::search::hits::{Hit, Hits};
use crate::render::search::index::Index;
use crate::render::search::{fold, json, made};
use crate::render::{Artifact, OutputPath, routes};
use crate::text::date;

/// Number of hits of a notice: its title, and its other words.
const STEP: usize = 2;
/// Number of notices whose words are in one file: a file for each would be as many files as notices.
const EACH: usize = 16;

/// The list of notices, the index and the words.
pub fn plan<'e>(edition: &'e JoinedEdition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    // Oldest first, so that a new notice changes no other's number.
    let notices: Vec<&JoinedNotice> = edition.joined.notices.iter().rev().collect();
    let files = Index::new(&notices, STEP, |notice| hits(notice)).files;
    let mut artifacts = vec![made(routes::SEARCH_DATA, list(edition, &notices, files.len()))?];
    for (n, file) in files.into_iter().enumerate() {
        artifacts
            .push(made(&routes::search_index(n), format!("gongkaiSearch.index[{n}]={};\n", json(&file)))?);
    }
    for (n, part) in notices.chunks(EACH).enumerate() {
        let (path, part) = (OutputPath::new(&routes::search_words(n))?, part.to_vec());
        artifacts.push(Artifact::new(path, move || Ok(words(&part, n * EACH))));
    }
    Ok(artifacts)
}

/// `search-data.js`: the bureaus stand in the place of sections.
fn list(edition: &JoinedEdition<'_>, notices: &[&JoinedNotice], files: usize) -> String {
    let bureaus: Vec<&str> = edition.joined.bureaus.iter().map(|bureau| bureau.name.as_str()).collect();
    let none: [u8; 0] = [];
    let listed = notices.iter().map(|notice| json(&(notice.day.year(), notice.bureau, none, STEP, 0)));
    format!(
        "var gongkaiSearch={{\"files\":{files},\"step\":{STEP},\"each\":{EACH},\"columns\":{},\"offices\":[],\"alike\":[],\"simple\":{},\"index\":{{}},\"words\":{{}},\"notices\":[\n{}\n]}};\n",
        json(&bureaus),
        json(&fold::pairs()),
        listed.collect::<Vec<_>>().join(",\n"),
    )
}

fn hits(notice: &JoinedNotice) -> Hits {
    let hit = |text| Hit { label: String::new(), address: String::new(), text };
    Hits { list: vec![hit(one_line(&notice.title)), hit(rest(notice))], items: 0 }
}

/// 发文字号, 索引号, 发文机关 and the days, in both forms of writing.
fn rest(notice: &JoinedNotice) -> String {
    let numbers = [&notice.number, &notice.index].into_iter().flatten();
    let texts = numbers.chain(&notice.issuers).map(|text| one_line(text));
    let days = [notice.day, notice.dated].map(|day| format!("{}　{day}", date::chinese(day)));
    let days = if days[0] == days[1] { &days[..1] } else { &days[..] };
    texts.chain(days.iter().cloned()).collect::<Vec<_>>().join("　")
}

fn one_line(text: &str) -> String {
    text.replace('\n', "")
}

/// `search-words-1.js` …: of each notice its name, its address and 发布日期, and its hits.
fn words(notices: &[&JoinedNotice], first: usize) -> Vec<u8> {
    let mut script = String::new();
    for (n, notice) in (first..).zip(notices) {
        let hits = hits(notice).list;
        let hits: Vec<_> = hits.iter().map(|hit| (&hit.label, &hit.address, &hit.text)).collect();
        let name =
            if notice.example { format!("{}（示例）", notice.title) } else { notice.title.clone() };
        let notice = (one_line(&name), notice.page.from(""), notice.day.to_string(), hits);
        // Writing into memory cannot fail.
        let _ = writeln!(script, "gongkaiSearch.words[{n}]={};", json(&notice));
    }
    script.into_bytes()
}
