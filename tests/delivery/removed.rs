//! Cases that staff removed: what comes afterwards arrives all the same, and what waited goes on when staff say so.

use crate::begun::{again, shows_arrived};
use crate::records::MANDATE;
use crate::town::{Town, once};
use backend_sim::{Act, Count};
use tests::app::{MINUTE, id};
use tests::{Engine, on_both_engines};

on_both_engines!(
    what_is_sent_after_the_case_was_removed_begins_a_new_one,
    a_case_that_goes_on_from_one_that_was_removed_has_no_link_to_it,
    what_waited_for_a_case_that_was_removed_goes_on_when_staff_say_so,
    what_only_belonged_to_a_case_that_was_removed_lapses_when_staff_say_so,
    a_record_whose_object_was_removed_is_made_again_when_it_says_something_new,
    the_end_of_a_mandate_arrives_when_every_case_was_removed,
    the_end_of_a_mandate_that_waited_for_a_removed_case_goes_on_without_it,
    a_mandate_that_was_never_told_lapses_without_a_case,
    what_a_removed_case_passes_on_does_not_undo_what_was_said_since,
    a_closed_case_passes_on_to_the_one_that_was_begun_after_it,
);

impl Town {
    /// Staff remove the newest case, and the portal finds out at night.
    async fn remove_newest(&self) {
        self.sim.act(&Act::RemoveCase { case: self.newest_number() }).unwrap();
        self.later(25 * 60 * MINUTE);
        self.delivery.read_open_cases().await.unwrap();
        assert_eq!(self.states().await.last().map(String::as_str), Some("removed"));
    }

    /// Somebody removes the objects of all records.
    async fn remove_records(&self) {
        let address = self.sim.url().strip_prefix("http://").unwrap().parse().unwrap();
        let urls: Vec<(String,)> =
            sqlx::query_as("SELECT url FROM remote_ref WHERE local_kind = 'record'").fetch_all(self.app.service.db.read()).await.unwrap();
        assert!(!urls.is_empty());
        assert_eq!(self.app.number("SELECT COUNT(*) FROM remote_ref WHERE resident IS NULL").await, 0, "each goes with its resident");
        for (url,) in urls {
            let request = http::Request::delete(url).header("Authorization", "Token demo-objects-key").body(Default::default()).unwrap();
            assert_eq!(tests::Client::new(address).ask(request).await.status, 204);
        }
    }

    /// The application manager says of the case that was removed: go on without it.
    async fn go_on(&self) {
        let mut koen = self.app.sign_in("koen").await;
        let form = koen.open("/manage").await.form("/api/queue/try-again");
        koen.submit("/api/queue/try-again", &[("delivery", &form.field("delivery"))]).await;
    }

    /// For each mandate that was told: how often, and whether it is said to have ended.
    fn mandates(&self) -> Vec<(usize, bool)> {
        self.sim.objects(MANDATE).iter().map(|told| (told.len(), told.last().unwrap()["withdrawnOn"].is_string())).collect()
    }
}

async fn what_is_sent_after_the_case_was_removed_begins_a_new_one(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    town.deliver().await;
    town.remove_newest().await;
    again(&mut henk, &town).await;
    town.deliver().await;
    assert_eq!((town.states().await, town.sim.cases().len()), (vec!["removed".to_owned(), "done".to_owned()], 1));
    assert_eq!(town.counts().await[1], once(), "whole, and without a link to a case that is gone");
    assert!(shows_arrived(&town, 2).await);
}

async fn a_case_that_goes_on_from_one_that_was_removed_has_no_link_to_it(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    town.deliver().await;
    let mut daan = town.app.reviewing("daan", "henk").await;
    daan.submit("/api/review/conclude", &[("resident", id("henk")), ("again", "")]).await;
    again(&mut henk, &town).await;
    assert_eq!(town.states().await, ["done", "waiting"]);
    town.sim.act(&Act::RemoveCase { case: town.newest_number() }).unwrap();
    town.later(25 * 60 * MINUTE);
    town.delivery.read_open_cases().await.unwrap();
    town.deliver().await;
    assert_eq!(town.states().await, ["removed", "done"], "{:?}", town.app.service.queue_figures().await);
    assert_eq!(town.counts().await[1], once());
}

