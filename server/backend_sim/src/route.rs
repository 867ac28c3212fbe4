//! The table of routes: every call that the backend knows, with its step name, its rights and its rule (sections 11.2, 11.4).

use crate::api::Api;
use crate::call::{Answer, Call};
use crate::config::Shape;
use crate::credentials::Mode::{Read, Write};
use crate::kind::Kind;
use crate::problem::Problem;
use crate::rights::About::{CaseInBody, CaseInPath, DocumentInPath, Everything, NewCase, NewDocument, PartInPath};
use crate::rights::Need::{self, Key, ObjectTypes, Objects, Scope, Status};
use crate::tx::Tx;
use crate::{catalogi, documenten, klant, notificaties, objecten, zaken};

/// A rule: what a call does and answers.
pub type Rule = fn(&mut Tx<'_>, &Call) -> Result<Answer, Problem>;

/// Which headers of the coordinate system a route asks for (S07).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crs {
    /// None.
    No,
    /// `Content-Crs` on writes and `Accept-Crs` on all but DELETE.
    Both,
    /// `Content-Crs` on writes.
    Content,
}

/// One line of the table.
pub struct Route {
    /// The HTTP method.
    pub method: &'static str,
    /// The API.
    pub api: Api,
    /// The path below the root of the API; `{}` stands for an identifier.
    pub path: &'static str,
    /// The name of the step, for faults and for the log.
    pub step: &'static str,
    /// What it asks of its caller.
    pub need: Need,
    /// Which headers of the coordinate system it asks for.
    pub crs: Crs,
    /// Whether only Open Zaak has it, not the standard.
    pub extra: bool,
    /// What it does.
    pub run: Rule,
}

impl Route {
    /// Whether it changes anything.
    #[must_use]
    pub fn writes(&self) -> bool {
        self.method != "GET" && self.step != "zaak.search"
    }

    /// Whether it has a JSON body.
    #[must_use]
    pub fn has_body(&self) -> bool {
        matches!(self.method, "POST" | "PUT" | "PATCH")
    }

    /// Its path under the public URL with `ids` in place.
    #[must_use]
    pub fn collection(&self, ids: &[String]) -> String {
        let mut left = ids.iter();
        let parts = self.path.split('/').map(|part| if part == "{}" { left.next().map_or("", String::as_str) } else { part });
        format!("{}{}", self.api.root(), parts.collect::<Vec<_>>().join("/"))
    }

    /// The identifiers in `path`, if it is a path of this route.
    fn ids(&self, path: &str) -> Option<Vec<String>> {
        let (mut ids, mut given) = (Vec::new(), path.split('/'));
        for part in self.path.split('/') {
            match given.next()? {
                id if part == "{}" && !id.is_empty() => ids.push(id.to_owned()),
                same if same == part => {}
                _ => return None,
            }
        }
        given.next().is_none().then_some(ids)
    }
}

/// Finds the route of a method and a path.
///
/// # Errors
/// 404 for an unknown path, 405 for another method (S14).
pub fn find(shape: Shape, method: &str, path: &str) -> Result<(&'static Route, Vec<String>), Problem> {
    let (api, rest) = Api::of(path).ok_or(Problem::not_found())?;
    let here = || ROUTES.iter().filter(|r| r.api == api && !(r.extra && shape == Shape::Standard)).filter_map(|r| Some((r, r.ids(rest)?)));
    if let Some(found) = here().find(|(route, _)| route.method == method) {
        return Ok(found);
    }
    let allowed: Vec<&str> = here().map(|(route, _)| route.method).collect();
    Err(if allowed.is_empty() { Problem::not_found() } else { Problem::wrong_method(&allowed) })
}

const fn line(method: &'static str, api: Api, path: &'static str, step: &'static str, need: Need, run: Rule) -> Route {
    Route { method, api, path, step, need, crs: Crs::No, extra: false, run }
}

const fn crs(route: Route, crs: Crs) -> Route {
    Route { crs, ..route }
}

const fn extra(route: Route) -> Route {
    Route { extra: true, ..route }
}

const READ_CASES: &[&str] = &["zaken.lezen"];
const MAKE_CASES: &[&str] = &["zaken.aanmaken"];
const CHANGE_CASES: &[&str] = &["zaken.bijwerken", "zaken.geforceerd-bijwerken"];
const MAKE_OR_CHANGE: &[&str] = &["zaken.aanmaken", "zaken.bijwerken", "zaken.geforceerd-bijwerken"];
const READ_TYPES: Need = Scope(&["catalogi.lezen"], Everything);
const SUBSCRIBE: Need = Scope(&["notificaties.consumeren"], Everything);
const PUBLISH: Need = Scope(&["notificaties.publiceren", "notificaties.consumeren"], Everything);

