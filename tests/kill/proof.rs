//! After the kill: what was confirmed is there once, what was open happened or did not, and trying again does it once.

use crate::ledger::{Ledger, Open};
use crate::process::World;
use tests::{Engine, database};

/// What must never be in the store: a question that counts it, and what it would mean.
const HALVES: [(&str, &str); 8] = [
    ("SELECT COUNT(*) FROM draft d JOIN scan s ON s.draft = d.id", "a draft that was sent is still there"),
    ("SELECT COUNT(*) FROM scan s WHERE NOT EXISTS (SELECT 1 FROM review v WHERE v.resident = s.resident)", "a version without a review"),
    (
        "SELECT COUNT(*) FROM scan s WHERE (SELECT COUNT(*) FROM event e WHERE e.kind = 'sent' AND e.detail = s.reference) <> 1",
        "a version without its line in the history, or with two",
    ),
    (
        "SELECT COUNT(*) FROM event e WHERE e.kind = 'sent' AND NOT EXISTS (SELECT 1 FROM scan s WHERE s.reference = e.detail)",
        "a line in the history without its version",
    ),
    (
        "SELECT COUNT(*) FROM review v JOIN scan s ON s.id = v.scan WHERE s.number <> (SELECT MAX(x.number) FROM scan x WHERE x.resident = v.resident)",
        "a review of an old version",
    ),
    (
        "SELECT COUNT(*) FROM resident r WHERE (SELECT COUNT(*) FROM scan s WHERE s.resident = r.id) <> (SELECT COALESCE(MAX(s.number), 0) FROM scan s WHERE s.resident = r.id)",
        "a version is missing in between",
    ),
    (
        "SELECT COUNT(*) FROM kept_key k WHERE NOT EXISTS (SELECT 1 FROM draft d JOIN answer a ON a.draft = d.id WHERE d.id = k.draft AND a.version >= k.version)",
        "a change that was counted and not kept",
    ),
    ("SELECT COUNT(*) FROM answer WHERE sealed_other IS NOT NULL", "two answers where one person typed one"),
];

/// Nothing in the store is half done.
pub async fn nothing_is_half_done(world: &World) {
    for (question, meaning) in HALVES {
        assert_eq!(database::number(&world.url, question).await, 0, "{meaning}");
    }
    if world.engine == Engine::Sqlite {
        assert_eq!(database::texts(&world.url, "SELECT integrity_check FROM pragma_integrity_check").await, ["ok"]);
        assert_eq!(database::number(&world.url, "SELECT COUNT(*) FROM pragma_foreign_key_check").await, 0);
    }
}

/// Everything that was confirmed to this resident is there, once; what was open is finished.
pub async fn everything_confirmed_is_there(ledger: &mut Ledger, round: usize) {
    let who = format!("round {round}, {}, open: {:?}", ledger.resident, ledger.open);
    for (number, texts) in std::mem::take(&mut ledger.copies) {
        let copy = ledger.client.open(&format!("/r/{}/sent/{number}/copy", ledger.resident)).await;
        assert!(texts.iter().all(|text| copy.shows(text)), "{who}: version {number} holds {texts:?}: {}", copy.words());
    }
    let newer = ledger.client.get(&format!("/r/{}/sent/{}", ledger.resident, ledger.sent + 2)).await;
    assert_eq!(newer.status, 404, "{who}: never two versions more");
    let next = ledger.client.get(&format!("/r/{}/sent/{}", ledger.resident, ledger.sent + 1)).await;
    let confirmed = (ledger.draft.clone(), ledger.kept.clone());
    match ledger.open.take() {
        Some(Open::Send) => {
            // It happened or it did not; asking once more with the same draft makes it happen exactly once.
            if next.status == 404 {
                is_as_confirmed(ledger, &confirmed, None, &who).await;
            }
            ledger.send().await.unwrap();
            let copy = ledger.client.open(&format!("/r/{}/sent/{}/copy", ledger.resident, ledger.sent)).await;
            assert!(confirmed.1.values().all(|(text, _)| copy.shows(text)), "{who}: {}", copy.words());
        }
        Some(Open::Keep(step, text, key)) => {
            assert_eq!(next.status, 404, "{who}");
            is_as_confirmed(ledger, &confirmed, Some((&step, &text)), &who).await;
            // The script sends it again with the same key, on top of what it knew.
            (ledger.draft, ledger.kept) = confirmed;
            ledger.keep(&step, &text, &key).await.unwrap();
            let expected = (ledger.draft.clone(), ledger.kept.clone());
            is_as_confirmed(ledger, &expected, None, &who).await;
        }
        Some(Open::Start) => {
            assert_eq!(next.status, 404, "{who}");
            ledger.learn().await.unwrap();
        }
        None => {
            assert_eq!(next.status, 404, "{who}");
            is_as_confirmed(ledger, &confirmed, None, &who).await;
        }
    }
}

/// The draft is the one that was confirmed, with every text; at `open` there may be the new text instead.
async fn is_as_confirmed(
    ledger: &mut Ledger,
    confirmed: &(Option<String>, std::collections::BTreeMap<String, (String, i64)>),
    open: Option<(&str, &str)>,
    who: &str,
) {
    let known_draft = confirmed.0.is_some();
    ledger.learn().await.unwrap();
    if !known_draft {
        return;
    }
    assert_eq!(ledger.draft, confirmed.0, "{who}: the draft");
    let steps: Vec<&String> = ledger.kept.keys().chain(confirmed.1.keys()).collect();
    for step in steps {
        let (found, known) = (ledger.kept.get(step), confirmed.1.get(step));
        let later = open.filter(|(at, _)| at == step).map(|(_, text)| (text.to_owned(), known.map_or(1, |(_, version)| version + 1)));
        assert!(found == known || (later.is_some() && found == later.as_ref()), "{who}: at {step} there is {found:?}, confirmed was {known:?}");
    }
}
