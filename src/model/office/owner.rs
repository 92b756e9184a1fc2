//! 责任主体: a line of a responsibility cell, and the offices in it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::model::office::names::{Found, OfficeId};
use crate::model::office::register::Register;
use crate::model::office::tokens::Word;
use crate::source::Located;

/// 责任主体: one line of a responsibility cell, as written and as parsed.
#[derive(Debug)]
pub struct Owner {
    /// The text as written.
    pub text: Located<String>,
    /// The names in the text. Unknown names are kept for a rule to report.
    pub parties: Vec<Located<Party>>,
    /// Whether the text says who does what, as a sentence does, and is no plain list of names.
    pub is_sentence: bool,
}

/// A name in a responsibility cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Party {
    /// A registered name.
    Known(Found),
    /// A name that is not in the register.
    Unknown(String),
}

/// Texts for “nobody is responsible”.
const NOBODY: [&str; 5] = ["无", "/", "—", "——", "-"];

impl Register {
    /// The offices named in a line, as indexes, including the members of collective names.
    #[must_use]
    pub fn offices_of(&self, owner: &Owner) -> BTreeSet<OfficeId> {
        let known = owner.parties.iter().filter_map(|party| match party.value {
            Party::Known(found) => Some(found),
            Party::Unknown(_) => None,
        });
        known.flat_map(|found| self.members(found)).collect()
    }

    /// Parses one line of a responsibility cell: a single known name, names separated by 、 and commas, or a sentence such
    /// as A牵头，B、C配合. 无 names nobody.
    #[must_use]
    pub fn owner(&self, text: Located<String>) -> Owner {
        let whole = text.value.trim();
        if let Some(found) = self.find_written(whole) {
            let parties = vec![text.with(Party::Known(found))];
            return Owner { text, parties, is_sentence: false };
        }
        let pieces = if NOBODY.contains(&whole) { Vec::new() } else { self.pieces(&text.value) };
        let (mut parties, mut is_sentence) = (Vec::new(), false);
        for piece in pieces {
            let words = self.words(&text.value[piece.clone()]);
            is_sentence |= words.iter().any(|(word, _)| *word == Word::Role);
            parties.extend(self.parties(&text, piece, &words));
        }
        Owner { text, parties, is_sentence }
    }

