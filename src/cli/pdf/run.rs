//! Another program at work on a paper: in a profile of its own, without the net, for a limited time.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::cli::pdf::program::Program;
use crate::error::Error;
use crate::message;
use crate::output::Workshop;
use crate::text::link::encoded;
use crate::text::message::Message;

/// The longest time for one paper: a thousand rows take a browser some seconds, an office program that starts for the first
/// time on a slow computer half a minute.
const LONGEST: Duration = Duration::from_mins(3);
/// How long to wait for a file of a program that has ended: some end before the one that does the work.
const LATE: Duration = Duration::from_secs(3);
/// How often to look.
const PAUSE: Duration = Duration::from_millis(20);

/// Whether the user has interrupted the run.
static STOPPED: AtomicBool = AtomicBool::new(false);

/// Lets Ctrl-C end the other program and remove its files before this one ends.
pub fn stop_on_interrupt() -> Result<(), Error> {
    ctrlc::set_handler(|| STOPPED.store(true, Ordering::Relaxed))
        .map_err(|cause| Error::Printing(message!("{cause}", "{cause}")))
}

/// An error if the user has interrupted the run.
pub fn stopped() -> Result<(), Error> {
    if STOPPED.load(Ordering::Relaxed) {
        return Err(Error::Printing(message!("已中断", "interrupted")));
    }
    Ok(())
}

/// The print of a paper by a program, which keeps its own files in `scratch`.
pub fn print(
    program: &Program,
    source: &Path,
    scratch: &Path,
    workshop: &Workshop,
) -> Result<Vec<u8>, Message> {
    let mut command = Command::new(&program.path);
    let print = if program.is_browser() {
        let print = scratch.with_extension("pdf");
        browser(&mut command, source, scratch, &print);
        print
    } else {
        let folder = scratch.with_extension("prints");
        office(&mut command, source, scratch, &folder);
        folder.join(source.file_name().unwrap_or_default()).with_extension("pdf")
    };
    let is_done = finish(&mut command)?;
    let ended = Instant::now();
    loop {
        if let Some(bytes) = workshop.take(&print).filter(|bytes| is_whole(bytes)) {
            return Ok(bytes);
        }
        if !is_done || ended.elapsed() > LATE {
            return Err(message!("没有打印出来", "it printed nothing"));
        }
        thread::sleep(PAUSE);
    }
}

/// A browser's options: the page into a file, nothing from the net, nothing of the user's profile.
fn browser(command: &mut Command, page: &Path, profile: &Path, print: &Path) {
    let (mut user, mut file) = ("--user-data-dir=".into(), "--print-to-pdf=".into());
    std::ffi::OsString::push(&mut user, profile);
    std::ffi::OsString::push(&mut file, print);
    command.args([user, file]).args([
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-extensions",
        "--disable-sync",
        "--disable-component-update",
        "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--no-pdf-header-footer",
    ]);
    // Browsers refuse to work in their sandbox for the administrator; the page is our own and has no script.
    #[cfg(unix)]
    if rustix::process::geteuid().is_root() {
        command.arg("--no-sandbox");
    }
    command.arg(file_address(page));
}

/// An office program's options.
fn office(command: &mut Command, document: &Path, profile: &Path, folder: &Path) {
    command
        .arg(format!("-env:UserInstallation={}", file_address(profile)))
        .args(["--headless", "--norestore", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .arg(document);
}

/// The address of a file for programs that take addresses.
fn file_address(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    // That of a drive has no slash at its beginning.
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("file://{slash}{}", encoded(&path).replace("%3A", ":"))
}

/// Runs a program to its end, or ends it when its time is up; whether it says that it succeeded.
fn finish(command: &mut Command) -> Result<bool, Message> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // A group of its own, so that all its processes can be ended.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    let mut child =
        command.spawn().map_err(|cause| message!("无法启动：{cause}", "it cannot be started: {cause}"))?;
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status.success()),
            Ok(None) if begun.elapsed() < LONGEST && !STOPPED.load(Ordering::Relaxed) => thread::sleep(PAUSE),
            Ok(None) => {
                end(&mut child);
                let minutes = LONGEST.as_secs() / 60;
                return Err(message!("{minutes}分钟内没有完成", "it was not done within {minutes} minutes"));
            }
            Err(cause) => return Err(message!("{cause}", "{cause}")),
        }
    }
}

/// Ends a program and the processes that it has started.
fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    #[cfg(windows)]
    let _ = Command::new("taskkill").args(["/T", "/F", "/PID", &child.id().to_string()]).output();
    // Ignored: it may have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
}

/// Whether a file is a whole PDF.
fn is_whole(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(1024)..];
    bytes.starts_with(b"%PDF-") && tail.windows(5).any(|window| window == b"%%EOF")
}
