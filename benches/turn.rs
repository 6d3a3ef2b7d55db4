//! One turn without I/O: understand, step, sentence. `cargo bench --bench turn`
//!
//! The turns are those of the dialogue scripts, so that the figure is of what customers really write.

use std::sync::LazyLock;
use std::{fmt, fs};

use divan::Bencher;
use divan::counter::ItemsCount;
use jiff::Timestamp;
use payment_smart_bot::dialogue::{
    Confirmation, Delivery, Effect, Event, Inputs, IntentId, Language, Policy, Session, Shown, StateName, Token,
    Verdict, step,
};
use payment_smart_bot::language::{Listening, Utterance, make_ready, redact, understand};
use payment_smart_bot::script::{Line, Script};
use payment_smart_bot::wording::{Tone, Values, Voice, Wordings, reply, sentences};

fn main() {
    divan::main();
}

/// A message, and the session that it finds.
struct Moment {
    session: Session,
    text: String,
}

fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().expect("a moment")
}

/// The usual voice: plain, in the wordings that come with the program.
fn voice() -> &'static Voice {
    static VOICE: LazyLock<Voice> =
        LazyLock::new(|| Voice::new(Tone::Plain, Wordings::built_in().expect("the wordings")));
    &VOICE
}

/// Every message of every script, with the session that it finds when nothing fails.
fn moments() -> Vec<Moment> {
    let policy = Policy::default();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/dialogues");
    let mut moments = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(folder).expect("scripts").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(path).expect("a script");
        let script = Script::parse(&text).expect("a script that can be read");
        let spoken = |line: &Line| if let Line::Language(language) = line { Some(*language) } else { None };
        let language = script.lines.iter().find_map(spoken);
        let mut session = Session::begin(language.unwrap_or(Language::En), None, 1);
        for line in script.lines {
            let Line::Say(text) = line else { continue };
            moments.push(Moment { session: session.clone(), text: text.clone() });
            session = turn(session, &text, &policy).0;
        }
    }
    moments
}

/// One turn, without a store and with a gateway that always says yes.
fn turn(session: Session, text: &str, policy: &Policy) -> (Session, String) {
    let inputs = Inputs { now: now(), policy, fresh: 7, resumed: false };
    let heard = understand(&Utterance::new(text.to_owned()), &Listening::to(&session)).heard;
    let mut stepped = step(session, &Event::Heard(heard, Delivery::default()), &inputs);
    let mut said = payment_smart_bot::dialogue::Act::default();
    loop {
        let mut answer = None;
        for effect in stepped.effects {
            match effect {
                Effect::Say(act) => said = said.then(act),
                Effect::Tokenise { revision, card } => {
                    let shown = Shown {
                        brand: card.number.brand(),
                        last_four: card.number.last_four(),
                        month: card.expiry.month(),
                        year: card.expiry.year(),
                    };
                    answer =
                        Some(Event::Tokenised { revision, token: Token::new("pm_bench"), fingerprint: None, shown });
                }
                Effect::OpenIntent { .. } => answer = Some(Event::IntentOpened(IntentId::new("pi_bench"))),
                Effect::Charge { confirmation: Confirmation { intent, attempt, .. }, .. }
                | Effect::LookUp(Confirmation { intent, attempt, .. }) => {
                    answer = Some(Event::Verdict { intent, attempt, verdict: Verdict::Paid });
                }
                Effect::CancelPayment(Confirmation { intent, attempt, .. }) => {
                    answer = Some(Event::Verdict { intent, attempt, verdict: Verdict::Voided });
                }
                Effect::Purge => {}
            }
        }
        match answer {
            Some(event) => stepped = step(stepped.session, &event, &inputs),
            None => break,
        }
    }
    let values = Values::of(&stepped.session, policy).answering(&said, policy);
    let parts = voice().speak(sentences(&said, stepped.session.memory.language, &values), &[], 7);
    let text = reply(&parts, &values);
    (stepped.session, text)
}

