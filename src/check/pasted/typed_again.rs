//! W021: a line of the paper that the front matter makes as well, so that it stands on the page twice.
//!
//! Title, 主送, 附件说明, signature and 成文日期 come from the fields of a notice. A body pasted whole from Word has them
//! once more: the first three at its beginning or end, where a paper has them.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;

use crate::check::pasted::made_lines::{
    closing, is_addressee, list_of_attachments, listed_names, opening, other_day,
};
use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::notice::Notice;
use crate::model::paper::block_text::Role;
use crate::source::{Located, Span, offset};
use crate::text::date::chinese;
use crate::text::marker::Marker;
use crate::text::message::Words;
use crate::text::space::{behind_word, without_spaces};

/// 表头已有的内容又写了一遍.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W021",
    name: "typed-again",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "正文里又写了标题、主送、附件说明、署名或成文日期，或者署名下的日期与成文日期不同。",
            "The body has the title, the addressee, the list of attachments, the signature or the date once more, or another date below a typed signature.",
        ),
        why: Words::new(
            "这些由文件开头填的各项自动生成；正文里再写一遍，网页上就有两遍。",
            "They are made from the fields at the beginning of the file; typed in the body, they stand on the page twice.",
        ),
        example: "标题: 关于……的通知 …… （正文第一行）某局关于……的通知",
        mend: Words::new("删去正文里的这一行。", "Remove the line from the body."),
    },
};

/// How many lines from the beginning or the end are looked at.
const NEAR: usize = 4;

fn check(prose: &Prose<'_>, report: &mut Report) {
    let Some(notice) = prose.notice else { return };
    let body = notice.body.source.span;
    let is_line = |passage: &&Passage<'_>| {
        let role = passage.role();
        passage.written.span == body && matches!(role, Some(Role::Paragraph | Role::Heading(_)))
    };
    let passages = prose.passages.iter().filter(is_line);
    let lines: Vec<(&Passage<'_>, Range<usize>)> =
        passages.flat_map(|passage| lines(passage.text()).map(move |line| (passage, line))).collect();
    let end = lines.len().saturating_sub(NEAR);
    let listed = listed_below(notice, prose, &lines);
    let mut is_signed = false;
    for (i, (passage, line)) in lines.iter().enumerate() {
        let words = without_spaces(&passage.text()[line.clone()]);
        let field = if i < NEAR { opening(notice, &words) } else { None };
        let field = field
            .or_else(|| if i >= end { closing(notice, &words) } else { None })
            .or_else(|| list_of_attachments(notice, &words))
            .or_else(|| listed.contains(&i).then_some("附件"));
        if let Some(field) = field {
            report.push(finding(passage, line.clone(), field));
        } else if let Some(addressee) = notice.addressee.as_ref().filter(|_| i == 0 && is_addressee(&words)) {
            report.push(other_addressee(passage, line.clone(), addressee));
        } else if i >= end
            && let Some(day) = other_day(notice, &words, is_signed)
        {
            report.push(other_day_finding(passage, line.clone(), day, notice.dated.value));
        }
        is_signed = field == Some("发文机关");
    }
}

/// The lines of a text that are not blank.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| {
        let start = offset(text, line);
        start..start + line.len()
    })
}

