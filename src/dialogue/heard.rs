//! What an utterance means: readings of values, a command, and asides.
//!
//! These are *readings* of what a customer wrote, not judgements: whether a number is good is the machine's to say.
//! Values are wiped when dropped and do not show in `Debug`.

use std::fmt;

use strum::{Display, EnumCount, EnumString, IntoStaticStr, VariantArray};

use super::Language;
use crate::card::Wiped;

/// One of the four values that are collected, in the order of the flow.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "lowercase")]
pub enum Field {
    /// The cardholder's name.
    Name,
    /// The card number.
    Card,
    /// The expiry date.
    Expiry,
    /// The security code.
    Cvv,
}

impl Field {
    /// All fields, in the order of the flow.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The name on the wire, in scripts and in the catalog.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }

    /// The field before this one in the flow.
    #[must_use]
    pub const fn before(self) -> Option<Self> {
        match self {
            Self::Name => None,
            Self::Card => Some(Self::Name),
            Self::Expiry => Some(Self::Card),
            Self::Cvv => Some(Self::Expiry),
        }
    }
}

/// What an utterance asks the machine to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Command {
    /// A plain yes, matched exactly, that neither asks, changes, negates, hedges nor sets a condition.
    Affirm,
    /// A plain no.
    Deny,
    /// Give another value for a field; `None` when the customer did not say which.
    Change(Option<Field>),
    /// To the field before this one.
    Back,
    /// From the beginning.
    Restart,
    /// Stop the payment.
    Cancel,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum Topic {
    /// "Help", "what can I do here?"
    General,
    /// "Why do you need my CVV?"
    #[strum(to_string = "why_{0}")]
    Why(Field),
    /// "What is a CVV?", "where is the code?", "which name?"
    #[strum(to_string = "what_{0}")]
    What(Field),
    /// "Why was it declined?", "what went wrong?"
    WhyDeclined,
    /// "Is this safe?", "who sees my number?", "do you store it?"
    Safety,
    /// "Which cards do you take?"
    Brands,
    /// "How much is it?", "what am I paying for?", "who gets the money?"
    Payment,
    /// "Is that my PIN?"
    Pin,
    /// "It's rubbed off."
    Worn,
    /// "Do you charge a fee?"
    Fees,
    /// "Is tax included?"
    Tax,
    /// "What will be on my statement?"
    Statement,
    /// "Who is Harbour Books?"
    Payee,
    /// "How do I know it's really them?"
    Genuine,
    /// "How long is my order open?"
    Deadline,
    /// "May I pay later?"
    Later,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Self; Self::COUNT + 2 * (Field::ALL.len() - 1)] = [
        Self::General,
        Self::Why(Field::Name),
        Self::Why(Field::Card),
        Self::Why(Field::Expiry),
        Self::Why(Field::Cvv),
        Self::What(Field::Name),
        Self::What(Field::Card),
        Self::What(Field::Expiry),
        Self::What(Field::Cvv),
        Self::WhyDeclined,
        Self::Safety,
        Self::Brands,
        Self::Payment,
        Self::Pin,
        Self::Worn,
        Self::Fees,
        Self::Tax,
        Self::Statement,
        Self::Payee,
        Self::Genuine,
        Self::Deadline,
        Self::Later,
    ];

    /// Whether an operator's own answer may take the place of ours: not where it is about card data, or about whom to trust.
    #[must_use]
    pub const fn is_the_operators(self) -> bool {
        match self {
            Self::General
            | Self::Brands
            | Self::Fees
            | Self::Tax
            | Self::Statement
            | Self::Payee
            | Self::Deadline
            | Self::Later => true,
            Self::Why(_)
            | Self::What(_)
            | Self::WhyDeclined
            | Self::Safety
            | Self::Payment
            | Self::Pin
            | Self::Worn
            | Self::Genuine => false,
        }
    }
}

/// What an utterance says beside values and commands. Asides never change what was collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Aside {
    /// A question that has an answer in the catalog.
    Help(Topic),
    /// A question that the operator has an answer to: its place among the policy's own answers.
    Own(u8),
    /// "Say that again."
    Repeat,
    /// "Say that more simply."
    Simpler,
    /// "Did it go through?"
    Status,
    /// "En español, por favor"; `None` for a language that is not spoken here.
    Language(Option<Language>),
    /// "Talk to a person."
    Handoff,
    /// "Can I pay another way?"
    OtherWay,
    /// "I won't tell you that"; the field when it was named.
    Refuse(Option<Field>),
    /// "There is no code on this card."
    NoCode,
    /// "There is no name on it", "it says Valued Customer", "it's a gift card".
    NoName,
    /// "I gave you that already"; the field when it was named.
    Already(Option<Field>),
    /// "One moment, getting my wallet."
    Wait,
    /// "THIRD time!!"
    Complaint,
    /// "It's my mother's card."
    OthersCard,
    /// "He's making me pay", "they told me to buy gift cards".
    Pressed,
    /// "I'm fifteen."
    Minor,
    /// Bereavement, illness, fear: what wants a word of sympathy before anything else.
    Distress,
    /// "That wasn't me", "I didn't authorise this".
    NotMe,
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
    /// "My bank sent me a code": it belongs on the bank's page, and nowhere else.
    BankCode,
    /// "Delete my data", "what do you keep?"
    Privacy,
    /// "Are you a bot?"
    Identity,
    /// "I want to pay my bill."
    Begin,
    /// "Hello."
    Greeting,
    /// "Thank you."
    Thanks,
    /// "Bye."
    Goodbye,
    /// A doubt, hedge or condition ("maybe", "I guess", "if it is free"): takes away the force of a yes.
    Hedge,
}

