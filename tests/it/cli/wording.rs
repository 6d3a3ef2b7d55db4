//! The desk where people approve what the bot may say.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::{code, run, text};

/// A folder with the English plain wordings in these lines.
fn shelf(lines: &[Value]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), lines);
    folder
}

fn write(folder: &Path, lines: &[Value]) {
    let text: String = lines.iter().flat_map(|line| [line.to_string(), "\n".to_owned()]).collect();
    std::fs::create_dir_all(folder.join("en/wordings")).expect("made");
    std::fs::write(folder.join("en/wordings/plain.jsonl"), text).expect("written");
}

fn lines(folder: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join("en/wordings/plain.jsonl")).expect("the file");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The command, over a folder.
fn wording(arguments: &[&str], folder: &Path, input: &str) -> (i32, String, String) {
    let folder = folder.to_str().expect("a path");
    let output = run(&[&["wording"], arguments, &["--wordings", folder]].concat(), input.as_bytes());
    (code(&output), text(&output.stdout), text(&output.stderr))
}

/// The English asks for the card number, as a sheet has them.
fn sheet(folder: &Path) -> Vec<Vec<String>> {
    let (code, out, err) = wording(&["sheet", "--lang", "en", "--tone", "plain", "--act", "ask-card"], folder, "");
    assert_eq!(code, 0, "{err}");
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn take(folder: &Path, rows: &[[&str; 9]]) -> (i32, String, String) {
    let path = folder.join("filled.csv");
    let mut writer = csv::Writer::from_path(&path).expect("a sheet");
    writer
        .write_record(["id", "lang", "tone", "act", "when", "sentence", "candidate", "verdict", "note"])
        .expect("a row");
    for row in rows {
        writer.write_record(row).expect("a row");
    }
    writer.flush().expect("written");
    drop(writer);
    take_file(folder, &std::fs::read(&path).expect("the sheet"))
}

/// The same of a sheet that is written already.
fn take_file(folder: &Path, sheet: &[u8]) -> (i32, String, String) {
    let path = folder.join("filled.csv");
    std::fs::write(&path, sheet).expect("written");
    wording(&["take", path.to_str().expect("a path"), "--by", "Ana Ruiz"], folder, "")
}

/// State and text of every line.
fn standing(folder: &Path) -> Vec<(String, String)> {
    let text = |line: &Value, key: &str| line[key].as_str().expect("a text").to_owned();
    lines(folder).iter().map(|line| (text(line, "state"), text(line, "text"))).collect()
}

/// The same as it is expected.
fn stands<const N: usize>(expected: [(&str, &str); N]) -> Vec<(String, String)> {
    expected.map(|(state, text)| (state.to_owned(), text.to_owned())).into()
}

#[test]
fn a_sheet_goes_out_and_its_verdicts_come_back() {
    let folder = shelf(&[]);
    let rows = sheet(folder.path());
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert_eq!(
        rows[0][1..6],
        ["en", "plain", "ask-card.first", "asked at the end of a reply", "Please type the card number."]
    );
    let act = "ask-card.first";
    let (code, out, err) = take(
        folder.path(),
        &[
            ["", "en", "plain", act, "", "", "What's your card number?", "approve", "shorter"],
            ["", "en", "plain", act, "", "", "Card number!", "reject", "rude"],
            ["", "en", "plain", act, "", "", "", "", "not yet"],
        ],
    );
    assert_eq!((code, out.as_str()), (0, "1 approved, 1 rejected, 0 replaced, 1 left as they were\n"), "{err}");
    let kept = lines(folder.path());
    assert_eq!((&kept[0]["state"], &kept[0]["by"]), (&json!("approved"), &json!("Ana Ruiz")));
    assert_eq!(sheet(folder.path())[0][6..8], ["What's your card number?", "approved"]);
    // Changed in the sheet, it takes the place of what it was.
    let id = kept[0]["id"].as_str().expect("an id");
    let changed = [id, "en", "plain", act, "", "", "And the card number?", "approve", ""];
    let (_, out, err) = take(folder.path(), &[changed]);
    assert_eq!(out, "1 approved, 0 rejected, 1 replaced, 0 left as they were\n", "{err}");
    let expected =
        [("rejected", "What's your card number?"), ("rejected", "Card number!"), ("approved", "And the card number?")];
    assert_eq!(standing(folder.path()), stands(expected));
}

#[test]
fn a_copy_of_a_row_adds_a_wording_and_takes_none_away() {
    let folder = shelf(&[]);
    let act = "ask-card.first";
    let (first, other, third) = ("What's your card number?", "And the card number?", "Which card number is it?");
    take(folder.path(), &[["", "en", "plain", act, "", "", first, "approve", ""]]);
    let id = lines(folder.path())[0]["id"].as_str().expect("an id").to_owned();
    let row = |text, verdict| [id.as_str(), "en", "plain", act, "", "", text, verdict, ""];
    for rows in [[row(first, "approved"), row(other, "approve")], [row(other, "approve"), row(first, "")]] {
        let (code, out, err) = take(folder.path(), &rows);
        assert!(code == 0 && out.contains("0 rejected, 0 replaced"), "{out}{err}");
        assert_eq!(standing(folder.path()), stands([("approved", first), ("approved", other)]));
    }
    // Where no row says it any more, it was replaced.
    let (_, out, err) = take(folder.path(), &[row(other, "approved"), row(third, "approve")]);
    assert_eq!(out, "1 approved, 0 rejected, 1 replaced, 1 left as they were\n", "{err}");
    assert_eq!(standing(folder.path()), stands([("rejected", first), ("approved", other), ("approved", third)]));
}

#[test]
fn a_sheet_comes_back_as_any_spreadsheet_saves_it() {
    let folder = shelf(&[]);
    let written = run(&["wording", "sheet", "--lang", "es", "--tone", "plain", "--act", "ask-card"], b"").stdout;
    assert!(written.starts_with("\u{feff}id,lang,".as_bytes()), "Excel would take it for another encoding");
    for (at, sheet) in [
        "\u{feff}lang;tone;act;candidate;verdict;note\r\nen;plain;ask-card.first;\"Thanks, {}?\";approve\r\n",
        "lang\ttone\tact\tcandidate\tverdict\nen\tplain\task-card.first\tThanks, {}?\tapprove\n\nen\tplain\task-card.first\n",
        "\u{feff}lang,tone,act,candidate,verdict\r\nen,plain,ask-card.first,\"Thanks, {}?\",approve\r\n",
    ]
    .into_iter()
    .enumerate()
    {
        let text = ["which card number", "what card number", "whose card number"][at];
        let (code, out, err) = take_file(folder.path(), sheet.replace("{}", text).as_bytes());
        assert!(code == 0 && out.starts_with("1 approved"), "{sheet:?}: {out}{err}");
        assert_eq!(standing(folder.path())[at], ("approved".to_owned(), format!("Thanks, {text}?")));
    }
    let before = lines(folder.path());
    let more = "lang,tone,act,candidate,verdict\nen,plain,ask-card.first,Thanks, which number?,approve\n";
    for (sheet, told) in [
        (
            "lang,tone,act,candidate,verdict\nes,plain,ask-card.first,¿Y el número?,approve\n",
            "save it as \"CSV UTF-8\"",
        ),
        (more, "line 2 has more cells than the headings"),
    ] {
        // As Excel's plain "CSV" has it: a byte for each character.
        let bytes: Vec<u8> = sheet.chars().map(|one| u8::try_from(u32::from(one)).expect("Latin-1")).collect();
        let (code, _, err) = take_file(folder.path(), &bytes);
        assert!(code == 3 && err.contains(told), "{told}: {err}");
        assert_eq!(lines(folder.path()), before);
    }
}

#[test]
fn a_sheet_that_comes_back_as_it_went_out_approves_nothing_that_was_edited_since() {
    let folder = shelf(&[]);
    take(folder.path(), &[["", "en", "plain", "ask-card.first", "", "", "What's your card number?", "approve", ""]]);
    let mut edited = lines(folder.path());
    edited[0]["text"] = json!("And the card number?");
    write(folder.path(), &edited);
    let mut rows = sheet(folder.path());
    let row = rows.iter_mut().find(|row| row[6] == "And the card number?").expect("its row");
    assert_eq!(row[7..], ["", "edited since: wants a verdict"]);
    "approve".clone_into(&mut row[7]);
    let row: Vec<&str> = row.iter().map(String::as_str).collect();
    let (_, out, err) = take(folder.path(), &[row.try_into().expect("nine cells")]);
    assert_eq!(out, "1 approved, 0 rejected, 0 replaced, 0 left as they were\n", "{err}");
    assert_eq!(standing(folder.path()), stands([("approved", "And the card number?")]));
    let (_, out, _) = wording(&["status"], folder.path(), "");
    assert!(out.contains("en  plain   1 approved, 1 of 93 sentences covered\n"), "{out}");
}

#[test]
fn a_sheet_with_a_fault_is_taken_whole_or_not_at_all() {
    let folder = shelf(&[]);
    let good = ["", "en", "plain", "ask-card.first", "", "", "What's your card number?", "approve", ""];
    for (fault, told) in [
        (
            ["", "en", "plain", "ask-card.first", "", "", "Your {last4}?", "approve", ""],
            "it cannot be said: placeholder",
        ),
        (["", "en", "plain", "ask-card.first", "", "", "Fine?", "perhaps", ""], "neither approve nor reject"),
        (["", "en", "plain", "ask-pin", "", "", "Fine?", "approve", ""], "no act ask-pin"),
        (["", "en", "loud", "ask-card.first", "", "", "Fine?", "approve", ""], "a tone is plain, warm or formal"),
        (["", "en", "plain", "privacy", "", "", "Fine.", "approve", ""], "it cannot be said: fixed"),
        (["", "en", "plain", "ask-card.first", "", "", " ", "reject", ""], "there is no candidate"),
        (["", "en", "plain", "ask-card.first", "", "Card?", "Fine?", "approve", ""], "has changed since"),
    ] {
        let (code, _, err) = take(folder.path(), &[good, fault]);
        assert_eq!(code, 3, "{err}");
        assert!(err.contains("nothing was taken") && err.contains(told), "{told}: {err}");
        assert!(lines(folder.path()).is_empty());
    }
}

/// A proposed line, as `bake` writes it.
fn proposed(folder: &Path, text: &str) -> Value {
    let act = "ask-card.first";
    let (_, _, err) = take(folder, &[["", "en", "plain", act, "", "", text, "reject", ""]]);
    let mut line = lines(folder).pop().unwrap_or_else(|| panic!("a line: {err}"));
    (line["state"], line["by"], line["model"]) = (json!("proposed"), json!("bake"), json!("a-model"));
    line
}

#[test]
fn a_review_shows_what_differs_and_keeps_each_verdict_at_once() {
    let folder = shelf(&[]);
    let candidates: Vec<Value> = ["Please enter the card number.", "Please type it.", "Your card number?", "Number?"]
        .map(|text| proposed(folder.path(), text))
        .into();
    write(folder.path(), &candidates);
    // What cannot be said is not taken, and asked again; then the input ends.
    let answers = "a\nr\nx\ne\nYour {name}?\ne\nWhat is the card number?\n";
    let (code, out, err) = wording(&["review", "--by", "Ana Ruiz"], folder.path(), answers);
    assert_eq!(code, 0, "{err}");
    for told in [
        "en  plain  ask-card.first  by a-model  (1 of 4)",
        "  sentence   Please type the card number.",
        "  candidate  Please enter the card number.",
        "  changes    Please [-type-][+enter+] the card number.",
        "\"x\" is none of a, r, e, s and q",
        "that cannot be said: placeholder",
        "1 left to review",
    ] {
        assert!(out.contains(told), "{told}: {out}");
    }
    let expected = [
        ("approved", "Please enter the card number."),
        ("rejected", "Please type it."),
        ("rejected", "Your card number?"),
        ("approved", "What is the card number?"),
        ("proposed", "Number?"),
    ];
    assert_eq!(standing(folder.path()), stands(expected));
    let (_, out, _) = wording(&["status"], folder.path(), "");
    let told = "en  plain   2 approved, 1 of 93 sentences covered, 1 to be reviewed, 2 rejected\n";
    assert!(out.contains(told), "{out}");
}

#[test]
fn what_a_person_approves_in_a_review_is_said_though_its_text_was_mended_in_the_file() {
    let folder = shelf(&[]);
    let mut mended = proposed(folder.path(), "Please enter it.");
    let old = mended["id"].clone();
    mended["text"] = json!("Please enter the card number.");
    // Copied by hand, two lines have one id.
    let mut unfit = mended.clone();
    unfit["text"] = json!("Your {name}?");
    write(folder.path(), &[mended, unfit]);
    let (code, out, err) = wording(&["review", "--by", "Ana Ruiz"], folder.path(), "a\na\nr\n");
    assert_eq!(code, 0, "{err}");
    for told in ["by a-model, edited since  (1 of 2)", "that cannot be said: placeholder", "0 left to review"] {
        assert!(out.contains(told), "{told}: {out}");
    }
    let expected = [("approved", "Please enter the card number."), ("rejected", "Your {name}?")];
    assert_eq!(standing(folder.path()), stands(expected));
    let mut kept = lines(folder.path());
    assert!(kept[0]["id"] != old && kept[0]["model"] == "a-model" && kept[0]["by"] == "Ana Ruiz", "{}", kept[0]);
    let spoken = "en  plain   1 approved, 1 of 93 sentences covered, 1 rejected\n";
    assert!(wording(&["status"], folder.path(), "").1.contains(spoken));
    // What is edited after that is asked again.
    kept[0]["text"] = json!("Please enter your card number.");
    write(folder.path(), &kept);
    assert!(wording(&["status"], folder.path(), "").1.contains("review it again"));
    let (_, out, err) = wording(&["review", "--by", "Bo Lind"], folder.path(), "a\n");
    assert!(out.contains("edited since  (1 of 1)") && out.contains("0 left to review"), "{out}{err}");
    assert!(wording(&["status"], folder.path(), "").1.contains(spoken));
    assert_eq!(lines(folder.path())[0]["by"], "Bo Lind");
}

#[test]
fn a_folder_without_wordings_is_told_as_one() {
    let folder = tempfile::tempdir().expect("a folder");
    for arguments in [&["status"][..], &["show", "w-0123456789"], &["sheet"], &["review", "--by", "Ana Ruiz"]] {
        let (code, _, err) = wording(arguments, folder.path(), "");
        assert_eq!(code, 3, "{arguments:?}: {err}");
        let told = format!("{} holds no wordings: name the folder in which", folder.path().display());
        assert!(err.contains(&told) && err.contains("<language>/wordings/<tone>.jsonl"), "{arguments:?}: {err}");
    }
    let doctor = |folder: &Path, more: &[&str]| {
        let arguments = ["doctor", "--memory", "--wordings", folder.to_str().expect("a path")];
        text(&run(&[&arguments, more].concat(), b"").stdout)
    };
    let told =
        "holds no approved wordings in warm (<language>/wordings/warm.jsonl): every sentence is said as the catalog";
    let out = doctor(folder.path(), &["--wording-tone", "warm"]);
    assert!(out.lines().any(|line| line.starts_with("note ") && line.contains(told)), "{out}");
    assert!(!doctor(folder.path(), &["--wording", "catalog"]).contains("holds no approved"), "it was asked for");
    // Verdicts that are taken begin a folder, and whoever named the wrong one reads so.
    let row = ["", "en", "plain", "ask-card.first", "", "", "What's your card number?", "approve", ""];
    let (code, out, err) = take(folder.path(), &[row]);
    assert!(code == 0 && out.starts_with("1 approved") && err.contains("holds no wordings yet"), "{out}{err}");
    assert!(!doctor(folder.path(), &[]).contains("holds no approved"), "now there is one");
}

#[test]
fn a_file_that_an_editor_began_with_a_mark_is_read() {
    let folder = shelf(&[]);
    take(folder.path(), &[["", "en", "plain", "ask-card.first", "", "", "What's your card number?", "approve", ""]]);
    let path = folder.path().join("en/wordings/plain.jsonl");
    let text = std::fs::read_to_string(&path).expect("the file");
    std::fs::write(&path, format!("\u{feff}{text}")).expect("written");
    let (code, out, err) = wording(&["status"], folder.path(), "");
    assert!(code == 0 && out.contains("en  plain   1 approved"), "{out}{err}");
}

#[test]
fn verdicts_wait_for_whoever_writes_into_the_folder_and_lose_nothing_of_theirs() {
    let folder = shelf(&[]);
    let harvested = proposed(folder.path(), "Please enter the card number.");
    write(folder.path(), &[]);
    let lock = std::fs::File::create(folder.path().join(".lock")).expect("a lock");
    lock.lock().expect("nobody else has it");
    let row = ["", "en", "plain", "ask-card.first", "", "", "What's your card number?", "approve", ""];
    std::thread::scope(|scope| {
        let taking = scope.spawn(|| take(folder.path(), &[row]));
        std::thread::sleep(Duration::from_secs(1));
        assert!(!taking.is_finished() && lines(folder.path()).is_empty(), "it waits");
        write(folder.path(), &[harvested]);
        drop(lock);
        assert_eq!(taking.join().expect("no panic").0, 0);
    });
    let expected = [("proposed", "Please enter the card number."), ("approved", "What's your card number?")];
    assert_eq!(standing(folder.path()), stands(expected));
}

#[test]
fn a_status_names_what_was_edited_since_and_show_says_what_an_id_means() {
    let folder = shelf(&[]);
    take(folder.path(), &[["", "en", "plain", "ask-card.first", "", "", "What's your card number?", "approve", ""]]);
    let line = lines(folder.path()).remove(0);
    let id = line["id"].as_str().expect("an id");
    let (code, out, _) = wording(&["show", id], folder.path(), "");
    assert_eq!(code, 0);
    assert!(out.contains("text      What's your card number?") && out.contains("approved by Ana Ruiz on "), "{out}");
    assert!(out.contains("Please type the card number."), "{out}");
    let sentence = line["sentence"].as_str().expect("an id");
    let (code, out, _) = wording(&["show", sentence], folder.path(), "");
    assert!(code == 0 && out.contains("a sentence in en: ask-card.first"), "{out}");
    let (code, out, _) = wording(&["show", "thank you so much"], folder.path(), "");
    assert!(code == 0 && out.contains("text      Thank you so much."), "{out}");
    let (code, _, err) = wording(&["show", "w-0123456789"], folder.path(), "");
    assert!(code == 1 && err.contains("w-0123456789"), "{err}");
    write(
        folder.path(),
        &[{
            let mut edited = line.clone();
            edited["text"] = json!("What's your PIN?");
            edited
        }],
    );
    let (_, out, _) = wording(&["status"], folder.path(), "");
    assert!(out.contains("was edited after it was approved: review it again"), "{out}");
    write(folder.path(), &[json!({ "id": "w-1" })]);
    let (code, _, err) = wording(&["status"], folder.path(), "");
    assert!(code == 3 && err.contains("en/wordings/plain.jsonl line 1"), "{err}");
}

#[test]
fn score_judges_each_line_and_says_when_one_could_not_be_read() {
    let candidates = concat!(
        "{\"act\":\"ask-card.first\",\"lang\":\"en\",\"text\":\"Could you type your card number, please?\"}\n",
        "{\"act\":\"ask-card.first\",\"lang\":\"en\",\"text\":\"And your PIN?\"}\n",
        "{\"act\":\"privacy\",\"lang\":\"es\",\"text\":\"x\"}\n",
        "{\"act\":\"nothing\",\"lang\":\"en\",\"text\":\"x\"}\n",
    );
    let judged = |arguments: &[&str], input: &str| {
        let output = run(&[&["wording", "score"], arguments].concat(), input.as_bytes());
        let lines: Vec<Value> =
            text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        (code(&output), lines)
    };
    let (code, lines) = judged(&[], candidates);
    assert_eq!((code, &lines[0]), (0, &json!({ "accepted": true, "reason": null })));
    let reasons: Vec<_> = lines[1..].iter().map(|line| line["reason"].as_str().expect("a reason")).collect();
    assert_eq!(reasons, ["other_field", "fixed", "unknown_act"]);
    let (code, lines) = judged(&[], "nonsense\n");
    assert!(code == 1 && lines[0]["error"].is_string(), "{lines:?}");
    // What a file of wordings holds is read as well.
    let folder = shelf(&[]);
    let line = proposed(folder.path(), "Please enter the card number.");
    assert_eq!(judged(&[], &format!("{line}\n")), (0, vec![json!({ "accepted": true, "reason": null })]));
    let frames =
        "{\"lang\":\"es\",\"text\":\"muchas gracias\"}\n{\"lang\":\"en\",\"text\":\"Thank you for your card.\"}\n";
    let (code, lines) = judged(&["--frames"], frames);
    assert_eq!((code, &lines[0]["frame"]), (0, &json!("Muchas gracias.")));
    assert_eq!(lines[1], json!({ "accepted": false, "reason": "strays" }));
}

#[cfg(feature = "aws")]
mod asking {
    use std::process::Command;

    #[cfg(target_os = "linux")]
    use std::time::Duration;

    use super::{lines, proposed, shelf, text};
    use crate::converse_server::{ConverseServer, Mood};

    /// The command, with this server as Bedrock.
    async fn asked(server: &ConverseServer, arguments: &[&str]) -> (Option<i32>, String, String) {
        asked_at(server.endpoint(), "a-model", arguments).await
    }

    async fn asked_at(endpoint: String, models: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"));
        command.arg("wording").args(arguments).args(["--bedrock-model-id", models]);
        command.env("AWS_REGION", "eu-central-1").env("AWS_ACCESS_KEY_ID", "test").env("AWS_SECRET_ACCESS_KEY", "test");
        command.env("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", endpoint);
        let output =
            tokio::task::spawn_blocking(move || command.output().expect("the binary")).await.expect("no panic");
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    }

    #[tokio::test]
    async fn bake_writes_proposals_once_and_says_what_was_refused() {
        let folder = shelf(&[]);
        let path = folder.path().to_str().expect("a path").to_owned();
        let server = ConverseServer::start(Mood::Well);
        let arguments = ["bake", "--lang", "en", "--act", "ask-card", "--count", "2", "--wordings", &path];
        let (code, _, err) = asked(&server, &arguments).await;
        assert_eq!(code, Some(0), "{err}");
        let kept = lines(folder.path());
        assert!(!kept.is_empty(), "{err}");
        for line in &kept {
            assert_eq!(
                (&line["state"], &line["by"], &line["model"]),
                (&"proposed".into(), &"bake".into(), &"a-model".into())
            );
            assert!(line["instructions"].as_str().is_some_and(|digest| digest.starts_with("i-")), "{line}");
        }
        assert!(err.contains("known, or the sentence itself"), "{err}");
        let (_, _, err) = asked(&server, &arguments).await;
        assert_eq!(lines(folder.path()).len(), kept.len(), "nothing is proposed twice: {err}");
    }

    #[tokio::test]
    async fn bake_adds_a_line_of_its_own_where_the_last_one_was_left_open() {
        let folder = shelf(&[]);
        let first = proposed(folder.path(), "Please enter the card number.");
        let path = folder.path().join("en/wordings/plain.jsonl");
        std::fs::write(&path, first.to_string()).expect("written");
        let server = ConverseServer::start(Mood::Well);
        let into = folder.path().to_str().expect("a path");
        let arguments = ["bake", "--lang", "en", "--act", "ask-card.first", "--count", "1", "--wordings", into];
        let (code, _, err) = asked(&server, &arguments).await;
        assert_eq!(code, Some(0), "{err}");
        assert!(err.contains("1 candidate passed"), "{err}");
        let kept = lines(folder.path());
        assert_eq!((kept.len(), &kept[0], &kept[1]["by"]), (2, &first, &"bake".into()), "{err}");
        assert!(std::fs::read_to_string(&path).expect("the file").ends_with("}\n"));
    }

    #[tokio::test]
    async fn a_model_that_is_asked_too_much_is_waited_for_though_another_one_is_gone() {
        let server = ConverseServer::start(Mood::Well);
        server.gone("no-model");
        server.next([Mood::Answers(429, "ThrottlingException", "too much")]);
        let arguments = ["try", "--lang", "en", "--act", "ask-card.first"];
        let (code, out, err) = asked_at(server.endpoint(), "a-model,no-model", &arguments).await;
        assert_eq!(code, Some(0), "{out}{err}");
        assert!(err.contains("1 candidate passed") && out.contains("a-model"), "{out}{err}");
        let asked: Vec<String> = server.calls().into_iter().map(|call| call.model).collect();
        assert_eq!(asked, ["a-model", "no-model", "a-model"]);
    }

    /// A door that a client cannot come through for a second: its queue is full.
    #[cfg(target_os = "linux")]
    async fn slow_door(server: &ConverseServer) -> String {
        use tokio::net::{TcpSocket, TcpStream};

        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind("127.0.0.1:0".parse().expect("an address")).expect("a port");
        let door = socket.listen(0).expect("it listens");
        let at = door.local_addr().expect("an address");
        let waits = TcpStream::connect(at).await.expect("it fills the queue");
        let behind = server.endpoint().strip_prefix("http://").expect("HTTP").to_owned();
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_secs(1)).await;
            drop(waits);
            while let Ok((mut client, _)) = door.accept().await {
                let mut server = TcpStream::connect(&behind).await.expect("the server");
                tokio::spawn(async move {
                    let _ended = tokio::io::copy_bidirectional(&mut client, &mut server).await;
                });
            }
        });
        format!("http://{at}")
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn a_tool_connects_with_its_own_patience_and_not_a_customers() {
        let server = ConverseServer::start(Mood::Well);
        let arguments = ["try", "--lang", "en", "--act", "ask-card.first", "--bedrock-deadline-ms", "50"];
        let (code, out, err) = asked_at(slow_door(&server).await, "a-model", &arguments).await;
        assert_eq!(code, Some(0), "{out}{err}");
    }

    #[tokio::test]
    async fn a_model_that_fails_is_told_by_its_reason_and_no_breaker_hides_it() {
        for (mood, told) in [
            (
                Mood::Answers(404, "ResourceNotFoundException", "end of life"),
                "model_gone (ResourceNotFoundException: end of life)",
            ),
            (
                Mood::Answers(403, "ExpiredTokenException", "the token expired"),
                "failed (ExpiredTokenException: the token expired)",
            ),
        ] {
            let server = ConverseServer::start(mood);
            let (code, _, err) = asked(&server, &["try", "--lang", "en", "--act", "ask-card"]).await;
            assert_eq!(code, Some(2), "{err}");
            assert!(err.contains(told) && err.contains("3 "), "{told}: {err}");
            assert_eq!(server.calls().len(), 3, "each is asked, whatever came of the one before");
        }
        let server = ConverseServer::start(Mood::Says("And your PIN?".to_owned()));
        let (code, out, err) = asked(&server, &["try", "--lang", "en", "--act", "ask-card"]).await;
        assert_eq!(code, Some(1), "{err}");
        assert!(out.contains("And your PIN?") && err.contains("other_field"), "{out}{err}");
    }

    #[tokio::test]
    async fn frames_shows_moment_answer_and_verdict() {
        let server = ConverseServer::start(Mood::Well);
        let (code, out, err) = asked(&server, &["frames", "--lang", "es", "--count", "5"]).await;
        assert_eq!(code, Some(0), "{err}");
        assert_eq!(out.matches("verdict    passed").count(), 5, "{out}");
    }
}
