"""Every command line of README.md as it stands: what can be run here is run, what cannot is listed with the reason.

A line is one that begins with `doctor` or `export`, at the prompt of a transcript too, in a block of code. They run in a
directory that holds what they name (a suite under tests/bedrock, cassettes, a client that signs wrongly), with a mock
server and its pair in the environment in the place of an account. A new line is run and must end with 0 until it is
given another status, or a reason, below.
"""

import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import unittest

from mock import ACCESS_KEY, DOCTOR, SECRET_KEY, Mock, surroundings

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What is not run, each with the reason.
NOT_RUN = [
    (r"record --upstream https://", "it calls Amazon Bedrock itself"),
    (r"^aws ", "it calls Amazon Bedrock itself, with the reader's own arguments"),
]

# Statuses of lines that show a failure; every other line ends with 0.
STATUS = [
    (r"^doctor models --mock --targets", {0}),
    (r"^doctor models --mock --(list|fail-on)", {0}),
    (r"^doctor models --mock", {1}),
    (r"^doctor merge 1", {1}),
    (r"^doctor lint", {1}),
    (r"^doctor serve --explain -- python3? wrong\.py", {1}),
    # Of whatever is set where it is read.
    (r"^doctor env", {0, 1}),
    # A failure that is recognised, or as much of one as stands there.
    (r"\bdoctor explain -$", {1, 2}),
]

# Lines that serve until they are stopped.
SERVES = re.compile(r"^doctor (serve\b(?!.* -- )|record --(listen|upstream))")

RIGHT = """
import boto3


def ask(**client):
    return boto3.client("bedrock-runtime", **client).converse(
        modelId="amazon.nova-micro-v1:0", messages=[{"role": "user", "content": [{"text": "ping"}]}],
        inferenceConfig={"maxTokens": 1})
"""

WRONG = """
import boto3
from botocore.auth import SigV4Auth

# Botocore encodes the path once more, but for S3; this client does not.
SigV4Auth._normalize_url_path = lambda self, path: path
boto3.client("bedrock-runtime").converse(
    modelId="amazon.nova-micro-v1:0", messages=[{"role": "user", "content": [{"text": "ping"}]}])
"""

# What a client that knows another API makes of a request.
WRONG_REQUEST = """\
{"modelId": "us.anthropic.claude-opus-4-7",
 "messages": [{"role": "user", "content": [
   {"text": "Sum it up."},
   {"document": {"format": "pdf", "name": "report.pdf", "source": {"bytes": "JVBERi0="}}}]}],
 "inferenceConfig": {"max_tokens": 500, "temperature": 0}}
"""

# Two accounts, as the README has them.
TARGETS = """\
{"name": "payments", "roleArn": "arn:aws:iam::111122223333:role/BedrockProbe", "externalId": "example"}
{"name": "research", "accessKeyIdVariable": "RESEARCH_ID", "secretAccessKeyVariable": "RESEARCH_SECRET"}
"""

BODY = {"messages": [{"role": "user", "content": [{"text": "ping"}]}], "inferenceConfig": {"maxTokens": 1}}
ANSWER = {
    "output": {"message": {"role": "assistant", "content": [{"text": "pong"}]}}, "stopReason": "end_turn",
    "metrics": {"latencyMs": 1}, "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2},
}  # fmt: skip


def lines(text):
    """The command lines of a Markdown text, continued ones joined."""
    found = []
    fenced = False
    pending = ""
    for line in text.splitlines():
        if line.lstrip().startswith("```"):
            fenced = not fenced
            continue
        # A block's own indentation; what stands deeper is output.
        code = line if fenced else line[4:] if line.startswith("    ") else None
        if code is None:
            pending = ""
            continue
        code = pending + code.removeprefix("$ ")
        if code.endswith("\\"):
            pending = code[:-1]
            continue
        pending = ""
        if re.match(r"(doctor|export)\b", code) or re.search(r"\| doctor\b", code):
            found.append(code.strip())
    return found


def reason(line):
    return next((why for pattern, why in NOT_RUN if re.search(pattern, line)), None)


def statuses(line):
    return next((expected for pattern, expected in STATUS if re.search(pattern, line)), {0})


class Extraction(unittest.TestCase):
    def test_blocks_prompts_and_continued_lines(self):
        text = "doctor in prose\n\n    $ doctor a\n    output\n        doctor deeper\n    x | doctor -\n"
        text += "```sh\nexport A=1\ndoctor b \\\n  --c\n```\n"
        self.assertEqual(lines(text), ["doctor a", "x | doctor -", "export A=1", "doctor b   --c"])


