//! What goes on after the self-scan: signed agreements and milestones, each one object that says what it says now.

use crate::town::{Town, once};
use backend_sim::{Act, Count, FaultRule, Variant};
use domain::agreement::Party;
use serde_json::{Value, json};
use service::clock::Clock as _;
use tests::app::{MINUTE, id};
use tests::bond::line_of;
use tests::{Bond, Engine, on_both_engines};

on_both_engines!(
    a_signed_agreement_arrives_with_its_document,
    an_agreement_without_a_case_begins_one,
    a_next_version_replaces_the_one_before,
    a_milestone_is_one_object_that_changes,
    a_talk_that_was_settled_by_mistake_is_undone,
    undoing_one_talk_leaves_a_later_one_as_it_was,
    an_agreement_on_a_closed_case_goes_on_in_a_new_one,
    every_step_of_a_record_with_every_fault,
    without_the_object_types_a_self_scan_still_arrives,
    a_mandate_is_told_when_it_is_made_and_when_it_ends,
);

pub const AGREEMENT: &str = "Wederkerigheidsafspraak";
const MILESTONE: &str = "Mijlpaal";
const DAY: i64 = 24 * 60 * MINUTE;

pub async fn agreed(town: &Town) -> Bond {
    town.later(MINUTE);
    let mut bond = town.app.bond().await;
    bond.propose().await;
    bond.agree(&town.app).await;
    bond
}

/// The newest state of every milestone: its code with when it is expected and when it was reached.
fn milestones(town: &Town) -> Vec<(String, bool, bool)> {
    let newest = |records: Vec<Value>| records.into_iter().last().unwrap();
    let said = |data: Value| (data["code"].as_str().unwrap().to_owned(), data["plannedOn"].is_string(), data["reachedOn"].is_string());
    let mut all: Vec<_> = town.sim.objects(MILESTONE).into_iter().map(newest).map(said).collect();
    all.sort();
    all
}

fn reached(code: &str) -> (String, bool, bool) {
    (code.to_owned(), false, true)
}

/// Daan says how contact about a request of Henk went.
async fn settle(town: &Town, request: &str, contact: &str) {
    let mut daan = town.app.sign_in("daan").await;
    daan.submit("/api/review/contact", &[("resident", id("henk")), ("request", request), ("contact", contact)]).await;
}

async fn a_signed_agreement_arrives_with_its_document(engine: Engine) {
    let town = Town::start(engine).await;
    town.sim.vary(&Variant::AgreementStatus).unwrap();
    town.app.sent("henk", "My garden").await;
    town.deliver().await;
    let bond = agreed(&town).await;
    assert_eq!(town.waiting().await, 1, "written with the signature");
    town.deliver().await;
    let version = town.app.agreement("henk", "henk").await.agreed().unwrap().version.clone();
    let objects = town.sim.objects(AGREEMENT);
    assert_eq!((objects.len(), objects[0].len()), (1, 1), "said once");
    let data = &objects[0][0];
    assert_eq!(data["state"], "afgesproken");
    assert_eq!(data["textHash"], service::agreement::hash(&version.text));
    assert_eq!((&data["number"], &data["linesResident"], &data["linesMunicipality"]), (&json!(1), &json!(2), &json!(2)));
    assert!(data["confirmedByResident"].is_string() && data["confirmedByMunicipality"].is_string() && data["until"].is_null());
    for line in &version.text.lines {
        assert!(!data.to_string().contains(&line.text), "none of its words");
    }
    // Its document in the case, its status, and the milestones: agreed is reached, done is planned, and nobody spoke.
    let milestone = town.sim.objects(MILESTONE).len();
    let more = Count { documents: 2, case_documents: 2, case_objects: 2, statuses: 2, objects: 2 + milestone, records: 2 + milestone, ..once() };
    assert_eq!(town.counts().await, [more]);
    assert_eq!(town.sim.cases()[0]["status"], "Afspraak vastgelegd");
    assert!(milestones(&town).contains(&reached("agreed")) && !milestones(&town).contains(&reached("spoken")), "{:?}", milestones(&town));
    // The caseworker sees how far it is.
    let mut daan = bond.daan;
    let page = daan.open(&format!("/work/{}", id("henk"))).await;
    assert!(page.shows("Ondertekende afspraken") && page.shows("Stap in de reis"), "{}", page.words());
}

