//! 标题 of papers: the body named at its beginning, where its line may end, and its lines on paper.
//!
//! A line of a title ends between words of sense (GB/T 9704-2012 7.3.1), never inside “一规划两方案”. Browsers break
//! Chinese anywhere, and segmentation by dictionary would bring megabytes for a handful of lines, so the words that
//! titles are made of are listed here; what lies between them stays together while it fits into a line.

mod bodies;
mod ends;
mod lines;
mod pieces;

pub use bodies::{is_body, is_joined_to, issuing_body, joint_bodies};
pub use ends::TITLE_ENDS;
pub use lines::{LINE, lines};
pub use pieces::pieces;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_joined_to, issuing_body, pieces};

    #[test]
    fn bodies_at_the_beginning_of_a_title() {
        let body = |title| issuing_body(title).unwrap_or("");
        assert_eq!(body("黄山区人民政府办公室关于印发工作要点的通知"), "黄山区人民政府办公室");
        assert_eq!(body("某县财政局 某县教育局关于做好资助的通知"), "某县财政局 某县教育局");
        assert_eq!(body("某市政府办公厅转发市财政局关于预算的意见"), "某市政府办公厅");
        for without in [
            "关于任务分解的通知",
            "转发省政府办公厅关于安全生产的通知",
            "2024年任务分解表",
            "学习贯彻《意见》关于做好工作的通知",
            "2024年全市教育关于招生的通知",
        ] {
            assert_eq!(body(without), "", "{without}");
        }
    }

    #[test]
    fn lines_of_a_title_join_without_a_space_but_between_bodies_and_letters() {
        assert!(is_joined_to("某县财政局", "关于做好资助的通知"));
        assert!(!is_joined_to("某县财政局", "某县教育局"));
        assert!(!is_joined_to("某县财政局", "某县教育局关于做好资助的通知"));
        assert!(!is_joined_to("ISO", "9001"));
        assert!(is_joined_to("贯彻落实", "“一规划两方案”工作"));
    }

    #[test]
    fn a_title_is_broken_between_words_of_sense() {
        let cut = |line: &str| pieces(line).join("|");
        assert_eq!(
            cut("关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知"),
            "关于|2024年|贯彻|落实|“一规划两方案”|工作任务|措施|责任分解的|通知"
        );
        assert_eq!(
            cut("关于印发《全县教育系统2024年度工作要点》的通知"),
            "关于|印发|《全县教育系统|2024年度|工作要点》的|通知"
        );
        assert_eq!(cut("2024-2025年安全生产、应急管理工作"), "2024-2025年|安全生产、|应急管理|工作");
        assert_eq!(cut("2024年工作任务措施清单和责任分解表"), "2024年|工作任务|措施|清单和|责任分解表");
        assert_eq!(cut("某市应急管理局"), "某市应急管理局");
    }

    proptest! {
        #[test]
        fn pieces_are_the_line_in_parts(line in "[关于工作年度的、“”《》（）0-9a甲乙 ]{0,24}") {
            prop_assert_eq!(pieces(&line).concat(), line.clone());
            for piece in pieces(&line).iter().skip(1) {
                prop_assert!(!piece.is_empty() && !piece.starts_with(['、', '的', '”', '》', '）']), "{:?}", pieces(&line));
            }
        }
    }
}
