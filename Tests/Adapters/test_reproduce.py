"""What a published client is said to fail can be shown without doctor, and is so for those that are installed here."""

import pathlib
import re
import subprocess
import sys
import unittest

from reproduce import CASES, CLIENTS

HERE = pathlib.Path(__file__).resolve().parent
# Programs of this folder: one that follows a page, one on the standard library of Go. And curl, whose mistake is its
# signer's: reproduce_signer.py shows it.
OURS = {"rust", "go", "curl"}


def known(client):
    lines = (HERE / "known" / f"{client}_client.txt").read_text("utf-8").splitlines()
    return {name for line in lines if (name := line.partition("#")[0].strip())}


class ReproduceTest(unittest.TestCase):
    def test_every_failure_of_a_client_has_its_reproduction(self):
        for path in (HERE / "known").glob("*_client.txt"):
            client = re.sub(r"(_newest)?_client$", "", path.stem)
            if client not in OURS:
                with self.subTest(path.name):
                    self.assertIn(client, CLIENTS)
                    self.assertLessEqual(known(path.stem.removesuffix("_client")), set(CASES))

    def test_failures_that_are_given_to_callers_as_answers(self):
        for client in ("boto3", "aws_cli"):
            for case in known(client):
                with self.subTest(f"{client} at {case}"):
                    run = subprocess.run(
                        [sys.executable, str(HERE / "reproduce.py"), client, case], capture_output=True, text=True)
                    self.assertIn(f"{client} at {case} returned:", run.stdout, run.stderr)

    def test_whether_a_service_would_accept_what_a_signer_sends(self):
        unsigned = "print('{\"name\": \"n\", \"version\": \"1\"}'); print('{\"target\": \"/\", \"headers\": []}')"
        for adapter, verdict in (([str(HERE / "botocore_signer.py")], "accepted"), (["-c", unsigned], "refused: no signature")):
            run = subprocess.run(
                [sys.executable, str(HERE / "reproduce_signer.py"), "converse-colon-encoded", "--", sys.executable, *adapter],
                capture_output=True, text=True)
            self.assertEqual(run.stdout.splitlines()[-1:], [verdict], run.stderr)


if __name__ == "__main__":
    unittest.main()
