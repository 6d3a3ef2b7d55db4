//! Decimal digits of every script, and characters that cannot be seen.

/// Where each script's ten decimal digits begin: general category Nd of the Unicode Character Database, version 16.
const ZEROS: &[u32] = &[
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
    0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136,
    0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0,
    0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2,
    0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

/// The ASCII digit that a character stands for: any script's decimal digits, and circled or superscript ones.
#[must_use]
pub fn digit(character: char) -> Option<char> {
    if character.is_ascii() {
        return character.is_ascii_digit().then_some(character);
    }
    let code = u32::from(character);
    let before = ZEROS.partition_point(|&zero| zero <= code).checked_sub(1)?;
    let value = code - ZEROS[before];
    if value < 10 {
        return char::from_digit(value, 10);
    }
    match code {
        0xb9 => Some('1'),
        0xb2 | 0xb3 => char::from_digit(code - 0xb0, 10),
        0x2070 | 0x2074..=0x2079 => char::from_digit(code - 0x2070, 10),
        0x2080..=0x2089 => char::from_digit(code - 0x2080, 10),
        0x2460..=0x2468 => char::from_digit(code - 0x245f, 10),
        0x24ea => Some('0'),
        _ => None,
    }
}

/// Characters that are there but not to be seen: joiners, direction marks and overrides, soft hyphens, byte-order
/// marks, variation selectors, tags, and letters that are drawn as nothing (fillers).
/// Source: `Default_Ignorable_Code_Point` of the Unicode Character Database, and the blank Braille cell.
#[must_use]
pub const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Characters that people write between groups of digits: white space, dashes, dots, commas, slashes, underscores, of
/// any width; and what stands for a byte that was no text, as a no-break space in Latin-1 is none.
#[must_use]
pub fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || is_invisible(character)
        || character == char::REPLACEMENT_CHARACTER
        || matches!(
            character,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
        )
        || matches!(
            character,
            '.' | '\u{b7}' | '\u{2022}' | '\u{2024}' | '\u{3002}' | '\u{30fb}' | '\u{ff0e}' | '\u{ff61}' | '\u{ff65}'
        )
        || matches!(character, ',' | '\u{60c}' | '\u{66b}'..='\u{66c}' | '\u{3001}' | '\u{ff0c}' | '\u{ff64}')
        || matches!(character, '/' | '\u{2044}' | '\u{2215}' | '\u{ff0f}' | '_' | '\u{ff3f}')
}
