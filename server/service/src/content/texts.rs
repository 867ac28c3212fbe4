//! Texts by key in every language on offer (Fluent).

use super::Source;
use crate::settings::Form;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

/// A language, and in Dutch the form of address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Locale {
    /// Language code, one of the codes on offer.
    pub language: &'static str,
    /// Whether Dutch says "je".
    pub familiar: bool,
}

/// Every language that content may hold: code, own name, whether it is written right to left.
const LANGUAGES: &[(&str, &str, bool)] = &[
    ("nl", "Nederlands", false),
    ("en", "English", false),
    ("ar", "العربية", true),
    ("uk", "Українська", false),
    ("ti", "ትግርኛ", false),
    ("tr", "Türkçe", false),
    ("pl", "Polski", false),
];

impl Locale {
    /// Dutch, as the municipality speaks it.
    #[must_use]
    pub const fn dutch(form: Form) -> Self {
        Self { language: "nl", familiar: matches!(form, Form::Je) }
    }

    /// The language with this code.
    #[must_use]
    pub fn parse(code: &str, form: Form) -> Option<Self> {
        let (language, ..) = LANGUAGES.iter().find(|(known, ..)| *known == code)?;
        Some(Self { language, familiar: *language == "nl" && form == Form::Je })
    }

    /// The language's name in itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        LANGUAGES.iter().find(|(code, ..)| *code == self.language).map_or(self.language, |(_, name, _)| name)
    }

    /// `rtl` or `ltr`.
    #[must_use]
    pub fn direction(self) -> &'static str {
        if LANGUAGES.iter().any(|(code, _, rtl)| *code == self.language && *rtl) { "rtl" } else { "ltr" }
    }

    /// The folder of the texts.
    pub(super) const fn folder(self) -> &'static str {
        match (self.familiar, self.language.as_bytes()) {
            (true, b"nl") => "nl-je",
            _ => self.language,
        }
    }
}

/// An argument of a text.
#[derive(Debug, Clone)]
pub enum Arg<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A number.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

type Bundle = FluentBundle<Arc<FluentResource>>;

/// The texts of every locale.
pub struct Texts {
    bundles: BTreeMap<Locale, Vec<Bundle>>,
    /// Keys of the calculator with the names of what comes in them.
    calculator: Vec<(String, Vec<String>)>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Texts({} locales)", self.bundles.len())
    }
}

impl Texts {
    /// Reads the texts of `languages` from `source`.
    ///
    /// # Errors
    /// Each file that is not valid Fluent, with its line.
    pub fn load(source: &Source, languages: &[String]) -> Result<Self, Vec<super::Finding>> {
        let mut bundles = BTreeMap::new();
        let mut findings = Vec::new();
        let dutch = ["nl".to_owned()];
        for code in languages.iter().chain(dutch.iter().filter(|_| !languages.iter().any(|l| l == "nl"))) {
            for form in [Form::U, Form::Je] {
                let Some(locale) = Locale::parse(code, form) else {
                    findings.push(super::Finding::new("", 0, format!("the language `{code}` is not known")));
                    continue;
                };
                let mut layers = vec![bundle(source, locale.folder(), code, &mut findings)];
                if locale.familiar {
                    layers.push(bundle(source, "nl", code, &mut findings));
                }
                bundles.entry(locale).or_insert(layers);
            }
        }
        let calculator = source.layers("nl").flat_map(|(_, text)| text.lines()).filter_map(pattern).collect();
        if findings.is_empty() { Ok(Self { bundles, calculator }) } else { Err(findings) }
    }

    /// The words of one locale; Dutch when it is not on offer.
    #[must_use]
    pub fn words(self: &Arc<Self>, locale: Locale) -> Words {
        let locale = if self.bundles.contains_key(&locale) { locale } else { Locale { language: "nl", familiar: false } };
        Words { texts: Arc::clone(self), locale, reader: Reader::Resident }
    }
}

/// Texts of the calculator begin with this; the page gets them all.
const CALCULATOR: &str = "calculator-";

/// The key of a line with a text of the calculator, and the names of its places.
fn pattern(line: &str) -> Option<(String, Vec<String>)> {
    let (key, text) = line.split_once(" = ").filter(|(key, _)| key.starts_with(CALCULATOR))?;
    let names = text.split("{ $").skip(1).filter_map(|rest| rest.split_once(" }")).map(|(name, _)| name.to_owned());
    Some((key.to_owned(), names.collect()))
}

