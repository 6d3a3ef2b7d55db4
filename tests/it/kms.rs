//! The vault on KMS: what opens, what does not, what KMS is asked and told, and what a customer notices of it.

mod counted;
mod logged;
mod turns;

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use jiff::{SignedDuration, Timestamp};
use payment_smart_bot::ports::{Place, Vault, VaultError};
use payment_smart_bot::session::SessionId;
use proptest::prelude::*;
use serde_json::Value;
use tokio::runtime::Runtime;

use crate::kms_server::{Fault, KEY, KmsServer, TABLE, vault_at};

const NOW: Timestamp = Timestamp::UNIX_EPOCH;
const SECRET: &[u8] = b"4242424242424242";

fn place(session: u8, version: u64) -> Place {
    Place { session: SessionId::from_random([session; 16]), version }
}

fn until() -> Timestamp {
    NOW + SignedDuration::from_mins(15)
}

async fn sealed(vault: &impl Vault) -> Vec<u8> {
    vault.seal(&place(1, 1), until(), SECRET).await.expect("seals")
}

async fn broken(vault: &impl Vault, place: &Place, now: Timestamp, sealed: &[u8]) -> bool {
    matches!(vault.open(place, now, sealed).await, Err(VaultError::Broken))
}

/// What the operator reads when the vault is down.
fn down<T>(result: Result<T, VaultError>) -> String {
    match result {
        Err(VaultError::Down(what)) => what,
        Err(VaultError::Broken) => panic!("the seal was said to be broken"),
        Ok(_) => panic!("it worked"),
    }
}

#[tokio::test]
async fn a_seal_opens_in_its_place_in_its_time_and_no_two_are_the_same() {
    let kms = KmsServer::start();
    let vault = kms.vault();
    let seal = sealed(&vault).await;
    assert_eq!(**vault.open(&place(1, 1), NOW, &seal).await.expect("opens"), *SECRET);
    assert!(!seal.windows(SECRET.len()).any(|bytes| bytes == SECRET));
    assert_ne!(seal, sealed(&vault).await, "a nonce is used once");
    assert_eq!(seal.len(), vault.seal(&place(9, 900), until(), SECRET).await.expect("seals").len());
}

#[tokio::test]
async fn kms_is_asked_once_a_session_and_once_more_by_a_vault_that_has_the_key_not_in_hand() {
    let kms = KmsServer::start();
    let warm = kms.vault();
    let seal = sealed(&warm).await;
    assert_eq!(kms.asked(), ["GenerateDataKey"]);
    let next = warm.seal(&place(1, 2), until(), SECRET).await.expect("seals");
    warm.open(&place(1, 1), NOW, &seal).await.expect("opens");
    warm.open(&place(1, 2), NOW, &next).await.expect("opens");
    assert!(kms.asked().is_empty(), "the key is in hand");
    let cold = kms.vault();
    assert_eq!(**cold.open(&place(1, 2), NOW, &next).await.expect("opens"), *SECRET);
    assert_eq!(kms.asked(), ["Decrypt"]);
    let third = cold.seal(&place(1, 3), until(), SECRET).await.expect("seals");
    warm.open(&place(1, 3), NOW, &third).await.expect("opens");
    assert!(kms.asked().is_empty(), "the session keeps its data key");
    warm.seal(&place(2, 1), until(), SECRET).await.expect("seals");
    assert_eq!(kms.asked(), ["GenerateDataKey"], "another session has another one");
}

#[tokio::test]
async fn a_seal_that_was_moved_replayed_or_kept_too_long_does_not_open() {
    let kms = KmsServer::start();
    let vault = kms.vault();
    let seal = sealed(&vault).await;
    vault.seal(&place(2, 1), until(), SECRET).await.expect("seals");
    for (vault, kind) in [(&vault, "warm"), (&kms.vault(), "cold")] {
        assert!(broken(vault, &place(2, 1), NOW, &seal).await, "another session, {kind}");
        assert!(broken(vault, &place(1, 2), NOW, &seal).await, "an older version, {kind}");
        assert!(broken(vault, &place(1, 1), until(), &seal).await, "too old, {kind}");
    }
    assert!(broken(&kms.vault_of("other"), &place(1, 1), NOW, &seal).await, "another table");
    assert!(vault.open(&place(1, 1), NOW, &seal).await.is_ok(), "and still opens where it belongs");
}

