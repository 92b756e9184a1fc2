//! Whether other programs can read what was made.

use std::io::{Cursor, Read};
use std::path::Path;

use quick_xml::events::Event;

/// Whether a made file is what its ending says, as far as that can be told quickly.
pub fn file(path: &str, bytes: &[u8]) -> Result<(), String> {
    let ending = Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match ending {
        "xml" => xml(path, bytes),
        "docx" | "xlsx" => archive(path, bytes),
        "html" | "csv" | "js" | "txt" if !path.contains("/files/") => text(path, bytes),
        "json" if !path.contains("/files/") => {
            serde_json::from_slice::<serde_json::Value>(bytes).map_err(|error| format!("{path}: {error}"))?;
            text(path, bytes)
        }
        _ => Ok(()),
    }
}

fn text(path: &str, bytes: &[u8]) -> Result<(), String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("{path}: {error}"))?;
    match gongkai::text::character::barred(text).first() {
        Some((at, c)) => Err(format!("{path}: {c:?} at byte {at}")),
        None => Ok(()),
    }
}

fn archive(path: &str, bytes: &[u8]) -> Result<(), String> {
    let broken = |error: &dyn std::fmt::Display| format!("{path}: {error}");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    for i in 0..archive.len() {
        let mut part = archive.by_index(i).map_err(|error| broken(&error))?;
        let name = format!("{path}: {:?}", part.name());
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).map_err(|error| broken(&error))?;
        if name.contains("/media/") {
            continue;
        }
        xml(&name, &bytes)?;
    }
    Ok(())
}

fn xml(name: &str, bytes: &[u8]) -> Result<(), String> {
    text(name, bytes)?;
    let text = String::from_utf8_lossy(bytes);
    let mut reader = quick_xml::Reader::from_str(&text);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return Ok(()),
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                if let Some(error) = tag.attributes().find_map(Result::err) {
                    return Err(format!("{name}: {error}"));
                }
            }
            Ok(_) => {}
            Err(error) => return Err(format!("{name}: {error}")),
        }
    }
}
