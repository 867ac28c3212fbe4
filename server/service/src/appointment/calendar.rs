//! A calendar file (RFC 5545): plain lines, escaped and folded.

use chrono::DateTime;
use std::fmt::Write as _;

/// One entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The same for every version of this entry.
    pub uid: String,
    /// When it begins, in milliseconds.
    pub starts_at: i64,
    /// How long, in minutes.
    pub minutes: i64,
    /// Its title.
    pub title: String,
    /// Where.
    pub place: String,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// One more at each change.
    pub version: i64,
}

/// The longest line, in bytes without its end.
const LINE: usize = 75;

fn utc(millis: i64) -> String {
    DateTime::from_timestamp_millis(millis).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as a value: what has a meaning in the format is escaped.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\r', "").replace('\n', "\\n")
}

/// A line, folded after 75 bytes and never inside a letter.
fn line(out: &mut String, name: &str, value: &str) {
    let mut width = 0;
    for c in format!("{name}:{value}").chars() {
        if width + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// A calendar with these entries, made at `now`.
#[must_use]
pub fn calendar(entries: &[Entry], now: i64) -> String {
    let mut out = String::new();
    for (name, value) in [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//Meedoen//NL"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")] {
        line(&mut out, name, value);
    }
    for entry in entries {
        let mut number = String::new();
        let _ = write!(number, "{}", entry.version);
        let status = if entry.cancelled { "CANCELLED" } else { "CONFIRMED" };
        let lines = [
            ("BEGIN", "VEVENT".to_owned()),
            ("UID", format!("{}@meedoen", entry.uid)),
            ("DTSTAMP", utc(now)),
            ("DTSTART", utc(entry.starts_at)),
            ("DTEND", utc(entry.starts_at + entry.minutes * 60_000)),
            ("SUMMARY", escaped(&entry.title)),
            ("LOCATION", escaped(&entry.place)),
            ("STATUS", status.to_owned()),
            ("SEQUENCE", number),
            ("CLASS", "PRIVATE".to_owned()),
            ("END", "VEVENT".to_owned()),
        ];
        for (name, value) in lines {
            line(&mut out, name, &value);
        }
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(title: &str, place: &str) -> Entry {
        Entry { uid: "u".into(), starts_at: 1_795_424_400_000, minutes: 30, title: title.into(), place: place.into(), cancelled: false, version: 2 }
    }

    #[test]
    fn an_entry_has_what_calendars_ask() {
        let text = calendar(&[entry("Afspraak", "Oude Enghweg 23, Hilversum")], 0);
        for line in [
            "BEGIN:VCALENDAR",
            "DTSTART:20261123T090000Z",
            "DTEND:20261123T093000Z",
            "LOCATION:Oude Enghweg 23\\, Hilversum",
            "SEQUENCE:2",
            "STATUS:CONFIRMED",
            "END:VCALENDAR",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line}: {text}");
        }
        assert!(calendar(&[Entry { cancelled: true, ..entry("a", "b") }], 0).contains("STATUS:CANCELLED\r\n"));
    }

    #[test]
    fn no_text_breaks_out_of_its_line_and_no_line_is_too_long() {
        let text = calendar(&[entry("a\r\nATTENDEE:evil;b,c\\d", &"é".repeat(200))], 0);
        assert!(text.contains("SUMMARY:a\\nATTENDEE:evil\\;b\\,c\\\\d\r\n"), "{text}");
        assert!(text.split("\r\n").all(|line| line.len() <= LINE));
        assert!(text.replace("\r\n ", "").contains(&"é".repeat(200)), "unfolded it is whole");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    }
}
