//! What one side says reaches the other, and what a page says is so: complaints, remarks, looking back, whose turn it is.

use domain::agreement::{Party, Text};
use tests::app::{MINUTE, id};
use tests::bond::line_of;
use tests::{Bond, Engine, Page, TestApp, on_both_engines};

on_both_engines!(
    the_home_says_what_comes_first,
    a_complaint_stands_until_the_resident_takes_it_back,
    what_stands_typed_goes_with_every_button,
    a_change_is_taken_back_with_one_tap,
    a_choice_is_told_as_chosen_and_not_as_sent,
    what_is_odd_is_asked_before_it_is_sent,
    a_municipality_that_cannot_says_why_and_when,
    what_was_let_go_is_not_done,
    looking_back_is_about_what_is_due_and_reaches_the_other_side,
    a_step_is_over_when_it_happened,
    whose_turn_it_is_says_the_same_everywhere,
    who_asked_for_a_talk_reads_that_they_asked,
    the_moved_goal_takes_its_place,
    what_is_far_away_is_for_later,
    a_caseworker_finds_where_to_talk_and_what_was_answered,
    the_dossier_shows_promises_once_there_are_any,
    a_talk_at_an_odd_hour_is_asked_about,
    history_names_the_line,
    what_is_in_another_language_is_said,
    haste_that_passed_is_said_as_late,
);

const DAY: i64 = 24 * 60 * MINUTE;

async fn agreed(app: &TestApp) -> (Bond, Text) {
    let mut bond = app.bond().await;
    bond.propose().await;
    bond.agree(app).await;
    let text = app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    (bond, text)
}

fn home() -> String {
    format!("/r/{}", id("henk"))
}

fn journey() -> String {
    format!("/r/{}/journey", id("henk"))
}

/// What stands in the card of the next step.
fn card(page: &Page) -> String {
    let html = page.html.split("class=\"md-next\"").nth(1).and_then(|rest| rest.split("</section>").next()).unwrap_or_default();
    Page::of(&format!("<p {html}")).words()
}

async fn the_home_says_what_comes_first(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut bond = app.bond().await;
    assert!(card(&bond.henk.open(&home()).await).contains("Uw antwoorden zijn verstuurd"));
    bond.propose().await;
    let page = bond.henk.open(&home()).await;
    assert!(card(&page).contains("Geef antwoord op het voorstel U kunt nadenken tot en met 30 november 2026."), "{}", page.words());
    bond.agree(&app).await;
    let slot = [("resident", id("henk")), ("way", "phone"), ("day", "1 12 2026"), ("time", "14:30"), ("minutes", "30"), ("about", ""), ("form_key", "k")];
    bond.daan.submit("/api/appointment/make", &slot).await;
    let page = bond.henk.open(&home()).await;
    assert!(card(&page).contains("Ik neem mijn brieven mee"), "the own line that is due first: {}", page.words());
    assert!(page.shows("Gesprek op dinsdag 1 december 2026 om 14:30") && !page.shows("De gemeente is te laat"), "{}", page.words());
    app.clock.advance(40 * DAY);
    assert!(app.sign_in("henk").await.open(&home()).await.shows("De gemeente is te laat met iets. Kijk wat."));
}

