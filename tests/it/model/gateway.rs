//! The gateway of the model: an intent is confirmed by attempts, each under its own key, and succeeds once at most.

use super::Model;
use super::world::{Word, World};

impl World {
    /// A confirmation arrives: a key that was used gets its first result; an intent that ended is not confirmed again.
    pub fn confirm(&mut self, intent: &str, attempt: &str, result: Word) -> Word {
        let kept = self.intents.get_mut(intent).expect("an intent that was opened");
        if let Some(first) = kept.attempts.get(attempt) {
            return *first;
        }
        if kept.voided {
            return Word::Voided;
        }
        if kept.attempts.values().any(|word| *word == Word::Paid) {
            return Word::Paid;
        }
        kept.attempts.insert(attempt.to_owned(), result);
        if result == Word::Paid {
            self.moved.push((intent.to_owned(), attempt.to_owned()));
        }
        result
    }

    /// What became of an attempt.
    pub fn look(&self, intent: &str, attempt: &str) -> Word {
        let kept = &self.intents[intent];
        if kept.attempts.values().any(|word| *word == Word::Paid) {
            Word::Paid
        } else if kept.voided {
            Word::Voided
        } else {
            // What was refused as a request left no trace in the intent.
            let said = kept.attempts.get(attempt).copied().filter(|word| *word != Word::Refused);
            said.unwrap_or(Word::NotReached)
        }
    }

    /// An intent is cancelled, unless it succeeded.
    pub fn void(&mut self, intent: &str) -> Word {
        let kept = self.intents.get_mut(intent).expect("an intent that was opened");
        if kept.attempts.values().any(|word| *word == Word::Paid) {
            return Word::Paid;
        }
        kept.voided = true;
        Word::Voided
    }

    /// What was not decided is decided: the cardholder passes or fails 3-D Secure, or the issuer answers.
    pub fn decide(&mut self, intent: &str, attempt: &str, result: Word) {
        let kept = self.intents.get_mut(intent).expect("an intent that was opened");
        kept.attempts.insert(attempt.to_owned(), result);
        if result == Word::Paid {
            self.moved.push((intent.to_owned(), attempt.to_owned()));
        }
    }

    /// The intent under a key: the same under the same key, as long as the gateway knows it.
    pub fn open(&mut self, key: &str, model: &Model) -> String {
        if !model.forgets_keys
            && let Some(known) = self.keys.get(key)
        {
            return known.clone();
        }
        let id = format!("pi_{}", self.intents.len());
        self.keys.insert(key.to_owned(), id.clone());
        self.intents.insert(id.clone(), super::world::Intent::default());
        id
    }
}
