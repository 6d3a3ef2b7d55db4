//! What a test or a dialogue script wants to go wrong at the next call.

use strum::EnumString;

use super::plan::Plan;
use crate::dialogue::Decline;

/// A call of the gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString)]
#[strum(serialize_all = "lowercase")]
pub(super) enum Call {
    Tokenise,
    #[strum(serialize = "intent")]
    OpenIntent,
    Charge,
    LookUp,
    Cancel,
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The answer is lost; what was asked for happened.
    Timeout,
    /// Not reached; what was asked for did not happen.
    Down,
    /// This operator may not send card numbers.
    Misconfigured,
    /// Refused as a request, which is the operator's fault.
    Refused,
    /// Declined, or refused as a card.
    Declined(Decline),
    /// The charge goes so, whatever the card.
    Charge(Plan),
    /// The money moved, whatever was asked for.
    Paid,
}

/// What the sandbox does at the next call that it can happen at: `timeout`, `down`, `misconfigured`,
/// `refused`, `declined:other_card`, `3ds`, `3ds-declined:plain`, `pending`, `pending-declined`, `lost`, `slow`, `too-late`,
/// `paid`. With a call before it (`intent:down`, `charge:timeout`, `lookup:down`) it waits for that one.
///
/// Without one, `timeout` and `down` happen at any next call but the opening of an intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    call: Option<Call>,
    pub(super) what: What,
}

impl Fault {
    /// The fault with that name; `None` when there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        if let Some(what) = what(name) {
            return Some(Self { call: None, what });
        }
        let (call, rest) = name.split_once(':')?;
        let call = call.parse().ok()?;
        let fault = Self { call: Some(call), what: what(rest)? };
        fault.can_happen_at(call).then_some(fault)
    }

    /// The names without a call before them.
    #[must_use]
    pub fn names() -> Vec<String> {
        let plain = [
            "timeout",
            "down",
            "misconfigured",
            "refused",
            "3ds",
            "pending",
            "pending-declined",
            "lost",
            "slow",
            "too-late",
            "paid",
        ];
        let declines = Decline::ALL
            .into_iter()
            .flat_map(|decline| [format!("declined:{}", decline.wire()), format!("3ds-declined:{}", decline.wire())]);
        plain.into_iter().map(str::to_owned).chain(declines).collect()
    }

    /// Whether it happens at this call.
    pub(super) fn happens_at(self, call: Call) -> bool {
        match self.call {
            Some(wanted) => wanted == call,
            None => call != Call::OpenIntent && self.can_happen_at(call),
        }
    }

    fn can_happen_at(self, call: Call) -> bool {
        match self.what {
            What::Timeout | What::Down => true,
            What::Misconfigured => call == Call::Tokenise,
            What::Refused => matches!(call, Call::OpenIntent | Call::Charge),
            What::Declined(_) => matches!(call, Call::Tokenise | Call::Charge | Call::LookUp),
            What::Charge(_) => call == Call::Charge,
            What::Paid => matches!(call, Call::Charge | Call::LookUp | Call::Cancel),
        }
    }
}

fn what(name: &str) -> Option<What> {
    Some(match name {
        "timeout" => What::Timeout,
        "down" => What::Down,
        "misconfigured" => What::Misconfigured,
        "refused" => What::Refused,
        "paid" => What::Paid,
        "3ds" | "pending" | "pending-declined" | "lost" | "slow" | "too-late" => What::Charge(Plan::from_wire(name)?),
        _ => match name.split_once(':')? {
            ("declined", wire) => What::Declined(wire.parse().ok()?),
            ("3ds-declined", wire) => What::Charge(Plan::ThreeDsDeclined(wire.parse().ok()?)),
            _ => return None,
        },
    })
}