async fn a_complaint_stands_until_the_resident_takes_it_back(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (_, text) = agreed(&app).await;
    // The municipality talks about debts by 7 December.
    app.clock.advance(15 * DAY);
    let mut bond = app.bond().await;
    let soonest = text.lines.iter().filter(|l| l.doer == Party::Municipality).min_by_key(|l| l.due).unwrap().id.clone();
    let page = bond.henk.open(&journey()).await;
    assert!(page.shows("Zeg dat dit niet gebeurde"), "one tap from the journey: {}", page.words());
    let said = bond.resident_does("mark", &[("line", &soonest), ("mark", "not_done")]).await;
    assert!(said.shows("U zei op 8 december dat de gemeente dit niet deed.") && said.shows("De gemeente is te laat."), "{}", said.words());
    assert!(bond.henk.open(&journey()).await.shows("U zei dat dit niet gebeurde."));
    app.clock.advance(DAY);
    let mut bond = app.bond().await;
    bond.municipality_does("mark", &[("line", &soonest), ("mark", "busy")]).await;
    bond.municipality_does("mark", &[("line", &soonest), ("mark", "done")]).await;
    let page = bond.henk.open(&bond.own()).await;
    assert!(page.shows("U zei op 8 december dat de gemeente dit niet deed."), "the tap of the other side takes nothing away: {}", page.words());
    assert!(page.shows("De gemeente zei op 9 december: Klaar"), "both are said, with their day: {}", page.words());
    let work = bond.daan.open(&bond.work()).await;
    assert!(work.shows("De inwoner zei op 8 december dat de gemeente dit niet deed."), "{}", work.words());
    let list = bond.daan.open("/work/promises?show=team").await;
    assert!(list.shows("Volgens inwoner niet gedaan Te laat Klaar"), "the one does not take the other's place: {}", list.words());
    let back = bond.resident_does("mark", &[("line", &soonest), ("mark", "done_after_all")]).await;
    assert!(!back.shows("dat de gemeente dit niet deed") && back.shows("Gedaan op 9 december, 2 dagen te laat"), "{}", back.words());
    assert!(!back.shows("De gemeente is te laat."), "done is done: {}", back.words());
}

async fn what_stands_typed_goes_with_every_button(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = app.bond().await;
    bond.municipality_does("start", &[("chosen[]", "pair-course")]).await;
    // A day to look back that was typed, and then the button that sends.
    let send = |day: &'static str| [("number", "0"), ("revision", "1"), ("typed[think]", "7"), ("typed[asks_day]", "yes"), ("typed[look_back]", day)];
    let wrong = bond.municipality_does("send", &send("1 1 2020")).await;
    assert!(
        wrong.shows(&app.dutch().t("problem-past")) && wrong.field("typed[look_back]") == "1 1 2020",
        "nothing is sent, nothing is lost: {}",
        wrong.words()
    );
    bond.municipality_does("send", &send("1 6 2027")).await;
    let version = app.agreement("henk", "henk").await.proposed().unwrap().version.clone();
    assert_eq!(version.text.look_back.map(|day| day.to_string()).as_deref(), Some("2027-06-01"));
    let page = bond.henk.open(&bond.own()).await;
    assert!(page.shows("Wij kijken samen terug op 1 juni 2027.") && page.shows("Geeft u geen antwoord? Dan is er niets afgesproken."), "{}", page.words());
    let (ours, own) = (line_of(&version.text, Party::Municipality, 0), line_of(&version.text, Party::Resident, 0));
    bond.answers(1, &ours, "talk").await;
    let remark = format!("typed[remarks][line-{ours}]");
    let answer = format!("{own}:agree");
    // An answer to another line, with the remark still in its field.
    bond.resident_does("answer", &[("number", "1"), ("answer", &answer), (&remark, "Which course?")]).await;
    assert_eq!(app.agreement("henk", "henk").await.sheet.answers[&ours].words, "Which course?");
    // Other words for the line: the remark goes along to that page, as what is good to know.
    let go = format!("line:{own}");
    let line = bond.resident_does("keep", &[("number", "1"), ("go", &go), (&remark, "Which course, and when?")]).await;
    assert!(line.shows("Andere woorden voorstellen"));
    assert!(bond.henk.open(&format!("{}/line/{ours}", bond.own())).await.html.contains("Which course, and when?"));
    // And the button that sends.
    let revision = bond.henk.open(&bond.own()).await.form("/api/agreement/send").field("revision");
    bond.resident_does("send", &[("number", "1"), ("revision", &revision), (&remark, "On which evening?")]).await;
    assert!(bond.daan.open(&bond.work()).await.shows("De inwoner: wil hierover praten On which evening?"));
    let long = "x".repeat(501);
    let page = bond.resident_does("keep", &[("number", "1"), (&remark, &long)]).await;
    assert!(page.html.contains(&long) && page.html.contains("aria-invalid"), "too long is said beside it");
}

