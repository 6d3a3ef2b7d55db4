//! The part of `doctor` that asks AWS.

use std::time::Duration;

use payment_smart_bot::adapters::{
    BedrockControl, InspectError, Lifecycle, Miss, Missed, SystemClock, Told, aws, inspect_tables,
};
use payment_smart_bot::dialogue::Language;
use payment_smart_bot::ports::Clock as _;
use payment_smart_bot::settings::CloudOptions;
use payment_smart_bot::wording::{Moment, Tone};

use super::Findings;

/// How long a model may take for one courtesy; a turn waits far less.
const PATIENCE: Duration = Duration::from_secs(15);

/// Tables, guardrail and models, as far as they are named.
pub async fn look(options: &CloudOptions, found: &mut Findings) {
    let named = options.dynamodb_table.is_some() || options.kms_key_id.is_some() || options.models().next().is_some();
    if named && let Some(lacking) = aws::lacking(&aws::settings().await).await {
        return found.wrong("aws", lacking);
    }
    if let (Some(sessions), Some(ledger)) = (&options.dynamodb_table, &options.ledger_table) {
        tables(sessions, ledger, found).await;
    }
    if options.models().next().is_none() {
        return found.note("models", "none is named: no reply is opened with a courtesy");
    }
    let control = BedrockControl::connect(&aws::settings().await).await;
    guardrail(&control, options, found).await;
    let Some(moment) = Moment::every(Language::default(), Tone::default()).next() else { return };
    for model in options.models() {
        lifecycle(&control, model, found).await;
        courtesy(options, model, &moment, found).await;
    }
}

async fn tables(sessions: &str, ledger: &str, found: &mut Findings) {
    match inspect_tables(&aws::settings().await, sessions, ledger).await {
        Ok(told) => {
            for told in told {
                match told {
                    Told::Done(what) => found.well("tables", &what),
                    Told::Missing(what) => found.wrong("tables", &what),
                    Told::Waiting(..) => {}
                }
            }
        }
        Err(error) => found.wrong("tables", &error.to_string()),
    }
}

async fn guardrail(control: &BedrockControl, options: &CloudOptions, found: &mut Findings) {
    let Some(guardrail) = options.guardrail() else { return };
    let name = format!("{}, version {}", guardrail.id, guardrail.version);
    match control.ready(&guardrail).await {
        Ok(Some(true)) => found.well("guardrail", &format!("{name}: ready")),
        Ok(Some(false)) => found.wrong("guardrail", &format!("{name}: not ready: wait, or look at it in Bedrock")),
        Ok(None) => {
            found.wrong("guardrail", &format!("{name}: there is none: look at BEDROCK_GUARDRAIL_ID and its version"));
        }
        Err(error) => unread("guardrail", &name, &error, found),
    }
}

/// What may not be read may be well nevertheless: the courtesy that comes next shows it.
fn unread(what: &str, name: &str, error: &InspectError, found: &mut Findings) {
    found.note(what, &format!("{name}: {error}"));
}

async fn lifecycle(control: &BedrockControl, model: &str, found: &mut Findings) {
    match control.lifecycle(model).await {
        Ok(Lifecycle::Active) => found.well("models", &format!("{model}: active")),
        Ok(Lifecycle::Imported) => found.well("models", &format!("{model}: imported, without an end of life")),
        Ok(Lifecycle::Legacy(Some(end))) if end <= SystemClock.now() => found.wrong(
            "models",
            &format!("{model}: reached its end of life on {}: name another", end.strftime("%Y-%m-%d")),
        ),
        Ok(Lifecycle::Legacy(Some(end))) => found
            .note("models", &format!("{model}: legacy: name another before it ends on {}", end.strftime("%Y-%m-%d"))),
        Ok(Lifecycle::Legacy(None)) => {
            found.note("models", &format!("{model}: legacy, its end not yet set: name another in time"));
        }
        Ok(Lifecycle::NotThere) => found.wrong(
            "models",
            &format!("{model}: no model or inference profile of this name in this Region: look at BEDROCK_MODEL_ID"),
        ),
        Err(error) => unread("models", model, &error, found),
    }
}

/// The model makes one courtesy, by itself, with the guardrail where there is one.
async fn courtesy(options: &CloudOptions, model: &str, moment: &Moment, found: &mut Findings) {
    let alone = CloudOptions { bedrock_model_id: vec![model.to_owned()], ..options.clone() };
    let Some(bedrock) = alone.model(&aws::settings().await, PATIENCE) else { return };
    let Err(Missed { miss, told, .. }) = bedrock.courtesy(moment, PATIENCE).await else {
        return found.well("models", &format!("{model}: answers, and keeps to the list of courtesies"));
    };
    let told = told.map(|told| format!(" ({told})")).unwrap_or_default();
    match miss {
        Miss::Gone => found.wrong(
            "models",
            &format!(
                "{model}: not there (at its end of life?), or not allowed{told}: name a model that lives, allow \
                 bedrock:InvokeModel on it and on its inference profile, and enable it in this Region"
            ),
        ),
        Miss::Guardrail => {
            found.wrong("models", &format!("{model}: the guardrail refuses an ordinary courtesy: widen it"));
        }
        Miss::Refused(breach) => {
            found
                .note("models", &format!("{model}: answers; this time not with a listed courtesy ({})", breach.wire()));
        }
        Miss::Incomplete | Miss::TimedOut | Miss::Throttled | Miss::Failed | Miss::NoModel => found
            .wrong("models", &format!("{model}: no answer in time: {}{told}: try again, or name another", miss.wire())),
    }
}
