//! Llama, or any other model, on Amazon Bedrock's Converse API: it is asked to word one sentence, and for nothing else.
//!
//! The request holds the instructions of `prompts/instructions.txt` and the sentence with its placeholders. The answer
//! is judged by the sentence's contract before anything else sees it.

mod control;
mod health;
mod lifecycle;

use std::time::Duration;

use aws_config::SdkConfig;
use aws_sdk_bedrockruntime::Client;
use aws_sdk_bedrockruntime::config::retry::RetryConfig;
use aws_sdk_bedrockruntime::config::timeout::TimeoutConfig;
use aws_sdk_bedrockruntime::error::{ProvideErrorMetadata as _, SdkError};
use aws_sdk_bedrockruntime::operation::converse::{ConverseError, ConverseOutput};
use aws_sdk_bedrockruntime::types::{
    ContentBlock, ConversationRole, ConverseOutput as Answer, GuardrailConfiguration, GuardrailTrace,
    InferenceConfiguration, Message, StopReason, SystemContentBlock,
};
use strum::IntoStaticStr;
use tokio::time::{Instant, timeout_at};

use crate::wording::{Breach, Sentence, Tone, Wording, request};

use health::Health;
pub use health::REST;
pub use lifecycle::{BedrockControl, InspectError, Lifecycle};

/// The models that are asked when the operator names none. Llama 3.2 1B can no longer be had on demand (it reached its
/// end of life on Bedrock on 2026-07-07); it stays first for accounts that still have it, and is left out at the first
/// 404. Llama 3.1 8B is its nearest living relative.
pub const USUAL_MODELS: [&str; 2] = ["us.meta.llama3-2-1b-instruct-v1:0", "us.meta.llama3-1-8b-instruct-v1:0"];

/// A first try and one more.
const TRIES: u8 = 2;

/// What a guardrail is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guardrail {
    /// Its id or ARN.
    pub id: String,
    /// Its version, like `1` or `DRAFT`.
    pub version: String,
}

/// What is asked of which models.
#[derive(Clone, Debug, PartialEq)]
pub struct BedrockSettings {
    /// Model ids, inference profiles or ARNs (of imported models too), in the order they are asked.
    pub models: Vec<String>,
    /// How a wording shall sound.
    pub tone: Tone,
    /// How much chance there is in an answer, 0 to 1.
    pub temperature: f32,
    /// How much of the likeliest words an answer is drawn from, 0 to 1.
    pub top_p: f32,
    /// The longest answer, in tokens.
    pub max_tokens: i32,
    /// The guardrail that answers must pass as well.
    pub guardrail: Option<Guardrail>,
    /// How long the wordings of a turn may take, all tries together.
    pub deadline: Duration,
}

impl Default for BedrockSettings {
    fn default() -> Self {
        Self {
            models: USUAL_MODELS.map(str::to_owned).to_vec(),
            tone: Tone::default(),
            temperature: 0.5,
            top_p: 0.9,
            max_tokens: 512,
            guardrail: None,
            deadline: Duration::from_millis(1_200),
        }
    }
}

/// Why a model gave no wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Miss {
    /// Its answer breached the contract.
    #[strum(transparent)]
    Refused(Breach),
    /// The guardrail stepped in.
    Guardrail,
    /// The answer was cut off or filtered, or held no text.
    Incomplete,
    /// The model is not there, or may not be used: it is left out for the life of the process.
    #[strum(serialize = "model_gone")]
    Gone,
    /// No answer in time.
    TimedOut,
    /// Too many requests.
    Throttled,
    /// The service failed, or what came was no answer.
    Failed,
    /// Every model is gone or rests.
    NoModel,
}

impl Miss {
    /// Its name in metrics.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// A wording and the model that made it, or the last reason why there is none and what was answered.
pub type Tried = Result<(Wording, String), (Miss, Option<String>)>;

/// Words sentences on Bedrock.
#[derive(Debug)]
pub struct Bedrock {
    client: Client,
    settings: BedrockSettings,
    health: Vec<Health>,
}

impl Bedrock {
    /// The models of `settings`, at the Region and endpoint of `config`.
    #[must_use]
    pub fn connect(config: &SdkConfig, settings: BedrockSettings) -> Self {
        let timeouts = TimeoutConfig::builder().connect_timeout(settings.deadline).build();
        let config = aws_sdk_bedrockruntime::config::Builder::from(config)
            // What is tried again, and how long, is decided below: the customer waits.
            .retry_config(RetryConfig::disabled())
            .timeout_config(timeouts)
            .build();
        let health = settings.models.iter().map(|_| Health::default()).collect();
        Self { client: Client::from_conf(config), settings, health }
    }

    /// What is asked of which models.
    #[must_use]
    pub const fn settings(&self) -> &BedrockSettings {
        &self.settings
    }

    /// Opens a connection, so that the first customer does not wait for it; what is answered does not matter.
    pub async fn warm(&self) {
        // A request without a message is refused before any model sees it, and costs nothing.
        let first = self.settings.models.first().cloned().unwrap_or_default();
        let _ = self.client.converse().model_id(first).send().await;
    }

