//! Ways to hide a number of a person: a table of those that are found, and of those that knowingly are not.

use std::fmt::Write as _;

use gongkai::check;
use gongkai::diagnostic::Severity;
use gongkai::diagnostic::print::{Findings, Form, findings_page, print};
use gongkai::read::{Content, project};
use gongkai::text::message::Lang;
use gongkai::text::personal::{Hit, Kind, NOT_FOUND, find, hidden, mask};
use jiff::civil::date;
use unicode_normalization::UnicodeNormalization;

use crate::support::attach::attach;
use crate::support::scratch;

/// Lines of papers, tables and lists in which no person's number is.
const INNOCENT: &str = include_str!("hidden/innocent.txt");

/// 15912345678.
const MOBILE: &[&str] = &[
    // Digits of other styles and scripts.
    "联系人：王某，１５９１２３４５６７８",
    "联系人：王某，159１２３４5678",
    "一五九一二三四五六七八",
    "张三一五九一二三四五六七八",
    "幺五九幺二三四五六七八",
    "壹伍玖壹贰叁肆伍陆柒捌",
    "1五9一2三4五6七8",
    "159一二三四5678",
    "①⑤⑨①②③④⑤⑥⑦⑧",
    "⑴⑸⑼⑴⑵⑶⑷⑸⑹⑺⑻",
    "⒈⒌⒐⒈⒉⒊⒋⒌⒍⒎⒏",
    "➀➄➈➀➁➂➃➄➅➆➇",
    "❶❺❾❶❷❸❹❺❻❼❽",
    "⓵⓹⓽⓵⓶⓷⓸⓹⓺⓻⓼",
    "㊀㊄㊈㊀㊁㊂㊃㊄㊅㊆㊇",
    "㈠㈤㈨㈠㈡㈢㈣㈤㈥㈦㈧",
    "⑮⑨⑫③④⑤⑥⑦⑧",
    "¹⁵⁹¹²³⁴⁵⁶⁷⁸",
    "₁₅₉₁₂₃₄₅₆₇₈",
    "𝟏𝟓𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
    "𝟷𝟻𝟿𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾",
    "١٥٩١٢٣٤٥٦٧٨",
    "१५९१२३४५६७८",
    "1️⃣5️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
    // Invisible text.
    "159\u{200b}1234\u{200b}5678",
    "1\u{200d}5\u{200d}9\u{200d}1\u{200d}2\u{200d}3\u{200d}4\u{200d}5\u{200d}6\u{200d}7\u{200d}8",
    "159\u{ad}1234\u{ad}5678",
    "159\u{feff}12345678",
    "159\u{2060}12345678",
    "\u{202d}15912345678\u{202c}",
    "1\u{336}5\u{336}9\u{336}1\u{336}2\u{336}3\u{336}4\u{336}5\u{336}6\u{336}7\u{336}8\u{336}",
    "159\u{7}12345678",
    "159\u{3164}12345678",
    // One separator between groups.
    "159 1234 5678",
    "159\u{a0}1234\u{a0}5678",
    "159\u{3000}1234\u{3000}5678",
    "159\u{2009}1234\u{2009}5678",
    "159-1234-5678",
    "159－1234－5678",
    "159–1234–5678",
    "159—1234—5678",
    "159——1234——5678",
    "159−1234−5678",
    "159 - 1234 - 5678",
    "159.1234.5678",
    "159．1234．5678",
    "159·1234·5678",
    "159•1234•5678",
    "159・1234・5678",
    "159/1234/5678",
    "159／1234／5678",
    "159\\1234\\5678",
    "159_1234_5678",
    "159__1234__5678",
    "159~1234~5678",
    "159:1234:5678",
    "159#1234#5678",
    "(159)12345678",
    "(159)1234-5678",
    "（159）1234 5678",
    "159（1234）5678",
    "【159】【1234】【5678】",
    "159[1234]5678",
    "电话159,1234,5678",
    "电话159，1234，5678",
    "电话：159、1234、5678",
    "电话：159, 1234, 5678",
    "电话|159|1234|5678|",
    "手机\t159\t1234\t5678",
    "联系王某159\n12345678",
    "联系王某159\n1234\n5678",
    "联系王某159\r\n1234\r\n5678",
    "联系王某159 \n  1234 5678",
    "电话159+1234+5678",
    "电话159=1234=5678",
    // Other groups.
    "手机159 12345678",
    "159-12345678",
    "159-123-45678",
    "手机159 123 45678",
    "1591-2345-678",
    "手机1591 2345 678",
    "1591234-5678",
    "15912-345678",
    "手机15 91 23 45 67 8",
    "手机15 912 345 678",
    "手机1-591-234-5678",
    "手机159 12 34 56 78",
    "1 5 9 1 2 3 4 5 6 7 8",
    "1-5-9-1-2-3-4-5-6-7-8",
    "1.5.9.1.2.3.4.5.6.7.8",
    "联系电话1、5、9、1、2、3、4、5、6、7、8",
    "一五九 一二三四 五六七八",
    "一-五-九-一-二-三-四-五-六-七-八",
    "① ⑤ ⑨ ① ② ③ ④ ⑤ ⑥ ⑦ ⑧",
    // Country codes.
    "+8615912345678",
    "+86 159 1234 5678",
    "+86-159-1234-5678",
    "008615912345678",
    "0086-15912345678",
    "(86)15912345678",
    "（+86）159 1234 5678",
    "86-15912345678",
    "8615912345678",
    "+86 159 12345678",
    "＋８６－１５９－１２３４－５６７８",
    // Markup, references, escapes.
    "159**1234**5678",
    "159*1234*5678",
    "159`1234`5678",
    "159\\*\\*12345678",
    "159\\-1234\\-5678",
    "&#49;&#53;&#57;&#49;&#50;&#51;&#52;&#53;&#54;&#55;&#56;",
    "&#x31;5912345678",
    "159&#8203;1234&#8203;5678",
    "159&nbsp;1234&nbsp;5678",
    "159&#45;1234&#45;5678",
    "159&#x2D;1234&#x2d;5678",
    "\\u0031\\u0035912345678",
    "\\x3159\\x312345678",
    "159\\u200b1234\\u{200b}5678",
    "159\\n1234\\n5678，电话",
    // Beside other things.
    "张三15912345678（李四代）",
    "①15912345678",
    "15912345678①",
    "附件一15912345678",
    "15912345678×2",
    "tel:15912345678",
    "sms:15912345678",
    "https://example.com/?tel=15912345678",
    "https://example.com/a?x=1&phone=15912345678#b",
    "files/15912345678.pdf",
    "张三_15912345678.docx",
    "15912345678@163.com",
    "微信：a，15912345678",
    "微信wx 15912345678",
];

