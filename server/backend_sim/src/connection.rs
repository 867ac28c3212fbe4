//! Connections that can be closed without a byte of answer (section 11.4).

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// Closes all connections of a backend, when it is stopped.
#[derive(Debug, Clone, Default)]
pub struct Closing(Arc<(AtomicBool, Notify)>);

impl Closing {
    /// From now on every connection is closed at its next step.
    pub fn close(&self) {
        self.0.0.store(true, Ordering::SeqCst);
        self.0.1.notify_one();
    }

    /// Ends when it is closed.
    pub(crate) async fn closed(&self) {
        while !self.is_closed() {
            self.0.1.notified().await;
        }
    }

    /// Whether it is closed.
    pub(crate) fn is_closed(&self) -> bool {
        self.0.0.load(Ordering::SeqCst)
    }
}

/// A listener whose connections can be cut.
pub struct Cuttable {
    listener: TcpListener,
    closing: Closing,
}

impl Cuttable {
    /// Takes over `listener`.
    #[must_use]
    pub const fn new(listener: TcpListener, closing: Closing) -> Self {
        Self { listener, closing }
    }
}

impl Listener for Cuttable {
    type Io = Wire;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Wire, SocketAddr) {
        loop {
            if let Ok((stream, address)) = self.listener.accept().await {
                // Answers are small: waiting for more to send would only slow them down.
                let _ = stream.set_nodelay(true);
                return (Wire { stream, cut: Line::default(), closing: self.closing.clone() }, address);
            }
            // Too many open files, most often: give others the time to close.
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// One connection.
pub struct Wire {
    stream: TcpStream,
    cut: Line,
    closing: Closing,
}

impl Wire {
    fn open(&self) -> io::Result<()> {
        if self.cut.0.load(Ordering::SeqCst) || self.closing.is_closed() {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        Ok(())
    }
}

/// The way to cut the connection that a request came by.
#[derive(Debug, Clone, Default)]
pub struct Line(Arc<AtomicBool>);

impl Line {
    /// Not a byte is written any more; the connection closes at the next try.
    pub fn cut(&self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl Connected<IncomingStream<'_, Cuttable>> for Line {
    fn connect_info(stream: IncomingStream<'_, Cuttable>) -> Self {
        stream.io().cut.clone()
    }
}

impl AsyncRead for Wire {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        self.open()?;
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.open()?;
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.open()?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
