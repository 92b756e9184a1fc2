//! Random papers: no word is lost, and a page that shows a notice becomes that notice again.

use proptest::prelude::*;

use super::*;

/// The bodies of paragraphs, with a place for a word that stands nowhere else.
const FORMS: [&str; 30] = [
    "一、@",
    "二、@",
    "（一）@。后文@。",
    "（二）@",
    "1.@",
    "2.@，并@。",
    "（1）@",
    "附件",
    "附件1",
    "附件2：@",
    "附件：@",
    "附件：1.@",
    "@局",
    "2024年8月1日",
    "@：",
    "抄送：@。",
    "@局2024年8月2日印发",
    "关于@的通知",
    "@局关于@的通知",
    "（@）",
    "（联系人：@）",
    "当前位置：@ > 首页",
    "@发〔2024〕1号",
    "签发人：@",
    "@局文件",
    "来源：@",
    "@",
    "@。",
    "  @\t@",
    "|@*_[`",
];

/// The words of tables.
const CELLS: [&str; 10] = ["序号", "工作任务", "责任单位", "完成时限", "@", "1", "2", "@科", "长期坚持", ""];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, rng_seed: proptest::test_runner::RngSeed::Fixed(2024), failure_persistence: None, ..ProptestConfig::default() })]

    /// Every word stands in a file or is told.
    #[test]
    fn no_word_is_lost(
        blocks in proptest::collection::vec((0_usize..32, 0_u8..8, proptest::collection::vec(0_usize..10, 12)), 1..24),
    ) {
        let (document, all) = random(&blocks);
        let imported = import_document("通知.docx", &document);
        let mut found = String::new();
        for (_, bytes) in &imported.files {
            found.push_str(&String::from_utf8_lossy(bytes));
        }
        for finding in imported.report.findings() {
            found.push_str(&finding.message.zh);
        }
        for word in all {
            prop_assert!(found.contains(&word), "{word} of {document:?}\n{}", printed(&imported));
        }
    }
}

/// A document of random blocks, and the words in it of which each is unlike all others.
fn random(blocks: &[(usize, u8, Vec<usize>)]) -> (Document, Vec<String>) {
    let mut all: Vec<String> = Vec::new();
    let mut filled = |form: &str| {
        let mut out = String::new();
        for (i, part) in form.split('@').enumerate() {
            if i > 0 {
                all.push(format!(
                    "词{}",
                    char::from_u32(0x4E00 + u32::try_from(all.len()).unwrap() * 7).unwrap()
                ));
                out.push_str(all.last().unwrap());
            }
            out.push_str(part);
        }
        out
    };
    let mut kinds = Vec::new();
    for (form, look, cells) in blocks {
        let Some(form) = FORMS.get(*form) else {
            let texts: Vec<String> = cells.iter().map(|cell| filled(CELLS[*cell])).collect();
            let rows: Vec<Vec<&str>> =
                texts.chunks(4).map(|row| row.iter().map(String::as_str).collect()).collect();
            let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
            kinds.push(table(&rows));
            continue;
        };
        let words = match look & 1 {
            0 => vec![text(&filled(form))],
            _ => vec![bold(&filled(form)), Words::LineBreak, text(&filled("@"))],
        };
        let typeface =
            [Typeface::Other, Typeface::TitleSong, Typeface::Hei, Typeface::FangSong][usize::from(look >> 1)];
        let look = Look { typeface, align: Align::Center, begins_page: look & 2 == 0, ..Look::default() };
        kinds.push(BlockKind::Paragraph(Paragraph { words, look, ..Paragraph::default() }));
    }
    (document(kinds), all)
}

/// A part of a body: a heading of a level with its words, or a paragraph.
fn body() -> impl Strategy<Value = Vec<(u8, String, bool)>> {
    let words = r"[一-龥“”*_#\[\]&<a-z]{2,12}";
    proptest::collection::vec((0_u8..5, words, any::<bool>()), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: proptest::test_runner::RngSeed::Fixed(2024), failure_persistence: None, ..ProptestConfig::default() })]

    /// The lines that a page shows of a notice become the notice again.
    #[test]
    fn a_shown_notice_comes_back(parts in body(), names in 0_usize..3) {
        let (lines, markdown) = shown(&parts);
        let list = match names {
            0 => String::new(),
            1 => "附件：甲表\n".to_owned(),
            _ => "附件：1.甲表\n2.乙表\n".to_owned(),
        };
        let paper = format!("某局\n关于某事的通知\n甲局、乙局：\n{lines}{list}某局\n2024年8月1日\n（公开）\n");
        let imported = import_paper("通知.txt", paper.as_bytes(), Limits::default());
        let listed = match names {
            0 => "",
            1 => "附件:\n- 文件: files/甲表\n  名称: 甲表\n",
            _ => "附件:\n- 文件: files/甲表\n  名称: 甲表\n- 文件: files/乙表\n  名称: 乙表\n",
        };
        let expected = format!(
            "---\n标题: 关于某事的通知\n发文机关: 某局\n主送: 甲局、乙局\n成文日期: 2024-08-01\n# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写\n附注: 公开\n{listed}---\n\n{markdown}"
        );
        prop_assert_eq!(std::str::from_utf8(&imported.files[0].1).unwrap(), expected);
    }
}

/// The lines that a page shows, and the Markdown of which it is made. Levels are not left out, and a heading is followed
/// by a paragraph.
fn shown(parts: &[(u8, String, bool)]) -> (String, String) {
    let (mut lines, mut markdown) = ("现通知如下。\n".to_owned(), "现通知如下。\n\n".to_owned());
    let mut numbers = crate::read::lower::Numbers::default();
    let mut above = 0_usize;
    for (level, words, runs_on) in parts {
        let level = usize::from(*level).min(above);
        let escaped = crate::text::markdown::escaped(words);
        if level > 3 {
            writeln!(lines, "{words}，照办。").unwrap();
            writeln!(markdown, "{escaped}，照办。\n").unwrap();
            continue;
        }
        above = (level + 1).min(4);
        let number = numbers.heading(level);
        let signs = "#".repeat(level + 2);
        let rest = format!("后文{words}。");
        if *runs_on && level < 2 {
            writeln!(lines, "{number}{words}。{rest}").unwrap();
            writeln!(markdown, "{signs} {escaped}。\n\n{}\n", crate::text::markdown::escaped(&rest)).unwrap();
        } else {
            let heading = escaped.strip_suffix('#').map_or(escaped.clone(), |bare| format!("{bare}\\#"));
            writeln!(lines, "{number}{words}\n{rest}").unwrap();
            writeln!(markdown, "{signs} {heading}\n\n{}\n", crate::text::markdown::escaped(&rest)).unwrap();
        }
    }
    (lines, format!("{}\n", markdown.trim_end()))
}