/// 11010519491231002X.
const IDENTITY_X: &[&str] = &[
    "11010519491231002x",
    "11010519491231002Ｘ",
    "11010519491231002ｘ",
    "11010519491231002×",
    "11010519491231002Χ",
    "11010519491231002Х",
    "11010519491231002Ⅹ",
    "11010519491231002✕",
    "身份证：１１０１０５１９４９１２３１００２Ｘ",
    "110105 19491231 002X",
    "110105-19491231-002X",
    "110105 1949 1231 002X",
    "110105·19491231·002×",
    "1101 0519 4912 3100 2X",
    "11010519491231002 X",
    "11010519491231002-X",
    "110105\n19491231\n002X",
    "110105,19491231,002X",
    "110105\t19491231\t002X",
    "110105（19491231）002X",
    "110105\u{200b}19491231\u{200b}002X",
    "110105**19491231**002X",
    "一一〇一〇五一九四九一二三一〇〇二X",
    "王五一一〇一〇五一九四九一二三一〇〇二Ｘ",
    "①①⓪①⓪⑤①⑨④⑨①②③①⓪⓪②X",
    "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
    "1-1-0-1-0-5-1-9-4-9-1-2-3-1-0-0-2-X",
    "&#49;&#49;010519491231002&#88;",
    "1,110105,19491231,002X,女",
    "https://example.gov.cn/11010519491231002X",
];

