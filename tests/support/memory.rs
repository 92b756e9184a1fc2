//! The memory that processes take.

use std::fmt::Display;
use std::fs;

/// The most memory that a process had so far, in KiB, by its id or as `self`; told on Linux only.
pub fn peak(process: impl Display) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}
