//! Web addresses of sites, and hosts of links.

use crate::text::link::encoded;

/// The web address of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// `https://www.example.gov.cn/zwgk/`, always with a slash at the end.
    whole: String,
    /// Byte at which the path begins.
    path_at: usize,
}

impl Address {
    /// Parses `www.example.gov.cn/zwgk` or `https://www.example.gov.cn/zwgk/`; the default scheme is https.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) if ["http", "https"].contains(&scheme) => (scheme, rest),
            Some(_) => return None,
            None => ("https", text),
        };
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (name, port) = authority.split_once(':').unwrap_or((authority, "80"));
        let good_port = (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit());
        let good_path = path.chars().all(|c| c.is_ascii_alphanumeric() || "-._~%/".contains(c));
        if !is_host(name) || !good_port || !good_path {
            return None;
        }
        let front = format!("{scheme}://{authority}");
        let folders = path.split('/').filter(|part| !part.is_empty());
        let whole = std::iter::once(front.as_str()).chain(folders).collect::<Vec<_>>().join("/");
        Some(Self { path_at: front.len(), whole: whole + "/" })
    }

    /// `www.example.gov.cn`, with the port if there is one.
    #[must_use]
    pub fn host(&self) -> &str {
        let from = self.whole.find("://").map_or(0, |at| at + 3);
        &self.whole[from..self.path_at]
    }

    /// `/zwgk/`: the address relative to the host.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.whole[self.path_at..]
    }

    /// The absolute address of a file in the folder.
    #[must_use]
    pub fn of(&self, path: &str) -> String {
        format!("{}{}", self.whole, encoded(path))
    }
}

/// The host of a web link, in lower case and without the port; `None` for any other link.
#[must_use]
pub fn host(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once(':')?;
    if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return None;
    }
    // Browsers read a backslash as a slash.
    let rest = rest.trim_start_matches(['/', '\\']);
    let authority = rest.split(['/', '\\', '?', '#']).next()?;
    let authority = authority.rsplit('@').next()?;
    let name = authority.split(':').next()?;
    Some(name.trim_end_matches('.').to_lowercase())
}

/// Whether a host is a domain or a subdomain of it.
#[must_use]
pub fn is_within(host: &str, domain: &str) -> bool {
    let domain = domain.to_lowercase();
    host.strip_suffix(domain.as_str()).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// Whether a text is a host name with a dot, possibly in Chinese.
#[must_use]
pub fn is_host(text: &str) -> bool {
    let good = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    text.contains('.') && text.split('.').all(good)
}

#[cfg(test)]
mod tests {
    use super::{Address, host, is_within};

    #[test]
    fn a_section_has_a_host_and_a_path() {
        for text in ["www.a.gov.cn/zwgk", "https://www.a.gov.cn/zwgk/", " https://www.a.gov.cn//zwgk"] {
            let address = Address::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((address.host(), address.path()), ("www.a.gov.cn", "/zwgk/"));
            assert_eq!(address.of("甲/index.html"), "https://www.a.gov.cn/zwgk/%E7%94%B2/index.html");
        }
        let address = Address::parse("http://localhost.localdomain:8080").expect("an address");
        assert_eq!((address.host(), address.path()), ("localhost.localdomain:8080", "/"));
        assert_eq!(address.of(""), "http://localhost.localdomain:8080/");
        assert!(Address::parse("应急.政务.cn").is_some());
        for wrong in [
            "",
            "政务公开",
            "ftp://a.gov.cn",
            "www.a.gov.cn/x y",
            "a..cn",
            "www.a.gov.cn?x",
            "a.cn:x",
            "//a.cn",
        ] {
            assert_eq!(Address::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_host_is_what_the_browser_takes_for_it() {
        for url in ["https://A.cn/x", "HTTP://a.cn:80?x", "https://u@a.cn.#x", "https:\\\\a.cn\\x"] {
            assert_eq!(host(url).as_deref(), Some("a.cn"), "{url}");
        }
        assert_eq!(host("https://www.gov.cn@evil.cn/").as_deref(), Some("evil.cn"));
        for url in ["mailto:a@b.cn", "a/b.html", "#x", "tel:12345"] {
            assert_eq!(host(url), None, "{url}");
        }
    }

    #[test]
    fn a_host_lies_in_its_domain_only() {
        assert!(is_within("www.hunan.gov.cn", "gov.cn") && is_within("gov.cn", "GOV.cn"));
        assert!(!is_within("notgov.cn", "gov.cn") && !is_within("gov.cn.evil.com", "gov.cn"));
    }
}
