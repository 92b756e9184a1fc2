//! Folders with a `column.yaml` become the sections of the site.

use std::collections::BTreeMap;

use crate::model::section::{Section, SectionId};
use crate::read::fault::files;
use crate::read::form::section::SectionFile;
use crate::read::lower::paths::parent_folder;
use crate::read::lower::{Lookup, Lower};
use crate::read::yaml::field::Field;
use crate::source::Span;

impl Lower<'_> {
    /// The sections, parents first: a path sorts before all paths below it. A folder counts as a section even
    /// when its file is unreadable, so that its notices are checked.
    pub(super) fn sections(&self) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        let mut ids: BTreeMap<&str, SectionId> = BTreeMap::new();
        for (path, folder) in self.content.folders.iter().filter(|(path, _)| !path.is_empty()) {
            let (record, place) = match self.look_up(&format!("{path}/column.yaml")) {
                Lookup::Missing => continue,
                Lookup::Reported => (None, Span::head(*folder)),
                Lookup::Text(file) => (self.yaml::<SectionFile>(file), Span::head(file)),
            };
            let parent = ids.get(parent_folder(path)).copied();
            if parent.is_none() && !parent_folder(path).is_empty() {
                self.report.borrow_mut().push(files::stray_folder(place));
            }
            ids.insert(path, SectionId(sections.len()));
            let SectionFile { name, description, keywords, kind, code } = match record {
                Some(record) => record,
                // Missing fields of an unreadable file are not reported.
                None => SectionFile { name: Field::Wrong, ..SectionFile::default() },
            };
            let folder = format!("{path}/");
            let below = self.content.texts.range(folder.clone()..).map(|(file, _)| file);
            let holds_notices =
                below.take_while(|file| file.starts_with(&folder)).any(|file| file.ends_with("/notice.md"));
            sections.push(Section {
                path: path.clone(),
                parent,
                name: self.required(name, "名称", place),
                description: description.given(),
                keywords: keywords.given().unwrap_or_default().0,
                kind: kind.given(),
                code: code.given(),
                holds_notices,
            });
        }
        sections
    }
}
