//! One row that was filled in: its office, its fixed texts, its report.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::PROGRESS;
use crate::model::handout::{self, Identity, Mark, Role, concerns, is_shown_as};
use crate::model::item::{Entry, Item};
use crate::model::notice::Notice;
use crate::model::office::{Found, OfficeId};
use crate::model::progress::Note;
use crate::model::status::Statuses;
use crate::read::fault::files;
use crate::read::returned::book::Cell;
use crate::read::returned::collection::Collection;
use crate::read::returned::fault;
use crate::read::returned::form::Form;
use crate::read::returned::note::{self, Report};
use crate::read::returned::parts::NewNote;
use crate::text::character::barred;
use crate::text::filename::storable;

/// A row of a sheet.
pub struct Row<'f> {
    form: &'f Form<'f>,
    at: u32,
    filled: BTreeMap<Role, (Cell, String)>,
}

impl<'f> Row<'f> {
    /// A row with what was filled into it.
    pub fn new(form: &'f Form<'f>, row: u32) -> Self {
        Self { form, at: row, filled: form.filled(row) }
    }

    /// Turns the row into a note, or reports the reasons why it cannot be one.
    pub fn judge(&self, mark: Mark, collection: &mut Collection<'_>) {
        let place = self.form.at((self.at, self.form.identity));
        let Mark::Row(identity) = mark else {
            return collection.find(&place, fault::broken_identity);
        };
        let Some((notice, office, entry)) = self.duty(&identity, collection) else { return };
        let sound = [
            self.is_unchanged(notice, &entry, &identity.office, collection),
            self.is_plain(collection),
            self.is_whole(collection),
        ];
        if sound.contains(&false) {
            return;
        }
        let status = self.status(&collection.project.site.statuses, collection);
        let (Some(status), Some(day)) = (status, self.day(collection)) else { return };
        let text = |role| self.filled.get(&role).map(|(_, text)| text.clone());
        let evidence = text(Role::Evidence).unwrap_or_default();
        let report = Report {
            dated: day.to_string(),
            office: identity.office.clone(),
            item: identity.item.clone(),
            beginning: (entry.id() != Some(identity.item.trim()))
                .then(|| notice.beginning(entry.item))
                .flatten(),
            status,
            reporter: text(Role::Reporter),
            evidence: evidence
                .lines()
                .map(|line| line.trim().to_owned())
                .filter(|line| !line.is_empty())
                .collect(),
            words: text(Role::Report).unwrap_or_default(),
        };
        let name = storable(&format!("{day}-{}-{}", identity.office, identity.item.replace(' ', "-")));
        let (path, earlier) = home(collection, notice, &name, (office, entry.item, day));
        let text = note::text(&report, collection.manner.published);
        collection.take(NewNote { path, text, replaces: None }, earlier, self.at(Role::Report));
    }

    /// The place of what was filled in for a role, or should have been.
    fn at(&self, role: Role) -> String {
        self.form.at((self.at, self.form.column(role.heading()).unwrap_or(self.form.identity)))
    }

