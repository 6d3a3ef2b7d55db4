//! Any faults, in any order, at any call: what is said of an attempt is what Stripe knows, and money moves once.

use payment_smart_bot::dialogue::{AttemptId, Confirmation, Token, Verdict};
use payment_smart_bot::ports::Gateway as _;
use proptest::prelude::*;

use super::{Bench, GOOD, payment};
use crate::stripe_server::{Call, Fault};

/// What is asked for next.
#[derive(Clone, Copy, Debug)]
enum Move {
    Charge,
    LookUp,
    Cancel,
    /// The cardholder, or the bank, settles what is open.
    Settle(bool),
    /// A day goes by.
    Forget,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        4 => Just(Move::Charge),
        3 => Just(Move::LookUp),
        1 => Just(Move::Cancel),
        2 => any::<bool>().prop_map(Move::Settle),
        1 => Just(Move::Forget),
    ];
    proptest::collection::vec(one, 1..9)
}

fn faults() -> impl Strategy<Value = Vec<(Call, Fault)>> {
    let call =
        prop_oneof![1 => Just(Call::Note), 3 => Just(Call::Confirm), 1 => Just(Call::LookUp), 1 => Just(Call::Cancel)];
    let fault = prop_oneof![
        Just(Fault::Answers(409, None)),
        Just(Fault::Answers(429, None)),
        Just(Fault::Answers(503, Some(false))),
        Just(Fault::BreaksBefore),
        Just(Fault::BreaksAfter),
        Just(Fault::CutsBefore),
        Just(Fault::CutsAfter),
        Just(Fault::Babbles),
    ];
    proptest::collection::vec((call, fault), 0..12)
}

fn cards() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![GOOD, GOOD, "4000000000009995", "4000000000003220", "4000008400001629"])
}

/// Whether what was said can be true of an intent in this status. "Unknown" always is, and says nothing.
fn is_true(verdict: &Verdict, status: &str) -> bool {
    match verdict {
        Verdict::Paid => status == "succeeded",
        Verdict::Voided => status == "canceled",
        Verdict::NotReached | Verdict::Refused => status == "requires_payment_method",
        // An attempt stays declined when its intent is cancelled afterwards.
        Verdict::Declined(_) => matches!(status, "requires_payment_method" | "canceled"),
        Verdict::Pending => status == "processing",
        Verdict::ActionRequired(_) => status == "requires_action",
        Verdict::Unknown => true,
    }
}

async fn weather(number: &str, pends: bool, moves: &[Move], faults: &[(Call, Fault)]) {
    let bench = Bench::new();
    let token: Token = bench.token(number).await;
    let intent = bench.stripe.open_intent(&payment(), "in_1").await.intent().expect("an intent");
    let confirmation = Confirmation { intent, attempt: AttemptId::new("at_1"), token };
    bench.fake.pend(u32::from(pends));
    for (call, fault) in faults {
        bench.fake.next(*call, [*fault]);
    }
    let id = confirmation.intent.as_str();
    for next in moves {
        let verdict = match next {
            Move::Charge => bench.charge(&confirmation).await,
            Move::LookUp => bench.stripe.look_up(&confirmation).await,
            Move::Cancel => bench.stripe.cancel(&confirmation).await,
            Move::Settle(passed) => {
                bench.fake.settle(id, *passed);
                continue;
            }
            Move::Forget => {
                bench.fake.forget_keys();
                continue;
            }
        };
        let status = bench.fake.status(id);
        assert!(is_true(&verdict, status), "{verdict:?} of an intent that is {status}, after {next:?}");
        assert!(bench.fake.times_paid() <= 1);
    }
    // In fair weather it is found out how it stands.
    bench.fake.clear();
    let verdict = bench.stripe.look_up(&confirmation).await;
    assert_ne!(verdict, Verdict::Unknown);
    assert!(is_true(&verdict, bench.fake.status(id)));
    // What is not over can be ended.
    let ended = bench.stripe.cancel(&confirmation).await;
    assert!(!matches!(ended, Verdict::Unknown | Verdict::NotReached | Verdict::ActionRequired(_)), "{ended:?}");
    assert_eq!(bench.fake.violations(), Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_is_said_is_true_and_money_moves_once_in_any_weather(
        number in cards(), pends in prop::bool::weighted(0.2), moves in moves(), faults in faults(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(weather(number, pends, &moves, &faults));
    }
}
