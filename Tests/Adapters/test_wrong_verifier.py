"""A verifier that does not keep one rule is caught by the vectors about it, and passes all others."""

import fnmatch
import json
import os
import pathlib
import subprocess
import sys
import unittest

from wrong_verifier import MISTAKES

HERE = pathlib.Path(__file__).resolve().parent


def failed(mistake):
    run = subprocess.run(
        [os.environ["DOCTOR"], "conformance", "verifier", "--format", "json", "--", sys.executable,
         str(HERE / "wrong_verifier.py"), "--mistake", mistake], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        raise RuntimeError(run.stderr)
    cases = json.loads(run.stdout)["cases"]
    return {case["id"] for case in cases}, {case["id"] for case in cases if case["status"] != "pass"}


class WrongVerifierTest(unittest.TestCase):
    def test_each_mistake_is_caught_by_the_vectors_about_it_and_no_others(self):
        for name, mistake in MISTAKES.items():
            with self.subTest(name):
                cases, found = failed(name)
                expected = {id for id in cases for pattern in mistake.caught_by if fnmatch.fnmatchcase(id, pattern)}
                self.assertTrue(expected)
                self.assertEqual(found, expected)


if __name__ == "__main__":
    unittest.main()
