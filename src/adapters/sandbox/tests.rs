//! Every path can be walked, and a killed process is remembered.

use std::collections::BTreeSet;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::*;
use crate::adapters::DECLINES;
use crate::card::{Brand, BrandSet, CardNumber, Cvv, Expiry, Name, is_published};
use crate::dialogue::{AttemptId, Payment};

/// The sandbox never waits: one poll is all it takes.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the sandbox waits"),
    }
}

fn card(number: &str) -> FullCard {
    FullCard {
        name: Name::parse("Jane Roe").expect("a name"),
        number: CardNumber::parse(number, &BrandSet::ALL).expect("a number"),
        expiry: Expiry::stored(12, 2028).expect("a date"),
        cvv: Cvv::parse("123", Brand::Visa).expect("a code"),
    }
}

fn payment() -> Purpose {
    let amount = "49.90 EUR".parse().expect("money");
    Purpose::Payment(Payment { amount, payee: None, description: None, order: None })
}

/// A confirmation of the first attempt, of a card that goes so.
fn confirmation(plan: Plan) -> Confirmation {
    let (intent, attempt) = (IntentId::new("pi_sandbox_1"), AttemptId::new("at_1"));
    Confirmation { intent, attempt, token: token(plan, "k") }
}

/// What is said of a charge with this plan, then at so many looks.
fn walk(sandbox: &Sandbox, plan: Plan, looks: usize) -> Vec<&'static str> {
    let mut said = vec![now(sandbox.charge(&confirmation(plan), &payment())).wire()];
    said.extend((0..looks).map(|_| now(sandbox.look_up(&confirmation(plan))).wire()));
    said
}

#[test]
fn every_scenario_has_a_published_number_of_its_own() {
    let mut seen = BTreeSet::new();
    for scenario in SCENARIOS {
        let number = CardNumber::parse(scenario.number, &BrandSet::ALL);
        assert!(number.is_ok_and(|number| is_published(&number)), "{}", scenario.number);
        assert!(seen.insert(scenario.number), "{} stands twice", scenario.number);
    }
}

#[test]
fn every_plan_can_be_walked_by_hand_but_declines_that_are_walked_once() {
    let walked: Vec<Plan> = SCENARIOS
        .iter()
        .filter_map(|scenario| match scenario.behaviour {
            Behaviour::Charge(plan) => Some(plan),
            Behaviour::Refused(_) | Behaviour::Unanswered | Behaviour::Misconfigured => None,
        })
        .collect();
    for plan in Plan::all() {
        let once = matches!(
            plan,
            Plan::ThreeDsDeclined(_)
                | Plan::Declined(Decline::Authentication | Decline::Duplicate | Decline::PaidBefore)
        );
        assert!(once || walked.contains(&plan), "{plan:?}");
        assert_eq!(Plan::from_wire(&plan.wire()), Some(plan));
    }
}

#[test]
fn a_card_becomes_what_its_number_is_published_for() {
    let sandbox = Sandbox::new(None);
    let tokenised = |number| now(sandbox.tokenise(&card(number), "key"));
    let Tokenised::Token { token, .. } = tokenised("4000000000009995") else { panic!("a token") };
    assert_eq!(plan(&token), Plan::Declined(Decline::OtherCard));
    assert_eq!(tokenised("4543474002249996"), Tokenised::Refused(Decline::Number));
    assert_eq!(tokenised("4035501000000008"), Tokenised::Unknown);
    assert_eq!(tokenised("4360000001000005"), Tokenised::Misconfigured);
}

#[test]
fn a_token_tells_nothing_of_a_number_but_how_it_behaves() {
    let sandbox = Sandbox::new(None);
    let token = |number| match now(sandbox.tokenise(&card(number), "key")) {
        Tokenised::Token { token, .. } => token,
        other => panic!("no token: {other:?}"),
    };
    assert_eq!(token("4242424242424242"), token("5555555555554444"));
}

#[test]
fn each_plan_says_what_it_promises() {
    for (plan, said) in [
        (Plan::Paid, ["paid", "paid", "paid", "paid"]),
        (Plan::ThreeDs, ["action_required", "paid", "paid", "paid"]),
        (Plan::ThreeDsDeclined(Decline::Authentication), ["action_required", "declined", "declined", "declined"]),
        (Plan::Pending, ["pending", "pending", "paid", "paid"]),
        (Plan::PendingDeclined, ["pending", "declined", "declined", "declined"]),
        (Plan::Moved, ["unknown", "paid", "paid", "paid"]),
        (Plan::Lost, ["unknown", "not_reached", "not_reached", "not_reached"]),
        (Plan::Slow, ["unknown", "unknown", "unknown", "paid"]),
        (Plan::TooLate, ["pending", "pending", "pending", "pending"]),
    ] {
        assert_eq!(walk(&Sandbox::new(None), plan, 3), said, "{plan:?}");
    }
}

#[test]
fn a_charge_that_never_arrived_is_paid_when_it_is_sent_again() {
    let sandbox = Sandbox::new(None);
    walk(&sandbox, Plan::Lost, 1);
    assert_eq!(now(sandbox.charge(&confirmation(Plan::Lost), &payment())), Verdict::Paid);
}

