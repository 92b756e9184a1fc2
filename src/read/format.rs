//! The file format: one struct per kind of file, its fields named as in the form.
//!
//! Every field may be missing or wrong without the others being lost; what has to be there is asked for in
//! [`lower`](crate::read::lower), and is named here once more, as `required`, for editors: a test holds both to
//! the same. A struct knows its keys; an [`Open`] record takes any. The comments are in Chinese because editors
//! show them to whoever fills in the form: [`schema`](mod@crate::read::schema) makes a JSON Schema of each file.

use schemars::JsonSchema;
use serde::Deserialize;

pub use crate::read::field::{Entry, FIELD, Field, List, Open, Text};
use crate::read::followup::StatusEntry;
use crate::read::schema::{
    DisclosureRecord, GroupRecord, Pairs, TaskRecord, absent_words, cadence, column_kind, level_words,
    metadata_words, part_words,
};
use crate::source::Located;

/// 本站信息：写一次，每一页的页头、页脚都由此生成。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["名称"]))]
pub struct SiteFile {
    /// 网站名称，显示在每页页头，例如“某某县应急管理局政务公开”。
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    /// 本栏目在网上的地址，例如“www.某某.gov.cn/zwgk”；写了才能生成订阅源、站点地图和“网站找错”的链接。
    #[serde(rename = "域名")]
    #[schemars(extend("examples" = ["www.example.gov.cn/zwgk", "https://www.example.gov.cn/zwgk/"]))]
    pub domain: Field<Text>,
    /// 主办单位，显示在页脚。
    #[serde(rename = "主办单位")]
    pub organiser: Field<Text>,
    /// 承办单位，显示在页脚；可以不写。
    #[serde(rename = "承办单位")]
    pub operator: Field<Text>,
    /// 联系方式，显示在页脚；可以不写。
    #[serde(rename = "联系方式")]
    pub contact: Field<Text>,
    /// 政府网站标识码，显示在页脚；可以不写。
    #[serde(rename = "网站标识码")]
    pub id_code: Field<Text>,
    /// ICP 备案号，显示在页脚，例如“湘ICP备00000000号-1”；可以不写。
    #[serde(rename = "ICP备案")]
    pub icp: Field<Text>,
    /// 公安机关备案号，显示在页脚，例如“湘公网安备 43000000000000号”；可以不写。
    #[serde(rename = "公安备案")]
    pub police: Field<Text>,
    /// 党政机关网站标识的编号：标识链接中“id=”后面的 32 位字符；可以不写。
    #[serde(rename = "党政机关标识")]
    pub mark: Field<Text>,
    /// 打开时不必提示“即将离开”的其他网站，一个或几个；政府网站（gov.cn）和本站不必写。
    #[serde(rename = "可信域名")]
    pub trusted: Field<List<Text>>,
    /// 门户网站自己已经有、这里不再显示的部件，一个或几个。
    #[serde(rename = "不显示")]
    #[schemars(schema_with = "part_words")]
    pub hidden: Field<List<Text>>,
    /// 索引号的编法，例如“430682/{年}-{流水号4}”：{年}{月}{日} 取自成文日期，{栏目} 是栏目的“代码”，{流水号4} 是通知的
    /// “流水号”，不足 4 位的前面补零，其余照写。通知自己写了“索引号”的，以所写的为准。
    #[serde(rename = "索引号")]
    #[schemars(extend("examples" = ["430682/{年}-{流水号4}", "11430682006543210A/{年}{月}-{流水号5}"]))]
    pub index: Field<Text>,
    /// “基本信息”一栏每份通知都显示的项目：写一种样式的名称，或者逐项列出名称，例如 [索引号, 发布机构, 文号, 主题分类]。
    /// 通知已有的信息自动填入；其余写在通知的“基本信息”里。不写则只显示通知的“基本信息”。
    #[serde(rename = "元数据")]
    #[schemars(schema_with = "metadata_words")]
    pub metadata: Field<List<Text>>,
    /// 元数据里通知没有写的项目怎样显示：留空、无、不显示；不写则留空。
    #[serde(rename = "元数据空缺")]
    #[schemars(schema_with = "absent_words")]
    pub absent: Field<Text>,
    /// 改变规则的级别，每行一条“编号: 级别”，例如“W001: 错误”；级别有错误、警告、提示、关闭。
    #[serde(rename = "规则级别")]
    #[schemars(schema_with = "level_words")]
    pub levels: Field<Open>,
    /// 本单位的易错词，每行一条“写错的词: 应写的词”。
    #[serde(rename = "易错词")]
    #[schemars(with = "Pairs")]
    pub confusions: Field<Open>,
    /// 进展状态的用词，按显示顺序；不写则为未启动、正在推进、滞后、已完成、长期坚持。
    #[serde(rename = "进展状态")]
    pub statuses: Field<List<StatusEntry>>,
}

/// 机构名录：责任分解表里能出现的名称都登记在这里。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct OfficesFile {
    /// 每个股室一条：只写名称，或者写“名称”和“别名”。
    #[serde(rename = "股室")]
    pub offices: Field<List<OfficeEntry>>,
    /// 一个名称代表许多股室，例如“局机关各股室”。
    #[serde(rename = "统称")]
    pub collectives: Field<List<Located<CollectiveRecord>>>,
}

/// 一个股室。
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(untagged)]
pub enum OfficeEntry {
    /// 只写名称。
    Text(Text),
    /// 名称，以及另有的叫法。
    Record(Located<OfficeRecord>),
}

