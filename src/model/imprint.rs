//! 签发人、附注、版记: what a paper has beside title, body, signature and attachments (GB/T 9704-2012 7.2.6, 7.3.6, 7.4).

use jiff::civil::Date;

use crate::source::Located;

/// The further parts of a paper, each as written.
#[derive(Debug, Default)]
pub struct Imprint {
    /// 签发人, of a paper that goes up.
    pub signer: Option<Located<String>>,
    /// 附注, printed in brackets below the date: 此件公开发布.
    pub remark: Option<Located<String>>,
    /// 联系人, with telephone as the bureau writes it.
    pub contact: Option<Located<String>>,
    /// 抄送, in order.
    pub copies: Vec<Located<String>>,
    /// 印发机关.
    pub printer: Option<Located<String>>,
    /// 印发日期.
    pub printed: Option<Located<Date>>,
}

impl Imprint {
    /// Its texts, in the order of print; 印发日期 is no text.
    pub fn texts(&self) -> impl Iterator<Item = &Located<String>> {
        let single = [&self.signer, &self.remark, &self.contact].into_iter().flatten();
        single.chain(&self.copies).chain(&self.printer)
    }

    /// 附注 in its brackets, which may be written or not.
    #[must_use]
    pub fn bracketed_remark(&self) -> Option<String> {
        let words = self.remark.as_ref()?.value.trim();
        let bare = words.strip_prefix(['（', '(']).and_then(|words| words.strip_suffix(['）', ')']));
        Some(if bare.is_some() { words.to_owned() } else { format!("（{words}）") })
    }

    /// 抄送 in one line, ending with 。; `None` without any.
    #[must_use]
    pub fn copies_line(&self) -> Option<String> {
        let bodies: Vec<&str> = self.copies.iter().map(|body| body.value.trim()).collect();
        let line = bodies.join("，");
        (!line.is_empty()).then(|| if line.ends_with('。') { line } else { format!("{line}。") })
    }
}
