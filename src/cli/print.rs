//! Lines and files printed to the terminal.

use std::io::Write;

/// Prints a line to standard output. A closed pipe is not an error.
pub(super) fn print_line(text: &str) {
    let _ = writeln!(anstream::stdout(), "{text}");
}

/// Prints a file to standard output. A closed pipe is not an error.
pub(super) fn print_bytes(bytes: &[u8]) {
    let _ = std::io::stdout().write_all(bytes);
}

/// Prints a line to standard error.
pub(super) fn print_error_line(text: &str) {
    let _ = writeln!(anstream::stderr(), "{text}");
}
