//! How often a client may come, in one process. (Where there are many, what stands in front of them counts.)

use std::fmt;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::Request;
use axum::response::IntoResponse as _;
use governor::middleware::NoOpMiddleware;
use tower_governor::governor::{GovernorConfig, GovernorConfigBuilder};
use tower_governor::key_extractor::KeyExtractor;
use tower_governor::{GovernorError, GovernorLayer};

use super::client::ClientAddress;
use super::{App, Problem};

/// Clients that have not come for long enough are forgotten this often.
const TENDED: Duration = Duration::from_secs(30);

/// So many requests a second from one client, and twice as many at once.
#[derive(Clone)]
pub struct RequestLimit(Arc<GovernorConfig<ByAddress, NoOpMiddleware>>);

impl RequestLimit {
    /// `requests` a second, by client address.
    #[must_use]
    pub fn per_second(requests: NonZeroU32) -> Self {
        let every = (Duration::from_secs(1) / requests.get()).max(Duration::from_nanos(1));
        let mut built = GovernorConfigBuilder::default().key_extractor(ByAddress);
        let config = built.period(every).burst_size(requests.get().saturating_mul(2)).finish();
        Self(Arc::new(config.unwrap_or_else(|| unreachable!("neither the period nor the burst is nothing"))))
    }

    /// Clients that are remembered now.
    #[must_use]
    pub fn clients(&self) -> usize {
        self.0.limiter().len()
    }

    /// Forgets clients whose whole allowance is theirs again; to be run beside the service.
    pub async fn tend(self) {
        let mut ticks = tokio::time::interval(TENDED);
        loop {
            ticks.tick().await;
            self.forget();
        }
    }

    fn forget(&self) {
        self.0.limiter().retain_recent();
        self.0.limiter().shrink_to_fit();
    }

    /// These routes, all counted together.
    pub(super) fn over(&self, routes: Router<App>) -> Router<App> {
        routes.layer(GovernorLayer::new(Arc::clone(&self.0)).error_handler(|error| match error {
            GovernorError::TooManyRequests { wait_time, .. } => {
                // The time is cut to whole seconds: one more is never too short.
                let seconds = u32::try_from(wait_time).unwrap_or(u32::MAX).saturating_add(1);
                Problem::TooManyRequests(seconds).into_response()
            }
            GovernorError::UnableToExtractKey | GovernorError::Other { .. } => Problem::Fault.into_response(),
        }))
    }
}

impl fmt::Debug for RequestLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RequestLimit(…)")
    }
}

/// Counts by client address; clients without one are counted together.
#[derive(Clone, Copy, Debug)]
struct ByAddress;

impl KeyExtractor for ByAddress {
    type Key = Option<ClientAddress>;

    fn extract<T>(&self, request: &Request<T>) -> Result<Self::Key, GovernorError> {
        Ok(request.extensions().get().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_that_has_not_come_for_a_while_is_forgotten() {
        let limit = RequestLimit::per_second(NonZeroU32::new(1_000).expect("more than nothing"));
        let client = |last: u8| Some(ClientAddress::new([203, 0, 113, last].into()));
        for last in 0..100 {
            assert!(limit.0.limiter().check_key(&client(last)).is_ok());
        }
        assert_eq!(limit.clients(), 100);
        std::thread::sleep(Duration::from_millis(20));
        limit.forget();
        assert_eq!(limit.clients(), 0);
    }
}
