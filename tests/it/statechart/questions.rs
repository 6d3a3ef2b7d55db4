//! Each row of the table of answers, at the review, while collecting and in flight.

use payment_smart_bot::card::CardNumber;
use payment_smart_bot::dialogue::{
    Act, After, Answer, Aside, Ask, Asked, CancelReason, Certainty, Command, Delivery, Effect, Field, Fields, Heard,
    Note, Over, Pending, Policy, Question, Reading, Said, SaidExpiry, State, StateName, Told, Wish,
};

use super::world::{Move, Seen, World, reading};

const TOKEN: u8 = 3;
const INTENT: u8 = 1;
const ASKS_3DS: u8 = 4;
const PAYS: u8 = 7;
const NO_ANSWER: u8 = 1;
const NEVER_ARRIVED: u8 = 3;
const TIMES_OUT: u8 = 0;
const VOIDS: u8 = 5;

/// What one message did.
#[derive(Debug, Default)]
struct Done {
    notes: Vec<Note>,
    ask: Option<Ask>,
    effects: Vec<&'static str>,
}

impl Done {
    fn asks(&self, of: Question, again: bool) -> bool {
        self.ask == Some(Ask::Sure { of, again })
    }

    fn reviews(&self, whole: bool) -> bool {
        let review = Ask::Review { charging: true };
        let again = [false, true].map(|again| Ask::ReviewAgain { charging: true, again });
        self.ask.is_some_and(|ask| if whole { ask == review } else { again.contains(&ask) })
    }
}

fn go(world: &mut World<'_>, next: &Move) -> Done {
    let mut done = Done::default();
    let mut watch = |seen: &Seen<'_>| {
        for effect in &seen.after.effects {
            done.effects.push(effect.wire());
            if let Effect::Say(Act { notes, ask }) = effect {
                done.notes.extend(notes);
                done.ask = ask.or(done.ask);
            }
        }
    };
    world.go(next, &mut watch);
    done
}

fn says(world: &mut World<'_>, heard: Heard) -> Done {
    go(world, &Move::Hear(heard, Delivery::default()))
}

fn says_to(world: &mut World<'_>, turn: u32, heard: Heard) -> Done {
    go(world, &Move::Hear(heard, Delivery { answering: Some(turn), rerun: false }))
}

fn heard(command: Command, certainty: Certainty) -> Heard {
    Heard { command: Some(command), certainty, ..Heard::default() }
}

fn certain(command: Command) -> Heard {
    heard(command, Certainty::Certain)
}

fn likely(command: Command) -> Heard {
    heard(command, Certainty::Likely)
}

fn answer(answer: Answer) -> Heard {
    let of = |command: Command| Heard { answer: Some(answer), ..certain(command) };
    match answer {
        Answer::Yes | Answer::Pay | Answer::Keep => of(Command::Affirm),
        Answer::No => of(Command::Deny),
        Answer::Stop => of(Command::Cancel),
        Answer::Mixed | Answer::Noted => Heard { answer: Some(answer), ..likely(Command::Affirm) },
    }
}

fn aside(aside: Aside) -> Heard {
    Heard { asides: vec![aside], ..Heard::default() }
}

fn world<'a>(policy: &'a Policy, drawn: &[u8], steps: usize) -> World<'a> {
    let mut world = World::new(policy, true, drawn.to_vec());
    for _ in 0..steps {
        go(&mut world, &Move::Forward);
    }
    world
}

/// A session at its review, which the reply to turn 4 showed; a charge is paid.
fn at_review(policy: &Policy) -> World<'_> {
    let world = world(policy, &[TOKEN, INTENT, PAYS], 4);
    assert_eq!(world.session.state_name(), StateName::Confirm);
    world
}

/// A session whose payment waits for 3-D Secure.
fn authenticating<'a>(policy: &'a Policy, then: &[u8]) -> World<'a> {
    let world = world(policy, &[&[TOKEN, INTENT, ASKS_3DS], then].concat(), 5);
    assert_eq!(world.session.state_name(), StateName::Authenticating);
    world
}

/// A session whose charge got no answer, and never arrived.
fn lost<'a>(policy: &'a Policy, then: &[u8]) -> World<'a> {
    let world = world(policy, &[&[TOKEN, INTENT, NO_ANSWER], then].concat(), 5);
    assert_eq!(world.session.state_name(), StateName::Processing);
    world
}

