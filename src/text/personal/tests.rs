#![allow(clippy::unwrap_used)]

mod random;

use super::*;

/// Kinds and texts of all hits.
fn seen(text: &str) -> Vec<(Kind, &str)> {
    let hits = find(text);
    hits.into_iter().map(|hit| (hit.kind, &text[hit.range])).collect()
}

fn assert_clean(texts: &[&str]) {
    for text in texts {
        assert_eq!(seen(text), [], "{text}");
    }
}

/// Each text's only hit is the part between 【 and 】; these two marks are removed first.
fn assert_found(kind: Kind, texts: &[&str]) {
    for marked in texts {
        let (before, rest) = marked.split_once('【').unwrap();
        let (number, after) = rest.split_once('】').unwrap();
        let text = format!("{before}{number}{after}");
        let range = before.len()..before.len() + number.len();
        assert_eq!(find(&text), [Hit { kind, range }], "{marked}");
    }
}

#[test]
fn identity_numbers_of_18() {
    assert_found(
        Kind::Identity18,
        &[
            "【11010519491231002X】",
            "【11010519491231002x】",
            "【440524188001010014】",
            "身份证【34052419800101001X】号",
            "身份证：【１１０１０５１９４９１２３１００２Ｘ】。",
            "【1101051949123100２ｘ】",
            "（【11010519491231002X】）",
            "1.【11010519491231002X】",
            "张三-【11010519491231002X】-01",
            "1,【11010519491231002X】,女",
        ],
    );
}

#[test]
fn identity_numbers_need_date_check_and_bounds() {
    assert_clean(&[
        "110105194912310021",
        "11010519491331002X",
        "440524188001010015",
        "11010519491231002",
        "A11010519491231002X",
        "11010519491231002XY",
        "111010519491231002X",
        "11010519491231002X１",
        "110105194902290013",
    ]);
}

#[test]
fn old_identity_numbers() {
    assert_found(
        Kind::Identity15,
        &["【110105491231002】", "旧证【340524800101001】。", "【820000991231１２３】"],
    );
    assert_clean(&[
        "100105491231002",
        "830105491231002",
        "160105491231002",
        "110105491331002",
        "110105490229002",
        "0.110105491231002",
        "1101054912310021",
        "a110105491231002",
    ]);
}

#[test]
fn mobile_numbers() {
    assert_found(
        Kind::Mobile,
        &[
            "【13800138000】",
            "联系人：张三【19912345678】（李四代）",
            "【138 0013 8000】",
            "【138-0013-8000】",
            "【138.0013.8000】",
            "【+8613800138000】",
            "【+86 13800138000】",
            "【+86-138-0013-8000】",
            "【86 138 0013 8000】",
            "【8613800138000】",
            "【0086 13800138000】",
            "【008613800138000】",
            "【+86138 0013 8000】",
            "【＋８６ １３８００１３８０００】",
            "【138　0013　8000】",
            "【138－0013－8000】",
            "(+86)【13800138000】",
            "0730-3720055/【13800138000】",
            "【13800138000】@163.com",
            "tel:【13800138000】",
            "[拨打](tel:【13800138000】)",
            "1 【13800138000】 2",
            "12-86 【13800138000】",
            "2 【138 0013 8000】 5",
            "电话【13800138000】.",
            "张三_【13800138000】.docx",
        ],
    );
    assert_eq!(seen("13800138000、13900139000").len(), 2);
    assert_eq!(seen("13800138000 13900139000/15012345678").len(), 3);
}

#[test]
fn not_mobile_numbers() {
    assert_clean(&[
        "12800138000",
        "1380013800",
        "138001380001",
        "a13800138000",
        "13800138000b",
        "138 00138000",
        "1380 013 8000",
        "138  0013  8000",
        "138 0013 80001",
        "3.13800138000",
        "13800138000.25",
        "000014349-13800138000",
        "13800138000-2",
        "13841729003/2017-00110",
        "13800138000元",
        "￥13800138000",
    ]);
}

#[test]
fn bank_cards() {
    assert_found(
        Kind::BankCard,
        &[
            "【4111111111111111】",
            "卡号【6222021234567890128】",
            "【6222 0212 3456 7890 128】",
            "【6222-0212-3456-7890-128】",
            "【4111 1111 1111 1111】",
            "【4111 1111 1111 1111】 2",
            "【3530111333300000】",
            "【５５５５５５５５５５５５４４４４】",
            "【9558820000000000006】",
        ],
    );
}

#[test]
fn not_bank_cards() {
    assert_clean(&[
        "4111111111111112",
        "499911111111111",
        "1111111111111117",
        "7992739871000004",
        "3411111111111110",
        "a4111111111111111",
        "41111111111111111111",
        "0.4111111111111111",
        "4111-1111-1111-1111-1",
        "4111 1111 1111 1111 2024",
        "2024 4111 1111 1111 1111",
        "4111  1111 1111 1111",
        "4111111111111111/2017-00110",
        "4111111111111111元",
    ]);
}

#[test]
fn codes_with_an_area_and_a_date_are_not_cards() {
    // One of any ten numbers in a row passes Luhn; none of these may be a card.
    for serial in 0..1000 {
        for code in [format!("44172920230101{serial:03}"), format!("44172920230101{serial:04}")] {
            let hits = find(&code);
            assert!(hits.iter().all(|hit| hit.kind != Kind::BankCard), "{code}");
        }
    }
}

