//! The function behind API Gateway: the same router as `serve`, over DynamoDB, KMS and Bedrock.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use jiff::Timestamp;
use lambda_http::RequestExt as _;
use lambda_http::tower::ServiceBuilder;
use payment_smart_bot::http::{App, Deadline, router};
use payment_smart_bot::settings::{
    CloudOptions, PaymentOptions, PolicyOptions, StoreOptions, assemble, log_json, read_ahead, usual,
};

/// Connections that are not open by then are opened by the first customer.
const WARM_UP: Duration = Duration::from_secs(2);

/// What the environment sets: the same variables as for `serve`.
#[derive(Args)]
struct Settings {
    #[command(flatten)]
    payment: PaymentOptions,

    #[command(flatten)]
    policy: PolicyOptions,

    #[command(flatten)]
    cloud: CloudOptions,
}

fn main() -> ExitCode {
    let settings: Settings = usual("lambda");
    log_json("info");
    // The smallest functions have less than one core: a second worker would only get in the way.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let served = runtime.map_err(anyhow::Error::from).and_then(|runtime| runtime.block_on(serve(settings)));
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(target: "payment_smart_bot", error = %format_args!("{error:#}"), "the function cannot start");
            ExitCode::FAILURE
        }
    }
}

async fn serve(settings: Settings) -> anyhow::Result<()> {
    let Settings { payment, policy, cloud } = settings;
    anyhow::ensure!(
        cloud.dynamodb_table.is_some() && cloud.kms_key_id.is_some(),
        "a function keeps nothing of its own: set DYNAMODB_TABLE, LEDGER_TABLE and KMS_KEY_ID"
    );
    // What the first customer would wait for is read while the connections are opened.
    let reading = tokio::task::spawn_blocking(read_ahead);
    let assembled = assemble(&StoreOptions::default(), &cloud, policy.policy(), payment.payment(), None).await?;
    let warmed = tokio::time::timeout(WARM_UP, assembled.warm).await;
    if warmed.is_err() {
        tracing::warn!(target: "payment_smart_bot", metric = "warm_up_timed_out", "not every connection is open yet");
    }
    reading.await?;
    let service = ServiceBuilder::new().map_request(with_deadline).service(router(App::new(Arc::new(assembled.bot))));
    lambda_http::run(service).await.map_err(|error| anyhow::anyhow!("{error}"))
}

/// The moment at which the platform ends the function, as the router knows it.
fn with_deadline(mut request: lambda_http::Request) -> lambda_http::Request {
    let ends = request.lambda_context_ref().and_then(|context| i64::try_from(context.deadline).ok());
    if let Some(at) = ends.and_then(|ends| Timestamp::from_millisecond(ends).ok()) {
        request.extensions_mut().insert(Deadline(at));
    }
    request
}
