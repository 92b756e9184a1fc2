//! Findings about folders, independent of the content of their files.

use crate::read::disk::discover::is_text;
use crate::read::fault::files;
use crate::read::lower::Lower;
use crate::read::lower::paths::parent_folder;
use crate::source::Span;

impl Lower<'_> {
    pub(super) fn folders_named_like_files(&self) {
        for (path, file) in &self.content.folders {
            if is_text(path) {
                self.report.borrow_mut().push(files::not_a_file(Span::head(*file), path));
            }
        }
    }

    /// Reports tables and papers beside a notice that it does not name, so that they are not published.
    pub(super) fn files_without_mention(&self, folder: &str) {
        let inside = format!("{folder}/");
        let beside =
            self.content.texts.range(inside.clone()..).take_while(|(path, _)| path.starts_with(&inside));
        for (path, file) in beside {
            let (name, Some(file)) = (&path[inside.len()..], file) else { continue };
            let is_own = ["notice.md", "roster.yaml", "README.md"].contains(&name) || name.contains('/');
            if !is_own && !self.named.borrow().contains(file) {
                self.report.borrow_mut().push(files::no_mention(Span::head(*file), name));
            }
        }
    }

    /// Reports folders with content that are neither a section nor a notice nor part of one. Usual reasons are files
    /// named `Notice.md` and `notice.md.txt`.
    pub(super) fn folders_without_notice(&self) {
        let holds = |folder: &str, name: &str| self.content.texts.contains_key(&format!("{folder}/{name}"));
        let is_home = |folder: &str| holds(folder, "notice.md") || holds(folder, "column.yaml");
        for (path, file) in self.content.folders.iter().filter(|(path, _)| !path.is_empty()) {
            let in_notice = std::iter::successors(Some(path.as_str()), |path| {
                Some(parent_folder(path)).filter(|p| !p.is_empty())
            })
            .any(|folder| holds(folder, "notice.md"));
            if in_notice || is_home(path) {
                continue;
            }
            let beside = |name: &&String| parent_folder(name) == path;
            let texts = self.content.texts.keys().filter(beside);
            if let Some(lost) = texts.chain(self.content.files.keys().filter(beside)).next() {
                self.report.borrow_mut().push(files::no_notice(Span::head(*file), lost));
            }
        }
    }
}