fn closed(world: &World<'_>) -> bool {
    matches!(&world.session.state, State::Confirm(state) if state.review.closed)
}

fn wish(world: &World<'_>) -> Option<Wish> {
    world.session.state.flight().and_then(|flight| flight.wish)
}

#[test]
fn a_likely_cancel_at_the_review_is_asked_about_and_closes_it() {
    let policy = Policy::default();
    for command in [Command::Cancel, Command::Deny] {
        let mut world = at_review(&policy);
        assert!(says(&mut world, likely(command)).asks(Question::Cancel, false), "{command:?}");
        assert!(closed(&world));
        // The Pay button of the review does nothing any more: a fresh one is shown, and its own yes counts.
        let done = says_to(&mut world, 4, answer(Answer::Yes));
        assert!(done.reviews(true), "{done:?}");
        assert_eq!(world.gateway.paid, 0);
        says(&mut world, answer(Answer::Yes));
        assert_eq!(world.gateway.paid, 1);
    }
}

#[test]
fn whether_to_stop_is_answered_as_the_table_says() {
    let policy = Policy::default();
    let asked = || {
        let mut world = at_review(&policy);
        says(&mut world, likely(Command::Cancel));
        world
    };
    for stops in [Answer::Yes, Answer::Stop] {
        let mut world = asked();
        says(&mut world, answer(stops));
        assert_eq!(world.session.state, State::Cancelled(CancelReason::Customer), "{stops:?}");
    }
    for stays in [Answer::No, Answer::Keep] {
        let mut world = asked();
        let done = says(&mut world, answer(stays));
        assert_eq!(done.notes, [Note::Kept(Pending::ReallyCancel)], "{stays:?}");
        assert!(done.reviews(true), "{stays:?}: the review is fresh");
    }
    for neither in [Answer::Pay, Answer::Mixed] {
        let mut world = asked();
        let done = says(&mut world, answer(neither));
        assert!(done.reviews(true) && done.effects == ["Say"], "{neither:?}: {done:?}");
        says(&mut world, answer(Answer::Yes));
        assert_eq!(world.gateway.paid, 1, "{neither:?}: the yes to the review counts");
    }
    // An acknowledgement, a thumb up, anything else: a message of its own.
    for other in [answer(Answer::Noted), likely(Command::Affirm), aside(Aside::Thanks)] {
        let mut world = asked();
        let done = says(&mut world, other);
        assert!(done.reviews(true), "{done:?}");
        assert_eq!(world.session.memory.pending, Pending::Usual);
    }
}

#[test]
fn a_likely_yes_is_asked_about_and_a_second_one_charges_nothing() {
    let policy = Policy::default();
    let mut world = at_review(&policy);
    let pay = Question::Pay { charging: true };
    assert!(says(&mut world, likely(Command::Affirm)).asks(pay, false));
    assert!(says(&mut world, likely(Command::Affirm)).asks(pay, true), "the words to type are named");
    assert!(says(&mut world, likely(Command::Affirm)).reviews(false), "and then it is the review again");
    assert!(says(&mut world, likely(Command::Affirm)).asks(pay, false));
    assert_eq!(world.gateway.paid, 0);
    says(&mut world, answer(Answer::Pay));
    assert_eq!(world.gateway.paid, 1);
}

#[test]
fn whether_to_pay_is_answered_as_the_table_says() {
    let policy = Policy::default();
    let asked = || {
        let mut world = at_review(&policy);
        says(&mut world, likely(Command::Affirm));
        world
    };
    for pays in [Answer::Yes, Answer::Pay] {
        let mut world = asked();
        says(&mut world, answer(pays));
        assert_eq!(world.gateway.paid, 1, "{pays:?}");
    }
    let mut world = asked();
    let done = says(&mut world, answer(Answer::No));
    assert_eq!((done.notes.as_slice(), world.gateway.paid), (&[Note::Kept(Pending::ReallyPay)][..], 0));
    let mut world = asked();
    says(&mut world, answer(Answer::Stop));
    assert_eq!(world.session.state, State::Cancelled(CancelReason::Customer));
    for neither in [Answer::Keep, Answer::Mixed] {
        let mut world = asked();
        let done = says(&mut world, answer(neither));
        assert!(done.reviews(false) && world.gateway.paid == 0, "{neither:?}");
    }
    // The Pay button of the open review charges, whatever was asked since.
    let mut world = asked();
    says_to(&mut world, 4, answer(Answer::Yes));
    assert_eq!(world.gateway.paid, 1);
    // A yes to another turn, or one that lost a race, is asked for again.
    let mut world = asked();
    assert!(says_to(&mut world, 3, answer(Answer::Yes)).asks(Question::Pay { charging: true }, true));
    let mut world = asked();
    let rerun = Delivery { answering: None, rerun: true };
    let done = go(&mut world, &Move::Hear(answer(Answer::Yes), rerun));
    assert!(done.asks(Question::Pay { charging: true }, true) && world.gateway.paid == 0);
}

