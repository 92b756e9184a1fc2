//! The templates: built in, each replaceable by a project's own file of the same name.

use std::collections::BTreeMap;

use pulldown_cmark_escape::escape_html;
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, Value};

use crate::error::Error;
use crate::model::Project;
use crate::render::html::{Page, SiteView};
use crate::text::{marker, title};

/// The stylesheet's template.
pub const STYLE: &str = "style.css";
/// The script's template.
pub const SCRIPT: &str = "site.js";
/// The search page's script.
pub const SEARCH_SCRIPT: &str = "search.js";
/// The mark of the site in a browser's tab.
pub const ICON: &str = "favicon.svg";
/// The templates that are published as they are.
const ASSETS: [&str; 4] = [ICON, SCRIPT, SEARCH_SCRIPT, STYLE];

/// Every template, by file name.
pub const TEMPLATES: &[(&str, &str)] = &[
    ("404.html", include_str!("../../templates/404.html")),
    ("attachment.html", include_str!("../../templates/attachment.html")),
    ("base.html", include_str!("../../templates/base.html")),
    ("catalog.html", include_str!("../../templates/catalog.html")),
    ("chart.html", include_str!("../../templates/chart.html")),
    ("choices.html", include_str!("../../templates/choices.html")),
    ("column.html", include_str!("../../templates/column.html")),
    ("duties.html", include_str!("../../templates/duties.html")),
    (ICON, include_str!("../../templates/favicon.svg")),
    ("fields.html", include_str!("../../templates/fields.html")),
    ("fragment.html", include_str!("../../templates/fragment.html")),
    ("home.html", include_str!("../../templates/home.html")),
    ("ledger-rows.html", include_str!("../../templates/ledger-rows.html")),
    ("ledger.html", include_str!("../../templates/ledger.html")),
    ("meta.html", include_str!("../../templates/meta.html")),
    ("note.html", include_str!("../../templates/note.html")),
    ("notice.html", include_str!("../../templates/notice.html")),
    ("overview-part.html", include_str!("../../templates/overview-part.html")),
    ("overview.html", include_str!("../../templates/overview.html")),
    ("page.html", include_str!("../../templates/page.html")),
    ("pager.html", include_str!("../../templates/pager.html")),
    ("paper.html", include_str!("../../templates/paper.html")),
    ("placed.html", include_str!("../../templates/placed.html")),
    ("print.html", include_str!("../../templates/print.html")),
    ("search.html", include_str!("../../templates/search.html")),
    (SEARCH_SCRIPT, include_str!("../../templates/search.js")),
    (SCRIPT, include_str!("../../templates/site.js")),
    ("sitemap.html", include_str!("../../templates/sitemap.html")),
    ("standard.html", include_str!("../../templates/standard.html")),
    (STYLE, include_str!("../../templates/style.css")),
    ("summary.html", include_str!("../../templates/summary.html")),
    ("table-part.html", include_str!("../../templates/table-part.html")),
    ("table.html", include_str!("../../templates/table.html")),
    ("tools.html", include_str!("../../templates/tools.html")),
    ("withdrawn.html", include_str!("../../templates/withdrawn.html")),
];

/// The templates of joined sites.
const JOINED: &[(&str, &str)] = &[
    ("joined-home.html", include_str!("../../templates/joined/home.html")),
    ("joined-bureaus.html", include_str!("../../templates/joined/bureaus.html")),
    ("joined-list.html", include_str!("../../templates/joined/list.html")),
    ("joined-rows.html", include_str!("../../templates/joined/rows.html")),
    ("joined-search.html", include_str!("../../templates/joined/search.html")),
];

/// Prepared templates.
pub struct Theme {
    tera: Tera,
    assets: BTreeMap<&'static str, String>,
}

impl Theme {
    /// Parses the built-in templates, each replaced by the project's own of that name, and computes `site`.
    pub fn new(project: &Project) -> Result<Self, Error> {
        Self::with(project, &[], &SiteView::new(&project.site))
    }

    /// The templates of joined sites, too, which no project replaces. They have no feed.
    pub fn joined(project: &Project) -> Result<Self, Error> {
        Self::with(project, JOINED, &SiteView { feed: None, ..SiteView::new(&project.site) })
    }

