//! Signing in at a provider: residents, who acts for them, staff and helpers.

use serde_json::{Value, json};
use service::auth::{Door, Level};
use service::settings::{Participation, Path, Settings};
use tests::app::{MINUTE, id, test_bsn};
use tests::provider::query;
use tests::{Engine, Filling, Page, Provider, TestApp, on_both_engines};

on_both_engines!(
    a_resident_signs_in,
    each_try_is_another,
    back_on_the_same_question,
    claims_stand_where_the_broker_puts_them,
    who_is_not_invited_is_told_so,
    where_everybody_takes_part_a_new_resident_is_made,
    who_acts_for_somebody_has_a_session_of_its_own,
    who_acts_for_somebody_is_not_that_resident,
    a_mandate_for_something_else_does_not_count,
    groups_give_roles_and_teams,
    who_lost_the_groups_is_out_everywhere,
    helpers_have_a_door,
    a_client_proves_itself_by_signing,
    signing_out_goes_on_at_the_provider,
    a_closed_door_is_not_there,
);

/// What DigiD tells about the n-th resident of the demo.
pub fn resident(n: usize) -> Value {
    json!({"acr": Level::Substantieel.urn(), "bsn": test_bsn(n)})
}

pub async fn start(engine: Engine, doors: &[Door], change: impl FnOnce(&mut Settings)) -> (TestApp, Provider) {
    let provider = Provider::start().await;
    let app = TestApp::with(engine, |settings| {
        for door in doors {
            provider.open(settings, *door);
        }
        change(settings);
    })
    .await;
    (app, provider)
}

/// Whether this answer leads to the page that tells why.
pub fn refused(page: &Page, reason: &str) {
    assert_eq!((page.status.as_u16(), page.location()), (303, format!("/sign-in/refused/{reason}").as_str()), "{}", page.words());
    assert!(!page.headers.get_all("set-cookie").iter().any(|c| c.as_bytes().starts_with(b"meedoen=")), "nobody is signed in");
}

async fn a_resident_signs_in(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents], |_| {}).await;
    let mut henk = app.stranger();
    let doors = henk.open("/sign-in").await;
    assert!(doors.addresses().contains(&"/sign-in/residents".to_owned()) && !doors.addresses().contains(&"/sign-in/staff".to_owned()));
    assert!(!doors.shows("Henk de Vries"), "nobody chooses who they are any more");
    assert_eq!(henk.post("/session/demo", &[("person", id("henk"))]).await.status, 404);
    let page = henk.sign_in_at(&provider, Door::Residents, &resident(1)).await;
    assert_eq!(page.location(), format!("/r/{}", id("henk")));
    assert!(!henk.cookies.contains_key("meedoen-try"), "the try is over");
    assert!(henk.open(page.location()).await.shows("Henk"));
    assert_eq!(app.number("SELECT COUNT(*) FROM session WHERE door = 'residents' AND acts_for IS NULL AND sealed_hint IS NULL").await, 1);
    // Signing in again ends the session before.
    let mut before = henk.clone();
    henk.sign_in_at(&provider, Door::Residents, &resident(0)).await;
    assert_eq!(before.get(&format!("/r/{}", id("henk"))).await.status, 401);
    assert!(henk.addresses.iter().chain(&before.addresses).all(|address| !address.contains(&test_bsn(1))), "no number in an address");
}

async fn each_try_is_another(engine: Engine) {
    let (app, _provider) = start(engine, &[Door::Residents], |_| {}).await;
    let mut client = app.stranger();
    let (one, other) = (client.get("/sign-in/residents").await, client.get("/sign-in/residents").await);
    let (first, second) = (query(one.location()), query(other.location()));
    for name in ["state", "nonce", "code_challenge"] {
        assert_ne!(first[name], second[name], "{name}");
    }
    assert_eq!(first["redirect_uri"], "http://127.0.0.1:1/sign-in/residents/return", "exactly ours, whatever host was asked");
    assert_eq!(first["acr_values"], Level::Substantieel.urn());
    let cookie = one.header("set-cookie");
    assert!(
        cookie.starts_with("meedoen-try=") && cookie.contains("; HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Max-Age=600"),
        "{cookie}"
    );
    assert!(!cookie.contains(&first["state"]), "the try is sealed");
    assert_eq!(app.number("SELECT COUNT(*) FROM session").await, 0);
}

