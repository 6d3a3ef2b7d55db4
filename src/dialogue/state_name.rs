//! Where a session stands, without what it holds: for the wire, for scripts, and for those who listen.

use strum::{Display, EnumString, IntoStaticStr, VariantArray};

use super::Field;

/// The states of the chart, by name only.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "lowercase")]
pub enum StateName {
    /// Waits for the cardholder's name.
    Name,
    /// Waits for the card number.
    Card,
    /// Waits for the expiry date.
    Expiry,
    /// Waits for the security code.
    Cvv,
    /// Waits for yes, no or a change.
    Confirm,
    /// Waits for the gateway's verdict.
    Processing,
    /// Waits for the cardholder to pass 3-D Secure.
    Authenticating,
    /// The payment is done.
    Complete,
    /// Nothing was charged, and nothing will be.
    Cancelled,
}

impl StateName {
    /// Every state, in the order of the flow.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The lower-case name, as `understand`, scripts and the statechart write it.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }

    /// `currentStep` of the chat API: stays `confirm` after it.
    #[must_use]
    pub fn current_step(self) -> &'static str {
        match self {
            Self::Name | Self::Card | Self::Expiry | Self::Cvv => self.wire(),
            Self::Confirm | Self::Processing | Self::Authenticating | Self::Complete | Self::Cancelled => "confirm",
        }
    }

    /// `status` of the chat API.
    #[must_use]
    pub const fn status(self) -> &'static str {
        match self {
            Self::Name | Self::Card | Self::Expiry | Self::Cvv => "collecting",
            Self::Confirm => "awaiting_confirmation",
            Self::Processing => "processing",
            Self::Authenticating => "awaiting_authentication",
            Self::Complete => "complete",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether money is in the air.
    #[must_use]
    pub const fn is_in_flight(self) -> bool {
        matches!(self, Self::Processing | Self::Authenticating)
    }

    /// Whether nothing more is collected or charged.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Complete | Self::Cancelled)
    }

    /// The field that is collected in this state.
    #[must_use]
    pub const fn field(self) -> Option<Field> {
        match self {
            Self::Name => Some(Field::Name),
            Self::Card => Some(Field::Card),
            Self::Expiry => Some(Field::Expiry),
            Self::Cvv => Some(Field::Cvv),
            Self::Confirm | Self::Processing | Self::Authenticating | Self::Complete | Self::Cancelled => None,
        }
    }
}
