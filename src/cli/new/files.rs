//! The files of a new project, with the date filled in.

use jiff::civil::Date;

use crate::read::KINDS;

/// Placeholder of the date in paths and texts.
const TODAY: &str = "@今天@";
/// Placeholder of the year.
const YEAR: &str = "@年@";

/// Path and content of each file.
const FILES: &[(&str, &str)] = &[
    ("README.md", include_str!("project/README.md")),
    ("content/site.yaml", include_str!("project/site.yaml")),
    ("content/offices.yaml", include_str!("project/offices.yaml")),
    ("content/zhinan.md", include_str!("project/zhinan.md")),
    ("content/zhidu.md", include_str!("project/zhidu.md")),
    ("content/nianbao.md", include_str!("project/nianbao.md")),
    ("content/yishenqing.md", include_str!("project/yishenqing.md")),
    ("content/wording.yaml", include_str!("project/wording.yaml")),
    ("content/tongzhi-gonggao/column.yaml", include_str!("project/column.yaml")),
    ("content/tongzhi-gonggao/@年@-shili/notice.md", include_str!("project/notice.md")),
    ("content/tongzhi-gonggao/@年@-shili/tasks.yaml", include_str!("project/tasks.yaml")),
    ("content/tongzhi-gonggao/@年@-shili/roster.yaml", include_str!("project/roster.yaml")),
    ("content/tongzhi-gonggao/@年@-shili/progress/@今天@-fagui.md", include_str!("project/done.md")),
    ("content/tongzhi-gonggao/@年@-shili/progress/@今天@-yewu.md", include_str!("project/internal.md")),
    ("content/tongzhi-gonggao/@年@-shili/summary/@年@-fagui.md", include_str!("project/summary.md")),
    (".gitignore", include_str!("project/gitignore")),
    (".editorconfig", include_str!("project/editorconfig")),
    (".vscode/settings.json", include_str!("project/vscode-settings.json")),
    (".vscode/extensions.json", include_str!("project/vscode-extensions.json")),
    (".github/workflows/gongkai.yml", include_str!("project/github.yml")),
    (".gitlab-ci.yml", include_str!("project/gitlab.yml")),
];

/// All files of a project created on a day, by path with `/`, including the schemas for editors.
pub fn files(today: Date) -> Vec<(String, String)> {
    let (day, year) = (today.to_string(), today.year().to_string());
    let dated = |text: &str| text.replace(TODAY, &day).replace(YEAR, &year);
    let files = FILES.iter().map(|(path, text)| (dated(path), dated(text)));
    files.chain(schemas()).collect()
}

/// The files of a project that say nothing of its content: settings, recipes for CI, schemas.
pub fn settings() -> Vec<(String, String)> {
    let settings = FILES.iter().filter(|(path, _)| path.starts_with('.'));
    settings.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).chain(schemas()).collect()
}

/// The text of a file before dates are filled in.
pub fn template(path: &str) -> &'static str {
    FILES.iter().find(|(known, _)| *known == path).map_or("", |(_, text)| text)
}

fn schemas() -> impl Iterator<Item = (String, String)> {
    KINDS.iter().map(|kind| {
        // Serialising a schema cannot fail: it holds texts, numbers and lists only.
        let text = serde_json::to_string_pretty(&(kind.schema)()).unwrap_or_default();
        (format!("schema/{}.json", kind.name), text + "\n")
    })
}
