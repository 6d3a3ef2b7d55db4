//! What is to be said, as data: notes on what was heard and what happened, and one ask.
//!
//! An act holds no sentence and no value of the customer. The catalog has a sentence for each note and each ask
//! ([`crate::wording`]); values are filled in after wording.

use super::{Decline, Field, Pending, Step, Topic};
use crate::card::{Brand, CvvRejection, ExpiryRejection, NameRejection, NumberRejection};

/// A set of fields, in the order of the flow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fields(u8);

impl Fields {
    /// No field.
    pub const NONE: Self = Self(0);

    /// This set and `field`.
    #[must_use]
    pub const fn with(self, field: Field) -> Self {
        Self(self.0 | 1 << field as u8)
    }

    /// Whether `field` is in the set.
    #[must_use]
    pub const fn contains(self, field: Field) -> bool {
        self.0 & (1 << field as u8) != 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The fields, in the order of the flow.
    pub fn iter(self) -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(move |&field| self.contains(field))
    }

    /// The names joined by `-` ("name-card"), `none` for the empty set: a selector of the catalog.
    #[must_use]
    pub fn wire(self) -> String {
        if self.is_empty() {
            return "none".to_owned();
        }
        self.iter().map(Field::wire).collect::<Vec<_>>().join("-")
    }
}

impl FromIterator<Field> for Fields {
    fn from_iter<I: IntoIterator<Item = Field>>(fields: I) -> Self {
        fields.into_iter().fold(Self::NONE, Self::with)
    }
}

/// Why a value was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rejected {
    /// A name.
    Name(NameRejection),
    /// A card number.
    Card(NumberRejection),
    /// An expiry date.
    Expiry(ExpiryRejection),
    /// A security code.
    Cvv(CvvRejection),
}

impl Rejected {
    /// The field that was rejected.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::Name(_) => Field::Name,
            Self::Card(_) => Field::Card,
            Self::Expiry(_) => Field::Expiry,
            Self::Cvv(_) => Field::Cvv,
        }
    }

    /// The reason's name on the wire.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Name(reason) => reason.wire(),
            Self::Card(reason) => reason.wire(),
            Self::Expiry(reason) => reason.wire(),
            Self::Cvv(reason) => reason.wire(),
        }
    }
}

/// Why card data that was given is no longer held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dropped {
    /// Number, date, code or name was to be changed after the card had become a token.
    Changed,
    /// The card was declined.
    Declined,
    /// It had been held for as long as it may be.
    TooOld,
    /// It could not be read back safely.
    Unreadable,
    /// The customer started over.
    Restarted,
}

impl Dropped {
    /// Every reason.
    pub const ALL: [Self; 5] = [Self::Changed, Self::Declined, Self::TooOld, Self::Unreadable, Self::Restarted];

    /// The name in records and in the catalog.
    #[must_use]
    pub const fn wire(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Declined => "declined",
            Self::TooOld => "too_old",
            Self::Unreadable => "unreadable",
            Self::Restarted => "restarted",
        }
    }

    /// The reason with that name.
    #[must_use]
    pub fn from_wire(wire: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.wire() == wire)
    }
}

/// Why a session ended without a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CancelReason {
    /// The customer cancelled.
    Customer,
    /// One field was answered wrongly too often.
    InvalidAnswers,
    /// Too many turns brought nothing.
    NoProgress,
    /// Too many turns in all.
    Turns,
    /// Too many corrections.
    Corrections,
    /// Too many confirmed attempts.
    Attempts,
    /// Too many cards after a decline.
    Cards,
    /// The gateway cancelled the payment.
    Voided,
    /// The gateway does not take this operator's requests.
    Misconfigured,
}

impl CancelReason {
    /// Every reason.
    pub const ALL: [Self; 9] = [
        Self::Customer,
        Self::InvalidAnswers,
        Self::NoProgress,
        Self::Turns,
        Self::Corrections,
        Self::Attempts,
        Self::Cards,
        Self::Voided,
        Self::Misconfigured,
    ];

    /// The name on the wire, in records and in the catalog.
    #[must_use]
    pub const fn wire(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::InvalidAnswers => "invalid_answers",
            Self::NoProgress => "no_progress",
            Self::Turns => "turns",
            Self::Corrections => "corrections",
            Self::Attempts => "attempts",
            Self::Cards => "cards",
            Self::Voided => "voided",
            Self::Misconfigured => "misconfigured",
        }
    }

    /// The reason with that name.
    #[must_use]
    pub fn from_wire(wire: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.wire() == wire)
    }
}

/// What cannot be done while money is in the air.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// To change a value.
    Change,
    /// To start over.
    Restart,
}

