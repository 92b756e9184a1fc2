//! Recovery from a killed run, before any command that writes.

use std::path::Path;

use crate::cli::{Session, print_error_line};
use crate::error::Error;
use crate::message;
use crate::output::{Settled, recover, restore};

/// Undoes a killed build and completes a killed change of the project's files. Runs before the content is read, because errors in the
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
    match recover(&session.root)? {
        Some(Settled::Completed) => print_error_line(session.lang.pick(
            "上次改动项目文件时中断，其余各份已经写完",
            "the last change of the project's files was interrupted; the rest of them has been written",
        )),
        Some(Settled::Undone) => print_error_line(session.lang.pick(
            "上次改动项目文件没有成功，已恢复到改动之前的样子",
            "the last change of the project's files failed; what was there before has been restored",
        )),
        None => {}
    }
    Ok(())
}
