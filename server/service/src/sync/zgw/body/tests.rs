use super::*;
use crate::sync::message::Contact;
use crate::sync::minimal::FIELDS;
use crate::sync::record::RecordKind;
use std::collections::{BTreeMap, BTreeSet};

fn item(message: Message) -> Item {
    let steps = [Step::Case, Step::Document, Step::Object, Step::Record];
    Item {
        delivery: "0199a1a2-0000-7000-8000-000000000001".into(),
        identification: "P-AGM2DIQAABYABAAAAAAAAAAAAE".into(),
        follows: Some("https://zaken.example.test/zaken/api/v1/zaken/0".into()),
        id: "m".into(),
        seq: 1,
        said_since: None,
        message,
        refs: steps.map(|step| (step, format!("https://zaken.example.test/{}", step.as_str()))).into(),
        bsn: Some("999993653".into()),
        document: Some(b"%PDF".to_vec()),
    }
}

fn submission() -> Message {
    let content = crate::content::Content::load(&crate::settings::Settings::default()).unwrap();
    let raw = |choice: &str| domain::intake::Kept::Given(domain::intake::Raw { choices: vec![choice.into()], ..Default::default() });
    let answer = |step: &str, choice: &str| domain::intake::ScanAnswer {
        step: step.into(),
        domain: Some(domain::intake::Domain::Work),
        visible: domain::intake::Visibility::K,
        state: domain::intake::AnswerState::Given,
        kept: Some(raw(choice)),
        asked: BTreeMap::new(),
    };
    let scan = domain::intake::SelfScan {
        number: 1,
        route: domain::intake::Route::Whole,
        channel: domain::intake::Channel::Own,
        agreement: None,
        language: "nl".into(),
        skipped_domains: vec![domain::intake::Domain::Money],
        answers: vec![answer("W3", "not_now"), answer("W10", "help")],
        most_important: vec![domain::intake::Domain::Work],
        proposals: Vec::new(),
        shared: Vec::new(),
    };
    let data = crate::sync::message::object_data(&content, "id", "MD-2345-6789", "2026-11-23", &scan);
    Message::Submission(Submission { scan: "s".into(), sent_on: "2026-11-23".into(), status_at: "2026-11-23T09:00:00.000Z".into(), data })
}

fn types() -> Types {
    let url = |name: &str| format!("https://catalogi.example.test/{name}");
    Types {
        case: url("case"),
        first_status: url("status"),
        agreed_status: Some(url("agreed")),
        initiator: url("role"),
        document: url("document"),
        agreement_document: Some(url("agreement-document")),
        object: kind(),
    }
}

fn kind() -> Kind {
    Kind { url: "https://objecten.example.test/type".into(), version: 1 }
}

/// A record with the fields that its published schema asks for.
fn record(of: RecordKind, document: Option<i64>) -> Message {
    let schema: Value = serde_json::from_str(of.object_type().schema).unwrap();
    let one = |name: &Value| match schema["properties"][name.as_str().unwrap()]["items"]["required"].as_array() {
        Some(inner) => json!([inner.iter().map(|name| (name.as_str().unwrap().to_owned(), json!(1))).collect::<serde_json::Map<_, _>>()]),
        None if schema["properties"][name.as_str().unwrap()]["type"] == "array" => json!([1]),
        None => json!(1),
    };
    let data = schema["required"].as_array().unwrap().iter().map(|name| (name.as_str().unwrap().to_owned(), one(name))).collect();
    let at = "2026-11-23T09:00:00.000Z".to_owned();
    let id = "0199a1a2-0000-4000-8000-000000000002".into();
    Message::Record(Record { of, id, day: "2026-11-23".into(), begun_at: at.clone(), at, data: Value::Object(data), document })
}

/// The paths of everything in a body, `[]` for each of a list.
fn paths(value: &Value, path: &str, all: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(name, value)| {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            paths(value, &path, all);
        }),
        Value::Array(list) => list.iter().for_each(|value| paths(value, &format!("{path}[]"), all)),
        _ => drop(all.insert(path.to_owned())),
    }
}

fn bodies() -> Vec<(&'static str, Value)> {
    let (types, settings) = (types(), ZgwSettings::default());
    let (types, sent) = (Some(&types), item(submission()));
    let said = Contact { number: 1, subject: "s".into(), text: "t".into(), at: "2026-11-23T09:00:00.000Z".into(), language: "nld".into() };
    let signed = item(record(RecordKind::Agreement, Some(1)));
    let records = RecordKind::ALL.map(|of| (of.as_str(), object(&kind(), &item(record(of, None))).unwrap()));
    let mut all = vec![
        ("case", case(&settings, types, &sent).unwrap()),
        ("document", document(&settings, types, &sent).unwrap()),
        ("relation", relation(&sent).unwrap()),
        ("initiator", initiator(types, &sent).unwrap()),
        ("object", object(&kind(), &sent).unwrap()),
        ("case_object", case_object(&kind(), Step::Object, &sent).unwrap()),
        ("status", status(types, &sent).unwrap()),
        ("contact", contact(&item(Message::Contact(said))).unwrap()),
        ("case", case(&settings, types, &signed).unwrap()),
        ("document", document(&settings, types, &signed).unwrap()),
        ("relation", relation(&signed).unwrap()),
        ("case_object", case_object(&kind(), Step::Record, &signed).unwrap()),
        ("status", status(types, &signed).unwrap()),
        ("status", agreed("https://catalogi.example.test/agreed", &signed).unwrap()),
    ];
    all.extend(records);
    all
}

#[test]
fn what_leaves_is_what_the_table_says_with_its_reason() {
    for (step, body) in bodies() {
        let mut sent = BTreeSet::new();
        paths(&body, "", &mut sent);
        let listed: BTreeSet<String> = FIELDS.iter().filter(|field| field.step == step).map(|field| field.path.to_owned()).collect();
        assert_eq!(sent, listed, "{step}");
    }
    for message in [submission(), record(RecordKind::Agreement, None), record(RecordKind::Milestone, None)] {
        let change = change(&kind(), &item(message.clone())).unwrap();
        assert_eq!(change["record"]["data"], object(&kind(), &item(message)).unwrap()["record"]["data"], "the same fields as the object");
    }
    assert!(FIELDS.iter().all(|field| !field.why.is_empty()));
}

#[test]
fn the_number_of_a_person_stands_where_it_identifies_and_nowhere_else() {
    let holds = |body: &Value| body.to_string().contains("999993653");
    let with: Vec<&str> = bodies().iter().filter(|(_, body)| holds(body)).map(|(step, _)| *step).collect();
    assert_eq!(with, ["initiator"]);
}