#[test]
fn credit_codes_of_digits_alone_are_not_cards() {
    // 5 and 9 begin codes of societies and firms; the 18th digit makes the sum 0 mod 31.
    let mut luhn = 0;
    for serial in 0..100_000_u32 {
        let body = format!("913417290000{serial:05}");
        let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        let sum: u32 =
            body.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
        let check = (31 - sum % 31) % 31;
        if check < 10 {
            let code = format!("{body}{check}");
            luhn += u32::from(
                code.bytes()
                    .rev()
                    .enumerate()
                    .map(|(at, digit)| {
                        let digit = u32::from(digit - b'0') * (1 + u32::try_from(at % 2).unwrap());
                        digit / 10 + digit % 10
                    })
                    .sum::<u32>()
                    % 10
                    == 0,
            );
            assert_clean(&[&code]);
        }
    }
    assert!(luhn > 1000, "codes that would be cards by Luhn: {luhn}");
}

#[test]
fn official_numbers_are_left_alone() {
    assert_clean(&[
        "11341729003257952H",
        "91110000802100433B",
        "网站标识码 3417290002",
        "皖公网安备 34172902000123号",
        "皖ICP备05001234号-1",
        "000014349/2017-00110",
        "11341729003257952H/202301-00044",
        "6735597301/2021-1801120",
        "国办发〔2017〕47号",
        "国办秘函〔2019〕19号",
        "0730-3720055",
        "举报热线3720055、3769918",
        "12350 12345 110",
        "400-820-8820",
        "(0730) 3720055",
        "2024-08-01 2024年8月1日 20240801123456 2024-08-01 12:30:45",
        "1690000000000",
        "3.14159265358979",
        "0.341729202301010001",
        "ISBN 978-7-5093-1234-5 9787509312345",
        "GB/T 9704-2012",
    ]);
}

#[test]
fn numbers_in_web_addresses_are_left_alone() {
    assert_clean(&[
        "https://www.example.gov.cn/content/13800138000.html",
        "https://example.gov.cn/s?id=13800138000&p=4111111111111111",
        "见http://example.gov.cn/13800138000，下同",
        "(/content/article/13800138000)",
        "![图](../img/4111111111111111.png)",
        "www.example.gov.cn/13800138000",
        "example.gov.cn:8080/13800138000",
        "<a href=\"/zwgk/13800138000.htm\">公告</a>",
    ]);
    assert_found(
        Kind::Mobile,
        &[
            "https://example.gov.cn/a，电话【13800138000】",
            "https://example.gov.cn/a 【13800138000】",
            "【13800138000】/www.example.gov.cn/13900139000",
            "【13800138000】,http://example.gov.cn/13900139000",
            "联系人/【13800138000】",
            "/【13800138000】",
            "https://example.gov.cn/s?tel=【13800138000】&p=1",
        ],
    );
    assert_found(Kind::Identity18, &["https://example.gov.cn/【11010519491231002X】"]);
}

#[test]
fn hits_come_in_order() {
    let text = "张三 11010519491231002X 13800138000；卡 4111 1111 1111 1111，旧证110105491231002";
    let kinds: Vec<_> = find(text).into_iter().map(|hit| hit.kind).collect();
    assert_eq!(kinds, [Kind::Identity18, Kind::Mobile, Kind::BankCard, Kind::Identity15]);
}

#[test]
fn masks_hide_the_number() {
    let vectors = [
        (Kind::Identity18, "11010519491231002x", "110*************2X"),
        (Kind::Identity18, "１１０１０５１９４９１２３１００２Ｘ", "110*************2X"),
        (Kind::Identity15, "110105491231002", "110**********02"),
        (Kind::Mobile, "13800138000", "138******00"),
        (Kind::Mobile, "+86 138-0013-8000", "138******00"),
        (Kind::Mobile, "008613800138000", "138******00"),
        (Kind::BankCard, "6222 0212 3456 7890 128", "6222*************28"),
        (Kind::BankCard, "4111111111111111", "4111**********11"),
        (Kind::Mobile, "13800", "*****"),
        (Kind::BankCard, "", ""),
        (Kind::Identity18, "没有", ""),
    ];
    for (kind, text, masked) in vectors {
        assert_eq!(mask(kind, text), masked, "{text}");
    }
}

#[test]
fn megabytes_are_no_burden() {
    for digit in ["1", "１"] {
        assert_eq!(find(&digit.repeat(2_000_000)), [], "{digit}");
    }
    // A look ahead or back without a limit would take hours on these texts.
    let parts = [
        "1 ",
        "138 ",
        "1380-",
        "86 ",
        "0086-",
        "4111 1111 1111 ",
        "+",
        "X",
        "1.",
        "/",
        "a/",
        "://",
        "www.",
        "x.cn/",
        "1\u{200b}",
        "1\n",
        "(1)",
        "**1",
        "1×",
        "&#49;",
        "&",
        "\\",
        "\\u{",
        "[1](",
        "138,",
        "电话138,0013,",
    ];
    for part in parts {
        assert_eq!(find(&part.repeat(200_000 / part.len())), [], "{part}");
    }
    // Any eleven Chinese digits may be one: there are many, and each is looked at a few times.
    for part in ["一", "①", "〇〇一", "一 "] {
        let _ = find(&part.repeat(200_000 / part.len()));
    }
    assert_eq!(find(&"13800138000/".repeat(50_000)).len(), 50_000);
}
