//! What went wrong with a call: what passes is tried again, and the rest is told so that an operator knows what to do.

use std::error::Error;

use aws_sdk_dynamodb::config::retry::{ClassifyRetry, RetryAction};
use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_dynamodb::operation::delete_item::DeleteItemError;
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::error::TransactionCanceledException;
use aws_smithy_runtime_api::client::interceptors::context::{Error as Erased, InterceptorContext};

use crate::ports::StoreError;

/// The condition of one of a transaction's items did not hold.
pub(super) const CONDITION: &str = "ConditionalCheckFailed";

/// Another transaction held one of the items.
pub(super) const CONTENDED: &str = "TransactionConflict";

/// Why a transaction may be cancelled without having been refused: it passes.
const PASSING: [&str; 3] = [CONTENDED, "ThrottlingError", "ProvisionedThroughputExceeded"];

/// Whether one of the reasons why a transaction was cancelled is `code`.
pub(super) fn cancelled_for(cancelled: &TransactionCanceledException, code: &str) -> bool {
    cancelled.cancellation_reasons().iter().any(|reason| reason.code() == Some(code))
}

/// Has the SDK try again what was cancelled because of another transaction. (By itself it tries again after throttling,
/// server errors, time-outs and lost connections.)
#[derive(Debug)]
pub(super) struct Contended;

impl ClassifyRetry for Contended {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let error = context.output_or_error().and_then(Result::err).and_then(|error| error.as_operation_error());
        if error.is_some_and(passes) { RetryAction::transient_error() } else { RetryAction::NoActionIndicated }
    }

    fn name(&self) -> &'static str {
        "another transaction"
    }
}

fn passes(error: &Erased) -> bool {
    if let Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) = error.downcast_ref() {
        !cancelled_for(cancelled, CONDITION) && PASSING.iter().any(|code| cancelled_for(cancelled, code))
    } else if let Some(error) = error.downcast_ref::<PutItemError>() {
        error.is_transaction_conflict_exception()
    } else {
        error.downcast_ref::<DeleteItemError>().is_some_and(DeleteItemError::is_transaction_conflict_exception)
    }
}

/// What to tell of a call of `action` on `table` that failed.
///
/// The service's own words are not repeated: they may hold values. Its codes hold none.
pub(super) fn fault<E, R>(action: &str, table: &str, error: &SdkError<E, R>) -> StoreError
where
    E: ProvideErrorMetadata,
{
    StoreError(match error {
        SdkError::ServiceError(service) => refused(action, table, service.err()),
        SdkError::TimeoutError(_) => format!("DynamoDB did not answer {action} on {table} in time"),
        SdkError::DispatchFailure(failure) => {
            let cause = failure.as_connector_error().map(deepest).unwrap_or_default();
            if failure.is_io() || failure.is_timeout() || failure.as_other().is_some() {
                format!("DynamoDB could not be reached for {action} on {table}: {cause}")
            } else {
                unasked(action, table, &cause)
            }
        }
        SdkError::ConstructionFailure(_) => unasked(action, table, "the request could not be made"),
        SdkError::ResponseError(_) => format!("DynamoDB's answer to {action} on {table} could not be read"),
        // The SDK's enum is open.
        _ => format!("{action} on {table} failed"),
    })
}

/// Nothing was sent: most often there are no credentials.
fn unasked(action: &str, table: &str, cause: &str) -> String {
    let cause = cause.lines().next().unwrap_or_default().trim_end_matches(" Attempted:").trim_end_matches('.');
    format!(
        "{action} on {table} could not be asked for: {cause}; are region, credentials and endpoint set (AWS_REGION, \
         AWS_PROFILE, AWS_ENDPOINT_URL_DYNAMODB, …)?"
    )
}

fn refused(action: &str, table: &str, error: &impl ProvideErrorMetadata) -> String {
    match error.code().unwrap_or("no code") {
        "ResourceNotFoundException" => {
            format!(
                "the table {table} is not there, or lacks its index; make it with `payment-smart-bot table create`, \
                 or check the region"
            )
        }
        "ValidationException" if error.message().is_some_and(|message| message.contains("specified index")) => {
            format!("the table {table} lacks its index; give it one with `payment-smart-bot table create`")
        }
        "AccessDeniedException" => denied(action, table, error.message().unwrap_or_default()),
        "UnrecognizedClientException" | "InvalidSignatureException" | "ExpiredTokenException" => {
            format!("the credentials for {action} on {table} are wrong or expired")
        }
        "ValidationException" if is_too_large(error.message()) => too_large(table),
        code => format!("{action} on {table} failed: {code}"),
    }
}

/// Which right is missing. DynamoDB names it, and the table; where it does not, all that the action takes are named: a
/// transaction has no right of its own.
fn denied(action: &str, table: &str, message: &str) -> String {
    let name = |c: char| c.is_ascii_alphanumeric() || b"-_.".iter().any(|&byte| char::from(byte) == c);
    let after = |mark: &str| {
        let (_, rest) = message.split_once(mark)?;
        let end = rest.find(|c| !name(c)).unwrap_or(rest.len());
        Some(&rest[..end]).filter(|named| !named.is_empty())
    };
    let table = after(":table/").filter(|named| table.split(' ').any(|ours| ours == *named)).unwrap_or(table);
    let rights = match (after("perform: dynamodb:"), action) {
        (Some(named), _) => format!("dynamodb:{named}"),
        (None, "TransactWriteItems") => {
            "dynamodb:PutItem, dynamodb:UpdateItem, dynamodb:DeleteItem and dynamodb:ConditionCheckItem".to_owned()
        }
        (None, _) => format!("dynamodb:{action}"),
    };
    format!("access denied: allow {rights} on {table}, and its KMS key")
}

/// Whether this is what DynamoDB says of an item over its limit.
pub(super) fn is_too_large(message: Option<&str>) -> bool {
    message.is_some_and(|message| message.to_lowercase().contains("item size"))
}

/// What to tell of an item over DynamoDB's limit.
pub(super) fn too_large(table: &str) -> String {
    format!("an item for {table} is too large: DynamoDB keeps at most 400 KB each; nothing was written")
}

/// The innermost cause: the one that says something.
fn deepest(error: &(impl Error + 'static)) -> String {
    let mut cause: &dyn Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_that_is_missing_is_one_that_can_be_given() {
        let both = "bot-sessions and bot-ledger";
        let said = |action: &str| {
            format!(
                "User: arn:aws:sts::111122223333:assumed-role/f/f is not authorized to perform: dynamodb:{action} on resource: \
                 arn:aws:dynamodb:us-east-1:111122223333:table/bot-sessions because no identity-based policy allows the \
                 dynamodb:{action} action"
            )
        };
        for (action, table, message, told) in [
            ("TransactWriteItems", both, said("DeleteItem"), "allow dynamodb:DeleteItem on bot-sessions, and"),
            (
                "TransactWriteItems",
                both,
                said("ConditionCheckItem"),
                "allow dynamodb:ConditionCheckItem on bot-sessions, and",
            ),
            (
                "TransactWriteItems",
                both,
                String::new(),
                "dynamodb:DeleteItem and dynamodb:ConditionCheckItem on bot-sessions and",
            ),
            ("GetItem", "bot-sessions", String::new(), "allow dynamodb:GetItem on bot-sessions, and"),
            (
                "GetItem",
                "bot-ledger",
                "table/Jane, perform: nothing".to_owned(),
                "allow dynamodb:GetItem on bot-ledger, and",
            ),
        ] {
            let denied = denied(action, table, &message);
            assert!(denied.contains(told) && !denied.contains("Transact"), "{denied}");
        }
    }
}
