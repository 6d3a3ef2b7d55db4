"""A plain handler as the first overview of this project draws it, over the given engine and with an instant model and gateway: one
read and one write of the session's item a turn, whatever happens between. Prints what a turn takes, in milliseconds.

    python3 handler.py ENDPOINT
"""

import json
import statistics
import sys
import time
import uuid

import boto3
from botocore.config import Config

TABLE = "handler"
DIALOGUES = 200
STEPS = ["name", "card", "expiry", "cvv", "confirm", "complete"]
SAID = ["hi", "Jane Roe", "a card", "12/2030", "a code", "yes"]


def tables(endpoint):
    resource = boto3.resource(
        "dynamodb",
        endpoint_url=endpoint,
        region_name="eu-central-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(retries={"max_attempts": 1}),
    )
    table = resource.create_table(
        TableName=TABLE,
        KeySchema=[{"AttributeName": "sessionId", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "sessionId", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    table.wait_until_exists()
    return table


def handle(table, event):
    """A turn: the session is read, the next step is taken, the session is written."""
    body = json.loads(event["body"])
    found = table.get_item(Key={"sessionId": body["sessionId"]}, ConsistentRead=True).get("Item")
    session = found or {"sessionId": body["sessionId"], "currentStep": "name", "conversationHistory": [], "collectedData": {}}
    step = session["currentStep"]
    following = STEPS[min(STEPS.index(step) + 1, len(STEPS) - 1)]
    if found:
        session["collectedData"][step] = "given"
        session["currentStep"] = following
    reply = f"What is the {session['currentStep']}?"
    session["conversationHistory"] += [
        {"role": "user", "content": body["message"]},
        {"role": "assistant", "content": reply},
    ]
    session["lastUpdated"] = int(time.time())
    session["ttl"] = session["lastUpdated"] + 3600
    table.put_item(Item=session)
    return {"statusCode": 200, "body": json.dumps({"reply": reply, "currentStep": session["currentStep"]})}


def main():
    table = tables(sys.argv[1])
    times = {text: [] for text in SAID}
    for dialogue in range(DIALOGUES + 20):
        session = str(uuid.uuid4())
        for text in SAID:
            began = time.perf_counter()
            handle(table, {"body": json.dumps({"sessionId": session, "message": text})})
            if dialogue >= 20:
                times[text].append((time.perf_counter() - began) * 1000)
    for what, text in [("ordinary", "12/2030"), ("confirming", "yes")]:
        print(f"figure: {what} turn of the handler {statistics.median(times[text]):.2f}ms")


main()
