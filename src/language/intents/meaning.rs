//! What a phrase of the lexicon means, by the section it stands in.

use crate::dialogue::{Aside, Field, Language, Topic};

/// What a phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It wants something done: a negation or a condition before it takes it away.
    Order(Order),
    /// A no, but perhaps not all of the message.
    No,
    /// A question about a topic.
    Help,
    /// "Why?", of the field that is named or asked for.
    Why,
    /// "What is that?", of the field that is named or asked for.
    What,
    /// "In Spanish, please."
    Language,
    /// "I won't tell you that."
    Refuse,
    /// "I gave you that already."
    Already,
    /// Anything else that is about nothing but itself.
    Say(Aside),
    /// Makes something else of the order right after it ("did you …", "is it possible to …", "instead of …").
    Turns(Turn),
    /// How a question begins, with or without its mark.
    Asks,
    /// Phrases that look like something else but are nothing ("no problem"): they make an answer no plain one.
    Nothing,
    /// Politeness.
    Polite,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// A yes, but perhaps not all of the message.
    Yes,
    /// A yes in the words of paying; where nothing is to be paid yet, it begins.
    Pay,
    /// Stop the payment.
    Cancel,
    /// Give another value for a field.
    Change,
    /// To the field before.
    Back,
    /// From the beginning.
    Restart,
    /// "I want to pay."
    Begin,
}

/// What an order becomes by the words right before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// A question whether it was done.
    Was,
    /// A question whether it can or should be done.
    MayBe,
    /// No order.
    Not,
}

impl Meaning {
    const CANCEL: Self = Self::Order(Order::Cancel);
    const RESTART: Self = Self::Order(Order::Restart);
    const CHANGE: Self = Self::Order(Order::Change);
    const BACK: Self = Self::Order(Order::Back);
    const BEGIN: Self = Self::Order(Order::Begin);

    /// The sections of a lexicon that hold phrases with a meaning, and whether a phrase of it must be all that its
    /// part of the message says. Of a phrase in several sections the first counts.
    pub const SECTIONS: [(&'static str, Self, bool); 66] = [
        ("cancel", Self::CANCEL, false),
        ("cancel alone", Self::CANCEL, true),
        ("restart", Self::RESTART, false),
        ("restart alone", Self::RESTART, true),
        ("change", Self::CHANGE, false),
        ("change alone", Self::CHANGE, true),
        ("back", Self::BACK, false),
        ("back alone", Self::BACK, true),
        // Before yes: "pay" is both, and a plain yes is judged by itself.
        ("begin", Self::BEGIN, false),
        ("begin alone", Self::BEGIN, true),
        ("deny", Self::No, false),
        ("deny alone", Self::No, true),
        ("yes", Self::Order(Order::Yes), false),
        ("pay", Self::Order(Order::Pay), false),
        ("help", Self::Help, false),
        ("help alone", Self::Help, true),
        ("why", Self::Why, false),
        ("why alone", Self::Why, true),
        ("what", Self::What, false),
        ("what alone", Self::What, true),
        ("simpler", Self::Say(Aside::Simpler), false),
        ("repeat", Self::Say(Aside::Repeat), false),
        ("repeat alone", Self::Say(Aside::Repeat), true),
        ("status", Self::Say(Aside::Status), false),
        ("status alone", Self::Say(Aside::Status), true),
        ("language", Self::Language, false),
        ("language alone", Self::Language, true),
        ("others card", Self::Say(Aside::OthersCard), false),
        ("pressed", Self::Say(Aside::Pressed), false),
        ("minor", Self::Say(Aside::Minor), false),
        ("minor alone", Self::Say(Aside::Minor), true),
        ("distress", Self::Say(Aside::Distress), false),
        ("not me", Self::Say(Aside::NotMe), false),
        ("charged twice", Self::Say(Aside::ChargedTwice), false),
        ("wrong amount", Self::Say(Aside::WrongAmount), false),
        ("refund", Self::Say(Aside::Refund), false),
        ("return", Self::Say(Aside::Return), false),
        ("receipt", Self::Say(Aside::Receipt), false),
        ("bank code", Self::Say(Aside::BankCode), false),
        ("handoff", Self::Say(Aside::Handoff), false),
        ("handoff alone", Self::Say(Aside::Handoff), true),
        ("other way", Self::Say(Aside::OtherWay), false),
        ("other way alone", Self::Say(Aside::OtherWay), true),
        ("refuse", Self::Refuse, false),
        ("refuse alone", Self::Refuse, true),
        ("no code", Self::Say(Aside::NoCode), false),
        ("no name", Self::Say(Aside::NoName), false),
        ("already", Self::Already, false),
        ("already alone", Self::Already, true),
        ("wait", Self::Say(Aside::Wait), false),
        ("wait alone", Self::Say(Aside::Wait), true),
        ("complaint", Self::Say(Aside::Complaint), false),
        ("complaint alone", Self::Say(Aside::Complaint), true),
        ("privacy", Self::Say(Aside::Privacy), false),
        ("identity", Self::Say(Aside::Identity), false),
        ("greeting", Self::Say(Aside::Greeting), false),
        ("thanks", Self::Say(Aside::Thanks), false),
        ("goodbye", Self::Say(Aside::Goodbye), false),
        ("farewell", Self::Say(Aside::Goodbye), false),
        ("hedge", Self::Say(Aside::Hedge), false),
        ("asks what was", Self::Turns(Turn::Was), false),
        ("asks what may be", Self::Turns(Turn::MayBe), false),
        ("takes away", Self::Turns(Turn::Not), false),
        ("asks", Self::Asks, false),
        ("nothing", Self::Nothing, false),
        ("polite", Self::Polite, false),
    ];

    /// Whether it answers a question of ours: its words are short, and too near to others to be guessed.
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::Order(Order::Yes | Order::Pay) | Self::No)
    }

    /// Whether it says nothing where it is part of a consent: a question, a no or another act always does.
    pub const fn may_be_explained(self) -> bool {
        match self {
            Self::Order(order) => matches!(order, Order::Yes | Order::Pay | Order::Begin),
            Self::No | Self::Asks | Self::Turns(_) | Self::Language => false,
            Self::Help
            | Self::Why
            | Self::What
            | Self::Refuse
            | Self::Already
            | Self::Say(_)
            | Self::Nothing
            | Self::Polite => true,
        }
    }

    /// Whether an order that it stands in is still one by itself.
    pub const fn is_polite(self) -> bool {
        matches!(self, Self::Polite | Self::Order(Order::Yes) | Self::Say(Aside::Greeting | Aside::Thanks))
    }

    /// Whether other things may be said beside it as if it were not there.
    pub const fn is_social(self) -> bool {
        self.is_answer() || matches!(self, Self::Nothing | Self::Polite | Self::Say(Aside::Greeting | Aside::Thanks))
    }
}

