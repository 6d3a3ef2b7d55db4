//! What was reviewed, as two digests: the table, and the rules.
//!
//! Driving the machine takes seconds, and a server starts in milliseconds: so the digest of the table, and of the part of
//! the rules that is compiled in, is kept in `digests.txt`. A test makes both anew and compares.

use sha2::{Digest as _, Sha256};

use super::drive::Driven;
use super::json;
use crate::card::{RANGES, published};
use crate::dialogue::{DeclineCodes, Policy};
use crate::packs::Language;
use crate::session::Digests;
use crate::wording::{INSTRUCTIONS, Voice};

/// Line by line: the machine, and the rules without the policy.
const KEPT: &str = include_str!("digests.txt");

/// Everything under `prompts/` but the wordings, which are the voice's: its path there, and its text. A test holds that
/// nothing is missing.
pub(super) fn sources() -> impl Iterator<Item = (String, &'static str)> {
    let files = |language: Language| {
        let files = language.pack().files().filter(|(file, _)| !file.starts_with("wordings/"));
        files.map(move |(file, text)| (format!("{}/{file}", language.code()), text))
    };
    Language::ALL.into_iter().flat_map(files).chain([("instructions.txt".to_owned(), INSTRUCTIONS)])
}

/// The digests of what runs, under this policy and in this voice.
#[must_use]
pub fn digests(policy: &Policy, voice: &Voice) -> Digests {
    let mut kept = KEPT.lines().filter(|line| !line.starts_with('#'));
    let machine = kept.next().unwrap_or_default().to_owned();
    let rules = under(kept.next().unwrap_or_default(), policy, voice);
    Digests { machine, rules }
}

fn under(rules: &str, policy: &Policy, voice: &Voice) -> String {
    let policy = json::policy(policy).to_string();
    hex::encode(Sha256::new().chain_update(rules).chain_update(policy).chain_update(voice.digest()).finalize())
}

/// What `digests.txt` must hold.
#[must_use]
pub(super) fn made(driven: &Driven, declines: &DeclineCodes) -> String {
    let (machine, rules) = (machine(driven), rules(declines));
    format!("# Made by `payment-smart-bot statechart --digests`; held by a test.\n{machine}\n{rules}\n")
}

/// The digest of the table.
pub(super) fn machine(driven: &Driven) -> String {
    hex::encode(Sha256::digest(json::table(driven).to_string()))
}

/// The digest of lexicons, catalog, brands, published numbers and declines.
fn rules(declines: &DeclineCodes) -> String {
    let mut hasher = Sha256::new();
    for (path, text) in sources() {
        hasher.update(path);
        hasher.update([0]);
        hasher.update(text.as_bytes());
    }
    for range in RANGES {
        hasher.update(format!("{} {} {} {:?}\n", range.from, range.to, range.brand.wire(), range.brand.lengths()));
    }
    for number in published() {
        hasher.update(number);
    }
    for (code, decline) in declines.known {
        hasher.update(format!("{code} {}\n", decline.wire()));
    }
    hex::encode(hasher.finalize())
}
