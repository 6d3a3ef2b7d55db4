//! What the seals of every vault have in common: nonce, then ciphertext and tag, with a "not after" inside.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::ports::VaultError;

/// How long a key is, in bytes: AES-256.
pub(super) const KEY: usize = 32;

/// How many bytes the tag takes (NIST SP 800-38D, 5.2.1.2).
const TAG: usize = 16;

/// How many bytes "not after" takes: nanoseconds since 1970, big endian.
const MOMENT: usize = 16;

/// A key of its own for what `info` names, derived from a secret (HKDF-SHA256, RFC 5869).
pub(super) fn derived(label: &[u8], secret: &[u8], info: &[&[u8]]) -> Result<LessSafeKey, VaultError> {
    let root = Salt::new(HKDF_SHA256, label).extract(secret);
    let key = root.expand(info, &AES_256_GCM).map_err(|_| down("no key could be derived"))?;
    Ok(LessSafeKey::new(UnboundKey::from(key)))
}

/// Appends the sealed `secret` to `head`, which comes before it in clear: a fresh nonce, ciphertext and tag. It opens
/// no more from `not_after` on, and only where the same is `bound` to it.
pub(super) fn close(
    head: Vec<u8>,
    key: &LessSafeKey,
    bound: &[u8],
    not_after: Timestamp,
    secret: &[u8],
) -> Result<Vec<u8>, VaultError> {
    let mut nonce = [0; NONCE_LEN];
    aws_lc_rs::rand::fill(&mut nonce).map_err(|_| down("no random bytes could be had"))?;
    let mut text = Zeroizing::new(Vec::with_capacity(MOMENT + secret.len() + TAG));
    text.extend_from_slice(&not_after.as_nanosecond().to_be_bytes());
    text.extend_from_slice(secret);
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(bound), &mut *text)
        .map_err(|_| down("sealing failed"))?;
    let mut seal = head;
    seal.reserve_exact(NONCE_LEN + text.len());
    seal.extend_from_slice(&nonce);
    seal.extend_from_slice(&text);
    Ok(seal)
}

/// Opens what [`close`] appended.
pub(super) fn open(
    key: &LessSafeKey,
    bound: &[u8],
    now: Timestamp,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let (nonce, rest) = sealed.split_first_chunk::<NONCE_LEN>().ok_or(VaultError::Broken)?;
    let mut text = Zeroizing::new(rest.to_vec());
    let opened = key
        .open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from(bound), &mut text)
        .map_err(|_| VaultError::Broken)?;
    let (moment, secret) = opened.split_first_chunk::<MOMENT>().ok_or(VaultError::Broken)?;
    if now.as_nanosecond() >= i128::from_be_bytes(*moment) {
        return Err(VaultError::Broken);
    }
    Ok(Zeroizing::new(secret.to_vec()))
}

pub(super) fn down(what: &str) -> VaultError {
    VaultError::Down(what.to_owned())
}

/// How many bytes [`close`] appends for a secret of `secret` bytes.
pub(super) const fn length(secret: usize) -> usize {
    NONCE_LEN + MOMENT + secret + TAG
}
