//! A resident and their helper, from invitation to mandate, over HTTP.

use crate::app::id;
use crate::{Client, Filling, Page, TestApp};

/// Both browsers.
pub struct Helping {
    /// The resident's.
    pub resident: Client,
    /// The helper's.
    pub helper: Client,
    /// Whose data.
    pub id: &'static str,
}

impl TestApp {
    /// The code of an invitation that a resident makes now.
    pub async fn invited(&self, resident: &mut Client, story: &str, scope: &[(&str, &str)]) -> String {
        let mut form = vec![("resident", id(story)), ("way", "code")];
        form.extend_from_slice(scope);
        let page = resident.submit("/api/helper/invite", &form).await;
        code_on(&page)
    }

    /// A resident who has a helper, with what is shared: `("work", "fill_in")`, `("parts[]", "journey")`.
    pub async fn helped(&self, resident: &str, helper: &str, scope: &[(&str, &str)]) -> Helping {
        let (mut one, mut other) = (self.sign_in(resident).await, self.sign_in(helper).await);
        let code = self.invited(&mut one, resident, scope).await;
        let joined = other.submit("/api/helper/join", &[("code", &code), ("name", "Somebody kind"), ("promise", "yes")]).await;
        assert!(joined.shows(&self.dutch().t("notice-joined")), "{}", joined.words());
        let page = one.open(&format!("/r/{}/helpers", id(resident))).await;
        let confirm = page.form("/api/helper/confirm");
        let invitation = confirm.field("invitation");
        let page = one.submit("/api/helper/confirm", &[("resident", id(resident)), ("invitation", &invitation), ("answer", "yes")]).await;
        assert!(page.posts_to("/api/helper/end"), "{}", page.words());
        Helping { resident: one, helper: other, id: id(resident) }
    }
}

/// The code that stands on the resident's page, as somebody reads it out.
#[must_use]
pub fn code_on(page: &Page) -> String {
    let (_, rest) = page.html.split_once("md-code__letters").expect("a code");
    rest.split_once('>').and_then(|(_, rest)| rest.split_once('<')).map(|(code, _)| code.to_owned()).expect("its letters")
}

impl Helping {
    /// The helper's questions.
    #[must_use]
    pub fn filling(&self) -> Filling {
        Filling { client: self.helper.clone(), resident: self.id, way: "helping" }
    }

    /// The resident ends it, in one tap.
    pub async fn end(&mut self) -> Page {
        let mandate = self.resident.open(&format!("/r/{}/helpers", self.id)).await.form("/api/helper/end").field("mandate");
        self.resident.submit("/api/helper/end", &[("resident", self.id), ("mandate", &mandate)]).await
    }
}
