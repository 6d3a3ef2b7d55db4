//! All that a bot is made of, as one group of options.

use clap::Args;

use super::{CloudOptions, GatewayOptions, Paid, PaymentOptions, PolicyOptions, StoreOptions, VoiceOptions};

/// All that a bot is made of. `P` says what its sessions pay: [`PaymentOptions`], or [`NothingPaid`](super::NothingPaid) for a bot that
/// begins none.
#[derive(Args, Debug)]
pub struct BotOptions<P: Paid = PaymentOptions> {
    /// Where sessions are kept on this machine.
    #[command(flatten)]
    pub store: StoreOptions,

    /// What every session pays that brings no order.
    #[command(flatten)]
    pub payment: P,

    /// Who charges, and whose word is taken.
    #[command(flatten)]
    pub gateway: GatewayOptions,

    /// What is taken, and the limits.
    #[command(flatten)]
    pub policy: PolicyOptions,

    /// How it speaks.
    #[command(flatten)]
    pub voice: VoiceOptions,

    /// What is used of AWS.
    #[command(flatten)]
    pub cloud: CloudOptions,
}

#[cfg(test)]
mod tests {
    use clap::{Command, FromArgMatches as _};

    use super::*;
    use crate::settings::FrontOptions;

    #[derive(Args, Debug)]
    struct Everything {
        #[command(flatten)]
        front: FrontOptions,
        #[command(flatten)]
        bot: BotOptions,
    }

    #[test]
    fn no_secret_shows_in_what_is_printed_of_options() {
        let command = Everything::augment_args(Command::new("all")).mut_args(|arg| arg.env(None::<&str>));
        let all = Everything::augment_args(Command::new("all"));
        let secret = all.get_arguments().filter(|arg| arg.is_hide_env_values_set()).filter_map(|arg| arg.get_long());
        let given: Vec<String> = secret.map(|name| format!("--{name}=whsec_NOBODY_READS_{name}")).collect();
        assert_eq!(given.len(), 6, "{given:?}");
        let matches = command.get_matches_from([&["all".to_owned()], &given[..]].concat());
        let printed = format!("{:#?}", Everything::from_arg_matches(&matches).expect("they are taken"));
        assert_eq!(printed.matches("REDACTED").count(), given.len(), "{printed}");
        assert!(!printed.contains("NOBODY_READS"), "{printed}");
    }
}
