//! The ways in which values stand in a form: a field that may be missing or wrong, several values or one, a
//! record with any keys. Each also has a JSON Schema for editors.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use crate::source::Located;

/// The name under which a [`Field`] asks that mistakes in its value end with it.
pub const FIELD: &str = "$gongkai::Field";

/// Text as written.
pub type Text = Located<String>;

/// A field of a form.
#[derive(Clone, Debug, Default)]
pub enum Field<T> {
    /// Not there.
    #[default]
    Absent,
    /// There, but not readable; that has been reported.
    Wrong,
    /// There.
    Given(T),
}

impl<T> Field<T> {
    /// The value, if there is a readable one.
    pub fn given(self) -> Option<T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Absent | Self::Wrong => None,
        }
    }
}

/// Several values, or one; those that cannot be read are reported and left out.
#[derive(Clone, Debug)]
pub struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// A record with any keys, in the order of writing.
#[derive(Clone, Debug, Default)]
pub struct Open(pub Vec<(Text, Entry)>);

impl Open {
    /// Takes an entry out.
    pub fn take(&mut self, key: &str) -> Option<(Text, Entry)> {
        let at = self.0.iter().position(|(name, _)| name.value == key)?;
        Some(self.0.remove(at))
    }
}

/// A value in an [`Open`] record.
#[derive(Clone, Debug, Deserialize)]
pub enum Entry {
    /// One value.
    Text(Text),
    /// Several.
    List(Located<List<Entry>>),
    /// A record within.
    Record(Located<Open>),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple_struct(FIELD, 1, FieldVisitor(PhantomData))
    }
}

/// Receives the value, or nothing where it was refused.
struct FieldVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for FieldVisitor<T> {
    type Value = Field<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut value: A) -> Result<Field<T>, A::Error> {
        Ok(value.next_element()?.map_or(Field::Wrong, Field::Given))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items = Vec::<Field<T>>::deserialize(deserializer)?;
        Ok(Self(items.into_iter().filter_map(Field::given).collect()))
    }
}

impl<'de> Deserialize<'de> for Open {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OpenVisitor)
    }
}

/// Receives keys and values of any name.
struct OpenVisitor;

impl<'de> Visitor<'de> for OpenVisitor {
    type Value = Open;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Open, A::Error> {
        let mut open = Open::default();
        while let Some((key, value)) = entries.next_entry::<Text, Field<Entry>>()? {
            if let Field::Given(value) = value {
                open.0.push((key, value));
            }
        }
        Ok(open)
    }
}

/// Yes or no.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(transparent)]
pub struct YesNo(pub bool);

impl JsonSchema for YesNo {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "YesNo".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": [true, false, "是", "否"] })
    }
}

/// The schema of a field is that of its value; whether it may be missing is part of the schema of its record.
impl<T: JsonSchema> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// One value, several, or none after the colon.
impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("ListOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [item, { "type": "array", "items": item }, { "type": "null" }] })
    }
}

/// Any keys, with values of any shape.
impl JsonSchema for Open {
    fn schema_name() -> Cow<'static, str> {
        "Open".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let entry = generator.subschema_for::<Entry>();
        json_schema!({ "type": ["object", "null"], "additionalProperties": entry })
    }
}

impl JsonSchema for Entry {
    fn schema_name() -> Cow<'static, str> {
        "Entry".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = generator.subschema_for::<Text>();
        let list = generator.subschema_for::<List<Self>>();
        let record = generator.subschema_for::<Open>();
        json_schema!({ "anyOf": [text, list, record] })
    }
}
