//! Text that is put together piece by piece, and leaves no copy behind.

use std::fmt;
use std::ops::Deref;

use zeroize::Zeroizing;

/// A string under construction, for what the customer wrote.
///
/// It is wiped on drop. A plain string that runs out of room frees its old buffer as it is; this one wipes it first. Ask
/// for enough room, and it never has to move.
#[derive(Default)]
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

    /// Adds a character.
    pub fn push(&mut self, character: char) {
        self.make_room(character.len_utf8());
        self.0.push(character);
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

/// The same buffer, finished.
impl From<Wiped> for Zeroizing<String> {
    fn from(wiped: Wiped) -> Self {
        wiped.0
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
