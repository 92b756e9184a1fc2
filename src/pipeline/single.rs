//! Single texts, judged without their project: a Word document, a saved page, plain text, Markdown.
//!
//! A paper is imported in memory, so that the rules know its title, its closing and its attachments; each finding is then
//! moved to the paper's own text (`single/original.rs`). Markdown is read as it is. What needs a project (register, deadlines,
//! disclosure) is not judged.

mod markdown;
mod original;
mod paper;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Report, Surplus};
use crate::message;
use crate::model::attached::ending;
use crate::model::stored::StoredFile;
use crate::read::document::{self, Limits};
use crate::read::import::unreadable_document;
use crate::read::{self, Content};
use crate::source::{FileId, Sources, Span};
use crate::text::encoding::decode;
use crate::text::message::Message;

/// The folder of the notice that is made of a text.
const FOLDER: &str = "栏目/通知";
/// The folder of the notice that publishes the file itself, so that its hidden parts are searched, too.
const FILE_FOLDER: &str = "栏目/原件";
/// The surroundings of a text within the project that is made for it.
const SURROUNDINGS: [(&str, &str); 3] = [
    ("site.yaml", "名称: 公开\n"),
    ("offices.yaml", "股室: []\n"),
    ("栏目/column.yaml", "名称: 栏目\n说明: 栏目\n类型: 栏目\n"),
];

/// A text to be judged.
#[derive(Debug)]
pub struct Text<'t> {
    /// The file as findings call it.
    pub name: &'t str,
    /// Its bytes.
    pub bytes: &'t [u8],
    /// The file on the disk; `None` of standard input.
    pub stored: Option<StoredFile>,
}

/// Findings about single texts, and these texts.
#[derive(Debug, Default)]
pub struct Singles {
    /// The texts.
    pub sources: Sources,
    /// The findings.
    pub report: Report,
}

impl Singles {
    /// Judges a text as of a day, with the bureau's own lists, each by its path below `content/`.
    pub fn judge(&mut self, text: &Text<'_>, own: &[(&str, Vec<u8>)], today: Date, limits: Limits) {
        let document = match document::read(text.name, text.bytes, limits) {
            Ok(document) => document,
            Err(fault) => {
                let file = self.sources.add(text.name.to_owned(), String::new());
                let finding = unreadable_document(Span::head(file), &fault);
                self.report.push(if read::is_workbook(text.bytes) {
                    finding.help(of_workbook())
                } else {
                    finding
                });
                return;
            }
        };
        let plain = || decode(text.bytes.to_vec()).text;
        if is_markdown(text) {
            self.judge_markdown(text.name, plain(), own, today);
        } else {
            self.judge_paper(text, &document, plain, own, today);
        }
    }

    fn take(&mut self, report: &Report, moved: impl Fn(&Diagnostic) -> Option<Diagnostic>) {
        report.findings().iter().filter_map(moved).for_each(|finding| self.report.push(finding));
        self.report.sort();
    }

    fn count(&mut self, report: &Report, file: impl Fn(&Surplus) -> Option<FileId>) {
        for more in report.surplus() {
            if let Some(file) = file(more) {
                self.report.count_only(Surplus { file, ..*more });
            }
        }
    }

    /// Takes the findings of a project about one of its files, which is called `name`. `prefix` stands before the paths of
    /// its other files. Returns whether the project has read such a file.
    pub fn take_file(&mut self, checked: &super::Checked, path: &str, name: &str, prefix: &str) -> bool {
        let Some(asked) = checked.sources.id(path) else { return false };
        let mut files = BTreeMap::new();
        let mut place = |span: Span| {
            let file = *files.entry(span.file).or_insert_with(|| {
                let source = checked.sources.file(span.file);
                let name =
                    if span.file == asked { name.to_owned() } else { format!("{prefix}{}", source.path) };
                self.sources.add(name, source.text.clone())
            });
            Span { file, ..span }
        };
        place(Span::head(asked));
        for finding in checked.report.findings().iter().filter(|finding| finding.span.file == asked) {
            let mut finding = finding.clone();
            finding.span = place(finding.span);
            finding.labels.iter_mut().for_each(|(span, _)| *span = place(*span));
            finding.fix = finding.fix.map(|(span, text)| (place(span), text));
            self.report.push(finding);
        }
        let file = place(Span::head(asked)).file;
        self.count(&checked.report, |more| (more.file == asked).then_some(file));
        true
    }
}

/// The finding at its place in the text; related places that are not in it are left out, and so is the correction.
fn moved(finding: &Diagnostic, span: Span, place: impl Fn(Span) -> Option<Span>) -> Diagnostic {
    let labels = finding.labels.iter();
    let labels = labels.filter_map(|(span, words)| Some((place(*span)?, words.clone()))).collect();
    Diagnostic { span, labels, fix: None, ..finding.clone() }
}

/// The advice on a workbook, whose tables are judged within a project.
fn of_workbook() -> Message {
    message!(
        "责任分解表用 gongkai import 转成 tasks.yaml，放进项目里检查",
        "turn its table into a tasks.yaml with gongkai import, and check it within a project"
    )
}

/// Whether a file is Markdown: by its name; of standard input, by its first line.
fn is_markdown(text: &Text<'_>) -> bool {
    matches!(ending(text.name).as_str(), "md" | "markdown")
        || text.stored.is_none() && text.bytes.starts_with(b"---")
}

fn surroundings(own: &[(&str, Vec<u8>)]) -> Vec<(String, Vec<u8>)> {
    let fixed = SURROUNDINGS.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    fixed.chain(own.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.clone()))).collect()
}

/// The findings about files in memory, and about the parts of a stored one that its text does not show.
fn judged(files: &[(String, Vec<u8>)], stored: Option<&StoredFile>, today: Date) -> (Sources, Report) {
    let name = stored.and_then(|file| file.path.file_name()?.to_str().map(str::to_owned));
    let published = name.zip(stored).map(|(name, file)| {
        let name = name.replace(['\'', '"'], "");
        let notice = format!(
            "---\n标题: 关于公开的通知\n成文日期: {today}\n发布日期: {today} 09:00\n附件:\n  - {{文件: 'files/{name}', 名称: 附件}}\n---\n"
        );
        (format!("{FILE_FOLDER}/notice.md"), notice.into_bytes(), format!("{FILE_FOLDER}/files/{name}"), file)
    });
    let texts = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    let notice = published.iter().map(|(path, bytes, ..)| (path.as_str(), bytes.as_slice()));
    let texts: Vec<(&str, &[u8])> = texts.chain(notice).collect();
    let mut content = Content::of_texts(&texts);
    if let Some((_, _, path, file)) = &published {
        content.files.insert(path.clone(), (*file).clone());
    }
    let (project, sources, mut report) = read::project(content, today);
    report.append(crate::check::run(&project));
    report.sort();
    (sources, report)
}
