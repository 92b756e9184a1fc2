//! The closed lists of words that fields take, and the shapes of open records, for the schemas.
//!
//! Records that reading takes as they come, so that every column can be a key, are described here by structs of
//! their own: nothing is read into them.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;

use crate::diagnostic::LEVELS;
use crate::model::cadence::Cadence;
use crate::model::fixed_place::FixedKind;
use crate::model::imprint::{Form, Head, Seal};
use crate::model::metadata::{Absent, BlockPlace, TEMPLATES};
use crate::model::notice::Layout;
use crate::model::site::{Part, QrCode};
use crate::model::standard::WAYS;
use crate::model::status::{Colour, StatusKind};
use crate::model::table::{ColumnKind, Counted, WIDEST_COLUMN};
use crate::model::validity::ValidityState;
use crate::read::yaml::field::{List, Text};

/// 类型: one of the words that the model knows.
pub fn column_kind(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": ColumnKind::words() })
}

/// 计数.
pub fn counted(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": Counted::WORDS.map(|(word, _)| word) })
}

/// 宽: a number of characters.
pub fn column_width(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "minimum": 1, "maximum": WIDEST_COLUMN })
}

/// 报送周期: one of the words that the model knows.
pub fn cadence(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": Cadence::WORDS.map(|(word, _)| word) })
}

/// 体裁.
pub fn layout(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": Layout::WORDS.map(|(word, _)| word) })
}

/// 格式.
pub fn form(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": Form::WORDS.map(|(word, _)| word) })
}

/// 版头.
pub fn head(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": Head::WORDS.map(|(word, _)| word) })
}

/// 印章.
pub fn seal(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": Seal::WORDS.map(|(word, _)| word) })
}

/// 颜色 of a status.
pub fn colour(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": Colour::WORDS.map(|(word, _)| word) })
}

/// 类别 of a status.
pub fn status_kind(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": StatusKind::WORDS.map(|(word, _)| word) })
}

/// 不显示: one or several of the parts that the model knows, or none yet.
pub fn part_words(_: &mut SchemaGenerator) -> Schema {
    let words = Part::ALL.map(|(word, _)| word);
    json_schema!({ "anyOf": [
        { "enum": words },
        { "type": "array", "items": { "enum": words } },
        { "type": "null" },
    ] })
}

/// 公开方式 in a catalogue: one or several of its words, or none yet.
pub fn ways(_: &mut SchemaGenerator) -> Schema {
    let words = WAYS.concat();
    json_schema!({ "anyOf": [
        { "enum": words },
        { "type": "array", "items": { "enum": words } },
        { "type": "null" },
    ] })
}

/// 元数据: a template's name, or names of fields, or nothing yet.
pub fn metadata_words(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "anyOf": [
        { "enum": TEMPLATES.map(|(word, _)| word) },
        { "type": "array", "items": { "type": "string" } },
        { "type": "null" },
    ] })
}

/// 元数据空缺: one of the words that the model knows.
pub fn absent_words(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": Absent::WORDS.map(|(word, _)| word) })
}

/// 元数据位置: one or several of the words that the model knows.
pub fn place_words(_: &mut SchemaGenerator) -> Schema {
    let words = json_schema!({ "enum": BlockPlace::WORDS.map(|(word, _)| word) });
    json_schema!({ "anyOf": [words, { "type": "array", "items": words }] })
}

/// 规则级别: codes, each with the word for a level.
pub fn level_words(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": ["object", "null"],
        "additionalProperties": { "enum": LEVELS.map(|(word, _)| word) },
    })
}

/// 固定栏目: the places that the model knows, each with a text; or nothing yet.
pub fn fixed_places(_: &mut SchemaGenerator) -> Schema {
    let about = "网址，或者本站栏目的文件夹，或者 content 里的 .md 文件。";
    let place = json!({ "description": about, "type": ["string", "null"] });
    let places = FixedKind::WORDS.map(|(name, _)| (name.to_owned(), place.clone()));
    json_schema!({
        "type": ["object", "null"],
        "properties": serde_json::Map::from_iter(places),
        "additionalProperties": false,
    })
}

/// 二维码.
pub fn qr_code(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": QrCode::WORDS.map(|(word, _)| word) })
}

