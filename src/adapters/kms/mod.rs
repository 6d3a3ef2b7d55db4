//! The vault on AWS KMS: each session has a data key of its own, which KMS hands out, and only KMS unwraps.
//!
//! A seal is the form (one byte), the length of the wrapped data key (two bytes, big endian), the wrapped data key, a
//! nonce, then ciphertext and tag. Table, session, version and wrapped key are associated data. The encryption context
//! names the table and a keyed hash of the session id: KMS writes it to `CloudTrail` in clear, and it has to be the same
//! as long as the data key lives, so it holds neither the id nor the version.
//!
//! Data keys stay in clear for a while (see [`keys`]), so that most turns ask KMS for nothing. What the HTTP, TLS and
//! JSON libraries had of a key on its way here is not ours to wipe.

mod failure;
mod keys;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use aws_config::SdkConfig;
use aws_lc_rs::hmac;
use aws_sdk_kms::Client;
use aws_sdk_kms::config::retry::RetryConfig;
use aws_sdk_kms::config::timeout::TimeoutConfig;
use aws_sdk_kms::primitives::Blob;
use aws_sdk_kms::types::DataKeySpec;
use jiff::Timestamp;
use zeroize::Zeroizing;

use super::seal::{self, KEY, down};
use crate::ports::{Place, Vault, VaultError};
use crate::session::SessionId;
use failure::{Action, failure};
use keys::{DataKey, Keys};

/// The form of a seal.
const FORM: u8 = 2;

/// What the associated data begins with.
const LABEL: &[u8] = b"payment-smart-bot seal 2";

/// What the key of the session's hash begins with.
const CONTEXT: &[u8] = b"payment-smart-bot kms context 1";

/// KMS takes no wrapped key that is longer (API reference, Decrypt, `CiphertextBlob`).
const WRAPPED: usize = 6_144;

/// One try may take so long: KMS answers in some 10 ms within a Region.
const ATTEMPT: Duration = Duration::from_secs(1);

/// All tries together: a customer waits for them.
const WHOLE: Duration = Duration::from_millis(2_500);

/// Tries, and the base of the pause between them, which doubles and is drawn by chance.
const TRIES: u32 = 3;
const PAUSE: Duration = Duration::from_millis(25);

/// Seals under data keys that KMS wraps.
#[derive(Debug)]
pub struct KmsVault {
    client: Client,
    key_id: String,
    table: String,
    keys: Arc<Mutex<Kept>>,
}

#[derive(Debug, Default)]
struct Kept {
    keys: Keys,
    /// Whether a task waits to drop what is over.
    swept: bool,
}

impl KmsVault {
    /// The vault under the KMS key `key_id` (id, ARN or alias), for the sessions of `table`, at the Region and endpoint
    /// of `config`. Time-outs and retries are its own.
    #[must_use]
    pub fn connect(config: &SdkConfig, key_id: String, table: String) -> Self {
        let timeouts = TimeoutConfig::builder()
            .connect_timeout(ATTEMPT)
            .operation_attempt_timeout(ATTEMPT)
            .operation_timeout(WHOLE)
            .build();
        let retries = RetryConfig::standard().with_max_attempts(TRIES).with_initial_backoff(PAUSE);
        let config = aws_sdk_kms::config::Builder::from(config).timeout_config(timeouts).retry_config(retries).build();
        Self { client: Client::from_conf(config), key_id, table, keys: Arc::default() }
    }

    /// Opens a connection, so that the first customer does not wait for it, and says in the log when the key cannot be
    /// used. It asks for a data key under a context that no session has, because nothing else is allowed to the role.
    pub async fn warm(&self) {
        if let Err(error) = self.generate("warm-up".to_owned()).await {
            tracing::warn!(%error, "the vault is not ready");
        }
    }

    /// The session's data key, a new one if there is none in hand.
    async fn key(&self, session: &SessionId) -> Result<Arc<DataKey>, VaultError> {
        if let Some(key) = self.kept().keys.find(session, None, Instant::now()) {
            return Ok(key);
        }
        let key = self.generate(self.pseudonym(session)).await?;
        Ok(self.keep(session, key))
    }

    /// The data key that was wrapped so.
    async fn unwrapped(&self, session: &SessionId, wrapped: &[u8]) -> Result<Arc<DataKey>, VaultError> {
        if let Some(key) = self.kept().keys.find(session, Some(wrapped), Instant::now()) {
            return Ok(key);
        }
        let key = self.decrypt(self.pseudonym(session), wrapped).await?;
        Ok(self.keep(session, key))
    }

