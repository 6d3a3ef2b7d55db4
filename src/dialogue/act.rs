//! What is to be said, as data: notes on what was heard and what happened, and one ask.
//!
//! An act holds no sentence and no value of the customer. The catalog has a sentence for each note and each ask
//! (`crate::wording`); values are filled in after wording.

use strum::{Display, IntoStaticStr, VariantArray};

use super::{CancelReason, Decline, Dropped, Field, Fields, Pending, Rejected, StateName, Topic};
use crate::card::Brand;

/// What cannot be done while money is in the air, or after it moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Refusal {
    /// To change a value.
    Change,
    /// To start over.
    Restart,
    /// To change or undo what is done.
    Done,
}

impl Refusal {
    /// The selector in the catalog.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// What a customer says of a payment that was made, or may have been: a person has to look into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Display, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Claim {
    /// "I was charged twice."
    ChargedTwice,
    /// "You took the wrong amount."
    WrongAmount,
    /// "I want my money back."
    Refund,
    /// "How do I send it back?"
    Return,
    /// "Can you mail me the receipt?", "I need an invoice."
    Receipt,
}

impl Claim {
    /// Every value.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The selector in the catalog.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// Whether this session moved money, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Display, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Moved {
    /// It did not.
    Nothing,
    /// Nobody knows yet.
    Open,
    /// It did.
    Paid,
}

impl Moved {
    /// Every value.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The selector in the catalog.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// What may be asked about before it is done. None of it is done but after its own yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Stop the payment?
    Cancel,
    /// Pay?
    Pay {
        /// Whether yes charges (or only keeps the card as a token).
        charging: bool,
    },
    /// Start over?
    Restart,
    /// Go back to this field?
    Back(Field),
    /// Change this field?
    Change(Field),
    /// Is this the name on the card? None is held.
    IsName,
    /// Change the name to this one?
    TakeName,
    /// Change the card to this one?
    TakeCard,
    /// Change the date to this one?
    TakeExpiry,
    /// Pay (or go on), change something, or stop?
    Which {
        /// Whether it is asked at the review: there going on is paying.
        reviewing: bool,
    },
    /// Does the cardholder allow it?
    Permission,
    /// Show the payment again?
    Resume,
}

impl Question {
    /// What is open while it is.
    #[must_use]
    pub const fn pending(self) -> Pending {
        match self {
            Self::Cancel => Pending::ReallyCancel,
            Self::Pay { .. } => Pending::ReallyPay,
            Self::Restart => Pending::ReallyRestart,
            Self::Back(_) => Pending::ReallyBack,
            Self::Change(field) => Pending::change(field),
            Self::IsName => Pending::IsName,
            Self::TakeName => Pending::TakeName,
            Self::TakeCard => Pending::TakeCard,
            Self::TakeExpiry => Pending::TakeExpiry,
            Self::Which { .. } => Pending::WhichOfThese,
            Self::Permission => Pending::Permission,
            Self::Resume => Pending::Resume,
        }
    }

    /// The question that is open, to be put once more where a session stands; `None` where it makes no sense there.
    #[must_use]
    pub fn again(open: Pending, step: StateName, charging: bool) -> Option<Self> {
        let reviewing = step == StateName::Confirm;
        match open {
            Pending::ReallyCancel => Some(Self::Cancel),
            Pending::ReallyRestart => Some(Self::Restart),
            Pending::ReallyBack if reviewing => Some(Self::Back(Field::Card)),
            Pending::ReallyBack => step.field()?.before().map(Self::Back),
            Pending::ChangeName | Pending::ChangeCard | Pending::ChangeExpiry | Pending::ChangeCvv => {
                open.field().map(Self::Change)
            }
            Pending::IsName => Some(Self::IsName),
            Pending::TakeName => Some(Self::TakeName),
            Pending::TakeCard => Some(Self::TakeCard),
            Pending::TakeExpiry => Some(Self::TakeExpiry),
            Pending::WhichOfThese => (!step.is_in_flight()).then_some(Self::Which { reviewing }),
            Pending::ReallyPay => reviewing.then_some(Self::Pay { charging }),
            Pending::Permission => reviewing.then_some(Self::Permission),
            Pending::Resume => reviewing.then_some(Self::Resume),
            Pending::Usual | Pending::WhatToChange | Pending::ReviewAgain => None,
        }
    }
}

