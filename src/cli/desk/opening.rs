//! Opening a file of the project in the program of the computer, as a double click does.

use crate::cli::desk::Desk;
use crate::cli::desk::address::Tab;
use crate::cli::desk::form::Form;
use crate::cli::desk::outcome::Outcome;
use crate::cli::desk::round::Round;
use crate::error::Error;
use crate::message;

/// The editor of Windows: files of this program have no program of their own there.
const NOTEPAD: &str = "notepad";

impl Desk {
    /// Opens a file that was read with the content; no other file can be named.
    pub fn open(&self, round: &Round<'_>, form: &Form<'_>) -> Result<Outcome, Error> {
        let path = form.required("path", "文件", "file")?;
        let file = self.session.root.join(path);
        if round.checked.sources.id(path).is_none() || !file.is_file() {
            return Err(Error::Usage(message!("没有文件“{path}”", "there is no file {path:?}")));
        }
        let opened =
            if cfg!(windows) { open::with_detached(&file, NOTEPAD) } else { open::that_detached(&file) };
        let lang = self.session.lang;
        let outcome = if opened.is_ok() {
            let message = message!(
                "已打开 {path}；改好保存，这里自动更新",
                "{path} is open; save it, and this page follows"
            );
            Outcome::done(Tab::Findings, message.get(lang))
        } else {
            let file = file.display();
            let message =
                message!("没能打开，请自行打开：{file}", "could not be opened; open it yourself: {file}");
            Outcome::refused(Tab::Findings, message.get(lang))
        };
        Ok(Outcome { is_changed: false, ..outcome })
    }
}
