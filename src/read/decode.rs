//! serde's view of a located tree: the structs of [`format`](crate::read::format) are filled from it.
//!
//! serde stops at the first mistake of a value. We go on: a mistake is reported where it is made, and the
//! nearest [`Field`](crate::read::format::Field) or list above it goes on without the value. Keys that a struct
//! does not have are reported with the nearest one it has. Plain scalars that are not texts (numbers, yes and
//! no) are read by `serde_yaml`, so that they mean what YAML says.

use std::cell::RefCell;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer,
    MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::diagnostic::{Diagnostic, Report};
use crate::read::fault::fields;
use crate::read::fault::fields::Shape;
use crate::read::format::FIELD;
use crate::read::yaml::{Kind, Node};
use crate::source::LOCATED;
use crate::text::similar::nearest;

/// Fills a value from a tree. `None` when it cannot be had; every mistake is in the report.
pub fn decode<'n, T: Deserialize<'n>>(node: &'n Node<'_>, report: &'n RefCell<Report>) -> Option<T> {
    let at = At { node, report };
    T::deserialize(at).map_err(|refusal| at.report(refusal)).ok()
}

/// A mistake on its way up; it has been reported already unless it still carries a reason of serde's.
#[derive(Debug)]
pub struct Refusal(Option<String>);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_deref().unwrap_or("reported"))
    }
}

impl std::error::Error for Refusal {}

impl Error for Refusal {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Self(Some(reason.to_string()))
    }
}

/// A deserializer that stands at a node.
#[derive(Clone, Copy)]
struct At<'n, 's> {
    node: &'n Node<'s>,
    report: &'n RefCell<Report>,
}

impl<'n, 's> At<'n, 's> {
    fn refuse<T>(self, finding: Diagnostic) -> Result<T, Refusal> {
        self.report.borrow_mut().push(finding);
        Err(Refusal(None))
    }

    fn report(self, refusal: Refusal) {
        if let Some(reason) = refusal.0 {
            self.report.borrow_mut().push(fields::refused(self.node.span, &reason));
        }
    }

    fn text(self) -> Result<&'n str, Refusal> {
        match self.node.text() {
            Some(text) => Ok(text),
            None => self.refuse(fields::wrong_shape(self.node.head(), Shape::Text)),
        }
    }

    /// A scalar that is not a text, as YAML understands it.
    fn scalar<T: DeserializeOwned>(self) -> Result<T, Refusal> {
        serde_yaml::from_str(self.text()?).map_err(Refusal::custom)
    }

    fn entries(self) -> Result<&'n [(Node<'s>, Node<'s>)], Refusal> {
        match &self.node.kind {
            Kind::Record(entries) => Ok(entries),
            _ if self.node.is_blank() => Ok(&[]),
            _ => self.refuse(fields::wrong_shape(self.node.head(), Shape::Record)),
        }
    }

    /// The name that an enum's variant has when it stands for what is here.
    fn shape(self) -> &'static str {
        match &self.node.kind {
            Kind::Scalar { .. } => "Text",
            Kind::List(_) => "List",
            Kind::Record(_) => "Record",
        }
    }

    fn with(self, node: &'n Node<'s>) -> Self {
        Self { node, ..self }
    }
}

/// Answers a request for a number by asking `serde_yaml`.
macro_rules! scalars {
    ($($method:ident $visit:ident $type:ty),* $(,)?) => {$(
        fn $method<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, Refusal> {
            visitor.$visit(self.scalar::<$type>()?)
        }
    )*};
}

impl<'n> Deserializer<'n> for At<'n, '_> {
    type Error = Refusal;

    scalars! {
        deserialize_u64 visit_u64 u64,
        deserialize_u32 visit_u32 u32,
        deserialize_f64 visit_f64 f64,
    }

    /// Yes or no: as YAML writes it, or 是 and 否.
    fn deserialize_bool<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, Refusal> {
        let yes = match self.text()? {
            "是" => Some(true),
            "否" => Some(false),
            text => serde_yaml::from_str(text).ok(),
        };
        match yes {
            Some(yes) => visitor.visit_bool(yes),
            None => self.refuse(fields::yes_or_no(self.node.span)),
        }
    }

