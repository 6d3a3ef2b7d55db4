//! What the phrases of a message come to together: one command, and the asides.

use super::book::Book;
use super::line::{Line, Word};
use super::meaning::{About, Item, Meaning};
use super::plain::{Answer, answer};
use super::scan::Found;
use super::vocabulary::Traits;
use crate::dialogue::{Aside, Command, Field, Pending, Topic};
use crate::language::Listening;

/// One command at most, and the asides in the order said.
#[derive(Debug, Default)]
pub(super) struct Sense {
    pub command: Option<Command>,
    pub asides: Vec<Aside>,
}

/// How far a negation reaches, in words.
const REACH: usize = 5;

/// Puts together what was found.
pub(super) fn make_sense(book: &Book, line: &Line, found: &Found, listening: &Listening) -> Sense {
    let plain = answer(book, line);
    let mut making = Making { line, found, listening, sense: Sense::default(), yes: false, no: false, doubt: false };
    for item in &found.items {
        making.take(item);
    }
    making.finish(plain)
}

struct Making<'a> {
    line: &'a Line,
    found: &'a Found,
    listening: &'a Listening,
    sense: Sense,
    /// A yes was said, if not a plain one.
    yes: bool,
    /// A no was said.
    no: bool,
    /// Something was negated or made to depend on something.
    doubt: bool,
}

/// What words before and after a command do to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stance {
    /// It is meant.
    Meant,
    /// It is not wanted, or on a condition only.
    Not,
    /// It is asked about.
    Asked,
}

