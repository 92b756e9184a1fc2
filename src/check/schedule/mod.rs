//! S: days and deadlines.

pub mod deadline_before_paper;
