//! Options that several commands share: what is paid, what is taken, and the limits.

use std::sync::LazyLock;

use clap::Args;
use jiff::SignedDuration;

use super::AnswersOptions;
use crate::adapters::CURRENCIES;
use crate::card::BrandSet;
use crate::dialogue::{DeclineDetail, Language, Money, MoneyError, Payment, Policy};

/// The limits that were reviewed: they hold unless an operator sets others.
static REVIEWED: LazyLock<Policy> = LazyLock::new(Policy::default);

/// Options that say what every session pays that brings no order.
pub trait Paid: Args {
    /// What is paid, when an amount is given.
    fn payment(&self) -> Option<Payment>;
}

/// No options: where no session begins, nothing new is to be paid.
#[derive(Args, Clone, Copy, Debug)]
pub struct NothingPaid {}

impl Paid for NothingPaid {
    fn payment(&self) -> Option<Payment> {
        None
    }
}

/// What every new session is to pay.
#[derive(Args, Debug)]
#[command(next_help_heading = "What is paid")]
pub struct PaymentOptions {
    /// The amount, like "49.90 EUR". Without it the card only becomes a token.
    #[arg(long, value_name = "AMOUNT", env = "PAYMENT_SMART_BOT_AMOUNT", value_parser = amount)]
    amount: Option<Money>,

    /// Who is paid, as the customer knows them.
    #[arg(long, value_name = "NAME", requires = "amount", env = "PAYMENT_SMART_BOT_PAYEE")]
    payee: Option<String>,

    /// What is paid for, like "order 1042".
    #[arg(long, value_name = "TEXT", requires = "amount", env = "PAYMENT_SMART_BOT_DESCRIPTION")]
    description: Option<String>,
}

impl Paid for PaymentOptions {
    fn payment(&self) -> Option<Payment> {
        let amount = self.amount?;
        Some(Payment { amount, payee: self.payee.clone(), description: self.description.clone(), order: None })
    }
}

/// What is taken, and how often things may go wrong.
#[derive(Args, Debug)]
#[command(next_help_heading = "What is taken, and the limits")]
pub struct PolicyOptions {
    /// Which brands are taken, like "visa,mastercard". All that are known, unless given.
    #[arg(long, value_name = "LIST", env = "PAYMENT_SMART_BOT_BRANDS", value_parser = brands)]
    brands: Option<BrandSet>,

    /// How to reach a person, as the customer shall read it. Unless given, support@example.com, which is made up.
    #[arg(long, value_name = "TEXT", env = "PAYMENT_SMART_BOT_CONTACT")]
    contact: Option<String>,

    /// Other ways to pay, as the customer shall read them. Unless given, "bank transfer", in the customer's language.
    #[arg(long, value_name = "TEXT", env = "PAYMENT_SMART_BOT_OTHER_WAYS")]
    other_ways: Option<String>,

    /// What is answered beside what is built in.
    #[command(flatten)]
    answers: AnswersOptions,

    /// Never charge: the card only becomes a token, even when there is an amount.
    #[arg(long, env = "PAYMENT_SMART_BOT_TOKENISE_ONLY")]
    tokenise_only: bool,

    /// Invalid answers to one field before the session is cancelled.
    #[arg(long, value_name = "N", default_value_t = REVIEWED.invalid_answers, env = "PAYMENT_SMART_BOT_INVALID_ANSWERS", value_parser = counted())]
    invalid_answers: u8,

    /// Invalid answers to one field from which on help is added.
    #[arg(long, value_name = "N", default_value_t = REVIEWED.help_at, env = "PAYMENT_SMART_BOT_HELP_AT", value_parser = counted())]
    help_at: u8,

    /// Turns without progress before the session is cancelled.
    #[arg(long, value_name = "N", default_value_t = REVIEWED.stale_turns, env = "PAYMENT_SMART_BOT_STALE_TURNS", value_parser = counted())]
    stale_turns: u8,

    /// Turns before the session is cancelled.
    #[arg(long, value_name = "N", default_value_t = REVIEWED.turns, env = "PAYMENT_SMART_BOT_TURNS", value_parser = clap::value_parser!(u32).range(5..=10_000))]
    turns: u32,

    /// Corrections before the session is cancelled.
    #[arg(long, value_name = "N", default_value_t = REVIEWED.corrections, env = "PAYMENT_SMART_BOT_CORRECTIONS", value_parser = counted())]
    corrections: u8,

    /// Confirmed attempts before the session is cancelled.
    #[arg(long, value_name = "N", default_value_t = REVIEWED.attempts, env = "PAYMENT_SMART_BOT_ATTEMPTS", value_parser = counted())]
    attempts: u8,

    /// Different cards that a session may try, by the gateway's own id of a card.
    #[arg(long, value_name = "N", default_value_t = REVIEWED.cards, env = "PAYMENT_SMART_BOT_CARDS", value_parser = counted())]
    cards: u8,

    /// How much a decline may say: hint (what can be mended, for a signed order and once a card) or plain.
    #[arg(long, value_name = "hint|plain", value_enum, default_value_t = REVIEWED.decline_detail, env = "PAYMENT_SMART_BOT_DECLINE_DETAIL")]
    decline_detail: DeclineDetail,

    /// Failed attempts within an hour from one client address, after which nothing more is charged from there. (IPv6: from a
    /// /64; twice as many from a /56, eight times from a /48. Four times as many cards may become a token and not be charged.)
    #[arg(long, value_name = "N", default_value_t = REVIEWED.place_failures, env = "PAYMENT_SMART_BOT_ADDRESS_FAILURES", value_parser = counted())]
    address_failures: u8,

