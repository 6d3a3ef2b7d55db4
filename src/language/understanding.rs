//! A message becomes an event: values first, then commands and asides, and what is left may be a name.

use super::intents::{Book, Fit, Found, Item, Line, Meaning, Sense, Shown, Traits, book, make_sense, scan, whole};
use super::listening::Listening;
use super::noticing::other_language;
use super::text::{Kind, Token, Utterance, tokens};
use super::understood::Understood;
use super::values::{Named, Span, Values, bare_name, extract, name_before_question, unglued, whole_name};
use crate::dialogue::{Aside, Certainty, Command, Field, Heard, Language, StateName, Told};

/// Understands one message, given where the session stands.
#[must_use]
pub fn understand(utterance: &Utterance, listening: &Listening) -> Understood {
    let tokens = unglued(tokens(utterance.expose()), listening);
    let first = Reading::of(&tokens, *listening);
    let noticed = first.may_be_another_language().then(|| other_language(&tokens, listening.language)).flatten();
    if let Some(language) = noticed {
        let other = Reading::of(&tokens, Listening { language, ..*listening });
        // "Ana Cancela" is called so in every language.
        if !(first.is_name(&tokens) && other.is_name(&tokens)) {
            return other.understood(&tokens, noticed);
        }
    }
    first.understood(&tokens, None)
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
        if let Some(shown) = &Self::shown(book, tokens, &listening)
            && only_names_the_review(&values, shown)
        {
            let line = Line::read(book, tokens, &[], Some(shown));
            let reading = Self { book, listening, values: Values::default(), line };
            // "The date is 12/28" tells what it tells, where it is no yes.
            if reading.meant().1.command == Some(Command::Affirm) {
                return reading;
            }
        }
        if only_a_name(&values.told) {
            // "IT IS CORRECT" introduces nobody called Correct, and "it says Valued Customer" no customer.
            let line = Line::read(book, tokens, &[], Self::shown(book, tokens, &listening).as_ref());
            let nameless = |item: &Item| item.meaning == Meaning::Say(Aside::NoName);
            if whole(book, &line, false).is_some() || scan(book, &line).items.iter().any(nameless) {
                return Self { book, listening, values: Values::default(), line };
            }
        }
        let line = Line::read(book, tokens, &values.spans, Self::shown(book, tokens, &listening).as_ref());
        Self { book, listening, values, line }
    }

    /// The message beside what the review shows, where one is open.
    fn shown<'a>(book: &'a Book, tokens: &'a [Token], listening: &'a Listening) -> Option<Shown<'a>> {
        listening.reviewed.as_ref().map(|reviewed| Shown::read(book, tokens, reviewed))
    }

    /// Whether no word of it belongs to the language it was read in alone.
    fn may_be_another_language(&self) -> bool {
        !self.line.words.iter().any(|word| word.fit == Fit::Exact && word.traits.any(Traits::OWN))
    }

    /// The name that the message is, whatever its words mean by themselves.
    fn whole_name(&self, tokens: &[Token], found: &Found, sense: &Sense) -> Option<Named> {
        let asked = self.listening.state == StateName::Name;
        if !asked || self.values.told.name.is_some() || whole(self.book, &self.line, false).is_some() {
            return None;
        }
        let named =
            whole_name(tokens, &sorted([&self.values.spans[..], &self.values.framing].concat()), &self.listening)?;
        outweighs(&named, sense, &self.line, found, tokens).then_some(named)
    }

    /// What its words mean by themselves.
    fn meant(&self) -> (Found, Sense) {
        let found = scan(self.book, &self.line);
        let sense = make_sense(self.book, &self.line, &found, &self.listening);
        (found, sense)
    }

    /// Whether it is somebody's name, whatever the language.
    fn is_name(&self, tokens: &[Token]) -> bool {
        let (found, sense) = self.meant();
        self.whole_name(tokens, &found, &sense).is_some_and(|named| named.plain)
    }

    fn understood(mut self, tokens: &[Token], noticed: Option<Language>) -> Understood {
        let (mut found, mut sense) = self.meant();
        if let Some(named) = self.whole_name(tokens, &found, &sense) {
            add(named, &mut self.values);
            let shown = Self::shown(self.book, tokens, &self.listening);
            self.line = Line::read(self.book, tokens, &self.values.spans, shown.as_ref());
            (found, sense) = self.meant();
        }
        if noticed.is_some() && sense.command == Some(Command::Affirm) {
            (sense.command, sense.answer) = (None, None);
        }
        if self.is_from_the_bank(tokens) && !sense.asides.contains(&Aside::BankCode) {
            sense.asides.push(Aside::BankCode);
        }
        self.settle_name(tokens, &found, &mut sense);
        let Self { listening, values: Values { told, spans, .. }, .. } = self;
        let (command, certainty) = weighed(&sense, &told, &listening);
        if !told.is_empty() {
            // "No wait, it is …" asks for no time.
            sense.asides.retain(|&aside| aside != Aside::Wait);
        }
        // "Is it 11/29?" changes nothing that was reviewed: it's asked whether it should.
        let asked = sense.asks && command.is_none() && listening.state == StateName::Confirm;
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

    /// Whether it is a code that the bank sent for its own page: while that is waited for, no code is the card's.
    fn is_from_the_bank(&mut self, tokens: &[Token]) -> bool {
        let typed = self.listening.state == StateName::Authenticating && is_code(tokens);
        typed || (self.listening.state.is_in_flight() && self.values.told.cvv.take().is_some())
    }

    /// Takes a name that other things are said beside, and drops one that is none beside them.
    fn settle_name(&mut self, tokens: &[Token], found: &Found, sense: &mut Sense) {
        let Self { listening, values, line, .. } = self;
        if sense.asks && only_a_name(&values.told) && listening.state != StateName::Name {
            // "What if it's a company card?" renames nobody.
            (values.told.name, values.spans) = (None, Vec::new());
        }
        if values.told.name.is_some() {
            // "Call me Jane Roe" asks for no call.
            let calls = |item: &&Item| item.meaning == Meaning::Say(Aside::Handoff);
            let names =
                |at: usize| values.framing.iter().any(|f| f.start <= at && at < f.end && f.field == Field::Name);
            let mut calls = found.items.iter().filter(calls).map(|item| tokens[line.words[item.start].token].start);
            if calls.any(names) {
                sense.asides.retain(|&aside| aside != Aside::Handoff);
            }
            return;
        }
        if is_explained(sense) {
            return;
        }
        let taken = taken(tokens, line, found, &[&values.spans[..], &values.framing].concat());
        let named = if line.asks {
            name_before_question(tokens, &taken, listening)
        } else if listening.state == StateName::Name || !values.told.is_empty() {
            // "Jane Roe but I want to talk to someone": in full, a name is one beside anything.
            bare_name(tokens, &taken, listening).filter(|named| named.plain || is_social(sense))
        } else {
            None
        };
        if let Some(named) = named {
            sense.asides.retain(|&aside| aside != Aside::Repeat);
            add(named, values);
        }
    }
}

