//! A yes counts only for a review that was shown, not for one that a lost round left under the number of another's reply.

use payment_smart_bot::turn::Chatted;

use super::{What, interrupted};
use crate::support::{TO_REVIEW, lock};

#[tokio::test]
async fn a_yes_that_answers_a_rival_s_reply_is_none_to_the_review_that_came_after_it() {
    let (bench, store, mut client) = interrupted(&TO_REVIEW[..4], 1).await;
    *lock(&store.what) = What::Rival(Box::new(Some((bench.bot.clone(), client.clone(), "hello?"))));
    let shown = client.say(&bench.bot, "123").await.turn;
    // That reply may never arrive; the rival's, the one before, asked for the code.
    for (answering, status, paid) in [(shown - 1, "awaiting_confirmation", 0), (shown, "complete", 1)] {
        let mut yes = client.turn("yes");
        yes.answering = Some(answering);
        let outcome = bench.bot.chat(yes).await;
        let Ok(Chatted::Reply(reply, _)) = outcome else { panic!("{outcome:?}") };
        assert_eq!((reply.status, bench.gateway.times_paid()), (status, paid), "{}", reply.reply);
    }
}
