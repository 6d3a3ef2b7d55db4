//! What holds on the whole driven graph, each with the number of runs that it was checked on.

mod orders;
mod questions;

use super::drive::{Driven, Run};
use super::graph;
use super::property::Property;
use crate::dialogue::{
    Certainty, Command, Event, Field, Flight, Guard, Heard, Pending, Said, Session, State, StateName, Verdict, Wish,
};
use orders::{barred, hinted, one_intent};
use questions::{
    acknowledged, automated, blocked, carried, closed, doubtful, dropped_is_said, ends, ends_in_flight, holds,
    invalid_answers, likely_yes, not_again, offered, offered_again, own_turn, refused, sure,
};

/// `None` where the run says nothing about the property.
type Check = fn(&Run<'_>) -> Option<bool>;

/// Every property that one run can break.
const CHECKS: &[(&str, Check)] = &[
    (
        "every `Charge` follows an affirm of that very review in the same turn, or sends the same attempt again that never \
         arrived",
        charge,
    ),
    (
        "a review counts as affirmed only when it stands, was seen, and the message was a plain yes to it or to its own \
         question",
        affirmed,
    ),
    ("at most one attempt is unresolved: nothing in flight starts another", one_attempt),
    ("a code is used only in the event that brings it: `Tokenise` follows a message with a code", tokenise),
    ("*InFlight* is left by a verdict on this session's own attempt only", in_flight),
    ("a verdict on another intent or attempt changes nothing", others_verdict),
    ("no state from `Confirm` on holds a number", no_number),
    ("no event lowers a counter that guards against abuse (turns, corrections, attempts, declines)", abuse),
    ("no message is dropped: each is answered, or the gateway is asked", answered),
    ("every message is counted, so that every loop ends", counted),
    ("nothing leaves *Ended*", ended),
    ("a declined payment goes back to the card, to the name where that is not known any more, or ends", declined),
    ("a wish to cancel in flight asks the gateway, and ends nothing by itself", cancel_in_flight),
    ("a token for another revision of the card is never taken", stale_token),
    ("a record is deleted only when its owner asked for that", purge),
    (
        "only a certain message, the answer to its question, the owner's wish, a bound or an order that cannot be paid cancels while collecting",
        cancel_while_collecting,
    ),
    ("what was paid ends in `Complete`, whatever was wished", paid),
    ("what the issuer takes for a payment that was made already is tried no further, with no card", duplicate),
    ("what the gateway refuses as a request is no attempt and no decline, and takes no card away", our_fault),
    ("where an intent stands, `OpenIntent` names it, so that none is opened beside it", one_intent),
    ("a charge that was not sent counts as no attempt, and keeps no money in the air", barred),
    ("which field of a card is wrong is told only for a signed order, and once a card", hinted),
    ("nothing new is charged at the bound of attempts or of cards, however it was reached", attempts_bound),
    ("nothing is charged while the customer's wish to cancel, change, restart or delete stands", wish_holds),
    (
        "while a wish stands, whoever comes next carries it out: the gateway is asked to cancel, not only looked at",
        wish_again,
    ),
    ("a promise to delete stands until the payment is settled, whatever is said meanwhile", delete_stands),
    ("where the owner asked for deletion, the end of the payment deletes the record", delete_kept),
    ("no event gives card data that is held already more time", no_more_time),
    (
        "no message charges, cancels, starts over, goes back, or drops or replaces a token or a value without a command that \
         is certain, the yes to its own question, or a value that is certain",
        sure,
    ),
    ("a value is asked about exactly as long as its question is open", offered),
    ("what is asked about outlives a message only when its question is put again", offered_again),
    ("a name that may be none is held after the yes to its question only", doubtful),
    ("a likely yes charges nothing, whatever was asked", likely_yes),
    ("an answer to another reply than the one that asked does nothing that its question was about", own_turn),
    (
        "no question is put twice running without the words to type, the review in one line neither, and none a third time \
         but what blocks the review: every question ends",
        ends,
    ),
    (
        "so many questions in flight as there may be turns without progress: after that none is put, nothing is sent again \
         and the payment is looked up",
        ends_in_flight,
    ),
    (
        "what blocks the review (somebody else's card, a minor, somebody pressed) keeps it closed until its own question is \
         answered with yes, and nothing is paid before",
        blocked,
    ),
    ("what blocks the review is kept for it, wherever it is said", carried),
    ("a review that is closed is charged by no yes, and comes back fresh", closed),
    ("a no, or a likely one, at the review closes it", refused),
    ("\"ok\" to anything but the review alone charges nothing", acknowledged),
    ("while it is asked in flight whether to stop, nothing is sent or sent again", holds),
    ("in flight nothing is sent again that the customer did not want sent again", not_again),
    ("only a value that was told and not taken counts as an invalid answer, and a question is none", invalid_answers),
    ("the first reply of a session says that no person speaks", automated),
    ("what is dropped or gone back to is said", dropped_is_said),
];

fn heard<'a>(run: &'a Run<'_>) -> Option<&'a Heard> {
    if let Event::Heard(heard, _) = run.event { Some(heard) } else { None }
}

fn does(run: &Run<'_>, effect: &str) -> bool {
    run.after.effects.iter().any(|done| done.wire() == effect)
}

fn answered_yes(run: &Run<'_>, guards: &[Guard]) -> bool {
    guards.iter().all(|&guard| run.after.guards.contains(&(guard, true)))
}

const fn ended_step(step: StateName) -> bool {
    matches!(step, StateName::Complete | StateName::Cancelled)
}

/// The payment that is under way.
const fn flight(session: &Session) -> Option<&Flight> {
    match &session.state {
        State::Processing(flight) | State::Authenticating(flight, _) => Some(flight),
        State::Name(_)
        | State::Card(_)
        | State::Expiry(_)
        | State::Cvv(_)
        | State::Confirm(_)
        | State::Complete(_)
        | State::Cancelled(_) => None,
    }
}

fn ours<'a>(run: &'a Run<'_>) -> Option<&'a Verdict> {
    let Event::Verdict { verdict, .. } = run.event else { return None };
    run.after.guards.contains(&(Guard::VerdictOurs, true)).then_some(verdict)
}

fn charge(run: &Run<'_>) -> Option<bool> {
    does(run, "Charge").then(|| {
        let opened =
            matches!((&run.before.state, run.event), (State::Confirm(state), Event::IntentOpened(_)) if state.affirmed.is_some());
        opened || ours(run) == Some(&Verdict::NotReached)
    })
}

fn affirmed(run: &Run<'_>) -> Option<bool> {
    let is = |session: &Session| matches!(&session.state, State::Confirm(state) if state.affirmed.is_some());
    (is(&run.after.session) && !is(run.before)).then(|| {
        let asked = |question| answered_yes(run, &[Guard::Asked(question), Guard::ToThatQuestion]);
        let to_the_review = answered_yes(run, &[Guard::ReviewOpen, Guard::Plain]);
        let to_its_question = asked(Pending::ReallyPay) || asked(Pending::WhichOfThese);
        heard(run).is_some_and(|heard| heard.command == Some(Command::Affirm) && heard.told.is_empty())
            && answered_yes(run, &[Guard::ReviewStands, Guard::ReviewSeen])
            && (to_the_review || to_its_question)
    })
}

fn one_attempt(run: &Run<'_>) -> Option<bool> {
    let (before, after) = (flight(run.before)?, flight(&run.after.session)?);
    Some(before.attempt == after.attempt)
}

fn tokenise(run: &Run<'_>) -> Option<bool> {
    does(run, "Tokenise").then(|| heard(run).is_some_and(|heard| heard.told.cvv.as_ref().and_then(Said::one).is_some()))
}

fn in_flight(run: &Run<'_>) -> Option<bool> {
    let (before, after) = (run.before.state_name(), run.after.session.state_name());
    (before.is_in_flight() && !after.is_in_flight())
        .then(|| matches!(ours(run), Some(Verdict::Paid | Verdict::Declined(_) | Verdict::Voided | Verdict::Refused)))
}

/// Whether the state is what it was. What was asked about is let go of where the state's own question is asked.
fn is_as_before(run: &Run<'_>) -> bool {
    let (mut before, after) = (run.before.state.clone(), &run.after.session.state);
    if after.offer().is_none() {
        before.close_offer();
    }
    before == *after
}

fn others_verdict(run: &Run<'_>) -> Option<bool> {
    let is_verdict = matches!(run.event, Event::Verdict { .. });
    (is_verdict && ours(run).is_none()).then(|| is_as_before(run))
}

fn no_number(run: &Run<'_>) -> Option<bool> {
    let state = &run.after.session.state;
    (state.state_name() >= StateName::Confirm).then(|| state.number().is_none() && state.card_data_until().is_none())
}

#[expect(clippy::unnecessary_wraps, reason = "every check has one shape")]
fn abuse(run: &Run<'_>) -> Option<bool> {
    let (before, after) = (&run.before.memory.counters, &run.after.session.memory.counters);
    // What the gateway refused as a request was no attempt.
    let none = ours(run) == Some(&Verdict::Refused);
    let counted = before.attempts.saturating_sub(u8::from(none));
    Some(
        after.turns >= before.turns
            && after.corrections >= before.corrections
            && after.attempts >= counted
            && after.faults >= before.faults
            && after.declines >= before.declines,
    )
}

fn answered(run: &Run<'_>) -> Option<bool> {
    heard(run).map(|_| !run.after.effects.is_empty())
}

fn counted(run: &Run<'_>) -> Option<bool> {
    heard(run).map(|_| run.after.session.memory.counters.turns == run.before.memory.counters.turns + 1)
}

fn ended(run: &Run<'_>) -> Option<bool> {
    ended_step(run.before.state_name()).then(|| run.after.session.state == run.before.state)
}

fn declined(run: &Run<'_>) -> Option<bool> {
    let declined = matches!(ours(run), Some(Verdict::Declined(_)));
    let wished = run.after.guards.contains(&(Guard::Wished, true));
    let nameless = run.after.guards.contains(&(Guard::Known(Field::Name), false));
    let back = if nameless { StateName::Name } else { StateName::Card };
    (declined && !wished).then(|| [back, StateName::Cancelled].contains(&run.after.session.state_name()))
}

fn duplicate(run: &Run<'_>) -> Option<bool> {
    let Some(Verdict::Declined(decline)) = ours(run) else { return None };
    decline.made_already().map(|_| run.after.session.state_name() == StateName::Cancelled && !does(run, "Charge"))
}

/// The gateway refused what was sent: no attempt is left of it, no decline comes of it, and who wished for nothing else keeps
/// the card, where it's still known and unless it ends.
fn our_fault(run: &Run<'_>) -> Option<bool> {
    let in_flight = ours(run) == Some(&Verdict::Refused);
    let opening = *run.event == Event::IntentRefused && run.before.state_name() == StateName::Confirm;
    (in_flight || opening).then(|| {
        let (before, after) = (&run.before.memory.counters, &run.after.session.memory.counters);
        let wished = flight(run.before).is_some_and(|flight| flight.wish.is_some());
        let unknown = run.after.guards.contains(&(Guard::DetailsKnown, false));
        let kept = if unknown { StateName::Name } else { StateName::Confirm };
        let kept = [kept, StateName::Cancelled].contains(&run.after.session.state_name());
        after.declines == before.declines && after.attempts <= before.attempts && (wished || kept)
    })
}

fn cancel_in_flight(run: &Run<'_>) -> Option<bool> {
    let cancels =
        heard(run).is_some_and(|heard| heard.command == Some(Command::Cancel) && heard.certainty == Certainty::Certain);
    (cancels && run.before.state_name().is_in_flight())
        .then(|| does(run, "CancelPayment") && run.after.session.state_name().is_in_flight())
}

fn stale_token(run: &Run<'_>) -> Option<bool> {
    let Event::Tokenised { revision, .. } = run.event else { return None };
    (*revision != run.before.memory.card_revision).then(|| is_as_before(run))
}

fn purge(run: &Run<'_>) -> Option<bool> {
    does(run, "Purge").then(|| *run.event == Event::Deleted || run.after.guards.contains(&(Guard::DeleteWished, true)))
}

fn cancel_while_collecting(run: &Run<'_>) -> Option<bool> {
    let collecting = run.before.state_name().field().is_some();
    (collecting && run.after.session.state_name() == StateName::Cancelled).then(|| {
        let certain = heard(run)
            .is_some_and(|heard| heard.command == Some(Command::Cancel) && heard.certainty == Certainty::Certain);
        // Who has no permission to use the card stops by saying so.
        let stops = |question| answered_yes(run, &[Guard::Asked(question), Guard::ToThatQuestion]);
        let asked = certain || stops(Pending::ReallyCancel) || stops(Pending::Permission);
        let bound = run.after.guards.iter().any(|&(guard, answer)| {
            !answer
                && matches!(guard, Guard::WithinBounds | Guard::AttemptsLeft | Guard::CardAllowed | Guard::FaultsLeft)
        });
        let made = matches!(run.event, Event::TokeniseRefused { decline, .. } if decline.made_already().is_some());
        asked
            || bound
            || made
            || matches!(run.event, Event::Deleted | Event::GatewayMisconfigured | Event::ChargeBarred(_))
    })
}

fn paid(run: &Run<'_>) -> Option<bool> {
    (ours(run) == Some(&Verdict::Paid)).then(|| run.after.session.state_name() == StateName::Complete)
}

/// A wish that takes a cancellation.
fn wish(session: &Session) -> Option<Wish> {
    flight(session)?.wish.filter(|wish| wish.cancels())
}

fn attempts_bound(run: &Run<'_>) -> Option<bool> {
    let (before, after) = (&run.before.memory.counters, &run.after.session.memory.counters);
    let policy = run.policy;
    let at_bound = before.attempts >= policy.attempts || before.declines > policy.cards;
    (at_bound && heard(run).is_some()).then(|| after.attempts == before.attempts && !does(run, "Charge"))
}

fn wish_holds(run: &Run<'_>) -> Option<bool> {
    wish(run.before).map(|_| !does(run, "Charge"))
}

fn wish_again(run: &Run<'_>) -> Option<bool> {
    let comes = heard(run).is_some() || *run.event == Event::Nudged;
    (comes && wish(run.before).is_some()).then(|| does(run, "CancelPayment") && !does(run, "LookUp"))
}

fn delete_stands(run: &Run<'_>) -> Option<bool> {
    let stays = run.after.session.state_name().is_in_flight();
    (wish(run.before) == Some(Wish::Delete) && stays).then(|| wish(&run.after.session) == Some(Wish::Delete))
}

fn delete_kept(run: &Run<'_>) -> Option<bool> {
    let ends = ended_step(run.after.session.state_name());
    (wish(run.before) == Some(Wish::Delete) && ends).then(|| does(run, "Purge"))
}

fn no_more_time(run: &Run<'_>) -> Option<bool> {
    let (before, after) = (&run.before.state, &run.after.session.state);
    let held = match (before, after) {
        (State::Card(before), State::Card(after)) => before.pieces.is_some() && after.pieces.is_some(),
        (before, after) => before.number().is_some() && before.number() == after.number(),
    };
    held.then(|| after.card_data_until() <= before.card_data_until())
}

/// Checks runs as they come.
#[derive(Debug)]
pub(super) struct Checker(Vec<Property>);

impl Checker {
    pub fn new() -> Self {
        Self(CHECKS.iter().map(|(claim, _)| Property { claim, checked: 0, broken: Vec::new() }).collect())
    }

    pub fn watch(&mut self, run: &Run<'_>) {
        for (property, (_, check)) in self.0.iter_mut().zip(CHECKS) {
            if let Some(holds) = check(run) {
                property.checked += 1;
                if !holds && property.broken.len() < 5 {
                    property.broken.push(format!("{}: {}", run.before.state_name().wire(), run.event.label()));
                }
            }
        }
    }

    /// All properties, with those of the whole graph.
    pub fn finish(mut self, driven: &Driven) -> Vec<Property> {
        self.0.push(graph::reaches_an_end(driven));
        self.0.push(graph::every_state_is_reached(driven));
        self.0.push(graph::every_state_meets_every_event(driven));
        self.0
    }
}
