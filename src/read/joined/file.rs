//! The two files of a site, as JSON.

use jiff::civil::Date;
use serde::Deserialize;

use crate::read::joined::fault::Wrong;
use crate::source::{FileId, Span};
use crate::text::address::Address;
use crate::text::character::is_barred;

/// Maximum length of a text of the list, in characters.
const LONGEST: usize = 2_000;

/// A file's text, and its name in findings.
pub struct File {
    /// Its path as given.
    pub name: String,
    /// Its text, without byte order mark.
    pub text: String,
}

impl File {
    /// The byte at which JSON is wrong.
    pub fn offset(&self, wrong: &serde_json::Error) -> usize {
        let before = self.text.split_inclusive('\n').take(wrong.line().saturating_sub(1)).map(str::len);
        let at = before.sum::<usize>() + wrong.column().saturating_sub(1);
        self.text.floor_char_boundary(at.min(self.text.len()))
    }

    /// The first place of a value; the beginning of the file if it is written with other escapes.
    pub fn place(&self, id: FileId, value: &str) -> Span {
        // A text cannot fail to be written.
        let written = serde_json::to_string(value).unwrap_or_default();
        let found = self.text.find(&written);
        found.map_or_else(|| Span::head(id), |at| Span::new(id, at, at + written.len()))
    }
}

/// `data/site.json`, as far as it is needed.
#[derive(Debug, Default)]
pub struct SiteFile {
    /// 名称; `None` if there is no such file.
    pub name: Option<String>,
    /// 主办单位.
    pub organiser: Option<String>,
    /// 网址.
    pub address: Option<Address>,
    /// 示例.
    pub example: bool,
    /// The file as the place of a finding.
    pub place: Option<Span>,
}

#[derive(Deserialize)]
struct Written {
    #[serde(rename = "名称")]
    name: String,
    #[serde(rename = "主办单位", default)]
    organiser: Option<String>,
    #[serde(rename = "网址", default)]
    address: Option<String>,
    #[serde(rename = "示例", default)]
    example: bool,
}

/// The content of `data/site.json`; else the value that is wrong.
pub fn site_file(file: &File) -> Result<SiteFile, Broken> {
    let Written { name, organiser, address, example } =
        serde_json::from_str(&file.text).map_err(Broken::Json)?;
    if let Some(text) = [Some(&name), organiser.as_ref()].into_iter().flatten().find(|text| !is_good(text)) {
        return Err(Broken::Value(text.clone(), Wrong::Text));
    }
    if name.trim().is_empty() {
        return Err(Broken::Value(name, Wrong::Text));
    }
    let parsed = address.as_deref().map(Address::parse);
    if let (Some(None), Some(text)) = (&parsed, address) {
        return Err(Broken::Value(text, Wrong::Address));
    }
    Ok(SiteFile { name: Some(name), organiser, address: parsed.flatten(), example, place: None })
}

/// Reasons why a file cannot be used.
pub enum Broken {
    /// It is not the JSON that it should be.
    Json(serde_json::Error),
    /// One of its values is wrong.
    Value(String, Wrong),
}

/// An entry of `data/index.json`. Unknown fields are those of later versions.
#[derive(Debug, Deserialize)]
pub struct Entry {
    #[serde(rename = "标题")]
    pub title: String,
    #[serde(rename = "示例", default)]
    pub example: bool,
    #[serde(rename = "网址")]
    pub address: String,
    #[serde(rename = "数据", default)]
    pub data: Option<String>,
    #[serde(rename = "索引号", default)]
    pub index: Option<String>,
    #[serde(rename = "发文字号", default)]
    pub number: Option<String>,
    #[serde(rename = "发文机关", default)]
    pub issuers: Vec<String>,
    #[serde(rename = "栏目", default)]
    pub sections: Vec<String>,
    #[serde(rename = "成文日期")]
    pub dated: String,
    #[serde(rename = "发布日期")]
    pub published: String,
}

impl Entry {
    /// Every text that pages show.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let optional = [&self.index, &self.number].into_iter().flatten();
        let lists = self.issuers.iter().chain(&self.sections);
        [&self.title, &self.published].into_iter().chain(optional).chain(lists).map(String::as_str)
    }
}

/// Whether a text can be shown.
pub fn is_good(text: &str) -> bool {
    text.chars().take(LONGEST + 1).count() <= LONGEST
        && !text.contains(|c| char::is_control(c) && c != '\n' || is_barred(c))
}

/// The day of `2024-08-01` or `2024-08-01 10:00`.
pub fn moment(text: &str) -> Option<Date> {
    let (day, time) = text.split_once(' ').map_or((text, None), |(day, time)| (day, Some(time)));
    let is_time = |time: &str| {
        time.split_once(':').is_some_and(|(hour, minute)| {
            let is = |part: &str, below: u8| part.len() == 2 && part.parse::<u8>().is_ok_and(|n| n < below);
            is(hour, 24) && is(minute, 60)
        })
    };
    (day.len() == 10 && time.is_none_or(is_time)).then(|| day.parse().ok()).flatten()
}
