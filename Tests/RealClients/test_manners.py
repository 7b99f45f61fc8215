"""`--run`, `--skip`, `--known-failing`, `--fail-on`, `--deadline`, `--list` and `--shard`: the same words in every command."""

import json
import pathlib
import socket
import subprocess
import tempfile
import unittest

from mock import ACCESS_KEY, DOCTOR, surroundings

ROOT = pathlib.Path(__file__).resolve().parents[2]
ADAPTER = ["--", DOCTOR, "conformance", "adapter", "signer"]
ACCOUNT = {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": "r7Real/ClientsTest+Secret0123456789abcdE"}
ZONE = ACCOUNT | {"AWS_REGION": "us-east-1a"}


def doctor(*arguments, **variables):
    return subprocess.run(
        [DOCTOR, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
        env=surroundings(DOCTOR_DATA=str(ROOT), **variables))  # fmt: skip


def names(report):
    return [f"{cell['model']} in {cell['region']}" for cell in report["models"]] + [c["id"] for c in report["cases"]]


class Manners(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = pathlib.Path(place.name)
        self.known = self.place / "known.txt"

    def json(self, status, *arguments, **variables):
        run = doctor(*arguments, "--format", "json", **variables)
        self.assertEqual(run.returncode, status, run.stdout + run.stderr)
        return json.loads(run.stdout)

    def test_what_is_listed_is_what_is_run(self):
        for command, pattern, rest in [
            (["vectors"], "converse-*", []), (["replay"], "*#0", []), (["models", "--mock"], "amazon.* in us-*", []),
            (["conformance", "signer"], "converse-*", ADAPTER),
        ]:  # fmt: skip
            with self.subTest(command):
                def listed(*options):
                    run = doctor(*command, "--list", *options, *rest)
                    self.assertEqual(run.returncode, 0, run.stderr)
                    return run.stdout.splitlines()

                every, chosen, others = listed(), listed("--run", pattern), listed("--skip", pattern)
                self.assertTrue(chosen and others)
                self.assertEqual(sorted(chosen + others), sorted(every))
                shards = [name for part in ("1/2", "2/2") for name in listed("--run", pattern, "--shard", part)]
                self.assertEqual(sorted(shards), sorted(chosen))
                run = doctor(*command, "--run", pattern, "--format", "json", *rest)
                self.assertEqual(names(json.loads(run.stdout)), chosen)
                nothing = doctor(*command, "--run", "no such thing", *rest)
                self.assertEqual(nothing.returncode, 64)
                self.assertIn("--run no such thing matches none", nothing.stderr)

    def test_a_check_that_is_left_out_is_not_made(self):
        report = self.json(0, "check", "--mock", "--run", "region")
        self.assertEqual({finding["check"] for finding in report["findings"]}, {"region"})
        self.assertEqual(report["models"], [])
        listed = doctor("check", "--mock", "--list").stdout.splitlines()
        self.assertEqual(listed[-3:], ["network", "clock", "amazon.nova-micro-v1:0 in us-east-1"])

    def test_findings_and_cells_are_known_to_fail(self):
        self.json(1, "env", **ZONE)
        self.json(0, "env", "--skip", "region-availability-zone", **ZONE)
        self.known.write_text("region-availability-zone # the zone is meant\n")
        report = self.json(0, "env", "--known-failing", str(self.known), **ZONE)
        found = next(f for f in report["findings"] if f["code"] == "region-availability-zone")
        self.assertEqual(found["status"], "skip")
        self.assertIn("the zone is meant", found["detail"])
        stale = self.json(1, "env", "--known-failing", str(self.known), AWS_REGION="us-east-1", **ACCOUNT)
        self.assertEqual(stale["cases"][0]["code"], "known-failure-passes")
        for text, words in [("region-zone # x\n", "matches none"), ("region-availability-zone\n", "expected a reason")]:
            self.known.write_text(text)
            wrong = doctor("env", "--known-failing", str(self.known), **ZONE)
            self.assertEqual(wrong.returncode, 65)
            self.assertIn(words, wrong.stderr)
        cells = [cell for cell in self.json(1, "models", "--mock")["models"] if cell["status"] == "fail"]
        self.known.write_text("".join(f"{cell['model']} in {cell['region']} # demonstrated\n" for cell in cells))
        self.json(0, "models", "--mock", "--known-failing", str(self.known))
        self.known.write_text("amazon.nova-micro-v1:0 in us-east-1 # once\n")
        stale = self.json(1, "models", "--mock", "--run", "amazon.nova-micro*", "--known-failing", str(self.known))
        self.assertEqual(stale["models"][0]["code"], "known-failure-passes")

    def test_what_fails_is_chosen(self):
        for options, status in [
            (["--fail-on", "unknown"], 0), (["--fail-on", "region-availability-zone"], 1),
            (["--fail-on", "region-*"], 1), (["--fail-on", "clock-off"], 0), (["--fail-on", "warn,fail"], 1),
            (["--strict", "--fail-on", "clock-off"], 1), (["--fail-on", "clock-of"], 64), (["--fail-on", ""], 64),
        ]:  # fmt: skip
            with self.subTest(options):
                run = doctor("env", "--format", "junit", *options, **ZONE)
                self.assertEqual(run.returncode, status, run.stdout + run.stderr)
                if status != 64:
                    self.assertEqual("<failure" in run.stdout, status == 1)

    def test_a_deadline_leaves_what_was_not_reached_without_a_verdict(self):
        with socket.create_server(("127.0.0.1", 0), backlog=50) as silent:
            url = f"http://127.0.0.1:{silent.getsockname()[1]}"
            models = "amazon.nova-micro-v1:0,amazon.nova-lite-v1:0"
            report = self.json(
                2, "models", "--models", models, "--endpoint-url", url, "--deadline", "1", "--shard", "1/1",
                AWS_REGION="us-east-1", **ACCOUNT)  # fmt: skip
            self.assertEqual([cell["model"] for cell in report["models"]], models.split(","))
            self.assertEqual({cell["code"] for cell in report["models"]}, {"deadline-reached"})
            self.assertEqual(report["shard"]["places"], [0, 1])
            check = self.json(
                2, "check", "--endpoint-url", url, "--deadline", "1", AWS_REGION="us-east-1", **ACCOUNT)
            self.assertEqual(check["models"][0]["code"], "deadline-reached")
            self.assertEqual(check["summary"]["fail"], 0)

    def test_shards_of_a_conformance_run_are_one_run(self):
        parts = [str(self.place / f"{index}.json") for index in (1, 2, 3)]
        command = ["conformance", "signer", "--run", "converse-*", "--format", "json"]
        for index, part in enumerate(parts, 1):
            run = doctor(*command, "--shard", f"{index}/3", "--output", part, *ADAPTER)
            self.assertEqual(run.returncode, 0, run.stderr)
        whole = json.loads(doctor(*command, *ADAPTER).stdout)
        self.assertEqual(names(self.json(0, "merge", *parts)), names(whole))
        missing = doctor("merge", parts[0], parts[2])
        self.assertEqual(missing.returncode, 65)
        self.assertIn("shard 2/3 is missing", missing.stderr)


if __name__ == "__main__":
    unittest.main()