#[test]
fn a_yes_counts_for_the_question_of_its_own_turn_only() {
    let policy = Policy::default();
    let mut world = at_review(&policy);
    says(&mut world, likely(Command::Affirm));
    says(&mut world, aside(Aside::Thanks));
    // Turn 5 asked whether to pay; the question is over, and what turn 6 said is the review.
    let done = says_to(&mut world, 5, answer(Answer::Yes));
    assert!(done.reviews(false) && world.gateway.paid == 0, "{done:?}");
}

#[test]
fn an_acknowledgement_is_consent_to_the_fresh_review_alone() {
    let policy = Policy::default();
    let noted = || Heard { answer: Some(Answer::Noted), ..certain(Command::Affirm) };
    let mut world = at_review(&policy);
    assert_eq!(world.session.memory.after, After::Review);
    says(&mut world, noted());
    assert_eq!(world.gateway.paid, 1);
    let mut world = at_review(&policy);
    says(&mut world, aside(Aside::Status));
    assert_eq!(world.session.memory.after, After::Answer);
    assert!(says(&mut world, noted()).asks(Question::Pay { charging: true }, false));
    let mut world = at_review(&policy);
    says(&mut world, Heard::default());
    assert_eq!(world.session.memory.after, After::Unclear);
    assert!(says(&mut world, noted()).asks(Question::Pay { charging: true }, false));
    assert_eq!(world.gateway.paid, 0);
}

#[test]
fn what_would_drop_the_token_is_asked_about() {
    let policy = Policy::default();
    for (command, question) in [
        (Command::Restart, Question::Restart),
        (Command::Back, Question::Back(Field::Card)),
        (Command::Change(Some(Field::Card)), Question::Change(Field::Card)),
        (Command::Change(Some(Field::Name)), Question::Change(Field::Name)),
    ] {
        let mut world = at_review(&policy);
        assert!(says(&mut world, likely(command)).asks(question, false), "{command:?}");
        let done = says(&mut world, answer(Answer::Keep));
        assert!(done.reviews(false) && !done.notes.is_empty(), "{command:?}: {done:?}");
        says(&mut world, likely(command));
        let done = says(&mut world, answer(Answer::Yes));
        assert!(world.session.state_name().field().is_some() && !done.notes.is_empty(), "{command:?}: {done:?}");
    }
}

#[test]
fn of_two_likely_things_it_is_asked_which() {
    let policy = Policy::default();
    let which = Question::Which { reviewing: true };
    let mut world = at_review(&policy);
    assert!(says(&mut world, heard(Command::Restart, Certainty::Torn)).asks(which, false));
    assert!(says(&mut world, answer(Answer::Yes)).reviews(false), "yes to what?");
    says(&mut world, heard(Command::Restart, Certainty::Torn));
    says(&mut world, answer(Answer::Pay));
    assert_eq!(world.gateway.paid, 1);
    // One of them is to stop: a fresh review is needed.
    let mut world = at_review(&policy);
    says(&mut world, heard(Command::Cancel, Certainty::Torn));
    assert!(says(&mut world, answer(Answer::Pay)).reviews(true) && world.gateway.paid == 0);
    // A value beside it changes nothing.
    let mut world = at_review(&policy);
    let told = Told { name: reading("Robert Roe"), ..Told::default() };
    let done = says(&mut world, Heard { told, ..likely(Command::Cancel) });
    assert!(done.asks(which, false) && world.session.state.name().is_some_and(|name| name.expose() == "Jane Roe"));
}