/// One thing that is said before the ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Display)]
#[strum(serialize_all = "title_case")]
pub enum Note {
    /// The first words of every session: that no person speaks.
    Automated,
    /// What this is for, and what is paid when that is known.
    Welcome {
        /// Whether a payment is known (amount, payee).
        payment: bool,
        /// Whether only published test numbers are taken.
        demonstration: bool,
    },
    /// A greeting that is not the first.
    Greeted,
    /// These values of this message are good and kept.
    #[strum(to_string = "accepted {0}")]
    Accepted(Fields),
    /// These values replaced earlier ones.
    #[strum(to_string = "changed {0}")]
    Changed(Fields),
    /// This value is not good, and why.
    #[strum(to_string = "rejected {0}")]
    Rejected(Rejected),
    /// The earlier good value of this field stays.
    #[strum(to_string = "kept old {0}")]
    KeptOld(Field),
    /// Several candidates for this field; which one?
    #[strum(to_string = "which {0}")]
    WhichOne(Field),
    /// So many digits of the number so far.
    Gathered(u8),
    /// A code was said before its turn: never kept.
    CvvNotKept,
    /// The card must be given again, and why.
    #[strum(to_string = "card again {0}")]
    CardAgain(Dropped),
    /// The message was not understood.
    NotUnderstood,
    /// It asks what nothing here knows, and a person may.
    NoAnswer,
    /// The answer to a question.
    #[strum(to_string = "helped {0}")]
    Helped(Topic),
    /// The operator's own answer at this place of the policy.
    #[strum(to_string = "own answer")]
    Own(u8),
    /// The ask is put in fewer words.
    Simpler,
    /// Where things stand.
    #[strum(to_string = "stands {step}")]
    Stands {
        /// The state that is reported on.
        step: StateName,
        /// Whether this session charges (or only keeps the card as a token).
        charging: bool,
    },
    /// How to reach a person.
    Handoff,
    /// Other ways to pay.
    OtherWay,
    /// "I am a bot."
    Identity,
    /// A field that was held is asked for again, because the customer wished that.
    #[strum(to_string = "back to {0}")]
    BackTo(Field),
    /// The date was held, and goes with the number.
    DateToo,
    /// What was asked about is not done: the customer said no.
    #[strum(to_string = "kept {0}")]
    Kept(Pending),
    /// A word of sympathy, and nothing beside it.
    Sympathy,
    /// The card is somebody else's.
    OthersCard,
    /// Somebody presses the customer to pay.
    #[strum(to_string = "pressed {0}")]
    Pressed(Moved),
    /// The customer is a minor.
    Minor,
    /// The customer did not start this payment.
    #[strum(to_string = "not me {0}")]
    NotMe(Moved),
    /// What only a person can look into.
    #[strum(to_string = "{0} {1}")]
    Claimed(Claim, Moved),
    /// A code of the bank belongs on the bank's page.
    BankCode,
    /// It takes long, and that is owned up to.
    Delayed,
    /// Nothing is sent again.
    NotAgain,
    /// The payment is done, and another one is another conversation.
    PayAgain,
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
    #[strum(to_string = "refused {field}")]
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
    #[strum(to_string = "{0} wanted")]
    ValueWanted(Field),
    /// A yes that could not be taken for consent.
    YesUnclear,
    /// One more try before a bound: a person or another way.
    NearBound,
    /// That cannot be done now, and why.
    Refusing(Refusal),
    /// The gateway was asked to cancel.
    CancelAsked,
    /// The payment is cancelled and nothing was charged, and now comes what was wished for.
    Voided,
    /// A decline, and what is said of it.
    #[strum(to_string = "declined {0}")]
    Declined(Decline),
    /// The money moved although a cancellation was wished for.
    PaidAfterAll,
    /// The gateway could not be reached; nothing was charged or lost.
    GatewayDown,
    /// The gateway refused what was sent, which is nobody's but our fault; nothing was charged.
    OurFault,
    /// Nobody knows yet what became of the payment; it cannot be charged twice.
    Unsure,
    /// The service was changed since the review was shown.
    RulesChanged,
    /// Another conversation is paying this order; nothing was charged here.
    OrderBusy,
    /// Too many payments fail in all: nothing was charged, and when to try again.
    Paused,
    /// What the customer agrees to by letting the card be kept for later payments.
    Mandate,
}

/// How often this was asked in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
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
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

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
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// What is asked for at the end of a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// The cardholder's name.
    Name(Asked),
    /// The customer's own name: there is none on the card.
    OwnName,
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
    /// The same, in one line: what is shown has not changed.
    ReviewAgain {
        /// Whether yes charges (or only keeps the card as a token).
        charging: bool,
        /// Whether it was asked just before: then the exact words to type are named.
        again: bool,
    },
    /// What to change, or whether to cancel.
    WhatToChange,
    /// Whether this is meant.
    Sure {
        /// What.
        of: Question,
        /// Whether it was asked just before: then the exact words to type are named.
        again: bool,
    },
    /// Nothing: the gateway's verdict is awaited.
    Processing,
    /// To pass 3-D Secure at the link.
    Authenticate,
    /// Nothing: the receipt.
    Receipt {
        /// Whether money moved (or only a token was made).
        charged: bool,
        /// Whether it was shown before and something else was answered: then its number is enough.
        again: bool,
    },
    /// Nothing: how it ended, and how to begin anew.
    Ended(CancelReason),
    /// To begin a new conversation.
    Anew,
}

impl Ask {
    /// The same, in the fewest words.
    #[must_use]
    pub const fn plainest(self) -> Self {
        match self {
            Self::Name(Asked::First) => Self::Name(Asked::Second),
            Self::Card(Asked::First) => Self::Card(Asked::Second),
            Self::Expiry(Asked::First) => Self::Expiry(Asked::Second),
            Self::Cvv(Asked::First, brand) => Self::Cvv(Asked::Second, brand),
            Self::Name(_)
            | Self::OwnName
            | Self::Card(_)
            | Self::Expiry(_)
            | Self::Cvv(..)
            | Self::Rest
            | Self::Review { .. }
            | Self::ReviewAgain { .. }
            | Self::WhatToChange
            | Self::Sure { .. }
            | Self::Processing
            | Self::Authenticate
            | Self::Receipt { .. }
            | Self::Ended(_)
            | Self::Anew => self,
        }
    }

    /// The question that stays open behind this ask.
    #[must_use]
    pub const fn pending(self) -> Pending {
        match self {
            Self::WhatToChange => Pending::WhatToChange,
            Self::ReviewAgain { .. } => Pending::ReviewAgain,
            Self::Sure { of, .. } => of.pending(),
            Self::Name(_)
            | Self::OwnName
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

    /// Whether it names the exact words to type, since it was put just before.
    #[must_use]
    pub const fn names_the_words(self) -> bool {
        matches!(self, Self::Sure { again: true, .. } | Self::ReviewAgain { again: true, .. })
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
