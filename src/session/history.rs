//! What people may read of a conversation: made from typed events by allow-list. A customer's own text is never kept;
//! a name only once it was accepted, a number only by its last four digits. The words are in each language's `history.ftl`.
//! A line that shows a value says which, so that it can be told to forget it (see [`super::forgetting`]).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::card::LastFour;
use crate::dialogue::{Aside, Ask, Command, Field, Heard, Language, Question, Said, SaidExpiry, Session, StateName};
use crate::packs::Texts;

/// Who said something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Who {
    /// The customer.
    Customer,
    /// The bot.
    Bot,
}

/// Which of the customer's values a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shows {
    /// The name.
    Name,
    /// The last four digits of a card.
    Card,
    /// The expiry date.
    Expiry,
}

impl Shows {
    /// Every one of them.
    pub(super) const ALL: [Self; 3] = [Self::Name, Self::Card, Self::Expiry];

    /// The line that shows this value.
    pub(super) fn told(self, texts: &Texts, value: &str) -> String {
        let id = match self {
            Self::Name => "told-name",
            Self::Card => "told-card",
            Self::Expiry => "told-expiry",
        };
        texts.say(id, &[("value", value)])
    }

    /// The line that stands in its place once the value is gone.
    pub(super) fn forgotten(self, texts: &Texts) -> String {
        let id = match self {
            Self::Name => "forgotten-name",
            Self::Card => "forgotten-card",
            Self::Expiry => "forgotten-expiry",
        };
        texts.say(id, &[])
    }
}

/// What a customer said, in words of the session's language.
#[derive(Clone, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub what: String,
    /// The value in them, where there is one.
    pub shows: Option<Shows>,
}

impl Line {
    const fn plain(what: String) -> Self {
        Self { what, shows: None }
    }

    fn showing(shows: Shows, texts: &Texts, value: &str) -> Self {
        Self { what: shows.told(texts, value), shows: Some(shows) }
    }
}

/// Shows which value it has, not what: it may be a name.
impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Line({:?})", self.shows)
    }
}

/// People read it, and it is kept with every turn.
fn second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

/// One line of `conversationHistory`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// In which turn.
    pub turn: u32,
    /// Who.
    pub who: Who,
    /// What, in words of the session's language: "name: Jane Roe", "card •••• 4242", "code given", "asked: is it safe".
    pub what: String,
    /// The value in it, where there is one. Lines of former releases do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shows: Option<Shows>,
    /// The ids of the bot's words, as in the audit trail.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) said: Vec<String>,
}

impl Entry {
    /// What the customer said; `line` is one of [`history`].
    #[must_use]
    pub fn customer(at: Timestamp, turn: u32, line: Line) -> Self {
        Self { at: second(at), turn, who: Who::Customer, what: line.what, shows: line.shows, said: Vec::new() }
    }

    /// A line for what the bot asked, and the ids of the words that it was asked in.
    #[must_use]
    pub fn bot(at: Timestamp, turn: u32, (ask, language): (Ask, Language), said: Vec<String>) -> Self {
        Self { at: second(at), turn, who: Who::Bot, what: language.history().say(wanted(ask), &[]), shows: None, said }
    }

    /// The ids of what the bot said.
    pub fn said(&self) -> impl Iterator<Item = &str> {
        self.said.iter().map(String::as_str)
    }
}

/// Shows who and when, not what: it may be a name.
impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Entry({:?} at {})", self.who, self.at)
    }
}

/// What a customer's message is kept as, given the session before and after it.
#[must_use]
pub fn history(heard: &Heard, before: &Session, after: &Session) -> Vec<Line> {
    let texts = after.memory.language.history();
    let mut lines = Vec::new();
    if heard.told.name.is_some() {
        lines.push(name(texts, heard, after));
    }
    if heard.told.number.is_some() {
        lines.push(number(texts, heard, before, after));
    }
    if let Some(said) = &heard.told.expiry {
        lines.push(expiry(texts, said, after));
    }
    if heard.told.cvv.is_some() {
        lines.push(Line::plain(texts.say("told-cvv", &[])));
    }
    if let Some(command) = heard.command {
        lines.push(Line::plain(commanded(texts, command)));
    }
    lines.extend(heard.asides.iter().filter_map(|&aside| said_aside(texts, aside)).map(Line::plain));
    if let Some(language) = heard.noticed {
        lines.push(Line::plain(texts.say("spoke", &[("value", language.code())])));
    }
    if lines.is_empty() {
        let what = match (heard.blank, heard.asides.is_empty()) {
            (true, _) => "blank",
            (false, true) => "not-understood",
            (false, false) => "small-talk",
        };
        lines.push(Line::plain(texts.say(what, &[])));
    }
    lines
}

fn name(texts: &Texts, heard: &Heard, after: &Session) -> Line {
    // Compared as kept: only a name that was accepted is shown, and it is shown as it was accepted.
    match (heard.told.name.as_ref().and_then(Said::one), after.state.name()) {
        (Some(reading), Some(name)) if crate::card::Name::parse(reading.expose()).is_ok_and(|told| told == *name) => {
            Line::showing(Shows::Name, texts, name.expose())
        }
        (Some(_), _) => Line::plain(texts.say("name-not-taken", &[])),
        (None, _) => Line::plain(texts.say("names-several", &[])),
    }
}

