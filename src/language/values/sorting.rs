//! Which field each number of a message is for: by its shape, by what it is called, and by what was asked.

use std::ops::{Range, RangeInclusive};

use super::candidates::{Candidate, Rank, What};
use super::cards::{self, Found, How};
use super::chains::Digits;
use super::dates::{self, Calendar, Date, Shape};
use super::glued;
use super::labels::{Named, Places, after, before, is_light};
use super::message::Message;
use super::parts::{Part, split};
use super::vocabulary::{Link, Phrase, Traits};
use crate::card::{Brand, Wiped};
use crate::dialogue::{Field, SaidExpiry, StateName};
use crate::language::Listening;
use crate::language::text::{Kind, is_question_mark};

/// How many groups are looked at for one code at most: the name of a month is one, too, and adds no digit that ends it.
const MOST_GROUPS: usize = 64;

/// Sorts the chains of a message into candidates for fields.
pub(super) struct Sorter<'a> {
    message: &'a Message<'a>,
    digits: &'a Digits,
    listening: &'a Listening,
    /// Whether the message has no word that says anything else.
    light: bool,
    has_card: bool,
    /// The brand of the card in the message, or of the one that is held.
    brand: Option<Brand>,
    /// The field of the number before, and the token where it ended.
    previous: Option<(Field, usize)>,
    pub candidates: Vec<Candidate>,
}

impl<'a> Sorter<'a> {
    pub fn sort(message: &'a Message<'a>, digits: &'a Digits, listening: &'a Listening) -> Vec<Candidate> {
        let chains = digits.chains.iter().map(|chain| digits.tokens(chain));
        let places = Places::new(message.tokens.len(), chains);
        let light = (0..message.tokens.len())
            .all(|at| message.kind(at) != Some(Kind::Word) || places.has(at) || message.means_something(at));
        let mut sorter = Self {
            message,
            digits,
            listening,
            light,
            has_card: false,
            brand: listening.brand,
            previous: None,
            candidates: Vec::new(),
        };
        let calendar = sorter.calendar();
        let names_of = |chain: &Range<usize>| {
            let tokens = digits.tokens(chain);
            (before(message, &places, &tokens), after(message, &places, &tokens))
        };
        let names: Vec<(Named, Named)> = digits.chains.iter().map(names_of).collect();
        let called = names.iter().map(|names| names.0 == Named::Aside);
        let chains = digits.chains.iter().zip(called);
        let parts: Vec<Vec<Part>> = chains.map(|(chain, called)| split(digits, chain, calendar, called)).collect();
        if let Some(card) = parts.iter().flatten().filter_map(Part::card).next_back() {
            sorter.has_card = true;
            sorter.brand = Brand::of_prefix(digits.of(card));
        }
        for (parts, (named, called)) in parts.into_iter().zip(names) {
            sorter.chain(parts, named, called);
        }
        sorter.vague();
        sorter.same_date();
        sorter.candidates
    }

    fn chain(&mut self, parts: Vec<Part>, named: Named, called: Named) {
        let last = parts.len().saturating_sub(1);
        for (place, part) in parts.into_iter().enumerate() {
            let ahead = if place == 0 { self.meant(named) } else { Named::Bare };
            let behind = if place == last { self.meant(called) } else { Named::Bare };
            let name = if ahead == Named::Bare { behind } else { ahead };
            match part {
                // A right number, where one was asked for, is no order number for a word that follows.
                Part::Card(found) if ahead == Named::Bare && self.listening.state == StateName::Card => {
                    self.card(found, if behind == Named::Aside { Named::Bare } else { behind });
                }
                Part::Card(found) => self.card(found, name),
                Part::Date(date) => self.plain_date(&date, name),
                Part::Groups(atoms) => self.groups(atoms, name),
            }
        }
    }

    /// What a name is worth here: the end of a number is a piece of it, where pieces are gathered.
    fn meant(&self, name: Named) -> Named {
        let piece = |candidate: &Candidate| match &candidate.what {
            What::Digits(digits) => candidate.field == Field::Card && digits.len() < *cards::LENGTHS.start(),
            What::Several | What::Date(_) | What::Name(..) => false,
        };
        let gathers = self.listening.state == StateName::Card
            && (self.listening.gathered > 0 || self.candidates.iter().any(piece));
        match name {
            Named::Ending if gathers => Named::Bare,
            Named::Ending | Named::Not => Named::Aside,
            Named::Bare | Named::Field(_) | Named::Card | Named::Aside => name,
        }
    }

