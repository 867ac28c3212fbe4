//! Agreements over the pages, without scripts: suggestion, proposal, thinking time, a line disagreed, changed, agreed,
//! progress, late, looking back, the next version; and what bad luck gets.

use domain::agreement::{Party, Progress, Side, State};
use tests::app::{MINUTE, MONDAY, id};
use tests::bond::line_of;
use tests::{Bond, Engine, TestApp, on_both_engines};

on_both_engines!(
    the_whole_walk,
    what_is_not_sent_is_seen_by_nobody,
    both_say_yes_to_exactly_the_same_text,
    an_answer_to_an_older_version_binds_nobody,
    two_colleagues_do_not_overwrite_each_other,
    both_sides_at_the_same_moment,
    nothing_is_agreed_by_silence,
    a_second_pair_of_eyes,
    other_words_are_a_new_version,
    every_line_is_told_in_one_tap,
    what_cannot_be_done_now_asks_what_is_needed,
    late_is_said_the_day_after,
    the_order_and_pace_are_the_residents_own,
    a_line_says_what_is_missing,
    another_caseworker_goes_on_with_it,
    all_promises_on_one_list,
    the_exact_text_is_there_years_later,
    what_somebody_wrote_stays_words,
    small_steps_are_the_residents_alone,
    promises_come_a_page_at_a_time,
);

const DAY: i64 = 24 * 60 * MINUTE;

async fn proposed(app: &TestApp) -> Bond {
    let mut bond = app.bond().await;
    bond.propose().await;
    bond
}

async fn agreed(app: &TestApp) -> Bond {
    let mut bond = proposed(app).await;
    bond.agree(app).await;
    bond
}

async fn the_whole_walk(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut bond = app.bond().await;
    assert!(bond.henk.open(&bond.own()).await.shows(&words.t("agreement-empty")));
    // Suggestion and proposal.
    let begun = bond.municipality_does("start", &[("chosen[]", "pair-course"), ("chosen[]", "pair-debt_talk")]).await;
    assert!(begun.shows("Wij zoeken een cursus en betalen die.") && begun.shows("22 februari 2027"), "relative dates: {}", begun.words());
    assert!(bond.municipality_sends().await.shows("De inwoner ziet het voorstel."));
    let page = bond.henk.open(&bond.own()).await;
    assert!(page.shows("U kunt nadenken tot en met 30 november 2026") && page.html.matches(":agree\"").count() == 4, "{}", page.words());
    // One line disagreed.
    let text = app.agreement("henk", "henk").await.proposed().unwrap().version.text.clone();
    for (at, line) in text.lines.iter().enumerate() {
        bond.answers(1, &line.id, if at == 3 { "disagree" } else { "agree" }).await;
    }
    let sent = bond.resident_sends().await;
    assert!(sent.shows(&words.t("notice-answers-sent")) && sent.shows("U: niet akkoord"), "{}", sent.words());
    assert!(bond.daan.open("/work/promises?show=team").await.shows(&words.t("task-answer")));
    // Changed by its proposer, and agreed.
    let work = bond.work();
    let revision = bond.daan.open(&work).await.form("/api/agreement/keep").field("revision");
    bond.municipality_does("remove", &[("revision", &revision), ("line", &text.lines[3].id)]).await;
    bond.municipality_sends().await;
    let page = bond.henk.open(&bond.own()).await;
    assert!(page.shows("Dit is anders dan versie 1") && page.shows("Weg.") && page.shows("Ik ga akkoord"), "the whole is confirmed: {}", page.words());
    let done = bond.resident_sends().await;
    assert!(done.shows(&words.t("notice-agreed")) && done.shows("Dit is afgesproken"), "{}", done.words());
    // Progress.
    let own = line_of(&text, Party::Resident, 0);
    let moment = bond.resident_does("mark", &[("line", &own), ("mark", "done")]).await;
    assert!(moment.shows(&words.t("done-title")) && moment.shows("1 van 3 klaar."), "{}", moment.words());
    // Late by the municipality, the day after.
    app.clock.advance(100 * DAY);
    let mut bond = app.bond().await;
    assert!(bond.henk.open(&bond.own()).await.shows("De gemeente is te laat."));
    // Looking back, and the next version from there.
    let helped: Vec<(String, String)> = text.lines[..3].iter().enumerate().map(|(at, line)| (format!("helped[{at}]"), format!("{}:yes", line.id))).collect();
    let mut form: Vec<(&str, &str)> = helped.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    form.extend([("number", "2"), ("words", "Fine")]);
    assert!(bond.resident_does("look-back", &form).await.shows(&words.t("notice-looked-back")));
    assert!(bond.municipality_does("look-back", &form).await.shows("De inwoner: Het hielp"));
    bond.municipality_does("next", &[]).await;
    let kept = app.agreement("daan", "henk").await;
    assert_eq!((kept.sheet.base, kept.sheet.text.lines.len()), (2, 2), "what is done is not in it");
}

