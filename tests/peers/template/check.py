"""Tells whether the deployment is safe, and whether each property would be noticed when it is broken."""

import json
import pathlib
import sys

import yaml
from cfnlint.api import ManualArgs, lint

# Each of these files adds to the properties or to the mutations by being read.
import front
import front_mutations
import properties
import running
import running_mutations
from mutations import LINTED, MUTATIONS
from stack import PROPERTIES, wrong
from translate import read, translate


def aliases(path):
    """The lines of YAML anchors and aliases: CloudFormation itself does not know them."""
    with open(path, encoding="utf-8") as file:
        return [it.start_mark.line + 1 for it in yaml.scan(file) if isinstance(it, (yaml.AnchorToken, yaml.AliasToken))]


def logged(name, source):
    """Whether the service has a line of the log of this name."""
    return any(f'metric = "{name}"' in file.read_text(encoding="utf-8") for file in source.rglob("*.rs"))


def main(path):
    passed = failed = 0

    def told(good, text):
        nonlocal passed, failed
        passed, failed = passed + good, failed + (not good)
        print("ok    " if good else "FAILED", text)

    told(not aliases(path), "the template has no YAML aliases")
    template = read(path)
    found = wrong(translate(template))
    for name in PROPERTIES:
        told(name not in found, "; ".join([name, *found.get(name, [])]))
    for name in running.NAMED:
        told(logged(name, pathlib.Path(path).parent.parent / "src"), f"the service logs {name}, which an alarm waits for")
    unshown = set(PROPERTIES)
    for text, expected, change in MUTATIONS:
        broken = read(path)
        change(broken)
        noticed = wrong(translate(broken))
        told(expected in noticed, f"noticed: {text}" if expected in noticed else f"NOT noticed by '{expected}': {text}")
        unshown.discard(expected)
    told(not unshown, f"every property was broken once {sorted(unshown) or ''}")
    for rule, change in LINTED:
        broken = read(path)
        change(broken)
        noticed = {match.rule.id for match in lint(json.dumps(translate(broken)), config=ManualArgs(regions=["us-east-1"]))}
        told(rule in noticed, f"linted ({rule}): {change.__name__.replace('_', ' ')}")
    print(f"{passed} passed, {failed} failed")
    return failed == 0


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1]) else 1)
