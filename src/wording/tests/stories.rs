//! The whole catalog of each language, filled with example values, to be read by people.

use std::fmt::Write as _;

use super::sample;
use crate::card::Brand;
use crate::dialogue::{Ask, Language};
use crate::wording::{Part, Values, all, fill};

#[test]
fn the_catalog_reads_well() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for language in Language::ALL {
            insta::assert_snapshot!(format!("catalog_{}", language.code()), story(language));
        }
    });
}

fn story(language: Language) -> String {
    let mut story = String::new();
    let mut last = "";
    for (part, sentence) in all(language) {
        if sentence.id() == last {
            continue;
        }
        last = sentence.id();
        let mark = if sentence.fixed() { " (fixed)" } else { "" };
        let brand = match part {
            Part::Ask(Ask::Cvv(_, brand)) => brand,
            Part::Ask(_) | Part::Note(_) => Brand::Visa,
        };
        let values = Values { brand: Some(brand), ..sample::values() };
        let text = fill(sentence.text(), &values, language).replace('\n', "\n    ");
        let _ = writeln!(story, "{}{mark}\n    {text}", sentence.id());
    }
    story
}
