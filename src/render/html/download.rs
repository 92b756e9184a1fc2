//! Files to download: name, kind and, for attached files, size.

use crate::model::notice::Notice;
use crate::model::table::Table;
use crate::render::html::view::Download;
use crate::render::routes;
use crate::text::link;

impl Download {
    /// A file under its address, saved under the attachment's name. The size of a
    /// generated file is not shown, because the file would have to be made first.
    pub fn new(here: &str, path: &str, name: &str, size: Option<u64>) -> Self {
        let ending = ending(path);
        let storable = |c: char| if r#"\/:*?"<>|"#.contains(c) { '_' } else { c };
        let file_name: String = name.chars().map(storable).collect();
        Self {
            href: link::relative(here, path),
            file_name: format!("{file_name}.{ending}"),
            kind_and_size: kind_and_size(path, size),
        }
    }
}

/// A table's CSV file, and the JSON file with all tables of its notice.
pub fn open_data(notice: &Notice, table: &Table, here: &str) -> Vec<Download> {
    let csv = notice.id_of(table).map(|id| routes::data_csv(notice, id));
    let paths = csv.into_iter().chain([routes::data_json(notice)]);
    paths.map(|path| Download::new(here, &path, &table.name.value, None)).collect()
}

/// The kind of file and, if known, its size: `PDF，12 KB`.
pub fn kind_and_size(path: &str, size: Option<u64>) -> String {
    let kind = ending(path).to_uppercase();
    match size {
        Some(size) if kind.is_empty() => in_kilobytes(size),
        Some(size) => format!("{kind}，{}", in_kilobytes(size)),
        None => kind,
    }
}

fn ending(path: &str) -> &str {
    path.rsplit('/').next().and_then(|file| file.rsplit_once('.')).map_or("", |(_, ending)| ending)
}

/// A size for people: `640 B`, `12 KB`, `3.4 MB`.
fn in_kilobytes(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = KB * KB;
    match bytes {
        ..KB => format!("{bytes} B"),
        KB..MB => format!("{} KB", bytes.div_ceil(KB)),
        _ => format!("{}.{} MB", bytes / MB, bytes % MB * 10 / MB),
    }
}
