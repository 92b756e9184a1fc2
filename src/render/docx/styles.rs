//! The styles of a paper. Their names are those of Word, so that it does not set its own beside them.

use crate::render::docx::look::{RunLook, Style};
use crate::render::docx::measure::{
    CHARACTER, Font, LINE, SMALL_SIZE, SPACING, TABLE_LINE, TABLE_SIZE, TEXT_SIZE, TITLE_SIZE,
};
use crate::render::docx::paragraph::{Align, Habit, Indent, LineHeight, ParagraphLook};
use crate::render::docx::xml::{Value, Xml};

/// The namespace of documents.
pub const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// `styles.xml`.
pub fn part() -> Vec<u8> {
    let mut xml = Xml::document();
    xml.element("w:styles", &[("xmlns:w", MAIN.into())], |xml| {
        write_defaults(xml);
        let of = |font, size| RunLook { font: Some(font), size: Some(size), ..RunLook::default() };
        let text = RunLook { spacing: Some(SPACING), ..of(Font::Text, TEXT_SIZE) };
        let usual = ParagraphLook {
            habit: Some(Habit::Page),
            line: Some(LineHeight::Exact(LINE)),
            align: Some(Align::Both),
            ..ParagraphLook::default()
        };
        write(xml, "Normal", "Normal", true, &usual, &text);
        xml.element(
            "w:style",
            &[
                ("w:type", "character".into()),
                ("w:default", "1".into()),
                ("w:styleId", "DefaultParagraphFont".into()),
            ],
            |xml| xml.value("w:name", "Default Paragraph Font"),
        );
        write_table_style(xml);
        write_named(xml);
    });
    xml.finish()
}

/// The styles that paragraphs name.
fn write_named(xml: &mut Xml) {
    let none = RunLook::default();
    let mut named = |style: Style, name: &str, look: &ParagraphLook, run: &RunLook| {
        write(xml, style.id(), name, false, look, run);
    };
    let first = Indent { first: 2 * CHARACTER, first_characters: Some(200), ..Indent::default() };
    let indented = ParagraphLook { indent: Some(first), ..ParagraphLook::default() };
    named(Style::Body, "Body Text", &indented, &none);
    for (level, font) in [Font::Heading, Font::Subheading, Font::Text, Font::Text].into_iter().enumerate() {
        let outline = u32::try_from(level).ok();
        let look = ParagraphLook { keep_next: true, outline, ..indented.clone() };
        let name = format!("heading {}", level + 1);
        named(Style::Heading(level), &name, &look, &RunLook { font: Some(font), ..none });
    }
    let middle =
        ParagraphLook { align: Some(Align::Center), follows_grid: Some(false), ..ParagraphLook::default() };
    let title = ParagraphLook { keep_next: true, ..middle };
    named(Style::Title, "Title", &title, &RunLook::of(Font::Title, TITLE_SIZE));
    let plain = ParagraphLook::default();
    named(Style::Addressee, "Salutation", &plain, &none);
    let at_left = ParagraphLook { align: Some(Align::Left), ..ParagraphLook::default() };
    named(Style::Signature, "Signature", &at_left, &none);
    named(Style::Date, "Date", &at_left, &none);
    let cell = ParagraphLook {
        habit: Some(Habit::Cell),
        follows_grid: Some(false),
        line: Some(LineHeight::Exact(TABLE_LINE)),
        ..at_left.clone()
    };
    named(Style::Cell, "Table Text", &cell, &RunLook::of(Font::Text, TABLE_SIZE));
    // An exact height would cut off the turned number of a landscape page.
    let edge = ParagraphLook { follows_grid: Some(false), line: Some(LineHeight::Auto), ..at_left };
    let number = RunLook::of(Font::Number, SMALL_SIZE);
    named(Style::Header, "header", &edge, &number);
    named(Style::Footer, "footer", &edge, &number);
}

fn write_defaults(xml: &mut Xml) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                let name = Value::from(Font::Text.name());
                xml.empty(
                    "w:rFonts",
                    &[("w:ascii", name), ("w:eastAsia", name), ("w:hAnsi", name), ("w:cs", name)],
                );
                xml.empty("w:lang", &[("w:val", "zh-CN".into()), ("w:eastAsia", "zh-CN".into())]);
            });
        });
        xml.empty("w:pPrDefault", &[]);
    });
}

fn write(xml: &mut Xml, id: &str, name: &str, is_default: bool, look: &ParagraphLook, run: &RunLook) {
    let mut attributes = vec![("w:type", Value::from("paragraph")), ("w:styleId", id.into())];
    if is_default {
        attributes.push(("w:default", "1".into()));
    }
    if id == Style::Cell.id() {
        attributes.push(("w:customStyle", "1".into()));
    }
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", name);
        if !is_default {
            xml.value("w:basedOn", "Normal");
        }
        xml.empty("w:qFormat", &[]);
        look.write(xml);
        run.write(xml);
    });
}

/// The style that tables have without a name: no rules, no spaces.
fn write_table_style(xml: &mut Xml) {
    let attributes =
        [("w:type", "table".into()), ("w:default", "1".into()), ("w:styleId", "TableNormal".into())];
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", "Normal Table");
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblInd", &[("w:w", 0.into()), ("w:type", "dxa".into())]);
        });
    });
}