async fn a_change_is_taken_back_with_one_tap(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut bond, text) = agreed(&app).await;
    let first = text.lines[0].id.clone();
    let revision = |page: &Page| page.form("/api/agreement/send").field("revision");
    bond.municipality_does("remove", &[("revision", "0"), ("line", &first)]).await;
    let page = bond.daan.open(&bond.work()).await;
    assert!(page.shows("Toch houden") && page.shows("Dit blijft zo: 3 regels"), "what stays is there to see: {}", page.words());
    assert_eq!(revision(&page), "1");
    bond.municipality_does("restore", &[("line", &first)]).await;
    let sheet = app.agreement("daan", "henk").await;
    assert!(!sheet.has_sheet() && sheet.sheet.text == text, "nothing is changed any more");
}

async fn a_choice_is_told_as_chosen_and_not_as_sent(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = app.bond().await;
    bond.propose().await;
    let text = app.agreement("henk", "henk").await.proposed().unwrap().version.text.clone();
    let page = bond.answers(1, &text.lines[0].id, "agree").await;
    assert!(!page.shows("Vangnet") && !page.shows("Activering"), "pillars are words of the municipality: {}", page.words());
    assert!(page.shows("U koos: akkoord. Nog niet verstuurd.") && page.shows("Na het versturen ziet de gemeente uw antwoorden."), "{}", page.words());
    assert_eq!(page.words().matches("U: nog geen antwoord").count(), 3, "only of what was not chosen: {}", page.words());
    // Own words: nothing to answer there, and a way back.
    let line = &text.lines[1];
    let words = [("revision", "1"), ("line", line.id.as_str()), ("doer", "resident"), ("text", "Ik ga later."), ("goal", line.goal.as_str()), ("due", "3")];
    let page = bond.resident_does("line", &words).await;
    assert!(!page.html.contains(&format!("{}:agree", line.id)) && page.shows("Terug naar de eerste woorden"), "{}", page.words());
    let back = bond.resident_does("restore", &[("number", "1"), ("line", &line.id)]).await;
    assert!(back.html.contains(&format!("{}:agree", line.id)) && !back.shows("Ik ga later."));
    assert_eq!(app.agreement("henk", "henk").await.sheet.text, text);
}

