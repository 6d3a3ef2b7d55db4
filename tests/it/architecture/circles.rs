//! No two modules of one folder need each other, not even by way of others.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Named, Segments, Source};
use super::{is_test, sources};

/// What of a folder needs what: the folder, and for each of its modules those that it names.
type Needs = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// What the modules of each folder need of each other. The folder's own file is none of them: it holds what they share,
/// and puts them together.
fn needs(sources: &[Source]) -> Needs {
    let modules: BTreeMap<&[String], &Source> = sources.iter().map(|source| (&*source.module, source)).collect();
    let mut needs = Needs::new();
    for source in sources.iter().filter(|source| !is_test(&source.file)) {
        let used = source.imports.iter().filter(|import| !import.handed_on).map(|import| &import.path);
        for path in used.chain(&source.names) {
            let Some(target) = home(&modules, source, path) else { continue };
            let shared = source.module.iter().zip(&target).take_while(|(a, b)| a == b).count();
            if let (Some(from), Some(to)) = (source.module.get(shared), target.get(shared)) {
                let folder = needs.entry(source.module[..shared].join("/")).or_default();
                folder.entry(from.clone()).or_default().insert(to.clone());
            }
        }
    }
    needs
}

/// The module in which what this path names is written down: through every name that a module hands on.
fn home(modules: &BTreeMap<&[String], &Source>, source: &Source, path: &Named) -> Option<Segments> {
    let mut path = from_root(modules, source, path)?;
    for _ in 0..8 {
        let known = (0..=path.len()).rev().find(|&length| modules.contains_key(&path[..length]))?;
        let Some(name) = path.get(known) else { return Some(path) };
        let module = modules[&path[..known]];
        match module.imports.iter().find(|import| import.name == *name) {
            Some(import) => {
                let rest = path[known + 1..].to_vec();
                path = [from_root(modules, module, &import.path)?, rest].concat();
            }
            None => return Some(path[..known].to_vec()),
        }
    }
    None
}

/// A path from the root of the crate; one that begins with a module's own child is such a path, too.
fn from_root(modules: &BTreeMap<&[String], &Source>, source: &Source, path: &Named) -> Option<Segments> {
    match path {
        Named::Ours(path) => Some(path.clone()),
        Named::Written(path) => {
            let below = [source.module.as_slice(), path].concat();
            modules.contains_key(&below[..=source.module.len()]).then_some(below)
        }
    }
}

/// The modules that lead back to themselves, in order.
fn circle(needs: &BTreeMap<String, BTreeSet<String>>) -> Vec<&str> {
    let leads_back = |from: &&String| {
        let mut seen: BTreeSet<&String> = BTreeSet::new();
        let mut next: Vec<&String> = vec![from];
        while let Some(module) = next.pop() {
            for needed in needs.get(module).into_iter().flatten() {
                if needed == *from {
                    return true;
                }
                if seen.insert(needed) {
                    next.push(needed);
                }
            }
        }
        false
    };
    needs.keys().filter(leads_back).map(String::as_str).collect()
}

#[test]
fn no_two_modules_of_a_folder_need_each_other() {
    for (folder, needs) in needs(&sources()) {
        let circle = circle(&needs);
        let told: Vec<_> = circle.iter().map(|module| (module, &needs[*module])).collect();
        assert!(circle.is_empty(), "modules of src/{folder} need each other: {told:?}");
    }
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let found = |files: &[(&str, &str)]| {
        let sources: Vec<Source> = files.iter().map(|(file, text)| Source::parse(file, text)).collect();
        needs(&sources).values().flat_map(circle).map(str::to_owned).collect::<Vec<_>>()
    };
    let lib = ("lib.rs", "mod a;");
    let pair = |one, other| [lib, ("a/mod.rs", "mod b; mod c; pub use b::B;"), ("a/b.rs", one), ("a/c.rs", other)];
    assert_eq!(found(&pair("use super::c::C;", "fn c() { crate::a::b::b() }")), ["b", "c"]);
    assert_eq!(found(&pair("use super::{c};", "use super::B;")), ["b", "c"], "through a name that is handed on");
    assert!(found(&pair("use super::c::C;", "#[cfg(test)] mod tests { use super::super::B; }")).is_empty());
    assert!(found(&[lib, ("a/mod.rs", "mod b; fn a() { b::b() }"), ("a/b.rs", "use super::a;")]).is_empty());
    let files =
        [("a.rs", "use crate::b;"), ("b.rs", "use crate::c;"), ("c.rs", "use crate::a;"), ("d.rs", "use crate::a;")];
    assert_eq!(found(&files), ["a", "b", "c"], "by way of a third");
}
