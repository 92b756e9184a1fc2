//! L006: a 域名 that is not a web address, or a 可信域名 that is not a host.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::address::{Address, is_host};
use crate::text::message::Words;

/// 域名写法不对.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L006",
    name: "site-address",
    severity: Severity::Warning,
    about: About {
        what: Words::new("域名的写法不对，认不出网址。", "A 域名 is not a web address."),
        why: Words::new(
            "订阅源、站点地图、“网站找错”和错误页里的链接都以域名开头；写错了，这些链接打不开，或者根本不生成。",
            "The feed, the sitemap, the link to report mistakes and the 404 page begin with it; with a wrong one they lead nowhere or are not made.",
        ),
        example: "域名: 某县政务公开网",
        mend: Words::new("域名: www.example.gov.cn/zwgk", "域名: www.example.gov.cn/zwgk"),
    },
};

fn check(project: &Project, report: &mut Report) {
    let site = &project.site;
    if let Some(domain) = site.domain.as_ref().filter(|domain| !domain.value.trim().is_empty()) {
        let text = &domain.value;
        if Address::parse(text).is_none() {
            let message = message!("“{text}”不是网址", "{text:?} is no address");
            report.push(Diagnostic::new(&CODE, domain.span, message).help(message!(
                "写成“www.example.gov.cn/zwgk”的样子；网址以 http:// 开头的，连同它一起写",
                "write it like `www.example.gov.cn/zwgk`, with http:// if it begins so"
            )));
        }
    }
    for domain in site.trusted.iter().filter(|domain| !is_host(domain.value.trim())) {
        let text = &domain.value;
        let message = message!("“{text}”不是域名", "{text:?} is no domain");
        report.push(Diagnostic::new(&CODE, domain.span, message).help(message!(
            "只写域名，不写“https://”和后面的路径，例如“xinhuanet.com”",
            "write the domain alone, without https:// and path, like `xinhuanet.com`"
        )));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn site(lines: &str) -> String {
        printed(&["L006"], &[("site.yaml", &format!("名称: 某局政务公开\n{lines}\n"))])
    }

    #[test]
    fn points_at_what_is_no_address() {
        crate::testing::assert_snapshot!(
            site("域名: 某局政务公开网\n可信域名: [people.com.cn, https://xinhuanet.com/]"),
            snapbox::str![[r#"
警告[L006]: “某局政务公开网”不是网址
 --> content/site.yaml:2:5
  |
2 | 域名: 某局政务公开网
  |       ^^^^^^^^^^^^^^
  |
建议: 写成“www.example.gov.cn/zwgk”的样子；网址以 http:// 开头的，连同它一起写

警告[L006]: “https://xinhuanet.com/”不是域名
 --> content/site.yaml:3:23
  |
3 | 可信域名: [people.com.cn, https://xinhuanet.com/]
  |                           ^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 只写域名，不写“https://”和后面的路径，例如“xinhuanet.com”
"#]]
        );
    }

    #[test]
    fn addresses_and_hosts() {
        for right in
            ["域名: www.a.gov.cn", "域名: https://www.a.gov.cn/zwgk/", "域名:", "可信域名: people.com.cn"]
        {
            assert_eq!(site(right), "", "{right}");
        }
    }
}
