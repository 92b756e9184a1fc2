//! The environment of the program: language, date, executable, cores. Read here and nowhere else.

use std::ffi::OsString;
use std::fs;
use std::time::UNIX_EPOCH;

use jiff::Timestamp;
use jiff::ZonedDateTime;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::error::Error;
use crate::message;
use crate::text::date;
use crate::text::message::Lang;

/// The language: `--lang`, else the system's, else Chinese.
///
/// Determined before the arguments are parsed, because errors of parsing are printed in it.
pub fn language(arguments: &[OsString]) -> Lang {
    let chosen = arguments.iter().enumerate().find_map(|(i, argument)| match argument.to_str()? {
        "--lang" => arguments.get(i + 1)?.to_str(),
        argument => argument.strip_prefix("--lang="),
    });
    match chosen {
        Some("zh") => Lang::Zh,
        Some("en") => Lang::En,
        _ => sys_locale::get_locale().and_then(|locale| Lang::of_locale(&locale)).unwrap_or_default(),
    }
}

/// Identity of the executable, part of a build's basis: another version may make other files.
pub fn program() -> Option<String> {
    let about = std::env::current_exe().and_then(fs::metadata).ok()?;
    let built = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {} {}", env!("CARGO_PKG_VERSION"), about.len(), built.as_nanos()))
}

/// The day: `--today`, else `SOURCE_DATE_EPOCH`, else the clock.
pub fn today(asked: Option<&str>) -> Result<Date, Error> {
    if let Some(text) = asked {
        return date::parse(text).ok_or_else(|| {
            Error::Usage(message!(
                "--today “{text}”不是日期，应写成 2024-08-01 的样子",
                "--today {text:?} is not a date such as 2024-08-01"
            ))
        });
    }
    moment().map(DateTime::date)
}

/// The time: `SOURCE_DATE_EPOCH`, else the clock.
#[expect(clippy::disallowed_methods, reason = "the environment and the clock are read here and nowhere else")]
pub fn moment() -> Result<DateTime, Error> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => time_of_epoch(text.trim()).ok_or_else(|| {
            Error::Usage(message!(
                "环境变量 SOURCE_DATE_EPOCH“{text}”应为秒数",
                "the environment variable SOURCE_DATE_EPOCH, {text:?}, should be a number of seconds"
            ))
        }),
        Err(_) => Ok(ZonedDateTime::now().datetime()),
    }
}

fn time_of_epoch(seconds: &str) -> Option<DateTime> {
    let moment = Timestamp::from_second(seconds.parse().ok()?).ok()?;
    Some(moment.to_zoned_datetime(TimeZone::UTC).datetime())
}
