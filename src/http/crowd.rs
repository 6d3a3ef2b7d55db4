//! How much of something one client may hold at once, so that nobody takes the places of all.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::client::ClientAddress;

/// What clients hold, by their address (of IPv6 the network).
#[derive(Debug, Default)]
pub(super) struct Crowd(Mutex<HashMap<IpAddr, u16>>);

/// A place in the crowd, given back on drop.
#[derive(Debug)]
pub(super) struct Seat {
    crowd: Arc<Crowd>,
    client: IpAddr,
}

impl Crowd {
    /// One more for the client at this address, where it holds fewer than `most`.
    pub fn admit(self: &Arc<Self>, address: IpAddr, most: u16) -> Option<Seat> {
        let client = ClientAddress::new(address).ip();
        let mut held = self.held();
        let count = held.entry(client).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Seat { crowd: Arc::clone(self), client })
    }

    /// A thread that panicked left counts that are whole.
    fn held(&self) -> MutexGuard<'_, HashMap<IpAddr, u16>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut held = self.crowd.held();
        if let Some(count) = held.get_mut(&self.client) {
            *count -= 1;
            if *count == 0 {
                held.remove(&self.client);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_holds_no_more_than_its_share_and_gets_it_back() {
        let crowd = Arc::new(Crowd::default());
        let at = |address: &str| address.parse::<IpAddr>().expect("an address");
        let seats: Vec<Seat> = (0..2).map(|_| crowd.admit(at("192.0.2.1"), 2).expect("a place")).collect();
        assert!(crowd.admit(at("192.0.2.1"), 2).is_none());
        assert!(crowd.admit(at("192.0.2.2"), 2).is_some(), "another's are its own");
        drop(seats);
        assert!(crowd.admit(at("192.0.2.1"), 2).is_some());
        let one = crowd.admit(at("2001:db8:1:2::1"), 1).expect("a place");
        assert!(crowd.admit(at("2001:db8:1:2:ffff::9"), 1).is_none(), "a household has all of its network");
        drop(one);
        assert!(crowd.held().is_empty(), "nobody who is gone is remembered");
    }
}