async fn what_is_odd_is_asked_before_it_is_sent(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut bond = app.bond().await;
    bond.municipality_does("start", &[("chosen[]", "pair-course"), ("chosen[]", "pair-debt_talk")]).await;
    let text = app.agreement("daan", "henk").await.sheet.text;
    let ours = text.lines.iter().find(|l| l.doer == Party::Municipality).unwrap().clone();
    bond.municipality_does("remove", &[("revision", "1"), ("line", &ours.id)]).await;
    let page = bond.municipality_sends().await;
    assert!(page.shows(&words.t("sure-needed")) && page.shows("Bij dit doel doet de gemeente niets:"), "{}", page.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM agreement_version").await, 0);
    // A line that is due before the resident has to answer is another doubt.
    let theirs = text.lines_of(&ours.goal).find(|l| l.doer == Party::Resident).unwrap();
    let soon = [
        ("revision", "2"),
        ("line", theirs.id.as_str()),
        ("doer", "resident"),
        ("text", "Ik bel."),
        ("goal", theirs.goal.as_str()),
        ("due", "own"),
        ("due_own", "23 11 2026"),
    ];
    bond.municipality_does("line", &soon).await;
    let page = bond.municipality_sends().await;
    assert!(page.shows("Deze dag is eerder dan de inwoner hoeft te antwoorden: Ik bel. (23 november 2026)"), "{}", page.words());
    // What was seen with a week to think says nothing about three.
    let later = [
        ("revision", "3"),
        ("line", theirs.id.as_str()),
        ("doer", "resident"),
        ("text", "Ik bel."),
        ("goal", theirs.goal.as_str()),
        ("due", "own"),
        ("due_own", "8 12 2026"),
    ];
    bond.municipality_does("line", &later).await;
    let page = bond.municipality_does("send", &[("number", "0"), ("revision", "4"), ("typed[think]", "21"), ("sure", "7")]).await;
    assert!(page.shows("Ik bel. (8 december 2026)") && page.field("sure") == "21" && page.ticked("typed[think]") == ["21"], "{}", page.words());
    // How long goes along with every button.
    let kept = bond.municipality_does("keep", &[("number", "0"), ("typed[think]", "21")]).await;
    assert!(kept.ticked("typed[think]") == ["21"] && kept.shows("Ik bel. (8 december 2026)"), "{}", kept.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM agreement_version").await, 0);
    bond.municipality_does("send", &[("number", "0"), ("revision", "5"), ("typed[think]", "21"), ("sure", "21")]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM agreement_version").await, 1, "meant so");
    app.clock.advance(16 * DAY);
    let mut bond = app.bond().await;
    assert!(bond.henk.open(&bond.own()).await.shows("Deze dag is voorbij."));
}

async fn a_municipality_that_cannot_says_why_and_when(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut bond, text) = agreed(&app).await;
    let ours = line_of(&text, Party::Municipality, 0);
    let asked = bond.municipality_does("mark", &[("line", &ours), ("mark", "cannot_now")]).await;
    assert!(
        asked.shows("Waarom lukt het niet?") && asked.shows("Wanneer doen wij het wel?") && !asked.shows("U hoeft niet te zeggen waarom."),
        "{}",
        asked.words()
    );
    let cannot = |words: &'static str, day: &'static str| [("mark", "cannot_now"), ("told", "yes"), ("need", "more_time"), ("words", words), ("new_day", day)];
    let with_line = |fields: [(&'static str, &'static str); 5]| fields.into_iter().collect::<Vec<_>>();
    let mut form = with_line(cannot("", ""));
    form.push(("line", &ours));
    let page = bond.municipality_does("mark", &form).await;
    assert!(page.shows("Vul dit nog in: Waarom lukt het niet?") && page.html.contains("new_day-error"), "{}", page.words());
    let mut form = with_line(cannot("The teacher is ill", "1 12 2020"));
    form.push(("line", &ours));
    let page = bond.municipality_does("mark", &form).await;
    assert!(page.shows(&app.dutch().t("problem-past")) && page.text_area() == "The teacher is ill", "{}", page.words());
    let mut form = with_line(cannot("The teacher is ill", "1 3 2027"));
    form.push(("line", &ours));
    bond.municipality_does("mark", &form).await;
    let page = bond.henk.open(&bond.own()).await;
    assert!(page.shows("Lukt nu niet. De gemeente doet dit uiterlijk 1 maart 2027.") && page.shows("The teacher is ill"), "{}", page.words());
    assert!(!app.contents().await.contains("The teacher is ill"), "sealed");
    // No praise for what was owed.
    let done = bond.municipality_does("mark", &[("line", &ours), ("mark", "done")]).await;
    assert!(done.shows("Dat is klaar") && !done.shows("Goed gedaan"), "{}", done.words());
}

async fn what_was_let_go_is_not_done(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut bond, text) = agreed(&app).await;
    let goal = text.goals[0].id.clone();
    let of = |party| text.lines_of(&goal).find(|l| l.doer == party).unwrap().id.clone();
    let (own, ours) = (of(Party::Resident), of(Party::Municipality));
    bond.resident_does("mark", &[("line", &own), ("mark", "done")]).await;
    let page = bond.resident_does("mark", &[("line", &ours), ("mark", "no_longer_needed")]).await;
    assert!(page.shows("1 van 2 klaar, 1 niet meer nodig.") && !page.shows("Alles bij dit doel is klaar."), "{}", page.words());
}

async fn looking_back_is_about_what_is_due_and_reaches_the_other_side(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut bond, text) = agreed(&app).await;
    let (own, work) = (format!("{}/look-back", bond.own()), format!("{}/look-back", bond.work()));
    let early = bond.henk.open(&own).await;
    assert!(
        early.shows("Er is nog niets om op terug te kijken. Dat kan vanaf 7 december 2026.") && !early.posts_to("/api/agreement/look-back"),
        "{}",
        early.words()
    );
    app.clock.advance(20 * DAY);
    let mut bond = Bond { ..app.bond().await };
    let page = bond.henk.open(&own).await;
    let due: Vec<_> = text.lines.iter().filter(|l| l.due.to_string().starts_with("2026-12")).collect();
    assert!(due.len() == 2 && text.lines.len() == 4, "two of the lines are due");
    assert!(due.iter().all(|l| page.shows(&l.text)) && text.lines.iter().filter(|l| !due.contains(l)).all(|l| !page.shows(&l.text)), "{}", page.words());
    assert!(page.shows("Wat de gemeente doet") && page.shows("Dit gebeurde niet"), "both sides, and that it may not have happened: {}", page.words());
    let (one, both) = (format!("{}:not_happened", due[0].id), format!("{}:partly", due[1].id));
    let page = bond.resident_does("look-back", &[("number", "1"), ("helped[0]", &one)]).await;
    assert!(page.shows(&format!("Kies of dit heeft geholpen: {}", due[1].text)), "which line: {}", page.words());
    bond.resident_does("look-back", &[("number", "1"), ("helped[0]", &one), ("helped[1]", &both), ("words", "Niemand belde mij.")]).await;
    for path in [&work, &bond.work()] {
        assert!(bond.daan.open(path).await.shows("Niemand belde mij."), "{path}");
    }
    assert!(bond.daan.open(&work).await.shows("De inwoner schreef: Niemand belde mij."));
    assert!(bond.daan.open("/work/promises?show=team").await.shows("De inwoner keek terug. Kijk ook terug."));
    bond.municipality_does("look-back", &[("number", "1"), ("helped[0]", &one), ("helped[1]", &both), ("words", "Wij waren te laat.")]).await;
    assert!(bond.henk.open(&own).await.shows("De gemeente schreef: Wij waren te laat."));
    assert!(bond.henk.open(&bond.own()).await.shows("U keek terug (13 december). Niemand belde mij."));
    assert!(!bond.daan.open("/work/promises?show=team").await.shows("keek terug"), "both did");
    // From there the next version: what stays is listed, and no line is lost without a way back.
    bond.municipality_does("mark", &[("line", &line_of(&text, Party::Municipality, 0)), ("mark", "done")]).await;
    bond.municipality_does("next", &[]).await;
    let page = bond.daan.open(&bond.work()).await;
    assert!(page.shows("Dit blijft zo: 3 regels") && page.shows("Toch houden"), "{}", page.words());
}

