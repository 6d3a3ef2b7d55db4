//! Who may come in.

use std::ffi::OsStr;

use clap::builder::{StringValueParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Args, Command};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::http::{Front, Keys, Origin};

/// The shortest API key, in characters.
const SHORTEST: usize = 16;

/// Who may come in.
#[derive(Args, Debug)]
#[command(next_help_heading = "Who may come in")]
pub struct FrontOptions {
    /// Keys for operators' own routes, of which this release has none: they let no client in. Parted by commas, at least 16
    /// visible ASCII characters each, sent as x-api-key. Hand a new one out before an old one is withdrawn. Set the
    /// variable rather than the option: other users of this machine can read arguments.
    #[arg(long, value_name = "KEYS", env = "API_KEYS", hide_env_values = true, value_delimiter = ',', value_parser = ApiKeyParser)]
    api_key: Vec<SecretString>,

    /// Keys for clients, as above: where there are some, POST /chat and /session need one. A key that stands in a public
    /// page identifies that page and proves nothing: everybody can read it there.
    #[arg(long, value_name = "KEYS", env = "CLIENT_API_KEYS", hide_env_values = true, value_delimiter = ',', value_parser = ApiKeyParser)]
    client_api_key: Vec<SecretString>,

    /// Let anyone begin a session. Required on an address that others can reach when neither client keys nor signed
    /// orders are asked for.
    #[arg(long, env = "PAYMENT_SMART_BOT_OPEN_TO_ALL")]
    open_to_all: bool,

    /// Every message of a session has to say which reply it answers ("answering"): one without is refused (422). Else a
    /// yes without it answers the last reply, unless another message was in the air.
    #[arg(long, env = "PAYMENT_SMART_BOT_REQUIRE_ANSWERING")]
    require_answering: bool,

    /// Pages of these origins (scheme, host and port) may call the API, parted by commas. None but our own, unless given.
    #[arg(long, value_name = "ORIGINS", env = "CORS_ORIGINS", value_delimiter = ',')]
    cors_origin: Vec<Origin>,
}

impl FrontOptions {
    /// Whether it was said who may begin a session: those with a key, or anybody.
    #[must_use]
    pub const fn says_who_comes(&self) -> bool {
        !self.client_api_key.is_empty() || self.open_to_all
    }

    /// What stands before the handlers. `outside`: the service can be reached from other machines; operators' routes
    /// are then open to nobody where no key is set.
    #[must_use]
    pub fn front(&self, outside: bool) -> Front {
        let guarded = outside || !self.api_key.is_empty() || !self.client_api_key.is_empty();
        let operators = guarded.then(|| keys(&self.api_key));
        let (clients, origins) = (keys(&self.client_api_key), self.cors_origin.clone());
        Front { operators, clients, origins, outside, require_answering: self.require_answering, ..Front::default() }
    }
}

fn keys(secrets: &[SecretString]) -> Keys {
    Keys::new(secrets.iter().map(ExposeSecret::expose_secret))
}

/// Reads API keys. The usual errors of the command line quote what they do not take; these do not.
#[derive(Clone, Copy, Debug)]
struct ApiKeyParser;

impl TypedValueParser for ApiKeyParser {
    type Value = SecretString;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<SecretString, clap::Error> {
        let refused = || {
            let name = arg.and_then(Arg::get_long).unwrap_or("api-key");
            let variable = if name == "client-api-key" { "CLIENT_API_KEYS" } else { "API_KEYS" };
            let said = format!(
                "{variable} (--{name}): each key has at least {SHORTEST} visible ASCII characters, and commas part \
                 them; `openssl rand -hex 32` makes one\n"
            );
            clap::Error::raw(ErrorKind::ValueValidation, said).with_cmd(command)
        };
        let key = StringValueParser::new().parse_ref(command, arg, value).map(Zeroizing::new).map_err(|_| refused())?;
        let key = key.trim();
        let usable = key.len() >= SHORTEST && key.bytes().all(|byte| byte.is_ascii_graphic());
        if usable { Ok(SecretString::from(key)) } else { Err(refused()) }
    }
}