class Readme(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = pathlib.Path(place.name)
        binaries = self.place / "bin"
        binaries.mkdir()
        (binaries / "doctor").symlink_to(DOCTOR)
        self.path = f"{binaries}:{os.environ['PATH']}"
        # The adapters are named as they stand in a checkout.
        (self.place / "Tests").symlink_to(ROOT / "Tests")
        (self.place / "tests/bedrock").mkdir(parents=True)
        (self.place / "tests/cassettes").mkdir()
        (self.place / "wrong.py").write_text(WRONG)
        (self.place / "request.json").write_text(WRONG_REQUEST)
        (self.place / "targets.jsonl").write_text(TARGETS)
        self.suite(RIGHT + "\n\ndef test_answers():\n    assert ask()['stopReason'] == 'max_tokens'\n")
        self.cassette("tests/cassettes/first.yaml")

    def suite(self, text):
        (self.place / "tests/bedrock/test_converse.py").write_text(text)

    def cassette(self, name):
        """A VCR file; JSON is YAML."""
        request = {
            "method": "POST", "body": {"string": json.dumps(BODY)}, "headers": {"Content-Type": ["application/json"]},
            "uri": "https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-micro-v1%3A0/converse",
        }  # fmt: skip
        response = {
            "status": {"code": 200, "message": "OK"}, "headers": {"Content-Type": ["application/json"]},
            "body": {"string": json.dumps(ANSWER)},
        }  # fmt: skip
        cassette = {"version": 1, "interactions": [{"request": request, "response": response}]}
        (self.place / name).write_text(json.dumps(cassette))

    def run_line(self, line, mock=None, **variables):
        account = {
            "AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "AWS_REGION": "us-east-1",
            "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": mock.url,
        } if mock else {}  # fmt: skip
        return subprocess.Popen(
            ["bash", "-c", line], cwd=self.place, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, start_new_session=True,
            env=surroundings(PATH=self.path, DOCTOR_DATA=str(ROOT), **account) | variables)  # fmt: skip

    def ended(self, process):
        try:
            out, err = process.communicate(timeout=300)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        return process.returncode, out, err

    def served(self, process):
        """Stops a server once it says where it listens."""
        first = process.stdout.readline()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        status, out, err = self.ended(process)
        self.assertRegex(first, r"^listening on https?://127\.0\.0\.1:\d+\n$", err)
        return status, out, err

    def test_every_line_is_run_or_has_a_reason(self):
        all_lines = lines((ROOT / "README.md").read_text())
        self.assertGreater(len(all_lines), 5)
        with Mock() as mock:
            for line in all_lines:
                if reason(line):
                    continue
                with self.subTest(line):
                    process = self.run_line(line, mock)
                    status, out, err = self.served(process) if SERVES.search(line) else self.ended(process)
                    # A server that was given nothing to do is stopped at once, and did nothing.
                    expected = {0, 2} if SERVES.search(line) else statuses(line)
                    self.assertIn(status, expected, f"{line}\n{out}\n{err}")

    def test_every_reason_is_used(self):
        text = "\n".join(lines((ROOT / "README.md").read_text()))
        for pattern, why in NOT_RUN:
            self.assertRegex(text, re.compile(pattern, re.MULTILINE), why)

    def ci_line(self):
        found = [line for line in lines((ROOT / "README.md").read_text()) if re.search(r"serve .*--strict.* -- ", line)]
        self.assertTrue(found, "the README shows no line for a suite in CI")
        return found[0]

    def test_the_line_for_ci_passes_a_right_client(self):
        status, out, err = self.ended(self.run_line(self.ci_line()))
        self.assertEqual(status, 0, out + err)
        self.assertIn("1 passed", out)
        self.assertIn("1 request on 1 connection: 0 replayed, 1 simulated, 0 refused", err)

    def test_the_line_for_ci_fails_a_wrong_client_that_nobody_looks_at(self):
        self.suite(
            RIGHT + "\n\ndef test_answers():\n    try:\n        ask(aws_access_key_id='AKIAIOSFODNN7EXAMPLE', "
            "aws_secret_access_key='wrong')\n    except Exception:\n        pass\n")
        status, out, err = self.ended(self.run_line(self.ci_line()))
        self.assertEqual(status, 1, out + err)
        self.assertIn("1 passed", out)
        self.assertIn("1 refused", err)

    def test_the_line_for_ci_fails_a_suite_that_calls_nobody(self):
        self.suite("def test_nothing():\n    pass\n")
        status, out, err = self.ended(self.run_line(self.ci_line()))
        self.assertEqual(status, 1, out + err)
        self.assertIn("no call reached the server", err)


if __name__ == "__main__":
    unittest.main()
