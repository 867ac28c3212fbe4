//! A mail server as the messenger, over TLS only; text messages go to the folder.

use super::{Channel, Files, Message, Messenger};
use crate::settings::Messages;
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use std::time::Duration;

/// A mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    texts: Files,
}

impl Smtp {
    /// The mail server of the settings.
    ///
    /// # Errors
    /// Names the setting that is missing or wrong.
    pub fn open(settings: &Messages) -> Result<Self, String> {
        if settings.host.is_empty() {
            return Err("messages.host: needed for `smtp`".to_owned());
        }
        let from = settings.from.parse().map_err(|_| "messages.from: no e-mail address".to_owned())?;
        let mut tls = TlsParameters::builder(settings.host.clone());
        if let Some(file) = &settings.ca {
            let wrong = || format!("messages.ca: no certificate in {}", file.display());
            let pem = std::fs::read(file).map_err(|_| wrong())?;
            tls = tls.add_root_certificate(Certificate::from_pem(&pem).map_err(|_| wrong())?);
        }
        let tls = tls.build().map_err(|_| "messages.host: no host".to_owned())?;
        // Never without TLS, however the server answers.
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host).tls(Tls::Required(tls));
        builder = builder.port(settings.port).timeout(Some(Duration::from_secs(20)));
        if !settings.user.is_empty() {
            builder = builder.credentials(Credentials::new(settings.user.clone(), settings.password.reveal().to_owned()));
        }
        Ok(Self { transport: builder.build(), from, texts: Files::open(&settings.folder)? })
    }

    async fn mail(&self, message: &Message) -> Result<(), String> {
        let to: Mailbox = message.to.parse().map_err(|_| "address".to_owned())?;
        let mail =
            lettre::Message::builder().from(self.from.clone()).to(to).subject(&message.subject).body(message.text.clone()).map_err(|_| "message".to_owned())?;
        // The answer of a mail server may repeat the address: only what kind of answer it was is kept.
        self.transport.send(mail).await.map(|_| ()).map_err(|error| if error.is_permanent() { "refused" } else { "unreachable" }.to_owned())
    }
}

impl Messenger for Smtp {
    fn send<'a>(&'a self, message: &'a Message) -> BoxFuture<'a, Result<(), String>> {
        async move { if message.channel == Channel::Email { self.mail(message).await } else { self.texts.write(message).await } }.boxed()
    }
}
