"""`doctor lint` against botocore, which validates a request before it signs it.

Botocore checks less than the service: required members, unknown ones, types, and the least length and value. What it
refuses, lint must name at the same place; what it takes, lint must not call missing, unknown or of a wrong type.
"""

import json
import re
import subprocess
import unittest

import botocore.session
from botocore.validate import ParamValidator

from mock import DOCTOR

TEXT = {"messages": [{"role": "user", "content": [{"text": "hi"}]}]}


def message(*blocks, **members):
    return {"messages": [{"role": "user", "content": list(blocks), **members}]}


# The last part of botocore's sentence, and lint's rule.
RULES = {
    "Missing required parameter": "shape-required",
    "Unknown parameter": "shape-unknown-member",
    "Invalid type": "shape-type",
    "Invalid length": "shape-length",
    "Invalid value": "shape-range",
    "Invalid number of parameters": "shape-union",
    "Must set one of": "shape-union",
}

BODIES = [
    TEXT,
    TEXT | {"system": [{"text": "s"}, {"cachePoint": {"type": "default", "ttl": "1h"}}]},
    TEXT | {"inferenceConfig": {"maxTokens": 1, "temperature": 0.5, "stopSequences": ["a"]}},
    TEXT | {"additionalModelRequestFields": {"any": [1, {"b": None}]}},
    {"messages": [{"content": [{"text": "hi"}]}]},
    {"messages": [{"role": "user"}]},
    {"mesages": []} | TEXT,
    message({"text": "hi"}, name="n"),
    {"messages": [{"role": "user", "content": "hi"}]},
    {"messages": {"role": "user"}},
    message({"text": 7}),
    message({"image": {"format": "png"}}),
    message({"image": {"source": {"s3Location": {"uri": "s3://abc/d"}}}}),
    message({"text": "a", "document": {"name": "n", "source": {"text": "t"}}}),
    message({}),
    message({"hologram": {}}),
    message({"toolUse": {"toolUseId": "a", "name": "t"}}),
    message({"toolResult": {"toolUseId": "", "content": []}}),
    TEXT | {"inferenceConfig": {"maxTokens": 0}},
    TEXT | {"inferenceConfig": {"maxTokens": "5"}},
    TEXT | {"inferenceConfig": {"temperature": -1}},
    TEXT | {"inferenceConfig": {"max_tokens": 5}},
    TEXT | {"toolConfig": {"tools": []}},
    TEXT | {"toolConfig": {}},
    TEXT | {"toolConfig": {"tools": [{"toolSpec": {"name": "", "inputSchema": {"json": {"type": "object"}}}}]}},
    TEXT | {"system": "s"},
    TEXT | {"serviceTier": "flex"},
    TEXT | {"requestMetadata": {}},
]


class Lint(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        model = botocore.session.get_session().get_service_model("bedrock-runtime")
        cls.shape = model.operation_model("Converse").input_shape

    def botocore_says(self, body):
        """Rule and place of each of botocore's errors."""
        report = ParamValidator().validate({"modelId": "amazon.nova-micro-v1:0"} | body, self.shape).generate_report()
        found = set()
        for line in report.splitlines():
            kind = next(kind for kind in RULES if line.startswith(kind))
            # `Missing required parameter in messages[0]: "role"`, `Invalid type for parameter messages, value: ...`.
            place = re.search(r" (?:in|for parameter|structure|unionstructure) ([\w.\[\]]+?)[.:,](?: |$)", line)
            place = place.group(1) if place and place.group(1) != "input" else ""
            name = re.search(r': "(\w+)"', line) if "required" in kind or "Unknown" in kind else None
            found.add((RULES[kind], ".".join(part for part in [place, name.group(1) if name else ""] if part)))
        return found

    def lint_says(self, body):
        run = subprocess.run(
            [DOCTOR, "lint", "-", "--format", "json"], input=json.dumps(body), capture_output=True, text=True)
        report = json.loads(run.stdout)
        found = set()
        for finding in report["findings"]:
            rule = finding["evidence"].get("rule", "")
            if rule == "body-of-converse":
                return None
            if rule.startswith("shape-"):
                found.add((rule, finding["evidence"]["path"].removeprefix("$").removeprefix(".")))
        return found

    def test_what_botocore_refuses_lint_names_at_the_same_place(self):
        for body in BODIES:
            with self.subTest(json.dumps(body)):
                botocore_says, lint_says = self.botocore_says(body), self.lint_says(body)
                if lint_says is None:
                    # Text in the place of blocks: to lint the whole body is another API's.
                    self.assertNotEqual(botocore_says, set())
                    continue
                places = {place for _, place in lint_says}
                for rule, place in botocore_says:
                    if (rule, place) in lint_says:
                        continue
                    # A union of one unknown member is one fault to lint, at the union.
                    self.assertIn(place.rpartition(".")[0] if rule == "shape-unknown-member" else place, places)
                unseen = {"shape-required", "shape-unknown-member", "shape-type"}
                self.assertEqual({found for found in lint_says - botocore_says if found[0] in unseen}, set())


if __name__ == "__main__":
    unittest.main()
