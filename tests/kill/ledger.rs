//! What one resident did, and what the portal confirmed of it.

use anyhow::{Result, ensure};
use std::collections::BTreeMap;
use tests::Client;

/// What was asked last and not confirmed: it may have happened or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    /// Starting a draft.
    Start,
    /// Keeping a text: step, text, key.
    Keep(String, String, String),
    /// Sending the draft.
    Send,
}

/// One resident with everything that was confirmed to them.
pub struct Ledger {
    /// Their id.
    pub resident: String,
    /// Their browser.
    pub client: Client,
    /// The draft that they fill in.
    pub draft: Option<String>,
    /// Confirmed texts of that draft by step, with their version.
    pub kept: BTreeMap<String, (String, i64)>,
    /// Versions that were sent: how many, and the texts in the last one.
    pub sent: i64,
    /// The texts of each confirmed version.
    pub copies: BTreeMap<i64, Vec<String>>,
    /// What was not confirmed.
    pub open: Option<Open>,
    /// How many answers were confirmed.
    pub answers: u64,
    /// How many sends were confirmed.
    pub sends: u64,
    count: u64,
}

/// Questions with a text that everybody gets.
const STEPS: [&str; 2] = ["K8", "H8"];

impl Ledger {
    /// A resident who has sent some versions already.
    pub fn new(resident: String, client: Client, sent: i64) -> Self {
        let (draft, open) = (None, None);
        Self { resident, client, draft, kept: BTreeMap::new(), sent, copies: BTreeMap::new(), open, answers: 0, sends: 0, count: 0 }
    }

    /// Does one thing: starts, fills in, or sends.
    ///
    /// # Errors
    /// When nobody answers any more; what was asked is then open.
    pub async fn act(&mut self) -> Result<()> {
        self.count += 1;
        if self.draft.is_none() {
            return self.start().await;
        }
        if !self.kept.is_empty() && fastrand::u8(..8) == 0 {
            return self.send().await;
        }
        let step = STEPS[fastrand::usize(..STEPS.len())];
        let text = format!("words {} of {}", self.count, &self.resident[..12]);
        let key = format!("{:016x}", fastrand::u64(..));
        self.keep(step, &text, &key).await
    }

    /// Starts a draft and learns which one it is.
    async fn start(&mut self) -> Result<()> {
        self.open = Some(Open::Start);
        let form = [("resident", self.resident.as_str())];
        let started = self.client.try_post("/api/draft/start", &form).await?;
        ensure!(started.status == 303, "starting: {} {}", started.status, started.words());
        self.open = None;
        self.learn().await
    }

    /// Reads the draft that is there, with the versions of its texts.
    pub async fn learn(&mut self) -> Result<()> {
        let overview = self.client.try_get(&format!("/r/{}/intake", self.resident)).await?;
        let draft = (overview.status == 200).then(|| overview.field("draft"));
        self.kept.clear();
        for step in STEPS.iter().filter(|_| draft.is_some()) {
            let page = self.client.try_get(&format!("/r/{}/intake/{step}", self.resident)).await?;
            ensure!(page.status == 200, "{step}: {}", page.status);
            let version: i64 = page.form("/api/answer/keep").field("base").parse()?;
            if version > 0 {
                self.kept.insert((*step).to_owned(), (page.text_area(), version));
            }
        }
        self.draft = draft;
        Ok(())
    }

    /// Keeps a text as the script of the page does.
    ///
    /// # Errors
    /// When nobody answers any more.
    pub async fn keep(&mut self, step: &str, text: &str, key: &str) -> Result<()> {
        self.open = Some(Open::Keep(step.to_owned(), text.to_owned(), key.to_owned()));
        let base = self.kept.get(step).map_or(0, |(_, version)| *version);
        let draft = self.draft.clone().unwrap_or_default();
        let base_text = base.to_string();
        let form = [
            ("resident", self.resident.as_str()),
            ("way", "intake"),
            ("draft", &draft),
            ("step", step),
            ("base", &base_text),
            ("key", key),
            ("text", text),
            ("go", "stay"),
        ];
        let page = self.client.try_post_as_script("/api/answer/keep", &form).await?;
        assert_eq!(page.status, 200, "keeping {step}: {}", page.html);
        let reply: serde_json::Value = serde_json::from_str(&page.html)?;
        assert_eq!((reply["conflict"].as_bool(), reply["version"].as_i64()), (Some(false), Some(base + 1)), "{}", page.html);
        self.kept.insert(step.to_owned(), (text.to_owned(), base + 1));
        self.answers += 1;
        self.open = None;
        Ok(())
    }

    /// Presses the button that sends.
    ///
    /// # Errors
    /// When nobody answers any more.
    pub async fn send(&mut self) -> Result<()> {
        self.open = Some(Open::Send);
        let draft = self.draft.clone().unwrap_or_default();
        let form = [("resident", self.resident.as_str()), ("way", "intake"), ("draft", &draft)];
        let page = self.client.try_post("/api/draft/send", &form).await?;
        let expected = format!("/r/{}/sent/{}", self.resident, self.sent + 1);
        assert_eq!((page.status.as_u16(), page.location()), (303, expected.as_str()), "{}", page.words());
        self.was_sent();
        Ok(())
    }

    /// The version is confirmed.
    pub fn was_sent(&mut self) {
        self.sent += 1;
        self.sends += 1;
        let texts = std::mem::take(&mut self.kept).into_values().map(|(text, _)| text);
        self.copies.insert(self.sent, texts.collect());
        self.draft = None;
        self.open = None;
    }
}
