//! Who may do what with whose data: the one place that decides.
//!
//! [`may`] is asked by every server function and every page, through the service that loads the subject.
//! A refusal is shown as "not found", so that nobody learns whose file exists.

use crate::intake::{Domain, Visibility};
use crate::mandate::{Mandate, Part, Scope};

/// What a signed-in person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A resident (inwoner) with a file of their own.
    Resident,
    /// Somebody who acts for one resident, with a mandate of DigiD (gemachtigde). Never that person's own file.
    Representative,
    /// A buddy or volunteer (maatje, vrijwilliger).
    Helper,
    /// A caseworker (consulent) of one team.
    Caseworker,
    /// A coordinator, who divides the work and never reads answers.
    Coordinator,
    /// An application manager, who runs the portal and sees no resident.
    ApplicationManager,
}

impl Role {
    /// Every role, for tests that walk them all.
    pub const ALL: [Self; 6] = [Self::Resident, Self::Representative, Self::Helper, Self::Caseworker, Self::Coordinator, Self::ApplicationManager];

    /// The name in the database and in settings.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Representative => "representative",
            Self::Helper => "helper",
            Self::Caseworker => "caseworker",
            Self::Coordinator => "coordinator",
            Self::ApplicationManager => "application_manager",
        }
    }

    /// The role with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    /// Whether this person works for the municipality.
    #[must_use]
    pub const fn is_staff(self) -> bool {
        matches!(self, Self::Caseworker | Self::Coordinator | Self::ApplicationManager)
    }
}

/// A signed-in person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Our own id of the person; for a resident the resident id too.
    pub person: String,
    /// What they are.
    pub role: Role,
    /// The team of a caseworker or coordinator.
    pub team: Option<String>,
    /// The one resident for whom a representative acts in this session.
    pub acts_for: Option<String>,
}

impl Actor {
    /// The resident whose file is this person's to use: their own, or that of whom they act for.
    #[must_use]
    pub fn resident(&self) -> Option<&str> {
        match self.role {
            Role::Resident => Some(&self.person),
            Role::Representative => self.acts_for.as_deref(),
            _ => None,
        }
    }
}

/// What somebody wants to do. Those from [`Action::DivideWork`] on need no resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// See one's own home, messages, sent versions, picture and profile.
    ReadOwn,
    /// Fill in, change, skip and discard one's own draft.
    FillIn,
    /// Send one's own draft: never anybody else.
    Send,
    /// Send a small request (urgent, call me, appointment, buddy).
    SendRequest,
    /// Keep one's own profile.
    KeepProfile,
    /// Answer what the caseworker decided about the group.
    ReplyToGroup,
    /// Keep, show and throw away one's own calculations.
    Calculate,
    /// Answer, propose and tell about one's own agreement: never anybody else.
    Agree,
    /// Invite, confirm and end one's own helpers: never anybody else.
    KeepHelpers,
    /// Look at a part that the resident shared, as their helper.
    HelpSee(Part),
    /// Fill in an answer of a domain that the resident shared for that, as their helper.
    HelpFillIn(Domain, Visibility),
    /// Write down that one had contact, as a helper: when and how, never what about.
    HelpContact,
    /// Say who one is and promise secrecy, and see one's own residents, as a helper.
    Help,
    /// Set up a helper at the desk, with the resident there.
    MakeMandate,
    /// Keep volunteers, propose them, and see who has contact: never what about.
    KeepVolunteers,
    /// Read what a resident sent.
    ReadSent,
    /// Take, review, conclude; write notes; ask questions; set the group; settle a request.
    Review,
    /// Propose, answer and keep the municipality's side of an agreement.
    MakeAgreement,
    /// Give the review to another caseworker or team.
    HandOver,
    /// Fill in an intake with or for a resident, at the desk, by phone or from paper.
    FillInAtDesk,
    /// See the work of all teams without content, and divide it.
    DivideWork,
    /// See the worklist of one's own team.
    ReadWorklist,
    /// Invite a resident to the intake.
    Invite,
    /// See how the portal runs.
    Operate,
}