#[test]
fn what_blocks_the_review_is_answered_before_anything_is_paid() {
    let policy = Policy::default();
    for (said, question) in [
        (Aside::OthersCard, Question::Permission),
        (Aside::Pressed, Question::Resume),
        (Aside::Minor, Question::Resume),
        (Aside::NotMe, Question::Cancel),
    ] {
        let mut world = at_review(&policy);
        assert!(says(&mut world, aside(said)).asks(question, false), "{said:?}");
        assert!(closed(&world), "{said:?}");
        let done = says_to(&mut world, 4, answer(Answer::Yes));
        let asked = if said == Aside::NotMe { done.reviews(true) } else { done.asks(question, true) };
        assert!(asked, "{said:?}: the old review counts no more: {done:?}");
        assert_eq!(world.gateway.paid, 0, "{said:?}");
    }
    let mut world = at_review(&policy);
    says(&mut world, aside(Aside::OthersCard));
    assert!(says(&mut world, answer(Answer::Yes)).reviews(true), "with permission: a fresh review");
    says(&mut world, aside(Aside::OthersCard));
    says(&mut world, answer(Answer::No));
    assert_eq!(world.session.state, State::Cancelled(CancelReason::Customer), "without: the end");
    let mut world = at_review(&policy);
    let done = says(&mut world, Heard { asides: vec![Aside::Wait, Aside::Distress], ..Heard::default() });
    assert_eq!(done.notes, [Note::Sympathy], "nobody in distress is told to take their time");
    assert!(done.reviews(false) && !closed(&world));
}

#[test]
fn what_blocks_the_review_is_asked_until_it_is_answered_or_the_session_ends() {
    let policy = Policy::default();
    for (said, question) in [(Aside::OthersCard, Question::Permission), (Aside::Pressed, Question::Resume)] {
        let mut world = at_review(&policy);
        says(&mut world, aside(said));
        let mut turns = 1;
        for other in
            [Heard::default(), aside(Aside::Thanks), likely(Command::Affirm), answer(Answer::Mixed)].iter().cycle()
        {
            turns += 1;
            let done = says(&mut world, other.clone());
            if world.session.state_name() == StateName::Cancelled {
                break;
            }
            assert!(done.asks(question, true) && closed(&world), "{said:?}, {other:?}: {done:?}");
        }
        assert_eq!(world.session.state, State::Cancelled(CancelReason::Over(Over::NoProgress)), "{said:?}");
        assert!(turns <= i32::from(policy.stale_turns), "{said:?}: {turns} turns");
    }
}

#[test]
fn what_blocks_the_review_is_carried_to_it_from_wherever_it_was_said() {
    let policy = Policy::default();
    for (said, question, note) in [
        (Aside::OthersCard, Question::Permission, None),
        (Aside::Pressed, Question::Resume, Some(Note::Pressed(payment_smart_bot::dialogue::Moved::Nothing))),
        (Aside::Minor, Question::Resume, Some(Note::Minor)),
    ] {
        for step in 0..4 {
            let mut world = world(&policy, &[TOKEN, INTENT, PAYS], step);
            says(&mut world, aside(said));
            let mut done = Done::default();
            while world.session.state_name() != StateName::Confirm {
                done = go(&mut world, &Move::Forward);
            }
            assert!(done.asks(question, false) && closed(&world), "{said:?} after {step}: {done:?}");
            assert_eq!(done.notes.first().copied(), note, "{said:?} after {step}");
            assert!(says(&mut world, answer(Answer::Yes)).reviews(true), "{said:?}: then a fresh review");
            says(&mut world, answer(Answer::Yes));
            assert_eq!(world.gateway.paid, 1, "{said:?}");
        }
    }
    // Of several the most pressing comes first, and each is answered by itself.
    let mut world = at_review(&policy);
    says(&mut world, aside(Aside::OthersCard));
    assert!(says(&mut world, aside(Aside::Minor)).asks(Question::Resume, false));
    assert!(says(&mut world, answer(Answer::Keep)).asks(Question::Permission, false));
    assert!(says(&mut world, answer(Answer::Yes)).reviews(true));
}

#[test]
fn a_hedge_at_the_review_is_asked_about() {
    let policy = Policy::default();
    let mut world = at_review(&policy);
    let pay = Question::Pay { charging: true };
    let both = Heard { asides: vec![Aside::Hedge], ..likely(Command::Affirm) };
    assert!(says(&mut world, aside(Aside::Hedge)).asks(pay, false));
    assert!(says(&mut world, both).asks(pay, true), "the words to type are named");
    assert!(says(&mut world, aside(Aside::Hedge)).reviews(false), "and then it is the review again");
    assert_eq!(world.gateway.paid, 0);
    // A question beside it is no yes at all.
    let mut world = at_review(&policy);
    let done = says(&mut world, Heard { asks: true, ..aside(Aside::Hedge) });
    assert!(done.reviews(false) && done.notes == [Note::NoAnswer], "{done:?}");
}

