//! What a proven identity is here: a resident, somebody who acts for one, staff or a helper.

use super::claims::{self, Claims};
use super::{Door, Refusal};
use crate::person::{self, Person};
use crate::resident::{NewResident, insert};
use crate::settings::{GroupRole, Participation, Provider};
use crate::{Result, Service, new_opaque_id};
use domain::access::Role;
use domain::intake::Route;
use domain::profile::Profile;

/// Who acts for a resident has no name here: DigiD tells none.
const REPRESENTATIVE: &str = "Gemachtigde";
/// The longest name that is kept, in characters.
const LONGEST_NAME: usize = 100;

impl Service {
    /// Who the claims are about, and for whom they act.
    pub(super) async fn who(&self, door: Door, provider: &Provider, told: &Claims) -> Result<(Person, Option<String>), Refusal> {
        claims::level(told, provider)?;
        let person = match door {
            Door::Residents => self.own(provider, told).await?,
            Door::Acting => return self.acting(provider, told).await,
            Door::Staff => self.staff_member(provider, told).await?,
            Door::Helpers => self.known_by(subject(door, told)?, Role::Helper, None, &name(provider, told)).await?,
        };
        Ok((person, None))
    }

    async fn own(&self, provider: &Provider, told: &Claims) -> Result<Person, Refusal> {
        // Who acts for somebody else has a door of their own, whatever this one is told.
        if claims::at(told, &provider.claims.representee).is_some() || claims::at(told, &provider.claims.authorizee).is_some() {
            return Err(Refusal::Untrusted("acts-for-somebody"));
        }
        let bsn = claims::bsn(told, &provider.claims.bsn)?;
        match self.resident_by_bsn(&bsn).await? {
            Some(id) => Ok(self.person(&id).await?),
            None if self.settings.intake.participation == Participation::Everyone => Ok(self.new_resident(bsn).await?),
            None => Err(Refusal::Unknown),
        }
    }

    async fn acting(&self, provider: &Provider, told: &Claims) -> Result<(Person, Option<String>), Refusal> {
        let paths = &provider.claims;
        let (representee, authorizee) = (claims::bsn(told, &paths.representee)?, claims::bsn(told, &paths.authorizee)?);
        if representee == authorizee {
            return Err(Refusal::Untrusted("acts-for-themselves"));
        }
        let service = claims::text(told, &paths.service);
        if !provider.services.is_empty() && !service.is_some_and(|service| provider.services.contains(&service)) {
            return Err(Refusal::Service);
        }
        let resident = self.resident_by_bsn(&representee).await?.ok_or(Refusal::Unknown)?;
        // Somebody of their own: not the person that the same BSN is as a resident.
        let subject = self.keys.lookup_hash("representative", &authorizee);
        Ok((self.known_by(subject, Role::Representative, None, REPRESENTATIVE).await?, Some(resident)))
    }

    async fn staff_member(&self, provider: &Provider, told: &Claims) -> Result<Person, Refusal> {
        let subject = subject(Door::Staff, told)?;
        let groups = claims::list(told, &provider.claims.groups);
        match role_of(&self.settings.sign_in.roles, &groups) {
            Some(found) => self.known_by(subject, found.role.into(), found.team.clone(), &name(provider, told)).await.map_err(Into::into),
            None => {
                // Whoever lost their groups loses what is still open elsewhere too.
                self.end_sessions_of(subject).await?;
                Err(Refusal::NoAccess)
            }
        }
    }

    async fn resident_by_bsn(&self, bsn: &str) -> Result<Option<String>> {
        let hash = self.keys.lookup_hash("bsn", bsn);
        let row: Option<(String,)> = sqlx::query_as("SELECT id FROM resident WHERE bsn_hash = $1").bind(hash).fetch_optional(self.db.read()).await?;
        Ok(row.map(|(id,)| id))
    }

    /// A resident whom nobody invited, where everybody takes part.
    async fn new_resident(&self, bsn: String) -> Result<Person> {
        let new = NewResident {
            id: new_opaque_id(),
            profile: Profile::default(),
            bsn: Some(bsn),
            team: None,
            caseworker: None,
            route: Route::Whole,
            invited_by: None,
            now: self.clock.now(),
        };
        let (_, sealed) = self.seal_resident(&new)?;
        let id = new.id.clone();
        self.db.write(move |tx| Box::pin(async move { insert(tx, &new, &sealed).await })).await?;
        self.person(&id).await
    }

    /// The person of a subject, as they are today: role, team and name follow what was told now.
    async fn known_by(&self, subject: String, role: Role, team: Option<String>, name: &str) -> Result<Person> {
        let person = Person { id: new_opaque_id(), role, team, name: name.to_owned() };
        let now = self.clock.now();
        self.db.write(move |tx| Box::pin(async move { person::by_subject(tx, &subject, &person, now).await })).await
    }

    async fn end_sessions_of(&self, subject: String) -> Result<()> {
        self.db.run(sqlx::query("DELETE FROM session WHERE person IN (SELECT id FROM person WHERE subject = $1)").bind(subject)).await
    }
}

/// Under which name the provider of a door knows somebody for good.
fn subject(door: Door, told: &Claims) -> Result<String, Refusal> {
    let sub = told.get("sub").and_then(serde_json::Value::as_str).ok_or(Refusal::Untrusted("subject"))?;
    Ok(format!("{}:{sub}", door.as_str()))
}

fn name(provider: &Provider, told: &Claims) -> String {
    claims::text(told, &provider.claims.name).unwrap_or_default().chars().take(LONGEST_NAME).collect()
}

/// The first rule of the settings that fits one of the groups.
fn role_of<'a>(rules: &'a [GroupRole], groups: &[String]) -> Option<&'a GroupRole> {
    rules.iter().find(|rule| groups.iter().any(|group| fits(&rule.group, group)))
}

/// Whether a group fits a pattern in which `*` stands for anything.
fn fits(pattern: &str, group: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == group };
    let Some(mut group) = group.strip_prefix(start) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let end = parts.pop().unwrap_or_default();
    for part in parts {
        let Some(at) = group.find(part) else { return false };
        group = group.get(at + part.len()..).unwrap_or_default();
    }
    group.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::StaffRole;

    #[test]
    fn patterns_of_groups() {
        for (pattern, group, fit) in [
            ("a", "a", true),
            ("a", "ab", false),
            ("portal-*", "portal-", true),
            ("portal-*", "portal-x", true),
            ("portal-*", "my-portal-x", false),
            ("*-admin", "portal-admin", true),
            ("*-admin", "portal-admins", false),
            ("a*b*c", "a1b2c", true),
            ("a*b*c", "abc", true),
            ("a*b*c", "acb", false),
            ("ab*b", "ab", false),
        ] {
            assert_eq!(fits(pattern, group), fit, "{pattern} {group}");
        }
    }

    #[test]
    fn the_first_rule_counts_and_no_group_is_no_role() {
        let rule = |group: &str, role| GroupRole { group: group.into(), role, team: None };
        let rules = [rule("boss", StaffRole::Coordinator), rule("portal-*", StaffRole::ApplicationManager)];
        assert_eq!(role_of(&rules, &["portal-x".into(), "boss".into()]).unwrap().role, StaffRole::Coordinator);
        assert!(role_of(&rules, &["other".into()]).is_none() && role_of(&rules, &[]).is_none());
    }
}
