//! The value of a cell, and the text that it shows.

use std::sync::Arc;

use calamine::Data;
use jiff::civil::{Date, DateTime, Time};

use crate::read::workbook::format::{Format, general};

/// The value of a cell.
#[derive(Debug)]
pub struct Cell {
    /// Its value.
    pub value: Data,
    /// How it is shown.
    pub look: Look,
}

/// How a value is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As plainly as it can be.
    #[default]
    Plain,
    /// Under a number format.
    Format {
        /// The code of the format, such as `0.00`. It is parsed when it is needed: parsed formats take much memory.
        code: Arc<str>,
        /// Whether days are counted from 1904.
        from_1904: bool,
    },
    /// As this text, which stands in the workbook beside the value.
    Shown(Arc<str>),
}

impl Cell {
    /// Whether there is a value other than a blank text or zero, shown or not.
    pub fn has_value(&self) -> bool {
        match &self.value {
            Data::String(text) => !text.trim().is_empty(),
            Data::Int(number) => *number != 0,
            Data::Float(number) => *number != 0.0,
            Data::Empty => false,
            _ => true,
        }
    }

    /// The text that the cell shows, with line feeds at line ends.
    pub fn text(&self) -> String {
        let plain = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
        let number = match (&self.value, &self.look) {
            (_, Look::Shown(text)) => return plain(text),
            (Data::String(text), Look::Format { code, .. }) => return plain(&Format::new(code).text(text)),
            (Data::String(text), Look::Plain) => return plain(text),
            (Data::Bool(is_true), _) => return if *is_true { "TRUE" } else { "FALSE" }.to_owned(),
            #[expect(clippy::cast_precision_loss, reason = "workbooks keep fifteen digits")]
            (Data::Int(number), _) => *number as f64,
            (Data::Float(number), _) => *number,
            (Data::DateTime(moment), _) => moment.as_f64(),
            (Data::DateTimeIso(text), _) => match serial(text) {
                Some(number) => number,
                None => return text.clone(),
            },
            (Data::DurationIso(_) | Data::Error(_) | Data::Empty, _) => return self.value.to_string(),
        };
        match &self.look {
            // A day written out counts from 1900 in every workbook.
            Look::Format { code, from_1904 } => {
                let from_1904 = *from_1904 && !matches!(self.value, Data::DateTimeIso(_));
                Format::new(code).number(number, from_1904)
            }
            _ if matches!(self.value, Data::DateTimeIso(_)) => self.value.to_string(),
            _ => general(number),
        }
    }
}

/// The number of a day and time written out, such as `2025-08-15T09:30:00`.
fn serial(text: &str) -> Option<f64> {
    let first = Date::constant(1899, 12, 30);
    let (date, time) = match text.trim_end_matches('Z') {
        text if text.contains('T') => {
            let moment: DateTime = text.parse().ok()?;
            (moment.date(), moment.time())
        }
        text => (text.parse().ok()?, Time::midnight()),
    };
    let seconds = i32::from(time.hour()) * 3_600 + i32::from(time.minute()) * 60 + i32::from(time.second());
    Some(f64::from((date - first).get_days()) + f64::from(seconds) / 86_400.0)
}
