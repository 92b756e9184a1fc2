//! The events of a YAML parser become a tree with places; mistakes become findings.
//!
//! Aliases are refused, so that no small file can grow into a large tree; nesting is bounded.

use std::cell::RefCell;
use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span as Mark, StrInput};

use crate::diagnostic::{Diagnostic, Report};
use crate::read::fault::{fields, files, layout, slip, slip_finding, syntax};
use crate::read::yaml::places::{Places, escapes};
use crate::read::yaml::swallowed_text::{with_swallowed_item, with_swallowed_text};
use crate::read::yaml::tree::{Kind, Node};
use crate::read::yaml::{comment, loss};
use crate::source::{FileId, Margin, Span};
use crate::text::character::{barred, is_barred};

/// The deepest nesting that is read.
const DEEPEST: usize = 32;

/// Reads the one document in `text`, which stands in its file from byte `base` on.
///
/// `None` when it cannot be read; the reason is in the report then.
pub fn parse<'s>(file: FileId, text: &'s str, base: usize, report: &RefCell<Report>) -> Option<Node<'s>> {
    let places = Places::new(file, base, text);
    let parser = Parser::new_from_str(text);
    let mut builder = Builder { parser, places, losses: Vec::new(), has_wide_spaces: false, report };
    match builder.document() {
        Ok(node) => {
            let comments = comment::behind_texts(&builder.places, &node);
            builder.losses.into_iter().chain(comments).for_each(|loss| report.borrow_mut().push(loss));
            Some(node)
        }
        Err(Stop::Syntax(error)) => {
            let at = builder.places.at(error.marker().index());
            // A line at another level than it looks is the cause of what follows.
            if let Some(place) = layout::first_wide(text, at - base).filter(|_| !builder.has_wide_spaces) {
                report.borrow_mut().push(syntax::wide_spaces(file, base, text, place));
                return None;
            }
            report.borrow_mut().push(match slip::near(text, at - base) {
                Some(slip) => slip_finding::slip(file, base, text, &slip),
                None => match layout::bad_line(text, at - base) {
                    Some(line) => syntax::bad_line(file, base, text, &line),
                    None => syntax::yaml_syntax(Span::new(file, at, at), error.info()),
                },
            });
            None
        }
        Err(Stop::Reported) => None,
    }
}

/// Why the tree could not be built.
enum Stop {
    Syntax(ScanError),
    Reported,
}

struct Builder<'s, 'r> {
    parser: Parser<'s, StrInput<'s>>,
    places: Places<'s>,
    /// Findings that count only if the whole text can be read.
    losses: Vec<Diagnostic>,
    /// Whether spaces of another width stand before a field, which is at another level then than it looks.
    has_wide_spaces: bool,
    report: &'r RefCell<Report>,
}

