//! The statechart: states, events, effects, and the one pure function between them.
//!
//! Architecture invariant: nothing here reads a clock, the environment or the network, and only `machine` names the
//! state machine library.

mod act;
mod answers;
mod block;
mod bounds;
mod collecting;
mod confirm;
mod consent;
mod context;
mod declines;
mod draft;
mod effect;
mod ended;
mod event;
mod fields;
mod gateway;
mod heard;
mod inflight;
mod intent;
mod label;
mod machine;
mod memory;
mod money;
mod own;
mod payment;
mod policy;
mod reasons;
mod state;
mod state_name;
mod step;
mod sure;
mod taking;
mod value;
mod wish;

pub use act::{Act, Ask, Asked, Claim, Moved, Note, Question, Refusal};
pub use block::Block;
pub use consent::Consent;
pub use context::Guard;
pub use declines::DeclineCodes;
pub use effect::{Effect, FullCard};
pub use event::{Delivery, Event, Verdict};
pub use fields::Fields;
pub use gateway::{
    AttemptId, Confirmation, Decline, Face, Fingerprint, IntentId, Link, Opened, Purpose, ReviewId, Shown, Token,
    Tokenised,
};
pub use heard::{Answer, Aside, Certainty, Command, Field, Heard, Reading, Said, SaidExpiry, Told, Topic};
pub use memory::{After, Counters, Memory, Pending};
pub use money::{Currency, CurrencyRules, Money, MoneyError};
pub use own::{OwnAnswer, OwnAnswers};
pub use payment::{Order, OrderId, Payment};
pub use policy::{DeclineDetail, Inputs, Policy};
pub use reasons::{Bar, CancelReason, Dropped, Over, Rejected};
pub use state::{
    Card, CardState, ConfirmState, CvvState, Details, ExpiryState, Flight, Flown, NameState, Receipt, Review, State,
};
pub use state_name::StateName;
pub use step::{Session, Stepped, step};
pub use sure::Affirmed;
pub use value::{Held, Value};
pub use wish::Wish;

pub use crate::packs::Language;
