//! Records round-trip, hold no card data, and are small.

use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::card::{Brand, BrandSet, CardNumber, Expiry, LastFour, Name, Pieces, published};
use crate::dialogue::{
    Ask, Asked, AttemptId, CancelReason, Card, CardState, ConfirmState, Consent, Counters, CvvState, Decline, Dropped,
    ExpiryState, Field, Fingerprint, Flight, Heard, Held, IntentId, Language, Link, Memory, NameState, Order, Payment,
    Pending, Reading, Receipt, Review, ReviewId, Said, SaidExpiry, Session, Shown, State, Token, Wish,
};

fn moment() -> impl Strategy<Value = Timestamp> {
    (1_700_000_000_i64..2_000_000_000, 0..1_000_000_000).prop_map(|(s, n)| Timestamp::new(s, n).expect("in range"))
}

fn number() -> impl Strategy<Value = CardNumber> {
    let all: Vec<_> = published().iter().filter_map(|digits| CardNumber::parse(digits, &BrandSet::ALL).ok()).collect();
    prop::sample::select(all)
}

fn held_number() -> impl Strategy<Value = Held<CardNumber>> {
    (number(), moment()).prop_map(|(value, until)| Held { value, until })
}

fn pieces() -> impl Strategy<Value = Held<Pieces>> {
    ("[0-9]{4,15}", moment()).prop_map(|(digits, until)| {
        let mut value = Pieces::default();
        value.push(&digits);
        Held { value, until }
    })
}

fn name() -> impl Strategy<Value = Name> {
    prop::sample::select(vec!["Jane Roe", "Mary-Jane O’Neil", "李小龙", "José de la Cruz Jr.", "محمد علي"])
        .prop_map(|text| Name::parse(text).expect("a name"))
}

fn expiry() -> impl Strategy<Value = Expiry> {
    (1_u8..=12, 2026_u16..2045).prop_map(|(month, year)| Expiry::stored(month, year).expect("in range"))
}

fn shown() -> impl Strategy<Value = Shown> {
    (prop::sample::select(Brand::ALL.to_vec()), 1_u8..=12, 2026_u16..2045).prop_map(|(brand, month, year)| Shown {
        brand,
        last_four: LastFour::parse("4242").expect("four digits"),
        month,
        year,
    })
}

fn card() -> impl Strategy<Value = Card> {
    (name(), shown(), any::<bool>()).prop_map(|(name, shown, told)| Card {
        name,
        token: Token::new("pm_sandbox_ok_1"),
        fingerprint: told.then(|| Fingerprint::new("fp_1")),
        shown,
    })
}

fn wish() -> impl Strategy<Value = Option<Wish>> {
    let change = Field::ALL.into_iter().map(Wish::Change);
    let all: Vec<_> = [Wish::Cancel, Wish::Restart, Wish::Delete].into_iter().chain(change).collect();
    prop::option::of(prop::sample::select(all))
}

fn flight() -> impl Strategy<Value = Flight> {
    (card(), wish(), any::<bool>()).prop_map(|(card, wish, keeping)| Flight {
        consent: Consent::to(None, &card.token),
        card,
        intent: IntentId::new("pi_1"),
        attempt: AttemptId::new("at_1"),
        since: Timestamp::UNIX_EPOCH,
        keeping,
        wish,
    })
}

