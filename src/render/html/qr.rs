//! 二维码: the code of a page's address, for paper and, where it is wanted, for the page.

use std::fmt::Write as _;

use qrcodegen::{QrCode as Code, QrCodeEcc};
use serde::Serialize;

use crate::model::Project;
use crate::model::site::QrCode;
use crate::render::routes;

/// Modules without ink around a code (ISO/IEC 18004, 5.3.8).
const QUIET: i32 = 4;

/// A code as a drawing.
#[derive(Debug, Serialize)]
pub struct QrView {
    /// The address, for those who cannot scan it.
    pub address: String,
    /// The `viewBox`.
    pub view_box: String,
    /// The path of its dark modules.
    pub path: String,
    /// Whether it is shown on the page, too.
    pub on_page: bool,
}

/// The code of a page; `None` without 域名, if the site wants none, or for an address longer than a code holds.
pub fn view(project: &Project, here: &str) -> Option<QrView> {
    let wanted = project.site.qr_code;
    let address = project.site.address.as_ref().filter(|_| wanted != QrCode::Off)?;
    let address = address.of(routes::below_site(here));
    let code = Code::encode_text(&address, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * QUIET;
    Some(QrView {
        view_box: format!("{} {} {side} {side}", -QUIET, -QUIET),
        path: dark(&code),
        on_page: wanted == QrCode::Shown,
        address,
    })
}

/// The runs of dark modules, row by row.
fn dark(code: &Code) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|at| code.get_module(*at, y)).count();
            let length = i32::try_from(run).unwrap_or_default();
            if length > 0 {
                // Writing into a String cannot fail.
                let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
            }
            x += length.max(1);
        }
    }
    path
}
