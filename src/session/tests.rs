//! Records round-trip, hold no card data, and are small.

mod any;

use any::session;
use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::card::{BrandSet, CardNumber, Name};
use crate::dialogue::{
    Ask, Asked, CardState, ExpiryState, Heard, Held, Language, Memory, NameState, Reading, Said, SaidExpiry, Session,
    State, Value,
};

fn header() -> Header {
    Header {
        session_id: SessionId::from_random([7; 16]),
        version: 3,
        turn: 3,
        turn_id: "0123456789abcdef0123456789abcdef".to_owned(),
        steps: Vec::new(),
        token_hash: "a".repeat(64),
        digests: Digests { machine: "b".repeat(64), rules: "c".repeat(64) },
        replies: vec![KeptReply {
            key: "k1".to_owned(),
            says: "s1".to_owned(),
            reply: serde_json::json!({"reply": "Hello.", "turn": 1, "collectedData": {}}),
        }],
        answered: vec!["k0".to_owned()],
        begun: true,
        history: vec![Entry::bot(Timestamp::UNIX_EPOCH, 1, (Ask::Name(Asked::First), Language::default()), Vec::new())],
        last_updated: Timestamp::new(1_800_000_000, 5).expect("in range"),
        ttl: Some(1_800_003_600),
        trail_head: "d".repeat(64),
        counted: Counted { token: vec!["from#hash#1".to_owned()], attempt: vec!["all#3#1".to_owned()] },
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
        let stored = read.restore(secret.as_ref()).expect("restores");
        prop_assert_eq!(&stored.session, &session);
        prop_assert_eq!(stored.header, header());
    }

    #[test]
    fn a_record_never_holds_a_number_or_a_piece_of_one(session in session()) {
        let (record, _) = record(&session);
        let json = json(&record);
        let view = serde_json::to_string(&record.view()).expect("JSON");
        let hidden = session.state.number().map(|number| number.expose().to_owned());
        let offered = match session.state.offer() {
            Some(Value::Card(held)) => Some(held.value.expose().to_owned()),
            Some(Value::Name(_) | Value::Expiry(_)) | None => None,
        };
        let gathered = match &session.state {
            State::Card(CardState { pieces: Some(held), .. }) if held.value.len() > 10 => {
                Some(held.value.expose().to_owned())
            }
            _ => None,
        };
        for digits in hidden.into_iter().chain(offered).chain(gathered) {
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
        prop_assert!(!matches!(stored.session.state.offer(), Some(Value::Card(_))));
        prop_assert_eq!(stored.session.memory, session.memory);
    }

    #[test]
    fn the_length_of_a_secret_tells_nothing(session in session()) {
        if let Some(secret) = Secret::of(&session.state) {
            // Whether a number is asked about stands in the record itself.
            let numbers = if matches!(session.state.offer(), Some(Value::Card(_))) { 2 } else { 1 };
            prop_assert_eq!(secret.to_bytes().len(), 38 * numbers);
            prop_assert_eq!(format!("{secret:?}"), "Secret(…)");
        }
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
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
    let name = Name::parse("Jane Roe").expect("a name");
    let state = State::Expiry(ExpiryState { name, number: held, offer: None });
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
fn only_a_version_4_uuid_with_its_hyphens_is_a_session_id() {
    let good = "0123abcd-4567-4fed-89ab-0123456789ab";
    assert_eq!(SessionId::parse(good).as_ref().map(SessionId::as_str), Some(good));
    let plain = good.replace('-', "");
    for other in [
        String::new(),
        plain.clone(),
        format!("{{{good}}}"),
        format!("urn:uuid:{good}"),
        format!(" {good}"),
        format!("{good} "),
        format!("{plain}----"),
        good.replace("-4fed", "-1fed"),
        good.replace("-89ab", "-79ab"),
        good.replace("-89ab", "-c9ab"),
        good.replacen('0', "g", 1),
        good.replacen('-', "0", 1),
        good.replacen("01", "é", 1),
    ] {
        assert_eq!(SessionId::parse(&other), None, "{other}");
    }
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
fn what_is_asked_about_is_kept_and_records_without_it_are_read() {
    let mut session = collecting();
    let name = Name::parse("Mary Roe").expect("a name");
    if let State::Expiry(state) = &mut session.state {
        state.offer = Some(Value::Name(name));
    }
    let (record, secret) = record(&session);
    let mut json: serde_json::Value = serde_json::from_slice(&record.to_json()).expect("JSON");
    assert_eq!(json["state"]["offer"], serde_json::json!({ "name": "Mary Roe" }));
    assert_eq!(json["collectedData"]["name"], "Jane Roe");
    let state = json["state"].as_object_mut().expect("an object");
    state.remove("offer");
    let former = Record::from_json(json.to_string().as_bytes()).expect("a record");
    assert_eq!(former.restore(secret.as_ref()).expect("restores").session.state, collecting().state);
}

#[test]
fn an_ordinary_session_takes_less_than_4_kb() {
    let mut header = header();
    let lines = ["wants to pay", "name: Jane Roe", "card •••• 4242", "expiry 12/2028", "code given", "yes"];
    let shown = [None, Some(Shows::Name), Some(Shows::Card), Some(Shows::Expiry), None, None];
    let asks = [Ask::Name(Asked::First), Ask::Card(Asked::Second), Ask::Rest, Ask::Review { charging: true }];
    let at = header.last_updated;
    let line = |(what, shows): (&&str, _)| Entry::customer(at, 1, Line { what: (*what).to_owned(), shows });
    let heard = lines.iter().zip(shown).map(line);
    header.history =
        heard.chain(asks.iter().map(|&ask| Entry::bot(at, 1, (ask, Language::default()), Vec::new()))).collect();
    let reply = serde_json::json!({
        "reply": "Please check: …".repeat(20), "turn": 6, "status": "complete", "collectedData": {"name": "Jane Roe"}
    });
    header.replies = vec![KeptReply { key: "2f6c…".repeat(6), says: "9a3e…".repeat(6), reply }; 2];
    let (record, _) = Record::of(&collecting(), &header);
    let size = record.with_sealed(Some(vec![0; 100]), None).to_json().len();
    assert!(size < 4096, "{size} bytes");
}

#[test]
fn replies_and_history_are_bounded() {
    let mut header = header();
    let reply = header.replies.remove(0);
    header.replies = (0..9).map(|n| KeptReply { key: n.to_string(), ..reply.clone() }).collect();
    header.answered = (10..30).map(|n| n.to_string()).collect();
    header.history = vec![header.history[0].clone(); 99];
    let (record, _) = Record::of(&collecting(), &header);
    assert_eq!((record.header().replies.len(), record.history().len()), (REPLIES, HISTORY));
    // The keys of replies that are not kept any more stay: what comes under them was answered.
    assert_eq!(record.header().answered.len(), ANSWERED);
    assert!(matches!(record.delivered("8"), Delivered::Kept(_)));
    assert!((5..8).all(|n| matches!(record.delivered(&n.to_string()), Delivered::Forgotten)));
    assert!((0..5).chain(10..30).all(|n| matches!(record.delivered(&n.to_string()), Delivered::New)));
    assert!(matches!(record.delivered("never"), Delivered::New));
}

#[test]
fn debug_shows_no_value_of_the_customer() {
    let (record, _) = record(&collecting());
    let shown = format!("{record:?} {:?} {:?}", record.collected_data(), record.view());
    assert!(!shown.contains("Jane") && !shown.contains("Roe"), "{shown}");
}

fn words(lines: Vec<Line>) -> Vec<String> {
    lines.into_iter().map(|line| line.what).collect()
}

fn said_before(what: &str) -> Entry {
    Entry::customer(Timestamp::UNIX_EPOCH, 1, Line { what: what.to_owned(), shows: None })
}

#[test]
fn what_a_former_release_kept_of_values_that_are_gone_is_shown_no_more() {
    let mut header = header();
    header.history =
        ["name: Mary Roe", "nombre: Jane Roe", "card •••• 4444", "tarjeta •••• 4242", "expiry 12/2028", "yes"]
            .map(said_before)
            .to_vec();
    let kept = |key: &str, turn: u32, shown: serde_json::Value, ask: &str| KeptReply {
        key: key.to_owned(),
        says: String::new(),
        reply: serde_json::json!({"reply": "…", "turn": turn, "collectedData": shown, "ask": {"kind": ask}}),
    };
    let jane = serde_json::json!({"name": "Jane Roe"});
    header.replies = vec![
        kept("other name", 1, serde_json::json!({"name": "Mary Roe"}), "card"),
        kept("same name", 1, jane.clone(), "card"),
        kept("asked about", 2, jane.clone(), "sure"),
        kept("asked now", header.turn, jane, "sure"),
    ];
    let shown =
        ["name: removed", "nombre: Jane Roe", "card: removed", "tarjeta •••• 4242", "expiry date: removed", "yes"];
    let former = {
        // As that release wrote it: with all that had been said.
        let (record, _) = record(&collecting());
        let mut json: serde_json::Value = serde_json::from_slice(&record.to_json()).expect("JSON");
        json["conversationHistory"] = serde_json::to_value(&header.history).expect("JSON");
        json["replies"] = serde_json::to_value(&header.replies).expect("JSON");
        assert!(json["conversationHistory"][0].get("shows").is_none());
        Record::from_json(json.to_string().as_bytes()).expect("a record")
    };
    let (written, _) = Record::of(&collecting(), &header);
    for (record, is_former) in [(&former, true), (&written, false)] {
        let view = serde_json::to_value(record.view()).expect("JSON");
        let history = view["conversationHistory"].as_array().expect("a list");
        assert_eq!(history.iter().map(|entry| &entry["what"]).collect::<Vec<_>>(), shown);
        for (key, given) in
            [("other name", false), ("same name", is_former), ("asked about", false), ("asked now", true)]
        {
            assert_eq!(matches!(record.delivered(key), Delivered::Kept(_)), given, "{key}");
            assert!(!matches!(record.delivered(key), Delivered::New), "{key}");
        }
    }
    assert!(!json(&written).contains("Mary") && !json(&written).contains("4444"));
}

/// A line of a former release is known by how it begins: no other line begins so.
#[test]
fn only_lines_with_values_begin_as_they_do() {
    for language in Language::ALL {
        let lines = language.pack().history.lines().filter_map(|line| line.split_once(" = "));
        let plain: Vec<Entry> = lines
            .filter(|(id, _)| !["told-name", "told-card", "told-expiry"].contains(id))
            .filter(|(id, _)| !id.starts_with("forgotten-"))
            .map(|(_, what)| said_before(what))
            .collect();
        assert!(plain.len() > 90);
        let (record, _) = Record::of(&collecting(), &Header { history: plain.clone(), ..header() });
        assert_eq!(record.history(), plain[plain.len() - HISTORY..]);
        let (record, _) = Record::of(&collecting(), &Header { history: plain[..HISTORY].to_vec(), ..header() });
        assert_eq!(record.history(), plain[..HISTORY]);
    }
}

/// A reply that is forgotten before its time doesn't make a key forgotten sooner: nothing is run anew for that.
#[test]
fn as_many_keys_are_remembered_whatever_is_forgotten() {
    let mut header = header();
    let reply = header.replies.remove(0);
    let shows = serde_json::json!({"reply": "…", "turn": 1, "collectedData": {"name": "Mary Roe"}});
    header.answered = (0..ANSWERED).map(|n| n.to_string()).collect();
    header.replies = vec![KeptReply { key: "last".to_owned(), reply: shows, ..reply.clone() }];
    let (record, _) = Record::of(&collecting(), &header);
    assert!((0..ANSWERED).all(|n| matches!(record.delivered(&n.to_string()), Delivered::Forgotten)));
    assert!(matches!(record.delivered("last"), Delivered::Forgotten));
}

#[test]
fn history_is_made_of_what_was_understood_never_of_the_text() {
    let one = |text: &str| Some(Said::Certain(Reading::new(text)));
    let before = Session { memory: Memory::default(), state: State::Name(NameState::default()) };
    let mut heard = Heard::default();
    heard.told.name = one("Jane  Roe");
    heard.told.number = one("4242424242424242");
    heard.told.expiry = Some(Said::Certain(SaidExpiry::MonthYear { month: 1, year: 2020 }));
    heard.told.cvv = one("123");
    let lines = words(history(&heard, &before, &collecting()));
    assert_eq!(lines, ["name: Jane Roe", "card •••• 4242", "a date that was not taken", "code given"]);
}

#[test]
fn a_rejected_number_leaves_no_digit_in_the_history() {
    let mut heard = Heard::default();
    heard.told.number = Some(Said::Certain(Reading::new("4111111111111112")));
    let session = collecting();
    assert_eq!(words(history(&heard, &session, &session)), ["a card number that was not taken or not kept"]);
}

#[test]
fn a_trail_shows_where_it_was_changed() {
    let mut previous = String::new();
    let mut trail: Vec<TrailEntry> = (1..=4)
        .map(|turn| {
            let entry = TrailEntry {
                said: Vec::new(),
                at: Timestamp::UNIX_EPOCH,
                session: SessionId::from_random([1; 16]),
                turn,
                turn_id: String::new(),
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