    /// The names in one piece of a line.
    fn parties(
        &self,
        text: &Located<String>,
        piece: Range<usize>,
        words: &[(Word, Range<usize>)],
    ) -> Vec<Located<Party>> {
        let known = |range: Range<usize>| {
            let name = text.part(range);
            let known = self.find_written(name.value).map(Party::Known);
            name.with(known.unwrap_or_else(|| Party::Unknown(name.value.to_owned())))
        };
        if self.find_written(&text.value[piece.clone()]).is_some() {
            return vec![known(piece)];
        }
        if !words.iter().any(|(word, _)| matches!(word, Word::Name | Word::Role)) {
            return vec![known(piece)];
        }
        // A known name directly beside unknown words is part of a longer name: 县应急管理局 + 办公室.
        let runs = words.chunk_by(|(a, _), (b, _)| a.is_of_name() && b.is_of_name());
        let names = runs.filter(|run| run[0].0.is_of_name()).flat_map(|run| {
            let whole = run[0].1.start..run[run.len() - 1].1.end;
            let parts = run.iter().map(|(_, range)| range.clone());
            if run.iter().any(|(word, _)| *word == Word::Other) { vec![whole] } else { parts.collect() }
        });
        names.map(|range| known(piece.start + range.start..piece.start + range.end)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::office::names::Office;
    use crate::source::{FileId, Span};

    fn named(text: &str) -> Vec<String> {
        let text_at = |text: &str| Located::new(text.to_owned(), Span::new(FileId(0), 0, text.len()));
        let office = |name: &str| Office::named(text_at(name));
        let offices = [
            "办公室",
            "法规股",
            "危化股",
            "工贸股",
            "办公室（党建办）",
            "科技、教育股",
            "市财政局",
            "市公安局",
        ]
        .map(office)
        .into();
        let outside = ["各县区政府", "每个乡镇"].map(text_at).into();
        let register = Register::new(offices, Vec::new(), outside);
        let owner = register.owner(text_at(text));
        assert_eq!(owner.text.value, text, "kept word for word");
        let printed = |party: &Located<Party>| match &party.value {
            Party::Known(Found::Office(id)) => register.office(*id).name.value.clone(),
            Party::Known(Found::OutsideBody) => format!("!{}", &text[party.span.range()]),
            Party::Known(Found::Collective(_)) => unreachable!(),
            Party::Unknown(name) => {
                assert_eq!(name, &text[party.span.range()]);
                format!("?{name}")
            }
        };
        owner.parties.iter().map(printed).collect()
    }

    #[test]
    fn a_part_of_several_names_stands_for_none() {
        let text_at = |text: &str| Located::new(text.to_owned(), Span::new(FileId(0), 0, text.len()));
        let office = |name: &str| Office::named(text_at(name));
        let offices = ["市财政局", "县财政局", "综合股（法规）", "综合股（财务）"].map(office).into();
        let register = Register::new(offices, Vec::new(), Vec::new());
        for text in ["财政局", "综合股"] {
            let parties = register.owner(text_at(text)).parties;
            assert_eq!(parties[0].value, Party::Unknown(text.to_owned()));
        }
    }

    #[test]
    fn a_sentence_says_who_does_what() {
        let text_at = |text: &str| Located::new(text.to_owned(), Span::new(FileId(0), 0, text.len()));
        let office = Office::named(text_at("危化股"));
        let register = Register::new(vec![office], Vec::new(), Vec::new());
        for text in ["各单位按职责分工负责", "危化股等单位", "某局牵头", "危化股、某局（配合）"]
        {
            assert!(register.owner(text_at(text)).is_sentence, "{text}");
        }
        for text in ["危化股", "危化股、某局", "某局", "危化股（危险化学品）", "无"] {
            assert!(!register.owner(text_at(text)).is_sentence, "{text}");
        }
    }

    #[test]
    fn a_collective_stands_for_all_offices_only_where_its_members_are_not_written() {
        let files = "股室: [办公室, 法规股]\n统称:\n  - 名称: 各股室\n  - {名称: 无人, 包括: []}\n  - {名称: 一个, 包括: 法规股}\n";
        let content =
            crate::read::Content::of_texts(&[("site.yaml", "名称: 某局\n"), ("offices.yaml", files)]);
        let (project, ..) = crate::read::project(content, jiff::civil::date(2024, 9, 1));
        let offices = |name: &str| -> Vec<&str> {
            let text = Located::new(name.to_owned(), Span::new(FileId(0), 0, name.len()));
            let owner = project.register.owner(text);

            let found = project.register.offices_of(&owner).into_iter();
            found.map(|id| project.register.office(id).name.value.as_str()).collect()
        };
        assert_eq!(offices("各股室"), ["办公室", "法规股"]);
        assert_eq!(offices("无人"), [] as [&str; 0]);
        assert_eq!(offices("一个"), ["法规股"]);
        assert_eq!(offices("法规股、无人"), ["法规股"]);
    }

    #[test]
    fn sentences_name_their_offices() {
        for (text, names) in [
            ("法规股牵头，危化股、工贸股配合", "法规股 危化股 工贸股"),
            ("由法规股会同危化股组织实施", "法规股 危化股"),
            ("牵头单位：法规股；配合单位：危化股和工贸股", "法规股 危化股 工贸股"),
            ("法规股（牵头）、办公室（党建办）", "法规股 办公室（党建办）"),
            ("法规股、危化股等按职责分工负责", "法规股 危化股"),
            ("危化股危险作业组牵头", "?危化股危险作业组"),
            ("县应急管理局办公室", "?县应急管理局办公室"),
            ("危化古牵头，法规股配合", "?危化古 法规股"),
            ("和平镇、气象局", "?和平镇 ?气象局"),
            ("法规股和平镇配合", "法规股 ?平镇"),
            ("无", ""),
            ("各单位按职责分工负责", "?各单位"),
            ("气象局（县）", "?气象局（县）"),
            ("危化股（危险化学品）、工贸股（冶金等行业，含粉尘）", "危化股 工贸股"),
            ("危化股（法规股）", "危化股 法规股"),
            ("办公室、危化股等单位按职责分工负责", "办公室 危化股"),
            ("危化股会法规股", "危化股 法规股"),
            ("危化股会计组", "?危化股会计组"),
            ("各有关单位按职责负责", "?各有关单位"),
            ("法规股、科技、教育股、危化股", "法规股 科技、教育股 危化股"),
            ("科技、教育股牵头，危化股配合", "科技、教育股 危化股"),
            ("县科技、教育股", "?县科技、教育股"),
            ("市财政局、公安局", "市财政局 市公安局"),
            ("财政局牵头，公安局配合", "市财政局 市公安局"),
            ("各县区政府、每个乡镇配合", "!各县区政府 !每个乡镇"),
            ("政局", "?政局"),
        ] {
            assert_eq!(named(text).join(" "), names, "{text}");
        }
    }
}
