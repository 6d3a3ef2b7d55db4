//! Which message of the catalog words a note or an ask, and with which selectors.

use std::borrow::Cow;

use super::given::Given;
use crate::card::{Brand, NumberRejection};
use crate::dialogue::{Ask, Asked, Dropped, Field, Fields, Note, Question, Rejected, StateName, Topic};

/// One note or the ask of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Something that is said before the ask.
    Note(Note),
    /// What is asked for.
    Ask(Ask),
}

/// A message of the catalog and what it is selected by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Case {
    pub message: String,
    pub selectors: Vec<Selector>,
}

/// One selector of a message, with its value here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Selector {
    /// `$name` is one of several words; the word stands in the sentence's id.
    Word(&'static str, Cow<'static, str>),
    /// `$name` is yes or no; the id has the last word when it is yes.
    Flag(&'static str, bool, &'static str),
    /// `$count` is this number.
    Count(u8),
}

/// At most so many digits are ever gathered: the longest card number and one more.
pub(super) const MOST_DIGITS: u8 = 20;

impl Part {
    /// The same part without what no sentence depends on; so the parts are few, and every one has its sentence.
    pub(super) fn plain(self) -> Self {
        let held = |fields: Fields| fields.iter().filter(|&field| field != Field::Cvv).collect();
        match self {
            Self::Note(Note::Accepted(fields)) => Self::Note(Note::Accepted(held(fields))),
            Self::Note(Note::Changed(fields)) => Self::Note(Note::Changed(held(fields))),
            Self::Note(Note::Already { held: fields, dropped, code }) => {
                // A number that is held has not been dropped.
                let dropped = dropped.filter(|_| !fields.contains(Field::Card));
                Self::Note(Note::Already { held: held(fields), dropped, code })
            }
            // What it says is filled in: one sentence stands for all.
            Self::Note(Note::Own(_)) => Self::Note(Note::Own(0)),
            Self::Note(Note::Gathered(digits)) => Self::Note(Note::Gathered(digits.clamp(1, MOST_DIGITS))),
            // A brand's name is filled in: one of them stands for all that read the same.
            Self::Note(Note::Rejected(Rejected::Card(reason))) => {
                Self::Note(Note::Rejected(Rejected::Card(of_any_brand(reason))))
            }
            Self::Ask(Ask::Cvv(often, brand)) => Self::Ask(Ask::Cvv(often, like(brand))),
            Self::Note(_) | Self::Ask(_) => self,
        }
    }

    /// Whether the sentence asks for something.
    pub(super) const fn asks(self) -> bool {
        matches!(self, Self::Ask(_))
    }

    /// The field that the sentence is about, where it is about one.
    pub(super) fn about(self) -> Option<Field> {
        match self {
            Self::Note(Note::Rejected(rejected)) => Some(rejected.field()),
            Self::Note(Note::WhichOne(field) | Note::ValueWanted(field) | Note::KeptOld(field)) => Some(field),
            Self::Ask(Ask::Name(_) | Ask::OwnName) => Some(Field::Name),
            Self::Ask(Ask::Card(_) | Ask::Rest) => Some(Field::Card),
            Self::Ask(Ask::Expiry(_)) => Some(Field::Expiry),
            Self::Ask(Ask::Cvv(..)) => Some(Field::Cvv),
            Self::Note(_) | Self::Ask(_) => None,
        }
    }

    /// The message and its selectors; `given` holds no more than [`Part::depends_on`].
    pub(super) fn case(self, given: Given) -> Case {
        match self {
            Self::Note(note) => note_case(note, given),
            Self::Ask(ask) => ask_case(ask, given),
        }
    }
}

/// The same reason, of whichever brand the number was read as.
fn of_any_brand(reason: NumberRejection) -> NumberRejection {
    let brand = reason.brand().map(|_| Brand::ALL[0]);
    match reason {
        NumberRejection::TooShort { .. } => NumberRejection::TooShort { brand },
        NumberRejection::TooLong { .. } => NumberRejection::TooLong { brand },
        NumberRejection::Mistyped { .. } => NumberRejection::Mistyped { brand },
        NumberRejection::NotAccepted { .. } => NumberRejection::NotAccepted { brand },
        NumberRejection::NoDigits | NumberRejection::Demonstration => reason,
    }
}

/// The first brand with a code as long as that of `brand`.
fn like(brand: Brand) -> Brand {
    Brand::ALL.into_iter().find(|other| other.cvv_length() == brand.cvv_length()).unwrap_or(brand)
}

const fn code_length(brand: Brand) -> &'static str {
    if brand.cvv_length() == 4 { "four" } else { "three" }
}

