//! The members of a message, by name: which is meant, and what is wrong with it.

use strum::{EnumCount, IntoStaticStr};

use crate::packs::Language as Spoken;

/// A member of the body of `POST /chat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
#[expect(missing_docs, reason = "each is the member of its name")]
pub enum Member {
    Message,
    SessionId,
    Language,
    Answering,
    Order,
}

impl Member {
    /// All of them.
    const ALL: [Self; Self::COUNT] = [Self::Message, Self::SessionId, Self::Language, Self::Answering, Self::Order];

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        self.into()
    }

    /// The member of that name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|member| member.name() == name)
    }

    /// The member that was meant by a name that is none: one of the same letters, or within one edit of them. A message
    /// whose `answering` is passed over would be taken for the answer to another reply.
    pub(super) fn near(name: &str) -> Option<Self> {
        let letters = |name: &str| -> Vec<char> {
            let letters = name.chars().take(32).filter(|letter| !matches!(letter, '_' | '-' | ' '));
            letters.flat_map(char::to_lowercase).collect()
        };
        let given = letters(name);
        Self::ALL.into_iter().find(|member| within_an_edit(&given, &letters(member.name())))
    }

    /// Where it stands (RFC 6901).
    fn pointer(self) -> String {
        ["/", self.name()].concat()
    }
}

/// Whether one letter more, less, other, or swapped with the next makes one of the other.
fn within_an_edit(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    match (one, other) {
        ([], []) => true,
        ([a, b, rest @ ..], [c, d, others @ ..]) if a == d && b == c && rest == others => true,
        _ => {
            let skip = |letters: &[char]| letters.get(1..).map(<[char]>::to_vec);
            skip(one).as_deref() == Some(other)
                || skip(other).as_deref() == Some(one)
                || (skip(one).is_some() && skip(one) == skip(other))
        }
    }
}

/// What is wrong with a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Flaw {
    /// It has to be there.
    Missing,
    /// It has to be text.
    Text,
    /// It has to be a whole number.
    Number,
    /// It is there more than once.
    Twice,
    /// Another name is near to it.
    Misspelt,
    /// The body is no object.
    Object,
}

/// What is wrong with each member; with none of them where the body is no object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flaws([Option<Flaw>; Member::COUNT]);

impl Flaws {
    /// Of a single member.
    pub(super) const fn of(member: Member, flaw: Flaw) -> Self {
        let mut flaws = [None; Member::COUNT];
        flaws[member as usize] = Some(flaw);
        Self(flaws)
    }

    /// The first thing that is wrong with a member is told.
    pub(super) fn add(&mut self, member: Member, flaw: Flaw) {
        self.0[member as usize].get_or_insert(flaw);
    }

    pub(super) fn is_empty(self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Each by where it stands, with what was expected there; of the body as a whole, where that is no object.
    pub(super) fn told(self, language: Spoken) -> Vec<(String, String)> {
        if self.is_empty() {
            return vec![(String::new(), say(language, Flaw::Object, ""))];
        }
        let wrong = Member::ALL.into_iter().zip(self.0).filter_map(|(member, flaw)| Some((member, flaw?)));
        wrong.map(|(member, flaw)| (member.pointer(), say(language, flaw, member.name()))).collect()
    }
}

fn say(language: Spoken, flaw: Flaw, name: &str) -> String {
    language.problems().say(&format!("flaw.{}", <&str>::from(flaw)), &[("name", name)])
}
