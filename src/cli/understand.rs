//! `understand`: what a message means.

use std::io::{stdin, stdout};

use clap::Args;
use payment_smart_bot::card::Brand;
use payment_smart_bot::dialogue::{After, Field, Language, OwnAnswers, Pending, Said, SaidExpiry, StateName, Told};
use payment_smart_bot::language::{Listening, Utterance, hear_own, redact, redact_told, understand};
use payment_smart_bot::settings::AnswersOptions;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::End;
use super::lines;

/// Reads messages as JSON Lines and writes what was understood, one object a line. Blank lines are passed over.
///
/// In: {"text", "state"?, "lang"?, "pending"?, "after"?, "brand"?}. `state` is name (unless given), card, expiry, cvv, confirm,
/// processing, authenticating, complete or cancelled; `lang` is en (unless given) or es. `after` is what the last
/// reply was: review (unless given), answer, unclear or changed.
///
/// Out: {"event", "certainty", "also", "field", "told", "spans", "redacted"}. Offsets count code points. A number or a security code
/// is never written. A line that cannot be used is answered with {"error", "line"}, and the next one goes on.
#[derive(Args)]
#[command(after_help = "\
Examples:
  echo '{\"text\":\"no, cancel that\",\"state\":\"confirm\"}' | payment-smart-bot understand
  echo '{\"text\":\"sí, adelante\",\"state\":\"confirm\",\"lang\":\"es\"}' | payment-smart-bot understand
  echo '{\"text\":\"Jane Roe, 4242 4242 4242 4242, 12/28\"}' | payment-smart-bot understand")]
pub struct Understand {
    #[command(flatten)]
    answers: AnswersOptions,
}

/// One line.
#[derive(Deserialize)]
struct Asked {
    text: String,
    state: Option<String>,
    lang: Option<String>,
    pending: Option<String>,
    after: Option<String>,
    brand: Option<String>,
}

impl Understand {
    /// From standard input to standard output.
    pub fn run(&self) -> anyhow::Result<End> {
        let answers = self.answers.answers();
        lines::json(stdin().lock(), stdout().lock(), |line| answer(line, &answers))?;
        Ok(End::Well)
    }
}

fn answer(line: &str, answers: &OwnAnswers) -> Result<Value, &'static str> {
    // What the parser would say may quote the line.
    let asked: Asked = serde_json::from_str(line)
        .map_err(|_| "expected a JSON object like {\"text\":\"yes\",\"state\":\"confirm\",\"lang\":\"en\"}")?;
    let listening = asked.listening()?;
    let utterance = Utterance::new(asked.text);
    let mut understood = understand(&utterance, &listening);
    hear_own(&mut understood.heard, &utterance, listening.language, answers);
    let spans: Vec<Value> = understood
        .spans
        .iter()
        .map(|span| json!({ "start": span.start, "end": span.end, "field": span.field.wire() }))
        .collect();
    let mut object = Map::new();
    object.insert("event".to_owned(), understood.event().into());
    object.insert("certainty".to_owned(), understood.certainty().into());
    object.insert("also".to_owned(), understood.also().into());
    object.insert("field".to_owned(), understood.field().map(Field::wire).into());
    object.insert("told".to_owned(), told(&understood.heard.told));
    object.insert("spans".to_owned(), spans.into());
    object.insert("redacted".to_owned(), redact_told(utterance.expose(), &understood.spans).into());
    let several = several(&understood.heard.told);
    if !several.is_empty() {
        object.insert("several".to_owned(), several.into());
    }
    Ok(object.into())
}

impl Asked {
    fn listening(&self) -> Result<Listening, &'static str> {
        let step = self.state.as_deref().map_or(Ok(StateName::Name), str::parse).map_err(|_| "no such state")?;
        let language = self
            .lang
            .as_deref()
            .map_or_else(|| Some(Language::default()), Language::from_tag)
            .ok_or("no such language")?;
        let pending = self.pending.as_deref().map_or(Ok(Pending::Usual), str::parse).map_err(|_| "no such question")?;
        let after = self.after.as_deref().map_or(Ok(After::Review), str::parse).map_err(|_| "no such reply")?;
        let brand = self.brand.as_deref().map(str::parse).transpose().map_err(|_| "no such brand")?;
        Ok(Listening { pending, after, brand, ..Listening::new(step, language) })
    }
}

/// What one candidate was left of.
fn told(told: &Told) -> Value {
    let mut object = Map::new();
    if let Some(Said::One(name)) = &told.name {
        object.insert("name".to_owned(), redact(name.expose()).into());
    }
    if let Some(Said::One(number)) = &told.number {
        let digits = number.expose();
        // The last four of a piece would be most of it.
        let last4 = (digits.len() >= 12).then(|| &digits[digits.len() - 4..]);
        object.insert("card".to_owned(), json!({ "brand": Brand::of_prefix(digits).map(Brand::wire), "last4": last4 }));
    }
    match told.expiry {
        Some(Said::One(SaidExpiry::MonthYear { month, year })) => {
            object.insert("expiry".to_owned(), format!("{year:04}-{month:02}").into());
        }
        Some(Said::One(SaidExpiry::Unreadable)) => {
            object.insert("expiry".to_owned(), Value::Null);
        }
        Some(Said::Several) | None => {}
    }
    if let Some(Said::One(code)) = &told.cvv {
        object.insert("cvv".to_owned(), json!({ "length": code.expose().len() }));
    }
    object.into()
}

/// The fields that had several candidates: the bot asks which.
fn several(told: &Told) -> Vec<&'static str> {
    let mut fields = Vec::new();
    if told.name == Some(Said::Several) {
        fields.push(Field::Name.wire());
    }
    if told.number == Some(Said::Several) {
        fields.push(Field::Card.wire());
    }
    if told.expiry == Some(Said::Several) {
        fields.push(Field::Expiry.wire());
    }
    if told.cvv == Some(Said::Several) {
        fields.push(Field::Cvv.wire());
    }
    fields
}
