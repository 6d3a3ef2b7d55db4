//! Reads the catalog's files line by line, apart from the parser that serves them.

use std::collections::{BTreeMap, BTreeSet};

use crate::dialogue::Language;
use crate::wording::case::Selector;
use crate::wording::every;
use crate::wording::given::Given;
use crate::wording::source;

/// One `{ $selector -> … }` of a message.
#[derive(Debug)]
pub(super) struct Select {
    pub message: String,
    pub selector: String,
    pub keys: BTreeSet<String>,
    pub has_other: bool,
}

/// The ids of all messages of a language, in order, and every select expression in them.
pub(super) fn read(language: Language) -> (Vec<String>, Vec<Select>) {
    let (mut ids, mut selects) = (Vec::new(), Vec::new());
    for line in source::files(language).into_iter().flat_map(str::lines) {
        line_of(line, &mut ids, &mut selects);
    }
    (ids, selects.into_iter().map(|(select, _)| select).collect())
}

fn line_of(line: &str, ids: &mut Vec<String>, selects: &mut Vec<(Select, bool)>) {
    if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
        ids.push(line.split_once('=').expect("an id and its text").0.trim_end().to_owned());
        for (_, open) in selects.iter_mut() {
            *open = false;
        }
    }
    let innermost = |selects: &[(Select, bool)]| selects.iter().rposition(|(_, open)| *open);
    let mut rest = line.trim_start();
    if rest.starts_with('}') {
        let at = innermost(selects).expect("a brace closes what was opened");
        selects[at].1 = false;
    }
    rest = rest.strip_prefix('*').unwrap_or(rest);
    if let Some((key, _)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        let at = innermost(selects).expect("a variant stands in a select expression");
        selects[at].0.keys.insert(key.to_owned());
        selects[at].0.has_other |= key == "other" && line.trim_start().starts_with('*');
    }
    if let Some((_, last)) = line.strip_suffix(" ->").and_then(|line| line.rsplit_once("{ $")) {
        let message = ids.last().expect("a message").clone();
        let select = Select { message, selector: last.to_owned(), keys: BTreeSet::new(), has_other: false };
        selects.push((select, true));
    }
}

/// Which words each selector of each message can have.
pub(super) fn words() -> BTreeMap<(String, &'static str), BTreeSet<String>> {
    let mut words: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for part in every::parts() {
        for given in Given::every(part.depends_on()) {
            let case = part.case(given);
            for selector in &case.selectors {
                let (name, word) = match selector {
                    Selector::Word(name, word) => (*name, word.as_ref()),
                    Selector::Flag(name, true, _) => (*name, "yes"),
                    Selector::Flag(name, false, _) => (*name, "no"),
                    Selector::Count(1) => ("count", "one"),
                    Selector::Count(_) => ("count", "other"),
                };
                words.entry((case.message.clone(), name)).or_default().insert(word.to_owned());
            }
        }
    }
    words
}
