//! Answers of a later version (S16): what a tolerant reader must survive.

use serde_json::{Value, json};

/// Fields that may be null by the API descriptions, and do not say what happened to a submission.
const MAY_BE_NULL: [&str; 15] = [
    "uiterlijkeEinddatumAfdoening",
    "einddatumGepland",
    "publicatiedatum",
    "laatstGeopend",
    "opschorting",
    "processobject",
    "bestandsomvang",
    "ontvangstdatum",
    "servicenorm",
    "verlengingstermijn",
    "indicatieContactGelukt",
    "plaatsgevondenOp",
    "geometry",
    "publishedAt",
    "bezoekadres",
];

/// Enumerations, and no key of ours among them.
const ENUMERATIONS: [&str; 8] = [
    "archiefstatus",
    "betalingsindicatie",
    "aardRelatieWeergave",
    "indicatieInternOfExtern",
    "dataClassification",
    "updateFrequency",
    "voorkeurstaal",
    "verschijningsvorm",
];

/// Keys whose content is the caller's own and stays as it is.
const OURS: [&str; 5] = ["data", "jsonSchema", "metadata", "kenmerken", "authenticatieContext"];

/// Changes an answer into one of a later version.
pub fn change(body: &mut Value) {
    match body {
        Value::Array(list) => list.iter_mut().for_each(change),
        Value::Object(map) => {
            for (name, value) in map.iter_mut() {
                if MAY_BE_NULL.contains(&name.as_str()) {
                    *value = Value::Null;
                } else if ENUMERATIONS.contains(&name.as_str()) && value.is_string() {
                    *value = "waarde_van_later".into();
                } else if !OURS.contains(&name.as_str()) {
                    change(value);
                }
            }
            map.insert("veldVanLater".to_owned(), json!({ "soort": "onbekend", "waarden": [1, 2] }));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s16_fields_are_added_emptied_and_renewed() {
        let mut body = json!({ "results": [{ "archiefstatus": "nog_te_archiveren", "publicatiedatum": "2026-11-21", "identificatie": "P-1" }] });
        change(&mut body);
        let first = &body["results"][0];
        assert_eq!(first["identificatie"], "P-1");
        assert!(first["publicatiedatum"].is_null() && first["archiefstatus"] == "waarde_van_later" && first["veldVanLater"].is_object());
    }
}