async fn back_on_the_same_question(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents], |_| {}).await;
    let mut henk = app.stranger();
    henk.sign_in_at(&provider, Door::Residents, &resident(1)).await;
    let question = format!("/r/{}/intake/K8", id("henk"));
    app.clock.advance(16 * MINUTE);
    let out = henk.get(&question).await;
    assert_eq!(out.status, 401);
    let door = out.addresses().into_iter().find(|a| a.starts_with("/sign-in?")).expect("a way back in");
    let doors = henk.open(&door).await;
    let begin = doors.addresses().into_iter().find(|a| a.starts_with("/sign-in/residents")).expect("DigiD");
    // The provider's clock stands still: it issues its tokens on Monday at ten.
    app.clock.advance(-16 * MINUTE);
    let begun = henk.get(&begin).await;
    let page = henk.get(&provider.signs_in(begun.location(), &resident(1))).await;
    assert_eq!(page.location(), question);
    for back in [format!("/r/{}", id("samira")), "/work".into(), "//evil.example".into(), "https://evil.example".into(), format!("/r/{}x", id("henk"))] {
        let begun = henk.get(&format!("/sign-in/residents?back={back}")).await;
        let page = henk.get(&provider.signs_in(begun.location(), &resident(1))).await;
        assert_eq!(page.location(), format!("/r/{}", id("henk")), "{back}");
    }
}

async fn claims_stand_where_the_broker_puts_them(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents], |settings| {
        let residents = &mut settings.sign_in.residents;
        residents.claims.bsn = Path::Deep(vec!["digid".into(), "nin".into()]);
        residents.claims.level = Path::Name("urn:broker.level".into());
        residents.levels = [("20".to_owned(), Level::Midden), ("25".to_owned(), Level::Substantieel)].into();
    })
    .await;
    let told = |level: Value| json!({"digid": {"nin": format!("s00000000:{}", test_bsn(1))}, "urn:broker.level": level});
    let page = app.stranger().sign_in_at(&provider, Door::Residents, &told(json!(25))).await;
    assert_eq!(page.location(), format!("/r/{}", id("henk")));
    for level in [json!(20), json!(30), json!("25 "), json!(null), json!([25])] {
        let page = app.stranger().sign_in_at(&provider, Door::Residents, &told(level.clone())).await;
        if level == json!("25 ") {
            assert_eq!(page.location(), format!("/r/{}", id("henk")), "spaces are nothing");
        } else {
            refused(&page, "level");
        }
    }
}

async fn who_is_not_invited_is_told_so(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents], |_| {}).await;
    let mut somebody = app.stranger();
    let page = somebody.sign_in_at(&provider, Door::Residents, &resident(500)).await;
    refused(&page, "unknown");
    let page = somebody.open(page.location()).await;
    assert!(page.shows(&app.dutch().t("not-signed-in-unknown")), "{}", page.words());
    assert_eq!(somebody.get("/sign-in/refused/nonsense").await.status, 404);
}

async fn where_everybody_takes_part_a_new_resident_is_made(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents], |settings| settings.intake.participation = Participation::Everyone).await;
    let before = app.number("SELECT COUNT(*) FROM resident").await;
    let mut somebody = app.stranger();
    let first = somebody.sign_in_at(&provider, Door::Residents, &resident(500)).await.location().to_owned();
    somebody.open(&first).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM resident").await, before + 1);
    assert_eq!(app.stranger().sign_in_at(&provider, Door::Residents, &resident(500)).await.location(), first, "the same resident");
    assert!(!app.contents().await.contains(&test_bsn(500)), "sealed, and found by a keyed hash");
}

