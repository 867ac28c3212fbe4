//! The calculator without scripts: the page comes back with the next screen, nothing is kept, no amount is in an address.

use tests::page::attribute;
use tests::{Client, Engine, Page, TestApp, on_both_engines};

on_both_engines!(
    somebody_answers_and_sees_what_is_left,
    wrong_answers_stay_with_the_reason_beside_them,
    nothing_is_kept_and_nothing_stands_in_an_address,
    another_language_takes_the_answers_along,
    what_cannot_be_calculated_is_said,
    plans_are_compared,
    schemes_of_the_municipality_stand_beside_the_answer,
);

const AT: &str = "/calculator";

/// Every field that a browser would post from the calculator's form, as it stands.
fn fields(page: &Page) -> Vec<(String, String)> {
    let form = page.html.split("data-calculator").nth(1).unwrap().split("</form>").next().unwrap();
    let form = Page::of(form);
    let value = |tag: &str| attribute(tag, "value").unwrap_or_default();
    form.tags("input")
        .filter(|tag| !matches!(attribute(tag, "type").as_deref(), Some("radio" | "checkbox")) || tag.contains(" checked"))
        .filter_map(|tag| Some((attribute(tag, "name")?, value(tag))))
        .collect()
}

/// The page as somebody sees it: without the words that only a script reads.
fn seen(mut page: Page) -> Page {
    if let (Some(from), Some(to)) = (page.html.find("<template"), page.html.find("</template>")) {
        page.html.replace_range(from..to, "");
    }
    page
}

