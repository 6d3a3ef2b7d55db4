//! What a customer wants instead of a payment that is under way.

use std::str::FromStr;

use strum::{IntoStaticStr, ParseError};

use super::Field;

/// What the customer wishes while money is in the air.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Wish {
    /// To cancel.
    Cancel,
    /// To change a field, after the payment is cancelled.
    #[strum(transparent)]
    Change(Field),
    /// Not to pay again: nothing is sent again, and what never arrived is reviewed anew.
    #[strum(serialize = "not_again")]
    NotAgain,
    /// The same, and to use another card then.
    #[strum(serialize = "other_card")]
    OtherCard,
    /// To start over, after the payment is cancelled.
    Restart,
    /// To cancel and have everything deleted.
    Delete,
}

impl Wish {
    /// Whether the payment that is under way is to be cancelled for it.
    #[must_use]
    pub const fn cancels(self) -> bool {
        match self {
            Self::Cancel | Self::Change(_) | Self::Restart | Self::Delete => true,
            Self::NotAgain | Self::OtherCard => false,
        }
    }

    /// The name in records.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

impl FromStr for Wish {
    type Err = ParseError;

    fn from_str(wire: &str) -> Result<Self, ParseError> {
        Ok(match wire {
            "cancel" => Self::Cancel,
            "not_again" => Self::NotAgain,
            "other_card" => Self::OtherCard,
            "restart" => Self::Restart,
            "delete" => Self::Delete,
            field => Self::Change(field.parse()?),
        })
    }
}
