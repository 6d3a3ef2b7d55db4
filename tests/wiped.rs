//! What is freed holds no card number and no code: an allocator looks at every block that is given back.
//!
//! A binary of its own, as an allocator is a whole program's. Digits are looked for as bytes and as `char`s, with one
//! sign or none between them.

use std::alloc::{GlobalAlloc, Layout, System};
use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode};
use payment_smart_bot::adapters::{KeyFileVault, MemorySessions, NoModel, Sandbox, SystemClock};
use payment_smart_bot::dialogue::{Policy, StateName};
use payment_smart_bot::http::{App, router};
use payment_smart_bot::language::{Listening, Utterance, redact, redact_told, understand};
use payment_smart_bot::packs::Language;
use payment_smart_bot::session::Digests;
use payment_smart_bot::turn::{Bot, Now, Running};
use payment_smart_bot::wording::Voice;
use serde_json::Value;
use tower::ServiceExt as _;
use zeroize::Zeroizing;

/// Published test numbers of three lengths, one with a digit wrong, and codes of both lengths.
const SECRETS: [&[u8]; 6] =
    [b"5200828282828210", b"378282246310005", b"6205500000000000004", b"5200828282828211", b"7391", b"739"];

/// A number, or a code that stands alone: three digits may be part of anything.
fn holds_a_secret(block: &[u8]) -> bool {
    let mut firsts = (0..block.len()).filter(|&at| block[at].is_ascii_digit());
    firsts.any(|at| SECRETS.iter().any(|secret| [1, 4].iter().any(|&stride| begins_with(block, at, secret, stride))))
}

/// Whether the digits of `secret` stand from `at` on, `stride` bytes apart.
fn begins_with(block: &[u8], at: usize, secret: &[u8], stride: usize) -> bool {
    let byte = |at: usize| block.get(at).copied().filter(|_| (1..stride).all(|more| block.get(at + more) == Some(&0)));
    if byte(at) != Some(secret[0]) {
        return false;
    }
    let mut next = at;
    let digits = secret.iter().all(|digit| {
        let between = next > at && byte(next).is_some_and(|byte| matches!(byte, b' ' | b'-'));
        next += if between { stride } else { 0 };
        let found = byte(next) == Some(*digit);
        next += stride;
        found
    });
    let joins = |at: Option<u8>| at.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    let alone = || !joins(byte(next)) && !joins(at.checked_sub(stride).and_then(byte));
    digits && (secret.len() > 4 || alone())
}

thread_local! {
    /// Where blocks were freed that held one; `None` while that is written down.
    static FREED: RefCell<Option<BTreeSet<String>>> = const { RefCell::new(Some(BTreeSet::new())) };
}

struct Looking;

#[global_allocator]
static ALLOCATOR: Looking = Looking;

#[expect(unsafe_code, reason = "an allocator is unsafe by its trait; this one reads a block before it gives it back")]
// SAFETY: every call is the system's own, with what it was called with. `realloc` and `alloc_zeroed` are the default ones, which
// call these.
unsafe impl GlobalAlloc for Looking {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // Zeroed, so that whatever is read in it later was written by who had it.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        look(unsafe { std::slice::from_raw_parts(block, layout.size()) });
        unsafe { System.dealloc(block, layout) }
    }
}

fn look(block: &[u8]) {
    let freed = || FREED.try_with(|freed| freed.try_borrow_mut().ok()?.take()).ok().flatten();
    // Whoever panics prints a trace of its own, and holds the lock for that.
    if holds_a_secret(block)
        && !std::thread::panicking()
        && let Some(mut freed) = freed()
    {
        let trace = Backtrace::force_capture().to_string();
        let ours = trace.lines().filter(|line| line.contains("payment_smart_bot")).map(str::trim).take(3);
        freed.insert(format!("{} bytes, in {}", block.len(), ours.collect::<Vec<_>>().join(", in ")));
        FREED.set(Some(freed));
    }
}

/// Where something was freed with a secret in it, since this was asked last.
fn freed() -> Vec<String> {
    FREED.replace(Some(BTreeSet::new())).into_iter().flatten().collect()
}

