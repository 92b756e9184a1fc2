//! The programs of this computer that can print a paper, and where they are installed.

use std::path::{Path, PathBuf};

use crate::message;
use crate::text::message::Message;

/// A program that can print a paper.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its name.
    pub name: &'static str,
    /// Its file.
    pub path: PathBuf,
}

/// The office program.
const OFFICE: &str = "LibreOffice";

/// The commands of programs on Linux and other systems that look for them in `PATH`, the better ones first.
const COMMANDS: [(&str, &str); 9] = [
    ("Edge", "microsoft-edge"),
    ("Edge", "microsoft-edge-stable"),
    ("Chrome", "google-chrome"),
    ("Chrome", "google-chrome-stable"),
    ("Chromium", "chromium"),
    ("Chromium", "chromium-browser"),
    (OFFICE, "soffice"),
    (OFFICE, "libreoffice"),
    (OFFICE, "/opt/libreoffice/program/soffice"),
];

/// The programs of macOS.
const APPLICATIONS: [(&str, &str); 4] = [
    ("Edge", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
    ("Chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    ("Chromium", "/Applications/Chromium.app/Contents/MacOS/Chromium"),
    (OFFICE, "/Applications/LibreOffice.app/Contents/MacOS/soffice"),
];

/// The programs of Windows, below each of the folders for programs.
const PROGRAMS: [(&str, &str); 4] = [
    ("Edge", r"Microsoft\Edge\Application\msedge.exe"),
    ("Chrome", r"Google\Chrome\Application\chrome.exe"),
    ("Chromium", r"Chromium\Application\chrome.exe"),
    (OFFICE, r"LibreOffice\program\soffice.com"),
];

/// The variables that name those folders.
const FOLDERS: [&str; 3] = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];

impl Program {
    /// Whether it is a browser, which prints the page, and not an office program, which prints the Word document.
    pub fn is_browser(&self) -> bool {
        self.name != OFFICE
    }
}

/// The installed programs, browsers first.
pub fn installed() -> Vec<Program> {
    let found = |(name, path): (&'static str, PathBuf)| path.is_file().then_some(Program { name, path });
    let known: Vec<(&'static str, PathBuf)> = if cfg!(windows) {
        let folders = || FOLDERS.iter().filter_map(std::env::var_os).map(PathBuf::from);
        let below = |(name, path): (&'static str, &str)| {
            let path = path.to_owned();
            folders().map(move |folder| (name, folder.join(&path))).collect::<Vec<_>>()
        };
        PROGRAMS.into_iter().flat_map(below).collect()
    } else {
        let paths = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = std::env::split_paths(&paths).collect();
        let in_path = COMMANDS.into_iter().flat_map(|(name, command)| {
            folders.iter().map(move |folder| (name, folder.join(command))).collect::<Vec<_>>()
        });
        let applications = APPLICATIONS.into_iter().filter(|_| cfg!(target_os = "macos"));
        applications.map(|(name, path)| (name, Path::new(path).to_owned())).chain(in_path).collect()
    };
    let mut programs: Vec<Program> = known.into_iter().filter_map(found).collect();
    programs.sort_by_key(|program| !program.is_browser());
    programs.dedup_by_key(|program| program.name);
    programs
}

/// The programs that are missing, and how to do without them.
pub fn missing() -> Message {
    message!(
        "这台电脑上没有找到 Edge、Chrome、Chromium 或者 LibreOffice，生成不了 PDF。请安装其中之一；也可以在别的电脑上用浏览器打印网页，或者用 Word、WPS 打开网页旁边的 Word 文件另存为 PDF",
        "neither Edge, Chrome, Chromium nor LibreOffice was found on this computer, so no PDF can be made. Install one of them; or print the page from a browser on another computer, or save the Word document beside the page as PDF"
    )
}
