//! Fields of requests: which must be there, how long they may be, and what stands in the answer when they were left out (S32).

use crate::clock;
use crate::number::passes_eleven_test;
use crate::problem::{Param, Problem};
use serde_json::{Map, Value};

/// A field of a request.
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What may stand in it.
    pub form: Form,
    /// What happens without it.
    pub absent: Absent,
}

/// What may stand in a field.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// Text up to a number of characters.
    Text(usize),
    /// The number of an organisation: nine digits, eleven-test.
    Rsin,
    /// A date such as `2026-11-21`.
    Date,
    /// A moment with its zone.
    Time,
    /// An absolute URL up to a number of characters.
    Url(usize),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// True or false.
    Flag,
    /// A whole number.
    Number,
    /// A JSON object.
    Object,
    /// A list.
    List,
}

/// What happens without a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    /// It is refused: `required`.
    Refused,
    /// It is null; null may be sent.
    Null,
    /// It is an empty text; an empty text may be sent.
    Blank,
    /// It is an empty list.
    Empty,
    /// It is false.
    No,
    /// It is an empty object.
    Nothing,
}

/// Shorthand for a line of a table of fields.
#[must_use]
pub const fn field(name: &'static str, form: Form, absent: Absent) -> Field {
    Field { name, form, absent }
}

/// Checks a request against its fields and gives the body to store: every field there, values normalised, unknown ones left out.
///
/// # Errors
/// 400 with every wrong field.
pub fn check(fields: &[Field], body: &Value) -> Result<Map<String, Value>, Problem> {
    let given = body.as_object().ok_or_else(|| Problem::whole("invalid", "Ongeldige data. Verwacht een object."))?;
    let (mut kept, mut wrong) = (Map::new(), Vec::new());
    for field in fields {
        match value(field, given.get(field.name)) {
            Ok(value) => drop(kept.insert(field.name.to_owned(), value)),
            Err(faults) => wrong.extend(faults.into_iter().map(|(code, reason)| Param { name: field.name.to_owned(), code, reason })),
        }
    }
    if wrong.is_empty() { Ok(kept) } else { Err(Problem::fields(wrong)) }
}

/// A text field of a checked body; empty when it is null.
#[must_use]
pub fn text<'m>(body: &'m Map<String, Value>, name: &str) -> &'m str {
    body.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Puts `value` where nothing was sent.
pub fn fill(body: &mut Map<String, Value>, name: &str, value: Value) {
    let place = body.entry(name).or_insert(Value::Null);
    if place.is_null() || place == "" {
        *place = value;
    }
}

