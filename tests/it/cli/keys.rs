//! Keys that are exchanged, retired and destroyed, as an operator does it.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::serve::Served;
use super::{bot, code, run, text};

/// What operators did there.
fn noted(data: &Path) -> Vec<Value> {
    let log = fs::read_to_string(data.join("operators.jsonl")).expect("a log");
    log.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")).collect()
}

#[test]
fn a_new_key_goes_to_standard_output_alone_and_what_to_do_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("a path");
    for (key, says) in [("service", ["NEW,OLD", "24 hours"]), ("order", ["NEW,OLD", "expired"])] {
        let [first, second] = [(); 2].map(|()| run(&["key", "rotate", key, "--data", data], b""));
        assert_eq!((code(&first), code(&second)), (0, 0), "{}", text(&first.stderr));
        let made = text(&first.stdout);
        assert!(made.len() == 65 && made.trim_end().bytes().all(|byte| byte.is_ascii_hexdigit()), "{made}");
        assert_ne!(made, text(&second.stdout));
        let told = text(&first.stderr);
        assert!(says.iter().all(|says| told.contains(says)) && !told.contains(made.trim_end()), "{told}");
        let log = fs::read_to_string(folder.path().join("operators.jsonl")).expect("a log");
        assert!(!log.contains(made.trim_end()), "never the key");
    }
    let none = run(&["key", "rotate", "sealing"], b"");
    assert_eq!((code(&none), text(&none.stdout)), (0, String::new()));
    assert!(text(&none.stderr).contains("Nothing: each minute has a key of its own"), "{}", text(&none.stderr));
    let acts: Vec<Value> = noted(folder.path()).into_iter().map(|line| json!([line["act"], line["found"]])).collect();
    let rotated = |key: &str| json!(["key rotated", { "key": key }]);
    assert_eq!(acts, [rotated("service"), rotated("service"), rotated("order"), rotated("order")]);
    for key in ["service", "order", "sealing"] {
        let told = text(&run(&["key", "compromised", key], b"").stderr);
        assert!(["Whoever has", "At once", "It ends"].iter().all(|part| told.contains(part)), "{told}");
    }
    assert_eq!(code(&run(&["key", "rotate", "tls"], b"")), 2);
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
    assert_eq!(code(&run(&["key", "table", "--check", page], b"")), 0);
    assert_eq!(code(&run(&["key", "table", "--check", concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")], b"")), 1);
}

#[test]
fn keys_of_which_one_is_too_short_are_refused_and_none_is_shown() {
    let long = "5d41402abc4b2a76b9719d911017c592";
    for (variable, keys, says) in [
        ("SERVICE_KEY", format!("{long},tooshort"), "SERVICE_KEY has at least 16 characters"),
        ("SERVICE_KEY", format!("{long},"), "SERVICE_KEY has at least 16 characters"),
        ("ORDER_KEY", format!("{long},tooshort"), "at least 32 bytes"),
    ] {
        let refused =
            bot(&["serve", "--memory", "--listen", "127.0.0.1:0"]).env(variable, keys).output().expect("ends");
        let told = text(&refused.stderr);
        assert!(code(&refused) == 3 && told.contains(says), "{told}");
        assert!(!told.contains(long) && !told.contains("tooshort"), "{told}");
    }
}

/// A customer is at the bank: the link that leads back is good until the key that made it is taken away, which waits.
#[test]
fn a_service_key_is_retired_once_nobody_is_at_the_bank_and_sealing_keys_go_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("a path").to_owned();
    let (data, slots, wrap) = (path("data"), path("slots"), path("wrap"));
    let keys = ["--data", &data, "--key-slots", &slots, "--key-slots-on-disk", "--key-file", &wrap];
    let serve = [&["serve", "--listen", "127.0.0.1:0", "--amount", "49.90 EUR"][..], &keys].concat();
    let server = Served::start(bot(&serve));
    let begun = server.say(&json!({ "message": "Jane Roe, 4000 0000 0000 3220, 12/30" }), None);
    let token = begun["sessionToken"].as_str().expect("a token").to_owned();
    for text in ["123", "yes"] {
        server.say(&json!({ "sessionId": begun["sessionId"], "message": text }), Some(&token));
    }
    // Another one was only asked for the code.
    server.say(&json!({ "message": "Ann Roe, 4242 4242 4242 4242, 12/30" }), None);
    let act = |act: &str, key: &str| run(&[&["key", act, key][..], &keys].concat(), b"");
    for (what, key) in [("retire", "service"), ("retire", "sealing"), ("compromised", "sealing")] {
        let busy = act(what, key);
        assert!(code(&busy) == 3 && text(&busy.stderr).contains("a running server holds"), "{}", text(&busy.stderr));
    }
    drop(server);
    let waits = act("retire", "service");
    assert_eq!((code(&waits), text(&waits.stdout)), (1, "not yet: 1 payment is in the air\n".to_owned()));
    let left = || fs::read_dir(&slots).expect("reads").count();
    let there = left();
    assert!(there >= 2, "a number's, and what people may see");
    let gone = act("compromised", "sealing");
    assert_eq!((code(&gone), text(&gone.stdout)), (0, format!("sealing keys destroyed: {there}\n")));
    assert_eq!(left(), 0);
    let acts: Vec<Value> =
        noted(Path::new(&data)).into_iter().map(|line| json!([line["act"], line["found"]])).collect();
    let waited = json!(["key retired", { "key": "service", "inTheAir": 1, "ready": false }]);
    assert_eq!(acts, [waited, json!(["key compromised", { "key": "sealing", "destroyed": there }])]);
    let nowhere = run(&["key", "compromised", "sealing", "--data", &data, "--key-slots", &path("none")], b"");
    assert_eq!(code(&nowhere), 3, "{}", text(&nowhere.stdout));
}
