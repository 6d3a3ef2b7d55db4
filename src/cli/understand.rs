//! `understand`: what a message means.

use std::io::{stdin, stdout};

use clap::Args;
use payment_smart_bot::card::{Brand, LastFour};
use payment_smart_bot::dialogue::{After, Field, Language, OwnAnswers, Pending, Said, SaidExpiry, StateName, Told};
use payment_smart_bot::language::{Listening, Naming, Reviewed, Utterance, hear_own, redact, redact_told, understand};
use payment_smart_bot::settings::AnswersOptions;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::End;
use super::lines;

/// Reads messages as JSON Lines and writes what was understood, one object a line. Blank lines are passed over.
///
/// In: {"text", "state"?, "lang"?, "pending"?, "after"?, "brand"?, "first"?, "reviewed"?}. `state` is name (unless given), card, expiry, cvv, confirm,
/// processing, authenticating, complete or cancelled; `lang` is en (unless given) or es. `after` is what the last
/// reply was: review (unless given), answer, unclear or changed. `first` is true of a message before which nothing was asked.
/// `reviewed` is what an open review shows, which a yes may name: {"brand", "last4", "amount"?, "expiry"?, "payee"?,
/// "description"?, "order"?}, as in {"brand":"visa","last4":"4242","amount":"49.90 EUR","expiry":"12/2030"}.
///
/// Out: {"event", "certainty", "also", "field", "told", "spans", "redacted", "several"?, "unsure"?}. Offsets count code
/// points. `several` names the fields that had several candidates: the bot asks which. `unsure` tells which values are
/// only likely, and which are doubtful: those are asked about before they are taken. A number or a security code is never
/// written. A line that cannot be used is answered with {"error", "line"}, and the next one goes on.
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
    #[serde(default)]
    first: bool,
    reviewed: Option<Review>,
}

/// What a review shows.
#[derive(Deserialize)]
struct Review {
    brand: String,
    last4: String,
    amount: Option<String>,
    expiry: Option<String>,
    payee: Option<String>,
    description: Option<String>,
    order: Option<String>,
}

impl Review {
    fn reviewed(&self) -> Result<Reviewed, &'static str> {
        let brand = self.brand.parse().map_err(|_| "no such brand")?;
        let last_four = LastFour::parse(&self.last4).ok_or("last4 is four digits")?;
        let amount = self.amount.as_deref().map(str::parse).transpose().map_err(|_| "an amount is like 49.90 EUR")?;
        let date = |text: &String| {
            let (month, year) = text.split_once('/')?;
            Some((month.parse().ok()?, year.parse().ok().filter(|year| *year >= 2000)?))
        };
        let expiry = self.expiry.as_ref().map(|text| date(text).ok_or("an expiry is like 12/2030")).transpose()?;
        let payee = self.payee.as_deref().map(Naming::of).unwrap_or_default();
        let card = Reviewed::card(brand, last_four).paying(self.description.as_deref(), self.order.as_deref());
        Ok(Reviewed { amount, expiry, payee, ..card })
    }
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
    let sureness = || sureness(&understood.heard.told);
    let several: Vec<&str> = sureness().filter(|(_, sure)| *sure == "several").map(|(field, _)| field.wire()).collect();
    if !several.is_empty() {
        object.insert("several".to_owned(), several.into());
    }
    let unsure = sureness().filter(|(_, sure)| !["certain", "several"].contains(sure));
    let unsure: Map<String, Value> = unsure.map(|(field, sure)| (field.wire().to_owned(), sure.into())).collect();
    if !unsure.is_empty() {
        object.insert("unsure".to_owned(), unsure.into());
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
        let reviewed = self.reviewed.as_ref().map(Review::reviewed).transpose()?;
        Ok(Listening { pending, after, brand, first: self.first, reviewed, ..Listening::new(step, language) })
    }
}

/// What one candidate was left of.
fn told(told: &Told) -> Value {
    let Told { name, number, expiry, cvv } = told;
    let mut object = Map::new();
    if let Some(name) = one(name.as_ref()) {
        object.insert("name".to_owned(), redact(name.expose()).into());
    }
    if let Some(number) = one(number.as_ref()) {
        let digits = number.expose();
        // The last four of a piece would be most of it.
        let last4 = (digits.len() >= 12).then(|| &digits[digits.len() - 4..]);
        object.insert("card".to_owned(), json!({ "brand": Brand::of_prefix(digits).map(Brand::wire), "last4": last4 }));
    }
    if let Some(date) = one(expiry.as_ref()) {
        let date = match date {
            SaidExpiry::MonthYear { month, year } => format!("{year:04}-{month:02}").into(),
            SaidExpiry::Same => "same".into(),
            SaidExpiry::Unreadable => Value::Null,
        };
        object.insert("expiry".to_owned(), date);
    }
    if let Some(code) = one(cvv.as_ref()) {
        object.insert("cvv".to_owned(), json!({ "length": code.expose().len() }));
    }
    object.into()
}

fn one<T>(said: Option<&Said<T>>) -> Option<&T> {
    said.and_then(Said::one)
}

/// How sure each value is.
fn sureness(told: &Told) -> impl Iterator<Item = (Field, &'static str)> {
    let sure = [
        (Field::Name, told.name.as_ref().map(Said::wire)),
        (Field::Card, told.number.as_ref().map(Said::wire)),
        (Field::Expiry, told.expiry.as_ref().map(Said::wire)),
        (Field::Cvv, told.cvv.as_ref().map(Said::wire)),
    ];
    sure.into_iter().filter_map(|(field, sure)| Some((field, sure?)))
}
