//! Makes the demo's town: people first, then what they did in the last weeks, through the real use cases.

use super::answers::{Temper, fill};
use super::bond::Bond;
use super::people::{CASEWORKERS, OTHERS, featured, test_bsn};
use crate::auth::Door;
use crate::clock::FixedClock;
use crate::content::{Locale, Words};
use crate::intake::{NewDraft, Way};
use crate::person::{self, Person};
use crate::resident::{NewResident, insert};
use crate::review::{AskContent, HandOver};
use crate::{Error, Result, Service, new_opaque_id};
use domain::access::{Action, Actor, Role};
use domain::intake::{Answers, Channel, Route};
use domain::profile::{Contact, Profile};
use domain::request::RequestKind;
use domain::review::Group;
use fastrand::Rng;
use std::sync::Arc;

const HOUR: i64 = 60 * 60 * 1000;
const DAY: i64 = 24 * HOUR;

/// How far a resident of the demo is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Invited,
    Draft,
    Sent,
    InReview,
    Waiting,
    Answered,
    Concluded,
    Again,
    AtDesk,
}

const STAGES: [Stage; 9] =
    [Stage::Sent, Stage::InReview, Stage::Draft, Stage::Concluded, Stage::Waiting, Stage::Again, Stage::Sent, Stage::Invited, Stage::AtDesk];

/// Both people of an agreement, and the words that they write in.
pub(super) struct Acting<'a> {
    service: &'a Service,
    pub(super) resident: &'a Actor,
    pub(super) caseworker: &'a Actor,
    pub(super) words: Words,
}

impl Acting<'_> {
    /// The service as it was so many days ago.
    pub(super) fn then(&self, days_ago: i64, hours: i64) -> Service {
        self.service.then(days_ago, hours)
    }
}

struct Plan {
    id: String,
    profile: Profile,
    bsn: String,
    team: &'static str,
    caseworker: &'static str,
    route: Route,
    stage: Stage,
    temper: Temper,
    days_ago: i64,
    seed: u64,
}

