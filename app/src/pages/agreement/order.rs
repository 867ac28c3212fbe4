//! The order and the pace of the goals: the resident's own, without anybody's yes.

use super::parts::{Top, in_order};
use super::{with_agreement, words_for};
use crate::api;
use crate::components::{MainButton, OptionRow, frame};
use domain::agreement::Side;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::agreement::{Agreement, Pace};

/// The order and the pace.
#[component]
pub fn OrderPage() -> impl IntoView {
    with_agreement(Side::Resident, |resident| format!("agreement-order/{resident}"), |agreement, _| body(&agreement))
}

fn body(agreement: &Agreement) -> AnyView {
    let words = words_for(Side::Resident);
    let Some(view) = agreement.agreed() else { return view! { <crate::pages::NotFound /> }.into_any() };
    let id = agreement.file.resident().to_owned();
    let goals = in_order(agreement, &view.version.text);
    let all = goals.len();
    let rows = goals
        .into_iter()
        .enumerate()
        .map(|(at, goal)| {
            let (place, pace) = (format!("place[{at}]"), format!("pace[{at}]"));
            let chosen = agreement.order.pace(&goal.id);
            let select = format!("place-{}", at + 1);
            view! {
                <fieldset class="md-side md-bond">
                    <legend class="md-bond__legend"><h2 class="nl-heading nl-heading--level-2" dir="auto">{goal.title.clone()}</h2></legend>
                    {(all > 1)
                        .then(|| {
                            view! {
                                <label class="utrecht-form-label" for=select.clone()>{words.t("order-place")}</label>
                                <select class="utrecht-select utrecht-select--html-select" id=select.clone() name=place.clone()>
                                    {(1..=all).map(|n| view! { <option value=format!("{}:{n}", goal.id) selected=n == at + 1>{n}</option> }).collect_view()}
                                </select>
                            }
                        })}
                    <div class="md-options md-below">
                        {Pace::ALL
                            .into_iter()
                            .map(|p| {
                                let key = format!("pace-{}", p.as_str());
                                view! { <OptionRow id=format!("{key}-{}", at + 1) name=pace.clone() value=format!("{}:{}", goal.id, p.as_str()) label=words.t(&format!("pace-{}", p.as_str())) checked=p == chosen /> }
                            })
                            .collect_view()}
                    </div>
                </fieldset>
            }
        })
        .collect_view();
    frame(words.t("agreement-order"))
        .show(view! {
            <Top resident=id.clone() side=Side::Resident title=words.t("agreement-order") lead=words.t("order-lead") />
            <form class="md-form" method="post" action=api::KeepOrder::url()>
                <input type="hidden" name="resident" value=id.clone() />
                {rows}
                <div class="md-actions"><MainButton label=words.t("order-keep") /></div>
            </form>
        })
        .into_any()
}
