//! What stands around every page: skip link, header with language menu and help, footer.

use super::Icon;
use super::marks::{ActingMark, DemoMark, HelpingMark, Idle, TogetherMark};
use crate::visitor::{service, visitor};
use crate::{address, api, format};
use leptos::prelude::*;
use leptos_meta::Title;
use service::content::Locale;
use service::mandate::Mark;

/// Starts the island `entry` with its `wasm` once the page has loaded: it never stands in the way of what is seen.
#[must_use]
pub fn island(entry: &str, wasm: &str) -> String {
    format!("addEventListener(\"load\",()=>import(\"{entry}\").then(island=>island.default({{module_or_path:\"{wasm}\"}})));")
}

/// A page about to be shown.
pub struct Page {
    title: String,
    wide: bool,
    faulty: bool,
    /// The form that goes with another language, and where: nothing else holds what was typed.
    form: Option<(&'static str, &'static str)>,
    /// Whose data a helper has open.
    helping: Option<Mark>,
    /// Of which resident, and who sits beside them.
    together: Option<(String, String)>,
}

/// A page with everything around it. `title` is for the browser's tab: neutral, no names.
pub fn frame(title: impl Into<String>) -> Page {
    Page { title: title.into(), wide: false, faulty: false, form: None, helping: None, together: None }
}

impl Page {
    /// The whole width of the screen, for staff.
    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// Says so in the title when something is wrong with the form.
    #[must_use]
    pub const fn faulty(mut self, faulty: bool) -> Self {
        self.faulty = faulty;
        self
    }

    /// Another language posts the form with this id to `path`, because what was typed is kept nowhere else.
    #[must_use]
    pub const fn language_by(mut self, form: &'static str, path: &'static str) -> Self {
        self.form = Some((form, path));
        self
    }

    /// Says to a helper whose data is open.
    #[must_use]
    pub fn helping(mut self, mark: Option<Mark>) -> Self {
        self.helping = mark;
        self
    }

    /// Says who sits beside this resident, and lets them go on alone.
    #[must_use]
    pub fn together(mut self, resident: &str, with: Option<&String>) -> Self {
        self.together = with.map(|with| (resident.to_owned(), with.clone()));
        self
    }

    /// Skip link, header, `body`, footer.
    pub fn show(self, body: impl IntoView + 'static) -> AnyView {
        let (visitor, service) = (visitor(), service());
        let words = visitor.words.clone();
        let place = service.content.municipality.place.clone();
        let title = if self.faulty { words.with("title-faulty", &[("title", self.title.into())]) } else { self.title };
        let mandate = self.helping.as_ref().map(|mark| mark.mandate.clone());
        let class = if self.wide { "utrecht-page-body__content md-main md-main--wide" } else { "utrecht-page-body__content md-main" };
        view! {
            <Title text=format!("{title} - {} {place}", words.t("portal-name")) />
            <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#main">{words.t("skip-to-content")}</a>
            {visitor.demo.then(|| view! { <DemoMark /> })}
            {visitor.session.as_ref().and_then(|session| session.for_name.clone()).map(|name| view! { <ActingMark name=name /> })}
            {self.helping.map(|mark| view! { <HelpingMark mark=mark /> })}
            {self.together.map(|(resident, with)| view! { <TogetherMark resident=resident with=with /> })}
            <Header form=self.form />
            <div class="utrecht-page-body md-body">
                <main id="main" class=class tabindex="-1">{body}</main>
            </div>
            {visitor.session.is_some().then(|| view! { <Idle mandate=mandate /> })}
            <Footer />
        }
        .into_any()
    }
}

