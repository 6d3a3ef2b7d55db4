//! The values half of a language's lexicon, made ready for matching.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::dialogue::Field;
use crate::language::lexicon::{Entry, Lexicon, Phrases};
use crate::language::text::{plain, tokens};
use crate::packs::{EachLanguage, Language};

/// What a word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// 0 to 9.
    Digit(u16),
    /// Zero among other digits only: "oh".
    Oh,
    /// A word of its own for two digits.
    Two(u16),
    /// 20 to 90.
    Ten(u16),
    /// 100 to 900.
    Hundred(u16),
    /// 100 or 1000, after what it multiplies.
    Scale(u16),
    /// "Double", "triple".
    Repeat(u16),
    /// "Zeros", after how many there are.
    Plural(u16),
    /// Heard for a digit: "ate".
    Sounds(u16),
}

/// What stands between two groups of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// Nothing stands before the first group.
    Start,
    /// White space, or nothing.
    Space,
    /// Any dash.
    Dash,
    /// A dot.
    Dot,
    /// A comma or the like.
    Comma,
    /// A slash.
    Slash,
    /// A colon.
    Colon,
    /// "And", "then".
    Join,
    /// "Of": within a date.
    Of,
}

/// What a word can be, as bits: a word can be several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits(u32);

macro_rules! traits {
    ($($name:ident $section:literal $bit:literal $doc:literal;)*) => {
        impl Traits {
            $(#[doc = $doc] pub const $name: Self = Self(1 << $bit);)*
            const SECTIONS: &[(&str, Self)] = &[$(($section, Self::$name)),*];
        }
    };
}

traits! {
    AND "number-and" 0 "Inside a number: \"forty and two\".";
    JOIN "joins" 1 "Between groups of digits, parting nothing.";
    OR "or" 2 "Between two candidates.";
    OF "date-links" 3 "Between the parts of a date.";
    ORDINAL "ordinals" 4 "Right after a number: \"12th\".";
    CURRENCY "currency" 5 "Beside an amount.";
    UNIT "units" 6 "After a count.";
    COPULA "copulas" 7 "Between a value and what it is.";
    FILLER "fillers" 8 "Around values, saying nothing.";
    POLITE "polite" 9 "Around names and answers, saying nothing.";
    HONORIFIC "honorifics" 10 "Before a name.";
    SUFFIX "suffixes" 11 "After a name.";
    PARTICLE "particles" 12 "Within a name.";
    STOP "name-stops" 13 "Ends an introduced name.";
    NOT_NAME "not-names" 14 "In no name.";
    MASH "mash" 15 "Keys that were hit, not a word.";
    COURTESY "courtesies" 16 "After a name, and never part of one.";
    SYLLABLE "syllables" 17 "Politeness that is a name, too.";
    SENTENCE "sentence-words" 18 "Makes a sentence of what it stands in.";
    BUSINESS "businesses" 19 "Ends the name of a business.";
    SHORTENED "shortened" 20 "A name cut short, with a dot: \"Ma.\".";
    HESITATION "hesitations" 21 "Between groups of digits, said while the next are looked for.";
    CLOCK "clock" 22 "Makes a time of day of digits with a colon.";
    PURPOSE "purposes" 23 "After a value: says what it is for, not what it is.";
    TOWARDS "towards" 24 "Between what a value is called and the value: \"change the date to …\".";
}

impl Traits {
    /// Whether it is any of these.
    pub const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Both.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    pub number: Option<Number>,
    pub month: Option<u8>,
    pub spoken: Option<Link>,
    pub traits: Traits,
}

/// Whether a word can be told from a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// It is in no lexicon.
    #[default]
    Unknown,
    /// It is a word, and a name as often: "Will", "Grace".
    Both,
    /// It is a word.
    Word,
}