async fn a_step_is_over_when_it_happened(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    daan.submit("/api/review/group", &[("resident", id("henk")), ("group", "2"), ("group_reason", "Because")]).await;
    let (mut bond, _) = agreed(&app).await;
    let page = bond.henk.open(&journey()).await;
    assert!(page.shows("Wij praten met elkaar Nog niet gebeurd"), "nobody spoke: {}", page.words());
    assert!(page.shows("Wij maken samen afspraken Klaar op 23 november 2026") && page.shows("Stap 5 van 6: Leren en proberen"), "{}", page.words());
    assert!(bond.daan.open("/work/caseload?show=team").await.shows("Nog niet"));
    daan.submit("/api/journey/spoken", &[("resident", id("henk")), ("way", "phone")]).await;
    assert!(bond.henk.open(&journey()).await.shows("Wij praten met elkaar Klaar op 23 november 2026"));
}

async fn whose_turn_it_is_says_the_same_everywhere(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = app.bond().await;
    let row = |page: &Page| page.words().split("Henk de Vries").nth(1).unwrap_or_default().chars().take(160).collect::<String>();
    let caseload = "/work/caseload?show=team";
    assert!(row(&bond.daan.open(caseload).await).contains("Niemand wacht"));
    bond.propose().await;
    assert!(row(&bond.daan.open(caseload).await).contains("Wij wachten op de inwoner"));
    assert!(bond.henk.open(&journey()).await.shows("Nu: u bent aan zet"), "not the municipality");
    let ask = [("resident", id("henk")), ("kind", "appointment"), ("about", ""), ("phone", ""), ("form_key", "k1")];
    bond.henk.submit("/api/request/send", &ask).await;
    assert!(row(&bond.daan.open(caseload).await).contains("Beide kanten zijn aan zet"));
    assert!(bond.henk.open(&journey()).await.shows("Nu: u en de gemeente zijn aan zet"));
    let list = bond.daan.open("/work/promises?show=team").await;
    assert!(
        list.shows("Een gesprek plannen 30 november 2026") && list.shows("De inwoner wacht op contact."),
        "what is read on the journey stands on the list: {}",
        list.words()
    );
    bond.agree(&app).await;
    app.change("UPDATE request SET settled_at = 1, settled_by = resident".to_owned()).await;
    assert!(row(&bond.daan.open(caseload).await).contains("Niemand wacht"));
    app.clock.advance(40 * DAY);
    let mut daan = app.sign_in("daan").await;
    let late = row(&daan.open(caseload).await);
    assert!(late.contains("Belofte te laat De inwoner wacht op ons"), "{late}");
    assert!(daan.open("/work/promises?show=team").await.shows("Wij zijn te laat met iets."));
}

