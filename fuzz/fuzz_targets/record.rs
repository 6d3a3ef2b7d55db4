//! A record as a store gives it back, and the secret that was unsealed for it. What can be read is written as it was, and a
//! session that comes of it is kept as the same again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payment_smart_bot::session::{Attempt, OrderRecord, Record, Secret, SessionId, TrailEntry};

fuzz_target!(|input: &[u8]| {
    // How long the secret is, the secret, and the record.
    let Some((&length, rest)) = input.split_first() else { return };
    let Some((sealed, json)) = rest.split_at_checked(length.into()) else { return };
    let secret = Secret::from_bytes(sealed);
    if let Some(secret) = &secret {
        assert!(Secret::from_bytes(&secret.to_bytes()).is_some(), "what was read is written so that it can be read");
        let _until = secret.until();
    }
    let text = String::from_utf8_lossy(json);
    let _id = SessionId::parse(&text);
    let _order = serde_json::from_slice::<OrderRecord>(json);
    let _attempt = serde_json::from_slice::<Attempt>(json);
    let _entry = serde_json::from_slice::<TrailEntry>(json);
    let Ok(record) = Record::from_json(json) else { return };
    let written = record.to_json();
    // Of a record of a later release only the envelope is kept.
    if let Ok(again) = Record::from_json(&written) {
        assert!(again.to_json() == written, "written as it was read");
    }
    let _without = record.restore_without_card();
    if let Ok(stored) = record.restore(secret.as_ref()) {
        let (kept, _) = Record::of(&stored.session, &stored.header);
        let again = Record::from_json(&kept.to_json()).expect("what we write we read");
        assert!(again.to_json() == kept.to_json(), "kept as it was");
    }
});
