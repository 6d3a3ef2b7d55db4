//! The statechart: states, events, effects, and the one pure function between them.
//!
//! Architecture invariant: nothing here reads a clock, the environment or the network, and only `machine` names the
//! state machine library.

mod act;
mod answers;
mod bounds;
mod collecting;
mod confirm;
mod consent;
mod draft;
mod effect;
mod ended;
mod event;
mod gateway;
mod guard;
mod inflight;
mod label;
mod lingo;
mod machine;
mod memory;
mod payment;
mod policy;
mod state;
mod step;
mod taking;

pub use act::{Act, Ask, Asked, CancelReason, Dropped, Fields, Note, Refusal, Rejected};
pub use consent::{Consent, hex};
pub use effect::{Effect, FullCard};
pub use event::{Aside, Command, Delivery, Event, Field, Heard, Reading, Said, SaidExpiry, Told, Topic, Verdict};
pub use gateway::{AttemptId, Decline, IntentId, Link, ReviewId, Shown, Token, Tokenised};
pub use guard::Guard;
pub use lingo::Language;
pub use machine::{Stepped, step};
pub use memory::{Counters, Memory};
pub use payment::{Currency, Money, MoneyError, Payment};
pub use policy::{Inputs, Policy};
pub use state::{
    Card, CardState, ConfirmState, CvvState, ExpiryState, Flight, Held, NameState, Receipt, Review, State, Wish,
};
pub use step::{Pending, Step};

/// A session: what it remembers, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What it remembers beside its state.
    pub memory: Memory,
    /// Where it stands, and what it holds there.
    pub state: State,
}
