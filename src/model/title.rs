//! 标题 of a paper: three parts by custom, 发文机关 + 关于……的 + 文种 (党政机关公文处理工作条例 art. 9), and their lines.

use std::borrow::Cow;

use crate::model::notice::Notice;
use crate::source::Located;
use crate::text::title::{is_joined_to, issuing_body};

impl Notice {
    /// 发文机关, joined with 、 if there are several.
    #[must_use]
    pub fn issuer(&self) -> Cow<'_, str> {
        match self.issuers.as_slice() {
            [issuer] => issuer.value.as_str().into(),
            issuers => texts(issuers).join("、").into(),
        }
    }

    /// 标题, if it was written; `None` if it is that of 完整标题.
    #[must_use]
    pub fn own_title(&self) -> Option<&Located<String>> {
        let of_lines = self.title_lines.first().is_some_and(|first| first.span == self.title.span);
        (!of_lines).then_some(&self.title)
    }

    /// The printed title in two parts, of which the first may be empty: the bodies that issue the paper, and the rest. A
    /// title that begins with an issuing body, this one or another, gets no second one; 完整标题 is one part.
    #[must_use]
    pub fn title_parts(&self) -> (String, &str) {
        let title = self.title.value.as_str();
        if !self.title_lines.is_empty() {
            return (String::new(), title);
        }
        parts(title, &texts(&self.issuers))
    }

    /// The title as official papers are named, in one line.
    #[must_use]
    pub fn full_title(&self) -> String {
        if self.title_lines.is_empty() {
            let (issuers, rest) = self.title_parts();
            return [issuers.as_str(), rest].concat();
        }
        joined_lines(&texts(&self.title_lines))
    }

    /// The lines of the printed title: those of 完整标题, or else one for each issuing body and one for the rest.
    #[must_use]
    pub fn printed_title(&self) -> Vec<String> {
        if !self.title_lines.is_empty() {
            return self.title_lines.iter().map(|line| line.value.clone()).collect();
        }
        printed_lines(&self.title.value, &texts(&self.issuers))
    }
}

/// The printed lines of 标题: one for each issuing body and one for the rest.
#[must_use]
pub fn printed_lines(title: &str, issuers: &[&str]) -> Vec<String> {
    let (named, rest) = parts(title, issuers);
    let bodies: Vec<String> = if named == issuers.join(" ") {
        issuers.iter().map(|issuer| (*issuer).to_owned()).collect()
    } else {
        vec![named]
    };
    bodies.into_iter().chain([rest.to_owned()]).filter(|line| !line.trim().is_empty()).collect()
}

/// 标题 in two parts, of which the first may be empty: the bodies that issue the paper, and the rest.
fn parts<'t>(title: &'t str, issuers: &[&str]) -> (String, &'t str) {
    let own = issuers.iter().find_map(|issuer| title.trim_start().strip_prefix(issuer));
    match (own, issuing_body(title)) {
        (Some(rest), _) if issuers.len() == 1 => (issuers.concat(), rest.trim_start()),
        (_, Some(body)) => (body.to_owned(), &title[body.len()..]),
        (Some(_), None) => (String::new(), title),
        (None, None) => (issuers.join(" "), title),
    }
}

/// The lines of 完整标题 in one, with a space between letters and between issuing bodies.
#[must_use]
pub fn joined_lines(lines: &[&str]) -> String {
    let mut title = String::new();
    for line in lines {
        let line = line.trim();
        if !is_joined_to(&title, line) {
            title.push(' ');
        }
        title.push_str(line);
    }
    title
}

/// The texts without their places.
#[must_use]
pub fn texts(located: &[Located<String>]) -> Vec<&str> {
    located.iter().map(|text| text.value.as_str()).collect()
}
