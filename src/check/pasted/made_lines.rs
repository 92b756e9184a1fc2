//! Lines of a paper that the fields of its notice make: title, 主送, 附件说明, signature, 成文日期.

use jiff::civil::Date;

use crate::model::notice::Notice;
use crate::text::date::{chinese, loose};
use crate::text::numeral;
use crate::text::space::{behind_word, without_spaces};
use crate::text::title::is_body;

/// The field that makes a line at the beginning of a paper.
pub(super) fn opening(notice: &Notice, words: &str) -> Option<&'static str> {
    let title = without_spaces(&notice.title.value);
    let whole = without_spaces(&notice.full_title());
    let addressee = notice.addressee.as_ref().map(|addressee| without_spaces(&addressee.value));
    let without_stop = words.trim_end_matches('。');
    if !title.is_empty() && (without_stop == title || without_stop == whole) {
        return Some("标题");
    }
    let number = notice.number.as_ref().map(|number| without_spaces(&number.value));
    if number.is_some_and(|number| !number.is_empty() && number == words) {
        return Some("发文字号");
    }
    let bare = words.trim_end_matches(['：', ':']);
    (addressee
        .is_some_and(|addressee| !addressee.is_empty() && addressee.trim_end_matches(['：', ':']) == bare))
    .then_some("主送")
}

/// The field that makes a line at the end of a paper.
pub(super) fn closing(notice: &Notice, words: &str) -> Option<&'static str> {
    let day = chinese(notice.dated.value);
    let in_numerals = in_numerals(notice.dated.value);
    let is_day =
        |words: &str| words == day || words == in_numerals || loose(words) == Some(notice.dated.value);
    let issuers = notice.issuers.iter().map(|issuer| without_spaces(&issuer.value));
    let rests: Vec<&str> = issuers.filter_map(|issuer| words.strip_prefix(issuer.as_str())).collect();
    let remark = notice.imprint.bracketed_remark().map(|remark| without_spaces(&remark));
    if rests.contains(&"") {
        Some("发文机关")
    } else if rests.iter().any(|rest| is_day(rest)) {
        Some("发文机关、成文日期")
    } else if remark.is_some_and(|remark| remark == words) {
        Some("附注")
    } else {
        is_day(words).then_some("成文日期")
    }
}

/// 二〇二四年八月一日, as papers were dated before 2012.
fn in_numerals(day: Date) -> String {
    let numeral = |number: i8| numeral::chinese(usize::try_from(number).unwrap_or(0));
    let digit = |c: char| c.to_digit(10).map_or(c, |digit| numeral::DIGITS[digit as usize]);
    let year: String = day.year().to_string().chars().map(digit).collect();
    format!("{year}年{}月{}日", numeral(day.month()), numeral(day.day()))
}

/// The day of a typed signature, in its line or below it, that is not 成文日期.
pub(super) fn other_day(notice: &Notice, words: &str, is_signed: bool) -> Option<Date> {
    let issuers = notice.issuers.iter().map(|issuer| without_spaces(&issuer.value));
    let behind = issuers.filter_map(|issuer| words.strip_prefix(issuer.as_str()));
    let day = behind.chain(is_signed.then_some(words)).find_map(loose)?;
    // A 成文日期 that could not be read is a mistake of its own.
    (day != notice.dated.value && notice.dated.value != Date::MIN).then_some(day)
}

/// 附件：1.任务清单, where the notice has attachments.
pub(super) fn list_of_attachments(notice: &Notice, words: &str) -> Option<&'static str> {
    let rest = behind_word(words, "附件")?.trim_start_matches(|c: char| c.is_ascii_digit());
    let name = rest.strip_prefix(['：', ':'])?;
    let names = listed_names(notice);
    names.into_iter().any(|own| name.contains(&own)).then_some("附件")
}

/// The names that 附件说明 has on the page, without spaces: attachments without a label (附件标识) are not in it.
pub(super) fn listed_names(notice: &Notice) -> Vec<String> {
    let listed = notice.attachments.iter().filter(|attachment| attachment.labelled);
    let names = listed.map(|attachment| without_spaces(&attachment.name.value));
    names.filter(|name| !name.is_empty()).collect()
}

/// The last words of names that stand for several bodies.
const GROUPS: [&str; 8] = ["机构", "单位", "部门", "企业", "组织", "社区", "村", "队"];

/// The most characters of a line of addressees.
const ADDRESSEES: usize = 80;

/// Whether a line names bodies and ends as a line of addressees does: 局机关各股室、二级机构：
pub(super) fn is_addressee(words: &str) -> bool {
    let Some(names) = words.strip_suffix(['：', ':']) else { return false };
    // 各省、自治区、直辖市人民政府: the last name says what all of them are.
    let names_body = |group: &str| {
        let last = group.rsplit('、').next().unwrap_or_default();
        is_body(last) || last.chars().count() > 1 && GROUPS.iter().any(|group| last.ends_with(group))
    };
    let is_sentence = names.contains(['。', '；', '“', '（', '《'])
        || ["如下", "要", "现", "请"].iter().any(|w| names.contains(w));
    names.chars().count() <= ADDRESSEES && !is_sentence && names.split('，').all(names_body)
}
