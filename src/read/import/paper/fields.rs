//! Labels and values beside a paper, as portals have them: what they say for the head of `notice.md`.

use crate::read::document::{Field, is_of_site};
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::signs::normal;
use crate::read::import::paper::{Reading, gathered};
use crate::text::date::{iso, loose, without_seconds};

/// The head's fields that only a page says.
#[derive(Debug, Default)]
pub struct PageFacts {
    /// 索引号.
    pub index: Option<String>,
    /// 发布日期, as the head writes it.
    pub published: Option<String>,
    /// 来源.
    pub source: Option<String>,
    /// 内容概述.
    pub summary: Option<String>,
    /// 关键词.
    pub keywords: Vec<String>,
    /// 责任编辑.
    pub editor: Option<String>,
    /// 基本信息: labels and values, in order.
    pub disclosure: Vec<(String, String)>,
}

impl Reading<'_> {
    /// Takes the fields of a page. Of two that say the same the first counts.
    pub fn read_fields(&mut self, fields: &[&Field]) -> PageFacts {
        let mut page = PageFacts::default();
        let mut left_out: Vec<&Field> = Vec::new();
        let has = |name: &str| fields.iter().any(|field| canonical(&field.label) == name);
        // 时间 beside 来源, or a day without a label, beside it or alone.
        let is_open = !has("发布日期");
        let may_be_published = |label: &str| is_open && (label.is_empty() || has("来源"));
        for &field in fields {
            let value = field.value.trim();
            let is_taken = match canonical(&field.label) {
                "索引号" => set(&mut page.index, value),
                "发布日期" => {
                    iso(without_seconds(value), true).is_some_and(|day| set(&mut page.published, &day))
                }
                label @ ("" | "日期" | "时间") if may_be_published(label) => {
                    let day = iso(without_seconds(value), true);
                    let is_taken = day.is_some_and(|day| set(&mut page.published, &day));
                    if is_taken {
                        self.intake.find(field.place, fault::perhaps_published);
                    }
                    is_taken
                }
                "来源" => set(&mut page.source, value),
                "内容概述" => set(&mut page.summary, value),
                "责任编辑" => set(&mut page.editor, value),
                "关键词" => {
                    let words = value.split([',', '，', ';', '；', '、', ' ']).map(str::trim);
                    page.keywords.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
                    true
                }
                label => self.read_own_field(label, value, field),
            };
            let is_ours = !field.label.is_ascii() && !is_of_site(&field.label);
            // Only levels and their channels come several times.
            let is_again = !["公开层级", "公开渠道"].iter().any(|label| field.label.starts_with(label))
                && page.disclosure.iter().any(|(label, known)| *label == field.label && known != value);
            if !is_taken && is_ours && !is_again && !is_of_paper(&field.label) {
                page.disclosure.push((field.label.clone(), value.to_owned()));
            } else if !is_taken && !value.is_empty() {
                left_out.push(field);
            }
        }
        // 来源 is 发文机关 unless it is written.
        page.source = page.source.filter(|source| !self.facts.issuers.contains(source));
        let all = left_out.iter().map(|field| (field.place, said(field)));
        for (place, words) in gathered(all.collect()) {
            self.intake.find(place, |span| fault::fields_left_out(span, &words));
        }
        page
    }

    /// A field that the paper says, too: it fills a gap, or is compared.
    fn read_own_field(&mut self, label: &str, value: &str, field: &Field) -> bool {
        let facts = &mut self.facts;
        let (known, is_same) = match label {
            "发文字号" => {
                let known = facts.number.get_or_insert_with(|| value.to_owned());
                (known.clone(), normal(known) == normal(value))
            }
            "成文日期" => {
                let Some(day) = loose(value) else { return false };
                let known = *facts.dated.get_or_insert(day);
                (known.to_string(), known == day)
            }
            "标题" => {
                if facts.title.is_empty() {
                    facts.title = vec![value.to_owned()];
                }
                let title = facts.title.concat();
                let is_part =
                    normal(value).ends_with(&normal(&title)) || normal(&title).ends_with(&normal(value));
                (title, is_part)
            }
            "发布机构" => {
                if facts.issuers.is_empty() {
                    facts.issuers = vec![value.to_owned()];
                }
                // A short form of the name is a value of its own.
                return facts.issuers.iter().any(|issuer| issuer == value);
            }
            _ => return false,
        };
        if !is_same && !value.is_empty() {
            self.intake.find(field.place, |span| fault::field_differs(span, label, value, &known));
        }
        true
    }
}

/// The labels of one field of ours: the first is its own name.
const SYNONYMS: [&[&str]; 9] = [
    &["发布日期", "发布时间", "公开日期", "公布日期", "PubDate", "PublishDate"],
    &["来源", "信息来源", "文章来源", "ContentSource", "Source"],
    &["内容概述", "Description"],
    &["责任编辑", "Author"],
    &["关键词", "主题词", "Keywords"],
    &["发文字号", "文号", "文件编号"],
    &["成文日期", "成文时间", "发文日期", "生成日期"],
    &["标题", "名称", "信息名称", "文件名称", "ArticleTitle", "Title"],
    &["发布机构", "发文机关", "发文机构", "发文单位", "发布单位", "制发机关", "制发单位"],
];

/// Whether a label is that of the title.
pub fn is_title(label: &str) -> bool {
    canonical(label) == "标题"
}

/// Our name of a label.
fn canonical(label: &str) -> &str {
    let is_known = |all: &&&[&'static str]| all.iter().any(|known| known.eq_ignore_ascii_case(label));
    SYNONYMS.iter().find(is_known).and_then(|all| all.first()).copied().unwrap_or(label)
}

/// Whether a field's value has a field of the head, and is not one of 基本信息.
fn is_of_paper(label: &str) -> bool {
    matches!(canonical(label), "标题" | "发文字号")
}

/// A field in one text.
fn said(field: &Field) -> String {
    match field.label.as_str() {
        "" => field.value.clone(),
        label => format!("{label}：{}", field.value),
    }
}

/// Fills a field if it is not filled yet. Returns whether nothing is lost.
fn set(slot: &mut Option<String>, value: &str) -> bool {
    if value.is_empty() {
        return true;
    }
    slot.get_or_insert_with(|| value.to_owned()) == value
}
