//! `chat`: a conversation in the terminal.

use std::io::{IsTerminal as _, Write as _, stdin, stdout};

use anyhow::{Context as _, bail};
use clap::Args;
use jiff::Timestamp;
use payment_smart_bot::dialogue::{Language, Payment, StateName};
use payment_smart_bot::language::{Listening, Utterance, redact_told, understand};
use payment_smart_bot::orders::OrderKey;
use payment_smart_bot::session::NextAction;
use payment_smart_bot::session::SessionId;
use payment_smart_bot::settings::{BotOptions, Surroundings, language};
use payment_smart_bot::turn::{Bot, ChatError, Chatted, Closed, Reply, Stop, Turn};
use zeroize::Zeroizing;

use super::serve::TENDING;
use super::terminal::{Typed, colours, line};
use super::{End, logging};

/// The longest message, as the chat API has it.
const CHARACTERS: usize = 4_000;

/// Talks in the terminal. Ends with /quit, Ctrl-D or Ctrl-C.
///
/// Sessions are kept in memory unless --data is given. Lines can be piped in: then each is shown (masked) before its
/// answer. Digits that are secret do not show while they are typed.
#[derive(Args)]
#[command(after_help = "\
Examples:
  payment-smart-bot chat
  payment-smart-bot chat --language es --amount \"49.90 EUR\" --payee \"Harbour Books\"
  printf '%s\\n' 'I want to pay' 'Jane Roe' '4242 4242 4242 4242' '12/2030' '123' 'yes' | payment-smart-bot chat

Test cards: 4242 4242 4242 4242 is paid, 4000 0000 0000 0002 declined; `payment-smart-bot help serve` lists them all.")]
pub struct Chat {
    /// The language to begin in.
    #[arg(long, value_name = "TAG", default_value = Language::default().code(), value_parser = language, env = "PAYMENT_SMART_BOT_LANGUAGE")]
    language: Language,

    /// The merchant's signed order that is paid, where orders are demanded (`ORDER_KEY`); `order sign` makes one.
    #[arg(long, value_name = "JWT")]
    order: Option<String>,

    #[command(flatten)]
    bot: BotOptions,
}

impl Chat {
    /// Talks until there is no more.
    pub fn run(&self) -> anyhow::Result<End> {
        logging::start("error");
        let runtime = tokio::runtime::Runtime::new().context("the runtime")?;
        let assembled = runtime.block_on(self.bot.assemble(Surroundings::Terminal))?;
        let charging = assembled.charging;
        let order = self.order(assembled.trust.orders.as_ref(), assembled.bot.clock.now())?;
        let tended = assembled.bot.clone();
        // What is over goes while the prompt waits, as it does in a server.
        runtime.spawn(async move {
            loop {
                tokio::time::sleep(TENDING).await;
                let _ = tended.tend().await;
            }
        });
        let mut talk = Talk::new(assembled.bot, self.language, order);
        #[cfg(unix)]
        let _quiet = talk.typed.then(super::terminal::quiet).transpose().context("the terminal")?;
        talk.greet(charging.is_live())?;
        while let Typed::Line(text) = talk.listen()? {
            match text.trim() {
                "/quit" | "/exit" => break,
                _ => runtime.block_on(talk.turn(text))?,
            }
        }
        talk.leave()?;
        Ok(End::Well)
    }

    /// What the merchant signed for.
    fn order(&self, key: Option<&OrderKey>, now: Timestamp) -> anyhow::Result<Option<Payment>> {
        match (key, &self.order) {
            (Some(key), Some(token)) => Ok(Some(key.check(token, now)?)),
            (Some(_), None) => {
                bail!(
                    "with an order key, a conversation is for an order: give one with --order; `payment-smart-bot order sign` makes one"
                )
            }
            (None, Some(_)) => bail!("an order is checked with the merchant's key: set ORDER_KEY"),
            (None, None) => Ok(None),
        }
    }
}

/// A conversation under way.
struct Talk {
    bot: Bot,
    language: Language,
    order: Option<Payment>,
    colours: bool,
    typed: bool,
    session: Option<(SessionId, Zeroizing<String>)>,
    turn: Option<u32>,
    step: StateName,
}

