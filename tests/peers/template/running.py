"""What holds of the function as it runs: its settings and secrets, its schedule, its logs and alarms."""

import json
import re

from properties import KEY, LEDGER
from stack import holds, of

# The secrets in the environment, by the condition under which each is asked for.
SECRETS = {
    "STRIPE_SECRET_KEY": "TakesStripe",
    "STRIPE_WEBHOOK_SECRET": "TakesStripe",
    "ORDER_KEY": "TakesSignedOrders",
    "SERVICE_KEY": "HasSecrets",
    "API_KEYS": "HasSecrets",
    "CLIENT_API_KEYS": "AsksClientsForKeys",
}

# The lines of the log that wake somebody, by their field `metric`.
NAMED = ["attempt_stuck", "breaker_open", "count_lost", "reconcile_unfinished", "sweep_unfinished"]


@holds
def the_function_is_as_it_was_measured(stack):
    (function,) = of(stack, "AWS::Lambda::Function").values()
    wanted = {"Architectures": ["arm64"], "Runtime": "provided.al2023", "MemorySize": 512, "Timeout": 30, "Handler": "bootstrap"}
    for name, value in wanted.items():
        if function.get(name) != value:
            yield f"{name} is {function.get(name)}, not {value}"
    if function["LoggingConfig"] != {"LogFormat": "JSON", "LogGroup": {"Ref": "FunctionLog"}}:
        yield "it logs elsewhere"
    if function.get("TracingConfig") or function.get("FileSystemConfigs") or function.get("DeadLetterConfig"):
        yield "it has a sink that nobody reviewed"


@holds
def the_function_is_told_what_it_needs(stack):
    (function,) = of(stack, "AWS::Lambda::Function").values()
    variables = function["Environment"]["Variables"]
    wanted = {
        "DYNAMODB_TABLE": {"Ref": "Sessions"},
        "LEDGER_TABLE": LEDGER,
        "KMS_KEY_ID": KEY,
        "AWS_NEW_RETRIES_2026": "true",
        "AWS_LAMBDA_HTTP_IGNORE_STAGE_IN_PATH": "true",
    }
    told = {
        "PUBLIC_URL": "PublicUrl",
        "CORS_ORIGINS": "CorsOrigins",
        "PAYMENT_SMART_BOT_REQUIRE_ANSWERING": "RequireAnswering",
        "STRIPE_KEEP": "StripeKeep",
        "PAYMENT_SMART_BOT_DECLINE_DETAIL": "DeclineDetail",
    }
    for name, value in wanted.items():
        if variables.get(name) != value:
            yield f"{name} is {variables.get(name)}"
    for name, parameter in told.items():
        if variables.get(name) != {"Ref": parameter}:
            yield f"{name} is {variables.get(name)}"


@holds
def secrets_are_references_to_one_version_and_stand_in_the_environment_only(stack):
    (function,) = of(stack, "AWS::Lambda::Function").values()
    variables = function["Environment"]["Variables"]
    for name, condition in SECRETS.items():
        reference = f"{{{{resolve:secretsmanager:${{SecretsArn}}:SecretString:{name}::${{SecretsVersion}}}}}}"
        if variables.get(name) != {"Fn::If": [condition, {"Fn::Sub": reference}, ""]}:
            yield f"{name} is {variables.get(name)}"
    if json.dumps(stack).count("{{resolve:") != len(SECRETS):
        yield "there are other references"
    for name in variables.keys() - SECRETS.keys():
        if re.search("SECRET|PASSWORD|TOKEN|KEYS?$", name):
            yield f"{name} looks like a secret"
    for name, parameter in stack["Parameters"].items():
        if "NoEcho" in parameter or re.search("(?i)password|token|(secret|webhook|order|service|api)keys?$", name):
            yield f"the parameter {name} looks like a secret"
    if function.get("KmsKeyArn") != {"Fn::If": ["HasSecrets", KEY, {"Ref": "AWS::NoValue"}]}:
        yield "the environment is not encrypted with the key"


@holds
def nothing_that_needs_a_secret_is_deployed_without_one(stack):
    held = {"Fn::Not": [{"Fn::Equals": [{"Ref": "SecretsArn"}, ""]}]}
    if stack["Conditions"]["HasSecrets"] != held:
        yield "another condition"
    for condition in set(SECRETS.values()) - {"HasSecrets"}:
        if not any(held in asserted(rule) for rule in stack["Rules"].values() if rule["RuleCondition"] == stack["Conditions"][condition]):
            yield f"{condition} does without"
    versioned = {"Fn::Not": [{"Fn::Equals": [{"Ref": "SecretsVersion"}, ""]}]}
    if not any(versioned in asserted(rule) for rule in stack["Rules"].values() if rule["RuleCondition"] == held):
        yield "the version may be left open"
    address = {"Fn::Not": [{"Fn::Equals": [{"Ref": "PublicUrl"}, ""]}]}
    if not any(address in asserted(rule) for rule in stack["Rules"].values() if rule["RuleCondition"] == stack["Conditions"]["TakesStripe"]):
        yield "a bank would not know where to send customers back to"


@holds
def it_is_said_who_may_begin_a_payment(stack):
    doors = [{"Fn::Equals": [{"Ref": door}, "on"]} for door in ("SignedOrders", "ClientKeys", "OpenToAll")]
    if not any({"Fn::Or": doors} in asserted(rule) for rule in stack["Rules"].values() if rule["RuleCondition"] == stack["Conditions"]["TakesStripe"]):
        yield "anybody may, and nobody said so"
    (function,) = of(stack, "AWS::Lambda::Function").values()
    told = function["Environment"]["Variables"]["PAYMENT_SMART_BOT_OPEN_TO_ALL"]
    if (told, stack["Conditions"]["IsOpenToAll"]) != ({"Fn::If": ["IsOpenToAll", "true", ""]}, doors[2]):
        yield "the function is not told what was said"


