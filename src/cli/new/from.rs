//! A new project around a paper that is there already.

use jiff::civil::Date;

use crate::cli::new::files::{settings, template};
use crate::read::import::{ImportedPaper, Proposal};

/// The name that the templates use for the body.
const EXAMPLE: &str = "示例县示例局";

/// The pages of 固定栏目, which wait for their words, each marked as an example.
const PLACES: [&str; 4] =
    ["content/zhinan.md", "content/zhidu.md", "content/nianbao.md", "content/yishenqing.md"];

/// All files of a project around an imported paper, by path with `/`.
pub fn files(imported: &ImportedPaper, proposal: &Proposal, today: Date) -> Vec<(String, Vec<u8>)> {
    let body = imported.issuer.as_deref().unwrap_or_default();
    let year = imported.dated.unwrap_or(today).year();
    let texts = [
        ("README.md", include_str!("project/README-from.md").replace(EXAMPLE, body)),
        ("content/site.yaml", site(body)),
        ("content/offices.yaml", offices(proposal)),
        (
            "content/tongzhi-gonggao/column.yaml",
            template("content/tongzhi-gonggao/column.yaml").replace(EXAMPLE, body),
        ),
    ];
    let places = PLACES.map(|path| (path, template(path).replace(EXAMPLE, body)));
    let texts = texts.into_iter().chain(places).map(|(path, text)| (path.to_owned(), text.into_bytes()));
    let notice = imported
        .files
        .iter()
        .map(|(path, bytes)| (format!("content/tongzhi-gonggao/{year}-tongzhi/{path}"), bytes.clone()));
    let settings = settings().into_iter().map(|(path, text)| (path, text.into_bytes()));
    texts.chain(notice).chain(settings).collect()
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

/// `offices.yaml` with the names of the paper's tables.
fn offices(proposal: &Proposal) -> String {
    let block = proposal.block();
    let none = if block.starts_with("股室:") { "" } else { "股室: []\n\n" };
    let text = format!(
        "# 机构名录：由通知的表里出现的名称写成，请核对，补上正式名称、别名和没有写到的股室。\n\n{none}{block}"
    );
    format!("{}\n", text.trim_end())
}