/// 股室。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["名称"]))]
pub struct OfficeRecord {
    /// 股室的正式名称。
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    /// 另有的叫法，一个或几个。
    #[serde(rename = "别名")]
    pub aliases: Field<List<Text>>,
}

/// 统称。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["名称"]))]
pub struct CollectiveRecord {
    /// 统称的写法，例如“局机关各股室”。
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    /// 代表哪些股室；不写，即指全部；写成空的 []，即一个也不指。
    #[serde(rename = "包括")]
    pub members: Field<List<Text>>,
}

/// 栏目：有这个文件的文件夹就是网站的一个栏目。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["名称"]))]
pub struct SectionFile {
    /// 栏目名称。
    #[serde(rename = "名称")]
    pub name: Field<Text>,
    /// 一句话说明这个栏目；可以不写。
    #[serde(rename = "说明")]
    pub description: Field<Text>,
    /// 最能代表这个栏目的词，一个或几个，用于网页标签；不写则用各级栏目的名称。
    #[serde(rename = "关键词")]
    pub keywords: Field<List<Text>>,
    /// 栏目的类型，用于网页标签，例如政策文件、信息公开目录、工作动态；与栏目名称相同的可以不写。
    #[serde(rename = "类型")]
    #[schemars(extend("examples" = ["政策文件", "信息公开目录", "工作动态"]))]
    pub kind: Field<Text>,
    /// 栏目在索引号里的代码，用于 {栏目}；不写则用上一级栏目的。
    #[serde(rename = "代码")]
    pub code: Field<Text>,
}

/// 通知（notice.md）开头两行“---”之间的信息。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["标题", "发文机关", "成文日期", "发布日期"]))]
pub struct NoticeFile {
    /// 标题，不含发文机关名称，例如“关于……的通知”。
    #[serde(rename = "标题")]
    pub title: Field<Text>,
    /// 发文机关，用作署名。
    #[serde(rename = "发文机关")]
    pub issuer: Field<Text>,
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
    /// 附件，一件一条，按顺序编号。
    #[serde(rename = "附件")]
    pub attachments: Field<List<Located<AttachmentRecord>>>,
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
    /// 进展多久报送一次：每周、每月、每季度、每半年、每年；没有要求的不写。
    #[serde(rename = "报送周期")]
    #[schemars(schema_with = "cadence")]
    pub cadence: Field<Text>,
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
    /// 责任分解表：同一文件夹里的 YAML 文件，例如 tasks.yaml。
    #[serde(rename = "表")]
    pub table: Field<Text>,
    /// 文稿：同一文件夹里的 Markdown 文件，直接显示在页面上。
    #[serde(rename = "文")]
    pub paper: Field<Text>,
    /// 供下载的文件，放在旁边的 files 文件夹里，例如 files/登记表.docx。
    #[serde(rename = "文件")]
    pub file: Field<Text>,
}

/// 责任分解表。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend(
    "required" = ["表名"],
    "oneOf" = [{ "required": ["任务"] }, { "required": ["分组"] }],
))]
pub struct TableFile {
    /// 表的标题，应与通知中附件的“名称”一致。
    #[serde(rename = "表名")]
    pub name: Field<Text>,
    /// 表格上方的“填报单位（加盖公章）”一行；留空（""）则印出空行待填，不写则没有这一行。
    #[serde(rename = "填报单位")]
    pub reporting_unit: Field<Text>,
    /// 从左到右各列；不写则为序号、工作任务、工作举措、责任股室、完成时限。
    #[serde(rename = "列")]
    pub columns: Field<List<ColumnEntry>>,
    /// 各项任务，一项一条；任务分组的，写在“分组”里。
    #[serde(rename = "任务")]
    #[schemars(with = "List<TaskRecord>")]
    pub tasks: Field<List<Located<Open>>>,
    /// 任务的分组，一组一条；不分组的不写，直接写“任务”。
    #[serde(rename = "分组")]
    #[schemars(with = "List<GroupRecord>")]
    pub groups: Field<List<Located<Open>>>,
    /// 表格下方的注，一行一条，照写印出。
    #[serde(rename = "表注")]
    pub notes: Field<List<Text>>,
}

/// 表格的一列。
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(untagged)]
pub enum ColumnEntry {
    /// 只写列名。
    Text(Text),
    /// 列名，以及印出的表头或值的类型。
    Record(Located<ColumnRecord>),
}

/// 表头。
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(untagged)]
pub enum HeaderEntry {
    /// 一行；有“/”的，从上到下分层。
    Text(Text),
    /// 从上到下各层，照写。
    List(List<Text>),
}

/// 列。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["列"]))]
pub struct ColumnRecord {
    /// 列名：任务和举措里用这个名称填写。
    #[serde(rename = "列")]
    pub name: Field<Text>,
    /// 印在表上的表头；不写则同列名，留空（""）则不印。两层表头写成“责任清单/责任领导”，相邻各列上层相同的合并；
    /// 表头本身有“/”的，写成一项的列表，照写印出。
    #[serde(rename = "表头")]
    pub header: Field<HeaderEntry>,
    /// 值的类型；列名看得出来的不必写，例如“…股室”是单位，“…时限”是时限。
    #[serde(rename = "类型")]
    #[schemars(schema_with = "column_kind")]
    pub kind: Field<Text>,
}
