//! Every key of the service: what it is for, where it is, how long it is used, and what to do with it. `docs/keys.md` is this,
//! and so is what the command `key` says.

use std::fmt::Write as _;

/// A key, for whoever runs the service.
#[derive(Clone, Copy, Debug)]
pub struct Custody {
    /// What it is called.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// By which algorithm, and how long it is.
    pub algorithm: &'static str,
    /// Where it is.
    pub place: &'static str,
    /// How long it is used (its cryptoperiod).
    pub period: &'static str,
    /// Who can use it.
    pub users: &'static str,
    /// How another one takes its place, step by step.
    pub rotate: &'static [&'static str],
    /// How it is put out of use.
    pub retire: &'static [&'static str],
    /// What whoever has it can do, what to do at once, and what ends with it.
    pub suspicion: &'static [&'static str],
}

/// What card numbers are sealed with on one machine.
pub const SEALING: Custody = Custody {
    name: "sealing keys (card numbers)",
    purpose: "seal a card number while it is held",
    algorithm: "AES-256-GCM under a key of each session, derived (HKDF-SHA256) from 256 random bits a minute",
    place: "memory of the process; with `--key-slots` also a folder in memory, or on a disk under the wrapping key",
    period: "a key a minute, destroyed 16 minutes after it was made by the service that runs; a copy of the files opens for 17 minutes at most, unless keys in a folder are left behind by a service that is not started again",
    users: "the process; with a folder, its owner on that machine",
    rotate: &["Nothing: each minute has a key of its own, and the service destroys each at its time."],
    retire: &[
        "Stop the service: keys in the process end with it.",
        "Where there is a folder, `key retire sealing --data DIR --key-slots FOLDER` destroys every key in it.",
        "Who was in the middle of a payment is asked for the card again. Money in the air needs no key.",
    ],
    suspicion: &[
        "Whoever has a key and a copy of the files reads the numbers that were given in its minute, and what people may see of sessions.",
        "At once: stop the service, which ends the keys in it; then `key compromised sealing --data DIR --key-slots FOLDER` destroys \
         those in the folder. Find out who could read that memory before you start again.",
        "It ends: conversations under way, which are asked again. Payments in the air are not touched.",
    ],
};

/// What links, minted orders and deliveries are made with.
pub const SERVICE: Custody = Custody {
    name: "service key (`SERVICE_KEY`)",
    purpose: "sign links to return pages, mint orders for the service's own page, know a repeated message again, hide client \
              addresses in counts",
    algorithm: "HMAC-SHA256, a key of its own for each use; 16 characters at least, 256 random bits advised",
    place: "environment, from your secret store; on AWS Secrets Manager and the function's encrypted environment",
    period: "a year at most; without one, the process",
    users: "every process over one store; who may read their environment",
    rotate: &[
        "`key rotate service` prints a new one. One process: set SERVICE_KEY to NEW,OLD and start it again.",
        "Several over one store: set OLD,NEW everywhere first, so that each knows what the next one will make; once all run with it, \
         NEW,OLD everywhere.",
        "Do it while `reconcile` says that nothing is open: banks are sent another return page from then on, and a payment that never \
         arrived cannot be sent again under its own key at Stripe. It moves no money, and is cancelled after half an hour.",
        "Keep the old one for 24 hours: so long lives an order that the page was given. A customer at the bank needs it for half an \
         hour, a repeated message for ten minutes.",
        "Failed payments of an address are counted anew from then on.",
    ],
    retire: &[
        "Wait until 24 hours have passed and no payment is in the air: stop the service, and `key retire service --data DIR` looks (over DynamoDB `reconcile` \
         does).",
        "Set SERVICE_KEY to the new one alone, and start the service again.",
        "Links, minted orders and repeats of what the old one made open nothing any more.",
    ],
    suspicion: &[
        "Whoever has it can make links to return pages and orders of your page (neither names an amount or shows a card), find client \
         addresses in copies of the counts by trying, and take over a session whose first message's key they know. They can charge \
         nothing, and open no seal.",
        "At once: set SERVICE_KEY to a new one alone (`key rotate service` prints it), everywhere, and start all processes again.",
        "It ends: return links on their way (those payments are looked up without them), minted orders, and that messages from before \
         are known again. Sessions go on.",
    ],
};