impl Case {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), selectors: Vec::new() }
    }

    fn word(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.selectors.push(Selector::Word(name, value.into()));
        self
    }

    fn flag(mut self, name: &'static str, value: bool, word: &'static str) -> Self {
        self.selectors.push(Selector::Flag(name, value, word));
        self
    }

    fn with(mut self, selector: Selector) -> Self {
        self.selectors.push(selector);
        self
    }

    fn payee(self, given: Given) -> Self {
        self.flag("has_payee", given.has(Given::PAYEE), "payee")
    }

    fn description(self, given: Given) -> Self {
        self.flag("has_description", given.has(Given::DESCRIPTION), "description")
    }

    fn card(self, given: Given) -> Self {
        self.flag("has_card", given.has(Given::CARD), "shown")
    }

    fn ways(self, given: Given) -> Self {
        self.flag("has_ways", given.has(Given::WAYS), "ways")
    }

    fn settled(self, given: Given) -> Self {
        self.flag("is_settled", given.has(Given::SETTLED), "settled")
    }

    fn charging(self, charging: bool) -> Self {
        self.flag("is_charging", charging, "charging")
    }
}

fn note_case(note: Note, given: Given) -> Case {
    match note {
        Note::Automated => Case::new("automated"),
        Note::Welcome { payment, demonstration } => welcome_case(payment, demonstration, given),
        Note::Greeted => Case::new("greeted"),
        Note::Accepted(fields) => Case::new("accepted").word("fields", fields.to_string()).card(given),
        Note::Changed(fields) => Case::new("changed").word("fields", fields.to_string()).card(given),
        Note::Rejected(rejected) => rejected_case(rejected),
        Note::KeptOld(field) => Case::new("kept_old").word("field", field.wire()),
        Note::WhichOne(field) => Case::new("which_one").word("field", field.wire()),
        Note::Gathered(digits) => Case::new("gathered").with(Selector::Count(digits)),
        Note::CvvNotKept => Case::new("cvv_not_kept").flag("is_review", given.has(Given::REVIEW), "review"),
        Note::CardAgain(dropped) => Case::new("card_again").word("dropped", dropped.wire()),
        Note::NotUnderstood => Case::new("not_understood"),
        Note::NoAnswer => Case::new("no_answer"),
        Note::Helped(topic) => helped_case(topic, given),
        Note::Own(_) => Case::new("own"),
        Note::Simpler => Case::new("simpler"),
        Note::Stands { step, charging } => stands_case(step, charging, given),
        Note::Handoff => Case::new("handoff"),
        Note::OtherWay => Case::new("other_way").ways(given),
        Note::Identity => Case::new("identity"),
        Note::BackTo(field) => Case::new("back_to").word("field", field.wire()),
        Note::DateToo => Case::new("date_too"),
        Note::Kept(act) => Case::new("kept").word("act", act.wire()),
        Note::Sympathy => Case::new("sympathy"),
        Note::OthersCard => Case::new("others_card"),
        Note::Pressed(moved) => Case::new("pressed").word("moved", moved.wire()),
        Note::Minor => Case::new("minor"),
        Note::NotMe(moved) => Case::new("not_me").word("moved", moved.wire()),
        Note::Claimed(claim, moved) => Case::new("claimed").word("claim", claim.wire()).word("moved", moved.wire()),
        Note::BankCode => Case::new("bank_code"),
        Note::Delayed => Case::new("delayed"),
        Note::NotAgain => Case::new("not_again"),
        Note::PayAgain => Case::new("pay_again"),
        Note::Privacy => Case::new("privacy"),
        Note::Apologised => Case::new("apologised"),
        Note::Already { held, dropped, code } => already_case(held, dropped, code),
        Note::Waiting => Case::new("waiting"),
        Note::Refused { field, again } => refused_case(field, again, given),
        Note::Welcomed => Case::new("welcomed"),
        Note::Farewell => Case::new("farewell"),
        Note::LanguageSet => Case::new("language_set"),
        Note::LanguageUnknown => Case::new("language_unknown"),
        Note::ChangeWhat => Case::new("change_what"),
        Note::ValueWanted(field) => Case::new("value_wanted").word("field", field.wire()),
        Note::YesUnclear => Case::new("yes_unclear"),
        Note::NearBound => Case::new("near_bound").ways(given),
        Note::Refusing(refusal) => Case::new("refusing").word("refusal", refusal.wire()),
        Note::CancelAsked => Case::new("cancel_asked").settled(given),
        Note::Voided => Case::new("voided"),
        Note::Declined(decline) => Case::new("declined").word("decline", decline.wire()),
        Note::PaidAfterAll => Case::new("paid_after_all"),
        Note::GatewayDown => Case::new("gateway_down").flag("is_code", given.has(Given::CODE), "code"),
        Note::OurFault => Case::new("our_fault"),
        Note::Unsure => Case::new("unsure"),
        Note::RulesChanged => Case::new("rules_changed"),
        Note::OrderBusy => Case::new("order_busy"),
        Note::Paused => Case::new("paused"),
        Note::Mandate => Case::new("mandate"),
    }
}

