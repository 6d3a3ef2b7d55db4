//! Llama, or any other model, on Amazon Bedrock's Converse API: it is asked for a courtesy while a customer waits, and by
//! the tools for other words of a sentence, and for nothing else.
//!
//! The request holds the instructions of `prompts/instructions.txt`, and the kind of moment or the sentence with its
//! placeholders. The answer is judged before anything else sees it.

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

use crate::ports::ModelState;
use crate::wording::{Breach, Candidate, Frame, Moment, Request, Sentence, Tone};

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
    /// How much chance there is in an answer, 0 to 1.
    pub temperature: f32,
    /// How much of the likeliest words an answer is drawn from, 0 to 1.
    pub top_p: f32,
    /// The guardrail that answers must pass as well.
    pub guardrail: Option<Guardrail>,
    /// How long a turn may wait for a courtesy, all tries together; and how long connecting may take.
    pub deadline: Duration,
}

impl Default for BedrockSettings {
    fn default() -> Self {
        Self {
            models: USUAL_MODELS.map(str::to_owned).to_vec(),
            temperature: 0.5,
            top_p: 0.9,
            guardrail: None,
            deadline: Duration::from_millis(1_200),
        }
    }
}

/// Why a model gave nothing that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Miss {
    /// Its answer was refused.
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

/// Why there is no candidate, for whoever runs a tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// Why.
    pub miss: Miss,
    /// The model that was asked last.
    pub model: String,
    /// What it answered, or what Bedrock said of the error.
    pub told: Option<String>,
}

/// A miss, and what was answered or said of it.
type Told = (Miss, Option<String>);

/// The models on Bedrock.
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

    /// How each model stands, by the last part of its name: an ARN's others name the account.
    pub(super) fn standing(&self) -> Vec<(String, ModelState)> {
        let now = Instant::now();
        let short = |model: &String| model.rsplit('/').next().unwrap_or_default().to_owned();
        self.settings.models.iter().map(short).zip(self.health.iter().map(|health| health.standing(now))).collect()
    }

    /// Opens a connection, so that the first customer does not wait for it; what is answered does not matter.
    pub async fn warm(&self) {
        // A request without a message is refused before any model sees it, and costs nothing.
        let first = self.settings.models.first().cloned().unwrap_or_default();
        let _ = self.client.converse().model_id(first).send().await;
    }

    /// A courtesy for `moment`, before `until`. After a model that answered badly, the next one is asked.
    ///
    /// # Errors
    /// Why there is none, as the last try had it.
    pub async fn frame(&self, moment: &Moment, until: Instant) -> Result<Frame, Miss> {
        let (mut last, mut tries, mut from) = (Miss::NoModel, 0, 0);
        while tries < TRIES {
            let now = Instant::now();
            let healthy = |at: &usize| self.health[*at].can_be_asked(now);
            let Some(at) = (from..self.health.len()).find(healthy).or_else(|| (0..from).rfind(healthy)) else { break };
            if now >= until {
                break;
            }
            // The first try leaves time for another one.
            let left = until - now;
            let by = if tries + 1 < TRIES { now + left * 3 / 5 } else { until };
            let answered = self.ask(at, Request::of_frame(moment), by).await.map_err(|(miss, _)| miss);
            match answered.and_then(|text| Frame::judge(moment, &text).map_err(Miss::Refused)) {
                Ok(frame) => {
                    self.health[at].answered();
                    return Ok(frame);
                }
                Err(miss) => {
                    self.note(at, miss);
                    // A model that is not there has not been tried.
                    tries += u8::from(miss != Miss::Gone);
                    from = at + usize::from(miss != Miss::TimedOut);
                    last = miss;
                }
            }
        }
        Err(last)
    }

    fn note(&self, at: usize, miss: Miss) {
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
            tracing::info!(metric = "frame_missed", reason = miss.wire(), model, "no courtesy");
        }
    }

    /// A candidate for `sentence`, and the model that made it: for tools, where nobody waits.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn candidate(
        &self,
        sentence: &Sentence,
        tone: Tone,
        patience: Duration,
    ) -> Result<(Candidate, String), Missed> {
        let fixed = Missed { miss: Miss::Refused(Breach::Fixed), model: String::new(), told: None };
        let request = Request::of_candidate(sentence, tone).ok_or(fixed)?;
        self.patiently(&request, patience, |text| Candidate::judge(sentence, text)).await
    }

    /// A courtesy for `moment`, and the model that made it: for tools, where nobody waits.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn courtesy(&self, moment: &Moment, patience: Duration) -> Result<(Frame, String), Missed> {
        self.patiently(&Request::of_frame(moment), patience, |text| Frame::judge(moment, text)).await
    }

    /// Asks the models in their order, each once and for as long as `patience`, however they have been doing; why the last
    /// one gave nothing. A model that was asked too much goes before it: it is the one to wait for.
    async fn patiently<T>(
        &self,
        request: &Request,
        patience: Duration,
        judge: impl Fn(&str) -> Result<T, Breach>,
    ) -> Result<(T, String), Missed> {
        let mut missed = Missed { miss: Miss::NoModel, model: String::new(), told: None };
        for (at, model) in self.settings.models.iter().enumerate() {
            let answered = self.ask(at, request.clone(), Instant::now() + patience).await;
            let judged = answered
                .and_then(|text| judge(&text).map_err(|breach| (Miss::Refused(breach), Some(text.trim().to_owned()))));
            match judged {
                Ok(good) => return Ok((good, model.clone())),
                Err(_) if missed.miss == Miss::Throttled => {}
                Err((miss, told)) => missed = Missed { miss, model: model.clone(), told },
            }
        }
        Err(missed)
    }

    /// Asks one model once, for one line.
    async fn ask(&self, at: usize, asked: Request, by: Instant) -> Result<String, Told> {
        let content = ContentBlock::Text(asked.message);
        let message = Message::builder().role(ConversationRole::User).content(content).build();
        let inference = InferenceConfiguration::builder()
            .temperature(self.settings.temperature)
            .top_p(self.settings.top_p)
            .max_tokens(i32::from(asked.max_tokens))
            .build();
        let call = self
            .client
            .converse()
            .model_id(&self.settings.models[at])
            .system(SystemContentBlock::Text(asked.instructions))
            .messages(message.map_err(|error| (Miss::Failed, Some(error.to_string())))?)
            .inference_config(inference)
            .set_guardrail_config(self.settings.guardrail.as_ref().map(guardrail));
        let answered = timeout_at(by, call.send()).await.map_err(|_| (Miss::TimedOut, None))?;
        said(answered.map_err(|error| (failure(&error), explained(&error)))?).map_err(|miss| (miss, None))
    }
}