/// "482913", "482-913": what a bank sends for its own page.
fn is_code(tokens: &[Token]) -> bool {
    let digits = tokens.iter().filter(|token| token.kind == Kind::Digits);
    let length: usize = digits.map(|token| token.text.len()).sum();
    (4..=8).contains(&length) && tokens.iter().all(|token| token.kind == Kind::Digits || token.text.as_str() == "-")
}

/// Whether what was taken for values is what the review shows, named back: the end of the card is no security code. A
/// code that is called one stays one.
fn only_names_the_review(values: &Values, shown: &Shown) -> bool {
    let coded = values.framing.iter().any(|frame| frame.field == Field::Cvv);
    if values.told.is_empty() || coded {
        return false;
    }
    let places = shown.places();
    values.spans.iter().all(|span| places.iter().any(|&(start, end)| start <= span.start && span.end <= end))
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

/// Whether a name may stand beside what is said.
fn is_social(sense: &Sense) -> bool {
    sense.asides.iter().all(|aside| {
        matches!(aside, Aside::Greeting | Aside::Thanks | Aside::Goodbye | Aside::Begin | Aside::Wait | Aside::Hedge)
            // "Sorry, Jane Roe": what may ask for a repetition may also begin a repair.
            || *aside == Aside::Repeat
    })
}

/// Whether the message is a name rather than what its words mean.
fn outweighs(named: &Named, sense: &Sense, line: &Line, found: &Found, tokens: &[Token]) -> bool {
    let first = line.words.iter().find(|word| tokens[word.token].start >= named.span.start);
    // "Cancell Payment" is no name of somebody.
    let misspelt = first.is_some_and(|word| word.fit == Fit::Misspelt);
    let says = |item: &Item| !matches!(item.meaning, Meaning::Asks | Meaning::Turns(_) | Meaning::Nothing);
    let meant = || (0..line.words.len()).all(|at| found.at(at).is_some_and(says) || line.words[at].is_idle());
    let answers = matches!(sense.command, None | Some(Command::Affirm | Command::Deny));
    (named.plain && !misspelt) || (named.upright && !misspelt && !meant()) || (answers && is_social(sense) && !meant())
}

/// Adds a name to what was told.
fn add(named: Named, values: &mut Values) {
    values.told.name = Some(named.said);
    let place = values.spans.partition_point(|other| other.start < named.span.start);
    values.spans.insert(place, named.span);
}

fn sorted(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable_by_key(|span| span.start);
    spans
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
    sorted(taken)
}

#[cfg(test)]
mod tests;
