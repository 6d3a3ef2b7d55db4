"""What holds of the data, of the key and of what the function may do."""

from stack import addresses, allowed, grants, holds, many, of, statements

KEY = {"Fn::If": ["MakesKey", {"Fn::GetAtt": ["Key", "Arn"]}, {"Ref": "ExistingKeyArn"}]}
LEDGER = {"Fn::If": ["MakesLedger", {"Ref": "Ledger"}, {"Ref": "ExistingLedgerTable"}]}
ADOPTED = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${ExistingLedgerTable}"


def indexes(table):
    """Each index of a table: its name, its keys, and what it copies."""
    return [
        (it["IndexName"], [key["AttributeName"] for key in it["KeySchema"]], it["Projection"]["ProjectionType"])
        for it in table.get("GlobalSecondaryIndexes", [])
    ]


@holds
def sessions_have_no_copy_and_end(stack):
    table = stack["Resources"]["Sessions"]
    properties = table["Properties"]
    if properties["PointInTimeRecoverySpecification"] != {"PointInTimeRecoveryEnabled": False}:
        yield "point-in-time recovery is not off"
    for copying in ("StreamSpecification", "KinesisStreamSpecification", "ContributorInsightsSpecification"):
        if copying in properties:
            yield f"{copying} is set"
    if properties.get("TimeToLiveSpecification") != {"AttributeName": "ttl", "Enabled": True}:
        yield "items do not end by `ttl`"
    if (table.get("DeletionPolicy"), table.get("UpdateReplacePolicy")) != ("Delete", "Delete"):
        yield "the table may outlive the stack"
    if properties["KeySchema"] != [{"AttributeName": "sessionId", "KeyType": "HASH"}]:
        yield "another key"
    if indexes(properties) != [("seals", ["sealedShard", "sealedUntil"], "KEYS_ONLY")]:
        yield "an index copies more than keys, or seals are not found by when they are over"


@holds
def the_ledger_is_durable(stack):
    table = stack["Resources"]["Ledger"]
    properties = table["Properties"]
    if properties["PointInTimeRecoverySpecification"].get("PointInTimeRecoveryEnabled") is not True:
        yield "no point-in-time recovery"
    if (table.get("DeletionPolicy"), table.get("UpdateReplacePolicy")) != ("Retain", "Retain"):
        yield "the table may go with the stack"
    if properties.get("DeletionProtectionEnabled") is not True:
        yield "the table may be deleted"
    if "TimeToLiveSpecification" in properties:
        yield "items end"
    keys = [(it["AttributeName"], it["KeyType"]) for it in properties["KeySchema"]]
    if keys != [("pk", "HASH"), ("sk", "RANGE")]:
        yield "another key"
    if indexes(properties) != [("looks", ["lookShard", "nextLook"], "ALL"), ("open", ["open", "openedAt"], "ALL")]:
        yield "another index"


@holds
def tables_are_encrypted_with_the_key_and_on_demand(stack):
    tables = of(stack, "AWS::DynamoDB::Table")
    if set(tables) != {"Sessions", "Ledger"}:
        yield f"other tables: {sorted(tables)}"
    for name, table in tables.items():
        if table.get("SSESpecification") != {"SSEEnabled": True, "SSEType": "KMS", "KMSMasterKeyId": KEY}:
            yield f"{name} is not encrypted with the key"
        if table.get("BillingMode") != "PAY_PER_REQUEST":
            yield f"{name} is not on demand"


@holds
def the_key_rotates_and_stays(stack):
    key = stack["Resources"]["Key"]
    if key["Properties"].get("EnableKeyRotation") is not True:
        yield "no rotation"
    if (key.get("DeletionPolicy"), key.get("UpdateReplacePolicy")) != ("Retain", "Retain"):
        yield "the ledger would be unreadable without it"


