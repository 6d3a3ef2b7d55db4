//! Puts a bot together.

use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;

use anyhow::Context as _;
use zeroize::Zeroizing;

use super::{CloudOptions, StoreOptions};
use crate::adapters::{CatalogPhraser, KeyFileVault, MemorySessions, Sandbox, SystemClock};
use crate::dialogue::{Language, Payment, Policy, Step};
use crate::language::{Listening, Utterance, understand};
use crate::ports::{Clock as _, Phraser, Store, Vault};
use crate::statechart::digests;
use crate::turn::Bot;

/// The key's file in the data folder.
const KEY_FILE: &str = "key";

/// Where the sandbox notes what became of its intents.
const SANDBOX_FILE: &str = "sandbox.jsonl";

/// Opens connections ahead of time, all at once; ends when they are open or cannot be.
pub type Warm = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A bot, and what else comes of its settings.
pub struct Assembled {
    /// The bot.
    pub bot: Bot,
    /// Where sessions are kept, for people.
    pub kept: String,
    /// To be awaited, or spawned, before the first customer comes.
    pub warm: Warm,
}

/// A bot over what `cloud` names, else over the data folder of `store`, else over memory. Links of the sandbox lead to
/// `base_url`.
///
/// # Errors
/// When the data folder or the key file cannot be used, or settings contradict each other.
pub async fn assemble(
    store: &StoreOptions,
    cloud: &CloudOptions,
    policy: Policy,
    payment: Option<Payment>,
    base_url: Option<String>,
) -> anyhow::Result<Assembled> {
    let cloud = cloud.adapters(store.memory).await?;
    let folder = store.data.as_deref().filter(|_| !store.memory);
    let kept = match (&cloud.kept, folder) {
        (Some(kept), _) => kept.clone(),
        (None, Some(folder)) => format!("in {}, card data sealed", folder.display()),
        (None, None) => "in memory, gone when this ends".to_owned(),
    };
    let store = match cloud.store {
        Some(store) => store,
        None => store_in(folder)?,
    };
    let vault = match cloud.vault {
        Some(vault) => vault,
        None => vault_in(folder)?,
    };
    let digests = digests(&policy);
    let bot = Bot {
        sessions: store.clone(),
        ledger: store.clone(),
        counts: store,
        vault,
        gateway: Arc::new(sandbox_in(folder, base_url)?),
        phraser: cloud.phraser.unwrap_or_else(|| Arc::new(CatalogPhraser) as Arc<dyn Phraser>),
        clock: Arc::new(SystemClock),
        policy: Arc::new(policy),
        digests: Arc::new(digests),
        payment,
    };
    Ok(Assembled { bot, kept, warm: cloud.warm })
}

#[cfg(feature = "server")]
fn store_in(folder: Option<&Path>) -> anyhow::Result<Arc<dyn Store>> {
    Ok(match folder {
        Some(folder) => Arc::new(crate::adapters::EmbeddedSessions::open(folder)?),
        None => Arc::new(MemorySessions::default()),
    })
}

#[cfg(not(feature = "server"))]
fn store_in(folder: Option<&Path>) -> anyhow::Result<Arc<dyn Store>> {
    anyhow::ensure!(folder.is_none(), "this build has no embedded database; set DYNAMODB_TABLE and LEDGER_TABLE");
    Ok(Arc::new(MemorySessions::default()))
}

fn vault_in(folder: Option<&Path>) -> anyhow::Result<Arc<dyn Vault>> {
    if let Some(folder) = folder {
        std::fs::create_dir_all(folder).with_context(|| format!("the folder {}", folder.display()))?;
        return Ok(Arc::new(KeyFileVault::open_or_create(&folder.join(KEY_FILE))?));
    }
    let mut key = Zeroizing::new([0; 32]);
    SystemClock.fill(&mut *key);
    Ok(Arc::new(KeyFileVault::with_key(&key)))
}

fn sandbox_in(folder: Option<&Path>, base_url: Option<String>) -> anyhow::Result<Sandbox> {
    let Some(folder) = folder else { return Ok(Sandbox::new(base_url)) };
    let noted = folder.join(SANDBOX_FILE);
    Sandbox::kept_in(&noted, base_url).with_context(|| format!("the file {}", noted.display()))
}

/// Reads lexicons and catalogs before the first customer waits for them.
pub fn read_ahead() {
    for language in Language::ALL {
        let listening = Listening::new(Step::Name, language);
        let _ = understand(&Utterance::new(String::from("1")), &listening);
        let _ = crate::wording::all(language).count();
    }
}
