//! 行政区划: provinces with their cities, cities with their counties.
//!
//! `places.tsv` is made by `tools/places.py`. Names that were changed or abolished are not in it and are not judged.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::text::han::is_han;

const TABLE: &str = include_str!("places.tsv");

/// A place below another one that it does not belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misplaced<'t> {
    /// Where the chain begins in the text.
    pub start: usize,
    /// The upper place.
    pub upper: &'t str,
    /// The lower place.
    pub lower: &'t str,
    /// The upper place to which it belongs; `None` if there are several.
    pub right: Option<&'static str>,
}

/// The places to which each place belongs directly or, for a county, by way of its city.
struct Places {
    uppers: HashMap<&'static str, Vec<&'static str>>,
    above: HashSet<&'static str>,
}

static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let mut places = Places { uppers: HashMap::new(), above: HashSet::new() };
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let [province, city, counties] = [(); 3].map(|()| fields.next().unwrap_or_default());
        places.above.extend([province, city].into_iter().filter(|name| !name.is_empty()));
        if !city.is_empty() {
            places.uppers.entry(city).or_default().push(province);
        }
        for county in counties.split(' ').filter(|name| !name.is_empty()) {
            let uppers = places.uppers.entry(county).or_default();
            uppers.extend([province, city].into_iter().filter(|name| !name.is_empty()));
        }
    }
    places
});

/// Counties whose names are parts of any town, too.
const GENERIC: [&str; 18] = [
    "城区",
    "郊区",
    "矿区",
    "老城区",
    "新城区",
    "东城区",
    "西城区",
    "城中区",
    "城北区",
    "城东区",
    "城西区",
    "河东区",
    "河西区",
    "江南区",
    "江北区",
    "城厢区",
    "城关区",
    "市中区",
];

/// The most characters of a name that is looked for.
const LONGEST: usize = 12;

/// Places in a text below one that they do not belong to: a name of a province or city, directly behind it another name,
/// and then no further Han character.
#[must_use]
pub fn misplaced(text: &str) -> Vec<Misplaced<'_>> {
    // Cheap test first: one character is looked for byte by byte, several are not.
    if !['省', '市', '州', '区'].into_iter().any(|end| text.contains(end)) {
        return Vec::new();
    }
    let ends = text.match_indices(['省', '市', '州']).chain(text.match_indices("自治区"));
    let found = ends.filter_map(|(at, end)| {
        let end = at + end.len();
        let behind = &text[end..];
        let length = behind.find(|c| !is_han(c)).unwrap_or(behind.len());
        let lower = &behind[..length];
        // Most words behind such a sign are none: 省委, 市应急管理局.
        let uppers = PLACES.uppers.get(lower).filter(|_| !GENERIC.contains(&lower))?;
        let starts = text[..end].char_indices().rev().take(LONGEST).map(|(start, _)| start);
        let start = starts.filter(|start| PLACES.above.contains(&text[*start..end])).last()?;
        let upper = &text[start..end];
        let mut provinces: Vec<&str> = uppers.clone();
        provinces.dedup();
        (!uppers.contains(&upper)).then(|| Misplaced { start, upper, lower, right: one(&provinces) })
    });
    found.collect()
}

/// The nearest upper place, if the place has one home only.
fn one(uppers: &[&'static str]) -> Option<&'static str> {
    (uppers.len() <= 2).then(|| uppers.last().copied())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains() {
        let found = |text: &'static str| {
            misplaced(text).into_iter().map(|it| (it.upper, it.lower, it.right)).collect::<Vec<_>>()
        };
        assert_eq!(
            found("湖北省岳阳市、长沙市临湘市。"),
            [("湖北省", "岳阳市", Some("湖南省")), ("长沙市", "临湘市", Some("岳阳市"))]
        );
        for text in [
            "湖南省岳阳市，岳阳市临湘市。",
            "湖南省临湘市",
            "湖北省岳阳市民",
            "省委、市政府",
            "广西壮族自治区南宁市",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