impl Service {
    /// Whether the demo's people are there.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn has_demo_people(&self) -> Result<bool> {
        let id = featured().first().map_or("", |p| p.id);
        match self.person(id).await {
            Ok(_) => Ok(true),
            Err(Error::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Makes the people of the demo; with `town` also the other residents and what everybody did.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn make_demo(&self, town: bool) -> Result<()> {
        let now = self.clock.now();
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    for p in featured().iter().filter(|p| p.role != Role::Resident) {
                        let person = Person { id: p.id.into(), role: p.role, team: p.team.map(Into::into), name: p.name.into() };
                        // The local provider of `cargo portal --oidc` knows them by their story.
                        let door = if p.role == Role::Helper { Door::Helpers } else { Door::Staff };
                        person::by_subject(&mut *tx, &format!("{}:{}", door.as_str(), p.story), &person, now).await?;
                    }
                    Ok(())
                })
            })
            .await?;
        let plans = plans(town);
        // All at once: the store takes many residents' changes into one transaction.
        let made = futures_util::future::join_all(plans.iter().map(|plan| self.live(plan))).await;
        made.into_iter().collect::<Result<()>>()?;
        if town { self.make_helpers().await } else { Ok(()) }
    }

    pub(super) fn then(&self, days_ago: i64, hours: i64) -> Self {
        // Hours count from eight in the morning, when offices and libraries open.
        let morning = (self.clock.now() / DAY - days_ago) * DAY + 7 * HOUR;
        let at = morning + hours * HOUR + (days_ago * 7 % 60) * 60_000;
        Self { clock: Arc::new(FixedClock::at(at.min(self.clock.now()))), ..self.clone() }
    }

    async fn live(&self, plan: &Plan) -> Result<()> {
        let invited = self.then(plan.days_ago + 6, 0);
        let new = NewResident {
            id: plan.id.clone(),
            profile: plan.profile.clone(),
            bsn: Some(plan.bsn.clone()),
            team: Some(plan.team.to_owned()),
            caseworker: None,
            route: plan.route,
            invited_by: Some(plan.caseworker.to_owned()),
            now: invited.clock.now(),
        };
        let (_, sealed) = self.seal_resident(&new)?;
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    insert(tx, &new, &sealed).await?;
                    let by = new.invited_by.as_deref().unwrap_or(&new.id);
                    crate::event::record(tx, &new.id, crate::event::EventKind::Invited, new.route.as_str(), by, new.now).await
                })
            })
            .await?;
        let resident = Actor { person: plan.id.clone(), role: Role::Resident, team: None, acts_for: None };
        let caseworker = Actor { person: plan.caseworker.to_owned(), role: Role::Caseworker, team: Some(plan.team.to_owned()), acts_for: None };
        match plan.stage {
            Stage::Invited => Ok(()),
            Stage::Draft => self.then(plan.days_ago, 1).draft_of(&resident, plan, Way::Own, 0.45, plan.seed).await.map(|_| ()),
            Stage::AtDesk => self.then(plan.days_ago, 2).sent_by(&caseworker, plan, Way::Desk, plan.seed).await,
            stage => {
                self.then(plan.days_ago, 3).sent_by(&resident, plan, Way::Own, plan.seed).await?;
                self.reviewed(&resident, &caseworker, plan, stage).await
            }
        }
    }

    async fn reviewed(&self, resident: &Actor, caseworker: &Actor, plan: &Plan, stage: Stage) -> Result<()> {
        let id = plan.id.as_str();
        if plan.temper.urgent {
            let form_key = new_opaque_id();
            self.then(plan.days_ago, 3).send_request(resident, id, RequestKind::Urgent, "B5", &plan.profile.phone, &form_key, "").await?;
        }
        if stage == Stage::Sent {
            return Ok(());
        }
        let reading = self.then(plan.days_ago - 1, 1);
        reading.hand_over(caseworker, id, None, Some(HandOver::Caseworker(caseworker.person.clone()))).await?;
        reading.write_note(caseworker, id, "Gebeld, voicemail ingesproken. Donderdag opnieuw proberen.").await?;
        if matches!(stage, Stage::Waiting | Stage::Answered) {
            let content = AskContent {
                reason: "unclear".into(),
                questions: vec!["G2".into(), "W3".into()],
                message: if plan.temper.english {
                    "Thank you for your answers. Would you look at these two once more? Then I can prepare our talk.".into()
                } else {
                    "Dank u voor uw antwoorden. Wilt u deze twee nog eens bekijken? Dan bereid ik ons gesprek goed voor.".into()
                },
            };
            self.then(plan.days_ago - 2, 2).ask(caseworker, id, content).await?;
        }
        if stage == Stage::Answered {
            let later = self.then(plan.days_ago - 3, 4);
            let view = later.start_answering(resident, id).await?;
            later.send(resident, id, Way::Own, &view.draft.id, None, 0, language(plan)).await?;
        }
        if stage == Stage::Again {
            self.then(plan.days_ago - 4, 1).sent_by(resident, plan, Way::Own, plan.seed + 1000).await?;
        }
        if stage == Stage::Concluded {
            let done = self.then(plan.days_ago - 3, 1);
            let group = match plan.team {
                "poort" => Group::One,
                "werk" => Group::Two,
                _ => Group::Three,
            };
            let reason = match group {
                Group::One => "U kunt en wilt snel werken. Daarom gaat u naar de wekelijkse werkgroep van team Poort.",
                Group::Two => "U wilt werken, maar eerst lossen wij samen de schulden op. Dat kan tot twee jaar duren.",
                Group::Three => "U vertelde dat u eerst rust nodig hebt. In de buurt wilt u wel iets doen.",
            };
            done.contact(caseworker, id, None, crate::review::Contact::Spoken).await?;
            done.set_group(caseworker, id, Some(group), reason).await?;
            done.conclude(caseworker, id, false).await?;
        }
        let words = self
            .content
            .texts
            .words(Locale::parse(&plan.profile.language, self.settings.municipality.form).unwrap_or(Locale::dutch(self.settings.municipality.form)));
        let both = Acting { service: self, resident, caseworker, words };
        match stage {
            Stage::Concluded => both.bond((plan.days_ago - 4).max(1), &["activity", "yearly_talk"], Bond::Agreed).await,
            Stage::Again => both.bond((plan.days_ago - 5).max(1), &["apply_help", "calculation"], Bond::Proposed).await,
            _ => Ok(()),
        }
    }

    async fn draft_of(&self, actor: &Actor, plan: &Plan, way: Way, share: f64, seed: u64) -> Result<String> {
        let mut rng = Rng::with_seed(seed);
        let copy: Answers = fill(&self.content.intake, plan.route, &plan.temper, &mut rng, share);
        let walk = domain::intake::Walk::new(&self.content.intake, plan.route, &domain::intake::Switches::default(), &copy);
        let at_step = walk.first_open(&copy).id();
        let file = self.open_file(actor, if way == Way::Desk { Action::FillInAtDesk } else { Action::FillIn }, &plan.id).await?;
        let channel = if way == Way::Own { Channel::Own } else { Channel::Desk };
        Ok(self.insert_draft(actor, file, way, NewDraft { channel, at_step, ask: None, copy }).await?.draft.id)
    }

    async fn sent_by(&self, actor: &Actor, plan: &Plan, way: Way, seed: u64) -> Result<()> {
        let draft = self.draft_of(actor, plan, way, 2.0, seed).await?;
        let agreement = (way == Way::Desk).then_some("Aan de balie voorgelezen; de inwoner zei: ja, verstuur maar.");
        self.send(actor, &plan.id, way, &draft, agreement, 0, language(plan)).await.map(|_| ())
    }
}