#[test]
fn the_review_in_one_line_is_put_twice_and_then_shown_whole() {
    let policy = Policy::default();
    let mut world = at_review(&policy);
    for _ in 0..2 {
        for again in [false, true] {
            let done = says(&mut world, Heard::default());
            assert_eq!(done.ask, Some(Ask::ReviewAgain { charging: true, again }));
        }
        assert!(says(&mut world, Heard::default()).reviews(true));
    }
    says(&mut world, answer(Answer::Yes));
    assert_eq!(world.gateway.paid, 1, "it is the same review");
}

#[test]
fn in_flight_every_question_ends_and_leaves_nothing_to_be_sent_again() {
    let policy = Policy::default();
    let mut world = authenticating(&policy, &[TIMES_OUT; 40]);
    for asked in 0..policy.stale_turns {
        says(&mut world, aside(Aside::Thanks));
        assert!(says(&mut world, likely(Command::Restart)).asks(Question::Restart, false), "{asked}");
    }
    let done = says(&mut world, likely(Command::Cancel));
    assert!(done.effects.contains(&"LookUp") && !done.effects.contains(&"CancelPayment"), "{done:?}");
    assert!(done.notes.contains(&Note::NotAgain) && done.notes.contains(&Note::Handoff), "{done:?}");
    assert_eq!(done.ask, Some(Ask::Authenticate));
    assert_eq!(wish(&world), Some(Wish::NotAgain));
    // A command that is certain still counts.
    assert!(says(&mut world, certain(Command::Cancel)).effects.contains(&"CancelPayment"));
}

#[test]
fn while_collecting_what_is_likely_is_asked_about_and_what_is_no_value_is_no_invalid_answer() {
    let policy = Policy::default();
    let mut world = world(&policy, &[TOKEN], 2);
    assert!(says(&mut world, likely(Command::Cancel)).asks(Question::Cancel, false));
    assert_eq!(says(&mut world, answer(Answer::No)).ask, Some(Ask::Expiry(Asked::First)));
    assert!(says(&mut world, likely(Command::Back)).asks(Question::Back(Field::Card), false));
    let done = says(&mut world, answer(Answer::Yes));
    assert_eq!(done.notes, [Note::BackTo(Field::Card)]);
    assert_eq!(world.session.state_name(), StateName::Card);
    let before = world.session.memory.counters.clone();
    let done = says(&mut world, Heard { asks: true, ..Heard::default() });
    assert!(done.notes.contains(&Note::NotUnderstood) && done.notes.contains(&Note::Handoff));
    says(&mut world, certain(Command::Deny));
    let told = Told { number: reading("4242424242424241"), ..Told::default() };
    says(&mut world, Heard { told: told.clone(), asks: true, ..Heard::default() });
    let after = world.session.memory.counters.clone();
    assert_eq!((after.invalid, after.stale), (before.invalid, before.stale + 3));
    says(&mut world, Heard { told, ..Heard::default() });
    assert_eq!(world.session.memory.counters.invalid(Field::Card), 1);
}

fn told(told: Told) -> Heard {
    Heard { told, ..Heard::default() }
}

fn named(name: Said<Reading>) -> Heard {
    told(Told { name: Some(name), ..Told::default() })
}

fn likely_name(name: &str) -> Heard {
    named(Said::Likely(Reading::new(name)))
}

fn change() -> Heard {
    Heard { answer: Some(Answer::Yes), ..certain(Command::Change(None)) }
}

fn name<'a>(world: &'a World<'_>) -> &'a str {
    world.session.state.name().map_or("", |name| name.expose())
}

const LATER: SaidExpiry = SaidExpiry::MonthYear { month: 11, year: 2031 };
const OTHER_CARD: &str = "5555555555554444";

