//! Markup in every field of every server function: shown as words wherever it comes out, on pages, in files and in documents.

use super::{Scene, fields, told};
use crate::table::{CALLS, Call};
use std::collections::{BTreeMap, BTreeSet};
use tests::page::unescape;
use tests::{Engine, Page, on_sqlite};

on_sqlite!(markup_in_any_field_stays_words);

/// Ends an attribute, a text area, a script, a comment and a line, and then does what it should not.
fn evil(number: usize) -> String {
    format!("\"'></textarea></script>--><script>alert({number})</script><img src=x onerror=alert({number})>\" onfocus=alert({number}) forged=")
}

/// Short enough for a name.
fn short(number: usize) -> String {
    format!("\"><script>alert({number})//")
}

/// The name of every attribute of every tag, as a browser takes a page apart.
fn attributes(html: &str) -> BTreeSet<String> {
    let (mut names, mut rest) = (BTreeSet::new(), html);
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        // From here to the end of the tag: names, and values in quotes or bare.
        rest = rest.trim_start_matches(|c: char| !c.is_whitespace() && c != '>');
        while let Some(more) = rest.trim_start().strip_prefix(|c: char| c != '>') {
            let text = rest.trim_start();
            let end = text.find(|c: char| c == '=' || c == '>' || c.is_whitespace()).unwrap_or(text.len());
            names.insert(text[..end].to_ascii_lowercase());
            rest = if end == 0 { more } else { &text[end..] };
            let Some(value) = rest.strip_prefix('=') else { continue };
            rest = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).map_or("", |(_, rest)| rest),
                _ => value.trim_start_matches(|c: char| !c.is_whitespace() && c != '>'),
            };
        }
    }
    names
}

#[test]
fn an_attribute_that_breaks_out_is_found() {
    let names = |html: &str| attributes(html).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(names("<a href=\"x > y\" class=z>\" onfocus=1 <b hidden>"), "class hidden href");
    assert_eq!(names("<input value=\"\" onfocus=alert(1) forged=\"\">"), "forged onfocus value");
}

/// Nothing became markup. Gives the numbers that are there to read.
fn words_only(page: &Page, at: &str) -> BTreeSet<usize> {
    for markup in ["<script>alert", "<img", "--><script", "</textarea></script>"] {
        assert!(!page.html.contains(markup), "{at}: {markup}: {}", page.html);
    }
    let forged: Vec<String> = attributes(&page.html).into_iter().filter(|name| name.starts_with("on") || name == "forged").collect();
    assert!(forged.is_empty(), "{at}: {forged:?}: {}", page.html);
    let text = unescape(&page.html);
    text.split("<script>alert(").skip(1).filter_map(|rest| rest.split([')', '/']).next()?.parse().ok()).collect()
}

/// What a document or file shows of it: numbers in words, and nothing that a reader runs.
fn harmless(address: &str, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for active in ["/JavaScript", "/JS ", "/Launch", "/OpenAction", "/SubmitForm", "/EmbeddedFile"] {
        assert!(!text.contains(active), "{address}: {active}");
    }
    if address.ends_with(".ics") {
        let known =
            |line: &&str| line.starts_with(' ') || line.split([':', ';']).next().is_some_and(|name| name.bytes().all(|b| b.is_ascii_uppercase() || b == b'-'));
        assert!(text.split("\r\n").filter(|line| !line.is_empty()).all(|line| known(&line)), "{text}");
        assert_eq!(text.matches("BEGIN:VEVENT").count(), text.matches("END:VEVENT").count());
    }
}

/// What comes out again somewhere as it was written: words of somebody's own, and what was not right and waits to be mended.
const WORDS: &[(&str, &str)] = &[
    ("/api/access/reason", "reason"),
    ("/api/agreement/could-not", "could_not"),
    ("/api/agreement/line", "goal_title"),
    ("/api/agreement/line", "text"),
    ("/api/agreement/look-back", "words"),
    ("/api/agreement/keep", "typed"),
    ("/api/agreement/steps", "step_1"),
    ("/api/answer/keep", "text"),
    ("/api/appointment/make", "about"),
    ("/api/appointment/make", "day"),
    ("/api/appointment/make", "time"),
    ("/api/calculation/save", "age"),
    ("/api/calculation/save", "hours"),
    ("/api/calculation/save", "household"),
    ("/api/calculation/save", "plan"),
    ("/api/group/reply", "reply"),
    ("/api/helper/invite", "agreement"),
    ("/api/helper/join", "code"),
    ("/api/helper/join", "name"),
    ("/api/helper/object", "objection"),
    ("/api/helper/together", "with"),
    ("/api/helping/contact", "day"),
    ("/api/helping/contact", "minutes"),
    ("/api/profile/keep", "called"),
    ("/api/request/send", "phone"),
    ("/api/resident/invite", "bsn"),
    ("/api/resident/invite", "first_name"),
    ("/api/resident/invite", "last_name"),
    ("/api/resident/invite", "phone"),
    ("/api/review/ask", "message"),
    ("/api/review/group", "group_reason"),
    ("/api/review/note", "note"),
    ("/api/rights/decide-erasure", "why"),
    ("/api/work/find", "find"),
];

async fn markup_in_any_field_stays_words(engine: Engine) {
    let scene = Scene::start(engine).await;
    let (mut number, mut typed, mut seen, mut looked) = (1_000, BTreeMap::new(), BTreeSet::new(), 0);
    let ends = |call: &&Call| call.path.ends_with("/discard") || call.path.ends_with("/withdraw");
    for call in CALLS.iter().filter(|call| !ends(call)).chain(CALLS.iter().filter(ends)) {
        let form = scene.form(call);
        for at in 0..form.len() {
            for who in call.allowed {
                for write in [evil, short] {
                    number += 1;
                    typed.insert(number, (call.path, form[at].0.split('[').next().unwrap_or_default().to_owned()));
                    let mut forged = form.clone();
                    forged[at].1 = write(number);
                    let mut client = scene.browser(*who);
                    let page = client.post(call.path, &fields(&forged)).await;
                    assert!(!page.status.is_server_error(), "{} {}: {}", call.path, form[at].0, page.words());
                    seen.extend(words_only(&page, call.path));
                    if page.status == 303 {
                        seen.extend(words_only(&client.get(page.location()).await, page.location()));
                        looked += 1;
                    }
                }
            }
        }
    }
    for (address, allowed) in scene.personal() {
        for who in allowed {
            let mut client = scene.browser(*who);
            if address.rsplit('/').next().is_some_and(|name| name.contains('.')) {
                harmless(&address, &client.bytes(&address).await);
            } else {
                seen.extend(words_only(&client.get(&address).await, &address));
            }
            looked += 1;
        }
    }
    let shown: BTreeSet<(&str, &str)> = seen.iter().filter_map(|number| typed.get(number)).map(|(path, field)| (*path, field.as_str())).collect();
    assert_eq!(shown, WORDS.iter().copied().collect(), "what somebody wrote is there to read; a new field with words gets a row in WORDS: {shown:?}");
    told("fields with markup", typed.len(), 380);
    told("pages and files looked at for it", looked, 250);
}