/// What the merchant's orders are checked with.
pub const ORDER: Custody = Custody {
    name: "order key (`ORDER_KEY`)",
    purpose: "check that the merchant signed what is to be paid",
    algorithm: "HMAC-SHA256 (HS256), 32 bytes at least; or Ed25519, the public key of 256 bits",
    place: "environment or `ORDER_KEY_FILE`, and the merchant's backend; of Ed25519 the private key is at the merchant alone",
    period: "a year at most (HS256), two (Ed25519)",
    users: "who may read it there: with HS256 each of them can sign as well",
    rotate: &[
        "`key rotate order` prints a new secret; `openssl genpkey -algorithm ed25519` makes a pair, of which the service gets the public \
         key.",
        "Set ORDER_KEY to NEW,OLD (in a file one below the other) everywhere, and start the service again.",
        "Then let the merchant sign with the new one.",
        "Keep the old one until the last order that it signed has expired (`exp`).",
    ],
    retire: &[
        "Wait until the last order that the old one signed has expired: the service cannot know which are out there.",
        "Set ORDER_KEY to the new one alone, and start the service again.",
        "Orders that the old one signed begin nothing any more (`order-not-accepted`). Sessions that began with one go on.",
    ],
    suspicion: &[
        "Whoever has the secret of HS256, or the private key of Ed25519, can sign orders: any amount, payee and text, paid to your \
         account, and so a real order at a lower amount. They can charge no card by themselves. A public key is no secret.",
        "At once: set ORDER_KEY to a new one alone, start the service again, and let the merchant sign open orders anew.",
        "Compare what was paid since (`metadata.order` at Stripe) with the orders that the merchant knows.",
        "It ends: every order that the old one signed and that has not begun a session.",
    ],
};

const AS_NUMBERS: &[&str] = &["As those of card numbers, with the same act."];

/// All of them, as `docs/keys.md` has them.
pub const KEYS: [Custody; 12] = [
    SEALING,
    Custody {
        name: "sealing keys (what people may see)",
        purpose: "seal name, date, last four digits and history of a session in the embedded store",
        period: "a key a minute, destroyed ten minutes after the sessions that it seals are over (`--session-minutes`)",
        rotate: AS_NUMBERS,
        retire: AS_NUMBERS,
        suspicion: AS_NUMBERS,
        ..SEALING
    },
    Custody {
        name: "wrapping key (`--key-file`)",
        purpose: "wrap sealing keys in a folder on a disk (`--key-slots-on-disk`); open what a former release sealed",
        algorithm: "AES-256-GCM, derived (HKDF-SHA256) from 256 random bits",
        place: "a file of mode 0600, apart from the data and from the keys that it wraps; made where it is not there",
        period: "a year at most",
        users: "the user that runs the service",
        rotate: &[
            "Stop the service, `key retire sealing` with its options, delete the file, start again: another one is made.",
        ],
        retire: &["As rotated, and leave `--key-file` out."],
        suspicion: &[
            "Whoever has it and a copy of the folder has the sealing keys that were in it.",
            "At once: as for sealing keys; then rotate it.",
        ],
    },
    Custody {
        name: "KMS key (`KMS_KEY_ID`)",
        purpose: "wrap the data keys of sessions; in the template it also encrypts both tables and the function's environment",
        algorithm: "AES-256-GCM in KMS (SYMMETRIC_DEFAULT)",
        place: "AWS KMS, which it never leaves",
        period: "a year: the template has KMS rotate it, and KMS keeps what it was before",
        users: "the function's role, bound to table and session; DynamoDB on behalf of who may use table and key. Administrators \
                manage it and cannot decrypt",
        rotate: &["KMS does, by itself. `kms:RotateKeyOnDemand` does it now; nothing else changes."],
        retire: &[
            "`aws kms schedule-key-deletion`, thirty days ahead. The ledger that it encrypts can't be read after that: keep it as \
             long as the ledger.",
        ],
        suspicion: &[
            "It cannot be copied; somebody may have the right to use it. CloudTrail tells who did.",
            "At once: take that right away (key policy, role, grants). Sealed numbers are over within 15 minutes.",
        ],
    },
    Custody {
        name: "data keys",
        purpose: "seal a card number in DynamoDB",
        algorithm: "AES-256-GCM, 256 bits from KMS, one a session",
        place: "wrapped beside the seal; in clear in a process, for five minutes",
        period: "15 minutes: it goes with the seal, on DynamoDB's word",
        users: "processes that may use the KMS key",
        rotate: &["Nothing: each session has its own."],
        retire: &["Nothing: it is deleted with the seal."],
        suspicion: &["As for the KMS key."],
    },
    SERVICE,
    ORDER,
    Custody {
        name: "deliveries (`deliveries` in the data folder)",
        purpose: "know a repeated message again after a restart, where there is no service key",
        algorithm: "HMAC-SHA256, 256 random bits",
        place: "a file of mode 0600 in the data folder",
        period: "a year at most",
        users: "the user that runs the service",
        rotate: &[
            "Stop the service, delete the file, start again: another one is drawn. Messages from before are not known again.",
        ],
        retire: &["Set SERVICE_KEY, and delete the file."],
        suspicion: &[
            "Whoever has it can take over a session whose first message's key they know, within ten minutes or so.",
            "At once: rotate it.",
        ],
    },
    Custody {
        name: "webhook secrets (`STRIPE_WEBHOOK_SECRET`)",
        purpose: "check that Stripe sent an event",
        algorithm: "HMAC-SHA256; Stripe's own length",
        place: "environment, from your secret store; Stripe",
        period: "a year at most",
        users: "every process that takes events; who may read its environment; Stripe",
        rotate: &[
            "Roll it in Stripe's dashboard, set NEW,OLD, start again, and leave the old one out once Stripe has ended it.",
        ],
        retire: &["Set the new one alone."],
        suspicion: &[
            "Whoever has it can have payments looked up. An event is never believed: what the intent says counts.",
            "At once: roll it at Stripe without delay, and set the new one alone.",
        ],
    },
    Custody {
        name: "API keys (`API_KEYS`, `CLIENT_API_KEYS`)",
        purpose: "let operators and clients in",
        algorithm: "random, compared by SHA-256; 16 characters at least, 256 random bits advised",
        place: "environment, from your secret store; with whoever was given one",
        period: "a year at most; with a person, until they leave",
        users: "whoever has one. In a public page everybody does, and it proves nothing",
        rotate: &["Set NEW,OLD, start again, hand the new one out, and leave the old one out once nobody uses it."],
        retire: &["Leave it out, and start again: who still sends it gets 401."],
        suspicion: &[
            "Whoever has it can begin sessions as its owner can.",
            "At once: leave it out, and hand out another.",
        ],
    },
    Custody {
        name: "Stripe's key (`STRIPE_SECRET_KEY`)",
        purpose: "charge",
        algorithm: "a bearer secret; Stripe's own length",
        place: "environment, from your secret store; Stripe",
        period: "a year at most",
        users: "every process that charges; who may read its environment",
        rotate: &[
            "Roll it in Stripe's dashboard with an end some hours ahead, set the new one, start again; the service key stays as it is.",
        ],
        retire: &["End it in Stripe's dashboard."],
        suspicion: &[
            "Whoever has it can do what it has the right to: with a restricted key make payments and tokens, with a secret key also \
             refunds and payouts.",
            "At once: end it at Stripe, set another, and look through Stripe's request log.",
        ],
    },
    Custody {
        name: "TLS key (`--tls-key`)",
        purpose: "prove to customers' browsers who answers",
        algorithm: "as its certificate: ECDSA of 256 bits, or RSA of 2048 at least",
        place: "a PEM file that only the service's user can read; or at your proxy",
        period: "as its certificate: 90 days or less",
        users: "the process; the owner of the file",
        rotate: &["Write the new certificate and key over the old ones, and send SIGHUP: no restart."],
        retire: &["Delete the file."],
        suspicion: &[
            "Whoever has it can stand between customers and you, and read what they send.",
            "At once: have the certificate revoked, and rotate with a key that is new as well.",
        ],
    },
];

