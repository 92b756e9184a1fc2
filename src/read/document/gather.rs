//! Words of a paragraph gathered piece by piece, and the look of most of them.

use crate::read::document::{Typeface, Words};

/// The most looks of one paragraph that are counted.
const LOOKS: usize = 16;

/// The part of a look that words have, and not paragraphs: typeface, size in half points, red.
pub type Shape = (Typeface, Option<u16>, bool);

/// How many characters of a paragraph have which look.
#[derive(Clone, Debug, Default)]
pub struct Tally(Vec<(Shape, usize)>);

impl Tally {
    /// Counts characters of a look.
    pub fn add(&mut self, text: &str, shape: Shape) {
        let count = text.chars().filter(|c| !c.is_whitespace()).count();
        match self.0.iter().position(|(known, _)| *known == shape) {
            Some(at) => self.0[at].1 += count,
            None if self.0.len() < LOOKS => self.0.push((shape, count)),
            None => {}
        }
    }

    /// Adds the counts of words that follow.
    pub fn append(&mut self, other: &mut Self) {
        self.0.append(&mut other.0);
        self.0.truncate(LOOKS);
    }

    /// The look of most characters; of equally many the first.
    pub fn most(&self) -> Option<Shape> {
        let most = self.0.iter().rev().max_by_key(|(_, count)| *count);
        most.filter(|(_, count)| *count > 0).map(|(shape, _)| *shape)
    }
}

/// Adds words to the last ones that look alike and lead to the same address, or as new ones. Returns whether they are
/// new.
pub fn push(words: &mut Vec<Words>, text: &str, is_bold: bool, url: Option<&str>) -> bool {
    match (words.last_mut(), url) {
        (Some(Words::Link { url: last, text: words }), Some(url)) if last == url => words.push_str(text),
        (Some(Words::Text { text: words, is_bold: last }), None) if *last == is_bold => words.push_str(text),
        (_, Some(url)) => {
            words.push(Words::Link { url: url.to_owned(), text: text.to_owned() });
            return true;
        }
        (_, None) => {
            words.push(Words::Text { text: text.to_owned(), is_bold });
            return true;
        }
    }
    false
}
