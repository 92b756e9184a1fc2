//! Forms of the desk: each calls the functions behind one command, all or nothing.

use std::collections::BTreeSet;

use crate::cli::desk::address::Tab;
use crate::cli::desk::asking::gone;
use crate::cli::desk::form::Form;
use crate::cli::desk::key::key;
use crate::cli::desk::outcome::Outcome;
use crate::cli::desk::round::Round;
use crate::cli::desk::{Desk, words};
use crate::cli::{OUTPUT, build, collect, explain, mend, pack, publish, recovery, undo};
use crate::error::Error;
use crate::message;
use crate::output::{self, Answer, Done, stage};
use crate::pipeline;
use crate::pipeline::mend::{Choice, OneFinding, corrections_of};
use crate::pipeline::publish::{Act, Choice as Papers, choose, edits, trial};
use crate::read::returned::{self, Manner, Returned};
use crate::render::{Edition, plan};

impl Desk {
    /// Does what a form asks for; the browser is sent to the page that shows the result.
    pub fn act(&mut self, round: &Round<'_>, action: &str, form: &Form<'_>) -> Done {
        let (tab, done) = match action {
            "mend" => (Tab::Findings, self.mend(round, form)),
            "undo" => (Tab::Findings, self.undo()),
            "fill" => (Tab::Findings, self.fill(round, form)),
            "accept" => (Tab::Findings, self.accept(round, form)),
            "open" => (Tab::Findings, self.open(round, form)),
            "import" => (Tab::Import, self.import(round, form)),
            "collect" => (Tab::Reports, self.collect(round, form)),
            "publish" => (Tab::Reports, self.publish(round, form)),
            "build" => (Tab::Build, self.build(round)),
            "pack" => (Tab::Build, self.pack(round, form)),
            _ => return Answer::missing().into(),
        };
        let mut outcome = done.unwrap_or_else(|error| Outcome::failed(tab, &error, self.session.lang));
        let done =
            Done { answer: Answer::See(outcome.tab.address().to_owned()), is_changed: outcome.is_changed };
        self.is_changed = outcome.is_changed;
        self.next = outcome.next.take();
        self.outcome = Some(outcome);
        done
    }

    /// Applies the correction of one finding, of a kind, or all that change the form only.
    fn mend(&self, round: &Round<'_>, form: &Form<'_>) -> Result<Outcome, Error> {
        let lang = self.session.lang;
        let choice = if let Some(wanted) = form.text("key") {
            let checked = round.checked;
            let mut findings = checked.report.findings().iter();
            let finding = findings.find(|finding| key(finding, &checked.sources) == wanted);
            let one = finding.and_then(|finding| OneFinding::of(finding, &checked.sources));
            Choice::One(one.ok_or_else(gone)?)
        } else if let Some(code) = form.text("code") {
            Choice::Kinds(vec![explain::find(code, &pipeline::codes())?])
        } else {
            Choice::Form
        };
        let mends = corrections_of(round.checked, &self.session.root, &choice, &self.memory)?;
        mend::write(&self.session, &choice, &mends)?;
        let text = words::mended(&mends, lang);
        Ok(if mends.files.is_empty() {
            Outcome::refused(Tab::Findings, text)
        } else {
            Outcome { next: mends.mended.map(Box::new), ..Outcome::done(Tab::Findings, text) }
        })
    }

    fn undo(&self) -> Result<Outcome, Error> {
        let lang = self.session.lang;
        Ok(match output::undo(&self.session.root)? {
            Some(entry) => Outcome::done(Tab::Findings, words::undone(&entry, lang)),
            None => Outcome::refused(Tab::Findings, undo::nothing(lang)),
        })
    }

