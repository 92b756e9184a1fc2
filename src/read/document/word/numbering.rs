//! `numbering.xml`: automatic numbers as they are defined.

use std::collections::BTreeMap;

use crate::read::document::fault::Fault;
use crate::read::document::word::face::{Face, Symbols};
use crate::read::document::word::format::Format;
use crate::read::document::word::xml::{Tag, Xml};

/// The levels of a list.
pub const LEVELS: usize = 9;
/// The most lists that are kept. Files that went through many hands have thousands.
const LISTS: usize = 20_000;

/// All lists.
#[derive(Debug, Default)]
pub struct Numbering {
    /// Definitions, by the ids that lists name.
    definitions: BTreeMap<u32, Definition>,
    /// Lists, by the ids that paragraphs name.
    lists: BTreeMap<u32, List>,
}

/// The definition of lists that are counted together.
#[derive(Debug, Default)]
pub struct Definition {
    /// Its levels.
    levels: [Option<Box<Level>>; LEVELS],
    /// The style that names the list whose definition is meant.
    pub style: Option<String>,
}

/// A list.
#[derive(Debug, Default)]
pub struct List {
    /// The id of its definition.
    pub definition: u32,
    /// Numbers with which levels begin anew.
    starts: Vec<(u8, u32)>,
    /// Levels of its own.
    levels: Vec<(u8, Box<Level>)>,
}

/// A level of a list.
#[derive(Debug)]
pub struct Level {
    /// Its first number.
    pub start: u32,
    /// How its numbers are written.
    pub format: Format,
    /// The text around the numbers, with `%1` for the number of the first level.
    pub text: String,
    /// The level, from 1, after which it is counted anew; 0 for none.
    pub restart: Option<u8>,
    /// The style of paragraphs that are on this level.
    style: Option<String>,
    /// Whether the numbers of all levels are written in digits.
    pub is_plain: bool,
    /// The typeface of symbols in the text.
    pub symbols: Option<Symbols>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 0,
            format: Format::Decimal,
            text: String::new(),
            restart: None,
            style: None,
            is_plain: false,
            symbols: None,
        }
    }
}

impl Numbering {
    /// Reads the part.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let mut xml = Xml::new(text);
        let mut numbering = Self::default();
        if xml.child()?.is_none() {
            return Ok(numbering);
        }
        while let Some(tag) = xml.child()? {
            let id = |name| tag.get(name).and_then(|id| id.trim().parse().ok());
            match (tag.name(), id("abstractNumId"), id("numId")) {
                ("abstractNum", Some(id), _) if numbering.definitions.len() < LISTS => {
                    numbering.definitions.insert(id, Definition::read(&mut xml)?);
                }
                ("num", _, Some(id)) if numbering.lists.len() < LISTS => {
                    numbering.lists.insert(id, List::read(&mut xml)?);
                }
                _ => xml.skip()?,
            }
        }
        Ok(numbering)
    }

    /// The list of an id, and its definition.
    pub fn list(&self, id: u32) -> Option<(&List, &Definition)> {
        let list = self.lists.get(&id)?;
        Some((list, self.definitions.get(&list.definition)?))
    }
}

impl Definition {
    fn read(xml: &mut Xml<'_>) -> Result<Self, Fault> {
        let mut definition = Self::default();
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "lvl" => {
                    let level = Level::read(xml)?;
                    if let Some(place) =
                        level_of(&tag).and_then(|at| definition.levels.get_mut(usize::from(at)))
                    {
                        *place = Some(Box::new(level));
                    }
                    continue;
                }
                "numStyleLink" => definition.style = tag.val().map(Into::into),
                _ => {}
            }
            xml.skip()?;
        }
        Ok(definition)
    }

    /// The level of paragraphs of a style.
    pub fn level_of_style(&self, style: &str) -> Option<u8> {
        let is = |level: &Option<Box<Level>>| {
            level.as_ref().is_some_and(|level| level.style.as_deref() == Some(style))
        };
        self.levels.iter().position(is).and_then(|at| u8::try_from(at).ok())
    }
}

impl List {
    fn read(xml: &mut Xml<'_>) -> Result<Self, Fault> {
        let mut list = Self::default();
        while let Some(tag) = xml.child()? {
            match (tag.name(), level_of(&tag)) {
                ("abstractNumId", _) => list.definition = tag.number().unwrap_or_default(),
                // More than one for each level is damage.
                ("lvlOverride", Some(level)) if list.starts.len() + list.levels.len() < 2 * LEVELS => {
                    list.overrides(level, xml)?;
                    continue;
                }
                _ => {}
            }
            xml.skip()?;
        }
        Ok(list)
    }

    fn overrides(&mut self, level: u8, xml: &mut Xml<'_>) -> Result<(), Fault> {
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "startOverride" => self.starts.extend(tag.number().map(|start| (level, start))),
                "lvl" => {
                    self.levels.push((level, Box::new(Level::read(xml)?)));
                    continue;
                }
                _ => {}
            }
            xml.skip()?;
        }
        Ok(())
    }

    /// The number with which a level begins anew in this list.
    pub fn start(&self, level: u8) -> Option<u32> {
        self.starts.iter().find(|(at, _)| *at == level).map(|(_, start)| *start)
    }

    /// A level of this list.
    pub fn level<'l>(&'l self, definition: &'l Definition, level: u8) -> Option<&'l Level> {
        let own = self.levels.iter().find(|(at, _)| *at == level).map(|(_, level)| level.as_ref());
        own.or_else(|| definition.levels.get(usize::from(level))?.as_deref())
    }
}

/// The level, from 0, that an element is about.
fn level_of(tag: &Tag<'_>) -> Option<u8> {
    let level = tag.get("ilvl")?.trim().parse::<u8>().ok()?;
    (usize::from(level) < LEVELS).then_some(level)
}

impl Level {
    fn read(xml: &mut Xml<'_>) -> Result<Self, Fault> {
        let mut level = Self::default();
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "start" => level.start = tag.number().unwrap_or_default(),
                "numFmt" => level.format = Format::of(tag.val().as_deref().unwrap_or_default()),
                "lvlText" => level.text = tag.val().unwrap_or_default().into_owned(),
                "lvlRestart" => level.restart = tag.number(),
                "pStyle" => level.style = tag.val().map(Into::into),
                "isLgl" => level.is_plain = tag.is_on(),
                "rPr" => {
                    while let Some(tag) = xml.child()? {
                        if let Some(font) = tag.get("ascii").filter(|_| tag.name() == "rFonts") {
                            level.symbols = Face::of(&font).symbols;
                        }
                        xml.skip()?;
                    }
                    continue;
                }
                _ => {}
            }
            xml.skip()?;
        }
        Ok(level)
    }
}
