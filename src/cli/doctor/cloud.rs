//! The part of `doctor` that asks AWS.

use std::time::Duration;

use payment_smart_bot::adapters::{
    BedrockControl, InspectError, Lifecycle, Miss, SystemClock, Told, aws, inspect_tables,
};
use payment_smart_bot::dialogue::Language;
use payment_smart_bot::ports::Clock as _;
use payment_smart_bot::settings::CloudOptions;
use payment_smart_bot::wording::Sentence;
use tokio::time::Instant;

use super::Findings;

/// How long a model may take for one sentence; a turn waits far less.
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
        return found.note("models", "none is named: every sentence is said as the catalog has it");
    }
    let control = BedrockControl::connect(&aws::settings().await).await;
    guardrail(&control, options, found).await;
    let Some((_, sentence)) =
        payment_smart_bot::wording::all(Language::default()).find(|(_, sentence)| !sentence.fixed())
    else {
        return;
    };
    for model in options.models() {
        lifecycle(&control, model, found).await;
        words(options, model, &sentence, found).await;
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

/// What may not be read may be well nevertheless: the wording that comes next shows it.
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

/// The model words one sentence, by itself, with the guardrail where there is one.
async fn words(options: &CloudOptions, model: &str, sentence: &Sentence, found: &mut Findings) {
    let alone = CloudOptions { bedrock_model_id: vec![model.to_owned()], ..options.clone() };
    let Some(bedrock) = alone.model(&aws::settings().await) else { return };
    match bedrock.word(sentence, Instant::now() + PATIENCE).await {
        Ok(_) => found.well("models", &format!("{model}: words, and passes the contract")),
        Err((Miss::Gone, _)) => found.wrong(
            "models",
            &format!(
                "{model}: not there (at its end of life?), or not allowed: name a model that lives, allow \
                 bedrock:InvokeModel on it and on its inference profile, and enable it in this Region"
            ),
        ),
        Err((Miss::Guardrail, _)) => {
            found.wrong("models", &format!("{model}: the guardrail refuses an ordinary sentence: widen it"));
        }
        Err((Miss::Refused(breach), _)) => {
            found.note("models", &format!("{model}: answers; the contract refused this wording ({})", breach.wire()));
        }
        Err((miss, _)) => {
            found
                .wrong("models", &format!("{model}: no wording in time ({}): try again, or name another", miss.wire()));
        }
    }
}