async fn who_asked_for_a_talk_reads_that_they_asked(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = app.bond().await;
    let appointments = format!("/r/{}/appointments", id("henk"));
    for (kind, key) in [("appointment", "k1"), ("call_this_week", "k2")] {
        let ask = [("resident", id("henk")), ("kind", kind), ("about", ""), ("phone", "0612345678"), ("form_key", key)];
        bond.henk.submit("/api/request/send", &ask).await;
    }
    let page = bond.henk.open(&journey()).await;
    assert!(page.shows("U vroeg op 23 november om een gesprek.") && !page.shows("Vraag er een aan."), "{}", page.words());
    assert!(
        page.shows("Wij plannen met u een gesprek U vroeg dit op 23 november.") && page.shows("Wij bellen u U vroeg dit"),
        "each by its name: {}",
        page.words()
    );
    let page = bond.henk.open(&appointments).await;
    assert!(
        page.shows("U vroeg op 23 november om een gesprek. U hoort van ons uiterlijk 30 november.") && !page.shows("Ik wil een gesprek"),
        "{}",
        page.words()
    );
    let review = bond.daan.open(&format!("/work/{}", id("henk"))).await;
    assert!(review.shows("Plan een gesprek") && review.html.contains(&format!("/work/{}/appointments", id("henk"))), "{}", review.words());
    let slot = [("resident", id("henk")), ("way", "desk"), ("day", "1 12 2026"), ("time", "14:30"), ("minutes", "30"), ("about", ""), ("form_key", "k")];
    bond.daan.submit("/api/appointment/make", &slot).await;
    let page = bond.henk.open(&journey()).await;
    assert!(
        !page.shows("Wij plannen met u een gesprek") && page.shows("Wij bellen u U vroeg dit") && page.shows("Gesprek op dinsdag 1 december 2026"),
        "{}",
        page.words()
    );
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE kind = 'request_closed'").await, 1);
    assert!(bond.daan.open("/work/caseload?show=team").await.shows("Nog niet"), "a plan is no talk");
}

async fn the_moved_goal_takes_its_place(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut bond, text) = agreed(&app).await;
    let (first, second) = (format!("{}:2", text.goals[0].id), format!("{}:2", text.goals[1].id));
    bond.resident_does("order", &[("place[0]", &first), ("place[1]", &second)]).await;
    let order = app.agreement("henk", "henk").await.order;
    assert_eq!(order.goals, [text.goals[1].id.clone(), text.goals[0].id.clone()], "the one that was moved moves");
}

async fn what_is_far_away_is_for_later(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    daan.submit("/api/review/group", &[("resident", id("henk")), ("group", "3"), ("group_reason", "Because")]).await;
    let mut bond = app.bond().await;
    bond.municipality_does("start", &[("chosen[]", "pair-yearly_talk")]).await;
    bond.municipality_sends().await;
    bond.agree(&app).await;
    let text = app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    let own = line_of(&text, Party::Resident, 0);
    bond.resident_does("mark", &[("line", &own), ("mark", "cannot_now"), ("need", "help")]).await;
    let page = bond.henk.open(&journey()).await;
    assert!(page.shows(&text.lines.iter().find(|l| l.id == own).unwrap().text), "nothing of one's own is nowhere");
    let now = page.html.split("id=\"todo\"").nth(1).unwrap().split("<details").next().unwrap();
    assert!(!now.contains(&text.lines[0].text), "a year away is not now");
    assert!(page.shows("Later: nog") && page.shows("Lukt nu niet. Er is hulp nodig"), "{}", page.words());
    assert!(!page.shows("Wij praten elk jaar met u ·"), "the same conversation is promised once: {}", page.words());
}

