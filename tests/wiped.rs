//! What is freed holds no card number and no code: an allocator looks at every block that is given back.
//!
//! A binary of its own, as an allocator is a whole program's. Digits are looked for as bytes and as `char`s, with one
//! sign or none between them.

use std::alloc::{GlobalAlloc, Layout, System};
use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode};
use payment_smart_bot::adapters::{MemorySessions, NoModel, Sandbox, SlotVault, Slots, SystemClock};
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

fn service() -> Router {
    let store = Arc::new(MemorySessions::default());
    let digests = Digests { machine: "m".to_owned(), rules: "r".to_owned() };
    router(App::new(Arc::new(Bot {
        sessions: store.clone(),
        ledger: store.clone(),
        counts: store,
        vault: Arc::new(SlotVault::new(Arc::new(Slots::in_memory(Arc::new(SystemClock))))),
        gateway: Arc::new(Sandbox::new(None)),
        framer: Arc::new(NoModel),
        clock: Arc::new(SystemClock),
        policy: Arc::new(Policy { keep: true, ..Policy::default() }),
        running: Arc::new(Running::new(Now { voice: Voice::catalog(), digests })),
        payment: None,
    })))
}

/// Says it in the session that `reply` is of, with a key for the delivery. The body is wiped by who sends it.
async fn say(service: &Router, reply: &Value, text: &str) -> Value {
    static DELIVERIES: AtomicU64 = AtomicU64::new(0);
    let mut body = Zeroizing::new(String::with_capacity(1000));
    for part in ["{\"message\":\"", text, "\\n\",\"sessionId\":", &reply["sessionId"].to_string(), "}"] {
        body.push_str(part);
    }
    let key = format!("0f8fad5b-d9cb-469f-a165-{:012}", DELIVERIES.fetch_add(1, Ordering::Relaxed));
    let mut request = Request::post("/chat").header("content-type", "application/json").header("idempotency-key", key);
    if let Some(token) = reply["sessionToken"].as_str() {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    let request = request.body(Body::from(Bytes::from_owner(body))).expect("a request");
    let response = service.clone().oneshot(request).await.expect("an answer");
    let status = response.status();
    let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    let mut said: Value = serde_json::from_slice(&body).expect("JSON");
    assert_eq!(status, StatusCode::OK, "{said}");
    if let Some(token) = reply.get("sessionToken") {
        said["sessionToken"] = token.clone();
    }
    said
}

/// Through the public face, from the body to the reply: each message in a session of its own, all in one, and a payment.
#[tokio::test]
async fn a_service_leaves_no_copy() {
    let service = service();
    let mut all = Value::Null;
    for text in MESSAGES {
        say(&service, &Value::Null, text).await;
        all = say(&service, &all, text).await;
    }
    let mut paid = Value::Null;
    for text in ["hi", "Jane Roe", "5200 8282", "8282 8210", "12/44", "739", "yes"] {
        paid = say(&service, &paid, text).await;
    }
    assert_eq!(paid["status"], "complete", "{paid}");
    assert_eq!(freed(), Vec::<String>::new());
}
