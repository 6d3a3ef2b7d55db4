//! The parts of which a message is made that is a command as a whole, by the section of `commands.lex` they stand in.

use super::meaning::{Meaning, Order};
use crate::dialogue::Field;

/// A part of a message that is a command as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A yes to whatever was asked.
    Yes,
    /// What is a yes only at the beginning: "si", which else makes a condition.
    Lead,
    /// A yes in the words of paying.
    Pay,
    /// "Go on", which says only that it should not stop here.
    Go,
    /// "Ok", "that's right": an acknowledgement.
    Noted,
    /// A no to whatever was asked.
    No,
    /// Stop the payment.
    Stop,
    /// "Don't cancel."
    Keep,
    /// To the field before.
    Back,
    /// From the beginning.
    Restart,
    /// Give another value.
    Change(Option<Field>),
    /// What sounds like a yes and is none.
    Never,
    /// "That's done", of what the bank asked for.
    Done,
    /// What joins two parts, and never ends a message.
    And,
    /// Politeness, which changes nothing.
    Polite,
    /// Thanks: politeness that may stand after an "and".
    Social,
    /// "Hello": after a yes it may be one to somebody who called.
    Greeting,
    /// "Ah": an acknowledgement after it may be one to what was just learned.
    Heard,
    /// "I see", "hurry up": an acknowledgement or a bare yes beside it may be one to something else.
    Understood,
    /// What is told beside a yes and takes nothing from it: a reason, what was checked, an answer to the bot.
    Beside,
    /// "Now": beside a yes it changes nothing, and "and now" is not over.
    Now,
    /// "You can", "I want to": what leads to an act, and is nothing without it.
    May,
    /// "Goodbye": after a yes it changes nothing, and an acknowledgement that ends in it is none.
    Farewell,
}

impl Part {
    /// The sections of `commands.lex`, and what a phrase of each is within a longer message, if it is anything there.
    pub const SECTIONS: [(&'static str, Self, Option<Meaning>); 29] = [
        ("stop", Self::Stop, Some(Meaning::Order(Order::Cancel))),
        ("stop whole", Self::Stop, None),
        ("restart", Self::Restart, Some(Meaning::Order(Order::Restart))),
        ("restart whole", Self::Restart, None),
        ("change", Self::Change(None), Some(Meaning::Order(Order::Change))),
        ("change whole", Self::Change(None), None),
        ("back", Self::Back, Some(Meaning::Order(Order::Back))),
        ("back whole", Self::Back, None),
        ("no", Self::No, Some(Meaning::No)),
        ("yes", Self::Yes, Some(Meaning::Order(Order::Yes))),
        ("yes first", Self::Lead, None),
        ("pay", Self::Pay, Some(Meaning::Order(Order::Pay))),
        // What needs no object leaves room for a word that is not explained: "dale, campeón".
        ("do it", Self::Pay, Some(Meaning::Order(Order::Yes))),
        ("go", Self::Go, Some(Meaning::Order(Order::Yes))),
        ("go whole", Self::Go, None),
        ("noted whole", Self::Noted, None),
        ("noted", Self::Noted, Some(Meaning::Polite)),
        ("approval", Self::Noted, Some(Meaning::Order(Order::Yes))),
        ("nothing to change", Self::Noted, Some(Meaning::Nothing)),
        ("keep", Self::Keep, Some(Meaning::Nothing)),
        ("never", Self::Never, Some(Meaning::Nothing)),
        ("and", Self::And, None),
        // Beside a yes a thumb is politeness; alone it is a likely yes.
        ("thumbs", Self::Polite, Some(Meaning::Order(Order::Yes))),
        ("polite", Self::Polite, Some(Meaning::Polite)),
        ("heard", Self::Heard, Some(Meaning::Polite)),
        ("understood", Self::Understood, None),
        ("beside", Self::Beside, None),
        ("may", Self::May, None),
        ("now", Self::Now, None),
    ];

    /// Whether it may be a yes to a review.
    pub const fn is_consent(self) -> bool {
        match self {
            Self::Yes | Self::Lead | Self::Pay | Self::Go | Self::Noted => true,
            Self::No
            | Self::Stop
            | Self::Keep
            | Self::Back
            | Self::Restart
            | Self::Change(_)
            | Self::Never
            | Self::Done
            | Self::And
            | Self::Polite
            | Self::Social
            | Self::Greeting
            | Self::Heard
            | Self::Understood
            | Self::Beside
            | Self::May
            | Self::Now
            | Self::Farewell => false,
        }
    }

    /// Whether it changes nothing of a yes that it stands beside.
    pub const fn leaves_a_yes(self) -> bool {
        let social = matches!(self, Self::Polite | Self::Social | Self::Greeting | Self::Heard | Self::Farewell);
        self.is_consent()
            || social
            || matches!(self, Self::Understood | Self::Beside | Self::Now | Self::And | Self::May)
    }
}
