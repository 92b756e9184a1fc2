#![allow(clippy::unwrap_used)]

use super::*;
use jiff::civil::date;

/// `YYYY-MM-DD` as a date.
fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn embedded_file_is_read_whole() {
    assert_eq!(csv::parse(STATUTORY_CSV).unwrap().len(), 256);
    let kinds = |kind: Mark| Calendar::statutory().marks.values().filter(|mark| **mark == kind).count();
    assert_eq!((kinds(Mark::Holiday), kinds(Mark::Workday)), (210, 46));
}

#[test]
fn working_days_of_each_year() {
    let calendar = Calendar::statutory();
    let expected = [249, 250, 249, 249, 251, 248, 248];
    for (year, days) in (2020..).zip(expected) {
        let between = calendar.working_days_between(date(year - 1, 12, 31), date(year, 12, 31));
        assert_eq!(between, Ok(days), "{year}");
    }
}

#[test]
fn all_2557_days_are_known_and_agree_with_counting() {
    let calendar = Calendar::statutory();
    let mut today = date(2020, 1, 1);
    let (mut days, mut working) = (0, 0);
    while today.year() < 2027 {
        days += 1;
        working += i32::from(calendar.is_working_day(today).unwrap());
        let between = calendar.working_days_between(date(2019, 12, 31), today);
        // Counting from the start every day is quadratic but small; every tenth day is enough.
        assert!(days % 10 != 0 || between == Ok(working), "{today}");
        today = today.tomorrow().unwrap();
    }
    assert_eq!((days, working), (2557, 1744));
}

#[test]
fn limits_of_twenty_working_days() {
    let calendar = Calendar::statutory();
    let vectors = [
        ("2024-08-01", 1, "2024-08-02"),
        ("2024-08-01", 7, "2024-08-12"),
        ("2024-08-01", 15, "2024-08-22"),
        ("2024-08-01", 20, "2024-08-29"),
        ("2024-09-10", 20, "2024-10-14"),
        ("2024-01-31", 20, "2024-03-04"),
        ("2025-01-20", 20, "2025-02-21"),
        ("2025-09-15", 20, "2025-10-17"),
        ("2026-01-28", 20, "2026-03-03"),
    ];
    for (base, n, last) in vectors {
        let (base, last) = (day(base), day(last));
        assert_eq!(calendar.nth_working_day_after(base, n), Ok(last), "{base}");
        let count = i32::try_from(n).unwrap();
        assert_eq!(calendar.working_days_between(base, last), Ok(count), "{base}");
        assert_eq!(calendar.working_days_between(last, base), Ok(-count), "{base}");
    }
}

#[test]
fn make_up_days_work_and_holidays_do_not() {
    let calendar = Calendar::statutory();
    for (text, works) in [
        ("2024-09-14", true),
        ("2024-09-29", true),
        ("2024-10-12", true),
        ("2024-10-01", false),
        ("2020-02-02", false),
        ("2024-08-03", false),
        ("2024-08-05", true),
    ] {
        assert_eq!(calendar.is_working_day(day(text)), Ok(works), "{text}");
    }
}

#[test]
fn zero_days_give_the_base_back() {
    let calendar = Calendar::default();
    let base = date(1999, 1, 2);
    assert_eq!(calendar.nth_working_day_after(base, 0), Ok(base));
    assert_eq!(calendar.working_days_between(base, base), Ok(0));
}

#[test]
fn unknown_years_are_said() {
    let calendar = Calendar::statutory();
    let (before, after) = (Err(UnknownYear(2019)), Err(UnknownYear(2027)));
    assert_eq!(calendar.is_working_day(date(2019, 12, 31)), before);
    assert_eq!(calendar.is_working_day(date(2027, 1, 1)), after);
    assert_eq!(calendar.nth_working_day_after(date(2026, 12, 20), 20), Err(UnknownYear(2027)));
    assert_eq!(calendar.nth_working_day_after(date(2020, 1, 1), u32::MAX), Err(UnknownYear(2027)));
    assert_eq!(calendar.working_days_between(date(2026, 12, 1), date(2027, 1, 4)), Err(UnknownYear(2027)));
    assert_eq!(calendar.nth_working_day_after(Date::MAX, 1), Err(UnknownYear(10000)));
    // The base is not counted, so its own year need not be known.
    assert_eq!(calendar.nth_working_day_after(date(2019, 12, 31), 1), Ok(date(2020, 1, 2)));
}

#[test]
fn a_project_adds_a_year() {
    let text =
        "\u{feff}# 样例\r\ndate,kind,name\r\n\r\n2027-01-01,holiday,元旦\r\n 2027/1/9 , workday , 元旦\r\n";
    let statutory = Calendar::statutory();
    let calendar = statutory.with_csv(text).unwrap();
    assert_eq!(calendar.is_working_day(date(2027, 1, 1)), Ok(false));
    assert_eq!(calendar.is_working_day(date(2027, 1, 9)), Ok(true));
    assert_eq!(calendar.is_working_day(date(2027, 1, 10)), Ok(false));
    assert_eq!(calendar.is_working_day(date(2028, 1, 3)), Err(UnknownYear(2028)));
    assert_eq!(calendar.nth_working_day_after(date(2026, 12, 31), 2), Ok(date(2027, 1, 5)));
    assert_eq!(statutory.is_working_day(date(2027, 1, 1)), Err(UnknownYear(2027)));
}

#[test]
fn a_later_row_wins_over_the_embedded_one() {
    let calendar = Calendar::statutory().with_csv("2026-10-01,workday,").unwrap();
    assert_eq!(calendar.is_working_day(date(2026, 10, 1)), Ok(true));
    assert_eq!(calendar.is_working_day(date(2026, 10, 2)), Ok(false));
}

#[test]
fn an_empty_file_adds_nothing() {
    let statutory = Calendar::statutory();
    for text in ["", "\u{feff}", "\n\n", "date,kind,name", "# 无"] {
        assert_eq!(statutory.with_csv(text).as_ref(), Ok(&statutory), "{text:?}");
    }
}

#[test]
fn every_bad_line_is_given_with_its_place() {
    let text = "\u{feff}2027-02-30,holiday,春节\r\n2027-01-01,holiday,元旦\r\n\r\n2027-01-02,rest,元旦\n2027-01-03,holiday\n#,\n2027-01-01,workday,元旦\ndate,kind,name\n2027-1-4,holiday,a,b\n+027-1-4,holiday,";
    let errors = Calendar::default().with_csv(text).unwrap_err();
    let seen: Vec<_> =
        errors.iter().map(|error| (error.line, &text[error.range.clone()], error.reason)).collect();
    let expected = [
        (1, "2027-02-30,holiday,春节", CsvReason::Date),
        (4, "2027-01-02,rest,元旦", CsvReason::Kind),
        (5, "2027-01-03,holiday", CsvReason::Columns),
        (7, "2027-01-01,workday,元旦", CsvReason::Repeated { first: 2 }),
        (8, "date,kind,name", CsvReason::Date),
        (9, "2027-1-4,holiday,a,b", CsvReason::Columns),
        (10, "+027-1-4,holiday,", CsvReason::Date),
    ];
    assert_eq!(seen, expected);
}
