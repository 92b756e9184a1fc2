//! The foot of the paper: 附件说明, 署名, 成文日期, 附注, 版记 (7.3.4–7.3.6, 7.4).

use jiff::civil::Date;

use crate::model::attachment::Attachment;
use crate::model::imprint::{Form, Seal};
use crate::model::notice::Notice;
use crate::render::docx::content::{Block, Run};
use crate::render::docx::look::{RunLook, Style};
use crate::render::docx::measure::{
    BOTTOM, CHARACTER, Font, IMPRINT_LINE, INNER_RULE, LEFT, OUTER_RULE, PAGE, SMALL_CHARACTER, SMALL_SIZE,
    Twips, WIDTH, characters,
};
use crate::render::docx::paragraph::{Align, Frame, Indent, LineHeight, ParagraphLook, Rule, Tab};
use crate::render::docx::writer::Writer;
use crate::render::print::lines::count;
use crate::text::date::chinese;
use crate::text::width::columns;

/// Writes everything between the text and the attachments, kept on one page with the text's last lines.
pub fn write<'t>(writer: &mut Writer<'t>, notice: &'t Notice) {
    writer.keep_last();
    let start = writer.blocks.len();
    enclosures(writer, notice);
    signature(writer, notice);
    let remarks = start_of_remarks(writer, notice);
    for block in &mut writer.blocks[start..remarks] {
        if let Block::Paragraph(paragraph) = block {
            paragraph.look.keep_next = true;
        }
    }
    if let Some(Block::Paragraph(last)) = writer.blocks.last_mut() {
        last.look.keep_next = false;
    }
}

/// 附件说明: one line below the text, two letters in; a name that goes on begins below its first letter (7.3.4).
fn enclosures<'t>(writer: &mut Writer<'t>, notice: &'t Notice) {
    let named = |(id, attachment): (_, &'t Attachment)| {
        Some((notice.attachment_number(id)?, attachment.name.value.as_str()))
    };
    let all: Vec<(usize, &str)> = notice.attachments_with_ids().filter_map(named).collect();
    if all.is_empty() {
        return;
    }
    writer.empty_lines(1);
    let label = 3 * CHARACTER;
    for (number, name) in &all {
        let opens = *number == 1;
        let (text, hanging) = if notice.numbers_attachments() {
            // Half a letter behind the point, so that the tab does not lead on to the next place in any font.
            let mark = characters(columns(&number.to_string()) + 2);
            let text = format!("{}{number}.\t{name}", if opens { "附件：" } else { "" });
            (text, (mark + if opens { label } else { 0 }, label + mark))
        } else {
            (format!("附件：{name}"), (label, label))
        };
        let (first, inset) = hanging;
        let indent = Indent { left: 2 * CHARACTER + inset, first: -first, ..Indent::default() };
        let look = ParagraphLook { indent: Some(indent), ..ParagraphLook::default() };
        writer.words(look, text);
    }
}

/// 署名 and 成文日期 of a notice.
fn signature<'t>(writer: &mut Writer<'t>, notice: &'t Notice) {
    let names: Vec<&str> = notice.issuers.iter().map(|issuer| issuer.value.as_str()).collect();
    sign(writer, &names, notice.dated.value, notice.imprint.seal);
}

/// 署名 and 成文日期 (7.3.5).
pub fn sign<'t>(writer: &mut Writer<'t>, names: &[&'t str], dated: Date, seal: Seal) {
    let day = chinese(dated);
    let longest = names.iter().map(|name| columns(name)).max().unwrap_or(0);
    let at = |style: Style, left: Twips| {
        // In a font that stands in, digits may be wider: the line goes on into the margin sooner than on the next line.
        let (left, right) = (left.clamp(0, WIDTH - 2 * CHARACTER), -2 * CHARACTER);
        let indent = Indent { left, right, ..Indent::default() };
        ParagraphLook { indent: Some(indent), ..ParagraphLook::of(style) }
    };
    let (name_width, day_width) = (characters(longest), characters(columns(&day)));
    match seal {
        Seal::Absent => {
            writer.empty_lines(1);
            // The day begins two letters behind the name; if it is not the shorter one, it ends two letters before the
            // edge.
            let name_left = if day_width < name_width {
                WIDTH - 2 * CHARACTER - name_width
            } else {
                WIDTH - 4 * CHARACTER - day_width
            };
            for name in names {
                let shorter = name_width - characters(columns(name));
                let shorter = if day_width < name_width { shorter } else { 0 };
                writer.words(at(Style::Signature, name_left + shorter), *name);
            }
            writer.words(at(Style::Date, name_left + 2 * CHARACTER), day);
        }
        Seal::Room => {
            // The seal of 42 mm covers name and day, its upper edge within a line below the text.
            writer.empty_lines(2);
            let day_left = WIDTH - 4 * CHARACTER - day_width;
            let (last, others) = names.split_last().map_or(("", &[][..]), |(last, others)| (*last, others));
            let centred = |name: &str| {
                let width = characters(columns(name));
                (day_left + day_width / 2 - width / 2).min(WIDTH - width)
            };
            for name in others {
                writer.words(at(Style::Signature, centred(name)), *name);
                // Each name has a seal of its own: 42 mm and a little between them.
                writer.empty_lines(4);
            }
            writer.words(at(Style::Signature, centred(last)), last);
            writer.words(at(Style::Date, day_left), day);
        }
    }
}