/// What Bedrock said of an error.
fn explained(error: &SdkError<ConverseError>) -> Option<String> {
    let code = error.code()?;
    Some(error.message().map_or_else(|| code.to_owned(), |message| format!("{code}: {message}")))
}

/// Its trace is off: it would echo what it matched.
fn guardrail(guardrail: &Guardrail) -> GuardrailConfiguration {
    GuardrailConfiguration::builder()
        .guardrail_identifier(&guardrail.id)
        .guardrail_version(&guardrail.version)
        .trace(GuardrailTrace::Disabled)
        .build()
}

/// The first line of an answer. It is cut here and by no stop sequence: some models on Converse refuse those.
#[expect(clippy::wildcard_enum_match_arm, reason = "the SDK's enum is open")]
fn said(output: ConverseOutput) -> Result<String, Miss> {
    let whole = match output.stop_reason() {
        StopReason::EndTurn | StopReason::StopSequence => true,
        StopReason::MaxTokens => false,
        StopReason::GuardrailIntervened => return Err(Miss::Guardrail),
        _ => return Err(Miss::Incomplete),
    };
    let Some(Answer::Message(message)) = output.output else { return Err(Miss::Incomplete) };
    let text = |block| if let ContentBlock::Text(text) = block { Some(text) } else { None };
    let mut texts = message.content.into_iter().filter_map(text);
    let (Some(text), None) = (texts.next(), texts.next()) else { return Err(Miss::Incomplete) };
    match text.trim_start().split_once('\n') {
        Some((line, _)) => Ok(line.trim_end().to_owned()),
        None if whole => Ok(text.trim().to_owned()),
        None => Err(Miss::Incomplete),
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