/// Lines that hold 附件 alone, with the names of attachments in the lines below, by their index.
fn listed_below(
    notice: &Notice,
    prose: &Prose<'_>,
    lines: &[(&Passage<'_>, Range<usize>)],
) -> BTreeSet<usize> {
    let names = listed_names(notice);
    let is_name = |words: &str| {
        let words = without_spaces(words);
        let words = &words[Marker::at_start(&words).map_or(0, |marker| marker.length)..];
        names.iter().any(|name| words.trim_matches(['《', '》', '。', '；']) == name)
    };
    let mut found = BTreeSet::new();
    for (i, (passage, line)) in lines.iter().enumerate() {
        let words = without_spaces(&passage.text()[line.clone()]);
        let rest = behind_word(&words, "附件").map(|rest| rest.trim_end_matches(['：', ':']));
        if !rest.is_some_and(|rest| rest.is_empty() || Marker::whole(rest).is_some()) {
            continue;
        }
        let below =
            lines[i + 1..].iter().take_while(|(passage, line)| is_name(&passage.text()[line.clone()]));
        let count = below.count();
        // Names written as a list are no lines of their own.
        let behind = prose.passages.iter().skip_while(|other| !std::ptr::eq(*other, *passage)).nth(1);
        let is_list = behind.is_some_and(|next| next.role() == Some(Role::Item) && is_name(next.text()));
        if count > 0 || is_list && line.end == passage.text().len() {
            found.extend(i..=i + count);
        }
    }
    found
}

/// Nobody but the writer knows which of the two is right.
fn other_addressee(passage: &Passage<'_>, line: Range<usize>, addressee: &Located<String>) -> Diagnostic {
    let span = place(passage, line);
    let message = message!(
        "正文第一行像是主送机关，与“主送”不同",
        "the first line of the body looks like the addressee, and differs from 主送"
    );
    let finding = Diagnostic::new(&CODE, span, message).label(addressee.span, message!("主送", "主送"));
    finding.help(message!(
        "核对以哪个为准：对的写在“主送”，再删去这一行",
        "find out which one is right and write it as 主送, then remove this line"
    ))
}

fn finding(passage: &Passage<'_>, line: Range<usize>, field: &str) -> Diagnostic {
    let message = message!(
        "“{field}”会自动生成，这一行会重复",
        "{field} makes this line already; it would stand on the page twice"
    );
    let span = place(passage, line);
    Diagnostic::new(&CODE, span, message).help(message!("删去这一行", "remove this line")).fix(span, "")
}

/// Nobody but the writer knows which of the two days is right.
fn other_day_finding(passage: &Passage<'_>, line: Range<usize>, day: Date, dated: Date) -> Diagnostic {
    let [day, dated] = [day, dated].map(chinese);
    let message = message!(
        "落款日期是{day}，与自动印出的成文日期{dated}不同",
        "the signature is dated {day}, but 成文日期, which is printed below the paper, is {dated}"
    );
    Diagnostic::new(&CODE, place(passage, line), message).help(message!(
        "核对日期：对的写在“成文日期”，再删去这一行",
        "find out which day is right and write it as 成文日期, then remove this line"
    ))
}

/// The place of a line; of a block of one line the markup belongs to it, too: `# 标题`.
fn place(passage: &Passage<'_>, line: Range<usize>) -> Span {
    let is_whole = line.len() == passage.text().len();
    let source = if is_whole { passage.whole() } else { passage.source(line) };
    passage.written.part(source).span
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W021"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn every_line_of_a_pasted_paper() {
        crate::testing::assert_snapshot!(
            body(
                "# 某局关于任务分解的通知\n\n各股室：\n\n现通知如下。\n\n附件：1.任务清单\n\n某 局\n\n2024年8月1日"
            ),
            snapbox::str![[r#"
警告[W021]: “标题”会自动生成，这一行会重复
  --> content/栏目/通知/notice.md:13:1
   |
13 | # 某局关于任务分解的通知
   | ^^^^^^^^^^^^^^^^^^^^^^^^
   |
建议: 删去这一行

警告[W021]: “主送”会自动生成，这一行会重复
  --> content/栏目/通知/notice.md:15:1
   |
15 | 各股室：
   | ^^^^^^^^
   |
建议: 删去这一行

警告[W021]: “附件”会自动生成，这一行会重复
  --> content/栏目/通知/notice.md:19:1
   |
19 | 附件：1.任务清单
   | ^^^^^^^^^^^^^^^^
   |
建议: 删去这一行

警告[W021]: “发文机关”会自动生成，这一行会重复
  --> content/栏目/通知/notice.md:21:1
   |
21 | 某 局
   | ^^^^^
   |
建议: 删去这一行

警告[W021]: “成文日期”会自动生成，这一行会重复
  --> content/栏目/通知/notice.md:23:1
   |
23 | 2024年8月1日
   | ^^^^^^^^^^^^
   |
建议: 删去这一行
"#]]
        );
        assert!(body("现通知如下。\n\n某局 2024年8月1日").contains("发文机关、成文日期"));
        assert!(body("现通知如下。\n\n二〇二四年八月一日").contains("“成文日期”会自动生成"));
        assert!(body("某局关于任务分解的通知。\n\n现通知如下。").contains("“标题”会自动生成"));
        let numbered = NOTICE.replace("成文日期:", "发文字号: 某局发〔2024〕1号\n成文日期:");
        let numbered = numbered.replace("现通知如下。", "某局发〔2024〕1号\n\n现通知如下。");
        assert!(printed(&["W021"], &[("栏目/通知/notice.md", &numbered)]).contains("“发文字号”会自动生成"));
        let joined = body("某局关于任务分解的通知\n各股室：\n现通知如下。\n某局\n2024年8月1日");
        assert_eq!(joined.matches("警告[W021]").count(), 4, "{joined}");
    }

    #[test]
    fn attachments_whose_names_stand_below() {
        crate::testing::assert_snapshot!(
            body(
                "现通知如下。\n\n附件：\n\n1.任务清单\n\n请抓好落实。\n\n请按时报送。\n\n请抓好落实。\n\n请按时报送。"
            ),
            snapbox::str![[r#"
警告[W021]: “附件”会自动生成，这一行会重复
  --> content/栏目/通知/notice.md:15:1
   |
15 | 附件：
   | ^^^^^^
   |
建议: 删去这一行

警告[W021]: “附件”会自动生成，这一行会重复
  --> content/栏目/通知/notice.md:17:1
   |
17 | 1.任务清单
   | ^^^^^^^^^^
   |
建议: 删去这一行
"#]]
        );
        assert_eq!(body("现通知如下。\n\n附件1\n任务清单").matches("“附件”会自动生成").count(), 2);
        assert_eq!(body("现通知如下。\n\n附　件\n\n《任务清单》").matches("“附件”会自动生成").count(), 2);
        assert_eq!(body("现通知如下。\n\n附件：\n\n1. 任务清单").matches("“附件”会自动生成").count(), 1);
        // Without its label an attachment is in no list that is made: the line is the only one.
        let unlabelled = NOTICE.replace("现通知如下。", "附件：任务清单");
        let unlabelled = unlabelled.replacen("---\n", "---\n附件标识: false\n", 1);
        assert_eq!(printed(&["W021"], &[("栏目/通知/notice.md", &unlabelled)]), "");
        assert_eq!(body("附件\n\n请抓好落实。\n\n任务清单"), "");
    }

    #[test]
    fn a_signature_of_another_day() {
        crate::testing::assert_snapshot!(
            body("现通知如下。\n\n某局\n\n2024年8月3日"),
            snapbox::str![[r#"
警告[W021]: “发文机关”会自动生成，这一行会重复
  --> content/栏目/通知/notice.md:15:1
   |
15 | 某局
   | ^^^^
   |
建议: 删去这一行

警告[W021]: 落款日期是2024年8月3日，与自动印出的成文日期2024年8月1日不同
  --> content/栏目/通知/notice.md:17:1
   |
17 | 2024年8月3日
   | ^^^^^^^^^^^^
   |
建议: 核对日期：对的写在“成文日期”，再删去这一行
"#]]
        );
        // Which day it is, when 成文日期 is none, is another finding.
        let wrong = NOTICE.replace("成文日期: 2024-08-01", "成文日期: 2024-02-30");
        let wrong = wrong.replace("现通知如下。", "现通知如下。\n\n某局\n\n2024年8月3日");
        assert!(!printed(&["W021"], &[("栏目/通知/notice.md", &wrong)]).contains("落款日期"));
        let one_line = body("现通知如下。\n\n某局 2024-08-03");
        assert!(one_line.starts_with("警告[W021]: 落款日期是2024年8月3日"), "{one_line}");
    }

    #[test]
    fn another_addressee() {
        crate::testing::assert_snapshot!(
            body("局机关各股室、二级机构：\n\n现通知如下。"),
            snapbox::str![[r#"
警告[W021]: 正文第一行像是主送机关，与“主送”不同
  --> content/栏目/通知/notice.md:13:1
   |
13 | 局机关各股室、二级机构：
   | ^^^^^^^^^^^^^^^^^^^^^^^^
   |
  ::: content/栏目/通知/notice.md:4:5
   |
 4 | 主送: 各股室
   |       ------ 主送
   |
建议: 核对以哪个为准：对的写在“主送”，再删去这一行
"#]]
        );
        // Without 主送 the line stands on the page once, where it was typed.
        let none = NOTICE.replace("主送: 各股室\n", "");
        let none = none.replace("现通知如下。", "各乡镇人民政府，县直有关单位：\n\n现通知如下。");
        assert_eq!(printed(&["W021"], &[("栏目/通知/notice.md", &none)]), "");
        assert!(body("各乡镇人民政府，县直有关单位：\n\n现通知如下。").contains("像是主送机关"));
        for text in [
            "现将有关事项通知各股室：",
            "经研究，决定成立办公室：",
            "各单位要做到：",
            "请各股室：",
            "有关事项：",
            "现通知如下。\n\n各单位：",
            "甲（乙局）：",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }

    #[test]
    fn words_of_the_body_are_silent() {
        for text in [
            "某局将于2024年8月1日开会。",
            "现印发《关于任务分解的通知》。",
            "附件所列任务，请抓好落实。",
            "现通知如下。\n\n2024年8月3日",
            "某局2024年8月3日印发的通知同时废止。",
            "2024年8月1日\n\n甲\n\n乙\n\n丙\n\n丁",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
