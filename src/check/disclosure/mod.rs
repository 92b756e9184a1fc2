//! D: what the law says about disclosing a paper.

pub mod not_proactive;