async fn an_agreement_without_a_case_begins_one(engine: Engine) {
    let town = Town::start(engine).await;
    agreed(&town).await;
    town.deliver().await;
    let counts = town.counts().await;
    assert_eq!(counts.len(), 1);
    assert_eq!((counts[0].cases, counts[0].initiators, counts[0].documents, counts[0].case_objects, counts[0].statuses), (1, 1, 1, 1, 1));
    assert_eq!(town.sim.objects(AGREEMENT).len(), 1);
    let order: Vec<String> = town.sim.log().into_iter().map(|entry| entry.route).filter(|route| route.ends_with(".create")).collect();
    assert_eq!(order.iter().filter(|route| *route == "status.create").count(), 1, "a case type without the status of agreements gets none: {order:?}");
    // A self-scan that is sent afterwards belongs to that case.
    town.app.sent("henk", "My garden").await;
    town.deliver().await;
    assert_eq!(town.states().await, ["done", "done"], "the review had not begun: a case of its own, that goes on from the first");
}

async fn a_next_version_replaces_the_one_before(engine: Engine) {
    let town = Town::start(engine).await;
    town.app.sent("henk", "My garden").await;
    let mut bond = agreed(&town).await;
    town.deliver().await;
    town.later(200 * DAY);
    bond = Bond { henk: town.app.sign_in("henk").await, daan: town.app.sign_in("daan").await, ..bond };
    bond.municipality_does("start", &[("chosen[]", "pair-buddy")]).await;
    bond.municipality_sends().await;
    bond.agree(&town.app).await;
    town.deliver().await;
    let objects = town.sim.objects(AGREEMENT);
    assert_eq!(objects.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1], "the first one says that it was replaced");
    assert_eq!((&objects[0][1]["state"], &objects[1][0]["state"]), (&json!("vervangen"), &json!("afgesproken")));
    assert_eq!(objects[0][1]["until"], objects[1][0]["agreedOn"]);
    assert_eq!(objects[0][0]["textHash"], objects[0][1]["textHash"]);
}

async fn a_milestone_is_one_object_that_changes(engine: Engine) {
    let town = Town::start(engine).await;
    town.app.sent("henk", "My garden").await;
    town.deliver().await;
    assert_eq!(milestones(&town), [], "what was sent tells that itself");
    let mut bond = agreed(&town).await;
    town.deliver().await;
    let lines: Vec<String> = town.app.agreement("henk", "henk").await.agreed().unwrap().version.text.lines.iter().map(|line| line.id.clone()).collect();
    for line in &lines {
        bond.resident_does("mark", &[("line", line), ("mark", "done")]).await;
        bond.municipality_does("mark", &[("line", line), ("mark", "done")]).await;
    }
    town.deliver().await;
    assert!(milestones(&town).contains(&reached("done")), "{:?}", milestones(&town));
    let text = town.app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    bond.resident_does("mark", &[("line", &line_of(&text, Party::Resident, 0)), ("mark", "not_started")]).await;
    town.deliver().await;
    let done = milestones(&town).into_iter().find(|(code, ..)| code == "done").unwrap();
    assert!(!done.2, "undone: {done:?}");
    let all = town.sim.objects(MILESTONE);
    let codes: std::collections::BTreeSet<String> = all.iter().map(|records| records[0]["code"].to_string()).collect();
    assert_eq!(codes.len(), all.len(), "one object for each milestone");
    let journeys: std::collections::BTreeSet<String> = all.iter().flatten().map(|record| record["journeyId"].to_string()).collect();
    assert_eq!(journeys.len(), 1, "of one journey");
    assert!(!journeys.first().unwrap().contains(id("henk")), "that tells nobody whose");
}

