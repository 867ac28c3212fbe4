//! Answers against the API descriptions: required fields, and types of all fields that are there.

use serde_json::{Map, Value, json};
use std::path::Path;
use std::sync::OnceLock;

/// One API description.
pub struct Description {
    document: Value,
}

/// Cases, documents, types, objects, notifications, contacts.
#[derive(Debug, Clone, Copy)]
pub enum Api {
    /// Cases, as Open Zaak describes them.
    Zaken,
    /// Documents.
    Documenten,
    /// Types.
    Catalogi,
    /// Objects.
    Objecten,
    /// Notifications.
    Notificaties,
    /// Contacts.
    Klant,
}

/// The description of an API, read once.
#[must_use]
pub fn description(api: Api) -> &'static Description {
    static ALL: [OnceLock<Description>; 6] = [const { OnceLock::new() }; 6];
    const FILES: [&str; 6] = [
        "zaken-openzaak-1.30.0.yaml",
        "documenten-openzaak-1.30.0.yaml",
        "catalogi-openzaak-1.30.0.yaml",
        "objecten-objecttypen-openobject-4.0.0.yaml",
        "notificaties-opennotificaties-1.16.1.yaml",
        "klantinteracties-openklant-2.18.0.yaml",
    ];
    ALL[api as usize].get_or_init(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi").join(FILES[api as usize]);
        let document: Value = serde_norway::from_slice(&std::fs::read(path).unwrap()).unwrap();
        Description { document }
    })
}

impl Description {
    /// What is wrong with `answer` as an answer to `method` on `path` with `status`.
    #[must_use]
    pub fn faults(&self, method: &str, path: &str, status: u16, answer: &Value) -> Vec<String> {
        let content = &self.document["paths"][path][method]["responses"][status.to_string()]["content"];
        let schema = content.as_object().and_then(|c| c.values().next()).map(|c| &c["schema"]);
        let Some(schema) = schema else { return vec![format!("{method} {path} {status} is not described")] };
        let schema = self.as_json_schema(schema);
        let validator = jsonschema::options().with_draft(jsonschema::Draft::Draft7).build(&schema).unwrap();
        validator.iter_errors(answer).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }

    /// The schema with all it points at, as a JSON Schema: `nullable` becomes a type, references to other files fit anything, and
    /// fields that are only written are left out.
    fn as_json_schema(&self, schema: &Value) -> Value {
        let mut definitions = Map::new();
        let mut wanted = Vec::new();
        let mut root = converted(schema, &mut wanted);
        while let Some(name) = wanted.pop() {
            if !definitions.contains_key(&name) {
                let schema = converted(&self.document["components"]["schemas"][&name], &mut wanted);
                definitions.insert(name, schema);
            }
        }
        root["definitions"] = Value::Object(definitions);
        root
    }
}

/// Fields that are null in recorded answers (01.1, 06.1, 07.1, 10.2), although the descriptions do not allow it.
const NULL_ALL_THE_SAME: [&str; 5] = ["correctedBy", "correctionFor", "eindeObject", "objectIdentificatie", "zaakobjecttype"];

fn property(name: &str, schema: &Value, wanted: &mut Vec<String>) -> Value {
    let schema = converted(schema, wanted);
    if NULL_ALL_THE_SAME.contains(&name) { json!({ "anyOf": [{ "type": "null" }, schema] }) } else { schema }
}

fn converted(schema: &Value, wanted: &mut Vec<String>) -> Value {
    match schema {
        Value::Array(list) => list.iter().map(|one| converted(one, wanted)).collect(),
        Value::Object(map) => {
            if let Some(reference) = map.get("$ref").and_then(Value::as_str) {
                let Some(name) = reference.strip_prefix("#/components/schemas/") else { return json!({}) };
                wanted.push(name.to_owned());
                return json!({ "$ref": format!("#/definitions/{name}") });
            }
            let mut out = Map::new();
            for (name, value) in map {
                match name.as_str() {
                    // Formats and lengths of texts are those of requests; answers may hold an empty text.
                    "nullable" | "format" | "minLength" | "readOnly" | "example" | "description" | "title" | "default" | "pattern" | "discriminator" => {}
                    "enum" => drop(out.insert(name.clone(), value.clone())),
                    "required" => {
                        let read = |field: &&Value| map.get("properties").is_none_or(|all| all[field.as_str().unwrap()]["writeOnly"] != true);
                        out.insert(name.clone(), value.as_array().unwrap().iter().filter(read).cloned().collect());
                    }
                    // The alternatives differ by one word that the description does not narrow: more than one may fit.
                    "oneOf" => drop(out.insert("anyOf".to_owned(), converted(value, wanted))),
                    "properties" => {
                        let fields = value.as_object().unwrap().iter().filter(|(_, field)| field["writeOnly"] != true);
                        out.insert(name.clone(), Value::Object(fields.map(|(n, f)| (n.clone(), property(n, f, wanted))).collect()));
                    }
                    _ => drop(out.insert(name.clone(), converted(value, wanted))),
                }
            }
            if map.get("nullable") == Some(&Value::Bool(true)) {
                return json!({ "anyOf": [{ "type": "null" }, out] });
            }
            Value::Object(out)
        }
        other => other.clone(),
    }
}