fn language(plan: &Plan) -> &'static str {
    if plan.temper.english { "en" } else { "nl" }
}

fn plans(town: bool) -> Vec<Plan> {
    let mut plans = vec![
        plan(0, "Samira", "El Amrani", "nl", "poort", Stage::Invited, 3, false, 2),
        plan(1, "Henk", "de Vries", "nl", "werk", if town { Stage::Draft } else { Stage::Invited }, 2, false, 5),
        plan(2, "Yonas", "Tesfay", "en", "werk", if town { Stage::Waiting } else { Stage::Invited }, 4, false, 9),
        plan(3, "Ria", "Bakker", "nl", "inkomen", if town { Stage::Concluded } else { Stage::Invited }, 3, false, 16),
    ];
    for (plan, person) in plans.iter_mut().zip(featured()) {
        plan.id = person.id.to_owned();
    }
    if let Some(ria) = plans.last_mut() {
        ria.route = Route::Short;
    }
    if town {
        plans.extend(OTHERS.iter().enumerate().map(|(n, (first, last, language))| {
            let stage = STAGES.get(n % STAGES.len()).copied().unwrap_or(Stage::Sent);
            let stage = if n == 31 { Stage::Answered } else { stage };
            let team = CASEWORKERS.get((n / 2) % 3).map_or("poort", |(team, _)| team);
            let urgent = matches!(n, 0 | 6 | 15 | 27);
            plan(n + 4, first, last, language, team, stage, 1 + (n * 7) % 5, urgent, 3 + (n as i64 * 5) % 23)
        }));
    }
    plans
}

#[expect(clippy::too_many_arguments, reason = "a row of a table")]
fn plan(n: usize, first: &str, last: &str, language: &str, team: &'static str, stage: Stage, mood: usize, urgent: bool, days_ago: i64) -> Plan {
    let phone = format!("06{:08}", 10_000_000 + n * 7919);
    let email = format!("{}@voorbeeld.example", first.to_lowercase());
    let profile = Profile {
        first_name: first.into(),
        last_name: last.into(),
        phone,
        email,
        language: language.into(),
        contact: if n.is_multiple_of(2) { Contact::Sms } else { Contact::Portal },
        ..Profile::default()
    };
    let caseworker = CASEWORKERS.iter().find(|(t, _)| *t == team).map_or("", |(_, id)| id);
    let temper = Temper { mood, urgent, english: language == "en" };
    let route = if team == "inkomen" && n.is_multiple_of(2) { Route::Short } else { Route::Whole };
    Plan { id: new_opaque_id(), profile, bsn: test_bsn(n), team, caseworker, route, stage, temper, days_ago, seed: n as u64 }
}
