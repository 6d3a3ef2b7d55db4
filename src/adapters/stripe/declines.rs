//! The decline codes, and what a customer may know of each.

use crate::dialogue::{Decline, DeclineCodes};

/// Stripe's decline codes, sorted by class. Codes that tell of loss, theft, fraud or a merchant's own block list are
/// `Plain`: a thief must not learn what is known.
///
/// Source: docs.stripe.com/declines/codes and docs.stripe.com/error-codes.
pub const DECLINES: DeclineCodes = DeclineCodes { known: KNOWN, other: Decline::OtherCard };

const KNOWN: &[(&str, Decline)] = &[
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
    ("duplicate_transaction", Decline::Duplicate),
    ("fraudulent", Decline::Plain),
    ("lost_card", Decline::Plain),
    ("merchant_blacklist", Decline::Plain),
    ("pickup_card", Decline::Plain),
    ("restricted_card", Decline::Plain),
    ("stolen_card", Decline::Plain),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_one_class_and_unknown_ones_ask_for_another_card() {
        for (code, class) in DECLINES.known {
            assert_eq!(DECLINES.class(code), *class);
            assert_eq!(DECLINES.known.iter().filter(|(other, _)| other == code).count(), 1, "{code}");
        }
        assert_eq!(DECLINES.class("a_code_of_next_year"), Decline::OtherCard);
        assert_eq!(DECLINES.known("a_code_of_next_year"), None);
        for code in ["fraudulent", "lost_card", "stolen_card", "merchant_blacklist", "pickup_card", "restricted_card"] {
            assert_eq!(DECLINES.class(code), Decline::Plain, "{code}");
        }
    }
}
