//! The head of `notice.md`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::form::progress::ShownProgressRecord;
use crate::read::form::words::{DisclosureRecord, Pairs, cadence, form, head, layout, seal, validity};
use crate::read::yaml::field::{Field, List, Open, Text, YesNo};
use crate::source::Located;

/// 通知（notice.md）开头两行“---”之间的信息。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend(
    "required" = ["发文机关", "成文日期", "发布日期"],
    "anyOf" = [{ "required": ["标题"] }, { "required": ["完整标题"] }],
))]
pub struct NoticeFile {
    /// 标题，不含发文机关名称，例如“关于……的通知”；已写有发文机关（或别的机关）的，照写，不再加。
    #[serde(rename = "标题")]
    pub title: Field<Text>,
    /// 完整标题：一行一条，照写照分行，不加发文机关；写了它，“标题”可以不写。
    #[serde(rename = "完整标题")]
    pub title_lines: Field<List<Text>>,
    /// 体裁：公文（不写即是）；表格（标题下面直接是表，没有附件说明、署名和“附件”字样）。
    #[serde(rename = "体裁")]
    #[schemars(schema_with = "layout")]
    pub layout: Field<Text>,
    /// 格式：Word 文件的格式，文件（不写即是）或信函。
    #[serde(rename = "格式")]
    #[schemars(schema_with = "form")]
    pub form: Field<Text>,
    /// 版头：Word 文件的版头，无（不写即是）、套打（印在已有版头的纸上，留出位置）、电子（印出红色的发文机关标志和分隔线）。
    #[serde(rename = "版头")]
    #[schemars(schema_with = "head")]
    pub head: Field<Text>,
    /// 印章：不加盖（不写即是）或加盖；加盖的，Word 文件在署名处留出印章的位置。
    #[serde(rename = "印章")]
    #[schemars(schema_with = "seal")]
    pub seal: Field<Text>,
    /// 发文机关，用作署名；联合行文的写几个。
    #[serde(rename = "发文机关")]
    pub issuers: Field<List<Text>>,
    /// 发文字号；没有的不写。
    #[serde(rename = "发文字号")]
    pub number: Field<Text>,
    /// 索引号，照写公开；不写则按 site.yaml 的“索引号”编出。
    #[serde(rename = "索引号")]
    pub index: Field<Text>,
    /// 本通知在索引号里的流水号，用于 {流水号}；公开以后不再改动。
    #[serde(rename = "流水号")]
    #[schemars(extend("examples" = [1, 27]))]
    pub running: Field<Text>,
    /// 主送机关。
    #[serde(rename = "主送")]
    pub addressee: Field<Text>,
    /// 成文日期，写成 2024-08-01 的样子。
    #[serde(rename = "成文日期")]
    #[schemars(extend("examples" = ["2024-08-01"]))]
    pub dated: Field<Text>,
    /// 在网上发布的日期，可以加时刻：2024-08-01 或 2024-08-01 10:00。
    #[serde(rename = "发布日期")]
    #[schemars(extend("examples" = ["2024-08-01 10:00", "2024-08-01"]))]
    pub published: Field<Text>,
    /// 签发人，用于上行文；没有的不写。
    #[serde(rename = "签发人")]
    pub signer: Field<Text>,
    /// 附注，印在成文日期下一行的括号里，例如“此件公开发布”。
    #[serde(rename = "附注")]
    pub remark: Field<Text>,
    /// 联系人，印在附注的位置；要公开的电话写在后面。
    #[serde(rename = "联系人")]
    pub contact: Field<Text>,
    /// 抄送机关，一个或几个。
    #[serde(rename = "抄送")]
    pub copies: Field<List<Text>>,
    /// 印发机关。
    #[serde(rename = "印发机关")]
    pub printer: Field<Text>,
    /// 印发日期，写成 2024-08-01 的样子。
    #[serde(rename = "印发日期")]
    #[schemars(extend("examples" = ["2024-08-01"]))]
    pub printed: Field<Text>,
    /// 是否公开：false 是草稿，照样检查、预览，但不生成到网站上；不写为 true。
    #[serde(rename = "公开")]
    pub public: Field<YesNo>,
    /// 是否示例：true 在各页上标明“示例内容，不是正式公开文件”，搜索引擎不收录；不写为 false。
    #[serde(rename = "示例")]
    pub example: Field<YesNo>,
    /// 来源；不写即为发文机关，转载的写原发布单位。
    #[serde(rename = "来源")]
    pub source: Field<Text>,
    /// 用一两句话说明内容，用于目录、订阅源和网页标签；可以不写。
    #[serde(rename = "内容概述")]
    pub summary: Field<Text>,
    /// 关键词，一个或几个，用于网页标签；可以不写。
    #[serde(rename = "关键词")]
    pub keywords: Field<List<Text>>,
    /// 责任编辑，用于网页标签；可以不写。
    #[serde(rename = "责任编辑")]
    pub editor: Field<Text>,
    /// 有效性：显示在标题上方；没有清理过的不写。
    #[serde(rename = "有效性")]
    pub validity: Field<ValidityRecord>,
    /// 解读：这份通知的解读材料，一篇一条，列在正文之后。
    #[serde(rename = "解读")]
    pub interpretations: Field<List<RelatedRecord>>,
    /// 相关链接，一个一条，列在正文之后。
    #[serde(rename = "相关链接")]
    pub related: Field<List<RelatedRecord>>,
    /// 附件，一件一条，按顺序编号。
    #[serde(rename = "附件")]
    pub attachments: Field<List<Located<AttachmentRecord>>>,
    /// 附件标识：false 表示各附件不列入附件说明，上面也不印“附件”，用于“印发……方案”的通知；不写为 true。
    #[serde(rename = "附件标识")]
    pub labels: Field<YesNo>,
    /// 不作附件的任务清单：同一文件夹里的 YAML 文件，写法与责任分解表相同；任务、举措和责任单位印在正文的
    /// “{{任务要求}}”处，另有 Excel 表供下载。
    #[serde(rename = "正文任务")]
    pub inline: Field<Text>,
    /// 页面上“基本信息”一栏：项目名称和顺序都可以自定，照写公开。
    #[serde(rename = "基本信息")]
    #[schemars(with = "DisclosureRecord")]
    pub disclosure: Field<Open>,
    /// 保留某个问题，每行一条“编号: 理由”，例如“D002: 经局务会审定”；理由不公开。
    #[serde(rename = "放行")]
    #[schemars(with = "Pairs")]
    pub accepted: Field<Open>,
    /// 责任人、联络人名单的报送期限，写成 2024-08-29 的样子；没有要求的不写。
    #[serde(rename = "名单报送")]
    #[schemars(extend("examples" = ["2024-08-29"]))]
    pub roster_due: Field<Text>,
    /// 年度总结的报送期限，写成 2024-12-10 的样子；没有要求的不写。
    #[serde(rename = "总结报送")]
    #[schemars(extend("examples" = ["2024-12-10"]))]
    pub summary_due: Field<Text>,
    /// 这份通知的进展公开哪些；不写的同 site.yaml 的“进展公开”。
    #[serde(rename = "进展公开")]
    pub shown_progress: Field<ShownProgressRecord>,
    /// 办结的日期，写成 2025-01-20 的样子：这一年的工作到此为止，台账以这一天为准，此后不再计逾期、未报送；没有办结的不写。
    #[serde(rename = "办结")]
    #[schemars(extend("examples" = ["2025-01-20"]))]
    pub closed: Field<Text>,
    /// 撤下：原来的网页、数据和文件都不再公开，原地址上只留一页说明；没有撤下的不写。
    #[serde(rename = "撤下")]
    pub withdrawal: Field<Located<WithdrawalRecord>>,
    /// 进展多久报送一次：每周、每月、每季度、每半年、每年；没有要求的不写。
    #[serde(rename = "报送周期")]
    #[schemars(schema_with = "cadence")]
    pub cadence: Field<Text>,
}

