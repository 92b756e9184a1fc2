//! Tells open pages that there is something new: server-sent events, and the script that listens to them.

use std::io::{self, Write};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// What reloads a page. A browser opens six connections to one server at most: a tab that nobody sees gives its
/// own back, and asks when it is seen again.
pub const RELOAD: &str = "\
const seen = document.currentScript.dataset.seen;
let changes;
function listen() {
  if (changes) changes.close();
  if (document.hidden) return;
  changes = new EventSource(\"/.gongkai/changes?seen=\" + seen);
  changes.onmessage = () => { changes.close(); location.reload(); };
}
document.addEventListener(\"visibilitychange\", listen);
listen();
";

/// How often a listener is written to when nothing changes.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// How often the view has changed, and who waits for the next time.
#[derive(Debug, Default)]
pub struct News {
    count: Mutex<u64>,
    changed: Condvar,
}

impl News {
    /// Says that there is something new to see.
    pub fn announce(&self) {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    /// What a page has seen. Another process has other stamps: pages of the preview of before load anew.
    pub fn stamp(&self) -> String {
        stamp(*self.count.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Writes an event to a listener as soon as there is something that it has not seen. The length of an answer
    /// without end is not known, and nothing of it may wait in a buffer: so the listener is written to directly.
    pub fn tell(&self, mut listener: impl Write, seen: &str) -> io::Result<()> {
        listener.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        )?;
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        while stamp(*count) == seen {
            drop(count);
            listener.write_all(b":\n\n")?;
            listener.flush()?;
            count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
            if stamp(*count) == seen {
                count = self.changed.wait_timeout(count, HEARTBEAT).unwrap_or_else(PoisonError::into_inner).0;
            }
        }
        drop(count);
        listener.write_all(b"data: changed\n\n")?;
        listener.flush()
    }
}

fn stamp(count: u64) -> String {
    format!("{}-{count}", std::process::id())
}