/// `docs/keys.md`.
#[must_use]
pub fn page() -> String {
    let mut page = String::from(HEAD);
    page.push_str("\n| key | purpose | algorithm and length | place | how long it is used | who can use it |\n|---|---|---|---|---|---|\n");
    for Custody { name, purpose, algorithm, place, period, users, .. } in KEYS {
        let _ = writeln!(page, "| {name} | {purpose} | {algorithm} | {place} | {period} | {users} |");
    }
    page.push_str("\n## What to do with them\n");
    for Custody { name, rotate, retire, suspicion, .. } in KEYS {
        let _ = writeln!(page, "\n### {name}");
        for (what, steps) in [("Rotate", rotate), ("Retire", retire), ("On suspicion", suspicion)] {
            let _ = writeln!(page, "\n**{what}.**{}", list(steps));
        }
    }
    page
}

const HEAD: &str = "\
# Keys

Made by `payment-smart-bot key table`; a test holds that it is what the program says. `key rotate`, `key retire` and
`key compromised` say the same of sealing, service and order keys, and do what a program can. With `--data` what they did is
noted in `operators.jsonl` of that data folder; a key itself never is. The audit trail is chained by SHA-256, and no key takes part in it.

Make keys with `openssl rand -hex 32`, hand them out by a secret store, and never by arguments, which other users of a machine can
read. Where several are given, parted by commas, the first makes what is made, and what any of them made is known. How long a key
is used is what we advise, unless the program itself ends it.
";

/// One step in the same line, several as a list.
fn list(steps: &[&str]) -> String {
    match steps {
        [step] => format!(" {step}"),
        steps => steps.iter().zip(1..).fold(String::from("\n"), |list, (step, n)| format!("{list}\n{n}. {step}")),
    }
}