    /// Collects returned handouts: notes that are not public yet.
    fn collect(&self, round: &Round<'_>, form: &Form<'_>) -> Result<Outcome, Error> {
        let lang = self.session.lang;
        let checked = match round.sound(self, Tab::Reports) {
            Ok(checked) => checked,
            Err(outcome) => return Ok(outcome),
        };
        let sent = form.files("file").into_iter();
        let files: Vec<Returned> =
            sent.map(|(name, bytes)| Returned { path: name.to_owned(), bytes: Ok(bytes.to_vec()) }).collect();
        if files.is_empty() {
            return Err(Error::Usage(message!("请选交回的填报表", "choose the handouts that came back")));
        }
        let manner = Manner { replaces: form.text("replace").is_some(), ..Manner::default() };
        let collected = returned::collect(&checked.project, &checked.sources, &files, manner);
        if collected.report.has_errors() {
            let text = lang.pick("有错误，没有写入任何文件", "nothing was written because of these errors");
            return Ok(Outcome::refused(Tab::Reports, text).with(
                &collected.report,
                &collected.sources,
                lang,
            ));
        }
        collect::write(&self.session, &collected)?;
        let (new, kept) = (collected.notes.len(), collected.kept.len());
        let text = message!(
            "写入进展 {new} 份，已有 {kept} 份。都还不公开：核对之后，在下面公开",
            "reports written: {new}; there already: {kept}. None is public yet: read them, then publish them below"
        );
        let outcome = Outcome { is_changed: new > 0, ..Outcome::done(Tab::Reports, text.get(lang)) };
        Ok(outcome.with(&collected.report, &collected.sources, lang))
    }

    /// Publishes the ticked reports and summaries.
    fn publish(&self, round: &Round<'_>, form: &Form<'_>) -> Result<Outcome, Error> {
        let lang = self.session.lang;
        let checked = match round.sound(self, Tab::Reports) {
            Ok(checked) => checked,
            Err(outcome) => return Ok(outcome),
        };
        let time = self.moment()?;
        let act = Act::Publish(time);
        let ticked: BTreeSet<&str> = form.all("report").collect();
        let mut papers = choose(checked, &Papers::default(), act);
        papers
            .changing
            .retain(|chosen| ticked.contains(checked.sources.file(chosen.paper.file()).path.as_str()));
        papers.waiting.clear();
        if papers.changing.is_empty() {
            return Err(Error::Usage(message!("请先勾选要公开的", "tick what is to be published")));
        }
        let edits = edits(&self.session.root, checked, &papers.changing, act)?;
        let trial = trial(&self.session.root, self.session.today, &edits)?;
        if trial.report.has_errors() {
            let outcome = Outcome::refused(Tab::Reports, publish::refusal(act).get(lang));
            return Ok(outcome.with(&trial.report, &trial.sources, lang));
        }
        publish::write(&self.session, &edits, act)?;
        let outcome = Outcome::done(Tab::Reports, words::published(&papers, time, lang));
        Ok(outcome.with(&trial.report, &trial.sources, lang))
    }

    /// Builds into the output folder.
    fn build(&self, round: &Round<'_>) -> Result<Outcome, Error> {
        let checked = match round.sound(self, Tab::Build) {
            Ok(checked) => checked,
            Err(outcome) => return Ok(outcome),
        };
        let output = self.session.root.join(OUTPUT);
        recovery::run(&self.session, &output)?;
        let edition = Edition::new(&checked.project, &checked.theme);
        let summary = stage(&plan(&edition)?, &output, false, &|| ())?.commit(None)?;
        let outcome = Outcome::done(Tab::Build, build::done(summary, &output, self.session.lang));
        Ok(Outcome { is_changed: false, ..outcome })
    }

    /// Builds, and packs what changed since the last package.
    fn pack(&self, round: &Round<'_>, form: &Form<'_>) -> Result<Outcome, Error> {
        let built = self.build(round)?;
        if !built.is_done {
            return Ok(built);
        }
        let folder = self.session.root.join(pack::FOLDER);
        let package = pack::pack(&self.session, &folder, form.text("all").is_some())?;
        let nothing = self.session.lang.pick(
            "上次打包以后没有变化，没有可上传的；要全部重新上传，勾选“全部文件都打进去”",
            "nothing has changed since the last package; tick “pack every file” to upload everything again",
        );
        let text = package
            .map_or_else(|| nothing.to_owned(), |package| pack::told(Some(&package), self.session.lang));
        Ok(Outcome { is_changed: false, ..Outcome::done(Tab::Build, text) })
    }
}
