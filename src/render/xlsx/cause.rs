//! Why a workbook cannot be made.

use std::error::Error as StdError;

/// Reason why a workbook cannot be made.
pub type Cause = Box<dyn StdError + Send + Sync>;
