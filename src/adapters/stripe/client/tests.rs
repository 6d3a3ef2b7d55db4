//! Keys and addresses; what goes over the wire is shown in `tests/it/stripe`.

use std::sync::Arc;

use super::*;

fn settings(base: &str) -> StripeSettings {
    let key = "sk_test_0123456789".parse().expect("a key");
    StripeSettings {
        base: base.to_owned(),
        ..StripeSettings::new(key, Arc::new(|_| "https://bot.example/".to_owned()))
    }
}

#[test]
fn a_key_tells_whether_it_moves_money_and_nothing_else() {
    for (text, live, restricted) in [
        ("sk_test_abcDEF123", false, false),
        ("rk_test_abcDEF123", false, true),
        ("sk_live_abcDEF123", true, false),
        (" rk_live_abcDEF123\n", true, true),
    ] {
        let key: StripeKey = text.parse().expect("a key");
        assert_eq!((key.is_live(), key.is_restricted()), (live, restricted), "{text}");
        assert!(
            !format!("{key:?} {:?}", StripeSettings::new(key.clone(), Arc::new(|_| String::new()))).contains("abc")
        );
    }
}

#[test]
fn what_is_no_secret_key_is_refused_with_a_hint_and_without_the_text() {
    for (text, error) in [
        ("pk_test_abcDEF123", StripeKeyError::Publishable),
        ("whsec_abcDEF123", StripeKeyError::NotSecret),
        ("", StripeKeyError::NotSecret),
        ("sk_test_", StripeKeyError::Shape),
        ("sk_live_abc DEF\r\nx: y", StripeKeyError::Shape),
    ] {
        let refused = text.parse::<StripeKey>().expect_err("no key");
        assert_eq!(refused, error);
        assert!(!refused.to_string().contains("DEF"));
    }
}

#[test]
fn plain_http_is_for_this_machine_only() {
    for base in ["https://api.stripe.com", "http://127.0.0.1:12111", "http://localhost:8420/", "http://[::1]:8420"] {
        assert!(Stripe::connect(settings(base)).is_ok(), "{base}");
    }
    for base in ["http://api.stripe.com", "http://10.0.0.7", "http://127.0.0.1.example", "ftp://127.0.0.1"] {
        assert!(matches!(Stripe::connect(settings(base)), Err(StripeSetupError::NotSafe)), "{base}");
    }
    assert!(matches!(Stripe::connect(settings("nonsense")), Err(StripeSetupError::NoAddress)));
}
