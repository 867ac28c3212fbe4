//! What is held about helpers, for the resident.

use crate::clock::local;
use crate::content::Words;
use crate::file::File;
use crate::{Result, Service};
use serde_json::{Value, json};

fn day(millis: i64) -> String {
    local(millis).format("%-d-%-m-%Y, %H:%M").to_string()
}

fn rfc3339(millis: i64) -> String {
    local(millis).to_rfc3339()
}

impl Service {
    /// Who helps or helped, who was invited, what they left, with whom the resident filled in, and what they objected to: in
    /// words and as data. The caller has opened the file as the resident.
    pub(crate) async fn held_helpers(&self, file: &File, words: &Words) -> Result<(Vec<(String, String)>, Value)> {
        let (mut pairs, mut data) = (Vec::new(), Vec::new());
        let people = self.staff().await?;
        let name = |id: &str| people.get(id).map(|p| p.name.clone()).unwrap_or_default();
        let (now, before) = self.mandates_of(file, i64::MIN).await?;
        for helper in now.iter().chain(&before) {
            let (from, until) = (helper.mandate.from, helper.ended.unwrap_or(helper.mandate.until));
            pairs.push((words.t("held-helper"), format!("{}: {} - {}", helper.name, day(from), day(until))));
            data.push(json!({ "helper": helper.name, "scope": helper.mandate.scope, "from": rfc3339(from), "until": rfc3339(until) }));
        }
        for (invitation, outcome, at) in self.invitations_of(file).await? {
            let who = invitation.answered.as_ref().map_or_else(|| invitation.for_name.clone(), |(_, said)| said.clone());
            let became = words.t(&format!("held-invitation-{}", outcome.replace('_', "-")));
            pairs.push((words.t("held-invitation"), format!("{who} {}. {became}", day(at)).trim().to_owned()));
            data.push(json!({ "invited": who, "scope": invitation.scope, "until": rfc3339(invitation.expires_at), "closed": rfc3339(at), "outcome": outcome }));
        }
        for desk in self.arranged_at_desk(file).await? {
            pairs.push((words.t("held-desk"), format!("{} {}: {}", name(&desk.by), day(desk.at), desk.agreement)));
            data.push(json!({ "arranged_at_desk_by": name(&desk.by), "at": rfc3339(desk.at), "agreement": desk.agreement }));
        }
        let contacts: Vec<(String, String, i64, String)> = sqlx::query_as(
            "SELECT m.helper, c.on_day, c.minutes, c.way FROM helper_contact c JOIN mandate m ON m.id = c.mandate WHERE m.resident = $1 ORDER BY c.on_day",
        )
        .bind(file.resident())
        .fetch_all(self.db.read())
        .await?;
        for (helper, on, minutes, way) in contacts {
            let day = on.parse::<chrono::NaiveDate>().map_or_else(|_| on.clone(), |on| on.format("%-d-%-m-%Y").to_string());
            let said = [("date", day.into()), ("minutes", minutes.into()), ("way", words.t(&format!("contact-way-{way}")).into())];
            pairs.push((format!("{} {}", words.t("held-contact"), name(&helper)), words.with("held-contact-with", &said)));
            data.push(json!({ "contact_with": name(&helper), "on": on, "minutes": minutes, "way": way }));
        }
        for one in self.changed_by_helpers(file).await? {
            data.push(json!({ "filled_in": one.step, "by": name(&one.helper), "at": rfc3339(one.at) }));
        }
        for left in self.left_by_helpers(file).await? {
            pairs.push((words.t("held-left"), format!("{} {}", name(&left.helper), day(left.at))));
            data.push(json!({ "left_by": name(&left.helper), "step": left.step, "content": left.kept, "at": rfc3339(left.at) }));
        }
        for together in self.together_of(file).await? {
            pairs.push((words.t("held-together"), format!("{} {}", together.with, day(together.from))));
            data.push(json!({ "together_with": together.with, "at": rfc3339(together.from) }));
        }
        for objection in self.objections_of(file).await? {
            pairs.push((words.t("held-objection"), format!("{} {} {}", name(&objection.about), day(objection.at), objection.text).trim().to_owned()));
            let (about, at, answer) = (name(&objection.about), rfc3339(objection.at), objection.answer);
            data.push(json!({ "objection_about": about, "line": objection.line, "text": objection.text, "at": at, "answer": answer }));
        }
        Ok((pairs, Value::Array(data)))
    }
}