fn state() -> impl Strategy<Value = State> {
    let link = || Link::new("https://bank.example/3ds/1");
    prop_oneof![
        (prop::option::of(held_number()), prop::option::of(expiry()))
            .prop_map(|(number, expiry)| State::Name(NameState { number, expiry })),
        (name(), prop::option::of(expiry()), prop::option::of(pieces()))
            .prop_map(|(name, expiry, pieces)| State::Card(CardState { name, expiry, pieces })),
        (name(), held_number()).prop_map(|(name, number)| State::Expiry(ExpiryState { name, number })),
        (name(), held_number(), expiry()).prop_map(|(name, number, expiry)| State::Cvv(CvvState {
            name,
            number,
            expiry
        })),
        (card(), any::<u32>()).prop_map(|(card, turn)| State::Confirm(ConfirmState {
            review: Review {
                id: ReviewId::new("rv_1"),
                turn,
                attempt: AttemptId::new("at_1"),
                consent: Consent::to(None, &card.token),
            },
            card,
            affirmed: false,
        })),
        flight().prop_map(State::Processing),
        flight().prop_map(move |flight| State::Authenticating(flight, link())),
        (shown(), any::<bool>()).prop_map(|(shown, paid)| State::Complete(Receipt {
            token: Token::new("pm_sandbox_ok_1"),
            shown,
            intent: paid.then(|| IntentId::new("pi_1")),
        })),
        prop::sample::select(CancelReason::ALL.to_vec()).prop_map(State::Cancelled),
    ]
}

prop_compose! {
    fn memory()(
        language in prop::sample::select(Language::ALL.to_vec()),
        paying: bool,
        invalid: [u8; 4],
        counts: (u8, u32, u8, u8, u8),
        pending in prop::sample::select(Pending::ALL.to_vec()),
        card_revision: u32,
        dropped in prop::option::of(prop::sample::select(Dropped::ALL.to_vec())),
        refused in prop::sample::subsequence(Field::ALL.to_vec(), 0..=4),
        opened: bool,
        ordered: bool,
    ) -> Memory {
        let (stale, turns, corrections, attempts, declines) = counts;
        Memory {
            language,
            payment: paying.then(|| Payment {
                amount: "49.90 EUR".parse().expect("money"),
                payee: Some("Rowing Club".to_owned()),
                description: None,
                order: ordered.then(|| Order {
                    id: "order-1042".parse().expect("an id"),
                    expires: Timestamp::new(1_800_003_600, 0).expect("in range"),
                }),
            }),
            counters: Counters { invalid, stale, turns, corrections, attempts, declines },
            pending,
            card_revision,
            dropped,
            refused: refused.into_iter().collect(),
            intent_key: "in_1".to_owned(),
            intent: opened.then(|| IntentId::new("pi_1")),
            cards: vec![Fingerprint::new("fp_1"); usize::from(ordered)],
            hinted: vec![Fingerprint::new("fp_1"); usize::from(opened)],
            nudged: ordered,
            untold: opened.then_some(Decline::OtherCard),
        }
    }
}

prop_compose! {
    fn session()(memory in memory(), state in state()) -> Session {
        Session { memory, state }
    }
}

fn header() -> Header {
    Header {
        session_id: SessionId::from_random([7; 16]),
        version: 3,
        turn: 3,
        turn_id: "0123456789abcdef0123456789abcdef".to_owned(),
        token_hash: "a".repeat(64),
        digests: Digests { machine: "b".repeat(64), rules: "c".repeat(64) },
        replies: vec![KeptReply { key: "k1".to_owned(), reply: serde_json::json!({"reply": "Hello.", "turn": 1}) }],
        history: vec![Entry::bot(Timestamp::UNIX_EPOCH, 1, Ask::Name(Asked::First))],
        last_updated: Timestamp::new(1_800_000_000, 5).expect("in range"),
        ttl: Some(1_800_003_600),
        trail_head: "d".repeat(64),
        reserved: Some("place#hash#1".to_owned()),
    }
}

/// Sealed by nothing: what the vault would be given, kept as it is.
fn record(session: &Session) -> (Record, Option<Secret>) {
    let (record, secret) = Record::of(session, &header());
    let sealed = secret.as_ref().map(|_| b"sealed".to_vec());
    (record.with_sealed(sealed, secret.as_ref().map(Secret::until)), secret)
}

fn json(record: &Record) -> String {
    String::from_utf8(record.to_json()).expect("JSON is UTF-8")
}