#[tokio::test]
async fn a_seal_that_was_edited_or_cut_anywhere_does_not_open() {
    let kms = KmsServer::start();
    let vault = kms.vault();
    let seal = sealed(&vault).await;
    for at in 0..seal.len() {
        for bit in [1, 0x80] {
            let mut edited = seal.clone();
            edited[at] ^= bit;
            assert!(broken(&vault, &place(1, 1), NOW, &edited).await, "byte {at}");
        }
        assert!(broken(&vault, &place(1, 1), NOW, &seal[..at]).await, "cut at {at}");
    }
    let longer = [&seal[..], &[0]].concat();
    assert!(broken(&vault, &place(1, 1), NOW, &longer).await, "one byte more");
}

#[tokio::test]
async fn the_data_key_of_another_seal_of_the_session_does_not_open_it() {
    let kms = KmsServer::start();
    let (one, two) = (sealed(&kms.vault()).await, sealed(&kms.vault()).await);
    let head = 3 + usize::from(u16::from_be_bytes([one[1], one[2]]));
    let mixed = [&one[..head], &two[head..]].concat();
    assert!(broken(&kms.vault(), &place(1, 1), NOW, &mixed).await);
}

#[tokio::test]
async fn kms_is_told_the_table_and_a_name_that_tells_nothing_of_the_session() {
    let kms = KmsServer::start();
    let seal = sealed(&kms.vault()).await;
    kms.vault().open(&place(1, 1), NOW, &seal).await.expect("opens");
    let id = place(1, 1).session;
    let calls = kms.calls();
    let contexts: Vec<Value> = calls
        .iter()
        .map(|call| serde_json::from_str::<Value>(&call.body).expect("JSON")["EncryptionContext"].clone())
        .collect();
    assert_eq!(contexts.len(), 2);
    assert_eq!(contexts[0], contexts[1], "the context lasts as long as the data key");
    let context = contexts[0].as_object().expect("pairs");
    assert_eq!(context.len(), 2, "nothing else: {context:?}");
    assert_eq!(context["table"], TABLE);
    assert_eq!(context["session"].as_str().map(str::len), Some(64));
    for call in &calls {
        assert!(call.body.contains(KEY), "the key is named in {}", call.action);
        for hidden in [id.as_str().to_owned(), id.as_str().replace('-', ""), "4242".to_owned(), BASE64.encode(SECRET)] {
            assert!(!call.body.contains(&hidden) && !call.head.contains(&hidden), "{hidden} in {call:?}");
        }
    }
    kms.vault_of("other").seal(&place(1, 1), until(), SECRET).await.expect("seals");
    let other: Value = serde_json::from_str(&kms.calls()[2].body).expect("JSON");
    assert_ne!(other["EncryptionContext"]["session"], context["session"], "no name is the same in two tables");
}

#[tokio::test]
async fn two_throttled_tries_and_a_cut_connection_are_not_noticed() {
    let kms = KmsServer::start();
    for fault in
        [Fault::Answers(400, "ThrottlingException"), Fault::Answers(500, "KMSInternalException"), Fault::CutsOff]
    {
        kms.next([fault, fault]);
        let began = Instant::now();
        sealed(&kms.vault()).await;
        assert!(began.elapsed() < Duration::from_secs(1), "{fault:?} took {:?}", began.elapsed());
        assert_eq!(kms.asked().len(), 3, "{fault:?}");
    }
}

#[tokio::test]
async fn a_kms_that_refuses_is_down_and_says_what_to_do_and_nothing_else() {
    let kms = KmsServer::start();
    let seal = sealed(&kms.vault()).await;
    for (status, code, hint) in [
        (400, "AccessDeniedException", "allow it in the role's policy"),
        (400, "DisabledException", "enable it"),
        (400, "KMSInvalidStateException", "kms:CancelKeyDeletion"),
        (400, "NotFoundException", "KMS_KEY_ID"),
        (400, "ThrottlingException", "quota"),
        (400, "ExpiredTokenException", "credentials"),
        (500, "KMSInternalException", "failed at KMS"),
        (418, "TeapotException", "failed at KMS"),
    ] {
        kms.lasting(Some(Fault::Answers(status, code)));
        let opening = down(kms.vault().open(&place(1, 1), NOW, &seal).await);
        let sealing = down(kms.vault().seal(&place(1, 1), until(), SECRET).await);
        for (what, action) in [(opening, "kms:Decrypt"), (sealing, "kms:GenerateDataKey")] {
            assert!(what.contains(action) && what.contains(KEY) && what.contains(hint), "{code}: {what}");
            assert!(what.contains(code), "{code}: {what}");
            assert!(!what.contains("told-too-much") && !what.contains("role/x"), "{code}: {what}");
        }
    }
}

