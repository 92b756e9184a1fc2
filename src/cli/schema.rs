//! `gongkai schema`: JSON Schemas of all kinds of files, for editors and other programs.

use std::process::ExitCode;

use crate::cli::{print_line, status};
use crate::diagnostic::print;
use crate::error::Error;
use crate::message;
use crate::read::{FileKind, KINDS};
use crate::render::data;
use crate::text::message::{Lang, Words};
use crate::text::similar::nearest;
use crate::text::width::padded;

/// Options of `gongkai schema`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The kind of file, such as tasks; without it all kinds are listed
    #[arg(value_name = "KIND")]
    kind: Option<String>,
}

/// Kinds of JSON that the program prints itself.
const PRINTED: [FileKind; 4] = [
    FileKind {
        name: "findings",
        place: Words::new("check --format json", "check --format json"),
        about: Words::new("检查结果", "what check finds"),
        schema: print::schema,
    },
    FileKind {
        name: "status",
        place: Words::new("status --format json", "status --format json"),
        about: Words::new("报送情况", "what offices owe"),
        schema: status::schema,
    },
    FileKind {
        name: "data",
        place: Words::new("data.json", "data.json"),
        about: Words::new("公开的数据", "open data of a notice"),
        schema: data::schema,
    },
    FileKind {
        name: "site-data",
        place: Words::new("data/site.json", "data/site.json"),
        about: Words::new("公开的网站情况", "open data of a site"),
        schema: data::site_schema,
    },
];

/// Runs the command.
pub fn run(lang: Lang, options: &Options) -> Result<ExitCode, Error> {
    let text = match &options.kind {
        None => overview(lang),
        // Serialising a schema cannot fail: it holds texts, numbers and lists only.
        Some(word) => serde_json::to_string_pretty(&(find(word)?.schema)()).unwrap_or_default(),
    };
    print_line(&text);
    Ok(ExitCode::SUCCESS)
}

fn kinds() -> impl Iterator<Item = &'static FileKind> {
    KINDS.iter().chain(&PRINTED)
}

fn find(word: &str) -> Result<&'static FileKind, Error> {
    if let Some(kind) = kinds().find(|kind| kind.name.eq_ignore_ascii_case(word)) {
        return Ok(kind);
    }
    let all = kinds().map(|kind| kind.name).collect::<Vec<_>>().join(" ");
    let near = nearest(word, kinds().map(|kind| kind.name));
    let (zh, en) = near.map_or_else(Default::default, |near| {
        (format!("；是否想写“{near}”？"), format!("; did you mean {near:?}?"))
    });
    Err(Error::Usage(message!(
        "没有“{word}”这种文件{zh}\n\n可用：{all}",
        "there is no kind of file {word:?}{en}\n\nKinds: {all}"
    )))
}

/// The list of all kinds, with hints on using a schema.
fn overview(lang: Lang) -> String {
    let lines = kinds().map(|kind| {
        let place = padded(kind.place.get(lang), 20);
        format!("{}  {place}  {}", padded(kind.name, 8), kind.about.get(lang))
    });
    let more = lang.pick(
        "各类文件的写法（JSON Schema）。编辑器有了它，会逐项提示填什么，并当场标出写错的项目。\n\
         例如：gongkai schema tasks > tasks.schema.json\n\
         再在 tasks.yaml 的第一行写上：\n\
         # yaml-language-server: $schema=tasks.schema.json\n\
         这个路径从 tasks.yaml 所在的文件夹算起。",
        "What each kind of file may say, as JSON Schema. With it an editor tells what to fill in and marks what is\n\
         wrong as it is typed. For example: gongkai schema tasks > tasks.schema.json\n\
         Then write on the first line of tasks.yaml:\n\
         # yaml-language-server: $schema=tasks.schema.json\n\
         The path counts from the folder of tasks.yaml.",
    );
    lines.chain([String::new(), more.to_owned()]).collect::<Vec<_>>().join("\n")
}
