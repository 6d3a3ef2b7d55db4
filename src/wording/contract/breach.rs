//! Why a model's answer is refused.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// Why a model's answer is refused, as a candidate or as a frame: one named reason each, counted as a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Breach {
    /// The sentence is fixed: it is said as it was reviewed, and never worded.
    Fixed,
    /// Nothing is said.
    Empty,
    /// A placeholder is missing, doubled, unknown or not the sentence's.
    Placeholder,
    /// Longer than the sentence can need.
    TooLong,
    /// Shorter than the sentence can be.
    TooShort,
    /// A question became a statement, a statement a question, or one question two.
    Question,
    /// It asks for something else.
    OtherField,
    /// It does not say what the sentence says, or leaves out what matters of it.
    Field,
    /// It says something that the sentence gives no ground for.
    Strays,
    /// A digit or number that the sentence lacks.
    Digit,
    /// Money.
    Amount,
    /// A link, an address of the net, a handle.
    Link,
    /// Markup, code, an emoji, quotation marks, line breaks.
    Markup,
    /// Letters of another script, or characters that cannot be seen.
    Script,
    /// Words of another language.
    Language,
    /// It claims success, failure, safety, verification, a refund.
    Claim,
    /// It passes itself off as a person.
    Human,
    /// It talks of itself, of models, or of the task.
    Itself,
    /// It tells the customer to do what the sentence does not.
    Instruction,
    /// It flatters or jokes.
    Flattery,
    /// It presses or threatens.
    Pressure,
    /// It turns the meaning round.
    Negation,
    /// A courtesy that doesn't fit the moment.
    Unfitting,
}

impl Breach {
    /// Every reason.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// Its name in metrics, in `wording score` and in the lexicons of the contract.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}
