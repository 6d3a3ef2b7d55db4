//! What a question is about.

use crate::dialogue::{Field, Topic};

/// What is asked about a field.
#[derive(Clone, Copy)]
pub(super) enum Asked {
    /// Why it is needed.
    Why,
    /// What it is, where it stands, how it is written.
    What,
}

impl Asked {
    /// The topic of such a question about `field`.
    pub(super) const fn of(self, field: Field) -> Topic {
        match (self, field) {
            (Self::Why, Field::Name) => Topic::WhyName,
            (Self::Why, Field::Card) => Topic::WhyCard,
            (Self::Why, Field::Expiry) => Topic::WhyExpiry,
            (Self::Why, Field::Cvv) => Topic::WhyCvv,
            (Self::What, Field::Name) => Topic::WhatName,
            (Self::What, Field::Card) => Topic::WhatCard,
            (Self::What, Field::Expiry) => Topic::WhatExpiry,
            (Self::What, Field::Cvv) => Topic::WhatCvv,
        }
    }
}
