//! What a person may see of a session.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Entry, Record, SessionId};
use crate::card::{Brand, LastFour};
use crate::dialogue::{Link, State, Token};

/// What was collected, masked: `{"name":"Jane Roe","card":{"brand":"visa","last4":"4242"},"expiry":"12/2028"}`.
///
/// What is not known is left out. A security code never appears.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CollectedData {
    /// The cardholder's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The card, by what may be shown of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<ViewedCard>,
    /// The expiry date: "12/2028".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiry: Option<String>,
}

/// What may be shown of a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewedCard {
    /// The brand, by its name on the wire.
    pub brand: Brand,
    /// The last four digits.
    pub last4: LastFour,
}

impl CollectedData {
    /// What may be shown of `state`.
    #[must_use]
    pub fn of(state: &State) -> Self {
        let card = match (state.number(), state.shown()) {
            (Some(number), _) => Some(ViewedCard { brand: number.brand(), last4: number.last_four() }),
            (None, Some(shown)) => Some(ViewedCard { brand: shown.brand, last4: shown.last_four }),
            (None, None) => None,
        };
        let shown = state.shown().map(|shown| format!("{:02}/{}", shown.month, shown.year));
        let said = state.expiry().map(|expiry| format!("{:02}/{}", expiry.month(), expiry.year()));
        Self { name: state.name().map(|name| name.expose().to_owned()), card, expiry: shown.or(said) }
    }
}

/// Shows which values are known, and none of them.
impl std::fmt::Debug for CollectedData {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CollectedData")
            .field("name", &self.name.is_some())
            .field("card", &self.card)
            .field("expiry", &self.expiry.is_some())
            .finish()
    }
}

/// What a client should do beside showing what was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum NextAction {
    /// Send the customer there: 3-D Secure.
    Redirect {
        /// Where.
        url: String,
    },
    /// Leave the session id out of the next message.
    NewSession,
}

impl NextAction {
    /// To the bank's page.
    #[must_use]
    pub fn redirect(link: &Link) -> Self {
        Self::Redirect { url: link.as_str().to_owned() }
    }
}

/// A session as its owner sees it (`GET /session/{id}`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct View<'a> {
    /// The session.
    pub session_id: &'a SessionId,
    /// Turns so far.
    pub turn: u32,
    /// `name`, `card`, `expiry`, `cvv` or `confirm`.
    pub current_step: &'a str,
    /// `collecting`, `awaiting_confirmation`, `processing`, `awaiting_authentication`, `complete` or `cancelled`.
    pub status: &'a str,
    /// What was collected, masked.
    pub collected_data: &'a CollectedData,
    /// The language's code.
    pub language: &'a str,
    /// What was said, by allow-list.
    pub conversation_history: &'a [Entry],
    /// When it was written last.
    pub last_updated: Timestamp,
    /// What is to be done outside the chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_action: Option<NextAction>,
    /// The token that a completed session ends with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_method_id: Option<&'a Token>,
}

impl Record {
    /// What the session's owner may see.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View {
            session_id: self.session_id(),
            turn: self.turn(),
            current_step: self.current_step(),
            status: self.status(),
            collected_data: self.collected_data(),
            language: self.language_code(),
            conversation_history: self.history(),
            last_updated: self.last_updated(),
            next_action: self.state.link().map(NextAction::redirect),
            payment_method_id: self.state.token(),
        }
    }
}
