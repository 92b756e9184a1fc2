//! 文种: the kinds of official papers, as the end of a title names them.
//!
//! 党政机关公文处理工作条例, 第八条, names fifteen; bureaus publish many more kinds of papers, which are listed so that their
//! titles are not called incomplete.

/// The kinds whose closings are known.
pub(super) const OFFICIAL: [&str; 16] = [
    "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案",
    "纪要", "函", "令",
];

/// Further words at the end of a title that say what a paper is.
const OTHERS: [&str; 72] = [
    "答复",
    "公示",
    "办法",
    "规定",
    "细则",
    "方案",
    "规划",
    "计划",
    "要点",
    "预案",
    "指南",
    "规程",
    "规则",
    "制度",
    "清单",
    "目录",
    "名单",
    "表",
    "说明",
    "解读",
    "总结",
    "建议",
    "提案",
    "倡议",
    "书",
    "声明",
    "启事",
    "简报",
    "汇报",
    "讲话",
    "章程",
    "条例",
    "标准",
    "规范",
    "须知",
    "提示",
    "提醒",
    "信",
    "案",
    "回复",
    "情况",
    "安排",
    "措施",
    "标准",
    "办法",
    "图",
    "册",
    "介绍",
    "结果",
    "信息",
    "工作",
    "要求",
    "条件",
    "流程",
    "程序",
    "问答",
    "释义",
    "纲要",
    "机制",
    "体系",
    "台账",
    "典型案例",
    "数据",
    "统计",
    "档案",
    "资料",
    "合同",
    "协议",
    "致辞",
    "发言",
    "指引",
    "意见建议",
];

/// The title without brackets at its end and what a form may have behind it: 的通知（试行）.
pub(super) fn bare(title: &str) -> &str {
    let mut title = title.trim();
    while title.ends_with(['）', ')']) {
        let Some(open) = title.rfind(['（', '(']) else { break };
        title = title[..open].trim_end();
    }
    title.trim_end_matches(['。', '》', '”', ' '])
}

/// The official kind at the end of a title; `None` for other kinds.
pub(super) fn official(title: &str) -> Option<&'static str> {
    OFFICIAL.into_iter().find(|kind| bare(title).ends_with(kind))
}

/// Whether a title says what kind of paper it is.
pub(super) fn is_known(title: &str) -> bool {
    official(title).is_some() || OTHERS.iter().any(|kind| bare(title).ends_with(kind))
}