    fn deserialize_any<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match &self.node.kind {
            Kind::Scalar { .. } => visitor.visit_borrowed_str(self.text()?),
            Kind::List(_) => self.deserialize_seq(visitor),
            Kind::Record(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_some(self)
    }

    /// A single value is a list of one: `责任股室: 危化股`.
    fn deserialize_seq<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, Refusal> {
        let items: &'n [Node<'_>] = match &self.node.kind {
            Kind::List(items) => items,
            _ if self.node.is_blank() => &[],
            _ => std::slice::from_ref(self.node),
        };
        visitor.visit_seq(Items { at: self, items: items.iter() })
    }

    fn deserialize_tuple_struct<V: Visitor<'n>>(
        self,
        name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match name {
            LOCATED => visitor.visit_seq(Parts { at: self, next: 0 }),
            FIELD => visitor.visit_seq(Forgiving { at: self, asked: false }),
            _ => self.deserialize_seq(visitor),
        }
    }

    fn deserialize_map<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_map(Entries { at: self, rest: self.entries()?.iter(), value: None, known: None })
    }

    fn deserialize_struct<V: Visitor<'n>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_map(Entries {
            at: self,
            rest: self.entries()?.iter(),
            value: None,
            known: Some(fields),
        })
    }

    /// Enums tell shapes apart: the variant is chosen by what stands here.
    fn deserialize_enum<V: Visitor<'n>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        if variants.contains(&self.shape()) {
            return visitor.visit_enum(self);
        }
        let expected = if variants.contains(&"Text") { Shape::Text } else { Shape::Record };
        self.refuse(fields::wrong_shape(self.node.head(), expected))
    }

    forward_to_deserialize_any! {
        <W: Visitor<'n>>
        i8 i16 i32 i64 u8 u16 f32 char bytes byte_buf unit unit_struct newtype_struct tuple ignored_any
    }
}

impl<'n> EnumAccess<'n> for At<'n, '_> {
    type Error = Refusal;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'n>>(self, seed: V) -> Result<(V::Value, Self), Refusal> {
        let name: StrDeserializer<'_, Refusal> = self.shape().into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'n> VariantAccess<'n> for At<'n, '_> {
    type Error = Refusal;

    fn unit_variant(self) -> Result<(), Refusal> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'n>>(self, seed: T) -> Result<T::Value, Refusal> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'n>>(self, _len: usize, visitor: V) -> Result<V::Value, Refusal> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'n>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        self.deserialize_struct("", fields, visitor)
    }
}

/// One value that may be refused: the mistake ends here.
struct Forgiving<'n, 's> {
    at: At<'n, 's>,
    asked: bool,
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
struct Items<'n, 's> {
    at: At<'n, 's>,
    items: std::slice::Iter<'n, Node<'s>>,
}

impl<'n> SeqAccess<'n> for Items<'n, '_> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'n>>(&mut self, seed: T) -> Result<Option<T::Value>, Refusal> {
        let Some(item) = self.items.next() else { return Ok(None) };
        seed.deserialize(self.at.with(item)).map(Some)
    }
}

impl Entries<'_, '_> {
    /// Whether the record has a key of that name.
    fn has(&self, name: &str) -> bool {
        let Kind::Record(entries) = &self.at.node.kind else { return false };
        entries.iter().any(|(key, _)| key.text() == Some(name))
    }
}

/// The entries of a record. `known` are the keys of the struct that is filled, if it is one.
struct Entries<'n, 's> {
    at: At<'n, 's>,
    rest: std::slice::Iter<'n, (Node<'s>, Node<'s>)>,
    value: Option<&'n Node<'s>>,
    known: Option<&'static [&'static str]>,
}

impl<'n> MapAccess<'n> for Entries<'n, '_> {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'n>>(&mut self, seed: K) -> Result<Option<K::Value>, Refusal> {
        while let Some((key, value)) = self.rest.next() {
            let name = key.text().unwrap_or_default();
            if let Some(known) = self.known
                && !known.contains(&name)
            {
                let near = nearest(name, known.iter().copied());
                self.at.report.borrow_mut().push(fields::unknown_key(key.span, name, near));
                // Read as if it were written right, so that one slip is one finding.
                let Some(near) = near.filter(|near| !self.has(near)) else { continue };
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
struct Parts<'n, 's> {
    at: At<'n, 's>,
    next: u8,
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
            3 => seed.deserialize(self.at).map(Some),
            _ => Ok(None),
        }
    }
}
