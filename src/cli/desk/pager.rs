//! The templates of the desk, and the files that its pages load.

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, Value};

use crate::error::Error;
use crate::output::Answer;
use crate::text::message::Lang;

/// The stylesheet's address.
const STYLE: &str = "desk.css";
/// The script's address.
const SCRIPT: &str = "desk.js";

/// The address of the mark in a browser's tab.
const ICON: &str = "icon.svg";

/// A file that the pages load, by its address.
pub fn asset(address: &str) -> Option<Answer> {
    let text = match address {
        STYLE => include_str!("../../../templates/desk/desk.css"),
        SCRIPT => include_str!("../../../templates/desk/desk.js"),
        ICON => include_str!("../../../templates/favicon.svg"),
        _ => return None,
    };
    Some(Answer::asset(address, text))
}

/// Every template, by name.
const TEMPLATES: [(&str, &str); 8] = [
    ("base.html", include_str!("../../../templates/desk/base.html")),
    ("finding.html", include_str!("../../../templates/desk/finding.html")),
    ("findings.html", include_str!("../../../templates/desk/findings.html")),
    ("import.html", include_str!("../../../templates/desk/import.html")),
    ("reports.html", include_str!("../../../templates/desk/reports.html")),
    ("offices.html", include_str!("../../../templates/desk/offices.html")),
    ("build.html", include_str!("../../../templates/desk/build.html")),
    ("projects.html", include_str!("../../../templates/desk/projects.html")),
];

/// The templates, prepared for one language.
pub struct Pager {
    tera: Tera,
}

impl Pager {
    /// Parses the templates.
    pub fn new(lang: Lang) -> Result<Self, Error> {
        let mut tera = Tera::new();
        // Both languages stand side by side in a template, so that neither can be forgotten.
        tera.register_filter("en", move |zh: &str, kwargs: Kwargs, _: &State<'_>| -> String {
            let en: Option<String> = kwargs.get("text").ok().flatten();
            lang.pick(zh, en.as_deref().unwrap_or(zh)).to_owned()
        });
        tera.global_context().insert("lang", lang.pick("zh-CN", "en"));
        tera.add_raw_templates(TEMPLATES).map_err(|error| Error::Template(error.to_string()))?;
        Ok(Self { tera })
    }

    /// A page.
    pub fn render(
        &self,
        template: &str,
        frame: &impl Serialize,
        view: &impl Serialize,
    ) -> Result<Vec<u8>, Error> {
        let mut context = Context::new();
        context.insert_value("frame", value(frame)?);
        context.insert_value("view", value(view)?);
        let page = self.tera.render(template, &context);
        page.map(String::into_bytes).map_err(|error| Error::Template(error.to_string()))
    }
}

fn value(view: &impl Serialize) -> Result<Value, Error> {
    Value::try_from_serializable(view).map_err(|error| Error::Template(error.to_string()))
}
