//! The calls that change the disk, each allowed here only.

use std::fs;
use std::io;
use std::path::Path;

macro_rules! door {
    ($($(#[$doc:meta])* $name:ident($($argument:ident: $type:ty),*) -> $result:ty = $call:path;)*) => {$(
        $(#[$doc])*
        #[expect(clippy::allow_attributes, reason = "not every one of these calls is disallowed elsewhere")]
        #[allow(clippy::disallowed_methods, reason = "this is the door through which files leave")]
        pub fn $name($($argument: $type),*) -> io::Result<$result> {
            #[cfg(test)]
            faults::strike()?;
            $call($($argument),*)
        }
    )*};
}

door! {
    /// Makes a folder, and those on its way.
    create_dir_all(path: &Path) -> () = fs::create_dir_all;
    /// The text of a small file of ours.
    read_to_string(path: &Path) -> String = fs::read_to_string;
    /// Removes an empty folder.
    remove_dir(path: &Path) -> () = fs::remove_dir;
    /// Removes a folder with everything in it.
    remove_dir_all(path: &Path) -> () = fs::remove_dir_all;
    /// Removes a file.
    remove_file(path: &Path) -> () = fs::remove_file;
    /// Renames a file or folder; a file that is there is replaced.
    rename(from: &Path, to: &Path) -> () = fs::rename;
    /// Gives a file another name as well; one that is there is not replaced.
    hard_link(from: &Path, to: &Path) -> () = fs::hard_link;
    /// Writes a small file.
    write(path: &Path, bytes: &[u8]) -> () = fs::write;
}

/// Writes a small file so that nobody ever sees half of it.
pub fn replace(path: &Path, text: &str, fsync: bool) -> io::Result<()> {
    let draft = path.with_extension("new");
    write(&draft, text.as_bytes())?;
    if fsync {
        fs::File::open(&draft)?.sync_all()?;
    }
    rename(&draft, path)
}

/// Waits until the names in a folder are on the disk itself.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    // Windows opens no folder as a file, and writes names through its log in order.
    if cfg!(windows) { Ok(()) } else { fs::File::open(folder)?.sync_all() }
}

/// `Ok` where there is nothing to remove.
pub fn unless_missing(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// Disks that fail, for tests.
#[cfg(test)]
pub mod faults {
    use std::cell::Cell;
    use std::io;

    /// How a call fails, and those after it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Fault {
        /// This call alone.
        Once,
        /// This call and every later one: as if the program had been killed.
        Killed,
    }

    thread_local! {
        static NEXT: Cell<Option<(usize, Fault)>> = const { Cell::new(None) };
    }

    /// Lets the call of that number, from 0, fail in this thread; `None` lets all succeed. Tells whether the fault that
    /// was set before has struck.
    pub fn set(fault: Option<(usize, Fault)>) -> bool {
        let before = NEXT.replace(fault);
        matches!(before, None | Some((0, Fault::Killed)))
    }

    pub fn strike() -> io::Result<()> {
        match NEXT.get() {
            None => Ok(()),
            Some((0, fault)) => {
                NEXT.set((fault == Fault::Killed).then_some((0, fault)));
                Err(io::Error::other("the disk failed"))
            }
            Some((left, fault)) => {
                NEXT.set(Some((left - 1, fault)));
                Ok(())
            }
        }
    }
}
