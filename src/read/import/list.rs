//! Sheets whose rows are records: 名单 and 名录.

use crate::model::table::ColumnKind;
use crate::read::import::book::Sheet;
use crate::read::import::caption::{Caption, plain};
use crate::read::import::fault;
use crate::read::import::foot::{Foot, foot};
use crate::read::import::frame::{Frame, frame};
use crate::read::import::intake::Intake;

/// The rows of a list.
pub struct List<'s> {
    /// The sheet.
    pub sheet: &'s Sheet,
    /// Its head.
    pub frame: Frame,
    /// The rows below it.
    pub foot: Foot,
}

impl List<'_> {
    /// The words of each column's head, all tiers joined, without white space.
    pub fn heads(&self) -> Vec<String> {
        self.frame.tiers.iter().map(|tiers| plain(&tiers.concat())).collect()
    }

    /// The rows between head and foot.
    pub fn rows(&self) -> std::ops::Range<usize> {
        self.frame.body..self.foot.end
    }

    /// The text of a column in a row.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.sheet.text(row, self.frame.left + column)
    }
}

impl Intake<'_> {
    /// The list on the wanted sheet, or on the first sheet whose heads fit.
    pub fn list<'s>(
        &mut self,
        sheets: &'s [Sheet],
        wanted: Option<&str>,
        fits: impl Fn(&List<'_>) -> bool,
    ) -> Option<List<'s>> {
        let sheet = self.choose(sheets, wanted, |sheet| list(sheet).is_some_and(|list| fits(&list)))?;
        self.refuse_large(sheet)?;
        let found = list(sheet).filter(|list| fits(list));
        if found.is_none() {
            let kind = self.kind;
            self.find(Some(&sheet.name), None, |span| fault::no_table(span, kind));
        }
        found
    }

    /// Reports what stands around a list, and the columns that were left out.
    pub fn tell_list(&mut self, list: &List<'_>, left_out: &[usize]) {
        let sheet = list.sheet;
        let text = |(row, column): (usize, usize)| sheet.text(row, column);
        let not_placed = |span, at| fault::not_placed(span, text(at));
        self.find_each(sheet, list.frame.caption.left_over.iter().copied(), not_placed);
        let head = |column: &usize| {
            let column = list.frame.left + column;
            let is_said = |row: &usize| !sheet.text(*row, column).trim().is_empty();
            let tiers = list.frame.head..list.frame.body;
            (tiers.rev().find(is_said).unwrap_or(list.frame.head), column)
        };
        self.find_each(sheet, left_out.iter().map(head), not_placed);
        self.find_each(sheet, list.foot.notes.iter().map(|(at, _)| *at), not_placed);
        self.find_each(sheet, list.foot.signatures.iter().copied(), not_placed);
        self.find_each(sheet, list.foot.other_table, |span, at| fault::other_table(span, text(at)));
        self.tell_cells(sheet);
    }
}

/// The list on a sheet, whatever its heads are.
pub fn list(sheet: &Sheet) -> Option<List<'_>> {
    let frame = frame(sheet).or_else(|| single_column(sheet))?;
    let foot = foot(sheet, &frame);
    Some(List { sheet, frame, foot })
}

/// The frame of a sheet with one column, whose head says that names stand below it.
fn single_column(sheet: &Sheet) -> Option<Frame> {
    let is_alone = |row: usize| sheet.said(row).count() <= 1;
    if !(0..sheet.rows).all(is_alone) {
        return None;
    }
    let (head, area) = (0..sheet.rows).find_map(|row| {
        let (area, text) = sheet.said(row).next()?;
        let is_head = is_name_head(&plain(text)) && area.columns == 1;
        is_head.then_some((row, area))
    })?;
    let tiers = vec![vec![sheet.text(head, area.column).to_owned()]];
    Some(Frame {
        caption: Caption::default(),
        left: area.column,
        names: vec![plain(sheet.text(head, area.column))],
        is_own: false,
        tiers,
        widths: vec![None],
        head,
        body: head + 1,
    })
}

/// Several values in one cell: its lines, and the parts between marks.
pub fn values(text: &str) -> impl Iterator<Item = String> {
    text.split(['\n', '、', '，', ',', '；', ';']).map(name).filter(|value| !value.is_empty())
}

/// A name without the white space with which names are spaced out; one with Latin letters keeps it.
pub fn name(text: &str) -> String {
    let is_latin = text.contains(|c: char| c.is_ascii_alphabetic());
    if is_latin { text.trim().to_owned() } else { plain(text) }
}

/// Whether a head says that names of offices stand below it.
pub fn is_name_head(head: &str) -> bool {
    let is_office = |head: &str| ColumnKind::of_name(head) == ColumnKind::Office;
    let rest = ["名称", "全称"].iter().find_map(|end| head.strip_suffix(end)).unwrap_or(head);
    !is_alias_head(head) && (is_office(rest) || rest.is_empty() && !head.is_empty() || rest == "规范")
}

/// Whether a head says that other names of offices stand below it.
pub fn is_alias_head(head: &str) -> bool {
    ["别名", "简称", "曾用名", "又称", "俗称", "原名"].iter().any(|word| head.contains(word))
}