type Fault = (&'static str, String);

fn value(field: &Field, given: Option<&Value>) -> Result<Value, Vec<Fault>> {
    let fault = |code, reason: &str| Err(vec![(code, reason.to_owned())]);
    match (given, field.absent) {
        (None, Absent::Refused) => fault("required", "Dit veld is vereist."),
        (Some(Value::Null) | None, Absent::Null) => Ok(Value::Null),
        (None, Absent::Blank) => Ok(Value::from("")),
        (None, Absent::Empty) => Ok(Value::Array(Vec::new())),
        (None, Absent::No) => Ok(Value::Bool(false)),
        (None, Absent::Nothing) => Ok(Value::Object(Map::new())),
        (Some(Value::Null), _) => fault("null", "Dit veld mag niet leeg zijn."),
        (Some(Value::String(text)), Absent::Blank) if text.is_empty() => Ok(Value::from("")),
        (Some(Value::String(text)), _) if text.is_empty() && matches!(field.form, Form::Text(_)) => fault("blank", "Dit veld mag niet leeg zijn."),
        (Some(given), _) => formed(field.form, given),
    }
}

fn formed(form: Form, given: &Value) -> Result<Value, Vec<Fault>> {
    let invalid = |reason: &str| Err(vec![("invalid", reason.to_owned())]);
    let text = given.as_str();
    match form {
        Form::Text(longest) => text.map_or_else(|| invalid("Geen geldige tekst."), |t| short(t, longest)),
        Form::Rsin => text.map_or_else(|| invalid("Geen geldige tekst."), organisation),
        Form::Date => match text.and_then(clock::date) {
            Some(date) => Ok(Value::String(date.to_string())),
            None => invalid("Datum heeft een ongeldig formaat, gebruik YYYY-MM-DD."),
        },
        Form::Time => match text.and_then(clock::moment) {
            Some(at) => Ok(Value::String(clock::written(at))),
            None => invalid("Datetime heeft een ongeldig formaat."),
        },
        Form::Url(longest) => match text {
            Some(t) if t.starts_with("http://") || t.starts_with("https://") => short(t, longest),
            _ => invalid("Voer een geldige URL in."),
        },
        Form::OneOf(words) => match text {
            Some(t) if words.contains(&t) => Ok(given.clone()),
            _ => Err(vec![("invalid_choice", format!("{given} is een ongeldige keuze."))]),
        },
        Form::Flag if given.is_boolean() => Ok(given.clone()),
        Form::Flag => invalid("Moet een geldige boolean zijn."),
        Form::Number if given.is_u64() => Ok(given.clone()),
        Form::Number => invalid("Een geldig getal is vereist."),
        Form::Object if given.is_object() => Ok(given.clone()),
        Form::Object => invalid("Ongeldige data. Verwacht een object."),
        Form::List if given.is_array() => Ok(given.clone()),
        Form::List => Err(vec![("not_a_list", "Verwacht een lijst.".to_owned())]),
    }
}

fn short(text: &str, longest: usize) -> Result<Value, Vec<Fault>> {
    if text.chars().count() > longest {
        return Err(vec![("max_length", format!("Zorg ervoor dat dit veld niet meer dan {longest} karakters bevat."))]);
    }
    Ok(Value::from(text))
}

/// More than one fault is possible at once (S10).
fn organisation(text: &str) -> Result<Value, Vec<Fault>> {
    let mut faults = Vec::new();
    if !passes_eleven_test(text) {
        faults.push(("invalid", "Onjuist RSIN nummer".to_owned()));
    }
    match text.chars().count() {
        0..9 => faults.push(("min_length", "Dit veld moet ten minste 9 karakters bevatten.".to_owned())),
        9 => {}
        _ => faults.push(("max_length", "Zorg ervoor dat dit veld niet meer dan 9 karakters bevat.".to_owned())),
    }
    if faults.is_empty() { Ok(Value::from(text)) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn codes(fields: &[Field], body: &Value) -> Vec<(String, &'static str)> {
        check(fields, body).unwrap_err().params.into_iter().map(|p| (p.name, p.code)).collect()
    }

    #[test]
    fn s10_a_bad_rsin_gives_two_faults() {
        let fields = [field("bronorganisatie", Form::Rsin, Absent::Refused)];
        let name = "bronorganisatie".to_owned();
        assert_eq!(codes(&fields, &json!({ "bronorganisatie": "123" })), [(name.clone(), "invalid"), (name.clone(), "min_length")]);
        assert_eq!(codes(&fields, &json!({ "bronorganisatie": "123456789" })), [(name.clone(), "invalid")]);
        assert_eq!(codes(&fields, &json!({})), [(name, "required")]);
    }

    #[test]
    fn what_is_left_out_stands_in_the_answer() {
        let fields = [field("a", Form::Date, Absent::Null), field("b", Form::Text(3), Absent::Blank), field("c", Form::List, Absent::Empty)];
        let kept = check(&fields, &json!({ "unknown": 1 })).unwrap();
        assert_eq!(Value::Object(kept), json!({ "a": null, "b": "", "c": [] }));
        assert_eq!(codes(&fields, &json!({ "b": "four", "c": 1 })).len(), 2);
    }
}
