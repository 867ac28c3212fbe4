//! Mail over a real SMTP conversation with TLS, against a small mail server of our own.

use service::reminder::{Channel, Message, Messenger as _, Smtp};
use service::settings::{MessageKind, Messages, Secret};
use std::path::Path;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

/// How the mail server behaves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behaves {
    Well,
    /// It offers no TLS.
    Plain,
    /// It knows nobody, and says the address in its answer.
    KnowsNobody,
    /// It is busy.
    Later,
}

/// A mail server on this machine: what it was told, line by line, outside and inside TLS.
struct MailServer {
    port: u16,
    told: Arc<Mutex<Vec<(bool, String)>>>,
    ca: String,
}

impl MailServer {
    async fn start(behaves: Behaves) -> Self {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
        let config = config.with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key).unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (port, told) = (listener.local_addr().unwrap().port(), Arc::<Mutex<Vec<(bool, String)>>>::default());
        let heard = Arc::clone(&told);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, heard) = (acceptor.clone(), Arc::clone(&heard));
                tokio::spawn(async move { serve(stream, acceptor, behaves, &heard).await });
            }
        });
        Self { port, told, ca: made.cert.pem() }
    }

    fn told(&self) -> Vec<(bool, String)> {
        self.told.lock().unwrap().clone()
    }
}

async fn serve(mut stream: TcpStream, acceptor: TlsAcceptor, behaves: Behaves, heard: &Mutex<Vec<(bool, String)>>) -> Option<()> {
    stream.write_all(b"220 mail ready\r\n").await.ok()?;
    if converse(&mut stream, false, behaves, heard).await? {
        let mut inside = acceptor.accept(stream).await.ok()?;
        converse(&mut inside, true, behaves, heard).await?;
    }
    Some(())
}

/// Answers until the other side is done; whether it wants TLS.
async fn converse<S: AsyncRead + AsyncWrite + Unpin>(stream: &mut S, inside: bool, behaves: Behaves, heard: &Mutex<Vec<(bool, String)>>) -> Option<bool> {
    let mut stream = BufReader::new(stream);
    let mut content = false;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.ok()? == 0 {
            return Some(false);
        }
        let line = line.trim_end().to_owned();
        heard.lock().unwrap().push((inside, line.clone()));
        let verb = line.split(' ').next().unwrap_or_default().to_uppercase();
        let answer = match verb.as_str() {
            "." if content => {
                content = false;
                "250 kept"
            }
            _ if content => continue,
            "EHLO" if inside || behaves == Behaves::Plain => "250-mail\r\n250 AUTH PLAIN",
            "EHLO" => "250-mail\r\n250 STARTTLS",
            "STARTTLS" => {
                stream.write_all(b"220 go on\r\n").await.ok()?;
                return Some(true);
            }
            "AUTH" => "235 welcome",
            "RCPT" if behaves == Behaves::KnowsNobody => "550 no such user here",
            "RCPT" if behaves == Behaves::Later => "451 later",
            "DATA" => {
                content = true;
                "354 go on"
            }
            "QUIT" => "221 bye",
            _ => "250 fine",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
    }
}

fn settings(server: &MailServer, folder: &Path) -> Messages {
    let ca = folder.join("ca.pem");
    std::fs::write(&ca, &server.ca).unwrap();
    Messages {
        kind: MessageKind::Smtp,
        folder: folder.join("texts"),
        host: "localhost".into(),
        port: server.port,
        user: "portal".into(),
        password: Secret::from("open sesame"),
        ca: Some(ca),
        from: "Meedoen <meedoen@voorbeeld.example>".into(),
    }
}

fn mail() -> Message {
    Message {
        channel: Channel::Email,
        to: "sam@voorbeeld.example".into(),
        subject: "Er is iets voor u".into(),
        text: "Kijk één keer.".into(),
        key: "r/1".into(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_goes_through_tls_and_nothing_of_it_before() {
    let (server, folder) = (MailServer::start(Behaves::Well).await, tempfile::tempdir().unwrap());
    let smtp = Smtp::open(&settings(&server, folder.path())).unwrap();
    smtp.send(&mail()).await.unwrap();
    let (inside, outside): (Vec<_>, Vec<_>) = server.told().into_iter().partition(|(inside, _)| *inside);
    let outside: Vec<String> = outside.into_iter().map(|(_, line)| line.split(' ').next().unwrap().to_owned()).collect();
    assert_eq!(outside, ["EHLO", "STARTTLS"]);
    let inside: Vec<String> = inside.into_iter().map(|(_, line)| line).collect();
    assert!(inside.iter().any(|line| line.starts_with("AUTH PLAIN")), "{inside:?}");
    assert!(inside.iter().any(|line| line == "RCPT TO:<sam@voorbeeld.example>") && inside.iter().any(|line| line == "Subject: Er is iets voor u"));
    assert!(inside.iter().any(|line| line.contains("Kijk =C3=A9=C3=A9n keer.") || line.contains("Kijk één keer.")), "{inside:?}");
    // A text message goes to the folder.
    smtp.send(&Message { channel: Channel::Sms, to: "0612345678".into(), ..mail() }).await.unwrap();
    assert_eq!(std::fs::read_dir(folder.path().join("texts")).unwrap().count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_wrong_is_a_code_and_nothing_leaves_without_tls() {
    for (behaves, code) in [(Behaves::Plain, "unreachable"), (Behaves::KnowsNobody, "refused"), (Behaves::Later, "unreachable")] {
        let (server, folder) = (MailServer::start(behaves).await, tempfile::tempdir().unwrap());
        let smtp = Smtp::open(&settings(&server, folder.path())).unwrap();
        assert_eq!(smtp.send(&mail()).await, Err(code.to_owned()));
        assert!(!server.told().iter().any(|(inside, line)| !inside && (line.contains("sam@") || line.contains("AUTH"))), "nothing in the clear");
        assert!(!server.told().iter().any(|(_, line)| line.contains("Kijk")), "no content to who does not take it");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_nobody_signed_for_is_not_trusted() {
    let (server, folder) = (MailServer::start(Behaves::Well).await, tempfile::tempdir().unwrap());
    let unknown = Messages { ca: None, ..settings(&server, folder.path()) };
    assert_eq!(Smtp::open(&unknown).unwrap().send(&mail()).await, Err("unreachable".to_owned()));
    let nobody = Messages { host: String::new(), ..settings(&server, folder.path()) };
    assert!(Smtp::open(&nobody).err().is_some_and(|fault| fault.starts_with("messages.host")));
    let nothing = Messages { ca: Some(folder.path().join("none.pem")), ..settings(&server, folder.path()) };
    assert!(Smtp::open(&nothing).err().is_some_and(|fault| fault.starts_with("messages.ca")));
}
