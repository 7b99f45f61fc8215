"""A client that is wrong in one way is caught under the rules about it, and fails nothing else."""

import concurrent.futures
import fnmatch
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import unittest

from wrong_client import MISTAKES

HERE = pathlib.Path(__file__).resolve().parent


def judged(program, *arguments, options=("--jobs", "16")):
    """The cases of a run by their id."""
    command = [os.environ["DOCTOR"], "conformance", "client", *options, "--format", "json", "--",
               sys.executable, str(HERE / program), *arguments]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode == -signal.SIGSEGV and (place := runtime_crash(run.stderr)):
        print(f"once more, since the Swift runtime broke: {place}", file=sys.stderr)
        run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode not in (0, 1):
        raise RuntimeError(run.stderr)
    return {case["id"]: case for case in json.loads(run.stdout)["cases"]}


def runtime_crash(text):
    """The innermost frame of a crash inside the Swift runtime; None where our code or another library broke.

    Seen once in some thousand starts of a debug build with Swift 6.3.1: the metadata of a generic type is null when several
    threads, as it seems, ask for it at once. <https://github.com/swiftlang/swift/issues/80909> is of the kind.
    """
    frame = re.search(r"^Thread [^\n]* crashed:\n\n\s*0\s+(?:\[\w+\]\s+)?0x[0-9a-f]+ ([^\n]* in libswiftCore\.so)", text, re.MULTILINE)
    return frame and frame[1]


def is_breach(case):
    # A broken `may` passes, with a remark.
    return case["status"] in ("fail", "warn") or (case["status"] == "pass" and case.get("stage") is not None)


class WrongClientTest(unittest.TestCase):
    def test_the_client_without_a_mistake_passes(self):
        cases = judged("plain_client.py")
        # Python's standard library has no HTTP/2.
        asked = {id: case for id, case in cases.items() if not id.startswith("transport/http2")}
        self.assertEqual({id for id, case in asked.items() if case["status"] != "pass" or is_breach(case)}, set())

    def test_each_mistake_is_caught_under_the_rules_about_it_and_no_others(self):
        # They wait more than they work.
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            runs = {name: pool.submit(judged, "wrong_client.py", "--mistake", name) for name in MISTAKES}
        self.assertGreaterEqual(len(runs), 20)
        for name, run in runs.items():
            with self.subTest(name):
                cases, mistake = run.result(), MISTAKES[name]
                expected = {id for id in cases for pattern in mistake.caught_by if fnmatch.fnmatchcase(id, pattern)}
                caught = {id for id, case in cases.items() if is_breach(case)}
                # Eight runs keep a machine busy, which takes its time or hides what is about time: once more with nothing
                # beside it.
                doubtful = (caught - expected) | (expected if mistake.is_about_time else set())
                if doubtful:
                    alone = [word for id in sorted(doubtful) for word in ("--run", id)]
                    cases |= judged("wrong_client.py", "--mistake", name, options=("--jobs", "1", *alone))
                    caught = {id for id, case in cases.items() if is_breach(case)}
                self.assertEqual(caught - set(mistake.may_be_caught_by), expected)
                unjudged = {case["stage"] for case in cases.values() if case["status"] == "unknown"}
                # Without a second attempt there is no pause; without a signature that is accepted there is no answer.
                self.assertLessEqual(unjudged - {"pause"}, mistake.unjudged())


if __name__ == "__main__":
    unittest.main()