    fn with(project: &Project, more: &[(&'static str, &str)], site: &SiteView<'_>) -> Result<Self, Error> {
        let text = |name: &str, built_in: &'static str| -> String {
            project.templates.get(name).map_or_else(|| built_in.to_owned(), |own| current(&own.value))
        };
        let mut tera = Tera::new();
        tera.register_filter("lines", lines);
        tera.register_filter("items", items);
        tera.register_filter("phrases", phrases);
        let all = TEMPLATES.iter().map(|(name, built_in)| (*name, text(name, built_in)));
        let (assets, pages): (Vec<_>, Vec<_>) = all.partition(|(name, _)| ASSETS.contains(name));
        let more = more.iter().map(|(name, text)| (*name, (*text).to_owned()));
        tera.add_raw_templates(pages.into_iter().chain(more))
            .map_err(|error| Error::Template(error.to_string()))?;
        tera.global_context().insert("site", site);
        Ok(Self { tera, assets: assets.into_iter().collect() })
    }

    /// A template that is published as it is: the stylesheet or the script.
    #[must_use]
    pub fn asset(&self, name: &str) -> &str {
        self.assets.get(name).map_or("", String::as_str)
    }

    /// A page: its template rendered with `page` and `view`.
    pub fn page(&self, template: &str, page: &Page<'_>, view: &impl Serialize) -> Result<Vec<u8>, Error> {
        let mut context = Context::new();
        context.insert_value("page", value(page)?);
        self.render_template(template, context, view)
    }

    /// A part for pasting into another site's page: its template rendered with `view`.
    pub fn part(&self, template: &str, view: &impl Serialize) -> Result<Vec<u8>, Error> {
        self.render_template(template, Context::new(), view)
    }

    /// Renders a template, which sees `site`, `page` and `view` only.
    fn render_template(
        &self,
        template: &str,
        mut context: Context,
        view: &impl Serialize,
    ) -> Result<Vec<u8>, Error> {
        context.insert_value("view", value(view)?);
        // Most pages fit: growing would copy them several times over.
        let mut page = Vec::with_capacity(16 << 10);
        self.tera.render_to(template, &context, &mut page).map_err(wrong)?;
        Ok(page)
    }
}

/// A project's own template, which may be older than `meta.html`: the tags that it printed as text are included.
fn current(template: &str) -> String {
    const OLD: &str = "{{ site.meta | safe }}{{ page.meta | safe -}}";
    template.replace(OLD, "{% include \"meta.html\" -%}")
}

fn value(view: &impl Serialize) -> Result<Value, Error> {
    Value::try_from_serializable(view).map_err(wrong)
}

#[expect(clippy::needless_pass_by_value, reason = "what `map_err` takes")]
fn wrong(error: tera::Error) -> Error {
    Error::Template(error.to_string())
}

/// The longest text in characters that is not broken at its items.
const SHORT: usize = 120;

/// A text with `<br>` between its lines: `{{ cell.text | lines }}`.
fn lines(text: &str, _: Kwargs, _: &State<'_>) -> Value {
    let mut html = String::with_capacity(text.len());
    push_lines(&mut html, text);
    Value::safe_string(&html)
}

/// A text as by `lines`, with each item of a long text, such as （1）, in an element of its own: `{{ cell.text | items }}`.
fn items(text: &str, _: Kwargs, _: &State<'_>) -> Value {
    let mut html = String::with_capacity(text.len());
    let is_long = text.len() > SHORT && text.chars().count() > SHORT;
    let starts = if is_long { marker::items(text) } else { Vec::new() };
    let starts: Vec<usize> = starts.into_iter().map(|(at, _)| at).filter(|at| *at > 0).collect();
    let ends = starts.iter().copied().skip(1).chain([text.len()]);
    push_lines(&mut html, &text[..starts.first().copied().unwrap_or(text.len())]);
    for (start, end) in starts.iter().zip(ends) {
        html.push_str("<span class=\"item\">");
        push_lines(&mut html, &text[*start..end]);
        html.push_str("</span>");
    }
    Value::safe_string(&html)
}

fn push_lines(html: &mut String, text: &str) {
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            html.push_str("<br>");
        }
        // Writing into memory cannot fail.
        let _ = escape_html(&mut *html, line);
    }
}

/// A line of a title with the places where it may be broken: `{{ line | phrases }}`.
fn phrases(text: &str, _: Kwargs, _: &State<'_>) -> Value {
    let mut html = String::with_capacity(text.len());
    for (i, piece) in title::pieces(text).into_iter().enumerate() {
        if i > 0 {
            html.push_str("<wbr>");
        }
        // Writing into memory cannot fail.
        let _ = escape_html(&mut html, piece);
    }
    Value::safe_string(&html)
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Theme")
    }
}
