//! What the sandbox remembers of its intents: in memory, and line by line in a file when it has one.

use std::collections::{HashMap, VecDeque};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::plan::{Plan, Said};
use crate::adapters::private;
use crate::dialogue::{AttemptId, IntentId};

/// So many intents are remembered; the oldest are forgotten.
const REMEMBERED: usize = 100_000;

/// One attempt at an intent.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Progress {
    attempt: AttemptId,
    plan: Plan,
    looks: usize,
}

/// What is known of one intent.
#[derive(Clone, Debug, Default)]
pub(super) struct Intent {
    /// Paid or cancelled for good.
    ended: Option<Said>,
    attempts: Vec<Progress>,
}

/// A line of the file; a later one of the same attempt stands for the earlier.
#[derive(Serialize, Deserialize)]
struct Line {
    intent: IntentId,
    attempt: AttemptId,
    plan: String,
    looks: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
}

#[derive(Debug, Default)]
pub(super) struct Book {
    intents: HashMap<IntentId, Intent>,
    order: VecDeque<IntentId>,
    file: Option<File>,
}

impl Book {
    /// The book that is in `path`, made shorter where it can be.
    pub fn open(path: &Path) -> io::Result<Self> {
        let mut book = Self::default();
        let text = match fs::read_to_string(path) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => String::new(),
            read => read?,
        };
        // A line that was cut short by a crash says nothing, and nothing was said because of it.
        for line in text.lines().filter_map(|line| serde_json::from_str::<Line>(line).ok()) {
            book.read(line);
        }
        let draft = path.with_extension("draft");
        let mut file = anew(&draft)?;
        for id in &book.order {
            if let Some(intent) = book.intents.get(id) {
                for progress in &intent.attempts {
                    file.write_all(&line(id, intent, progress))?;
                }
            }
        }
        fs::rename(&draft, path)?;
        book.file = Some(OpenOptions::new().append(true).open(path)?);
        Ok(book)
    }

    fn read(&mut self, Line { intent, attempt, plan, looks, ended }: Line) {
        let Some(plan) = Plan::from_wire(&plan) else { return };
        let kept = self.intent(&intent);
        kept.ended = match ended.as_deref() {
            Some("paid") => Some(Said::Paid),
            Some("voided") => Some(Said::Voided),
            Some(_) | None => kept.ended,
        };
        kept.put(Progress { attempt, plan, looks });
    }

    fn intent(&mut self, id: &IntentId) -> &mut Intent {
        if !self.intents.contains_key(id) {
            self.order.push_back(id.clone());
            if self.order.len() > REMEMBERED
                && let Some(oldest) = self.order.pop_front()
            {
                self.intents.remove(&oldest);
            }
        }
        self.intents.entry(id.clone()).or_default()
    }

    /// The attempt is sent: under a key that was used the first result is given again.
    pub fn charge(&mut self, id: &IntentId, attempt: &AttemptId, plan: Plan) -> Said {
        let intent = self.intent(id);
        if let Some(ended) = intent.ended {
            return ended;
        }
        let progress = match intent.attempt(attempt) {
            // The charge that was lost is sent again, and arrives.
            Some(earlier) if earlier.says() == Said::NotReached => {
                let plan = if plan == Plan::Lost { Plan::Paid } else { plan };
                Progress { plan, looks: 0, ..earlier }
            }
            Some(earlier) => return earlier.says(),
            None => Progress { attempt: attempt.clone(), plan, looks: 0 },
        };
        self.keep(id, &progress)
    }

    /// The attempt is looked at once more.
    pub fn look(&mut self, id: &IntentId, attempt: &AttemptId) -> Said {
        let Some(intent) = self.intents.get(id) else { return Said::NotReached };
        if let Some(ended) = intent.ended {
            return ended;
        }
        match intent.attempt(attempt) {
            Some(earlier) => {
                let looks = earlier.looks + 1;
                self.keep(id, &Progress { looks, ..earlier })
            }
            None => Said::NotReached,
        }
    }

    /// A cancellation: in time, or too late.
    pub fn cancel(&mut self, id: &IntentId, attempt: &AttemptId) -> Said {
        let intent = self.intent(id);
        if let Some(ended) = intent.ended {
            return ended;
        }
        let progress =
            intent.attempt(attempt).unwrap_or(Progress { attempt: attempt.clone(), plan: Plan::Lost, looks: 0 });
        let ended = if progress.plan.is_too_late_to_cancel() { Said::Paid } else { Said::Voided };
        self.end(id, &progress, ended)
    }

    /// Something else happened to the attempt than was planned.
    pub fn settle(&mut self, id: &IntentId, attempt: &AttemptId, plan: Plan) -> Said {
        self.keep(id, &Progress { attempt: attempt.clone(), plan, looks: 0 })
    }

    fn keep(&mut self, id: &IntentId, progress: &Progress) -> Said {
        match progress.says() {
            Said::Paid => self.end(id, progress, Said::Paid),
            said @ (Said::Declined(_)
            | Said::Voided
            | Said::Pending
            | Said::Action
            | Said::NotReached
            | Said::Unknown) => {
                self.write(id, progress);
                said
            }
        }
    }

    fn end(&mut self, id: &IntentId, progress: &Progress, ended: Said) -> Said {
        self.intent(id).ended = Some(ended);
        self.write(id, progress);
        ended
    }

    fn write(&mut self, id: &IntentId, progress: &Progress) {
        let intent = self.intent(id);
        intent.put(progress.clone());
        let line = line(id, intent, progress);
        if let Some(file) = &mut self.file
            && let Err(cause) = file.write_all(&line)
        {
            tracing::error!(%cause, "the sandbox could not write its file");
        }
    }
}

impl Intent {
    fn attempt(&self, id: &AttemptId) -> Option<Progress> {
        self.attempts.iter().find(|progress| progress.attempt == *id).cloned()
    }

    fn put(&mut self, progress: Progress) {
        match self.attempts.iter_mut().find(|earlier| earlier.attempt == progress.attempt) {
            Some(earlier) => *earlier = progress,
            None => self.attempts.push(progress),
        }
    }
}

impl Progress {
    const fn says(&self) -> Said {
        self.plan.says(self.looks)
    }
}

fn line(id: &IntentId, intent: &Intent, progress: &Progress) -> Vec<u8> {
    let ended = intent.ended.map(|ended| if ended == Said::Paid { "paid" } else { "voided" }.to_owned());
    let line = Line {
        intent: id.clone(),
        attempt: progress.attempt.clone(),
        plan: progress.plan.wire(),
        looks: progress.looks,
        ended,
    };
    let mut json = serde_json::to_vec(&line).unwrap_or_default();
    json.push(b'\n');
    json
}

/// A file anew, for its owner alone.
fn anew(path: &Path) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
        Ok(()) | Err(_) => {}
    }
    private::options().write(true).create_new(true).open(path)
}
