//! Why a key cannot be used, or an order is not accepted.

use std::fmt;

use jiff::Timestamp;
use strum::IntoStaticStr;

use crate::packs::Language;

/// Why a key cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderKeyError {
    /// Too short.
    #[error("an order key of HS256 has at least 32 bytes; `openssl rand -hex 32` makes one")]
    Short,
    /// It is meant as a key that others may know, and is no PEM of an Ed25519 key.
    #[error(
        "the order key is neither a secret nor the PEM of an Ed25519 key, from its first line to its last; `openssl genpkey \
         -algorithm ed25519` makes a pair"
    )]
    Pem,
    /// A private key where a public one checks.
    #[error(
        "the order key is a private key, which the merchant keeps: orders are checked with the public one, which `openssl \
         pkey -in private.pem -pubout` prints"
    )]
    Private,
    /// A public key where a private one signs.
    #[error("the key is a public key: orders are signed with the private one (BEGIN PRIVATE KEY)")]
    Public,
}

/// Why an order was not accepted. Says nothing of what came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderError {
    /// Longer than any order.
    Long,
    /// Not a token at all.
    Token,
    /// A token of another algorithm than the key's.
    Algorithm,
    /// Not signed by the merchant.
    Signature,
    /// Its header calls something critical that is not understood here.
    Critical,
    /// This claim is missing, or not as it should be.
    Claim(Claim),
    /// Its time was over at this moment.
    Expired(Timestamp),
    /// Its time begins at this moment.
    Early(Timestamp),
}

/// What an order says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
#[expect(missing_docs, reason = "each is the claim of its name")]
pub enum Claim {
    Aud,
    Exp,
    Nbf,
    Order,
    Amount,
    Currency,
    Payee,
    Description,
    Minted,
}

impl Claim {
    /// Its name in the token.
    pub(super) fn name(self) -> &'static str {
        self.into()
    }
}

impl OrderError {
    /// Its name among the texts.
    fn name(self) -> &'static str {
        match self {
            Self::Long => "long",
            Self::Token => "token",
            Self::Algorithm => "algorithm",
            Self::Signature => "signature",
            Self::Critical => "crit",
            Self::Claim(claim) => claim.name(),
            Self::Expired(_) => "expired",
            Self::Early(_) => "early",
        }
    }

    /// What is wrong with it, for whoever sent it.
    #[must_use]
    pub fn told(self, language: Language) -> String {
        language.problems().say(&format!("order-not-accepted.{}", self.name()), &[])
    }
}

/// For operators: with the time, where there is one.
impl fmt::Display for OrderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let language = Language::default();
        f.write_str(&self.told(language))?;
        match self {
            Self::Expired(at) | Self::Early(at) => {
                let when = format!("order-not-accepted.{}-at", self.name());
                write!(f, " {}", language.problems().say(&when, &[("at", &at.to_string())]))
            }
            Self::Long | Self::Token | Self::Algorithm | Self::Signature | Self::Critical | Self::Claim(_) => Ok(()),
        }
    }
}

impl std::error::Error for OrderError {}
