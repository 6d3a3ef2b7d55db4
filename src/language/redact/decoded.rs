//! A text as whoever decodes it reads it: without the escapes of JSON, of URLs and of HTML, and without tags.

use super::super::values::Place;
use crate::card::Wiped;

/// How far a tag may reach, in bytes.
const LONGEST_TAG: usize = 256;
/// How long the name of an HTML character may be.
const LONGEST_NAME: usize = 10;

/// A text without its escapes, and where each of its code points came from.
pub(super) struct Decoded<'a> {
    source: &'a str,
    text: Wiped,
    /// For each code point, the byte of the source where it begins.
    from: Vec<usize>,
}

impl<'a> Decoded<'a> {
    /// Decodes a text; `None` when there is nothing to decode.
    pub fn of(source: &'a str) -> Option<Self> {
        if !source.contains(['\\', '%', '&', '<', 'Â']) {
            return None;
        }
        let mut decoded = Self { source, text: Wiped::with_room(source.len()), from: Vec::with_capacity(source.len()) };
        let mut at = 0;
        while let Some(written) = source[at..].chars().next() {
            let (character, used) = escape(&source[at..], written).unwrap_or((written, written.len_utf8()));
            decoded.from.push(at);
            decoded.text.push(character);
            at += used;
        }
        Some(decoded)
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Places in the text, in code points, as places in the source, in bytes.
    pub fn in_source(&self, places: Vec<Place>) -> impl Iterator<Item = Place> {
        let byte = |code_point: usize| self.from.get(code_point).copied().unwrap_or(self.source.len());
        places.into_iter().map(move |place| Place {
            start: byte(place.start),
            end: byte(place.end),
            last_four: place.last_four,
        })
    }
}

/// What `text` begins with, decoded, and how many bytes that takes; `None` where nothing is escaped.
fn escape(text: &str, first: char) -> Option<(char, usize)> {
    match first {
        '\\' => Some(backslash(text)),
        '%' => percent(text),
        '&' => entity(text),
        '<' => tag(text),
        // A no-break space or a soft hyphen, read in the wrong encoding.
        'Â' => {
            text['Â'.len_utf8()..].chars().next().filter(|next| !next.is_alphanumeric()).map(|_| (' ', 'Â'.len_utf8()))
        }
        _ => None,
    }
}

/// "\n", "\u0020", "\u{20}", "\xA0"; escaped twice, too.
fn backslash(text: &str) -> (char, usize) {
    let slashes = text.bytes().take_while(|&byte| byte == b'\\').count();
    let rest = &text[slashes..];
    let hex = |from: usize, to: usize| {
        let digits = rest.get(from..to).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        u32::from_str_radix(digits, 16).ok()
    };
    let braced = || {
        let end = rest.get(2..9.min(rest.len()))?.find('}')? + 2;
        rest[1..].starts_with('{').then(|| hex(2, end)).flatten().map(|code| (code, end + 1))
    };
    let code = match rest.bytes().next() {
        Some(b'u') => hex(1, 5).map(|code| (code, 5)).or_else(braced),
        Some(b'x') => hex(1, 3).map(|code| (code, 3)),
        Some(_) | None => None,
    };
    let (code, used) = match (code, rest.bytes().next()) {
        (Some(found), _) => found,
        (None, Some(b'n' | b'r' | b't' | b'f' | b'v' | b'b' | b'/' | b'"' | b'\'')) => (u32::from(b' '), 1),
        (None, _) => (u32::from(b' '), 0),
    };
    (plain(code), slashes + used)
}

/// "%20", "%C2%A0", "%2520".
fn percent(text: &str) -> Option<(char, usize)> {
    let mut at = 1;
    while text[at..].starts_with("25") && hex_byte(text, at + 2).is_some() {
        at += 2;
    }
    let first = hex_byte(text, at)?;
    at += 2;
    if first < 0x80 {
        return Some((plain(first), at));
    }
    // The other bytes of a character; of Latin-1 there are none.
    let mut bytes = 1;
    while bytes < 4 && first >= 0xc2 && text[at..].starts_with('%') {
        match hex_byte(text, at + 1) {
            Some(0x80..=0xbf) => at += 3,
            Some(_) | None => break,
        }
        bytes += 1;
    }
    Some((' ', at))
}

fn hex_byte(text: &str, at: usize) -> Option<u32> {
    let digits = text.get(at..at + 2)?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok()).flatten()
}

/// "&nbsp;", "&#160;", "&#xa0;", "&amp;nbsp;".
fn entity(text: &str) -> Option<(char, usize)> {
    let mut at = 1;
    while text[at..].starts_with("amp;") {
        at += 4;
    }
    let rest = &text[at..];
    let run = |from: usize, fits: fn(&u8) -> bool| {
        let bytes = rest.as_bytes().get(from..).unwrap_or_default();
        from..from + bytes.iter().take(LONGEST_NAME).take_while(|byte| fits(byte)).count()
    };
    let ended = |end: usize| end + usize::from(rest[end..].starts_with(';'));
    let numbered = |digits: std::ops::Range<usize>, radix| {
        let code = u32::from_str_radix(rest.get(digits.clone())?, radix).ok()?;
        Some((plain(code), at + ended(digits.end)))
    };
    if rest.starts_with("#x") || rest.starts_with("#X") {
        return numbered(run(2, u8::is_ascii_hexdigit), 16);
    }
    if rest.starts_with('#') {
        return numbered(run(1, u8::is_ascii_digit), 10);
    }
    let name = run(0, u8::is_ascii_alphabetic);
    let named = !name.is_empty() && rest[name.end..].starts_with(';');
    if named || at > 1 { Some((' ', at + if named { name.end + 1 } else { 0 })) } else { None }
}

/// "<b>", "</td>", "<br/>", "<!-- … -->": nothing, to who reads it.
fn tag(text: &str) -> Option<(char, usize)> {
    let inside = text.as_bytes().get(1..)?;
    inside.first().filter(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!'))?;
    let end = inside.iter().take(LONGEST_TAG).position(|byte| matches!(byte, b'<' | b'>'))?;
    (inside[end] == b'>').then_some((' ', end + 2))
}

/// A character by its number; anything that is no text is a space.
fn plain(code: u32) -> char {
    char::from_u32(code).filter(|character| !character.is_control()).unwrap_or(' ')
}
