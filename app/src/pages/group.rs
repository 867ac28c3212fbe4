//! The group that a caseworker set, with the reason; the resident can read it and answer.

use super::load::{load, param};
use crate::components::{Back, FieldError, Icon, MainButton, Notice, ProblemSummary, Textarea, frame};
use crate::format::{self, moment_day};
use crate::visitor::visitor;
use crate::{address, api};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;
use service::review::Decision;
use service::typed::Typed;

/// The newest decision on the group.
#[component]
pub fn GroupPage() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let home = service.home(visitor.actor()?, &resident).await?;
            let mut decisions = home.decisions.into_iter();
            let decision = decisions.next().ok_or(Error::NotFound)?;
            let before = decisions.next().map(|d| d.group).filter(|group| *group != decision.group);
            let name = service.person(&decision.by).await?.name;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("group/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((resident, decision, before, name, typed))
        },
        |(resident, decision, before, name, typed): (String, Decision, Option<i64>, String, Typed)| {
            let words = visitor().words;
            let label = words.t("group-reply");
            let error = typed.problem("reply").map(|p| format::problem(&words, p, &label));
            let summary: Vec<(String, String)> = error.clone().map(|t| ("reply".to_owned(), t)).into_iter().collect();
            frame(words.t("home-group")).faulty(error.is_some()).show(view! {
                    <div class="md-topline"><Back href=address::home(&resident) label=words.t("to-overview") /></div>
                    <ProblemSummary problems=summary />
                    <Notice key=typed.notice.clone() />
                    <h1 class="nl-heading nl-heading--level-1">{words.t("home-group")}</h1>
                    <p class="nl-paragraph nl-paragraph--lead">{words.t(&format!("group-{}", decision.group))}</p>
                    <div class="md-letter">
                        <p class="md-letter__from">
                            <Icon name="user" size="lg" />
                            <span><strong translate="no">{name}</strong><br />{words.with("asked-from", &[("date", moment_day(&words, decision.at).into())])}</span>
                        </p>
                        <p class="nl-paragraph" dir="auto">{decision.reason.clone()}</p>
                    </div>
                    <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("group-what-now")}</h2>
                    {before.map(|group| view! { <p class="nl-paragraph">{words.with("group-before", &[("group", words.t(&format!("group-{group}")).into())])}</p> })}
                    <p class="nl-paragraph">{words.t(&format!("group-means-{}", decision.group))}</p>
                    <p class="nl-paragraph">{words.t("group-can-change")}</p>
                    {match decision.reply.clone() {
                        Some((reply, at)) => {
                            view! {
                                <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("group-your-reply")}</h2>
                                <p class="nl-paragraph" dir="auto">{reply}</p>
                                <p class="md-note md-note--plain">{words.with("group-replied", &[("date", moment_day(&words, at).into())])}</p>
                            }
                                .into_any()
                        }
                        None => {
                            view! {
                                <form class="md-form" method="post" action=api::ReplyToGroup::url() novalidate>
                                    <input type="hidden" name="resident" value=resident.clone() />
                                    <input type="hidden" name="decision" value=decision.id.clone() />
                                    <div class="utrecht-form-field md-field" class:utrecht-form-field--invalid=error.is_some()>
                                        <label class="utrecht-form-label utrecht-form-field__label" for="reply">{label.clone()}</label>
                                        <FieldError id="reply-error" text=error.clone() />
                                        <Textarea id="reply" name="reply" value=typed.field("reply").unwrap_or_default().to_owned() rows=4 invalid=error.is_some() described_by=if error.is_some() { "reply-error" } else { "" } />
                                    </div>
                                    <div class="md-actions"><MainButton label=words.t("group-send-reply") icon="send" /></div>
                                </form>
                            }
                                .into_any()
                        }
                    }}
                })
        },
    )
}
