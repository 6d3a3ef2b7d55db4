//! What happens to a session: an utterance that was understood, a result of the gateway, or time that passed.

use strum::IntoStaticStr;

use super::{AttemptId, Bar, Decline, Fingerprint, Heard, IntentId, Link, Shown, Token};

/// How an utterance reached the machine: what it answers, and whether it lost a race.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delivery {
    /// The turn whose reply the client says it answers; `None` is the latest.
    pub answering: Option<u32>,
    /// Whether it is run again on a state that the customer had not seen.
    pub rerun: bool,
}

/// What the gateway says of one intent.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Verdict {
    /// The money moved.
    Paid,
    /// The issuer or the gateway said no.
    Declined(Decline),
    /// The intent is cancelled for good; nothing was charged.
    Voided,
    /// Not decided yet.
    Pending,
    /// The cardholder must pass 3-D Secure first.
    ActionRequired(Link),
    /// The intent stands, and this attempt never reached it.
    NotReached,
    /// The gateway refused the attempt as a request: nothing of it was carried out, and nothing of it will be. The
    /// operator's fault, and neither the card's nor the customer's.
    Refused,
    /// No answer could be had.
    Unknown,
}

/// What happens to a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The first message of a session arrived; always stepped before its `Heard`.
    Opened,
    /// A message was understood.
    Heard(Heard, Delivery),
    /// The card became a token at the gateway.
    Tokenised {
        /// The card revision that was sent.
        revision: u32,
        /// The token.
        token: Token,
        /// The gateway's id of the number, where it tells.
        fingerprint: Option<Fingerprint>,
        /// What may be shown of the card.
        shown: Shown,
    },
    /// The gateway refused to tokenise the card.
    TokeniseRefused {
        /// The card revision that was sent.
        revision: u32,
        /// Why.
        decline: Decline,
    },
    /// Whether the card became a token is unknown: our fault, nothing is lost.
    TokeniseFailed {
        /// The card revision that was sent.
        revision: u32,
    },
    /// The gateway does not let this operator send card numbers: the operator's fault.
    GatewayMisconfigured,
    /// An unconfirmed intent stands at the gateway; no money moves by it.
    IntentOpened(IntentId),
    /// No intent could be had: the gateway gave no answer.
    IntentFailed,
    /// The gateway refused to open an intent, and will again: the operator's fault. Nothing was charged.
    IntentRefused,
    /// The charge that was agreed to was not sent, and why. Nothing was charged.
    ChargeBarred(Bar),
    /// What became of an attempt.
    Verdict {
        /// Of which intent.
        intent: IntentId,
        /// After which attempt.
        attempt: AttemptId,
        /// What the gateway says.
        verdict: Verdict,
    },
    /// Somebody (webhook, return page, schedule) says that it is time to look an attempt up.
    Nudged,
    /// Card data reached its maximum age, or the customer was away for too long.
    Idle {
        /// Whether card data had been sealed whose time is over: it is never opened again.
        gone: bool,
    },
    /// What was sealed could not be opened: the card must be given again.
    SealBroken,
    /// The session was begun under other digests than those that run now.
    RulesChanged,
    /// The owner of the session asks to cancel and purge it (`DELETE /session/{id}`).
    Deleted,
}
