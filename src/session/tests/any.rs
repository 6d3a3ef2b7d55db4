//! Any session, as the property tests draw them.

use jiff::Timestamp;
use proptest::prelude::*;

use crate::card::{Brand, BrandSet, CardNumber, Expiry, LastFour, Name, Pieces, published};
use crate::dialogue::{
    After, AttemptId, Block, CancelReason, Card, CardState, ConfirmState, Consent, Counters, CvvState, Decline,
    Dropped, ExpiryState, Field, Fingerprint, Flight, Flown, Held, IntentId, Language, Link, Memory, NameState, Order,
    Payment, Pending, Receipt, Review, ReviewId, Session, Shown, State, Token, Value, Wish,
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
    let all: Vec<_> = [Wish::Cancel, Wish::Restart, Wish::Delete, Wish::NotAgain, Wish::OtherCard]
        .into_iter()
        .chain(change)
        .collect();
    prop::option::of(prop::sample::select(all))
}

fn flight() -> impl Strategy<Value = Flight> {
    (card(), wish(), any::<bool>(), any::<bool>()).prop_map(|(card, wish, keeping, known)| Flight {
        consent: Consent::to(None, &card.token),
        card: Flown { details: Flown::from(card.clone()).details.filter(|_| known), ..card.into() },
        intent: IntentId::new("pi_1"),
        attempt: AttemptId::new("at_1"),
        since: Timestamp::UNIX_EPOCH,
        keeping,
        wish,
    })
}

fn offer() -> impl Strategy<Value = Option<Value>> {
    prop::option::of(prop_oneof![
        name().prop_map(Value::Name),
        held_number().prop_map(Value::Card),
        expiry().prop_map(Value::Expiry),
    ])
}

fn state() -> impl Strategy<Value = State> {
    let link = || Link::new("https://bank.example/3ds/1");
    prop_oneof![
        (prop::option::of(held_number()), prop::option::of(expiry()), offer()).prop_map(|(number, expiry, offer)| {
            // A number is asked about only where another one is held.
            let offer = offer.filter(|value| number.is_some() || value.field() != Field::Card);
            State::Name(NameState { number, expiry, offer })
        }),
        (name(), prop::option::of(expiry()), prop::option::of(pieces()), offer()).prop_map(
            |(name, expiry, pieces, offer)| {
                let offer = offer.filter(|value| value.field() != Field::Card);
                State::Card(CardState { name, expiry, pieces, offer })
            }
        ),
        (name(), held_number(), offer()).prop_map(|(name, number, offer)| State::Expiry(ExpiryState {
            name,
            number,
            offer
        })),
        (name(), held_number(), expiry(), offer()).prop_map(|(name, number, expiry, offer)| State::Cvv(CvvState {
            name,
            number,
            expiry,
            offer,
        })),
        (card(), any::<u32>(), name()).prop_map(|(card, turn, name)| State::Confirm(ConfirmState {
            review: Review {
                id: ReviewId::new("rv_1"),
                turn,
                attempt: AttemptId::new("at_1"),
                consent: Consent::to(None, &card.token),
                closed: turn % 2 == 1,
            },
            card,
            affirmed: None,
            offer: turn.is_multiple_of(3).then(|| Value::Name(name)),
        })),
        flight().prop_map(State::Processing),
        flight().prop_map(move |flight| State::Authenticating(flight, link())),
        (shown(), any::<bool>()).prop_map(|(shown, paid)| State::Complete(Receipt {
            token: Token::new("pm_sandbox_ok_1"),
            face: shown.face(),
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
        again: bool,
        blocks in prop::sample::subsequence(Block::ALL.to_vec(), 0..=Block::ALL.len()),
        asked: u32,
        after in prop::sample::select(After::ALL.to_vec()),
        card_revision: u32,
        dropped in prop::option::of(prop::sample::select(Dropped::ALL.to_vec())),
        refused in prop::sample::subsequence(Field::ALL.to_vec(), 0..=4),
        opened: bool,
        ordered: bool,
    ) -> Memory {
        let (stale, turns, corrections, attempts, declines) = counts;
        let faults = declines % 3;
        Memory {
            language,
            payment: paying.then(|| Payment {
                amount: "49.90 EUR".parse().expect("money"),
                payee: Some("Rowing Club".to_owned()),
                description: None,
                order: ordered.then(|| Order {
                    id: "order-1042".parse().expect("an id"),
                    expires: Timestamp::new(1_800_003_600, 0).expect("in range"),
                    minted: false,
                }),
            }),
            counters: Counters { invalid, stale, turns, corrections, attempts, declines, faults },
            pending,
            again,
            blocks: blocks.into_iter().collect(),
            asked,
            after,
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
    pub(super) fn session()(memory in memory(), state in state()) -> Session {
        Session { memory, state }
    }
}
