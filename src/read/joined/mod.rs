//! The published sites of many bureaus, read through `data/site.json` and `data/index.json`.

mod address;
mod codes;
mod entry;
mod fault;
mod file;

pub use codes::CODES;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Report};
use crate::error::Error;
use crate::model::joined::{Bureau, Joined, JoinedNotice};
use crate::read::joined::address::{Site, way};
use crate::read::joined::entry::notice;
use crate::read::joined::file::{Broken, Entry, File, SiteFile, site_file};
use crate::source::{FileId, Sources, Span};

/// The list of a site's notices, and the site itself.
const INDEX: &str = "data/index.json";
const SITE: &str = "data/site.json";
/// Maximum number of sites, of their notices together, and of bytes of their lists together.
const SITES: usize = 10_000;
const NOTICES: usize = 200_000;
const BYTES: usize = 256 << 20;

/// The joined sites, as far as they could be read, and the findings about them.
#[derive(Debug, Default)]
pub struct Found {
    /// The sites; complete if the report has no errors.
    pub joined: Joined,
    /// The texts in which something was found.
    pub sources: Sources,
    /// The findings.
    pub report: Report,
}

/// Reads the sites in the named folders. `output` is the real path of the output folder.
pub fn sites(folders: &[PathBuf], output: &Path) -> Result<Found, Error> {
    let mut reader =
        Reader { output, real: BTreeMap::new(), names: BTreeMap::new(), bytes: 0, found: Found::default() };
    for folder in folders.iter().take(SITES) {
        reader.site(folder)?;
    }
    if let Some(folder) = folders.get(SITES) {
        let place = reader.place(folder);
        reader.found.report.push(fault::too_many_sites(place, SITES));
    }
    let overlaps = |finding: &Diagnostic| finding.code == &codes::OUTPUT_IN_SITE;
    if !reader.found.report.findings().iter().any(overlaps)
        && let Some(home) = foreign_build(output)
    {
        let place = reader.place(&home);
        reader.found.report.push(fault::output_of_build(place));
    }
    let mut found = reader.found;
    let Joined { bureaus, notices } = &mut found.joined;
    let address = |notice: &JoinedNotice| notice.page.from("");
    notices.sort_by_cached_key(|notice| (Reverse(notice.published.clone()), notice.bureau, address(notice)));
    debug_assert!(notices.iter().all(|notice| notice.bureau < bureaus.len()));
    found.report.sort();
    Ok(found)
}

struct Reader<'o> {
    output: &'o Path,
    /// The sites by their real folder, and by their name.
    real: BTreeMap<PathBuf, Span>,
    names: BTreeMap<String, Span>,
    /// Number of bytes that were read.
    bytes: usize,
    found: Found,
}