/// 430682199001011237.
const IDENTITY: &[&str] = &[
    "430682 19900101 1237",
    "430682-19900101-1237",
    "430682.19900101.1237",
    "430682/19900101/1237",
    "430682_19900101_1237",
    "430682、19900101、1237",
    "430682|19900101|1237",
    "430682 199001011237",
    "430 682 1990 0101 1237",
    "4306 8219 9001 0112 37",
    "430682 1990-0101-1237",
    "四三〇六八二一九九〇〇一〇一一二三七",
    "四三○六八二一九九○○一○一一二三七",
    "肆叁零陆捌贰壹玖玖零零壹零壹壹贰叁柒",
    "430682一九九〇〇一〇一1237",
    "４３０６８２　１９９００１０１　１２３７",
    "𝟒𝟑𝟎𝟔𝟖𝟐𝟏𝟗𝟗𝟎𝟎𝟏𝟎𝟏𝟏𝟐𝟑𝟕",
    "430682\u{ad}199001011237",
    "430682&nbsp;19900101&nbsp;1237",
    "430682`19900101`1237",
    "(430682)(19900101)(1237)",
];

/// 110105491231002.
const OLD: &[&str] = &[
    "１１０１０５４９１２３１００２",
    "一一〇一〇五四九一二三一〇〇二",
    "1101054\u{200b}91231002",
    "身份证110105 491231 002",
    "身份证号110105-491231-002",
    "居民身份证：110105·49·12·31·002",
    "110105491231002（旧证）",
    "110105**491231**002",
    "①①⓪①⓪⑤④⑨①②③①⓪⓪②",
    "&#49;10105491231002",
];

/// 6222021234567890128.
const CARD: &[&str] = &[
    "６２２２０２１２３４５６７８９０１２８",
    "6222 0212 3456 7890 128",
    "6222-0212-3456-7890-128",
    "6222.0212.3456.7890.128",
    "6222·0212·3456·7890·128",
    "6222/0212/3456/7890/128",
    "6222_0212_3456_7890_128",
    "6222\u{a0}0212\u{a0}3456\u{a0}7890\u{a0}128",
    "（6222）0212（3456）7890（128）",
    "卡号6222,0212,3456,7890,128",
    "账号6222\n0212\n3456\n7890\n128",
    "卡号622202 1234567890128",
    "开户银行某行，622202 12345 67890 128",
    "卡号6 2 2 2 0 2 1 2 3 4 5 6 7 8 9 0 1 2 8",
    "六二二二〇二一二三四五六七八九〇一二八",
    "⑥②②②⓪②①②③④⑤⑥⑦⑧⑨⓪①②⑧",
    "6222**0212**3456**7890**128",
    "6222\u{200b}0212\u{200b}3456\u{200b}7890\u{200b}128",
    "&#54;222021234567890128",
    "https://example.com/pay?card=6222021234567890128",
];

/// 15912345678 in a paper, between whose digits there is markup.
const PAPER: &[&str] = &[
    "159[1234](https://www.gov.cn/2024/)5678",
    "[159](a.md)[1234](b.md)[5678](c.md)",
    "[159](https://www.gov.cn/) 1234 [5678](https://www.gov.cn/)",
    "159[1234][甲]5678\n\n[甲]: https://www.gov.cn/",
    "159![1234](a.png)5678",
    "[`159`](a.md)12345678",
    "159<!-- -->12345678",
    "159<!-- 2024 -->1234<!-- 2025 -->5678",
    "<b>159</b>12345678",
    "159<span>1234</span>5678",
    "159<br>1234<wbr>5678",
    "> 联系王某159\n> 12345678",
    "- 联系王某159\n  12345678",
    "联系王某159\\\n12345678",
    "***159***__1234__5678",
    "[拨打](tel:15912345678)",
    "[拨打](tel:159-1234-5678)",
    "[拨打](tel:%31%35%3912345678)",
    "[拨打](tel:+86%2015912345678)",
    "[拨打](tel:159&#49;2345678)",
    "<tel:15912345678>",
    "[文件](files/15912345678.pdf)",
    "[文件](a.md \"15912345678\")",
    "[网页](https://example.com/?phone=%3159%312345678)",
    "```\n15912345678\n```",
    "| 电话 |\n|---|\n| 15912345678 |",
    "[甲]: tel:15912345678",
];

