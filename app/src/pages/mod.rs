//! Pages, one file each.

mod access;
mod agreement;
mod appointments;
mod ask;
mod by_mail;
mod calculations;
mod calculator;
mod caseload;
mod check;
mod copy;
mod data;
mod divide;
mod doors;
mod erasure;
mod front;
mod group;
mod help;
mod history;
mod home;
mod invite;
mod journey;
mod journey_now;
mod load;
mod manage;
mod manage_retention;
mod mandate;
mod not_found;
mod overview;
mod parameters;
mod parameters_list;
mod passkeys;
mod pick_questions;
mod profile;
mod promises;
mod proposals;
mod question;
mod question_fields;
mod queue;
mod request;
mod review;
mod review_actions;
mod review_answers;
mod review_signals;
mod send;
mod sent;
mod sign_in;
mod start;
mod step;
mod stopped;
mod worklist;

pub use access::Access;
pub use agreement::{
    AgreementPage, AgreementVersion, DonePage, LinePage, LookBackPage, OrderPage, SmallStepsPage, StartAgreement, TellPage, WorkAgreementPage,
    WorkAgreementVersion, WorkDonePage, WorkLinePage, WorkLookBackPage, WorkTellPage,
};
pub use appointments::{AppointmentsPage, WorkAppointmentsPage};
pub use ask::AskedPage;
pub use by_mail::{ByMail, MailCode};
pub use calculations::Calculations;
pub use calculator::CalculatorPage;
pub use caseload::CaseloadPage;
pub use copy::{CopyPage, ReviewVersion};
pub use data::Data;
pub use divide::Divide;
pub use doors::NotSignedIn;
pub use erasure::ErasurePage;
pub use front::{Front, SignedOut};
pub use group::GroupPage;
pub use help::{Accessibility, Help, Privacy, Talk};
pub use history::{HistoryPage, WorkHistoryPage};
pub use home::Home;
pub use invite::InvitePage;
pub use journey::{JourneyPage, WorkJourneyPage};
pub use manage::Manage;
pub use mandate::{
    ContactPage, DeskHelpers, HelpedAgreementPage, HelpedCalculations, HelpedJourneyPage, HelpedPage, HelpersPage, Helping, InviteHelperPage, JoinPage,
    JoinWithCode, ObjectPage, VolunteerPage, VolunteersPage,
};
pub use not_found::{NotFound, Refused};
pub use overview::Overview;
pub use parameters::Parameters;
pub use passkeys::Passkeys;
pub use pick_questions::PickQuestions;
pub use profile::ProfilePage;
pub use promises::PromisesPage;
pub use request::{Beside, RequestPage, RequestSent, StepHelp};
pub use review::ReviewPage;
pub use sent::{PicturePage, SentPage};
pub use sign_in::SignIn;
pub use start::Start;
pub use step::StepPage;
pub use stopped::Stopped;
pub use worklist::Worklist;
