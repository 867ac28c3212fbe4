//! Reminders: once for each occasion, by the channel that the resident chose, with nothing personal in them.

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use service::clock::Clock as _;
use service::reminder::{Channel, Files, Message, Messenger};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use tests::app::{MINUTE, MONDAY, id};
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(
    each_occasion_is_told_once_and_tells_nothing,
    nobody_is_woken_when_the_clock_goes_back,
    who_chose_the_portal_gets_nothing_outside,
    what_did_not_leave_is_tried_again,
    two_processes_send_one,
    a_folder_gets_one_file_for_each,
);

const DAY: i64 = 24 * 60 * MINUTE;

/// A post office of the test: keeps what it gets, and can be closed.
#[derive(Default)]
struct Post {
    taken: Mutex<Vec<Message>>,
    closed: AtomicBool,
}

impl Messenger for Post {
    fn send<'a>(&'a self, message: &'a Message) -> BoxFuture<'a, Result<(), String>> {
        async move {
            if self.closed.load(Ordering::SeqCst) {
                return Err("unreachable".to_owned());
            }
            self.taken.lock().unwrap().push(message.clone());
            Ok(())
        }
        .boxed()
    }
}

impl Post {
    fn count(&self) -> usize {
        self.taken.lock().unwrap().len()
    }
}

/// Henk, who chose this channel, with a proposal to answer.
async fn with_channel(engine: Engine, channel: &str) -> TestApp {
    with_channel_at(engine, channel, MONDAY).await
}

/// The same at another moment.
async fn with_channel_at(engine: Engine, channel: &str, now: i64) -> TestApp {
    let app = TestApp::start(engine).await;
    app.clock.advance(now - MONDAY);
    let mut bond = app.bond().await;
    let base = bond.henk.open(&format!("/r/{}/profile", id("henk"))).await.field("base");
    let profile = [
        ("base", base.as_str()),
        ("called", "Henk"),
        ("phone", "0612345678"),
        ("email", "henk@voorbeeld.example"),
        ("language", "nl"),
        ("contact", channel),
        ("address", "as_set"),
    ];
    let form: Vec<(&str, &str)> = [("resident", id("henk"))].into_iter().chain(profile).collect();
    bond.henk.submit("/api/profile/keep", &form).await;
    bond.propose().await;
    app
}

async fn each_occasion_is_told_once_and_tells_nothing(engine: Engine) {
    let app = with_channel(engine, "email").await;
    let post = Post::default();
    for _ in 0..3 {
        app.service.remind_once(Some(&post)).await.unwrap();
    }
    assert_eq!(post.count(), 1, "a proposal is told once");
    let message = post.taken.lock().unwrap()[0].clone();
    assert_eq!((message.channel, message.to.as_str()), (Channel::Email, "henk@voorbeeld.example"));
    for word in ["Henk", "Vries", "cursus", "schulden", "voorstel", id("henk")] {
        assert!(!message.text.contains(word) && !message.subject.contains(word), "{word}: {}", message.text);
    }
    // Two days before the thinking time ends, once more; and then never again.
    app.clock.advance(5 * DAY);
    for _ in 0..3 {
        app.service.remind_once(Some(&post)).await.unwrap();
    }
    assert_eq!(post.count(), 2);
    let mut bond = app.bond().await;
    bond.agree(&app).await;
    app.service.remind_once(Some(&post)).await.unwrap();
    assert_eq!(post.count(), 2, "nothing waits any more");
    // The talk about debts is due on 7 December: two days before.
    app.clock.advance(7 * DAY);
    app.service.remind_once(Some(&post)).await.unwrap();
    assert_eq!(post.count(), 3);
}

async fn nobody_is_woken_when_the_clock_goes_back(engine: Engine) {
    // The night of which the second hour comes twice: half past twelve is eight and a half hours before eight.
    let at = |time: &str| service::clock::at_local("2027-10-31".parse().unwrap(), time.parse().unwrap()).unwrap();
    let app = with_channel_at(engine, "sms", at("00:30:00")).await;
    let post = Post::default();
    for (now, sent) in [("00:30:00", 0), ("07:55:00", 0), ("08:00:00", 1)] {
        app.clock.advance(at(now) - app.clock.now());
        app.service.remind_once(Some(&post)).await.unwrap();
        assert_eq!(post.count(), sent, "{now}");
    }
}

async fn who_chose_the_portal_gets_nothing_outside(engine: Engine) {
    for channel in ["portal", "phone", "letter"] {
        let app = with_channel(engine, channel).await;
        let post = Post::default();
        assert_eq!(app.service.remind_once(Some(&post)).await.unwrap(), 0);
        assert_eq!(post.count(), 0, "{channel}");
        assert_eq!(app.number("SELECT COUNT(*) FROM reminder WHERE channel = 'portal' AND sent_at IS NOT NULL").await, 1);
        let mut bond = app.bond().await;
        assert!(bond.henk.open(&format!("/r/{}/journey", id("henk"))).await.shows("Geef antwoord op het voorstel"), "the portal itself says it");
    }
}

async fn what_did_not_leave_is_tried_again(engine: Engine) {
    let app = with_channel(engine, "sms").await;
    let post = Post::default();
    post.closed.store(true, Ordering::SeqCst);
    app.service.remind_once(Some(&post)).await.unwrap();
    assert_eq!(app.number("SELECT COUNT(*) FROM reminder WHERE sent_at IS NULL AND code = 'unreachable'").await, 1);
    post.closed.store(false, Ordering::SeqCst);
    app.service.remind_once(Some(&post)).await.unwrap();
    assert_eq!(post.count(), 0, "not at once");
    app.clock.advance(6 * MINUTE);
    app.service.remind_once(Some(&post)).await.unwrap();
    assert_eq!((post.count(), post.taken.lock().unwrap()[0].to.as_str()), (1, "0612345678"));
}

async fn two_processes_send_one(engine: Engine) {
    let app = with_channel(engine, "email").await;
    let post = Post::default();
    let (one, other) = tokio::join!(app.service.remind_once(Some(&post)), app.service.remind_once(Some(&post)));
    assert!(one.is_ok() && other.is_ok());
    app.service.remind_once(Some(&post)).await.unwrap();
    assert_eq!(post.count(), 1);
}

async fn a_folder_gets_one_file_for_each(engine: Engine) {
    let app = with_channel(engine, "email").await;
    let folder = app.folder().join("messages");
    let files = Files::open(&folder).unwrap();
    app.service.remind_once(Some(&files)).await.unwrap();
    let found: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|f| f.unwrap().path()).collect();
    assert_eq!(found.len(), 1);
    let text = std::fs::read_to_string(&found[0]).unwrap();
    assert!(
        text.contains("\"channel\": \"email\"") && text.contains("henk@voorbeeld.example") && !found[0].display().to_string().contains(id("henk")),
        "{text}"
    );
}
