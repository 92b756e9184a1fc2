//! Entries of the register for the names of an imported table that the register does not have.
//!
//! Words that are no name of an office are left out: the check points at their cells (T002), while a page of an office
//! that is none would be published.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Report};
use crate::model::office::{Party, Register};
use crate::read::import::name_kind::{NameKind, is_other_bureau};
use crate::read::import::parties::parties;
use crate::read::import::{Imported, ImportedPaper, fault};
use crate::read::workbook::cell;
use crate::source::{FileId, Located, Sources, Span};

/// A line of a cell in a column of offices.
#[derive(Clone, Debug)]
pub struct OfficeLine {
    /// Its text.
    pub text: String,
    /// Where it stands.
    pub place: CellPlace,
}

/// The sheet and the cell of a line; `None` where they are not known.
pub type CellPlace = Option<(Arc<str>, (usize, usize))>;

/// Entries of the register for names that it does not have, each once, in the order of the tables.
#[derive(Debug, Default)]
pub struct Proposal {
    offices: Vec<String>,
    /// 统称 with its members; `None` for all offices.
    collectives: Vec<(String, Option<Vec<String>>)>,
    outside_bodies: Vec<String>,
}

impl Imported {
    /// Proposes entries for the names that a register does not have, and adds the findings about them.
    pub fn propose(&mut self, register: &Register) -> Proposal {
        Guess::of(&self.offices, register).settle(&mut self.sources, &mut self.report)
    }
}

impl ImportedPaper {
    /// Proposes entries for the names that a register does not have, and adds the findings about them.
    pub fn propose(&mut self, register: &Register) -> Proposal {
        Guess::of(&self.offices, register).settle(&mut self.sources, &mut self.report)
    }
}

impl Proposal {
    /// The number of its entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.offices.len() + self.collectives.len() + self.outside_bodies.len()
    }

    /// Whether it has no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entries as a part of `offices.yaml`.
    #[must_use]
    pub fn block(&self) -> String {
        let list = |names: &[String]| names.iter().map(|name| entry(name)).collect::<String>();
        let mut block = String::new();
        if !self.offices.is_empty() {
            block = format!("股室:\n{}", list(&self.offices));
        }
        if !self.collectives.is_empty() {
            let heading = "# 一个名称代表许多股室。“包括”不写，即指全部股室；写成 []，一个也不指。\n统称:\n";
            let collectives =
                self.collectives.iter().map(|(name, members)| collective(name, members.as_deref()));
            add_part(&mut block, heading, &collectives.collect::<String>());
        }
        if !self.outside_bodies.is_empty() {
            let heading = "# 不是本单位股室的单位：认得它们，没有各自的网页，也不发填报表。\n外部单位:\n";
            add_part(&mut block, heading, &list(&self.outside_bodies));
        }
        block
    }
}

fn add_part(block: &mut String, heading: &str, entries: &str) {
    if !block.is_empty() {
        block.push('\n');
    }
    block.push_str(heading);
    block.push_str(entries);
}

/// A name as an entry of a list.
fn entry(name: &str) -> String {
    format!("  - {}\n", scalar(name))
}

fn collective(name: &str, members: Option<&[String]>) -> String {
    let members = match members {
        None => String::new(),
        Some([]) => "    包括: []\n".to_owned(),
        Some(members) => {
            let lines = members.iter().map(|name| format!("      - {}\n", scalar(name)));
            format!("    包括:\n{}", lines.collect::<String>())
        }
    };
    format!("  - 名称: {}\n{members}", scalar(name))
}

/// A name in YAML. A text cannot fail to be written.
fn scalar(name: &str) -> String {
    serde_yaml::to_string(name).unwrap_or_default().trim_end().to_owned()
}

/// A proposal while the names are read, with the places of those to be reported.
#[derive(Default)]
struct Guess {
    proposal: Proposal,
    /// Groups without all their members, bodies outside, and words that are no names.
    told: [Vec<(String, CellPlace)>; 3],
}

impl Guess {
    fn of(lines: &[OfficeLine], register: &Register) -> Self {
        let mut guess = Self::default();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut read: BTreeSet<&str> = BTreeSet::new();
        for line in lines.iter().filter(|line| read.insert(&line.text)) {
            let nowhere = Span::new(FileId(0), 0, line.text.len());
            let owner = register.owner(Located::new(line.text.clone(), nowhere));
            let unknown: Vec<&String> =
                owner.parties.iter().filter_map(|party| unknown(&party.value)).collect();
            for named in parties(&line.text) {
                let name = named.name;
                let is_part = |unknown: &&String| unknown.contains(&name) || name.contains(unknown.as_str());
                let is_new = unknown.iter().any(is_part) && register.find_written(&name).is_none();
                if is_new && seen.insert(name.clone()) {
                    guess.add(name, named.kind, &line.place);
                }
            }
        }
        guess.move_other_bureaus();
        guess
    }

    fn add(&mut self, name: String, kind: NameKind, place: &CellPlace) {
        let told = |name: &String| (name.clone(), place.clone());
        match kind {
            NameKind::Office => self.proposal.offices.push(name),
            NameKind::AllOffices => self.proposal.collectives.push((name, None)),
            NameKind::Group(members) => {
                self.told[0].push(told(&name));
                self.proposal.collectives.push((name, Some(members)));
            }
            NameKind::Outside => {
                self.told[1].push(told(&name));
                self.proposal.outside_bodies.push(name);
            }
            NameKind::Doubtful => self.told[2].push(told(&name)),
        }
    }

    /// 各股室 stands for every office of the register: other bureaus beside it must not be among them.
    fn move_other_bureaus(&mut self) {
        if self.proposal.collectives.iter().all(|(_, members)| members.is_some()) {
            return;
        }
        let named: BTreeSet<&String> =
            self.proposal.collectives.iter().filter_map(|(_, members)| members.as_ref()).flatten().collect();
        let (others, own): (Vec<String>, Vec<String>) = std::mem::take(&mut self.proposal.offices)
            .into_iter()
            .partition(|name| is_other_bureau(name) && !named.contains(name));
        self.proposal.offices = own;
        self.told[1].extend(others.iter().map(|name| (name.clone(), None)));
        self.proposal.outside_bodies.extend(others);
    }

    fn settle(self, sources: &mut Sources, report: &mut Report) -> Proposal {
        let findings: [fn(Span, &str) -> Diagnostic; 3] =
            [fault::collective_guessed, fault::outside_guessed, fault::no_office_name];
        for (names, finding) in self.told.iter().zip(findings) {
            let Some((_, place)) = names.iter().find(|(_, place)| place.is_some()).or(names.first()) else {
                continue;
            };
            let span = span(sources, place);
            report.push(finding(span, &quoted_all(names)));
        }
        report.sort();
        self.proposal
    }
}

fn unknown(party: &Party) -> Option<&String> {
    match party {
        Party::Unknown(name) => Some(name),
        Party::Known(_) => None,
    }
}

fn span(sources: &mut Sources, place: &CellPlace) -> Span {
    let home = FileId(0);
    let Some((sheet, at)) = place else { return Span::head(home) };
    let file = sources.file(home).path.clone();
    cell::place(sources, &file, Some(sheet), Some(&cell::name(*at)))
}

/// Names in quotation marks, the first of many.
fn quoted_all(names: &[(String, CellPlace)]) -> String {
    const MOST: usize = 12;
    let quoted = names.iter().take(MOST).map(|(name, _)| format!("“{}”", fault::quoted(name)));
    let more = if names.len() > MOST { "…" } else { "" };
    format!("{}{more}", quoted.collect::<String>())
}
