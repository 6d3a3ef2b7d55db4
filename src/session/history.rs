//! What people may read of a conversation: made from typed events by allow-list. A customer's own text is never kept;
//! a name only once it was accepted, a number only by its last four digits.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::card::LastFour;
use crate::dialogue::{Aside, Ask, Command, Field, Heard, Question, Said, SaidExpiry, Session, StateName, Topic};

/// Who said something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Who {
    /// The customer.
    Customer,
    /// The bot.
    Bot,
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
    /// What, in words of ours: "name: Jane Roe", "card •••• 4242", "code given", "asked: is it safe".
    pub what: String,
}

impl Entry {
    /// A line that the customer said; `what` is one of [`history`].
    #[must_use]
    pub const fn customer(at: Timestamp, turn: u32, what: String) -> Self {
        Self { at, turn, who: Who::Customer, what }
    }

    /// A line for what the bot asked.
    #[must_use]
    pub fn bot(at: Timestamp, turn: u32, ask: Ask) -> Self {
        Self { at, turn, who: Who::Bot, what: wanted(ask).to_owned() }
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
pub fn history(heard: &Heard, before: &Session, after: &Session) -> Vec<String> {
    let mut lines = Vec::new();
    if heard.told.name.is_some() {
        lines.push(name(heard, after));
    }
    if heard.told.number.is_some() {
        lines.push(number(heard, before, after));
    }
    if let Some(said) = &heard.told.expiry {
        lines.push(expiry(said, after));
    }
    if heard.told.cvv.is_some() {
        lines.push("code given".to_owned());
    }
    if let Some(command) = heard.command {
        lines.push(commanded(command));
    }
    lines.extend(heard.asides.iter().filter_map(|&aside| said_aside(aside)));
    if let Some(language) = heard.noticed {
        lines.push(format!("spoke: {}", language.code()));
    }
    if lines.is_empty() {
        let what = match (heard.blank, heard.asides.is_empty()) {
            (true, _) => "an empty message",
            (false, true) => "not understood",
            (false, false) => "small talk",
        };
        lines.push(what.to_owned());
    }
    lines
}

fn name(heard: &Heard, after: &Session) -> String {
    // Compared as kept: only a name that was accepted is shown, and it is shown as it was accepted.
    match (&heard.told.name, after.state.name()) {
        (Some(Said::One(reading)), Some(name))
            if crate::card::Name::parse(reading.expose()).is_ok_and(|told| told == *name) =>
        {
            format!("name: {}", name.expose())
        }
        (Some(Said::One(_)), _) => "a name that was not taken".to_owned(),
        (Some(Said::Several) | None, _) => "several names".to_owned(),
    }
}

fn number(heard: &Heard, before: &Session, after: &Session) -> String {
    let Some(Said::One(reading)) = &heard.told.number else {
        return "several card numbers".to_owned();
    };
    let last_four = |session: &Session| -> Option<LastFour> {
        let number = session.state.number().map(crate::card::CardNumber::last_four);
        number.or_else(|| session.state.shown().map(|shown| shown.last_four))
    };
    let unchanged = before.state.number().is_some() && before.state.number() == after.state.number();
    let repeated = before.state.number().is_some_and(|number| number.expose() == reading.expose());
    let waits = |session: &Session| session.state.card_data_until().is_some();
    match last_four(after) {
        Some(last) if (!unchanged || repeated) && before.memory.card_revision != after.memory.card_revision => {
            format!("card •••• {last}")
        }
        Some(last) if repeated => format!("card •••• {last}"),
        None if after.state.state_name() == StateName::Card && waits(after) => "digits of a card number".to_owned(),
        Some(_) | None => "a card number that was not taken or not kept".to_owned(),
    }
}

fn expiry(said: &Said<SaidExpiry>, after: &Session) -> String {
    let held = after.state.expiry().map(|expiry| (expiry.month(), expiry.year()));
    let shown = after.state.shown().map(|shown| (shown.month, shown.year));
    match said {
        Said::One(SaidExpiry::MonthYear { month, year }) if held.or(shown) == Some((*month, *year)) => {
            format!("expiry {month:02}/{year}")
        }
        Said::One(SaidExpiry::MonthYear { .. } | SaidExpiry::Unreadable) => "a date that was not taken".to_owned(),
        Said::Several => "several dates".to_owned(),
    }
}

fn commanded(command: Command) -> String {
    match command {
        Command::Affirm => "yes".to_owned(),
        Command::Deny => "no".to_owned(),
        Command::Change(Some(field)) => format!("change: {}", field.wire()),
        Command::Change(None) => "change".to_owned(),
        Command::Back => "back".to_owned(),
        Command::Restart => "start over".to_owned(),
        Command::Cancel => "cancel".to_owned(),
    }
}

fn said_aside(aside: Aside) -> Option<String> {
    let of = |what: &str, field: Option<Field>| {
        field.map_or_else(|| what.to_owned(), |field| format!("{what}: {}", field.wire()))
    };
    Some(match aside {
        Aside::Help(topic) => format!("asked: {}", asked(topic)),
        Aside::Repeat => "asked: say that again".to_owned(),
        Aside::Status => "asked: how it stands".to_owned(),
        Aside::Language(Some(language)) => format!("asked: speak {}", language.code()),
        Aside::Language(None) => "asked: speak another language".to_owned(),
        Aside::Handoff => "asked: a person".to_owned(),
        Aside::OtherWay => "asked: another way to pay".to_owned(),
        Aside::Refuse(field) => of("refused", field),
        Aside::NoCode => "said: no code on the card".to_owned(),
        Aside::Already(field) => of("said: given already", field),
        Aside::Wait => "asked: to wait".to_owned(),
        Aside::Complaint => "complained".to_owned(),
        Aside::OthersCard => "said: somebody else's card".to_owned(),
        Aside::Pressed => "said: is pressed to pay".to_owned(),
        Aside::Minor => "said: a minor".to_owned(),
        Aside::Distress => "said: in distress".to_owned(),
        Aside::NotMe => "said: not by the cardholder".to_owned(),
        Aside::ChargedTwice => "said: charged twice".to_owned(),
        Aside::WrongAmount => "said: wrong amount".to_owned(),
        Aside::Refund => "asked: the money back".to_owned(),
        Aside::Return => "asked: to return what was bought".to_owned(),
        Aside::Receipt => "asked: a receipt or an invoice".to_owned(),
        Aside::BankCode => "spoke of a code of the bank".to_owned(),
        Aside::Privacy => "asked: what is kept".to_owned(),
        Aside::Identity => "asked: is it a bot".to_owned(),
        Aside::Begin => "wants to pay".to_owned(),
        Aside::Hedge => "in doubt".to_owned(),
        Aside::Greeting | Aside::Thanks | Aside::Goodbye => return None,
    })
}

const fn asked(topic: Topic) -> &'static str {
    match topic {
        Topic::General => "help",
        Topic::Why(Field::Name) => "why the name",
        Topic::Why(Field::Card) => "why the card number",
        Topic::Why(Field::Expiry) => "why the expiry date",
        Topic::Why(Field::Cvv) => "why the code",
        Topic::What(Field::Name) => "which name",
        Topic::What(Field::Card) => "what is the card number",
        Topic::What(Field::Expiry) => "what is the expiry date",
        Topic::What(Field::Cvv) => "what is the code",
        Topic::WhyDeclined => "why it was declined",
        Topic::Safety => "is it safe",
        Topic::Brands => "which cards",
        Topic::Payment => "what is paid",
        Topic::Pin => "whether it is the PIN",
    }
}

const fn wanted(ask: Ask) -> &'static str {
    match ask {
        Ask::Name(_) => "asked for the name",
        Ask::Card(_) => "asked for the card number",
        Ask::Rest => "asked for the other digits",
        Ask::Expiry(_) => "asked for the expiry date",
        Ask::Cvv(..) => "asked for the code",
        Ask::Review { .. } | Ask::ReviewAgain { .. } => "showed the review",
        Ask::WhatToChange => "asked what to change",
        Ask::Sure { of, .. } => doubted(of),
        Ask::Processing => "said that it is on its way",
        Ask::Authenticate => "gave the link to the bank",
        Ask::Receipt { charged: true } => "said that it is paid",
        Ask::Receipt { charged: false } => "said that the card is kept",
        Ask::Ended(_) => "said that it ended",
        Ask::Anew => "offered to begin anew",
    }
}

const fn doubted(of: Question) -> &'static str {
    match of {
        Question::Cancel => "asked whether to cancel",
        Question::Pay { charging: true } => "asked whether to pay",
        Question::Pay { charging: false } => "asked whether to keep the card",
        Question::Restart => "asked whether to start over",
        Question::Back(_) => "asked whether to go back",
        Question::Change(_) => "asked whether to change that",
        Question::Which { .. } => "asked which of these is meant",
        Question::Permission => "asked for the cardholder's permission",
        Question::Resume => "asked whether to go on",
    }
}