#[test]
fn a_likely_value_fills_an_empty_field_and_is_asked_about_over_a_held_one() {
    let policy = Policy::default();
    let mut world = World::new(&policy, true, vec![TOKEN]);
    let done = says(&mut world, likely_name("Jane Roe"));
    assert_eq!(done.notes, [Note::Accepted(Fields::NONE.with(Field::Name))]);
    for (said, takes) in [(change(), true), (answer(Answer::Yes), true), (answer(Answer::No), false)] {
        let mut world = World::new(&policy, true, vec![TOKEN]);
        says(&mut world, likely_name("Jane Roe"));
        assert!(says(&mut world, likely_name("Jane Row")).asks(Question::TakeName, false), "{said:?}");
        assert_eq!(name(&world), "Jane Roe");
        let done = says(&mut world, said.clone());
        let note = if takes { Note::Changed(Fields::NONE.with(Field::Name)) } else { Note::KeptOld(Field::Name) };
        assert_eq!(done.notes, [note], "{said:?}");
        assert_eq!(name(&world), if takes { "Jane Row" } else { "Jane Roe" }, "{said:?}");
        assert_eq!((done.ask, world.session.state.offer()), (Some(Ask::Card(Asked::First)), None), "{said:?}");
    }
}

#[test]
fn what_is_neither_yes_nor_no_closes_the_question_about_a_value() {
    let policy = Policy::default();
    for said in [answer(Answer::Pay), answer(Answer::Mixed), aside(Aside::Thanks), Heard::default()] {
        let mut world = world(&policy, &[TOKEN], 1);
        says(&mut world, likely_name("Jane Row"));
        says(&mut world, said.clone());
        assert_eq!((name(&world), world.session.state.offer()), ("Jane Roe", None), "{said:?}");
        says(&mut world, answer(Answer::Yes));
        assert_eq!(name(&world), "Jane Roe", "{said:?}: a later yes is to something else");
    }
    let mut world = world(&policy, &[TOKEN], 1);
    says(&mut world, likely_name("Jane Row"));
    assert!(says_to(&mut world, 1, answer(Answer::Yes)).asks(Question::TakeName, true), "a yes to another reply");
    says(&mut world, change());
    assert_eq!(name(&world), "Jane Row");
    let mut world = self::world(&policy, &[TOKEN], 1);
    says(&mut world, likely_name("Jane Row"));
    assert!(says(&mut world, answer(Answer::Noted)).asks(Question::TakeName, true), "perhaps a yes");
    assert_eq!(name(&world), "Jane Roe");
    let mut world = self::world(&policy, &[TOKEN], 1);
    says(&mut world, likely_name("Jane Row"));
    assert!(says(&mut world, likely_name("Jane Row")).asks(Question::TakeName, true), "the words to type are named");
    let done = says(&mut world, likely_name("Jane Row"));
    assert_eq!((done.notes, done.ask), (vec![Note::KeptOld(Field::Name)], Some(Ask::Card(Asked::First))));
}

#[test]
fn a_name_that_may_be_none_is_asked_about_before_it_is_held() {
    let policy = Policy::default();
    let price = || named(Said::Doubtful(Reading::new("Mark Price")));
    let mut world = World::new(&policy, true, vec![TOKEN]);
    assert!(says(&mut world, price()).asks(Question::IsName, false));
    assert_eq!((name(&world), world.session.memory.counters.invalid), ("", [0; 4]));
    let done = says(&mut world, answer(Answer::Yes));
    assert_eq!((name(&world), done.notes), ("Mark Price", vec![Note::Accepted(Fields::NONE.with(Field::Name))]));
    let mut world = World::new(&policy, true, vec![TOKEN]);
    says(&mut world, price());
    let done = says(&mut world, answer(Answer::No));
    assert_eq!((name(&world), done.notes.as_slice(), done.ask), ("", &[][..], Some(Ask::Name(Asked::First))));
    // Introduced, it is certain.
    let done = says(&mut world, named(Said::Certain(Reading::new("Mark Price"))));
    assert_eq!((name(&world), done.ask), ("Mark Price", Some(Ask::Card(Asked::First))));
}

#[test]
fn another_number_that_is_likely_is_asked_about_and_takes_the_date_with_it() {
    let policy = Policy::default();
    let mut world = world(&policy, &[TOKEN], 3);
    assert_eq!(world.session.state_name(), StateName::Cvv);
    let number = Some(Said::Likely(Reading::new(OTHER_CARD)));
    let with_code = Told { number, cvv: reading("123"), ..Told::default() };
    let done = says(&mut world, told(with_code));
    assert!(done.asks(Question::TakeCard, false) && done.effects == ["Say"], "the code waits: {done:?}");
    assert!(done.notes.contains(&Note::CvvNotKept));
    let done = says(&mut world, change());
    assert_eq!(done.notes, [Note::Changed(Fields::NONE.with(Field::Card)), Note::DateToo]);
    assert_eq!(world.session.state.number().map(CardNumber::expose), Some(OTHER_CARD));
    assert_eq!(world.session.state_name(), StateName::Expiry);
}

