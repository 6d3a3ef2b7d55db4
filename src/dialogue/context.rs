//! The questions that decide a transition, and the context in which they are asked.

use strum::Display;

use super::{Act, After, Ask, Block, Effect, Field, Inputs, Memory, Note, Pending, Question};

/// A question whose answer decides a transition: whenever it is asked, its answer is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Display)]
#[strum(serialize_all = "title_case")]
pub enum Guard {
    /// This is the first message of the session.
    FirstTurn,
    /// One candidate was left for this field.
    #[strum(to_string = "one {0}")]
    OneCandidate(Field),
    /// The value that was told for this field is good.
    #[strum(to_string = "{0} good")]
    Good(Field),
    /// The value that was told is the one that is held already.
    #[strum(to_string = "same {0}")]
    SameAsHeld(Field),
    /// What was told is a piece of a number.
    Piece,
    /// Name, number and date are known.
    CardComplete,
    /// Nothing in this message was refused, left open or to be changed.
    NothingOpen,
    /// The field that is to be changed is held.
    #[strum(to_string = "{0} held")]
    Holds(Field),
    /// After this message the field is known.
    #[strum(to_string = "{0} known")]
    Known(Field),
    /// After this message a number in pieces is held.
    InPieces,
    /// A date was held, and went with its number.
    DateGone,
    /// A card number, or a piece of one, is held.
    #[strum(to_string = "number held")]
    HoldsNumber,
    /// The field was asked for so often without success that help is added.
    NeedsHelp,
    /// All counters are within their bounds.
    WithinBounds,
    /// A counter is one before its bound.
    NearBound,
    /// The field was refused, and explained, before.
    RefusedBefore,
    /// A question about an act is open.
    QuestionOpen,
    /// This is the question that is open.
    #[strum(to_string = "{0} asked")]
    Asked(Pending),
    /// It was asked about a value.
    ValueAsked,
    /// The message is an answer to the reply that asked.
    ToThatQuestion,
    /// The question was put once before, just now.
    AskedOnce,
    /// It was put twice by now.
    AskedTwice,
    /// While money is in the air, fewer questions were put than there may be turns without progress.
    QuestionsLeft,
    /// Something was said that closes the review until it is answered.
    Blocked,
    /// This is the most pressing of it.
    #[strum(to_string = "{0} first")]
    BlockedBy(Block),
    /// A yes to the open review still counts.
    ReviewStands,
    /// The message answers the reply that showed the review first.
    ReviewNamed,
    /// The open question is the review itself, or the answer names it.
    ReviewOpen,
    /// The last reply was the fresh review, and nothing else.
    ReviewAlone,
    /// The customer could see this very review when writing.
    ReviewSeen,
    /// This very turn brought the review, with the reason for it.
    ReviewNew,
    /// The message says nothing that takes away from a yes.
    Plain,
    /// A payment is known and is to be charged.
    Charging,
    /// The card is to be kept for later payments.
    Keeping,
    /// What is under way, or done, moves money, and does not only keep a card.
    MoneyMoves,
    /// The order may still be paid, or there is none.
    OrderCurrent,
    /// This card was tried before, or another one is allowed.
    CardAllowed,
    /// The decline may be told apart from others.
    DeclineTold,
    /// A decline came while nobody listened.
    Untold,
    /// Nobody listens: somebody else said that it is time to look.
    NobodyListens,
    /// The review was affirmed in this turn.
    Affirmed,
    /// The result belongs to the card as it is now.
    RevisionCurrent,
    /// The verdict is on this session's intent and attempt.
    VerdictOurs,
    /// The customer wished for something else meanwhile.
    Wished,
    /// The customer wished that nothing is sent again.
    NotAgainWished,
    /// The customer wished for another card then.
    OtherCardWished,
    /// The attempt has been undecided for longer than it may be.
    Lapsed,
    /// Name and date of the card in the air are still known.
    DetailsKnown,
    /// The customer wished to start over.
    RestartWished,
    /// The customer wished to change this field (`Card` stands for all but the name).
    #[strum(to_string = "change of {0} wished")]
    ChangeWished(Field),
    /// Another attempt and another card are allowed.
    AttemptsLeft,
    /// The gateway refused less often than it may before the session ends.
    FaultsLeft,
    /// The card was declined, and no other was given since.
    DeclinedLast,
    /// Another conversation could come further than the one that ended.
    MayBeginAnew,
    /// The customer asked for everything to be deleted.
    DeleteWished,
}

