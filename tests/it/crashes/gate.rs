//! A gate on every wire of a server under test: one count over all of them, and one request at which the server dies.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::response::Response;
use tokio::sync::Notify;

use super::Point;
use crate::http_server::{HttpServer, Request, forward};

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

    /// A server whose requests pass here on their way to `upstream`.
    pub fn before(self: &Arc<Self>, upstream: &str) -> HttpServer {
        HttpServer::start((self.clone(), upstream.to_owned()), |(gate, upstream), request| async move {
            gate.carry(request, &upstream).await
        })
    }

    async fn carry(&self, request: Request, upstream: &str) -> Option<Response> {
        let here = self.passed.fetch_add(1, Ordering::SeqCst) == self.at;
        if here && self.point != Point::After {
            self.reached.notify_one();
            if self.point == Point::Before {
                return None;
            }
            tokio::time::sleep(LATE).await;
        }
        let answer = forward(upstream, request).await?;
        if here && self.point == Point::After {
            self.reached.notify_one();
        }
        // The answer is lost with the server.
        (!here).then_some(answer)
    }
}
