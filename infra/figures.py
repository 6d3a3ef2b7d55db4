#!/usr/bin/env python3
"""Writes COST.md and SCALE.md from counts.json, which a test measures (`tests/it/counted.rs`), and from the tables below.

`python3 infra/figures.py` writes them, `python3 infra/figures.py --check` fails where they are not current.
"""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
COUNTS = json.loads((HERE / "counts.json").read_text())
TEMPLATE = (HERE / "template.yaml").read_text()

# What is paid for, in US dollars, in us-east-1. `noted` is when it was taken from that page; "-" is one that was not.
PRICES = {
    # name: (what, dollars, per, page, noted)
    "write": ("DynamoDB on demand, units of 1 KB written", 0.625, 1e6, "aws.amazon.com/dynamodb/pricing/on-demand", "2026-11"),
    "read": ("DynamoDB on demand, units of 4 KB read", 0.125, 1e6, "aws.amazon.com/dynamodb/pricing/on-demand", "2026-11"),
    "write_hour": ("DynamoDB provisioned, a unit written a second, an hour", 0.00065, 1, "aws.amazon.com/dynamodb/pricing/provisioned", "-"),
    "read_hour": ("DynamoDB provisioned, a unit read a second, an hour", 0.00013, 1, "aws.amazon.com/dynamodb/pricing/provisioned", "-"),
    "kms": ("KMS, requests", 0.03, 1e4, "aws.amazon.com/kms/pricing", "2026-11"),
    "api": ("API Gateway, REST, requests", 3.50, 1e6, "aws.amazon.com/api-gateway/pricing", "2026-11"),
    "waf": ("WAF, requests", 0.60, 1e6, "aws.amazon.com/waf/pricing", "2026-11"),
    "call": ("Lambda, calls", 0.20, 1e6, "aws.amazon.com/lambda/pricing", "2026-11"),
    "arm": ("Lambda on arm64, GB-seconds", 13.3334, 1e6, "aws.amazon.com/lambda/pricing", "2026-11"),
    "x86": ("Lambda on x86_64, GB-seconds", 16.6667, 1e6, "aws.amazon.com/lambda/pricing", "-"),
    "log": ("CloudWatch Logs, GB taken in", 0.50, 1, "aws.amazon.com/cloudwatch/pricing", "2026-11"),
    "llama": ("Bedrock, Llama 3.1 8B, tokens in or out", 0.22, 1e6, "aws.amazon.com/bedrock/pricing", "2026-11"),
    "nova_in": ("Bedrock, Nova Micro, tokens in", 0.035, 1e6, "aws.amazon.com/bedrock/pricing", "2026-11"),
    "nova_out": ("Bedrock, Nova Micro, tokens out", 0.14, 1e6, "aws.amazon.com/bedrock/pricing", "2026-11"),
}
FIXED = [
    ("firewall (an access list and its rule)", 6.00), ("key", 1.00), ("nine alarms", 0.90), ("two metrics of named events", 0.60),
    ("secret", 0.40), ("schedules", 0.04),
]

# What is no count of a test: estimates, each with its reason.
STRIPE_SECONDS = 0.4  # Stripe confirms within half a second or so; its other requests are quicker
STORE_SECONDS = 0.006  # a request to DynamoDB or KMS within the Region
TURN_SECONDS = 0.01  # all else of a turn, on a share of a core
MODEL_SECONDS = 0.4  # the longest that a customer waits for a courtesy
LOG_KB = 9.2  # measured over a dialogue in November 2026, at `info`
LINE_KB = 0.226  # the line of a request, measured likewise: at `warn` there is none
WEBHOOKS = 2  # events a payment, each a request
WEBHOOK_WRITES, WEBHOOK_READS = 1, 3  # units of each, measured in November 2026
TOKENS_IN, TOKENS_OUT = 222, 20  # of a courtesy, measured in November 2026
LIVE_CALLS = 6  # one a message, where nothing is cached

DEFAULT_MB = int(re.search(r"MemorySize: (\d+)", TEMPLATE)[1])
THROTTLE = int(re.search(r"ThrottleRate:.*?Default: (\d+)", TEMPLATE, re.S)[1])