/// What a handler may use, and where it leaves what it wants done.
pub struct Context<'a> {
    pub(super) inputs: &'a Inputs<'a>,
    pub(super) effects: Vec<Effect>,
    pub(super) guards: Vec<(Guard, bool)>,
    /// What is open after the ask, and whether it was put twice by now.
    pub(super) pending: Pending,
    pub(super) again: bool,
    /// The question that was open when the message came, and whether it was put twice by then.
    pub(super) open: (Pending, bool),
    /// What the last reply was, when the message came.
    pub(super) after: After,
    /// Whether this step made the review that is shown.
    pub(super) reviewed: bool,
    notes: Vec<Note>,
}

impl<'a> Context<'a> {
    pub(super) fn new(inputs: &'a Inputs<'a>, memory: &Memory) -> Self {
        Self {
            inputs,
            effects: Vec::new(),
            guards: Vec::new(),
            pending: Pending::Usual,
            again: false,
            open: (memory.pending, memory.again),
            after: memory.after,
            reviewed: false,
            notes: Vec::new(),
        }
    }

    /// Records the answer to a guard, and hands it back. Whatever a transition depends on, but for the kinds of state and
    /// event, is recorded here, even where the code branches on the value that the answer is about.
    pub(super) fn ask(&mut self, guard: Guard, holds: bool) -> bool {
        self.guards.push((guard, holds));
        holds
    }

    /// Adds something to be said before the ask, once.
    pub(super) fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Adds something that is to be said before all other notes.
    pub(super) fn note_first(&mut self, note: Note) {
        self.notes.insert(0, note);
    }

    /// Says all notes and asks.
    pub(super) fn say(&mut self, ask: Ask) {
        let ask = if self.notes.contains(&Note::Simpler) { ask.plainest() } else { ask };
        self.again = ask.names_the_words();
        self.pending = if self.notes.contains(&Note::ChangeWhat) { Pending::WhatToChange } else { ask.pending() };
        self.utter(Some(ask));
    }

    /// Asks whether something is meant; `false` where that was asked twice by now, and the state's own question is due.
    pub(super) fn ask_whether(&mut self, of: Question) -> bool {
        self.ask_twice(|again| Ask::Sure { of, again })
    }

    /// Puts a question, the second time running with the words to type; `false` where it was put twice by now.
    pub(super) fn ask_twice(&mut self, ask: impl Fn(bool) -> Ask) -> bool {
        let (open, again) = self.open;
        let repeats = open == ask(false).pending();
        if self.ask(Guard::AskedTwice, repeats && again) {
            return false;
        }
        self.ask(Guard::AskedOnce, repeats);
        self.say(ask(repeats));
        true
    }

    /// Puts a question that stays open until it is answered or the session ends.
    pub(super) fn insist_on(&mut self, of: Question) {
        let again = self.ask(Guard::AskedOnce, self.open.0 == of.pending());
        self.say(Ask::Sure { of, again });
    }

    /// Says all notes; another event of the same turn will ask.
    pub(super) fn say_notes(&mut self) {
        if !self.notes.is_empty() {
            self.utter(None);
        }
    }

    fn utter(&mut self, ask: Option<Ask>) {
        let notes = std::mem::take(&mut self.notes);
        self.effects.push(Effect::Say(Act { notes, ask }));
    }
}