    /// Attempts within five to ten minutes, those of signed orders aside, from which on nothing is sent and no session begins
    /// when more than half of them failed.
    #[arg(long, value_name = "N", default_value_t = REVIEWED.breaker_confirmations, env = "PAYMENT_SMART_BOT_BREAKER_CONFIRMATIONS", value_parser = clap::value_parser!(u32).range(1..))]
    breaker_confirmations: u32,

    /// How long a card number may be held, in minutes; never more than 15.
    #[arg(long, value_name = "MINUTES", default_value_t = REVIEWED.card_data.as_mins(), env = "PAYMENT_SMART_BOT_CARD_DATA_MINUTES", value_parser = clap::value_parser!(i64).range(1..=15))]
    card_data_minutes: i64,

    /// How long a session lives after its last message, in minutes.
    #[arg(long, value_name = "MINUTES", default_value_t = REVIEWED.session.as_mins(), env = "PAYMENT_SMART_BOT_SESSION_MINUTES", value_parser = clap::value_parser!(i64).range(1..=1_440))]
    session_minutes: i64,

    /// How long a payment may stay undecided, in minutes: the next look after that cancels it.
    #[arg(long, value_name = "MINUTES", default_value_t = REVIEWED.undecided.as_mins(), env = "PAYMENT_SMART_BOT_UNDECIDED_MINUTES", value_parser = clap::value_parser!(i64).range(15..=1_440))]
    undecided_minutes: i64,

    /// How long an order's record keeps the gateway's ids of the card numbers that it was tried with, in days. They bound
    /// how many cards an order may try; whoever keeps them for longer than 30 days writes down why.
    #[arg(long, value_name = "DAYS", default_value_t = days(REVIEWED.fingerprints), env = "PAYMENT_SMART_BOT_FINGERPRINT_DAYS", value_parser = clap::value_parser!(i64).range(1..=365))]
    fingerprint_days: i64,
}

impl PolicyOptions {
    /// What customers are told that no operator has said, and how to say it.
    #[must_use]
    pub fn made_up(&self) -> Option<String> {
        let contact = &REVIEWED.contact;
        let contact = self.contact.is_none().then(|| {
            format!("to reach a person at \"{contact}\", which is made up: set PAYMENT_SMART_BOT_CONTACT (--contact)")
        });
        let ways = self.other_ways.is_none().then(|| {
            "that they can pay by \"bank transfer\", which nobody said: set PAYMENT_SMART_BOT_OTHER_WAYS (--other-ways)"
                .to_owned()
        });
        let told: Vec<String> = contact.into_iter().chain(ways).collect();
        (!told.is_empty()).then(|| format!("customers are told {}", told.join("; and ")))
    }

    /// The policy they make.
    #[must_use]
    pub fn policy(&self) -> Policy {
        Policy {
            accepted: self.brands.unwrap_or(REVIEWED.accepted),
            demonstration: true,
            charge: !self.tokenise_only,
            keep: false,
            decline_detail: self.decline_detail,
            invalid_answers: self.invalid_answers,
            help_at: self.help_at,
            stale_turns: self.stale_turns,
            turns: self.turns,
            corrections: self.corrections,
            attempts: self.attempts,
            cards: self.cards,
            faults: REVIEWED.faults,
            place_failures: self.address_failures,
            breaker_confirmations: self.breaker_confirmations,
            card_data: SignedDuration::from_mins(self.card_data_minutes),
            session: SignedDuration::from_mins(self.session_minutes),
            undecided: SignedDuration::from_mins(self.undecided_minutes),
            fingerprints: SignedDuration::from_hours(24 * self.fingerprint_days),
            contact: self.contact.clone().unwrap_or_else(|| REVIEWED.contact.clone()),
            other_ways: self.other_ways.clone(),
            own_answers: self.answers.answers(),
        }
    }
}

fn days(time: SignedDuration) -> i64 {
    time.as_hours() / 24
}

fn counted() -> clap::builder::RangedI64ValueParser<u8> {
    clap::value_parser!(u8).range(1..)
}

fn brands(list: &str) -> Result<BrandSet, String> {
    let brands: BrandSet = list.parse().map_err(|error| format!("{error}"))?;
    if brands == BrandSet::EMPTY { Err("at least one brand must be taken".to_owned()) } else { Ok(brands) }
}

/// An amount that the gateway charges.
///
/// # Errors
/// Why it does not, or that it is none.
pub fn amount(text: &str) -> Result<Money, MoneyError> {
    CURRENCIES.parse(text)
}

/// The language of a tag.
///
/// # Errors
/// When it is not spoken here; says which are.
pub fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag)
        .ok_or_else(|| format!("that language is not spoken here; spoken are: {}", Language::spoken()))
}

#[cfg(test)]
mod tests {
    use clap::{Command, FromArgMatches as _};

    use super::*;

    #[test]
    fn without_an_option_every_limit_is_the_one_that_was_reviewed() {
        let command = PolicyOptions::augment_args(Command::new("policy")).mut_args(|arg| arg.env(None::<&str>));
        let options = PolicyOptions::from_arg_matches(&command.get_matches_from(["policy"])).expect("the defaults");
        assert_eq!(options.policy(), Policy::default());
    }
}