# How the service spreads what everybody writes: to be changed with the code.
OPEN_WRITES = 2  # of the index `looks` a payment: into it and out of it
OPEN_SHARDS = 16
BREAKER_SHARDS = 16
BREAKER_READS = 32  # counts of all sessions together, which each process reads
BREAKER_EVERY = 5  # seconds at most
PARTITIONS = 4  # of a table on demand to begin with
LOOKS = 500  # that a run of `reconcile` comes to
ABANDONED = 0.05  # of payments stay half an hour at the bank's page


def price(name):
    _, dollars, per, _, _ = PRICES[name]
    return dollars / per


def written(counts):
    return counts["sessions_written"] + counts["ledger_written"]


def requests(counts):
    """Of the API: the page, each message, and the webhooks."""
    return 1 + counts["messages"] + WEBHOOKS


def seconds(counts, live=False):
    stored = counts["dynamodb"] + counts["kms"]
    busy = counts["stripe"] * STRIPE_SECONDS + stored * STORE_SECONDS + requests(counts) * TURN_SECONDS
    return busy + (LIVE_CALLS * MODEL_SECONDS if live else 0)


def lines(counts, memory=DEFAULT_MB, chip="arm", kms=None, level="info", model=None, waf=True):
    """What a dialogue costs, line by line."""
    asked = requests(counts)
    gb = seconds(counts, model is not None) * memory / 1024
    log = LOG_KB - (asked * LINE_KB if level == "warn" else 0)
    found = {
        f"DynamoDB, {written(counts) + WEBHOOKS * WEBHOOK_WRITES} units written": (written(counts) + WEBHOOKS * WEBHOOK_WRITES) * price("write"),
        f"DynamoDB, {counts['read'] + WEBHOOKS * WEBHOOK_READS} units read": (counts["read"] + WEBHOOKS * WEBHOOK_READS) * price("read"),
        f"API Gateway, {asked} requests": asked * price("api"),
        "WAF": asked * price("waf") if waf else 0,
        f"Lambda, {gb:.2f} GB-seconds": gb * price(chip) + asked * price("call"),
        "KMS": (counts["kms"] if kms is None else kms) * price("kms"),
        f"logs, {log:.1f} KB": log / 1e6 * price("log"),
    }
    if model == "llama":
        found["the model"] = LIVE_CALLS * (TOKENS_IN + TOKENS_OUT) * price("llama")
    if model == "nova":
        found["the model"] = LIVE_CALLS * (TOKENS_IN * price("nova_in") + TOKENS_OUT * price("nova_out"))
    return found


def whole(*args, **kwargs):
    return sum(lines(*args, **kwargs).values())