    /// A wording of `sentence` that passed its contract, before `until`.
    ///
    /// # Errors
    /// Why there is none, as the last try had it.
    pub async fn word(&self, sentence: &Sentence, until: Instant) -> Tried {
        let mut last = (Miss::NoModel, None);
        let mut tries = 0;
        while tries < TRIES {
            let now = Instant::now();
            let Some(at) = self.health.iter().position(|health| health.can_be_asked(now)) else { break };
            if now >= until {
                break;
            }
            // The first try leaves time for another one.
            let left = until - now;
            let by = if tries + 1 < TRIES { now + left * 3 / 5 } else { until };
            match self.ask(at, sentence, by).await {
                Ok(wording) => {
                    self.health[at].answered();
                    return Ok((wording, self.settings.models[at].clone()));
                }
                Err(miss) => {
                    self.note(at, miss.0, sentence);
                    // A model that is not there has not been tried.
                    tries += u8::from(miss.0 != Miss::Gone);
                    last = miss;
                }
            }
        }
        Err(last)
    }

    fn note(&self, at: usize, miss: Miss, sentence: &Sentence) {
        let model = &self.settings.models[at];
        let health = &self.health[at];
        match miss {
            Miss::Gone => health.gone(),
            Miss::TimedOut => health.timed_out(Instant::now()),
            Miss::Refused(_) | Miss::Guardrail | Miss::Incomplete | Miss::Throttled | Miss::Failed => health.answered(),
            Miss::NoModel => {}
        }
        if miss == Miss::Gone {
            tracing::warn!(
                metric = "model_gone",
                model,
                "a model is gone or may not be used; it is left out from now on"
            );
        } else {
            tracing::info!(metric = "wording_missed", reason = miss.wire(), act = sentence.id(), model, "no wording");
        }
    }

    /// Asks one model once.
    async fn ask(&self, at: usize, sentence: &Sentence, by: Instant) -> Result<Wording, (Miss, Option<String>)> {
        let asked = request(sentence, self.settings.tone).ok_or((Miss::Refused(Breach::Fixed), None))?;
        let content = ContentBlock::Text(asked.sentence.to_owned());
        let message = Message::builder().role(ConversationRole::User).content(content).build();
        let inference = InferenceConfiguration::builder()
            .temperature(self.settings.temperature)
            .top_p(self.settings.top_p)
            .max_tokens(self.settings.max_tokens)
            .build();
        let call = self
            .client
            .converse()
            .model_id(&self.settings.models[at])
            .system(SystemContentBlock::Text(asked.instructions))
            .messages(message.map_err(|_| (Miss::Failed, None))?)
            .inference_config(inference)
            .set_guardrail_config(self.settings.guardrail.as_ref().map(guardrail));
        let answered = timeout_at(by, call.send()).await.map_err(|_| (Miss::TimedOut, None))?;
        let text = said(answered.map_err(|error| (failure(&error), None))?).map_err(|miss| (miss, None))?;
        Wording::judge(sentence, &text).map_err(|breach| (Miss::Refused(breach), Some(text)))
    }
}

/// Its trace is off: it would echo what it matched.
fn guardrail(guardrail: &Guardrail) -> GuardrailConfiguration {
    GuardrailConfiguration::builder()
        .guardrail_identifier(&guardrail.id)
        .guardrail_version(&guardrail.version)
        .trace(GuardrailTrace::Disabled)
        .build()
}

/// The text of an answer that came to its end.
#[expect(clippy::wildcard_enum_match_arm, reason = "the SDK's enum is open")]
fn said(output: ConverseOutput) -> Result<String, Miss> {
    match output.stop_reason() {
        StopReason::EndTurn | StopReason::StopSequence => {}
        StopReason::GuardrailIntervened => return Err(Miss::Guardrail),
        _ => return Err(Miss::Incomplete),
    }
    let Some(Answer::Message(message)) = output.output else { return Err(Miss::Incomplete) };
    let text = |block| if let ContentBlock::Text(text) = block { Some(text) } else { None };
    let mut texts = message.content.into_iter().filter_map(text);
    match (texts.next(), texts.next()) {
        (Some(text), None) => Ok(text),
        _ => Err(Miss::Incomplete),
    }
}

/// What an error means for the model that gave it.
#[expect(clippy::wildcard_enum_match_arm, reason = "the SDK's enum is open")]
fn failure(error: &SdkError<ConverseError>) -> Miss {
    let timed_out = match error {
        SdkError::TimeoutError(_) => true,
        SdkError::DispatchFailure(failure) => failure.is_timeout(),
        _ => false,
    };
    if timed_out {
        return Miss::TimedOut;
    }
    match error.code() {
        Some("ResourceNotFoundException" | "AccessDeniedException") => Miss::Gone,
        // An id that is none, or that is to be called by its inference profile, is a fault of the request to Bedrock.
        Some("ValidationException")
            if error.message().is_some_and(|text| text.contains("model identifier") || text.contains("on-demand")) =>
        {
            Miss::Gone
        }
        Some("ThrottlingException" | "ServiceQuotaExceededException") => Miss::Throttled,
        Some("ModelTimeoutException") => Miss::TimedOut,
        _ => Miss::Failed,
    }
}
