//! The one table of decline codes: what a customer may know of each.
//!
//! Source: docs.stripe.com/declines/codes and docs.stripe.com/error-codes. Codes that tell of loss, theft, fraud or a
//! merchant's own block list are `Plain`: a thief shall not learn what is known. What is not in the table is `OtherCard`.

use super::Decline;

/// Every code that is not simply another card's business, with its class; sorted by class.
pub const DECLINES: &[(&str, Decline)] = &[
    ("incorrect_number", Decline::Number),
    ("invalid_number", Decline::Number),
    ("invalid_expiry_month", Decline::Expiry),
    ("invalid_expiry_year", Decline::Expiry),
    ("incorrect_cvc", Decline::Cvv),
    ("invalid_cvc", Decline::Cvv),
    ("approve_with_id", Decline::TryAgain),
    ("issuer_not_available", Decline::TryAgain),
    ("processing_error", Decline::TryAgain),
    ("reenter_transaction", Decline::TryAgain),
    ("try_again_later", Decline::TryAgain),
    ("card_velocity_exceeded", Decline::OtherCard),
    ("expired_card", Decline::OtherCard),
    ("generic_decline", Decline::OtherCard),
    ("insufficient_funds", Decline::OtherCard),
    ("withdrawal_count_limit_exceeded", Decline::OtherCard),
    ("authentication_not_handled", Decline::Authentication),
    ("authentication_required", Decline::Authentication),
    ("payment_intent_authentication_failure", Decline::Authentication),
    ("setup_intent_authentication_failure", Decline::Authentication),
    ("fraudulent", Decline::Plain),
    ("lost_card", Decline::Plain),
    ("merchant_blacklist", Decline::Plain),
    ("pickup_card", Decline::Plain),
    ("restricted_card", Decline::Plain),
    ("stolen_card", Decline::Plain),
];

impl Decline {
    /// The class of a gateway's `decline_code`, or of its `code` where it gives no decline code.
    #[must_use]
    pub fn of_code(code: &str) -> Self {
        Self::of_known_code(code).unwrap_or(Self::OtherCard)
    }

    /// The class of a code that is in the table; `None` for any other.
    #[must_use]
    pub fn of_known_code(code: &str) -> Option<Self> {
        DECLINES.iter().find(|(known, _)| *known == code).map(|&(_, decline)| decline)
    }
}
