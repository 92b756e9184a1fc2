//! `site.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::form::progress::{ShownProgressRecord, StatusEntry};
use crate::read::form::words::{
    Pairs, absent_words, fixed_places, level_words, metadata_words, part_words, place_words, qr_code,
};
use crate::read::yaml::field::{Field, List, Open, Text, YesNo};

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
    /// 全站是否示例：true 在每一页上标明“示例内容，不是正式公开文件”，搜索引擎不收录；不写为 false。
    #[serde(rename = "示例")]
    pub example: Field<YesNo>,
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
    /// 元数据在页面上的位置：正文前、基本信息，可以两处都写；不写即为基本信息。
    #[serde(rename = "元数据位置")]
    #[schemars(schema_with = "place_words")]
    pub places: Field<List<Text>>,
    /// 改变规则的级别，每行一条“编号: 级别”，例如“W001: 错误”；级别有错误、警告、提示、关闭。
    #[serde(rename = "规则级别")]
    #[schemars(schema_with = "level_words")]
    pub levels: Field<Open>,
    /// 本单位的易错词，每行一条“写错的词: 应写的词”。
    #[serde(rename = "易错词")]
    #[schemars(with = "Pairs")]
    pub confusions: Field<Open>,
    /// 政府信息公开平台的固定栏目，显示在每页上方：写网址，或者本站栏目的文件夹，或者 content 里的 .md 文件（例如 zhinan.md）。
    #[serde(rename = "固定栏目")]
    #[schemars(schema_with = "fixed_places")]
    pub fixed_places: Field<Open>,
    /// 通知网页的二维码，要有“域名”：打印（不写即是，只在打印时出现）、网页（网页上也有）、不用。
    #[serde(rename = "二维码")]
    #[schemars(schema_with = "qr_code")]
    pub qr_code: Field<Text>,
    /// 是否在各股室的网页上公开 offices.yaml 里的“联系人”“联系电话”：true 公开；不写为 false。
    #[serde(rename = "公开联系方式")]
    pub shows_contacts: Field<YesNo>,
    /// 打印网页或者生成 PDF 时，公文后面是否另起一页印“基本信息”：true 印；不写为 false，只印公文。
    #[serde(rename = "打印基本信息")]
    pub prints_basic: Field<YesNo>,
    /// 进展公开哪些；不写的都公开。通知可以另定，以通知的为准。
    #[serde(rename = "进展公开")]
    pub shown_progress: Field<ShownProgressRecord>,
    /// 进展状态的用词，按显示顺序；不写则为未启动、正在推进、滞后、已完成、长期坚持。
    #[serde(rename = "进展状态")]
    pub statuses: Field<List<StatusEntry>>,
}
