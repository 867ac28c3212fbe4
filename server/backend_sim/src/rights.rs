//! Whether a caller may do what it asks (section 3, S04, S06, S49).

use crate::call::{Call, Caller};
use crate::credentials::Mode;
use crate::kind::Kind;
use crate::level::Level;
use crate::problem::Problem;
use crate::store::Row;
use crate::tx::Tx;
use serde_json::Value;

/// What a route asks of its caller.
#[derive(Clone, Copy)]
pub enum Need {
    /// One of these scopes, on what the call is about.
    Scope(&'static [&'static str], About),
    /// To set a status: the first one comes with making the case.
    Status,
    /// To read or write objects of the type in question.
    Objects(Mode),
    /// To make object types.
    ObjectTypes,
    /// A good key is enough.
    Key,
}

/// What a call is about; rights hang on its type and its confidentiality.
#[derive(Clone, Copy)]
pub enum About {
    /// Nothing in particular: lists filter by themselves.
    Everything,
    /// A case that is to be made from the body, or from this field of it.
    NewCase(Option<&'static str>),
    /// The case in the path.
    CaseInPath,
    /// The case that the body names.
    CaseInBody,
    /// The case that the part in the path belongs to.
    PartInPath(Kind),
    /// A document that is to be made.
    NewDocument,
    /// The document in the path.
    DocumentInPath,
}

/// Refuses a caller without the right.
///
/// # Errors
/// 403 `permission_denied`.
pub fn check(tx: &Tx<'_>, call: &Call) -> Result<(), Problem> {
    let allowed = match call.route.need {
        Need::Key => !matches!(call.caller, Caller::Nobody),
        Need::Scope(scopes, about) => scoped(&call.caller, scopes, subject(tx, call, about)),
        Need::Status => {
            let case = tx.at(Kind::Case, call.text("zaak"));
            let first = case.is_some_and(|c| tx.store.parts(Kind::Status, c.uuid).next().is_none());
            let scopes: &[&str] = if first { &["zaken.aanmaken", "zaken.statussen.toevoegen"] } else { &["zaken.statussen.toevoegen"] };
            scoped(&call.caller, scopes, case.map(|c| of_case(tx, c)))
        }
        Need::Objects(mode) => objects(tx, call, mode),
        Need::ObjectTypes => match &call.caller {
            Caller::Objects(key) => key.administrator,
            Caller::Staff => true,
            Caller::Client(_) | Caller::Contacts | Caller::Nobody => false,
        },
    };
    if allowed { Ok(()) } else { Err(Problem::denied()) }
}

fn scoped(caller: &Caller, scopes: &[&str], subject: Option<(String, Level)>) -> bool {
    match (caller, subject) {
        (_, Some((of, level))) => scopes.iter().any(|scope| caller.may(scope, &of, level)),
        (Caller::Client(client), None) => scopes.iter().any(|scope| client.has(scope)),
        (caller, None) => matches!(caller, Caller::Staff),
    }
}

/// The type and the confidentiality of what a call is about; none when that does not exist.
fn subject(tx: &Tx<'_>, call: &Call, about: About) -> Option<(String, Level)> {
    let path = || call.id(0).ok();
    let case_of = |row: &Row| tx.store.get(Kind::Case, row.parent?).map(|case| of_case(tx, case));
    match about {
        About::Everything => None,
        About::NewCase(field) => {
            let body = field.map_or(Some(&call.body), |f| call.body.get(f))?;
            new_one(tx, Kind::CaseType, "zaaktype", "identificatie", body)
        }
        About::CaseInPath => tx.store.get(Kind::Case, path()?).map(|case| of_case(tx, case)),
        About::CaseInBody => tx.at(Kind::Case, call.text("zaak")).map(|case| of_case(tx, case)),
        About::PartInPath(kind) => tx.store.get(kind, path()?).and_then(case_of),
        About::NewDocument => new_one(tx, Kind::DocumentType, "informatieobjecttype", "omschrijving", &call.body),
        About::DocumentInPath => tx.store.get(Kind::Document, path()?).map(|document| of_document(tx, document)),
    }
}

fn new_one(tx: &Tx<'_>, kind: Kind, field: &str, name: &str, body: &Value) -> Option<(String, Level)> {
    let of = tx.at(kind, body.get(field)?.as_str()?)?;
    let level = body.get("vertrouwelijkheidaanduiding").and_then(Value::as_str).filter(|l| !l.is_empty());
    Some((of.text(name).to_owned(), Level::parse(level.unwrap_or_else(|| of.text("vertrouwelijkheidaanduiding")))))
}

/// The type and the confidentiality of a case.
#[must_use]
pub fn of_case(tx: &Tx<'_>, case: &Row) -> (String, Level) {
    of_row(tx, case, Kind::CaseType, "zaaktype", "identificatie")
}

/// The type and the confidentiality of a document.
#[must_use]
pub fn of_document(tx: &Tx<'_>, document: &Row) -> (String, Level) {
    of_row(tx, document, Kind::DocumentType, "informatieobjecttype", "omschrijving")
}

fn of_row(tx: &Tx<'_>, row: &Row, kind: Kind, field: &str, name: &str) -> (String, Level) {
    let of = tx.at(kind, row.text(field)).map(|r| r.text(name).to_owned()).unwrap_or_default();
    (of, Level::parse(row.text("vertrouwelijkheidaanduiding")))
}

/// Whether a row of a list may be seen: a case, a part of one, or a document.
#[must_use]
pub fn may_see(tx: &Tx<'_>, caller: &Caller, kind: Kind, row: &Row) -> bool {
    let (scope, subject) = if kind == Kind::Document {
        ("documenten.lezen", Some(of_document(tx, row)))
    } else if kind == Kind::Case {
        ("zaken.lezen", Some(of_case(tx, row)))
    } else {
        ("zaken.lezen", row.parent.and_then(|case| tx.store.get(Kind::Case, case)).map(|case| of_case(tx, case)))
    };
    subject.is_some_and(|(of, level)| caller.may(scope, &of, level))
}

/// Whether the caller may read, or write, objects of a type.
#[must_use]
pub fn may_objects(tx: &Tx<'_>, caller: &Caller, type_url: &str, mode: Mode) -> bool {
    match caller {
        Caller::Objects(key) => tx.at(Kind::ObjectType, type_url).is_none_or(|of| key.may(of.text("name"), mode)),
        Caller::Staff => true,
        Caller::Client(_) | Caller::Contacts | Caller::Nobody => false,
    }
}

fn objects(tx: &Tx<'_>, call: &Call, mode: Mode) -> bool {
    let in_path = call.id(0).ok().and_then(|uuid| tx.store.get(Kind::Object, uuid)).map(|object| object.text("type"));
    may_objects(tx, &call.caller, in_path.unwrap_or_else(|| call.text("type")), mode)
}
