//! `doctor`, and what a live key asks for, as an operator meets them.

use std::path::Path;
use std::process::{Command, Output};

use crate::stripe_server::FakeStripe;

const KEY: &str = "rk_test_0123456789abcdefghij";

fn run(arguments: &[&str], folder: &Path, variables: &[(&str, &str)]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"));
    command.args(arguments).arg("--data").arg(folder).envs(variables.iter().copied());
    let Output { status, stdout, stderr } = command.output().expect("the binary");
    (status.code(), [stdout, stderr].map(|text| String::from_utf8(text).expect("text")).concat())
}

#[test]
fn a_service_that_is_well_is_told_so() {
    let (folder, fake) = (tempfile::tempdir().expect("a folder"), FakeStripe::start());
    let base = fake.base();
    let stripe = [("STRIPE_SECRET_KEY", KEY), ("STRIPE_API_BASE", base.as_str())];
    let (code, said) = run(&["doctor"], folder.path(), &stripe);
    assert_eq!(code, Some(0), "{said}");
    for line in ["ok    configuration", "ok    retention", "ok    key", "ok    ledger", "ok    stripe"] {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert!(!said.contains(KEY) && !said.contains('\u{1b}'), "no secret, and no colours in a pipe: {said}");
    assert_eq!(fake.times_paid(), 0);
}

#[test]
fn what_is_wrong_at_stripe_is_told_with_what_to_do() {
    let (folder, fake) = (tempfile::tempdir().expect("a folder"), FakeStripe::start());
    let base = fake.base();
    let stripe = [("STRIPE_SECRET_KEY", KEY), ("STRIPE_API_BASE", base.as_str())];
    fake.refuse_raw_cards(true);
    let (code, said) = run(&["doctor"], folder.path(), &stripe);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("enable raw card data APIs"), "{said}");
    fake.refuse_raw_cards(false);
    fake.lock_out(true);
    let (code, said) = run(&["doctor"], folder.path(), &stripe);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("look at Developers, API keys"), "{said}");
}

#[test]
fn settings_that_contradict_each_other_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    for (variables, says) in [
        ([("STRIPE_SECRET_KEY", "pk_test_0123456789abcdefghij"), ("ORDER_KEY", "")], "publishable"),
        ([("ORDER_KEY", "too short"), ("PAYMENT_SMART_BOT_AMOUNT", "")], "at least 32 bytes"),
        (
            [("ORDER_KEY", "a secret that is long enough for HS256"), ("PAYMENT_SMART_BOT_AMOUNT", "49.90 EUR")],
            "contradict each other",
        ),
        ([("STRIPE_WEBHOOK_SECRET", "no secret"), ("ORDER_KEY", "")], "begins with whsec_"),
        ([("SERVICE_KEY", "short"), ("ORDER_KEY", "")], "at least 16 characters"),
    ] {
        let (code, said) = run(&["doctor"], folder.path(), &variables);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(says), "{says}: {said}");
    }
}

#[test]
fn a_live_key_is_refused_where_it_may_not_be_used_and_it_is_said_how_it_may() {
    let folder = tempfile::tempdir().expect("a folder");
    let live = [("STRIPE_SECRET_KEY", "sk_live_0123456789abcdefghij")];
    let (code, said) = run(&["serve", "--listen", "127.0.0.1:0"], folder.path(), &live);
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("--release") && !said.contains("sk_live"), "{said}");
}

#[test]
fn an_order_that_was_signed_is_accepted_and_an_edited_one_is_not() {
    let order = |arguments: &[&str]| {
        let key = ("ORDER_KEY", "a secret that is long enough for HS256");
        let output =
            Command::new(env!("CARGO_BIN_EXE_payment-smart-bot")).arg("order").args(arguments).envs([key]).output();
        let output = output.expect("the binary");
        (output.status.code(), String::from_utf8(output.stdout).expect("text").trim().to_owned())
    };
    let (code, token) = order(&["sign", "--id", "order-1042", "--amount", "49.90 EUR", "--payee", "Harbour Books"]);
    assert_eq!(code, Some(0));
    let (code, said) = order(&["check", &token]);
    assert_eq!(code, Some(0));
    assert!(said.contains("order-1042") && said.contains("4990"), "{said}");
    assert_eq!(order(&["check", &token[1..]]).0, Some(1));
    assert_eq!(order(&["sign", "--id", "two words", "--amount", "49.90 EUR"]).0, Some(2));
}

#[test]
fn reconcile_says_what_came_of_it() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(
        run(&["reconcile"], folder.path(), &[]),
        (Some(0), "ended 0, still open 0, not looked up 0, older than an hour 0\n".to_owned())
    );
}
