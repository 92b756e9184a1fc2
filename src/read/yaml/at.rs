//! A deserializer's place in the tree, and the mistakes that it meets there.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeOwned, Error};

use crate::diagnostic::{Diagnostic, Report};
use crate::read::fault::fields;
use crate::read::fault::fields::Shape;
use crate::read::yaml::tree::{Kind, Node};

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
pub struct At<'n, 's> {
    /// The node.
    pub node: &'n Node<'s>,
    /// The findings so far.
    pub report: &'n RefCell<Report>,
}

impl<'n, 's> At<'n, 's> {
    /// Reports a finding and refuses the value.
    pub fn refuse<T>(self, finding: Diagnostic) -> Result<T, Refusal> {
        self.report.borrow_mut().push(finding);
        Err(Refusal(None))
    }

    /// Reports a refusal that still carries a reason of serde's.
    pub fn report(self, refusal: Refusal) {
        if let Some(reason) = refusal.0 {
            self.report.borrow_mut().push(fields::refused(self.node.span, &reason));
        }
    }

    /// The text of a scalar; anything else is refused.
    pub fn text(self) -> Result<&'n str, Refusal> {
        match self.node.text() {
            Some(text) => Ok(text),
            None => self.refuse(fields::wrong_shape(self.node.head(), Shape::Text)),
        }
    }

    /// A scalar that is not a text, as YAML understands it.
    pub fn scalar<T: DeserializeOwned>(self) -> Result<T, Refusal> {
        serde_yaml::from_str(self.text()?).map_err(Refusal::custom)
    }

    /// The entries of a record; anything else is refused.
    pub fn entries(self) -> Result<&'n [(Node<'s>, Node<'s>)], Refusal> {
        match &self.node.kind {
            Kind::Record(entries) => Ok(entries),
            _ if self.node.is_blank() => Ok(&[]),
            _ => self.refuse(fields::wrong_shape(self.node.head(), Shape::Record)),
        }
    }

    /// The name that an enum's variant has when it stands for what is here.
    pub fn shape(self) -> &'static str {
        match &self.node.kind {
            Kind::Scalar { .. } => "Text",
            Kind::List(_) => "List",
            Kind::Record(_) => "Record",
        }
    }

    /// A deserializer at another node, with the same report.
    pub fn with(self, node: &'n Node<'s>) -> Self {
        Self { node, ..self }
    }
}