/// Types `typed` into the form of `page` and presses the button `go`.
async fn press(client: &mut Client, page: &Page, go: &str, typed: &[(&str, &str)]) -> Page {
    let mut form: Vec<(String, String)> = fields(page).into_iter().filter(|(name, _)| !typed.iter().any(|(other, _)| other == name)).collect();
    form.extend(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    form.push(("go".to_owned(), go.to_owned()));
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let next = seen(client.post(AT, &form).await);
    assert_eq!(next.status, 200, "{}", next.words());
    next
}

const WALK: &[&[(&str, &str)]] = &[
    &[("household", "alone")],
    &[("age", "27")],
    &[("children", "1")],
    &[("child_1", "6")],
    &[("home", "rent"), ("rent", "€ 612,30")],
    &[("hours", "8")],
    &[("plan", "12")],
    &[("wage", "15,20")],
    &[("housemates", "0")],
    &[("months", "some"), ("months_used", "2")],
    &[("letter", "none")],
    &[("childcare", "none")],
    &[("savings", "under")],
];

async fn walk(client: &mut Client, until: usize) -> Page {
    let opening = client.open(AT).await;
    let mut page = press(client, &opening, "begin", &[]).await;
    for typed in &WALK[..until] {
        page = press(client, &page, "next", typed).await;
    }
    page
}

async fn somebody_answers_and_sees_what_is_left(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut anybody = app.stranger();
    let page = walk(&mut anybody, WALK.len()).await;
    // 25% of the extra wage while letter n lasts: four hours at 15.20.
    assert!(page.shows("Werkt u 12 uur? Dan houdt u ongeveer 70 euro per maand meer over."), "{}", page.words());
    assert!(page.shows("€\u{a0}612,30 per maand") && page.shows("Participatiewet art. 31 lid 2 sub n"));
    assert!(page.shows("Binnen 2 weken.") && page.shows("Dit is een schatting, geen besluit."));
    // Back and change lead to the question, with what was typed.
    let rent = press(&mut anybody, &page, "change-home", &[]).await;
    assert!(rent.shows("Wat betaalt u aan huur?"));
    assert_eq!((rent.field("rent"), rent.ticked("home")), ("€ 612,30".to_owned(), vec!["rent".to_owned()]));
    let again = press(&mut anybody, &rent, "next", &[("rent", "500")]).await;
    assert!(again.shows("€\u{a0}500,00 per maand") && again.shows("Werkt u 12 uur?"), "back at the answer at once");
    let back = walk(&mut anybody, 5).await;
    assert!(press(&mut anybody, &back, "back", &[]).await.shows("Wat betaalt u aan huur?"));
}

/// After how many answers, what is typed then, the field that is wrong, and what it says.
type Wrong = (usize, &'static [(&'static str, &'static str)], &'static str, &'static str);

async fn wrong_answers_stay_with_the_reason_beside_them(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut anybody = app.stranger();
    let cases: [Wrong; 8] = [
        (0, &[], "household", "Kies een antwoord."),
        (1, &[("age", "pension")], "age", "Met AOW gelden andere regels."),
        (3, &[("child_1", "18")], "child_1", "Een kind van 18 jaar of ouder telt hier niet mee."),
        (4, &[("home", "rent"), ("rent", "50000")], "rent", "Vul €\u{a0}5.000,00 of minder in."),
        (5, &[("hours", "-1")], "hours", "Vul 0 of meer in."),
        (5, &[("hours", "61")], "hours", "Vul 60 of minder in."),
        (7, &[("wage", "veel")], "wage", "Vul alleen een bedrag in, zoals 14,99."),
        (7, &[("wage", "")], "wage", "Vul een bedrag in. Of kies \"Weet ik niet\"."),
    ];
    for (at, typed, field, message) in cases {
        let before = walk(&mut anybody, at).await;
        let page = press(&mut anybody, &before, "next", typed).await;
        assert!(page.html.contains(&format!("id=\"{field}-error\"")), "{field}: {}", page.words());
        assert!(page.words().matches(&message.replace('\u{a0}', " ")).count() >= 2, "{message} in the summary and beside the field: {}", page.words());
        assert!(page.html.contains("<title>Fout: "), "{field}");
        if let Some((name, value)) =
            typed.last().filter(|(name, _)| page.tags("input").any(|tag| attribute(tag, "name").as_deref() == Some(name) && tag.contains("type=\"text\"")))
        {
            assert_eq!(page.field(name), *value, "what was typed is still there");
        }
    }
    // A wage below the minimum is said, and used.
    let mut low = WALK.to_vec();
    low[7] = &[("wage", "12")];
    let mut page = walk(&mut anybody, 0).await;
    for typed in low {
        page = press(&mut anybody, &page, "next", typed).await;
    }
    assert!(page.shows("Dit uurloon is lager dan het minimumloon van €\u{a0}14,99.") && page.shows("€\u{a0}12,00 per uur"));
}

async fn nothing_is_kept_and_nothing_stands_in_an_address(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    let before = app.contents().await;
    let page = walk(&mut henk, WALK.len()).await;
    assert_eq!(app.contents().await, before);
    assert_eq!(page.header("cache-control"), "no-store");
    for address in page.addresses() {
        assert!(!address.contains("612") && !address.contains("rent="), "{address}");
    }
    assert!(!tests::log::text().contains("612,30"), "nothing of it in the log");
    // Only the hours may stand in a link.
    let linked = henk.open("/calculator?hours=24&rent=700").await;
    let answer = press(&mut henk, &linked, "answer", &[]).await;
    assert!(answer.shows("24 uur") && !answer.shows("700"));
}

async fn another_language_takes_the_answers_along(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut anybody = app.stranger();
    let page = walk(&mut anybody, WALK.len()).await;
    let english = press(&mut anybody, &page, "", &[("language", "en")]).await;
    assert!(english.shows("If you work 12 hours, you have about 70 euros a month more left."), "{}", english.words());
    assert!(seen(anybody.open(AT).await).shows("Does working more pay off?"), "the language stays");
    let unknown = press(&mut anybody, &page, "", &[("language", "xx")]).await;
    assert!(unknown.shows("Does working more pay off?") || unknown.shows("If you work"));
}

async fn what_cannot_be_calculated_is_said(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut anybody = app.stranger();
    // Nothing told: everything takes the less favourable value, and says so.
    let empty = seen(anybody.post(AT, &[("step", "answer"), ("go", "answer")]).await);
    assert!(empty.shows("Werkt u 8 uur?") && empty.shows("Misschien houdt u ongeveer"), "{}", empty.words());
    // Nonsense is the opening or the same question, never a fault.
    for form in [vec![("go", "next")], vec![("step", "nowhere"), ("go", "next")], vec![("unknown", "x")]] {
        assert!(seen(anybody.post(AT, &form).await).shows("Loont meer werken?"), "{form:?}");
    }
    let script = anybody.post(AT, &[("step", "hours"), ("go", "next"), ("hours", "<script>alert(1)</script>")]).await;
    assert!(!script.html.contains("<script>alert"), "typed text is escaped");
    let long = "9".repeat(40_000);
    assert_eq!(anybody.post(AT, &[("hours", &long)]).await.status, 413);
}

async fn plans_are_compared(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut anybody = app.stranger();
    let page = walk(&mut anybody, WALK.len()).await;
    let three = press(&mut anybody, &page, "show", &[("plan", "8"), ("plan_2", "16"), ("plan_3", "24")]).await;
    assert!(three.shows("Uw plannen naast elkaar") && three.shows("Over van elke euro extra loon"));
    let wrong = press(&mut anybody, &page, "show", &[("plan_2", "veel")]).await;
    assert!(wrong.shows("Vul alleen een getal in, zoals 16 of 16,5.") && !wrong.shows("Nu en straks"));
    let more = press(&mut anybody, &page, "more", &[]).await;
    assert!(more.shows("Werkt u 13 uur?"));
}

async fn schemes_of_the_municipality_stand_beside_the_answer(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut anybody = app.stranger();
    let start = seen(anybody.open(AT).await);
    let words = app.dutch();
    let page = press(&mut anybody, &start, "example", &[]).await;
    assert!(page.shows(&words.t("scheme-iit")) && page.shows(&words.attr("scheme-iit", "text")));
    assert!(page.shows(&words.t("calculator-scheme-within")));
    assert!(page.shows(&words.t("calculator-scheme-unknown")), "amounts that nobody filled in are not made up");
    let page = press(&mut anybody, &page, "show", &[("plan", "40")]).await;
    assert!(page.shows(&words.t("calculator-scheme-above")) && !page.shows(&words.t("calculator-scheme-within")));
}
