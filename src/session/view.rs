//! A session as its owner sees it.

use jiff::Timestamp;
use serde::Serialize;

use super::{CollectedData, Entry, Record, SessionId};
use crate::dialogue::{Link, Token};

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
    pub conversation_history: Vec<Entry>,
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