    fn card(&mut self, Found { groups, how }: Found, name: Named) {
        if name == Named::Aside {
            self.previous = None;
            return;
        }
        let named = matches!(name, Named::Field(Field::Card) | Named::Card);
        let rank = if named { Rank::Sure } else { Rank::Shaped };
        match how {
            How::One => {
                self.number(&groups, rank);
            }
            How::Chance if self.listening.state != StateName::Card => self.groups(groups, name),
            How::Several | How::Chance => self.push(Field::Card, What::Several, rank, &groups),
        }
    }

    fn plain_date(&mut self, date: &Date, name: Named) {
        let asked = self.listening.state == StateName::Expiry || self.follows(&date.atoms) == Some(Field::Card);
        let named = name == Named::Field(Field::Expiry);
        let possible = matches!(date.said, SaidExpiry::MonthYear { month: 1..=12, .. }) && date.shape == Shape::Plain;
        if name == Named::Aside || !(asked || named || possible) {
            self.previous = None;
            return;
        }
        self.date(date, if named { Rank::Sure } else { Rank::Shaped });
    }

    /// The field of the number right before these groups.
    fn follows(&self, atoms: &Range<usize>) -> Option<Field> {
        let (field, end) = self.previous?;
        let start = self.digits.tokens(atoms).start;
        (end <= start && is_light(self.message, end..start)).then_some(field)
    }

    fn groups(&mut self, atoms: Range<usize>, mut name: Named) {
        let mut at = atoms.start;
        while at < atoms.end {
            let rest = at..atoms.end;
            let used = match name {
                Named::Aside => {
                    self.previous = None;
                    Some(self.past_aside(&rest))
                }
                Named::Field(Field::Cvv) => self.code(&rest, Rank::Sure, 1..=6),
                Named::Field(Field::Expiry) => self.named_date(&rest),
                Named::Field(Field::Card) => self.named_number(&rest, 4),
                Named::Card => self.named_number(&rest, 8),
                Named::Bare | Named::Ending | Named::Not | Named::Field(Field::Name) => None,
            };
            let used = used.or_else(|| self.following(&rest)).or_else(|| self.asked(&rest));
            if used.is_none() {
                self.previous = None;
            }
            name = Named::Bare;
            at += used.unwrap_or(1).max(1);
        }
    }

    /// What is set aside ends where something else may begin.
    fn past_aside(&self, rest: &Range<usize>) -> usize {
        let parts = |at: &usize| matches!(self.digits.atoms[*at].link, Link::Comma | Link::Join);
        let end = rest.clone().skip(1).find(parts).unwrap_or(rest.end);
        end - rest.start
    }

    /// What stands right after a number, a date or a code: the next of them.
    fn following(&mut self, rest: &Range<usize>) -> Option<usize> {
        let previous = self.follows(rest)?;
        if self.counts(rest) || cards::has_phone_shape(self.digits, rest) {
            return None;
        }
        if previous == Field::Card
            && let Some(used) = self.date_and_code(rest)
        {
            return Some(used);
        }
        if previous != Field::Expiry
            && let Some(date) = self.read_date(rest)
            && matches!(date.said, SaidExpiry::MonthYear { month, .. } if matches!(month, 1..=12) || self.is_code(date.atoms.end..rest.end))
            && self.next_is_code_or_end(date.atoms.end, rest.end)
        {
            return Some(self.date(&date, Rank::Shaped));
        }
        let lengths = match self.brand {
            Some(brand) => brand.cvv_length()..=brand.cvv_length(),
            None => 3..=4,
        };
        if previous == Field::Cvv { None } else { self.code(rest, Rank::Shaped, lengths) }
    }

    /// "1228123", right after a card.
    fn date_and_code(&mut self, rest: &Range<usize>) -> Option<usize> {
        let first = rest.start..rest.start + 1;
        let digits = self.digits.of(&first);
        let date = glued::date_and_code(digits, self.brand.map_or(3, Brand::cvv_length), self.calendar())?;
        let code = Wiped::from(&digits[date..]);
        let month = digits[..2].parse().ok()?;
        let year: u16 = digits[2..date].parse().ok()?;
        let year = if date == 4 { 2000 + year } else { year };
        // The code comes first, as it must not be shown where both stand.
        self.push(Field::Cvv, What::Digits(code), Rank::Shaped, &first);
        self.push(Field::Expiry, What::Date(SaidExpiry::MonthYear { month, year }), Rank::Shaped, &first);
        Some(1)
    }

    const fn calendar(&self) -> Calendar {
        Calendar { month_first: self.message.vocabulary.month_first, today: self.listening.today }
    }

    fn is_code(&self, groups: Range<usize>) -> bool {
        self.digits.of(&groups).len() == self.brand.map_or(3, Brand::cvv_length)
    }

