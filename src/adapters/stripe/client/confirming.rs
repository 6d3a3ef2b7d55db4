//! Money in the air: confirming an intent, asking what became of it, cancelling it.

use reqwest::StatusCode;
use tokio::time::Instant;

use super::answers::{Failure, Object};
use super::send::{Answer, further_keys};
use super::wire::{Ask, Kind};
use super::{Stripe, blame};
use crate::dialogue::{Confirmation, Decline, Purpose, Verdict};

/// What a noted intent says before it is confirmed.
enum Noted {
    /// It waits to be confirmed.
    Free,
    Says(Verdict),
}

impl Stripe {
    /// Notes the attempt at the intent, looks at what comes back, and confirms.
    pub(super) async fn confirm(&self, confirmation: &Confirmation, purpose: &Purpose) -> Verdict {
        let Some(kind) = kind(confirmation) else { return Verdict::Unknown };
        let until = self.until();
        match self.note(kind, confirmation, purpose, until).await {
            Noted::Says(verdict) => return verdict,
            Noted::Free => {}
        }
        let Confirmation { intent, attempt, token } = confirmation;
        let mut ask = Ask::confirm((kind, intent), attempt, token, &(self.returns)(attempt));
        let mut further = further_keys(&ask);
        // What is left in the end is for asking what became of it.
        let before = until - self.patience.call / 4;
        loop {
            match self.send(&ask, before).await {
                Answer::Done(object) if object.replayed => return unsure(self.retrieve(confirmation, until).await),
                Answer::Done(object) => {
                    let verdict = self.meaning(&object, confirmation);
                    return if verdict == Verdict::NotReached { Verdict::Unknown } else { verdict };
                }
                Answer::Refused(StatusCode::PAYMENT_REQUIRED, failure) => return Verdict::Declined(failure.decline()),
                Answer::Refused(status, failure) => return self.refused(status, &failure, confirmation, until).await,
                // A fault of Stripe's is the result for good under this key, and nobody works on it any more. Where
                // the intent says that nothing came of it, it is confirmed under a further key: the same intent with
                // the same card, which succeeds once at most.
                Answer::Kept => match (self.retrieve(confirmation, until).await, further.next()) {
                    (Verdict::NotReached, Some(key)) if Instant::now() < before => ask = ask.under(key),
                    (verdict, _) => return unsure(verdict),
                },
                Answer::Unclear => return unsure(self.retrieve(confirmation, until).await),
            }
        }
    }

    /// Writes the attempt into the intent's metadata, where a webhook finds it; this moves nothing, and its answer is
    /// the last look before money does.
    ///
    /// Of another amount than was agreed to, the intent is never confirmed: no money moves. The verdict is `Unknown` until
    /// it is cancelled: by the customer, at Stripe, or by whoever looks when the attempt is undecided for too long.
    async fn note(&self, kind: Kind, confirmation: &Confirmation, purpose: &Purpose, until: Instant) -> Noted {
        let ask = Ask::note((kind, &confirmation.intent), &confirmation.attempt);
        let mut answer = self.send_through(&ask, until).await;
        if matches!(&answer, Answer::Done(object) if object.replayed) {
            answer = self.send(&Ask::look((kind, &confirmation.intent)), until).await;
        }
        let object = match answer {
            Answer::Done(object) => object,
            Answer::Refused(status, failure) => {
                blame(status, &failure);
                return Noted::Says(Verdict::Unknown);
            }
            Answer::Kept | Answer::Unclear => return Noted::Says(Verdict::Unknown),
        };
        let fits = match purpose {
            Purpose::Payment(payment) => kind == Kind::Payment && object.is_of(payment),
            Purpose::Keep => kind == Kind::Setup,
        };
        if !fits {
            tracing::error!(
                "the intent at Stripe is not of the amount and currency that were agreed to: nothing is charged; \
                 cancel it at Stripe if the customer does not"
            );
            return Noted::Says(Verdict::Unknown);
        }
        match self.meaning(&object, confirmation) {
            Verdict::NotReached => Noted::Free,
            verdict @ (Verdict::Paid
            | Verdict::Declined(_)
            | Verdict::Voided
            | Verdict::Pending
            | Verdict::ActionRequired(_)
            | Verdict::Refused
            | Verdict::Unknown) => Noted::Says(verdict),
        }
    }

