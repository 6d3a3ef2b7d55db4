"""What holds of what stands before the function: the API, its log, the firewall, other origins."""

import json
import re

from stack import holds, many, of

# Policies of regional APIs that need TLS 1.3, or 1.2 with forward secrecy (API Gateway's API reference, `securityPolicy`). The
# linter does not know them, and a misspelt one fails only at deployment.
MODERN_TLS = {
    "SecurityPolicy_TLS13_1_3_2025_09",
    "SecurityPolicy_TLS13_1_3_FIPS_2025_09",
    "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
}

OPEN = ["HasCors", "'*'", {"Ref": "AWS::NoValue"}]


@holds
def the_api_speaks_modern_tls_only(stack):
    for name, api in of(stack, "AWS::ApiGateway::RestApi").items():
        if api.get("SecurityPolicy") not in MODERN_TLS:
            yield f"{name} takes TLS below 1.2 or weak ciphers, or its policy is unknown"
        if api.get("EndpointAccessMode") != "STRICT":
            yield f"{name} takes requests for other hosts"


@holds
def no_log_of_the_api_gets_a_body_or_a_path(stack):
    stages = of(stack, "AWS::ApiGateway::Stage")
    if set(stages) != {"ApiProdStage"}:
        yield f"other stages: {sorted(stages)}"
    for name, stage in stages.items():
        if stage.get("TracingEnabled"):
            yield f"{name} traces"
        (settings,) = stage["MethodSettings"]
        if (settings["HttpMethod"], settings["ResourcePath"]) != ("*", "/*"):
            yield f"{name}: not every method is set"
        if settings.get("DataTraceEnabled") is not False or settings.get("LoggingLevel") != "OFF":
            yield f"{name} logs bodies"
        if settings.get("CachingEnabled") is not False:
            yield f"{name} keeps replies"
        if "ThrottlingRateLimit" not in settings or "ThrottlingBurstLimit" not in settings:
            yield f"{name} has no limit"
        allowed_in_log = {
            "requestId", "requestTime", "httpMethod", "resourcePath", "status", "error.responseType", "responseLatency",
            "responseLength", "tlsVersion",
        }
        for variable in re.findall(r"\$([\w.]+)", stage["AccessLogSetting"]["Fn::If"][1]["Format"]):
            if variable.removeprefix("context.") not in allowed_in_log:
                yield f"{name}: the access log has {variable}"


@holds
def what_the_api_answers_itself_echoes_nothing(stack):
    for name, api in of(stack, "AWS::ApiGateway::RestApi").items():
        for kind, answer in api["Body"]["x-amazon-apigateway-gateway-responses"].items():
            used = set(re.findall(r"\$([\w.]+)", "".join(answer["responseTemplates"].values())))
            if used - {"context.requestId"}:
                yield f"{name} {kind}: {sorted(used)}"


@holds
def every_route_is_told_apart_and_none_is_left_out(stack):
    wanted = {"/", "/chat", "/session/{id}", "/webhooks/stripe", "/return/{token}", "/health", "/openapi.json", "/{proxy+}"}
    for name, api in of(stack, "AWS::ApiGateway::RestApi").items():
        paths = api["Body"]["paths"]
        for path in sorted(wanted ^ set(paths)):
            yield f"{name}: {'missing' if path in wanted else 'not wanted'}: {path}"
        for path, methods in paths.items():
            if list(methods) != ["x-amazon-apigateway-any-method"]:
                yield f"{name}: {path} answers {sorted(methods)} itself"


@holds
def pages_of_other_origins_may_read_refusals_only_where_some_may_call(stack):
    if stack["Conditions"]["HasCors"] != {"Fn::Not": [{"Fn::Equals": [{"Ref": "CorsOrigins"}, ""]}]}:
        yield "another condition"
    for name, api in of(stack, "AWS::ApiGateway::RestApi").items():
        for kind, answer in api["Body"]["x-amazon-apigateway-gateway-responses"].items():
            if answer["responseParameters"].get("gatewayresponse.header.Access-Control-Allow-Origin") != {"Fn::If": OPEN}:
                yield f"{name} {kind}: read by others whatever is allowed, or never"
    for header in told_by_the_firewall(stack, conditional=True):
        if header[0] != "HasCors" or header[2] != {"Ref": "AWS::NoValue"}:
            yield f"the firewall says {header}"
    if "*" not in [it[1]["Value"] for it in told_by_the_firewall(stack, conditional=True)]:
        yield "the firewall's refusal cannot be read"


