//! `validate`: whether a value would be taken.

use std::io::{stdin, stdout};

use clap::Args;
use jiff::civil::Date;
use payment_smart_bot::adapters::SystemClock;
use payment_smart_bot::card::{
    Brand, BrandSet, CardNumber, Cvv, CvvRejection, Expiry, ExpiryRejection, Name, NameRejection, digit, furthest_west,
};
use payment_smart_bot::dialogue::{Language, SaidExpiry, StateName};
use payment_smart_bot::language::{Listening, Utterance, understand};
use payment_smart_bot::ports::Clock as _;
use serde::Deserialize;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::End;
use super::lines;

/// Reads values as JSON Lines and writes whether each would be taken. Blank lines are passed over.
///
/// In: {"kind", "input", "brand"?, "today"?}. `kind` is name, card, expiry or cvv. A cvv is judged by the `brand` it is
/// for: four digits for amex, three for all others and where no brand is given. An expiry is judged on the day `today`
/// (YYYY-MM-DD; the real date unless given) and may name its month in any language that is spoken here.
///
/// Out: {"valid", "reason", "brand"}. `reason` is null when the value is valid; `brand` is that of the digits so far, or
/// the one that was given, or null. Any real number may be judged: only the service limits itself to test numbers. A
/// line that cannot be used is answered with {"error", "line"}, and the next one goes on.
#[derive(Args)]
#[command(after_help = "\
Examples:
  echo '{\"kind\":\"card\",\"input\":\"4242-4242-4242-4242\"}' | payment-smart-bot validate
  echo '{\"kind\":\"card\",\"input\":\"37\"}' | payment-smart-bot validate
  echo '{\"kind\":\"expiry\",\"input\":\"dic. 2028\",\"today\":\"2026-11-22\"}' | payment-smart-bot validate
  echo '{\"kind\":\"cvv\",\"input\":\"1234\",\"brand\":\"amex\"}' | payment-smart-bot validate")]
pub struct Validate {}

/// One line.
#[derive(Deserialize)]
struct Asked {
    kind: String,
    input: String,
    brand: Option<String>,
    today: Option<String>,
}

/// A verdict: the reason, when it is not taken, and the brand.
type Judged = (Option<&'static str>, Option<Brand>);

impl Validate {
    /// From standard input to standard output.
    #[expect(clippy::unused_self, reason = "every command is run alike")]
    pub fn run(&self) -> anyhow::Result<End> {
        lines::json(stdin().lock(), stdout().lock(), answer)?;
        Ok(End::Well)
    }
}

fn answer(line: &str) -> Result<Value, &'static str> {
    // What the parser would say may quote the line.
    let asked: Asked = serde_json::from_str(line)
        .map_err(|_| "expected a JSON object like {\"kind\":\"name\",\"input\":\"Jane Roe\"}")?;
    let today = asked.today();
    let input = Utterance::new(asked.input);
    let brand = asked.brand.as_deref().map(str::parse).transpose().map_err(|_| "no such brand")?;
    let (reason, brand) = match asked.kind.as_str() {
        "name" => (Name::parse(input.expose()).err().map(NameRejection::wire), None),
        "card" => card(input.expose()),
        "expiry" => (expiry(&input, today?).err().map(ExpiryRejection::wire), None),
        "cvv" => (Cvv::parse(input.expose(), brand.unwrap_or(Brand::Visa)).err().map(CvvRejection::wire), brand),
        _ => return Err("a kind is name, card, expiry or cvv"),
    };
    Ok(json!({ "valid": reason.is_none(), "reason": reason, "brand": brand.map(Brand::wire) }))
}

impl Asked {
    fn today(&self) -> Result<Date, &'static str> {
        match &self.today {
            Some(date) => date.parse().map_err(|_| "today is a date like 2026-11-22"),
            None => Ok(furthest_west(SystemClock.now())),
        }
    }
}

fn card(input: &str) -> Judged {
    match CardNumber::parse(input, &BrandSet::ALL) {
        Ok(number) => (None, Some(number.brand())),
        Err(rejection) => {
            // As many digits as a number can have tell the brand.
            let digits: Zeroizing<String> = Zeroizing::new(input.chars().filter_map(digit).take(19).collect());
            (Some(rejection.wire()), Brand::of_prefix(&digits))
        }
    }
}

/// By its digits, or by the name of its month.
fn expiry(input: &Utterance, today: Date) -> Result<Expiry, ExpiryRejection> {
    match Expiry::parse(input.expose(), today) {
        Err(ExpiryRejection::Unreadable) => {}
        judged => return judged,
    }
    let read =
        |language| match understand(input, &Listening::new(StateName::Expiry, language)).heard.told.expiry?.one()? {
            SaidExpiry::MonthYear { month, year } => Some((*month, *year)),
            SaidExpiry::Same | SaidExpiry::Unreadable => None,
        };
    let (month, year) = Language::ALL.into_iter().find_map(read).ok_or(ExpiryRejection::Unreadable)?;
    Expiry::judge(month, year, today)
}
