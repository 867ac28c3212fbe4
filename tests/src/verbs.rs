//! What people do with the portal, in one call each.

use crate::app::id;
use crate::{Client, Page, Provider, TestApp};
use service::auth::Door;

/// Somebody who fills in an intake: a resident their own, or a caseworker one with a resident.
pub struct Filling {
    /// Their browser.
    pub client: Client,
    /// Whose intake.
    pub resident: &'static str,
    /// `intake` or `desk`.
    pub way: &'static str,
}

impl Filling {
    /// The address of a screen.
    #[must_use]
    pub fn at(&self, step: &str) -> String {
        format!("/r/{}/{}/{step}", self.resident, self.way)
    }

    /// Opens a screen.
    pub async fn see(&mut self, step: &str) -> Page {
        self.client.open(&self.at(step)).await
    }

    /// The draft that a screen is about.
    pub async fn draft(&mut self) -> String {
        let overview = self.client.open(&format!("/r/{}/{}", self.resident, self.way)).await;
        overview.field("draft")
    }

    /// The fields that a screen sends along, with `fields` after them.
    pub async fn form<'a>(&mut self, step: &'a str, fields: &[(&'a str, &'a str)]) -> Vec<(String, String)> {
        let page = self.see(step).await.form("/api/answer/keep");
        let hidden = ["resident", "way", "draft", "step", "base", "back"].map(|name| (name.to_owned(), page.field(name)));
        hidden.into_iter().chain(fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))).collect()
    }

    /// Fills in a screen and presses next: the answer that leads on.
    pub async fn keep(&mut self, step: &str, fields: &[(&str, &str)]) -> Page {
        let mut form = self.form(step, fields).await;
        if !fields.iter().any(|(name, _)| matches!(*name, "go" | "bump")) {
            form.push(("go".to_owned(), "next".to_owned()));
        }
        let kept = self.post_form(&form).await;
        assert_eq!(kept.status, 303, "{step} leads on: {}", kept.words());
        kept
    }

    /// Sends a form of a question as it is.
    pub async fn post_form(&mut self, form: &[(String, String)]) -> Page {
        let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        self.client.post("/api/answer/keep", &form).await
    }

    /// Chooses one option.
    pub async fn choose(&mut self, step: &str, option: &str) -> Page {
        self.keep(step, &[("choices[]", option)]).await
    }

    /// Types a text.
    pub async fn type_text(&mut self, step: &str, text: &str) -> Page {
        self.keep(step, &[("text", text)]).await
    }

    /// Skips a question.
    pub async fn skip(&mut self, step: &str) -> Page {
        self.keep(step, &[("go", "skip")]).await
    }

    /// Presses the button that sends.
    pub async fn send(&mut self) -> Page {
        let draft = self.draft().await;
        let (resident, way) = (self.resident, self.way);
        self.client.post("/api/draft/send", &[("resident", resident), ("way", way), ("draft", &draft)]).await
    }
}

impl TestApp {
    /// A resident signs in and starts the intake.
    pub async fn filling(&self, story: &str) -> Filling {
        let mut client = self.sign_in(story).await;
        let started = client.post("/api/draft/start", &[("resident", id(story))]).await;
        assert_eq!(started.status, 303, "{story} starts: {}", started.words());
        Filling { client, resident: id(story), way: "intake" }
    }

    /// A resident who has sent an intake with one answer in their own words.
    pub async fn sent(&self, story: &str, words: &str) -> Filling {
        let mut filling = self.filling(story).await;
        filling.type_text("K8", words).await;
        let sent = filling.send().await;
        assert_eq!(sent.status, 303, "{story} sends: {}", sent.words());
        filling
    }

    /// A caseworker who has taken the review of a resident.
    pub async fn reviewing(&self, caseworker: &str, resident: &str) -> Client {
        let mut client = self.sign_in(caseworker).await;
        let page = client.submit("/api/review/take", &[("resident", id(resident)), ("seen_caseworker", "")]).await;
        assert!(page.shows(&self.dutch().t("notice-taken")), "{}", page.words());
        client
    }

    /// A caseworker who fills in an intake with a resident at the desk.
    pub async fn at_desk(&self, caseworker: &str, resident: &str) -> Filling {
        let mut client = self.sign_in(caseworker).await;
        let started = client.post("/api/desk/start", &[("resident", id(resident)), ("channel", "desk")]).await;
        assert_eq!(started.status, 303, "{caseworker} starts: {}", started.words());
        Filling { client, resident: id(resident), way: "desk" }
    }
}

impl Client {
    /// Goes to a provider and comes back signed in, or not: the answer of the portal.
    pub async fn sign_in_at(&mut self, provider: &Provider, door: Door, claims: &serde_json::Value) -> Page {
        let begun = self.get(&format!("/sign-in/{}", door.as_str())).await;
        assert_eq!(begun.status, 303, "{}", begun.words());
        let back = provider.signs_in(begun.location(), claims);
        self.get(&back).await
    }
}