/// What a phrase is about, as the lexicon writes it after "=".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum About {
    /// Nothing in particular.
    #[default]
    Open,
    /// A field.
    Field(Field),
    /// A topic.
    Topic(Topic),
    /// A language, or one that is not spoken here.
    Language(Option<Language>),
}

impl About {
    /// Reads what stands after "=".
    pub fn read(text: &str) -> Option<Self> {
        let field = text.parse().ok().map(Self::Field);
        let language = Language::ALL.into_iter().find(|language| language.code() == text);
        field.or(language.map(|language| Self::Language(Some(language)))).or(match text {
            "other" => Some(Self::Language(None)),
            "general" => Some(Self::Topic(Topic::General)),
            "declined" => Some(Self::Topic(Topic::WhyDeclined)),
            "safety" => Some(Self::Topic(Topic::Safety)),
            "brands" => Some(Self::Topic(Topic::Brands)),
            "payment" => Some(Self::Topic(Topic::Payment)),
            "pin" => Some(Self::Topic(Topic::Pin)),
            "worn" => Some(Self::Topic(Topic::Worn)),
            "fees" => Some(Self::Topic(Topic::Fees)),
            "tax" => Some(Self::Topic(Topic::Tax)),
            "statement" => Some(Self::Topic(Topic::Statement)),
            "payee" => Some(Self::Topic(Topic::Payee)),
            "genuine" => Some(Self::Topic(Topic::Genuine)),
            "deadline" => Some(Self::Topic(Topic::Deadline)),
            "pay later" => Some(Self::Topic(Topic::Later)),
            _ => None,
        })
    }

    /// The field, if it is one.
    pub const fn field(self) -> Option<Field> {
        match self {
            Self::Field(field) => Some(field),
            Self::Open | Self::Topic(_) | Self::Language(_) => None,
        }
    }
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it says.
    pub meaning: Meaning,
    /// What it is about.
    pub about: About,
    /// Whether it must be all that its part of the message says.
    pub alone: bool,
    /// Its first word.
    pub start: usize,
    /// The word after its last.
    pub end: usize,
}

impl Item {
    /// "Nothing", and nothing else: beside a yes it is no harmless phrase.
    pub fn is_bare_nothing(&self) -> bool {
        self.meaning == Meaning::Nothing && self.end == self.start + 1
    }
}
