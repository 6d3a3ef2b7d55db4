//! What an answer of KMS that is no key means, in words that tell an operator what to do.

use std::fmt;

use aws_sdk_kms::error::{ProvideErrorMetadata, SdkError};

use crate::ports::VaultError;

/// What was asked of KMS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    GenerateDataKey,
    Decrypt,
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::GenerateDataKey => "kms:GenerateDataKey",
            Self::Decrypt => "kms:Decrypt",
        })
    }
}

/// Never holds what KMS wrote: it may name the encryption context.
#[expect(clippy::wildcard_enum_match_arm, reason = "the SDK's enum is open")]
pub(super) fn failure<E: ProvideErrorMetadata>(action: Action, key: &str, error: &SdkError<E>) -> VaultError {
    let what = match error {
        SdkError::ServiceError(refused) => match refused.err().code() {
            // Wrapped for another context or by another key, or wrapped by nobody: the seal was moved or edited.
            Some("InvalidCiphertextException" | "IncorrectKeyException") if action == Action::Decrypt => {
                return VaultError::Broken;
            }
            code => refusal(code.unwrap_or_default()),
        },
        SdkError::TimeoutError(_) => "gave no answer in time; look at the network path to KMS",
        SdkError::DispatchFailure(failure) if failure.is_timeout() => {
            "gave no answer in time; look at the network path to KMS"
        }
        SdkError::DispatchFailure(failure) if failure.is_user() => {
            "could not be asked; look at the Region, the credentials and the endpoint"
        }
        SdkError::ConstructionFailure(_) => "could not be asked; look at the Region, the credentials and the endpoint",
        SdkError::DispatchFailure(_) => "could not be reached; look at the network path to KMS and its endpoint",
        _ => "gave no answer that makes sense; try again, and look at the endpoint if it stays so",
    };
    let code = if let SdkError::ServiceError(refused) = error { refused.err().code() } else { None };
    let code = code.map(|code| format!(" ({})", tame(code))).unwrap_or_default();
    VaultError::Down(format!("{action} on {key} {what}{code}"))
}

/// What to do about a refusal, by the code that KMS gives it.
fn refusal(code: &str) -> &'static str {
    match code {
        "AccessDeniedException" => {
            "is not allowed; allow it in the role's policy and in the key's policy, under an encryption context of \
             `table` and `session`"
        }
        "ThrottlingException" | "LimitExceededException" => {
            "was throttled; ask for a higher KMS request quota in this Region if it stays so"
        }
        "DisabledException" => "failed, as the key is disabled; enable it with kms:EnableKey",
        "KMSInvalidStateException" => {
            "failed, as the key cannot be used in its state; if its deletion is scheduled, cancel that with \
             kms:CancelKeyDeletion"
        }
        "NotFoundException" | "InvalidKeyUsageException" | "ValidationException" => {
            "failed, as this is no symmetric encryption key of this account and Region; look at KMS_KEY_ID"
        }
        "ExpiredTokenException"
        | "IncompleteSignatureException"
        | "InvalidClientTokenId"
        | "InvalidSignatureException"
        | "MissingAuthenticationTokenException"
        | "UnrecognizedClientException" => {
            "was refused for its credentials; look at the role and at the machine's clock"
        }
        _ => "failed at KMS; try again",
    }
}

/// A code as far as it looks like one.
fn tame(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).take(60).collect()
}
