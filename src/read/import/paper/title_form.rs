//! The form in which `notice.md` says the title of a paper: 标题, or 完整标题 line by line.

use crate::model::title::{joined_lines, printed_lines};
use crate::read::import::paper::signs::{names_a_body, normal};
use crate::text::title::{LINE, is_body, issuing_body, joint_bodies, lines as wrapped};

/// The form of a title in `notice.md`.
#[derive(Debug, PartialEq, Eq)]
pub enum TitleForm {
    /// 标题, which is printed below the bodies that issue the paper.
    Title(String),
    /// The lines of 完整标题.
    Lines(Vec<String>),
}

/// 标题 where our printed title is that of the paper: the bodies that issue it on lines of their own, the rest in one line;
/// or another body, and all lines as we print that 标题. Otherwise 完整标题.
pub fn title_form(lines: &[String], issuers: &[String]) -> TitleForm {
    let bodies = issuers.len();
    let is_above = bodies > 0
        && lines.len() > bodies
        && lines.iter().zip(issuers).all(|(line, body)| normal(line) == normal(body));
    if is_above {
        return TitleForm::Title(lines[bodies..].concat());
    }
    let joined = lines.concat();
    if let [issuer] = issuers
        && names_a_body(&joined, issuer)
    {
        let rest = joined.trim().strip_prefix(issuer.as_str()).unwrap_or(&joined);
        return TitleForm::Title(rest.trim_start().to_owned());
    }
    // Another body than those that sign; several of these beside each other are lines of their own.
    let is_of_other = issuing_body(&joined).is_some() && !issuers.iter().any(|own| joined.starts_with(own));
    let printed = || laid_out(&printed_lines(&joined, &texts(issuers)));
    if is_of_other && is_certain(lines) && printed() == *lines {
        return TitleForm::Title(joined);
    }
    TitleForm::Lines(unwrapped(lines))
}

/// Lines that are one line where our layout would break that one exactly so: our own Word documents break long lines. Bodies
/// that issue the paper keep a line of their own.
fn unwrapped(lines: &[String]) -> Vec<String> {
    let (mut all, mut at) = (Vec::new(), 0);
    while at < lines.len() {
        let names_bodies = is_body(&lines[at]) || joint_bodies(&lines[at]).is_some();
        let is_wrapped = |length: &usize| {
            let lines = &lines[at..at + length];
            !names_bodies && is_certain(lines) && laid_out(&[lines.concat()]) == *lines
        };
        let length = (2..=lines.len() - at).rev().find(is_wrapped).unwrap_or(1);
        all.push(lines[at..at + length].concat());
        at += length;
    }
    all
}

/// Whether nothing stood between lines before they were broken: between letters or names of bodies a space may have stood.
fn is_certain(lines: &[String]) -> bool {
    lines.concat() == joined_lines(&texts(lines))
}

/// The lines of a title as they stand in our Word documents.
fn laid_out(lines: &[String]) -> Vec<String> {
    lines.iter().flat_map(|line| wrapped(line, LINE)).map(|line| line.trim().to_owned()).collect()
}

fn texts(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::{TitleForm, title_form};

    fn form(lines: &[&str], issuers: &[&str]) -> String {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        match title_form(&owned(lines), &owned(issuers)) {
            TitleForm::Title(title) => format!("标题: {title}"),
            TitleForm::Lines(lines) => format!("完整标题: {}", lines.join(" / ")),
        }
    }

    #[test]
    fn lines_of_our_layout_are_one_line_and_others_stay() {
        let wrapped = ["关于2024年贯彻落实“一规划两方案”", "工作任务措施责任分解的通知"];
        let otherwise = ["关于2024年贯彻落实“一规划两方案”工作任务", "措施责任分解的通知"];
        let whole = wrapped.concat();
        assert_eq!(form(&wrapped, &[]), format!("完整标题: {whole}"));
        assert_eq!(form(&wrapped, &["某县教育局"]), format!("完整标题: {whole}"));
        assert_eq!(form(&otherwise, &["某县教育局"]), format!("完整标题: {}", otherwise.join(" / ")));
        assert_eq!(form(&["某县教育局", wrapped[0], wrapped[1]], &["某县教育局"]), format!("标题: {whole}"));
        // Another body than the one that signs.
        assert_eq!(
            form(&["某市人民政府", wrapped[0], wrapped[1]], &["某县教育局"]),
            format!("标题: 某市人民政府{whole}")
        );
        assert_eq!(
            form(&["某县安全生产委员会办公", wrapped[0], wrapped[1]], &["某县教育局"]),
            format!("完整标题: 某县安全生产委员会办公 / {whole}")
        );
        assert_eq!(form(&["关于任务", "分解的通知"], &[]), "完整标题: 关于任务 / 分解的通知");
        // Only here a space may have stood.
        let letters = ["关于印发《全县公共场所配置AED", "2024年度工作要点》的通知"];
        assert_eq!(form(&letters, &[]), format!("完整标题: {}", letters.join(" / ")));
        assert_eq!(form(&[], &["某县教育局"]), "完整标题: ");
    }
}
