//! Known limits of the search, printed in the rule reference. Tests prove that each is true and that the book is current.

use crate::text::message::Words;

/// A form of numbers that is not found.
#[derive(Debug)]
pub struct Limit {
    /// The form.
    pub way: Words,
    /// A text with a number in this form.
    pub example: &'static str,
}

const fn limit(zh: &'static str, en: &'static str, example: &'static str) -> Limit {
    Limit { way: Words::new(zh, en), example }
}

/// Every form of numbers that is known not to be found.
pub const NOT_FOUND: &[Limit] = &[
    limit("用字母代替数字", "letters in place of digits", "159O2345678"),
    limit(
        "只有第一位或最后一位写成汉字、圈码",
        "only the first or last digit in Chinese or in a circle",
        "一5912345678",
    ),
    limit("用汉字隔开", "Chinese characters between the groups", "159转1234转5678"),
    limit(
        "两组之间有两个空格或者几种符号",
        "two spaces, or several marks, between groups",
        "159  1234  5678",
    ),
    limit("分在两段、表格的几格里", "spread over paragraphs or cells of a table", "| 159 | 1234 | 5678 |"),
    limit(
        "用逗号、顿号、制表符或者换行隔开，附近又没有“电话”之类的词：一行数字也是这样写的",
        "commas, tabs or ends of lines between groups, and no word such as 电话 nearby: rows of figures are written so",
        "159、1234、5678",
    ),
    limit(
        "不按常见位数分组，附近又没有“电话”“卡号”“身份证”之类的词",
        "unusual groups, and no word such as 电话, 卡号 or 身份证 nearby",
        "15 91 23 45 67 8",
    ),
    limit(
        "后面是“元”“万”“亿”，或者前面是“￥”",
        "followed by 元, 万 or 亿, or preceded by ￥",
        "15912345678元",
    ),
    limit(
        "与别的字母、数字连在一起，或者是编号、小数的一部分",
        "part of a longer word, code or decimal",
        "15912345678-2",
    ),
    limit(
        "网址里的手机号、银行卡号，参数名看不出是什么的：网页编号也有这么多位",
        "a mobile number or card in a web address, unless a parameter's name tells: pages have numbers as long",
        "https://www.example.com/15912345678.html",
    ),
    limit("链接以外用百分号编码的", "percent-encoding outside of links", "%31%35912345678"),
    limit("倒着写", "written backwards", "87654321951"),
    limit("用拼音、外文、算式说出", "told in words or as a sum", "yao wu jiu yao er san si wu liu qi ba"),
    limit("校验位不对的身份证号码", "an identity number with a wrong check digit", "110105194912310021"),
    limit(
        "分组书写、出生在 1900 年以前的身份证号码",
        "an identity number in groups with a birth before 1900",
        "440524 18800101 0014",
    ),
    limit(
        "16 位以下的银行卡号，校验位不对的银行卡号",
        "a card of fewer than 16 digits, or with a wrong check digit",
        "622202123456789",
    ),
    limit("护照等其他证件的号码", "passports and other papers", "护照 E12345678"),
    limit("境外的电话号码，座机号码", "numbers of other countries, and landlines", "+852 6123 4567"),
    limit("姓名、住址、车牌", "names, addresses, number plates", "张某，某路1号"),
];