fn bundle(source: &Source, folder: &str, code: &str, findings: &mut Vec<super::Finding>) -> Bundle {
    let language: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    for (name, text) in source.layers(folder) {
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let line = text.get(..error.pos.start).map_or(0, |before| before.lines().count());
                    findings.push(super::Finding::new(name, line, format!("not valid Fluent: {error}")));
                }
                resource
            }
        };
        bundle.add_resource_overriding(Arc::new(resource));
    }
    bundle
}

/// The words of one locale. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    texts: Arc<Texts>,
    /// Which locale.
    pub locale: Locale,
    reader: Reader,
}

/// Who reads the pages of a resident: where a text has words for them, it has an attribute with those.
#[derive(Clone)]
enum Reader {
    /// Everybody else.
    Resident,
    /// A caseworker: `.desk`.
    Desk,
    /// A helper of the resident with this name: `.helping`, in which it is `$resident`.
    Helper(Arc<str>),
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({:?})", self.locale)
    }
}

impl Words {
    /// The words for a caseworker who fills in with or for a resident: the attribute `.desk` where a text has one.
    #[must_use]
    pub fn at_desk(self) -> Self {
        Self { reader: Reader::Desk, ..self }
    }

    /// The words for a helper of the resident who is called `name`: the attribute `.helping` where a text has one.
    #[must_use]
    pub fn helping(self, name: &str) -> Self {
        Self { reader: Reader::Helper(name.into()), ..self }
    }

    /// The text with this key.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text with this key, with arguments filled in.
    #[must_use]
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(key, None, args).unwrap_or_else(|| missing(key, self.locale))
    }

    /// An attribute of a text.
    #[must_use]
    pub fn attr(&self, key: &str, attribute: &str) -> String {
        self.attr_with(key, attribute, &[])
    }

    /// An attribute of a text, with arguments filled in.
    #[must_use]
    pub fn attr_with(&self, key: &str, attribute: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(key, Some(attribute), args).unwrap_or_else(|| missing(&format!("{key}.{attribute}"), self.locale))
    }

    /// The text or attribute, if there is one.
    #[must_use]
    pub fn find(&self, key: &str, attribute: Option<&str>, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let reader = if attribute.is_some() { &Reader::Resident } else { &self.reader };
        let own = match reader {
            Reader::Resident => None,
            Reader::Desk => self.pattern(key, Some("desk"), args),
            Reader::Helper(name) => {
                let named: Vec<(&str, Arg<'_>)> = args.iter().cloned().chain([("resident", name.as_ref().into())]).collect();
                self.pattern(key, Some("helping"), &named)
            }
        };
        own.or_else(|| self.pattern(key, attribute, args))
    }

    fn pattern(&self, key: &str, attribute: Option<&str>, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let bundles = self.texts.bundles.get(&self.locale)?;
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            match value {
                Arg::Text(text) => fluent.set(*name, FluentValue::from(text.as_ref())),
                Arg::Number(number) => fluent.set(*name, FluentValue::from(*number)),
            }
        }
        bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(key)?;
            let pattern = match attribute {
                None => message.value()?,
                Some(name) => message.get_attribute(name)?.value(),
            };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&fluent), &mut errors);
            (errors.is_empty()).then(|| text.into_owned())
        })
    }
}

impl Words {
    /// The texts of the calculator by key without its beginning, with `{name}` where something comes.
    #[must_use]
    pub fn of_calculator(&self) -> BTreeMap<String, String> {
        let text = |(key, names): &(String, Vec<String>)| {
            let places: Vec<(&str, Arg<'_>)> = names.iter().map(|name| (name.as_str(), Arg::from(format!("{{{name}}}")))).collect();
            (key.strip_prefix(CALCULATOR).unwrap_or(key).to_owned(), self.with(key, &places))
        };
        self.texts.calculator.iter().map(text).collect()
    }
}

/// A missing text is our fault and shows as its key; tests prove that there is none.
fn missing(key: &str, locale: Locale) -> String {
    tracing::error!(key, language = locale.language, "text missing");
    key.to_owned()
}
