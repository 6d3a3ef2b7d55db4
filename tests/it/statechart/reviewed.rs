//! The page and the digests that were reviewed are those of what runs, with the codes of the gateway that is charged with.

use payment_smart_bot::adapters::DECLINES;
use payment_smart_bot::dialogue::Policy;
use payment_smart_bot::statechart::{digests_file, markdown};

#[test]
fn the_digests_in_the_repository_are_those_of_what_runs() {
    let made = digests_file(&Policy::default(), &DECLINES);
    assert!(
        made == include_str!("../../../src/statechart/digests.txt"),
        "run: payment-smart-bot statechart --digests > src/statechart/digests.txt"
    );
}

#[test]
fn the_statechart_in_the_repository_is_the_one_that_runs() {
    let page = markdown(&Policy::default(), &DECLINES);
    assert!(page == include_str!("../../../statechart.md"), "run: payment-smart-bot statechart > statechart.md");
}
