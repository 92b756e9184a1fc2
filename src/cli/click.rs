//! A double click on the program: it opens the desk, where a help on a console that closes at once would help nobody.
//!
//! Only Windows makes a console for a program that was clicked. Who clicked is told by the program that started this
//! one; how many programs share the console would say it too, but no library tells that without unsafe code of ours.

use std::process::ExitCode;

use crate::cli::print_error_line;
use crate::text::message::Lang;

/// Whether the program was started by the file manager of Windows, so that the console is its own.
pub fn is_double_click() -> bool {
    #[cfg(windows)]
    {
        parent().is_some_and(|name| name.eq_ignore_ascii_case("explorer.exe"))
    }
    #[cfg(not(windows))]
    {
        false
    }
}

/// The name of the program that started this one.
#[cfg(windows)]
fn parent() -> Option<String> {
    use winsafe::HPROCESSLIST;
    use winsafe::co::TH32CS;
    let mut running = HPROCESSLIST::CreateToolhelp32Snapshot(TH32CS::SNAPPROCESS, None).ok()?;
    let running = running.iter_processes().map_while(Result::ok);
    let named: Vec<_> = running.map(|p| (p.th32ProcessID, p.th32ParentProcessID, p.szExeFile())).collect();
    let (_, parent, _) = named.iter().find(|(id, ..)| *id == std::process::id())?;
    named.iter().find(|(id, ..)| id == parent).map(|(_, _, name)| name.clone())
}

/// Keeps the console open until a failure has been read.
pub fn keep_open(code: ExitCode, lang: Lang) {
    if code != ExitCode::SUCCESS {
        print_error_line(lang.pick("按回车键关闭窗口", "press Enter to close the window"));
        let _ = std::io::stdin().read_line(&mut String::new());
    }
}
