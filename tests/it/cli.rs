//! The command line, run as a user runs it.

mod keys;
mod serve;
#[cfg(all(unix, feature = "stripe"))]
mod stopping;
mod wording;

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn bot(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"));
    command.args(arguments).env_remove("RUST_LOG").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs it with this input to its end.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = bot(arguments).stdin(Stdio::piped()).spawn().expect("it starts");
    let mut stdin = child.stdin.take().expect("an input");
    let input = input.to_vec();
    let writing = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("it ends");
    writing.join().expect("it is written");
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

/// One object for each line.
fn objects(command: &str, lines: &[Value]) -> Vec<Value> {
    let input: String = lines.iter().flat_map(|line| [line.to_string(), "\n".to_owned()]).collect();
    let output = run(&[command], input.as_bytes());
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn understand_writes_what_was_meant_and_no_secret() {
    let answers = objects(
        "understand",
        &[
            json!({ "text": "Jane Roe, 4242 4242 4242 4242, 12/28, 123" }),
            json!({ "text": "no, cancel that", "state": "confirm", "lang": "en" }),
            json!({ "text": "sí", "state": "confirm", "lang": "es" }),
            json!({ "text": "change the card", "state": "confirm" }),
            json!({ "text": "4242", "state": "card" }),
        ],
    );
    assert_eq!(answers[0]["event"], "told");
    let told = json!({
        "name": "Jane Roe",
        "card": { "brand": "visa", "last4": "4242" },
        "expiry": "2028-12",
        "cvv": { "length": 3 },
    });
    assert_eq!(answers[0]["told"], told);
    assert_eq!(answers[0]["spans"][1], json!({ "start": 10, "end": 29, "field": "card" }));
    let written = answers[0].to_string();
    assert!(!written.contains("4242 4242") && !written.contains("123"), "{written}");
    assert_eq!((&answers[1]["event"], &answers[2]["event"]), (&json!("cancel"), &json!("affirm")));
    assert_eq!((&answers[3]["event"], &answers[3]["field"]), (&json!("change"), &json!("card")));
    assert_eq!(answers[4]["told"]["card"], json!({ "brand": "visa", "last4": null }));
    for answer in &answers {
        let keys: Vec<&str> = answer.as_object().expect("an object").keys().map(String::as_str).collect();
        let always = ["event", "certainty", "also", "field", "told", "spans", "redacted"];
        assert_eq!(keys[..always.len()], always);
        assert!(matches!(keys[always.len()..], [] | ["several" | "unsure"]), "{keys:?}");
    }
}

#[test]
fn validate_gives_a_reason_and_a_brand() {
    let card = |input: &str| json!({ "kind": "card", "input": input });
    let cvv = |input: &str, brand: Option<&str>| json!({ "kind": "cvv", "input": input, "brand": brand });
    let expiry = |input: &str| json!({ "kind": "expiry", "input": input, "today": "2026-11-22" });
    let cases = [
        (card("4242-4242-4242-4242"), json!([true, null, "visa"])),
        (card("4242 4242 4242 4241"), json!([false, "mistyped", "visa"])),
        (card("37"), json!([false, "too_short", "amex"])),
        (card("hello"), json!([false, "no_digits", null])),
        (cvv("123", None), json!([true, null, null])),
        (cvv("1234", None), json!([false, "three_wanted", null])),
        (cvv("1234", Some("amex")), json!([true, null, "amex"])),
        (cvv("123", Some("amex")), json!([false, "four_wanted", "amex"])),
        (expiry("11/26"), json!([true, null, null])),
        (expiry("10/26"), json!([false, "past", null])),
        (expiry("13/28"), json!([false, "no_such_month", null])),
        (expiry("12/2099"), json!([false, "too_far", null])),
        (expiry("December 2028"), json!([true, null, null])),
        (expiry("dic. 2028"), json!([true, null, null])),
        (expiry("soon"), json!([false, "unreadable", null])),
        (json!({ "kind": "name", "input": "Mary-Jane O'Neil" }), json!([true, null, null])),
        (json!({ "kind": "name", "input": "4242 4242 4242 4242" }), json!([false, "looks_like_card", null])),
        (json!({ "kind": "name", "input": " " }), json!([false, "empty", null])),
    ];
    let lines: Vec<Value> = cases.iter().map(|(line, _)| line.clone()).collect();
    for (answer, (line, expected)) in objects("validate", &lines).iter().zip(&cases) {
        assert_eq!(&json!([answer["valid"], answer["reason"], answer["brand"]]), expected, "{line}");
    }
}

#[test]
fn a_line_that_cannot_be_used_is_answered_with_an_error_and_the_next_one_goes_on() {
    for (command, good) in [("understand", r#"{"text":"yes"}"#), ("validate", r#"{"kind":"name","input":"Jane"}"#)] {
        let mut input = Vec::new();
        input.extend_from_slice(b"no JSON 4242424242424242\n\n");
        input.extend_from_slice(b"{\"text\":4242424242424242,\"kind\":\"x\",\"input\":\"\"}\n");
        input.extend_from_slice(b"{\"text\":\"\xff\",\"kind\":\"name\",\"input\":\"\xff\"}\n");
        input.extend(std::iter::repeat_n(b'4', (1 << 20) + 1));
        input.extend_from_slice(format!("\n{good}").as_bytes());
        let output = run(&[command], &input);
        assert_eq!(code(&output), 0);
        let (written, said) = (text(&output.stdout), text(&output.stderr));
        assert!(!written.contains("4242") && !said.contains("4242"), "{written}{said}");
        let answers: Vec<Value> = written.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let lines: Vec<&Value> =
            answers.iter().filter(|answer| answer["error"].is_string()).map(|a| &a["line"]).collect();
        assert_eq!(lines, [1, 3, 4, 5], "{command}");
        assert_eq!(answers.len(), 5);
    }
}

#[test]
fn redact_takes_card_numbers_out_and_leaves_the_rest_as_it_is() {
    let input = "my card is 4242 4242 4242 4242, ok?\r\n\nfour two four two, no card\ncall +34 600 123 456\nlast";
    let output = run(&["redact"], input.as_bytes());
    let written = text(&output.stdout);
    assert_eq!(written.replace("[•••• 4242]", "4242 4242 4242 4242"), input);
    assert_ne!(written, input);
    let mut long = vec![b'4'; 3 << 20];
    long.extend_from_slice(b"\nnext\n");
    let written = text(&run(&["redact"], &long).stdout);
    let lines: Vec<&str> = written.lines().collect();
    assert!(lines.len() == 2 && lines[0].contains("\"error\"") && lines[1] == "next", "{}", lines.len());
}

#[test]
fn an_answer_comes_before_more_input_is_given() {
    let mut child = bot(&["understand"]).stdin(Stdio::piped()).spawn().expect("it starts");
    let mut stdin = child.stdin.take().expect("an input");
    let mut lines = BufReader::new(child.stdout.take().expect("an output")).lines();
    for _ in 0..3 {
        stdin.write_all(b"{\"text\":\"yes\"}\n").expect("it is written");
        assert!(lines.next().expect("a line").expect("text").contains("affirm"));
    }
    drop(stdin);
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn a_reader_that_has_enough_ends_it_quietly() {
    let mut child = bot(&["redact"]).stdin(Stdio::piped()).spawn().expect("it starts");
    let mut stdin = child.stdin.take().expect("an input");
    drop(child.stdout.take());
    while stdin.write_all(&[b'\n'; 1 << 13]).is_ok() {}
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((code(&output), text(&output.stderr)), (0, String::new()));
}

const DIALOGUE: &str = "I want to pay\nJane Roe\n4242 4242 4242 4242\n12/2030\n123\nyes\n";

#[test]
fn chat_talks_through_a_pipe_and_masks_what_was_piped_in() {
    let output = run(&["chat", "--amount", "49.90 EUR", "--payee", "Harbour Books"], DIALOGUE.as_bytes());
    let said = text(&output.stdout);
    assert_eq!((code(&output), text(&output.stderr)), (0, String::new()));
    assert!(said.contains("demonstration") && said.contains("49.90") && said.contains("Harbour Books"), "{said}");
    assert!(said.contains("pi_sandbox_"), "{said}");
    assert!(!said.contains("4242 4242") && !said.contains("123\n") && !said.contains('\u{1b}'), "{said}");
    let spanish = text(&run(&["chat", "--language", "es"], "hola\n/quit\nnot this\n".as_bytes()).stdout);
    assert!(spanish.contains("tarjeta") && !spanish.contains("not this"), "{spanish}");
}

#[test]
fn who_asks_for_another_payment_after_the_end_is_in_the_next_conversation_at_once() {
    let again = format!("{DIALOGUE}I want to pay again\nRobert Roe\n");
    let said = text(&run(&["chat", "--amount", "49.90 EUR"], again.as_bytes()).stdout);
    let (_, second) = said.split_once("a new conversation").expect("a second one");
    assert!(second.contains("I'll guide you") && second.contains("card number"), "{said}");
}

#[test]
fn chat_is_for_an_order_where_orders_are_demanded() {
    let key = "a secret that merchant and service share";
    let sign = ["order", "sign", "--id", "order-1042", "--amount", "12.50 EUR", "--payee", "Harbour Books"];
    let signed = bot(&sign).env("ORDER_KEY", key).output().expect("it runs");
    let order = text(&signed.stdout).trim().to_owned();
    let chat = |arguments: &[&str], key: Option<&str>| {
        let mut command = bot(&[&["chat"], arguments].concat());
        let out = command.envs(key.map(|key| ("ORDER_KEY", key))).stdin(Stdio::null()).output().expect("it runs");
        (code(&out), text(&out.stderr))
    };
    let (failed, says) = chat(&[], Some(key));
    assert!(failed != 0 && says.contains("--order"), "{says}");
    let (failed, says) = chat(&["--order", &order], None);
    assert!(failed != 0 && says.contains("ORDER_KEY"), "{says}");
    assert_eq!(chat(&["--order", &order], Some(key)), (0, String::new()));
    let mut command = bot(&["chat", "--order", &order]);
    let mut child = command.env("ORDER_KEY", key).stdin(Stdio::piped()).spawn().expect("it starts");
    child.stdin.take().expect("an input").write_all(DIALOGUE.as_bytes()).expect("written");
    let said = text(&child.wait_with_output().expect("it ends").stdout);
    assert!(said.contains("€12.50") && said.contains("Harbour Books") && said.contains("pi_sandbox_"), "{said}");
}

#[test]
fn wrong_arguments_end_with_2_and_help_teaches() {
    for wrong in [
        &["nonsense"][..],
        &["serve", "--amount", "49.999 EUR"],
        &["serve", "--amount", "lots"],
        &["serve", "--payee", "Somebody"],
        &["serve", "--brands", "visa,nonsense"],
        &["serve", "--card-data-minutes", "16"],
        &["serve", "--turns", "0"],
        &["serve", "--memory", "--data", "x"],
        &["chat", "--language", "xx"],
        &["retention"],
    ] {
        assert_eq!(code(&run(wrong, b"")), 2, "{wrong:?}");
    }
    let help = text(&run(&["--help"], b"").stdout);
    assert!(help.contains("Examples:") && help.contains("Exit codes:"), "{help}");
    for command in ["serve", "chat", "understand", "validate", "redact"] {
        let help = text(&run(&["help", command], b"").stdout);
        assert!(help.contains("Examples:"), "{command}");
    }
    assert!(text(&run(&["help", "serve"], b"").stdout).contains("4000000000003220"));
}

#[test]
fn a_variable_that_is_set_to_nothing_is_not_set_and_one_that_makes_no_sense_is_refused() {
    let chat = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"));
        let out = command.arg("chat").envs(variables.iter().copied()).stdin(Stdio::null()).output().expect("it runs");
        (out.status.code(), String::from_utf8(out.stderr).expect("text"))
    };
    let empty = ["PAYMENT_SMART_BOT_AMOUNT", "PAYMENT_SMART_BOT_BRANDS", "DYNAMODB_TABLE", "KMS_KEY_ID", "WORDING"];
    assert_eq!(chat(&empty.map(|name| (name, ""))), (Some(0), String::new()));
    for (name, value, told) in [
        ("WORDING", "loud", "possible values: catalog, reviewed, live, harvest"),
        ("WORDING_TONE", "loud", "possible values: plain, warm, formal"),
        ("BEDROCK_TOP_P", "2", "a number from 0 to 1"),
        ("DYNAMODB_TABLE", "s", "3 to 255 letters"),
        ("LEDGER_TABLE", "a/b/c", "3 to 255 letters"),
    ] {
        let (code, errors) = chat(&[(name, value)]);
        assert_eq!(code, Some(2), "{name}={value}: {errors}");
        assert!(errors.contains(told), "{name}={value}: {errors}");
    }
    for name in ["DYNAMODB_TABLE", "LEDGER_TABLE"] {
        let (code, errors) = chat(&[(name, "a-table")]);
        assert_eq!(code, Some(3), "{name}: {errors}");
        assert!(errors.contains("DYNAMODB_TABLE") && errors.contains("LEDGER_TABLE"), "{errors}");
    }
}

#[test]
fn an_operators_own_answer_is_told_like_others_and_what_is_wrong_with_one_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.to_str().expect("a path").to_owned()
    };
    let good = r#"{"hours": {"en": {"phrases": ["<when|what time> (do) you open"], "text": "We open at nine."}}}"#;
    let answers = file("answers.json", good);
    let script = file("hours.dialogue", "# hours\nhi\nwhat time do you open?\n");
    let played = run(&["replay", "--answers", &answers, &script], b"");
    let said = text(&played.stdout);
    assert!(said.contains("We open at nine. What's the name on the card?"), "{said}{}", text(&played.stderr));

    let line = json!({ "text": "ok, and what time do you open", "state": "confirm" }).to_string();
    let heard = run(&["understand", "--answers", &answers], line.as_bytes());
    let heard: Value = serde_json::from_slice(&heard.stdout).expect("JSON");
    assert_eq!(heard["event"], "help");

    let wrong = file("wrong.json", &good.replace("<when|what time> (do) you open", "cancel it"));
    let refused = run(&["statechart", "--answers", &wrong], b"");
    assert_ne!(code(&refused), 0);
    assert!(text(&refused.stderr).contains("hours, en: \"cancel it\" is understood already: cancel"));
}
