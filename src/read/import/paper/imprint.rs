//! 版记 (GB/T 9704-2012, 7.4): to whom copies go, who printed the paper and when.

use crate::read::import::caption::plain;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::signs::{is_digit, is_of_page, labelled, paper_date};
use crate::text::title::is_body;

/// The most further paragraphs of 抄送.
const FURTHER: usize = 5;

impl Reading<'_> {
    /// 版记, wherever it stands behind the date: 抄送, 印发机关 and 印发日期; and lines of the page.
    pub fn read_imprint(&mut self, begin: usize) {
        for i in begin..self.lines.len() {
            let text = self.lines[i].text.clone();
            // We print 抄送 alone: 抄报 and 分送 stay as they are written.
            if is_other_copy(&text) {
                self.say(i, |span| fault::copy_kept(span, &text));
                continue;
            }
            let copies = labelled(&text, "抄送");
            if let Some(copies) = copies.filter(|_| self.facts.copies.is_empty()) {
                let mut copies = copies.to_owned();
                self.take(i, "抄送机关");
                // Names go on in the paragraphs below as long as a line ends between two of them.
                let below = (i + 1..self.lines.len()).take(FURTHER);
                for next in below {
                    if !copies.trim_end().ends_with(['，', ',', '、', '；']) {
                        break;
                    }
                    copies.push_str(self.lines[next].text.trim());
                    self.take(next, "抄送机关");
                }
                let bodies =
                    copies.trim_end_matches('。').split(['，', ',']).map(|body| body.trim().to_owned());
                self.facts.copies = bodies.filter(|body| !body.is_empty()).collect();
            } else if let Some((printer, day)) = printed(&text).filter(|_| self.facts.printed.is_none()) {
                let before = i.checked_sub(1).filter(|above| printer.is_empty() && *above >= begin);
                let above = before.filter(|above| is_body(self.lines[*above].text.trim()));
                self.facts.printer = match above {
                    Some(above) => {
                        self.take(above, "印发机关");
                        Some(self.lines[above].text.trim().to_owned())
                    }
                    None => Some(printer).filter(|printer| !printer.is_empty()),
                };
                self.facts.printed = paper_date(&day);
                self.take(i, "印发机关和印发日期");
            } else if self.lines[i].is_words() && is_of_printing(&text) {
                self.roles[i] = Role::LeftOut;
                self.say(i, |span| fault::imprint_left_out(span, &text));
            } else if is_of_page(&text) {
                self.roles[i] = Role::LeftOut;
                self.of_page.push(i);
            }
        }
    }
}

/// Whether a line of 版记 names bodies to which the paper goes otherwise than by 抄送.
pub fn is_other_copy(text: &str) -> bool {
    ["抄报", "分送"].iter().any(|label| labelled(text, label).is_some())
}

/// Whether a line tells who made the copies of a paper, and how many: 校对：张三　打印：李四; 共印50份.
fn is_of_printing(text: &str) -> bool {
    const LABELS: [&str; 10] =
        ["校对", "打印", "打字", "排版", "拟稿", "核稿", "校核", "印数", "印制份数", "印刷份数"];
    let is_count = |text: &str| {
        let number = text.strip_prefix('（').and_then(|text| text.strip_suffix('）')).unwrap_or(text);
        let number = number.strip_prefix('共').unwrap_or(number);
        let number = number.strip_prefix('印').and_then(|rest| rest.strip_suffix('份'));
        number.is_some_and(|number| !number.is_empty() && number.chars().all(is_digit))
    };
    let is_label = |text: &str| LABELS.iter().any(|label| labelled(text, label).is_some());
    let mut parts = text.split(['　', '\t']).flat_map(|part| part.split("  ")).map(str::trim);
    let is_part = |part: &str| part.is_empty() || is_label(part) || is_count(&plain(part));
    !text.trim().is_empty() && text.chars().count() <= 60 && !text.contains('。') && parts.all(is_part)
}

/// 印发机关 and the day, of a line `某局办公室　　2024年8月1日印发`.
fn printed(text: &str) -> Option<(String, String)> {
    let words = text.trim().strip_suffix("印发")?.trim_end();
    let year = words.rfind('年')?;
    let begin = words[..year]
        .rfind(|c: char| !(c.is_ascii_digit() || c.is_whitespace() || "〇○零一二三四五六七八九".contains(c)));
    let at = begin.map_or(0, |at| at + words[at..].chars().next().map_or(1, char::len_utf8));
    let (printer, day) = words.split_at(at);
    paper_date(day)?;
    Some((printer.trim().to_owned(), day.to_owned()))
}
