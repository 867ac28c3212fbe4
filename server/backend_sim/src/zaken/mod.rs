//! Cases and their parts (zaken, S30 to S49).

pub mod case;
pub mod document;
pub mod object;
pub mod property;
pub mod register;
pub mod result;
pub mod role;
pub mod search;
pub mod status;

use crate::call::{Answer, Call, one};
use crate::clock;
use crate::field::{Field, check, text};
use crate::kind::Kind;
use crate::listing::{self, Filter};
use crate::problem::Problem;
use crate::rights::{may_see, of_case};
use crate::shown::shown;
use crate::store::Row;
use crate::tx::{Action, Event, Tx, set};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// A part of a case that is about to be made.
pub(crate) struct Part {
    /// The case it belongs to.
    pub case: Row,
    /// Its fields, checked.
    pub body: Map<String, Value>,
}

impl Part {
    /// Checks the fields of a part and finds its case.
    fn read(tx: &Tx<'_>, fields: &[Field], body: &Value) -> Result<Self, Problem> {
        let body = check(fields, body)?;
        let case = tx.at(Kind::Case, text(&body, "zaak")).cloned();
        let case = case.ok_or_else(|| Problem::field("zaak", "does_not_exist", "Ongeldige hyperlink - Object bestaat niet."))?;
        Ok(Self { case, body })
    }

    /// The type that a field of the part names; it must belong to the type of the case.
    fn type_of(&self, tx: &Tx<'_>, kind: Kind, name: &str) -> Result<Row, Problem> {
        let of = tx.at(kind, text(&self.body, name)).cloned();
        let of = of.ok_or_else(|| Problem::field(name, "does_not_exist", "Ongeldige hyperlink - Object bestaat niet."))?;
        if of.text("zaaktype") == self.case.text("zaaktype") {
            Ok(of)
        } else {
            Err(Problem::whole("zaaktype-mismatch", "Het type hoort niet bij het zaaktype van de zaak."))
        }
    }

    /// Stores the part, unless the case is closed (S46), and tells subscribers.
    fn store(self, tx: &mut Tx<'_>, call: &Call, kind: Kind, resource: &'static str) -> Result<Value, Problem> {
        refuse_closed(tx, call, &self.case, "zaken.geforceerd-bijwerken")?;
        Ok(self.store_anyway(tx, kind, resource))
    }

    fn store_anyway(self, tx: &mut Tx<'_>, kind: Kind, resource: &'static str) -> Value {
        let uuid = tx.store.new_id();
        let shown = tx.insert(kind, uuid, Some(self.case.uuid), Value::Object(self.body), Value::Null);
        let url = shown.get("url").and_then(Value::as_str).unwrap_or_default().to_owned();
        touch(tx, self.case.uuid);
        tell(tx, &self.case, resource, Action::Create, url);
        shown
    }
}

/// Refuses to change a closed case without the right to force or reopen (S46).
fn refuse_closed(tx: &Tx<'_>, call: &Call, case: &Row, scope: &str) -> Result<(), Problem> {
    let (of, level) = of_case(tx, case);
    let closed = case.body.get("einddatum").is_some_and(|end| !end.is_null());
    if closed && !call.caller.may(scope, &of, level) { Err(Problem::denied()) } else { Ok(()) }
}

/// Notes on a case that it changed.
fn touch(tx: &mut Tx<'_>, case: Uuid) {
    let now = Value::String(clock::written(tx.now));
    tx.store.update(Kind::Case, case, |row| set(&mut row.body, "laatstGemuteerd", now));
}

/// Tells subscribers of the channel `zaken` (S81).
fn tell(tx: &mut Tx<'_>, case: &Row, resource: &'static str, action: Action, url: String) {
    let catalogue = tx.at(Kind::CaseType, case.text("zaaktype")).map(|of| of.text("catalogus").to_owned());
    let attributes = json!({
        "zaaktype": case.text("zaaktype"),
        "bronorganisatie": case.text("bronorganisatie"),
        "zaaktype.catalogus": catalogue,
        "vertrouwelijkheidaanduiding": case.text("vertrouwelijkheidaanduiding"),
    });
    tx.events.push(Event { channel: "zaken", resource, action, url, main: case.url().to_owned(), attributes });
}

/// The rows of a kind that the query asks for and the caller may see.
fn visible(tx: &Tx<'_>, call: &Call, kind: Kind, filters: &[Filter], paged: bool) -> Result<Vec<Value>, Problem> {
    let rows = listing::chosen(tx, call, kind, filters, paged)?.into_iter();
    Ok(rows.filter(|row| may_see(tx, &call.caller, kind, row)).map(|row| shown(tx, kind, row)).collect())
}

/// The part of a case at the first identifier in the path.
fn read_part(tx: &Tx<'_>, call: &Call, kind: Kind) -> Result<Answer, Problem> {
    one(tx, kind, call.id(0)?)
}
