//! Files of wordings in a folder of the operator's: read at the start and whenever asked, added to by tools.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::dialogue::Language;
use crate::wording::{Line, Tone, Wordings, file_name};

/// Why wordings could not be read or kept.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// There is no such folder.
    #[error("{} is no folder: it holds <language>/wordings/<tone>.jsonl, as prompts does", .0.display())]
    NoFolder(PathBuf),
    /// A file could not be read or written.
    #[error("{}: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// Lines that are none.
    #[error("{}: {}", folder.display(), faults.join("; "))]
    Lines {
        /// Where.
        folder: PathBuf,
        /// Each by file and number.
        faults: Vec<String>,
    },
}

/// A folder of wordings: `<language>/wordings/<tone>.jsonl`.
#[derive(Clone, Debug)]
pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    /// The wordings in `folder`.
    ///
    /// # Errors
    /// When it is none.
    pub fn open(folder: &Path) -> Result<Self, ShelfError> {
        if folder.is_dir() {
            Ok(Self { folder: folder.to_owned() })
        } else {
            Err(ShelfError::NoFolder(folder.to_owned()))
        }
    }

    /// The file of a language and tone.
    #[must_use]
    pub fn path(&self, language: Language, tone: Tone) -> PathBuf {
        self.folder.join(file_name(language, tone))
    }

    /// All of them. A file that is not there holds none.
    ///
    /// # Errors
    /// When a file cannot be read, or a line of it is none.
    pub fn read(&self) -> Result<Wordings, ShelfError> {
        let mut files = Vec::new();
        for language in Language::ALL {
            for tone in Tone::ALL {
                let path = self.path(language, tone);
                match fs::read_to_string(&path) {
                    Ok(text) => files.push((language, tone, text)),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(ShelfError::File { path, error }),
                }
            }
        }
        Wordings::read(files).map_err(|faults| ShelfError::Lines { folder: self.folder.clone(), faults })
    }

    /// Adds a line to the end of its file.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add(&self, language: Language, tone: Tone, line: &Line) -> Result<(), ShelfError> {
        self.write(language, tone, |path| {
            let mut file = fs::OpenOptions::new().create(true).append(true).open(path)?;
            file.write_all(&written(std::slice::from_ref(line)))
        })
    }

    /// Puts these lines in the place of what the file holds: whole, or not at all.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn replace(&self, language: Language, tone: Tone, lines: &[Line]) -> Result<(), ShelfError> {
        self.write(language, tone, |path| {
            let beside = path.with_extension("jsonl.new");
            fs::write(&beside, written(lines))?;
            fs::rename(&beside, path)
        })
    }

    fn write(
        &self,
        language: Language,
        tone: Tone,
        write: impl FnOnce(&Path) -> io::Result<()>,
    ) -> Result<(), ShelfError> {
        let path = self.path(language, tone);
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder).and_then(|()| write(&path)).map_err(|error| ShelfError::File { path, error })
    }
}

/// Lines as the file has them.
fn written(lines: &[Line]) -> Vec<u8> {
    let mut text = Vec::new();
    for line in lines {
        text.extend(serde_json::to_vec(line).unwrap_or_default());
        text.push(b'\n');
    }
    text
}
