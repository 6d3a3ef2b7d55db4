"""Ways to break the template: what was changed, the property that has to notice it, and the change."""

RESOURCES = "Resources"
MUTATIONS = []


def breaks(expected):
    """A change that the property `expected` has to notice; the function's name says what was changed."""

    def noted(change):
        MUTATIONS.append((change.__name__.replace("_", " "), expected, change))
        return change

    return noted


def properties(template, name):
    return template[RESOURCES][name]["Properties"]


def statement(template, policy, sid):
    """A statement of a policy; of an `If`, the one that it adds."""
    for one in properties(template, policy)["PolicyDocument"]["Statement"]:
        one = one["Fn::If"][1] if "Fn::If" in one else one
        if one["Sid"] == sid:
            return one
    raise KeyError(sid)


@breaks("sessions have no copy and end")
def sessions_get_point_in_time_recovery(template):
    properties(template, "Sessions")["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] = True


@breaks("sessions have no copy and end")
def sessions_get_a_stream(template):
    properties(template, "Sessions")["StreamSpecification"] = {"StreamViewType": "NEW_IMAGE"}


@breaks("sessions have no copy and end")
def sessions_lose_their_ttl(template):
    del properties(template, "Sessions")["TimeToLiveSpecification"]


@breaks("sessions have no copy and end")
def sessions_outlive_the_stack(template):
    template[RESOURCES]["Sessions"]["DeletionPolicy"] = "Retain"


@breaks("the ledger is durable")
def the_ledger_loses_point_in_time_recovery(template):
    properties(template, "Ledger")["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] = False


@breaks("the ledger is durable")
def the_ledger_goes_with_the_stack(template):
    template[RESOURCES]["Ledger"]["DeletionPolicy"] = "Delete"


@breaks("the ledger is durable")
def attempts_of_the_ledger_end_by_ttl(template):
    properties(template, "Ledger")["TimeToLiveSpecification"] = {"AttributeName": "ttl", "Enabled": True}


@breaks("tables are encrypted with the key and on demand")
def a_table_has_the_default_encryption(template):
    del properties(template, "Sessions")["SSESpecification"]


@breaks("the key rotates and stays")
def the_key_does_not_rotate(template):
    properties(template, "Key")["EnableKeyRotation"] = False


@breaks("the key rotates and stays")
def the_key_goes_with_the_stack(template):
    template[RESOURCES]["Key"]["DeletionPolicy"] = "Delete"


@breaks("the key opens for the function and the tables only")
def administrators_may_decrypt(template):
    properties(template, "Key")["KeyPolicy"]["Statement"][0]["Action"].append("kms:Decrypt")


@breaks("the key opens for the function and the tables only")
def the_key_is_open_to_everybody(template):
    properties(template, "Key")["KeyPolicy"]["Statement"][1]["Principal"] = "*"


@breaks("the function seals only what is bound")
def data_keys_need_no_session(template):
    del statement(template, "FunctionPolicy", "SealsOfSessions")["Condition"]["Null"]


@breaks("no grant has a wildcard")
def the_function_may_do_all_with_sessions(template):
    statement(template, "FunctionPolicy", "Sessions")["Action"] = ["dynamodb:*"]


@breaks("no grant has a wildcard")
def the_function_may_use_all_tables(template):
    statement(template, "FunctionPolicy", "Sessions")["Resource"] = {"Fn::Sub": "arn:${AWS::Partition}:dynamodb:*:*:table/*"}


@breaks("no grant has a wildcard")
def all_models_may_be_called(template):
    statement(template, "ModelPolicy", "Models")["Resource"] = "*"


@breaks("no grant has a wildcard")
def everything_but_scans_is_granted(template):
    granted = statement(template, "FunctionPolicy", "Sessions")
    granted["NotAction"] = ["dynamodb:Scan"]


@breaks("the function has what a turn needs and no more")
def the_function_may_delete_from_the_ledger(template):
    statement(template, "FunctionPolicy", "Ledger")["Action"].append("dynamodb:DeleteItem")


@breaks("the function has what a turn needs and no more")
def the_function_cannot_read_sessions(template):
    statement(template, "FunctionPolicy", "Sessions")["Action"].remove("dynamodb:GetItem")


@breaks("the function has one role and no managed policy")
def the_role_gets_a_managed_policy(template):
    properties(template, "FunctionRole")["ManagedPolicyArns"] = ["arn:aws:iam::aws:policy/AdministratorAccess"]


@breaks("the function has one role and no managed policy")
def anybody_of_the_account_may_take_the_role(template):
    trusted = properties(template, "FunctionRole")["AssumeRolePolicyDocument"]["Statement"]
    trusted[0]["Principal"] = {"AWS": {"Ref": "AWS::AccountId"}}


@breaks("every default model has its profile and its regions")
def a_region_of_a_model_is_missing(template):
    statement(template, "ModelPolicy", "Models")["Resource"]["Fn::If"][2].pop()


@breaks("every default model has its profile and its regions")
def another_default_model_without_its_rights(template):
    template["Parameters"]["ModelIds"]["Default"] += ",us.amazon.nova-micro-v1:0"


@breaks("models are granted only when they may be called")
def models_are_granted_to_a_catalog_only_service(template):
    del template[RESOURCES]["ModelPolicy"]["Condition"]


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


@breaks("logs end")
def logs_are_kept_for_ever(template):
    del properties(template, "FunctionLog")["RetentionInDays"]


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


def a_misspelt_runtime(template):
    properties(template, "Function")["Runtime"] = "provided.al2032"


def a_reference_to_nothing(template):
    statement(template, "FunctionPolicy", "Sessions")["Resource"] = {"Fn::GetAtt": ["Session", "Arn"]}


def the_key_waits_for_what_waits_for_the_key(template):
    condition = properties(template, "Key")["KeyPolicy"]["Statement"][1]["Condition"]
    condition["ArnEquals"]["aws:PrincipalArn"] = {"Fn::GetAtt": ["Function", "Arn"]}


# What the linter has to notice in the translation, by its rule. The first is not noticed before it.
LINTED = [
    ("E3030", a_misspelt_runtime),
    ("E1010", a_reference_to_nothing),
    ("E3004", the_key_waits_for_what_waits_for_the_key),
]