#[test]
fn a_charge_under_a_used_key_is_not_charged_again() {
    let sandbox = Sandbox::new(None);
    walk(&sandbox, Plan::Pending, 0);
    assert_eq!(now(sandbox.charge(&confirmation(Plan::Paid), &payment())), Verdict::Pending);
    let other = Confirmation { attempt: AttemptId::new("at_2"), ..confirmation(Plan::Paid) };
    assert_eq!(now(sandbox.look_up(&other)), Verdict::NotReached);
}

#[test]
fn a_cancellation_comes_in_time_or_too_late() {
    for plan in Plan::all() {
        let sandbox = Sandbox::new(None);
        walk(&sandbox, plan, 0);
        let expected = match plan {
            Plan::Paid | Plan::Moved | Plan::TooLate => Verdict::Paid,
            _ => Verdict::Voided,
        };
        assert_eq!(now(sandbox.cancel(&confirmation(Plan::Paid))), expected, "{plan:?}");
        // What ended stays so.
        assert_eq!(now(sandbox.look_up(&confirmation(Plan::Paid))), expected, "{plan:?}");
        assert_eq!(now(sandbox.charge(&confirmation(Plan::Paid), &payment())), expected, "{plan:?}");
    }
}

#[test]
fn a_killed_process_is_remembered() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("sandbox.jsonl");
    let open = || Sandbox::kept_in(&file, None).expect("opens");
    assert_eq!(walk(&open(), Plan::Moved, 0), ["unknown"]);
    assert_eq!(now(open().look_up(&confirmation(Plan::Paid))), Verdict::Paid);
    // The last line was cut short.
    let text = std::fs::read_to_string(&file).expect("reads");
    std::fs::write(&file, format!("{text}{{\"intent\":\"pi_s")).expect("writes");
    assert_eq!(now(open().cancel(&confirmation(Plan::Paid))), Verdict::Paid);
}

#[cfg(unix)]
#[test]
fn what_is_remembered_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("sandbox.jsonl");
    // As an earlier release left it.
    std::fs::write(&file, "").expect("writes");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).expect("opened to others");
    drop(Sandbox::kept_in(&file, None).expect("opens"));
    let mode = std::fs::metadata(&file).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn links_lead_to_the_server_that_was_named() {
    let sandbox = Sandbox::new(Some("http://127.0.0.1:3000/".to_owned()));
    let verdict = now(sandbox.charge(&confirmation(Plan::ThreeDs), &payment()));
    assert_eq!(verdict, Verdict::ActionRequired(Link::new("http://127.0.0.1:3000/sandbox/3ds/pi_sandbox_1")));
}

#[test]
fn a_fault_happens_once_at_the_call_it_is_for() {
    let sandbox = Sandbox::new(None);
    let force = |name| sandbox.force(Fault::named(name).expect(name));
    force("charge:timeout");
    force("intent:down");
    force("timeout");
    assert_eq!(now(sandbox.tokenise(&card("4242424242424242"), "k")), Tokenised::Unknown);
    assert!(matches!(now(sandbox.tokenise(&card("4242424242424242"), "k")), Tokenised::Token { .. }));
    assert_eq!(now(sandbox.open_intent(&payment(), "k")), Opened::Unknown);
    assert!(now(sandbox.open_intent(&payment(), "k")).intent().is_some());
    assert_eq!(now(sandbox.charge(&confirmation(Plan::Paid), &payment())), Verdict::Unknown);
    force("lookup:down");
    assert_eq!(now(sandbox.look_up(&confirmation(Plan::Paid))), Verdict::Unknown);
    assert_eq!(now(sandbox.look_up(&confirmation(Plan::Paid))), Verdict::Paid);
}

#[test]
fn faults_have_names_and_nothing_else_is_one() {
    for name in Fault::names() {
        assert!(Fault::named(&name).is_some(), "{name}");
    }
    for name in ["", "declined", "declined:nonsense", "tokenise:pending", "nonsense:down", "ok"] {
        assert!(Fault::named(name).is_none(), "{name}");
    }
}

#[test]
fn a_scenario_that_names_a_code_is_declined_as_that_code_is() {
    let mut compared = 0;
    for Scenario { number, behaviour, about } in SCENARIOS {
        let class = about.split([' ', ':', ',']).find_map(|word| DECLINES.known(word));
        let declined = match behaviour {
            Behaviour::Charge(Plan::Declined(decline) | Plan::ThreeDsDeclined(decline))
            | Behaviour::Refused(decline) => decline,
            Behaviour::Charge(
                Plan::Paid
                | Plan::ThreeDs
                | Plan::Pending
                | Plan::PendingDeclined
                | Plan::Moved
                | Plan::Lost
                | Plan::Slow
                | Plan::TooLate,
            )
            | Behaviour::Unanswered
            | Behaviour::Misconfigured => continue,
        };
        // The best known card of all shows a decline of which nothing may be told.
        let Some(class) = class.filter(|_| number != "4000000000000002") else { continue };
        assert_eq!(declined, class, "{about}");
        compared += 1;
    }
    assert!(compared >= 10, "{compared} scenarios");
}
