//! The turn stays readable: its structs are small, and it waits for nothing but the world's answer.

use std::path::{Path, PathBuf};

use regex::Regex;

fn files() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/turn");
    let paths = std::fs::read_dir(folder).expect("the turn").map(|entry| entry.expect("a file").path());
    paths.map(|path| (path.clone(), std::fs::read_to_string(path).expect("text"))).collect()
}

#[test]
fn no_struct_of_the_turn_has_more_than_ten_fields() {
    let structs = Regex::new(r"(?ms)^(?:pub(?:\(super\))? )?struct (\w+)[^;{]*\{(.*?)^\}").expect("a pattern");
    let field = Regex::new(r"(?m)^    (?:pub(?:\(super\))? )?\w+: ").expect("a pattern");
    let mut seen = 0;
    for (path, text) in files() {
        for found in structs.captures_iter(&text) {
            let fields = field.find_iter(&found[2]).count();
            assert!(fields <= 10, "{}: {} has {fields} fields", path.display(), &found[1]);
            seen += usize::from(fields > 0);
        }
    }
    assert!(seen >= 12, "{seen} structs were read");
}

#[test]
fn only_the_desk_asks_the_world() {
    for (path, text) in files() {
        let asks = text.contains(".answer(");
        assert_eq!(asks, path.ends_with("desk.rs"), "{}", path.display());
    }
}
