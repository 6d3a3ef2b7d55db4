//! AWS: each part by itself, wherever it is named.

use std::pin::Pin;
use std::sync::Arc;
#[cfg(feature = "aws")]
use std::time::Duration;

#[cfg(not(feature = "aws"))]
use std::future::ready;

#[cfg(not(feature = "aws"))]
use anyhow::anyhow;
use clap::Args;

use crate::ports::{Framer, Store, Vault};

use super::VoiceOptions;

#[cfg(feature = "aws")]
use crate::adapters::{
    Bedrock, BedrockSettings, DynamoSessions, Frames, Guardrail, Harvest, KmsVault, Source, USUAL_MODELS, aws,
};

/// Opens connections ahead of time, all at once; ends when they are open or cannot be.
pub type Warm = Pin<Box<dyn Future<Output = ()> + Send>>;

/// What is used of AWS. Region, credentials and endpoints are the SDK's own variables (`AWS_REGION`,
/// `AWS_ENDPOINT_URL_DYNAMODB`, …).
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "AWS, each part by itself")]
pub struct CloudOptions {
    /// Keep sessions in this DynamoDB table (made by `table create`); needs --ledger-table too.
    #[arg(long, value_name = "NAME", env = "DYNAMODB_TABLE", value_parser = table_name)]
    pub dynamodb_table: Option<String>,

    /// Keep attempts and the audit trail in this DynamoDB table.
    #[arg(long, value_name = "NAME", env = "LEDGER_TABLE", value_parser = table_name)]
    pub ledger_table: Option<String>,

    /// Seal card data under data keys of this KMS key (id, ARN or alias/…), not under keys of this machine.
    #[arg(long, value_name = "KEY", env = "KMS_KEY_ID")]
    pub kms_key_id: Option<String>,

    /// Ask these Bedrock models for courtesies or candidates (see --wording), in this order: ids, inference profiles, or
    /// ARNs (of imported models too), parted by commas. "usual" stands for Llama 3.2 1B, then Llama 3.1 8B.
    #[arg(long, value_name = "MODELS", env = "BEDROCK_MODEL_ID", value_delimiter = ',')]
    pub bedrock_model_id: Vec<String>,

    /// The Bedrock guardrail that a model's answers must pass as well.
    #[arg(long, value_name = "ID", env = "BEDROCK_GUARDRAIL_ID")]
    pub bedrock_guardrail_id: Option<String>,

    /// The guardrail's version.
    #[arg(long, value_name = "VERSION", default_value = "DRAFT", env = "BEDROCK_GUARDRAIL_VERSION")]
    pub bedrock_guardrail_version: String,

    /// How long a model may take for a courtesy, all tries together, in milliseconds; a customer waits 400 of them at most.
    #[arg(long, value_name = "MS", default_value_t = 1_200, env = "BEDROCK_DEADLINE_MS", value_parser = clap::value_parser!(u64).range(50..=10_000))]
    pub bedrock_deadline_ms: u64,

    /// How much chance there is in an answer: 0 to 1.
    #[arg(long, value_name = "0..1", default_value_t = 0.5, env = "BEDROCK_TEMPERATURE", value_parser = fraction)]
    pub bedrock_temperature: f32,

    /// How much of the likeliest words an answer is drawn from: 0 to 1.
    #[arg(long, value_name = "0..1", default_value_t = 0.9, env = "BEDROCK_TOP_P", value_parser = fraction)]
    pub bedrock_top_p: f32,
}

/// The adapters that are named, and what opens their connections.
pub(super) struct Adapters {
    pub store: Option<Arc<dyn Store>>,
    pub vault: Option<Arc<dyn Vault>>,
    pub framer: Option<Arc<dyn Framer>>,
    pub kept: Option<String>,
    pub warm: Warm,
}

/// The name of a table, or its ARN: what DynamoDB takes in `TableName` (*API reference*, `CreateTable` and `GetItem`).
///
/// # Errors
///
/// In words for who gave it, when it is neither.
pub fn table_name(text: &str) -> Result<String, String> {
    let named = (3..=255).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte));
    if named || text.starts_with("arn:") {
        return Ok(text.to_owned());
    }
    Err("a table's name has 3 to 255 letters, digits, underscores, hyphens and dots".to_owned())
}

fn fraction(text: &str) -> Result<f32, String> {
    let read = text.parse().ok().filter(|value| (0.0..=1.0).contains(value));
    read.ok_or_else(|| "a number from 0 to 1 is expected".to_owned())
}

impl CloudOptions {
    /// Whether sessions are in DynamoDB.
    #[must_use]
    pub const fn keeps_sessions(&self) -> bool {
        self.dynamodb_table.is_some()
    }

    /// Whether card data is sealed under keys of KMS.
    #[must_use]
    pub const fn seals(&self) -> bool {
        self.kms_key_id.is_some()
    }

    /// Whether a model is named.
    pub(super) const fn names_a_model(&self) -> bool {
        !self.bedrock_model_id.is_empty()
    }

    /// Whether what is named goes together. `memory`: sessions are to stay in memory.
    pub(super) fn check(&self, memory: bool) -> anyhow::Result<()> {
        anyhow::ensure!(
            self.dynamodb_table.is_some() == self.ledger_table.is_some(),
            "DYNAMODB_TABLE (--dynamodb-table) and LEDGER_TABLE (--ledger-table) go together: set both, or none"
        );
        anyhow::ensure!(
            !memory || self.dynamodb_table.is_none(),
            "--memory and DYNAMODB_TABLE contradict each other: leave one out"
        );
        Ok(())
    }
}

