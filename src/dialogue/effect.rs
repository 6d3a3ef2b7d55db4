//! What the machine asks of the world, in order. It executes none of it.

use strum::IntoStaticStr;

use super::{Act, Confirmation, Consent, IntentId, Purpose};
use crate::card::{CardNumber, Cvv, Expiry, Name};

/// A card, whole, on its way to the gateway: lives for one turn.
#[derive(Clone, Debug)]
pub struct FullCard {
    /// The cardholder.
    pub name: Name,
    /// The number.
    pub number: CardNumber,
    /// The expiry date.
    pub expiry: Expiry,
    /// The security code.
    pub cvv: Cvv,
}

/// What the machine asks of the world.
#[derive(Clone, Debug, IntoStaticStr)]
pub enum Effect {
    /// Say this.
    Say(Act),
    /// Turn the card into a token. Moves no money.
    Tokenise {
        /// Which revision of the card this is: a result for another one is ignored.
        revision: u32,
        /// The card.
        card: Box<FullCard>,
    },
    /// Have the one intent of this order or session stand, unconfirmed. Moves no money.
    OpenIntent {
        /// The idempotency key, saved since the session began.
        key: String,
        /// The intent that this session had already.
        known: Option<IntentId>,
        /// What it is for.
        purpose: Purpose,
    },
    /// Confirm the intent: moves money. Only after the session was saved as `Processing`.
    Charge {
        /// The attempt was saved since the review was shown.
        confirmation: Confirmation,
        /// What is sent.
        purpose: Purpose,
        /// What the customer agreed to; compared with what is sent.
        consent: Consent,
    },
    /// Ask the gateway what became of an attempt.
    LookUp(Confirmation),
    /// Ask the gateway to cancel the intent.
    CancelPayment(Confirmation),
    /// Delete the session's record.
    Purge,
}