@holds
def an_order_alone_says_what_is_paid(stack):
    signed = {"Fn::Equals": [{"Ref": "SignedOrders"}, "on"]}
    if not any({"Fn::Equals": [{"Ref": "Amount"}, ""]} in asserted(rule) for rule in stack["Rules"].values() if rule["RuleCondition"] == signed):
        yield "orders and an amount are deployed together, and the function does not start"


def asserted(rule):
    return [it["Assert"] for it in rule["Assertions"]]


def scheduled(stack, name, asked, every, state):
    """What is wrong with the rule that asks the function for something every so often."""
    rule = of(stack, "AWS::Events::Rule")[name]
    if (rule["ScheduleExpression"], rule["State"]) != (every, state):
        yield f"{rule['ScheduleExpression']}, {rule['State']}"
    (target,) = rule["Targets"]
    if target["Arn"] != {"Fn::GetAtt": ["Function", "Arn"]} or json.loads(target["Input"]) != asked:
        yield f"it asks {target['Arn']} for {target['Input']}"
    if target["RetryPolicy"] != {"MaximumEventAgeInSeconds": 60, "MaximumRetryAttempts": 0} or "DeadLetterConfig" in target:
        yield "old runs are kept, or run beside new ones"


@holds
def card_data_that_is_over_is_deleted_every_quarter_of_an_hour(stack):
    yield from scheduled(stack, "FunctionSweep", {"sweep": {}}, "rate(15 minutes)", "ENABLED")


@holds
def open_payments_are_looked_up_every_minute(stack):
    with_stripe = {"Fn::If": ["TakesStripe", "ENABLED", "DISABLED"]}
    yield from scheduled(stack, "FunctionReconcile", {"reconcile": {}}, "rate(1 minute)", with_stripe)
    if set(of(stack, "AWS::Events::Rule")) != {"FunctionReconcile", "FunctionSweep"}:
        yield "another schedule"
    (calls,) = of(stack, "AWS::Lambda::EventInvokeConfig").values()
    if (calls["MaximumEventAgeInSeconds"], calls["MaximumRetryAttempts"]) != (60, 0) or calls.get("DestinationConfig"):
        yield "Lambda runs old runs again, or keeps them"
    callers = {"apigateway.amazonaws.com", "events.amazonaws.com"}
    for name, permission in of(stack, "AWS::Lambda::Permission").items():
        if permission["Principal"] not in callers or "SourceArn" not in permission:
            yield f"{name}: others may call the function"


@holds
def logs_end(stack):
    for name, group in of(stack, "AWS::Logs::LogGroup").items():
        if group.get("RetentionInDays") != {"Ref": "LogRetentionDays"}:
            yield f"{name} is kept for ever"
    for days in stack["Parameters"]["LogRetentionDays"]["AllowedValues"]:
        if not 30 <= days <= 1827:
            yield f"{days} days"


@holds
def what_an_operator_has_to_know_is_alarmed(stack):
    own = {"Fn::Sub": "PaymentSmartBot/${AWS::StackName}"}
    counted = {}
    for filtered in of(stack, "AWS::Logs::MetricFilter").values():
        (into,) = filtered["MetricTransformations"]
        if (filtered["LogGroupName"], into["MetricNamespace"], into["MetricValue"]) == ({"Ref": "FunctionLog"}, own, "1"):
            counted[into["MetricName"]] = (filtered["FilterPattern"], into.get("Dimensions"))
    wanted_lines = {
        "events": ('{ $.metric = "*" }', [{"Key": "metric", "Value": "$.metric"}]),
        "errors": ('{ $.level = "ERROR" }', None),
    }
    if counted != wanted_lines:
        yield f"other lines of the log are counted: {counted}"
    wanted = {
        ("AWS/Lambda", "Errors"): "HasAlarms",
        ("AWS/Lambda", "Throttles"): "HasAlarms",
        ("AWS/Lambda", "AsyncEventsDropped"): "HasAlarms",
        ("AWS/ApiGateway", "5XXError"): "HasAlarms",
        ("FunctionReconcile", "Invocations"): "WatchesTheSchedule",
        ("FunctionSweep", "Invocations"): "HasAlarms",
        ("log", "errors"): "HasAlarms",
        **{(name, "events"): "HasAlarms" for name in NAMED},
    }
    for name, alarm in of(stack, "AWS::CloudWatch::Alarm").items():
        dimensions = alarm.get("Dimensions", [{"Value": "log"}])
        source = dimensions[0]["Value"] if alarm["Namespace"] == own else alarm["Namespace"]
        # A rule that does not run is silent, and each has an alarm of its own.
        source = dimensions[0]["Value"]["Ref"] if source == "AWS/Events" else source
        if wanted.pop((source, alarm["MetricName"]), None) != stack["Resources"][name].get("Condition"):
            yield f"{name}: not wanted, or under another condition"
        if alarm["AlarmActions"] != [{"Ref": "AlarmTopicArn"}]:
            yield f"{name}: nobody hears it"
        # What is missing tells that nothing happened, but where something has to happen.
        silent = alarm["Namespace"] == "AWS/Events"
        if alarm["TreatMissingData"] != ("breaching" if silent else "notBreaching") or alarm["ComparisonOperator"].startswith("Less") != silent:
            yield f"{name}: silence is taken for {alarm['TreatMissingData']}"
    if "error" in stack["Parameters"]["LogLevel"]["AllowedValues"]:
        yield "lines that are counted may be left out of the log"
    for source, metric in wanted:
        yield f"nobody hears of {source} {metric}"
