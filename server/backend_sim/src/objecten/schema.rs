//! JSON Schema of object types (S63).

use crate::number::check_bsn;
use crate::problem::Problem;
use serde_json::Value;

/// What is wrong with `data` under `schema`, one text each; the texts repeat values, as real programs do (S12).
#[must_use]
pub fn errors(schema: &Value, data: &Value) -> Vec<String> {
    match jsonschema::validator_for(schema) {
        Ok(validator) => validator.iter_errors(data).map(|error| error.to_string()).collect(),
        Err(error) => vec![error.to_string()],
    }
}

/// Refuses a schema that is none.
///
/// # Errors
/// 400 `invalid-json-schema` on `jsonSchema`.
pub fn check_schema(schema: &Value) -> Result<(), Problem> {
    match jsonschema::validator_for(schema) {
        Ok(_) => Ok(()),
        Err(error) => Err(Problem::field("jsonSchema", "invalid-json-schema", error.to_string())),
    }
}

/// Refuses data with a number of somebody (section 11.1): the fields named `bsn`, at every level.
///
/// # Errors
/// As [`check_bsn`].
pub fn refuse_people(data: &Value) -> Result<(), Problem> {
    match data {
        Value::Object(map) => map.iter().try_for_each(|(name, value)| match value.as_str() {
            Some(bsn) if name.eq_ignore_ascii_case("bsn") => check_bsn(name, bsn),
            _ => refuse_people(value),
        }),
        Value::Array(list) => list.iter().try_for_each(refuse_people),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
    }
}
