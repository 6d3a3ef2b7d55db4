//! Puts a bot together.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;

use super::check::Checked;
use super::cloud::Warm;
use super::gateway::{sandbox, stripe};
use super::{BotOptions, Charging, Paid, PublicUrl, StoreOptions, Surroundings, VoiceOptions};
#[cfg(feature = "server")]
use crate::adapters::{EmbeddedSessions, Sealing};
use crate::adapters::{
    Former, FormerKey, MemorySessions, NoModel, SlotVault, Slots, SystemClock, destroy_secret, secret_in,
};
use crate::dialogue::{Language, Policy, StateName};
use crate::http::Trust;
use crate::keys::ServiceKey;
use crate::language::{Listening, Utterance, understand};
use crate::ports::{Framer, Store};
use crate::statechart::digests;
use crate::turn::{Bot, Now, Running};

/// The file in the data folder of the key under which former releases sealed card numbers.
const FORMER_KEY: &str = "key";

/// The file in the data folder of what deliveries are known again by, where the operator names no key for it.
const DELIVERIES_FILE: &str = "deliveries";

/// What to say where processes share sessions, and not the keys to them.
const ALONE: &str = "card numbers are sealed under keys of this process: another one over the same tables asks for the card again. Set KMS_KEY_ID, \
                     or --key-slots to a folder that all processes share";

/// A bot, and what else comes of its settings.
pub struct Assembled {
    /// The bot.
    pub bot: Bot,
    /// What requests are trusted by.
    pub trust: Trust,
    /// Who charges.
    pub charging: Charging,
    /// Where sessions are kept, for people.
    pub kept: String,
    /// What the operator should know, and see to.
    pub notes: Vec<String>,
    /// To be awaited, or spawned, before the first customer comes.
    pub warm: Warm,
    /// What reads the wordings again.
    pub reload: Reload,
}

/// Reads the wordings again, when the operator says so.
pub struct Reload {
    running: Arc<Running>,
    voice: VoiceOptions,
    has_model: bool,
    policy: Arc<Policy>,
}

impl Reload {
    fn of(voice: VoiceOptions, has_model: bool, policy: Arc<Policy>) -> anyhow::Result<Self> {
        let running = Arc::new(Running::new(now(&voice, has_model, &policy)?));
        Ok(Self { running, voice, has_model, policy })
    }

    /// From the next turn on, the bot says what the files hold now; returns how many wordings that are.
    ///
    /// # Errors
    /// When they cannot be read: then it goes on as before.
    pub fn again(&self) -> anyhow::Result<usize> {
        let now = now(&self.voice, self.has_model, &self.policy)?;
        let approved = now.voice.wordings().coverage().values().map(|coverage| coverage.approved).sum();
        self.running.replace(now);
        Ok(approved)
    }
}

/// The voice as its files have it now, and the digests that go with it.
fn now(voice: &VoiceOptions, has_model: bool, policy: &Policy) -> anyhow::Result<Now> {
    let voice = voice.voice(has_model)?;
    Ok(Now { digests: digests(policy, &voice), voice })
}

impl<P: Paid> BotOptions<P> {
    /// A bot over what is named: AWS where it is, else the data folder, else memory; Stripe where there is a key, else
    /// the sandbox.
    ///
    /// # Errors
    /// When the data folder or a key cannot be used, when settings contradict each other, or when a live key may not be
    /// used there.
    pub async fn assemble(&self, surroundings: Surroundings<'_>) -> anyhow::Result<Assembled> {
        let store = surroundings.store(&self.store);
        let Checked { mut trust, stripe: checked } = self.check(surroundings, &store)?;
        let parts = self.cloud.adapters(&self.voice).await?;
        let makes = surroundings.makes();
        let named = store.data.as_deref().filter(|_| !store.memory);
        let stored = named.map(is_store).transpose()?.unwrap_or(false);
        let folder = named.filter(|_| makes || stored);
        let mut notes: Vec<String> = self.policy.made_up().into_iter().collect();
        notes.extend(named.and_then(open_to_others));
        let kept = match (&parts.kept, named) {
            (Some(kept), _) => kept.clone(),
            (None, Some(named)) if folder.is_none() => format!("in {}, which serve makes", named.display()),
            (None, Some(named)) => format!("in {}, card data sealed", named.display()),
            (None, None) => "in memory, gone when this ends".to_owned(),
        };
        if let Some(named) = named.filter(|_| folder.is_none() && parts.kept.is_none()) {
            can_be_made(named)?;
        }
        let hosted = parts.store.is_some();
        let slots = store.keys.slots(store.data.as_deref(), makes)?;
        let (kept_in, former) = match parts.store {
            Some(store) => (store, Former::default()),
            None => store_in(folder, &slots, &self.policy.policy(), makes)?,
        };
        if hosted && parts.vault.is_none() && self.store.keys.key_slots.is_none() {
            notes.push(ALONE.to_owned());
        }
        let vault = match parts.vault {
            Some(vault) => vault,
            None => Arc::new(vault_under(slots, &store, folder.filter(|_| makes), former, &mut notes)?),
        };
        if !self.gateway.names_a_key() {
            trust.key = known_again(trust.key, hosted, folder.filter(|_| makes))?;
        }
        let charging = Charging::under(checked.as_ref().map(|(key, _)| key));
        let policy = Policy { demonstration: !charging.is_live(), keep: self.gateway.keeps(), ..self.policy.policy() };
        let gateway = match checked {
            Some((key, base)) => stripe(&self.gateway, key, &trust, base)?,
            None => sandbox(folder, self.gateway.public_url().map(PublicUrl::as_str).or(surroundings.address()))?,
        };
        let policy = Arc::new(policy);
        let reload = Reload::of(self.voice.clone(), self.cloud.names_a_model(), policy.clone())?;
        notes.extend(self.voice.unspoken(&reload.running.now().voice, self.cloud.names_a_model()));
        let bot = Bot {
            sessions: kept_in.clone(),
            ledger: kept_in.clone(),
            counts: kept_in,
            vault,
            gateway,
            framer: parts.framer.unwrap_or_else(|| Arc::new(NoModel) as Arc<dyn Framer>),
            clock: Arc::new(SystemClock),
            policy,
            running: reload.running.clone(),
            payment: self.payment.payment(),
        };
        Ok(Assembled { bot, trust, charging, kept, notes, warm: parts.warm, reload })
    }
}

