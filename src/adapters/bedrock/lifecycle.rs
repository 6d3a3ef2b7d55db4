//! What Bedrock's control plane says of models and guardrails: `doctor` asks it, no turn does.
//!
//! Lifecycle states: <https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html>. A model that is *legacy*
//! still answers those who use it, until its end of life; from then on every call fails.

use std::time::Duration;

use aws_config::SdkConfig;
use aws_sdk_bedrock::Client;
use aws_sdk_bedrock::config::timeout::TimeoutConfig;
use aws_sdk_bedrock::error::SdkError;
use aws_sdk_bedrock::types::{FoundationModelLifecycleStatus, GuardrailStatus, InferenceProfileStatus};
use jiff::Timestamp;

use super::Guardrail;

/// How long one question may take, all tries together.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where a model stands in its life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lifecycle {
    /// It is offered to everybody.
    Active,
    /// It is still served, until its end of life where one is set.
    Legacy(Option<Timestamp>),
    /// Imported by its owner: Bedrock sets it no end.
    Imported,
    /// No model or inference profile has this name in this Region.
    NotThere,
}

/// Why the control plane did not tell.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InspectError {
    /// The role may not ask.
    #[error("may not be read: allow {0} to the role that asks")]
    Denied(&'static str),
    /// No answer that makes sense; what the service calls it.
    #[error("could not be read ({0}): is Bedrock offered in this Region, and reachable from here?")]
    Failed(String),
}

/// Asks of models and guardrails.
#[derive(Clone, Debug)]
pub struct BedrockControl(Client);

impl BedrockControl {
    /// At the Region and endpoint of `config`.
    #[must_use]
    pub fn connect(config: &SdkConfig) -> Self {
        let timeouts = TimeoutConfig::builder().operation_timeout(PATIENCE).build();
        Self(Client::from_conf(aws_sdk_bedrock::config::Builder::from(config).timeout_config(timeouts).build()))
    }

    /// Where `model` stands: a model's id, an inference profile, or an ARN of either or of an imported model.
    ///
    /// # Errors
    /// When the control plane does not tell.
    pub async fn lifecycle(&self, model: &str) -> Result<Lifecycle, InspectError> {
        if model.contains(":imported-model/") {
            let asked = self.0.get_imported_model().model_identifier(model).send().await;
            let found = found(asked, "bedrock:GetImportedModel")?;
            return Ok(found.map_or(Lifecycle::NotThere, |_| Lifecycle::Imported));
        }
        match self.foundation(model).await? {
            Lifecycle::NotThere => {}
            known => return Ok(known),
        }
        let asked = self.0.get_inference_profile().inference_profile_identifier(model).send().await;
        let Some(profile) = found(asked, "bedrock:GetInferenceProfile")? else { return Ok(Lifecycle::NotThere) };
        if *profile.status() != InferenceProfileStatus::Active {
            return Err(InspectError::Failed(profile.status().as_str().to_owned()));
        }
        // A profile sends to one model in several Regions: its name is the same in all.
        let Some((_, behind)) = profile.models().iter().find_map(|model| model.model_arn()?.rsplit_once('/')) else {
            return Err(InspectError::Failed("the inference profile has no model".to_owned()));
        };
        self.foundation(behind).await
    }

    async fn foundation(&self, model: &str) -> Result<Lifecycle, InspectError> {
        let asked = self.0.get_foundation_model().model_identifier(model).send().await;
        let found = found(asked, "bedrock:GetFoundationModel")?;
        let Some(details) = found.and_then(|answer| answer.model_details) else { return Ok(Lifecycle::NotThere) };
        let Some(life) = details.model_lifecycle else { return Ok(Lifecycle::Active) };
        let end = life.end_of_life_time.and_then(|end| Timestamp::from_second(end.secs()).ok());
        Ok(match life.status {
            FoundationModelLifecycleStatus::Active => Lifecycle::Active,
            FoundationModelLifecycleStatus::Legacy => Lifecycle::Legacy(end),
            other => return Err(InspectError::Failed(other.as_str().to_owned())),
        })
    }

    /// Whether a guardrail can be used: `Some(true)` when it is ready, `None` where there is none of that version.
    ///
    /// # Errors
    /// When the control plane does not tell.
    pub async fn ready(&self, guardrail: &Guardrail) -> Result<Option<bool>, InspectError> {
        let asked = self.0.get_guardrail().guardrail_identifier(&guardrail.id);
        let asked = asked.guardrail_version(&guardrail.version).send().await;
        let found = found(asked, "bedrock:GetGuardrail")?;
        // One that is being changed answers as it was.
        Ok(found.map(|found| matches!(found.status(), GuardrailStatus::Ready | GuardrailStatus::Updating)))
    }
}

/// `None` for what is not there: under a name that cannot be one, Bedrock says that the request is not valid.
fn found<T, E>(asked: Result<T, SdkError<E>>, action: &'static str) -> Result<Option<T>, InspectError>
where
    E: std::error::Error + aws_sdk_bedrock::error::ProvideErrorMetadata,
{
    let error = match asked {
        Ok(answer) => return Ok(Some(answer)),
        Err(error) => error,
    };
    match error.as_service_error().and_then(|error| error.code()) {
        Some("ResourceNotFoundException" | "ValidationException") => Ok(None),
        Some("AccessDeniedException") => Err(InspectError::Denied(action)),
        Some(code) => Err(InspectError::Failed(code.to_owned())),
        None => Err(InspectError::Failed("no answer, or no credentials".to_owned())),
    }
}
