//! Counts paragraphs with automatic numbers, as Word does.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::document::word::face::Symbols;
use crate::read::document::word::format::Format;
use crate::read::document::word::numbering::{Definition, LEVELS, Level, List, Numbering};
use crate::read::document::word::properties::ParagraphProperties;
use crate::read::document::word::styles::Styles;

/// The numbers that were given so far.
#[derive(Debug, Default)]
pub struct Counters {
    /// The last number of each level, by definition: lists of one definition are counted together.
    counts: BTreeMap<u32, [Option<u32>; LEVELS]>,
    /// Levels of lists that began anew already.
    begun: BTreeSet<(u32, u8)>,
}

impl Counters {
    /// The number of the next paragraph, as it is shown, and its level.
    pub fn next(
        &mut self,
        numbering: &Numbering,
        styles: &Styles,
        own: &ParagraphProperties,
    ) -> Option<(String, u8)> {
        let style = styles.of(own);
        let id = own.number.or(style.paragraph.number).filter(|id| *id != 0)?;
        let (mut list, mut definition) = numbering.list(id)?;
        if let Some(style) = &definition.style {
            // A list that is defined by a style: that names another list.
            let id = styles.get(style)?.paragraph.number?;
            (list, definition) = numbering.list(id)?;
        }
        let by_style = |style: &String| definition.level_of_style(style);
        let level = match own.number {
            Some(_) => own.level.or(style.paragraph.level),
            None => own
                .level
                .or_else(|| own.style.as_ref().and_then(by_style))
                .or_else(|| style.numbered.as_ref().and_then(by_style))
                .or(style.paragraph.level),
        };
        let level = level.unwrap_or_default().min(8);
        let shown = list.level(definition, level)?;
        self.count(id, list, definition, level, shown.start);
        Some((self.text(list, definition, shown), level)).filter(|(text, _)| !text.is_empty())
    }

    fn count(&mut self, id: u32, list: &List, definition: &Definition, level: u8, start: u32) {
        let counts = self.counts.entry(list.definition).or_default();
        let at = usize::from(level);
        let anew = list.start(level).filter(|_| self.begun.insert((id, level)));
        counts[at] = Some(match (anew, counts[at]) {
            (Some(start), _) => start,
            (None, Some(before)) => before.saturating_add(1),
            (None, None) => list.start(level).unwrap_or(start),
        });
        for (below, count) in (0..).zip(counts.iter_mut()).skip(at + 1) {
            let restart = list.level(definition, below).and_then(|level| level.restart);
            // Each level is counted anew after any level above it, unless it says after which.
            if restart.is_none_or(|after| level < after) {
                *count = None;
            }
        }
    }

    fn text(&self, list: &List, definition: &Definition, level: &Level) -> String {
        if level.format == Format::Bullet {
            return bullet(&level.text, level.symbols);
        }
        let counts = self.counts.get(&list.definition).copied().unwrap_or_default();
        let (mut text, mut rest) = (String::new(), level.text.as_str());
        while let Some((before, after)) = rest.split_once('%') {
            text.push_str(before);
            let digit = after.chars().next().and_then(|c| c.to_digit(10)).filter(|digit| *digit > 0);
            let Some((digit, at)) = digit.and_then(|digit| Some((digit, u8::try_from(digit - 1).ok()?)))
            else {
                text.push('%');
                rest = after;
                continue;
            };
            debug_assert!(digit < 10);
            if let Some(counted) = list.level(definition, at) {
                let number = counts[usize::from(at)].unwrap_or(counted.start);
                let format = if level.is_plain { Format::Decimal } else { counted.format };
                text.push_str(&format.text(number));
            }
            rest = &after[1..];
        }
        text + rest
    }
}

/// The symbol before the paragraphs of a list without numbers.
fn bullet(text: &str, symbols: Option<Symbols>) -> String {
    let shown = |c: char| match symbols {
        Some(symbols) => symbols.character(c.into()).unwrap_or('•'),
        // Of the private area: which symbol it is depends on a typeface.
        None if ('\u{E000}'..='\u{F8FF}').contains(&c) => '•',
        None => c,
    };
    let text: String = text.chars().map(shown).collect();
    if text.is_empty() { "•".to_owned() } else { text }
}
