//! The statechart as it runs: driven over a finite alphabet, checked, and drawn.
//!
//! `statechart.md` and `digests.txt` are made by this module and held by tests: they fail when file and machine differ.

mod alphabet;
mod drive;
mod properties;

pub use drive::{Cell, Driven, Outcome, ask_kind, cell_of};
pub use properties::Property;
#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialogue::Policy;

    #[test]
    fn look() {
        let mut checker = properties::Checker::new();
        let driven = drive::drive(&Policy::default(), |run| checker.watch(run));
        for p in checker.finish(&driven) { println!("PROP {} {} {:?}", p.checked, p.claim, p.broken); }
        println!("{} runs, {} plain, {} broad", driven.runs, driven.plain.len(), driven.broad.len());
        for d in driven.disagreements.iter().take(25) {
            println!("DIS {d}");
        }
        println!("{} disagreements", driven.disagreements.len());
        for d in driven.one_sided() {
            println!("ONE {d:?}");
        }
    }
}