#[component]
fn Header(#[prop(optional_no_strip)] form: Option<(&'static str, &'static str)>) -> impl IntoView {
    let (visitor, service) = (visitor(), service());
    let words = visitor.words.clone();
    let place = service.content.municipality.place.clone();
    let (logo, municipality) = (service.content.municipality.logo.clone(), service.content.municipality.name.clone());
    let signed_in = visitor.session.is_some();
    let home = visitor.session.as_ref().map_or(address::FRONT.to_owned(), |s| api::home_of(&s.actor));
    let staff = visitor.session.as_ref().filter(|s| s.actor.role.is_staff()).map(|s| s.name.clone());
    view! {
        <header class="utrecht-page-header md-header">
            <div class="utrecht-page-header__content md-header__content">
                <a class="md-logo" href=home>
                    <svg class="md-logo__mark" aria-hidden="true" focusable="false" viewBox="0 0 36 36">
                        <path class="md-logo__ink" d="M3 3h7v7h23v23h-7V17h-4v16h-7V17h-5v16H3z"></path>
                        <path class="md-logo__door" d="M22 23h4v10h-4z"></path>
                    </svg>
                    <span class="md-logo__text">
                        <span class="md-logo__name" translate="no">{words.t("portal-name")}</span>
                        " "
                        <span class="md-logo__place" translate="no">{place}</span>
                    </span>
                    <span class="md-visually-hidden">", " {words.t("to-overview")}</span>
                </a>
                {logo.map(|src| view! { <img class="md-logo__municipality" src=src alt=municipality height="32" /> })}
                <div class="md-header__tools">
                    {staff.map(|name| view! { <span class="md-header__who" translate="no">{name}</span> })}
                    <a class="md-header__tool" href=address::HELP>
                        <Icon name="help-circle" />
                        <span>{words.t("help")}</span>
                    </a>
                    <LanguageMenu form=form />
                    {signed_in
                        .then(|| {
                            view! {
                                <form class="md-header__form" method="post" action=api::SIGN_OUT>
                                    <button class="md-header__tool" type="submit">
                                        <Icon name="logout" />
                                        <span>{words.t("sign-out")}</span>
                                    </button>
                                </form>
                            }
                        })}
                </div>
            </div>
        </header>
    }
}

/// Each language by its own name first. Switching keeps the page and every answer.
#[component]
fn LanguageMenu(#[prop(optional_no_strip)] form: Option<(&'static str, &'static str)>) -> impl IntoView {
    let (visitor, service) = (visitor(), service());
    let here = visitor.locale();
    let familiar = service.settings.municipality.form;
    let languages: Vec<Locale> = service.settings.municipality.languages.iter().filter_map(|code| Locale::parse(code, familiar)).collect();
    let item = move |locale: Locale| {
        let current = locale.language == here.language;
        view! {
            <li>
                <button
                    class="md-menu__item"
                    type="submit"
                    name="language"
                    value=locale.language
                    form=form.map(|(id, _)| id)
                    formaction=form.map(|(_, path)| path)
                    lang=locale.language
                    dir=locale.direction()
                    aria-current=current.then_some("true")
                >
                    {current.then(|| view! { <Icon name="check" size="sm" /> })}
                    <span>{locale.own_name()}</span>
                </button>
            </li>
        }
    };
    view! {
        <details class="md-menu">
            <summary class="md-header__tool md-menu__button">
                <Icon name="language" />
                <span lang=here.language>{here.own_name()}</span>
                <Icon name="chevron-down" size="sm" />
            </summary>
            {match form {
                // Its buttons belong to another form.
                Some(_) => view! { <div class="md-menu__panel"><ul class="md-menu__list">{languages.into_iter().map(item).collect_view()}</ul></div> }.into_any(),
                None => {
                    view! {
                        <form class="md-menu__panel" method="post" action=api::LANGUAGE>
                            <input type="hidden" name="back" value=visitor.path.clone() />
                            <ul class="md-menu__list">{languages.into_iter().map(item).collect_view()}</ul>
                        </form>
                    }
                        .into_any()
                }
            }}
        </details>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let (visitor, service) = (visitor(), service());
    let words = visitor.words.clone();
    let number = service.content.municipality.telephone().to_owned();
    let call = format::dial(&number);
    view! {
        <footer class="utrecht-page-footer md-footer">
            <div class="utrecht-page-footer__content md-footer__content">
                <section class="md-footer__part" aria-labelledby="footer-help">
                    <h2 class="md-footer__heading" id="footer-help">{words.t("footer-help")}</h2>
                    <p class="md-footer__text">{words.t("footer-hours")}</p>
                    <a class="md-phone" href=call>
                        <Icon name="phone" />
                        <span>{words.t("footer-call")} " " <bdi dir="ltr">{number}</bdi></span>
                    </a>
                </section>
                <nav class="md-footer__part" aria-labelledby="footer-site">
                    <h2 class="md-footer__heading" id="footer-site">{words.t("footer-site")}</h2>
                    <ul class="md-footer__links">
                        <li><a class="nl-link md-footer__link" href=address::ACCESSIBILITY>{words.t("accessibility-title")}</a></li>
                        <li><a class="nl-link md-footer__link" href=address::PRIVACY>{words.t("privacy-title")}</a></li>
                        <li><a class="nl-link md-footer__link" href=address::HELP>{words.t("help-title")}</a></li>
                    </ul>
                </nav>
            </div>
        </footer>
    }
}