fn mandate(of: usize, by: usize) -> Value {
    json!({"acr": Level::Substantieel.urn(), "representee_bsn": test_bsn(of), "authorizee_bsn": test_bsn(by), "service_id": "urn:intake"})
}

async fn who_acts_for_somebody_has_a_session_of_its_own(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents, Door::Acting], |_| {}).await;
    // Samira acts for Henk; she has a file of her own here too.
    let mut samira = app.stranger();
    let page = samira.sign_in_at(&provider, Door::Acting, &mandate(1, 0)).await;
    assert_eq!(page.location(), format!("/r/{}", id("henk")));
    let home = samira.open(page.location()).await;
    assert!(home.shows(&app.dutch().with("acting-bar", &[("name", "Henk".into())])), "every page says for whom: {}", home.words());
    assert!(!home.addresses().contains(&format!("/r/{}/profile", id("henk"))));
    assert_eq!(samira.get(&format!("/r/{}/profile", id("henk"))).await.status, 404, "how to be reached is the resident's own");
    assert_eq!(samira.get(&format!("/r/{}", id("samira"))).await.status, 404, "her own file is not in this session");
    let started = samira.post("/api/draft/start", &[("resident", id("henk"))]).await;
    assert_eq!(started.status, 303);
    assert_eq!(
        app.number(&format!("SELECT COUNT(*) FROM draft WHERE resident = '{}' AND started_by NOT IN ('{}', '{}')", id("henk"), id("henk"), id("samira"))).await,
        1,
        "in the log she is neither"
    );
    assert_eq!(samira.post("/api/draft/start", &[("resident", id("samira"))]).await.status, 404);
    // The same person again, for somebody else: the session before is over.
    let mut before = samira.clone();
    samira.sign_in_at(&provider, Door::Acting, &mandate(2, 0)).await;
    assert_eq!(before.get(&format!("/r/{}", id("henk"))).await.status, 401);
    assert_eq!(samira.get(&format!("/r/{}", id("henk"))).await.status, 404);
    assert_eq!(app.number("SELECT COUNT(*) FROM person WHERE role = 'representative'").await, 1);
    assert!(!app.contents().await.contains(&test_bsn(0)));
    // As a resident she has her own file and nobody else's.
    samira.sign_in_at(&provider, Door::Residents, &resident(0)).await;
    samira.open(&format!("/r/{}", id("samira"))).await;
    assert_eq!(samira.get(&format!("/r/{}", id("yonas"))).await.status, 404);
}

async fn who_acts_for_somebody_is_not_that_resident(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents, Door::Acting], |settings| settings.intake.switched_on = vec!["S7".into()]).await;
    // Henk answers what only he sees, and sends.
    let mut client = app.stranger();
    client.sign_in_at(&provider, Door::Residents, &resident(1)).await;
    let mut henk = Filling { client, resident: id("henk"), way: "intake" };
    henk.client.submit("/api/draft/start", &[("resident", id("henk"))]).await;
    henk.choose("S7", "no").await;
    henk.type_text("K8", "My garden").await;
    let mut samira = app.stranger();
    samira.sign_in_at(&provider, Door::Acting, &mandate(1, 0)).await;
    let mut acting = Filling { client: samira, resident: id("henk"), way: "intake" };
    let words = app.dutch();
    let asked = words.t("S7");
    let check = henk.client.open(&henk.at("check")).await;
    assert!(check.shows(&asked), "{asked}: {}", check.words());
    assert!(acting.see("K8").await.html.contains("My garden"));
    assert!(acting.see("S7").await.shows(&words.t("elsewhere-title")), "not asked");
    assert!(!acting.client.open(&acting.at("check")).await.shows(&asked));
    let form = [("resident", id("henk")), ("way", "intake"), ("step", "S7"), ("choice", "yes"), ("go", "next"), ("key", "k1"), ("seen", "1")];
    assert_eq!(acting.client.post("/api/answer/keep", &form).await.status, 404);
    // What they send holds it all the same; they read it without.
    acting.send().await;
    let mut henk = henk.client;
    henk.sign_in_at(&provider, Door::Residents, &resident(1)).await;
    let held = henk.open(&format!("/r/{}/data/everything.json", id("henk"))).await;
    assert!(held.html.contains(&asked), "still his");
    assert_eq!(acting.client.get(&format!("/r/{}/data/everything.json", id("henk"))).await.status, 404);
    // And they do not have the file deleted.
    assert_eq!(acting.client.get(&format!("/r/{}/request/erasure", id("henk"))).await.status, 404);
    let asks = [("resident", id("henk")), ("kind", "erasure"), ("form_key", "k2")];
    assert_eq!(acting.client.post("/api/request/send", &asks).await.status, 404);
    assert_eq!(app.number("SELECT COUNT(*) FROM request").await, 0);
}

