//! The only calls that change the disk, so that tests can let each of them fail.

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
    /// Creates a folder and its parents.
    create_dir_all(path: &Path) -> () = fs::create_dir_all;
    /// Reads a file that is to be changed, or was.
    read(path: &Path) -> Vec<u8> = fs::read;
    /// Reads a small file of our bookkeeping.
    read_to_string(path: &Path) -> String = fs::read_to_string;
    /// Removes an empty folder.
    remove_dir(path: &Path) -> () = fs::remove_dir;
    /// Removes a folder with its content.
    remove_dir_all(path: &Path) -> () = fs::remove_dir_all;
    /// Removes a file.
    remove_file(path: &Path) -> () = fs::remove_file;
    /// Renames a file or folder; replaces an existing file.
    rename(from: &Path, to: &Path) -> () = fs::rename;
    /// Gives a file the permissions of another.
    set_permissions(path: &Path, permissions: fs::Permissions) -> () = fs::set_permissions;
    /// Gives a file a second name; fails if the name exists.
    hard_link(from: &Path, to: &Path) -> () = fs::hard_link;
    /// Writes a small file.
    write(path: &Path, bytes: &[u8]) -> () = fs::write;
}

/// Writes a small file atomically.
pub fn replace(path: &Path, text: &str, fsync: bool) -> io::Result<()> {
    let draft = path.with_extension("new");
    write(&draft, text.as_bytes())?;
    if fsync {
        // Windows flushes only what was opened for writing.
        fs::File::options().write(true).open(&draft)?.sync_all()?;
    }
    rename(&draft, path)
}

/// Flushes the names in a folder to the disk.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    // Windows cannot open a folder as a file; its file system logs names in order.
    if cfg!(windows) { Ok(()) } else { fs::File::open(folder)?.sync_all() }
}

/// Turns “not found” into `Ok`, for removals.
pub fn unless_missing(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// Fault injection for tests.
#[cfg(test)]
pub mod faults {
    use std::cell::Cell;
    use std::io;

    /// Extent of a fault.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Fault {
        /// One call fails.
        Once,
        /// The call and all later calls fail, as if the program had been killed.
        Killed,
    }

    thread_local! {
        static NEXT: Cell<Option<(usize, Fault)>> = const { Cell::new(None) };
    }

    /// Lets the call with this number, from 0, fail in this thread; `None` lets all succeed. Returns whether the previous
    /// fault has struck.
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
