//! Files of wordings in a folder of the operator's: read at the start and whenever asked, added to by tools.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use crate::dialogue::Language;
use crate::wording::{Line, Tone, Wordings, file_name};

/// What whoever writes into the folder holds. It is a file of its own: the others are replaced while it is held.
const LOCK: &str = ".lock";

/// Why wordings could not be read or kept.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// There is no such folder.
    #[error("{} is no folder: it holds <language>/wordings/<tone>.jsonl, as prompts does", .0.display())]
    NoFolder(PathBuf),
    /// None of the files is in the folder.
    #[error("{} holds no wordings: name the folder in which they are <language>/wordings/<tone>.jsonl", .0.display())]
    NoFile(PathBuf),
    /// A file could not be read or written.
    #[error("{}: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// Lines that cannot be read.
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

/// A folder that nobody else writes into until this is dropped. Whoever goes by what they read reads it after that.
#[derive(Debug)]
pub struct Held<'a> {
    shelf: &'a Shelf,
    _lock: File,
}

impl Shelf {
    /// The wordings in `folder`.
    ///
    /// # Errors
    /// When it is no folder.
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

    /// Whether any of the files is there: where none is, it may be the wrong folder.
    ///
    /// # Errors
    /// When none is.
    pub fn has_files(&self) -> Result<(), ShelfError> {
        let mut files = Language::ALL.into_iter().flat_map(|language| Tone::ALL.map(|tone| self.path(language, tone)));
        if files.any(|path| path.exists()) { Ok(()) } else { Err(ShelfError::NoFile(self.folder.clone())) }
    }

    /// All of them. A file that is not there holds none.
    ///
    /// # Errors
    /// When a file cannot be read, or a line of it cannot.
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
        let _held = self.hold()?;
        self.write(language, tone, |path| {
            let mut file = OpenOptions::new().create(true).read(true).append(true).open(path)?;
            let mut text = written(std::slice::from_ref(line));
            // Who wrote the last line by hand may have left it open.
            if !ends_a_line(&mut file)? {
                text.insert(0, b'\n');
            }
            file.write_all(&text)
        })
    }

    /// Waits until nobody else writes into the folder, and keeps others waiting.
    ///
    /// # Errors
    /// When there can be no lock.
    pub fn hold(&self) -> Result<Held<'_>, ShelfError> {
        let path = self.folder.join(LOCK);
        let opened = OpenOptions::new().create(true).append(true).open(&path);
        let locked = opened.and_then(|file| file.lock().map(|()| file));
        locked.map(|lock| Held { shelf: self, _lock: lock }).map_err(|error| ShelfError::File { path, error })
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

impl Held<'_> {
    /// Puts these lines in the place of what the file holds: whole, or not at all.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn replace(&self, language: Language, tone: Tone, lines: &[Line]) -> Result<(), ShelfError> {
        self.shelf.write(language, tone, |path| {
            let beside = path.with_extension("jsonl.new");
            fs::write(&beside, written(lines))?;
            fs::rename(&beside, path)
        })
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

/// Whether what comes next begins a line.
fn ends_a_line(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(true);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}