impl Making<'_> {
    fn take(&mut self, item: &Item) {
        if item.meaning.is_order() {
            match self.stance(item) {
                Stance::Meant => self.order(item),
                Stance::Not => self.doubt = true,
                Stance::Asked => self.aside(Aside::Help(Topic::General)),
            }
            return;
        }
        match item.meaning {
            Meaning::No => self.no |= self.refuses(item),
            Meaning::Nothing | Meaning::Polite => {}
            Meaning::Hedge => {
                self.doubt = true;
                self.aside(Aside::Hedge);
            }
            Meaning::Help => self.aside(Aside::Help(self.topic(item, Kind::What))),
            Meaning::Why => self.aside(Aside::Help(self.topic(item, Kind::Why))),
            Meaning::What => self.aside(Aside::Help(self.topic(item, Kind::What))),
            Meaning::Repeat => self.aside(Aside::Repeat),
            Meaning::Status => self.aside(Aside::Status),
            Meaning::Language => self.language(item),
            Meaning::Handoff => self.aside(Aside::Handoff),
            Meaning::OtherWay => self.aside(Aside::OtherWay),
            Meaning::Refuse => self.aside(Aside::Refuse(self.field_near(item))),
            Meaning::NoCode => self.aside(Aside::NoCode),
            Meaning::Already => self.aside(Aside::Already(self.field_near(item))),
            Meaning::Wait => self.aside(Aside::Wait),
            Meaning::Complaint => self.aside(Aside::Complaint),
            Meaning::Privacy => self.aside(Aside::Privacy),
            Meaning::Identity => self.aside(Aside::Identity),
            Meaning::Greeting => self.aside(Aside::Greeting),
            Meaning::Thanks => self.aside(Aside::Thanks),
            Meaning::Goodbye => self.aside(Aside::Goodbye),
            // Taken above.
            Meaning::Yes | Meaning::Cancel | Meaning::Change | Meaning::Back | Meaning::Restart | Meaning::Begin => {}
        }
    }

    fn order(&mut self, item: &Item) {
        match item.meaning {
            Meaning::Cancel => self.command(Command::Cancel),
            Meaning::Restart => self.command(Command::Restart),
            Meaning::Back => self.command(Command::Back),
            Meaning::Change => {
                let field = self.field_near(item).or_else(|| self.field_anywhere());
                self.command(Command::Change(field));
            }
            Meaning::Begin => self.aside(Aside::Begin),
            Meaning::Yes => self.yes = true,
            Meaning::No
            | Meaning::Help
            | Meaning::Why
            | Meaning::What
            | Meaning::Repeat
            | Meaning::Status
            | Meaning::Language
            | Meaning::Handoff
            | Meaning::OtherWay
            | Meaning::Refuse
            | Meaning::NoCode
            | Meaning::Already
            | Meaning::Wait
            | Meaning::Complaint
            | Meaning::Privacy
            | Meaning::Identity
            | Meaning::Greeting
            | Meaning::Thanks
            | Meaning::Goodbye
            | Meaning::Hedge
            | Meaning::Nothing
            | Meaning::Polite => {}
        }
    }

    fn finish(mut self, plain: Option<Answer>) -> Sense {
        let nothing = self.found.items.iter().any(|item| item.meaning == Meaning::Nothing);
        let begins = self.sense.asides.contains(&Aside::Begin) && self.listening.step.field().is_some();
        match plain.filter(|_| !nothing) {
            // "Pay" is a yes to a review only.
            Some(Answer::Yes) if begins => {}
            Some(Answer::Yes) => {
                // What else is in it is politeness: thanks and greetings stay.
                self.sense.asides.retain(|aside| matches!(aside, Aside::Thanks | Aside::Greeting));
                self.sense.command = Some(Command::Affirm);
                return self.sense;
            }
            Some(Answer::No) => self.command(Command::Deny),
            None if self.no && !self.yes => self.command(Command::Deny),
            None => {}
        }
        if self.yes && (self.line.asks || self.doubt || self.no || self.sense.command.is_some()) {
            self.aside(Aside::Hedge);
        }
        if self.sense.command.is_none() {
            self.bare_field();
        }
        if self.sense.command.is_some() {
            // "Wait, use my other card" asks for no time.
            self.sense.asides.retain(|&aside| aside != Aside::Wait);
        }
        self.sense
    }

    /// A field and nothing else: the answer to "what shall I change?", or with a question mark "what is that?".
    fn bare_field(&mut self) {
        let Some(field) = self.field_anywhere() else { return };
        let covered = (0..self.line.words.len())
            .all(|at| self.line.words[at].is_idle() || self.in_field(at) || self.is_social(at));
        let asked = self.listening.pending == Pending::WhatToChange;
        let question = self.sense.asides.iter().any(|aside| matches!(aside, Aside::Help(_)));
        if asked && !question && !self.line.asks && (covered || self.sense.asides.iter().all(is_light)) {
            self.command(Command::Change(Some(field)));
        } else if self.line.asks && covered {
            self.aside(Aside::Help(what(field)));
        }
    }

    /// Keeps the stronger command.
    fn command(&mut self, command: Command) {
        let stronger = match (self.sense.command, command) {
            (None, _) => true,
            (Some(Command::Change(None)), Command::Change(Some(_))) => true,
            (Some(held), new) => strength(new) > strength(held),
        };
        if stronger {
            self.sense.command = Some(command);
        }
    }

    fn aside(&mut self, aside: Aside) {
        if !self.sense.asides.contains(&aside) {
            self.sense.asides.push(aside);
        }
    }

    fn language(&mut self, item: &Item) {
        if let About::Language(language) = item.about {
            self.aside(Aside::Language(language));
        }
    }

    fn is_social(&self, at: usize) -> bool {
        self.found.at(at).is_some_and(|item| {
            matches!(
                item.meaning,
                Meaning::Yes | Meaning::No | Meaning::Greeting | Meaning::Thanks | Meaning::Nothing | Meaning::Polite
            )
        })
    }

    fn in_field(&self, at: usize) -> bool {
        self.found.chunks.iter().any(|chunk| chunk.names_field() && (chunk.start..chunk.end).contains(&at))
    }

    /// A "no" counts at the beginning of what is said: "I have no idea" is none.
    fn refuses(&self, item: &Item) -> bool {
        item.end > item.start + 1 || self.line.words[item.start].breaks || self.is_after_social(item.start)
    }

    fn is_after_social(&self, at: usize) -> bool {
        self.line
            .part(at)
            .take_while(|&before| before < at)
            .all(|before| self.line.words[before].is_idle() || self.is_social(before))
    }

    fn stance(&mut self, item: &Item) -> Stance {
        let part = self.line.part(item.start);
        for at in part.start..item.start {
            let Word { traits, .. } = self.line.words[at];
            let holder = self.found.at(at);
            let free = holder.is_none_or(|holder| holder.meaning == Meaning::Hedge);
            let a_no = holder.is_some_and(|holder| holder.meaning == Meaning::No);
            if traits.any(Traits::NEGATOR) && (free || a_no) && item.start - at <= REACH {
                self.no &= !a_no;
                return Stance::Not;
            }
            if traits.any(Traits::CONDITION) && free {
                return Stance::Not;
            }
            if traits.any(Traits::ASKER) && free && matches!(item.meaning, Meaning::Cancel | Meaning::Restart) {
                return Stance::Asked;
            }
        }
        let later = (item.end..part.end).any(|at| self.line.words[at].traits.any(Traits::LATER));
        if later && matches!(item.meaning, Meaning::Cancel | Meaning::Restart) { Stance::Asked } else { Stance::Meant }
    }

    /// The field that `item` is about, or that is named in the same part of the message.
    fn field_near(&self, item: &Item) -> Option<Field> {
        let part = self.line.part(item.start);
        item.about.field().or_else(|| self.free_field(|start| part.contains(&start)))
    }

    fn field_anywhere(&self) -> Option<Field> {
        self.free_field(|_| true)
    }

    /// The first field that is named outside all phrases that are about something themselves.
    fn free_field(&self, stands: impl Fn(usize) -> bool) -> Option<Field> {
        let free = |at| self.found.at(at).is_none_or(|item| item.meaning == Meaning::Change);
        let named = self.found.chunks.iter().filter(|chunk| chunk.names_field());
        // The longest that begins at one place comes last.
        let first = named.clone().find(|chunk| stands(chunk.start) && free(chunk.start))?.start;
        named.filter(|chunk| chunk.start == first).last().and_then(|chunk| chunk.about.field())
    }

    fn topic(&self, item: &Item, kind: Kind) -> Topic {
        match item.about {
            About::Topic(topic) => topic,
            About::Field(field) => kind.of(field),
            About::Open | About::Language(_) => {
                self.field_near(item).or(self.listening.step.field()).map_or(Topic::General, |field| kind.of(field))
            }
        }
    }
}

/// What is asked about a field.
#[derive(Clone, Copy)]
enum Kind {
    Why,
    What,
}

impl Kind {
    const fn of(self, field: Field) -> Topic {
        match self {
            Self::Why => why(field),
            Self::What => what(field),
        }
    }
}

const fn why(field: Field) -> Topic {
    match field {
        Field::Name => Topic::WhyName,
        Field::Card => Topic::WhyCard,
        Field::Expiry => Topic::WhyExpiry,
        Field::Cvv => Topic::WhyCvv,
    }
}

const fn what(field: Field) -> Topic {
    match field {
        Field::Name => Topic::WhatName,
        Field::Card => Topic::WhatCard,
        Field::Expiry => Topic::WhatExpiry,
        Field::Cvv => Topic::WhatCvv,
    }
}

const fn strength(command: Command) -> u8 {
    match command {
        Command::Affirm => 0,
        Command::Deny => 1,
        Command::Back => 2,
        Command::Change(_) => 3,
        Command::Restart => 4,
        Command::Cancel => 5,
    }
}

/// Whether an aside leaves room for a bare field beside it.
fn is_light(aside: &Aside) -> bool {
    matches!(aside, Aside::Hedge | Aside::Greeting | Aside::Thanks | Aside::Wait)
}
