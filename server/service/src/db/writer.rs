//! The one writer of SQLite: many residents' changes in one transaction, one flush for all of them.

use super::{Work, set_up};
use crate::{Error, Result};
use futures_util::FutureExt as _;
use sqlx::{AnyConnection, Connection as _};
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use tokio::sync::{mpsc, oneshot};

/// Most jobs in one transaction: enough to share the flush, few enough that nobody waits long.
const GROUP: usize = 256;

/// Told whether the transaction was committed.
type Finish = Box<dyn FnOnce(bool) + Send>;
type Ran<'c> = Pin<Box<dyn Future<Output = (bool, Finish)> + Send + 'c>>;
type Job = Box<dyn for<'c> FnOnce(&'c mut AnyConnection) -> Ran<'c> + Send>;

#[derive(Clone)]
pub(super) struct Writer {
    jobs: mpsc::Sender<Message>,
}

enum Message {
    Run(Job),
    Stop(oneshot::Sender<()>),
}

impl Writer {
    pub(super) async fn start(url: &str) -> sqlx::Result<Self> {
        let mut connection = AnyConnection::connect(url).await?;
        set_up(&mut connection).await?;
        let (jobs, queue) = mpsc::channel(1024);
        tokio::spawn(work(connection, queue, url.to_owned()));
        Ok(Self { jobs })
    }

    pub(super) async fn run<T, F>(&self, job: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut AnyConnection) -> Work<'c, T> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            Box::pin(async move {
                let result = match AssertUnwindSafe(job(connection)).catch_unwind().await {
                    Ok(result) => result,
                    Err(_) => Err(Error::internal("a write panicked")),
                };
                let keep = result.is_ok();
                let finish: Finish = Box::new(move |committed| {
                    let result = if keep && !committed { Err(Error::internal("a commit failed")) } else { result };
                    // The asker may be gone; what was committed stays.
                    let _ = reply.send(result);
                });
                (keep, finish)
            })
        });
        self.jobs.send(Message::Run(job)).await.map_err(|_| Error::Busy)?;
        answer.await.map_err(|_| Error::Busy)?
    }

    pub(super) async fn stop(&self) {
        let (done, stopped) = oneshot::channel();
        if self.jobs.send(Message::Stop(done)).await.is_ok() {
            let _ = stopped.await;
        }
    }
}

async fn work(mut connection: AnyConnection, mut queue: mpsc::Receiver<Message>, url: String) {
    while let Some(message) = queue.recv().await {
        match message {
            Message::Stop(done) => {
                let _ = connection.close().await;
                let _ = done.send(());
                return;
            }
            Message::Run(job) => {
                let (outcome, stop) = group(&mut connection, job, &mut queue).await;
                if let Some(done) = stop {
                    let _ = connection.close().await;
                    let _ = done.send(());
                    return;
                }
                if outcome.is_err() {
                    // The connection is in an unknown state: begin with a new one.
                    if let Ok(mut fresh) = AnyConnection::connect(&url).await
                        && set_up(&mut fresh).await.is_ok()
                    {
                        connection = fresh;
                    }
                }
            }
        }
    }
}

/// Runs `first` and whatever else waits in one transaction, then tells everybody. Gives whom to tell when it was told
/// to stop meanwhile.
async fn group(connection: &mut AnyConnection, first: Job, queue: &mut mpsc::Receiver<Message>) -> (sqlx::Result<()>, Option<oneshot::Sender<()>>) {
    let mut waiting: Vec<Finish> = Vec::new();
    let mut stop = None;
    let outcome = async {
        sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut *connection).await?;
        let mut next = Some(first);
        while let Some(job) = next.take() {
            sqlx::raw_sql("SAVEPOINT job").execute(&mut *connection).await?;
            let (keep, finish) = job(&mut *connection).await;
            if keep {
                sqlx::raw_sql("RELEASE job").execute(&mut *connection).await?;
            } else {
                sqlx::raw_sql("ROLLBACK TO job; RELEASE job").execute(&mut *connection).await?;
            }
            waiting.push(finish);
            if waiting.len() < GROUP {
                match queue.try_recv() {
                    Ok(Message::Run(job)) => next = Some(job),
                    Ok(Message::Stop(done)) => stop = Some(done),
                    Err(_) => {}
                }
            }
        }
        sqlx::raw_sql("COMMIT").execute(&mut *connection).await
    }
    .await;
    if outcome.is_err() {
        let _ = sqlx::raw_sql("ROLLBACK").execute(&mut *connection).await;
    }
    for finish in waiting {
        finish(outcome.is_ok());
    }
    (outcome.map(|_| ()), stop)
}
