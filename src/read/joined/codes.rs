//! Every finding about joined sites, explained.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

/// Every finding that joining can make.
pub const CODES: &[&Code] = &[
    &NO_SITE,
    &BROKEN_LIST,
    &SAME_SITE,
    &LEADS_OUTSIDE,
    &OUTPUT_IN_SITE,
    &TOO_MUCH,
    &UNNAMED_SITE,
    &EXAMPLE_SITE,
];

/// 这里不是生成的网站。
pub const NO_SITE: Code = Code {
    id: "J001",
    name: "no-site",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "写的文件夹不存在，或者里面没有 data/index.json。",
            "A named folder does not exist, or has no data/index.json.",
        ),
        why: Words::new(
            "汇总读的是各单位公开的清单；没有清单，就不知道这个单位公开了什么。",
            "Joining reads the lists that bureaus publish; without its list nobody knows what a bureau has published.",
        ),
        example: "gongkai join 某局 --output sheng（应为 某局/output/site）",
        mend: Words::new(
            "写生成结果中 site 文件夹的路径；只生成了几种文件的，不带 --only 重新生成。",
            "Name the folder site of a build; if only some formats were made, build again without --only.",
        ),
    },
};

/// 网站的数据读不懂。
pub const BROKEN_LIST: Code = Code {
    id: "J002",
    name: "broken-site-data",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "data/index.json 或 data/site.json 不是应有的 JSON，或者其中的标题、日期不对。",
            "data/index.json or data/site.json is not the JSON that it should be, or a title or day in it is wrong.",
        ),
        why: Words::new(
            "缺几项的总目录会让人以为没有公开；宁可不汇总。",
            "A catalogue that lacks entries says that something was not published; none is better.",
        ),
        example: r#"{"标题": "关于……的通知", "网址": "../lan/tongzhi/index.html", "成文日期": "2025年"}"#,
        mend: Words::new(
            "用 gongkai build 重新生成这个网站，不要手工改 data 文件夹。",
            "Build that site again; do not edit its folder data by hand.",
        ),
    },
};

/// 同一个网站写了两次，或者两个网站同名。
pub const SAME_SITE: Code = Code {
    id: "J003",
    name: "same-site-twice",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "同一个文件夹写了两次，或者两个网站的“名称”相同。",
            "A folder is named twice, or two sites have the same 名称.",
        ),
        why: Words::new(
            "总目录按单位查找，同名的分不清；写了两次的，每一项都会出现两次。",
            "The catalogue is browsed by bureau: two of one name cannot be told apart, and a site named twice has every notice twice.",
        ),
        example: "gongkai join 某局/output/site 某局/output/site --output sheng",
        mend: Words::new(
            "删去重复的；确是两个单位的，在各自 site.yaml 的“名称”里写全称，如“甲县应急管理局政务公开”。",
            "Leave one out; if they are two bureaus, write their full names in 名称 of each site.yaml.",
        ),
    },
};

/// 清单里的网址不在这个网站里。
pub const LEADS_OUTSIDE: Code = Code {
    id: "J004",
    name: "leads-outside",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "清单里的网址指向别的网站、上级文件夹，或者没有这个网页。",
            "An address in a list leads to another site, to a folder above, or to a page that does not exist.",
        ),
        why: Words::new(
            "总目录是政府网站的一部分，不能把人带到来历不明的地方，也不能有打不开的链接。",
            "The catalogue is part of a government site: it may not lead people to places unknown, nor to pages that are not there.",
        ),
        example: r#""网址": "../../别的文件夹/index.html""#,
        mend: Words::new(
            "核对这个网站的“域名”，重新生成，把 site 文件夹复制完整。",
            "Check 域名 of that site, build it again, and copy the whole folder site.",
        ),
    },
};

/// 输出文件夹和单位的网站重叠。
pub const OUTPUT_IN_SITE: Code = Code {
    id: "J005",
    name: "output-in-site",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "输出文件夹在某个单位的网站里、包含它，或者放着一个单位生成的网站。",
            "The output folder lies in the site of a bureau, contains it, or holds the build of a bureau.",
        ),
        why: Words::new(
            "写入汇总时会删去输出文件夹里上次生成的文件，单位的网站就坏了。",
            "Writing removes what the last build left in the output folder, and that would be the site of the bureau.",
        ),
        example: "gongkai join 某局/output/site --output 某局/output",
        mend: Words::new("用 --output 写一个别处的文件夹。", "Name a folder elsewhere with --output."),
    },
};

/// 网站太多，或者数据太大。
pub const TOO_MUCH: Code = Code {
    id: "J006",
    name: "too-much-to-join",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "网站超过1万个，公开事项合计超过20万项，或者数据合计超过256 MiB。",
            "There are more than 10,000 sites, 200,000 notices or 256 MiB of lists.",
        ),
        why: Words::new(
            "上限使内存和时间可以预计，一个单位的坏数据不会拖垮全省的汇总。",
            "Limits keep memory and time foreseeable: bad data of one bureau must not stop the whole province.",
        ),
        example: "（一个单位的 data/index.json 有几个 GB）",
        mend: Words::new(
            "分成几次汇总，例如每个市州一次。",
            "Join them in several parts, such as one for each city.",
        ),
    },
};

/// 网站没有写明名称。
pub const UNNAMED_SITE: Code = Code {
    id: "J007",
    name: "unnamed-site",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "网站没有 data/site.json，单位名称用了文件夹的名称。",
            "A site has no data/site.json; it is called after its folder.",
        ),
        why: Words::new(
            "文件夹的名称往往是拼音或“site”，读者看不懂是哪个单位。",
            "The name of a folder is often pinyin or “site”, from which readers do not learn the bureau.",
        ),
        example: "（旧版生成的网站，只有 data/index.json）",
        mend: Words::new(
            "用新版的 gongkai 重新生成这个网站。",
            "Build that site again with a current gongkai.",
        ),
    },
};

/// 网站是示例。
pub const EXAMPLE_SITE: Code = Code {
    id: "J008",
    name: "example-site",
    severity: Severity::Warning,
    about: About {
        what: Words::new("整个网站标明是示例。", "A whole site is marked as an example."),
        why: Words::new(
            "示例的内容不是事实，不应计入公开了多少项。",
            "What an example says is no truth and should not be counted as published.",
        ),
        example: r#"{"名称": "某局政务公开", "示例": true}"#,
        mend: Words::new("正式汇总时不要写它。", "Leave it out of what is published."),
    },
};