async fn what_is_not_sent_is_seen_by_nobody(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = app.bond().await;
    bond.municipality_does("start", &[("chosen[]", "pair-course")]).await;
    assert!(bond.henk.open(&bond.own()).await.shows(&app.dutch().t("agreement-empty")), "a concept is the municipality's own");
    bond.municipality_sends().await;
    let text = app.agreement("henk", "henk").await.proposed().unwrap().version.text.clone();
    bond.answers(1, &text.lines[0].id, "talk").await;
    let remark = format!("typed[remarks][line-{}]", text.lines[0].id);
    bond.resident_does("keep", &[("number", "1"), (&remark, "Which course?")]).await;
    let page = bond.daan.open(&bond.work()).await;
    assert!(!page.shows("Which course?") && page.shows("De inwoner: nog geen antwoord"), "{}", page.words());
    assert!(bond.henk.open(&bond.own()).await.shows("Which course?"), "kept for the resident");
    bond.resident_does("discard", &[]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM agreement_sheet").await, 0);
    assert!(!app.contents().await.contains("Which course?"), "nothing stands on disk in the clear");
}

async fn both_say_yes_to_exactly_the_same_text(engine: Engine) {
    let app = TestApp::start(engine).await;
    let _ = agreed(&app).await;
    let seen = app.agreement("henk", "henk").await;
    let version = &seen.agreed().unwrap().version;
    for (side, who) in [(Side::Resident, "henk"), (Side::Municipality, "daan")] {
        let confirmation = &version.answers.confirmed[&side];
        assert_eq!((confirmation.sign.by.as_str(), confirmation.sign.at), (id(who), MONDAY));
        assert_eq!(confirmation.hash, service::agreement::hash(&version.text));
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM agreement_line WHERE progress = 'not_started'").await, 4);
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE kind = 'agreed'").await, 1);
}

async fn an_answer_to_an_older_version_binds_nobody(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = proposed(&app).await;
    let words = app.dutch();
    let text = app.agreement("henk", "henk").await.proposed().unwrap().version.text.clone();
    for line in &text.lines {
        bond.answers(1, &line.id, "agree").await;
    }
    let form = bond.henk.open(&bond.own()).await.form("/api/agreement/send");
    let revision = form.field("revision");
    // Meanwhile the municipality changes a line.
    let line = line_of(&text, Party::Municipality, 0);
    let at = bond.daan.open(&format!("{}/line/{line}", bond.work())).await.form("/api/agreement/line");
    let (goal, seen) = (text.lines[0].goal.clone(), at.field("revision"));
    let other = [("revision", seen.as_str()), ("line", &line), ("doer", "municipality"), ("text", "Wij doen iets anders."), ("goal", &goal), ("due", "3")];
    bond.municipality_does("line", &other).await;
    bond.municipality_sends().await;
    let late = bond.resident_does("send", &[("number", "1"), ("revision", &revision)]).await;
    assert!(late.shows(&words.t("notice-conflict-agreement-old")), "{}", late.words());
    let now = app.agreement("henk", "henk").await;
    assert!(now.agreed().is_none() && now.moved, "nothing was agreed");
    assert!(!now.sheet.answers.contains_key(&line) && now.sheet.answers.len() == 3, "yes to the old words is no yes to the new ones; the others are kept");
    assert!(bond.henk.open(&bond.own()).await.shows(&words.t("agreement-moved")));
    assert!(bond.answers(1, &line, "agree").await.shows(&words.t("notice-conflict-agreement-old")));
}

async fn two_colleagues_do_not_overwrite_each_other(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = app.bond().await;
    bond.municipality_does("start", &[("chosen[]", "pair-course")]).await;
    let line =
        |text: &'static str| [("revision", "1"), ("line", ""), ("doer", "resident"), ("text", text), ("goal", "new"), ("goal_title", "A goal"), ("due", "3")];
    bond.municipality_does("line", &line("First words")).await;
    let second = bond.municipality_does("line", &line("Second words")).await;
    assert!(
        second.shows(&app.dutch().t("notice-conflict-agreement-sheet")) && second.text_area() == "Second words",
        "nothing typed is lost: {}",
        second.words()
    );
    let kept = app.agreement("daan", "henk").await;
    assert!(kept.sheet.text.lines.iter().any(|l| l.text == "First words") && kept.sheet.text.lines.iter().all(|l| l.text != "Second words"));
}

async fn both_sides_at_the_same_moment(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = agreed(&app).await;
    let line =
        |text: &'static str| [("revision", "0"), ("line", ""), ("doer", "other"), ("text", text), ("goal", "new"), ("goal_title", "A goal"), ("due", "3")];
    bond.resident_does("line", &line("Of Henk")).await;
    bond.municipality_does("line", &line("Of Daan")).await;
    let send = [("resident", bond.resident), ("number", "1"), ("revision", "1"), ("typed[think]", "7")];
    let (mut henk, mut daan) = (bond.henk.clone(), bond.daan.clone());
    tokio::join!(henk.submit("/api/agreement/send", &send), daan.submit("/api/agreement/send", &send));
    assert_eq!(app.number("SELECT COUNT(*) FROM agreement_version").await, 2, "one of them is on the table");
    assert_eq!(app.number("SELECT COUNT(*) FROM agreement_sheet").await, 1, "the other is kept");
    let seen = app.agreement("henk", "henk").await;
    assert!(seen.agreed().is_some() && seen.proposed().is_some(), "what was agreed holds meanwhile");
}

async fn nothing_is_agreed_by_silence(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = proposed(&app).await;
    bond.municipality_does("could-not", &[("number", "1"), ("could_not", " ")]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM agreement_version WHERE could_not = 1").await, 0, "a reason is needed");
    // Eight days during which nothing ran.
    app.clock.advance(8 * DAY);
    let mut bond = Bond { ..app.bond().await };
    let words = app.dutch();
    let page = bond.henk.open(&bond.own()).await;
    assert!(page.shows("Er is nog geen antwoord. U kunt nog steeds antwoorden."), "{}", page.words());
    assert!(bond.daan.open(&bond.work()).await.shows("Er is nog geen antwoord. Neem contact op."));
    assert!(bond.daan.open("/work/promises?show=team").await.shows("Geen antwoord. De tijd om na te denken liep tot en met 30 november 2026."));
    assert!(app.agreement("henk", "henk").await.agreed().is_none());
    let noted = bond.municipality_does("could-not", &[("number", "1"), ("could_not", "In hospital")]).await;
    assert!(noted.shows(&words.t("notice-could-not")) && noted.shows("In hospital"));
    assert!(bond.daan.open("/work/promises?show=team").await.shows(&words.t("task-could-not")));
    assert!(bond.henk.open(&bond.own()).await.shows("In hospital"), "the resident reads what was written");
    assert!(bond.agree(&app).await.shows(&words.t("notice-agreed")), "an answer after the date counts");
    assert!(!bond.daan.open("/work/promises?show=team").await.shows(&words.t("task-could-not")));
}

async fn a_second_pair_of_eyes(engine: Engine) {
    let app = TestApp::with(engine, |settings| settings.agreement.four_eyes = true).await;
    let words = app.dutch();
    let mut bond = app.bond().await;
    bond.municipality_does("start", &[("chosen[]", "pair-course")]).await;
    assert!(bond.daan.open(&bond.work()).await.shows(&words.t("agreement-four-eyes")));
    assert!(bond.municipality_sends().await.shows(&words.t("notice-conflict-agreement-four-eyes")));
    assert_eq!(app.number("SELECT COUNT(*) FROM agreement_version").await, 0);
    // A colleague of the same residents sends it.
    app.change(format!("UPDATE resident SET team = 'inkomen' WHERE id = '{}'", id("henk"))).await;
    bond.daan = app.sign_in("ilse").await;
    bond.municipality_sends().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM agreement_version WHERE state = 'proposed'").await, 1);
    assert!(bond.agree(&app).await.shows(&words.t("notice-agreed")), "the resident needs nobody else");
}

async fn other_words_are_a_new_version(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = proposed(&app).await;
    let text = app.agreement("henk", "henk").await.proposed().unwrap().version.text.clone();
    let line = line_of(&text, Party::Resident, 0);
    let page = bond.henk.open(&format!("{}/line/{line}", bond.own())).await;
    assert_eq!(page.text_area(), text.line(&line).unwrap().text);
    let goal = text.line(&line).unwrap().goal.clone();
    let form =
        [("revision", "0"), ("line", &line), ("doer", "resident"), ("text", "Ik ga om de week."), ("goal", &goal), ("due", "own"), ("due_own", "1 7 2027")];
    bond.resident_does("line", &form).await;
    let page = bond.henk.open(&bond.own()).await;
    assert!(page.shows("Uw woorden, nog niet verstuurd") && page.shows("Verstuur mijn voorstel"), "{}", page.words());
    bond.resident_sends().await;
    let page = bond.daan.open(&bond.work()).await;
    assert!(
        page.shows("Dit is anders dan versie 1") && page.shows("Ik ga om de week.") && page.shows("Antwoord uiterlijk 7 december 2026"),
        "{}",
        page.words()
    );
    let now = app.agreement("daan", "henk").await;
    let version = &now.proposed().unwrap().version;
    assert_eq!((version.number, version.proposer), (2, Side::Resident));
    assert_eq!(version.open_for(Side::Municipality).count(), 1, "only the changed line is open");
    assert_eq!(now.version(1).unwrap().version.state, State::Replaced);
    bond.municipality_does("answer", &[("number", "2"), ("answer", &format!("{line}:agree"))]).await;
    bond.municipality_sends().await;
    assert!(app.agreement("daan", "henk").await.agreed().is_none(), "the resident has not answered the other lines yet");
    assert!(bond.agree(&app).await.shows(&app.dutch().t("notice-agreed")));
}

async fn every_line_is_told_in_one_tap(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = agreed(&app).await;
    let words = app.dutch();
    let text = app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    let (own, ours) = (line_of(&text, Party::Resident, 0), line_of(&text, Party::Municipality, 0));
    bond.resident_does("mark", &[("line", &own), ("mark", "busy")]).await;
    bond.resident_does("mark", &[("line", &own), ("mark", "busy")]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM agreement_mark").await, 1, "the same tap twice is one");
    // Each tells about its own line only.
    assert!(bond.resident_does("mark", &[("line", &ours), ("mark", "done")]).await.shows(&words.t("notice-conflict-agreement-not-yours")));
    assert!(bond.municipality_does("mark", &[("line", &own), ("mark", "done")]).await.shows(&words.t("notice-conflict-agreement-not-yours")));
    bond.municipality_does("mark", &[("line", &ours), ("mark", "done")]).await;
    let said = bond.resident_does("mark", &[("line", &ours), ("mark", "not_done")]).await;
    assert!(said.shows("U zei op 23 november dat de gemeente dit niet deed."), "{}", said.words());
    let list = bond.daan.open("/work/promises?show=team").await;
    assert!(list.shows(&words.t("promises-not-done")) && list.shows(&words.t("task-not-done")), "{}", list.words());
    bond.resident_does("mark", &[("line", &ours), ("mark", "done_after_all")]).await;
    bond.resident_does("mark", &[("line", &line_of(&text, Party::Municipality, 1)), ("mark", "no_longer_needed")]).await;
    let states: Vec<Progress> = app.agreement("henk", "henk").await.lines.values().map(|l| l.standing.progress).collect();
    assert!(states.contains(&Progress::NoLongerNeeded) && states.contains(&Progress::Done) && states.contains(&Progress::Busy));
    assert_eq!(bond.henk.post("/api/agreement/mark", &[("resident", bond.resident), ("line", &own), ("mark", "nonsense")]).await.status, 404);
}

async fn what_cannot_be_done_now_asks_what_is_needed(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = agreed(&app).await;
    let text = app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    let own = line_of(&text, Party::Resident, 0);
    let asked = bond.resident_does("mark", &[("line", &own), ("mark", "cannot_now")]).await;
    let nothing = bond.resident_does("mark", &[("line", &own), ("mark", "cannot_now"), ("told", "yes")]).await;
    assert!(nothing.shows("Kies wat er nodig is") && nothing.ticked("need").is_empty(), "nothing is chosen for somebody: {}", nothing.words());
    assert!(asked.shows("Wat is er nodig?") && asked.shows("U hoeft niet te zeggen waarom."), "{}", asked.words());
    let long = "x".repeat(501);
    let wrong = bond.resident_does("mark", &[("line", &own), ("mark", "cannot_now"), ("need", "help"), ("words", &long)]).await;
    assert!(wrong.text_area() == long && wrong.html.contains("aria-invalid"), "nothing typed is lost");
    let told = bond.resident_does("mark", &[("line", &own), ("mark", "cannot_now"), ("need", "call"), ("words", "After Monday")]).await;
    assert!(told.shows("Lukt nu niet. Wij bellen elkaar") && told.shows("After Monday"), "{}", told.words());
    assert!(bond.daan.open("/work/promises?show=team").await.shows(&app.dutch().t("task-cannot")));
    assert!(bond.daan.open(&bond.work()).await.shows("After Monday"));
}

async fn late_is_said_the_day_after(engine: Engine) {
    let app = TestApp::start(engine).await;
    let _ = agreed(&app).await;
    // The talk about debts is due in two weeks, 7 December.
    for (days, late) in [(14, false), (1, true)] {
        app.clock.advance(days * DAY);
        let mut bond = app.bond().await;
        assert_eq!(bond.henk.open(&bond.own()).await.shows("De gemeente is te laat. Dit zou klaar zijn op 7 december 2026."), late);
        assert_eq!(bond.daan.open("/work/promises?show=team").await.shows("1 te laat"), late);
    }
}

async fn the_order_and_pace_are_the_residents_own(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = agreed(&app).await;
    let text = app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    let (first, second) = (text.goals[0].id.clone(), text.goals[1].id.clone());
    let said = [format!("{first}:2"), format!("{second}:1"), format!("{first}:later")];
    bond.resident_does("order", &[("place[0]", &said[0]), ("place[1]", &said[1]), ("pace[0]", &said[2])]).await;
    let page = bond.henk.open(&bond.own()).await.words();
    let at = |title: &str| page.find(title).unwrap();
    assert!(at(&text.goals[1].title) < at(&text.goals[0].title), "{page}");
    assert!(page.contains("U doet dit later.") && bond.daan.open(&bond.work()).await.shows("De inwoner doet dit later."));
    app.clock.advance(200 * DAY);
    let mut bond = app.bond().await;
    let page = bond.henk.open(&bond.own()).await;
    assert_eq!(page.words().matches("Hebt u meer tijd of hulp nodig?").count(), 1, "what is for later is not called late: {}", page.words());
    assert_eq!(page.words().matches("De gemeente is te laat.").count(), 2, "but the municipality's own is");
}

async fn a_line_says_what_is_missing(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = app.bond().await;
    let words = app.dutch();
    let page = bond.resident_does("line", &[("revision", "0"), ("text", " "), ("goal", "new"), ("due", "own"), ("due_own", "1 1 2020")]).await;
    assert!(page.shows(&words.t("problem-past")), "{}", page.words());
    assert!(page.shows("Vul dit nog in: Wie doet het?") && page.shows("Vul dit nog in: Wat gaat er gebeuren?"), "{}", page.words());
    assert_eq!(page.field("due_own"), "1 1 2020");
    assert!(page.html.contains("<title>Fout:"));
    assert_eq!(app.number("SELECT COUNT(*) FROM agreement_sheet").await, 0);
    // The municipality never asks without doing something itself.
    bond.municipality_does(
        "line",
        &[("revision", "0"), ("doer", "resident"), ("text", "Ik doe alles."), ("goal", "new"), ("goal_title", "Werk"), ("due", "3")],
    )
    .await;
    let sent = bond.municipality_sends().await;
    assert!(sent.shows(&words.t("problem-one-sided")), "{}", sent.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM agreement_version").await, 0);
    let (number, revision) = ("0", "1");
    let think = bond.municipality_does("send", &[("number", number), ("revision", revision), ("typed[think]", "1")]).await;
    assert!(!think.shows(&words.t("notice-proposed")), "less time to think than the municipality's own least is refused");
}

async fn another_caseworker_goes_on_with_it(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = agreed(&app).await;
    app.change(format!("UPDATE resident SET team = 'inkomen', caseworker = '{}' WHERE id = '{}'", id("ilse"), id("henk"))).await;
    assert_eq!(bond.daan.get(&bond.work()).await.status, 404, "it is not theirs any more");
    let mut ilse = app.sign_in("ilse").await;
    assert!(ilse.open("/work/promises").await.shows("Henk de Vries"), "the promises go with the resident");
    let ours = line_of(&app.agreement("ilse", "henk").await.agreed().unwrap().version.text, Party::Municipality, 0);
    ilse.submit("/api/agreement/mark", &[("resident", bond.resident), ("line", &ours), ("mark", "done")]).await;
    assert!(bond.henk.open(&bond.own()).await.shows("Klaar"));
}

async fn all_promises_on_one_list(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut daan = app.sign_in("daan").await;
    assert!(daan.open("/work/promises").await.shows(&app.dutch().t("promises-none")));
    let _ = agreed(&app).await;
    assert!(daan.open("/work/promises").await.shows(&app.dutch().t("promises-none")), "Henk is nobody's yet");
    let list = daan.open("/work/promises?show=team").await;
    assert!(list.shows("Wij zoeken een cursus en betalen die.") && list.shows("2 beloften") && list.shows("Hulp bij schulden: 1 keer"), "{}", list.words());
    assert!(list.shows("Kinderopvang: nog door niemand gebruikt"));
    let mut marieke = app.sign_in("marieke").await;
    assert!(!marieke.open("/work/promises?show=team").await.shows("Henk de Vries"));
}

async fn the_exact_text_is_there_years_later(engine: Engine) {
    let app = TestApp::start(engine).await;
    let _ = agreed(&app).await;
    let (path, then) = (format!("/r/{}/agreement/version/1", id("henk")), app.agreement("henk", "henk").await.version(1).unwrap().version.text.clone());
    app.clock.advance(6 * 365 * DAY);
    let mut bond = app.bond().await;
    let page = bond.henk.open(&path).await;
    assert!(page.shows(&service::agreement::hash(&then)) && page.shows("Henk de Vries") && page.shows("Daan Visser"), "{}", page.words());
    assert_eq!(app.agreement("henk", "henk").await.version(1).unwrap().version.text, then);
    let own = bond.henk.bytes(&format!("{path}/agreement.pdf")).await;
    let work = bond.daan.bytes(&format!("/work/{}/agreement/version/1/agreement.pdf", id("henk"))).await;
    assert!(own.starts_with(b"%PDF-1.7") && own == work, "both have the same file");
    let mut samira = app.sign_in("samira").await;
    assert!(samira.bytes(&format!("{path}/agreement.pdf")).await.is_empty());
    assert_eq!(bond.henk.get(&format!("/r/{}/agreement/version/9", id("henk"))).await.status, 404);
}

async fn what_somebody_wrote_stays_words(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = app.bond().await;
    let evil = "</textarea><script>alert(1)</script>";
    let form = [("revision", "0"), ("doer", "other"), ("text", evil), ("goal", "new"), ("goal_title", evil), ("note", evil), ("due", "3")];
    bond.resident_does("line", &form).await;
    bond.resident_sends().await;
    let line = app.agreement("daan", "henk").await.proposed().unwrap().version.text.lines[0].id.clone();
    let (talk, remark) = (format!("{line}:talk"), format!("typed[remarks][line-{line}]"));
    bond.municipality_does("answer", &[("number", "1"), ("answer", &talk), (&remark, evil)]).await;
    for path in [bond.work(), format!("{}/line/{line}", bond.work()), format!("{}/version/1", bond.work())] {
        let page = bond.daan.open(&path).await;
        assert!(!page.html.contains("<script>alert") && page.shows(evil), "{path}");
    }
}

async fn small_steps_are_the_residents_alone(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut bond = agreed(&app).await;
    let text = app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    let (mine, theirs) = (line_of(&text, Party::Resident, 0), line_of(&text, Party::Municipality, 0));
    let at = format!("{}/steps/{mine}", bond.own());
    assert!(bond.henk.open(&at).await.shows(&words.t("steps-lead")));
    assert_eq!(bond.henk.get(&format!("{}/steps/{theirs}", bond.own())).await.status, 404, "what the municipality does is not the resident's to divide");
    // Too many words: said beside the field, and still there.
    let long = "x".repeat(121);
    let page = bond.resident_does("steps", &[("line", &mine), ("step_1", "I look up the address"), ("step_2", &long)]).await;
    assert!(page.shows(&words.t("problem-title")) || page.html.contains("step_2-error"), "{}", page.words());
    assert_eq!((page.field("step_1"), page.field("step_2")), ("I look up the address".to_owned(), long));
    let page = bond.resident_does("steps", &[("line", &mine), ("step_1", "I look up the address"), ("step_2", " "), ("step_3", "I call")]).await;
    assert!(page.shows(&words.t("notice-steps-kept")) && page.shows("I look up the address") && page.shows("I call"), "{}", page.words());
    assert!(bond.henk.open(&format!("/r/{}/journey", bond.resident)).await.shows("Nu: I look up the address"));
    bond.resident_does("step", &[("line", &mine), ("small", "I look up the address"), ("done", "yes")]).await;
    assert!(bond.henk.open(&format!("/r/{}/journey", bond.resident)).await.shows("Nu: I call"), "the next one");
    // Other words for one: the other stays done. A new order of goals leaves them.
    bond.resident_does("steps", &[("line", &mine), ("step_1", "I look up the address"), ("step_2", "I call the school")]).await;
    bond.resident_does("order", &[("place[0]", &format!("{}:1", text.goals[0].id)), ("pace[0]", &format!("{}:slow", text.goals[0].id))]).await;
    let order = app.agreement("henk", "henk").await.order;
    let done: Vec<bool> = order.steps[&mine].iter().map(|step| step.done).collect();
    assert_eq!(done, [true, false]);
    // Nobody else sees or writes them.
    assert!(app.agreement("daan", "henk").await.order.steps.is_empty());
    for page in [bond.work(), format!("/work/{}/journey", bond.resident)] {
        assert!(!bond.daan.open(&page).await.shows("I call the school"), "{page}");
    }
    assert_eq!(bond.daan.post("/api/agreement/steps", &[("resident", bond.resident), ("line", &mine), ("step_1", "x")]).await.status, 404);
    let foreign = bond.henk.post("/api/agreement/steps", &[("resident", bond.resident), ("line", &theirs), ("step_1", "x")]).await;
    assert_eq!(foreign.status, 404);
    assert!(!app.contents().await.contains("I call the school"), "sealed");
    // All of it is among what is held, and gone when it is emptied.
    assert!(bond.henk.open(&format!("/r/{}/data", bond.resident)).await.shows("I call the school"));
    bond.resident_does("steps", &[("line", &mine)]).await;
    assert!(app.agreement("henk", "henk").await.order.steps.is_empty());
}

async fn promises_come_a_page_at_a_time(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = proposed(&app).await;
    bond.agree(&app).await;
    let first = bond.daan.open("/work/promises?show=team").await;
    assert!(first.shows("2 beloften") && !first.html.contains("md-pager"), "{}", first.words());
    // A page that is not there is the last one.
    let last = bond.daan.open("/work/promises?show=team&page=7").await;
    assert_eq!(last.words(), first.words());
}
