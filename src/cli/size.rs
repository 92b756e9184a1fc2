//! The option `--raise-limits`, shared by the commands that read external workbooks.

use crate::read::WorkbookLimits;

/// The accepted size of workbooks.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Size {
    /// Takes workbooks so many times as large as usual (64 MiB a file, 256 MiB unpacked, 2,000,000 cells)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=64))]
    raise_limits: Option<u32>,
}

impl Size {
    /// The limits of a workbook.
    pub fn limits(self) -> WorkbookLimits {
        WorkbookLimits::default().times(self.factor())
    }

    /// The factor by which files may be larger than usual.
    pub fn factor(self) -> u32 {
        self.raise_limits.unwrap_or(1)
    }
}