@holds
def a_ledger_and_a_key_that_are_there_are_adopted(stack):
    """Neither is made beside the one that is named, each is used wherever ours would be, and a ledger comes with its key."""
    resources, conditions = stack["Resources"], stack["Conditions"]
    for name, condition, parameter in (("Ledger", "MakesLedger", "ExistingLedgerTable"), ("Key", "MakesKey", "ExistingKeyArn")):
        if resources[name].get("Condition") != condition:
            yield f"{name} is made beside the one that is there"
        if conditions[condition] != {"Fn::Equals": [{"Ref": parameter}, ""]}:
            yield f"{condition} is another condition"
        if stack["Parameters"][parameter]["Default"] != "":
            yield f"{parameter} is taken for granted"
    environment = resources["Function"]["Properties"]["Environment"]["Variables"]
    if (environment["LEDGER_TABLE"], environment["KMS_KEY_ID"]) != (LEDGER, KEY):
        yield "the function uses another"
    named = [it["Condition"]["StringEquals"]["kms:EncryptionContext:aws:dynamodb:tableName"] for _, it in grants(stack) if it.get("Sid") == "TablesAtRest"]
    if named != [[{"Ref": "Sessions"}, LEDGER]]:
        yield "the key opens another table"
    rule = stack["Rules"]["ALedgerHasItsKey"]
    needs = [it["Assert"] for it in rule["Assertions"]]
    empty = lambda name: {"Fn::Not": [{"Fn::Equals": [{"Ref": name}, ""]}]}
    if rule["RuleCondition"] != empty("ExistingLedgerTable") or needs != [empty("ExistingKeyArn")]:
        yield "a ledger comes without its key"
    outputs = stack["Outputs"]
    if (outputs["LedgerTable"]["Value"], outputs["KeyArn"]["Value"]) != (LEDGER, KEY):
        yield "the outputs name another"
    if outputs["RoleArn"]["Value"] != {"Fn::GetAtt": ["FunctionRole", "Arn"]}:
        yield "nobody knows the role for the key's policy"


