//! The function behind API Gateway: the same router as `serve`, over DynamoDB, KMS and Bedrock.

#![forbid(unsafe_code)]

use std::convert::Infallible;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::{Json, Router};
use clap::Args;
use jiff::{SignedDuration, Timestamp};
use lambda_http::request::RequestContext;
use lambda_http::tower::ServiceExt as _;
use lambda_http::{Request, RequestExt as _, service_fn};
use payment_smart_bot::http::{App, BasePath, Deadline, Front, SourceIp, router};
use payment_smart_bot::settings::{
    BotOptions, FrontOptions, Surroundings, hush_panics, log_json, no_core_dumps, read_ahead, usual,
};
use payment_smart_bot::turn::{Bot, Reconciled};
use serde_json::json;

/// For how long one event of the schedule begins to look at payments that have no end yet: the function has half a
/// minute, and one look is two calls of eight seconds at most.
const WITHIN: SignedDuration = SignedDuration::from_secs(10);

/// For how long one event of the schedule deletes card data that is over. What is left, the next one finds.
const SWEEPS: Duration = Duration::from_secs(20);

/// Connections that are not open by then are opened by the first customer.
const WARM_UP: Duration = Duration::from_secs(2);

/// What the environment sets: the same variables as for `serve`.
#[derive(Args)]
struct Settings {
    #[command(flatten)]
    bot: BotOptions,

    #[command(flatten)]
    front: FrontOptions,
}

fn main() -> ExitCode {
    let settings: Settings = usual("lambda");
    log_json("info");
    hush_panics();
    no_core_dumps();
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
    // What the first customer would wait for is read while the connections are opened.
    let reading = tokio::task::spawn_blocking(read_ahead);
    let assembled = settings.bot.assemble(Surroundings::Function(&settings.front)).await?;
    for note in &assembled.notes {
        tracing::warn!(target: "payment_smart_bot", "{note}");
    }
    let warmed = tokio::time::timeout(WARM_UP, assembled.warm).await;
    if warmed.is_err() {
        tracing::warn!(target: "payment_smart_bot", metric = "warm_up_timed_out", "not every connection is open yet");
    }
    reading.await?;
    let bot = Arc::new(assembled.bot);
    // The gateway in front is reached from anywhere, and over TLS alone.
    let front = Front { tls: true, ..settings.front.front(true) };
    let router = router(App::new(bot.clone()).trusting(assembled.trust).behind(front));
    let service = service_fn(move |request: Request| answer(bot.clone(), router.clone(), request));
    lambda_http::run(service).await.map_err(|error| anyhow::anyhow!("{error}"))
}

/// A request of the API; or, where an event is none, a schedule's word that it is time to look up what has no end yet, or to
/// delete card data that nobody came for.
/// Nobody but who may invoke the function can send such an event: what comes through the API never has its context.
async fn answer(bot: Arc<Bot>, router: Router, request: Request) -> Result<Response, Infallible> {
    if matches!(request.request_context_ref(), Some(RequestContext::PassThrough)) {
        let event: serde_json::Value = serde_json::from_slice(request.body()).unwrap_or_default();
        return Ok(if event.get("reconcile").is_some() {
            reconciled(&bot).await
        } else if event.get("sweep").is_some() {
            swept(&bot).await
        } else {
            refused()
        });
    }
    router.oneshot(without_base(with_source(with_deadline(request)))).await
}

/// An event of another form than what is deployed sends. Whatever sent it takes what it is answered for a response of HTTP,
/// and one without a status for a good one.
fn refused() -> Response {
    tracing::error!(
        target: "payment_smart_bot",
        "an event came that is neither a request of a REST API (payload format 1.0) nor a schedule's: HTTP APIs (2.0), \
         function URLs and load balancers cannot call this function"
    );
    let status = StatusCode::NOT_IMPLEMENTED;
    let body = json!({
        "type": "urn:payment-smart-bot:problem:unknown-event",
        "title": "This event is not answered here",
        "status": status.as_u16(),
        "detail": "The function answers events of a REST API of API Gateway (payload format 1.0), and {\"reconcile\": {}} and \
                   {\"sweep\": {}} of its schedules. Call it through such an API: infra/template.yaml makes one.",
    });
    let headers = json!({ "content-type": "application/problem+json", "cache-control": "no-store" });
    Json(json!({ "statusCode": status.as_u16(), "headers": headers, "body": body.to_string() })).into_response()
}

/// Looks up what has no end yet. Nobody reads what an asynchronous invocation answers, so the log says it.
async fn reconciled(bot: &Bot) -> Response {
    match bot.reconcile(WITHIN).await {
        Ok(Reconciled { ended, open, failed, old, in_time }) => {
            tracing::info!(target: "payment_smart_bot", ended, open, failed, old, in_time, "reconciled");
            Json(json!({ "ended": ended, "open": open, "failed": failed, "old": old, "inTime": in_time }))
                .into_response()
        }
        Err(error) => {
            tracing::error!(target: "payment_smart_bot", %error, "the ledger could not be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// Deletes card data that is over. As above, the log says it.
async fn swept(bot: &Bot) -> Response {
    match tokio::time::timeout(SWEEPS, bot.delete_overdue()).await {
        Ok(Ok(deleted)) => {
            tracing::info!(target: "payment_smart_bot", deleted, "card data that was over is deleted");
            Json(json!({ "deleted": deleted })).into_response()
        }
        Ok(Err(error)) => {
            tracing::error!(target: "payment_smart_bot", %error, "card data that is over could not be deleted");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
        Err(_) => {
            let metric = "sweep_unfinished";
            tracing::warn!(target: "payment_smart_bot", metric, "ran out of time before all card data that is over was deleted");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// The request without the base path of a custom domain: API Gateway leaves it in the path, and names the resource that the
/// rest of it is one of.
fn without_base(request: lambda_http::Request) -> lambda_http::Request {
    let resource = match request.request_context_ref() {
        Some(RequestContext::ApiGatewayV1(context)) => context.resource_path.clone().unwrap_or_default(),
        Some(_) | None => return request,
    };
    let parts = |path: &str| path.split('/').filter(|part| !part.is_empty()).count();
    let proxied = request.path_parameters_ref().and_then(|named| named.first("proxy")).map_or(1, parts);
    let parts = if resource.ends_with("/{proxy+}") { parts(&resource) - 1 + proxied } else { parts(&resource) };
    match BasePath::before(request.uri().path(), parts) {
        Some(base) => base.taken_off(request),
        None => request,
    }
}

/// The moment at which the platform ends the function, as the router knows it.
fn with_deadline(mut request: lambda_http::Request) -> lambda_http::Request {
    let ends = request.lambda_context_ref().and_then(|context| i64::try_from(context.deadline).ok());
    if let Some(at) = ends.and_then(|ends| Timestamp::from_millisecond(ends).ok()) {
        request.extensions_mut().insert(Deadline(at));
    }
    request
}

/// Where the client is, as the gateway saw it.
fn with_source(mut request: lambda_http::Request) -> lambda_http::Request {
    let source = match request.request_context_ref() {
        Some(RequestContext::ApiGatewayV1(context)) => context.identity.source_ip.as_deref(),
        Some(_) | None => None,
    };
    if let Some(address) = source.and_then(|source| source.parse().ok()) {
        request.extensions_mut().insert(SourceIp(address));
    }
    request
}
