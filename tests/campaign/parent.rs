//! Hands out cases to children, two at a time, and watches them.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::child::folder;
use crate::{CASES_OF_A_SEED, Kind};

/// How many children run at a time.
const CHILDREN: usize = 2;
/// After so many wrong cases it is known that something is wrong.
const ENOUGH: usize = 20;
/// How long a child may take to start.
const START: Duration = Duration::from_secs(30);

/// Results of a campaign so far.
#[derive(Default)]
struct Tally {
    cases: u64,
    wrong: Vec<(u64, String)>,
    /// The case that took longest, and how long.
    slowest: (u64, Duration),
    /// The most memory of a child, in KiB.
    memory: u64,
}

/// Runs `count` cases from `first` on, or as many as there is time for.
pub fn run(kind: &Kind, first: u64, count: u64, time: Option<Duration>) -> ExitCode {
    let (begun, next, tally) = (Instant::now(), AtomicU64::new(first), Mutex::new(Tally::default()));
    let is_over =
        || time.is_some_and(|time| begun.elapsed() >= time) || tally.lock().unwrap().wrong.len() >= ENOUGH;
    thread::scope(|scope| {
        for _ in 0..CHILDREN {
            scope.spawn(|| {
                while !is_over() {
                    let from = next.fetch_add(kind.batch, Ordering::Relaxed);
                    if from >= first + count {
                        break;
                    }
                    batch(kind, from, (from + kind.batch).min(first + count), &is_over, &tally);
                }
            });
        }
    });
    let tally = tally.into_inner().unwrap();
    for (case, wrong) in &tally.wrong {
        println!("{} {case}: {wrong}", kind.name);
        let folder = folder(kind, *case);
        (kind.write)(*case, &folder);
        println!("    again: cargo test --profile campaign --test campaign -- replay {} {case}", kind.name);
        println!("    input: {}", folder.display());
    }
    let seconds = begun.elapsed().as_secs_f64();
    println!(
        "{}: {} cases of seed {}, {} wrong; {seconds:.0} s, {:.0} a second; the longest took {:?} ({}), the most memory was {} MiB",
        kind.name,
        tally.cases,
        first / CASES_OF_A_SEED,
        tally.wrong.len(),
        tally.cases as f64 / seconds,
        tally.slowest.1,
        tally.slowest.0,
        tally.memory >> 10,
    );
    if tally.wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs the cases `from..to`, in a further child after each that ended early.
fn batch(kind: &Kind, mut from: u64, to: u64, is_over: &impl Fn() -> bool, tally: &Mutex<Tally>) {
    while from < to && !is_over() {
        from = watched(kind, from, to, tally);
    }
}

/// Runs a child with the cases `from..to`. Returns the case with which to go on.
fn watched(kind: &Kind, from: u64, to: u64, tally: &Mutex<Tally>) -> u64 {
    let mut child = spawn(kind, from, to - from);
    let (sender, lines) = channel();
    let out = BufReader::new(child.stdout.take().unwrap());
    thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    // The case under way, and since when.
    let mut current: Option<(u64, Instant)> = None;
    let wrong = |case: u64, what: String| tally.lock().unwrap().wrong.push((case, what));
    let end = |current: &mut Option<(u64, Instant)>| {
        if let Some((case, since)) = current.take() {
            let mut tally = tally.lock().unwrap();
            tally.cases += 1;
            tally.slowest = tally.slowest.max_by_time((case, since.elapsed()));
        }
    };
    loop {
        let limit = current.map_or(START, |(_, since)| kind.time.saturating_sub(since.elapsed()));
        match lines.recv_timeout(limit) {
            Ok(line) => {
                let (word, rest) = line.split_once(' ').unwrap_or((&line, ""));
                match word {
                    "begin" => {
                        end(&mut current);
                        current = Some((rest.parse().unwrap(), Instant::now()));
                    }
                    "wrong" => {
                        let (case, what) = rest.split_once(' ').unwrap();
                        wrong(case.parse().unwrap(), what.to_owned());
                    }
                    "done" => {
                        let next = current.map_or(from, |(case, _)| case + 1);
                        end(&mut current);
                        let mut tally = tally.lock().unwrap();
                        tally.memory = tally.memory.max(rest.parse().unwrap());
                        drop(tally);
                        child.wait().unwrap();
                        return next;
                    }
                    _ => {}
                }
            }
            Err(reason) => {
                let case = current.map_or(from, |(case, _)| case);
                child.kill().unwrap();
                let status = child.wait().unwrap();
                wrong(
                    case,
                    match reason {
                        RecvTimeoutError::Timeout => format!("took more than {:?}", kind.time),
                        RecvTimeoutError::Disconnected => format!("ended the process: {status}"),
                    },
                );
                end(&mut current);
                return case + 1;
            }
        }
    }
}

fn spawn(kind: &Kind, from: u64, count: u64) -> Child {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["child", kind.name, &from.to_string(), &count.to_string()]);
    // As many threads as there are children are enough.
    child.env("RAYON_NUM_THREADS", "1").stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap()
}

/// The longer of two.
trait Longer {
    fn max_by_time(self, other: Self) -> Self;
}

impl Longer for (u64, Duration) {
    fn max_by_time(self, other: Self) -> Self {
        if other.1 > self.1 { other } else { self }
    }
}