#[tokio::test]
async fn answers_that_make_no_sense_are_a_vault_that_is_down() {
    let kms = KmsServer::start();
    let seal = sealed(&kms.vault()).await;
    for fault in [Fault::CutsOff, Fault::CutsShort, Fault::Babbles, Fault::Shortens] {
        kms.lasting(Some(fault));
        down(kms.vault().seal(&place(1, 1), until(), SECRET).await);
        down(kms.vault().open(&place(1, 1), NOW, &seal).await);
    }
}

#[tokio::test]
async fn a_kms_that_is_gone_or_stalls_is_down_within_the_budget() {
    let began = Instant::now();
    let gone = vault_at("http://127.0.0.1:9", KEY, TABLE);
    let what = down(gone.seal(&place(1, 1), until(), SECRET).await);
    assert!(what.contains("network path"), "{what}");
    assert!(began.elapsed() < Duration::from_secs(1), "{:?}", began.elapsed());
    let kms = KmsServer::start();
    kms.lasting(Some(Fault::Stalls));
    let began = Instant::now();
    let what = down(kms.vault().seal(&place(1, 1), until(), SECRET).await);
    assert!(what.contains("in time"), "{what}");
    assert!(began.elapsed() < Duration::from_millis(2_900), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_call_that_stalls_once_is_made_again() {
    let kms = KmsServer::start();
    kms.next([Fault::Stalls]);
    sealed(&kms.vault()).await;
    assert_eq!(kms.asked().len(), 2);
}

#[tokio::test]
async fn a_warm_up_asks_only_for_what_the_role_allows_and_never_fails() {
    let kms = KmsServer::start();
    kms.vault().warm().await;
    assert_eq!(kms.asked(), ["GenerateDataKey"]);
    kms.lasting(Some(Fault::Answers(400, "AccessDeniedException")));
    kms.vault().warm().await;
}

#[test]
fn no_bytes_make_it_panic_and_none_but_its_own_open() {
    let runtime = Runtime::new().expect("a runtime");
    let kms = KmsServer::start();
    let (vault, seal) = runtime.block_on(async {
        let vault = kms.vault();
        let seal = sealed(&vault).await;
        (vault, seal)
    });
    let any = prop::collection::vec(any::<u8>(), 0..300);
    let length = 0..u16::try_from(seal.len()).expect("short");
    let shaped = (length, any.clone()).prop_map(|(length, rest)| [&[2], &length.to_be_bytes()[..], &rest].concat());
    let tail = any.clone().prop_map(move |tail| [&seal[..63], &tail].concat());
    proptest!(ProptestConfig::with_cases(300), |(bytes in prop_oneof![any, shaped, tail])| {
        prop_assert!(runtime.block_on(broken(&vault, &place(1, 1), NOW, &bytes)));
    });
}

/// Run by tests/peers/kms/run.
#[tokio::test]
#[ignore = "needs KMS_TEST_ENDPOINT and KMS_TEST_KEY: a KMS of another maker, and a key in it"]
async fn the_vault_and_another_kms_agree() {
    #[expect(clippy::disallowed_methods, reason = "a peer is named by the environment")]
    let named = |name| std::env::var_os(name).and_then(|value| value.into_string().ok()).expect(name);
    let (endpoint, key) = (named("KMS_TEST_ENDPOINT"), named("KMS_TEST_KEY"));
    let cold = |table| vault_at(&endpoint, &key, table);
    let seal = sealed(&cold(TABLE)).await;
    assert_eq!(**cold(TABLE).open(&place(1, 1), NOW, &seal).await.expect("opens"), *SECRET);
    assert!(broken(&cold(TABLE), &place(2, 1), NOW, &seal).await, "another session");
    assert!(broken(&cold(TABLE), &place(1, 2), NOW, &seal).await, "an older version");
    assert!(broken(&cold("other"), &place(1, 1), NOW, &seal).await, "another table");
    let unknown = vault_at(&endpoint, "arn:aws:kms:eu-central-1:111122223333:key/none", TABLE);
    assert!(down(unknown.seal(&place(1, 1), until(), SECRET).await).contains("KMS_KEY_ID"));
}
