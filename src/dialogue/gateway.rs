//! What the gateway calls things: ids, tokens, links and declines, as the machine knows them.

use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};

use super::{Over, Payment};
use crate::card::{Brand, LastFour};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Keeps the id as the gateway or the shell made it.
            #[must_use]
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

id!(
    /// A payment intent of the gateway.
    IntentId
);
id!(
    /// One confirmation of an intent; also its idempotency key.
    AttemptId
);
id!(
    /// A tokenised card (a payment method id): harmless to keep, useless to others.
    Token
);
id!(
    /// The gateway's own id of a card number: the same for the same number, and it says nothing of the number.
    Fingerprint
);
id!(
    /// The address of a 3-D Secure page.
    Link
);
id!(
    /// One review as it was shown.
    ReviewId
);

/// What an intent is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// To move this money.
    Payment(Payment),
    /// To keep the card for later payments. Moves no money.
    Keep,
}

/// One confirmation of an intent, as the gateway is asked about it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Confirmation {
    /// The intent.
    pub intent: IntentId,
    /// The attempt; also the idempotency key.
    pub attempt: AttemptId,
    /// The card.
    pub token: Token,
}

/// What may be shown of a card whose number is gone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Shown {
    /// The card's brand.
    pub brand: Brand,
    /// Its last four digits.
    pub last_four: LastFour,
    /// The expiry month, 1–12.
    pub month: u8,
    /// The expiry year, with its century.
    pub year: u16,
}

impl Shown {
    /// What names the card.
    #[must_use]
    pub const fn face(&self) -> Face {
        Face { brand: self.brand, last_four: self.last_four }
    }
}

/// What names a card to whoever has it in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Face {
    /// The card's brand.
    pub brand: Brand,
    /// Its last four digits.
    pub last_four: LastFour,
}

/// Why a card was declined, as far as a customer may know.
///
/// The gateway's adapter has the class of every code ([`DeclineCodes`](super::DeclineCodes)). Codes that tell of loss,
/// theft or fraud are `Plain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[derive(Display, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Decline {
    /// The number is wrong.
    Number,
    /// The expiry date is wrong.
    Expiry,
    /// The security code is wrong (issuers mix it up with the date).
    Cvv,
    /// The same card may work once more.
    TryAgain,
    /// Another card is needed.
    OtherCard,
    /// 3-D Secure was not passed.
    Authentication,
    /// The issuer takes it for a payment that was made already, and none is known to this service.
    Duplicate,
    /// The same, and the other payment is known: the same card paid the same amount here within the hour.
    PaidBefore,
    /// Declined, with nothing more to say.
    Plain,
}

impl Decline {
    /// Every class.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The name in the catalog, the ledger and the trail.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }

    /// How the session ends where the issuer says that the payment was made already: another card would pay twice.
    #[must_use]
    pub const fn made_already(self) -> Option<Over> {
        match self {
            Self::Duplicate => Some(Over::Duplicate),
            Self::PaidBefore => Some(Over::PaidBefore),
            Self::Number
            | Self::Expiry
            | Self::Cvv
            | Self::TryAgain
            | Self::OtherCard
            | Self::Authentication
            | Self::Plain => None,
        }
    }
}

/// What came of opening an intent. None of it moves money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// It stands, unconfirmed.
    Intent(IntentId),
    /// The gateway refused the request, and will again: the operator's fault.
    Refused,
    /// No answer could be had.
    Unknown,
}

impl Opened {
    /// The intent, where it stands.
    #[must_use]
    pub fn intent(self) -> Option<IntentId> {
        match self {
            Self::Intent(intent) => Some(intent),
            Self::Refused | Self::Unknown => None,
        }
    }
}

/// What came of an attempt to tokenise a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tokenised {
    /// The card is a token now.
    Token {
        /// The token.
        token: Token,
        /// The gateway's id of the number, where it tells.
        fingerprint: Option<Fingerprint>,
    },
    /// The card was refused.
    Refused(Decline),
    /// This operator may not send card numbers.
    Misconfigured,
    /// Unknown, after the adapter's own retry.
    Unknown,
}
