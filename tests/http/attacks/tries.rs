//! Ten thousand tries to sign in (a sample by default; `TRIES=10000` for all): nobody gets in, nothing piles up, each leaves
//! a line without a name, and somebody else signs in meanwhile.

use super::told;
use crate::sign_in::{resident, start};
use service::auth::Door;
use tests::app::{MINUTE, id};
use tests::{Engine, TestApp, log, on_sqlite, times};

on_sqlite!(guessing_people_leads_nowhere, guessing_answers_of_a_provider_leads_nowhere);

/// How many lines of the log tell of somebody who was not let in.
fn refusals() -> usize {
    log::text().lines().filter(|line| line.contains("not signed in") || line.contains("no sign-in begun") || line.contains("act=SignIn")).count()
}

async fn guessing_people_leads_nowhere(engine: Engine) {
    let app = TestApp::with(engine, |settings| {
        settings.limits.sign_in = Some(60);
        settings.http.behind_proxy = true;
    })
    .await;
    let (tries, before, lines) = (times("TRIES", 500), app.contents().await, refusals());
    let mut passed = 0;
    for n in 0..tries {
        let guess = format!("{n:032x}");
        let mut client = app.stranger();
        let request = client.request(http::Method::POST, "/session/demo").header("content-type", tests::client::FORM).header("x-forwarded-for", "203.0.113.7");
        let page = client.ask(request.body(tests::client::encode(&[("person", &guess)])).unwrap()).await;
        assert!(matches!(page.status.as_u16(), 404 | 429) && client.cookies.is_empty(), "{}", page.status);
        passed += usize::from(page.status == 404);
    }
    assert_eq!(passed, 60, "so many in a minute, the rest waits");
    assert!(refusals() - lines >= tries, "{} lines for {tries} tries", refusals() - lines);
    assert!(!log::text().contains(&format!("{:032x}", tries - 1)), "what was guessed is not in the log");
    assert_eq!(app.sign_in("henk").await.get(&format!("/r/{}", id("henk"))).await.status, 200, "somebody at another address");
    app.change("DELETE FROM session".into()).await;
    assert_eq!(before, app.contents().await);
    told("guesses of a person", tries, 500);
}

async fn guessing_answers_of_a_provider_leads_nowhere(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents, Door::Staff], |settings| settings.limits.sign_in = Some(0)).await;
    let (tries, before, lines) = (times("TRIES", 500), app.contents().await, refusals());
    let mut client = app.stranger();
    let begun = client.get("/sign-in/residents").await;
    let good = provider.signs_in(begun.location(), &resident(1));
    let kept = client.clone();
    for n in 0..tries {
        // With a try of its own and without, with the right state and a guessed code, and the other way round.
        let mut guesser = if n % 2 == 0 { kept.clone() } else { app.stranger() };
        let state = good.split("state=").nth(1).and_then(|rest| rest.split('&').next()).unwrap_or_default();
        let answer = match n % 5 {
            0 => format!("/sign-in/residents/return?code=guess{n}&state={state}"),
            1 => good.clone(),
            2 => format!("/sign-in/residents/return?code=guess{n}&state=guess{n}"),
            3 => format!("/sign-in/staff/return?code=guess{n}&state={state}"),
            _ => format!("/sign-in/residents/return?error=guess{n}&state=guess{n}"),
        };
        // The good answer in the browser that it belongs to is no guess.
        if n % 10 == 6 {
            guesser = app.stranger();
        }
        let page = guesser.get(&answer).await;
        assert!(page.location().starts_with("/sign-in/refused/"), "{answer}: {} {}", page.status, page.location());
        assert!(!guesser.cookies.contains_key("meedoen"), "{answer}");
    }
    assert!(refusals() - lines >= tries, "{} lines for {tries} tries", refusals() - lines);
    app.clock.advance(MINUTE);
    assert_eq!(before, app.contents().await);
    assert_eq!(app.number("SELECT COUNT(*) FROM session").await, 0);
    told("guessed answers of a provider", tries, 500);
}
