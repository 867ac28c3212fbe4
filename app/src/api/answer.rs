//! Filling in: keep, choose between two answers, skip a domain.

use super::go::{self, Answer, Form};
use crate::address;
use crate::format;
use crate::pages::Beside;
use crate::visitor::{Visitor, service, visitor};
use domain::intake::{Kept, Line, Raw, too_long};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use service::intake::{DraftView, KeepChange, Pick, Stand, Way};
use service::{Error, Service};

/// What a script gets back for a kept answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeptAnswer {
    /// The version now, to send along with the next change.
    pub version: i64,
    /// The line to show: "Kept at 14:03".
    pub status: String,
    /// Whether somebody else changed the same answer.
    pub conflict: bool,
    /// Where to go on.
    pub next: String,
}

/// The fields of a question's form, raw.
struct AnswerForm {
    resident: String,
    /// `intake` or `desk`.
    way: String,
    /// The draft it was shown for.
    draft: String,
    step: String,
    /// The version that was shown.
    base: String,
    /// The same for each try of the same change.
    key: String,
    /// Where to go back to afterwards: one of [`address::BACK`], or empty.
    back: String,
    /// What the button says: next, skip, stay, skip_domain, take_up, begin.
    go: String,
    /// `-1` or `1`: the buttons beside a number.
    bump: String,
    choices: Vec<String>,
    number: String,
    text: String,
    lines: Vec<LineForm>,
}

/// One proposal of the form.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LineForm {
    /// Id of the pair, or `own`.
    pub pair: String,
    /// Ticked.
    pub wanted: String,
    /// What the municipality does.
    pub municipality: String,
    /// What the resident does.
    pub resident: String,
}

impl AnswerForm {
    fn raw(&self) -> Raw {
        let bumped = match (self.bump.as_str(), self.number.trim().parse::<i32>()) {
            ("-1" | "1", Ok(n)) => n.saturating_add(if self.bump == "1" { 1 } else { -1 }).to_string(),
            ("1", Err(_)) if self.number.trim().is_empty() => "1".to_owned(),
            _ => self.number.clone(),
        };
        let lines = self.lines.iter().filter(|l| l.pair != "own" || !(l.municipality.trim().is_empty() && l.resident.trim().is_empty()));
        let line = |l: &LineForm| Line {
            pair: l.pair.clone(),
            wanted: !l.wanted.is_empty(),
            municipality: l.municipality.trim().to_owned(),
            resident: l.resident.trim().to_owned(),
        };
        let choices = self.choices.iter().filter(|c| !c.is_empty()).cloned().collect();
        Raw { choices, number: bumped, text: self.text.replace("\r\n", "\n"), lines: lines.map(line).collect() }
    }

    /// Whether the resident stays on this screen.
    fn stays(&self) -> bool {
        self.go == "stay" || !self.bump.is_empty()
    }

    /// The change that the button asks for; `None` when it only moves on.
    fn change(&self) -> Option<Kept> {
        match self.go.as_str() {
            "begin" => None,
            "skip" | "skip_domain" => Some(Kept::Skipped),
            "take_up" => Some(Kept::Given(Raw::default())),
            _ => Some(Kept::Given(self.raw())),
        }
    }
}

/// Keeps an answer and goes on. Valid or not, what was typed is kept; the next page says what is wrong.
#[server(prefix = "/api", endpoint = "answer/keep")]
pub async fn keep_answer(
    #[server(default)] resident: String,
    #[server(default)] way: String,
    #[server(default)] draft: String,
    #[server(default)] step: String,
    #[server(default)] base: String,
    #[server(default)] key: String,
    #[server(default)] back: String,
    #[server(default)] go: String,
    #[server(default)] bump: String,
    #[server(default)] choices: Vec<String>,
    #[server(default)] number: String,
    #[server(default)] text: String,
    #[server(default)] lines: Vec<LineForm>,
) -> Answer<Option<KeptAnswer>> {
    let (visitor, service) = (visitor(), service());
    let back = if address::BACK.contains(&back.as_str()) { back } else { String::new() };
    let form = AnswerForm { resident, way, draft, step, base, key, back, go, bump, choices, number, text, lines };
    match keep(&visitor, &service, &form).await {
        Ok(kept) if visitor.wants_json => return Ok(Some(kept)),
        Ok(kept) => go::to(&kept.next),
        Err(Error::Conflict(what)) if !visitor.wants_json => {
            // The draft is gone: sent or thrown away elsewhere. What was typed is shown on the resident's home.
            let (name, home) = match Way::parse(&form.way) {
                Some(Way::Help) => (format!("helping/{}", form.resident), address::helping(&form.resident)),
                way => gone(&form.resident, way == Some(Way::Desk)),
            };
            let lost = Form::new(name, home).field("text", &form.text).field("number", &form.number);
            lost.done::<()>(&visitor, Err(Error::Conflict(what)), |()| String::new(), "").await?;
        }
        Err(error) => go::refuse(&error),
    }
    Ok(None)
}