fn welcome_case(payment: bool, demonstration: bool, given: Given) -> Case {
    Case::new("welcome")
        .flag("is_demonstration", demonstration, "demonstration")
        .flag("has_payment", payment, "payment")
        .payee(given)
        .description(given)
}

fn stands_case(step: StateName, charging: bool, given: Given) -> Case {
    Case::new("stands").word("step", step.wire()).charging(charging).settled(given)
}

fn refused_case(field: Field, again: bool, given: Given) -> Case {
    Case::new("refused").word("field", field.wire()).flag("is_again", again, "again").ways(given)
}

fn already_case(held: Fields, dropped: Option<Dropped>, code: bool) -> Case {
    Case::new("already")
        .word("held", held.to_string())
        .word("dropped", dropped.map_or("none", Dropped::wire))
        .flag("is_code", code, "code")
}

fn ask_case(ask: Ask, given: Given) -> Case {
    let asked = |message: &str, asked: Asked| Case::new(message).word("asked", asked.wire());
    match ask {
        Ask::Name(often) => asked("ask-name", often),
        Ask::OwnName => Case::new("ask-own_name"),
        Ask::Card(often) => asked("ask-card", often),
        Ask::Rest => Case::new("ask-rest"),
        Ask::Expiry(often) => asked("ask-expiry", often),
        Ask::Cvv(often, brand) => {
            Case::new("ask-cvv").word("code_length", code_length(brand)).word("asked", often.wire())
        }
        Ask::Review { charging } => Case::new("ask-review").charging(charging).payee(given).description(given),
        Ask::ReviewAgain { charging, again } => {
            Case::new("ask-review_again").charging(charging).flag("is_again", again, "again")
        }
        Ask::WhatToChange => Case::new("ask-what_to_change"),
        Ask::Sure { of, again } => question_case(of).flag("is_again", again, "again"),
        Ask::Processing => Case::new("ask-processing"),
        Ask::Authenticate => Case::new("ask-authenticate"),
        Ask::Receipt { charged, again } => Case::new("ask-receipt")
            .flag("is_charged", charged, "charged")
            .flag("is_again", again, "again")
            .payee(given),
        Ask::Ended(reason) => Case::new("ask-ended").word("reason", reason.wire()),
        Ask::Anew => Case::new("ask-anew"),
    }
}

fn question_case(of: Question) -> Case {
    match of {
        Question::Cancel => Case::new("ask-sure-cancel"),
        Question::Pay { charging } => Case::new("ask-sure-pay").charging(charging),
        Question::Restart => Case::new("ask-sure-restart"),
        Question::Back(field) => Case::new("ask-sure-back").word("field", field.wire()),
        Question::Change(field) => Case::new("ask-sure-change").word("field", field.wire()),
        Question::IsName => Case::new("ask-sure-is_name"),
        Question::TakeName => Case::new("ask-sure-take_name"),
        Question::TakeCard => Case::new("ask-sure-take_card"),
        Question::TakeExpiry => Case::new("ask-sure-take_expiry"),
        Question::Which { reviewing } => Case::new("ask-sure-which").flag("is_review", reviewing, "review"),
        Question::Permission => Case::new("ask-sure-permission"),
        Question::Resume => Case::new("ask-sure-resume"),
    }
}

fn rejected_case(rejected: Rejected) -> Case {
    let case = Case::new(format!("rejected-{}-{}", rejected.field().wire(), rejected.reason()));
    match rejected {
        Rejected::Card(NumberRejection::NoDigits | NumberRejection::Demonstration)
        | Rejected::Name(_)
        | Rejected::Expiry(_)
        | Rejected::Cvv(_) => case,
        Rejected::Card(reason) => case.flag("is_known", reason.brand().is_some(), "known"),
    }
}

fn helped_case(topic: Topic, given: Given) -> Case {
    let case = Case::new(format!("helped-{topic}"));
    match topic {
        Topic::What(Field::Cvv) => {
            let three = if given.has(Given::THREE) { "three" } else { "unknown" };
            case.word("code_length", if given.has(Given::FOUR) { "four" } else { three })
        }
        Topic::Payment => case
            .flag("has_payment", given.has(Given::PAYMENT), "known")
            .payee(given)
            .description(given)
            .charging(given.has(Given::CHARGING)),
        Topic::Fees | Topic::Tax => case.charging(given.has(Given::CHARGING)),
        Topic::Payee | Topic::Genuine => case.payee(given),
        Topic::Deadline | Topic::Later => case.flag("has_order", given.has(Given::ORDER), "order"),
        Topic::General
        | Topic::Why(_)
        | Topic::What(Field::Name | Field::Card | Field::Expiry)
        | Topic::WhyDeclined
        | Topic::Safety
        | Topic::Brands
        | Topic::Pin
        | Topic::Worn
        | Topic::Statement => case,
    }
}