impl Aside {
    /// Whether a yes beside it stays a yes. A new kind of aside takes away from it until it is listed here.
    #[must_use]
    pub const fn is_polite(self) -> bool {
        matches!(self, Self::Thanks | Self::Greeting)
    }

    /// Whether it may have been told on the way to an order, without a question: "the bank says it's unblocked, so charge
    /// it". A new kind of aside wants an answer until it is listed here.
    #[must_use]
    pub const fn may_be_told(self) -> bool {
        matches!(
            self,
            Self::Help(_)
                | Self::Status
                | Self::Repeat
                | Self::OtherWay
                | Self::Already(_)
                | Self::Complaint
                | Self::Receipt
        )
    }
}

/// Text read out of an utterance: wiped on drop, and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Reading(Wiped);

impl Reading {
    /// Keeps `text` as read.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reading(…)")
    }
}

/// What was said for one field, and how sure it is that it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said<T> {
    /// This: it was introduced or called by its name, or it is the whole message.
    Certain(T),
    /// This, as far as can be told.
    Likely(T),
    /// Perhaps this, and perhaps something else altogether ("Mark Price"): it is asked about, even where nothing is held.
    Doubtful(T),
    /// Several candidates were left; the customer must say which.
    Several,
}

impl<T> Said<T> {
    /// The one candidate, however sure it is.
    #[must_use]
    pub const fn one(&self) -> Option<&T> {
        match self {
            Self::Certain(value) | Self::Likely(value) | Self::Doubtful(value) => Some(value),
            Self::Several => None,
        }
    }

    /// How sure it is, in the trail and on the wire.
    #[must_use]
    pub const fn wire(&self) -> &'static str {
        match self {
            Self::Certain(_) => "certain",
            Self::Likely(_) => "likely",
            Self::Doubtful(_) => "doubtful",
            Self::Several => "several",
        }
    }
}

/// A date as it was read, not yet judged: the month may be 13, the date past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidExpiry {
    /// Month (as said, 0–99) and four-digit year.
    MonthYear {
        /// The month as said.
        month: u8,
        /// The year, with its century.
        year: u16,
    },
    /// The date that is held, or was reviewed, also for another number ("my new card …, same date").
    Same,
    /// Meant as a date, but it cannot be read as a month and a year ("next spring", "12/2", "soon").
    Unreadable,
}

/// The values in one utterance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The cardholder's name, as written.
    pub name: Option<Said<Reading>>,
    /// A card number or a piece of one: ASCII digits only, at least one.
    pub number: Option<Said<Reading>>,
    /// An expiry date.
    pub expiry: Option<Said<SaidExpiry>>,
    /// A security code: ASCII digits only, any length.
    pub cvv: Option<Said<Reading>>,
}

impl Told {
    /// Whether nothing was told.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.name.is_none() && self.number.is_none() && self.expiry.is_none() && self.cvv.is_none()
    }

    /// Whether a value for `field` was told.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        match field {
            Field::Name => self.name.is_some(),
            Field::Card => self.number.is_some(),
            Field::Expiry => self.expiry.is_some(),
            Field::Cvv => self.cvv.is_some(),
        }
    }
}

/// How sure it is that a command was meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Certainty {
    /// The grammar of that command explains the whole message.
    Certain,
    /// It is the likeliest reading, and no more: it may be asked about, and never acted on.
    #[default]
    Likely,
    /// Several commands are as likely, or one beside a value.
    Torn,
}

impl Certainty {
    /// Every value.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();
}

/// What a whole message is as an answer to a question of ours. Nothing but politeness stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Answer {
    /// "Yes", "of course": yes to whatever was asked.
    Yes,
    /// "No", "never": no to whatever was asked.
    No,
    /// "Pay", "yes, charge it": a yes in the words of paying.
    Pay,
    /// "Stop", "yes, cancel it": a yes in the words of stopping.
    Stop,
    /// "Keep going", "no, don't cancel".
    Keep,
    /// "No, go ahead", "yes, don't": yes and no, or either with the words of another act.
    Mixed,
    /// "Ok", "ah vale, gracias": heard, and perhaps agreed to.
    Noted,
}

impl Answer {
    /// Every value.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();
}

/// One utterance, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// The values in it.
    pub told: Told,
    /// The one command in it, the strongest when there were several.
    pub command: Option<Command>,
    /// How sure it is that the command was meant.
    pub certainty: Certainty,
    /// What the whole message is as an answer to a question of ours, if it is one.
    pub answer: Option<Answer>,
    /// Whether it asks something, answered or not.
    pub asks: bool,
    /// Everything else it says, each once, in the order said.
    pub asides: Vec<Aside>,
    /// The other language, when the message has words of it and none of the session's.
    pub noticed: Option<Language>,
    /// The message had nothing in it that can be seen.
    pub blank: bool,
}
