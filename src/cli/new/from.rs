//! A new project around a paper that is there already.

use jiff::civil::Date;

use crate::cli::new::files::{settings, template};
use crate::read::import::{ImportedPaper, register_block};

/// The name that the templates use for the body.
const EXAMPLE: &str = "示例县示例局";

/// All files of a project around an imported paper, by path with `/`.
pub fn files(imported: &ImportedPaper, today: Date) -> Vec<(String, Vec<u8>)> {
    let body = imported.issuer.as_deref().unwrap_or_default();
    let year = imported.dated.unwrap_or(today).year();
    let texts = [
        ("README.md", include_str!("project/README-from.md").replace(EXAMPLE, body)),
        ("content/site.yaml", site(body)),
        ("content/offices.yaml", offices(imported)),
        (
            "content/tongzhi-gonggao/column.yaml",
            template("content/tongzhi-gonggao/column.yaml").replace(EXAMPLE, body),
        ),
    ];
    let texts = texts.map(|(path, text)| (path.to_owned(), text.into_bytes()));
    let notice = imported
        .files
        .iter()
        .map(|(path, bytes)| (format!("content/tongzhi-gonggao/{year}-tongzhi/{path}"), bytes.clone()));
    let settings = settings().into_iter().map(|(path, text)| (path, text.into_bytes()));
    texts.into_iter().chain(notice).chain(settings).collect()
}

/// `site.yaml` without the mark of an example.
fn site(body: &str) -> String {
    let template = template("content/site.yaml");
    let lines = template.split_inclusive('\n');
    let text: String =
        lines.filter(|line| !line.starts_with("示例: ") && !line.starts_with("# 全站都是示例")).collect();
    let text = text.replace("示例县示例中心", "某某中心");
    if body.is_empty() {
        return text.replace(&format!("{EXAMPLE}政务公开"), "").replace(EXAMPLE, "");
    }
    text.replace(EXAMPLE, body)
}

/// `offices.yaml` with the offices of the paper's tables.
fn offices(imported: &ImportedPaper) -> String {
    let (offices, collectives) = imported.own_offices();
    let mut text =
        "# 机构名录：由通知的表里出现的名称写成，请核对，补上正式名称、别名和没有写到的股室。\n\n".to_owned();
    match offices.as_slice() {
        [] => text.push_str("股室: []\n"),
        offices => text.push_str(&register_block(offices)),
    }
    if !collectives.is_empty() {
        let block = register_block(&collectives).replace("股室:\n", "").replace("  - ", "  - 名称: ");
        text.push_str("\n# 一个名称代表许多股室。“包括”不写，即指全部股室。\n统称:\n");
        text.push_str(&block);
    }
    text
}
