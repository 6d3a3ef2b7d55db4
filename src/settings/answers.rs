//! The operator's own answers: a JSON file.

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;
use serde::Deserialize;

use crate::dialogue::{Language, OwnAnswers};
use crate::language::own_answer;

/// Answers to questions that the service has none for.
#[derive(Args, Clone, Debug, Default)]
pub struct AnswersOptions {
    /// Answers of your own, beside those that are built in: a JSON file, as the README shows it.
    #[arg(long, value_name = "FILE", env = "PAYMENT_SMART_BOT_ANSWERS", value_parser = read)]
    answers: Option<OwnAnswers>,
}

/// What is asked and what is told, in one language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InLanguage {
    phrases: Vec<String>,
    text: String,
}

impl AnswersOptions {
    /// The answers; none where no file is named.
    #[must_use]
    pub fn answers(&self) -> OwnAnswers {
        self.answers.clone().unwrap_or_default()
    }
}

fn read(path: &str) -> Result<OwnAnswers, String> {
    let source = std::fs::read_to_string(Path::new(path)).map_err(|error| format!("{path}: {error}"))?;
    parse(&source)
}

/// Topic, language, and what is asked and told in it.
fn parse(source: &str) -> Result<OwnAnswers, String> {
    let file: BTreeMap<String, BTreeMap<String, InLanguage>> = serde_json::from_str(source)
        .map_err(|error| format!("expected {{topic: {{language: {{phrases, text}}}}}}: {error}"))?;
    let mut answers = Vec::new();
    for (topic, languages) in &file {
        for (tag, said) in languages {
            let language = Language::from_tag(tag).ok_or_else(|| {
                format!("{topic}, {tag}: that language is not spoken here; spoken are: {}", Language::spoken())
            })?;
            answers.push(own_answer(topic, language, &said.phrases, &said.text)?);
        }
    }
    OwnAnswers::new(answers).ok_or_else(|| format!("there may be {} answers at most", OwnAnswers::MOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_and_what_is_wrong_with_it_is_said() {
        let good = r#"{"hours": {"en": {"phrases": ["opening hours"], "text": "From nine to five."}}}"#;
        let answers = parse(good).expect("answers");
        assert_eq!(answers.get(0).map(|answer| answer.text.as_str()), Some("From nine to five."));
        for (wrong, fault) in [
            ("{", "expected {topic"),
            (r#"{"hours": {"en": {"phrases": []}}}"#, "missing field"),
            (r#"{"hours": {"en": {"phrases": ["opening hours"], "text": "Nine.", "tone": "warm"}}}"#, "unknown field"),
            (r#"{"hours": {"tlh": {"phrases": ["opening hours"], "text": "Nine."}}}"#, "hours, tlh: that language"),
            (r#"{"hours": {"en": {"phrases": ["cancel"], "text": "Nine."}}}"#, "hours, en: \"cancel\" is understood"),
        ] {
            let error = parse(wrong).expect_err("it is wrong");
            assert!(error.contains(fault), "{error}");
        }
    }
}
