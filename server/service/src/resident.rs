//! Residents: invited by a caseworker, known by a keyed hash of their BSN, with a profile of their own.

use crate::event::{self, EventKind};
use crate::file::{File, profile_place};
use crate::keys::{Context, DataKey};
use crate::person::{self, Person};
use crate::{Error, Result, Service, new_opaque_id};
use domain::access::{Action, Actor, Role};
use domain::intake::Route;
use domain::profile::{Address, Contact, Profile, phone};
use domain::{Problem, ProblemCode};
use sqlx::AnyConnection;

/// Who is invited, as typed by the caseworker.
#[derive(Clone, Default)]
pub struct Invitation {
    /// First name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Citizen service number (BSN), nine digits: how the resident is found at sign-in.
    pub bsn: String,
    /// Telephone number, if known.
    pub phone: String,
    /// Language code.
    pub language: String,
    /// Which questions.
    pub route: Option<Route>,
    /// The team that will review.
    pub team: String,
}

impl Invitation {
    fn problems(&self, demo: bool) -> Vec<Problem> {
        let mut found = Vec::new();
        for (field, text) in [("first_name", &self.first_name), ("last_name", &self.last_name)] {
            match text.trim().chars().count() {
                0 => found.push(Problem::new(field, ProblemCode::Empty)),
                n if n > 60 => found.push(Problem::new(field, ProblemCode::TooLong { max: 60 })),
                _ => {}
            }
        }
        if bsn(&self.bsn, demo).is_none() {
            found.push(Problem::new("bsn", ProblemCode::NotANumber));
        }
        if !self.phone.trim().is_empty() && phone(&self.phone).is_none() {
            found.push(Problem::new("phone", ProblemCode::NotAPhone));
        }
        if self.route.is_none() {
            found.push(Problem::new("route", ProblemCode::Empty));
        }
        found
    }
}

/// A BSN as nine digits that pass the eleven-test (elfproef); in the demo only the test range 9999.
#[must_use]
pub fn bsn(typed: &str, demo: bool) -> Option<String> {
    let digits: String = typed.chars().filter(|c| !matches!(c, ' ' | '.')).collect();
    let all_digits = digits.len() == 9 && digits.bytes().all(|b| b.is_ascii_digit());
    let sum: i32 = digits.bytes().zip([9, 8, 7, 6, 5, 4, 3, 2, -1]).map(|(b, weight)| i32::from(b.saturating_sub(b'0')) * weight).sum();
    let passes = all_digits && digits != "000000000" && sum % 11 == 0;
    (passes && (!demo || digits.starts_with("9999"))).then_some(digits)
}

/// A new resident with everything sealed.
pub(crate) struct NewResident {
    pub id: String,
    pub profile: Profile,
    pub bsn: Option<String>,
    pub team: Option<String>,
    pub caseworker: Option<String>,
    pub route: Route,
    pub invited_by: Option<String>,
    pub now: i64,
}

impl Service {
    /// Prepares the row of a new resident outside the transaction; gives the data key too.
    pub(crate) fn seal_resident(&self, new: &NewResident) -> Result<(DataKey, SealedResident)> {
        let key = DataKey::generate()?;
        let (master_key, wrapped_key) = self.keys.wrap(&new.id, &key)?;
        let sealed_profile = key.seal_json(&profile_place(&new.id), &new.profile)?;
        let sealed_bsn = new.bsn.as_ref().map(|bsn| key.seal(&Context::new("bsn", &[&new.id]), bsn.as_bytes())).transpose()?;
        let bsn_hash = new.bsn.as_ref().map(|bsn| self.keys.lookup_hash("bsn", bsn));
        Ok((key, SealedResident { master_key, wrapped_key, sealed_profile, sealed_bsn, bsn_hash }))
    }

