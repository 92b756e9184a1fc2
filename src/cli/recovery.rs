//! Recovery from a killed run, before any command that writes.

use std::path::Path;

use crate::cli::{INPUT, Session, print_error_line};
use crate::error::Error;
use crate::message;
use crate::output::{complete, restore};

/// Undoes a killed build and completes a killed `collect`. Runs before the content is read, because errors in the
/// content must not prevent it.
pub fn run(session: &Session, output: &Path) -> Result<(), Error> {
    if restore(output)? {
        let output = output.display();
        let message = message!(
            "上次向“{output}”生成时中断，已恢复到生成之前的样子",
            "the last build into {output} was interrupted; what was there before has been restored"
        );
        print_error_line(message.get(session.lang));
    }
    if complete(&session.root.join(INPUT[0]))? {
        print_error_line(session.lang.pick(
            "上次写入进展时中断，已写完其余各份",
            "the last collect was interrupted; the rest of its notes has been written",
        ));
    }
    Ok(())
}
