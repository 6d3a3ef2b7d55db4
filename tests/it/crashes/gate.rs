//! A gate on every wire of a server under test: one count over all of them, and one request at which the server dies.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

use super::Point;
use crate::sessions::dynamo_server::read_message;

/// What is on its way when the server dies arrives so much later.
const LATE: Duration = Duration::from_millis(150);

/// Counts requests in the order they come, whatever wire they come by.
pub struct Gate {
    passed: AtomicUsize,
    /// The request at which the server is to die, counted from 0.
    at: usize,
    point: Point,
    reached: Notify,
}

impl Gate {
    pub fn new(at: usize, point: Point) -> Arc<Self> {
        Arc::new(Self { passed: AtomicUsize::new(0), at, point, reached: Notify::new() })
    }

    /// Comes back when the server is to be killed.
    pub async fn reached(&self) {
        self.reached.notified().await;
    }

    /// An address whose requests pass here on their way to `upstream`.
    pub async fn before(self: &Arc<Self>, upstream: &str) -> String {
        let upstream = upstream.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("bound");
        let gate = self.clone();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (gate, upstream) = (gate.clone(), upstream.clone());
                tokio::spawn(async move { gate.carry(client, &upstream).await });
            }
        });
        format!("http://{address}")
    }

    async fn carry(&self, mut client: TcpStream, upstream: &str) -> Option<()> {
        let mut server = TcpStream::connect(upstream).await.ok()?;
        loop {
            let request = read_message(&mut client).await?;
            let here = self.passed.fetch_add(1, Ordering::SeqCst) == self.at;
            if here && self.point != Point::After {
                self.reached.notify_one();
                if self.point == Point::Before {
                    return None;
                }
                tokio::time::sleep(LATE).await;
            }
            server.write_all(&request).await.ok()?;
            let answer = read_message(&mut server).await?;
            if here {
                if self.point == Point::After {
                    self.reached.notify_one();
                }
                // The answer is lost with the server.
                return None;
            }
            client.write_all(&answer).await.ok()?;
        }
    }
}
