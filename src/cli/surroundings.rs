//! What the machine around us says: the language, the day. Asked once, here.

use std::ffi::OsString;
use std::fs;
use std::time::UNIX_EPOCH;

use jiff::Timestamp;
use jiff::ZonedDateTime;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::error::Error;
use crate::say;
use crate::text::date;
use crate::text::message::Lang;

/// The language: `--lang`, else the system's, else Chinese.
///
/// Looked for before the arguments are parsed, because mistakes in them are told in it.
pub fn language(arguments: &[OsString]) -> Lang {
    let asked = arguments.iter().enumerate().find_map(|(i, argument)| match argument.to_str()? {
        "--lang" => arguments.get(i + 1)?.to_str(),
        argument => argument.strip_prefix("--lang="),
    });
    match asked {
        Some("zh") => Lang::Zh,
        Some("en") => Lang::En,
        _ => sys_locale::get_locale().and_then(|locale| Lang::of_locale(&locale)).unwrap_or_default(),
    }
}

/// Which program this is: another version, or one built anew, may make other files.
pub fn program() -> Option<String> {
    let about = std::env::current_exe().and_then(fs::metadata).ok()?;
    let built = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {} {}", env!("CARGO_PKG_VERSION"), about.len(), built.as_nanos()))
}

/// The day: `--today`, else `SOURCE_DATE_EPOCH`, else the clock.
#[expect(clippy::disallowed_methods, reason = "the environment and the clock are read here and nowhere else")]
pub fn today(asked: Option<&str>) -> Result<Date, Error> {
    if let Some(text) = asked {
        return date::parse(text).ok_or_else(|| {
            Error::Usage(say!(
                "--today “{text}”不是日期，应写成 2024-08-01 的样子",
                "--today {text:?} is not a date such as 2024-08-01"
            ))
        });
    }
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => day_of_epoch(text.trim()).ok_or_else(|| {
            Error::Usage(say!(
                "环境变量 SOURCE_DATE_EPOCH“{text}”应为秒数",
                "the environment variable SOURCE_DATE_EPOCH, {text:?}, should be a number of seconds"
            ))
        }),
        Err(_) => Ok(ZonedDateTime::now().date()),
    }
}

fn day_of_epoch(seconds: &str) -> Option<Date> {
    let moment = Timestamp::from_second(seconds.parse().ok()?).ok()?;
    Some(moment.to_zoned_datetime(TimeZone::UTC).date())
}
