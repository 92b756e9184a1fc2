//! Files beside a `notice.md`, named in it.

use crate::model::table::Table;
use crate::read::fault::files;
use crate::read::lower::attachments::Context;
use crate::read::lower::paths::resolved;
use crate::read::lower::{Lookup, Lower};
use crate::read::yaml::field::Text;
use crate::source::FileId;

impl Lower<'_> {
    /// A table in a file in the folder of the notice.
    pub(super) fn table_beside(&self, path: &Text, context: &Context<'_>, is_inline: bool) -> Option<Table> {
        let file = self.text_beside(path, context.folder)?;
        self.table(file, context.register, context.paper, is_inline)
    }

    /// A text file in the folder of the notice.
    pub(super) fn text_beside(&self, path: &Text, folder: &str) -> Option<FileId> {
        match self.look_up(&format!("{folder}/{}", path.value)) {
            Lookup::Text(file) => {
                self.named.borrow_mut().insert(file);
                Some(file)
            }
            Lookup::Reported => None,
            Lookup::Missing => {
                let right = self.same_but_for_case(&path.value, folder);
                self.report.borrow_mut().push(files::missing_file(path.span, &path.value, right));
                None
            }
        }
    }

    /// The path of the only file that differs from a path in case, or in `\` for `/`, alone.
    fn same_but_for_case(&self, path: &str, folder: &str) -> Option<String> {
        let path = path.replace('\\', "/").to_lowercase();
        let inside = format!("{folder}/");
        let texts = self.content.texts.range(inside.clone()..).map(|(path, _)| path);
        let others = self.content.files.range(inside.clone()..).map(|(path, _)| path);
        let texts = texts.map_while(|path| path.strip_prefix(&inside));
        let all = texts.chain(others.map_while(|path| path.strip_prefix(&inside)));
        let mut same = all.filter(|there| there.to_lowercase() == path);
        let only = same.next()?.to_owned();
        same.next().is_none().then_some(only)
    }

    /// A file to publish: its path below `content/`.
    pub(super) fn file_beside(&self, path: &Text, folder: &str) -> Option<String> {
        let found = resolved(folder, &path.value).filter(|path| self.is_publishable(path));
        if found.is_none() {
            let right = self.same_but_for_case(&path.value, folder);
            self.report.borrow_mut().push(files::missing_file(path.span, &path.value, right));
        }
        found
    }
}
