//! People and contacts (S70 to S74).

use conformance::answer::{rows, text};
use conformance::types::contact_body;
use conformance::{Target, fresh, target};
use serde_json::{Value, json};

async fn party(t: &Target) -> Value {
    let body = json!({
        "nummer": null, "interneNotitie": "", "digitaleAdressen": null, "voorkeursDigitaalAdres": null, "vertegenwoordigden": [],
        "rekeningnummers": null, "voorkeursRekeningnummer": null, "voorkeurstaal": "nld", "indicatieGeheimhouding": null, "soortPartij": "persoon",
        "indicatieActief": true, "partijIdentificatie": { "contactnaam": { "voornaam": "Test", "achternaam": "Inwoner" } },
    });
    t.post(&format!("{}/partijen", t.roots.klant), &body).await.ok(201)
}

fn number_body(party: &Value, bsn: &str) -> Value {
    json!({
        "identificeerdePartij": { "uuid": party["uuid"] },
        "partijIdentificator": { "codeObjecttype": "natuurlijk_persoon", "codeSoortObjectId": "bsn", "objectId": bsn, "codeRegister": "brp" },
    })
}

#[tokio::test]
async fn s70_a_person_is_identified_once() {
    let t = target!("s70_a_person_is_identified_once", Contacts);
    let (person, bsn) = (party(&t).await, fresh::bsn());
    let klant = &t.roots.klant;
    let find = format!("{klant}/partijen?partijIdentificator__codeSoortObjectId=bsn&partijIdentificator__objectId={bsn}");
    if t.get(&find).await.ok(200)["count"] != 0 {
        return; // somebody made this person before; there are only 9,091 test numbers
    }
    let numbers = format!("{klant}/partij-identificatoren");
    t.post(&numbers, &number_body(&person, &bsn)).await.ok(201);
    let again = t.post(&numbers, &number_body(&person, &bsn)).await;
    let item = ("__all__".to_owned(), "invalid".to_owned());
    assert_eq!((again.status, again.params()), (400, vec![item.clone(), item]));
    let found = t.get(&find).await.ok(200);
    assert_eq!((&found["count"], &rows(&found)[0]["uuid"]), (&json!(1), &person["uuid"]));
}

#[tokio::test]
async fn s71_a_contact_is_made_in_parts() {
    let t = target!("s71_a_contact_is_made_in_parts", Contacts);
    let person = party(&t).await;
    let klant = &t.roots.klant;
    let contact = t.post(&format!("{klant}/klantcontacten"), &contact_body()).await.ok(201);
    let participant = json!({
        "wasPartij": { "uuid": person["uuid"] }, "hadKlantcontact": { "uuid": contact["uuid"] }, "rol": "klant", "initiator": false, "organisatienaam": "",
    });
    let participant = t.post(&format!("{klant}/betrokkenen"), &participant).await.ok(201);
    let subject = json!({
        "klantcontact": { "uuid": contact["uuid"] }, "wasKlantcontact": null,
        "onderwerpobjectidentificator": { "objectId": uuid::Uuid::new_v4(), "codeObjecttype": "zgw-Zaak", "codeRegister": "openzaak", "codeSoortObjectId": "uuid" },
    });
    let made = t.post(&format!("{klant}/onderwerpobjecten"), &subject).await.ok(201);
    assert_eq!(made["onderwerpobjectidentificator"], subject["onderwerpobjectidentificator"]);
    let now = t.again(&contact).await;
    assert_eq!(now["hadBetrokkenen"][0]["uuid"], participant["uuid"]);
    assert_eq!(now["gingOverOnderwerpobjecten"][0]["uuid"], made["uuid"]);
}

fn whole(person: &Value) -> Value {
    json!({
        "klantcontact": contact_body(),
        "betrokkene": { "wasPartij": { "uuid": person["uuid"] }, "rol": "klant", "initiator": true },
        "onderwerpobject": { "onderwerpobjectidentificator": {
            "objectId": uuid::Uuid::new_v4(), "codeObjecttype": "zgw-Zaak", "codeRegister": "openzaak", "codeSoortObjectId": "uuid",
        } },
    })
}

#[tokio::test]
async fn s71_a_contact_is_made_in_one_call() {
    let t = target!("s71_a_contact_is_made_in_one_call", Contacts);
    let person = party(&t).await;
    let made = t.post(&format!("{}/maak-klantcontact", t.roots.klant), &whole(&person)).await.ok(201);
    assert_eq!(made["klantcontact"]["hadBetrokkenen"][0]["uuid"], made["betrokkene"]["uuid"]);
    assert_eq!(made["klantcontact"]["gingOverOnderwerpobjecten"][0]["uuid"], made["onderwerpobject"]["uuid"]);
    assert_eq!(made["betrokkene"]["wasPartij"]["uuid"], person["uuid"]);
}

#[tokio::test]
async fn s72_our_number_is_the_key() {
    let t = target!("s72_our_number_is_the_key", Contacts);
    let contacts = format!("{}/klantcontacten", t.roots.klant);
    let (mut body, number, uuid) = (contact_body(), fresh::reference(), uuid::Uuid::new_v4().to_string());
    body["referentienummer"] = json!("P-1");
    t.post(&contacts, &body).await.wrong("referentienummer", "invalid");
    body["referentienummer"] = json!(number);
    body["uuid"] = json!(uuid);
    let made = t.post(&contacts, &body).await.ok(201);
    assert_ne!(made["uuid"], uuid.as_str(), "our uuid is ignored");
    t.get(&format!("{contacts}/{uuid}")).await.refused(404, "not_found");
    t.post(&contacts, &body).await.wrong("referentienummer", "unique");
    let found = t.get(&format!("{contacts}?referentienummer={number}")).await.ok(200);
    assert_eq!((&found["count"], &rows(&found)[0]["uuid"]), (&json!(1), &made["uuid"]));
    t.get(&format!("{contacts}?metadata=portaalId__exact__1")).await.wrong("nonFieldErrors", "unknown-parameters");
}

#[tokio::test]
async fn s73_without_a_number_it_is_stored_again() {
    let t = target!("s73_without_a_number_it_is_stored_again", Contacts);
    let contacts = format!("{}/klantcontacten", t.roots.klant);
    let (first, second) = (t.post(&contacts, &contact_body()).await.ok(201), t.post(&contacts, &contact_body()).await.ok(201));
    assert_ne!(first["uuid"], second["uuid"]);
    assert!(first["referentienummer"].is_null());
}

#[tokio::test]
async fn s74_contacts_of_a_person_come_newest_first() {
    let t = target!("s74_contacts_of_a_person_come_newest_first", Contacts);
    let person = party(&t).await;
    let make = format!("{}/maak-klantcontact", t.roots.klant);
    let first = t.post(&make, &whole(&person)).await.ok(201);
    let second = t.post(&make, &whole(&person)).await.ok(201);
    let found = t.get(&format!("{}/klantcontacten?hadBetrokkene__wasPartij__uuid={}", t.roots.klant, text(&person, "uuid"))).await.ok(200);
    let uuids: Vec<Value> = rows(&found).iter().map(|row| row["uuid"].clone()).collect();
    assert_eq!(uuids, [second["klantcontact"]["uuid"].clone(), first["klantcontact"]["uuid"].clone()]);
}
