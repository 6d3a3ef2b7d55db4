//! What may stand in braces in a sentence.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// A value that is filled into a sentence after it was worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Placeholder {
    /// The cardholder's name.
    Name,
    /// The card's brand.
    Brand,
    /// The brand of a number that was not taken.
    BrandRead,
    /// The card's last four digits.
    #[strum(serialize = "last4")]
    LastFour,
    /// The expiry date.
    Expiry,
    /// What is paid.
    Amount,
    /// Who gets it.
    Payee,
    /// What for.
    Description,
    /// How to reach a person.
    Contact,
    /// Other ways to pay.
    OtherWays,
    /// The 3-D Secure page.
    Link,
    /// How many digits of the number were given so far.
    Digits,
    /// The brands that are taken.
    Accepted,
    /// The payment's own number.
    Receipt,
    /// The token that the card became.
    Token,
    /// Until when the order may be paid.
    Until,
    /// How many minutes a conversation stays open after its last message.
    Minutes,
    /// The operator's own answer.
    Answer,
}

impl Placeholder {
    /// Every placeholder.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// What stands between the braces.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// A stretch of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// A placeholder, with its braces as they stand there.
    Value(Placeholder, &'a str),
}

/// What stands outside the placeholders of a text, stretch by stretch.
pub(super) fn outside(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).filter_map(|piece| match piece {
        Piece::Words(words) => Some(words),
        Piece::Value(..) => None,
    })
}

/// The placeholders of a text, in order, each as often as it stands there.
pub(super) fn placeholders(text: &str) -> Vec<Placeholder> {
    pieces(text)
        .filter_map(|piece| match piece {
            Piece::Value(placeholder, _) => Some(placeholder),
            Piece::Words(_) => None,
        })
        .collect()
}

/// Cuts a sentence at its placeholders, from left to right, in one pass. Braces around anything else are words.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some(inside) = rest.strip_prefix('{')
            && let Some((wire, after)) = inside.split_once('}')
            && let Ok(placeholder) = wire.parse()
        {
            let braced = &rest[..rest.len() - after.len()];
            rest = after;
            return Some(Piece::Value(placeholder, braced));
        }
        let from = usize::from(rest.starts_with('{'));
        let end = rest[from..].find('{').map_or(rest.len(), |at| at + from);
        let (words, after) = rest.split_at(end);
        rest = after;
        Some(Piece::Words(words))
    })
}