async fn a_talk_that_was_settled_by_mistake_is_undone(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    let form = [("resident", id("henk")), ("kind", "call_this_week"), ("phone", "0612345678"), ("form_key", "k")];
    henk.client.submit("/api/request/send", &form).await;
    town.deliver().await;
    town.app.reviewing("daan", "henk").await;
    let requests: Vec<(String,)> = sqlx::query_as("SELECT id FROM request").fetch_all(town.app.service.db.read()).await.unwrap();
    settle(&town, &requests[0].0, "spoken").await;
    town.deliver().await;
    assert!(milestones(&town).contains(&reached("spoken")));
    settle(&town, &requests[0].0, "undo").await;
    town.deliver().await;
    let now = milestones(&town).into_iter().find(|(code, ..)| code == "spoken").unwrap();
    assert_eq!(now, ("spoken".to_owned(), true, false), "expected again");
}

async fn undoing_one_talk_leaves_a_later_one_as_it_was(engine: Engine) {
    let town = Town::start(engine).await;
    town.app.sent("henk", "My garden").await;
    town.deliver().await;
    let mut requests = Vec::new();
    for (kind, key) in [("call_this_week", "k1"), ("appointment", "k2")] {
        let form = [("resident", id("henk")), ("kind", kind), ("phone", "0612345678"), ("form_key", key)];
        town.app.sign_in("henk").await.submit("/api/request/send", &form).await;
        town.later(5 * DAY);
        let newest: (String,) = sqlx::query_as("SELECT id FROM request ORDER BY id DESC LIMIT 1").fetch_one(town.app.service.db.read()).await.unwrap();
        settle(&town, &newest.0, "spoken").await;
        requests.push(newest.0);
    }
    town.deliver().await;
    let told = || town.sim.objects(MILESTONE).into_iter().find(|records| records[0]["code"] == "spoken").unwrap();
    let last = town.app.clock.today().to_string();
    assert_eq!(told().iter().map(|record| record["reachedOn"].as_str().unwrap().to_owned()).next_back(), Some(last.clone()));
    settle(&town, &requests[0], "undo").await;
    town.deliver().await;
    assert_eq!(told().last().unwrap()["reachedOn"], last.as_str(), "the later talk stands: {:?}", told());
    settle(&town, &requests[1], "undo").await;
    town.deliver().await;
    assert!(told().last().unwrap()["reachedOn"].is_null(), "nobody spoke with him after all: {:?}", told());
}

async fn an_agreement_on_a_closed_case_goes_on_in_a_new_one(engine: Engine) {
    let town = Town::start(engine).await;
    town.app.sent("henk", "My garden").await;
    town.deliver().await;
    let case = town.newest_number();
    town.sim.act(&Act::Close { case, explanation: String::new() }).unwrap();
    agreed(&town).await;
    town.deliver().await;
    assert_eq!(town.sim.objects(AGREEMENT).iter().map(Vec::len).collect::<Vec<_>>(), [1]);
    let cases = town.sim.cases();
    assert_eq!(cases.len(), 2, "a closed case takes nothing more");
    assert_eq!(cases[0]["zaak"]["relevanteAndereZaken"][0]["url"], cases[1]["zaak"]["url"]);
}

