//! The members of a message, by name: which is meant, and what is wrong with it.

use strum::{IntoStaticStr, VariantArray};

use crate::language::within_an_edit;
use crate::packs::Language as Spoken;

/// A member of the body of `POST /chat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
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
    const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        self.into()
    }

    /// The member of that name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|member| member.name() == name)
    }

    /// The member that an unknown name was meant for: it has the same letters, or is one edit away. If a misspelt `answering` were
    /// passed over, the message would be taken as an answer to another reply.
    pub(super) fn near(name: &str) -> Option<Misspelt> {
        let letters = |name: &str| -> Vec<char> {
            let letters = name.chars().take(32).filter(|letter| !matches!(letter, '_' | '-' | ' '));
            letters.flat_map(char::to_lowercase).collect()
        };
        let given = letters(name);
        let meant = Self::ALL.into_iter().find(|member| within_an_edit(&given, &letters(member.name())))?;
        Some(Misspelt { meant, came: Came::of(name) })
    }

    /// Where it stands (RFC 6901).
    fn pointer(self) -> String {
        ["/", self.name()].concat()
    }
}

/// A member whose name is one edit away from one of ours. That close to a name of ours it can hold nothing of a customer's, so it
/// may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misspelt {
    meant: Member,
    came: Came,
}

impl Misspelt {
    /// One for the list of all problems.
    pub(super) const EXAMPLE: Self = Self { meant: Member::Answering, came: Came::NONE };

    /// What to write instead.
    pub(super) fn meant(self) -> &'static str {
        self.meant.name()
    }

    /// What came.
    pub(super) fn came(self) -> String {
        self.came.name().unwrap_or_else(|| "…".to_owned())
    }

    /// Where it stands (RFC 6901), and what is wrong there.
    pub(super) fn told(self, language: Spoken) -> (String, String) {
        let pointer = self.came.name().map(|name| format!("/{}", name.replace('~', "~0").replace('/', "~1")));
        let values = [("name", self.meant()), ("came", &*self.came())];
        (pointer.unwrap_or_default(), language.problems().say("flaw.misspelt", &values))
    }
}

/// A longer name is padded with signs that don't count, like underscores, and isn't kept.
const LONGEST: usize = 24;

/// A name as it came; empty where it was too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Came([char; LONGEST], usize);

impl Came {
    const NONE: Self = Self(['\0'; LONGEST], 0);

    fn of(name: &str) -> Self {
        let mut came = Self::NONE;
        for sign in name.chars() {
            let Some(place) = came.0.get_mut(came.1) else { return Self::NONE };
            *place = sign;
            came.1 += 1;
        }
        came
    }

    fn name(self) -> Option<String> {
        (self.1 > 0).then(|| self.0.into_iter().take(self.1).collect())
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
    /// The body is no object.
    Object,
}

/// What is wrong with each member; with none of them where the body is no object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flaws([Option<Flaw>; Member::ALL.len()]);

impl Flaws {
    /// Of a single member.
    pub(super) const fn of(member: Member, flaw: Flaw) -> Self {
        let mut flaws = [None; Member::ALL.len()];
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