def table(head, rows):
    out = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(out + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def thousand(dollars):
    return f"{1000 * dollars:.4f}"


MADE = "<!-- Made by infra/figures.py of counts.json. Change those, not this. -->"


def cost():
    plain, ordered = COUNTS["plain"], COUNTS["ordered"]
    usual, fixed = whole(plain), sum(dollars for _, dollars in FIXED)
    share = [(what, thousand(one), f"{100 * one / usual:.0f} %") for what, one in lines(plain).items()]

    hours, even = 730, (written(plain) + WEBHOOKS * WEBHOOK_WRITES, plain["read"] + WEBHOOKS * WEBHOOK_READS)
    on_demand = even[0] * price("write") + even[1] * price("read")
    steady = even[0] * price("write_hour") / 3600 + even[1] * price("read_hour") / 3600
    levers = [
        ("no model (`Wording=reviewed`), no order", usual),
        ("the merchant signs an order", whole(ordered)),
        ("`Wording=live`, Llama 3.1 8B, nothing cached", whole(plain, model="llama")),
        ("`Wording=live`, Nova Micro, nothing cached", whole(plain, model="nova")),
        ("each turn at another process: KMS unwraps the key twice more", whole(plain, kms=plain["kms"] + 2)),
        ("one data key an hour for all sessions (not built: one key would open every card of that hour)", whole(plain, kms=0)),
        ("tables provisioned, and used to the full all day", usual - on_demand + steady),
        ("tables provisioned, and used to a tenth on average", usual - on_demand + 10 * steady),
        ("`LogLevel=warn`", whole(plain, level="warn")),
        ("256 MB of memory, if no turn takes longer for it", whole(plain, memory=256)),
        ("1,024 MB of memory, if no turn is quicker for it", whole(plain, memory=1024)),
        ("x86_64 instead of arm64", whole(plain, chip="x86")),
        ("`Waf=off`", whole(plain, waf=False)),
    ]
    bill = [
        (f"{customers:,}", f"{customers * usual:.2f}", f"{fixed:.2f}", f"{customers * usual + fixed:.2f}", f"{customers * usual + fixed - 6:.2f}")
        for customers in (1_000, 100_000, 1_000_000)
    ]
    return f"""{MADE}
# What a dialogue costs

US dollars, in `us-east-1`, for a payment without an order in {plain['messages']} messages, from the first word to the receipt: {plain['dynamodb']} requests to
DynamoDB, {plain['kms']} to KMS, {plain['stripe']} to Stripe, {written(plain)} units written and {plain['read']} read. With the merchant's order it is {ordered['dynamodb']} requests to DynamoDB,
{written(ordered)} units written and {ordered['read']} read. These are counted at the wires by a test. Estimates are what no test here can count: seconds of Lambda
({STRIPE_SECONDS} s a request to Stripe, {1000 * STORE_SECONDS:.0f} ms one to DynamoDB or KMS), what {WEBHOOKS} webhooks ask for, and {LOG_KB} KB of log. Stripe's own fees are a hundred times all of it.

## Of 1,000 dialogues

{table(["", "USD", "share"], share + [("**together**", f"**{thousand(usual)}**", "")])}

## What changes it

{table(["", "1,000 dialogues", "1,000,000", "against the first line"], [(what, thousand(one), f"{1e6 * one:.0f}", f"{100 * (one / usual - 1):+.0f} %") for what, one in levers])}

Provisioned tables cost less only where they are used evenly: from {100 * steady / on_demand:.0f} % of what is provisioned on.

## A month

{table(["customers", "by use", "fixed", "together", "with `Waf=off`"], bill)}

Fixed are, in USD: {", ".join(f"{what} {dollars:.2f}" for what, dollars in FIXED)}. The first overview of this project guessed $1.50 a month for 1,000 customers, $0.50 of it
for the model and $1 for AWS. By use it is ${1000 * usual:.2f} without a model, and ${1000 * whole(plain, model="llama"):.2f} with one that is asked at every message; the bill is larger than the guess by what is fixed, and
most of that is the firewall, which the guess left out.

## Prices

{table(["what", "USD", "for", "page", "noted"], [(what, f"{dollars:g}", f"{per:,.0f}", page, noted) for what, dollars, per, page, noted in PRICES.values()])}

A price that was never taken from its page has "-". All of them change: look before you rely on one.
"""


def scale():
    plain = COUNTS["plain"]
    sessions, ledger = plain["sessions_written"], plain["ledger_written"]
    asked = requests(plain)
    # What gives way: (what, dialogues a second, how it is reckoned, what to do).
    bounds = [
        ("`ThrottleRate` of the API, as deployed", THROTTLE / asked, f"{THROTTLE} requests a second, {asked} a dialogue", "raise the parameter"),
        ("a new account's Lambda", 10 / seconds(plain), f"10 at once, {seconds(plain):.1f} s a dialogue (estimate)", "ask for 1,000: Service Quotas, at once"),
        ("the run of `reconcile`", LOOKS / (ABANDONED * 1800), f"{LOOKS} looks a minute; one payment in {1 / ABANDONED:.0f} left at the bank for half an hour (estimate)", "webhooks do its work; alarm `reconcile_unfinished`"),
        ("Stripe, test mode", 25 / plain["stripe"], f"25 requests a second, {plain['stripe']} a payment", "nothing: it is for tests"),
        ("Stripe, live", 100 / plain["stripe"], f"100 requests a second an account, {plain['stripe']} a payment", "Stripe raises it when asked; else an account more"),
        ("the sessions table, new", 4_000 / sessions, f"4,000 units a second, {sessions} a dialogue", "warm throughput; it doubles by itself within half an hour"),
        ("the ledger, new", 4_000 / ledger, f"4,000 units a second, {ledger} a dialogue", "the same"),
        ("the index `looks`", OPEN_SHARDS * 1_000 / OPEN_WRITES, f"1,000 units a second a partition, {OPEN_SHARDS} partition(s), {OPEN_WRITES} a payment", "more shards"),
        ("counts of all sessions, written", BREAKER_SHARDS * 1_000 / 3, f"1,000 units a second an item, {BREAKER_SHARDS} shard(s), three a dialogue", "more shards"),
        ("counts of all sessions, read", 3_000 * PARTITIONS * BREAKER_EVERY / BREAKER_READS / seconds(plain), f"3,000 units a second a partition, {PARTITIONS} partitions, {BREAKER_READS} each {BREAKER_EVERY} seconds in each process", "fewer and larger processes"),
        ("Lambda", 1_000 / seconds(plain), f"1,000 at once, {seconds(plain):.1f} s a dialogue (estimate)", "Service Quotas"),
        ("API Gateway, an account", 10_000 / asked, f"10,000 requests a second, {asked} a dialogue", "Service Quotas; another account"),
        ("the sessions table, by quota", 40_000 / sessions, f"40,000 units a second a table, {sessions} a dialogue", "Service Quotas"),
        ("the ledger, by quota", 40_000 / ledger, f"40,000 units a second a table, {ledger} a dialogue", "Service Quotas"),
        ("KMS", 10_000 / (plain["kms"] + 2), f"10,000 requests a second (more in large Regions), {plain['kms'] + 2} a dialogue at most", "Service Quotas"),
    ]
    bounds.sort(key=lambda bound: bound[1])
    told, before = [], 0
    for rate in (10, 100, 1_000, 10_000):
        broken = [what for what, at, _, _ in bounds if before <= at < rate]
        before = rate
        told.append((
            f"{rate:,}", f"{rate * asked:,}", f"{rate * sessions:,} + {rate * ledger:,}", f"{rate * plain['read']:,}",
            f"{rate * plain['kms']:,}", f"{rate * plain['stripe']:,}", f"{rate * seconds(plain):,.0f}", "; ".join(broken),
        ))
    return f"""{MADE}
# What breaks first

Dialogues a second are payments of {plain['messages']} messages, without an order. What each asks for is counted by a test, but for seconds of Lambda; the limits are those
that AWS and Stripe gave by default in November 2026. A limit that can be raised is one that somebody has to raise before the day.

## What it takes

{table(["dialogues a second", "API requests", "units written (sessions + ledger)", "units read", "KMS", "Stripe", "Lambda at once", "gives way on the way here, in order"], told)}

## What gives way, in order

{table(["what", "dialogues a second", "reckoned from", "what to do"], [(what, f"{at:,.0f}" if at >= 10 else f"{at:.1f}", why, mend) for what, at, why, mend in bounds])}

Bedrock is in no row: its quota is by account and model, and a courtesy that does not come within {MODEL_SECONDS} s is left out, so no dialogue waits for it. The firewall counts by
address and has no bound of its own in all.

- **10 a second**: raise `ThrottleRate` and Lambda's quota. All else stands.
- **100**: Stripe has to raise its limit before anything here matters. Give new tables warm throughput.
- **1,000**: Lambda, DynamoDB and API Gateway need higher quotas. What everybody writes to is shared out already.
- **10,000**: a cell for some merchants each: its own tables, key, API and account of Stripe. Nothing is shared between two sessions but the counts of
  all, so cells need nothing of each other.
"""


def main():
    stale = []
    for name, text in (("COST.md", cost()), ("SCALE.md", scale())):
        path = HERE / name
        if "--check" not in sys.argv:
            path.write_text(text)
        elif not path.exists() or path.read_text() != text:
            stale.append(name)
    if stale:
        sys.exit(f"not current: {', '.join(stale)}; run python3 infra/figures.py")


if __name__ == "__main__":
    main()
