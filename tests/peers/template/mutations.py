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


def statement(template, policy, sid, document="PolicyDocument"):
    """A statement of a policy; of an `If`, the one that it adds."""
    for one in properties(template, policy)[document]["Statement"]:
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
def the_index_of_seals_copies_them(template):
    properties(template, "Sessions")["GlobalSecondaryIndexes"][0]["Projection"] = {"ProjectionType": "ALL"}


@breaks("sessions have no copy and end")
def seals_are_not_found(template):
    del properties(template, "Sessions")["GlobalSecondaryIndexes"]


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


@breaks("the key opens for the function and the tables only")
def lambda_may_open_seals_of_sessions(template):
    del statement(template, "Key", "EnvironmentAtRest", "KeyPolicy")["Condition"]["Null"]


@breaks("the key opens for the function and the tables only")
def anybody_may_hand_grants_on_through_lambda(template):
    del statement(template, "Key", "GrantsForTheEnvironment", "KeyPolicy")["Condition"]["Bool"]


@breaks("the key opens for the function and the tables only")
def another_service_may_open_environments(template):
    granted = statement(template, "Key", "EnvironmentAtRest", "KeyPolicy")
    granted["Condition"]["StringEquals"]["kms:ViaService"] = {"Fn::Sub": "s3.${AWS::Region}.${AWS::URLSuffix}"}


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
def the_function_may_list_sessions(template):
    statement(template, "FunctionPolicy", "Sessions")["Action"].append("dynamodb:Scan")


@breaks("the function has what a turn needs and no more")
def the_function_cannot_find_seals_that_are_over(template):
    statement(template, "FunctionPolicy", "OverdueSeals")["Resource"] = {"Fn::Sub": "${Ledger.Arn}/index/open"}


@breaks("the function has what a turn needs and no more")
def the_function_cannot_read_counts(template):
    statement(template, "FunctionPolicy", "Sessions")["Action"].remove("dynamodb:BatchGetItem")


@breaks("the function has what a turn needs and no more")
def the_function_may_read_the_secret_itself(template):
    granted = {"Sid": "Secrets", "Effect": "Allow", "Action": ["secretsmanager:GetSecretValue"], "Resource": {"Ref": "SecretsArn"}}
    properties(template, "FunctionPolicy")["PolicyDocument"]["Statement"].append(granted)


@breaks("the function has what a turn needs and no more")
def the_function_cannot_read_sessions(template):
    statement(template, "FunctionPolicy", "Sessions")["Action"].remove("dynamodb:GetItem")


@breaks("a ledger and a key that are there are adopted")
def a_ledger_is_made_beside_the_one_that_is_there(template):
    del template[RESOURCES]["Ledger"]["Condition"]


@breaks("a ledger and a key that are there are adopted")
def a_key_is_made_where_there_is_a_ledger(template):
    template["Conditions"]["MakesKey"] = {"Fn::Equals": [{"Ref": "ExistingLedgerTable"}, ""]}


@breaks("a ledger and a key that are there are adopted")
def a_ledger_is_adopted_without_its_key(template):
    del template["Rules"]["ALedgerHasItsKey"]


@breaks("a ledger and a key that are there are adopted")
def the_function_writes_into_another_ledger(template):
    properties(template, "Function")["Environment"]["Variables"]["LEDGER_TABLE"] = {"Ref": "Sessions"}


@breaks("the function has what a turn needs and no more")
def the_function_may_delete_from_a_ledger_that_is_adopted(template):
    granted = {"Sid": "Adopted", "Effect": "Allow", "Action": ["dynamodb:DeleteItem"]}
    arn = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${ExistingLedgerTable}"
    granted["Resource"] = {"Fn::Sub": arn}
    properties(template, "FunctionPolicy")["PolicyDocument"]["Statement"].append(granted)


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
