//! What closes the review, whenever it was said, until the customer has answered what is asked about it.

use strum::{Display, EnumString, IntoStaticStr, VariantArray};

use super::Aside;

/// What was said that closes the review, the most pressing first. It names a kind and holds no value, so it may lie in
/// the memory.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Block {
    /// Somebody presses the customer to pay.
    Pressed,
    /// The customer is a minor.
    Minor,
    /// The card is somebody else's.
    OthersCard,
}

impl Block {
    /// Every one.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The name in records.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }

    /// What an aside blocks, if it does.
    pub(super) fn of(aside: Aside) -> Option<Self> {
        Self::ALL.into_iter().find(|block| block.aside() == aside)
    }

    const fn aside(self) -> Aside {
        match self {
            Self::Pressed => Aside::Pressed,
            Self::Minor => Aside::Minor,
            Self::OthersCard => Aside::OthersCard,
        }
    }
}

impl Aside {
    /// Whether somebody needs protecting: no story around it makes it mean less.
    #[must_use]
    pub fn protects(self) -> bool {
        Block::of(self).is_some() || matches!(self, Self::Distress | Self::NotMe)
    }
}
