//! A file of code, and every path that it names.
//!
//! Read from its tokens, so that comments and texts name nothing, and what a macro is called with does.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

/// A path, segment by segment.
pub type Segments = Vec<String>;

/// A path that a file names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// Of this crate, from its root: `crate::a::b`, or the same by way of `self` and `super`.
    Ours(Segments),
    /// Anything else, as it is written: another crate's, or a name that is in scope.
    Written(Segments),
}

/// What a `use` brings into scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The name that it gets here.
    pub name: String,
    /// Where it comes from.
    pub path: Named,
    /// Whether it is only handed on, by `pub use`.
    pub handed_on: bool,
}

/// A file of code, without its inline tests.
pub struct Source {
    /// Its path below `src`.
    pub file: String,
    /// Its module, from the root of its crate.
    pub module: Segments,
    /// What it imports.
    pub imports: Vec<Import>,
    /// What else it names: paths and single words, as they stand in its code.
    pub names: Vec<Named>,
    /// Its literals, as they are written, but for its documentation.
    pub texts: Vec<String>,
}

impl Source {
    pub fn parse(file: &str, text: &str) -> Self {
        let tokens = TokenStream::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut source = Self {
            file: file.to_owned(),
            module: module_of(file),
            imports: Vec::new(),
            names: Vec::new(),
            texts: Vec::new(),
        };
        source.read(&source.module.clone(), tokens);
        source
    }

    /// Every path of the file, imports among them.
    pub fn paths(&self) -> impl Iterator<Item = &Named> {
        self.imports.iter().map(|import| &import.path).chain(&self.names)
    }

    /// Whether the file names something whose path holds these segments next to each other, like `std::time`.
    pub fn has(&self, sought: &str) -> bool {
        let sought: Segments = sought.split("::").map(str::to_owned).collect();
        self.paths().any(|path| {
            let (Named::Ours(path) | Named::Written(path)) = path;
            path.windows(sought.len()).any(|part| part == sought)
        })
    }

    fn read(&mut self, module: &[String], tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at = match (&tokens[at], word(&tokens, at + 1), tokens.get(at + 2)) {
                (TokenTree::Ident(word), Some(name), Some(TokenTree::Group(body)))
                    if word == "mod" && body.delimiter() == Delimiter::Brace =>
                {
                    if !is_for_tests(&tokens[..at]) {
                        self.read(&[module, &[name]].concat(), body.stream());
                    }
                    at + 3
                }
                // A module that is declared is not used yet.
                (TokenTree::Ident(word), Some(_), _) if word == "mod" => at + 2,
                (TokenTree::Ident(word), _, _) if word == "use" && !is_mark(&tokens, at + 1, '<') => {
                    let handed_on = is_public(&tokens[..at]);
                    self.import(module, &[], &tokens, at + 1, handed_on)
                }
                (TokenTree::Ident(_), _, _) => {
                    let (path, end) = path(&tokens, at);
                    self.names.push(resolved(module, path));
                    end
                }
                (TokenTree::Group(group), _, _) => {
                    if !is_documentation(group) {
                        self.read(module, group.stream());
                    }
                    at + 1
                }
                (TokenTree::Literal(text), _, _) => {
                    self.texts.push(text.to_string());
                    at + 1
                }
                (TokenTree::Punct(_), _, _) => at + 1,
            };
        }
    }

    /// One tree of a `use`, below `prefix`; where it ends.
    fn import(
        &mut self,
        module: &[String],
        prefix: &[String],
        tokens: &[TokenTree],
        at: usize,
        handed_on: bool,
    ) -> usize {
        let at = if is_mark(tokens, at, ':') { at + 2 } else { at };
        let (path, end) = path(tokens, at);
        let path = [prefix, &path].concat();
        if let Some(TokenTree::Group(group)) = tokens.get(end) {
            self.import_all(module, &path, group, handed_on);
            return end + 1;
        }
        let renamed = word(tokens, end).filter(|word| word == "as").and_then(|_| word(tokens, end + 1));
        let end = if renamed.is_some() { end + 2 } else { end };
        let path = match path.split_last() {
            Some((last, rest)) if last == "self" && !rest.is_empty() => rest.to_vec(),
            Some(_) | None => path,
        };
        let name = renamed.or_else(|| path.last().cloned()).unwrap_or_default();
        self.imports.push(Import { name, path: resolved(module, path), handed_on });
        end
    }

    fn import_all(&mut self, module: &[String], prefix: &[String], group: &Group, handed_on: bool) {
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at = self.import(module, prefix, &tokens, at, handed_on) + 1;
        }
    }
}

/// The module that a file below `src` is.
pub fn module_of(file: &str) -> Segments {
    let path = file.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    path.split('/').filter(|part| !matches!(*part, "lib" | "main")).map(str::to_owned).collect()
}

/// Every file of code in this folder of the repository, by its path below it.
pub fn files(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder of the repository") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    walk(&folder, &mut found);
    found.sort();
    found
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&folder).expect("below the folder").to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(&path).expect("a source file"))
        })
        .collect()
}