async fn a_caseworker_finds_where_to_talk_and_what_was_answered(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = app.bond().await;
    bond.propose().await;
    let text = app.agreement("henk", "henk").await.proposed().unwrap().version.text.clone();
    bond.answers(1, &text.lines[0].id, "talk").await;
    assert!(!bond.daan.open("/work?show=team").await.shows("Antwoord op afspraken"));
    bond.resident_sends().await;
    let page = bond.daan.open(&bond.work()).await;
    assert!(page.shows("Plan een gesprek") && page.html.contains(&format!("/work/{}/appointments", id("henk"))), "{}", page.words());
    assert!(bond.daan.open("/work?show=team").await.shows("Antwoord op afspraken"), "on the worklist, whatever the state of the review");
}

async fn the_dossier_shows_promises_once_there_are_any(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let path = format!("/work/{}", id("henk"));
    let before = daan.open(&path).await.shows("Dit is afgesproken");
    let _ = agreed(&app).await;
    let page = daan.open(&path).await;
    assert!(!before && page.shows("Dit is afgesproken") && page.shows("Wij zoeken een cursus en betalen die."), "{}", page.words());
    assert!(!page.shows("Niets is nog afgesproken"), "{}", page.words());
}

async fn a_talk_at_an_odd_hour_is_asked_about(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut daan = app.sign_in("daan").await;
    // A Sunday at three in the night, at the desk.
    let mut slot =
        vec![("resident", id("henk")), ("way", "desk"), ("day", "29 11 2026"), ("time", "3:00"), ("minutes", "30"), ("about", "Uw cursus"), ("form_key", "k")];
    let page = daan.submit("/api/appointment/make", &slot).await;
    assert!(page.shows(&app.dutch().t("appointment-odd")) && page.field("about") == "Uw cursus", "{}", page.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM appointment").await, 0);
    slot.push(("sure", "yes"));
    daan.submit("/api/appointment/make", &slot).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM appointment").await, 1, "meant so");
    assert!(app.sign_in("henk").await.open(&format!("/r/{}/appointments", id("henk"))).await.shows("zondag 29 november 2026 om 03:00"));
}

async fn history_names_the_line(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut bond, text) = agreed(&app).await;
    let own = line_of(&text, Party::Resident, 0);
    bond.resident_does("mark", &[("line", &own), ("mark", "busy")]).await;
    let said = format!("Over een afspraak: Bezig {}", text.line(&own).unwrap().text);
    for (client, path) in [(&mut bond.henk, format!("{}/history", journey())), (&mut bond.daan, format!("/work/{}/journey/history", id("henk")))] {
        let page = client.open(&path).await;
        assert!(page.shows(&said), "{path}: {}", page.words());
    }
}

async fn what_is_in_another_language_is_said(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("yonas", "Music").await;
    let mut daan = app.reviewing("daan", "yonas").await;
    let start = format!("/work/{}/agreement/start", id("yonas"));
    let page = daan.open(&start).await;
    assert!(page.shows("Afspraken kunnen in de taal van de inwoner staan.") && page.html.contains("lang=\"en\""), "{}", page.words());
    let journey = daan.open(&format!("/work/{}/journey", id("yonas"))).await;
    assert!(!journey.shows("U vult de vragen in") && !journey.shows("neemt contact met u op"), "no words meant for the resident: {}", journey.words());
}

async fn haste_that_passed_is_said_as_late(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    let urgent = [("resident", id("henk")), ("kind", "urgent"), ("about", ""), ("phone", "0612345678"), ("form_key", "k")];
    henk.submit("/api/request/send", &urgent).await;
    let mut daan = app.sign_in("daan").await;
    assert!(daan.open("/work?show=team").await.shows("Haast: vandaag contact"));
    app.clock.advance(2 * DAY);
    let page = app.sign_in("daan").await.open("/work?show=team").await;
    assert!(page.shows("Haast: 2 dagen te laat") && !page.shows("vandaag contact"), "{}", page.words());
}
