//! Invite a resident to the intake: who, which questions, which team.

use super::load::load;
use crate::components::{Back, Icon, ProblemSummary, RadioList, Select, TextInput, frame};
use crate::format;
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::access::{Action, Actor};
use domain::intake::Route;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Locale;
use service::typed::Typed;

/// The form to invite a resident.
#[component]
pub fn InvitePage() -> impl IntoView {
    load(
        |visitor, service| async move {
            let actor = visitor.actor()?.clone();
            service.allow(&actor, Action::Invite)?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, "invite").await?,
                None => Typed::default(),
            };
            Ok((actor, typed))
        },
        |(actor, typed): (Actor, Typed)| {
            let (words, service) = (visitor().words, service());
            let label = |field: &str| words.t(&format!("invite-{}", field.replace('_', "-")));
            let value = |field: &str| typed.field(field).unwrap_or_default().to_owned();
            let error = |field: &str| typed.problem(field).map(|p| format::problem(&words, p, &label(field)));
            let anchor = |field: &str| if field == "route" { format!("{field}-1") } else { field.to_owned() };
            let summary = typed.problems.iter().map(|p| (anchor(&p.field), format::problem(&words, p, &label(&p.field)))).collect();
            let teams = service.settings.teams.iter().map(|t| (t.id.clone(), t.name.clone())).collect();
            let form = service.settings.municipality.form;
            let languages = service
                .settings
                .municipality
                .languages
                .iter()
                .filter_map(|c| Locale::parse(c, form))
                .map(|l| (l.language.to_owned(), l.own_name().to_owned()))
                .collect();
            let team = typed.field("team").map_or_else(|| actor.team.clone().unwrap_or_default(), ToOwned::to_owned);
            let routes = [Route::Whole, Route::Short].map(|r| {
                let key = format!("route-{}", r.as_str());
                (r.as_str().to_owned(), words.t(&key), words.attr(&key, "help"))
            });
            frame(words.t("invite-title")).wide().faulty(!typed.problems.is_empty()).show(view! {
                    <div class="md-topline"><Back href=address::WORK label=words.t("work-title") /></div>
                    <ProblemSummary problems=summary />
                    <h1 class="nl-heading nl-heading--level-1">{words.t("invite-title")}</h1>
                    <p class="nl-paragraph">{words.t("invite-lead")}</p>
                    <form class="md-form md-form--dense" method="post" action=api::InviteResident::url() novalidate>
                        <TextInput id="first_name" label=label("first_name") value=value("first_name") error=error("first_name") />
                        <TextInput id="last_name" label=label("last_name") value=value("last_name") error=error("last_name") />
                        <TextInput id="bsn" label=label("bsn") help=words.t(if visitor().demo { "invite-bsn-help-demo" } else { "invite-bsn-help" }) value=value("bsn") error=error("bsn") inputmode="numeric" />
                        <TextInput id="phone" label=label("phone") value=value("phone") error=error("phone") inputmode="tel" />
                        <Select id="language" label=label("language") options=languages chosen=value("language") languages=true />
                        <RadioList name="route" label=label("route") options=routes.to_vec() chosen=value("route") error=error("route") />
                        <Select id="team" label=label("team") options=teams chosen=team error=error("team") />
                        <div class="md-actions md-actions--start">
                            <button class="nl-button nl-button--primary" type="submit"><span class="nl-button__icon-start"><Icon name="send" /></span><span class="nl-button__label">{words.t("invite-button")}</span></button>
                        </div>
                    </form>
                })
        },
    )
}
