//! What operators did, line by line, in a file of the data folder: `{"at":"…","act":"retention verified","found":{…}}`.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::private;

/// The file's name.
const FILE: &str = "operators.jsonl";

/// The act of `retention verify`.
pub const RETENTION_VERIFIED: &str = "retention verified";

/// The log of one data folder.
#[derive(Debug)]
pub struct OperatorsLog(PathBuf);

#[derive(Serialize, Deserialize)]
struct Line {
    at: Timestamp,
    act: String,
    found: Value,
}

impl OperatorsLog {
    /// The log in `folder`, which may not be there yet.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self(folder.join(FILE))
    }

    /// Adds a line: what was done, and what came of it.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn note(&self, at: Timestamp, act: &str, found: Value) -> io::Result<()> {
        let line = serde_json::to_string(&Line { at, act: act.to_owned(), found })?;
        let mut file = private::options().create(true).append(true).open(&self.0)?;
        file.write_all([line.as_bytes(), b"\n"].concat().as_slice())?;
        file.sync_all()
    }

    /// When this was done last, as far as the log knows.
    ///
    /// # Errors
    /// When the file is there and can't be read.
    pub fn last(&self, act: &str) -> io::Result<Option<Timestamp>> {
        let text = match fs::read_to_string(&self.0) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
            read => read?,
        };
        let lines = text.lines().filter_map(|line| serde_json::from_str::<Line>(line).ok());
        Ok(lines.filter(|line| line.act == act).map(|line| line.at).max())
    }
}