#[test]
fn markup_does_not_hide_a_number() {
    let mut missed = String::new();
    for words in PAPER {
        let notice = format!(
            "---\n标题: 关于任务的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02\n---\n现通知如下：\n\n{words}\n"
        );
        let content = Content::of_texts(&[
            ("site.yaml", "名称: 某局政务公开\n"),
            ("offices.yaml", "股室: []\n"),
            ("栏目/column.yaml", "名称: 栏目\n"),
            ("栏目/通知/notice.md", &notice),
        ]);
        let (project, sources, _) = project(content, date(2024, 9, 1));
        let report = check::run(&project);
        let found = report.findings().iter().filter(|finding| finding.code.id == "P003");
        let found: Vec<&str> = found.map(|finding| finding.message.en.as_str()).collect();
        if found != ["a mobile number in a public text: 159******78"] {
            writeln!(missed, "{words:?}: {found:?}").unwrap();
        }
        let findings = Findings {
            report: &report,
            sources: &sources,
            lang: Lang::Zh,
            whole: Severity::Error,
            codes: &[],
            prefix: "",
        };
        let printed = anstream::adapter::strip_str(&print(Form::Human, &findings)).to_string();
        if printed.lines().any(|line| digits(line).contains("15912345678")) {
            writeln!(missed, "{words:?} is printed: {printed}").unwrap();
        }
    }
    assert_eq!(missed, "");
}

#[test]
fn every_way_of_the_table_is_found() {
    let kinds = [
        (MOBILE, Kind::Mobile, "159******78"),
        (IDENTITY_X, Kind::Identity18, "110*************2X"),
        (IDENTITY, Kind::Identity18, "430*************37"),
        (OLD, Kind::Identity15, "110**********02"),
        (CARD, Kind::BankCard, "6222*************28"),
    ];
    let mut missed = Vec::new();
    for (texts, kind, masked) in kinds {
        for text in texts {
            let hits = find(text);
            let seen: Vec<_> =
                hits.iter().map(|hit| (hit.kind, mask(hit.kind, &text[hit.range.clone()]))).collect();
            if seen != [(kind, masked.to_owned())] {
                missed.push(format!("{text:?}: {seen:?}"));
            }
            let shown = hidden(text);
            assert_eq!(shown.len(), text.len(), "{text}");
            // Nothing of the number is left, and what is left is no number.
            for Hit { range, .. } in hits {
                assert!(!shown[range].contains(|c: char| c.is_alphanumeric()), "{text:?}: {shown:?}");
            }
            assert_eq!(find(&shown), [], "{text:?}: {shown:?}");
        }
    }
    assert_eq!(missed, [""; 0]);
    let ways: usize = kinds.iter().map(|(texts, ..)| texts.len()).sum();
    assert!(ways >= 120, "{ways}");
}

/// The digits of a text in ASCII, by a way of our own.
fn digits(text: &str) -> String {
    let plain = text.nfkc().filter_map(|c| match c {
        '零' | '○' => Some('0'),
        '壹' | '幺' => Some('1'),
        _ => "〇一二三四五六七八九".chars().position(|han| han == c).map_or_else(
            || c.is_ascii_digit().then_some(c),
            |value| char::from_digit(u32::try_from(value).unwrap(), 10),
        ),
    });
    plain.collect()
}