async fn what_waited_for_a_case_that_was_removed_goes_on_when_staff_say_so(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    town.deliver().await;
    again(&mut henk, &town).await;
    town.remove_newest().await;
    assert!(!town.delivery.work_once().await.unwrap(), "not by itself");
    assert!(!shows_arrived(&town, 2).await);
    let mut koen = town.app.sign_in("koen").await;
    let page = koen.open("/manage").await;
    assert!(page.shows(&town.app.dutch().t("queue-try-removed")), "{}", page.words());
    // Trying everything again makes no case: that is decided for each.
    koen.submit("/api/queue/try-again", &[("delivery", "")]).await;
    town.deliver().await;
    assert_eq!((town.states().await, town.sim.cases().len()), (vec!["removed".to_owned()], 0));
    let form = koen.open("/manage").await.form("/api/queue/try-again");
    let page = koen.submit("/api/queue/try-again", &[("delivery", &form.field("delivery"))]).await;
    assert!(!page.shows(&town.app.dutch().t("queue-try-removed")), "nothing is left of it: {}", page.words());
    town.deliver().await;
    assert_eq!((town.states().await, town.sim.cases().len()), (vec!["removed".to_owned(), "done".to_owned()], 1));
    assert_eq!(town.counts().await[1], once());
    assert!(shows_arrived(&town, 2).await);
}

async fn what_only_belonged_to_a_case_that_was_removed_lapses_when_staff_say_so(engine: Engine) {
    let town = Town::start(engine).await;
    town.app.sent("henk", "My garden").await;
    town.deliver().await;
    let mut daan = town.app.reviewing("daan", "henk").await;
    daan.submit("/api/journey/spoken", &[("resident", id("henk")), ("way", "phone")]).await;
    town.remove_newest().await;
    assert!(town.app.number("SELECT COUNT(*) FROM outbox WHERE done_at IS NULL").await > 0);
    let mut koen = town.app.sign_in("koen").await;
    let form = koen.open("/manage").await.form("/api/queue/try-again");
    koen.submit("/api/queue/try-again", &[("delivery", &form.field("delivery"))]).await;
    town.deliver().await;
    assert_eq!(town.app.number("SELECT COUNT(*) FROM outbox WHERE done_at IS NULL").await, 0, "nothing stands in the way of erasing any more");
    let queue = town.app.service.queue_figures().await.unwrap();
    assert_eq!((queue.rows.len(), queue.stopped, queue.alerts.len()), (0, 0, 0), "{queue:?}");
    // The next case is told what it was about.
    town.app.sent("henk", "My garden again").await;
    town.deliver().await;
    assert_eq!(town.counts().await[2], Count { objects: 2, records: 2, ..once() }, "with the talk");
}

async fn a_record_whose_object_was_removed_is_made_again_when_it_says_something_new(engine: Engine) {
    let town = Town::start(engine).await;
    let mut helping = town.app.helped("henk", "fatma", &[("work", "see")]).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    town.deliver().await;
    town.remove_records().await;
    helping.end().await;
    again(&mut henk, &town).await;
    town.deliver().await;
    assert_eq!(town.states().await, ["done"], "{:?}", town.app.service.queue_figures().await);
    let told = town.sim.objects(MANDATE);
    assert_eq!(told.iter().map(Vec::len).collect::<Vec<_>>(), [1]);
    assert!(told[0][0]["withdrawnOn"].is_string());
}

