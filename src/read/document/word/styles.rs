//! `styles.xml`: the looks that paragraphs and runs take from their styles.

use std::collections::BTreeMap;

use crate::read::document::Typeface;
use crate::read::document::fault::Fault;
use crate::read::document::raised::Raised;
use crate::read::document::word::face::Symbols;
use crate::read::document::word::properties::{ParagraphProperties, RunProperties};
use crate::read::document::word::xml::Xml;

/// The most styles that are kept. Word knows some four thousand.
const STYLES: usize = 20_000;
/// The most styles of which one is based on the other. Word allows eleven.
const BASES: usize = 20;

/// All styles, each with what it takes from those on which it is based.
#[derive(Debug, Default)]
pub struct Styles {
    /// Defaults of all runs.
    defaults: RunProperties,
    /// Defaults of all paragraphs.
    paragraph: ParagraphProperties,
    /// The style of paragraphs that name none.
    normal: Style,
    by_id: BTreeMap<String, Style>,
}

/// A style.
#[derive(Clone, Debug, Default)]
pub struct Style {
    /// The id of the style on which it is based.
    based_on: Option<String>,
    /// Properties of runs.
    pub run: RunProperties,
    /// Properties of paragraphs.
    pub paragraph: ParagraphProperties,
    /// The id of the style, of those on which it is based and itself, that says which numbers it has.
    pub numbered: Option<String>,
}

/// The look of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct RunLook {
    /// The typeface.
    pub typeface: Typeface,
    /// The typeface of symbols.
    pub symbols: Option<Symbols>,
    /// The size.
    pub half_points: Option<u16>,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// Whether it is struck through.
    pub is_struck: bool,
    /// Whether it is red.
    pub is_red: bool,
    /// Superscript or subscript.
    pub raised: Option<Raised>,
}

impl Styles {
    /// Reads the part.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let mut xml = Xml::new(text);
        let (mut styles, mut written, mut normal) = (Self::default(), BTreeMap::new(), None);
        if xml.child()?.is_none() {
            return Ok(styles);
        }
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "docDefaults" => styles.defaults(&mut xml)?,
                "style" if written.len() < STYLES => {
                    let id = tag.get("styleId").map(String::from);
                    let is_default = tag.get("default").is_some_and(|value| value == "1" || value == "true");
                    let is_paragraph = tag.get("type").is_none_or(|kind| kind == "paragraph");
                    let style = Style::read(&mut xml, id.as_deref())?;
                    if is_default && is_paragraph {
                        normal.clone_from(&id);
                    }
                    written.extend(id.map(|id| (id, style)));
                }
                _ => xml.skip()?,
            }
        }
        styles.by_id = written.keys().map(|id| (id.clone(), resolved(&written, id))).collect();
        styles.normal = normal.and_then(|id| styles.by_id.get(&id).cloned()).unwrap_or_default();
        Ok(styles)
    }

    fn defaults(&mut self, xml: &mut Xml<'_>) -> Result<(), Fault> {
        while let Some(tag) = xml.child()? {
            let is_run = tag.name() == "rPrDefault";
            while let Some(tag) = xml.child()? {
                match tag.name() {
                    "rPr" if is_run => self.defaults = RunProperties::read(xml)?,
                    "pPr" if !is_run => self.paragraph = ParagraphProperties::read(xml)?,
                    _ => xml.skip()?,
                }
            }
        }
        Ok(())
    }

    /// The style of an id.
    pub fn get(&self, id: &str) -> Option<&Style> {
        self.by_id.get(id)
    }

    /// The style of a paragraph.
    pub fn of(&self, properties: &ParagraphProperties) -> &Style {
        properties.style.as_ref().and_then(|id| self.by_id.get(id)).unwrap_or(&self.normal)
    }

    /// Properties of a paragraph with those of its style.
    pub fn paragraph(&self, own: &ParagraphProperties) -> ParagraphProperties {
        let mut all = self.paragraph.clone();
        all.put(&self.of(own).paragraph);
        all.put(own);
        all
    }

    /// The look of a run in a paragraph of a style.
    pub fn look(&self, paragraph: &Style, own: &RunProperties) -> RunLook {
        let none = RunProperties::default();
        let character = own.style.as_ref().and_then(|id| self.by_id.get(id));
        let (character, paragraph) = (character.map_or(&none, |style| &style.run), &paragraph.run);
        let base = &self.defaults;
        // A state on which both styles agree is off (ECMA-376 part 1, 17.7.3).
        let state = |of: fn(&RunProperties) -> Option<bool>| {
            let styled = match (of(paragraph), of(character)) {
                (None, None) => of(base),
                (one, other) => Some(one.unwrap_or_default() != other.unwrap_or_default()),
            };
            of(own).or(styled).unwrap_or_default()
        };
        let mut all = base.clone();
        for properties in [paragraph, character, own] {
            all.put(properties);
        }
        RunLook {
            typeface: all.han.or(all.latin).unwrap_or_default().typeface,
            symbols: all.latin.and_then(|face| face.symbols),
            half_points: all.half_points,
            is_bold: state(|properties| properties.is_bold),
            is_hidden: state(|properties| properties.is_hidden),
            is_struck: state(|properties| properties.is_struck),
            is_red: all.is_red.unwrap_or_default(),
            raised: all.raised.filter(|raised| *raised != Raised::Baseline),
        }
    }
}

impl Style {
    fn read(xml: &mut Xml<'_>, id: Option<&str>) -> Result<Self, Fault> {
        let mut style = Self::default();
        let mut heading = None;
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "basedOn" => style.based_on = tag.val().map(Into::into),
                "name" => heading = tag.val().and_then(|name| heading_level(&name)),
                "rPr" => {
                    style.run = RunProperties::read(xml)?;
                    continue;
                }
                "pPr" => {
                    style.paragraph = ParagraphProperties::read(xml)?;
                    continue;
                }
                _ => {}
            }
            xml.skip()?;
        }
        style.paragraph.outline = style.paragraph.outline.or(heading);
        style.numbered = style.paragraph.number.and(id).map(str::to_owned);
        Ok(style)
    }
}

/// The level, from 0, of the style of a heading by its name: Word names it `heading 1` in every language.
fn heading_level(name: &str) -> Option<u8> {
    let lower = name.to_lowercase();
    let number = lower.strip_prefix("heading").or_else(|| lower.strip_prefix("标题"))?;
    number.trim().parse::<u8>().ok().filter(|number| (1..=9).contains(number)).map(|number| number - 1)
}

/// A style with what it takes from those on which it is based.
fn resolved(written: &BTreeMap<String, Style>, id: &str) -> Style {
    let chain = std::iter::successors(written.get(id), |style| written.get(style.based_on.as_deref()?));
    let chain: Vec<&Style> = chain.take(BASES).collect();
    let mut all = Style::default();
    for style in chain.into_iter().rev() {
        all.run.put(&style.run);
        all.paragraph.put(&style.paragraph);
        all.numbered = style.numbered.clone().or(all.numbered);
    }
    all
}
