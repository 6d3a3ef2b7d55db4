//! Whether a message is a command, or an answer, as a whole.
//!
//! What cannot be undone is never guessed: every word must belong to a part that the language lists, as it is listed, and
//! the parts together must come to one thing.

use super::book::Book;
use super::line::{Fit, Line};
use super::part::Part;
use crate::dialogue::{Answer, Command, Field};
use crate::language::automaton::Automaton;

/// What the parts so far come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sum {
    Nothing,
    Beside,
    Heard,
    Understood,
    Noted,
    Lead,
    Yes,
    Pay,
    Go,
    No,
    Stop,
    Keep,
    Back,
    Restart,
    Change(Option<Field>),
    Done,
    Mixed,
    Never,
}

impl Sum {
    const ALL: [Self; 22] = [
        Self::Nothing,
        Self::Noted,
        Self::Lead,
        Self::Yes,
        Self::Pay,
        Self::Go,
        Self::No,
        Self::Stop,
        Self::Keep,
        Self::Back,
        Self::Restart,
        Self::Change(None),
        Self::Change(Some(Field::Name)),
        Self::Change(Some(Field::Card)),
        Self::Change(Some(Field::Expiry)),
        Self::Change(Some(Field::Cvv)),
        Self::Beside,
        Self::Heard,
        Self::Understood,
        Self::Done,
        Self::Mixed,
        Self::Never,
    ];

    /// Where its parts are counted.
    fn place(self) -> usize {
        ENDS * Self::ALL.iter().position(|&sum| sum == self).unwrap_or_default()
    }

    /// Whether `part` means something else right after this than it means after a mark: "do it right" is an order and "do it,
    /// right" a yes; "no volver" refuses what "no, volver" asks for.
    const fn runs_into(self, part: Part) -> bool {
        matches!(
            (self, part),
            (Self::Pay | Self::Go, Part::Noted) | (Self::No, Part::Stop | Part::Back | Part::Restart | Part::Change(_))
        )
    }

    /// Whether what is told beside a yes may stand here, or what follows it is one. It is no excuse for anything else.
    const fn takes(self, part: Part, apart: bool) -> bool {
        match (self, part) {
            // "Si necesito los libros" is a condition.
            (Self::Lead, Part::Beside | Part::Understood | Part::Now) => apart,
            (Self::Yes | Self::Pay | Self::Go, Part::Farewell)
            | (Self::Lead, Part::May)
            | (
                Self::Nothing
                | Self::Beside
                | Self::Heard
                | Self::Understood
                | Self::Noted
                | Self::Yes
                | Self::Pay
                | Self::Go,
                Part::Beside | Part::Understood | Part::Now | Part::May,
            ) => true,
            (_, Part::Beside | Part::Understood | Part::Now | Part::Farewell | Part::May) => false,
            (Self::Beside | Self::Understood, part) => part.leaves_a_yes(),
            _ => true,
        }
    }

