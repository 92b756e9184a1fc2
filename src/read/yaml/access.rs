//! serde's ways into a value of the tree: one that may be refused, a list, a record, a value with its place.

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, SeqAccess};

use crate::read::fault::fields;
use crate::read::yaml::at::{At, Refusal};
use crate::read::yaml::tree::{Kind, Node};
use crate::text::similar::near;

/// One value that may be refused: the mistake ends here.
pub struct Forgiving<'n, 's> {
    /// The value's place.
    pub at: At<'n, 's>,
    /// Whether the value was asked for already.
    pub asked: bool,
}

impl<'n> SeqAccess<'n> for Forgiving<'n, '_> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'n>>(&mut self, seed: T) -> Result<Option<T::Value>, Refusal> {
        if std::mem::replace(&mut self.asked, true) {
            return Ok(None);
        }
        let value = seed.deserialize(self.at);
        Ok(value.map_err(|refusal| self.at.report(refusal)).ok())
    }
}

/// The items of a list.
pub struct Items<'n, 's> {
    /// The value's place.
    pub at: At<'n, 's>,
    /// The items that are left.
    pub items: std::slice::Iter<'n, Node<'s>>,
}

impl<'n> SeqAccess<'n> for Items<'n, '_> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'n>>(&mut self, seed: T) -> Result<Option<T::Value>, Refusal> {
        let Some(item) = self.items.next() else { return Ok(None) };
        seed.deserialize(self.at.with(item)).map(Some)
    }
}

/// The entries of a record.
pub struct Entries<'n, 's> {
    /// The value's place.
    pub at: At<'n, 's>,
    /// The entries that are left.
    pub rest: std::slice::Iter<'n, (Node<'s>, Node<'s>)>,
    /// The value of the key that was read last.
    pub value: Option<&'n Node<'s>>,
    /// The keys of the struct that is filled, if it is one.
    pub known: Option<&'static [&'static str]>,
}

impl Entries<'_, '_> {
    /// Whether the record has a key of that name.
    fn has(&self, name: &str) -> bool {
        let Kind::Record(entries) = &self.at.node.kind else { return false };
        entries.iter().any(|(key, _)| key.text() == Some(name))
    }
}

impl<'n> MapAccess<'n> for Entries<'n, '_> {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'n>>(&mut self, seed: K) -> Result<Option<K::Value>, Refusal> {
        while let Some((key, value)) = self.rest.next() {
            let name = key.text().unwrap_or_default();
            if let Some(known) = self.known
                && !known.contains(&name)
            {
                let near = near(name, known.iter().copied());
                let finding = fields::unknown_key(key.span, name, near, |word| self.has(word));
                self.at.report.borrow_mut().push(finding);
                // Read as if it were written right, so that one slip is one finding.
                let Some(near) = near.map(|near| near.word).filter(|near| !self.has(near)) else { continue };
                self.value = Some(value);
                let key: StrDeserializer<'_, Refusal> = near.into_deserializer();
                return seed.deserialize(key).map(Some);
            }
            self.value = Some(value);
            return seed.deserialize(self.at.with(key)).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'n>>(&mut self, seed: V) -> Result<V::Value, Refusal> {
        match self.value.take() {
            Some(value) => seed.deserialize(self.at.with(value)),
            None => Err(Refusal::custom("a key without its value")),
        }
    }
}

/// A place and a value, for [`Located`](crate::source::Located).
pub struct Parts<'n, 's> {
    /// The value's place.
    pub at: At<'n, 's>,
    /// The number of the next part.
    pub next: u8,
}

impl<'n> SeqAccess<'n> for Parts<'n, '_> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'n>>(&mut self, seed: T) -> Result<Option<T::Value>, Refusal> {
        let span = self.at.node.span;
        let part = self.next;
        self.next += 1;
        match part {
            0 => seed.deserialize(span.file.0.into_deserializer()).map(Some),
            1 => seed.deserialize(span.start.into_deserializer()).map(Some),
            2 => seed.deserialize(span.end.into_deserializer()).map(Some),
            3 => seed.deserialize(self.at.node.margin().spaces.into_deserializer()).map(Some),
            4 => seed.deserialize(self.at.node.margin().has_returns.into_deserializer()).map(Some),
            5 => seed.deserialize(self.at).map(Some),
            _ => Ok(None),
        }
    }
}
