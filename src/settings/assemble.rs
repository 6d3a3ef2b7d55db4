//! Puts a bot together.

use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;

use anyhow::Context as _;
use zeroize::Zeroizing;

use super::gateway::Ground;
use super::{CloudOptions, GatewayOptions, PolicyOptions, StoreOptions};
use crate::adapters::{CatalogPhraser, KeyFileVault, MemorySessions, SystemClock};
use crate::dialogue::{Language, Payment, Policy, Step};
use crate::http::Trust;
use crate::language::{Listening, Utterance, understand};
use crate::ports::{Clock as _, Phraser, Store, Vault};
use crate::statechart::digests;
use crate::turn::Bot;

/// The key's file in the data folder.
const KEY_FILE: &str = "key";

/// Opens connections ahead of time, all at once; ends when they are open or cannot be.
pub type Warm = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A bot, and what else comes of its settings.
pub struct Assembled {
    /// The bot.
    pub bot: Bot,
    /// What requests are trusted by.
    pub trust: Trust,
    /// Where sessions are kept, for people.
    pub kept: String,
    /// To be awaited, or spawned, before the first customer comes.
    pub warm: Warm,
}

/// What is to be put together.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// Where sessions are kept on this machine.
    pub store: &'a StoreOptions,
    /// What is used of AWS.
    pub cloud: &'a CloudOptions,
    /// Who charges, and whose word is taken.
    pub gateway: &'a GatewayOptions,
    /// What is taken, and the limits.
    pub policy: &'a PolicyOptions,
    /// What every session pays that brings no order.
    pub payment: Option<&'a Payment>,
    /// The address of this service, for links to it.
    pub base_url: &'a str,
    /// Whether card numbers reach the service over TLS, or do not leave this machine.
    pub tls: bool,
}

/// A bot over what is wanted: AWS where it is named, else the data folder, else memory; Stripe where there is a key, else
/// the sandbox.
///
/// # Errors
/// When the data folder or a key cannot be used, when settings contradict each other, or when a live key may not be used
/// here.
pub async fn assemble(wanted: Wanted<'_>) -> anyhow::Result<Assembled> {
    let Wanted { store, cloud, gateway, policy, payment, base_url, tls } = wanted;
    let live = gateway.is_live();
    if live {
        let key_apart = cloud.kms_key_id.is_some() || store.key_apart();
        Ground { release: !cfg!(debug_assertions), key_apart, tls }.carries_a_live_key()?;
    }
    let trust = gateway.trust(&SystemClock)?;
    anyhow::ensure!(
        trust.orders.is_none() || payment.is_none(),
        "--amount and an order key contradict each other: what is charged comes from the signed order, or from you"
    );
    let policy = Policy { demonstration: !live, keep: gateway.keeps(), ..policy.policy() };
    let parts = cloud.adapters(store.memory).await?;
    let folder = store.data.as_deref().filter(|_| !store.memory);
    let kept = match (&parts.kept, folder) {
        (Some(kept), _) => kept.clone(),
        (None, Some(folder)) => format!("in {}, card data sealed", folder.display()),
        (None, None) => "in memory, gone when this ends".to_owned(),
    };
    let kept_in = match parts.store {
        Some(store) => store,
        None => store_in(folder)?,
    };
    let vault = match parts.vault {
        Some(vault) => vault,
        None => vault_in(folder, store.key_file.as_deref())?,
    };
    let digests = digests(&policy);
    let bot = Bot {
        sessions: kept_in.clone(),
        ledger: kept_in.clone(),
        counts: kept_in,
        vault,
        gateway: super::gateway::gateway(gateway, &trust, folder, base_url)?,
        phraser: parts.phraser.unwrap_or_else(|| Arc::new(CatalogPhraser) as Arc<dyn Phraser>),
        clock: Arc::new(SystemClock),
        policy: Arc::new(policy),
        digests: Arc::new(digests),
        payment: payment.cloned(),
    };
    Ok(Assembled { bot, trust, kept, warm: parts.warm })
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

fn vault_in(folder: Option<&Path>, key_file: Option<&Path>) -> anyhow::Result<Arc<dyn Vault>> {
    if let Some(file) = key_file {
        return Ok(Arc::new(KeyFileVault::open_or_create(file)?));
    }
    if let Some(folder) = folder {
        std::fs::create_dir_all(folder).with_context(|| format!("the folder {}", folder.display()))?;
        return Ok(Arc::new(KeyFileVault::open_or_create(&folder.join(KEY_FILE))?));
    }
    let mut key = Zeroizing::new([0; 32]);
    SystemClock.fill(&mut *key);
    Ok(Arc::new(KeyFileVault::with_key(&key)))
}

/// Reads lexicons and catalogs before the first customer waits for them.
pub fn read_ahead() {
    for language in Language::ALL {
        let listening = Listening::new(Step::Name, language);
        let _ = understand(&Utterance::new(String::from("1")), &listening);
        let _ = crate::wording::all(language).count();
    }
}