    /// What it comes to with one more part.
    #[expect(clippy::match_same_arms, reason = "each line is one thing that customers say")]
    fn with(self, part: Part) -> Self {
        match (self, part) {
            (sum, Part::Polite | Part::Social | Part::And | Part::May) => sum,
            (Self::Never, _) | (_, Part::Never) => Self::Never,
            // "Ah ok" and "ah si" may be said to what was just learned.
            (Self::Nothing | Self::Beside, Part::Heard) | (Self::Heard, Part::Noted | Part::Lead) => Self::Heard,
            // "Ok, I see", "yes, hello".
            (Self::Noted | Self::Lead | Self::Yes, Part::Heard | Part::Greeting | Part::Understood)
            | (Self::Nothing | Self::Beside | Self::Heard, Part::Understood)
            | (Self::Understood, Part::Noted | Part::Lead) => Self::Understood,
            (sum, Part::Heard | Part::Greeting | Part::Understood) => sum,
            (Self::Nothing, Part::Beside | Part::Now) => Self::Beside,
            (Self::Lead, Part::Beside | Part::Now) => Self::Yes,
            (sum, Part::Beside | Part::Now | Part::Farewell) => sum,
            (Self::Beside | Self::Heard | Self::Understood, part) => Self::Nothing.with(part),
            // "Ok, done", "done, yes".
            (Self::Nothing | Self::Noted | Self::Lead | Self::Yes | Self::Done, Part::Done) => Self::Done,
            (Self::Done, Part::Noted | Part::Yes) => Self::Done,
            (Self::Done, _) | (_, Part::Done) => Self::Mixed,
            (Self::Nothing | Self::Noted | Self::Lead, Part::Lead) => Self::Lead,
            // Only at the beginning: "I accept if …" is half a sentence.
            (_, Part::Lead) => Self::Never,
            (Self::Lead, Part::Noted) => Self::Yes,
            (Self::Lead, Part::Go) => Self::Pay,
            (Self::Nothing | Self::Noted | Self::Lead, part) => Self::of(part),
            (Self::Yes, Part::Noted | Part::Yes) => Self::Yes,
            // "Yes, go on", "go on, charge it".
            (Self::Yes | Self::Pay | Self::Go, Part::Pay | Part::Go) => Self::Pay,
            (Self::Pay | Self::Go, Part::Noted | Part::Yes) => Self::Pay,
            (Self::No, Part::No) => Self::No,
            // "No, don't cancel", "no, keep going".
            (Self::No | Self::Keep | Self::Stop, Part::Keep) => Self::Keep,
            (Self::Keep, Part::No | Part::Noted | Part::Go) | (Self::No, Part::Go) | (Self::Go, Part::Keep) => {
                Self::Keep
            }
            (Self::Yes | Self::No | Self::Stop, Part::Stop) | (Self::Stop, Part::Noted | Part::Yes) => Self::Stop,
            (Self::Yes | Self::No | Self::Back, Part::Back) | (Self::Back, Part::Noted | Part::Yes) => Self::Back,
            (Self::Yes | Self::No | Self::Restart, Part::Restart) => Self::Restart,
            (Self::Restart, Part::Noted | Part::Yes) => Self::Restart,
            (Self::Yes | Self::No | Self::Change(None), Part::Change(field)) => Self::Change(field),
            (Self::Change(field), Part::Noted) => Self::Change(field),
            (Self::Change(field), Part::Change(other)) if other.is_none() || other == field => Self::Change(field),
            // Whatever else stands side by side comes to nothing that could be done.
            _ => Self::Mixed,
        }
    }

    /// What a part comes to by itself.
    const fn of(part: Part) -> Self {
        match part {
            Part::Yes => Self::Yes,
            Part::Lead => Self::Lead,
            Part::Pay => Self::Pay,
            Part::Go => Self::Go,
            Part::Noted => Self::Noted,
            Part::No => Self::No,
            Part::Stop => Self::Stop,
            Part::Keep => Self::Keep,
            Part::Back => Self::Back,
            Part::Restart => Self::Restart,
            Part::Change(field) => Self::Change(field),
            Part::Never => Self::Never,
            Part::Done => Self::Done,
            Part::And | Part::Polite | Part::Social | Part::Greeting | Part::May => Self::Nothing,
            Part::Heard => Self::Heard,
            Part::Understood => Self::Understood,
            Part::Beside | Part::Now | Part::Farewell => Self::Beside,
        }
    }

    /// What a message is that comes to this.
    const fn whole(self) -> Option<Whole> {
        Some(match self {
            Self::Nothing | Self::Beside | Self::Heard | Self::Understood | Self::Never => return None,
            Self::Done => Whole::Done,
            Self::Mixed => Whole::Answer(Answer::Mixed),
            Self::Noted => Whole::Command(Command::Affirm, Some(Answer::Noted)),
            Self::Lead | Self::Yes => Whole::Command(Command::Affirm, Some(Answer::Yes)),
            Self::Pay => Whole::Command(Command::Affirm, Some(Answer::Pay)),
            Self::Go => Whole::Command(Command::Affirm, Some(Answer::Keep)),
            Self::No => Whole::Command(Command::Deny, Some(Answer::No)),
            Self::Stop => Whole::Command(Command::Cancel, Some(Answer::Stop)),
            Self::Keep => Whole::Answer(Answer::Keep),
            Self::Back => Whole::Command(Command::Back, None),
            Self::Restart => Whole::Command(Command::Restart, None),
            Self::Change(field) => Whole::Command(Command::Change(field), None),
        })
    }
}

/// What a whole message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// A command, and what it is as an answer to a question of ours.
    Command(Command, Option<Answer>),
    /// An answer and no command.
    Answer(Answer),
    /// "That's done", of what the bank asked for.
    Done,
}

