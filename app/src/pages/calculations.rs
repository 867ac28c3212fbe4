//! The calculations that a resident kept: what came out that day, who may see it, and opening it again.

use super::load::{load, param};
use crate::components::{Back, Icon, LinkButton, Notice, QuietButton, frame};
use crate::format::{cents, hundredths, iso_day, moment_day};
use crate::visitor::visitor;
use crate::{address, api};
use domain::calculation::Calculation;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::calculation::Saved;
use service::content::Words;
use service::typed::Typed;

/// The resident's own list.
#[component]
pub fn Calculations() -> impl IntoView {
    let resident = param("resident");
    let id = resident.clone();
    load(
        |visitor, service| async move {
            let saved = service.own_calculations(visitor.actor()?, &resident).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("calculations/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((saved, typed))
        },
        move |(saved, typed): (Vec<Saved>, Typed)| {
            let words = visitor().words;
            let empty = saved.is_empty();
            let list = saved.into_iter().map(|one| own(&words, &id, &one)).collect_view();
            frame(words.t("calculations-title")).show(view! {
                <div class="md-topline"><Back href=address::home(&id) label=words.t("to-overview") /></div>
                <h1 class="nl-heading nl-heading--level-1">{words.t("calculations-title")}</h1>
                <Notice key=typed.notice />
                {if empty {
                    view! { <p class="nl-paragraph nl-paragraph--lead">{words.t("calculations-none")}</p> }.into_any()
                } else {
                    view! {
                        <p class="nl-paragraph nl-paragraph--lead">{words.t("calculations-lead")}</p>
                        <ul class="md-kept">{list}</ul>
                    }
                        .into_any()
                }}
                <div class="md-actions md-actions--start"><LinkButton label=words.t("calculations-new") href=address::CALCULATOR.to_owned() /></div>
            })
        },
    )
}

fn own(words: &Words, resident: &str, saved: &Saved) -> AnyView {
    let Saved { id, calculation, shown, .. } = saved;
    let hidden = |to_show: bool| {
        view! {
            <input type="hidden" name="resident" value=resident.to_owned() />
            <input type="hidden" name="calculation" value=id.clone() />
            {to_show.then(|| view! { <input type="hidden" name="shown" value=if *shown { "no" } else { "yes" } /> })}
        }
    };
    let fields = calculation.fields.iter().cloned();
    let fields = fields.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view();
    view! {
        <li class="md-kept__item">
            {what(words, saved)}
            <p class="md-kept__seen">
                <Icon name=if *shown { "eye" } else { "lock" } size="sm" />
                <span>{words.t(if *shown { "calculations-shown" } else { "calculations-hidden" })}</span>
            </p>
            <div class="md-kept__acts">
                <form method="post" action=api::ShowCalculation::url()>
                    {hidden(true)}
                    <QuietButton label=words.t(if *shown { "calculations-hide" } else { "calculations-show" }) kind="secondary" />
                </form>
                <form method="post" action=address::CALCULATOR>
                    {fields}
                    <input type="hidden" name="go" value="show" />
                    <QuietButton label=words.t("calculations-open") />
                </form>
            </div>
            <details class="md-quiet">
                <summary class="md-quiet-summary"><Icon name="trash" size="sm" /><span>{words.t("calculations-discard")}</span></summary>
                <p class="nl-paragraph">{words.t("calculations-discard-text")}</p>
                <form method="post" action=api::DiscardCalculation::url()>
                    {hidden(false)}
                    <QuietButton label=words.t("calculations-discard-button") kind="secondary" />
                </form>
            </details>
        </li>
    }
    .into_any()
}

/// What came out, for the resident and for the caseworker: a sentence, the table, and by which rules.
pub fn what(words: &Words, saved: &Saved) -> AnyView {
    let Saved { calculation, .. } = saved;
    let (now, plan) = (hundredths(words, calculation.now.hours), hundredths(words, calculation.plan.hours));
    let change = calculation.change();
    let key = match change {
        0 => "calculation-same",
        1.. => "calculation-more",
        _ => "calculation-less",
    };
    let args = [("now", now.as_str().into()), ("plan", plan.as_str().into()), ("amount", cents(words, change.abs()).into())];
    let version = [("date", iso_day(words, &calculation.day).into()), ("rules", calculation.rules.as_str().into())];
    view! {
        <h2 class="md-kept__what">{words.with(key, &args)}</h2>
        <p class="md-kept__when">{words.with("calculation-saved", &[("date", moment_day(words, saved.saved_at).into())])}</p>
        <details class="md-why">
            <summary class="md-why__summary"><Icon name="info-circle" size="sm" /><span>{words.t("calculation-amounts")}</span></summary>
            {table(words, calculation, &now, &plan)}
            <p class="md-kept__when">{words.with("calculation-rules", &version)}</p>
        </details>
    }
    .into_any()
}

fn table(words: &Words, calculation: &Calculation, now: &str, plan: &str) -> AnyView {
    let row = |(part, now, plan): (&str, i64, i64)| {
        view! {
            <tr>
                <th scope="row">{words.t(&format!("calculator-part-{part}"))}</th>
                <td class="md-num">{cents(words, now)}</td>
                <td class="md-num">{cents(words, plan)}</td>
            </tr>
        }
    };
    let head = |text: &str, hours: &str| view! { <th scope="col" class="md-num">{text.to_owned()} <span class="md-sums__sub">{words.with("calculation-hours", &[("n", hours.into())])}</span></th> };
    view! {
        <table class="md-sums">
            <caption class="md-visually-hidden">{words.t("calculation-caption")}</caption>
            <thead><tr><td></td>{head(&words.t("calculation-now"), now)} {head(&words.t("calculation-plan"), plan)}</tr></thead>
            <tbody>{calculation.rows().into_iter().map(row).collect_view()}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{words.t("calculation-left")}</th>
                    <td class="md-num">{cents(words, calculation.now.left)}</td>
                    <td class="md-num">{cents(words, calculation.plan.left)}</td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}