async fn a_mandate_for_something_else_does_not_count(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents, Door::Acting], |settings| settings.sign_in.acting.services = vec!["urn:intake".into()]).await;
    let without = |name: &str| {
        let mut claims = mandate(1, 0);
        claims.as_object_mut().unwrap().remove(name);
        claims
    };
    let other = |name: &str, value: Value| {
        let mut claims = mandate(1, 0);
        claims[name] = value;
        claims
    };
    for (claims, reason) in [
        (other("service_id", json!("urn:other")), "service"),
        (without("service_id"), "service"),
        (without("acr"), "level"),
        (other("acr", json!(Level::Midden.urn())), "level"),
        (without("authorizee_bsn"), "failed"),
        (without("representee_bsn"), "failed"),
        (mandate(1, 1), "failed"),
        (mandate(500, 0), "unknown"),
        (resident(1), "failed"),
    ] {
        refused(&app.stranger().sign_in_at(&provider, Door::Acting, &claims).await, reason);
    }
    let both = json!({"acr": Level::Hoog.urn(), "bsn": test_bsn(1), "representee_bsn": test_bsn(1), "authorizee_bsn": test_bsn(0)});
    refused(&app.stranger().sign_in_at(&provider, Door::Residents, &both).await, "failed");
    assert_eq!(app.number("SELECT COUNT(*) FROM session").await, 0);
}

/// What the municipality's provider tells about somebody.
fn staff(sub: &str, groups: &[&str]) -> Value {
    json!({"sub": sub, "groups": groups, "name": format!("Name of {sub}")})
}

async fn groups_give_roles_and_teams(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Staff], |_| {}).await;
    for (sub, groups, home) in [
        ("u1", vec!["mail", "portal-poort-day"], "/work"),
        ("u2", vec!["portal-coordinator", "portal-werk"], "/divide"),
        ("u3", vec!["portal-manager"], "/manage"),
        // The demo's own people are known by their story.
        ("daan", vec!["portal-werk"], "/work"),
    ] {
        let mut client = app.stranger();
        let page = client.sign_in_at(&provider, Door::Staff, &staff(sub, &groups)).await;
        assert_eq!(page.location(), home, "{sub}");
        assert!(client.open(home).await.shows(&format!("Name of {sub}")));
    }
    assert_eq!(app.number(&format!("SELECT COUNT(*) FROM session WHERE person = '{}'", id("daan"))).await, 1);
    for groups in [vec![], vec!["mail"], vec!["portal-werk2"], vec!["portal-"], vec!["Portal-Manager"]] {
        refused(&app.stranger().sign_in_at(&provider, Door::Staff, &staff("u4", &groups)).await, "no-access");
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM person WHERE subject = 'staff:u4'").await, 0);
    // Roles follow the groups at each sign-in, for the same person.
    let mut client = app.stranger();
    client.sign_in_at(&provider, Door::Staff, &staff("u1", &["portal-werk"])).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM person WHERE subject = 'staff:u1' AND team = 'werk' AND role = 'caseworker'").await, 1);
    client.sign_in_at(&provider, Door::Staff, &staff("u1", &["portal-manager"])).await;
    assert_eq!(client.get("/work").await.status, 404, "the session goes by the role of now");
    let page = app.stranger().get("/sign-in/residents").await;
    refused(&page, "again");
}

