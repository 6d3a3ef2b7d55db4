//! What is known when a message arrives: it decides what a bare number or a bare word can be.

use std::hash::{Hash as _, Hasher as _};

use jiff::civil::Date;
use rustc_hash::FxHasher;

use crate::card::{Brand, LastFour};
use crate::dialogue::{After, Language, Money, Pending, Session, State, StateName};
use crate::language::text::{Kind, Token, tokens};

/// Where the session stands while it listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listening {
    /// The state it is in.
    pub state: StateName,
    /// What was asked last.
    pub pending: Pending,
    /// What the last reply was.
    pub after: After,
    /// Whether it is the first message: nothing was asked before it.
    pub first: bool,
    /// The language of the session.
    pub language: Language,
    /// The brand of the card that is held, when one is.
    pub brand: Option<Brand>,
    /// How many digits of a card number were gathered so far.
    pub gathered: usize,
    /// Today, where it is known: a run of digits that ends in a date has one to come.
    pub today: Option<Date>,
    /// What the review shows, where one is open.
    pub reviewed: Option<Reviewed>,
}

/// What a review shows: a yes may name it, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// How much is paid, when the operator said so.
    pub amount: Option<Money>,
    /// The card's brand.
    pub brand: Brand,
    /// Its last four digits.
    pub last_four: LastFour,
    /// Month and year when it expires.
    pub expiry: Option<(u8, u16)>,
    /// Who is paid.
    pub payee: Naming,
    /// What for.
    pub what: Naming,
    /// The numbers by which people call what is paid for: "1042".
    pub numbers: [Option<u32>; Self::NUMBERS],
}

impl Reviewed {
    const NUMBERS: usize = 3;

    /// A card, and nothing else.
    #[must_use]
    pub const fn card(brand: Brand, last_four: LastFour) -> Self {
        let numbers = [None; Self::NUMBERS];
        Self { amount: None, brand, last_four, expiry: None, payee: Naming::NONE, what: Naming::NONE, numbers }
    }

    /// And what is paid for, with the order's own id where there is one.
    #[must_use]
    pub fn paying(mut self, what: Option<&str>, order: Option<&str>) -> Self {
        self.what = what.map(Naming::of).unwrap_or_default();
        let said = [what, order].into_iter().flatten().flat_map(tokens);
        let mut found = said.filter_map(|token| number(&token));
        self.numbers = std::array::from_fn(|_| found.next());
        self
    }
}

/// A number of two digits at least that is written as numbers are.
fn number(token: &Token) -> Option<u32> {
    let digits = token.text.as_str();
    let fits = token.kind == Kind::Digits && (2..=9).contains(&digits.len()) && !digits.starts_with('0');
    digits.parse().ok().filter(|_| fits)
}

/// A name that the review shows, as the hashes of its words: who says it whole names the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Naming([u64; Self::WORDS]);

impl Naming {
    /// A longer name is not known again.
    const WORDS: usize = 8;
    /// No name.
    const NONE: Self = Self([0; Self::WORDS]);

    /// The words of a name, whatever their case and accents.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let tokens = tokens(name);
        let mut words = tokens.iter().filter(|token| token.kind != Kind::Mark).map(hash);
        let naming = Self(std::array::from_fn(|_| words.next().unwrap_or_default()));
        if words.next().is_none() { naming } else { Self::NONE }
    }

    /// How many of `tokens`, from the first on, say this name.
    #[must_use]
    pub fn at(&self, tokens: &[Token]) -> Option<usize> {
        let words = self.0.iter().take_while(|&&word| word != 0);
        let mut at = 0;
        for (index, &word) in words.enumerate() {
            // "Smith & Sons", "Fast-Shop": marks inside a name may be left out.
            while index > 0 && tokens.get(at).is_some_and(|token| matches!(token.text.as_str(), "&" | "-" | "." | "'"))
            {
                at += 1;
            }
            let token = tokens.get(at).filter(|token| token.kind != Kind::Mark)?;
            if hash(token) != word {
                return None;
            }
            at += 1;
        }
        (at > 0).then_some(at)
    }
}

fn hash(token: &Token) -> u64 {
    let mut hasher = FxHasher::default();
    token.plain.as_str().hash(&mut hasher);
    hasher.finish()
}

impl Listening {
    /// Listening in a state and a language, with nothing held and the usual question asked.
    #[must_use]
    pub const fn new(state: StateName, language: Language) -> Self {
        Self {
            state,
            pending: Pending::Usual,
            after: After::Review,
            first: false,
            language,
            brand: None,
            gathered: 0,
            reviewed: None,
            today: None,
        }
    }

    /// Listening where a session stands, on a day that is not known.
    #[must_use]
    pub fn to(session: &Session) -> Self {
        let gathered = match &session.state {
            State::Card(card) => card.pieces.as_ref().map_or(0, |held| held.value.len()),
            State::Name(_)
            | State::Expiry(_)
            | State::Cvv(_)
            | State::Confirm(_)
            | State::Processing(_)
            | State::Authenticating(..)
            | State::Complete(_)
            | State::Cancelled(_) => 0,
        };
        Self {
            state: session.state_name(),
            pending: session.memory.pending,
            after: session.memory.after,
            first: session.memory.counters.turns == 0,
            language: session.memory.language,
            brand: session.state.number().map(crate::card::CardNumber::brand),
            gathered,
            today: None,
            reviewed: reviewed(session),
        }
    }
}

fn reviewed(session: &Session) -> Option<Reviewed> {
    let State::Confirm(state) = &session.state else { return None };
    let shown = &state.card.shown;
    let card = Reviewed { expiry: Some((shown.month, shown.year)), ..Reviewed::card(shown.brand, shown.last_four) };
    let Some(payment) = &session.memory.payment else { return Some(card) };
    let paying = card.paying(payment.description.as_deref(), payment.order.as_ref().map(|order| order.id.as_str()));
    let payee = payment.payee.as_deref().map(Naming::of).unwrap_or_default();
    Some(Reviewed { amount: Some(payment.amount), payee, ..paying })
}