#[cfg(not(feature = "aws"))]
impl CloudOptions {
    pub(super) fn adapters(&self, _: &VoiceOptions) -> impl Future<Output = anyhow::Result<Adapters>> {
        let named = self.dynamodb_table.is_some() || self.kms_key_id.is_some() || !self.bedrock_model_id.is_empty();
        ready(if named {
            Err(anyhow!("this build has no AWS adapters; build it with the feature \"aws\""))
        } else {
            Ok(Adapters { store: None, vault: None, framer: None, kept: None, warm: Box::pin(async {}) })
        })
    }
}

#[cfg(feature = "aws")]
impl CloudOptions {
    /// The adapters that are named.
    pub(super) async fn adapters(&self, voice: &VoiceOptions) -> anyhow::Result<Adapters> {
        // Reading the SDK's settings looks for files: nobody pays for it who uses nothing of it.
        let named = self.dynamodb_table.is_some() || self.kms_key_id.is_some() || !self.bedrock_model_id.is_empty();
        let config = if named { Some(aws::settings().await) } else { None };
        let sessions = config.as_ref().zip(self.dynamodb_table.as_ref()).zip(self.ledger_table.as_ref());
        let sessions = sessions
            .map(|((config, table), ledger)| Arc::new(DynamoSessions::connect(config, table.clone(), ledger.clone())));
        let vault = config.as_ref().zip(self.kms_key_id.as_ref()).map(|(config, key)| {
            // Seals are bound to the table; without one they are bound to its absence.
            let table = self.dynamodb_table.clone().unwrap_or_default();
            Arc::new(KmsVault::connect(config, key.clone(), table))
        });
        let model = config.as_ref().and_then(|config| self.model(config, self.deadline()));
        let (framer, opener) = framer(model, voice)?;
        let kept = self.dynamodb_table.as_ref().map(|table| format!("in the DynamoDB table {table}, card data sealed"));
        let warm = warm(sessions.clone(), vault.clone(), opener);
        Ok(Adapters {
            store: sessions.map(|sessions| sessions as Arc<dyn Store>),
            vault: vault.map(|vault| vault as Arc<dyn Vault>),
            framer,
            kept,
            warm,
        })
    }

    /// How long a customer waits for a courtesy.
    const fn deadline(&self) -> Duration {
        Duration::from_millis(self.bedrock_deadline_ms)
    }

    /// The models that are named, for whoever waits so long; `None` when there are none.
    #[must_use]
    pub fn model(&self, config: &aws_config::SdkConfig, deadline: Duration) -> Option<Bedrock> {
        if self.bedrock_model_id.is_empty() {
            return None;
        }
        let settings = BedrockSettings {
            models: self.models().map(str::to_owned).collect(),
            temperature: self.bedrock_temperature,
            top_p: self.bedrock_top_p,
            guardrail: self.guardrail(),
            deadline,
        };
        Some(Bedrock::connect(config, settings))
    }

    /// The models by name, in the order they are asked.
    pub fn models(&self) -> impl Iterator<Item = &str> {
        let named = self.bedrock_model_id.iter().map(|model| model.trim()).filter(|model| !model.is_empty());
        named.flat_map(|model| if model == "usual" { USUAL_MODELS.to_vec() } else { vec![model] })
    }

    /// The guardrail that is named.
    #[must_use]
    pub fn guardrail(&self) -> Option<Guardrail> {
        let id = self.bedrock_guardrail_id.clone()?;
        Some(Guardrail { id, version: self.bedrock_guardrail_version.clone() })
    }
}

/// What a model is asked for, and the same where its connection is to be opened ahead of time.
#[cfg(feature = "aws")]
#[expect(clippy::type_complexity, reason = "one adapter, as the port and as itself")]
fn framer(
    model: Option<Bedrock>,
    voice: &VoiceOptions,
) -> anyhow::Result<(Option<Arc<dyn Framer>>, Option<Arc<Frames>>)> {
    let Some(model) = model else { return Ok((None, None)) };
    Ok(match (voice.source(true), voice.shelf()?) {
        (Source::Catalog | Source::Reviewed, _) | (Source::Harvest, None) => (None, None),
        (Source::Live, _) => {
            let frames = Arc::new(Frames::new(model, Frames::WAIT));
            (Some(frames.clone()), Some(frames))
        }
        (Source::Harvest, Some(shelf)) => (Some(Arc::new(Harvest::new(model, shelf))), None),
    })
}

/// All connections at once: each takes a TLS handshake.
#[cfg(feature = "aws")]
fn warm(sessions: Option<Arc<DynamoSessions>>, vault: Option<Arc<KmsVault>>, frames: Option<Arc<Frames>>) -> Warm {
    Box::pin(async move {
        let sessions = async {
            if let Some(sessions) = sessions {
                sessions.warm().await;
            }
        };
        let vault = async {
            if let Some(vault) = vault {
                vault.warm().await;
            }
        };
        let frames = async {
            if let Some(frames) = frames {
                frames.warm().await;
            }
        };
        tokio::join!(sessions, vault, frames);
    })
}