    /// The item of the row, with its notice and office.
    fn duty<'p>(
        &self,
        identity: &Identity,
        collection: &mut Collection<'p>,
    ) -> Option<(&'p Notice, OfficeId, Entry<'p>)> {
        let project = collection.project;
        let notice = project.notices.iter().find(|notice| notice.path == identity.notice);
        let office = match project.register.find(&identity.office) {
            Some(Found::Office(office)) => Some(office),
            _ => None,
        };
        let place = self.form.at((self.at, self.form.identity));
        let Some(notice) = notice else {
            collection.find(&place, |span| fault::unknown_notice(span, &identity.notice));
            return None;
        };
        let Some(office) = office else {
            collection.find(&place, |span| fault::unknown_office(span, &identity.office));
            return None;
        };
        let entry = notice.item(&identity.item).and_then(|item| notice.entry(item));
        let own = entry.filter(|entry| concerns(entry, office, &project.register));
        if own.is_none() {
            collection.find(&place, |span| {
                fault::unknown_item(span, &identity.item, &identity.office, entry.is_some())
            });
        }
        Some((notice, office, own?))
    }

    /// Whether the fixed texts equal those of today; only the first that differs is reported. Number and table of an
    /// item are not compared: they may change while the item stays the same.
    fn is_unchanged(
        &self,
        notice: &Notice,
        entry: &Entry<'_>,
        office: &str,
        collection: &mut Collection<'_>,
    ) -> bool {
        let form = handout::Form::new(notice);
        let says = [Role::Task, Role::Measure, Role::Offices, Role::Deadline];
        let fixed = form.columns.iter().filter(|column| says.contains(&column.role));
        // Handouts of before had headings of their own, and no hidden column of days.
        let is_of_before = self.form.column(Role::Due.heading()).is_none();
        for column in fixed {
            let heading = match column.role {
                role @ (Role::Task | Role::Measure | Role::Deadline) if is_of_before => role.heading(),
                _ => &column.heading,
            };
            let Some(at) = self.form.column(heading) else {
                let place = self.form.at((self.form.head, self.form.identity));
                collection.find(&place, |span| fault::lost_column(span, heading));
                return false;
            };
            let (expected, found) = (form.text(entry, office, column), self.form.sheet.text((self.at, at)));
            if !is_shown_as(&found, &form.whole(entry, column.role)) {
                let place = self.form.at((self.at, at));
                collection.find(&place, |span| fault::changed_text(span, heading, &expected, &found));
                return false;
            }
        }
        true
    }

    /// Whether what was filled in is neither calculated nor merged, and text that every output can hold.
    fn is_plain(&self, collection: &mut Collection<'_>) -> bool {
        for (cell, text) in self.filled.values() {
            if let Some((_, c)) = barred(text).first() {
                collection.find(&self.form.at(*cell), |span| files::barred_character(span, *c));
                return false;
            }
            if self.form.sheet.is_calculated(*cell) {
                collection.find(&self.form.at(*cell), fault::formula);
                return false;
            }
            if self.form.sheet.merged.iter().any(|range| range.contains(cell.0, cell.1) && range.len() > 1) {
                collection.find(&self.form.at(*cell), fault::merged);
                return false;
            }
        }
        true
    }

    /// Whether everything that a report needs was filled in.
    fn is_whole(&self, collection: &mut Collection<'_>) -> bool {
        let needed = [Role::Status, Role::Report, Role::Dated];
        let lacking: Vec<Role> = needed.into_iter().filter(|role| !self.filled.contains_key(role)).collect();
        let Some(first) = lacking.first() else { return true };
        let headings: Vec<&str> = lacking.iter().map(|role| role.heading()).collect();
        collection.find(&self.at(*first), |span| fault::missing_cells(span, &headings));
        false
    }

    fn status(&self, statuses: &Statuses, collection: &mut Collection<'_>) -> Option<String> {
        let (_, word) = self.filled.get(&Role::Status)?;
        let known: Vec<&str> = statuses.iter().map(|(_, status)| status.word.value.as_str()).collect();
        let found = known.iter().copied().find(|known| known.trim() == word);
        if found.is_none() {
            collection.find(&self.at(Role::Status), |span| fault::unknown_status(span, word, &known));
        }
        found.map(str::to_owned)
    }

    fn day(&self, collection: &mut Collection<'_>) -> Option<Date> {
        let (cell, text) = self.filled.get(&Role::Dated)?;
        let Some(day) = self.form.sheet.day(*cell) else {
            collection.find(&self.at(Role::Dated), |span| fault::wrong_day(span, text));
            return None;
        };
        if self.form.sheet.hides_day(*cell, day) {
            collection.find(&self.at(Role::Dated), |span| fault::day_not_shown(span, text));
            return None;
        }
        let today = collection.project.today;
        if day > today {
            collection.find(&self.at(Role::Dated), |span| fault::future_day(span, day, today));
            return None;
        }
        Some(day)
    }
}

/// The path of a report below `content/`, and the note that it repeats or corrects.
///
/// A position of the table may have been another item's when an earlier note got its name: such a note is left alone, and
/// the new one gets a name of its own.
fn home<'p>(
    collection: &Collection<'p>,
    notice: &'p Notice,
    name: &str,
    (office, item, day): (OfficeId, Item, Date),
) -> (String, Option<&'p Note>) {
    let register = &collection.project.register;
    let is_own =
        |note: &&Note| note.about == Some(item) && register.offices_of(&note.office).into_iter().eq([office]);
    let mut own = notice.notes.iter().filter(is_own);
    let same_day = own.clone().find(|note| note.dated.value == day);
    // Somebody may have corrected the day of a note with this name.
    let earlier = same_day.or_else(|| own.find(|note| note.name.to_lowercase() == name.to_lowercase()));
    let path = |name: &str| format!("{}/{PROGRESS}/{name}.md", notice.path);
    if let Some(earlier) = earlier {
        return (path(&earlier.name), Some(earlier));
    }
    let names = std::iter::once(path(name)).chain((2..).map(|n| path(&format!("{name}-{n}"))));
    let mut names = names.skip_while(|path| collection.is_taken(path));
    (names.next().unwrap_or_default(), None)
}
