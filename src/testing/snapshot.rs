//! Texts against their snapshots, character by character. `tests/support` mounts this file, too.

/// Compares a text with its snapshot, which `SNAPSHOTS=overwrite` renews.
///
/// `snapbox::assert_data_eq!` compares less: it reads `\` as `/`, `[..]` and `...` as any characters and lines, and
/// a carriage return as nothing. No snapshot in source code can hold a carriage return: it is shown as `␍`.
macro_rules! assert_snapshot {
    ($actual:expr, $expected:expr $(,)?) => {{
        let actual = String::from($actual).replace('\r', "␍");
        let expected = snapbox::IntoData::raw($expected);
        snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV).eq(actual, expected);
    }};
}

pub(crate) use assert_snapshot;
