//! Times of the stages, printed with `-v`.

use std::time::Instant;

use crate::cli::{Session, print_error_line};
use crate::error::Error;
use crate::pipeline::{self, Checked};
use crate::read::{self, Content, Memory};
use crate::text::message::{Lang, Words};

/// A stopwatch for the stages of a run.
#[derive(Debug)]
pub struct Stages {
    wanted: bool,
    lang: Lang,
    begun: Instant,
}

impl Stages {
    /// Starts the stopwatch.
    pub fn of(session: &Session) -> Self {
        Self { wanted: session.verbose, lang: session.lang, begun: Instant::now() }
    }

    /// Reads the project.
    pub fn read(&mut self, session: &Session) -> Result<Content, Error> {
        self.done_reading(read::discover(&session.root))
    }

    /// Reads and checks the project.
    pub fn check(&mut self, session: &Session) -> Result<Checked, Error> {
        let content = self.read(session)?;
        self.judge(session, content)
    }

    /// Reads and checks the project, reusing unchanged files from `memory`.
    pub fn check_again(&mut self, session: &Session, memory: &Memory) -> Result<Checked, Error> {
        let mut content = self.done_reading(read::discover_again(&session.root, memory))?;
        content.shows_drafts = true;
        self.judge(session, content)
    }

    fn done_reading(&mut self, content: Result<Content, Error>) -> Result<Content, Error> {
        self.done(Words::new("读取文件", "read the files"));
        content
    }

    /// Resolves and checks the content, stage by stage.
    pub fn judge(&mut self, session: &Session, content: Content) -> Result<Checked, Error> {
        pipeline::judge(content, session.today, &mut |stage| self.done(stage))
    }

    /// Ends a stage: prints its time and starts the next one.
    pub fn done(&mut self, stage: Words) {
        if self.wanted {
            let took = self.begun.elapsed().as_secs_f64() * 1000.0;
            let (stage, unit) = (stage.get(self.lang), self.lang.pick("毫秒", "ms"));
            let colon = self.lang.pick("：", ": ");
            print_error_line(&format!("{stage}{colon}{took:.1} {unit}"));
        }
        self.begun = Instant::now();
    }
}
