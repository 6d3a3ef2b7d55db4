//! `wording score`: what contract and courtesy list say to a text.

use std::io::{Read, Write};

use payment_smart_bot::dialogue::Language;
use payment_smart_bot::wording::{Candidate, Frame, Moment, Sentence, Tone, all};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::cli::{End, lines};

/// One text. A line of a file of wordings names its sentence by id; other lines name act and language.
#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    act: String,
    lang: Option<String>,
    sentence: Option<String>,
    text: String,
}

const EXPECTED: &str = "expected a JSON object like {\"act\":\"ask-card.first\",\"lang\":\"…\",\"text\":\"…\"}";

/// Judges line by line; ends badly where a line could not be judged.
pub fn score(frames: bool, input: impl Read, output: impl Write) -> anyhow::Result<End> {
    let sentences: Vec<Sentence> = Language::ALL.into_iter().flat_map(all).map(|(_, sentence)| sentence).collect();
    let mut unreadable = false;
    lines::json(input, output, |line| {
        let judged = serde_json::from_str(line)
            .map_err(|_| EXPECTED)
            .and_then(|given: Given| if frames { frame(&given) } else { candidate(&sentences, &given) });
        unreadable |= judged.is_err();
        judged
    })?;
    Ok(if unreadable { End::Failed } else { End::Well })
}

fn candidate(sentences: &[Sentence], given: &Given) -> Result<Value, &'static str> {
    let found = match (&given.sentence, &given.lang) {
        (Some(digest), _) => sentences.iter().find(|sentence| sentence.digest() == digest),
        (None, Some(lang)) => {
            let language = Language::from_tag(lang).ok_or("no such language")?;
            sentences.iter().find(|sentence| sentence.language() == language && sentence.id() == given.act)
        }
        (None, None) => return Err(EXPECTED),
    };
    let reason = match found.map(|sentence| Candidate::judge(sentence, &given.text)) {
        None => Some("unknown_act"),
        Some(Err(breach)) => Some(breach.wire()),
        Some(Ok(_)) => None,
    };
    Ok(json!({ "accepted": reason.is_none(), "reason": reason }))
}

fn frame(given: &Given) -> Result<Value, &'static str> {
    let language = given.lang.as_deref().and_then(Language::from_tag).ok_or("no such language")?;
    let moments = Tone::ALL.into_iter().flat_map(|tone| Moment::every(language, tone));
    let mut reason = None;
    for judged in moments.map(|moment| Frame::judge(&moment, &given.text)) {
        match judged {
            Ok(frame) => return Ok(json!({ "accepted": true, "reason": null, "frame": frame.text() })),
            Err(breach) => reason = Some(breach.wire()),
        }
    }
    Ok(json!({ "accepted": false, "reason": reason }))
}
