//! The page that asks for a project where there is none.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::desk::address::Tab;
use crate::cli::desk::form::Form;
use crate::cli::desk::outcome::Outcome;
use crate::cli::desk::pager::asset;
use crate::cli::desk::{Desk, is_project};
use crate::cli::new::files::files;
use crate::error::Error;
use crate::output::{Answer, Done, Request, Server, fill};

/// Name of the folder that is proposed for a new project.
const NAME: &str = "zwgk";

/// The parts of the page around its form.
#[derive(Serialize)]
struct Frame<'d> {
    stamp: &'d str,
    outcome: Option<&'d Outcome>,
}

/// Projects that are there, and the proposal for a new one.
#[derive(Serialize)]
struct Projects {
    found: Vec<String>,
    proposed: String,
}

impl Desk {
    /// Answers with the page until a project was chosen or made.
    pub fn ask_for_project(&mut self, server: &Server) -> ControlFlow<()> {
        let stamp = server.announce();
        server.attend(&mut |request| self.answer_without_project(request, &stamp))
    }

    fn answer_without_project(&mut self, request: &Request, stamp: &str) -> Done {
        match (request.path.as_str(), &request.form) {
            ("/project", Some(fields)) => match self.choose_project(&Form(fields)) {
                Ok(()) => Done { answer: Answer::See("./".to_owned()), is_changed: true },
                Err(error) => {
                    self.outcome = Some(Outcome::failed(Tab::Findings, &error, self.session.lang));
                    Answer::See("./".to_owned()).into()
                }
            },
            ("", None) => Answer::See(format!("/{}/", self.token)).into(),
            ("/", None) => {
                let frame = Frame { stamp, outcome: self.outcome.as_ref() };
                let page = self.pager.render("projects.html", &frame, &self.projects());
                page.map_or_else(|error| Answer::page(error.message().get(self.session.lang)), Answer::page)
                    .into()
            }
            (path, None) => asset(path.trim_start_matches('/')).unwrap_or_else(Answer::missing).into(),
            _ => Answer::missing().into(),
        }
    }

    /// Opens the project in a folder, or makes one there.
    fn choose_project(&mut self, form: &Form<'_>) -> Result<(), Error> {
        let folder = form.required("folder", "文件夹", "folder")?;
        // A relative folder lies beside the program's own.
        let folder = self.session.root.join(folder);
        if !is_project(&folder) {
            fill(&folder, &files(self.session.today))?;
        }
        self.session.root = folder;
        self.is_watched = false;
        self.outcome = None;
        Ok(())
    }

    fn projects(&self) -> Projects {
        let shown = |path: &Path| path.display().to_string();
        let root = std::path::absolute(&self.session.root).unwrap_or_else(|_| self.session.root.clone());
        let entries = fs::read_dir(&root).into_iter().flatten().flatten();
        let mut found: Vec<PathBuf> =
            entries.map(|entry| entry.path()).filter(|path| is_project(path)).collect();
        found.sort_unstable();
        Projects { found: found.iter().map(|path| shown(path)).collect(), proposed: shown(&root.join(NAME)) }
    }
}
