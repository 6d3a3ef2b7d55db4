//! What a word sounds like: people who write by ear spell it in other letters.

use crate::card::Wiped;

/// What stands in a lexicon for no sound.
const SILENT: &str = "-";

/// Which letters of a language sound alike.
#[derive(Debug, Default)]
pub(super) struct Sounds {
    /// Letters, and what stands for their sound: the longest first.
    alike: Vec<(Box<str>, Box<str>)>,
}

impl Sounds {
    /// Has `letters` sound like `sound`, or not at all.
    pub(super) fn add(&mut self, letters: &str, sound: &str) {
        let sound = if sound == SILENT { "" } else { sound };
        self.alike.push((letters.into(), sound.into()));
        self.alike.sort_by_key(|(letters, _)| std::cmp::Reverse(letters.len()));
    }

    /// What a word sounds like: in words that do, it is the same. Doubled letters sound like one.
    pub(super) fn of(&self, plain: &str) -> Wiped {
        let mut sound = Wiped::with_room(2 * plain.len());
        let (mut rest, mut last) = (plain, None);
        while let Some(letter) = rest.chars().next() {
            let alike = self.alike.iter().find(|(letters, _)| rest.starts_with(&**letters));
            let heard = alike.map_or(&rest[..letter.len_utf8()], |(_, sound)| sound);
            for letter in heard.chars().filter(|&letter| last.replace(letter) != Some(letter)) {
                sound.push(letter);
            }
            rest = &rest[alike.map_or(letter.len_utf8(), |(letters, _)| letters.len())..];
        }
        sound
    }
}
