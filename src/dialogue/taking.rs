//! Values are judged here and taken into the draft, in the order of the flow.

use super::context::{Context, Guard};
use super::draft::Draft;
use super::sure::{Forget, Sure};
use super::{Field, Fields, Held, Memory, Note, Reading, Rejected, Said, SaidExpiry, Told, Value};
use crate::card::{
    CardNumber, Cvv, Expiry, ExpiryRejection, Name, NumberRejection, Pieces, furthest_west, is_published,
};

/// So few digits could be the beginning of a number; fewer or more are a try at a whole one.
const PIECE: std::ops::RangeInclusive<usize> = 4..=11;

/// What was done with the values of one message.
#[derive(Default)]
pub(super) struct Taken {
    /// Good, and not held before.
    pub accepted: Fields,
    /// Good, and in the place of another.
    pub changed: Fields,
    /// Not good.
    pub rejected: Fields,
    /// Several candidates.
    pub open: Fields,
    /// Good, and not taken before it is asked about: no proof speaks for it.
    pub offer: Option<Value>,
    /// What the values that replaced earlier ones rest on.
    pub sure: Option<Sure<Forget>>,
    /// A piece of a number was gathered.
    pub piece: bool,
    /// Another number took the date of the earlier one with it.
    pub dated: bool,
    /// The code, when it is good and its turn has come.
    pub cvv: Option<Cvv>,
}

impl Taken {
    /// Whether something came forward.
    pub fn progress(&self) -> bool {
        !self.accepted.is_empty() || !self.changed.is_empty() || self.piece || self.cvv.is_some()
    }

    /// Whether something was refused, left open or is to be asked about.
    pub fn anything_open(&self) -> bool {
        !self.rejected.is_empty() || !self.open.is_empty() || self.offer.is_some()
    }

    /// Whether a good value was told for `field`, be it the one that is held.
    pub fn has(&self, field: Field) -> bool {
        self.accepted.contains(field) || self.changed.contains(field)
    }
}

/// Takes name, number and date into `draft`. The code is left to [`take_cvv`].
pub(super) fn take(draft: &mut Draft, told: &Told, memory: &mut Memory, cx: &mut Context<'_>) -> Taken {
    let mut taken = Taken::default();
    let before = draft.expiry;
    if let Some(said) = &told.name
        && let Some(reading) = only(said, Field::Name, &mut taken, cx)
    {
        take_name(draft, (said, reading), &mut taken, cx);
    }
    if let Some(said) = &told.number
        && let Some(reading) = only(said, Field::Card, &mut taken, cx)
    {
        take_number(draft, (said, reading), &mut taken, cx);
    }
    if let Some(said) = &told.expiry
        && let Some(date) = only(said, Field::Expiry, &mut taken, cx)
    {
        take_expiry(draft, before, (said, *date), &mut taken, cx);
    }
    settled(draft, &taken, memory, cx);
    taken
}

/// Takes what was asked about, after the yes to its question.
pub(super) fn take_offer(
    draft: &mut Draft,
    value: Value,
    sure: Sure<Forget>,
    memory: &mut Memory,
    cx: &mut Context<'_>,
) -> Taken {
    let mut taken = Taken::default();
    if draft.has(value.field()) {
        change(draft, value, sure, &mut taken);
    } else {
        accept(draft, value, &mut taken);
    }
    settled(draft, &taken, memory, cx);
    taken
}

/// What follows from what was taken.
fn settled(draft: &Draft, taken: &Taken, memory: &mut Memory, cx: &mut Context<'_>) {
    if taken.changed.contains(Field::Card) && cx.ask(Guard::DateGone, taken.dated && draft.expiry.is_none()) {
        cx.note(Note::DateToo);
    }
    if !taken.accepted.is_empty() || !taken.changed.is_empty() {
        memory.card_revision = memory.card_revision.wrapping_add(1);
    }
    for field in taken.accepted.iter().chain(taken.changed.iter()) {
        memory.counters.invalid[field as usize] = 0;
    }
    if taken.has(Field::Card) {
        memory.dropped = None;
    }
}

/// The one candidate, or a note that asks which.
fn only<'t, T>(said: &'t Said<T>, field: Field, taken: &mut Taken, cx: &mut Context<'_>) -> Option<&'t T> {
    let one = said.one();
    if !cx.ask(Guard::OneCandidate(field), one.is_some()) {
        leave_open(field, taken, cx);
    }
    one
}

fn leave_open(field: Field, taken: &mut Taken, cx: &mut Context<'_>) {
    cx.note(Note::WhichOne(field));
    taken.open = taken.open.with(field);
}

fn take_name(draft: &mut Draft, (said, reading): (&Said<Reading>, &Reading), taken: &mut Taken, cx: &mut Context<'_>) {
    let parsed = Name::parse(reading.expose());
    cx.ask(Guard::Good(Field::Name), parsed.is_ok());
    match parsed {
        Ok(name) => settle(draft, said, Value::Name(name), taken, cx),
        Err(reason) => reject(Rejected::Name(reason), draft, taken, cx),
    }
}

