//! Laws and their state: which version is in force from when, and what was repealed.
//!
//! `laws.csv` holds only rows that two sources give alike, with their addresses, as of the day in its first line. A law
//! that is not in it is not judged.

mod table;
mod titles;

pub use table::{Fault, Reason};
pub use titles::{STATE, TITLES, bare, nearly};

use std::collections::BTreeMap;

use jiff::civil::Date;

/// The table, with the day on which it was made in its first line.
const TABLE: &str = include_str!("laws.csv");

/// A law in one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    /// The title without the name of the state.
    pub title: String,
    /// The day on which the newest known version was adopted.
    pub version: Option<Date>,
    /// The day from which this version is in force.
    pub in_force: Option<Date>,
    /// The day on which the law was repealed.
    pub repealed: Option<Date>,
    /// The title of the law in its place; empty without one.
    pub replaced_by: String,
    /// Whether the project's own table has the law, and not the built-in one.
    pub is_own: bool,
}

/// The laws whose state is known.
#[derive(Debug)]
pub struct Laws {
    by_title: BTreeMap<String, Law>,
    built_in: Option<Date>,
    own: Option<Date>,
}

impl Default for Laws {
    /// The built-in laws.
    fn default() -> Self {
        let table = table::read(TABLE, false);
        Self { by_title: table.laws, built_in: table.stand, own: None }
    }
}

impl Laws {
    /// Adds the laws of the project's own table, each of which replaces the built-in one of its title. Returns the lines that
    /// cannot be used.
    pub fn add(&mut self, text: &str) -> Vec<Fault> {
        let table = table::read(text, true);
        self.by_title.extend(table.laws);
        self.own = table.stand;
        table.faults
    }

    /// The law of a title, with or without the name of the state.
    #[must_use]
    pub fn find(&self, title: &str) -> Option<&Law> {
        self.by_title.get(bare(title))
    }

    /// The day on which the table of a law was made; `None` where the project's own table does not say.
    #[must_use]
    pub fn stand(&self, law: &Law) -> Option<Date> {
        if law.is_own { self.own } else { self.built_in }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let table = table::read(TABLE, false);
        assert!(table.stand.is_some() && table.faults.is_empty(), "{:?}", table.faults);
        for line in TABLE.lines().skip(2) {
            let sources = line.split(',').nth(5).map_or(0, |sources| sources.split(' ').count());
            assert!(sources >= 2, "{line}");
        }
    }

    #[test]
    fn own_laws_replace_built_in_ones() {
        let mut laws = Laws::default();
        let own = "title,version,in_force,repealed,replaced_by,sources\r\n\r\n《某省安全生产条例》,2022/3/1,2022-6-1,,,\r\n\
                   中华人民共和国合同法,2030-01-01,2030-02-01\r\n,,,,,\r\n";
        assert_eq!(laws.add(own), []);
        let law = laws.find("某省安全生产条例").unwrap();
        assert_eq!((law.in_force, laws.stand(law)), (Some(jiff::civil::date(2022, 6, 1)), None));
        assert!(laws.find("合同法").is_some_and(|law| law.repealed.is_none() && law.is_own));
        assert!(
            laws.find("中华人民共和国婚姻法").is_some_and(|law| !law.is_own && laws.stand(law).is_some())
        );
    }
}