/// One thing that is said before the ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Note {
    /// The first words of a session: who speaks, and what is paid when that is known.
    Welcome {
        /// Whether a payment is known (amount, payee).
        payment: bool,
        /// Whether this is the demonstration gateway.
        demonstration: bool,
    },
    /// A greeting that is not the first.
    Greeted,
    /// These values of this message are good and kept.
    Accepted(Fields),
    /// These values replaced earlier ones.
    Changed(Fields),
    /// This value is not good, and why.
    Rejected(Rejected),
    /// The earlier good value of this field stays.
    KeptOld(Field),
    /// Several candidates for this field; which one?
    WhichOne(Field),
    /// So many digits of the number so far.
    Gathered(u8),
    /// A code was said before its turn: never kept.
    CvvNotKept,
    /// The card must be given again, and why.
    CardAgain(Dropped),
    /// The message was not understood.
    NotUnderstood,
    /// The answer to a question.
    Helped(Topic),
    /// Where things stand; `paid_for` says whether an amount is charged in this session.
    Stands {
        /// The state that is reported on.
        step: Step,
        /// Whether this session charges (or only keeps the card as a token).
        charging: bool,
    },
    /// How to reach a person.
    Handoff,
    /// Other ways to pay.
    OtherWay,
    /// "I am a bot."
    Identity,
    /// What is kept, and how to have it deleted.
    Privacy,
    /// The customer is annoyed.
    Apologised,
    /// "I gave you that already": what is held, and what was dropped.
    Already {
        /// What is held now.
        held: Fields,
        /// Why the number is not, when it was given before.
        dropped: Option<Dropped>,
        /// Whether the code is what is asked for now (codes are never kept).
        code: bool,
    },
    /// "Take your time."
    Waiting,
    /// The customer will not give this field.
    Refused {
        /// The field.
        field: Field,
        /// Whether it was explained before: then the ways out are named.
        again: bool,
    },
    /// "You are welcome."
    Welcomed,
    /// "Goodbye."
    Farewell,
    /// The language is now this session's.
    LanguageSet,
    /// That language is not spoken here.
    LanguageUnknown,
    /// A change was asked for without saying of what.
    ChangeWhat,
    /// "Is not the time for yes": a yes or no where a value is asked for.
    ValueWanted(Field),
    /// A yes that could not be taken for consent.
    YesUnclear,
    /// One more try before a bound: a person or another way.
    NearBound,
    /// In flight: that cannot be done now, and why.
    Refusing(Refusal),
    /// The gateway was asked to cancel.
    CancelAsked,
    /// A decline, and what is said of it.
    Declined(Decline),
    /// The money moved although a cancellation was wished for.
    PaidAfterAll,
    /// The gateway could not be reached; nothing was charged or lost.
    GatewayDown,
    /// Nobody knows yet what became of the payment; it cannot be charged twice.
    Unsure,
    /// The service was changed since the review was shown.
    RulesChanged,
}

/// How often this was asked in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asked {
    /// Once.
    #[default]
    First,
    /// Twice.
    Second,
    /// Three times or more: with help.
    Last,
}

impl Asked {
    /// Every value.
    pub const ALL: [Self; 3] = [Self::First, Self::Second, Self::Last];

    /// After so many invalid answers.
    #[must_use]
    pub const fn after(invalid: u8) -> Self {
        match invalid {
            0 => Self::First,
            1 => Self::Second,
            2.. => Self::Last,
        }
    }

    /// The selector in the catalog.
    #[must_use]
    pub const fn wire(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Last => "last",
        }
    }
}

/// What is asked for at the end of a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// The cardholder's name.
    Name(Asked),
    /// The card number.
    Card(Asked),
    /// The rest of a number that comes in pieces.
    Rest,
    /// The expiry date.
    Expiry(Asked),
    /// The security code of a card of this brand.
    Cvv(Asked, Brand),
    /// Yes, no or a change of what is shown.
    Review {
        /// Whether yes charges (or only keeps the card as a token).
        charging: bool,
    },
    /// What to change, or whether to cancel.
    WhatToChange,
    /// Whether to cancel a payment in flight.
    ReallyCancel,
    /// Nothing: the gateway's verdict is awaited.
    Processing,
    /// To pass 3-D Secure at the link.
    Authenticate,
    /// Nothing: the receipt.
    Receipt {
        /// Whether money moved (or only a token was made).
        charged: bool,
    },
    /// Nothing: how it ended, and how to begin anew.
    Ended(CancelReason),
    /// To begin a new conversation.
    Anew,
}

impl Ask {
    /// The question that stays open behind this ask.
    #[must_use]
    pub const fn pending(self) -> Pending {
        match self {
            Self::WhatToChange => Pending::WhatToChange,
            Self::ReallyCancel => Pending::ReallyCancel,
            Self::Name(_)
            | Self::Card(_)
            | Self::Rest
            | Self::Expiry(_)
            | Self::Cvv(..)
            | Self::Review { .. }
            | Self::Processing
            | Self::Authenticate
            | Self::Receipt { .. }
            | Self::Ended(_)
            | Self::Anew => Pending::Usual,
        }
    }
}

/// What is said in one reply: notes in order, then one ask (none where another act of the same turn will ask).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Act {
    /// What is said first, in order.
    pub notes: Vec<Note>,
    /// What is asked for.
    pub ask: Option<Ask>,
}

impl Act {
    /// This act and the one that follows it in the same turn: all notes, and the later ask.
    #[must_use]
    pub fn then(mut self, later: Self) -> Self {
        for note in later.notes {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        self.ask = later.ask.or(self.ask);
        self
    }
}
