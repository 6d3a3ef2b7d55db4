//! What the sandbox says of a charge: at once, and each time it is asked again.

use strum::{Display, EnumCount};

use crate::dialogue::Decline;

/// How a charge goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Display, EnumCount)]
#[strum(serialize_all = "kebab-case")]
pub enum Plan {
    /// Paid at once.
    #[strum(to_string = "ok")]
    Paid,
    /// Declined at once.
    #[strum(to_string = "declined-{0}")]
    Declined(Decline),
    /// 3-D Secure; passed by the time it is looked at again.
    #[strum(to_string = "3ds")]
    ThreeDs,
    /// 3-D Secure; declined by the time it is looked at again (as `Authentication`: not passed).
    #[strum(to_string = "3ds-declined-{0}")]
    ThreeDsDeclined(Decline),
    /// Not decided; paid at the second look.
    Pending,
    /// Not decided; declined at the first look.
    PendingDeclined,
    /// The answer to the charge is lost, but the money moved.
    #[strum(to_string = "timeout")]
    Moved,
    /// The charge itself is lost, and never reached the gateway; sent again it is paid.
    Lost,
    /// No answer, three times; then paid. A cancellation comes in time.
    Slow,
    /// Not decided for long; a cancellation comes too late.
    TooLate,
}

/// What is said of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Paid,
    Declined(Decline),
    Voided,
    Pending,
    Action,
    NotReached,
    Unknown,
}

impl Plan {
    /// The plans that name no decline.
    const PLAIN: [Self; Self::COUNT - 2] = [
        Self::Paid,
        Self::ThreeDs,
        Self::Pending,
        Self::PendingDeclined,
        Self::Moved,
        Self::Lost,
        Self::Slow,
        Self::TooLate,
    ];

    /// Every plan.
    pub fn all() -> impl Iterator<Item = Self> {
        let declined = Decline::ALL.into_iter().map(Self::Declined);
        let after = Decline::ALL.into_iter().map(Self::ThreeDsDeclined);
        Self::PLAIN.into_iter().chain(declined).chain(after)
    }

    /// The name in tokens and in the file.
    #[must_use]
    pub fn wire(self) -> String {
        self.to_string()
    }

    /// The plan with that name.
    #[must_use]
    pub fn from_wire(wire: &str) -> Option<Self> {
        Self::all().find(|plan| plan.wire() == wire)
    }

    /// What is said when it is charged, and at each look after that; the last is said again and again.
    pub(super) const fn says(self, looks: usize) -> Said {
        match (self, looks) {
            (Self::Paid, _)
            | (Self::ThreeDs | Self::Moved, 1..)
            | (Self::Pending, 2..)
            | (Self::Slow, 3..)
            | (Self::TooLate, 6..) => Said::Paid,
            (Self::Declined(decline), _) | (Self::ThreeDsDeclined(decline), 1..) => Said::Declined(decline),
            (Self::PendingDeclined, 1..) => Said::Declined(Decline::Plain),
            (Self::ThreeDs | Self::ThreeDsDeclined(_), 0) => Said::Action,
            (Self::Pending, 0..2) | (Self::PendingDeclined, 0) | (Self::TooLate, 0..6) => Said::Pending,
            (Self::Moved | Self::Lost, 0) | (Self::Slow, 0..3) => Said::Unknown,
            (Self::Lost, 1..) => Said::NotReached,
        }
    }

    /// Whether the money moved, or will, whatever is asked for.
    pub(super) const fn is_too_late_to_cancel(self) -> bool {
        match self {
            Self::Paid | Self::Moved | Self::TooLate => true,
            Self::Declined(_)
            | Self::ThreeDs
            | Self::ThreeDsDeclined(_)
            | Self::Pending
            | Self::PendingDeclined
            | Self::Lost
            | Self::Slow => false,
        }
    }
}
