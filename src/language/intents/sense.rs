//! What the phrases of a message come to together: one command, and the asides.

use std::ops::Range;

use super::book::Book;
use super::line::{Line, Word};
use super::loose::{Loose, NAMED, loose};
use super::meaning::{About, Item, Meaning, Order, Turn};
use super::scan::Found;
use super::vocabulary::Traits;
use super::whole::{Whole, whole};
use crate::dialogue::{After, Answer, Aside, Certainty, Command, Field, Pending, StateName, Topic};
use crate::language::Listening;

/// One command at most, and the asides in the order said.
#[derive(Debug, Default)]
pub struct Sense {
    /// Whether it asks something.
    pub asks: bool,
    pub command: Option<Command>,
    pub certainty: Certainty,
    pub answer: Option<Answer>,
    pub asides: Vec<Aside>,
}

/// How far a negation reaches, in words.
const REACH: usize = 5;

/// How many words stand between a question and the change that it asks about ("use", "pay with").
const FREE: usize = 2;

/// More words are no bare field.
const FEW: usize = 12;

/// "When it's free, charge it" waits for something.
const DEPENDS: Traits = Traits::CONDITION.with(Traits::ASKER).with(Traits::LATER);

/// So many words after the first a part of a message still begins: "but only if …".
const BEGINS: usize = 2;

/// An act in so few words has no room for what it is about.
const SHORT: usize = 2;

/// Puts together what was found.
pub fn make_sense(book: &Book, line: &Line, found: &Found, listening: &Listening) -> Sense {
    // While the bank is waited for, "done" asks how it went: neither a yes to anything nor a cancel.
    let whole = whole(book, line, listening.state.is_in_flight());
    if whole == Some(Whole::Done) {
        return Sense { asides: vec![Aside::Status], ..Sense::default() };
    }
    let sense = Sense { asks: line.asks, ..Sense::default() };
    let reviews = listening.state == StateName::Confirm && listening.pending == Pending::Usual;
    let unexplained = whole.is_none() && reviews;
    let loose = if unexplained { loose(book, line) } else { None };
    let ordered = if unexplained { ordered(line, found, loose.as_ref()) } else { None };
    let mut making = Making { line, found, listening, sense, loose, ordered, yes: false, no: false, doubt: false };
    for item in &found.items {
        // What a part of a consent explains says nothing else.
        if !(item.meaning.may_be_explained() && making.explains(item.start..item.end)) {
            if !making.is_story(item) {
                making.take(item);
            }
        } else if let Meaning::Order(order) = item.meaning {
            making.yes |= making.turn(item, order).is_none();
        }
    }
    making.finish(whole)
}

/// Words that keep a clause from being an order by itself, unless the grammar explains them.
const CROSSES: Traits =
    Traits::AGAINST.with(Traits::AGAINST_WITHIN).with(Traits::NEGATOR).with(Traits::CONDITION).with(Traits::LATER);

/// The last clause of a message that is an order to pay, and nothing else.
fn ordered(line: &Line, found: &Found, loose: Option<&Loose>) -> Option<Range<usize>> {
    let orders = |at: usize| found.at(at).is_some_and(|item| item.meaning == Meaning::Order(Order::Pay));
    let acts = |at: usize| orders(at) || loose.is_some_and(|loose| loose.pays(at));
    let explained = |at: usize| acts(at) || loose.is_some_and(|loose| loose.explains(at..at + 1));
    let crosses = |at: usize| line.words[at].traits.any(CROSSES) || line.words[at].counts;
    let plain = |at: usize| {
        let polite = found.at(at).map_or(line.words[at].is_idle(), |item| item.meaning.is_polite());
        explained(at) || line.words[at].shown.is_some() || (polite && !crosses(at))
    };
    // "Take the payment as shown above": what names its object leaves room for a word that is not explained.
    let free = |at: usize| found.at(at).is_none_or(|item| item.meaning == Meaning::Asks);
    let harmless = |at: usize| plain(at) || (free(at) && !crosses(at));
    let by_itself = |part: &Range<usize>| {
        let acting = part.clone().filter(|&at| acts(at)).count();
        acting > 0 && part.clone().all(|at| if acting < NAMED { plain(at) } else { harmless(at) })
    };
    let mut parts = (0..line.words.len()).filter(|&at| line.words[at].breaks).map(|at| line.part(at));
    parts.rfind(by_itself)
}