/// What is known of several words together, or of one word that stands for such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    /// Says what a value beside it is.
    Label(Field),
    /// Names the card, as often in passing.
    CardNoun,
    /// Numbers beside it are none of ours.
    Aside,
    /// What follows is the end of a number only.
    Ending,
    /// What follows is not the one.
    Not,
    /// What follows replaces what stands before.
    Repair,
    /// Meant as a date, without month and year.
    Vague,
    /// The date is the one that is held.
    SameDate,
    /// The name on the card follows.
    OnCard,
    /// It is somebody else's card; the name on it may follow.
    Theirs,
    /// The last part of a name follows.
    Family,
    /// The name follows: "my name is".
    Called,
    /// What a letter is signed after: where no name is asked for, it is the customer's own again.
    Signed,
    /// The one whose name it is: it follows after a mark or an "is".
    Holder,
    /// The name stands before: "on the card".
    Printed,
    /// The speaker's own name may follow: "it's", "this is".
    Own,
}

/// The words of one language.
#[derive(Debug)]
pub(super) struct Vocabulary {
    words: FxHashMap<Box<str>, Word>,
    pub phrases: Phrases<Phrase>,
    pub month_first: bool,
    endings: Vec<String>,
    standings: FxHashMap<Cow<'static, str>, Standing>,
}

/// The words of `language`, read once.
pub(super) fn vocabulary(language: Language) -> &'static Vocabulary {
    static VOCABULARIES: EachLanguage<Vocabulary> =
        EachLanguage::new(|language| Vocabulary::read(&Lexicon::parse(language.pack().values), language));
    VOCABULARIES.of(language)
}

/// The file of `language`, for the test that holds it to be readable.
#[cfg(test)]
pub(super) fn lexicon(language: Language) -> Lexicon {
    Lexicon::parse(language.pack().values)
}

impl Vocabulary {
    fn read(lexicon: &Lexicon, language: Language) -> Self {
        let mut vocabulary = Self {
            words: FxHashMap::default(),
            phrases: Phrases::default(),
            month_first: lexicon.section("date-order").iter().any(|entry| entry.phrase == "month first"),
            endings: lexicon.section("not-name-endings").iter().map(|entry| entry.phrase.clone()).collect(),
            standings: standings(language),
        };
        vocabulary.read_phrases(lexicon);
        vocabulary.read_numbers(lexicon);
        vocabulary.each(lexicon, "months", |word, value| word.month = value.parse().ok());
        vocabulary.each(lexicon, "spoken-marks", |word, value| {
            word.spoken = value.chars().next().and_then(link);
        });
        for &(section, traits) in Traits::SECTIONS {
            vocabulary.each(lexicon, section, |word, _| word.traits = word.traits.or(traits));
        }
        vocabulary
    }

    /// What is known of a word, in lower case and without accents.
    pub fn word(&self, plain: &str) -> Word {
        self.words.get(plain).copied().unwrap_or_default()
    }

    /// Whether a word can be told from a name.
    pub fn standing(&self, plain: &str) -> Standing {
        const WORDS: Traits = Traits::STOP.or(Traits::NOT_NAME).or(Traits::POLITE).or(Traits::SENTENCE);
        let Word { traits, number, .. } = self.word(plain);
        if traits.any(WORDS) || number.is_some() {
            return Standing::Word;
        }
        self.standings.get(plain).copied().unwrap_or_default()
    }

    /// Whether it ends as no name does, where its case does not tell.
    pub fn ends_as_no_name(&self, plain: &str) -> bool {
        self.endings.iter().any(|ending| plain.len() > ending.len() + 2 && plain.ends_with(ending.as_str()))
    }

    fn read_phrases(&mut self, lexicon: &Lexicon) {
        let sections = [
            ("card", Phrase::Label(Field::Card)),
            ("expiry", Phrase::Label(Field::Expiry)),
            ("cvv", Phrase::Label(Field::Cvv)),
            ("card-noun", Phrase::CardNoun),
            ("aside", Phrase::Aside),
            ("ending", Phrase::Ending),
            ("not", Phrase::Not),
            ("repair", Phrase::Repair),
            ("vague", Phrase::Vague),
            ("same-date", Phrase::SameDate),
            ("name-intros", Phrase::OnCard),
            ("others-card", Phrase::Theirs),
            ("family-intros", Phrase::Family),
            ("called-intros", Phrase::Called),
            ("signed-intros", Phrase::Signed),
            ("holders", Phrase::Holder),
            ("printed", Phrase::Printed),
            ("self-intros", Phrase::Own),
        ];
        for (section, phrase) in sections {
            for entry in lexicon.section(section) {
                self.phrases.add(&entry.phrase, phrase);
            }
        }
    }