async fn the_end_of_a_mandate_arrives_when_every_case_was_removed(engine: Engine) {
    let town = Town::start(engine).await;
    let mut helping = town.app.helped("henk", "fatma", &[("work", "see")]).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    town.deliver().await;
    town.remove_newest().await;
    helping.resident = town.app.sign_in("henk").await;
    helping.end().await;
    let page = town.app.reviewing("daan", "henk").await.open(&format!("/work/{}", id("henk"))).await;
    assert!(page.shows("Zonder zaak"), "{}", page.words());
    town.deliver().await;
    assert_eq!((town.states().await, town.mandates()), (vec!["removed".to_owned(), "done".to_owned()], vec![(2, true)]));
    assert_eq!(town.sim.cases().len(), 0, "no case is made for it");
    // What is sent afterwards begins a case, which is not told of it again.
    again(&mut henk, &town).await;
    town.deliver().await;
    assert_eq!((town.counts().await[2], town.mandates()), (once(), vec![(2, true)]));
}

async fn the_end_of_a_mandate_that_waited_for_a_removed_case_goes_on_without_it(engine: Engine) {
    let town = Town::start(engine).await;
    let mut helping = town.app.helped("henk", "fatma", &[("work", "see")]).await;
    town.app.sent("henk", "My garden").await;
    town.deliver().await;
    helping.end().await;
    town.remove_newest().await;
    assert_eq!(town.mandates(), [(1, false)]);
    town.go_on().await;
    town.deliver().await;
    assert_eq!((town.states().await, town.mandates()), (vec!["removed".to_owned(), "done".to_owned()], vec![(2, true)]));
}

async fn a_mandate_that_was_never_told_lapses_without_a_case(engine: Engine) {
    let town = Town::start(engine).await;
    town.app.sent("henk", "My garden").await;
    town.deliver().await;
    town.remove_newest().await;
    let mut helping = town.app.helped("henk", "fatma", &[("work", "see")]).await;
    helping.end().await;
    town.deliver().await;
    assert_eq!((town.states().await, town.mandates()), (vec!["removed".to_owned(), "done".to_owned()], vec![]));
}

async fn what_a_removed_case_passes_on_does_not_undo_what_was_said_since(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    town.deliver().await;
    // A mandate and a second version wait for a case that is removed.
    let mut helping = town.app.helped("henk", "fatma", &[("work", "see")]).await;
    again(&mut henk, &town).await;
    town.remove_newest().await;
    // The third version begins a case, which is told of the mandate, and then that it ended.
    again(&mut henk, &town).await;
    helping.resident = town.app.sign_in("henk").await;
    helping.end().await;
    town.deliver().await;
    assert_eq!((town.mandates(), town.scans()), (vec![(2, true)], vec![1, 1]));
    let newest = |town: &Town| town.sim.objects("SelfScanInzending").last().unwrap().last().unwrap()["version"].clone();
    assert_eq!(newest(&town), 3);
    town.go_on().await;
    town.deliver().await;
    assert_eq!((town.states().await, town.sim.cases().len()), (vec!["removed".to_owned(), "done".to_owned()], 1), "no third case");
    assert!(town.mandates().iter().all(|(_, ended)| *ended), "still ended");
    assert_eq!(newest(&town), 3, "still the newest");
    assert_eq!((town.counts().await[1].documents, shows_arrived(&town, 2).await), (2, true), "the second version arrived all the same");
}

async fn a_closed_case_passes_on_to_the_one_that_was_begun_after_it(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    town.deliver().await;
    let mut daan = town.app.reviewing("daan", "henk").await;
    // A second version waits when the review is concluded, and a third begins a case; then staff close the first.
    again(&mut henk, &town).await;
    daan.submit("/api/review/conclude", &[("resident", id("henk")), ("again", "")]).await;
    again(&mut henk, &town).await;
    assert_eq!(town.states().await, ["waiting", "waiting"]);
    town.sim.act(&Act::Close { case: town.newest_number(), explanation: String::new() }).unwrap();
    town.deliver().await;
    assert_eq!((town.states().await, town.sim.cases().len()), (vec!["done".to_owned(), "done".to_owned()], 2), "no third case");
    let newest = town.sim.objects("SelfScanInzending").last().unwrap().last().unwrap()["version"].clone();
    assert_eq!((newest, town.counts().await[1].documents), (3.into(), 2));
}
