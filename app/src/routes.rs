//! Which page lives where, and the HTML document around every page.

use crate::address;
use crate::pages;
use crate::visitor::{assets, service, visitor};
use http::request::Parts;
use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{SsrMode, path};

/// The document around every page.
#[must_use]
pub fn shell() -> impl IntoView {
    let (visitor, assets, service) = (visitor(), assets(), service());
    let locale = visitor.locale();
    let sheet = |name: &str| assets.path(&format!("{name}.{}.css", service.settings.municipality.theme));
    let theme = format!("{}-theme utrecht-root utrecht-document md-page", service.settings.municipality.theme);
    let staff = visitor.session.as_ref().is_some_and(|s| s.actor.role.is_staff());
    // The page of all amounts is for everybody and has tables as wide as those of staff.
    let wide = use_context::<Parts>().is_some_and(|parts| parts.uri.path() == address::PARAMETERS);
    let theme = match (staff, wide) {
        (true, _) => format!("{theme} md-page--staff"),
        (false, true) => format!("{theme} md-page--wide"),
        (false, false) => theme,
    };
    view! {
        <!DOCTYPE html>
        <html lang=locale.language dir=locale.direction()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light" />
                <meta name="theme-color" content="#0b5a73" />
                <meta name="robots" content="noindex" />
                <link rel="preload" href="/fonts/noto-sans-latin-400.woff2" r#as="font" r#type="font/woff2" crossorigin="anonymous" />
                <link rel="stylesheet" href=sheet("portal") />
                {(staff || wide).then(|| view! { <link rel="stylesheet" href=sheet("staff") /> })}
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="manifest" href="/site.webmanifest" />
                <MetaTags />
            </head>
            <body class=theme>
                <App />
            </body>
        </html>
    }
}

/// All pages.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <FlatRoutes fallback=pages::NotFound>
                <Route path=path!("/") view=pages::Front ssr=SsrMode::Async />
                <Route path=path!("/sign-in") view=pages::SignIn ssr=SsrMode::Async />
                <Route path=path!("/sign-in/refused/:reason") view=pages::NotSignedIn ssr=SsrMode::Async />
                <Route path=path!("/sign-in/by-mail") view=pages::ByMail ssr=SsrMode::Async />
                <Route path=path!("/sign-in/by-mail/code") view=pages::MailCode ssr=SsrMode::Async />
                <Route path=path!("/signed-out") view=pages::SignedOut ssr=SsrMode::Async />
                <Route path=path!("/help") view=pages::Help ssr=SsrMode::Async />
                <Route path=path!("/talk") view=pages::Talk ssr=SsrMode::Async />
                <Route path=path!("/privacy") view=pages::Privacy ssr=SsrMode::Async />
                <Route path=path!("/accessibility") view=pages::Accessibility ssr=SsrMode::Async />
                <Route path=path!("/calculator") view=pages::CalculatorPage ssr=SsrMode::Async />
                <Route path=path!("/calculator/parameters") view=pages::Parameters ssr=SsrMode::Async />
                <Route path=path!("/refused/:status/:number") view=pages::Refused ssr=SsrMode::Async />
                <Route path=path!("/r/:resident") view=pages::Home ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/start") view=pages::Start ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/profile") view=pages::ProfilePage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/access") view=pages::Access ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/data") view=pages::Data ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/ask") view=pages::AskedPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/group") view=pages::GroupPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/request/:kind") view=pages::RequestPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/requests/:reference") view=pages::RequestSent ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/sent/:number") view=pages::SentPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/sent/:number/copy") view=pages::CopyPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/sent/:number/picture") view=pages::PicturePage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/calculations") view=pages::Calculations ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/agreement") view=pages::AgreementPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/agreement/order") view=pages::OrderPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/agreement/steps/:line") view=pages::SmallStepsPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/agreement/line/:line") view=pages::LinePage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/agreement/tell/:line") view=pages::TellPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/agreement/done/:line") view=pages::DonePage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/agreement/look-back") view=pages::LookBackPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/agreement/version/:number") view=pages::AgreementVersion ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/journey") view=pages::JourneyPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/journey/history") view=pages::HistoryPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/appointments") view=pages::AppointmentsPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/access/:person") view=pages::ObjectPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/helpers") view=pages::HelpersPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/helpers/invite") view=pages::InviteHelperPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/helping") view=pages::HelpedPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/helping/agreements") view=pages::HelpedAgreementPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/helping/journey") view=pages::HelpedJourneyPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/helping/calculation") view=pages::HelpedCalculations ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/helping/contact") view=pages::ContactPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/:way") view=pages::Overview ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/:way/stopped") view=pages::Stopped ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/:way/:step") view=pages::StepPage ssr=SsrMode::Async />
                <Route path=path!("/r/:resident/:way/:step/help") view=pages::StepHelp ssr=SsrMode::Async />
                <Route path=path!("/work") view=pages::Worklist ssr=SsrMode::Async />
                <Route path=path!("/work/invite") view=pages::InvitePage ssr=SsrMode::Async />
                <Route path=path!("/work/promises") view=pages::PromisesPage ssr=SsrMode::Async />
                <Route path=path!("/work/caseload") view=pages::CaseloadPage ssr=SsrMode::Async />
                <Route path=path!("/work/:resident") view=pages::ReviewPage ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/ask") view=pages::PickQuestions ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/erasure") view=pages::ErasurePage ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/version/:number") view=pages::ReviewVersion ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/agreement") view=pages::WorkAgreementPage ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/agreement/start") view=pages::StartAgreement ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/agreement/line/:line") view=pages::WorkLinePage ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/agreement/tell/:line") view=pages::WorkTellPage ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/agreement/done/:line") view=pages::WorkDonePage ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/agreement/look-back") view=pages::WorkLookBackPage ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/agreement/version/:number") view=pages::WorkAgreementVersion ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/journey") view=pages::WorkJourneyPage ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/journey/history") view=pages::WorkHistoryPage ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/appointments") view=pages::WorkAppointmentsPage ssr=SsrMode::Async />
                <Route path=path!("/work/:resident/helpers") view=pages::DeskHelpers ssr=SsrMode::Async />
                <Route path=path!("/divide") view=pages::Divide ssr=SsrMode::Async />
                <Route path=path!("/divide/volunteers") view=pages::VolunteersPage ssr=SsrMode::Async />
                <Route path=path!("/divide/volunteers/:person") view=pages::VolunteerPage ssr=SsrMode::Async />
                <Route path=path!("/join") view=pages::JoinPage ssr=SsrMode::Async />
                <Route path=path!("/join/:code") view=pages::JoinWithCode ssr=SsrMode::Async />
                <Route path=path!("/helping") view=pages::Helping ssr=SsrMode::Async />
                <Route path=path!("/helping/passkeys") view=pages::Passkeys ssr=SsrMode::Async />
                <Route path=path!("/manage") view=pages::Manage ssr=SsrMode::Async />
            </FlatRoutes>
        </Router>
    }
}