    fn read_numbers(&mut self, lexicon: &Lexicon) {
        type Make = fn(u16) -> Number;
        let kinds: [(&str, Make); 9] = [
            ("digits", Number::Digit),
            ("oh", |_| Number::Oh),
            ("two-digits", Number::Two),
            ("tens", Number::Ten),
            ("hundreds", Number::Hundred),
            ("scales", Number::Scale),
            ("repeats", Number::Repeat),
            ("plurals", Number::Plural),
            ("sounds-like", Number::Sounds),
        ];
        for (section, kind) in kinds {
            self.each(lexicon, section, |word, value| {
                word.number = word.number.or(Some(kind(value.parse().unwrap_or_default())));
            });
        }
        self.read_compounds(lexicon);
    }

    /// "Fortytwo", "cuarentaydos": tens and a digit, written as one word.
    fn read_compounds(&mut self, lexicon: &Lexicon) {
        let joints = lexicon.section("number-and").iter().map(|entry| entry.phrase.as_str()).chain([""]);
        for (joint, ten) in joints.flat_map(|joint| lexicon.section("tens").iter().map(move |ten| (joint, ten))) {
            for digit in lexicon.section("digits") {
                let value = |entry: &Entry| entry.value.and_then(|value| value.parse().ok()).unwrap_or(0_u16);
                if value(digit) > 0 {
                    let word = self.words.entry(format!("{}{joint}{}", ten.phrase, digit.phrase).into()).or_default();
                    word.number = word.number.or(Some(Number::Two(value(ten) + value(digit))));
                }
            }
        }
    }

    fn each(&mut self, lexicon: &Lexicon, section: &str, mut note: impl FnMut(&mut Word, &str)) {
        for entry in lexicon.section(section) {
            // A phrase of several words says nothing of each.
            if let [token] = tokens(&entry.phrase).as_slice() {
                note(self.words.entry(token.plain.as_str().into()).or_default(), entry.value.unwrap_or_default());
            }
        }
    }
}

/// The words of a language's other files: those that are names as often, and all others.
fn standings(language: Language) -> FxHashMap<Cow<'static, str>, Standing> {
    const NAMES: &str = "[tells nothing]";
    let pack = language.pack();
    let mut standings = FxHashMap::default();
    let mut standing = Standing::Word;
    for line in [pack.words, pack.commands, pack.intents].into_iter().flat_map(str::lines) {
        if line.starts_with('[') {
            standing = if line == NAMES { Standing::Both } else { Standing::Word };
        }
        if line.starts_with(['#', '[']) {
            continue;
        }
        let phrase = line.split_once(" = ").map_or(line, |(phrase, _)| phrase);
        let words = phrase.split(|c: char| !c.is_alphabetic() && c != '\'').filter(|word| !word.is_empty());
        for word in words {
            let known = standings.entry(plain(word)).or_insert(standing);
            if standing == Standing::Both {
                *known = standing;
            }
        }
    }
    standings
}

/// The link that a mark between two groups of digits is.
pub(super) const fn link(mark: char) -> Option<Link> {
    match mark {
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' | '\u{2043}' | '~' | '_' => Some(Link::Dash),
        '.' | '\u{b7}' | '\u{ff0e}' | '\u{3002}' | '\u{2024}' | '\u{30fb}' => Some(Link::Dot),
        ',' | ';' | '|' | '\u{ff0c}' | '\u{3001}' | '\u{60c}' | '\\' => Some(Link::Comma),
        '/' | '\u{ff0f}' | '\u{2044}' | '\u{2215}' => Some(Link::Slash),
        ':' | '\u{ff1a}' => Some(Link::Colon),
        '&' => Some(Link::Join),
        // What stands for a byte that was no text: a space of another encoding, most often.
        '\'' | '\u{2019}' | '`' | '\u{fffd}' => Some(Link::Space),
        _ => None,
    }
}
