//! Before the first question: what it is, whether this is one's own phone, and one button.

use super::load::{load, param};
use crate::components::{Back, Foot, Icon, MainButton, OptionRow, frame};
use crate::visitor::visitor;
use crate::{address, api};
use domain::access::{Action, Role};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;

/// The intro of the intake.
#[component]
pub fn Start() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let file = service.open_file(visitor.actor()?, Action::FillIn, &resident).await?;
            if service.takes_part(&file) { Ok(file.resident().to_owned()) } else { Err(Error::NotFound) }
        },
        |resident: String| {
            let visitor = visitor();
            let words = visitor.words.clone();
            let own_session = visitor.actor().is_ok_and(|actor| actor.role == Role::Resident);
            let own = visitor.session.as_ref().and_then(|s| s.own_device);
            let lines = (1..9).filter_map(|n| words.find("intro", Some(&format!("p{n}")), &[])).collect::<Vec<_>>();
            frame(words.t("intro")).show(view! {
                    <div class="md-topline"><Back href=address::home(&resident) label=words.t("to-overview") /></div>
                    <div class="md-opening">
                        <h1 class="nl-heading nl-heading--level-1">{words.t("intro")}</h1>
                        {lines.into_iter().map(|line| view! { <p class="nl-paragraph">{line}</p> }).collect_view()}
                        <form class="md-form" method="post" action=api::StartDraft::url()>
                            <input type="hidden" name="resident" value=resident.clone() />
                            <div class="utrecht-form-fieldset md-field">
                                <fieldset class="utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset" aria-describedby="own-help">
                                    <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend md-legend-small">{words.t("own-phone")}</legend>
                                    <p class="utrecht-form-field-description" id="own-help">{words.t("own-phone-help")}</p>
                                    <div class="md-options md-options--inline">
                                        <OptionRow id="own-no" name="own_phone" value="no" label=words.t("own-phone-no") checked=own != Some(true) />
                                        <OptionRow id="own-yes" name="own_phone" value="yes" label=words.t("own-phone-yes") checked=own == Some(true) />
                                    </div>
                                </fieldset>
                            </div>
                            <ul class="md-facts">
                                <li><Icon name="player-skip-forward" /><span>{words.t("start-fact-skip")}</span></li>
                                <li><Icon name="device-floppy" /><span>{words.t("start-fact-kept")}</span></li>
                                <li><Icon name="eye-off" /><span>{words.t("start-fact-unseen")}</span></li>
                            </ul>
                            <div class="md-actions"><MainButton label=words.t("begin") /></div>
                        </form>
                        {own_session.then(|| view! { <p class="md-foot"><Foot href=address::helpers(&resident) label=words.t("start-helpers") icon="user-plus" /></p> })}
                    </div>
                })
        },
    )
}
