//! Progress bar of long work, on terminals only.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Delay before the bar appears, so that short work shows none.
const DELAY: Duration = Duration::from_millis(500);

/// A progress bar, hidden at first.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    begun: Instant,
    visible: AtomicBool,
}

impl Progress {
    /// A bar for `total` steps.
    pub fn of(total: usize, what: &'static str) -> Self {
        let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::hidden());
        // The constant template is valid; an error would only make the bar plainer.
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(what);
        Self { bar, begun: Instant::now(), visible: AtomicBool::new(false) }
    }

    /// Counts one step.
    pub fn step(&self) {
        self.bar.inc(1);
        if self.begun.elapsed() > DELAY && !self.visible.swap(true, Ordering::Relaxed) {
            // Has no effect if standard error is not a terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
