//! Puts a bot together: the one place that names every adapter.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use payment_smart_bot::adapters::{
    CatalogPhraser, EmbeddedSessions, KeyFileVault, MemorySessions, Sandbox, SystemClock,
};
use payment_smart_bot::dialogue::{Payment, Policy};
use payment_smart_bot::ports::{Clock as _, Sessions};
use payment_smart_bot::statechart::digests;
use payment_smart_bot::turn::Bot;
use zeroize::Zeroizing;

/// The key's file in the data folder.
const KEY_FILE: &str = "key";

/// Where the sandbox notes what became of its intents.
const SANDBOX_FILE: &str = "sandbox.jsonl";

/// A bot over the store in `data`, or over memory. Links of the sandbox lead to `base_url`.
///
/// # Errors
/// When the data folder or the key file cannot be used.
pub fn assemble(
    data: Option<&Path>,
    policy: Policy,
    payment: Option<Payment>,
    base_url: Option<String>,
) -> anyhow::Result<Bot> {
    let (sessions, vault, gateway): (Arc<dyn Sessions>, KeyFileVault, Sandbox) = if let Some(folder) = data {
        let sessions = EmbeddedSessions::open(folder)?;
        let vault = KeyFileVault::open_or_create(&folder.join(KEY_FILE))?;
        let noted = folder.join(SANDBOX_FILE);
        let gateway = Sandbox::kept_in(&noted, base_url).with_context(|| format!("the file {}", noted.display()))?;
        (Arc::new(sessions), vault, gateway)
    } else {
        let mut key = Zeroizing::new([0; 32]);
        SystemClock.fill(&mut *key);
        (Arc::new(MemorySessions::default()), KeyFileVault::with_key(&key), Sandbox::new(base_url))
    };
    let digests = digests(&policy);
    Ok(Bot {
        sessions,
        vault: Arc::new(vault),
        gateway: Arc::new(gateway),
        phraser: Arc::new(CatalogPhraser),
        clock: Arc::new(SystemClock),
        policy: Arc::new(policy),
        digests: Arc::new(digests),
        payment,
    })
}

/// Nobody shall find a number in the memory that a crash leaves behind.
pub fn no_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        if setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }).is_err() {
            tracing::warn!("core dumps could not be turned off");
        }
    }
}
