//! 签发人、附注、版记: what a paper has beside title, body, signature and attachments (GB/T 9704-2012 7.2.6, 7.3.6, 7.4).

use jiff::civil::Date;

use crate::source::Located;

/// 版头: the head of the paper in Word, with mark, 发文字号, 签发人 and red rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Head {
    /// 无: the paper begins with its title.
    #[default]
    None,
    /// 套打: its room is left free on paper that has it already.
    Preprinted,
    /// 电子: it is drawn.
    Electronic,
}

/// 格式: the form of the paper in Word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// 文件: the usual form.
    #[default]
    File,
    /// 信函 (GB/T 9704-2012, 10.1).
    Letter,
}

/// 印章: the signature of the paper in Word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Seal {
    /// 不加盖.
    #[default]
    Absent,
    /// 加盖: room is left for a seal.
    Room,
}

impl Head {
    /// The words for 版头.
    pub const WORDS: [(&str, Self); 3] =
        [("无", Self::None), ("套打", Self::Preprinted), ("电子", Self::Electronic)];
}

impl Form {
    /// The words for 格式.
    pub const WORDS: [(&str, Self); 2] = [("文件", Self::File), ("信函", Self::Letter)];
}

impl Seal {
    /// The words for 印章.
    pub const WORDS: [(&str, Self); 2] = [("不加盖", Self::Absent), ("加盖", Self::Room)];
}

/// The further parts of a paper, each as written.
#[derive(Debug, Default)]
pub struct Imprint {
    /// 格式.
    pub form: Form,
    /// 版头.
    pub head: Head,
    /// 印章.
    pub seal: Seal,
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
