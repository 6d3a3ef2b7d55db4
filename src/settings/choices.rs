//! Settings that are one of a few words. What each means stands in the option's own help, not beside the word.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::adapters::Source;
use crate::dialogue::DeclineDetail;
use crate::wording::Tone;

impl ValueEnum for DeclineDetail {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Hint, Self::Plain]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.wire()))
    }
}

impl ValueEnum for Tone {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.wire()))
    }
}

impl ValueEnum for Source {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Catalog, Self::Reviewed, Self::Live, Self::Harvest]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Catalog => "catalog",
            Self::Reviewed => "reviewed",
            Self::Live => "live",
            Self::Harvest => "harvest",
        }))
    }
}
