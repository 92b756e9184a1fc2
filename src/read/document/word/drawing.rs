//! Pictures, and drawings and objects that are none.

use crate::read::attached::signature::Signature;
use crate::read::document::fault::{Fault, FaultKind};
use crate::read::document::word::walk::{Frame, Walk};
use crate::read::document::word::xml::Tag;
use crate::read::document::{LeftOutKind, Picture, Words};

/// A drawing that is open.
#[derive(Debug, Default)]
pub struct Drawing {
    /// Whether it is an object of another program, whose picture only stands in for it.
    is_object: bool,
    /// Whether it is a line, as under the head of a paper.
    is_line: bool,
    /// The words for those who cannot see it.
    words: String,
    /// Words that are drawn, or the name of an object.
    drawn: String,
    /// Whether a picture or a text box in it was taken.
    pub has_content: bool,
}

impl Walk<'_, '_> {
    /// Begins a drawing.
    pub fn open_drawing(&mut self, name: &str) -> Frame {
        self.drawings.push(Drawing { is_object: name == "object", ..Drawing::default() });
        Frame::Drawing
    }

    /// Takes an element within a drawing.
    pub fn open_drawn(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Fault> {
        let Some(drawing) = self.drawings.last_mut() else { return Ok(()) };
        match name {
            "docPr" => drawing.words = tag.get("descr").unwrap_or_default().into_owned(),
            "shape" | "rect" if drawing.words.is_empty() => {
                drawing.words = tag.get("alt").unwrap_or_default().into_owned();
                drawing.is_line |= tag.get("type").is_some_and(|kind| kind == "#_x0000_t32");
            }
            "line" => drawing.is_line = true,
            "prstGeom" => {
                drawing.is_line |=
                    tag.get("prst").is_some_and(|form| form == "line" || form.ends_with("Connector1"));
            }
            "textpath" => drawing.drawn = tag.get("string").unwrap_or_default().into_owned(),
            "OLEObject" => drawing.drawn = tag.get("ProgID").unwrap_or_default().into_owned(),
            "chart" | "relIds" if drawing.drawn.is_empty() => name.clone_into(&mut drawing.drawn),
            "blip" | "imagedata" if !drawing.is_object => {
                let id = ["embed", "link", "id", "href"].into_iter().find_map(|name| tag.get(name));
                if let Some(id) = id {
                    return self.add_picture(&id);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Ends the drawing that is open.
    pub fn close_drawing(&mut self) -> Result<(), Fault> {
        let Some(drawing) = self.drawings.pop() else { return Ok(()) };
        if drawing.has_content || drawing.is_line || !self.is_shown() {
            return Ok(());
        }
        let words = if drawing.drawn.is_empty() { drawing.words } else { drawing.drawn };
        self.tell(LeftOutKind::Object, &words)
    }

    /// Adds the picture of a relationship to the words.
    fn add_picture(&mut self, id: &str) -> Result<(), Fault> {
        let words = self.drawings.last().map(|drawing| drawing.words.clone()).unwrap_or_default();
        if let Some(drawing) = self.drawings.last_mut() {
            drawing.has_content = true;
        }
        if !self.is_shown() {
            return match self.deleted {
                0 => self.tell(LeftOutKind::Hidden, &words),
                _ => self.tell(LeftOutKind::Deleted, &words),
            };
        }
        let Some(relation) = self.parts.relations.get(id) else {
            return self.tell(LeftOutKind::Picture, &words);
        };
        let (target, is_external) = (relation.target.clone(), relation.is_external);
        if !self.pictures.contains_key(&target) {
            let picture = self.picture(&target, is_external, words)?;
            let index = picture.as_ref().map(|_| self.document.pictures.len());
            self.document.pictures.extend(picture);
            self.pictures.insert(target.clone(), index);
        }
        match self.pictures.get(&target).copied().flatten() {
            Some(index) => self.put(Words::Picture(index)),
            None => self.tell(LeftOutKind::Picture, file_name(&target)),
        }
    }

    /// A picture that browsers show; `None` for any other.
    fn picture(&mut self, part: &str, is_external: bool, words: String) -> Result<Option<Picture>, Fault> {
        let name = file_name(part).to_owned();
        if is_external {
            return Ok(Some(Picture { name, bytes: Vec::new(), words }));
        }
        let bytes = match self.package.read(part).map_err(Fault::from) {
            Ok(bytes) => bytes,
            Err(fault) if fault.kind() == FaultKind::TooLarge => return Err(fault),
            Err(_) => return Ok(None),
        };
        Ok(named(&name, &bytes).map(|name| Picture { name, bytes, words }))
    }
}

/// The last part of a path or address.
fn file_name(path: &str) -> &str {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The name of a picture with the ending of its content; `None` where browsers show no such content.
pub fn named(name: &str, bytes: &[u8]) -> Option<String> {
    let (ending, other) = match Signature::of(bytes)? {
        Signature::Jpeg => ("jpg", "jpeg"),
        Signature::Png => ("png", "png"),
        Signature::Gif => ("gif", "gif"),
        Signature::Bmp => ("bmp", "bmp"),
        Signature::WebP => ("webp", "webp"),
        _ => return None,
    };
    let (stem, old) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_right = old.eq_ignore_ascii_case(ending) || old.eq_ignore_ascii_case(other);
    Some(if is_right { name.to_owned() } else { format!("{stem}.{ending}") })
}