    fn next_is_code_or_end(&self, at: usize, end: usize) -> bool {
        at >= end || self.digits.of(&(at..end)).len() <= 4
    }

    /// What the state asked for.
    fn asked(&mut self, rest: &Range<usize>) -> Option<usize> {
        let step = self.listening.state;
        let collecting = match step {
            StateName::Name | StateName::Card | StateName::Expiry | StateName::Cvv | StateName::Confirm => true,
            StateName::Processing | StateName::Authenticating | StateName::Complete | StateName::Cancelled => false,
        };
        if !collecting {
            return None;
        }
        if let Some(number) = cards::mistyped(self.digits, rest) {
            let shaped = cards::has_shape(self.digits.of(&number));
            return Some(self.number(&number, if shaped { Rank::Shaped } else { Rank::Bare }));
        }
        if cards::has_phone_shape(self.digits, rest) && self.listening.gathered == 0 && step != StateName::Expiry {
            return Some(rest.len());
        }
        if step != StateName::Expiry
            && self.listening.gathered == 0
            && let Some(date) = self.read_date(rest).filter(|date| date.shape == Shape::Likely)
        {
            return Some(self.date(&date, Rank::Bare));
        }
        match step {
            StateName::Card => self.piece(rest),
            StateName::Expiry => self.asked_date(rest),
            StateName::Cvv if self.counts(rest) => None,
            StateName::Cvv => {
                let lengths = if self.light { 1..=9 } else { 3..=4 };
                let fitting = self.digits.at(rest.start).len() == self.listening.brand.map_or(0, Brand::cvv_length);
                self.code(rest, if fitting { Rank::Shaped } else { Rank::Bare }, lengths)
            }
            StateName::Confirm if self.light && !self.counts(rest) => self.code(rest, Rank::Bare, 3..=4),
            StateName::Name
            | StateName::Confirm
            | StateName::Processing
            | StateName::Authenticating
            | StateName::Complete
            | StateName::Cancelled => None,
        }
    }

    fn named_date(&mut self, rest: &Range<usize>) -> Option<usize> {
        if let Some(date) = self.read_date(rest) {
            return Some(self.date(&date, Rank::Sure));
        }
        let date = Date { said: SaidExpiry::Unreadable, atoms: rest.start..rest.start + 1, shape: Shape::Loose };
        (self.digits.at(rest.start).len() <= 8).then(|| self.date(&date, Rank::Sure))
    }

    fn named_number(&mut self, rest: &Range<usize>, least: usize) -> Option<usize> {
        let least = if self.listening.state == StateName::Card { 1 } else { least };
        let number = cards::mistyped(self.digits, rest).unwrap_or_else(|| rest.clone());
        let length = self.digits.of(&number).len();
        let counts = self.counts(&number)
            || (length < 3 && self.is_spelled(&number))
            || (least == 1 && length < 4 && !self.light);
        (length >= least && length <= 24 && !counts).then(|| self.number(&number, Rank::Named))
    }

    /// A number or a piece of one, where a number was asked for.
    fn piece(&mut self, rest: &Range<usize>) -> Option<usize> {
        let length = self.digits.of(rest).len();
        let enough = length >= 4 || (length > 0 && (self.light || self.listening.gathered > 0));
        let spelled = self.is_spelled(rest) && length < 3;
        let fraction = length <= 8 && rest.clone().any(|at| self.digits.atoms[at].link == Link::Slash);
        // "Do you have 4242 on file?"
        let enough = enough && (length >= 8 || self.light || !self.asks());
        let fits = enough && !fraction && !spelled && length <= 24 && !self.has_card && !self.counts(rest);
        fits.then(|| self.number(rest, Rank::Bare))
    }

    fn asked_date(&mut self, rest: &Range<usize>) -> Option<usize> {
        if self.counts(rest) {
            return None;
        }
        let read = self.read_date(rest);
        if let Some(date) = &read {
            let sure = matches!(date.said, SaidExpiry::MonthYear { month: 1..=12, .. });
            if sure || self.light {
                return Some(self.date(date, if sure { Rank::Shaped } else { Rank::Bare }));
            }
        }
        let short = self.digits.of(rest).len() <= 8 && !self.digits.of(rest).is_empty();
        let date = Date { said: SaidExpiry::Unreadable, atoms: rest.clone(), shape: Shape::Loose };
        (self.light && short).then(|| self.date(&date, Rank::Bare))
    }

