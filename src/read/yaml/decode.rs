//! serde's view of a located tree: the structs of [`form`](crate::read::form) are filled from it.
//!
//! serde stops at the first mistake of a value. We go on: a mistake is reported where it is made, and the
//! nearest [`Field`](crate::read::yaml::field::Field) or list above it goes on without the value. Keys that a struct
//! does not have are reported with the nearest one it has. Plain scalars that are not texts (numbers, yes and
//! no) are read by `serde_yaml`, so that they have their YAML meaning.

use std::cell::RefCell;

use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::diagnostic::Report;
use crate::read::fault::fields;
use crate::read::fault::fields::Shape;
use crate::read::yaml::access::{Entries, Forgiving, Items, Parts};
use crate::read::yaml::at::{At, Refusal};
use crate::read::yaml::field::FIELD;
use crate::read::yaml::tree::{Kind, Node};
use crate::source::LOCATED;

/// Fills a value from a tree. `None` when it cannot be had; every mistake is in the report.
pub fn decode<'n, T: Deserialize<'n>>(node: &'n Node<'_>, report: &'n RefCell<Report>) -> Option<T> {
    let at = At { node, report };
    T::deserialize(at).map_err(|refusal| at.report(refusal)).ok()
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
            None => self.refuse(fields::yes_or_no(self.node.span, self.text().unwrap_or_default())),
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

    /// The variants of an enum are shapes: the shape of the node chooses the variant.
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
