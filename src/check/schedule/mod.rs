//! S: days and deadlines.

pub mod date_before_paper;
pub mod deadline_before_paper;
pub mod deadline_not_understood;
pub mod due_soon;
pub mod overdue;
