//! The page of all amounts: what stands on a day, what changed, and days that are none. For everybody, without scripts.

use tests::page::attribute;
use tests::{Client, Engine, Page, TestApp, on_both_engines};

on_both_engines!(
    the_amounts_of_a_day_are_there_with_their_law_and_source,
    what_changed_is_a_table,
    days_that_cannot_be_shown_are_named_beside_their_field,
    days_without_amounts_are_said_plainly,
    in_english_names_stay_dutch,
);

const AMOUNTS: &str = "/calculator/parameters";

/// The row of a parameter, as words.
fn row(page: &Page, id: &str) -> String {
    let mark = format!(">{id}</code>");
    let row = page.html.split("<tr").find(|row| row.contains(&mark)).unwrap_or_else(|| panic!("{id} stands there"));
    Page::of(&format!("<tr{row}")).words()
}

async fn open(client: &mut Client, query: &str) -> Page {
    client.open(&format!("{AMOUNTS}{query}")).await
}

async fn the_amounts_of_a_day_are_there_with_their_law_and_source(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut anybody = app.stranger();
    let page = open(&mut anybody, "").await;
    assert!(page.shows("Bedragen op 23 november 2026"), "today by the clock of the service");
    assert_eq!(page.field("date"), "23-11-2026");
    let norm = row(&page, "pw.norm.single_21_aow");
    assert!(norm.contains("€ 1.419,46 per maand, met 5% vakantiegeld"), "{norm}");
    assert!(norm.contains("Participatiewet (BWBR0015703) art. 21 sub a 1 juli 2026 Zeker BWBR0015703 text 2026-07-01"), "{norm}");
    let maximum = row(&page, "pw.vrijl.n.max");
    assert!(maximum.contains("289 per maand") && maximum.contains("Berekend"), "{maximum}");
    assert!(row(&page, "hvs.kwijtschelding").contains("Onbekend"));
    assert!(row(&page, "ak.4.rate").contains("\u{2212}6,510%"));
    let of_march = open(&mut anybody, "?date=2026-03-01").await;
    assert!(row(&of_march, "pw.vrijl.n.max").contains("285,00 per maand"));
    // Every amount that the law crate has, once, and as many as the page says.
    let day = rules::Day::parse("2026-03-01").unwrap();
    let own = app.service.content.schemes.standing_on(day).count();
    let there = rules::parameter_diff::standing_on(day).filter(|row| rules::Subject::of(row.id) != rules::Subject::Local).count() + own;
    assert!(own > 3);
    assert_eq!(of_march.html.matches("</code>").count(), there);
    assert!(of_march.shows(&format!("Op deze dag gelden {there} bedragen.")));
    // The list leads to headings that are there.
    let links: Vec<String> = page.addresses().into_iter().filter(|a| a.starts_with('#') && a != "#main").collect();
    assert_eq!(links.len(), 12);
    assert!(links.iter().all(|link| page.html.contains(&format!("id=\"{}\"", &link[1..]))), "{links:?}");
}

async fn what_changed_is_a_table(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut anybody = app.stranger();
    let page = open(&mut anybody, "").await;
    let link = "/calculator/parameters?date=2026-07-01&before=2026-01-01";
    assert!(page.addresses().iter().any(|a| a == link), "{:?}", page.addresses());
    let page = anybody.open(link).await;
    assert!(page.shows("Veranderd van 1 januari 2026 naar 1 juli 2026"));
    assert_eq!((page.field("date").as_str(), page.field("before").as_str()), ("1-7-2026", "1-1-2026"));
    // The first table with the parameter is the one of changes.
    let maximum = row(&page, "pw.vrijl.n.max");
    assert!(maximum.contains("285,00 per maand") && maximum.contains("289 per maand"), "{maximum}");
    assert!(page.shows("Was Wordt"));
    let typed = open(&mut anybody, "?date=1-1-2027&before=1/7/2026").await;
    assert!(row(&typed, "pw27.34a.months").contains("Geen bedrag 12 maanden"), "{}", row(&typed, "pw27.34a.months"));
    assert!(typed.shows("De rekenhulp gebruikt dan de bedragen van 1 juli 2026."), "a projection is said");
    let same = open(&mut anybody, "?date=2026-06-30&before=2026-01-01").await;
    assert!(same.shows("Er is geen bedrag veranderd of nieuw."));
}

async fn days_that_cannot_be_shown_are_named_beside_their_field(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut anybody = app.stranger();
    let page = open(&mut anybody, "?date=31-6-2026&before=%3Cscript%3E").await;
    assert_eq!((page.field("date").as_str(), page.field("before").as_str()), ("31-6-2026", "<script>"), "what was typed stays");
    for (field, words) in [("date", "\"31-6-2026\" is geen dag. Schrijf de dag zo: 1-7-2026"), ("before", "\"<script>\" is geen dag.")] {
        let input = page.tags("input").find(|tag| attribute(tag, "id").as_deref() == Some(field)).unwrap();
        assert!(input.contains("aria-invalid=\"true\"") && input.contains(&format!("{field}-error")), "{input}");
        assert!(page.shows(words), "{}", page.words());
    }
    assert!(page.html.contains("<title>Fout: ") && !page.shows("Bedragen op"));
    let late = open(&mut anybody, "?date=2026-07-01&before=2026-07-01").await;
    assert!(late.shows("Kies een dag die eerder is dan 1 juli 2026"));
}

async fn days_without_amounts_are_said_plainly(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut anybody = app.stranger();
    for query in ["?date=2030-01-01", "?date=1-7-2026&before=2025-12-31", "?date=2025-12-31"] {
        let page = open(&mut anybody, query).await;
        let day = if query.contains("2030") { "1 januari 2030" } else { "31 december 2025" };
        assert!(page.shows(&format!("Geen bedragen op {day}")), "{query}: {}", page.words());
        assert!(page.shows("Er zijn alleen bedragen van 1 januari 2026 tot en met 31 december 2027."));
        assert!(!page.html.contains("</code>"), "{query} shows no amount");
    }
}

async fn in_english_names_stay_dutch(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut anybody = app.stranger();
    anybody.post("/session/language", &[("language", "en"), ("back", AMOUNTS)]).await;
    let page = open(&mut anybody, "?date=2026-07-01").await;
    let norm = row(&page, "pw.norm.couple_21_aow");
    assert!(norm.contains("2,027.79 per month, with 5% holiday pay") && norm.contains("1 July 2026 Certain"), "{norm}");
    assert!(page.html.contains("<span lang=\"nl\">norm gehuwden beiden 21-AOW</span>"));
}