/// What customers write, with a number and a code in it; as what is static, which is never freed.
const MESSAGES: &[&str] = &[
    "5200828282828210",
    "my card is 5200 8282 8282 8210, exp 12/30, cvv 739, Jane Roe",
    "Jane Roe 5200828282828210 12/30 739",
    "Jane Roe, 520082828282821012/30739",
    "52008282828282101230739",
    "5200-8282-8282-8210 \u{201c}ok?\u{201d}",
    "caf\u{e9} 5200828282828210, c\u{f3}digo 739",
    "\u{ff15}\u{ff12}\u{ff10}\u{ff10}8282 8282 8210",
    "three seven eight two 82246310005 and my code is 7391",
    "five two double oh 8282 8282 8210",
    "5200 8282 no wait 5200 8282 8282 8211",
    "5200828282828211",
    "5200 8282",
    "8282 8210",
    "378282246310005",
    "3782 822463 10005, the code is 7391 please",
    "6205500000000000004 and 378282246310005: which one do you take?",
    "order number 5200828282828210",
    "&#53;200&nbsp;8282&nbsp;8282 8210 and %35200 8282 8282 8210",
    "739",
    "7391",
    "the code is 739",
    "is it 5200828282828210? pay 5,200,828,282,828,210 euros",
    "yes, charge 5200828282828210",
    "change the card to 378282246310005",
];

#[test]
fn what_is_left_is_found() {
    for left in ["it is 5200 8282-8282 8210.", "code 739, ok", "7391"] {
        drop(left.to_owned());
        assert!(!freed().is_empty(), "as bytes");
        drop(left.chars().collect::<Vec<char>>());
        assert!(!freed().is_empty(), "as characters");
        drop(Zeroizing::new(left.to_owned()));
        assert!(freed().is_empty(), "wiped");
    }
    drop(["1739 a739f 7.739".to_owned(), "5200828282828212".to_owned()]);
    assert!(freed().is_empty(), "none of them");
}

/// Every message in every state and language, and redacted.
#[test]
fn understanding_and_redacting_leave_no_copy() {
    for text in MESSAGES {
        for language in Language::ALL {
            for state in [StateName::Name, StateName::Card, StateName::Expiry, StateName::Cvv, StateName::Confirm] {
                let mut wiped = String::with_capacity(text.len());
                wiped.push_str(text);
                let utterance = Utterance::new(wiped);
                let understood = understand(&utterance, &Listening::new(state, language));
                // What is told by itself is no secret where nothing was asked for.
                drop(Zeroizing::new(redact_told(text, &understood.spans)));
            }
        }
        drop(Zeroizing::new(redact(text)));
    }
    assert_eq!(freed(), Vec::<String>::new());
}

/// Through the public face, from the body to the reply: each message in a session of its own, and all in one.
#[tokio::test]
async fn a_service_leaves_no_copy() {
    let store = Arc::new(MemorySessions::default());
    let digests = Digests { machine: "m".to_owned(), rules: "r".to_owned() };
    let app = App::new(Arc::new(Bot {
        sessions: store.clone(),
        ledger: store.clone(),
        counts: store,
        vault: Arc::new(KeyFileVault::with_key(&Zeroizing::new([1; 32]))),
        gateway: Arc::new(Sandbox::new(None)),
        framer: Arc::new(NoModel),
        clock: Arc::new(SystemClock),
        policy: Arc::new(Policy { keep: true, ..Policy::default() }),
        running: Arc::new(Running::new(Now { voice: Voice::catalog(), digests })),
        payment: None,
    }));
    let app = router(app);
    let (mut session, mut step): (Option<(String, String)>, _) = (None, String::new());
    for (turn, text) in
        MESSAGES.iter().chain(MESSAGES).chain(&["Jane Roe 378282246310005 12/30 7391", "yes"]).enumerate()
    {
        let mut body = Zeroizing::new(String::with_capacity(1000));
        body.push_str("{\"message\":\"");
        body.push_str(text);
        body.push_str("\\n\"");
        if let Some((id, _)) = &session {
            body.push_str(",\"sessionId\":\"");
            body.push_str(id);
            body.push('"');
        }
        body.push('}');
        let body = Bytes::from_owner(body);
        let mut request = Request::post("/chat").header("content-type", "application/json");
        request = request.header("idempotency-key", format!("0f8fad5b-d9cb-469f-a165-{turn:012}"));
        if let Some((_, token)) = &session {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let response =
            app.clone().oneshot(request.body(Body::from(body)).expect("a request")).await.expect("an answer");
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        let reply: Value = serde_json::from_slice(&body).expect("JSON");
        assert_eq!(status, StatusCode::OK, "{reply}");
        session = session
            .or_else(|| Some((reply["sessionId"].as_str()?.to_owned(), reply["sessionToken"].as_str()?.to_owned())));
        step = reply["currentStep"].to_string();
    }
    assert_eq!(step, "\"complete\"", "the card was tokenised");
    assert_eq!(freed(), Vec::<String>::new());
}
