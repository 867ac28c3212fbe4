//! The words of one language, as content has them, with `{name}` where something comes.

use rules::Cents;

/// The words that the pages use. The server takes them from content; the browser from the page.
#[derive(Debug, Clone, Default)]
pub struct Words {
    language: String,
    /// In the order of their keys. A map would be larger in the browser than all of this file.
    texts: Vec<(String, String)>,
}

impl Words {
    /// Words in `language` (`nl`, `en`): texts by key, in the order of the keys.
    #[must_use]
    pub fn new(language: &str, texts: Vec<(String, String)>) -> Self {
        debug_assert!(texts.is_sorted_by(|one, next| one.0 < next.0));
        Self { language: language.to_owned(), texts }
    }

    /// Reads what [`Words::lines`] wrote.
    #[must_use]
    pub fn parse(language: &str, lines: &str) -> Self {
        let texts = lines.lines().filter_map(|line| line.split_once('=')).map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
        Self::new(language, texts)
    }

    /// All words as lines, for the page.
    #[must_use]
    pub fn lines(&self) -> String {
        let mut lines = String::new();
        for (key, text) in &self.texts {
            lines.push_str(key);
            lines.push('=');
            lines.push_str(text);
            lines.push('\n');
        }
        lines
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether there is a text `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// The text `key`; the key itself when content lacks it, which a test forbids.
    #[must_use]
    pub fn t<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    fn find(&self, key: &str) -> Option<&str> {
        let at = self.texts.binary_search_by(|(known, _)| known.as_str().cmp(key)).ok()?;
        self.texts.get(at).map(|(_, text)| text.as_str())
    }

    /// The text `key` with its places filled.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut rest = self.t(key);
        let mut text = String::with_capacity(rest.len() + 16);
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let Some((name, tail)) = after.split_once('}') else { break };
            text.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
            rest = tail;
        }
        text.push_str(rest);
        text
    }

    fn english(&self) -> bool {
        self.language == "en"
    }

    /// Whole numbers with marks between the thousands: `1.234`, in English `1,234`.
    #[must_use]
    pub fn whole(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut text = String::with_capacity(digits.len() + 3);
        if number < 0 {
            text.push('-');
        }
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(if self.english() { ',' } else { '.' });
            }
            text.push(digit);
        }
        text
    }

    /// An amount to the cent: `€ 1.234,56`, in English `€1,234.56`. The space does not break.
    #[must_use]
    pub fn money(&self, amount: Cents) -> String {
        let (sign, euros, cents) = (if amount.0 < 0 { "-" } else { "" }, amount.0.abs() / 100, amount.0.abs() % 100);
        let (space, mark) = if self.english() { ("", '.') } else { ("\u{a0}", ',') };
        format!("{sign}€{space}{}{mark}{cents:02}", self.whole(euros))
    }

    /// An amount in whole euros, for a sentence: rounded to 5 euros, half up, without its sign.
    #[must_use]
    pub fn about(&self, amount: Cents) -> String {
        self.whole(to_five(amount).abs())
    }

    /// Hours as people write them: `16`, `16,5`.
    #[must_use]
    pub fn hours(&self, hours: rules::Hours) -> String {
        self.decimal(hours.0)
    }

    /// A number in hundredths, without zeros at the end.
    #[must_use]
    pub fn decimal(&self, hundredths: i64) -> String {
        let mark = if self.english() { '.' } else { ',' };
        let (whole, rest) = (self.whole(hundredths / 100), hundredths.abs() % 100);
        match (rest, rest % 10) {
            (0, _) => whole,
            (_, 0) => format!("{whole}{mark}{}", rest / 10),
            _ => format!("{whole}{mark}{rest:02}"),
        }
    }

    /// A rate as people write it: `25%`, `13,73%`.
    #[must_use]
    pub fn rate(&self, rate: rules::Rate) -> String {
        let mark = if self.english() { '.' } else { ',' };
        let (whole, rest) = (rate.0 / 1000, rate.0 % 1000);
        let fraction = format!("{rest:03}");
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() { format!("{whole}%") } else { format!("{whole}{mark}{fraction}%") }
    }

    /// A month: `november 2026`.
    #[must_use]
    pub fn month(&self, year: u32, month: u32) -> String {
        format!("{} {year}", self.t(&format!("month-{month}")))
    }

    /// A day: `1 juli 2026`.
    #[must_use]
    pub fn day(&self, day: rules::Day) -> String {
        format!("{} {}", day.day_of_month(), self.month(day.year(), day.month()))
    }
}

/// The nearest 5 euros, a half upwards, in whole euros.
#[must_use]
pub fn to_five(amount: Cents) -> i64 {
    (amount.0 + 250).div_euclid(500) * 5
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::{Hours, Rate};

    fn words(language: &str) -> Words {
        Words::parse(language, "a=Werkt u {hours} uur? Dan {amount}.\nb=x=y")
    }

    #[test]
    fn places_are_filled_and_lines_read_back() {
        let words = words("nl");
        assert_eq!(words.with("a", &[("hours", "8"), ("amount", "{hours}")]), "Werkt u 8 uur? Dan {hours}.");
        assert_eq!((words.t("b"), words.t("c")), ("x=y", "c"));
        assert_eq!(Words::parse("nl", &words.lines()).lines(), words.lines());
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        let (nl, en) = (words("nl"), words("en"));
        assert_eq!((nl.money(Cents(123_456)), en.money(Cents(123_456))), ("€\u{a0}1.234,56".to_owned(), "€1,234.56".to_owned()));
        assert_eq!((nl.money(Cents(-5)), nl.money(Cents(0))), ("-€\u{a0}0,05".to_owned(), "€\u{a0}0,00".to_owned()));
        assert_eq!((nl.hours(Hours(1650)), nl.hours(Hours(800)), en.hours(Hours(1625))), ("16,5".to_owned(), "8".to_owned(), "16.25".to_owned()));
        assert_eq!((nl.rate(Rate(25_000)), nl.rate(Rate(13_730)), en.rate(Rate(6_398))), ("25%".to_owned(), "13,73%".to_owned(), "6.398%".to_owned()));
        assert_eq!([0, 249, 250, 749, -249, -250, -251, -751].map(|c| to_five(Cents(c))), [0, 0, 5, 5, 0, 0, -5, -10]);
        assert_eq!(nl.whole(1_234_567), "1.234.567");
    }
}