/// A project with some words in its paper, in a cell in quotation marks, in one over several lines, in a field of the
/// notice, and in an attached file: how many places they are.
fn carried(words: &str, folder: &tempfile::TempDir) -> (Content, usize) {
    let quoted = serde_json::to_string(words).unwrap();
    let indented = words.replace("\r\n", "\n").replace('\n', "\n          ");
    let is_printable =
        !words.contains(|c: char| (c.is_control() || c == '\u{feff}') && c != '\n' && c != '\r');
    let block = if is_printable { format!("|-\n          {indented}") } else { quoted.clone() };
    let notice = format!(
        "---\n标题: 关于任务的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02\n内容概述: {quoted}\n\
         附件:\n  - {{表: tasks.yaml, 名称: 任务清单}}\n  - {{文件: files/a.txt, 名称: 登记表}}\n---\n现通知如下：{words}\n"
    );
    let tasks = format!(
        "表名: 任务清单\n列: [工作任务, 工作举措, 备注]\n任务:\n  - 名称: 执法\n    举措:\n      - 内容: {quoted}\n        备注: {block}\n"
    );
    let mut content = Content::of_texts(&[
        ("site.yaml", "名称: 某局政务公开\n"),
        ("offices.yaml", "股室: []\n"),
        ("栏目/column.yaml", "名称: 栏目\n"),
        ("栏目/通知/notice.md", &notice),
        ("栏目/通知/tasks.yaml", &tasks),
    ]);
    // An attached text is searched line by line.
    let lines = words.lines().count() == 1;
    attach(&mut content, folder.path(), "栏目/通知/files/a.txt", words);
    (content, if lines { 5 } else { 4 })
}

#[test]
fn every_way_is_found_everywhere_and_printed_nowhere() {
    let (mut missed, mut shown) = (String::new(), String::new());
    for (texts, number) in [
        (MOBILE, "15912345678"),
        (IDENTITY_X, "11010519491231002"),
        (IDENTITY, "430682199001011237"),
        (OLD, "110105491231002"),
        (CARD, "6222021234567890128"),
    ] {
        for words in texts {
            let folder = scratch();
            let (content, places) = carried(words, &folder);
            let (project, sources, mut report) = project(content, date(2024, 9, 1));
            report.append(check::run(&project));
            report.sort();
            let private = report
                .findings()
                .iter()
                .filter(|finding| finding.code.id.starts_with('P'))
                .collect::<Vec<_>>();
            if private.len() < places || private.iter().any(|finding| finding.severity != Severity::Error) {
                writeln!(missed, "{words:?}: {} of {places}", private.len()).unwrap();
            }
            let findings = Findings {
                report: &report,
                sources: &sources,
                lang: Lang::Zh,
                whole: Severity::Error,
                codes: &[],
                prefix: "",
            };
            let forms = [Form::Human, Form::Json, Form::Github, Form::Sarif];
            let printed = forms.map(|form| print(form, &findings)).into_iter();
            for text in printed.chain([findings_page(&report, &sources, Lang::Zh)]) {
                let text = anstream::adapter::strip_str(&text).to_string();
                let line = text.lines().find(|line| digits(line).contains(number));
                if line.is_some() || text.contains(words) {
                    writeln!(shown, "{words:?}: {line:?}").unwrap();
                }
            }
        }
    }
    assert_eq!(missed, "");
    assert_eq!(shown, "");
}

#[test]
fn what_is_knowingly_not_found_is_not_found() {
    for limit in NOT_FOUND {
        assert_eq!(find(limit.example), [], "found, so it is no limit any more: {}", limit.way.en);
    }
}

#[test]
fn innocent_lines_hold_no_number() {
    let lines: Vec<&str> = INNOCENT.lines().collect();
    assert!(lines.len() >= 100, "{}", lines.len());
    let found: Vec<_> = lines.iter().filter(|line| !find(&line.replace("\\t", "\t")).is_empty()).collect();
    assert_eq!(found, [&""; 0]);
    // As one text, too: lines are what is next to each other there.
    let hits = find(INNOCENT);
    let found: Vec<_> = hits.iter().map(|hit| &INNOCENT[hit.range.clone()]).collect();
    assert_eq!(found, [""; 0]);
}