impl Talk {
    fn new(bot: Bot, language: Language, order: Option<Payment>) -> Self {
        let terminal = stdout().is_terminal();
        let typed = stdin().is_terminal() && terminal;
        Self {
            bot,
            language,
            order,
            colours: colours(terminal),
            typed,
            session: None,
            turn: None,
            step: StateName::Name,
        }
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.colours { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    fn greet(&self, live: bool) -> anyhow::Result<()> {
        if !live {
            let banner = "This is a demonstration: only published test card numbers are taken, and no money moves.";
            writeln!(stdout(), "{}", self.paint("33", banner))?;
        }
        if self.typed {
            writeln!(stdout(), "{}", self.paint("2", "Say hello to begin; /quit ends it."))?;
        }
        Ok(())
    }

    fn leave(&self) -> anyhow::Result<()> {
        if self.typed {
            writeln!(stdout(), "{}", self.paint("2", "Goodbye."))?;
        }
        Ok(())
    }

    fn listen(&self) -> anyhow::Result<Typed> {
        let prompt = if self.typed { self.paint("36", &format!("{}> ", self.step.wire())) } else { String::new() };
        // A date may be seen while it is typed; a number and a code may not.
        let dates = self.step == StateName::Expiry;
        Ok(line(&prompt, |digits_before| dates && digits_before < 6)?)
    }

    async fn turn(&mut self, text: Zeroizing<String>) -> anyhow::Result<()> {
        if text.chars().count() > CHARACTERS {
            writeln!(stdout(), "{}", self.paint("31", "A message has at most 4,000 characters."))?;
            return Ok(());
        }
        if !self.typed {
            writeln!(stdout(), "[{}] {}", self.step.wire(), self.masked(&text))?;
        }
        let mut chatted = self.say(&text).await;
        if let Ok(Chatted::Reply(reply, _)) = &chatted
            && reply.next.action == Some(NextAction::NewSession)
        {
            // What asks for a new conversation is the first message of it.
            self.begin_anew();
            writeln!(stdout(), "{}", self.paint("2", "— a new conversation —"))?;
            chatted = self.say(&text).await;
        }
        match chatted {
            Ok(Chatted::Reply(reply, _)) => self.heard(&reply),
            Ok(Chatted::Replayed(_)) => bail!("no delivery of this chat has a key: nothing can be replayed"),
            Err(ChatError::Stopped(Stop::Closed(Closed::NotFound | Closed::Forbidden))) => {
                self.begin_anew();
                let gone = "That conversation has expired. What you write next begins another.";
                Ok(writeln!(stdout(), "{}", self.paint("31", gone))?)
            }
            Err(ChatError::Stopped(Stop::Conflict)) => {
                Ok(writeln!(stdout(), "{}", self.paint("31", "Please say that again."))?)
            }
            Err(ChatError::Stopped(Stop::Undecided)) => {
                let unknown =
                    "It isn't known yet what came of this. Say something in a few seconds to hear; don't pay again.";
                Ok(writeln!(stdout(), "{}", self.paint("31", unknown))?)
            }
            Err(ChatError::Stopped(Stop::Closed(Closed::Unavailable | Closed::Unreadable))) => {
                bail!("the store gave no answer; the log says why")
            }
            Err(ChatError::Refused(_, seconds)) => {
                let wait = format!("No new payment can begin now. Please try again in {seconds} seconds.");
                Ok(writeln!(stdout(), "{}", self.paint("31", &wait))?)
            }
            Err(
                error @ (ChatError::OrderTooLate
                | ChatError::OtherOrder
                | ChatError::OtherMessage
                | ChatError::AnsweredAlready),
            ) => Err(error.into()),
        }
    }

    async fn say(&self, text: &str) -> Result<Chatted, ChatError> {
        let turn = Turn {
            session: self.session.clone(),
            message: Utterance::new(text.to_owned()),
            language: Some(self.language),
            answering: self.turn,
            idempotency_key: None,
            order: self.order.clone(),
            client: None,
        };
        self.bot.chat(turn).await
    }

    fn heard(&mut self, reply: &Reply) -> anyhow::Result<()> {
        let mut out = stdout().lock();
        writeln!(out, "{}", self.paint("1", &reply.reply))?;
        if !self.typed {
            writeln!(out)?;
        }
        if let Some(token) = &reply.session_token {
            self.session = Some((reply.session_id.clone(), Zeroizing::new(token.clone())));
        }
        self.turn = Some(reply.turn);
        self.language = Language::from_tag(reply.language).unwrap_or(self.language);
        self.step = step(reply);
        Ok(())
    }

    fn begin_anew(&mut self) {
        (self.session, self.turn, self.step) = (None, None, StateName::Name);
    }

    /// What was piped in, as it may be shown.
    fn masked(&self, text: &str) -> String {
        let utterance = Utterance::new(text.to_owned());
        let understood = understand(&utterance, &Listening::new(self.step, self.language));
        redact_told(text, &understood.spans)
    }
}

/// Where the session stands, by what a client knows.
fn step(reply: &Reply) -> StateName {
    match reply.status {
        "processing" => StateName::Processing,
        "awaiting_authentication" => StateName::Authenticating,
        "complete" => StateName::Complete,
        "cancelled" => StateName::Cancelled,
        _ => reply.current_step.parse().unwrap_or(StateName::Name),
    }
}
