//! The files of a notice while they are made.

use crate::read::import::paper::body::Part;
use crate::read::import::paper::front::Listed;
use crate::read::import::proposal::OfficeLine;

/// Files under construction.
#[derive(Default)]
pub struct Files {
    /// Tables of duties: path and text.
    pub tables: Vec<(String, String)>,
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
    /// The number of attachments of 附件说明 so far.
    pub fn labelled(&self) -> usize {
        self.listed.iter().filter(|listed| listed.is_labelled).count()
    }
}
