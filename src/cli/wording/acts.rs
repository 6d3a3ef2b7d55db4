//! `wording acts`: every sentence, and what a candidate for it must keep.

use std::io::{self, Write as _, stdout};

use payment_smart_bot::wording::{Sentence, Terms};
use serde_json::{Value, json};

/// Lists sentences.
pub fn list(sentences: &[Sentence], as_json: bool) -> io::Result<()> {
    let mut out = stdout().lock();
    for sentence in sentences {
        let terms = Terms::of(sentence);
        if as_json {
            writeln!(out, "{}", described(sentence, terms.as_ref()))?;
            continue;
        }
        writeln!(out, "{}  {}  {}", sentence.language().code(), sentence.id(), sentence.digest())?;
        writeln!(out, "    {}", sentence.text().replace('\n', "\n    "))?;
        match terms {
            None => writeln!(out, "    fixed: said as it is, in every tone\n")?,
            Some(terms) => writeln!(out, "    {}\n", spelt(&terms))?,
        }
    }
    Ok(())
}

fn described(sentence: &Sentence, terms: Option<&Terms>) -> Value {
    let contract = terms.map(|terms| {
        json!({
            "placeholders": terms.placeholders.iter().map(|placeholder| placeholder.wire()).collect::<Vec<_>>(),
            "question": terms.question,
            "mayAsk": terms.may_ask,
            "mustSay": terms.must_say,
            "maySay": terms.may_say,
            "length": { "least": terms.length.0, "most": terms.length.1 },
        })
    });
    json!({
        "act": sentence.id(),
        "id": sentence.digest(),
        "lang": sentence.language().code(),
        "sentence": sentence.text(),
        "fixed": sentence.fixed(),
        "contract": contract,
    })
}

/// A contract on one line.
fn spelt(terms: &Terms) -> String {
    let listed = |names: &[&str]| if names.is_empty() { "nothing more".to_owned() } else { names.join(", ") };
    let placeholders: Vec<String> =
        terms.placeholders.iter().map(|placeholder| format!("{{{}}}", placeholder.wire())).collect();
    let kept = if placeholders.is_empty() { "no placeholder".to_owned() } else { placeholders.join(" ") };
    let asked = match (terms.question, terms.may_ask) {
        (true, _) => "stays a question",
        (false, true) => "may be put as a question",
        (false, false) => "stays a statement",
    };
    let (least, most) = terms.length;
    format!(
        "keeps {kept}; {asked}; must say: {}; may say: {}; {least} to {most} characters",
        listed(&terms.must_say),
        listed(&terms.may_say)
    )
}
