//! `doctor`, and what a live key asks for, as an operator meets them.

use std::path::Path;
use std::process::{Command, Output};

use payment_smart_bot::adapters::filesystem;

use crate::stripe_server::{Call, FakeStripe, Fault};

const KEY: &str = "rk_test_0123456789abcdefghij";
/// What goes with it.
const SERVICE: (&str, &str) = ("SERVICE_KEY", "the same for all that share a store");

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
    let stripe = [("STRIPE_SECRET_KEY", KEY), ("STRIPE_API_BASE", base.as_str()), SERVICE];
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
    let stripe = [("STRIPE_SECRET_KEY", KEY), ("STRIPE_API_BASE", base.as_str()), SERVICE];
    fake.refuse_raw_cards(true);
    let (code, said) = run(&["doctor"], folder.path(), &stripe);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("enable raw card data APIs"), "{said}");
    fake.refuse_raw_cards(false);
    fake.next(Call::Cancel, [Fault::Answers(403, None)]);
    let (code, said) = run(&["doctor"], folder.path(), &stripe);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("may not write payment intents"), "{said}");
    fake.lock_out(true);
    let (code, said) = run(&["doctor"], folder.path(), &stripe);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("look at Developers, API keys"), "{said}");
}

/// What a command says to these variables, and its exit code; it must end by itself.
fn refused(command: &str, variables: &[(&str, &str)]) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, said) = run(&[command], &folder.path().join("data"), variables);
    assert!(code != Some(0), "{command} takes {variables:?}: {said}");
    // Lines are broken where the terminal is narrow.
    (code, said.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn what_serve_refuses_doctor_tells_and_reconcile_refuses_too() {
    let stripe = ("STRIPE_SECRET_KEY", KEY);
    let order = ("ORDER_KEY", "a secret that is long enough for HS256");
    let listen = |at| ("PAYMENT_SMART_BOT_LISTEN", at);
    for (variables, says) in [
        (
            &[("STRIPE_SECRET_KEY", "pk_test_0123456789abcdefghij"), SERVICE, ("PUBLIC_URL", "https://a")][..],
            "publishable",
        ),
        (&[("ORDER_KEY", "too short")], "at least 32 bytes"),
        (&[("ORDER_KEY", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")], "is a private key"),
        (&[order, ("ORDER_KEY_FILE", "key.pem")], "given twice"),
        (&[("STRIPE_WEBHOOK_SECRET", "no secret")], "begins with whsec_"),
        (&[("SERVICE_KEY", "short")], "at least 16 characters"),
        (&[stripe, ("PUBLIC_URL", "https://pay.example")], "needs SERVICE_KEY"),
        (&[("PUBLIC_URL", "http://pay.example")], "must begin with https"),
        (&[("PUBLIC_URL", "foo")], "an address of https"),
        (&[("PUBLIC_URL", "ftp://x")], "an address of https"),
        (&[("DYNAMODB_TABLE", "sessions")], "LEDGER_TABLE"),
    ] {
        for (command, code) in [("serve", 3), ("doctor", 1), ("reconcile", 3)] {
            let (ended, said) = refused(command, variables);
            assert!(said.contains(says), "{command}: {says}: {said}");
            let malformed = variables.iter().any(|(_, value)| ["foo", "ftp://x"].contains(value));
            assert_eq!(ended, Some(if malformed { 2 } else { code }), "{command}: {said}");
            assert!(!said.contains(KEY), "no secret");
        }
    }
    let outside = ("PAYMENT_SMART_BOT_BEHIND_TLS_PROXY", "true");
    let counted = ("PAYMENT_SMART_BOT_TRUSTED_PROXIES", "1");
    for (variables, code, says) in [
        (&[order, ("PAYMENT_SMART_BOT_AMOUNT", "49.90 EUR")][..], None, "contradict each other"),
        (&[("API_KEYS", "too short")], Some(2), "API_KEYS (--api-key): each key has at least 16"),
        (&[listen("0.0.0.0:0")], None, "--tls-cert"),
        (&[outside], None, "--trusted-proxies"),
        (&[outside, counted], None, "CLIENT_API_KEYS"),
        (&[listen("0.0.0.0:0"), outside, counted], None, "CLIENT_API_KEYS"),
        (&[listen("0.0.0.0:0"), outside, counted, ("API_KEYS", "0123456789abcdef")], None, "let no customer in"),
        (&[stripe, SERVICE, listen("127.0.0.1:0")], None, "set PUBLIC_URL"),
        (&[listen("8080")], Some(2), "like 127.0.0.1:3000"),
    ] {
        for (command, usual) in [("serve", 3), ("doctor", 1)] {
            let (ended, said) = refused(command, variables);
            assert!(said.contains(says), "{command}: {says}: {said}");
            assert_eq!(ended, Some(code.unwrap_or(usual)), "{command}: {said}");
        }
    }
    let (code, said) = refused("reconcile", &[stripe, SERVICE]);
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("set PUBLIC_URL") && said.contains("the same one for all"), "{said}");
}

#[test]
fn doctor_makes_nothing_and_says_what_nobody_set() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let (code, said) = run(&["doctor", "--listen", "localhost:3000"], &data, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!data.exists() && said.contains("which serve makes"), "{said}");
    for told in ["support@example.com", "PAYMENT_SMART_BOT_CONTACT", "PAYMENT_SMART_BOT_OTHER_WAYS"] {
        assert!(said.contains(told), "{told}: {said}");
    }
    let keys = folder.path().join("keys");
    let (code, said) = run(&["doctor", "--key-slots", keys.to_str().expect("a path")], &data, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!keys.exists() && said.contains("depends on the medium") == filesystem(&keys).is_some(), "{said}");
    let named = [("PAYMENT_SMART_BOT_CONTACT", "help@shop.example"), ("PAYMENT_SMART_BOT_OTHER_WAYS", "cash")];
    let (_, said) = run(&["doctor"], &data, &named);
    assert!(!said.contains("example.com") && !said.contains("--other-ways"), "{said}");
    let file = folder.path().join("file");
    std::fs::write(&file, "x").expect("writes");
    let (code, said) = run(&["doctor"], &file.join("data"), &[]);
    assert!(code == Some(1) && said.contains("cannot be made"), "{said}");
    for (command, code) in [("doctor", 1), ("reconcile", 3)] {
        let (ended, said) = run(&[command], &file, &[]);
        assert_eq!(ended, Some(code), "{said}");
        assert!(said.contains("is no folder"), "{command}: {said}");
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
    // Less than the gateway charges.
    assert_eq!(order(&["sign", "--id", "order-1042", "--amount", "0.01 EUR"]).0, Some(2));
    let long = "x".repeat(121);
    assert_eq!(order(&["sign", "--id", "order-1042", "--amount", "49.90 EUR", "--payee", &long]).0, Some(3));
    assert_eq!(order(&["sign", "--id", "two words", "--amount", "49.90 EUR"]).0, Some(2));
}

#[test]
fn reconcile_says_what_came_of_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, said) = run(&["reconcile"], folder.path(), &[]);
    assert!(code == Some(3) && said.contains("there is no store"), "{said}");
    run(&["chat"], folder.path(), &[]);
    assert_eq!(
        run(&["reconcile"], folder.path(), &[]),
        (Some(0), "ended 0, still open 0, not looked up 0, older than an hour 0\n".to_owned())
    );
}

/// What the gateway would refuse is refused before anybody is asked for a card.
#[test]
fn an_amount_below_what_the_gateway_charges_starts_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    for (command, amount) in [("serve", "5 JPY"), ("chat", "0.49 USD"), ("doctor", "0.01 EUR")] {
        let (code, said) = run(&[command, "--amount", amount], folder.path(), &[]);
        assert!(code == Some(2) && said.contains("cards are charged no less than"), "{command}: {said}");
    }
}
