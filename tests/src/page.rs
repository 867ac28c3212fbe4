//! An answer of the portal, and what a visitor sees of it.

use http::{HeaderMap, StatusCode};

/// One answer.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body as text.
    pub html: String,
}

impl Page {
    /// A page with this body.
    #[must_use]
    pub fn of(html: &str) -> Self {
        Self { html: html.to_owned(), ..Self::default() }
    }

    /// A header; empty when it is not there.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    /// Where it leads; empty when it leads nowhere.
    #[must_use]
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// Whether it is a page for people.
    #[must_use]
    pub fn is_page(&self) -> bool {
        self.header("content-type").starts_with("text/html") && self.html.contains("<main")
    }

    /// The words that stand on it: no tags, no scripts, entities as characters, one space between words.
    #[must_use]
    pub fn words(&self) -> String {
        let mut text = String::new();
        let uncommented: String =
            self.html.split("<!--").enumerate().map(|(at, part)| if at == 0 { part } else { part.split_once("-->").map_or("", |(_, rest)| rest) }).collect();
        for part in uncommented.split('<') {
            let (tag, rest) = part.split_once('>').unwrap_or(("", part));
            let inline = ["strong", "span", "bdi", "/strong", "/span", "/bdi"].iter().any(|t| tag == *t || tag.starts_with(&format!("{t} ")));
            text.push_str(if inline { "" } else { " " });
            text.push_str(if tag.starts_with("script") || tag.starts_with("style") { "" } else { rest });
        }
        unescape(&text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether these words stand on it.
    #[must_use]
    pub fn shows(&self, words: &str) -> bool {
        self.words().contains(&words.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The first reference with this prefix: MD-XXXX-XXXX.
    #[must_use]
    pub fn reference(&self, prefix: &str) -> String {
        let words = self.words();
        let at = words.find(&format!("{prefix}-")).unwrap_or_else(|| panic!("no reference: {words}"));
        let found = &words[at..at + prefix.len() + 10];
        assert!(found[prefix.len()..].chars().all(|c| c == '-' || "23456789ABCDEFGHJKLMNPQRSTVWXYZ".contains(c)), "{found}");
        found.to_owned()
    }

    /// Every tag with this name, as it was written, without the brackets.
    pub fn tags<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let found = self.html.split('<').filter_map(|part| part.split_once('>')).map(|(tag, _)| tag);
        found.filter(move |tag| tag.split(|c: char| c.is_whitespace() || c == '/').next() == Some(name))
    }

    /// The value of the first form field with this name; empty when there is none.
    #[must_use]
    pub fn field(&self, name: &str) -> String {
        let mut fields = self.tags("input").chain(self.tags("button"));
        fields.find(|tag| attribute(tag, "name").as_deref() == Some(name)).and_then(|tag| attribute(tag, "value")).unwrap_or_default()
    }

    /// What stands in the first text area.
    #[must_use]
    pub fn text_area(&self) -> String {
        let area = self.html.split("<textarea").nth(1).and_then(|rest| rest.split_once('>')).map_or("", |(_, rest)| rest);
        let text = unescape(area.split("</textarea>").next().unwrap_or_default());
        // Browsers swallow the first line break.
        text.strip_prefix('\n').unwrap_or(&text).to_owned()
    }

    /// The values that are ticked in a list of choices.
    #[must_use]
    pub fn ticked(&self, name: &str) -> Vec<String> {
        let all = self.tags("input").filter(|tag| attribute(tag, "name").as_deref() == Some(name));
        all.filter(|tag| tag.split_whitespace().any(|w| w == "checked" || w.starts_with("checked="))).filter_map(|tag| attribute(tag, "value")).collect()
    }

    /// The first form on it that posts to this address, as a page of its own; empty when there is none.
    #[must_use]
    pub fn form(&self, address: &str) -> Self {
        let posts = |part: &&str| attribute(&format!(" {part}"), "action").as_deref() == Some(address);
        let form = self.html.split("<form").skip(1).find(posts).unwrap_or_default();
        Self::of(form.split("</form>").next().unwrap_or_default())
    }

    /// Whether a form on it posts to this address.
    #[must_use]
    pub fn posts_to(&self, address: &str) -> bool {
        self.tags("form").any(|tag| attribute(tag, "action").as_deref() == Some(address))
    }

    /// Every address that it links or posts to.
    #[must_use]
    pub fn addresses(&self) -> Vec<String> {
        let of = |tag: &'static str, name: &'static str| self.tags(tag).filter_map(move |t| attribute(t, name)).collect::<Vec<_>>();
        [of("a", "href"), of("form", "action"), of("link", "href"), of("img", "src")].concat()
    }
}

/// The value of an attribute of a tag.
#[must_use]
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| unescape(value))
}

/// Entities as the characters that they stand for.
#[must_use]
pub fn unescape(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'").replace("&#39;", "'");
    plain.replace("&nbsp;", " ").replace("&amp;", "&")
}
