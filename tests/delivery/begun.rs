//! Cases that an agreement began: what a resident sends afterwards arrives all the same.

use crate::records::{AGREEMENT, MANDATE, agreed};
use crate::town::Town;
use backend_sim::Act;
use service::settings::BackendKind;
use service::sync::worker::Delivery;
use std::sync::Arc;
use tests::app::id;
use tests::{Bond, Engine, Filling, on_both_engines};

on_both_engines!(
    what_is_sent_after_an_agreement_moved_to_a_new_case_arrives,
    an_agreement_and_a_newer_version_move_together,
    a_newer_version_arrives_when_an_agreement_began_the_case,
    a_next_agreement_begins_a_case_when_the_one_before_it_was_never_told,
    a_case_that_an_agreement_begins_is_told_of_the_mandates_before_it,
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

    /// How many objects about a self-scan there are, with how often each was written.
    pub fn scans(&self) -> Vec<usize> {
        self.sim.objects("SelfScanInzending").iter().map(Vec::len).collect()
    }
}

/// Sends a newer version.
pub async fn again(henk: &mut Filling, town: &Town) {
    henk.client = town.app.sign_in("henk").await;
    henk.client.submit("/api/draft/start", &[("resident", henk.resident)]).await;
    henk.choose("W10", "help").await;
    assert_eq!(henk.send().await.status, 303);
}

pub async fn shows_arrived(town: &Town, number: i64) -> bool {
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
