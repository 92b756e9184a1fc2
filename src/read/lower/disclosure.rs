//! 公开属性: the block of fields about the disclosure of a notice.

use crate::model::disclosure::{Disclosure, Field as DisclosureField, Level, Value};
use crate::read::fault::fields;
use crate::read::fault::fields::Shape;
use crate::read::lower::Lower;
use crate::read::lower::offices::head;
use crate::read::yaml::field::{Entry, Field, Open, Text};
use crate::source::Located;

impl Lower<'_> {
    pub(super) fn disclosure(&self, block: Open) -> Disclosure {
        let fields =
            block.0.into_iter().map(|(name, entry)| DisclosureField { name, value: self.value(entry) });
        Disclosure { fields: fields.collect() }
    }

    fn value(&self, entry: Entry) -> Value {
        let mut levels = Vec::new();
        let mut texts = Vec::new();
        for item in flat(entry) {
            match item {
                Entry::Text(text) => texts.push(text),
                Entry::Record(record) => levels.push(self.level(record)),
                Entry::List(list) => {
                    self.report.borrow_mut().push(fields::wrong_shape(list.span, Shape::Text));
                }
            }
        }
        if levels.is_empty() { Value::Texts(texts) } else { Value::Levels(levels) }
    }

    fn level(&self, record: Located<Open>) -> Level {
        let place = head(record.span);
        let mut fields = record.value;
        let name = fields.take("层级").map(|(_, entry)| entry);
        let channels = fields.take("公开渠道和载体").map(|(_, entry)| entry);
        self.unknown_keys(fields, [("层级", name.is_some()), ("公开渠道和载体", channels.is_some())]);
        let name = name.and_then(|entry| self.texts(entry).into_iter().next());
        Level {
            name: self.required(name.map_or(Field::Absent, Field::Given), "层级", place),
            channels: channels.map(|entry| self.texts(entry)).unwrap_or_default(),
        }
    }

    /// The texts of an entry: one text, or a list of texts.
    pub(super) fn texts(&self, entry: Entry) -> Vec<Text> {
        let mut texts = Vec::new();
        for item in flat(entry) {
            match item {
                Entry::Text(text) => texts.push(text),
                Entry::List(Located { span, .. }) | Entry::Record(Located { span, .. }) => {
                    self.report.borrow_mut().push(fields::wrong_shape(span, Shape::Text));
                }
            }
        }
        texts
    }

    /// Reports the keys left in a record after the known keys were taken out, each of which was there or not.
    fn unknown_keys(&self, rest: Open, known: [(&str, bool); 2]) {
        let is_written = |word: &str| known.contains(&(word, true));
        for (key, _) in rest.0 {
            let near = crate::text::similar::near(&key.value, known.map(|(word, _)| word));
            self.report.borrow_mut().push(fields::unknown_key(key.span, &key.value, near, is_written));
        }
    }
}

/// The items of a list; any other entry as the only item.
pub(super) fn flat(entry: Entry) -> Vec<Entry> {
    match entry {
        Entry::List(list) => list.value.0,
        one => vec![one],
    }
}
