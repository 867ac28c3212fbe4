//! What is said on every page about who looks at it: that nobody is real, for whom somebody acts, whose data a helper has open,
//! who sits beside the resident, and that the page is about to go.

use super::Icon;
use crate::api;
use crate::visitor::visitor;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::mandate::Mark;

/// Says on every page that nobody here is real.
#[component]
pub(super) fn DemoMark() -> impl IntoView {
    let words = visitor().words;
    view! {
        <aside class="md-demo" aria-label=words.t("demo-label")>
            <Icon name="info-circle" />
            <span><strong>{words.t("demo-label")} "."</strong> " " {words.t("demo-bar")}</span>
        </aside>
    }
}

/// Asks two minutes before the session ends whether somebody is still there; when nobody is, the page goes. It asks the
/// server how long is left, because another tab may be busy. A page of a helper goes when the help is over: it asks each minute and
/// whenever somebody looks at it again. Without scripts nothing is asked, and what is posted too late is kept.
const IDLE: &str = "{const e=document.getElementById('idle'),f=e.firstElementChild,h=f.action.includes('?');let t;const plan=s=>{clearTimeout(t);e.hidden=s>120;\
t=setTimeout(look,1e3*(s>120?h?60:s-119:s+1))},ask=async m=>{try{const r=await fetch(f.action,{method:m});return r.ok?+await r.text():30}catch{return h&&m=='GET'?121:30}},\
look=async()=>{const s=await ask('GET');s>0?plan(s):location.reload()};f.onsubmit=async v=>{v.preventDefault();const s=await ask('POST');s>0?plan(s):location.reload()};\
if(h)for(const n of ['focus','pageshow','visibilitychange'])addEventListener(n,()=>document.hidden||look());else look()}";

#[component]
pub(super) fn Idle(
    /// The mandate with which a helper opened this page.
    mandate: Option<String>,
) -> impl IntoView {
    let visitor = visitor();
    let words = visitor.words.clone();
    let ask = mandate.map_or_else(|| api::LEFT.to_owned(), |mandate| format!("{}?mandate={mandate}", api::LEFT));
    view! {
        <div class="md-idle" id="idle" role="alert" hidden>
            <form class="md-idle__form" method="post" action=ask>
                <p class="md-idle__text"><strong>{words.t("idle-title")}</strong> " " {words.t("idle-text")}</p>
                <button class="nl-button nl-button--primary" type="submit"><span class="nl-button__label">{words.t("idle-stay")}</span></button>
            </form>
        </div>
        <script type="module" nonce=visitor.nonce.clone()>{IDLE}</script>
    }
}

/// Says on every page of a helper whose data is open, by name and by a colour.
#[component]
pub(super) fn HelpingMark(mark: Mark) -> impl IntoView {
    let words = visitor().words;
    view! {
        <aside class=format!("md-helper-banner md-helped--{}", mark.colour) aria-label=words.t("helping-label")>
            <Icon name="users" />
            <span>{words.with("helping-bar", &[("name", mark.name.into())])}</span>
        </aside>
    }
}

/// Says on the pages of the questions who sits beside the resident.
#[component]
pub(super) fn TogetherMark(resident: String, with: String) -> impl IntoView {
    let visitor = visitor();
    let words = visitor.words.clone();
    view! {
        <aside class="md-together" aria-label=words.t("together-title")>
            <form class="md-together__form" method="post" action=api::FillInTogether::url()>
                <input type="hidden" name="resident" value=resident />
                <input type="hidden" name="back" value=visitor.path.clone() />
                <span>{words.with("together-mark", &[("name", with.into())])}</span>
                <button class="nl-link md-link-button" type="submit" name="go" value="end">{words.t("together-end")}</button>
            </form>
        </aside>
    }
}

/// Says on every page for whom this session acts.
#[component]
pub(super) fn ActingMark(name: String) -> impl IntoView {
    let words = visitor().words;
    view! {
        <aside class="md-helper-banner" aria-label=words.t("acting-label")>
            <Icon name="users" />
            <span><strong>{words.t("acting-label")} "."</strong> " " {words.with("acting-bar", &[("name", name.into())])}</span>
        </aside>
    }
}
