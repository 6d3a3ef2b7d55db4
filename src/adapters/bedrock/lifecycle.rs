//! What Bedrock's control plane says of models and guardrails: `doctor` asks it, no turn does.
//!
//! Lifecycle states: <https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html>. A model that is *legacy*
//! still answers those who use it, until its end of life; from then on every call fails.

use aws_config::SdkConfig;
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Guardrail;
use super::control::{Control, Unanswered, encoded};

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
pub struct BedrockControl(Option<Control>);

impl BedrockControl {
    /// At the Region and endpoint of `config`.
    pub async fn connect(config: &SdkConfig) -> Self {
        Self(Control::connect(config).await)
    }

    /// Where `model` stands: a model's id, an inference profile, or an ARN of either or of an imported model.
    ///
    /// # Errors
    /// When the control plane does not tell.
    pub async fn lifecycle(&self, model: &str) -> Result<Lifecycle, InspectError> {
        let name = encoded(model);
        if model.contains(":imported-model/") {
            let found = self.find(&format!("/imported-models/{name}"), "bedrock:GetImportedModel").await?;
            return Ok(found.map_or(Lifecycle::NotThere, |ImportedModel {}| Lifecycle::Imported));
        }
        let known = self.foundation(model).await?;
        if known != Lifecycle::NotThere {
            return Ok(known);
        }
        let found = self.find(&format!("/inference-profiles/{name}"), "bedrock:GetInferenceProfile").await?;
        let Some(InferenceProfile { status, models }) = found else { return Ok(Lifecycle::NotThere) };
        if status != "ACTIVE" {
            return Err(InspectError::Failed(status));
        }
        // A profile sends to one model in several Regions: its name is the same in all.
        let Some((_, behind)) = models.iter().find_map(|model| model.model_arn.as_deref()?.rsplit_once('/')) else {
            return Err(InspectError::Failed("the inference profile has no model".to_owned()));
        };
        self.foundation(behind).await
    }

    async fn foundation(&self, model: &str) -> Result<Lifecycle, InspectError> {
        let path = format!("/foundation-models/{}", encoded(model));
        let found: Option<FoundationModel> = self.find(&path, "bedrock:GetFoundationModel").await?;
        let Some(details) = found.and_then(|answer| answer.model_details) else { return Ok(Lifecycle::NotThere) };
        let Some(life) = details.model_lifecycle else { return Ok(Lifecycle::Active) };
        Ok(match life.status.as_str() {
            "ACTIVE" => Lifecycle::Active,
            "LEGACY" => Lifecycle::Legacy(life.end_of_life_time),
            _ => return Err(InspectError::Failed(life.status)),
        })
    }

    /// Whether a guardrail can be used: `Some(true)` when it is ready, `None` where there is none of that version.
    ///
    /// # Errors
    /// When the control plane does not tell.
    pub async fn ready(&self, guardrail: &Guardrail) -> Result<Option<bool>, InspectError> {
        let (id, version) = (encoded(&guardrail.id), encoded(&guardrail.version));
        let path = format!("/guardrails/{id}?guardrailVersion={version}");
        let found: Option<Readiness> = self.find(&path, "bedrock:GetGuardrail").await?;
        // One that is being changed answers as it was.
        Ok(found.map(|found| matches!(found.status.as_str(), "READY" | "UPDATING")))
    }

    /// `None` for what is not there: under a name that cannot be one, Bedrock says that the request is not valid.
    async fn find<T: DeserializeOwned>(&self, path: &str, action: &'static str) -> Result<Option<T>, InspectError> {
        let asked = match &self.0 {
            Some(control) => control.get(path).await,
            None => Err(Unanswered::Silent),
        };
        match asked {
            Ok(answer) => Ok(Some(answer)),
            Err(Unanswered::Silent) => Err(InspectError::Failed("no answer, or no credentials".to_owned())),
            Err(Unanswered::Refused(code)) => match code.as_str() {
                "ResourceNotFoundException" | "ValidationException" => Ok(None),
                "AccessDeniedException" => Err(InspectError::Denied(action)),
                _ => Err(InspectError::Failed(code)),
            },
        }
    }
}

/// What is read of `GetFoundationModel`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FoundationModel {
    model_details: Option<ModelDetails>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ModelDetails {
    model_lifecycle: Option<ModelLifecycle>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ModelLifecycle {
    status: String,
    end_of_life_time: Option<Timestamp>,
}

/// What is read of `GetInferenceProfile`.
#[derive(Deserialize)]
struct InferenceProfile {
    status: String,
    models: Vec<ProfileModel>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ProfileModel {
    model_arn: Option<String>,
}

/// What is read of `GetImportedModel`: nothing, it is there.
#[derive(Deserialize)]
struct ImportedModel {}

/// What is read of `GetGuardrail`.
#[derive(Deserialize)]
struct Readiness {
    status: String,
}
