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
    /// To start over, after the payment is cancelled.
    Restart,
    /// To cancel and have everything deleted.
    Delete,
}

impl Wish {
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
            "restart" => Self::Restart,
            "delete" => Self::Delete,
            field => Self::Change(field.parse()?),
        })
    }
}
