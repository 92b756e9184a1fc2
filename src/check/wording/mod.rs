//! W: how official papers are written (GB/T 9704-2012, GB/T 15834-2011).

pub mod attachment_name_differs;
