//! Which published test number does what. Everything else that is published is simply paid.
//!
//! Sources: docs.stripe.com/testing and docs.stripe.com/declines/codes for Stripe's numbers. Numbers of other
//! processors stand for what Stripe publishes no number for: there the meaning is ours.

use super::plan::Plan;
use crate::dialogue::Decline;

/// What becomes of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// It becomes a token; charging it goes so.
    Charge(Plan),
    /// It becomes no token.
    Refused(Decline),
    /// Whether it becomes a token stays unknown (the gateway answers 500).
    Unanswered,
    /// The gateway lets this operator send no card numbers.
    Misconfigured,
}

/// A published test number and what the sandbox does with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The number.
    pub number: &'static str,
    /// What becomes of it.
    pub behaviour: Behaviour,
    /// In words, for `--help` and the README.
    pub about: &'static str,
}

const fn charge(number: &'static str, plan: Plan, about: &'static str) -> Scenario {
    Scenario { number, behaviour: Behaviour::Charge(plan), about }
}

const fn tokenise(number: &'static str, behaviour: Behaviour, about: &'static str) -> Scenario {
    Scenario { number, behaviour, about }
}

/// What can be walked by hand, in the order in which it is told.
pub const SCENARIOS: [Scenario; 31] = [
    charge("4242424242424242", Plan::Paid, "paid"),
    // Stripe's declines.
    charge("4000000000000002", Plan::Declined(Decline::Plain), "declined: generic_decline"),
    charge("4000000000009995", Plan::Declined(Decline::OtherCard), "declined: insufficient_funds"),
    charge("4000000000009987", Plan::Declined(Decline::Plain), "declined: lost_card"),
    charge("4000000000009979", Plan::Declined(Decline::Plain), "declined: stolen_card"),
    charge("4000000000000069", Plan::Declined(Decline::OtherCard), "declined: expired_card"),
    charge("4000000000000127", Plan::Declined(Decline::Cvv), "declined: incorrect_cvc"),
    charge("4000000000000119", Plan::Declined(Decline::TryAgain), "declined: processing_error"),
    charge("4000000000006975", Plan::Declined(Decline::OtherCard), "declined: card_velocity_exceeded"),
    charge("4100000000000019", Plan::Declined(Decline::Plain), "declined: blocked as fraudulent"),
    charge("4000000000000341", Plan::Declined(Decline::Plain), "declined, though it became a token"),
    charge("4000008400001280", Plan::Declined(Decline::Plain), "declined: the 3-D Secure lookup fails"),
    // Stripe's 3-D Secure. It counts as passed once the customer says so ("done").
    charge("4000000000003220", Plan::ThreeDs, "3-D Secure, passed by the next message (\"done\")"),
    charge("4000002500003155", Plan::ThreeDs, "3-D Secure, passed by the next message"),
    charge("4000002760003184", Plan::ThreeDs, "3-D Secure, passed by the next message"),
    charge("4000000000003063", Plan::ThreeDs, "3-D Secure, passed by the next message"),
    charge("4000008400001629", Plan::ThreeDsDeclined(Decline::Plain), "3-D Secure, then declined"),
    charge("4000008260003178", Plan::ThreeDsDeclined(Decline::OtherCard), "3-D Secure, then insufficient_funds"),
    // From here on other processors' numbers; the meaning is ours.
    charge("4012000033330026", Plan::ThreeDsDeclined(Decline::Authentication), "3-D Secure, not passed"),
    charge("4012000077777777", Plan::Pending, "processing; paid at the second look"),
    charge("4009348888881881", Plan::PendingDeclined, "processing, then declined"),
    charge("4012888888881881", Plan::Moved, "time-out; the money moved"),
    charge("4217651111111119", Plan::Lost, "time-out; the charge never arrived, and is sent again"),
    charge("4500600000000061", Plan::Slow, "no answer three times, then paid; can be cancelled meanwhile"),
    charge("4005519200000004", Plan::TooLate, "processing; a cancellation comes too late"),
    charge("4988438843884305", Plan::Declined(Decline::Number), "declined: incorrect_number"),
    charge("4977949494949497", Plan::Declined(Decline::Expiry), "declined: invalid_expiry_year"),
    tokenise("4543474002249996", Behaviour::Refused(Decline::Number), "no token: incorrect_number"),
    tokenise("4484070000000000", Behaviour::Refused(Decline::Expiry), "no token: invalid_expiry_year"),
    tokenise("4035501000000008", Behaviour::Unanswered, "no token: the gateway answers 500"),
    tokenise("4360000001000005", Behaviour::Misconfigured, "no token: the operator may not send card numbers"),
];

/// What becomes of the card with this number.
pub(super) fn behaviour(number: &str) -> Behaviour {
    SCENARIOS.iter().find(|scenario| scenario.number == number).map_or(Behaviour::Charge(Plan::Paid), |s| s.behaviour)
}