@holds
def the_key_opens_for_the_function_and_the_tables_only(stack):
    using = {"kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:CreateGrant"}
    for statement in statements(stack["Resources"]["Key"]["Properties"]["KeyPolicy"]):
        sid, actions, condition = statement["Sid"], set(many(statement["Action"])), statement.get("Condition", {})
        if statement["Principal"] != {"AWS": {"Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}}:
            yield f"{sid}: another principal"
        through = condition.get("StringEquals", {}).get("kms:ViaService", {}).get("Fn::Sub", "").split(".")[0]
        function = condition.get("ArnEquals") == {"aws:PrincipalArn": {"Fn::GetAtt": ["FunctionRole", "Arn"]}}
        if actions & using and not (through or function):
            yield f"{sid}: anybody may use the key"
        if through and through not in ("dynamodb", "lambda"):
            yield f"{sid}: another service may use the key"
        if through and "kms:CreateGrant" in actions and condition.get("Bool") != {"kms:GrantIsForAWSResource": "true"}:
            yield f"{sid}: grants for anybody"
        of_a_function = condition.get("Null") == {"kms:EncryptionContext:aws:lambda:FunctionArn": "false"}
        if through == "lambda" and actions & using - {"kms:CreateGrant"} and not of_a_function:
            yield f"{sid}: Lambda may open more than environments"
        if function and actions != {"kms:GenerateDataKey", "kms:Decrypt"}:
            yield f"{sid}: the function may do more than seal"
        if function and not bound(condition):
            yield f"{sid}: not bound to a table and a session"


def bound(condition):
    """Whether a condition asks for both parts of the encryption context, and for no other."""
    present = condition.get("Null", {})
    table = "kms:EncryptionContext:table" in condition.get("StringEquals", {}) or present.get("kms:EncryptionContext:table") == "false"
    only = condition.get("ForAllValues:StringEquals", {}).get("kms:EncryptionContextKeys") == ["table", "session"]
    return table and only and present.get("kms:EncryptionContext:session") == "false"


@holds
def the_function_seals_only_what_is_bound(stack):
    for action in ("kms:GenerateDataKey", "kms:Decrypt"):
        direct = [it for _, it in allowed(stack, action) if "kms:ViaService" not in it.get("Condition", {}).get("StringEquals", {})]
        if len(direct) != 1 or not bound(direct[0].get("Condition", {})):
            yield f"{action} is not bound to a table and a session"


@holds
def no_grant_has_a_wildcard(stack):
    documents = [(name, it["KeyPolicy"]) for name, it in of(stack, "AWS::KMS::Key").items()]
    for name, statement in [*grants(stack), *((name, it) for name, document in documents for it in statements(document))]:
        for action in many(statement["Action"]):
            if "*" in action or "?" in action:
                yield f"{name}: the action {action}"
        if {"NotAction", "NotResource", "NotPrincipal"} & statement.keys():
            yield f"{name}: a grant by exception"
    for name, statement in grants(stack):
        for address in addresses(statement["Resource"]):
            if "*" in address:
                yield f"{name}: the resource {address}"


@holds
def the_function_has_what_a_turn_needs_and_no_more(stack):
    """By table, key and log: the exact actions."""
    wanted = {
        "Sessions.Arn": {"GetItem", "BatchGetItem", "PutItem", "UpdateItem", "DeleteItem"},
        "${Sessions.Arn}/index/seals": {"Query"},
        "Ledger.Arn": {"GetItem", "PutItem", "UpdateItem", "Query"},
        "${Ledger.Arn}/index/looks": {"Query"},
        "${Ledger.Arn}/index/open": {"Query"},
        ADOPTED: {"GetItem", "PutItem", "UpdateItem", "Query"},
        f"{ADOPTED}/index/looks": {"Query"},
        f"{ADOPTED}/index/open": {"Query"},
        "Key.Arn": {"GenerateDataKey", "Decrypt", "Encrypt", "ReEncryptFrom", "ReEncryptTo"},
        "Ref ExistingKeyArn": {"GenerateDataKey", "Decrypt", "Encrypt", "ReEncryptFrom", "ReEncryptTo"},
        "FunctionLog.Arn": {"CreateLogStream", "PutLogEvents"},
    }
    given = {}
    for _, statement in grants(stack):
        for address in addresses(statement["Resource"]):
            if ":bedrock:" not in address and address != "Ref ModelResources":
                given.setdefault(address, set()).update(action.split(":")[1] for action in many(statement["Action"]))
    for address in sorted(wanted.keys() | given.keys()):
        if wanted.get(address) != given.get(address):
            yield f"{address}: {sorted(given.get(address, []))} instead of {sorted(wanted.get(address, []))}"


@holds
def the_function_has_one_role_and_no_managed_policy(stack):
    roles = of(stack, "AWS::IAM::Role")
    if set(roles) != {"FunctionRole"}:
        yield f"other roles: {sorted(roles)}"
    for name, role in roles.items():
        if role.keys() & {"ManagedPolicyArns", "Policies"}:
            yield f"{name} has policies of its own"
        trusted = [(it["Principal"], it["Action"]) for it in role["AssumeRolePolicyDocument"]["Statement"]]
        if trusted != [({"Service": "lambda.amazonaws.com"}, ["sts:AssumeRole"])]:
            yield f"{name} may be taken by others"
    for other in ("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::User", "AWS::ApiGateway::Account"):
        if of(stack, other):
            yield f"there is an {other}"


@holds
def every_default_model_has_its_profile_and_its_regions(stack):
    given = {address for _, it in allowed(stack, "bedrock:InvokeModel") for address in addresses(it["Resource"])}
    arn = "arn:${AWS::Partition}:bedrock:"
    wanted = {"Ref ModelResources"}
    for profile in stack["Parameters"]["ModelIds"]["Default"].split(","):
        model = profile.removeprefix("us.")
        wanted.add(f"{arn}${{AWS::Region}}:${{AWS::AccountId}}:inference-profile/{profile}")
        wanted.update(f"{arn}{region}::foundation-model/{model}" for region in ("us-east-1", "us-east-2", "us-west-2"))
    for address in sorted(wanted ^ given):
        yield f"{'missing' if address in wanted else 'not wanted'}: {address}"


@holds
def models_are_granted_only_when_they_may_be_called(stack):
    if stack["Resources"]["ModelPolicy"].get("Condition") != "CallsModels":
        yield "models are granted whatever the wording"
    if stack["Conditions"]["CallsModels"] != {"Fn::Equals": [{"Ref": "Wording"}, "live"]}:
        yield "another condition"
    conditional = [it for it in stack["Resources"]["ModelPolicy"]["Properties"]["PolicyDocument"]["Statement"] if "Fn::If" in it]
    guarded = [it["Fn::If"][1]["Action"] for it in conditional if it["Fn::If"][0] == "HasGuardrail"]
    if guarded != [["bedrock:ApplyGuardrail"]] or len(allowed(stack, "bedrock:ApplyGuardrail")) != 1:
        yield "the guardrail is not granted just when there is one"