/// 有效性。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["状态"]))]
pub struct ValidityRecord {
    /// 状态：有效、失效、废止。
    #[serde(rename = "状态")]
    #[schemars(schema_with = "validity")]
    pub state: Field<Text>,
    /// 从哪一天起，写成 2025-01-01 的样子；可以不写。
    #[serde(rename = "日期")]
    #[schemars(extend("examples" = ["2025-01-01"]))]
    pub day: Field<Text>,
}

/// 一个链接。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["名称", "链接"]))]
pub struct RelatedRecord {
    /// 显示的文字。
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    /// 网址，或者 content 里另一份通知的文件夹、本通知 files 文件夹里的文件，从本通知的文件夹算起，例如 ../2024-jiedu。
    #[serde(rename = "链接")]
    #[schemars(extend("examples" = ["../2024-jiedu", "https://www.example.gov.cn/jiedu.html"]))]
    pub url: Field<Text>,
}

/// 撤下。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["日期", "原因"]))]
pub struct WithdrawalRecord {
    /// 撤下的日期，写成 2024-10-08 的样子。
    #[serde(rename = "日期")]
    #[schemars(extend("examples" = ["2024-10-08"]))]
    pub day: Field<Text>,
    /// 撤下的原因，照写公开。
    #[serde(rename = "原因")]
    #[schemars(extend("examples" = ["内容有误，已重新印发。"]))]
    pub reason: Field<Text>,
    /// 请读者改看哪一份通知：它所在的文件夹，从本通知的文件夹算起，例如 ../2024-xin；可以不写。
    #[serde(rename = "见")]
    #[schemars(extend("examples" = ["../2024-xin"]))]
    pub see: Field<Text>,
}

/// 附件：“名称”，加上“表”“文”“文件”三者之一。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend(
    "required" = ["名称"],
    "oneOf" = [{ "required": ["表"] }, { "required": ["文"] }, { "required": ["文件"] }],
))]
pub struct AttachmentRecord {
    /// 附件的名称，用于正文下方的附件说明。
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    /// “文”上面印的标题，与“名称”不同时才写。
    #[serde(rename = "标题")]
    pub title: Field<Text>,
    /// 责任分解表：同一文件夹里的 YAML 文件，例如 tasks.yaml。
    #[serde(rename = "表")]
    pub table: Field<Text>,
    /// 文稿：同一文件夹里的 Markdown 文件，直接显示在页面上。
    #[serde(rename = "文")]
    pub paper: Field<Text>,
    /// 附件标识：这一件要不要列入附件说明、印“附件”；不写同通知的“附件标识”。正文中间的表写 false，在正文里写
    /// “{{责任分解表}}”。
    #[serde(rename = "附件标识")]
    pub label: Field<YesNo>,
    /// 供下载的文件，放在旁边的 files 文件夹里，例如 files/登记表.docx。
    #[serde(rename = "文件")]
    pub file: Field<Text>,
}
