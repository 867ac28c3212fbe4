//! Two sides with an agreement: proposing, answering, agreeing, through the pages.

use crate::app::id;
use crate::{Client, Page, TestApp};
use domain::agreement::{Party, Text};
use service::agreement::Agreement;

/// A resident and the caseworker, each on their own page.
pub struct Bond {
    /// The resident's id.
    pub resident: &'static str,
    /// The resident.
    pub henk: Client,
    /// The caseworker.
    pub daan: Client,
}

impl TestApp {
    /// Henk and Daan with nothing on the table yet.
    pub async fn bond(&self) -> Bond {
        Bond { resident: id("henk"), henk: self.sign_in("henk").await, daan: self.sign_in("daan").await }
    }

    /// The agreement as somebody of the demo sees it.
    pub async fn agreement(&self, story: &str, of: &str) -> Agreement {
        let actor = self.service.person(id(story)).await.unwrap().into();
        self.service.agreement(&actor, id(of)).await.unwrap()
    }
}

impl Bond {
    /// The address of the resident's page.
    #[must_use]
    pub fn own(&self) -> String {
        format!("/r/{}/agreement", self.resident)
    }

    /// The address of the caseworker's page.
    #[must_use]
    pub fn work(&self) -> String {
        format!("/work/{}/agreement", self.resident)
    }

    /// Posts a form of the resident and opens where it leads.
    pub async fn resident_does(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let form: Vec<(&str, &str)> = [("resident", self.resident)].into_iter().chain(fields.iter().copied()).collect();
        self.henk.submit(&format!("/api/agreement/{path}"), &form).await
    }

    /// Posts a form of the caseworker and opens where it leads.
    pub async fn municipality_does(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let form: Vec<(&str, &str)> = [("resident", self.resident)].into_iter().chain(fields.iter().copied()).collect();
        self.daan.submit(&format!("/api/agreement/{path}"), &form).await
    }

    /// Sends what the resident wrote, as the page offers it.
    pub async fn resident_sends(&mut self) -> Page {
        let form = self.henk.open(&self.own()).await.form("/api/agreement/send");
        let (number, revision) = (form.field("number"), form.field("revision"));
        self.resident_does("send", &[("number", &number), ("revision", &revision)]).await
    }

    /// Sends what the caseworker wrote, as the page offers it.
    pub async fn municipality_sends(&mut self) -> Page {
        let form = self.daan.open(&self.work()).await.form("/api/agreement/send");
        let (number, revision) = (form.field("number"), form.field("revision"));
        self.municipality_does("send", &[("number", &number), ("revision", &revision), ("typed[think]", "7")]).await
    }

    /// Answers a line as the resident.
    pub async fn answers(&mut self, number: i64, line: &str, answer: &str) -> Page {
        self.resident_does("answer", &[("number", &number.to_string()), ("answer", &format!("{line}:{answer}"))]).await
    }

    /// A proposal of two pairs, four lines, from the caseworker.
    pub async fn propose(&mut self) -> Page {
        self.municipality_does("start", &[("chosen[]", "pair-course"), ("chosen[]", "pair-debt_talk")]).await;
        self.municipality_sends().await
    }

    /// The resident says yes to everything.
    pub async fn agree(&mut self, app: &TestApp) -> Page {
        let agreement = app.agreement("henk", "henk").await;
        let version = &agreement.proposed().unwrap().version;
        for line in &version.text.lines {
            self.answers(version.number, &line.id, "agree").await;
        }
        self.resident_sends().await
    }
}

/// The id of the n-th line of a party.
#[must_use]
pub fn line_of(text: &Text, party: Party, n: usize) -> String {
    text.lines.iter().filter(|line| line.doer == party).nth(n).map(|line| line.id.clone()).expect("such a line")
}
