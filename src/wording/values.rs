//! What fills placeholders.

use std::fmt;

use jiff::Timestamp;

use super::given::Given;
use super::placeholder::Placeholder;
use crate::card::{Brand, BrandSet, CardNumber, Expiry, LastFour, Name};
use crate::dialogue::{Act, IntentId, Link, Money, Note, Payment, Policy, Rejected, Session, State, Token, Value};

/// What fills the placeholders of sentences: what may be shown of a session, and the operator's own texts.
///
/// It is for the reply only: it is not serialised, and its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Values {
    pub(super) name: Option<Name>,
    pub(super) brand: Option<Brand>,
    /// That of a number that the reply says was not taken.
    pub(super) brand_read: Option<Brand>,
    pub(super) last_four: Option<LastFour>,
    pub(super) expiry: Option<Expiry>,
    pub(super) payment: Option<Payment>,
    pub(super) charging: bool,
    pub(super) contact: String,
    /// Nothing where the operator said nothing: then it is what each language has for that.
    pub(super) other_ways: Option<String>,
    pub(super) link: Option<Link>,
    pub(super) digits: Option<u8>,
    pub(super) accepted: BrandSet,
    pub(super) receipt: Option<IntentId>,
    pub(super) token: Option<Token>,
    pub(super) minutes: i64,
    pub(super) answer: Option<String>,
}

impl fmt::Debug for Values {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Values(…)")
    }
}

impl Values {
    /// What may be shown of `session`, and what `policy` says for the operator.
    #[must_use]
    pub fn of(session: &Session, policy: &Policy) -> Self {
        let state = &session.state;
        let face = state.face();
        let (token, receipt) = match state {
            State::Complete(receipt) => (Some(receipt.token.clone()), receipt.intent.clone()),
            State::Confirm(_)
            | State::Processing(_)
            | State::Authenticating(..)
            | State::Name(_)
            | State::Card(_)
            | State::Expiry(_)
            | State::Cvv(_)
            | State::Cancelled(_) => (None, None),
        };
        // What is asked about is what is shown of its field: that reply speaks of no other.
        let (name, offered, expiry) = match state.offer() {
            Some(Value::Name(name)) => (Some(name), None, None),
            Some(Value::Card(held)) => (None, Some(&held.value), None),
            Some(Value::Expiry(expiry)) => (None, None, Some(expiry)),
            None => (None, None, None),
        };
        let number = offered.or(state.number());
        Self {
            name: name.or_else(|| state.name().cloned()),
            brand: face.map(|face| face.brand).or_else(|| number.map(CardNumber::brand)),
            last_four: face.map(|face| face.last_four).or_else(|| number.map(CardNumber::last_four)),
            expiry: expiry.or_else(|| state.expiry()),
            payment: session.memory.payment.clone(),
            charging: policy.charge && session.memory.payment.is_some(),
            contact: policy.contact.clone(),
            other_ways: policy.other_ways.clone(),
            link: link(state),
            digits: gathered(state),
            accepted: policy.accepted,
            receipt,
            token,
            minutes: policy.session.as_mins(),
            brand_read: None,
            answer: None,
        }
    }

    /// With what `act` itself brings along: the brand of a number that was not taken, and the operator's own answer.
    #[must_use]
    pub fn answering(mut self, act: &Act, policy: &Policy) -> Self {
        self.brand_read = act.notes.iter().find_map(|note| brand_read(*note));
        let told = act.notes.iter().find_map(|note| if let Note::Own(at) = note { Some(*at) } else { None });
        self.answer = told.and_then(|at| policy.own_answers.get(at)).map(|answer| answer.text.clone());
        self
    }

    /// With so many digits of a number gathered.
    #[must_use]
    pub fn with_digits(mut self, digits: u8) -> Self {
        self.digits = Some(digits);
        self
    }

    /// What is paid.
    pub(super) fn amount(&self) -> Option<Money> {
        self.payment.as_ref().map(|payment| payment.amount)
    }

    /// Until when it may be paid.
    pub(super) fn until(&self) -> Option<Timestamp> {
        self.payment.as_ref()?.order.as_ref().filter(|order| !order.minted).map(|order| order.expires)
    }

    /// Who gets it.
    pub(super) fn payee(&self) -> Option<&str> {
        present(self.payment.as_ref()?.payee.as_deref()?)
    }

    /// What for.
    pub(super) fn description(&self) -> Option<&str> {
        present(self.payment.as_ref()?.description.as_deref()?)
    }

    /// Whether there is something to fill a placeholder with.
    pub(super) fn has(&self, placeholder: Placeholder) -> bool {
        match placeholder {
            Placeholder::Name => self.name.is_some(),
            Placeholder::Brand => self.brand.is_some(),
            Placeholder::BrandRead => self.brand_read.is_some(),
            Placeholder::LastFour => self.last_four.is_some(),
            Placeholder::Expiry => self.expiry.is_some(),
            Placeholder::Amount => self.payment.is_some(),
            Placeholder::Payee => self.payee().is_some(),
            Placeholder::Description => self.description().is_some(),
            // The operator owes it: a policy without a contact is a mistake, and no reason to leave an answer out.
            Placeholder::Contact | Placeholder::Minutes => true,
            Placeholder::OtherWays => self.other_ways.as_deref().is_none_or(|ways| present(ways).is_some()),
            Placeholder::Link => self.link.is_some(),
            Placeholder::Digits => self.digits.is_some(),
            Placeholder::Accepted => self.accepted != BrandSet::EMPTY,
            Placeholder::Receipt => self.receipt.is_some(),
            Placeholder::Token => self.token.is_some(),
            Placeholder::Until => self.until().is_some(),
            Placeholder::Answer => self.answer.is_some(),
        }
    }

    /// The facts that choose between sentences.
    pub(super) fn given(&self) -> Given {
        let card = self.brand.is_some() && self.last_four.is_some();
        Given::NONE
            .and_if(self.payment.is_some(), Given::PAYMENT)
            .and_if(self.payee().is_some(), Given::PAYEE)
            .and_if(self.description().is_some(), Given::DESCRIPTION)
            .and_if(self.charging, Given::CHARGING)
            .and_if(card, Given::CARD)
            .and_if(self.until().is_some(), Given::ORDER)
            .and_if(self.has(Placeholder::OtherWays), Given::WAYS)
            .and(self.brand.map_or(Given::NONE, Given::code_of))
    }
}

/// The brand of the number that a note says was not taken.
const fn brand_read(note: Note) -> Option<Brand> {
    if let Note::Rejected(Rejected::Card(reason)) = note { reason.brand() } else { None }
}

fn present(text: &str) -> Option<&str> {
    (!text.trim().is_empty()).then_some(text)
}

fn link(state: &State) -> Option<Link> {
    match state {
        State::Authenticating(_, link) => Some(link.clone()),
        State::Name(_)
        | State::Card(_)
        | State::Expiry(_)
        | State::Cvv(_)
        | State::Confirm(_)
        | State::Processing(_)
        | State::Complete(_)
        | State::Cancelled(_) => None,
    }
}

fn gathered(state: &State) -> Option<u8> {
    match state {
        State::Card(card) => card.pieces.as_ref().and_then(|held| u8::try_from(held.value.len()).ok()),
        State::Name(_)
        | State::Expiry(_)
        | State::Cvv(_)
        | State::Confirm(_)
        | State::Processing(_)
        | State::Authenticating(..)
        | State::Complete(_)
        | State::Cancelled(_) => None,
    }
}