def told_by_the_firewall(stack, conditional):
    """The headers of its refusal: those that are always there, or those with a condition."""
    (rule,) = stack["Resources"]["Firewall"]["Properties"]["Rules"]
    headers = rule["Action"]["Block"]["CustomResponse"]["ResponseHeaders"]
    return [it["Fn::If"] if conditional else it for it in headers if ("Fn::If" in it) == conditional]


@holds
def an_address_may_send_ten_requests_a_second(stack):
    if stack["Parameters"]["Waf"]["Default"] != "on" or stack["Conditions"]["HasWaf"] != {"Fn::Equals": [{"Ref": "Waf"}, "on"]}:
        yield "the firewall is not there unless it is switched off"
    firewall = stack["Resources"]["Firewall"]
    (rule,) = firewall["Properties"]["Rules"]
    if rule["Statement"] != {"RateBasedStatement": {"AggregateKeyType": "IP", "Limit": 600, "EvaluationWindowSec": 60}}:
        yield f"another rule: {rule['Statement']}"
    answer = rule["Action"]["Block"]["CustomResponse"]
    if answer["ResponseCode"] != 429:
        yield f"answered with {answer['ResponseCode']}"
    if {"Name": "Retry-After", "Value": "60"} not in told_by_the_firewall(stack, conditional=False):
        yield "nobody is told when to come back"
    body = firewall["Properties"]["CustomResponseBodies"][answer["CustomResponseBodyKey"]]
    if json.loads(body["Content"]).get("type") != "urn:payment-smart-bot:problem:too-many-requests":
        yield "no problem that clients know"
    (bond,) = of(stack, "AWS::WAFv2::WebACLAssociation").values()
    if not bond["ResourceArn"]["Fn::Sub"].endswith("/restapis/${Api}/stages/${ApiProdStage}"):
        yield "the stage is not behind it"
    for name in ("Firewall", "FirewallOfTheStage"):
        if stack["Resources"][name].get("Condition") != "HasWaf":
            yield f"{name} cannot be switched off"


@holds
def the_firewall_keeps_nothing_of_a_request(stack):
    firewall = stack["Resources"]["Firewall"]["Properties"]
    for part in (firewall, *firewall["Rules"]):
        if part["VisibilityConfig"]["SampledRequestsEnabled"] is not False:
            yield "requests are sampled, with their headers and paths"
    if "FieldToMatch" in json.dumps(firewall):
        yield "a rule looks into requests"
    for name, log in of(stack, "AWS::WAFv2::LoggingConfiguration").items():
        if stack["Resources"][name].get("Condition") != "HasWafLog" or stack["Parameters"]["WafLog"]["Default"] != "off":
            yield f"{name}: written without being asked for"
        left_out = {one for it in log["RedactedFields"] for one in redacted(it)}
        wanted = {"UriPath", "QueryString", "authorization", "x-api-key", "idempotency-key", "stripe-signature", "cookie", "referer"}
        for field in sorted(wanted - left_out):
            yield f"{name}: {field} is written"
        kept = [it for it in log["LoggingFilter"]["Filters"] if it["Behavior"] == "KEEP"]
        actions = [one["ActionCondition"]["Action"] for it in kept for one in many(it["Conditions"])]
        if log["LoggingFilter"]["DefaultBehavior"] != "DROP" or actions != ["BLOCK"]:
            yield f"{name}: more than what was blocked"


def redacted(field):
    for kind, value in field.items():
        yield value["Name"] if kind == "SingleHeader" else kind