proptest! {
    #[test]
    fn any_session_comes_back_from_its_record_as_it_was(session in session()) {
        let (record, secret) = record(&session);
        let read = Record::from_json(&record.to_json()).expect("reads");
        prop_assert!(read == record);
        let secret = secret.map(|secret| Secret::from_bytes(&secret.to_bytes()).expect("reads"));
        let stored = read.restore(secret).expect("restores");
        prop_assert_eq!(&stored.session, &session);
        prop_assert_eq!(stored.header, header());
    }

    #[test]
    fn a_record_never_holds_a_number_or_a_piece_of_one(session in session()) {
        let (record, _) = record(&session);
        let json = json(&record);
        let view = serde_json::to_string(&record.view()).expect("JSON");
        let hidden = session.state.number().map(|number| number.expose().to_owned());
        let gathered = match &session.state {
            State::Card(CardState { pieces: Some(held), .. }) if held.value.len() > 10 => {
                Some(held.value.expose().to_owned())
            }
            _ => None,
        };
        for digits in hidden.into_iter().chain(gathered) {
            prop_assert!(!json.contains(&digits) && !view.contains(&digits));
            // Nor what is left of it without the last four; a counter may have fewer digits by chance.
            prop_assert!(digits.len() < 15 || !json.contains(&digits[..digits.len() - 4]));
        }
    }

    #[test]
    fn a_session_whose_card_data_is_lost_comes_back_without_it(session in session()) {
        let (record, secret) = record(&session);
        if secret.is_some() {
            prop_assert_eq!(record.restore(None), Err(RestoreError::SecretMissing));
        }
        let stored = record.restore_without_card().expect("restores");
        prop_assert_eq!(stored.session.state.card_data_until(), None);
        prop_assert_eq!(stored.session.state.name(), session.state.name());
        prop_assert_eq!(stored.session.memory, session.memory);
    }

    #[test]
    fn the_length_of_a_secret_tells_nothing(session in session()) {
        if let Some(secret) = Secret::of(&session.state) {
            prop_assert_eq!(secret.to_bytes().len(), 38);
            prop_assert_eq!(format!("{secret:?}"), "Secret(…)");
        }
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = Secret::from_bytes(&bytes);
        let _ = Record::from_json(&bytes);
    }

    #[test]
    fn a_session_id_is_a_uuid_that_parses_to_itself(bytes: [u8; 16]) {
        let id = SessionId::from_random(bytes);
        prop_assert_eq!(SessionId::parse(id.as_str()), Some(id.clone()));
        prop_assert_eq!(SessionId::parse(&id.as_str().to_uppercase()), Some(id.clone()));
        prop_assert_eq!(SessionId::from_random(id.to_bytes()), id);
    }
}

fn collecting() -> Session {
    let number = CardNumber::parse("4242424242424242", &BrandSet::ALL).expect("a number");
    let held = Held { value: number, until: Timestamp::new(1_800_000_900, 0).expect("in range") };
    let state = State::Expiry(ExpiryState { name: Name::parse("Jane Roe").expect("a name"), number: held });
    Session { memory: Memory { card_revision: 2, ..Memory::default() }, state }
}

#[test]
fn records_have_the_field_names_of_the_design() {
    let (record, _) = record(&collecting());
    let json: serde_json::Value = serde_json::from_slice(&record.to_json()).expect("JSON");
    for field in [
        "sessionId",
        "version",
        "recordVersion",
        "currentStep",
        "status",
        "collectedData",
        "sealed",
        "sealedUntil",
        "conversationHistory",
        "language",
        "digests",
        "replies",
        "lastUpdated",
        "ttl",
    ] {
        assert!(json.get(field).is_some(), "{field} is missing");
    }
    assert_eq!(json["currentStep"], "expiry");
    assert_eq!(json["lastUpdated"], "2027-01-15T08:00:00.000000005Z");
    assert_eq!(
        json["collectedData"],
        serde_json::json!({"name": "Jane Roe", "card": {"brand": "visa", "last4": "4242"}})
    );
}