fn take_number(
    draft: &mut Draft,
    (said, reading): (&Said<Reading>, &Reading),
    taken: &mut Taken,
    cx: &mut Context<'_>,
) {
    let digits = reading.expose();
    let earlier = draft.pieces.take().filter(|_| digits.len() <= *PIECE.end());
    let gathering = earlier.is_some();
    // However slowly a number comes: its first digits are held no longer than a whole one.
    let fresh = || Held { value: Pieces::default(), until: cx.inputs.now + cx.inputs.policy.card_data };
    let Held { value: mut pieces, until } = earlier.unwrap_or_else(fresh);
    pieces.push(digits);
    let judged = judge_number(if gathering { pieces.expose() } else { digits }, cx);
    let good = cx.ask(Guard::Good(Field::Card), judged.is_ok());
    match judged {
        Ok(value) => {
            debug_assert!(good, "the guard is the judgement");
            settle(draft, said, Value::Card(Held { value, until }), taken, cx);
        }
        Err(reason) => {
            // Digits are gathered only where the number itself is asked for.
            let waits = draft.name.is_some() && !draft.has(Field::Card);
            let begins = PIECE.contains(&digits.len()) && !gathering;
            let goes_on = gathering && matches!(reason, NumberRejection::TooShort { .. });
            if cx.ask(Guard::Piece, waits && (begins || goes_on)) {
                cx.note(Note::Gathered(u8::try_from(pieces.len()).unwrap_or(u8::MAX)));
                draft.pieces = Some(Held { value: pieces, until });
                taken.piece = true;
            } else {
                reject(Rejected::Card(reason), draft, taken, cx);
            }
        }
    }
}

/// Brand, length and check digit, and in a demonstration whether it is a published test number.
fn judge_number(digits: &str, cx: &Context<'_>) -> Result<CardNumber, NumberRejection> {
    let number = CardNumber::parse(digits, &cx.inputs.policy.accepted)?;
    if cx.inputs.policy.demonstration && !is_published(&number) {
        return Err(NumberRejection::Demonstration);
    }
    Ok(number)
}

/// `before` is the date that was held when the message came: "same date" is that one, also for another number.
fn take_expiry(
    draft: &mut Draft,
    before: Option<Expiry>,
    (said, date): (&Said<SaidExpiry>, SaidExpiry),
    taken: &mut Taken,
    cx: &mut Context<'_>,
) {
    let read = match date {
        SaidExpiry::MonthYear { month, year } => Some((month, year)),
        SaidExpiry::Same => before.map(|expiry| (expiry.month(), expiry.year())),
        SaidExpiry::Unreadable => None,
    };
    let judge = |(month, year)| Expiry::judge(month, year, furthest_west(cx.inputs.now));
    let judged = read.map_or(Err(ExpiryRejection::Unreadable), judge);
    cx.ask(Guard::Good(Field::Expiry), judged.is_ok());
    match judged {
        Ok(expiry) => settle(draft, said, Value::Expiry(expiry), taken, cx),
        Err(reason) => reject(Rejected::Expiry(reason), draft, taken, cx),
    }
}

/// A good value fills an empty field. Over another value it needs a proof, and is asked about without one. So is a name
/// that may be no name.
fn settle<T>(draft: &mut Draft, said: &Said<T>, value: Value, taken: &mut Taken, cx: &mut Context<'_>) {
    let field = value.field();
    let doubtful = matches!(said, Said::Doubtful(_));
    if !draft.has(field) && !doubtful {
        accept(draft, value, taken);
    } else if !draft.has(field) && value.question(false).is_none() {
        leave_open(field, taken, cx);
    } else if draft.has(field) && cx.ask(Guard::SameAsHeld(field), draft.is(&value)) {
        taken.accepted = taken.accepted.with(field);
    } else if let Some(sure) = Sure::told(said) {
        change(draft, value, sure, taken);
    } else {
        offer(value, taken, cx);
    }
}

fn accept(draft: &mut Draft, value: Value, taken: &mut Taken) {
    taken.accepted = taken.accepted.with(value.field());
    draft.fill(value);
}

fn change(draft: &mut Draft, value: Value, sure: Sure<Forget>, taken: &mut Taken) {
    taken.changed = taken.changed.with(value.field());
    taken.dated |= draft.replace(value, &sure);
    taken.sure = Some(sure);
}

/// One value is asked about at a time: of several the first in the flow.
fn offer(value: Value, taken: &mut Taken, cx: &mut Context<'_>) {
    if taken.offer.is_some() {
        return cx.note(Note::KeptOld(value.field()));
    }
    taken.offer = Some(value);
}

/// A bad value: what was held stays.
fn reject(rejected: Rejected, draft: &Draft, taken: &mut Taken, cx: &mut Context<'_>) {
    let field = rejected.field();
    cx.note(Note::Rejected(rejected));
    if cx.ask(Guard::Holds(field), draft.has(field)) {
        cx.note(Note::KeptOld(field));
    }
    taken.rejected = taken.rejected.with(field);
}

/// Takes the code when its turn has come; said at any other time it is dropped, and that is said.
pub(super) fn take_cvv(draft: &Draft, told: &Told, moving: bool, taken: &mut Taken, cx: &mut Context<'_>) {
    let Some(said) = &told.cvv else { return };
    let brand = match (&draft.name, &draft.number, draft.expiry) {
        (Some(_), Some(number), Some(_)) => Some(number.value.brand()),
        _ => None,
    };
    cx.ask(Guard::CardComplete, brand.is_some());
    let Some(brand) = brand else { return cx.note(Note::CvvNotKept) };
    if !cx.ask(Guard::NothingOpen, !moving && !taken.anything_open()) {
        return cx.note(Note::CvvNotKept);
    }
    let Some(reading) = only(said, Field::Cvv, taken, cx) else { return };
    if matches!(said, Said::Doubtful(_)) {
        return leave_open(Field::Cvv, taken, cx);
    }
    let parsed = Cvv::parse(reading.expose(), brand);
    cx.ask(Guard::Good(Field::Cvv), parsed.is_ok());
    match parsed {
        Ok(cvv) => taken.cvv = Some(cvv),
        Err(reason) => reject(Rejected::Cvv(reason), draft, taken, cx),
    }
}
