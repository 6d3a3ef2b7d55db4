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
mod declines;
mod draft;
mod effect;
mod ended;
mod event;
mod fields;
mod gateway;
mod guard;
mod heard;
mod inflight;
mod label;
mod lingo;
mod machine;
mod memory;
mod payment;
mod policy;
mod reasons;
mod session;
mod state;
mod step;
mod taking;

pub use act::{Act, Ask, Asked, Note, Refusal};
pub use consent::{Consent, hex};
pub use declines::DECLINES;
pub use effect::{Effect, FullCard};
pub use event::{Delivery, Event, Verdict};
pub use fields::Fields;
pub use gateway::{
    AttemptId, Confirmation, Decline, Fingerprint, IntentId, Link, Purpose, ReviewId, Shown, Token, Tokenised,
};
pub use guard::Guard;
pub use heard::{Aside, Command, Field, Heard, Reading, Said, SaidExpiry, Told, Topic};
pub use lingo::Language;
pub use memory::{Counters, Memory};
pub use payment::{Currency, Money, MoneyError, Order, OrderId, Payment};
pub use policy::{DeclineDetail, Inputs, Policy};
pub use reasons::{Bar, CancelReason, Dropped, Rejected};
pub use session::{Session, Stepped, step};
pub use state::{
    Card, CardState, ConfirmState, CvvState, ExpiryState, Flight, Held, NameState, Receipt, Review, State, Wish,
};
pub use step::{Pending, Step};
