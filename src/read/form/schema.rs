//! A JSON Schema (draft 2020-12) for each kind of file, for editors, made of the structs that
//! read it.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::read::form::note::NoteFile;
use crate::read::form::notice::NoticeFile;
use crate::read::form::offices::OfficesFile;
use crate::read::form::page::PageFile;
use crate::read::form::roster::RosterFile;
use crate::read::form::section::SectionFile;
use crate::read::form::site::SiteFile;
use crate::read::form::standard::StandardFile;
use crate::read::form::summary::SummaryFile;
use crate::read::form::table::TableFile;
use crate::read::form::wording::WordingFile;
use crate::text::message::Words;

/// One kind of file.
#[derive(Debug)]
pub struct FileKind {
    /// Its name in `gongkai schema`.
    pub name: &'static str,
    /// Where it lies.
    pub place: Words,
    /// Its content, in a few words.
    pub about: Words,
    /// Its JSON Schema.
    pub schema: fn() -> Schema,
}

/// Every kind of file that people write, apart from papers.
pub const KINDS: &[FileKind] = &[
    FileKind {
        name: "site",
        place: Words::new("content/site.yaml", "content/site.yaml"),
        about: Words::new("本站信息", "the site"),
        schema: of::<SiteFile>,
    },
    FileKind {
        name: "offices",
        place: Words::new("content/offices.yaml", "content/offices.yaml"),
        about: Words::new("机构名录", "the register of offices"),
        schema: of::<OfficesFile>,
    },
    FileKind {
        name: "wording",
        place: Words::new("content/wording.yaml", "content/wording.yaml"),
        about: Words::new("本单位的用词", "the bureau's own words"),
        schema: of::<WordingFile>,
    },
    FileKind {
        name: "column",
        place: Words::new("column.yaml", "column.yaml"),
        about: Words::new("栏目", "a column of the site"),
        schema: of::<SectionFile>,
    },
    FileKind {
        name: "catalog",
        place: Words::new("栏目的 catalog.yaml", "catalog.yaml of a column"),
        about: Words::new("一个领域的基层政务公开标准目录", "what is disclosed in a field, item by item"),
        schema: of::<StandardFile>,
    },
    FileKind {
        name: "page",
        place: Words::new("固定栏目的 .md 文件开头", "the head of a .md file of 固定栏目"),
        about: Words::new(
            "固定栏目的一页，例如公开指南",
            "a page of 固定栏目, such as the guide to disclosure",
        ),
        schema: of::<PageFile>,
    },
    FileKind {
        name: "notice",
        place: Words::new("notice.md 开头", "the head of notice.md"),
        about: Words::new("通知的标题、日期、附件等", "a notice's title, dates, attachments"),
        schema: of::<NoticeFile>,
    },
    FileKind {
        name: "tasks",
        place: Words::new("tasks.yaml", "tasks.yaml"),
        about: Words::new("责任分解表", "the table of tasks"),
        schema: of::<TableFile>,
    },
    FileKind {
        name: "progress",
        place: Words::new("progress/*.md 开头", "the head of progress/*.md"),
        about: Words::new("一次进展报告", "a report of progress"),
        schema: of::<NoteFile>,
    },
    FileKind {
        name: "roster",
        place: Words::new("roster.yaml", "roster.yaml"),
        about: Words::new("责任人、联络人名单（内部）", "who is in charge (internal)"),
        schema: of::<RosterFile>,
    },
    FileKind {
        name: "summary",
        place: Words::new("summary/*.md 开头", "the head of summary/*.md"),
        about: Words::new("股室的年度总结", "an office's summary of its year"),
        schema: of::<SummaryFile>,
    },
];

fn of<T: JsonSchema>() -> Schema {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    RecursiveTransform(as_yaml_writes_text).transform(&mut schema);
    // Names of structs mean nothing to the writer of a form.
    schema.remove("title");
    schema
}

/// A text without quotes may look like a number, yes or no, or nothing: `1.10`, `true`, an empty value. It is read
/// as it is written, so an editor must not call it wrong.
fn as_yaml_writes_text(schema: &mut Schema) {
    let text = |kind: &Value| {
        kind == "string" || kind.as_array().is_some_and(|kinds| kinds.contains(&"string".into()))
    };
    if schema.get("type").is_some_and(text) {
        schema.insert("type".to_owned(), ["string", "number", "boolean", "null"].as_slice().into());
    }
}
