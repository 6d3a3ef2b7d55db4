//! What is said of an act: each sentence in its own words or in approved ones, and where they may stand, a courtesy.

use super::frame::Frame;
use super::moment::Moment;
use super::wordings::{Wording, Wordings};
use super::{Sentence, Tone};

/// How the bot speaks.
#[derive(Clone, Debug)]
pub struct Voice {
    tone: Tone,
    wordings: Wordings,
}

/// One sentence as it is said.
#[derive(Clone, Debug)]
pub struct Spoken {
    pub(super) sentence: Sentence,
    pub(super) wording: Option<Wording>,
    pub(super) frame: Option<Frame>,
}

impl Voice {
    /// In this tone, in these words.
    #[must_use]
    pub const fn new(tone: Tone, wordings: Wordings) -> Self {
        Self { tone, wordings }
    }

    /// Every sentence as the catalog has it.
    #[must_use]
    pub fn catalog() -> Self {
        Self::new(Tone::Plain, Wordings::none())
    }

    /// How it sounds.
    #[must_use]
    pub const fn tone(&self) -> Tone {
        self.tone
    }

    /// What it may say beside the catalog.
    #[must_use]
    pub const fn wordings(&self) -> &Wordings {
        &self.wordings
    }

    /// What tells it from another: the tone, and a digest of all that it may say beside the catalog.
    #[must_use]
    pub fn digest(&self) -> String {
        format!("{} {}", self.tone.wire(), self.wordings.digest(self.tone))
    }

    /// The words for each sentence: of those that may be said, what was said longest ago in this session, and before that
    /// what wasn't said at all. `said` has the ids of what was said, the latest last; `pick` chooses among equals, and is
    /// the same for the same turn of the same session.
    #[must_use]
    pub fn speak(&self, sentences: Vec<Sentence>, said: &[&str], pick: u64) -> Vec<Spoken> {
        let spoken = |sentence: Sentence| {
            let wording = self.choose(&sentence, said, pick);
            Spoken { sentence, wording, frame: None }
        };
        sentences.into_iter().map(spoken).collect()
    }

    fn choose(&self, sentence: &Sentence, said: &[&str], pick: u64) -> Option<Wording> {
        let wordings = if sentence.fixed() { &[][..] } else { self.wordings.wordings(sentence, self.tone) };
        let mut ways: Vec<Option<&Wording>> = wordings.iter().map(Some).collect();
        // The catalog is plain: in another tone its own words come when all others were said.
        let ring = if self.tone == Tone::Plain { ways.len() + 1 } else { ways.len() };
        ways.push(None);
        ways[..ring].rotate_left(place(pick, ring));
        let last_said = |way: Option<&Wording>| {
            let id = way.map_or(sentence.digest(), Wording::id);
            said.iter().rposition(|&said| said == id)
        };
        ways.into_iter().min_by_key(|&way| last_said(way)).flatten().cloned()
    }
}

/// Puts one of `frames` in its place: one that repeats no courtesy of the reply, and that wasn't heard in this session.
///
/// What leads on stands before what is asked. Whatever else there is stands before the sentence that made the moment,
/// unless that one is fixed.
pub fn open(spoken: &mut [Spoken], moment: &Moment, frames: &[Frame], (said, pick): (&[&str], u64)) {
    let text: Vec<&str> = spoken.iter().map(Spoken::text).collect();
    let text = text.join("\n");
    let heard = |frame: &Frame| said.iter().any(|said| frame.reads_as(said));
    let mut fitting: Vec<&Frame> =
        frames.iter().filter(|frame| !heard(frame) && !frame.repeats(&text, moment)).collect();
    if fitting.is_empty() {
        return;
    }
    let frame = fitting.swap_remove(place(pick, fitting.len()));
    let is_free = |spoken: &Spoken| !spoken.sentence.fixed();
    let of_the_moment = |spoken: &Spoken| spoken.sentence.what() == Some(moment.what) && is_free(spoken);
    let asks = |spoken: &Spoken| spoken.sentence.asks() && is_free(spoken);
    let own = if frame.leads_on() { None } else { spoken.iter().position(of_the_moment) };
    if let Some(at) = own.or_else(|| spoken.iter().position(asks)) {
        spoken[at].frame = Some(frame.clone());
    }
}

impl Spoken {
    /// Its words, with `{placeholders}`.
    #[must_use]
    pub fn text(&self) -> &str {
        self.wording.as_ref().map_or(self.sentence.text(), Wording::text)
    }

    /// The ids of what is said, in order: of a sentence or wording, and a frame's own words.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let words = self.wording.as_ref().map_or(self.sentence.digest(), Wording::id);
        self.frame.iter().map(Frame::text).chain([words])
    }
}

/// The catalog's own words.
impl From<Sentence> for Spoken {
    fn from(sentence: Sentence) -> Self {
        Self { sentence, wording: None, frame: None }
    }
}

/// One of `count` places, by chance that is the turn's own.
fn place(pick: u64, count: usize) -> usize {
    usize::try_from(pick.checked_rem(count as u64).unwrap_or_default()).unwrap_or_default()
}