/// Nobody needs more words for one command.
const LONGEST: usize = 64;

/// What the whole of `line` is; `None` where no part explains a word of it, or where an idiom only sounds like a yes.
/// "Done" counts only where the customer `waits` for the bank.
pub fn whole(book: &Book, line: &Line, waits: bool) -> Option<Whole> {
    let sums = sums(book, line, waits)?;
    let counts = |sum: &Sum| sums[sum.place()] != UNREACHED;
    if counts(&Sum::Never) {
        return None;
    }
    if counts(&Sum::Done) {
        return Some(Whole::Done);
    }
    // Of two readings the one in fewer parts counts ("absolutely no" is no yes), and of these the one that says less.
    let found = Sum::ALL.into_iter().filter(counts).min_by_key(|sum| sums[sum.place()])?;
    found.whole()
}

/// How what was said so far ends: it may be over; in an "and"; in what leads to an act.
const ENDS: usize = 3;
const OVER: usize = 0;
const AND: usize = 1;
const MAY: usize = 2;

/// For each sum, and each way it ends, in how few parts the words so far come to it.
type Reached = [u8; ENDS * Sum::ALL.len()];

/// They never come to it.
const UNREACHED: u8 = u8::MAX;

/// What all the words of `line` may come to.
fn sums(book: &Book, line: &Line, waits: bool) -> Option<Reached> {
    let count = line.words.len();
    if line.asks || line.odd || line.values || count > LONGEST {
        return None;
    }
    let mut reached = [[UNREACHED; ENDS * Sum::ALL.len()]; LONGEST + 1];
    reached[0][Sum::Nothing.place()] = 0;
    for from in 0..count {
        let so_far = reached[from];
        if so_far.iter().all(|&parts| parts == UNREACHED) {
            continue;
        }
        let mut state = Automaton::<Part>::START;
        for to in from..count {
            let word = line.words[to];
            // A part is said in one breath, and spelled as it is listed; drawing a letter out is no misspelling.
            if to > from && word.breaks {
                break;
            }
            let written = matches!(word.fit, Fit::Exact | Fit::DrawnOut).then_some(word.symbol);
            let mut ways = [word.shown, written].into_iter().flatten();
            let Some(next) = ways.find_map(|symbol| book.parts.step(state, symbol)) else { break };
            state = next;
            for &part in book.parts.accepts(state).iter().filter(|&&part| waits || part != Part::Done) {
                add(&so_far, part, line.words[from].breaks, &mut reached[to + 1]);
            }
        }
    }
    Some(reached[count])
}

/// Adds to `reached` what `so_far` comes to with `part` after it, which stands after a mark where it is `apart`.
fn add(so_far: &Reached, part: Part, apart: bool, reached: &mut Reached) {
    for (sum, counted) in Sum::ALL.into_iter().zip(so_far.chunks_exact(ENDS)) {
        if counted == [UNREACHED; ENDS] {
            continue;
        }
        // After a mark it makes no condition of what stands before it.
        let second = !matches!(sum, Sum::Nothing | Sum::Noted | Sum::Lead);
        let part = if part == Part::Lead && apart && second { Part::Yes } else { part };
        if (!apart && sum.runs_into(part)) || !sum.takes(part, apart) {
            continue;
        }
        for (open, &parts) in counted.iter().enumerate() {
            // After "I want to" only an act comes to anything.
            let leads = open != MAY || matches!(part, Part::Pay | Part::Go | Part::May | Part::Polite | Part::Now);
            if parts == UNREACHED || !leads {
                continue;
            }
            // What ends in "and" is not over, and politeness alone is not what it waits for.
            let open = match part {
                Part::And => AND,
                Part::May => MAY,
                Part::Polite | Part::Now => open,
                Part::Yes
                | Part::Lead
                | Part::Pay
                | Part::Go
                | Part::Noted
                | Part::No
                | Part::Stop
                | Part::Keep
                | Part::Back
                | Part::Restart
                | Part::Change(_)
                | Part::Never
                | Part::Done
                | Part::Beside
                | Part::Farewell
                | Part::Social
                | Part::Greeting
                | Part::Heard
                | Part::Understood => OVER,
            };
            let least = &mut reached[sum.with(part).place() + open];
            *least = (*least).min(parts + 1);
        }
    }
}