impl Action {
    /// Every action, for tests that walk them all; of those with a payload a few.
    pub const ALL: [Self; 30] = [
        Self::ReadOwn,
        Self::FillIn,
        Self::Send,
        Self::SendRequest,
        Self::KeepProfile,
        Self::ReplyToGroup,
        Self::Calculate,
        Self::Agree,
        Self::KeepHelpers,
        Self::HelpSee(Part::Intake),
        Self::HelpSee(Part::Agreements),
        Self::HelpSee(Part::Journey),
        Self::HelpSee(Part::Calculation),
        Self::HelpFillIn(Domain::Work, Visibility::M),
        Self::HelpFillIn(Domain::Work, Visibility::K),
        Self::HelpFillIn(Domain::Work, Visibility::I),
        Self::HelpFillIn(Domain::Mind, Visibility::K),
        Self::HelpContact,
        Self::Help,
        Self::MakeMandate,
        Self::KeepVolunteers,
        Self::ReadSent,
        Self::Review,
        Self::MakeAgreement,
        Self::HandOver,
        Self::FillInAtDesk,
        Self::DivideWork,
        Self::ReadWorklist,
        Self::Invite,
        Self::Operate,
    ];

    /// The name in the log of access. It says which domain, never which answer.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::HelpSee(part) => format!("HelpSee{part:?}"),
            Self::HelpFillIn(domain, _) => format!("HelpFillIn{domain:?}"),
            action => format!("{action:?}"),
        }
    }
}

/// The resident whose data it is about, as far as access depends on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The resident's id.
    pub resident: String,
    /// The team that the resident belongs to; `None` before anybody took them.
    pub team: Option<String>,
    /// The caseworker of this resident.
    pub caseworker: Option<String>,
    /// The mandate between the resident and who asks, if there ever was one.
    pub mandate: Option<Mandate>,
    /// When it is asked, in milliseconds.
    pub now: i64,
}

impl Subject {
    /// What the resident shares with `actor` at this moment; nothing for whoever is no helper.
    #[must_use]
    pub fn shared_with(&self, actor: &Actor) -> Option<&Scope> {
        let mandate = self.mandate.as_ref().filter(|_| actor.role == Role::Helper)?;
        mandate.scope_for(&actor.person, &self.resident, self.now)
    }
}

/// Whether `actor` may do `action` with the data of `subject`; `None` for actions about no resident.
#[must_use]
pub fn may(actor: &Actor, action: Action, subject: Option<&Subject>) -> bool {
    use Action as A;
    match (action, subject) {
        (A::KeepProfile | A::Agree | A::KeepHelpers, Some(subject)) => is_self(actor, subject),
        (A::ReadOwn | A::FillIn | A::Send | A::SendRequest | A::ReplyToGroup | A::Calculate, Some(subject)) => {
            is_self(actor, subject) || acts_for(actor, subject)
        }
        (A::HelpSee(part), Some(subject)) => subject.shared_with(actor).is_some_and(|scope| scope.covers(part)),
        (A::HelpFillIn(domain, visible), Some(subject)) => subject.shared_with(actor).is_some_and(|scope| scope.fills_in(Some(domain), visible)),
        (A::HelpContact, Some(subject)) => subject.shared_with(actor).is_some(),
        (A::ReadSent | A::Review | A::MakeAgreement | A::HandOver | A::FillInAtDesk | A::MakeMandate, Some(subject)) => is_own_caseload(actor, subject),
        (A::DivideWork, _) => actor.role == Role::Coordinator,
        (A::KeepVolunteers, None) => actor.role == Role::Coordinator,
        (A::Help, None) => actor.role == Role::Helper,
        (A::ReadWorklist, None) => matches!(actor.role, Role::Caseworker | Role::Coordinator),
        (A::Invite, None) => matches!(actor.role, Role::Caseworker),
        (A::Operate, None) => actor.role == Role::ApplicationManager,
        _ => false,
    }
}

fn is_self(actor: &Actor, subject: &Subject) -> bool {
    actor.role == Role::Resident && actor.person == subject.resident
}

fn acts_for(actor: &Actor, subject: &Subject) -> bool {
    actor.role == Role::Representative && actor.acts_for.as_ref() == Some(&subject.resident)
}

/// A caseworker's residents: assigned to them, of their team, or of no team yet.
fn is_own_caseload(actor: &Actor, subject: &Subject) -> bool {
    actor.role == Role::Caseworker && (subject.caseworker.as_ref() == Some(&actor.person) || subject.team.is_none() || subject.team == actor.team)
}

#[cfg(test)]
mod tests;
