//! D006: a word in 基本信息 that is not an option of the catalogue.
//!
//! 公开渠道和载体 has thirteen fixed options, and variants that areas and portals use; 公开层级 and 公开方式 have fixed
//! words. Boxes (■ □) before an option are ignored. Only notices that follow the catalogue are checked.

use crate::check::disclosure::catalogue::{block, channels, levels};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::source::{Located, offset};
use crate::text::message::Words;
use crate::text::similar::near;

/// 基本信息用词不规范.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "D006",
    name: "unknown-term",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "基本信息里的用词不在公开标准目录之列。",
            "A word in 基本信息 is not an option of the catalogue.",
        ),
        why: Words::new(
            "公开渠道和载体、公开层级、公开方式在标准目录中是固定选项，用词不一就无法分类、统计。",
            "Channels, levels and methods are fixed options of the catalogue; other words cannot be sorted or counted.",
        ),
        example: "公开渠道和载体: [政府网址, 两微一端]",
        mend: Words::new("公开渠道和载体: [政府网站, 两微一端]", "公开渠道和载体: [政府网站, 两微一端]"),
    },
};

/// 公开渠道和载体: the thirteen options, then their variants, then options of single areas.
const CHANNELS: [&str; 29] = [
    "政府网站",
    "政府公报",
    "两微一端",
    "发布会/听证会",
    "广播电视",
    "纸质媒体",
    "公开查阅点",
    "政务服务中心",
    "便民服务站",
    "入户/现场",
    "社区/企事业单位/村公示栏（电子屏）",
    "精准推送",
    "其他",
    "行政服务中心",
    "政务新媒体",
    "发布会",
    "听证会",
    "新闻发布会",
    "入户",
    "现场",
    "提供政务服务的场所",
    "图书馆",
    "国家档案馆",
    "村公示栏（电子屏）",
    "投资项目在线审批监管平台",
    "公共资源交易平台",
    "信用中国网站",
    "招标投标公共服务平台",
    "管理部门网站",
];

/// Suggestions for 公开层级; [`is_level`] decides which levels are known.
const LEVELS: [&str; 7] = ["国家级", "省级", "市级", "县级", "乡级", "镇级", "村级"];

/// 公开方式.
const WAYS: [&str; 6] = ["主动公开", "依申请公开", "不予公开", "主动", "依申请", "删减后公开"];

fn check(project: &Project, report: &mut Report) {
    for notice in project.notices.iter().filter(|notice| block(notice).is_some()) {
        for channel in channels(&notice.disclosure).flat_map(options) {
            check_option(&channel, is_channel(channel.value), "公开渠道和载体", &CHANNELS, report);
        }
        for level in levels(&notice.disclosure) {
            let level = level.part(0..level.value.len());
            check_option(&level, is_level(level.value), "公开层级", &LEVELS, report);
        }
        if let Some(way) = notice.disclosure.text("公开方式") {
            let is_known = WAYS.contains(&way.value.trim()) || is_by_channel(way);
            check_option(&way.part(0..way.value.len()), is_known, "公开方式", &WAYS, report);
        }
    }
}

fn check_option(word: &Located<&str>, known: bool, field: &str, words: &[&str], report: &mut Report) {
    let text = word.value;
    if known || text.trim().is_empty() {
        return;
    }
    let message = message!("{field}没有“{text}”这一项", "{field} has no option {text:?}");
    let finding = Diagnostic::new(&CODE, word.span, message);
    // A word of two characters is similar to too many others.
    let near = near(text.trim(), words.iter().copied()).filter(|_| text.trim().chars().count() > 2);
    let finding = if let Some(near) = near {
        finding.did_you_mean(word.span, near)
    } else {
        let some = words.iter().take(13).copied().collect::<Vec<_>>().join("、");
        finding.help(message!("目录中的选项：{some}", "the catalogue's options: {some}"))
    };
    report.push(finding);
}

/// Whether a 公开方式 names the channels instead of the method, as many portals do, or both: 主动公开、政府网站,
/// 政府门户网站/公告栏, 政务新媒体公开.
pub(super) fn is_by_channel(way: &Located<String>) -> bool {
    options(way).iter().all(|option| {
        let is_named = |option: &str| {
            let bare = option.trim_end_matches("公开");
            matches!(option.trim(), "主动公开" | "主动") || is_channel(bare) || is_other_channel(bare)
        };
        is_named(option.value) || option.value.split(['/', '／']).all(is_named)
    })
}

/// Channels that a 公开方式 names in words of its own: 市政府门户网站, 单位公告栏.
fn is_other_channel(option: &str) -> bool {
    const ENDINGS: [&str; 9] =
        ["网站", "互联网", "公告栏", "公示栏", "宣传栏", "电子屏", "显示屏", "公众号", "新媒体"];
    option.chars().count() <= 15 && ENDINGS.iter().any(|end| option.trim().ends_with(end))
}

