"""Translates the SAM template into plain CloudFormation, as AWS does at deployment, without a network."""

import copy
import json
import logging
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")  # the translator asks for the partition
logging.getLogger("samtranslator").setLevel(logging.ERROR)

from cfnlint.decode import cfn_yaml
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

# Packaging uploads the zip and puts such an address in the place of its path; the translator takes no other.
PACKAGED = "s3://bucket/bootstrap.zip"


def read(path):
    """The template at `path` as plain data, functions in their long form."""
    return plain(cfn_yaml.load(path))


def plain(node):
    """Without the reader's line numbers, and with no node shared."""
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(value) for value in node]
    return str(node) if isinstance(node, str) else node


def translate(template):
    """What CloudFormation gets. Raises what the translator refuses."""
    template = copy.deepcopy(template)
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = PACKAGED
    # No AWS managed policy is named, so the translator needs no list of them: one that is added fails here.
    return Translator({}, Parser()).translate(template, {})


if __name__ == "__main__":
    source, target = sys.argv[1:]
    with open(target, "w", encoding="utf-8") as file:
        json.dump(translate(read(source)), file, indent=1)