    /// A confirmation was refused as a request: what the intent says counts.
    async fn refused(
        &self,
        status: StatusCode,
        failure: &Failure,
        confirmation: &Confirmation,
        until: Instant,
    ) -> Verdict {
        let verdict = match failure.intent() {
            Some(object) => self.meaning(object, confirmation),
            None => self.retrieve(confirmation, until).await,
        };
        if verdict != Verdict::NotReached {
            return verdict;
        }
        blame(status, failure);
        // A key that was used for another request says that there was one. Any other request that is refused was not
        // carried out, and the intent says that none before it was either: nothing moved. Stripe's word on the card is a
        // decline; a token that is gone or used up needs another one; all else is the operator's to put right.
        if failure.is("idempotency_error") {
            Verdict::Unknown
        } else if failure.is("card_error") || failure.param.as_deref() == Some("payment_method") {
            Verdict::Declined(Decline::Plain)
        } else {
            Verdict::Refused
        }
    }

    /// What became of the attempt.
    pub(super) async fn retrieve(&self, confirmation: &Confirmation, until: Instant) -> Verdict {
        let Some(kind) = kind(confirmation) else { return Verdict::Unknown };
        match self.send(&Ask::look((kind, &confirmation.intent)), until).await {
            Answer::Done(object) => self.meaning(&object, confirmation),
            Answer::Refused(status, failure) => {
                blame(status, &failure);
                Verdict::Unknown
            }
            Answer::Kept | Answer::Unclear => Verdict::Unknown,
        }
    }

    /// Cancels the intent; refused, the intent says why. A refusal is kept under its key as well: where the intent
    /// could be cancelled after all, it is tried under a further one.
    pub(super) async fn void(&self, confirmation: &Confirmation) -> Verdict {
        let Some(kind) = kind(confirmation) else { return Verdict::Unknown };
        let until = self.until();
        let mut ask = Ask::cancel((kind, &confirmation.intent), &confirmation.attempt);
        let mut further = further_keys(&ask);
        let before = until - self.patience.call / 4;
        loop {
            let again = match self.send(&ask, before).await {
                Answer::Done(object) => return unsure(self.meaning(&object, confirmation)),
                Answer::Refused(status, _) => status == StatusCode::BAD_REQUEST,
                Answer::Kept => true,
                Answer::Unclear => false,
            };
            let verdict = self.retrieve(confirmation, until).await;
            let open = matches!(verdict, Verdict::NotReached | Verdict::ActionRequired(_));
            match further.next() {
                Some(key) if again && open && Instant::now() < before => ask = ask.under(key),
                Some(_) | None => return unsure(verdict),
            }
        }
    }

    fn meaning(&self, object: &Object, Confirmation { token, .. }: &Confirmation) -> Verdict {
        if object.is_in_other_hands(token) {
            tracing::error!("another card is being tried at the intent; nothing is done until that is over");
            return Verdict::Unknown;
        }
        object.verdict(token, self.plain_links)
    }
}

/// Right after it was sent several times, "not reached" is not said: it would be sent again at once, in vain. Whoever
/// comes next asks anew.
fn unsure(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::NotReached => Verdict::Unknown,
        verdict @ (Verdict::Paid
        | Verdict::Declined(_)
        | Verdict::Voided
        | Verdict::Pending
        | Verdict::ActionRequired(_)
        | Verdict::Refused
        | Verdict::Unknown) => verdict,
    }
}

fn kind(confirmation: &Confirmation) -> Option<Kind> {
    let kind = Kind::of(&confirmation.intent);
    if kind.is_none() {
        tracing::error!("an intent that is not Stripe's cannot be asked about there; was it opened by the sandbox?");
    }
    kind
}
