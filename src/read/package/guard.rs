//! Keeps panics of a library inside: what a damaged file makes of it is a finding, not a crash.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    /// Whether panics of this thread are caught below and need not be printed.
    static IS_QUIET: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();

/// Runs `work` and returns what it returned, or `None` when it panicked. Nothing is printed about a panic inside, and
/// panics of other threads, or of this one afterwards, are printed as ever.
///
/// Nothing that `work` borrows may be used again when it panicked; readers of workbooks only borrow the file's bytes.
pub fn catch<T>(work: impl FnOnce() -> T) -> Option<T> {
    // The hook is one for the whole process. It is set once and asks the thread that panics.
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !IS_QUIET.get() {
                before(panic);
            }
        }));
    });
    let before = IS_QUIET.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    IS_QUIET.set(before);
    result.ok()
}

#[cfg(test)]
mod tests {
    use super::{IS_QUIET, catch};

    #[test]
    fn a_panic_inside_is_caught_and_the_thread_prints_again() {
        assert_eq!(catch(|| 1), Some(1));
        assert_eq!(catch(|| -> u8 { panic!("inside") }), None);
        assert!(!IS_QUIET.get());
        let nested = catch(|| {
            let inner = catch(|| -> u8 { panic!("twice inside") });
            (inner, IS_QUIET.get())
        });
        assert_eq!(nested, Some((None, true)));
    }
}