/// The path that begins at `at`, with its last `*`; and where it ends: at what no path goes on with, or at the braces of
/// a `use`.
fn path(tokens: &[TokenTree], at: usize) -> (Segments, usize) {
    let mut segments = Segments::new();
    let mut at = at;
    loop {
        if let Some(word) = word(tokens, at) {
            segments.push(word);
            at += 1;
        } else if is_mark(tokens, at, '*') {
            segments.push("*".to_owned());
            return (segments, at + 1);
        } else {
            return (segments, at);
        }
        let goes_on = is_mark(tokens, at, ':') && is_mark(tokens, at + 1, ':');
        if !goes_on || matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.spacing() == Spacing::Alone) {
            return (segments, at);
        }
        at += 2;
    }
}

/// A path from the root of the crate, when it begins with `crate`, `self` or `super`.
fn resolved(module: &[String], path: Segments) -> Named {
    let words: Vec<&str> = path.iter().map(String::as_str).collect();
    let ups = words.iter().position(|word| *word != "super").unwrap_or(words.len());
    match words.as_slice() {
        ["crate", rest @ ..] => Named::Ours(owned(rest)),
        ["self", "super", ..] => resolved(module, path[1..].to_vec()),
        ["self", rest @ ..] if !rest.is_empty() => Named::Ours([module, &owned(rest)].concat()),
        ["super", ..] => Named::Ours([&module[..module.len().saturating_sub(ups)], &path[ups..]].concat()),
        _ => Named::Written(path),
    }
}

fn owned(words: &[&str]) -> Segments {
    words.iter().map(|&word| word.to_owned()).collect()
}

fn word(tokens: &[TokenTree], at: usize) -> Option<String> {
    match tokens.get(at)? {
        TokenTree::Ident(word) => Some(word.to_string()),
        TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => None,
    }
}

fn is_mark(tokens: &[TokenTree], at: usize, sought: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == sought)
}

/// Whether what follows these tokens is for tests only.
fn is_for_tests(before: &[TokenTree]) -> bool {
    matches!(before, [.., TokenTree::Group(attribute)] if attribute.to_string().replace(' ', "") == "[cfg(test)]")
}

/// Whether these brackets are those of `#[doc = "…"]`, which `/// …` stands for.
fn is_documentation(group: &Group) -> bool {
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket && matches!(first, Some(TokenTree::Ident(word)) if word == "doc")
}

/// Whether what follows these tokens is public, to the crate at least.
fn is_public(before: &[TokenTree]) -> bool {
    let before = match before {
        [rest @ .., TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => rest,
        other => other,
    };
    matches!(before, [.., TokenTree::Ident(word)] if word == "pub")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(file: &str, text: &str) -> Vec<String> {
        let paths = Source::parse(file, text);
        let ours = paths.paths().filter_map(|path| match path {
            Named::Ours(path) => Some(path.join("::")),
            Named::Written(_) => None,
        });
        ours.collect()
    }

    #[test]
    fn braces_are_seen_into_however_deep_and_long() {
        let text = "use crate::{\n    card,\n    turn::{self, plan::{Next, Plan as P}},\n    http::*,\n};";
        let seen = ["card", "turn", "turn::plan::Next", "turn::plan::Plan", "http::*"];
        assert_eq!(ours("card/name.rs", text), seen);
        assert_eq!(ours("lib.rs", "pub use self::{card::Name};"), ["card::Name"]);
    }

    #[test]
    fn a_way_up_leads_from_the_file_s_own_module() {
        assert_eq!(ours("card/tests/name.rs", "use super::super::super::http::Router;"), ["http::Router"]);
        assert_eq!(ours("card/mod.rs", "use super::http;"), ["http"]);
        assert_eq!(ours("card/name.rs", "fn f() { super::digits::digit('1') }"), ["card::digits::digit"]);
        assert_eq!(ours("card/name.rs", "mod inner { use super::super::brand; }"), ["card::brand"]);
        assert_eq!(ours("card/name.rs", "use self::super::brand;"), ["card::brand"]);
    }

    #[test]
    fn what_a_macro_or_a_type_is_given_is_seen() {
        let text = "fn f() { assert!(a(crate::http::x(), Vec::<crate::turn::Io>::new())) }";
        assert_eq!(ours("card/name.rs", text), ["http::x", "turn::Io"]);
    }

    #[test]
    fn comments_texts_and_inline_tests_name_nothing() {
        let text = "/// [`crate::http`]\n// crate::turn\nconst A: &str = r#\"crate::keys\"#;\n\
                    #[cfg(test)]\nmod tests { use crate::adapters; }";
        assert!(ours("card/name.rs", text).is_empty());
    }

    #[test]
    fn a_name_that_is_handed_on_is_known_from_one_that_is_used() {
        let source = Source::parse("card/mod.rs", "pub use a::A;\npub(crate) use b::B;\nuse c::C as D;");
        let imports: Vec<_> = source.imports.iter().map(|import| (import.name.as_str(), import.handed_on)).collect();
        assert_eq!(imports, [("A", true), ("B", true), ("D", false)]);
    }
}
