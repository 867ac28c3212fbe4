//! Cases that an agreement began, and cases that are gone: what a resident sends afterwards arrives all the same.

use crate::records::{AGREEMENT, MANDATE, agreed};
use crate::town::{Town, once};
use backend_sim::{Act, Count};
use service::settings::BackendKind;
use service::sync::worker::Delivery;
use std::sync::Arc;
use tests::app::{MINUTE, id};
use tests::{Bond, Engine, Filling, on_both_engines};

on_both_engines!(
    what_is_sent_after_an_agreement_moved_to_a_new_case_arrives,
    an_agreement_and_a_newer_version_move_together,
    a_newer_version_arrives_when_an_agreement_began_the_case,
    a_next_agreement_begins_a_case_when_the_one_before_it_was_never_told,
    a_case_that_an_agreement_begins_is_told_of_the_mandates_before_it,
    what_is_sent_after_the_case_was_removed_begins_a_new_one,
    a_case_that_goes_on_from_one_that_was_removed_has_no_link_to_it,
    what_waited_for_a_case_that_was_removed_goes_on_when_staff_say_so,
    what_only_belonged_to_a_case_that_was_removed_lapses_when_staff_say_so,
    a_record_whose_object_was_removed_is_made_again_when_it_says_something_new,
);

impl Town {
    /// A town whose portal is not connected to anything yet.
    async fn unconnected(engine: Engine) -> Self {
        let mut town = Self::start(engine).await;
        town.connect(BackendKind::None).await;
        town
    }

    /// Starts the portal again with another backend in its settings.
    async fn connect(&mut self, kind: BackendKind) {
        let settings = Arc::make_mut(&mut self.app.service.settings);
        settings.backend.kind = kind;
        self.app.restart().await;
        if let Some(backend) = service::sync::open(&self.app.service.settings, &self.app.service.clock).unwrap() {
            self.delivery = Delivery::new(self.app.service.clone(), backend);
        }
    }

    fn close_newest(&self) {
        self.sim.act(&Act::Close { case: self.newest_number(), explanation: String::new() }).unwrap();
    }

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

    /// How many objects about a self-scan there are, with how often each was written.
    fn scans(&self) -> Vec<usize> {
        self.sim.objects("SelfScanInzending").iter().map(Vec::len).collect()
    }
}

/// Sends a newer version.
async fn again(henk: &mut Filling, town: &Town) {
    henk.client = town.app.sign_in("henk").await;
    henk.client.submit("/api/draft/start", &[("resident", henk.resident)]).await;
    henk.choose("W10", "help").await;
    assert_eq!(henk.send().await.status, 303);
}

async fn shows_arrived(town: &Town, number: i64) -> bool {
    town.app.sign_in("henk").await.open(&format!("/r/{}/sent/{number}", id("henk"))).await.shows("Aangekomen")
}

async fn what_is_sent_after_an_agreement_moved_to_a_new_case_arrives(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    town.deliver().await;
    town.close_newest();
    agreed(&town).await;
    town.deliver().await;
    assert_eq!((town.sim.cases().len(), town.scans()), (2, vec![1]), "the agreement began the second case");
    again(&mut henk, &town).await;
    town.deliver().await;
    assert_eq!(town.states().await, ["done", "done"], "{:?}", town.app.service.queue_figures().await);
    assert_eq!((town.sim.cases().len(), town.scans()), (2, vec![1, 1]), "the second case got an object of its own");
    let second = &town.counts().await[1];
    assert_eq!((second.cases, second.documents, second.case_documents, second.initiators, second.statuses), (1, 2, 2, 1, 1));
    assert!(shows_arrived(&town, 2).await);
    // And once more: that corrects it.
    again(&mut henk, &town).await;
    town.deliver().await;
    assert_eq!((town.states().await, town.scans()), (vec!["done".to_owned(), "done".to_owned()], vec![1, 2]));
}

async fn an_agreement_and_a_newer_version_move_together(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    town.deliver().await;
    town.close_newest();
    agreed(&town).await;
    again(&mut henk, &town).await;
    town.deliver().await;
    assert_eq!(town.states().await, ["done", "done"], "{:?}", town.app.service.queue_figures().await);
    assert_eq!((town.sim.cases().len(), town.scans()), (2, vec![1, 1]));
}

async fn a_newer_version_arrives_when_an_agreement_began_the_case(engine: Engine) {
    let mut town = Town::unconnected(engine).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    town.app.reviewing("daan", "henk").await;
    town.connect(BackendKind::Zgw).await;
    agreed(&town).await;
    town.deliver().await;
    assert_eq!((town.sim.cases().len(), town.scans()), (1, vec![]));
    again(&mut henk, &town).await;
    town.deliver().await;
    assert_eq!(town.states().await, ["done"], "{:?}", town.app.service.queue_figures().await);
    assert_eq!((town.sim.cases().len(), town.scans()), (1, vec![1]));
    assert!(shows_arrived(&town, 2).await && !shows_arrived(&town, 1).await, "what was sent before has no message");
}

async fn a_next_agreement_begins_a_case_when_the_one_before_it_was_never_told(engine: Engine) {
    let mut town = Town::unconnected(engine).await;
    let bond = agreed(&town).await;
    town.connect(BackendKind::Zgw).await;
    let mut bond = Bond { henk: town.app.sign_in("henk").await, daan: town.app.sign_in("daan").await, ..bond };
    bond.municipality_does("start", &[("chosen[]", "pair-buddy")]).await;
    bond.municipality_sends().await;
    bond.agree(&town.app).await;
    town.deliver().await;
    assert_eq!(town.states().await, ["done"], "{:?}", town.app.service.queue_figures().await);
    let objects = town.sim.objects(AGREEMENT);
    assert_eq!(objects.iter().map(Vec::len).collect::<Vec<_>>(), [1], "the one that was never told is not said to be replaced");
    assert_eq!((&objects[0][0]["number"], &objects[0][0]["state"]), (&2.into(), &"afgesproken".into()));
}

async fn a_case_that_an_agreement_begins_is_told_of_the_mandates_before_it(engine: Engine) {
    let town = Town::start(engine).await;
    town.app.helped("henk", "fatma", &[("work", "see")]).await;
    agreed(&town).await;
    town.deliver().await;
    assert_eq!(town.sim.objects(MANDATE).iter().map(Vec::len).collect::<Vec<_>>(), [1], "told when the case began");
    // What is sent afterwards tells nothing twice.
    town.app.sent("henk", "My garden").await;
    town.deliver().await;
    assert_eq!(town.sim.objects(MANDATE).iter().map(Vec::len).collect::<Vec<_>>(), [1]);
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
    assert_eq!(town.app.number("SELECT COUNT(*) FROM outbox WHERE done_at IS NULL").await, 0, "nothing stands in the way of erasing any more");
    let queue = town.app.service.queue_figures().await.unwrap();
    assert_eq!((queue.rows.len(), queue.stopped, queue.alerts.len()), (0, 0, 0), "{queue:?}");
    // The next case is told what it was about.
    town.app.sent("henk", "My garden again").await;
    town.deliver().await;
    assert_eq!(town.counts().await[1], Count { objects: 2, records: 2, ..once() }, "with the talk");
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
