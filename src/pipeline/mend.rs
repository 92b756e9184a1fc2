//! Automatic corrections of a project's findings: chosen, tried in memory, and checked until nothing more changes.
//!
//! Nothing is written here. A correction may uncover the next finding, and of overlapping ones only the first is applied,
//! so the project is checked again after each round. Files whose corrections would add an error stay as they are.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use jiff::civil::Date;

use crate::diagnostic::{Class, Code, Diagnostic, Severity, mend};
use crate::error::Error;
use crate::message;
use crate::pipeline::corrections::class;
use crate::pipeline::{Checked, judge};
use crate::read::{Memory, discover_again, text_bytes};
use crate::source::{FileId, Sources};
use crate::text::encoding::{decode, encode_like};
use crate::text::message::Message;

/// Maximum number of rounds. YAML is read up to its first mistake, so that a file needs a round for each of them.
const ROUNDS: usize = 100;

/// The corrections to apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// All that change the form only.
    Form,
    /// Those of named kinds, whatever they change.
    Kinds(Vec<&'static Code>),
    /// That of one finding, whatever it changes.
    One(OneFinding),
}

/// A finding by its kind and place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneFinding {
    /// The kind.
    pub code: &'static Code,
    /// Path of the file below the project's root.
    pub path: String,
    /// First and last byte.
    pub range: Range<usize>,
    /// The new text, so that no other correction is applied when the file has changed meanwhile.
    pub new: String,
}

impl OneFinding {
    /// The name of a finding, if it has an automatic correction.
    #[must_use]
    pub fn of(finding: &Diagnostic, sources: &Sources) -> Option<Self> {
        let (_, new) = finding.fix_here().filter(|_| class(finding.code).is_some())?;
        let path = sources.file(finding.span.file).path.clone();
        Some(Self { code: finding.code, path, range: finding.span.range(), new: new.to_owned() })
    }
}

impl Choice {
    /// Whether the correction of a finding is to be applied.
    #[must_use]
    pub fn includes(&self, finding: &Diagnostic, sources: &Sources) -> bool {
        match self {
            Self::One(one) => OneFinding::of(finding, sources).as_ref() == Some(one),
            Self::Form => class(finding.code) == Some(Class::Form),
            Self::Kinds(codes) => class(finding.code).is_some() && codes.contains(&finding.code),
        }
    }

    /// Maximum number of rounds: behind one finding that was meant, another one may look like it.
    fn rounds(&self) -> usize {
        if let Self::One(_) = self { 1 } else { ROUNDS }
    }
}

/// A file with its corrections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MendedFile {
    /// Path below the project's root, with `/`.
    pub path: String,
    /// The bytes before.
    pub before: Vec<u8>,
    /// The bytes after, in the same encoding unless that was corrected.
    pub after: Vec<u8>,
    /// Number of applied corrections by kind.
    pub applied: BTreeMap<&'static str, usize>,
}

/// A file that stays as it is although there are corrections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Path below the project's root, with `/`.
    pub path: String,
    /// The reason.
    pub reason: Message,
}

/// The corrections of a project, with the project before.
#[derive(Debug)]
pub struct Mends {
    /// The project before.
    pub before: Checked,
    /// The corrections.
    pub corrections: Corrections,
}

/// The corrections of a project.
#[derive(Debug)]
pub struct Corrections {
    /// The project with the corrections; `None` without any.
    pub mended: Option<Checked>,
    /// The files with corrections, by path.
    pub files: Vec<MendedFile>,
    /// The files that stay as they are, by path.
    pub refused: Vec<Refused>,
}

impl Mends {
    /// The project after the corrections.
    #[must_use]
    pub fn after(&self) -> &Checked {
        self.corrections.mended.as_ref().unwrap_or(&self.before)
    }
}

/// Reads and checks the project below `root`, and tries the chosen corrections.
pub fn mends(root: &Path, today: Date, choice: &Choice) -> Result<Mends, Error> {
    let memory = Memory::default();
    let mut trial = Trial::new(root, today, &memory);
    let before = trial.check()?;
    let corrections = trial.run(&before, choice)?;
    Ok(Mends { before, corrections })
}

/// Tries the chosen corrections of a project that was read with its drafts by means of `memory`.
pub fn corrections_of(
    before: &Checked,
    root: &Path,
    choice: &Choice,
    memory: &Memory,
) -> Result<Corrections, Error> {
    let mut trial = Trial { shows_drafts: true, ..Trial::new(root, before.project.today, memory) };
    let corrections = trial.run(before, choice);
    memory.forget_drafts();
    corrections
}

/// A file with the corrections of one round.
struct Draft {
    file: MendedFile,
    /// First byte of the first correction of YAML that could not be read.
    unread: Option<u32>,
}

/// Corrections that are being tried.
struct Trial<'r> {
    root: &'r Path,
    today: Date,
    /// Whether drafts stay in the project, as at the desk.
    shows_drafts: bool,
    memory: &'r Memory,
    /// Files with corrections so far.
    files: BTreeMap<String, MendedFile>,
    refused: BTreeMap<String, Message>,
}

impl<'r> Trial<'r> {
    fn new(root: &'r Path, today: Date, memory: &'r Memory) -> Self {
        Self { root, today, shows_drafts: false, memory, files: BTreeMap::new(), refused: BTreeMap::new() }
    }

    /// Tries corrections until nothing changes.
    fn run(&mut self, before: &Checked, choice: &Choice) -> Result<Corrections, Error> {
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

    fn check(&self) -> Result<Checked, Error> {
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

fn is_syntax(finding: &Diagnostic) -> bool {
    finding.code.id == "R002"
}

/// An error that the corrections of a round have added.
///
/// When a file can be read at last, its further errors are found for the first time, and those of files that refer to
/// it; they were there before. But an error of syntax must lie behind the corrected one, else the correction was not the
/// right one.
fn added_error(now: &Checked, next: &Checked, drafts: &[Draft]) -> Option<Diagnostic> {
    let unread: BTreeMap<&str, u32> =
        drafts.iter().filter_map(|draft| Some((draft.file.path.as_str(), draft.unread?))).collect();
    let key = |checked: &'_ Checked, finding: &Diagnostic| {
        let path = checked.sources.file(finding.span.file).path.clone();
        (path, finding.code.id, finding.message.zh.clone())
    };
    let errors = |checked: &'_ Checked| -> Vec<Diagnostic> {
        let findings = checked.report.findings().iter();
        findings.filter(|finding| finding.severity == Severity::Error).cloned().collect()
    };
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for error in errors(now) {
        *known.entry(key(now, &error)).or_default() += 1;
    }
    let mut added = errors(next).into_iter().filter(|error| {
        let key = key(next, error);
        let is_uncovered = match unread.get(key.0.as_str()) {
            Some(from) => !is_syntax(error) || error.span.start > *from,
            None => !unread.is_empty() && drafts.iter().all(|draft| draft.file.path != key.0),
        };
        match known.get_mut(&key) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => !is_uncovered,
        }
    });
    added.next()
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