#[cfg(feature = "server")]
fn store_in(
    folder: Option<&Path>,
    slots: &Arc<Slots>,
    policy: &Policy,
    takes_over: bool,
) -> anyhow::Result<(Arc<dyn Store>, Former)> {
    let Some(folder) = folder else { return Ok((Arc::new(MemorySessions::default()), Former::default())) };
    let (slots, clock) = (slots.clone(), Arc::new(SystemClock));
    let (session, fingerprints) = (policy.session, policy.fingerprints);
    let sealing = Sealing { slots, clock, session, fingerprints, takes_over };
    let store = EmbeddedSessions::open(folder, sealing)?;
    let former = store.former();
    Ok((Arc::new(store), former))
}

#[cfg(not(feature = "server"))]
fn store_in(folder: Option<&Path>, _: &Arc<Slots>, _: &Policy, _: bool) -> anyhow::Result<(Arc<dyn Store>, Former)> {
    anyhow::ensure!(folder.is_none(), "this build has no embedded database; set DYNAMODB_TABLE and LEDGER_TABLE");
    Ok((Arc::new(MemorySessions::default()), Former::default()))
}

/// The vault under these slots; `makes` is the data folder where this may change it. The key of a former release is there while a
/// number that it sealed may still be opened, and goes for good once there is none.
fn vault_under(
    slots: Arc<Slots>,
    store: &StoreOptions,
    makes: Option<&Path>,
    Former { sessions, sealed_until }: Former,
    notes: &mut Vec<String>,
) -> anyhow::Result<SlotVault> {
    let vault = SlotVault::new(slots);
    if sessions > 0 {
        notes.push(format!(
            "{sessions} sessions of a former release were sealed anew: that release can't read this data folder any more"
        ));
    }
    let own = makes.map(|folder| folder.join(FORMER_KEY)).filter(|file| file.exists());
    let named = store.keys.key_file.clone().filter(|file| file.exists());
    match (named.as_ref().or(own.as_ref()), sealed_until) {
        (Some(file), Some(until)) => return Ok(vault.taking_over(FormerKey::read(file)?, until, own)),
        (_, _) => own.iter().try_for_each(|file| destroy_secret(file))?,
    }
    if let Some(file) = named.filter(|_| !store.keys.key_slots_on_disk) {
        let file = file.display();
        notes.push(format!("nothing is sealed with the key {file} any more: destroy it, and leave --key-file out"));
    }
    Ok(vault)
}

/// A key that was drawn, with what outlasts the process as its store does. Processes over one hosted store share no secret.
fn known_again(key: ServiceKey, hosted: bool, folder: Option<&Path>) -> anyhow::Result<ServiceKey> {
    Ok(match folder {
        _ if hosted => key.sharing(),
        Some(folder) => key.remembering(&secret_in(&folder.join(DELIVERIES_FILE))?),
        None => key,
    })
}

/// What is not there yet, and is made at the first start.
fn can_be_made(path: &Path) -> anyhow::Result<()> {
    let there = path.ancestors().find(|above| above.exists()).filter(|above| !above.as_os_str().is_empty());
    let above = there.unwrap_or(Path::new("."));
    anyhow::ensure!(above.is_dir(), "{} cannot be made: {} is no folder", path.display(), above.display());
    #[cfg(unix)]
    rustix::fs::access(above, rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK).with_context(|| {
        format!("{} cannot be made: who runs this may not write into {}", path.display(), above.display())
    })?;
    Ok(())
}

/// Whether sessions are kept in `folder` already.
#[cfg(feature = "server")]
fn is_store(folder: &Path) -> anyhow::Result<bool> {
    Ok(EmbeddedSessions::is_in(folder)?)
}

#[cfg(not(feature = "server"))]
#[expect(clippy::unnecessary_wraps, reason = "with the embedded database there are folders that cannot be one")]
fn is_store(_: &Path) -> anyhow::Result<bool> {
    Ok(false)
}

/// What to do about a data folder that others can look into. The files in it are their owner's alone; the folder is not
/// closed unasked, because it may hold more than ours.
#[cfg(unix)]
fn open_to_others(folder: &Path) -> Option<String> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(folder).ok()?.permissions().mode();
    (mode & 0o077 != 0).then(|| format!("others can look into the data folder: chmod 700 {}", folder.display()))
}

#[cfg(not(unix))]
fn open_to_others(_: &Path) -> Option<String> {
    None
}

/// Reads lexicons and catalogs before the first customer waits for them.
pub fn read_ahead() {
    for language in Language::ALL {
        let listening = Listening::new(StateName::Name, language);
        let _ = understand(&Utterance::new(String::from("1")), &listening);
        let _ = crate::wording::all(language).count();
    }
}