fn number(texts: &Texts, heard: &Heard, before: &Session, after: &Session) -> Line {
    let Some(reading) = heard.told.number.as_ref().and_then(Said::one) else {
        return Line::plain(texts.say("cards-several", &[]));
    };
    let last_four = |session: &Session| -> Option<LastFour> {
        let number = session.state.number().map(crate::card::CardNumber::last_four);
        number.or_else(|| session.state.face().map(|face| face.last_four))
    };
    let unchanged = before.state.number().is_some() && before.state.number() == after.state.number();
    let repeated = before.state.number().is_some_and(|number| number.expose() == reading.expose());
    let waits = |session: &Session| session.state.card_data_until().is_some();
    let card = |last: LastFour| Line::showing(Shows::Card, texts, &last.to_string());
    match last_four(after) {
        Some(last) if (!unchanged || repeated) && before.memory.card_revision != after.memory.card_revision => {
            card(last)
        }
        Some(last) if repeated => card(last),
        None if after.state.state_name() == StateName::Card && waits(after) => {
            Line::plain(texts.say("card-digits", &[]))
        }
        Some(_) | None => Line::plain(texts.say("card-not-taken", &[])),
    }
}

fn expiry(texts: &Texts, said: &Said<SaidExpiry>, after: &Session) -> Line {
    let held = after.state.expiry().map(|expiry| (expiry.month(), expiry.year()));
    let dated = |(month, year)| Line::showing(Shows::Expiry, texts, &format!("{month:02}/{year}"));
    match (said.one(), held) {
        (Some(SaidExpiry::MonthYear { month, year }), Some(known)) if known == (*month, *year) => dated(known),
        (Some(SaidExpiry::Same), Some(known)) => dated(known),
        (Some(SaidExpiry::MonthYear { .. } | SaidExpiry::Same | SaidExpiry::Unreadable), _) => {
            Line::plain(texts.say("expiry-not-taken", &[]))
        }
        (None, _) => Line::plain(texts.say("expiries-several", &[])),
    }
}

fn commanded(texts: &Texts, command: Command) -> String {
    match command {
        Command::Change(Some(field)) => of_field(texts, "change-of", field),
        Command::Affirm
        | Command::Deny
        | Command::Change(None)
        | Command::Back
        | Command::Restart
        | Command::Cancel => texts.say(&command.wire(), &[]),
    }
}

fn said_aside(texts: &Texts, aside: Aside) -> Option<String> {
    Some(match aside {
        Aside::Help(topic) => texts.say(&format!("help-{}", topic.wire()), &[]),
        Aside::Language(Some(language)) => texts.say("language-of", &[("value", language.code())]),
        Aside::Refuse(Some(field)) => of_field(texts, "refuse-of", field),
        Aside::Already(Some(field)) => of_field(texts, "already-of", field),
        Aside::Greeting | Aside::Thanks | Aside::Goodbye => return None,
        Aside::Own(_)
        | Aside::Simpler
        | Aside::Repeat
        | Aside::Status
        | Aside::Language(None)
        | Aside::Handoff
        | Aside::OtherWay
        | Aside::Refuse(None)
        | Aside::NoCode
        | Aside::NoName
        | Aside::Already(None)
        | Aside::Wait
        | Aside::Complaint
        | Aside::OthersCard
        | Aside::Pressed
        | Aside::Minor
        | Aside::Distress
        | Aside::NotMe
        | Aside::ChargedTwice
        | Aside::WrongAmount
        | Aside::Refund
        | Aside::Return
        | Aside::Receipt
        | Aside::BankCode
        | Aside::Privacy
        | Aside::Identity
        | Aside::Begin
        | Aside::Hedge => texts.say(&aside.wire(), &[]),
    })
}

fn of_field(texts: &Texts, id: &str, field: Field) -> String {
    texts.say(id, &[("value", &texts.say(&format!("field-{}", field.wire()), &[]))])
}

const fn wanted(ask: Ask) -> &'static str {
    match ask {
        Ask::Name(_) | Ask::OwnName => "ask-name",
        Ask::Card(_) => "ask-card",
        Ask::Rest => "ask-rest",
        Ask::Expiry(_) => "ask-expiry",
        Ask::Cvv(..) => "ask-cvv",
        Ask::Review { .. } | Ask::ReviewAgain { .. } => "ask-review",
        Ask::WhatToChange => "ask-what_to_change",
        Ask::Sure { of, .. } => doubted(of),
        Ask::Processing => "ask-processing",
        Ask::Authenticate => "ask-authenticate",
        Ask::Receipt { charged: true, .. } => "ask-receipt-charged",
        Ask::Receipt { charged: false, .. } => "ask-receipt-kept",
        Ask::Ended(_) => "ask-ended",
        Ask::Anew => "ask-anew",
    }
}

const fn doubted(of: Question) -> &'static str {
    match of {
        Question::Cancel => "ask-sure-cancel",
        Question::Pay { charging: true } => "ask-sure-pay",
        Question::Pay { charging: false } => "ask-sure-keep",
        Question::Restart => "ask-sure-restart",
        Question::Back(_) => "ask-sure-back",
        Question::IsName => "ask-sure-name",
        Question::Change(_) | Question::TakeName | Question::TakeCard | Question::TakeExpiry => "ask-sure-change",
        Question::Which { .. } => "ask-sure-which",
        Question::Permission => "ask-sure-permission",
        Question::Resume => "ask-sure-resume",
    }
}
