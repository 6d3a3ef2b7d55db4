"""Looking things up in a translated template, and the list of what has to hold of it."""

PROPERTIES = {}


def holds(check):
    """A property: yields what is wrong."""
    PROPERTIES[check.__name__.replace("_", " ")] = check
    return check


def wrong(stack):
    """What is wrong, by property."""
    found = {}
    for name, check in PROPERTIES.items():
        try:
            faults = list(check(stack))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            faults = [f"cannot be judged: {error!r}"]
        if faults:
            found[name] = faults
    return found


def of(stack, kind):
    """The properties of every resource of a kind, by logical id."""
    return {name: it.get("Properties", {}) for name, it in stack["Resources"].items() if it["Type"] == kind}


def many(value):
    return value if isinstance(value, list) else [value]


def statements(document):
    """The statements of a policy document; of an `If`, what it adds."""
    for statement in document["Statement"]:
        branches = statement["Fn::If"][1:] if "Fn::If" in statement else [statement]
        yield from (branch for branch in branches if branch != {"Ref": "AWS::NoValue"})


def grants(stack):
    """Every statement of what the function may do, with the name of its policy."""
    for name, policy in of(stack, "AWS::IAM::RolePolicy").items():
        for statement in statements(policy["PolicyDocument"]):
            yield f"{name}/{statement.get('Sid')}", statement


def addresses(resource):
    """Every single address of a statement's `Resource`, as text; both branches of an `If`."""
    for one in many(resource):
        if isinstance(one, dict) and "Fn::If" in one:
            for branch in one["Fn::If"][1:]:
                yield from addresses(branch)
        elif isinstance(one, dict):
            (function, value), = one.items()
            yield ".".join(value) if function == "Fn::GetAtt" else f"{function} {value}" if function == "Ref" else value
        else:
            yield one


def allowed(stack, action):
    """The statements that grant an action."""
    return [(name, it) for name, it in grants(stack) if action in many(it["Action"])]