impl Reader<'_> {
    /// A folder as the place of a finding.
    fn place(&mut self, folder: &Path) -> Span {
        Span::head(self.found.sources.add(shown(folder), String::new()))
    }

    fn site(&mut self, folder: &Path) -> Result<(), Error> {
        let index = folder.join(INDEX);
        let Some(real) = folder.canonicalize().ok().filter(|_| index.is_file()) else {
            let place = self.place(folder);
            self.found.report.push(fault::no_site(place));
            return Ok(());
        };
        if self.output.starts_with(&real) || real.starts_with(self.output) {
            let place = self.place(folder);
            self.found.report.push(fault::output_in_site(place));
            return Ok(());
        }
        if let Some(first) = self.real.get(&real).copied() {
            let place = self.place(folder);
            self.found.report.push(fault::same_folder(place, first));
            return Ok(());
        }
        let Some(about) = self.site_file(&folder.join(SITE))? else { return Ok(()) };
        let Some(file) = self.file(&index)? else { return Ok(()) };
        let of_folder =
            || real.file_name().map_or_else(|| shown(folder), |name| name.to_string_lossy().into_owned());
        let name = about.name.clone().unwrap_or_else(of_folder);
        let place = about.place.unwrap_or_else(|| self.place(folder));
        self.real.insert(real.clone(), place);
        if about.name.is_none() {
            self.found.report.push(fault::unnamed(place, &name));
        }
        if about.example {
            self.found.report.push(fault::example(place, &name));
        }
        if let Some(first) = self.names.insert(name.clone(), place) {
            self.found.report.push(fault::same_name(place, first, &name));
        }
        let site = Site {
            folder: folder.to_owned(),
            way: way(&self.output.join("site"), &real),
            web: about.address,
        };
        let Some(home) = site.target("index.html") else {
            self.found.report.push(fault::no_way(place));
            return Ok(());
        };
        let bureau = self.found.joined.bureaus.len();
        self.found.joined.bureaus.push(Bureau { name, organiser: about.organiser, home });
        self.notices(&file, site, bureau, about.example);
        Ok(())
    }

    /// `data/site.json`; blank if it is missing, `None` if it is wrong.
    fn site_file(&mut self, path: &Path) -> Result<Option<SiteFile>, Error> {
        if !path.is_file() {
            return Ok(Some(SiteFile::default()));
        }
        let Some(file) = self.file(path)? else { return Ok(None) };
        match site_file(&file) {
            Ok(mut site) => {
                site.place = Some(Span::head(self.found.sources.add(file.name, String::new())));
                Ok(Some(site))
            }
            Err(Broken::Json(wrong)) => {
                self.wrong(&file, &wrong);
                Ok(None)
            }
            Err(Broken::Value(value, wrong)) => {
                let id = self.kept(&mut None, &file);
                self.found.report.push(fault::entry(file.place(id, &value), wrong, &value));
                Ok(None)
            }
        }
    }

    /// The text of a file; `None` if it is no text, or too long.
    fn file(&mut self, path: &Path) -> Result<Option<File>, Error> {
        let bytes = crate::read::paper_bytes(path, BYTES - self.bytes)?;
        self.bytes += bytes.len();
        let name = shown(path);
        if self.bytes > BYTES {
            self.bytes = BYTES;
            let place = Span::head(self.found.sources.add(name, String::new()));
            self.found.report.push(fault::too_long(place, BYTES >> 20));
            return Ok(None);
        }
        let Ok(text) = String::from_utf8(bytes) else {
            let place = Span::head(self.found.sources.add(name, String::new()));
            self.found.report.push(fault::no_text(place));
            return Ok(None);
        };
        Ok(Some(File { name, text: text.trim_start_matches('\u{feff}').to_owned() }))
    }

    fn wrong(&mut self, file: &File, wrong: &serde_json::Error) {
        let (at, text) = (file.offset(wrong), file.text.clone());
        let id = self.found.sources.add(file.name.clone(), text);
        self.found.report.push(fault::broken(Span::new(id, at, at), wrong));
    }

    fn notices(&mut self, file: &File, mut site: Site, bureau: usize, example: bool) {
        let entries: Vec<Entry> = match serde_json::from_str(&file.text) {
            Ok(entries) => entries,
            Err(wrong) => return self.wrong(file, &wrong),
        };
        let mut id = None;
        for entry in entries {
            if self.found.joined.notices.len() == NOTICES {
                let id = self.kept(&mut id, file);
                self.found.report.push(fault::too_many_notices(Span::head(id), NOTICES));
                return;
            }
            match notice(entry, &mut site, bureau) {
                Ok(notice) => {
                    let example = example || notice.example;
                    self.found.joined.notices.push(JoinedNotice { example, ..notice });
                }
                Err((value, wrong)) => {
                    let id = self.kept(&mut id, file);
                    self.found.report.push(fault::entry(file.place(id, &value), wrong, &value));
                }
            }
        }
    }

    /// The file among those in which something was found.
    fn kept(&mut self, id: &mut Option<FileId>, file: &File) -> FileId {
        *id.get_or_insert_with(|| self.found.sources.add(file.name.clone(), file.text.clone()))
    }
}

/// The site in the output folder, unless it was joined.
fn foreign_build(output: &Path) -> Option<PathBuf> {
    let site = output.join("site");
    let text = crate::read::paper_bytes(&site.join(SITE), 1 << 16).unwrap_or_default();
    let is_joined =
        serde_json::from_slice(&text).is_ok_and(|value: serde_json::Value| value["汇总单位"].is_u64());
    (!is_joined && [INDEX, "index.html"].iter().any(|name| site.join(name).exists())).then_some(site)
}

/// A path as findings call it.
fn shown(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    // Windows puts it before a path whose links it has followed.
    path.strip_prefix("//?/").map(str::to_owned).unwrap_or(path)
}
