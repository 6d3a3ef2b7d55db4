//! The one buffer for what a customer wrote, and for what was read in it: it leaves no copy behind.

use std::fmt;
use std::ops::Deref;

use zeroize::Zeroizing;

/// What the customer wrote, or part of it: the message, its words, a name, a number, a code.
///
/// It is wiped on drop, and so is every copy. A plain string that runs out of room frees its old buffer as it is; this one
/// wipes it first. Ask for enough room, and it never has to move. It does not show in `Debug`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Wiped(Zeroizing<String>);

impl Wiped {
    /// Empty, with room for `bytes`.
    #[must_use]
    pub fn with_room(bytes: usize) -> Self {
        Self(Zeroizing::new(String::with_capacity(bytes)))
    }

    /// The bytes that it has room for without moving.
    #[must_use]
    pub fn room(&self) -> usize {
        self.0.capacity()
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Adds a character.
    pub fn push(&mut self, character: char) {
        self.make_room(character.len_utf8());
        self.0.push(character);
    }

    /// These characters, with room for `bytes`: what they usually take.
    #[must_use]
    pub fn gathered(bytes: usize, characters: impl IntoIterator<Item = char>) -> Self {
        let mut text = Self::with_room(bytes);
        text.extend(characters);
        text
    }

    /// Takes the last character away.
    pub fn pop(&mut self) -> Option<char> {
        self.0.pop()
    }

    /// Adds a text.
    pub fn push_str(&mut self, text: &str) {
        self.make_room(text.len());
        self.0.push_str(text);
    }

    fn make_room(&mut self, more: usize) {
        let needed = self.0.len() + more;
        if needed > self.0.capacity() {
            let mut wider = Self::with_room(needed.max(2 * self.0.capacity()));
            wider.0.push_str(&self.0);
            *self = wider;
        }
    }
}

impl Deref for Wiped {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<[u8]> for Wiped {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl Extend<char> for Wiped {
    fn extend<I: IntoIterator<Item = char>>(&mut self, characters: I) {
        characters.into_iter().for_each(|character| self.push(character));
    }
}

impl fmt::Write for Wiped {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push_str(text);
        Ok(())
    }
}

impl From<&str> for Wiped {
    fn from(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }
}

/// Takes the string over, whole: what moved before that is its owner's.
impl From<String> for Wiped {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl fmt::Debug for Wiped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wiped(…)")
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    #[test]
    fn with_enough_room_it_never_moves() {
        let mut text = Wiped::with_room(16);
        let begins = text.as_ptr();
        text.extend("4242 4242".chars());
        text.push_str(" 4242");
        write!(text, "{}", 42).expect("a string takes everything");
        assert_eq!((&*text, text.as_ptr(), text.room()), ("4242 4242 424242", begins, 16));
    }

    #[test]
    fn without_it_moves_and_loses_nothing() {
        let mut text = Wiped::default();
        for digit in ('0'..='9').cycle().take(100) {
            text.push(digit);
        }
        text.push('é');
        assert_eq!(*text, *("0123456789".repeat(10) + "é"));
        assert_eq!(format!("{text:?}"), "Wiped(…)");
    }
}
