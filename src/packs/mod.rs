//! The languages that are spoken here: each is a folder under `prompts/`, its pack, and one line at the end of this file.
//!
//! Whoever needs words of a language asks it for its [`Pack`]; what is made of one is made once, by [`EachLanguage`].
//!
//! Architecture invariant: no other file of the code names a language or its folder, and none has words of one
//! (`tests/it/architecture/languages.rs`).

mod each;
mod grammar;
mod texts;

pub use each::EachLanguage;
pub use grammar::{Grammar, Pattern, Rule};
pub use texts::Texts;

/// The files of a pack, in the order of their names: a field for each, and the macro that reads a folder.
macro_rules! files {
    ($($field:ident $file:literal $about:literal)*) => {
        /// All that belongs to one language: the text of each file in its folder.
        #[derive(Debug)]
        pub struct Pack {
            $(#[doc = $about] pub $field: &'static str,)*
        }

        impl Pack {
            /// Every file: its name, and its text.
            pub fn files(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
                [$(($file, self.$field)),*].into_iter()
            }
        }

        macro_rules! pack {
            ($code:literal) => {
                Pack { $($field: include_str!(concat!("../../prompts/", $code, "/", $file)),)* }
            };
        }
    };
}

macro_rules! languages {
    ($($variant:ident $code:literal $name:literal)*) => {
        /// A language that is spoken here.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Language {
            $(#[doc = $name] $variant,)*
        }

        impl Language {
            /// Every language. The first is spoken to customers of whom nothing is known.
            pub const ALL: [Self; [$($code),*].len()] = [$(Self::$variant),*];

            /// The ISO 639-1 code: the name of its folder, and on the wire.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            /// What is in its folder.
            #[must_use]
            pub const fn pack(self) -> &'static Pack {
                match self {
                    $(Self::$variant => const { &pack!($code) },)*
                }
            }
        }
    };
}

impl Language {
    /// The language of a BCP 47 tag ("es", "es-MX", "EN_us"), by its first subtag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(first))
    }

    /// The codes of all of them, for people: "en, es".
    #[must_use]
    pub fn spoken() -> String {
        Self::ALL.map(Self::code).join(", ")
    }

    /// Every language but this one.
    pub fn others(self) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |&other| other != self)
    }
}

/// The first.
impl Default for Language {
    fn default() -> Self {
        Self::ALL[0]
    }
}

files! {
    asks "asks.ftl" "What the bot asks."
    commands "commands.lex" "What customers say that does something."
    contract "contract.lex" "Which words a model's candidate for a wording may use."
    courtesy "courtesy.lex" "The courtesies that a model may open a reply with."
    format "format.ftl" "How money, dates and lists are written, and how a model is told of the language."
    help "help.ftl" "What the bot answers to questions."
    history "history.ftl" "What a conversation is kept as."
    intents "intents.lex" "What customers say for commands and asides."
    notes "notes.ftl" "What the bot says beside an ask."
    page "page.json" "What the chat page itself says."
    problems "problems.ftl" "What is wrong with a request to the API."
    values "values.lex" "What customers say around names, numbers, dates and codes."
    formal "wordings/formal.jsonl" "Wordings that sound formal."
    plain "wordings/plain.jsonl" "Wordings that sound plain."
    warm "wordings/warm.jsonl" "Wordings that sound warm."
    words "words.txt" "Common words: one that is here is never taken for a misspelt command."
}

languages! {
    En "en" "English."
    Es "es" "Spanish."
}
