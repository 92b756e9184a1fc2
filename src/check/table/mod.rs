//! T: what the responsibility table says about tasks, measures and offices.

pub mod body_differs;
pub mod column_without_kind;
pub mod duplicate_id;
pub mod measure_without_office;
pub mod mixed_numbering;
pub mod not_a_tick;
pub mod not_shown;
pub mod numbering;
pub mod office_alias;
pub mod register;
pub mod requirement_unprinted;
pub mod scores_do_not_sum;
mod styles;
mod task_days;
mod task_numbers;
mod task_offices;
pub mod task_without_measures;
pub mod title_differs;
pub mod too_long;
pub mod total_differs;
pub mod unclear_office;
pub mod unknown_office;
pub mod value_twice;
