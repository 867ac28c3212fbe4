//! A version as a document (PDF): what both sides do, and who confirmed exactly this text. It depends on nothing but
//! what was written then, so that it is the same years later.

use super::send::hash;
use super::{VersionView, side_of};
use crate::clock::local;
use crate::file::File;
use crate::paper::{Both, set};
use crate::person::Person;
use crate::{Error, Result, Service};
use chrono::NaiveDate;
use document::{Block, Document, Footer, Language, Level, Pair, Sides, Words};
use domain::access::Actor;
use domain::agreement::{Line, Party, Side};
use std::collections::BTreeMap;

impl Service {
    /// The document of a version.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none or the actor may not.
    pub async fn agreement_document(&self, actor: &Actor, resident: &str, number: i64) -> Result<Vec<u8>> {
        let (_, action) = side_of(actor)?;
        let file = self.open_file(actor, action, resident).await?;
        self.agreement_document_of(&file, number).await
    }

    /// The document of a version. The caller has opened the file.
    pub(crate) async fn agreement_document_of(&self, file: &File, number: i64) -> Result<Vec<u8>> {
        let view = self.agreement_versions(file).await?.into_iter().find(|v| v.version.number == number).ok_or(Error::NotFound)?;
        let staff = self.staff().await?;
        set(self.agreement_paper(file, &view, &staff)).await
    }

    fn agreement_paper(&self, file: &File, view: &VersionView, staff: &BTreeMap<String, Person>) -> Document {
        let (version, both) = (&view.version, self.both(&file.profile.language));
        let title = both.dutch.t("agreement-title");
        let fact = |key: &str, said: Words| Pair { question: both.t(key), answer: Some(said), state: None };
        let reference = format!("{title} {}", version.number);
        let mut about = vec![
            fact("copy-name", file.profile.full_name().into()),
            fact("paper-version", version.number.to_string().into()),
            fact("agreement-state", both.t(&format!("agreement-state-{}", version.state.as_str()))),
        ];
        for side in Side::ALL {
            if let Some(confirmation) = version.answers.confirmed.get(&side) {
                let key = if side == Side::Resident { "agreement-confirmed-resident" } else { "agreement-confirmed-municipality" };
                about.push(fact(key, self.signed(file, staff, side, &confirmation.sign.by, confirmation.sign.at).into()));
            }
        }
        about.push(fact("agreement-hash", hash(&version.text).into()));
        if let Some(on) = version.text.look_back {
            about.push(fact("agreement-look-back", date(on).into()));
        }
        let mut blocks = vec![Block::Heading(Level::One, both.t("agreement-title")), Block::Pairs(about)];
        for goal in &version.text.goals {
            let lines: Vec<&Line> = version.text.lines_of(&goal.id).collect();
            blocks.push(Block::Sides(sides(&both, goal.title.as_str().into(), &lines)));
            let others: Vec<Words> = lines.iter().filter(|l| l.doer.side().is_none()).map(|line| said(&both, line, true)).collect();
            if !others.is_empty() {
                blocks.push(Block::Bullets(others));
            }
        }
        Document {
            subject: reference.clone(),
            title,
            language: Language::parse("nl").unwrap_or_else(|| unreachable!("a language tag")),
            author: self.content.municipality.name.clone(),
            created: chrono::DateTime::from_timestamp_millis(view.sign.at).unwrap_or_default(),
            blocks,
            footer: Footer {
                reference: reference.into(),
                page: both.dutch.with("paper-page", &[("page", "{page}".into()), ("pages", "{pages}".into())]).into(),
            },
        }
    }

    /// Who confirmed, and when.
    fn signed(&self, file: &File, staff: &BTreeMap<String, Person>, side: Side, by: &str, at: i64) -> String {
        let name = match side {
            Side::Resident => file.profile.full_name(),
            Side::Municipality => staff.get(by).map_or_else(|| self.content.municipality.name.clone(), |p| p.name.clone()),
        };
        format!("{name}, {}", local(at).format("%-d-%-m-%Y, %H:%M"))
    }
}

fn date(day: NaiveDate) -> String {
    day.format("%-d-%-m-%Y").to_string()
}

fn said(both: &Both, line: &Line, with_doer: bool) -> Words {
    let doer = if with_doer { format!("{}: ", both.dutch.t(&format!("agreement-doer-{}", line.doer.as_str()))) } else { String::new() };
    let mut text = format!("{doer}{} ({})", line.text, date(line.due));
    for (key, more) in [("agreement-basis", &line.legal_basis), ("agreement-note", &line.note)] {
        if !more.is_empty() {
            text.push_str(&format!("\n{}: {more}", both.dutch.t(key)));
        }
    }
    text.into()
}

/// Line by line beside each other, as many rows as the longer side has.
fn sides(both: &Both, caption: Words, lines: &[&Line]) -> Sides {
    let of = |party: Party| lines.iter().filter(|l| l.doer == party).map(|l| said(both, l, false)).collect::<Vec<_>>();
    let (we, they) = (of(Party::Municipality), of(Party::Resident));
    let rows = (0..we.len().max(they.len())).map(|at| (we.get(at).cloned().unwrap_or_default(), they.get(at).cloned().unwrap_or_default())).collect();
    Sides { caption, municipality: both.t("proposals-we"), resident: both.t("paper-resident"), rows }
}
