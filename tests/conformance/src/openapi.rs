//! Answers and requests against the API descriptions: required fields, and types of all fields that are there.

use jsonschema::Validator;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

/// One API description.
pub struct Description {
    document: Value,
    requests: Mutex<BTreeMap<String, Arc<Validator>>>,
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
        Description { document, requests: Mutex::default() }
    })
}

/// Which way a body goes: some fields are only read, others only written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Answer,
    Request,
}

impl Side {
    /// The mark of fields that do not go this way.
    const fn absent(self) -> &'static str {
        if matches!(self, Self::Answer) { "writeOnly" } else { "readOnly" }
    }
}

impl Description {
    /// What is wrong with `body` as the body of `method` on `path`, whose identifiers are written as `{}`.
    #[must_use]
    pub fn request_faults(&self, method: &str, path: &str, body: &Value) -> Vec<String> {
        let described = self.document["paths"].as_object().unwrap().iter().find(|(name, _)| without_names(name) == path);
        let content = described.map(|(_, operations)| &operations[method.to_lowercase()]["requestBody"]["content"]["application/json"]["schema"]);
        let Some(schema) = content.filter(|schema| !schema.is_null()) else { return vec![format!("{method} {path} is not described")] };
        let mut found = self.unknown(&[schema], body, &format!("{method} {path} "));
        let validator = self.request(&format!("{method} {path}"), schema);
        found.extend(validator.iter_errors(body).map(|error| format!("{method} {path} {}: {:?}", error.instance_path(), error.kind())));
        found
    }

    fn request(&self, operation: &str, schema: &Value) -> Arc<Validator> {
        let build = || {
            let options = jsonschema::options().with_draft(jsonschema::Draft::Draft7).should_validate_formats(true);
            Arc::new(options.build(&self.as_json_schema(schema, Side::Request)).unwrap())
        };
        Arc::clone(self.requests.lock().unwrap().entry(operation.to_owned()).or_insert_with(build))
    }

    /// The fields of `body`, at any depth, that no description has or that are only read. An object without any described field is free.
    fn unknown(&self, schemas: &[&Value], body: &Value, at: &str) -> Vec<String> {
        let mut all = Vec::new();
        for schema in schemas {
            self.parts(schema, &mut all);
        }
        let fields = |name: &str| all.iter().filter_map(|part| part["properties"].get(name)).filter(|f| f["readOnly"] != true).collect::<Vec<_>>();
        match body {
            Value::Object(map) if all.iter().any(|part| part["properties"].is_object()) => {
                let of = |(name, value): (&String, &Value)| match fields(name) {
                    known if known.is_empty() => vec![format!("{at}/{name} is not described")],
                    known => self.unknown(&known, value, &format!("{at}/{name}")),
                };
                map.iter().flat_map(of).collect()
            }
            Value::Array(list) => {
                let items: Vec<&Value> = all.iter().filter_map(|part| part.get("items")).collect();
                list.iter().flat_map(|one| self.unknown(&items, one, &format!("{at}/*"))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// A schema and all that it is made of.
    fn parts<'s>(&'s self, schema: &'s Value, all: &mut Vec<&'s Value>) {
        if let Some(name) = schema["$ref"].as_str().and_then(|r| r.strip_prefix("#/components/schemas/")) {
            return self.parts(&self.document["components"]["schemas"][name], all);
        }
        all.push(schema);
        for group in ["allOf", "oneOf", "anyOf"] {
            schema[group].as_array().into_iter().flatten().for_each(|part| self.parts(part, all));
        }
    }

    /// What is wrong with `answer` as an answer to `method` on `path` with `status`.
    #[must_use]
    pub fn faults(&self, method: &str, path: &str, status: u16, answer: &Value) -> Vec<String> {
        let content = &self.document["paths"][path][method]["responses"][status.to_string()]["content"];
        let schema = content.as_object().and_then(|c| c.values().next()).map(|c| &c["schema"]);
        let Some(schema) = schema else { return vec![format!("{method} {path} {status} is not described")] };
        let schema = self.as_json_schema(schema, Side::Answer);
        let validator = jsonschema::options().with_draft(jsonschema::Draft::Draft7).build(&schema).unwrap();
        validator.iter_errors(answer).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }

    /// The schema with all it points at, as a JSON Schema: `nullable` becomes a type, references to other files fit anything, and
    /// fields that do not go this way are left out.
    fn as_json_schema(&self, schema: &Value, side: Side) -> Value {
        let mut definitions = Map::new();
        let mut wanted = Vec::new();
        let mut root = converted(schema, side, &mut wanted);
        while let Some(name) = wanted.pop() {
            if !definitions.contains_key(&name) {
                let schema = converted(&self.document["components"]["schemas"][&name], side, &mut wanted);
                definitions.insert(name, schema);
            }
        }
        root["definitions"] = Value::Object(definitions);
        root
    }
}

/// Fields that are null in recorded answers (01.1, 06.1, 07.1, 10.2), although the descriptions do not allow it.
const NULL_ALL_THE_SAME: [&str; 5] = ["correctedBy", "correctionFor", "eindeObject", "objectIdentificatie", "zaakobjecttype"];

/// The path of a description with `{}` for every identifier.
fn without_names(path: &str) -> String {
    path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect::<Vec<_>>().join("/")
}

fn property(name: &str, schema: &Value, side: Side, wanted: &mut Vec<String>) -> Value {
    let schema = converted(schema, side, wanted);
    if side == Side::Answer && NULL_ALL_THE_SAME.contains(&name) { json!({ "anyOf": [{ "type": "null" }, schema] }) } else { schema }
}

fn converted(schema: &Value, side: Side, wanted: &mut Vec<String>) -> Value {
    match schema {
        Value::Array(list) => list.iter().map(|one| converted(one, side, wanted)).collect(),
        Value::Object(map) => {
            if let Some(reference) = map.get("$ref").and_then(Value::as_str) {
                let Some(name) = reference.strip_prefix("#/components/schemas/") else { return json!({}) };
                wanted.push(name.to_owned());
                return json!({ "$ref": format!("#/definitions/{name}") });
            }
            let mut out = Map::new();
            for (name, value) in map {
                match name.as_str() {
                    "nullable" | "readOnly" | "writeOnly" | "example" | "description" | "title" | "default" | "discriminator" => {}
                    // Formats and lengths of texts are those of requests; answers may hold an empty text.
                    "format" | "minLength" | "pattern" if side == Side::Answer => {}
                    "enum" | "format" | "pattern" => drop(out.insert(name.clone(), value.clone())),
                    "required" => {
                        let goes = |field: &&Value| map.get("properties").is_none_or(|all| all[field.as_str().unwrap()][side.absent()] != true);
                        out.insert(name.clone(), value.as_array().unwrap().iter().filter(goes).cloned().collect());
                    }
                    // The alternatives differ by one word that the description does not narrow: more than one may fit.
                    "oneOf" => drop(out.insert("anyOf".to_owned(), converted(value, side, wanted))),
                    "properties" => {
                        let fields = value.as_object().unwrap().iter().filter(|(_, field)| field[side.absent()] != true);
                        out.insert(name.clone(), Value::Object(fields.map(|(n, f)| (n.clone(), property(n, f, side, wanted))).collect()));
                    }
                    _ => drop(out.insert(name.clone(), converted(value, side, wanted))),
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
