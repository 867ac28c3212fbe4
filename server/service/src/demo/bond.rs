//! Agreements of the demo's town: made by both sides through the real use cases.

use super::town::Acting;
use crate::Result;
use crate::agreement::{Added, Scribbled, Sending};
use domain::agreement::{Answer, Mark, Need, Party, Typed};
use std::collections::BTreeMap;

/// How far an agreement of the demo is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bond {
    /// The resident thinks about it.
    Proposed,
    /// Agreed, and both are busy with it.
    Agreed,
}

impl Acting<'_> {
    /// Both sides, so many days ago; `pairs` are templates to start from.
    pub(super) async fn bond(&self, days_ago: i64, pairs: &[&str], bond: Bond) -> Result<()> {
        let (proposing, id) = (self.then(days_ago, 2), self.resident.person.as_str());
        let keys: Vec<String> = pairs.iter().map(|pair| format!("pair-{pair}")).collect();
        proposing.start_from(self.caseworker, id, &keys, false).await?;
        let sheet = proposing.agreement(self.caseworker, id).await?;
        let goal = sheet.sheet.text.goals.first().map(|g| g.id.clone()).unwrap_or_default();
        // One promise of the municipality that is late by now.
        let due = self.then(2, 0).clock.today().format("%-d-%-m-%Y").to_string();
        let call = Typed { doer: "municipality".into(), text: self.words.t("demo-promise"), goal, due: "own".into(), due_own: due, ..Typed::default() };
        if bond == Bond::Agreed && days_ago > 2 {
            proposing.write_line(self.caseworker, id, sheet.revision, "", call).await?;
        }
        let sheet = proposing.agreement(self.caseworker, id).await?;
        let look_back = (proposing.clock.today() + chrono::Days::new(100)).format("%-d-%-m-%Y").to_string();
        let typed = Scribbled { number: sheet.sheet.base, look_back: Some(look_back), ..Scribbled::default() };
        // Its templates have a day that is soon.
        proposing.send_sheet(self.caseworker, id, &Sending { typed, revision: sheet.revision, sure: Some(proposing.settings.agreement.thinking_days) }).await?;
        if bond == Bond::Proposed {
            return Ok(());
        }
        let answering = self.then(days_ago - 1, 5);
        let version = answering.agreement(self.resident, id).await?.proposed().map(|v| v.version.clone());
        let Some(version) = version else { return Ok(()) };
        for line in &version.text.lines {
            answering.answer_line(self.resident, id, &line.id, Answer::Agree, &Scribbled { number: version.number, ..Scribbled::default() }).await?;
        }
        let sheet = answering.agreement(self.resident, id).await?;
        let typed = Scribbled { number: version.number, ..Scribbled::default() };
        answering.send_sheet(self.resident, id, &Sending { typed, revision: sheet.revision, ..Sending::default() }).await?;
        let of = |party: Party| version.text.lines.iter().filter(move |line| line.doer == party).map(|line| line.id.as_str()).collect::<Vec<_>>();
        let marks: BTreeMap<&str, Mark> = of(Party::Resident).into_iter().zip([Mark::Done, Mark::Cannot(Need::Help)]).collect();
        for (line, mark) in marks {
            self.then((days_ago - 2).max(0), 6).mark_line(self.resident, id, line, mark, Added::default()).await?;
        }
        if let Some(line) = of(Party::Municipality).first() {
            self.then((days_ago - 2).max(0), 7).mark_line(self.caseworker, id, line, Mark::Busy, Added::default()).await?;
        }
        Ok(())
    }
}
