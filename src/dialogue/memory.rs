//! What a session remembers beside its state. Never card data.

use std::collections::BTreeSet;

use strum::{Display, EnumString, IntoStaticStr, VariantArray};

use super::{Block, Decline, Dropped, Field, Fields, Fingerprint, IntentId, Language, Order, Payment};

/// Counters that keep every loop finite.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Counters {
    /// Invalid answers to each field, in the order of the flow. Reset when the field is accepted, and by restart.
    pub invalid: [u8; 4],
    /// Turns since the last progress. Reset by progress and by restart.
    pub stale: u8,
    /// Turns in all.
    pub turns: u32,
    /// Corrections in all.
    pub corrections: u8,
    /// Confirmed attempts in all.
    pub attempts: u8,
    /// Declines in all.
    pub declines: u8,
    /// How often the gateway refused what was sent, which is the operator's fault.
    pub faults: u8,
}

impl Counters {
    /// Invalid answers to `field` so far.
    #[must_use]
    pub const fn invalid(&self, field: Field) -> u8 {
        self.invalid[field as usize]
    }
}

impl Memory {
    /// The order that is paid, where there is one.
    #[must_use]
    pub fn order(&self) -> Option<&Order> {
        self.payment.as_ref()?.order.as_ref()
    }

    /// The same, where the merchant signed it: what was minted for a page vouches for nobody.
    #[must_use]
    pub fn signed_order(&self) -> Option<&Order> {
        self.order().filter(|order| !order.minted)
    }
}

/// What a session remembers beside its state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Memory {
    /// The language of the session.
    pub language: Language,
    /// What is paid, when the operator said so.
    pub payment: Option<Payment>,
    /// The counters.
    pub counters: Counters,
    /// The question that is open when it is not the state's own. It names what is asked and holds no value (that lies in
    /// the state), so it may lie here.
    pub pending: Pending,
    /// Whether that question was put twice by now: it is not put a third time.
    pub again: bool,
    /// What was said that closes the review until it is answered.
    pub blocks: BTreeSet<Block>,
    /// The turn whose reply asked last, whatever it asked.
    pub asked: u32,
    /// What the last reply was.
    pub after: After,
    /// How often the card changed: a token for an earlier revision is ignored.
    pub card_revision: u32,
    /// Why a number that was given is no longer held.
    pub dropped: Option<Dropped>,
    /// Fields that the customer refused, and to whom it was explained.
    pub refused: Fields,
    /// The idempotency key for opening the one intent; made when the session begins.
    pub intent_key: String,
    /// The one intent of this session.
    pub intent: Option<IntentId>,
    /// The cards that were charged, each once, by the gateway's own id.
    pub cards: Vec<Fingerprint>,
    /// The cards of which it was said what can be mended; an empty id stands for those that became no token.
    pub hinted: Vec<Fingerprint>,
    /// Whether a payment was looked up in the background since the customer's last message: nobody saw that reply.
    pub nudged: bool,
    /// A decline that came while nobody listened: it is told with the next reply.
    pub untold: Option<Decline>,
}

/// What the last reply was, as far as an acknowledgement of it may be a yes.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum After {
    /// The review, fresh and whole, with nothing before it that "ok" could be said to.
    Review,
    /// An answer, or a note on what was said.
    #[default]
    Answer,
    /// What was shown before has changed.
    Changed,
    /// "I did not understand."
    Unclear,
}

impl After {
    /// Every value.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The name in records, and on the wire.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// What the customer was asked last, when it is not simply the state's own question. All but the first three are about
/// something that is done after their own yes only.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Pending {
    /// The state's own question.
    #[default]
    Usual,
    /// "What shall I change, or shall I cancel?" A bare field answers it; yes does not.
    WhatToChange,
    /// The review in one line: the state's own question, which is put no more than twice running like any other.
    ReviewAgain,
    /// "Do you want to stop this payment?"
    ReallyCancel,
    /// "Just to be sure: pay …?"
    ReallyPay,
    /// "Do you want to start over?"
    ReallyRestart,
    /// "Do you want to go back?"
    ReallyBack,
    /// "Do you want to change the name?"
    ChangeName,
    /// "Do you want to change the card number?"
    ChangeCard,
    /// "Do you want to change the expiry date?"
    ChangeExpiry,
    /// "Do you want to change the security code?"
    ChangeCvv,
    /// "Is the name on the card …?" None is held.
    IsName,
    /// "Do you want to change the name to …?"
    TakeName,
    /// "Do you want to change the card to …?"
    TakeCard,
    /// "Do you want to change the expiry date to …?"
    TakeExpiry,
    /// "Would you like to pay, change something, or stop?" Each of the three is a command of its own.
    WhichOfThese,
    /// "Do you have the cardholder's permission?" A no ends it.
    Permission,
    /// "To see the payment again, reply keep going."
    Resume,
}

impl Pending {
    /// Every value.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The name in records.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }

    /// The question whether this field is to be changed.
    #[must_use]
    pub const fn change(field: Field) -> Self {
        match field {
            Field::Name => Self::ChangeName,
            Field::Card => Self::ChangeCard,
            Field::Expiry => Self::ChangeExpiry,
            Field::Cvv => Self::ChangeCvv,
        }
    }

    /// The field that is to be changed to a value that is asked about.
    #[must_use]
    pub const fn takes(self) -> Option<Field> {
        match self.about() {
            About::Value(field) => field,
            About::Own | About::Act | About::Change(_) => None,
        }
    }

    /// Whether it asks about a value, which the state holds.
    #[must_use]
    pub const fn is_of_a_value(self) -> bool {
        matches!(self.about(), About::Value(_))
    }

    /// The field that is to be given anew.
    #[must_use]
    pub const fn field(self) -> Option<Field> {
        match self.about() {
            About::Change(field) => Some(field),
            About::Own | About::Act | About::Value(_) => None,
        }
    }

    /// Whether it is a question about an act, with a yes of its own.
    #[must_use]
    pub const fn is_of_an_act(self) -> bool {
        !matches!(self.about(), About::Own)
    }

    const fn about(self) -> About {
        match self {
            Self::Usual | Self::WhatToChange | Self::ReviewAgain => About::Own,
            Self::ReallyCancel
            | Self::ReallyPay
            | Self::ReallyRestart
            | Self::ReallyBack
            | Self::WhichOfThese
            | Self::Permission
            | Self::Resume => About::Act,
            Self::ChangeName => About::Change(Field::Name),
            Self::ChangeCard => About::Change(Field::Card),
            Self::ChangeExpiry => About::Change(Field::Expiry),
            Self::ChangeCvv => About::Change(Field::Cvv),
            Self::IsName => About::Value(None),
            Self::TakeName => About::Value(Some(Field::Name)),
            Self::TakeCard => About::Value(Some(Field::Card)),
            Self::TakeExpiry => About::Value(Some(Field::Expiry)),
        }
    }
}

/// What a question is about.
enum About {
    /// What the state asks by itself.
    Own,
    /// Something that is done after its yes.
    Act,
    /// Giving this field anew.
    Change(Field),
    /// A value, and the field where it would take the place of another.
    Value(Option<Field>),
}
