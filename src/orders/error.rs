//! Why a key cannot be used, or an order is not accepted.

use std::fmt;

use jiff::Timestamp;
use strum::IntoStaticStr;

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
}

impl Claim {
    /// Its name in the token.
    pub(super) fn name(self) -> &'static str {
        self.into()
    }

    /// What it should be.
    const fn wanted(self) -> &'static str {
        match self {
            Self::Aud => "The order's claim \"aud\" must be \"payment-smart-bot\".",
            Self::Exp => {
                "The order's claim \"exp\" must be there: the seconds since 1970 at which it is over, a number."
            }
            Self::Nbf => "The order's claim \"nbf\" must be the seconds since 1970 at which it begins, a number.",
            Self::Order => "The order's claim \"order\" must be there: its id, 1 to 64 visible ASCII characters.",
            Self::Amount => {
                "The order's claim \"amount\" must be there: a whole number above 0 and within bounds, in the currency's \
                 smallest unit (4990 for 49.90 EUR)."
            }
            Self::Currency => "The order's claim \"currency\" must be there: a code of ISO 4217, like \"EUR\".",
            Self::Payee => "The order's claim \"payee\" must be one line of 1 to 120 characters.",
            Self::Description => "The order's claim \"description\" must be one line of 1 to 120 characters.",
        }
    }
}

impl OrderError {
    /// What is wrong with it, for whoever sent it.
    #[must_use]
    pub const fn told(self) -> &'static str {
        match self {
            Self::Long => "The order is longer than 4,096 characters.",
            Self::Token => "The order is no JWT: three parts of base64url with dots between them are expected.",
            Self::Algorithm => {
                "The order is signed with another algorithm than this service's key is for: HS256 for a secret, EdDSA for \
                 an Ed25519 key."
            }
            Self::Signature => "The order's signature does not belong to this service's order key.",
            Self::Claim(claim) => claim.wanted(),
            Self::Expired(_) => "The order has expired. Ask the merchant for a new one.",
            Self::Early(_) => "The order cannot be paid yet: its \"nbf\" is still to come.",
        }
    }
}

impl fmt::Display for OrderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.told())?;
        match self {
            Self::Expired(at) => write!(f, " It was valid until {at}."),
            Self::Early(at) => write!(f, " It is valid from {at}."),
            Self::Long | Self::Token | Self::Algorithm | Self::Signature | Self::Claim(_) => Ok(()),
        }
    }
}

impl std::error::Error for OrderError {}
