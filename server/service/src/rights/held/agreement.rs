//! What is held about agreements and appointments.

use super::{Found, day, rfc3339};
use crate::agreement::Told;
use crate::content::Words;
use crate::file::File;
use crate::{Result, Service};
use domain::agreement::{Line, Mark, Side, Text};
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl Service {
    /// Every version with what both sides said, how the lines go, looking back, the own order and the own words that
    /// were not sent. What the municipality is still thinking about is no agreement and not here.
    pub(super) async fn held_agreements(&self, file: &File, words: &Words) -> Result<Found> {
        let (mut pairs, mut versions, mut texts) = (Vec::new(), Vec::new(), BTreeMap::new());
        for view in self.agreement_versions(file).await? {
            let version = &view.version;
            let state = words.t(&format!("agreement-state-{}", version.state.as_str()));
            pairs
                .push((words.with("agreement-version", &[("n", version.number.into())]), format!("{state}, {}", day(view.settled_at.unwrap_or(view.sign.at)))));
            pairs.extend(lines(&version.text, words));
            for line in &version.text.lines {
                texts.entry(line.id.clone()).or_insert_with(|| line.text.clone());
            }
            let mut look_backs = serde_json::Map::new();
            for (side, one) in self.look_back_on(file, version.number).await? {
                pairs.push((words.t("look-back-title"), format!("{} {}", day(one.sign.at), one.evaluation.words)));
                look_backs.insert(side.as_str().into(), json!({ "at": rfc3339(one.sign.at), "content": one.evaluation }));
            }
            versions.push(json!({
                "number": version.number, "state": version.state.as_str(), "proposer": version.proposer.as_str(), "proposed_at": rfc3339(view.sign.at),
                "think_until": version.think_until, "settled_at": view.settled_at.map(rfc3339),
                "text": version.text, "answers": version.answers, "look_back": look_backs,
            }));
        }
        let told = self.told(file).await?;
        let about = |one: &Told| texts.get(&one.line).cloned().unwrap_or_else(|| words.t("agreement-state"));
        pairs.extend(told.iter().map(|one| (about(one), [word_of(one, words), day(one.at), one.words.clone()].join(" ").trim().to_owned())));
        let told: Vec<Value> = told
            .iter()
            .map(|one| json!({ "line": one.line, "side": one.side.as_str(), "what": one.mark.as_str(), "words": one.words, "new_day": one.new_day, "at": rfc3339(one.at) }))
            .collect();
        let own = self.sheet_of(file, Side::Resident).await?.map(|(sheet, _)| sheet);
        if let Some(sheet) = &own {
            pairs.push((words.t("agreement-own"), String::new()));
            pairs.extend(lines(&sheet.text, words));
        }
        let order = self.goal_order_of(file).await?;
        pairs.extend(order.steps.values().flatten().map(|step| (words.t("steps-title"), step.text.clone())));
        Ok((pairs, json!({ "versions": versions, "told": told, "not_sent": own, "order": order })))
    }

    /// Every appointment, those that were and those that were cancelled too.
    pub(super) async fn held_appointments(&self, file: &File, words: &Words) -> Result<Found> {
        let all = self.appointments_of(file).await?;
        let pairs = all.iter().map(|one| {
            let cancelled = one.cancelled.as_ref().map(|_| format!("{}.", words.t("held-cancelled"))).unwrap_or_default();
            let said = [words.t(&format!("appointment-way-{}", one.way.as_str())), one.about.clone(), cancelled];
            (day(one.starts_at), said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". "))
        });
        let pairs = pairs.collect();
        let data = all.iter().map(|one| {
            json!({
                "starts_at": rfc3339(one.starts_at), "minutes": one.minutes, "way": one.way.as_str(), "about": one.about,
                "cancelled_at": one.cancelled.as_ref().map(|(_, at)| rfc3339(*at)),
            })
        });
        Ok((pairs, Value::Array(data.collect())))
    }
}

/// Who does what, and when.
fn lines(text: &Text, words: &Words) -> Vec<(String, String)> {
    let said = |line: &Line| {
        let who = words.t(&format!("agreement-doer-{}", line.doer.as_str()));
        (line.text.clone(), format!("{who}, {}", line.due.format("%-d-%-m-%Y")))
    };
    text.lines.iter().map(said).collect()
}

fn word_of(told: &Told, words: &Words) -> String {
    words.t(&match told.mark {
        Mark::NotDone => format!("mark-not-done-{}", told.side.other().as_str()),
        Mark::DoneAfterAll => "mark-done-after-all".to_owned(),
        mark => format!("going-{}", mark.as_str().replace('_', "-")),
    })
}