/// 附注 and 联系人, two letters in; the place among the blocks where they begin.
fn start_of_remarks<'t>(writer: &mut Writer<'t>, notice: &'t Notice) -> usize {
    let start = writer.blocks.len();
    let remarks = notice.imprint.bracketed_remark().into_iter();
    let contact = notice.imprint.contact.iter().map(|contact| format!("联系人：{}", contact.value));
    for remark in remarks.chain(contact) {
        writer.words(ParagraphLook::of(Style::Body), remark);
    }
    start
}

/// Height of a paragraph that is only a rule.
const HAIR: Twips = 20;

/// Whether there is 版记.
pub fn has_imprint(notice: &Notice) -> bool {
    !imprint_lines(notice).is_empty()
}

/// A line of 版记: its words, and whether they go on below those behind the colon.
struct Line {
    words: String,
    hangs: bool,
}

/// 抄送, and 印发机关 with its day. 信函 has no second line (10.1).
fn imprint_lines(notice: &Notice) -> Vec<Line> {
    let imprint = &notice.imprint;
    let copies =
        imprint.copies_line().map(|copies| Line { words: format!("抄送：{copies}"), hangs: true });
    let body = imprint.printer.as_ref().map_or("", |printer| printer.value.as_str());
    let printed = imprint.printed.as_ref().map(|day| format!("{}印发", chinese(day.value)));
    let is_there = imprint.form == Form::File && (!body.is_empty() || printed.is_some());
    let printed = is_there.then(|| format!("{body}\t{}", printed.unwrap_or_default()));
    copies.into_iter().chain(printed.map(|words| Line { words, hangs: false })).collect()
}

/// 版记 at the foot of the page's text area, its last rule on the edge (7.4). It stands on the page of the paragraph behind
/// it.
pub fn imprint(writer: &mut Writer<'_>, notice: &Notice) {
    let lines = imprint_lines(notice);
    if lines.is_empty() {
        return;
    }
    let label = 3 * SMALL_CHARACTER;
    let room = (WIDTH - 2 * SMALL_CHARACTER - label) / (SMALL_CHARACTER / 2);
    let room = usize::try_from(room).unwrap_or(1);
    let letters = RunLook::of(Font::Text, SMALL_SIZE);
    let lines: Vec<(Line, Twips)> = lines
        .into_iter()
        .map(|line| {
            let count = if line.hangs { count(line.words.trim_start_matches("抄送："), room) } else { 1 };
            (line, IMPRINT_LINE * Twips::try_from(count).unwrap_or(1))
        })
        .collect();
    // Rules of their own paragraphs, which are as wide as the page: those of a line begin at its indent.
    let rules = Twips::try_from(lines.len() + 1).unwrap_or(1) * HAIR;
    let height = lines.iter().map(|(_, height)| height).sum::<Twips>() + rules;
    let is_letter = notice.imprint.form == Form::Letter;
    let mut top = PAGE.1 - BOTTOM - height;
    // Each in a frame of its own: `LibreOffice` leaves a frame of several paragraphs with rules in the flow of the text.
    let mut push = |look: ParagraphLook, words: String, height: Twips| {
        let frame = Some(Frame { left: LEFT, top, width: WIDTH });
        top += height;
        let runs = if words.is_empty() { Vec::new() } else { vec![Run::Text(words.into(), letters)] };
        writer.push(ParagraphLook { frame, follows_grid: Some(false), ..look }, runs);
    };
    let rule = |thickness| {
        let rule = Rule { above: true, line: "single", thickness, distance: 0, colour: "auto" };
        let rule = Some(rule).filter(|_| !is_letter);
        ParagraphLook { rule, line: Some(LineHeight::Exact(HAIR)), ..ParagraphLook::default() }
    };
    push(rule(OUTER_RULE), String::new(), HAIR);
    let last = lines.len() - 1;
    for (i, (line, height)) in lines.into_iter().enumerate() {
        let (left, first) = if line.hangs { (SMALL_CHARACTER + label, -label) } else { (SMALL_CHARACTER, 0) };
        let look = ParagraphLook {
            tabs: vec![Tab { at: WIDTH - SMALL_CHARACTER, right: true }],
            line: Some(LineHeight::Exact(IMPRINT_LINE)),
            indent: Some(Indent { left, right: SMALL_CHARACTER, first, first_characters: None }),
            align: Some(Align::Left),
            ..ParagraphLook::default()
        };
        push(look, line.words, height);
        push(rule(if i == last { OUTER_RULE } else { INNER_RULE }), String::new(), HAIR);
    }
    writer.space(20);
}