/// The form and page that tell that a draft is gone: sent or thrown away elsewhere.
pub(super) fn gone(resident: &str, desk: bool) -> (String, String) {
    if desk { (format!("review/{resident}"), address::review(resident)) } else { (format!("home/{resident}"), address::home(resident)) }
}

async fn keep(visitor: &Visitor, service: &Service, form: &AnswerForm) -> Result<KeptAnswer, Error> {
    let actor = visitor.actor()?;
    let way = Way::parse(&form.way).ok_or(Error::NotFound)?;
    let mut reply = None;
    if let Some(kept) = form.change() {
        let base = form.base.parse().unwrap_or(0);
        let stand = match (form.back.is_empty(), form.stays()) {
            (false, _) => Stand::Elsewhere,
            (true, true) => Stand::Here,
            (true, false) => Stand::Passed,
        };
        let change = KeepChange { step: form.step.clone(), draft: form.draft.clone(), base, key: form.key.clone(), kept, stand };
        reply = Some(service.keep(actor, &form.resident, way, change).await?);
    }
    let (version, at, conflict) = reply.map_or((0, None, false), |r| (r.version, Some(r.at), r.conflict));
    let status = at.map_or_else(String::new, |at| visitor.words.with("status-kept", &[("time", format::time(at).into())]));
    let here = here(form, way);
    if conflict || form.stays() {
        // Back to where a proposal was added; what is wrong with one stands on top.
        let added = !form.lines.is_empty() && !form.lines.iter().any(|line| too_long(&line.municipality) || too_long(&line.resident));
        let next = if added && !conflict { here + "#own" } else { here };
        return Ok(KeptAnswer { version, status, conflict, next });
    }
    let view = service.draft(actor, &form.resident, way).await?.map_err(|_| Error::Conflict("draft"))?;
    speak(visitor, service, &view, form).await?;
    if form.go == "begin" && way != Way::Help {
        service.stand_at(&view.draft.id, &form.step, Stand::Passed).await?;
    }
    Ok(KeptAnswer { version, status, conflict, next: next(&view, form, way, here) })
}

fn here(form: &AnswerForm, way: Way) -> String {
    address::change(&form.resident, way, &form.step, &form.back)
}

/// An answer about the language helps at once.
async fn speak(visitor: &Visitor, service: &Service, view: &DraftView, form: &AnswerForm) -> Result<(), Error> {
    let Some((question, _)) = view.content.intake.step(&form.step) else { return Ok(()) };
    let rule = question.preferences.iter().find(|p| p.set == domain::intake::Preference::Language && p.any.iter().any(|c| form.choices.contains(c)));
    let offered = rule.filter(|p| service.settings.municipality.languages.contains(&p.to));
    let locale = offered.and_then(|p| service::content::Locale::parse(&p.to, service.settings.municipality.form));
    match (locale, &visitor.session) {
        (Some(locale), Some(session)) if session.actor.role == domain::access::Role::Resident => service.set_language(session, locale.language).await,
        _ => Ok(()),
    }
}

/// The next page.
fn next(view: &DraftView, form: &AnswerForm, way: Way, here: String) -> String {
    let walk = view.walk();
    let step = walk.step(&form.step);
    if step.as_ref().is_some_and(|step| view.is_faulty(step)) {
        return here;
    }
    let helps = match step {
        Some(domain::intake::Step::Question(question, _)) => !Beside::of(question, walk.facts.choices(&form.step), way).is_empty(),
        _ => false,
    };
    if helps && form.go == "next" {
        return address::step_help(&form.resident, way, &form.step);
    }
    if step.is_some() && !form.back.is_empty() {
        return address::changed(&form.resident, way, &form.step, &form.back);
    }
    address::step(&form.resident, way, &view.after(&form.step))
}

/// Chooses between two answers to one question.
#[server(prefix = "/api", endpoint = "answer/pick")]
pub async fn pick_answer(
    #[server(default)] resident: String,
    #[server(default)] way: String,
    #[server(default)] step: String,
    #[server(default)] version: String,
    #[server(default)] pick: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let way = Way::parse(&way);
    let picked = async {
        let way = way.ok_or(Error::NotFound)?;
        let pick = match pick.as_str() {
            "kept" => Some(Pick::Kept),
            "other" => Some(Pick::Other),
            _ => None,
        };
        match pick {
            Some(pick) => service.pick(visitor.actor()?, &resident, way, &step, version.parse().unwrap_or(0), pick).await,
            None => visitor.actor().map(|_| ()),
        }
    };
    match picked.await {
        Ok(()) | Err(Error::Conflict(_)) => go::to(&address::step(&resident, way.unwrap_or(Way::Own), &step)),
        Err(error) => go::refuse(&error),
    }
    Ok(())
}
