//! Mends what a killed run left half done, before a command that writes does anything else.

use std::path::Path;

use crate::cli::{INPUT, Session, complain};
use crate::error::Error;
use crate::output::{complete, restore};
use crate::say;

/// Undoes a killed build and completes a killed `collect`. Before anything is read: what there is to read may have errors,
/// and must not keep either half done.
pub fn run(session: &Session, output: &Path) -> Result<(), Error> {
    if restore(output)? {
        let output = output.display();
        let told = say!(
            "上次向“{output}”生成时中断，已恢复到生成之前的样子",
            "the last build into {output} was interrupted; what was there before has been restored"
        );
        complain(told.get(session.lang));
    }
    if complete(&session.root.join(INPUT[0]))? {
        complain(session.lang.pick(
            "上次写入进展时中断，已写完其余各份",
            "the last collect was interrupted; the rest of its notes has been written",
        ));
    }
    Ok(())
}