/// A round over every message of every script; divide by the item count for one turn.
#[divan::bench]
fn all_turns_of_the_scripts(bencher: Bencher<'_, '_>) {
    let moments = moments();
    let policy = Policy::default();
    bencher.counter(ItemsCount::new(moments.len())).bench_local(|| {
        for moment in &moments {
            divan::black_box(turn(moment.session.clone(), &moment.text, &policy));
        }
    });
}

/// The grammars of every language, which a process reads once: `serve` and the function read them ahead.
#[divan::bench]
fn first_use(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| divan::black_box(make_ready()));
}

/// The median script turn by itself.
#[divan::bench]
fn one_plain_yes(bencher: Bencher<'_, '_>) {
    let policy = Policy::default();
    let mut session = Session::begin(Language::En, None, 1);
    for text in ["hi", "Jane Roe", "4242 4242 4242 4242", "12/2030", "123"] {
        session = turn(session, text, &policy).0;
    }
    assert_eq!(session.state_name(), StateName::Confirm);
    bencher.bench_local(|| divan::black_box(turn(session.clone(), "yes", &policy)));
}

/// 4,000 characters that mean harm: what is said over and over.
const HOSTILE: &[(&str, &str)] = &[
    ("digits", "4"),
    ("digits and spaces", "4 "),
    // Every other window of these is a card number.
    ("pairs of digits", "42 "),
    ("number words", "four "),
    ("numbers that are words", "un o "),
    ("dates", "12/"),
    ("months", "feb "),
    ("negations", "not "),
    ("yes", "yes "),
    ("unknown words", "xq "),
    ("long word", "a"),
    ("marks", "!?"),
    ("emoji", "👍🏽"),
    ("combining", "e\u{301}\u{301}"),
    ("right to left", "\u{202e}שלום "),
    ("names", "my name is "),
    ("names apart", "Jane! "),
    ("repairs", "4242 no wait "),
    ("cancel", "don't cancel "),
    ("misspelt", "cancle "),
    // Near to many words of the other language.
    ("almost a word", "excellent "),
    ("almost a command", "canceled "),
    // With these, alone or in turns, many phrases begin, and most of them may stand inside others.
    ("the", "the "),
    ("i", "i "),
    ("have", "have "),
    ("el", "el "),
    ("la", "la "),
    ("quiero", "quiero "),
    ("to i", "to i "),
    ("la el", "la el "),
    ("me puede", "me puede "),
];

/// A kind of them, and the language in which it is listened for.
#[derive(Clone, Copy)]
struct Hostile {
    name: &'static str,
    unit: &'static str,
    language: Language,
}

impl fmt::Display for Hostile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.name, self.language.code())
    }
}

fn hostile_messages() -> impl Iterator<Item = Hostile> {
    let of =
        |&(name, unit): &(&'static str, &'static str)| Language::ALL.map(|language| Hostile { name, unit, language });
    HOSTILE.iter().flat_map(of)
}

fn repeated(unit: &str) -> String {
    unit.chars().cycle().take(4000).collect()
}

/// In every collecting state and at the review: five messages a round.
#[divan::bench(args = hostile_messages())]
fn hostile(bencher: Bencher<'_, '_>, Hostile { unit, language, .. }: Hostile) {
    let text = repeated(unit);
    let steps = [StateName::Name, StateName::Card, StateName::Expiry, StateName::Cvv, StateName::Confirm];
    bencher.counter(ItemsCount::new(steps.len())).bench_local(|| {
        for step in steps {
            let utterance = Utterance::new(text.clone());
            divan::black_box(understand(&utterance, &Listening::new(step, language)));
        }
    });
}

#[divan::bench(args = HOSTILE.iter().map(|(name, _)| *name))]
fn hostile_redact(bencher: Bencher<'_, '_>, name: &str) {
    let text = HOSTILE.iter().find(|(known, _)| *known == name).map_or_else(String::new, |(_, unit)| repeated(unit));
    bencher.bench_local(|| divan::black_box(redact(&text)));
}
