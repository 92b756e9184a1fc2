//! The fields of a form that a page of the desk sent.

use crate::error::Error;
use crate::message;
use crate::output::Field;

/// Maximum length in bytes of a field that is not a file.
const LONGEST: usize = 64 << 10;

/// A form.
pub struct Form<'f>(pub &'f [Field]);

impl<'f> Form<'f> {
    /// A text without space around it; `None` if it is missing or blank.
    pub fn text(&self, name: &str) -> Option<&'f str> {
        self.all(name).next()
    }

    /// A text that must be there.
    pub fn required(&self, name: &str, zh: &str, en: &str) -> Result<&'f str, Error> {
        self.text(name).ok_or_else(|| Error::Usage(message!("请填写{zh}", "fill in: {en}")))
    }

    /// Every text of a name, as of ticked boxes.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &'f str> + use<'f> {
        let name = name.to_owned();
        let fields = self.0.iter().filter(move |field| field.name == name && field.file.is_none());
        let texts = fields.filter(|field| field.bytes.len() <= LONGEST);
        texts
            .filter_map(|field| std::str::from_utf8(&field.bytes).ok())
            .map(str::trim)
            .filter(|text| !text.is_empty())
    }

    /// The files of a name, each with the last part of its name. Browsers send an unnamed empty one if none was chosen.
    pub fn files(&self, name: &str) -> Vec<(&'f str, &'f [u8])> {
        let fields = self.0.iter().filter(|field| field.name == name);
        let files = fields.filter_map(|field| Some((field.file.as_deref()?, field.bytes.as_slice())));
        let files = files.map(|(name, bytes)| (name.rsplit(['/', '\\']).next().unwrap_or_default(), bytes));
        files.filter(|(name, _)| !name.is_empty()).collect()
    }
}
