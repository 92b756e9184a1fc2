//! A whole project as of a day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::calendar::Calendar;
use crate::model::attachment::PublishedFile;
use crate::model::notice::Notice;
use crate::model::office::{Owner, Register};
use crate::model::paper::Paper;
use crate::model::progress::Note;
use crate::model::section::{Section, SectionId};
use crate::model::site::Site;
use crate::model::standard::Standard;
use crate::model::summary::YearSummary;
use crate::source::{FileId, Located};
use crate::text::date::Moment;
use crate::text::law::Laws;

/// The folder of a notice with its progress notes.
pub const PROGRESS: &str = "progress";
/// The folder of a notice with its summaries.
pub const SUMMARY: &str = "summary";

/// A progress note or summary of a notice.
#[derive(Clone, Copy, Debug)]
pub enum Following<'p> {
    /// 进展.
    Note(&'p Note),
    /// 年度总结.
    Summary(&'p YearSummary),
}

impl<'p> Following<'p> {
    /// Whether the paper is marked 公开.
    #[must_use]
    pub fn is_public(self) -> bool {
        match self {
            Self::Note(note) => note.public,
            Self::Summary(summary) => summary.public,
        }
    }

    /// 发布日期.
    #[must_use]
    pub fn published(self) -> Option<Moment> {
        let published = match self {
            Self::Note(note) => &note.published,
            Self::Summary(summary) => &summary.published,
        };
        published.as_ref().map(|moment| moment.value)
    }

    /// The day on which the office reported, or else signed; `None` for a summary without days.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Note(note) => Some(note.dated.value),
            Self::Summary(summary) => {
                summary.written.as_ref().or(summary.signing.day.as_ref()).map(|day| day.value)
            }
        }
    }

    /// 股室.
    #[must_use]
    pub fn office(self) -> &'p Owner {
        match self {
            Self::Note(note) => &note.office,
            Self::Summary(summary) => &summary.office,
        }
    }

    /// The words of the report.
    #[must_use]
    pub fn body(self) -> &'p Paper {
        match self {
            Self::Note(note) => &note.body,
            Self::Summary(summary) => &summary.body,
        }
    }

    /// The file.
    #[must_use]
    pub fn file(self) -> FileId {
        match self {
            Self::Note(note) => note.span.file,
            Self::Summary(summary) => summary.span.file,
        }
    }

    /// Whether the paper is public on a day.
    #[must_use]
    pub fn is_published(self, today: Date) -> bool {
        match self {
            Self::Note(note) => note.is_published(today),
            Self::Summary(summary) => summary.is_published(today),
        }
    }
}

/// A whole project as of a day.
#[derive(Debug)]
pub struct Project {
    /// The day on which the project is judged and built.
    pub today: Date,
    /// 工作日历: the statutory one, and what the project adds to it.
    pub calendar: Calendar,
    /// 法律法规: the built-in ones, and those of the project's own table.
    pub laws: Laws,
    /// 本站.
    pub site: Site,
    /// 机构名录.
    pub register: Register,
    /// 栏目, parents before their children.
    pub sections: Vec<Section>,
    /// 基层政务公开标准目录, in the order of their sections.
    pub standards: Vec<Standard>,
    /// 公开事项, by path.
    pub notices: Vec<Notice>,
    /// Notices that are checked, and absent from everything that is built: drafts, and those of a day to come.
    pub held: Vec<Notice>,
    /// Notices that were withdrawn, by path: each is a short page that says so, and is in no list and no count.
    pub withdrawn: Vec<Notice>,
    /// Files that are published as they are, by their path below `content/`, which is also their address.
    pub files: BTreeMap<String, PublishedFile>,
    /// The project's own templates, by file name; each replaces the built-in one.
    pub templates: BTreeMap<String, Located<String>>,
}

impl Project {
    /// Takes drafts, and notices of a day to come, out of everything that is built.
    pub fn hold_back(&mut self) {
        let today = self.today;
        let (held, kept): (Vec<Notice>, Vec<Notice>) =
            std::mem::take(&mut self.notices).into_iter().partition(|notice| notice.is_held_back(today));
        self.notices = kept;
        self.held = held;
    }

    /// Takes withdrawn notices out of the others.
    pub fn take_down(&mut self) {
        let (withdrawn, kept): (Vec<Notice>, Vec<Notice>) =
            std::mem::take(&mut self.notices).into_iter().partition(|notice| notice.withdrawal.is_some());
        self.notices = kept;
        self.withdrawn = withdrawn;
    }

    /// The withdrawn notice to which a path below `content/` belongs.
    #[must_use]
    pub fn withdrawn_at(&self, path: &str) -> Option<&Notice> {
        self.withdrawn.iter().find(|notice| notice.has_in_its_folder(path))
    }

    /// Every section with its id, parents before their children.
    pub fn sections_with_ids(&self) -> impl Iterator<Item = (SectionId, &Section)> {
        self.sections.iter().enumerate().map(|(place, section)| (SectionId(place), section))
    }

    /// The section of that number.
    #[must_use]
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.0]
    }

    /// The sections from the top down to a section, including itself.
    #[must_use]
    pub fn trail(&self, id: SectionId) -> Vec<&Section> {
        let mut trail: Vec<&Section> =
            std::iter::successors(Some(self.section(id)), |section| Some(self.section(section.parent?)))
                .collect();
        trail.reverse();
        trail
    }

    /// Whether a note or summary is public on the project's day. `path`: its file below `content/`, without `.md`.
    #[must_use]
    pub fn publishes(&self, path: &str) -> bool {
        self.following(path).is_some_and(|following| following.is_published(self.today))
    }

    /// The note or summary with a file of that path below `content/`, without `.md`.
    #[must_use]
    pub fn following(&self, path: &str) -> Option<Following<'_>> {
        path.match_indices('/').find_map(|(at, _)| {
            let notice = self.notice_in(&path[..at])?;
            let (folder, name) = path[at + 1..].split_once('/')?;
            match folder {
                PROGRESS => notice.notes.iter().find(|note| note.name == name).map(Following::Note),
                SUMMARY => notice.summaries.iter().find(|own| own.name == name).map(Following::Summary),
                _ => None,
            }
        })
    }

    /// The notice in a folder. Notices stand in the order of their files, `…/notice.md`.
    #[must_use]
    pub fn notice_in(&self, folder: &str) -> Option<&Notice> {
        fn file(folder: &str) -> impl Iterator<Item = u8> + '_ {
            folder.bytes().chain("/notice.md".bytes())
        }
        let found = self.notices.binary_search_by(|notice| file(&notice.path).cmp(file(folder)));
        self.notices.get(found.ok()?)
    }

    /// The catalogue that lies in a section.
    #[must_use]
    pub fn standard_in(&self, section: SectionId) -> Option<&Standard> {
        self.standards.iter().find(|standard| standard.section == section)
    }

    /// All notices, newest first.
    #[must_use]
    pub fn newest(&self) -> Vec<&Notice> {
        let mut notices: Vec<&Notice> = self.notices.iter().collect();
        notices.sort_by(|a, b| b.published.value.cmp(&a.published.value).then_with(|| a.path.cmp(&b.path)));
        notices
    }
}
