"""Ways to break the function as it runs: its settings and secrets, its schedule, its logs and alarms."""

from mutations import RESOURCES, breaks, properties


def variables(template):
    return properties(template, "Function")["Environment"]["Variables"]


@breaks("the function is as it was measured")
def the_function_runs_on_x86(template):
    properties(template, "Function")["Architectures"] = ["x86_64"]


@breaks("the function is as it was measured")
def the_function_has_less_memory(template):
    properties(template, "Function")["MemorySize"] = 128


@breaks("the function is as it was measured")
def the_function_has_the_default_timeout(template):
    del properties(template, "Function")["Timeout"]


@breaks("the function is told what it needs")
def sessions_and_ledger_are_one_table(template):
    properties(template, "Function")["Environment"]["Variables"]["LEDGER_TABLE"] = {"Ref": "Sessions"}


@breaks("the function is told what it needs")
def the_stage_is_left_in_the_path(template):
    del properties(template, "Function")["Environment"]["Variables"]["AWS_LAMBDA_HTTP_IGNORE_STAGE_IN_PATH"]


@breaks("the function is told what it needs")
def allowed_origins_are_not_told(template):
    del variables(template)["CORS_ORIGINS"]


ALONE = "secrets are references to one version and stand in the environment only"


@breaks(ALONE)
def a_secret_is_a_parameter(template):
    template["Parameters"]["StripeSecretKey"] = {"Type": "String", "NoEcho": True}
    variables(template)["STRIPE_SECRET_KEY"] = {"Ref": "StripeSecretKey"}


@breaks(ALONE)
def a_secret_stands_in_an_output(template):
    template["Outputs"]["Key"] = {"Value": variables(template)["API_KEYS"]["Fn::If"][1]}


@breaks(ALONE)
def a_secret_is_whatever_is_current(template):
    variables(template)["ORDER_KEY"]["Fn::If"][1]["Fn::Sub"] = "{{resolve:secretsmanager:${SecretsArn}:SecretString:ORDER_KEY}}"


@breaks(ALONE)
def two_secrets_are_exchanged(template):
    named = variables(template)
    named["API_KEYS"], named["CLIENT_API_KEYS"] = named["CLIENT_API_KEYS"], named["API_KEYS"]


@breaks(ALONE)
def the_environment_is_encrypted_for_everybody(template):
    del properties(template, "Function")["KmsKeyArn"]


@breaks("nothing that needs a secret is deployed without one")
def stripe_without_a_secret(template):
    del template["Rules"]["StripeHasItsKeysAndAnAddress"]["Assertions"][0]


@breaks("nothing that needs a secret is deployed without one")
def stripe_without_an_address(template):
    del template["Rules"]["StripeHasItsKeysAndAnAddress"]["Assertions"][1]


@breaks("it is said who may begin a payment")
def anybody_may_and_nobody_said_so(template):
    del template["Rules"]["ItIsSaidWhoMayPay"]


@breaks("it is said who may begin a payment")
def the_function_is_always_open(template):
    properties(template, "Function")["Environment"]["Variables"]["PAYMENT_SMART_BOT_OPEN_TO_ALL"] = "true"


@breaks("an order alone says what is paid")
def orders_beside_an_amount(template):
    del template["Rules"]["OrdersSayWhatIsPaid"]


@breaks("nothing that needs a secret is deployed without one")
def orders_without_their_key(template):
    del template["Rules"]["OrdersHaveTheirKey"]


@breaks("nothing that needs a secret is deployed without one")
def secrets_without_a_version(template):
    del template["Rules"]["SecretsHaveAVersion"]


def schedule(template, name="Reconcile"):
    return properties(template, "Function")["Events"][name]["Properties"]


SWEPT = "card data that is over is deleted every quarter of an hour"


@breaks(SWEPT)
def nobody_deletes_what_is_over(template):
    schedule(template, "Sweep")["State"] = "DISABLED"


@breaks(SWEPT)
def what_is_over_is_deleted_once_a_day(template):
    schedule(template, "Sweep")["Schedule"] = "rate(1 day)"


@breaks(SWEPT)
def the_other_schedule_is_run_twice(template):
    schedule(template, "Sweep")["Input"] = '{"reconcile": {}}'


@breaks("open payments are looked up every minute")
def a_third_schedule_calls(template):
    template[RESOURCES]["Nightly"] = {"Type": "AWS::Events::Rule", "Properties": {"ScheduleExpression": "rate(1 day)", "Targets": []}}


@breaks("open payments are looked up every minute")
def nobody_looks_open_payments_up(template):
    schedule(template)["State"] = "DISABLED"


@breaks("open payments are looked up every minute")
def the_schedule_says_something_else(template):
    schedule(template)["Input"] = '{"reconcile": true}'


@breaks("open payments are looked up every minute")
def the_schedule_tries_for_a_day(template):
    del schedule(template)["RetryPolicy"]


@breaks("open payments are looked up every minute")
def failed_runs_are_run_again_beside_the_next(template):
    del properties(template, "Function")["EventInvokeConfig"]


@breaks("open payments are looked up every minute")
def a_bucket_may_call_the_function(template):
    permission = {"Action": "lambda:InvokeFunction", "FunctionName": {"Ref": "Function"}, "Principal": "s3.amazonaws.com"}
    template[RESOURCES]["Bucket"] = {"Type": "AWS::Lambda::Permission", "Properties": permission}


@breaks("logs end")
def logs_are_kept_for_ever(template):
    del properties(template, "FunctionLog")["RetentionInDays"]


@breaks("logs end")
def the_log_of_the_firewall_is_kept_for_ever(template):
    del properties(template, "FirewallLogGroup")["RetentionInDays"]


TOLD = "what an operator has to know is alarmed"


@breaks(TOLD)
def nobody_hears_of_stuck_attempts(template):
    del template[RESOURCES]["AttemptIsStuck"]


@breaks(TOLD)
def nobody_hears_that_card_data_stays(template):
    del template[RESOURCES]["SweepDoesNotRun"]


@breaks(TOLD)
def an_alarm_goes_nowhere(template):
    properties(template, "LogHasErrors")["AlarmActions"] = []


@breaks(TOLD)
def a_schedule_that_stopped_is_taken_for_quiet(template):
    properties(template, "ReconcileDoesNotRun")["TreatMissingData"] = "notBreaching"


@breaks(TOLD)
def an_alarm_waits_for_a_name_that_nobody_logs(template):
    properties(template, "CountsAreLost")["Dimensions"][0]["Value"] = "counts_lost"


@breaks(TOLD)
def log_lines_are_counted_by_session(template):
    filtered = properties(template, "NamedEvents")["MetricTransformations"][0]
    filtered["Dimensions"] = [{"Key": "session", "Value": "$.session"}]


@breaks(TOLD)
def errors_of_the_log_are_not_counted(template):
    del template[RESOURCES]["ErrorLines"]


@breaks(TOLD)
def warnings_may_be_left_out_of_the_log(template):
    template["Parameters"]["LogLevel"]["AllowedValues"].append("error")


@breaks(TOLD)
def alarms_are_made_for_nobody(template):
    del template[RESOURCES]["FunctionFails"]["Condition"]