async fn every_step_of_a_record_with_every_fault(engine: Engine) {
    for fault in crate::faults::faults() {
        let town = Town::start(engine).await;
        town.sim.vary(&Variant::AgreementStatus).unwrap();
        town.app.sent("henk", "My garden").await;
        town.deliver().await;
        for step in ["document.create", "zio.create", "object.create", "zaakobject.create", "status.create"] {
            town.sim.add_fault(FaultRule::on(step, fault.clone()).times(2));
        }
        let mut bond = agreed(&town).await;
        town.deliver().await;
        town.sim.add_fault(FaultRule::on("object.patch", fault.clone()).times(2));
        let text = town.app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
        for line in &text.lines {
            bond = Bond { henk: town.app.sign_in("henk").await, daan: town.app.sign_in("daan").await, ..bond };
            bond.resident_does("mark", &[("line", &line.id), ("mark", "done")]).await;
            bond.municipality_does("mark", &[("line", &line.id), ("mark", "done")]).await;
        }
        town.deliver().await;
        let counts = town.counts().await;
        let milestones = town.sim.objects(MILESTONE);
        assert_eq!((counts[0].documents, counts[0].case_documents, counts[0].case_objects, counts[0].statuses), (2, 2, 2, 2), "{fault:?}");
        assert_eq!(town.sim.objects(AGREEMENT).iter().map(Vec::len).collect::<Vec<_>>(), [1], "{fault:?}");
        let same = |records: &Vec<Value>| records.windows(2).any(|pair| pair[0] == pair[1]);
        assert!(!milestones.iter().any(same), "nothing is said twice: {fault:?} {milestones:?}");
        let codes: std::collections::BTreeSet<String> = milestones.iter().map(|records| records[0]["code"].to_string()).collect();
        assert_eq!(codes.len(), milestones.len(), "{fault:?}");
    }
}

async fn without_the_object_types_a_self_scan_still_arrives(engine: Engine) {
    let town = Town::with(engine, |config| config.object_types.retain(|kind| kind.name != AGREEMENT)).await;
    town.app.sent("henk", "My garden").await;
    town.deliver().await;
    assert_eq!(town.counts().await, [once()]);
    let missing = service::sync::open(&town.app.service.settings, &town.app.service.clock).unwrap().unwrap().check().await;
    assert_eq!(missing, [format!("the Objects API has no object type `{AGREEMENT}`: run `portal backend install-types`")]);
    agreed(&town).await;
    for _ in 0..40 {
        town.delivery.work_once().await.unwrap();
    }
    assert_eq!(town.states().await, ["stopped"]);
    let queue = town.app.service.queue_figures().await.unwrap();
    assert_eq!(queue.rows[0].code, "no-object-type", "said by a code, to be tried again when the type is there");
}

pub const MANDATE: &str = "Hulpmachtiging";

async fn a_mandate_is_told_when_it_is_made_and_when_it_ends(engine: Engine) {
    let town = Town::start(engine).await;
    // Made before anything was sent: there is no case yet that it could belong to.
    let mut helping = town.app.helped("henk", "fatma", &[("work", "fill_in"), ("parts[]", "journey")]).await;
    assert_eq!((town.waiting().await, town.sim.objects(MANDATE).len()), (0, 0));
    town.app.sent("henk", "My garden").await;
    town.deliver().await;
    let told = town.sim.objects(MANDATE);
    assert_eq!(told.iter().map(Vec::len).collect::<Vec<_>>(), [1], "the first case is told what was before it");
    let data = &told[0][0];
    assert_eq!((&data["domains"], &data["parts"]), (&json!([{ "domain": "work", "right": "fill_in" }]), &json!(["journey"])));
    assert_eq!((&data["madeBy"], &data["withdrawnOn"], &data["kind"]), (&json!("resident"), &Value::Null, &json!("given")));
    for known in [id("fatma"), id("henk"), "Fatma", "Henk"] {
        assert!(!data.to_string().contains(known), "a pseudonym: {data}");
    }
    // Once more the same helper: the first one ended, and both say so.
    helping.end().await;
    town.later(MINUTE);
    town.deliver().await;
    let told = town.sim.objects(MANDATE);
    assert_eq!(told.iter().map(Vec::len).collect::<Vec<_>>(), [2], "ended: {told:?}");
    assert!(told[0][1]["withdrawnOn"].is_string());
    town.app.helped("henk", "fatma", &[("money", "see")]).await;
    town.deliver().await;
    let told = town.sim.objects(MANDATE);
    assert_eq!(told.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1], "a mandate of its own");
    assert_eq!(told[0][0]["helperId"], told[1][0]["helperId"], "the same helper");
    // The account of the helper ends.
    town.app.sign_in("petra").await.submit("/api/volunteer/end", &[("person", id("fatma"))]).await;
    town.deliver().await;
    assert!(town.sim.objects(MANDATE)[1][1]["withdrawnOn"].is_string());
}
