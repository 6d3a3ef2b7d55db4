//! A message becomes an event: values first, then commands and asides, and what is left may be a name.

use super::intents::{Book, Fit, Found, Item, Line, Meaning, Sense, Traits, book, make_sense, scan, whole};
use super::listening::Listening;
use super::noticing::other_language;
use super::text::{Token, Utterance, tokens};
use super::understood::Understood;
use super::values::{Span, Values, bare_name, extract, name_before_question, unglued};
use crate::dialogue::{Aside, Certainty, Command, Field, Heard, Language, StateName, Told};

/// Understands one message, given where the session stands.
#[must_use]
pub fn understand(utterance: &Utterance, listening: &Listening) -> Understood {
    let tokens = unglued(tokens(utterance.expose()), listening);
    let first = Reading::of(&tokens, *listening);
    let noticed = first.may_be_another_language().then(|| other_language(&tokens, listening.language)).flatten();
    let reading = match noticed {
        Some(language) => Reading::of(&tokens, Listening { language, ..*listening }),
        None => first,
    };
    reading.understood(&tokens, noticed)
}

/// A message, read in one language.
struct Reading {
    book: &'static Book,
    listening: Listening,
    values: Values,
    line: Line,
}

impl Reading {
    fn of(tokens: &[Token], listening: Listening) -> Self {
        let book = book(listening.language);
        let values = extract(tokens, &listening);
        if only_a_name(&values.told) {
            // "IT IS CORRECT" introduces nobody called Correct.
            let line = Line::read(book, tokens, &[]);
            if whole(book, &line, false).is_some() {
                return Self { book, listening, values: Values::default(), line };
            }
        }
        let line = Line::read(book, tokens, &values.spans);
        Self { book, listening, values, line }
    }

    /// Whether no word of it belongs to the language it was read in alone.
    fn may_be_another_language(&self) -> bool {
        !self.line.words.iter().any(|word| word.fit == Fit::Exact && word.traits.any(Traits::OWN))
    }

    fn understood(self, tokens: &[Token], noticed: Option<Language>) -> Understood {
        let found = scan(self.book, &self.line);
        let mut sense = make_sense(self.book, &self.line, &found, &self.listening);
        if noticed.is_some() && sense.command == Some(Command::Affirm) {
            (sense.command, sense.answer) = (None, None);
        }
        let Values { mut told, mut spans, framing } = self.values;
        if sense.asks && only_a_name(&told) && self.listening.state != StateName::Name {
            // "What if it's a company card?" renames nobody.
            (told.name, spans) = (None, Vec::new());
        }
        if told.name.is_none() && !is_explained(&sense) {
            let taken = taken(tokens, &self.line, &found, &[&spans[..], &framing[..]].concat());
            let named = if may_hold_name(&sense, &told, &self.line, &self.listening) {
                bare_name(tokens, &taken, &self.listening)
            } else if self.line.asks {
                name_before_question(tokens, &taken, &self.listening)
            } else {
                None
            };
            if let Some((name, span)) = named {
                told.name = Some(name);
                sense.asides.retain(|&aside| aside != Aside::Repeat);
                let place = spans.partition_point(|other| other.start < span.start);
                spans.insert(place, span);
            }
        }
        let (command, certainty) = weighed(&sense, &told, &self.listening);
        if !told.is_empty() {
            // "No wait, it is …" asks for no time.
            sense.asides.retain(|&aside| aside != Aside::Wait);
        }
        // "Is it 11/29?" changes nothing that was reviewed: it's asked whether it should.
        let asked = sense.asks && command.is_none() && self.listening.state == StateName::Confirm;
        let field = [Field::Name, Field::Card, Field::Expiry].into_iter().find(|&field| asked && told.has(field));
        let (told, command) = match field {
            Some(field) => (Told::default(), Some(Command::Change(Some(field)))),
            None => (told, command),
        };
        let heard = Heard {
            told,
            command,
            certainty,
            answer: sense.answer,
            asks: sense.asks,
            asides: sense.asides,
            noticed,
            blank: tokens.is_empty(),
        };
        Understood { heard, spans }
    }
}

fn only_a_name(told: &Told) -> bool {
    told.name.is_some() && told.number.is_none() && told.expiry.is_none() && told.cvv.is_none()
}

/// The command, and how sure it is beside what was told.
fn weighed(sense: &Sense, told: &Told, listening: &Listening) -> (Option<Command>, Certainty) {
    let command = corrected(sense.command, told, listening);
    let certainty = match command {
        // What is to be changed is told at once: it's the value that decides.
        Some(Command::Change(Some(field))) if told.has(field) => Certainty::Certain,
        // A no does nothing by itself, and of a change that names no field it is only asked which.
        Some(Command::Deny | Command::Change(None)) => Certainty::Certain,
        Some(_) if !told.is_empty() => Certainty::Torn,
        Some(_) => sense.certainty,
        None => Certainty::Likely,
    };
    (command, certainty)
}

/// A no beside a value, or a change of nothing in particular, is a correction of what the value is for.
fn corrected(command: Option<Command>, told: &Told, listening: &Listening) -> Option<Command> {
    let mut fields = Field::ALL.into_iter().filter(|&field| told.has(field));
    let first = fields.next();
    match (command, first) {
        (Some(Command::Deny), Some(field)) => {
            (listening.state.field() != Some(field)).then_some(Command::Change(first))
        }
        (Some(Command::Change(None)), Some(_)) => Some(Command::Change(first)),
        (Some(Command::Affirm), Some(_)) => None,
        (command, _) => command,
    }
}

/// Whether what is asked for leaves no room for a name.
const fn is_explained(sense: &Sense) -> bool {
    match sense.command {
        None | Some(Command::Deny | Command::Change(None | Some(Field::Name))) => false,
        Some(Command::Change(Some(_)) | Command::Affirm | Command::Back | Command::Restart | Command::Cancel) => true,
    }
}

/// Whether what nothing else explains may be a name: where one was asked for, or beside other values.
fn may_hold_name(sense: &Sense, told: &Told, line: &Line, listening: &Listening) -> bool {
    let social = sense.asides.iter().all(|aside| {
        matches!(aside, Aside::Greeting | Aside::Thanks | Aside::Goodbye | Aside::Begin | Aside::Wait | Aside::Hedge)
            // "Sorry, Jane Roe": what may ask for a repetition may also begin a repair.
            || *aside == Aside::Repeat
    });
    (listening.state == StateName::Name || !told.is_empty()) && social && !line.asks
}

/// Where values and phrases stand, in order.
fn taken(tokens: &[Token], line: &Line, found: &Found, spans: &[Span]) -> Vec<Span> {
    let mut taken = spans.to_vec();
    // Politeness within a run of words may be part of a name ("Fernández y Cruz"), and so may a short yes.
    let inside = |item: &Item| {
        (item.meaning == Meaning::Polite || (item.meaning.is_answer() && item.end == item.start + 1))
            && item.start > 0
            && !line.words[item.start].breaks
            && line.words.get(item.end).is_some_and(|next| !next.breaks)
            && found.at(item.start - 1).is_none()
            && found.at(item.end).is_none()
    };
    for item in found.items.iter().filter(|item| !inside(item)) {
        let (first, last) = (&tokens[line.words[item.start].token], &tokens[line.words[item.end - 1].token]);
        taken.push(Span { start: first.start, end: last.end, field: Field::Name });
    }
    taken.sort_unstable_by_key(|span| span.start);
    taken
}

#[cfg(test)]
mod tests;
