//! The files of a notice while they are made.

use std::collections::BTreeMap;

use crate::model::paper::TABLE;
use crate::read::import::paper::body::Part;
use crate::read::import::paper::front::Listed;
use crate::read::import::proposal::OfficeLine;

/// Files under construction.
#[derive(Default)]
pub struct Files {
    /// Tables of duties: path and text.
    pub tables: Vec<(String, String)>,
    /// The tables of duties that stand within a text: line and path.
    pub placed: Vec<(usize, String)>,
    /// Attached papers: path and parts.
    pub papers: Vec<(String, Vec<Part>)>,
    /// Other files.
    pub others: Vec<(String, Vec<u8>)>,
    /// Attachments, in order.
    pub listed: Vec<Listed>,
    /// Offices of the tables.
    pub offices: Vec<OfficeLine>,
    /// The paths of the document's pictures; `None` for one that the document only names.
    pub pictures: Vec<Option<String>>,
}

impl Files {
    /// The placeholder of each table that stands within a text, by its line. It names the file where another table could be
    /// meant.
    pub fn places(&self) -> BTreeMap<usize, String> {
        let free = self.listed.iter().filter(|listed| listed.key == "表" && !listed.is_labelled).count();
        let place = |file: &str| match free {
            1 => TABLE.to_owned(),
            _ => format!("{{{{责任分解表 {file}}}}}"),
        };
        self.placed.iter().map(|(line, file)| (*line, place(file))).collect()
    }

    /// The number of attachments of 附件说明 so far.
    pub fn labelled(&self) -> usize {
        self.listed.iter().filter(|listed| listed.is_labelled).count()
    }
}