    /// Invites a resident: a new one, or one already known by BSN.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem; [`Error::NotFound`] when the actor may not invite, or may not see that resident.
    pub async fn invite(&self, actor: &Actor, invitation: &Invitation) -> Result<String> {
        self.allow(actor, Action::Invite)?;
        let demo = self.settings.mode == crate::settings::Mode::Demo;
        let mut problems = invitation.problems(demo);
        if !invitation.team.is_empty() && self.settings.team(&invitation.team).is_none() {
            problems.push(Problem::new("team", ProblemCode::UnknownChoice));
        }
        let (Some(bsn), Some(route), true) = (bsn(&invitation.bsn, demo), invitation.route, problems.is_empty()) else {
            return Err(Error::Invalid(problems));
        };
        let hash = self.keys.lookup_hash("bsn", &bsn);
        let known: Option<(String,)> = sqlx::query_as("SELECT id FROM resident WHERE bsn_hash = $1").bind(hash).fetch_optional(self.db.read()).await?;
        if let Some((id,)) = known {
            return self.invite_again(actor, id, route).await;
        }
        let profile = Profile {
            first_name: invitation.first_name.trim().to_owned(),
            last_name: invitation.last_name.trim().to_owned(),
            phone: phone(&invitation.phone).unwrap_or_default(),
            language: invitation.language.clone(),
            ..Profile::default()
        };
        let team = Some(invitation.team.clone()).filter(|t| !t.is_empty()).or_else(|| actor.team.clone());
        let invited_by = Some(actor.person.clone());
        let new = NewResident { id: new_opaque_id(), profile, bsn: Some(bsn), team, caseworker: None, route, invited_by, now: self.clock.now() };
        let (_, sealed) = self.seal_resident(&new)?;
        let id = new.id.clone();
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    insert(tx, &new, &sealed).await?;
                    event::record(tx, &new.id, EventKind::Invited, route.as_str(), new.invited_by.as_deref().unwrap_or(&new.id), new.now).await
                })
            })
            .await?;
        Ok(id)
    }

    async fn invite_again(&self, actor: &Actor, resident: String, route: Route) -> Result<String> {
        self.open_file(actor, Action::FillInAtDesk, &resident).await?;
        let (by, now, id) = (actor.person.clone(), self.clock.now(), resident.clone());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    sqlx::query("UPDATE resident SET invited_by = $1, invited_at = $2, route = $3 WHERE id = $4")
                        .bind(&by)
                        .bind(now)
                        .bind(route.as_str())
                        .bind(&id)
                        .execute(&mut *tx)
                        .await?;
                    event::record(tx, &id, EventKind::Invited, route.as_str(), &by, now).await
                })
            })
            .await?;
        Ok(resident)
    }

    /// Keeps the profile that a resident filled in. Problems are told, but nothing typed is lost: the caller shows it again.
    ///
    /// # Errors
    /// [`Error::Invalid`]; [`Error::Conflict`] when it was changed elsewhere since version `base`.
    pub async fn keep_profile(&self, actor: &Actor, resident: &str, base: i64, typed: ProfileForm) -> Result<()> {
        let file = self.open_file(actor, Action::KeepProfile, resident).await?;
        let mut profile = typed.over(&file.profile);
        let mut problems = profile.problems();
        if !profile.language.is_empty() && !self.settings.municipality.languages.contains(&profile.language) {
            problems.push(Problem::new("language", ProblemCode::UnknownChoice));
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        profile.phone = phone(&profile.phone).unwrap_or_default();
        self.store_profile(&file, base, &profile).await
    }

    pub(crate) async fn store_profile(&self, file: &File, base: i64, profile: &Profile) -> Result<()> {
        let sealed = file.key.seal_json(&profile_place(file.resident()), profile)?;
        let (id, now) = (file.resident().to_owned(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let done = sqlx::query(
                        "UPDATE resident SET sealed_profile = $1, profile_version = profile_version + 1, active_at = $2 WHERE id = $3 AND profile_version = $4",
                    )
                    .bind(sealed)
                    .bind(now)
                    .bind(id)
                    .bind(base)
                    .execute(tx)
                    .await?;
                    if done.rows_affected() == 0 { Err(Error::Conflict("profile")) } else { Ok(()) }
                })
            })
            .await
    }
}

/// A profile as typed by the resident.
#[derive(Clone, Default)]
pub struct ProfileForm {
    /// How to be called.
    pub called: String,
    /// Telephone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Language code.
    pub language: String,
    /// How to be reached.
    pub contact: Contact,
    /// Form of address.
    pub address: Address,
    /// The switches that were ticked, by field name of [`Profile`].
    pub ticked: Vec<String>,
}

impl ProfileForm {
    /// The profile with what was typed in place of what was there.
    #[must_use]
    pub fn over(&self, old: &Profile) -> Profile {
        let on = |name: &str| self.ticked.iter().any(|t| t == name);
        Profile {
            first_name: old.first_name.clone(),
            last_name: old.last_name.clone(),
            called: self.called.trim().to_owned(),
            phone: self.phone.trim().to_owned(),
            email: self.email.trim().to_owned(),
            language: self.language.clone(),
            contact: self.contact,
            address: self.address,
            read_aloud: on("read_aloud"),
            short_messages: on("short_messages"),
            small_steps: on("small_steps"),
            paper: on("paper"),
            pictures: on("pictures"),
            companion: on("companion"),
            quiet_place: on("quiet_place"),
        }
    }
}

/// The sealed parts of a new row.
pub(crate) struct SealedResident {
    master_key: String,
    wrapped_key: Vec<u8>,
    sealed_profile: Vec<u8>,
    sealed_bsn: Option<Vec<u8>>,
    bsn_hash: Option<String>,
}

pub(crate) async fn insert(tx: &mut AnyConnection, new: &NewResident, sealed: &SealedResident) -> Result<()> {
    let person = Person { id: new.id.clone(), role: Role::Resident, team: None, name: String::new() };
    person::insert(&mut *tx, &person, new.now).await?;
    sqlx::query(
        "INSERT INTO resident (id, master_key, wrapped_key, sealed_profile, sealed_bsn, bsn_hash, team, caseworker, route, invited_by, invited_at, profile_version, created_at, active_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $12)",
    )
    .bind(&new.id)
    .bind(&sealed.master_key)
    .bind(&sealed.wrapped_key)
    .bind(&sealed.sealed_profile)
    .bind(&sealed.sealed_bsn)
    .bind(&sealed.bsn_hash)
    .bind(&new.team)
    .bind(&new.caseworker)
    .bind(new.route.as_str())
    .bind(&new.invited_by)
    .bind(new.invited_by.as_ref().map(|_| new.now))
    .bind(new.now)
    .execute(tx)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::bsn;

    #[test]
    fn bsns_pass_the_eleven_test_and_the_demo_takes_only_test_numbers() {
        assert_eq!(bsn("999993653", true).as_deref(), Some("999993653"));
        assert_eq!(bsn("9999 90 421", true).as_deref(), Some("999990421"));
        for typed in ["", "999993654", "99999365", "000000000", "9999936530", "99999365x"] {
            assert_eq!(bsn(typed, false), None, "{typed}");
        }
        assert!(bsn("123456782", false).is_some());
        assert_eq!(bsn("123456782", true), None);
    }
}
