//! What a phrase of the lexicon means, by the section it stands in.

use crate::dialogue::{Field, Language, Topic};

/// What a phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A yes, but perhaps not all of the message.
    Yes,
    /// A no, but perhaps not all of the message.
    No,
    /// Stop the payment.
    Cancel,
    /// Give another value for a field.
    Change,
    /// To the field before.
    Back,
    /// From the beginning.
    Restart,
    /// A question about a topic.
    Help,
    /// "Why?", of the field that is named or asked for.
    Why,
    /// "What is that?", of the field that is named or asked for.
    What,
    /// "Say that again."
    Repeat,
    /// "Did it go through?"
    Status,
    /// "In Spanish, please."
    Language,
    /// "Talk to a person."
    Handoff,
    /// "Can I pay another way?"
    OtherWay,
    /// "I won't tell you that."
    Refuse,
    /// "There is no code on my card."
    NoCode,
    /// "I gave you that already."
    Already,
    /// "One moment."
    Wait,
    /// "This is ridiculous."
    Complaint,
    /// "Delete my data."
    Privacy,
    /// "Are you a bot?"
    Identity,
    /// "I want to pay."
    Begin,
    /// "Hello."
    Greeting,
    /// "Thank you."
    Thanks,
    /// "Bye."
    Goodbye,
    /// A doubt or a condition.
    Hedge,
    /// Phrases that look like something else but are nothing ("no problem"): they make an answer no plain one.
    Nothing,
    /// Politeness.
    Polite,
}

impl Meaning {
    /// The sections of a lexicon that hold phrases with a meaning, and whether a phrase of it must be all that its
    /// part of the message says.
    pub(super) const SECTIONS: [(&'static str, Self, bool); 45] = [
        ("cancel", Self::Cancel, false),
        ("cancel alone", Self::Cancel, true),
        ("restart", Self::Restart, false),
        ("restart alone", Self::Restart, true),
        ("change", Self::Change, false),
        ("change alone", Self::Change, true),
        ("back", Self::Back, false),
        ("back alone", Self::Back, true),
        // Before yes: "pay" is both, and a plain yes is judged by itself.
        ("begin", Self::Begin, false),
        ("begin alone", Self::Begin, true),
        ("deny", Self::No, false),
        ("yes", Self::Yes, false),
        ("help", Self::Help, false),
        ("help alone", Self::Help, true),
        ("why", Self::Why, false),
        ("why alone", Self::Why, true),
        ("what", Self::What, false),
        ("what alone", Self::What, true),
        ("repeat", Self::Repeat, false),
        ("repeat alone", Self::Repeat, true),
        ("status", Self::Status, false),
        ("status alone", Self::Status, true),
        ("language", Self::Language, false),
        ("language alone", Self::Language, true),
        ("handoff", Self::Handoff, false),
        ("handoff alone", Self::Handoff, true),
        ("other way", Self::OtherWay, false),
        ("other way alone", Self::OtherWay, true),
        ("refuse", Self::Refuse, false),
        ("refuse alone", Self::Refuse, true),
        ("no code", Self::NoCode, false),
        ("already", Self::Already, false),
        ("already alone", Self::Already, true),
        ("wait", Self::Wait, false),
        ("wait alone", Self::Wait, true),
        ("complaint", Self::Complaint, false),
        ("complaint alone", Self::Complaint, true),
        ("privacy", Self::Privacy, false),
        ("identity", Self::Identity, false),
        ("greeting", Self::Greeting, false),
        ("thanks", Self::Thanks, false),
        ("goodbye", Self::Goodbye, false),
        ("hedge", Self::Hedge, false),
        ("nothing", Self::Nothing, false),
        ("polite", Self::Polite, false),
    ];

    /// Whether a negation or a condition before it takes it away.
    pub(super) const fn is_order(self) -> bool {
        matches!(self, Self::Cancel | Self::Change | Self::Back | Self::Restart | Self::Begin | Self::Yes)
    }
}

/// What a phrase is about, as the lexicon writes it after "=".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum About {
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
    pub(super) fn read(text: &str) -> Option<Self> {
        let field = Field::ALL.into_iter().find(|field| field.wire() == text).map(Self::Field);
        let language = Language::ALL.into_iter().find(|language| language.code() == text);
        field.or(language.map(|language| Self::Language(Some(language)))).or(match text {
            "other" => Some(Self::Language(None)),
            "general" => Some(Self::Topic(Topic::General)),
            "safety" => Some(Self::Topic(Topic::Safety)),
            "brands" => Some(Self::Topic(Topic::Brands)),
            "payment" => Some(Self::Topic(Topic::Payment)),
            _ => None,
        })
    }

    /// The field, if it is one.
    pub(super) const fn field(self) -> Option<Field> {
        match self {
            Self::Field(field) => Some(field),
            Self::Open | Self::Topic(_) | Self::Language(_) => None,
        }
    }
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// What it says.
    pub meaning: Meaning,
    /// What it is about.
    pub about: About,
    /// Its first word.
    pub start: usize,
    /// The word after its last.
    pub end: usize,
}
