//! Who puts a bot together, and what follows from that.

use super::{FrontOptions, KeyOptions, StoreOptions};

/// Who puts a bot together.
#[derive(Clone, Copy, Debug)]
pub enum Surroundings<'a> {
    /// A server, which customers reach so.
    Server(Reached<'a>),
    /// A look at the settings of a server that customers would reach so.
    Inspection(Reached<'a>),
    /// A conversation in the terminal of this machine: nobody reaches it from outside.
    Terminal,
    /// A look, by a schedule, at payments that others began: no session begins, and nobody sends a card.
    Schedule,
    /// The function behind API Gateway: anybody reaches it, over TLS alone, and it keeps nothing on its machine. Who may
    /// come in is for these options to say.
    Function(&'a FrontOptions),
}

/// How customers reach a server.
#[derive(Clone, Copy, Debug)]
pub struct Reached<'a> {
    /// The address at which it listens, as a link on this machine.
    pub link: &'a str,
    /// Whether the address is stable, and the same for all processes over its store.
    pub lasts: bool,
    /// Whether card numbers come over TLS.
    pub tls: bool,
}

/// Where `serve` listens unless told otherwise.
const USUAL_SERVER: &str = "http://127.0.0.1:3000";

impl<'a> Surroundings<'a> {
    /// What links of the sandbox begin with, unless customers reach the service elsewhere. A schedule has to give the
    /// same links as the server whose payments it looks up.
    pub(super) const fn address(self) -> Option<&'a str> {
        match self {
            Self::Server(reached) | Self::Inspection(reached) => Some(reached.link),
            Self::Schedule => Some(USUAL_SERVER),
            Self::Terminal | Self::Function(_) => None,
        }
    }

    /// The address to which banks can send customers back, unless customers reach the service elsewhere.
    pub(super) const fn lasting_address(self) -> Option<&'a str> {
        match self {
            Self::Server(Reached { link, lasts: true, .. }) | Self::Inspection(Reached { link, lasts: true, .. }) => {
                Some(link)
            }
            Self::Server(_) | Self::Inspection(_) | Self::Terminal | Self::Schedule | Self::Function(_) => None,
        }
    }

    /// The path of a server's address; empty where it has the whole of its host.
    pub(super) fn base_path(self) -> &'a str {
        match self {
            Self::Server(reached) | Self::Inspection(reached) => {
                let address = reached.link.split_once("://").map_or(reached.link, |(_, address)| address);
                address.find('/').map_or("", |path| &address[path..])
            }
            Self::Terminal | Self::Schedule | Self::Function(_) => "",
        }
    }

    /// Whether no card number crosses a network in the clear on its way here.
    pub(super) const fn is_private(self) -> bool {
        match self {
            Self::Server(reached) | Self::Inspection(reached) => reached.tls,
            Self::Terminal | Self::Schedule | Self::Function(_) => true,
        }
    }

    /// Whether a data folder and a key that are not there are made.
    pub(super) const fn makes(self) -> bool {
        match self {
            Self::Server(_) | Self::Terminal => true,
            Self::Inspection(_) | Self::Schedule | Self::Function(_) => false,
        }
    }

    /// Where sessions are kept on this machine: a server has a folder even where none is named.
    pub(super) fn store(self, named: &StoreOptions) -> StoreOptions {
        let folder = || (!named.memory).then(|| named.folder().to_owned());
        match self {
            Self::Server(_) | Self::Schedule => StoreOptions { data: folder(), ..named.clone() },
            // Whoever only looks has keys of its own, which end with it.
            Self::Inspection(_) => StoreOptions { data: folder(), keys: KeyOptions::default(), ..named.clone() },
            Self::Terminal => named.clone(),
            Self::Function(_) => StoreOptions::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use clap::{Args as _, Command, FromArgMatches as _};

    use super::*;

    #[test]
    fn each_has_the_store_and_the_address_that_are_its_own() {
        let command = FrontOptions::augment_args(Command::new("front")).mut_args(|arg| arg.env(None::<&str>));
        let front = FrontOptions::from_arg_matches(&command.get_matches_from(["front"])).expect("the usual ones");
        let here = Reached { link: "http://127.0.0.1:8080", lasts: true, tls: false };
        let (none, memory) = (StoreOptions::default(), StoreOptions { memory: true, ..StoreOptions::default() });
        let elsewhere = StoreOptions { data: Some("elsewhere".into()), ..StoreOptions::default() };
        for (surroundings, usual, named, returns) in [
            (Surroundings::Server(here), Some("data"), Some("elsewhere"), Some(here.link)),
            (Surroundings::Inspection(Reached { lasts: false, ..here }), Some("data"), Some("elsewhere"), None),
            (Surroundings::Schedule, Some("data"), Some("elsewhere"), None),
            (Surroundings::Terminal, None, Some("elsewhere"), None),
            (Surroundings::Function(&front), None, None, None),
        ] {
            let data = |named: &StoreOptions| surroundings.store(named).data;
            assert_eq!(data(&none).as_deref(), usual.map(Path::new), "{surroundings:?}");
            assert_eq!(data(&elsewhere).as_deref(), named.map(Path::new), "{surroundings:?}");
            assert_eq!(data(&memory), None, "{surroundings:?}");
            assert_eq!(surroundings.lasting_address(), returns, "{surroundings:?}");
        }
    }
}