const fn reads(about: crate::rights::About) -> Need {
    Scope(READ_CASES, about)
}

/// All routes. Where two paths could fit, the more exact one stands first.
pub static ROUTES: &[Route] = &[
    crs(line("POST", Api::Zaken, "/zaken/_zoek", "zaak.search", reads(Everything), zaken::search::by_body), Crs::Both),
    crs(line("GET", Api::Zaken, "/zaken", "zaak.find", reads(Everything), zaken::search::by_query), Crs::Both),
    crs(line("POST", Api::Zaken, "/zaken", "zaak.create", Scope(MAKE_CASES, NewCase(None)), zaken::case::create), Crs::Both),
    crs(line("GET", Api::Zaken, "/zaken/{}", "zaak.read", reads(CaseInPath), zaken::case::read), Crs::Both),
    crs(line("PATCH", Api::Zaken, "/zaken/{}", "zaak.patch", Scope(CHANGE_CASES, CaseInPath), zaken::case::patch), Crs::Both),
    crs(line("PUT", Api::Zaken, "/zaken/{}", "zaak.update", Scope(CHANGE_CASES, CaseInPath), zaken::case::replace), Crs::Both),
    crs(line("DELETE", Api::Zaken, "/zaken/{}", "zaak.delete", Scope(&["zaken.verwijderen"], CaseInPath), zaken::case::delete), Crs::Both),
    extra(crs(line("POST", Api::Zaken, "/zaak_registreren", "registreren", Scope(MAKE_CASES, NewCase(Some("zaak"))), zaken::register::register), Crs::Both)),
    line("GET", Api::Zaken, "/zaken/{}/zaakeigenschappen", "eigenschap.find", reads(CaseInPath), zaken::property::list),
    line("POST", Api::Zaken, "/zaken/{}/zaakeigenschappen", "eigenschap.create", Scope(CHANGE_CASES, CaseInPath), zaken::property::create),
    line("GET", Api::Zaken, "/zaken/{}/zaakeigenschappen/{}", "eigenschap.read", reads(CaseInPath), zaken::property::read),
    line("GET", Api::Zaken, "/zaakinformatieobjecten", "zio.find", reads(Everything), zaken::document::list),
    line("POST", Api::Zaken, "/zaakinformatieobjecten", "zio.create", Scope(MAKE_OR_CHANGE, CaseInBody), zaken::document::create),
    line("GET", Api::Zaken, "/zaakinformatieobjecten/{}", "zio.read", reads(PartInPath(Kind::CaseDocument)), zaken::document::read),
    line("GET", Api::Zaken, "/rollen", "rol.find", reads(Everything), zaken::role::list),
    line("POST", Api::Zaken, "/rollen", "rol.create", Scope(CHANGE_CASES, CaseInBody), zaken::role::create),
    line("GET", Api::Zaken, "/rollen/{}", "rol.read", reads(PartInPath(Kind::Role)), zaken::role::read),
    extra(line("PUT", Api::Zaken, "/rollen/{}", "rol.update", Scope(CHANGE_CASES, PartInPath(Kind::Role)), zaken::role::replace)),
    line("DELETE", Api::Zaken, "/rollen/{}", "rol.delete", Scope(CHANGE_CASES, PartInPath(Kind::Role)), zaken::role::delete),
    line("GET", Api::Zaken, "/statussen", "status.find", reads(Everything), zaken::status::list),
    line("POST", Api::Zaken, "/statussen", "status.create", Status, zaken::status::create),
    line("GET", Api::Zaken, "/statussen/{}", "status.read", reads(PartInPath(Kind::Status)), zaken::status::read),
    line("GET", Api::Zaken, "/resultaten", "resultaat.find", reads(Everything), zaken::result::list),
    line("POST", Api::Zaken, "/resultaten", "resultaat.create", Scope(CHANGE_CASES, CaseInBody), zaken::result::create),
    line("GET", Api::Zaken, "/resultaten/{}", "resultaat.read", reads(PartInPath(Kind::Result)), zaken::result::read),
    line("GET", Api::Zaken, "/zaakobjecten", "zaakobject.find", reads(Everything), zaken::object::list),
    line("POST", Api::Zaken, "/zaakobjecten", "zaakobject.create", Scope(MAKE_OR_CHANGE, CaseInBody), zaken::object::create),
    line("GET", Api::Zaken, "/zaakobjecten/{}", "zaakobject.read", reads(PartInPath(Kind::CaseObject)), zaken::object::read),
    line("GET", Api::Documenten, "/enkelvoudiginformatieobjecten", "document.find", Scope(&["documenten.lezen"], Everything), documenten::list),
    line("POST", Api::Documenten, "/enkelvoudiginformatieobjecten", "document.create", Scope(&["documenten.aanmaken"], NewDocument), documenten::create),
    line("GET", Api::Documenten, "/enkelvoudiginformatieobjecten/{}", "document.read", Scope(&["documenten.lezen"], DocumentInPath), documenten::read),
    line(
        "GET",
        Api::Documenten,
        "/enkelvoudiginformatieobjecten/{}/download",
        "document.download",
        Scope(&["documenten.lezen"], DocumentInPath),
        documenten::download,
    ),
    line("GET", Api::Catalogi, "/catalogussen", "catalogi.catalogussen", READ_TYPES, catalogi::catalogues),
    line("GET", Api::Catalogi, "/catalogussen/{}", "catalogi.catalogussen", READ_TYPES, catalogi::catalogue),
    line("GET", Api::Catalogi, "/zaaktypen", "catalogi.zaaktypen", READ_TYPES, catalogi::case_types),
    line("GET", Api::Catalogi, "/zaaktypen/{}", "catalogi.zaaktypen", READ_TYPES, catalogi::case_type),
    line("GET", Api::Catalogi, "/statustypen", "catalogi.statustypen", READ_TYPES, catalogi::status_types),
    line("GET", Api::Catalogi, "/statustypen/{}", "catalogi.statustypen", READ_TYPES, catalogi::status_type),
    line("GET", Api::Catalogi, "/roltypen", "catalogi.roltypen", READ_TYPES, catalogi::role_types),
    line("GET", Api::Catalogi, "/roltypen/{}", "catalogi.roltypen", READ_TYPES, catalogi::role_type),
    line("GET", Api::Catalogi, "/resultaattypen", "catalogi.resultaattypen", READ_TYPES, catalogi::result_types),
    line("GET", Api::Catalogi, "/resultaattypen/{}", "catalogi.resultaattypen", READ_TYPES, catalogi::result_type),
    line("GET", Api::Catalogi, "/eigenschappen", "catalogi.eigenschappen", READ_TYPES, catalogi::property_types),
    line("GET", Api::Catalogi, "/eigenschappen/{}", "catalogi.eigenschappen", READ_TYPES, catalogi::property_type),
    line("GET", Api::Catalogi, "/informatieobjecttypen", "catalogi.informatieobjecttypen", READ_TYPES, catalogi::document_types),
    line("GET", Api::Catalogi, "/informatieobjecttypen/{}", "catalogi.informatieobjecttypen", READ_TYPES, catalogi::document_type),
    crs(line("GET", Api::Objecten, "/objects", "object.find", Key, objecten::search::list), Crs::Content),
    crs(line("POST", Api::Objecten, "/objects", "object.create", Objects(Write), objecten::object::create), Crs::Content),
    crs(line("GET", Api::Objecten, "/objects/{}", "object.find", Objects(Read), objecten::object::read), Crs::Content),
    crs(line("PATCH", Api::Objecten, "/objects/{}", "object.patch", Objects(Write), objecten::object::patch), Crs::Content),
    crs(line("PUT", Api::Objecten, "/objects/{}", "object.update", Objects(Write), objecten::object::replace), Crs::Content),
    line("DELETE", Api::Objecten, "/objects/{}", "object.delete", Objects(Write), objecten::object::delete),
    line("GET", Api::Objecten, "/objects/{}/history", "object.history", Objects(Read), objecten::object::history),
    line("GET", Api::Objecten, "/objecttypes", "objecttype.find", Key, objecten::types::list),
    line("POST", Api::Objecten, "/objecttypes", "objecttype.create", ObjectTypes, objecten::types::create),
    line("GET", Api::Objecten, "/objecttypes/{}", "objecttype.read", Key, objecten::types::read),
    line("GET", Api::Objecten, "/objecttypes/{}/versions", "version.find", Key, objecten::types::versions),
    line("POST", Api::Objecten, "/objecttypes/{}/versions", "version.create", ObjectTypes, objecten::types::create_version),
    line("GET", Api::Objecten, "/objecttypes/{}/versions/{}", "version.read", Key, objecten::types::version),
    line("PATCH", Api::Objecten, "/objecttypes/{}/versions/{}", "version.patch", ObjectTypes, objecten::types::patch_version),
    line("GET", Api::Notificaties, "/kanaal", "kanaal.find", SUBSCRIBE, notificaties::subscription::channels),
    line("GET", Api::Notificaties, "/kanaal/{}", "kanaal.read", SUBSCRIBE, notificaties::subscription::channel),
    line("GET", Api::Notificaties, "/abonnement", "abonnement.find", SUBSCRIBE, notificaties::subscription::list),
    line("POST", Api::Notificaties, "/abonnement", "abonnement.create", SUBSCRIBE, notificaties::subscription::create),
    line("GET", Api::Notificaties, "/abonnement/{}", "abonnement.read", SUBSCRIBE, notificaties::subscription::read),
    line("PATCH", Api::Notificaties, "/abonnement/{}", "abonnement.patch", SUBSCRIBE, notificaties::subscription::patch),
    line("DELETE", Api::Notificaties, "/abonnement/{}", "abonnement.delete", SUBSCRIBE, notificaties::subscription::delete),
    line("POST", Api::Notificaties, "/cloudevents", "cloudevent.create", PUBLISH, notificaties::subscription::publish),
    line("GET", Api::Klant, "/partijen", "partij.find", Key, klant::party::list),
    line("POST", Api::Klant, "/partijen", "partij.create", Key, klant::party::create),
    line("GET", Api::Klant, "/partijen/{}", "partij.read", Key, klant::party::read),
    line("GET", Api::Klant, "/partij-identificatoren", "identificator.find", Key, klant::party::identifiers),
    line("POST", Api::Klant, "/partij-identificatoren", "identificator.create", Key, klant::party::identify),
    line("GET", Api::Klant, "/partij-identificatoren/{}", "identificator.read", Key, klant::party::identifier),
    line("GET", Api::Klant, "/klantcontacten", "klantcontact.find", Key, klant::contact::list),
    line("POST", Api::Klant, "/klantcontacten", "klantcontact.create", Key, klant::contact::create),
    line("GET", Api::Klant, "/klantcontacten/{}", "klantcontact.read", Key, klant::contact::read),
    line("POST", Api::Klant, "/maak-klantcontact", "klantcontact.create", Key, klant::contact::create_whole),
    line("GET", Api::Klant, "/betrokkenen", "betrokkene.find", Key, klant::parts::participants),
    line("POST", Api::Klant, "/betrokkenen", "betrokkene.create", Key, klant::parts::create_participant),
    line("GET", Api::Klant, "/betrokkenen/{}", "betrokkene.read", Key, klant::parts::participant),
    line("GET", Api::Klant, "/onderwerpobjecten", "onderwerpobject.find", Key, klant::parts::subjects),
    line("POST", Api::Klant, "/onderwerpobjecten", "onderwerpobject.create", Key, klant::parts::create_subject),
    line("GET", Api::Klant, "/onderwerpobjecten/{}", "onderwerpobject.read", Key, klant::parts::subject),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s14_paths_and_methods_are_told_apart() {
        let found = |method, path| find(Shape::OpenZaak, method, path).map(|(route, _)| route.step);
        assert_eq!(found("POST", "/zaken/api/v1/zaken/_zoek"), Ok("zaak.search"));
        assert_eq!(found("GET", "/objecten/api/v2/objects/x/history"), Ok("object.history"));
        assert_eq!(found("GET", "/zaken/api/v1/zaken/").unwrap_err().status, 404);
        assert_eq!(found("GET", "/zaken/api/v1/nothing").unwrap_err().status, 404);
        assert_eq!(found("DELETE", "/zaken/api/v1/statussen").unwrap_err().status, 405);
    }

    #[test]
    fn the_standard_has_no_extras() {
        let status = |method, path| find(Shape::Standard, method, path).map(|(route, _)| route.step).unwrap_err().status;
        assert_eq!(status("POST", "/zaken/api/v1/zaak_registreren"), 404);
        assert_eq!(status("PUT", "/zaken/api/v1/rollen/x"), 405);
    }
}