    /// A security code at the beginning of these groups: one group, or small ones that belong together.
    fn code(&mut self, rest: &Range<usize>, rank: Rank, lengths: RangeInclusive<usize>) -> Option<usize> {
        let end = self.code_end(rest);
        let used = end - rest.start;
        let wanted = self.brand.map_or(3, Brand::cvv_length);
        let code = self.digits.with_zeros(&(rest.start..end), wanted);
        let length = self.digits.of(&code).len();
        let word = self.is_spelled(&code) && length < 2 && rank != Rank::Sure;
        if !lengths.contains(&length) || word {
            return None;
        }
        self.push(Field::Cvv, What::Digits(self.reading(&code)), rank, &code);
        Some(used.max(code.end - rest.start))
    }

    /// Where the groups end that make one code: "12 3", "1, 2, 3", "1-2-3", and "1:23" where it is no time.
    fn code_end(&self, rest: &Range<usize>) -> usize {
        let mut end = rest.start + 1;
        let single = |at: usize| self.digits.at(at).len() == 1;
        let joined = |at: usize| match self.digits.atoms[at].link {
            Link::Space => self.digits.at(at).len() <= 2,
            Link::Dash | Link::Comma | Link::Dot => single(at - 1) && single(at),
            Link::Colon => rest.len() == 2 && self.digits.at(at).len() == 2,
            Link::Start | Link::Slash | Link::Join | Link::Of => false,
        };
        let most = rest.end.min(rest.start + MOST_GROUPS);
        if self.digits.at(rest.start).len() <= 2 {
            while end < most && joined(end) && self.digits.of(&(rest.start..end + 1)).len() <= 4 {
                end += 1;
            }
        }
        end
    }

    fn asks(&self) -> bool {
        (0..self.message.tokens.len()).any(|at| self.message.mark(at).is_some_and(is_question_mark))
    }

    fn is_spelled(&self, atoms: &Range<usize>) -> bool {
        self.digits.atoms[atoms.clone()].iter().all(|atom| atom.spelled)
    }

    /// Whether a word after these groups says that they count something: "2 cards".
    fn counts(&self, atoms: &Range<usize>) -> bool {
        let end = self.digits.tokens(atoms).end;
        let short = atoms.len() == 1 && self.digits.of(atoms).len() <= 4;
        let unit = self.message.is(end, Traits::UNIT) && self.message.kind(end) == Some(Kind::Word);
        short && unit && self.message.hit(end).is_none_or(|hit| hit.phrase == Phrase::CardNoun)
    }

    fn reading(&self, atoms: &Range<usize>) -> Wiped {
        self.digits.of(atoms).into()
    }

    fn read_date(&self, rest: &Range<usize>) -> Option<Date> {
        dates::read(self.digits, rest.start, rest.end, self.message.vocabulary.month_first)
    }

    fn number(&mut self, atoms: &Range<usize>, rank: Rank) -> usize {
        self.push(Field::Card, What::Digits(self.reading(atoms)), rank, atoms);
        atoms.len()
    }

    fn date(&mut self, date: &Date, rank: Rank) -> usize {
        self.push(Field::Expiry, What::Date(date.said), rank, &date.atoms);
        date.atoms.len()
    }

    fn push(&mut self, field: Field, what: What, rank: Rank, atoms: &Range<usize>) {
        let tokens = self.digits.tokens(atoms);
        self.previous = Some((field, tokens.end));
        self.candidates.push(Candidate { field, what, rank, tokens });
    }

    /// "Same date": beside a number, where it was reviewed, or where it was asked for.
    fn same_date(&mut self) {
        let dated = self.candidates.iter().any(|candidate| candidate.field == Field::Expiry);
        let fits = matches!(self.listening.state, StateName::Expiry | StateName::Confirm)
            || self.candidates.iter().any(|candidate| candidate.field == Field::Card);
        let found = self.message.hits.iter().find(|hit| hit.phrase == Phrase::SameDate);
        if let Some(hit) = found.filter(|_| fits && !dated) {
            let tokens = hit.from..hit.to;
            let what = What::Date(SaidExpiry::Same);
            self.candidates.push(Candidate { field: Field::Expiry, what, rank: Rank::Sure, tokens });
        }
    }

    /// "Next spring", where a date was asked for or named.
    fn vague(&mut self) {
        let asked = self.listening.state == StateName::Expiry && self.light;
        let named = self.message.hits.iter().any(|hit| hit.phrase == Phrase::Label(Field::Expiry));
        let told = self.candidates.iter().any(|candidate| candidate.field == Field::Expiry);
        let found = self.message.hits.iter().find(|hit| hit.phrase == Phrase::Vague);
        if let Some(hit) = found.filter(|_| (asked || named) && !told) {
            let tokens = hit.from..hit.to;
            self.candidates.push(Candidate {
                field: Field::Expiry,
                what: What::Date(SaidExpiry::Unreadable),
                rank: Rank::Bare,
                tokens,
            });
        }
    }
}
