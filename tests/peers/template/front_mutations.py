"""Ways to break what stands before the function."""

from mutations import RESOURCES, breaks, properties


@breaks("the api speaks modern tls only")
def the_api_takes_old_tls(template):
    properties(template, "Api")["SecurityPolicy"] = "TLS_1_0"


@breaks("the api speaks modern tls only")
def the_api_has_the_default_tls(template):
    del properties(template, "Api")["SecurityPolicy"]


@breaks("no log of the api gets a body or a path")
def bodies_are_traced(template):
    properties(template, "Api")["MethodSettings"][0]["DataTraceEnabled"] = True


@breaks("no log of the api gets a body or a path")
def execution_is_logged(template):
    properties(template, "Api")["MethodSettings"][0]["LoggingLevel"] = "INFO"


@breaks("no log of the api gets a body or a path")
def the_access_log_has_paths(template):
    setting = properties(template, "Api")["AccessLogSetting"]["Fn::If"][1]
    setting["Format"] = setting["Format"].replace("$context.resourcePath", "$context.path")


@breaks("what the api answers itself echoes nothing")
def an_error_echoes_the_request(template):
    answers = properties(template, "Api")["GatewayResponses"]
    answers["DEFAULT_4XX"]["ResponseTemplates"]["application/json"] = '{"message":$context.error.messageString,"path":"$context.path"}'


@breaks("no log of the api gets a body or a path")
def the_access_log_has_addresses(template):
    setting = properties(template, "Api")["AccessLogSetting"]["Fn::If"][1]
    setting["Format"] = setting["Format"].replace("$context.tlsVersion", "$context.identity.sourceIp")


@breaks("no log of the api gets a body or a path")
def the_stage_is_traced(template):
    properties(template, "Api")["TracingEnabled"] = True


@breaks("every route is told apart and none is left out")
def return_pages_are_not_told_apart(template):
    del properties(template, "Function")["Events"]["ReturnPage"]


@breaks("every route is told apart and none is left out")
def unknown_paths_are_answered_by_the_gateway(template):
    del properties(template, "Function")["Events"]["Rest"]


@breaks("every route is told apart and none is left out")
def the_gateway_answers_other_methods_of_the_webhook(template):
    properties(template, "Function")["Events"]["StripeWebhook"]["Properties"]["Method"] = "POST"


@breaks("pages of other origins may read refusals only where some may call")
def all_origins_may_always_read_refusals(template):
    answers = properties(template, "Api")["GatewayResponses"]
    answers["DEFAULT_4XX"]["ResponseParameters"]["Headers"]["Access-Control-Allow-Origin"] = "'*'"


@breaks("pages of other origins may read refusals only where some may call")
def pages_of_allowed_origins_cannot_read_that_they_are_too_fast(template):
    del properties(template, "Api")["GatewayResponses"]["THROTTLED"]["ResponseParameters"]["Headers"]["Access-Control-Allow-Origin"]


@breaks("pages of other origins may read refusals only where some may call")
def the_firewall_is_always_read_by_all_origins(template):
    headers = refusal(template)["ResponseHeaders"]
    for header in headers:
        if "Fn::If" in header:
            header["Fn::If"][0] = "HasWaf"


def rule(template):
    return properties(template, "Firewall")["Rules"][0]


def refusal(template):
    return rule(template)["Action"]["Block"]["CustomResponse"]


@breaks("an address may send ten requests a second")
def an_address_may_send_a_hundred_requests_a_second(template):
    rule(template)["Statement"]["RateBasedStatement"]["Limit"] = 6000


@breaks("an address may send ten requests a second")
def an_address_may_send_all_of_five_minutes_at_once(template):
    rule(template)["Statement"]["RateBasedStatement"]["EvaluationWindowSec"] = 300


@breaks("an address may send ten requests a second")
def fast_addresses_are_only_counted(template):
    rule(template)["Action"] = {"Count": {}}


@breaks("an address may send ten requests a second")
def who_is_too_fast_is_not_told_when_to_come_back(template):
    refusal(template)["ResponseHeaders"].pop(0)


@breaks("an address may send ten requests a second")
def who_is_too_fast_is_forbidden(template):
    refusal(template)["ResponseCode"] = 403


@breaks("an address may send ten requests a second")
def the_firewall_stands_before_nothing(template):
    del template[RESOURCES]["FirewallOfTheStage"]


@breaks("an address may send ten requests a second")
def the_firewall_is_off_by_default(template):
    template["Parameters"]["Waf"]["Default"] = "off"


@breaks("an address may send ten requests a second")
def the_firewall_costs_even_when_switched_off(template):
    del template[RESOURCES]["Firewall"]["Condition"]


@breaks("the firewall keeps nothing of a request")
def requests_are_sampled(template):
    rule(template)["VisibilityConfig"]["SampledRequestsEnabled"] = True


@breaks("the firewall keeps nothing of a request")
def a_rule_looks_into_bodies(template):
    other = {"ByteMatchStatement": {"SearchString": "4242", "PositionalConstraint": "CONTAINS", "FieldToMatch": {"Body": {}}}}
    rule(template)["Statement"]["RateBasedStatement"]["ScopeDownStatement"] = other


@breaks("the firewall keeps nothing of a request")
def the_firewall_logs_session_tokens(template):
    fields = properties(template, "FirewallLog")["RedactedFields"]
    fields.remove({"SingleHeader": {"Name": "authorization"}})


@breaks("the firewall keeps nothing of a request")
def the_firewall_logs_api_keys(template):
    fields = properties(template, "FirewallLog")["RedactedFields"]
    fields.remove({"SingleHeader": {"Name": "x-api-key"}})


@breaks("the firewall keeps nothing of a request")
def the_firewall_logs_paths(template):
    properties(template, "FirewallLog")["RedactedFields"].remove({"UriPath": {}})


@breaks("the firewall keeps nothing of a request")
def the_firewall_logs_what_it_let_through(template):
    properties(template, "FirewallLog")["LoggingFilter"]["DefaultBehavior"] = "KEEP"


@breaks("the firewall keeps nothing of a request")
def the_firewall_logs_unasked(template):
    template["Parameters"]["WafLog"]["Default"] = "on"