impl<'s> Builder<'s, '_> {
    fn next(&mut self) -> Result<(Event<'s>, Mark), Stop> {
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => Err(Stop::Syntax(error)),
            None => Ok((Event::StreamEnd, Mark::default())),
        }
    }

    fn document(&mut self) -> Result<Node<'s>, Stop> {
        loop {
            let (event, mark) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(_) => {}
                Event::StreamEnd => return Ok(self.empty()),
                event => {
                    let root = self.node(event, mark, 0)?;
                    self.end()?;
                    return if self.has_wide_spaces {
                        Err(Stop::Reported)
                    } else {
                        self.record_or_slip(root)
                    };
                }
            }
        }
    }

    /// A file is a record; where it is a plain text, its first line most likely holds a slip.
    fn record_or_slip(&self, root: Node<'s>) -> Result<Node<'s>, Stop> {
        let Kind::Scalar { text, plain: true, .. } = &root.kind else { return Ok(root) };
        let line = text.lines().next().unwrap_or_default();
        let Places { file, base, text, .. } = self.places;
        let Some(slip) = slip::in_line(root.span.start as usize - base, line) else { return Ok(root) };
        let finding = slip_finding::slip(file, base, text, &slip);
        self.report.borrow_mut().push(finding);
        Err(Stop::Reported)
    }

    /// Reads on to the end, so that a mistake behind the first value is found, too; a second document is one.
    fn end(&mut self) -> Result<(), Stop> {
        let mut is_reported = false;
        loop {
            let (event, mark) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(()),
                Event::DocumentEnd | Event::DocumentStart(_) => {}
                Event::Scalar(ref text, ..) if text.is_empty() => {}
                _ if is_reported => {}
                _ => {
                    is_reported = true;
                    self.report.borrow_mut().push(syntax::second_document(self.places.span(mark)));
                }
            }
        }
    }

    fn empty(&self) -> Node<'s> {
        let span = Span::new(self.places.file, self.places.base, self.places.base);
        Node { span, kind: Kind::Record(Vec::new()) }
    }

    fn node(&mut self, event: Event<'s>, mark: Mark, depth: usize) -> Result<Node<'s>, Stop> {
        let span = self.places.span(mark);
        if depth > DEEPEST {
            self.report.borrow_mut().push(syntax::too_deep(span));
            return Err(Stop::Reported);
        }
        match event {
            Event::Scalar(text, style, 0, None) => {
                if style == ScalarStyle::DoubleQuoted {
                    self.barred_escapes(span, &text);
                }
                self.losses.extend(loss::of_scalar(&self.places, span, style));
                let margin = match style {
                    ScalarStyle::Literal => Margin::of(self.places.text_of(span), &text),
                    _ => Margin::default(),
                };
                Ok(Node { span, kind: Kind::Scalar { text, plain: style == ScalarStyle::Plain, margin } })
            }
            Event::SequenceStart(0, None) => self.list(span, depth),
            Event::MappingStart(0, None) => self.record(span, depth),
            _ => {
                self.report.borrow_mut().push(syntax::alias(span));
                Err(Stop::Reported)
            }
        }
    }

    /// `"甲\x0B"`: an escape for a character that no output can hold. One that stands in the file as it is was
    /// found when the file was read.
    fn barred_escapes(&self, span: Span, text: &str) {
        if barred(text).is_empty() {
            return;
        }
        for (escape, c) in escapes(self.places.text_of(span)).filter(|(_, c)| is_barred(*c)) {
            self.report.borrow_mut().push(files::barred_character(span.part(escape.start, escape.end), c));
        }
    }

    fn list(&mut self, start: Span, depth: usize) -> Result<Node<'s>, Stop> {
        let mut items = Vec::new();
        loop {
            let (event, mark) = self.next()?;
            if event == Event::SequenceEnd {
                let span = self.places.join(start, mark);
                return Ok(Node { span, kind: Kind::List(items) });
            }
            let item = self.node(event, mark, depth + 1)?;
            let from = items.last().map_or(start.start, |last: &Node<'_>| last.span.end);
            let item = with_swallowed_item(&self.places, from as usize, item, self.report);
            self.full_width_commas(start, &item);
            items.push(item);
        }
    }

    fn record(&mut self, start: Span, depth: usize) -> Result<Node<'s>, Stop> {
        let mut entries: Vec<(Node<'s>, Node<'s>)> = Vec::new();
        let mut seen: HashMap<String, [Span; 2]> = HashMap::new();
        loop {
            let (event, mark) = self.next()?;
            if event == Event::MappingEnd {
                let span = self.places.join(start, mark);
                return Ok(Node { span, kind: Kind::Record(entries) });
            }
            let key = self.node(event, mark, depth + 1)?;
            self.wide_spaces(&key);
            let (event, mark) = self.next()?;
            let value = self.node(event, mark, depth + 1)?;
            let value = with_swallowed_text(&self.places, value, self.report);
            if self.is_new(&key, &value, &mut seen) {
                entries.push((key, value));
            }
        }
    }

    /// Reports spaces of another width before a key. YAML takes them for a part of it, at the level of the ASCII spaces
    /// before them.
    fn wide_spaces(&mut self, key: &Node<'s>) {
        let Kind::Scalar { plain: true, .. } = key.kind else { return };
        let Places { file, base, text, .. } = self.places;
        let Some(place) = layout::wide_spaces(text, key.span.start as usize - base) else { return };
        self.report.borrow_mut().push(syntax::wide_spaces(file, base, text, place));
        self.has_wide_spaces = true;
    }

    /// Reports `[甲，乙]`, which YAML reads as one item.
    fn full_width_commas(&self, list: Span, item: &Node<'s>) {
        let Kind::Scalar { text, plain: true, .. } = &item.kind else { return };
        if !self.places.begins_with(list, '[') || text.len() != item.span.range().len() {
            return;
        }
        for (at, comma) in text.match_indices('，') {
            self.report.borrow_mut().push(syntax::flow_comma(item.span.part(at, at + comma.len())));
        }
    }

    /// Whether a key is a text that did not stand before; if not, that is a finding. `seen` has the places of each key and
    /// its value.
    fn is_new(&self, key: &Node<'s>, value: &Node<'s>, seen: &mut HashMap<String, [Span; 2]>) -> bool {
        let Some(name) = key.text() else {
            self.report.borrow_mut().push(fields::wrong_shape(key.span, fields::Shape::Text));
            return false;
        };
        let Some([first, first_value]) = seen.get(name) else {
            seen.insert(name.to_owned(), [key.span, value.span]);
            return true;
        };
        let finding = fields::duplicate_key(key.span, name, *first);
        // Of two equal ones it does not matter which one goes.
        let is_equal = self.places.text_of(*first_value) == self.places.text_of(value.span);
        let line = self.places.whole_line(key.span, value.span).filter(|_| is_equal);
        self.report.borrow_mut().push(match line {
            Some(line) => finding.fix(line, ""),
            None => finding,
        });
        false
    }
}