struct Making<'a> {
    line: &'a Line,
    found: &'a Found,
    listening: &'a Listening,
    sense: Sense,
    /// What of a consent is in it, where no grammar explains it whole.
    loose: Option<Loose>,
    /// The last clause that is an order to pay, and nothing else ("…, so charge it"). What surrounds it is a story.
    ordered: Option<Range<usize>>,
    /// A yes was said, if not a plain one.
    yes: bool,
    /// A no was said.
    no: bool,
    /// Something was negated or made to depend on something.
    doubt: bool,
}

impl Making<'_> {
    /// Whether parts of a consent explain all these words.
    fn explains(&self, words: Range<usize>) -> bool {
        self.loose.as_ref().is_some_and(|loose| loose.explains(words))
    }

    fn take(&mut self, item: &Item) {
        match item.meaning {
            // Where the code is asked for, "the back" is where it stands.
            Meaning::Order(Order::Back) if item.about.field().is_some_and(|field| self.asks_for(field)) => {
                self.aside(Aside::Help(self.topic(item, Topic::What)));
            }
            Meaning::Order(order) => match self.turn(item, order) {
                None => self.order(item, order),
                Some(Turn::Not) => self.doubt = true,
                Some(Turn::Was) => self.asked(Aside::Status),
                Some(Turn::MayBe) => self.asked(Aside::Help(Topic::General)),
            },
            Meaning::No if self.refuses(item) => self.no = true,
            Meaning::No => self.doubt = true,
            Meaning::Help | Meaning::What => self.aside(Aside::Help(self.topic(item, Topic::What))),
            Meaning::Why => self.aside(Aside::Help(self.topic(item, Topic::Why))),
            Meaning::Language => {
                if let About::Language(language) = item.about {
                    self.aside(Aside::Language(language));
                }
            }
            Meaning::Refuse => self.aside(Aside::Refuse(self.field_near(item))),
            Meaning::Already => self.aside(Aside::Already(self.field_near(item))),
            Meaning::Say(aside) => {
                self.doubt |= aside == Aside::Hedge;
                self.aside(aside);
            }
            Meaning::Asks => self.sense.asks |= self.begins(item),
            Meaning::Turns(_) | Meaning::Nothing | Meaning::Polite => {}
        }
    }

    /// Whether nothing but politeness stands before it in its part of the message.
    fn begins(&self, item: &Item) -> bool {
        let mut before = self.line.part(item.start).start..item.start;
        before.all(|at| {
            self.line.words[at].traits.any(Traits::POLITE)
                || self.found.at(at).is_some_and(|item| item.meaning.is_social())
        })
    }

    fn asked(&mut self, aside: Aside) {
        self.sense.asks = true;
        self.aside(aside);
    }

    fn order(&mut self, item: &Item, order: Order) {
        match order {
            Order::Pay if self.may_begin() => {
                if self.begins(item) && self.line.words.len() <= FEW {
                    self.aside(Aside::Begin);
                }
            }
            // "I'm ready to pay" begins nothing at the review.
            Order::Begin if self.listening.state == StateName::Confirm => self.yes = true,
            Order::Yes | Order::Pay => self.yes = true,
            Order::Cancel => self.command(Command::Cancel),
            Order::Restart => self.command(Command::Restart),
            Order::Back => self.command(Command::Back),
            Order::Change => {
                let field = self.field_near(item).or_else(|| self.free_field(|_| true));
                self.command(Command::Change(field));
            }
            Order::Begin => self.aside(Aside::Begin),
        }
    }

    fn finish(mut self, whole: Option<Whole>) -> Sense {
        match whole {
            // "Pay" is a yes where one is asked for; elsewhere it's how a payment begins.
            Some(Whole::Command(Command::Affirm, Some(Answer::Pay))) if self.may_begin() => {
                self.aside(Aside::Begin);
                return self.sense;
            }
            Some(Whole::Command(command, answer)) => {
                self.certain(command, answer.or_else(|| self.takes(command)));
                return self.look_up();
            }
            Some(Whole::Answer(Answer::Mixed)) => {
                self.sense.answer = Some(Answer::Mixed);
                self.sense.command = None;
                self.aside(Aside::Hedge);
                return self.sense;
            }
            Some(Whole::Answer(answer)) => {
                self.sense.answer = Some(answer);
                self.sense.command = None;
                return self.sense;
            }
            Some(Whole::Done) | None => {}
        }
        if self.sense.command.is_none() {
            self.bare_field();
        }
        if self.sense.command.is_none() && self.no && !self.yes {
            self.command(Command::Deny);
        }
        let consents = self.ordered.is_some() || self.loose.as_ref().is_some_and(|loose| loose.consents);
        if (self.yes || consents) && self.is_likely_yes() {
            self.likely_yes();
        } else if self.yes {
            self.aside(Aside::Hedge);
        }
        self.look_up()
    }

    /// Whether a yes beside this command may be one to something else that was asked: "yes, stop" at the review is neither.
    const fn crosses(&self, command: Command) -> bool {
        match (command, self.listening.pending) {
            (Command::Affirm | Command::Deny, _)
            | (_, Pending::WhatToChange | Pending::WhichOfThese)
            | (Command::Cancel, Pending::ReallyCancel)
            | (Command::Restart, Pending::ReallyRestart)
            | (Command::Back, Pending::ReallyBack)
            | (
                Command::Change(_),
                Pending::ChangeName
                | Pending::ChangeCard
                | Pending::ChangeExpiry
                | Pending::ChangeCvv
                | Pending::TakeName
                | Pending::TakeCard
                | Pending::TakeExpiry,
            ) => false,
            (Command::Cancel | Command::Restart | Command::Back | Command::Change(_), _) => true,
        }
    }

    /// "Change" is the word of a yes to "do you want to change the name to …?".
    fn takes(&self, command: Command) -> Option<Answer> {
        let asked = self.listening.pending.takes()?;
        let named = command == Command::Change(None) || command == Command::Change(Some(asked));
        named.then_some(Answer::Yes)
    }

    /// Whoever is back from the bank asks how it went.
    fn look_up(mut self) -> Sense {
        if !self.listening.state.is_in_flight() {
            // Here "the code" is the card's.
            self.sense.asides.retain(|&aside| aside != Aside::BankCode);
        } else if self.sense.command == Some(Command::Back) {
            self.sense.command = None;
            self.aside(Aside::Status);
        }
        self.sense
    }

    fn asks_for(&self, field: Field) -> bool {
        self.listening.state.field() == Some(field)
    }

    /// Whether a payment could be begun here: before one, and after one.
    const fn may_begin(&self) -> bool {
        match self.listening.state {
            StateName::Name
            | StateName::Card
            | StateName::Expiry
            | StateName::Cvv
            | StateName::Complete
            | StateName::Cancelled => true,
            StateName::Confirm | StateName::Processing | StateName::Authenticating => false,
        }
    }

    /// The whole message is this: what else was found in it is politeness.
    fn certain(&mut self, command: Command, answer: Option<Answer>) {
        self.sense.asides.retain(|aside| aside.is_polite());
        let fresh = self.listening.after == After::Review && self.listening.pending == Pending::Usual;
        let sure = (answer != Some(Answer::Noted) || fresh) && !(self.yes && self.crosses(command));
        let certainty = if sure { Certainty::Certain } else { Certainty::Likely };
        (self.sense.command, self.sense.certainty, self.sense.answer) = (Some(command), certainty, answer);
    }

    /// A consent in a message that no grammar explains whole is asked about. In the story beside an order nothing else is
    /// wanted.
    fn likely_yes(&mut self) {
        if self.listening.state == StateName::Confirm {
            self.sense.command = Some(Command::Affirm);
            if self.ordered.is_some() {
                self.sense.asides.retain(|aside| !aside.may_be_told());
            }
        }
    }

    /// Whether the item only tells the story around an order. Clauses next to the order still count, and so does whatever
    /// protects somebody, wherever it stands.
    fn is_story(&self, item: &Item) -> bool {
        let Some(ordered) = &self.ordered else { return false };
        let before = ordered.start.checked_sub(1).map_or(0, |at| self.line.part(at).start);
        match item.meaning {
            Meaning::Say(aside) if aside.protects() => false,
            // A reason is given in words of doubt, too: "charge it. I didn't see it until now"; "but times change; charge it".
            Meaning::Say(Aside::Hedge) | Meaning::No if item.start > self.line.part(item.start).start + BEGINS => true,
            Meaning::Say(Aside::Hedge) if item.start >= ordered.end => false,
            Meaning::Say(Aside::Hedge) => !self.line.words[item.start].traits.any(Traits::CONDITION),
            // What really asks has a question mark, which is looked at by itself.
            Meaning::Asks => true,
            Meaning::Order(_)
            | Meaning::No
            | Meaning::Help
            | Meaning::Why
            | Meaning::What
            | Meaning::Language
            | Meaning::Refuse
            | Meaning::Already
            | Meaning::Say(_)
            | Meaning::Turns(_)
            | Meaning::Nothing
            | Meaning::Polite => item.end <= before,
        }
    }

    /// Whether nothing in the message takes away from a consent.
    fn is_likely_yes(&self) -> bool {
        // Impatience takes nothing from a yes.
        let idle = |aside: &Aside| matches!(aside, Aside::Goodbye | Aside::Complaint | Aside::Begin);
        let taken = self.sense.asks || self.line.values || self.doubt || self.no || self.sense.command.is_some();
        let goes_on = self.loose.as_ref().is_some_and(|loose| loose.goes_on);
        let told = |aside: &Aside| self.ordered.is_some() && aside.may_be_told();
        let social = self.sense.asides.iter().all(|aside| aside.is_polite() || idle(aside) || told(aside));
        !taken && !goes_on && social && !self.holds_against()
    }

    /// Whether any word negates, asks, postpones, sets a condition or speaks of something else.
    fn holds_against(&self) -> bool {
        const ANYWHERE: Traits =
            Traits::NEGATOR.with(Traits::CONDITION).with(Traits::ASKER).with(Traits::LATER).with(Traits::AGAINST);
        let apart = self.loose.as_ref().is_some_and(|loose| loose.apart);
        let against = if apart { ANYWHERE } else { ANYWHERE.with(Traits::AGAINST_WITHIN) };
        let said = |at: usize| {
            let social = |item: &Item| item.meaning.is_social() && !item.is_bare_nothing();
            self.found.at(at).is_some_and(social) || self.explains(at..at + 1)
        };
        // A story only leads up to an order, or explains it. A clause after it that begins with "not" or "but" takes it back, and
        // so does an "if" right before it.
        let takes_back = |at: usize| {
            let Some(ordered) = &self.ordered else { return true };
            let (part, word) = (self.line.part(at), self.line.words[at]);
            let begins = at <= part.start + BEGINS;
            let conditional = word.traits.any(DEPENDS) && part.end == ordered.start;
            begins && (part.start >= ordered.end || conditional)
        };
        let mut words = self.line.words.iter().enumerate();
        if words.any(|(at, word)| word.traits.any(against) && !said(at) && takes_back(at)) {
            return true;
        }
        if self.ordered.is_some() {
            return false;
        }
        // A word right after an act names something to act on: "charge my phone"; who says yes as well is asked. A number is
        // how much, or which card, and it must be what was reviewed: "yes, charge 20".
        let means = |meaning: Meaning| self.found.items.iter().filter(move |item| item.meaning == meaning);
        let yes = means(Meaning::Order(Order::Yes)).next().is_some();
        let free = |&at: &usize| {
            self.found.at(at).is_none() && !self.explains(at..at + 1) && self.line.words[at].shown.is_none()
        };
        means(Meaning::Order(Order::Pay)).any(|act| {
            let rest = act.end..self.line.part(act.start).end;
            let next = rest.clone().find(|&at| !self.line.words[at].is_idle());
            let names = !yes && act.end - act.start <= SHORT && next.is_some_and(|at| free(&at));
            names || rest.filter(free).any(|at| self.line.words[at].counts)
        })
    }

    /// A field and nothing else: the answer to "what shall I change?" and to a review, or with a question mark "what is
    /// that?".
    fn bare_field(&mut self) {
        let Some(field) = self.free_field(|_| true) else { return };
        let idle = |at: usize| self.line.words[at].is_idle();
        let social = |at| self.found.at(at).is_some_and(|item| item.meaning.is_social());
        let count = self.line.words.len();
        let covered = count <= FEW && (0..count).all(|at| idle(at) || self.found.in_field(at) || social(at));
        let light = |aside: &Aside| matches!(aside, Aside::Hedge | Aside::Greeting | Aside::Thanks | Aside::Wait);
        let said = |at| self.found.at(at).is_none_or(|item| item.meaning == Meaning::Polite);
        let plain = |at: usize| said(at) && !self.line.words[at].traits.any(Traits::NEGATOR);
        let reviewed = self.listening.state == StateName::Confirm && covered && (0..count).all(plain);
        let wanted = (self.listening.pending == Pending::WhatToChange || reviewed) && !self.line.asks;
        if wanted && self.sense.asides.iter().all(light) {
            // It's the answer to the question that is open.
            if self.listening.pending == Pending::WhatToChange && covered {
                self.sense.certainty = Certainty::Certain;
            }
            self.command(Command::Change(Some(field)));
        } else if self.line.asks && covered {
            self.aside(Aside::Help(Topic::What(field)));
        }
    }

    /// Keeps the stronger command; of two changes that which says of what.
    fn command(&mut self, command: Command) {
        let other = |held: Command| strength(held).abs_diff(strength(command)) > 1 && held != Command::Deny;
        if command != Command::Deny && self.sense.command.is_some_and(other) {
            self.sense.certainty = Certainty::Torn;
        }
        if self.sense.command.is_none_or(|held| strength(command) > strength(held)) {
            self.sense.command = Some(command);
        }
    }

    fn aside(&mut self, aside: Aside) {
        if !self.sense.asides.contains(&aside) {
            self.sense.asides.push(aside);
        }
    }

    /// A "no" counts at the beginning of what is said: "I have no idea" is none.
    fn refuses(&self, item: &Item) -> bool {
        let mut before = self.line.part(item.start).take_while(|&at| at < item.start);
        item.end > item.start + 1 || before.all(|at| self.line.words[at].is_idle() || self.found.at(at).is_some())
    }

    /// What words before and after an order make of it; `None` when it is meant.
    fn turn(&mut self, item: &Item, order: Order) -> Option<Turn> {
        let stops = matches!(order, Order::Cancel | Order::Restart);
        let moves = stops || matches!(order, Order::Change | Order::Back);
        if moves && let Some(turn) = self.turn_by(item, order) {
            return Some(turn);
        }
        let part = self.line.part(item.start);
        for at in part.start..item.start {
            let Word { traits, .. } = self.line.words[at];
            let holder = self.found.at(at).map(|holder| holder.meaning);
            let free = holder.is_none_or(|meaning| matches!(meaning, Meaning::Asks | Meaning::Say(Aside::Hedge)));
            let of_a_no = holder == Some(Meaning::No);
            if traits.any(Traits::NEGATOR) && (free || of_a_no) && item.start - at <= REACH {
                self.no &= !of_a_no;
                return Some(Turn::Not);
            }
            if traits.any(Traits::CONDITION) && free {
                return Some(Turn::Not);
            }
            if traits.any(Traits::ASKER) && free && stops {
                return Some(Turn::MayBe);
            }
        }
        // "After all" puts nothing off.
        let said = |at: usize| self.found.at(at).is_none_or(|holder| holder.meaning != Meaning::Nothing);
        let later = (item.end..part.end).any(|at| said(at) && self.line.words[at].traits.any(Traits::LATER));
        (later && (stops || order == Order::Change)).then_some(Turn::MayBe)
    }

    /// What that which is said right before an order makes of it.
    fn turn_by(&mut self, item: &Item, order: Order) -> Option<Turn> {
        match self.before(item, order)?.meaning {
            Meaning::Turns(turn) => Some(turn),
            Meaning::Why => Some(Turn::MayBe),
            // "I won't cancel" refuses to cancel, and nothing else.
            Meaning::Refuse => {
                self.sense.asides.retain(|aside| !matches!(aside, Aside::Refuse(_)));
                Some(Turn::Not)
            }
            Meaning::Order(_)
            | Meaning::No
            | Meaning::Help
            | Meaning::What
            | Meaning::Language
            | Meaning::Already
            | Meaning::Say(_)
            | Meaning::Asks
            | Meaning::Nothing
            | Meaning::Polite => None,
        }
    }

    /// What is said right before `item`, with no more than fillers between; before a change also with what is done with
    /// another card ("did you use …").
    fn before(&self, item: &Item, order: Order) -> Option<&Item> {
        let mut free = if order == Order::Change { FREE } else { 0 };
        for at in (self.line.part(item.start).start..item.start).rev() {
            if let Some(holder) = self.found.at(at) {
                return Some(holder);
            }
            if !self.line.words[at].is_idle() {
                free = free.checked_sub(1)?;
            }
        }
        None
    }

    /// The field that `item` is about, or that is named in the same part of the message.
    fn field_near(&self, item: &Item) -> Option<Field> {
        let part = self.line.part(item.start);
        item.about.field().or_else(|| self.free_field(|start| part.contains(&start)))
    }

    /// The first field that is named outside all phrases that are about something themselves.
    fn free_field(&self, stands: impl Fn(usize) -> bool) -> Option<Field> {
        let change = Meaning::Order(Order::Change);
        let free = |at| self.found.at(at).is_none_or(|item| item.meaning == change);
        let mut fields = self.found.chunks.iter().filter(|chunk| chunk.names_field());
        let first = fields.find(|chunk| stands(chunk.start) && free(chunk.start))?;
        // Of those that begin at one place the longest comes last.
        let same = fields.take_while(|chunk| chunk.start == first.start);
        same.fold(first, |_, longer| longer).about.field()
    }

    fn topic(&self, item: &Item, asked: fn(Field) -> Topic) -> Topic {
        let field = match item.about {
            About::Topic(topic) => return topic,
            About::Field(field) => Some(field),
            About::Open | About::Language(_) => self.field_near(item).or(self.listening.state.field()),
        };
        field.map_or(Topic::General, asked)
    }
}

const fn strength(command: Command) -> u8 {
    match command {
        Command::Affirm => 0,
        Command::Deny => 2,
        Command::Back => 4,
        Command::Change(None) => 6,
        Command::Change(Some(_)) => 7,
        Command::Restart => 9,
        Command::Cancel => 11,
    }
}
