//! Values are judged here and taken into the draft, in the order of the flow.

use super::context::{Context, Guard};
use super::draft::Draft;
use super::{Field, Fields, Held, Memory, Note, Reading, Rejected, Said, SaidExpiry, Told};
use crate::card::{
    CardNumber, Cvv, Expiry, ExpiryRejection, Name, NumberRejection, Pieces, furthest_west, is_published,
};

/// So few digits could be the beginning of a number; fewer or more are a try at a whole one.
const PIECE: std::ops::RangeInclusive<usize> = 4..=11;

/// What was done with the values of one message.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// Good, and not held before.
    pub accepted: Fields,
    /// Good, and in the place of another.
    pub changed: Fields,
    /// Not good.
    pub rejected: Fields,
    /// Several candidates.
    pub open: Fields,
    /// A piece of a number was gathered.
    pub piece: bool,
    /// Another number took the date of the earlier one with it.
    dated: bool,
    /// The code, when it is good and its turn has come.
    pub cvv: Option<Cvv>,
}

impl Taken {
    /// Whether something came forward.
    pub fn progress(&self) -> bool {
        !self.accepted.is_empty() || !self.changed.is_empty() || self.piece || self.cvv.is_some()
    }

    /// Whether something was refused or left open.
    pub fn anything_open(&self) -> bool {
        !self.rejected.is_empty() || !self.open.is_empty()
    }
}

/// Takes name, number and date into `draft`. The code is left to [`take_cvv`].
pub(super) fn take(draft: &mut Draft, told: &Told, memory: &mut Memory, cx: &mut Context<'_>) -> Taken {
    let mut taken = Taken::default();
    if let Some(said) = &told.name
        && let Some(reading) = only(said, Field::Name, &mut taken, cx)
    {
        take_name(draft, reading, &mut taken, cx);
    }
    if let Some(said) = &told.number
        && let Some(reading) = only(said, Field::Card, &mut taken, cx)
    {
        take_number(draft, reading, &mut taken, cx);
    }
    if let Some(said) = &told.expiry
        && let Some(date) = only(said, Field::Expiry, &mut taken, cx)
    {
        take_expiry(draft, *date, &mut taken, cx);
    }
    if taken.changed.contains(Field::Card) && cx.ask(Guard::DateGone, taken.dated && draft.expiry.is_none()) {
        cx.note(Note::DateToo);
    }
    if !taken.accepted.is_empty() || !taken.changed.is_empty() {
        memory.card_revision = memory.card_revision.wrapping_add(1);
    }
    for field in taken.accepted.iter().chain(taken.changed.iter()) {
        memory.counters.invalid[field as usize] = 0;
    }
    if taken.accepted.contains(Field::Card) || taken.changed.contains(Field::Card) {
        memory.dropped = None;
    }
    taken
}

/// The one candidate, or a note that asks which.
fn only<'t, T>(said: &'t Said<T>, field: Field, taken: &mut Taken, cx: &mut Context<'_>) -> Option<&'t T> {
    let one = said.one();
    if !cx.ask(Guard::OneCandidate(field), one.is_some()) {
        cx.note(Note::WhichOne(field));
        taken.open = taken.open.with(field);
    }
    one
}

fn take_name(draft: &mut Draft, reading: &Reading, taken: &mut Taken, cx: &mut Context<'_>) {
    let parsed = Name::parse(reading.expose());
    cx.ask(Guard::Good(Field::Name), parsed.is_ok());
    match parsed {
        Ok(name) => {
            let same = draft.name.as_ref() == Some(&name);
            settle(Field::Name, draft.name.replace(name).is_some(), same, taken, cx);
        }
        Err(reason) => reject(Rejected::Name(reason), draft.name.is_some(), taken, cx),
    }
}

fn take_number(draft: &mut Draft, reading: &Reading, taken: &mut Taken, cx: &mut Context<'_>) {
    let digits = reading.expose();
    let earlier = draft.pieces.take().filter(|_| digits.len() <= *PIECE.end());
    let gathering = earlier.is_some();
    // However slowly a number comes: its first digits are held no longer than a whole one.
    let fresh = || Held { value: Pieces::default(), until: cx.inputs.now + cx.inputs.policy.card_data };
    let Held { value: mut pieces, until } = earlier.unwrap_or_else(fresh);
    pieces.push(digits);
    let judged = judge_number(if gathering { pieces.expose() } else { digits }, cx);
    let good = cx.ask(Guard::Good(Field::Card), judged.is_ok());
    let held = draft.number.is_some();
    match judged {
        Ok(number) => {
            debug_assert!(good, "the guard is the judgement");
            let same = draft.number.as_ref().is_some_and(|held| held.value == number);
            if held && !same {
                taken.dated = draft.expiry.take().is_some();
            }
            if !same {
                draft.number = Some(Held { value: number, until });
            }
            settle(Field::Card, held, same, taken, cx);
        }
        Err(reason) => {
            // Digits are gathered only where the number itself is asked for.
            let waits = draft.name.is_some() && !held;
            let begins = PIECE.contains(&digits.len()) && !gathering;
            let goes_on = gathering && matches!(reason, NumberRejection::TooShort { .. });
            if cx.ask(Guard::Piece, waits && (begins || goes_on)) {
                cx.note(Note::Gathered(u8::try_from(pieces.len()).unwrap_or(u8::MAX)));
                draft.pieces = Some(Held { value: pieces, until });
                taken.piece = true;
            } else {
                reject(Rejected::Card(reason), held, taken, cx);
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

fn take_expiry(draft: &mut Draft, said: SaidExpiry, taken: &mut Taken, cx: &mut Context<'_>) {
    let judged = match said {
        SaidExpiry::MonthYear { month, year } => Expiry::judge(month, year, furthest_west(cx.inputs.now)),
        SaidExpiry::Same | SaidExpiry::Unreadable => Err(ExpiryRejection::Unreadable),
    };
    cx.ask(Guard::Good(Field::Expiry), judged.is_ok());
    match judged {
        Ok(expiry) => {
            let same = draft.expiry == Some(expiry);
            settle(Field::Expiry, draft.expiry.replace(expiry).is_some(), same, taken, cx);
        }
        Err(reason) => reject(Rejected::Expiry(reason), draft.expiry.is_some(), taken, cx),
    }
}

/// A good value: new, another one, or the one that was held.
fn settle(field: Field, held: bool, same: bool, taken: &mut Taken, cx: &mut Context<'_>) {
    if held && !cx.ask(Guard::SameAsHeld(field), same) {
        taken.changed = taken.changed.with(field);
    } else {
        taken.accepted = taken.accepted.with(field);
    }
}

/// A bad value: what was held stays.
fn reject(rejected: Rejected, held: bool, taken: &mut Taken, cx: &mut Context<'_>) {
    let field = rejected.field();
    cx.note(Note::Rejected(rejected));
    if cx.ask(Guard::Holds(field), held) {
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
    let parsed = Cvv::parse(reading.expose(), brand);
    cx.ask(Guard::Good(Field::Cvv), parsed.is_ok());
    match parsed {
        Ok(cvv) => taken.cvv = Some(cvv),
        Err(reason) => reject(Rejected::Cvv(reason), false, taken, cx),
    }
}
