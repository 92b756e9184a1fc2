//! Attachments that a page links below the paper: their files are named, and nothing is fetched.

use crate::read::document::Words;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::facts::{Enclosed, Role};
use crate::read::import::paper::listed::without_number;
use crate::read::import::paper::signs::{attachment_label, can_be_title, labelled, normal};

/// Endings of files that are attached to papers.
const ENDINGS: [&str; 14] =
    ["doc", "docx", "wps", "xls", "xlsx", "et", "ppt", "pptx", "pdf", "ofd", "zip", "rar", "jpg", "png"];

/// Labels that pages write before a link to a file.
const DOWNLOADS: [&str; 5] = ["附件下载", "下载附件", "相关附件", "附件链接", "点击下载"];

impl Reading<'_> {
    /// Takes lines from one on that are nothing but a link to a file, behind 附件： or not.
    pub fn read_linked(&mut self, begin: usize) {
        for i in begin..self.lines.len() {
            let line = &self.lines[i];
            let urls = line.words().iter().filter_map(|words| match words {
                Words::Link { url, .. } => Some(url.clone()),
                _ => None,
            });
            let urls: Vec<String> = urls.collect();
            let text = line.text.trim().to_owned();
            let words = DOWNLOADS.iter().find_map(|label| labelled(&text, label));
            let words = words.or_else(|| attachment_label(&text)).unwrap_or(&text);
            let name = without_number(words).to_owned();
            let ([url], Role::Body, Some(stem)) = (urls.as_slice(), self.roles[i], stem(&name)) else {
                continue;
            };
            let listed = self
                .facts
                .names
                .iter()
                .position(|known| normal(known) == normal(stem) || normal(known) == normal(&name))
                .or_else(|| self.only_part(stem));
            let at = listed.unwrap_or(self.facts.names.len());
            if listed.is_none() {
                self.facts.names.push(stem.to_owned());
            }
            self.facts.files.insert(at, name.clone());
            self.roles[i] = Role::Taken;
            self.say(i, |span| fault::linked_file(span, &name, url));
        }
    }
}

impl Reading<'_> {
    /// The only name of 附件说明 of which a name of a file is a part: files have short names.
    fn only_part(&self, stem: &str) -> Option<usize> {
        const SHORTEST: usize = 4;
        let is_part = |at: &usize| normal(&self.facts.names[*at]).contains(&normal(stem));
        let mut all = (0..self.facts.names.len()).filter(is_part);
        let first = all.next().filter(|at| !self.facts.files.contains_key(at))?;
        (all.next().is_none() && stem.chars().count() >= SHORTEST).then_some(first)
    }
}

/// The name of an attached file, which our own Word files print in its place, with a link or not, and the lines behind it,
/// which are of the body.
pub fn file_name<'e>(reading: &Reading<'_>, enclosed: &'e Enclosed) -> (Option<String>, &'e [usize]) {
    let is_link = |line: usize| reading.roles[line] == Role::Taken;
    match enclosed.lines.as_slice() {
        [first, ..] if (enclosed.label..*first).any(is_link) && is_of_body(reading, &enclosed.lines) => {
            (reading.facts.files.get(&enclosed.index).cloned(), &enclosed.lines)
        }
        [first, behind @ ..] if behind.is_empty() || is_of_body(reading, behind) => {
            let name = reading.lines[*first].text.trim();
            (Some(name.to_owned()).filter(|name| stem(name).is_some()), behind)
        }
        _ => (None, &[]),
    }
}

/// Whether lines behind an attachment are a table of duties of the body and its title, as our own Word files print it.
fn is_of_body(reading: &Reading<'_>, lines: &[usize]) -> bool {
    let [title, table] = lines else { return false };
    let is_title = can_be_title(&reading.lines[*title].text);
    is_title && reading.lines[*table].is_of_duties()
}

/// The name of a file without its ending, if that is one of an attachment.
pub fn stem(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let is_known = ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known));
    (is_known && !stem.trim().is_empty()).then_some(stem.trim())
}
