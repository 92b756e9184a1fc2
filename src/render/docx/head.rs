//! The head of the paper: 版头 and title (7.2, 7.3.1, 10.1).

use std::borrow::Cow;

use crate::model::imprint::{Form, Head};
use crate::model::notice::Notice;
use crate::render::docx::content::{Block, Cell, Merge, Paragraph, Place, Row, Run, Table};
use crate::render::docx::look::{RunLook, Style};
use crate::render::docx::measure::{
    CHARACTER, FOUR_MILLIMETRES, Font, HEIGHT, LARGEST_MARK, LETTER_MARK_TOP, LETTER_RULE, LETTER_RULE_BELOW,
    LINE, MARK_BELOW_TOP, PAGE, RED, RED_RULE, SMALLEST_MARK, TITLE_CHARACTERS, TOP, Twips, WIDTH,
};
use crate::render::docx::paragraph::{Align, Frame, LineHeight, ParagraphLook, Rule, Tab};
use crate::render::docx::writer::Writer;
use crate::text::title;
use crate::text::width::columns;

/// Whether a mark may be on the paper.
pub fn has_mark(notice: &Notice) -> bool {
    notice.imprint.form == Form::Letter || notice.imprint.head != Head::None
}

/// Whether nothing but the title stands above the text.
pub fn is_only_title(notice: &Notice) -> bool {
    let is_empty = notice.number.is_none() && notice.imprint.signer.is_none() && notice.addressee.is_none();
    is_empty && !has_mark(notice)
}

/// Writes everything above the text.
pub fn write<'t>(writer: &mut Writer<'t>, notice: &'t Notice) {
    match (notice.imprint.form, notice.imprint.head) {
        (Form::Letter, head) => letter(writer, notice, head),
        (Form::File, Head::None) => {}
        (Form::File, head) => file(writer, notice, head == Head::Electronic),
    }
    write_title(writer, notice);
    if !has_mark(notice) {
        number(writer, notice, None);
    }
    if let Some(addressee) = &notice.addressee {
        writer.empty_lines(1);
        writer.words(ParagraphLook::of(Style::Addressee), format!("{}：", addressee.value));
    }
}

/// 标题, its lines in one paragraph.
pub fn write_title<'t>(writer: &mut Writer<'t>, notice: &'t Notice) {
    let lines = notice.printed_title();
    let lines: Vec<String> = lines.iter().flat_map(|line| title::lines(line, TITLE_CHARACTERS)).collect();
    writer.title(&lines);
}

/// The head of 文件: mark, number and red rule. Where it is printed on the paper already, their room is left free.
fn file<'t>(writer: &mut Writer<'t>, notice: &'t Notice, is_drawn: bool) {
    writer.space(MARK_BELOW_TOP);
    let issuers: Vec<&str> = notice.issuers.iter().map(|issuer| issuer.value.as_str()).collect();
    let longest = issuers.iter().map(|issuer| columns(issuer)).max().unwrap_or(0);
    // Beside several names there is a gap of half a letter.
    let gap = usize::from(issuers.len() > 1);
    let size = mark_size(longest + columns(FILE) + gap, WIDTH).min(size_beside_text(notice));
    let line = mark_line(size);
    let look = RunLook { colour: Some(RED), ..RunLook::of(Font::Title, size) };
    match issuers.as_slice() {
        _ if !is_drawn => writer.space(line * Twips::try_from(issuers.len()).unwrap_or(1)),
        [issuer] => {
            let runs = vec![Run::Text(format!("{issuer}{FILE}").into(), look)];
            writer.push(mark_look(line), runs);
        }
        issuers => joint_mark(writer, issuers, look, line),
    }
    writer.empty_lines(2);
    let rule = Rule { above: false, line: "single", thickness: RED_RULE, distance: 5, colour: RED };
    number(writer, notice, Some(rule).filter(|_| is_drawn));
    writer.empty_lines(2);
}

/// Behind the names of bodies in a mark.
const FILE: &str = "文件";

/// The mark of several bodies: a line each, and 文件 beside them.
fn joint_mark<'t>(writer: &mut Writer<'t>, issuers: &[&'t str], look: RunLook, line: Twips) {
    let letter = 10 * look.size.unwrap_or(SMALLEST_MARK).cast_signed();
    let right = 2 * letter + letter / 2;
    let widths = vec![WIDTH - right, right];
    let cell = |column: usize, merge: Merge, text: &'t str, align: Align| Cell {
        column,
        columns: 1,
        merge,
        place: Place::Middle,
        turned: false,
        paragraphs: vec![Paragraph {
            look: ParagraphLook { align: Some(align), ..mark_look(line) },
            runs: vec![Run::Text(Cow::Borrowed(text), look)],
        }],
    };
    let rows = issuers.iter().enumerate().map(|(i, issuer)| {
        let (merge, text) = if i == 0 { (Merge::Begins, FILE) } else { (Merge::Continues, "") };
        let cells =
            vec![cell(0, Merge::None, issuer, Align::Distribute), cell(1, merge, text, Align::Center)];
        Row { cells, ..Row::default() }
    });
    let rows = rows.collect();
    writer.blocks.push(Block::Table(Table { widths, rules: None, place: None, margins: (0, 0), rows }));
}

