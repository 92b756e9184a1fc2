//! Corrections tried in memory, round by round, until nothing more changes.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, mend};
use crate::error::Error;
use crate::message;
use crate::pipeline::mend::added_error::{added_error, is_syntax};
use crate::pipeline::mend::choice::Choice;
use crate::pipeline::mend::files::{Corrections, Draft, MendedFile, Refused};
use crate::pipeline::{Checked, judge};
use crate::read::{Memory, discover_again, text_bytes};
use crate::source::FileId;
use crate::text::encoding::{decode, encode_like};
use crate::text::message::Message;

/// Corrections that are being tried.
pub(super) struct Trial<'r> {
    root: &'r Path,
    today: Date,
    /// Whether drafts stay in the project, as at the desk.
    pub(super) shows_drafts: bool,
    memory: &'r Memory,
    /// Files with corrections so far.
    files: BTreeMap<String, MendedFile>,
    refused: BTreeMap<String, Message>,
}

impl<'r> Trial<'r> {
    pub(super) fn new(root: &'r Path, today: Date, memory: &'r Memory) -> Self {
        Self { root, today, shows_drafts: false, memory, files: BTreeMap::new(), refused: BTreeMap::new() }
    }

    /// Tries corrections until nothing changes.
    pub(super) fn run(&mut self, before: &Checked, choice: &Choice) -> Result<Corrections, Error> {
        let mut mended: Option<Checked> = None;
        for _ in 0..choice.rounds() {
            let now = mended.as_ref().unwrap_or(before);
            let drafts = self.drafts(now, choice)?;
            if drafts.is_empty() {
                break;
            }
            mended = Some(self.round(now, drafts)?);
        }
        self.files.retain(|_, file| file.before != file.after);
        let refused = std::mem::take(&mut self.refused).into_iter();
        let refused = refused.map(|(path, reason)| Refused { path, reason }).collect();
        let mended = mended.filter(|_| !self.files.is_empty());
        let files = std::mem::take(&mut self.files).into_values().collect();
        Ok(Corrections { mended, files, refused })
    }

    pub(super) fn check(&self) -> Result<Checked, Error> {
        let mut content = discover_again(self.root, self.memory)?;
        content.shows_drafts = self.shows_drafts;
        judge(content, self.today, &mut |_| ())
    }

    /// The corrections of the next round, file by file.
    fn drafts(&mut self, now: &Checked, choice: &Choice) -> Result<Vec<Draft>, Error> {
        let mut by_file: BTreeMap<FileId, Vec<&Diagnostic>> = BTreeMap::new();
        for finding in now.report.findings().iter().filter(|f| choice.includes(f, &now.sources)) {
            by_file.entry(finding.span.file).or_default().push(finding);
        }
        let mut drafts = Vec::new();
        for (id, findings) in by_file {
            let source = now.sources.file(id);
            if self.refused.contains_key(&source.path) || !source.path.starts_with("content/") {
                continue;
            }
            // In another encoding than UTF-8 all characters stay, and the bytes change.
            let is_encoding =
                |finding: &&&Diagnostic| finding.code.id == "R001" && finding.fix_here().is_some();
            let encoding = findings.iter().find(is_encoding).copied();
            let mended = mend(&source.text, findings);
            if mended.is_none() && encoding.is_none() {
                continue;
            }
            let mut file = self.file(&source.path)?;
            if decode(file.after.clone()).text != source.text {
                return Err(Error::Edited(self.root.join(&source.path)));
            }
            let text = mended.as_ref().map_or(&source.text, |mended| &mended.text);
            let after = match encoding {
                Some(_) => Some(text.clone().into_bytes()),
                None => encode_like(&file.after, text),
            };
            let Some(after) = after else {
                self.refused.insert(source.path.clone(), not_encodable());
                continue;
            };
            file.after = after;
            let applied: Vec<&Diagnostic> =
                mended.into_iter().flat_map(|mended| mended.applied).chain(encoding).collect();
            for finding in &applied {
                *file.applied.entry(finding.code.id).or_default() += 1;
            }
            let unread = applied.iter().find(|finding| is_syntax(finding)).map(|f| f.span.start);
            drafts.push(Draft { file, unread });
        }
        Ok(drafts)
    }

    /// The file with its corrections so far.
    fn file(&self, path: &str) -> Result<MendedFile, Error> {
        if let Some(file) = self.files.get(path) {
            return Ok(file.clone());
        }
        let before = text_bytes(self.root, path)?;
        Ok(MendedFile { path: path.to_owned(), after: before.clone(), before, applied: BTreeMap::new() })
    }

    /// Applies the corrections of a round; where they add an error, file by file, without the files that do.
    fn round(&mut self, now: &Checked, drafts: Vec<Draft>) -> Result<Checked, Error> {
        for draft in &drafts {
            self.show(&draft.file);
        }
        let next = self.check()?;
        if added_error(now, &next, &drafts).is_none() {
            self.files.extend(drafts.into_iter().map(|draft| (draft.file.path.clone(), draft.file)));
            return Ok(next);
        }
        for draft in &drafts {
            self.show(&self.file(&draft.file.path)?);
        }
        let mut last: Option<Checked> = None;
        for draft in drafts {
            self.show(&draft.file);
            let next = self.check()?;
            let path = draft.file.path.clone();
            match added_error(last.as_ref().unwrap_or(now), &next, std::slice::from_ref(&draft)) {
                None => {
                    self.files.insert(path, draft.file);
                    last = Some(next);
                }
                Some(error) => {
                    self.memory.draft(self.root, &path, None);
                    self.files.remove(&path);
                    self.refused.insert(path, would_add(&error));
                }
            }
        }
        self.check()
    }

    /// Lets a file be read as it is with its corrections.
    fn show(&self, file: &MendedFile) {
        self.memory.draft(self.root, &file.path, Some(file.after.clone()));
    }
}

fn not_encodable() -> Message {
    message!(
        "改正后的文字用这个文件的编码写不出来；请先另存为 UTF-8",
        "its encoding cannot hold the corrected text; save it as UTF-8 first"
    )
}

fn would_add(error: &Diagnostic) -> Message {
    let (id, Message { zh, en }) = (error.code.id, &error.message);
    message!(
        "改正以后会出现新的错误（{id}：{zh}），请人工核对",
        "the corrections would add an error ({id}: {en})"
    )
}
