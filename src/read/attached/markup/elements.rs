//! Elements and attributes that run a program or load a file from elsewhere.

use crate::message;
use crate::read::attached::found::Found;
use crate::read::attached::markup::declaration::encoding;
use crate::read::attached::markup::language::Language;
use crate::read::attached::markup::style;
use crate::read::attached::markup::tags::Tag;

/// Elements that run something or bring in another document.
const RUNNING: &[&str] = &[
    "applet",
    "base",
    "embed",
    "foreignobject",
    "form",
    "frame",
    "frameset",
    "handler",
    "iframe",
    "import",
    "listener",
    "object",
    "portal",
    "script",
];

/// Attributes from which a page loads something by itself.
const LOADING: &[&str] =
    &["src", "srcset", "poster", "background", "data", "code", "archive", "lowsrc", "dynsrc"];

/// Reports a tag that runs a program or loads a file from elsewhere.
pub(super) fn check(language: Language, tag: &Tag, found: &mut Found) {
    if tag.is_closing {
        return;
    }
    let name = tag.name.as_str();
    if RUNNING.contains(&name) {
        found.active("", message!("“{name}”元素", "an element {name:?}"));
    }
    let refreshes = |(key, value): &(String, String)| {
        key == "http-equiv" && !value.to_lowercase().starts_with("content-")
    };
    if name == "meta" && tag.attributes.iter().any(refreshes) {
        found.active(
            "",
            message!("自动跳转或改变设置的 meta 元素", "a meta element that redirects or changes settings"),
        );
    }
    for (key, value) in &tag.attributes {
        attribute(language, name, key, value, found);
    }
}

fn attribute(language: Language, name: &str, key: &str, value: &str, found: &mut Found) {
    if key.len() > 2 && key.starts_with("on") {
        found.active("", message!("事件属性“{key}”", "an event attribute {key:?}"));
    }
    if key == "srcdoc" {
        found.active("", message!("嵌入的网页", "an embedded page"));
    }
    if key == "style" || value.contains('\\') || value.to_lowercase().contains("url") {
        style::check(value, found);
    }
    if key == "charset" {
        encoding(value, found);
    }
    // Browsers pass over white space and control characters in an address.
    let address: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let address = address.to_lowercase();
    if ["javascript:", "vbscript:", "livescript:"].iter().any(|scheme| address.contains(scheme)) {
        found.active("", message!("以程序作为链接", "a link that is a program"));
    } else if address.contains("data:")
        && !style::is_image(&address)
        && address.split(';').any(|part| part.starts_with("data:"))
    {
        found.active("", message!("以数据作为链接（data:）", "a link that is data (data:)"));
    } else if is_outside(language, name, key, &address) {
        found.active("", style::outside());
    }
}

/// Whether an attribute loads a file from elsewhere.
fn is_outside(language: Language, name: &str, key: &str, address: &str) -> bool {
    if address.is_empty() || address.starts_with('#') || style::is_image(address) {
        return false;
    }
    match language {
        Language::Svg => key == "href" || LOADING.contains(&key) || key == "base",
        Language::Html => {
            (LOADING.contains(&key) || name == "link" && key == "href") && is_elsewhere(address)
        }
        Language::Xml | Language::Text => false,
    }
}

fn is_elsewhere(address: &str) -> bool {
    address.contains("//")
}