#[test]
fn a_record_of_a_later_release_is_refused_untouched() {
    let id = SessionId::from_random([1; 16]);
    let json = format!(
        r#"{{"sessionId":"{id}","version":7,"recordVersion":2,"tokenHash":"h","ttl":9,"state":{{"step":"dreaming"}}}}"#
    );
    let record = Record::from_json(json.as_bytes()).expect("found");
    assert_eq!((record.version(), record.ttl()), (7, Some(9)));
    assert_eq!(record.restore(None), Err(RestoreError::Newer { version: 2 }));
    assert_eq!(record.restore_without_card(), Err(RestoreError::Newer { version: 2 }));
}

#[test]
fn an_ordinary_session_takes_less_than_4_kb() {
    let mut header = header();
    let lines = ["wants to pay", "name: Jane Roe", "card •••• 4242", "expiry 12/2028", "code given", "yes"];
    let asks = [Ask::Name(Asked::First), Ask::Card(Asked::Second), Ask::Rest, Ask::Review { charging: true }];
    let at = header.last_updated;
    let heard = lines.iter().map(|what| Entry::customer(at, 1, (*what).to_owned()));
    header.history = heard.chain(asks.iter().map(|&ask| Entry::bot(at, 1, ask))).collect();
    let reply = serde_json::json!({"reply": "Please check: …".repeat(20), "turn": 6, "status": "complete"});
    header.replies = vec![KeptReply { key: "2f6c…".repeat(6), reply }; 2];
    let (record, _) = Record::of(&collecting(), &header);
    let size = record.with_sealed(Some(vec![0; 100]), None).to_json().len();
    assert!(size < 4096, "{size} bytes");
}

#[test]
fn replies_and_history_are_bounded() {
    let mut header = header();
    header.replies = vec![header.replies[0].clone(); 9];
    header.history = vec![header.history[0].clone(); 99];
    let (record, _) = Record::of(&collecting(), &header);
    assert_eq!((record.header().replies.len(), record.history().len()), (REPLIES, HISTORY));
}

#[test]
fn debug_shows_no_value_of_the_customer() {
    let (record, _) = record(&collecting());
    let shown = format!("{record:?} {:?} {:?}", record.collected_data(), record.view());
    assert!(!shown.contains("Jane") && !shown.contains("Roe"), "{shown}");
}

#[test]
fn history_is_made_of_what_was_understood_never_of_the_text() {
    let one = |text: &str| Some(Said::One(Reading::new(text)));
    let before = Session { memory: Memory::default(), state: State::Name(NameState::default()) };
    let mut heard = Heard::default();
    heard.told.name = one("Jane  Roe");
    heard.told.number = one("4242424242424242");
    heard.told.expiry = Some(Said::One(SaidExpiry::MonthYear { month: 1, year: 2020 }));
    heard.told.cvv = one("123");
    let lines = history(&heard, &before, &collecting());
    assert_eq!(lines, ["name: Jane Roe", "card •••• 4242", "a date that was not taken", "code given"]);
}

#[test]
fn a_rejected_number_leaves_no_digit_in_the_history() {
    let mut heard = Heard::default();
    heard.told.number = Some(Said::One(Reading::new("4111111111111112")));
    let session = collecting();
    assert_eq!(history(&heard, &session, &session), ["a card number that was not taken or not kept"]);
}

#[test]
fn a_trail_shows_where_it_was_changed() {
    let mut previous = String::new();
    let mut trail: Vec<TrailEntry> = (1..=4)
        .map(|turn| {
            let entry = TrailEntry {
                at: Timestamp::UNIX_EPOCH,
                session: SessionId::from_random([1; 16]),
                turn,
                turn_id: "t".to_owned(),
                event: "heard".to_owned(),
                from: "name".to_owned(),
                to: "card".to_owned(),
                effects: vec!["say".to_owned()],
                guards: vec!["good_name=true".to_owned()],
                previous: String::new(),
                digest: String::new(),
            }
            .chained(&previous);
            previous.clone_from(&entry.digest);
            entry
        })
        .collect();
    assert_eq!(first_broken(&trail), None);
    trail[2].to = "complete".to_owned();
    assert_eq!(first_broken(&trail), Some(2));
    trail.remove(1);
    assert_eq!(first_broken(&trail), Some(1));
}