async fn who_lost_the_groups_is_out_everywhere(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Staff], |_| {}).await;
    let mut daan = app.stranger();
    daan.sign_in_at(&provider, Door::Staff, &staff("daan", &["portal-werk"])).await;
    daan.open("/work").await;
    refused(&app.stranger().sign_in_at(&provider, Door::Staff, &staff("daan", &[])).await, "no-access");
    assert_eq!(daan.get("/work").await.status, 401);
}

async fn helpers_have_a_door(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Helpers], |_| {}).await;
    let mut fatma = app.stranger();
    let page = fatma.sign_in_at(&provider, Door::Helpers, &json!({"sub": "fatma", "name": "Fatma Yıldız", "groups": ["portal-manager"]})).await;
    assert_eq!(page.location(), "/helping", "a group gives a helper nothing");
    assert!(fatma.open("/helping").await.shows("Fatma"));
    assert_eq!(fatma.get("/manage").await.status, 404);
}

async fn a_client_proves_itself_by_signing(engine: Engine) {
    let provider = Provider::start().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("client.pem");
    std::fs::write(&file, provider.expect_signed_client()).unwrap();
    let app = TestApp::with(engine, |settings| {
        provider.open(settings, Door::Residents);
        settings.sign_in.residents.client_secret = "".into();
        settings.sign_in.residents.client_key = Some(file);
    })
    .await;
    let page = app.stranger().sign_in_at(&provider, Door::Residents, &resident(1)).await;
    assert_eq!(page.location(), format!("/r/{}", id("henk")));
    let _ = provider.expect_signed_client();
    refused(&app.stranger().sign_in_at(&provider, Door::Residents, &resident(1)).await, "failed");
}

async fn signing_out_goes_on_at_the_provider(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents, Door::Staff], |_| {}).await;
    for (door, claims) in [(Door::Residents, resident(1)), (Door::Staff, staff("u1", &["portal-werk"]))] {
        let mut client = app.stranger();
        client.sign_in_at(&provider, door, &claims).await;
        let page = client.post("/session/end", &[]).await;
        assert_eq!(page.status, 200, "a page of ours, because a form may not lead elsewhere");
        assert!(page.header("clear-site-data").contains("storage") && !client.cookies.contains_key("meedoen"));
        let refresh = page.tags("meta").find(|tag| tag.contains("http-equiv=\"refresh\"")).and_then(|tag| tests::page::attribute(tag, "content")).unwrap();
        let address = refresh.strip_prefix("0; url=").unwrap();
        assert!(address.starts_with(&format!("{}/end?", provider.issuer)), "{address}");
        let asked = query(address);
        assert_eq!((asked["client_id"].as_str(), asked["post_logout_redirect_uri"].as_str()), ("portal", "http://127.0.0.1:1/signed-out"));
        assert_eq!(asked.contains_key("id_token_hint"), door == Door::Staff, "the token of a resident holds a number");
        assert!(!address.contains(&test_bsn(1)));
        assert_eq!(app.number("SELECT COUNT(*) FROM session").await, 0);
    }
}

async fn a_closed_door_is_not_there(engine: Engine) {
    let (app, _provider) = start(engine, &[Door::Residents], |_| {}).await;
    for door in ["staff", "acting", "helpers"] {
        refused(&app.stranger().get(&format!("/sign-in/{door}")).await, "again");
        refused(&app.stranger().get(&format!("/sign-in/{door}/return?code=a&state=b")).await, "again");
    }
    for door in ["nonsense", "Residents", "..%2f"] {
        assert_eq!(app.stranger().get(&format!("/sign-in/{door}")).await.status, 404, "{door}");
    }
}
