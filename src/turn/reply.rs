//! What a turn answers.

use serde::Serialize;

use crate::dialogue::{Act, Ask, CancelReason, Over, Session, State};
use crate::session::{CollectedData, NextAction, SessionId};

/// The reply to one message: the body of `POST /chat`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reply {
    /// The session.
    pub session_id: SessionId,
    /// The secret that opens the session: only in the reply to its first message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_token: Option<String>,
    /// The number of this turn: a client names it as `answering` in its next message.
    pub turn: u32,
    /// What the bot says.
    pub reply: String,
    /// `name`, `card`, `expiry`, `cvv` or `confirm`.
    pub current_step: &'static str,
    /// `collecting`, `awaiting_confirmation`, `processing`, `awaiting_authentication`, `complete` or `cancelled`.
    pub status: &'static str,
    /// What comes next.
    #[serde(flatten)]
    pub next: NextStep,
    /// What was collected, masked.
    pub collected_data: CollectedData,
    /// The language of the reply (ISO 639-1).
    pub language: &'static str,
    /// What a completed session came to.
    #[serde(flatten)]
    pub result: PaymentIds,
}

/// What comes after a reply.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NextStep {
    /// What the reply asks for, where it asks: "yes" is an answer to the review alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<Asking>,
    /// What to do beside showing the reply.
    #[serde(rename = "nextAction", skip_serializing_if = "Option::is_none")]
    pub action: Option<NextAction>,
}

/// What a reply asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Asking {
    /// Its kind.
    pub kind: AskKind,
}

/// The kinds of what a reply asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AskKind {
    /// The cardholder's name.
    Name,
    /// The card number, or the rest of it.
    Card,
    /// The expiry date.
    Expiry,
    /// The security code.
    Cvv,
    /// A yes to the review.
    Review,
    /// What is to be changed.
    Change,
    /// Whether something is meant that was likely, not certain.
    Sure,
    /// To wait, and to ask again.
    Wait,
    /// To pass the bank's check.
    Bank,
    /// Nothing more: this is the receipt.
    Receipt,
    /// Nothing more: it has ended without a payment.
    Ended,
    /// Nothing more: the payment was made in another conversation.
    Finished,
    /// To begin another conversation.
    Anew,
}

impl Asking {
    const fn of(ask: Ask) -> Self {
        let kind = match ask {
            Ask::Name(_) | Ask::OwnName => AskKind::Name,
            Ask::Card(_) | Ask::Rest => AskKind::Card,
            Ask::Expiry(_) => AskKind::Expiry,
            Ask::Cvv(..) => AskKind::Cvv,
            Ask::Review { .. } | Ask::ReviewAgain { .. } => AskKind::Review,
            Ask::WhatToChange => AskKind::Change,
            Ask::Sure { .. } => AskKind::Sure,
            Ask::Processing => AskKind::Wait,
            Ask::Authenticate => AskKind::Bank,
            Ask::Receipt { .. } => AskKind::Receipt,
            Ask::Ended(CancelReason::Over(Over::Finished)) => AskKind::Finished,
            Ask::Ended(_) => AskKind::Ended,
            Ask::Anew => AskKind::Anew,
        };
        Self { kind }
    }
}

/// What the gateway calls the card and the payment of a completed session.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PaymentIds {
    /// The token: the result of a completed session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_method_id: Option<String>,
    /// The payment intent, once it was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_intent_id: Option<String>,
}

impl PaymentIds {
    fn of(state: &State) -> Self {
        match state {
            State::Complete(receipt) => Self {
                payment_method_id: Some(receipt.token.as_str().to_owned()),
                payment_intent_id: receipt.intent.as_ref().map(|intent| intent.as_str().to_owned()),
            },
            State::Name(_)
            | State::Card(_)
            | State::Expiry(_)
            | State::Cvv(_)
            | State::Confirm(_)
            | State::Processing(_)
            | State::Authenticating(..)
            | State::Cancelled(_) => Self::default(),
        }
    }
}

impl Reply {
    /// The reply that says `text` where `session` stands now.
    pub(super) fn new(id: &SessionId, session: &Session, act: &Act, text: String) -> Self {
        let step = session.state_name();
        Self {
            session_id: id.clone(),
            session_token: None,
            turn: session.memory.counters.turns,
            reply: text,
            current_step: step.current_step(),
            status: step.status(),
            next: NextStep { ask: act.ask.map(Asking::of), action: next_action(&session.state, act) },
            collected_data: CollectedData::of(&session.state),
            language: session.memory.language.code(),
            result: PaymentIds::of(&session.state),
        }
    }
}

fn next_action(state: &State, act: &Act) -> Option<NextAction> {
    if let State::Authenticating(_, link) = state {
        return Some(NextAction::redirect(link));
    }
    (act.ask == Some(Ask::Anew)).then_some(NextAction::NewSession)
}