    async fn generate(&self, pseudonym: String) -> Result<DataKey, VaultError> {
        let answer = self
            .client
            .generate_data_key()
            .key_id(&self.key_id)
            .key_spec(DataKeySpec::Aes256)
            .encryption_context("table", &self.table)
            .encryption_context("session", pseudonym)
            .send()
            .await
            .map_err(|error| failure(Action::GenerateDataKey, &self.key_id, &error))?;
        let clear = clear(answer.plaintext);
        let wrapped = answer.ciphertext_blob.map(Blob::into_inner).unwrap_or_default();
        if !fits(&wrapped) {
            return Err(down("KMS gave a data key that is not wrapped as it should be"));
        }
        Ok(DataKey::new(clear?, wrapped))
    }

    async fn decrypt(&self, pseudonym: String, wrapped: &[u8]) -> Result<DataKey, VaultError> {
        let answer = self
            .client
            .decrypt()
            .key_id(&self.key_id)
            .ciphertext_blob(Blob::new(wrapped))
            .encryption_context("table", &self.table)
            .encryption_context("session", pseudonym)
            .send()
            .await
            .map_err(|error| failure(Action::Decrypt, &self.key_id, &error))?;
        Ok(DataKey::new(clear(answer.plaintext)?, wrapped.to_vec()))
    }

    /// Keeps a key for the next turns. One task at a time waits for the keys in hand to be over, so that they are wiped
    /// then even if nobody comes; it ends when there are none.
    fn keep(&self, session: &SessionId, key: DataKey) -> Arc<DataKey> {
        let key = Arc::new(key);
        let mut kept = self.kept();
        kept.keys.keep(session, key.clone(), Instant::now());
        if !std::mem::replace(&mut kept.swept, true) {
            let keys = Arc::downgrade(&self.keys);
            tokio::spawn(async move {
                while let Some(keys) = keys.upgrade() {
                    let next = {
                        let mut kept = locked(&keys);
                        kept.keys.sweep(Instant::now());
                        let next = kept.keys.next_due();
                        kept.swept = next.is_some();
                        next
                    };
                    drop(keys);
                    let Some(next) = next else { return };
                    tokio::time::sleep_until(next.into()).await;
                }
            });
        }
        key
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        locked(&self.keys)
    }

    /// What a session is called in the encryption context: 64 hex digits that tell nothing to who knows no session id.
    fn pseudonym(&self, session: &SessionId) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &[CONTEXT, self.table.as_bytes()].concat());
        hex::encode(hmac::sign(&key, session.as_str().as_bytes()).as_ref())
    }

    /// Label, table (with its length), session (of one length always), version, wrapped key: nothing can be read in
    /// two ways.
    fn bound(&self, place: &Place, wrapped: &[u8]) -> Vec<u8> {
        let table = self.table.as_bytes();
        let length = (table.len() as u64).to_be_bytes();
        [LABEL, &length, table, place.session.as_str().as_bytes(), &place.version.to_be_bytes(), wrapped].concat()
    }
}

#[async_trait]
impl Vault for KmsVault {
    async fn seal(&self, place: &Place, not_after: Timestamp, secret: &[u8]) -> Result<Vec<u8>, VaultError> {
        let key = self.key(&place.session).await?;
        let wrapped = key.wrapped();
        let length = u16::try_from(wrapped.len()).map_err(|_| down("a wrapped key is too long"))?;
        let head = [&[FORM], &length.to_be_bytes()[..], wrapped].concat();
        seal::close(head, &key.cipher()?, &self.bound(place, wrapped), not_after, secret)
    }

    async fn open(&self, place: &Place, now: Timestamp, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (wrapped, rest) = parts(sealed).ok_or(VaultError::Broken)?;
        let key = self.unwrapped(&place.session, wrapped).await?;
        seal::open(&key.cipher()?, &self.bound(place, wrapped), now, rest)
    }
}

/// The wrapped key of a seal, and what comes after it.
fn parts(sealed: &[u8]) -> Option<(&[u8], &[u8])> {
    let rest = sealed.strip_prefix(&[FORM])?;
    let (length, rest) = rest.split_first_chunk()?;
    let (wrapped, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    fits(wrapped).then_some((wrapped, rest))
}

fn fits(wrapped: &[u8]) -> bool {
    (1..=WRAPPED).contains(&wrapped.len())
}

/// A data key in clear, as KMS gave it.
fn clear(plaintext: Option<Blob>) -> Result<Zeroizing<[u8; KEY]>, VaultError> {
    let bytes = Zeroizing::new(plaintext.map(Blob::into_inner).unwrap_or_default());
    let mut key = Zeroizing::new([0; KEY]);
    if bytes.len() != KEY {
        return Err(down("KMS gave a data key that is not 32 bytes long"));
    }
    key.copy_from_slice(&bytes);
    Ok(key)
}

/// A thread that panicked leaves a cache that is still whole: at worst a key in it is asked for again.
fn locked(keys: &Mutex<Kept>) -> MutexGuard<'_, Kept> {
    keys.lock().unwrap_or_else(PoisonError::into_inner)
}