/// The look of a line of the mark.
fn mark_look(line: Twips) -> ParagraphLook {
    ParagraphLook {
        align: Some(Align::Center),
        line: Some(LineHeight::Exact(line)),
        follows_grid: Some(false),
        ..ParagraphLook::default()
    }
}

/// The size of a mark of so many half widths, so that it fits into the width.
fn mark_size(halves: usize, width: Twips) -> u32 {
    let fitting = width.unsigned_abs() / 5 / u32::try_from(halves).unwrap_or(u32::MAX).max(1);
    fitting.clamp(SMALLEST_MARK, LARGEST_MARK)
}

/// The largest size of a mark of several bodies with which the first page still shows text (7.3.2): below the mark are
/// number, title, 主送 and the first line, and in a paper of one paragraph its signature. The rule takes a line, too.
fn size_beside_text(notice: &Notice) -> u32 {
    let title = notice.printed_title();
    let title: usize = title.iter().map(|line| title::lines(line, TITLE_CHARACTERS).len()).sum();
    let issuers = notice.issuers.len();
    let signature = if notice.body.blocks.len() == 1 { issuers + 2 } else { 0 };
    let lines = 6 + title + 2 + 1 + signature;
    let lines = Twips::try_from(lines).unwrap_or(HEIGHT / LINE);
    let room = (HEIGHT - MARK_BELOW_TOP - lines * LINE) / Twips::try_from(issuers.max(1)).unwrap_or(1);
    (room.max(0).unsigned_abs() / 12).clamp(SMALLEST_MARK, LARGEST_MARK)
}

/// The height of a line of a mark of that size.
fn mark_line(size: u32) -> Twips {
    12 * size.cast_signed()
}

/// 发文字号 and 签发人: in the middle, or at the edges if both are there (7.2.5, 7.2.6).
fn number<'t>(writer: &mut Writer<'t>, notice: &'t Notice, rule: Option<Rule>) {
    let (number, signer) = (notice.number.as_ref(), notice.imprint.signer.as_ref());
    if number.is_none() && signer.is_none() && !has_mark(notice) {
        return;
    }
    let plain = RunLook::default();
    let mut look = ParagraphLook { rule, align: Some(Align::Center), ..ParagraphLook::default() };
    let mut runs = Vec::new();
    let words = number.map_or("", |number| number.value.as_str());
    match signer {
        None => runs.push(Run::Text(words.into(), plain)),
        Some(signer) => {
            look.align = Some(Align::Left);
            look.tabs = vec![Tab { at: CHARACTER, right: false }, Tab { at: WIDTH - CHARACTER, right: true }];
            runs.push(Run::Text(format!("\t{words}\t签发人：").into(), plain));
            runs.push(Run::Text(signer.value.as_str().into(), plain.with(Font::Subheading)));
        }
    }
    writer.push(look, runs);
}

/// The head of 信函 (10.1): mark and double rule at the top of the paper, a double rule at its foot, 发文字号 at the right.
fn letter<'t>(writer: &mut Writer<'t>, notice: &'t Notice, head: Head) {
    let is_drawn = head != Head::Preprinted;
    let mark = notice.issuer();
    let size = mark_size(columns(&mark), LETTER_RULE);
    let line = mark_line(size);
    let left = (PAGE.0 - LETTER_RULE) / 2;
    let lower = LETTER_MARK_TOP + line;
    if is_drawn {
        let frame = |top| Some(Frame { left, top, width: LETTER_RULE });
        let rule = |kind, above| {
            Some(Rule { above, line: kind, thickness: 24, distance: if above { 1 } else { 11 }, colour: RED })
        };
        let look = RunLook { colour: Some(RED), ..RunLook::of(Font::Title, size) };
        let upper = ParagraphLook {
            frame: frame(LETTER_MARK_TOP),
            rule: rule("thickThinSmallGap", false),
            ..mark_look(line)
        };
        writer.push(upper, vec![Run::Text(mark.into_owned().into(), look)]);
        let foot = PAGE.1 - LETTER_RULE_BELOW;
        let below =
            ParagraphLook { frame: frame(foot), rule: rule("thinThickSmallGap", true), ..mark_look(20) };
        writer.push(below, Vec::new());
    }
    // Text stands below the frame by itself. The number is 7/8 of a letter's height below the rule, of which its line has
    // half.
    let room = if is_drawn { 0 } else { lower + FOUR_MILLIMETRES + 60 - TOP };
    writer.space(room + 150);
    let look = ParagraphLook { align: Some(Align::Right), ..ParagraphLook::default() };
    if let Some(number) = &notice.number {
        writer.words(look, number.value.as_str());
    }
    writer.empty_lines(2);
}