#[test]
fn at_the_review_a_likely_value_is_asked_about_and_a_number_is_not_held_for_it() {
    let policy = Policy::default();
    let mut world = at_review(&policy);
    assert!(says(&mut world, likely_name("Jane Row")).asks(Question::TakeName, false));
    let done = says(&mut world, answer(Answer::Keep));
    assert!(done.notes == [Note::KeptOld(Field::Name)] && done.reviews(false), "{done:?}");
    says(&mut world, likely_name("Jane Row"));
    let done = says(&mut world, change());
    assert_eq!((name(&world), done.notes[0]), ("Jane Row", Note::Changed(Fields::NONE.with(Field::Name))));
    assert_eq!(world.session.state_name(), StateName::Card);
    let mut world = at_review(&policy);
    let later = Told { expiry: Some(Said::Likely(LATER)), ..Told::default() };
    assert!(says(&mut world, told(later)).asks(Question::TakeExpiry, false));
    says(&mut world, answer(Answer::Yes));
    assert!(world.session.state_name() == StateName::Card && world.session.state.expiry().is_some());
    let mut world = at_review(&policy);
    let number = Told { number: Some(Said::Likely(Reading::new(OTHER_CARD))), ..Told::default() };
    assert!(says(&mut world, told(number)).asks(Question::Change(Field::Card), false));
    assert_eq!(world.session.state.card_data_until(), None);
    // The Pay button of the open review pays, whatever was asked since.
    let mut world = at_review(&policy);
    says(&mut world, likely_name("Jane Row"));
    says_to(&mut world, 4, answer(Answer::Yes));
    assert_eq!(world.gateway.paid, 1);
}

#[test]
fn another_card_keeps_the_date_that_is_told_to_be_the_same() {
    let policy = Policy::default();
    let number = || Told { number: reading(OTHER_CARD), ..Told::default() };
    let same = Told { expiry: Some(Said::Certain(SaidExpiry::Same)), ..number() };
    let as_shown = Told { expiry: Some(Said::Certain(SaidExpiry::MonthYear { month: 12, year: 2030 })), ..number() };
    for (said, state) in [(same, StateName::Cvv), (as_shown, StateName::Cvv), (number(), StateName::Expiry)] {
        for steps in [3, 4] {
            let mut world = world(&policy, &[TOKEN], steps);
            says(&mut world, told(said.clone()));
            assert_eq!(world.session.state_name(), state, "after {steps}: {said:?}");
        }
    }
}

#[test]
fn without_a_name_on_the_card_the_customer_s_own_is_asked_for() {
    let policy = Policy::default();
    let mut world = World::new(&policy, true, vec![TOKEN]);
    assert_eq!(says(&mut world, aside(Aside::NoName)).ask, Some(Ask::OwnName));
    says(&mut world, named(Said::Certain(Reading::new("Jane Roe"))));
    let done = says(&mut world, aside(Aside::NoName));
    assert_eq!(done.ask, Some(Ask::Card(Asked::First)), "{done:?}");
}

#[test]
fn in_flight_a_likely_cancel_is_asked_and_holds() {
    let policy = Policy::default();
    for said in [likely(Command::Cancel), likely(Command::Deny), aside(Aside::NotMe)] {
        // A look while it is open finds that the charge never arrived: nothing is sent.
        let mut world = lost(&policy, &[NEVER_ARRIVED, NEVER_ARRIVED, PAYS]);
        let done = says(&mut world, said.clone());
        assert!(done.asks(Question::Cancel, false) && done.effects == ["Say"], "{done:?}");
        let done = go(&mut world, &Move::Nudge);
        assert_eq!(done.effects, ["LookUp"], "{said:?}");
        assert_eq!(world.session.memory.pending, Pending::ReallyCancel, "and it stays open");
        // "Keep going": it is looked up, and sent.
        let done = says(&mut world, answer(Answer::Keep));
        assert!(done.effects.contains(&"LookUp") && done.notes[0] == Note::Kept(Pending::ReallyCancel), "{done:?}");
        assert!(done.effects.contains(&"Charge"), "{done:?}");
    }
    let mut world = lost(&policy, &[VOIDS]);
    says(&mut world, likely(Command::Cancel));
    says(&mut world, answer(Answer::Yes));
    assert_eq!(world.session.state, State::Cancelled(CancelReason::Customer));
}

