//! 导入: a paper becomes the folder of a notice, a workbook a file in one, a list of offices entries of the register.

use crate::cli::desk::Desk;
use crate::cli::desk::address::{Tab, of_site};
use crate::cli::desk::asking::REGISTER;
use crate::cli::desk::form::Form;
use crate::cli::desk::outcome::Outcome;
use crate::cli::desk::round::Round;
use crate::cli::surroundings;
use crate::error::Error;
use crate::message;
use crate::model::office::Office;
use crate::output::{Change, Occasion, change, create};
use crate::read::document::Limits;
use crate::read::import::{Kind, import_as, import_paper, is_paper_file};
use crate::read::{self, Content, WorkbookLimits, add_office, text_bytes};
use crate::text::encoding::{decode, encode_like};
use crate::text::filename::bad_name;

impl Desk {
    /// Imports a paper into the folder of a new notice, or a workbook into the folder of a notice.
    pub fn import(&self, round: &Round<'_>, form: &Form<'_>) -> Result<Outcome, Error> {
        let lang = self.session.lang;
        let files = form.files("file");
        let [(name, bytes)] = files.as_slice() else {
            return Err(Error::Usage(message!("请选一个文件", "choose one file")));
        };
        if form.text("kind") == Some("register") && !is_paper_file(name, bytes) {
            return self.register(round, name, bytes);
        }
        let folder = notice_folder(round, form)?;
        let register = &round.checked.project.register;
        let (report, sources, unknown, made) = if is_paper_file(name, bytes) {
            let mut imported = import_paper(name, bytes, Limits::default());
            let unknown = imported.propose(register);
            (imported.report, imported.sources, unknown, imported.files)
        } else {
            let (kind, target) = match form.text("kind") {
                Some("roster") => (Kind::Roster, "roster.yaml"),
                _ => (Kind::Table, "tasks.yaml"),
            };
            let mut imported = import_as(kind, name, bytes, None, WorkbookLimits::default());
            let unknown = imported.propose(register);
            let made = imported.yaml.into_iter().map(|yaml| (target.to_owned(), yaml.into_bytes())).collect();
            (imported.report, imported.sources, unknown, made)
        };
        if report.has_errors() || made.is_empty() {
            let text = lang.pick("没有导入，没有写入任何文件", "not imported; nothing was written");
            return Ok(Outcome::refused(Tab::Import, text).with(&report, &sources, lang));
        }
        let home = self.session.root.join("content").join(&folder);
        let files: Vec<_> = made.into_iter().map(|(path, bytes)| (home.join(path), bytes)).collect();
        create(&self.session.root, &files, &Occasion { command: "import", time: surroundings::moment()? })?;
        let count = files.len();
        let done = message!(
            "已导入到 content/{folder}，写入 {count} 个文件。请对照原件看一遍左边的网页，再到“问题”里补上没有填写的各项",
            "imported into content/{folder}: {count} files. Compare the page on the left with the original, then fill in what is missing, under Findings"
        );
        let mut text = done.get(lang).to_owned();
        if !unknown.is_empty() {
            let words = lang.pick(
                "机构名录里没有这些名称，核对后登记到 content/offices.yaml：",
                "not in the register; check them and add them to content/offices.yaml:",
            );
            text = format!("{text}\n{words}\n{}", unknown.block().trim_end());
        }
        let show = Some(of_site(&format!("site/{folder}/index.html")));
        Ok(Outcome { show, ..Outcome::done(Tab::Import, text) }.with(&report, &sources, lang))
    }
}

impl Desk {
    /// Adds the offices of a sheet to the register, those that it has not got already.
    fn register(&self, round: &Round<'_>, name: &str, bytes: &[u8]) -> Result<Outcome, Error> {
        let (root, lang, known) = (&self.session.root, self.session.lang, &round.checked.project.register);
        let imported = import_as(Kind::Register, name, bytes, None, WorkbookLimits::default());
        let (report, sources) = (&imported.report, &imported.sources);
        let Some(yaml) = imported.yaml.as_ref().filter(|_| !report.has_errors()) else {
            let text = lang.pick("没有导入，没有写入任何文件", "not imported; nothing was written");
            return Ok(Outcome::refused(Tab::Import, text).with(report, sources, lang));
        };
        let offices = read::register(&Content::of_texts(&[("offices.yaml", yaml)])).offices;
        let all = offices.len();
        let new: Vec<_> =
            offices.into_iter().filter(|office| known.find(&office.name.value).is_none()).collect();
        if new.is_empty() {
            let text = message!(
                "这{all}个机构都登记过了，没有写入",
                "all {all} offices are in the register; nothing was written"
            );
            return Ok(Outcome::refused(Tab::Import, text.get(lang)).with(report, sources, lang));
        }
        let before = text_bytes(root, REGISTER)?;
        let aliases = |office: &Office| -> Vec<String> {
            let names = office.aliases.iter().map(|alias| alias.value.clone());
            names.filter(|alias| known.find(alias).is_none()).collect()
        };
        let text = new.iter().try_fold(decode(before.clone()).text, |text, office| {
            add_office(&text, &office.name.value, &aliases(office))
        });
        let after = text.and_then(|text| encode_like(&before, &text)).ok_or_else(|| {
            Error::Usage(message!(
                "“{REGISTER}”的写法比较特别，请打开文件自己登记",
                "{REGISTER} is written in a way of its own; open the file and register them there"
            ))
        })?;
        let trial = self.trial(REGISTER, &after)?;
        let edits = [Change { path: REGISTER.to_owned(), before: Some(before), after: Some(after) }];
        change(root, &edits, &Occasion { command: "import", time: surroundings::moment()? })?;
        let names: Vec<&str> = new.iter().map(|office| office.name.value.as_str()).collect();
        let (count, there, names) = (names.len(), all - names.len(), names.join(lang.pick("、", ", ")));
        let done = message!(
            "已在 {REGISTER} 登记{count}个机构，另有{there}个登记过：\n{names}",
            "registered in {REGISTER}: {count}, there already: {there}\n{names}"
        );
        let outcome = Outcome { next: Some(Box::new(trial)), ..Outcome::done(Tab::Import, done.get(lang)) };
        Ok(outcome.with(report, sources, lang))
    }
}

/// The folder of a notice below `content/`: a section that exists, and a name that every system can store.
fn notice_folder(round: &Round<'_>, form: &Form<'_>) -> Result<String, Error> {
    let section = form.required("section", "栏目", "section")?;
    let name = form.required("folder", "文件夹名", "folder")?;
    let project = &round.checked.project;
    if !project.sections_with_ids().any(|(_, known)| known.path == section) {
        return Err(Error::Usage(message!("没有栏目“{section}”", "there is no section {section:?}")));
    }
    if bad_name(name, true).is_some() || name.starts_with(['.', '~']) {
        return Err(Error::Usage(message!(
            "“{name}”不能用作文件夹名；请用小写字母、数字和“-”",
            "{name:?} cannot be the name of a folder; use small letters, digits and -"
        )));
    }
    Ok(format!("{section}/{name}"))
}
