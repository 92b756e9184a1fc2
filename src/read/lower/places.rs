//! 固定栏目 of `site.yaml`, with the pages that it names.

use crate::model::fixed_place::{FixedKind, FixedPlace, PlaceTarget, SitePage};
use crate::model::section::RESERVED;
use crate::read::fault::{fields, files};
use crate::read::form::page::PageFile;
use crate::read::lower::paper::Home;
use crate::read::lower::{Lookup, Lower};
use crate::read::yaml::field::{Field, Open, Text};
use crate::source::{FileId, Located, Span};
use crate::text::link;

impl Lower<'_> {
    /// The fixed places, in the order of the navigation. A name that is none is reported.
    pub(super) fn places(&self, field: Field<Open>, example: bool) -> Vec<FixedPlace> {
        let written = self.pairs(field);
        let names = FixedKind::WORDS.map(|(name, _)| name);
        for (name, _) in written.iter().filter(|(name, _)| !names.contains(&name.value.trim())) {
            self.unknown(name, &names);
        }
        let place = |(name, kind): (&str, FixedKind)| {
            let (_, text) = written.iter().find(|(written, _)| written.value.trim() == name)?;
            let text = text.clone();
            Some(FixedPlace { kind, target: self.place_target(kind, &text, example), written: text })
        };
        FixedKind::WORDS.into_iter().filter_map(place).collect()
    }

    /// An address, a section, or a page. A blank value waits for whoever fills it in: a rule says so.
    fn place_target(&self, kind: FixedKind, text: &Text, example: bool) -> Option<PlaceTarget> {
        let written = text.value.trim();
        if written.is_empty() {
            return None;
        }
        if link::scheme(written).is_some_and(|scheme| ["http", "https"].contains(&scheme)) {
            return Some(PlaceTarget::Address);
        }
        let path = written.replace('\\', "/");
        let path = path.trim_matches('/');
        if self.content.texts.contains_key(&format!("{path}/column.yaml")) {
            return Some(PlaceTarget::Section(path.to_owned()));
        }
        match path.strip_suffix(".md").map(|name| (name, self.look_up(path))) {
            Some((name, Lookup::Text(file))) => {
                self.site_page(kind, name, file, text, example).map(PlaceTarget::Page)
            }
            Some((_, Lookup::Reported)) => None,
            Some((_, Lookup::Missing)) | None => {
                self.report.borrow_mut().push(fields::no_such_place(text.span, written));
                None
            }
        }
    }

    fn site_page(
        &self,
        kind: FixedKind,
        name: &str,
        file: FileId,
        text: &Text,
        example: bool,
    ) -> Option<SitePage> {
        // A page beside index.html must not take its place, or that of another page of the program.
        let address = format!("{}.html", name.to_lowercase());
        if name.contains('/') || RESERVED.contains(&address.as_str()) {
            self.report.borrow_mut().push(files::page_out_of_place(text.span, name));
            return None;
        }
        let parts = self.split(file, "标题")?;
        let form: PageFile = self.yaml_part(file, parts.fields.0, parts.fields.1)?;
        let span = Span::head(file);
        let home = Home { folders: &[""], anchors: &[], tables: None };
        Some(SitePage {
            path: name.to_owned(),
            title: form.title.given().unwrap_or_else(|| Located::new(kind.name().to_owned(), span)),
            example: example || form.example.given().is_some_and(|example| example.0),
            published: self.optional_moment(form.published),
            body: self.parsed(parts.body, home),
            span,
        })
    }
}