/// 状态 of 有效性.
pub fn validity(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": ValidityState::WORDS.map(|(word, _)| word) })
}

/// Names that each stand for one text; or nothing yet.
pub type Pairs = Option<BTreeMap<String, Text>>;

/// 一组任务。列名（如责任领导）也可以作为项目写在这里，合并显示在各项任务旁。
#[derive(JsonSchema)]
#[expect(dead_code, reason = "described only: a group is read as an open record")]
pub struct GroupRecord {
    /// 分组的编号，照写印在名称前，例如“一、”。
    #[schemars(rename = "编号")]
    number: Option<Text>,
    /// 分组的名称，印在“类别”或“分组”一列。
    #[schemars(rename = "名称")]
    name: Option<Text>,
    /// 横贯全表的一行，印在本组任务上方。
    #[schemars(rename = "通栏")]
    banner: Option<Text>,
    /// 本组的任务，一项一条；可以没有。
    #[schemars(rename = "任务")]
    tasks: Option<List<TaskRecord>>,
    #[serde(flatten)]
    cells: BTreeMap<String, List<Text>>,
}

/// 一项任务。列名（如责任股室、完成时限）也可以作为项目写在这里，合并显示在各项举措旁。
#[derive(JsonSchema)]
#[expect(dead_code, reason = "described only: a task is read as an open record")]
#[schemars(extend("required" = ["名称"]))]
pub struct TaskRecord {
    /// 自己起的代号，进展中用它指这项任务，任务换了位置也找得到；不印出，在公开的数据里作标识。
    #[schemars(rename = "代号")]
    id: Option<Text>,
    /// 任务的序号，照写印出；不写则从 1 数起。
    #[schemars(rename = "编号")]
    number: Option<Text>,
    /// 任务的名称。
    #[schemars(rename = "名称")]
    name: Option<Text>,
    /// 正文中这一段的开头，照写；不写则为“名称”加句号。
    #[schemars(rename = "正文标题")]
    heading: Option<Text>,
    /// 任务要求，在正文的“{{任务要求}}”处逐项列出；有几段的，每段一行。
    #[schemars(rename = "要求")]
    requirement: Option<Text>,
    /// 各项举措，一项一条。
    #[schemars(rename = "举措")]
    measures: Option<List<MeasureRecord>>,
    #[serde(flatten)]
    cells: BTreeMap<String, List<Text>>,
}

/// 一项举措。列名（如责任股室、完成时限）作为项目写在这里。
#[derive(JsonSchema)]
#[expect(dead_code, reason = "described only: a measure is read as an open record")]
pub struct MeasureRecord {
    /// 自己起的代号，进展中用它指这项举措，举措换了位置也找得到；不印出，在公开的数据里作标识。
    #[schemars(rename = "代号")]
    id: Option<Text>,
    /// 举措的编号，照写印出，例如“（1）”。
    #[schemars(rename = "编号")]
    number: Option<Text>,
    /// 举措的内容。
    #[schemars(rename = "内容")]
    text: Option<Text>,
    #[serde(flatten)]
    cells: BTreeMap<String, List<Text>>,
}

/// 基本信息。
#[derive(JsonSchema)]
#[expect(dead_code, reason = "described only: the block is read as an open record")]
pub struct DisclosureRecord {
    #[serde(flatten)]
    fields: BTreeMap<String, List<DisclosureValue>>,
}

/// 一项信息的值。
#[derive(JsonSchema)]
#[expect(dead_code, reason = "described only: values are read as entries")]
#[schemars(untagged)]
enum DisclosureValue {
    /// 照写公开的文字。
    Text(Text),
    /// 公开层级中的一级。
    Level(LevelRecord),
}

/// 公开层级中的一级。
#[derive(JsonSchema)]
#[expect(dead_code, reason = "described only: a level is read as an open record")]
#[schemars(deny_unknown_fields, extend("required" = ["层级"]))]
struct LevelRecord {
    /// 层级，例如县级。
    #[schemars(rename = "层级")]
    name: Option<Text>,
    /// 公开渠道和载体，一个或几个。
    #[schemars(rename = "公开渠道和载体")]
    channels: Option<List<Text>>,
}