#[test]
fn in_flight_a_question_that_is_not_answered_leaves_nothing_to_be_sent_again() {
    let policy = Policy::default();
    let mut world = authenticating(&policy, &[TIMES_OUT, TIMES_OUT]);
    says(&mut world, likely(Command::Cancel));
    says(&mut world, aside(Aside::Help(payment_smart_bot::dialogue::Topic::Safety)));
    assert_eq!(wish(&world), Some(Wish::NotAgain));
    assert!(says(&mut world, likely(Command::Cancel)).asks(Question::Cancel, false));
    assert!(says(&mut world, likely(Command::Cancel)).asks(Question::Cancel, true));
    let done = says(&mut world, likely(Command::Cancel));
    assert!(done.ask != Some(Ask::Sure { of: Question::Cancel, again: true }) && done.effects.contains(&"LookUp"));
}

#[test]
fn while_processing_no_is_not_again_and_what_never_arrived_comes_back() {
    let policy = Policy::default();
    for (command, state) in [(Command::Deny, StateName::Confirm), (Command::Change(Some(Field::Card)), StateName::Card)]
    {
        let mut world = lost(&policy, &[NEVER_ARRIVED, VOIDS]);
        let done = says(&mut world, certain(command));
        assert!(!done.effects.contains(&"Charge") && done.notes[0] == Note::NotAgain, "{done:?}");
        assert_eq!(world.session.state_name(), state, "{command:?}: {done:?}");
        assert_eq!(world.gateway.paid, 0);
    }
    // Another card that is only likely: nothing is sent again on this one, and it is not let go of either.
    let mut world = lost(&policy, &[NEVER_ARRIVED, VOIDS]);
    says(&mut world, likely(Command::Change(Some(Field::Card))));
    assert_eq!(world.session.state_name(), StateName::Confirm);
}

#[test]
fn back_from_the_bank_is_looked_up_and_its_code_is_not_kept() {
    let policy = Policy::default();
    for said in [certain(Command::Back), likely(Command::Back), aside(Aside::Status), certain(Command::Affirm)] {
        let mut world = authenticating(&policy, &[TIMES_OUT]);
        let done = says(&mut world, said.clone());
        assert!(done.effects.contains(&"LookUp") && !done.effects.contains(&"CancelPayment"), "{said:?}: {done:?}");
        assert_eq!(wish(&world), None, "{said:?}");
    }
    let mut world = authenticating(&policy, &[TIMES_OUT]);
    let told = Told { cvv: Some(Said::Certain(Reading::new("482913"))), ..Told::default() };
    assert_eq!(says(&mut world, Heard { told, ..Heard::default() }).notes[0], Note::BankCode);
}

#[test]
fn after_the_end_each_claim_has_its_own_answer() {
    use payment_smart_bot::dialogue::{Claim, Moved};
    let policy = Policy::default();
    for (said, note) in [
        (Aside::ChargedTwice, Note::Claimed(Claim::ChargedTwice, Moved::Paid)),
        (Aside::WrongAmount, Note::Claimed(Claim::WrongAmount, Moved::Paid)),
        (Aside::Refund, Note::Claimed(Claim::Refund, Moved::Paid)),
        (Aside::Return, Note::Claimed(Claim::Return, Moved::Paid)),
        (Aside::Receipt, Note::Claimed(Claim::Receipt, Moved::Paid)),
        (Aside::NotMe, Note::NotMe(Moved::Paid)),
        (Aside::Begin, Note::PayAgain),
    ] {
        let mut world = at_review(&policy);
        says(&mut world, answer(Answer::Yes));
        assert_eq!(world.session.state_name(), StateName::Complete);
        let done = says(&mut world, aside(said));
        assert_eq!(done.notes, [note], "{said:?}");
        let ask = if said == Aside::Begin { Ask::Anew } else { Ask::Receipt { charged: true, again: true } };
        assert_eq!(done.ask, Some(ask), "{said:?}");
    }
}