/// The options in one text, without their boxes; a text may hold several: 政府网站、两微一端.
fn options(text: &Located<String>) -> Vec<Located<&str>> {
    let pieces = text.value.split(['、', '，', ',', '；', ';']);
    let bare = pieces.map(|piece| piece.trim_matches(|c: char| c.is_whitespace() || "■▄☑√□口☐".contains(c)));
    bare.map(|option| {
        let start = offset(&text.value, option);
        text.part(start..start + option.len())
    })
    .collect()
}

fn is_channel(option: &str) -> bool {
    let option = option.replace('(', "（").replace(')', "）");
    CHANNELS.contains(&option.as_str()) || option.starts_with("其他")
}

/// 县级; 乡、村级; 乡镇（街道）级.
fn is_level(text: &str) -> bool {
    const WORDS: [&str; 16] = [
        "国家",
        "中央",
        "省",
        "自治区",
        "市",
        "州",
        "县",
        "区",
        "旗",
        "乡镇",
        "乡",
        "镇",
        "街道",
        "村",
        "社区",
        "级",
    ];
    let mut rest = text.trim();
    let any = !rest.is_empty();
    while !rest.is_empty() {
        let marks = rest.trim_start_matches(['、', ',', '/', '（', '）', '(', ')', '，', ' ']);
        let Some(behind) = WORDS.iter().find_map(|word| marks.strip_prefix(word)) else {
            return marks.is_empty();
        };
        rest = behind;
    }
    any
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn block(fields: &str) -> String {
        let notice = NOTICE.replace("  公开方式: 主动公开\n", fields);
        printed(&["D006"], &[("栏目/通知/notice.md", &notice)])
    }

    #[test]
    fn asks_for_the_nearest_option() {
        let fields = "  公开方式: 主动工开\n  公开层级:\n    - {层级: 具级, 公开渠道和载体: [政府网址, \"两微一端、■公共查阅点\"]}\n";
        crate::testing::assert_snapshot!(
            block(fields),
            snapbox::str![[r#"
警告[D006]: 公开方式没有“主动工开”这一项
  --> content/栏目/通知/notice.md:11:9
   |
11 |   公开方式: 主动工开
   |             ^^^^^^^^
   |
建议: 是否想写“主动公开”？

警告[D006]: 公开层级没有“具级”这一项
  --> content/栏目/通知/notice.md:13:12
   |
13 |     - {层级: 具级, 公开渠道和载体: [政府网址, "两微一端、■公共查阅点"]}
   |              ^^^^
   |
建议: 目录中的选项：国家级、省级、市级、县级、乡级、镇级、村级

警告[D006]: 公开渠道和载体没有“政府网址”这一项
  --> content/栏目/通知/notice.md:13:26
   |
13 |     - {层级: 具级, 公开渠道和载体: [政府网址, "两微一端、■公共查阅点"]}
   |                                     ^^^^^^^^
   |
建议: 是否想写“政府网站”？

警告[D006]: 公开渠道和载体没有“公共查阅点”这一项
  --> content/栏目/通知/notice.md:13:39
   |
13 |     - {层级: 具级, 公开渠道和载体: [政府网址, "两微一端、■公共查阅点"]}
   |                                                           ^^^^^^^^^^
   |
建议: 是否想写“公开查阅点”？
"#]]
        );
    }

    #[test]
    fn a_word_like_no_other() {
        crate::testing::assert_snapshot!(
            block("  公开渠道和载体: 飞鸽传书\n"),
            snapbox::str![[r#"
警告[D006]: 公开渠道和载体没有“飞鸽传书”这一项
  --> content/栏目/通知/notice.md:11:12
   |
11 |   公开渠道和载体: 飞鸽传书
   |                   ^^^^^^^^
   |
建议: 目录中的选项：政府网站、政府公报、两微一端、发布会/听证会、广播电视、纸质媒体、公开查阅点、政务服务中心、便民服务站、入户/现场、社区/企事业单位/村公示栏（电子屏）、精准推送、其他
"#]]
        );
    }

    #[test]
    fn the_words_of_catalogues_are_known() {
        let levels =
            ["县级", "乡级", "镇级", "村级", "乡、村级", "市级", "省级", "县（市、区）级", "乡镇（街道）"];
        for level in levels {
            assert_eq!(block(&format!("  公开层级: {level}\n")), "", "{level}");
        }
        for channel in super::CHANNELS {
            assert_eq!(block(&format!("  公开渠道和载体: ■{channel}\n")), "", "{channel}");
        }
        for way in super::WAYS {
            assert_eq!(block(&format!("  公开主体: 某局\n  公开方式: {way}\n")), "", "{way}");
        }
        assert_eq!(block("  公开渠道和载体: [社区/企事业单位/村公示栏(电子屏), 其他：短信]\n"), "");
        assert_eq!(block("  索引号: 1\n  公开方式: 政府网站\n"), "");
    }
}
