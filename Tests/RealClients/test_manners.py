"""`--run`, `--skip`, `--known-failing`, `--fail-on`, `--deadline`, `--list` and `--shard`: the same words in every command."""

import json
import pathlib
import re
import socket
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

from mock import ACCESS_KEY, DOCTOR, Mock, surroundings

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


class Words(unittest.TestCase):
    """The README's table of words is what the commands take."""

    WORDS = [["run", "skip"], ["known-failing"], ["fail-on"], ["deadline"], ["list"], ["shard"], ["only-failed"]]

    def test_the_table_of_the_readme_says_which_command_takes_which_word(self):
        text = (ROOT / "README.md").read_text()
        head = "| command | `--run`, `--skip` | `--known-failing` |"
        rows = text[text.index(head):].split("\n\n")[0].splitlines()[2:]
        tree = json.loads(subprocess.check_output([DOCTOR, "--experimental-dump-help"]))["command"]
        found = {}

        def collect(path, command):
            parts = [part for part in command.get("subcommands", []) if part["commandName"] != "help"]
            names = {name["name"] for argument in command.get("arguments", []) for name in argument.get("names") or []}
            if path and not parts:
                found[" ".join(path)] = [all(word in names for word in words) for words in self.WORDS]
            for part in parts:
                collect([*path, part["commandName"]], part)

        collect([], tree)
        said = {}
        for row in rows:
            first, *cells = [cell.strip() for cell in row.strip("|").split("|")]
            names = [name for name in re.findall(r"`([^`]+)`", first) if not name.startswith("--")]
            lead = "conformance " if names[0].startswith("conformance ") else ""
            for name in names:
                said[name if name.startswith(lead) else lead + name] = [cell != "no" for cell in cells]
        for name in ("schema", "conformance adapter", "read-toml"):
            self.assertFalse(any(found.pop(name, [])), name)
        # The option is there, and refused with its reason.
        self.assertFalse(said["serve"][2])
        found["serve"][2] = False
        self.assertEqual(said, found)


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
                # In the order of the plan, from which each part takes every second entry.
                shards = [listed("--run", pattern, "--shard", part) for part in ("1/2", "2/2")]
                self.assertEqual(shards, [chosen[::2], chosen[1::2]])
                run = doctor(*command, "--run", pattern, "--format", "json", *rest)
                self.assertEqual(sorted(names(json.loads(run.stdout))), sorted(chosen))
                nothing = doctor(*command, "--run", "no such thing", *rest)
                self.assertEqual(nothing.returncode, 64)
                self.assertIn("--run no such thing matches none", nothing.stderr)

    def test_a_list_is_text_and_in_the_order_of_the_plan(self):
        plan = json.loads(doctor("models", "--mock", "--plan").stdout)
        listed = doctor("models", "--mock", "--list").stdout.splitlines()
        self.assertEqual(listed, [f"{cell['model']} in {cell['region']}" for cell in plan["cells"]])
        for command in [["models", "--mock"], ["vectors"], ["check", "--mock"], ["env"], ["clock", "--mock"]]:
            for options in [["--format", "json"], ["--output", f"junit={self.place}/x.xml"]]:
                run = doctor(*command, "--list", *options)
                self.assertEqual((run.returncode, run.stdout), (64, ""), command)
                self.assertIn("--list is written as text only", run.stderr)
        self.assertFalse((self.place / "x.xml").exists())
        for options in [["--format", "junit"], ["--output", f"junit={self.place}/x.xml"], ["--list"]]:
            self.assertEqual(doctor("models", "--mock", "--plan", *options).returncode, 64)
        text = doctor("explain", "--list", "--run", "clock-*").stdout
        self.assertIn("clock-off", text)
        self.assertNotIn("key-wrong", text)
        codes = json.loads(doctor("explain", "--list", "--run", "clock-*", "--format", "json").stdout)["findings"]
        self.assertTrue(codes and all(finding["code"].startswith("clock-") for finding in codes))

    def test_a_merge_lists_in_the_order_of_the_plan(self):
        parts = [str(self.place / f"{index}.json") for index in (1, 2)]
        for index, part in enumerate(parts, 1):
            doctor("models", "--mock", "--shard", f"{index}/2", "--format", "json", "--output", part)
        self.assertEqual(
            doctor("merge", "--list", *parts).stdout, doctor("models", "--mock", "--list").stdout)

    def test_a_run_that_fails_looks_failed_in_every_form(self):
        part = str(self.place / "1.json")
        doctor("models", "--mock", "--shard", "1/2", "--format", "json", "--output", part)
        outputs = [word for form in ("junit", "github", "json", "markdown")
                   for word in ("--output", f"{form}={self.place / form}")]  # fmt: skip
        run = doctor("merge", part, *outputs)
        self.assertEqual(run.returncode, 65)
        missing = "shard 2/2 is missing: all 2 are needed, each once"
        tests = ElementTree.parse(self.place / "junit").getroot()
        self.assertEqual([(tests.get("tests"), tests.get("errors"), tests.get("failures"))], [("1", "1", "0")])
        self.assertEqual(tests.find(".//error").get("message"), missing)
        self.assertEqual((self.place / "github").read_text().splitlines()[0], f"::error title=doctor merge::{missing}")
        self.assertIn(missing, json.loads((self.place / "json").read_text())["notes"])
        self.assertIn("shard 2/2 is missing", (self.place / "markdown").read_text())

    def test_what_does_not_fail_the_run_is_no_error_in_a_workflow(self):
        levels = lambda *options: {
            line.split(" ")[0] for line in doctor("models", "--mock", "--format", "github", *options).stdout.splitlines()
            if line.startswith("::")}  # fmt: skip
        self.assertEqual(levels(), {"::error", "::warning"})
        self.assertEqual(levels("--fail-on", "clock-off"), {"::warning"})
        self.assertEqual(levels("--strict"), {"::error"})

    def test_an_option_that_a_command_does_not_have_is_named(self):
        for arguments, words in [
            (["check", "--bogus", "1"], "Unknown option '--bogus'."),
            (["check", "--shard", "1/2"], "Unknown option '--shard'. It is one of doctor models, "),
            (["check", "--modle", "x"], "Unknown option '--modle'. Did you mean '--model'?"),
            (["check", "--bogus=secret-value"], "Unknown option '--bogus'."), (["--bogus"], "Unknown option '--bogus'."),
            (["check", "x"], "There is no command 'x'."), (["chekc"], "Did you mean 'check'?"),
            (["check", "A" * 40], "check takes options only, found an argument of 40 bytes."),
        ]:  # fmt: skip
            run = doctor(*arguments)
            self.assertEqual(run.returncode, 64, arguments)
            self.assertIn(words, run.stderr)
            self.assertNotIn("secret-value", run.stderr)

    def test_a_difference_is_chosen_by_codes(self):
        old, new = str(self.place / "old.json"), str(self.place / "new.json")
        for file, models in [(old, "amazon.nova-micro-v1:0"), (new, "amazon.nova-micro-v1:0,x.y")]:
            doctor("models", "--mock", "--models", models, "--format", "json", "--output", file)
        every = {case["id"] for case in self.json(1, "diff", old, new)["cases"]}
        for pattern in ("model-id-invalid", "*: model-id-invalid", "x.y *"):
            self.assertEqual({case["id"] for case in self.json(1, "diff", old, new, "--run", pattern)["cases"]}, every)
        self.assertEqual(self.json(0, "diff", old, new, "--run", "*: clock-off")["cases"], [])
        self.assertEqual(self.json(0, "diff", old, new, "--skip", "*: model-*")["cases"], [])
        self.assertEqual(doctor("diff", old, new, "--run", "*: clock-of").returncode, 64)

    def test_the_reason_of_a_known_failure_is_told_in_every_form(self):
        self.known.write_text("anthropic.claude-opus-4-6-v1 in us-east-1 # ticket 7\nregion-default-used # a default\n")
        for regions in ([], ["--regions", "us-east-1"]):
            for form in ("text", "markdown", "github", "junit", "html", "json"):
                run = doctor("models", "--mock", *regions, "--known-failing", str(self.known), "--format", form)
                self.assertIn("ticket 7", " ".join(run.stdout.split()), form)
                if form == "text":
                    self.assertNotIn("\\n", run.stdout)
        self.known.write_text("region-availability-zone # the zone is meant\n")
        for form in ("text", "markdown", "github", "junit", "html"):
            run = doctor("env", "--known-failing", str(self.known), "--format", form, **ZONE)
            self.assertIn("the zone is meant", " ".join(run.stdout.split()), form)

    def test_a_model_alone_is_hinted_at(self):
        run = doctor("models", "--mock", "--run", "amazon.nova-micro-v1:0")
        self.assertEqual(run.returncode, 64)
        self.assertIn("did you mean 'amazon.nova-micro-v1:0 in *'?", run.stderr)
        one = ["models", "--mock", "--models", "amazon.nova-micro-v1:0", "--regions", "us-east-1", "--shard", "2/2"]
        self.assertIn("the plan has 1 entry", doctor(*one).stderr)

    def test_a_code_chooses_by_the_cause(self):
        every = self.json(1, "models", "--mock")["models"]
        causes = {cell["code"] for cell in every if cell["status"] == "fail"}
        self.assertGreater(len(causes), 1)
        code = sorted(causes)[0]
        chosen = self.json(1, "models", "--mock", "--run", code)
        # Everything is asked, and stands in its place.
        self.assertEqual(names(chosen), [f"{cell['model']} in {cell['region']}" for cell in every])
        self.assertEqual({cell["code"] for cell in chosen["models"] if cell["status"] != "skip"}, {code})
        for cell in chosen["models"]:
            if cell["code"] != code:
                self.assertEqual((cell["status"], cell["setAside"]), ("skip", "not-chosen"))
                self.assertIn("left out", cell["message"])
        skipped = self.json(1, "models", "--mock", "--skip", code)
        self.assertNotIn(code, {cell["code"] for cell in skipped["models"] if cell["status"] == "fail"})
        # What was asked and left out was judged all the same.
        self.json(0, "models", "--mock", "--run", "clock-off")
        self.json(0, "env", "--run", "clock-off", AWS_REGION="us-east-1", **ACCOUNT)
        self.assertEqual(doctor("vectors", "--run", "clock-off").returncode, 64)
        listed = doctor("models", "--mock", "--run", code, "--list").stdout.splitlines()
        self.assertEqual(len(listed), len(every))

    def test_nothing_left_is_a_wrong_usage_everywhere(self):
        hello = str(ROOT / "recordings/hello.json")
        for command, rest in [
            (["env"], []), (["check", "--mock"], []), (["clock", "--mock"], []), (["models", "--mock"], []),
            (["vectors"], []), (["replay"], []), (["lint", hello], []), (["explain", "403"], []),
            (["record", "--check", hello, "--mock"], []), (["conformance", "signer"], ADAPTER),
            (["conformance", "self-test"], []),
        ]:  # fmt: skip
            with self.subTest(command):
                run = doctor(*command, "--skip", "*", *rest)
                self.assertEqual(run.returncode, 64, run.stderr)
                self.assertIn("--skip leaves none of the ", run.stderr)

    def test_an_unknown_form_is_an_error_with_the_nearest(self):
        for output, words in [
            ("md=x", "there is no form 'md'; did you mean markdown?"), ("xml=x", "did you mean junit?"),
            ("jsn=x", "did you mean json?"), ("pdf=x", "there are text, json, "),
        ]:  # fmt: skip
            run = doctor("env", "--output", str(output))
            self.assertEqual(run.returncode, 64)
            self.assertIn(words, run.stderr)
        self.assertEqual(doctor("env", "--output", f"{self.place}/a=b").returncode, doctor("env").returncode)
        self.assertTrue((self.place / "a=b").exists())

    def test_a_list_of_known_failures_is_the_same_in_all_shards_and_stays_true(self):
        cells = [cell for cell in self.json(1, "models", "--mock")["models"] if cell["status"] == "fail"]
        code = cells[0]["code"]
        self.known.write_text(f"{code} # as it was\nkey-wrong # not here\n")
        known = ["--known-failing", str(self.known)]
        whole = self.json(1, "models", "--mock", *known)
        self.assertEqual([case["id"] for case in whole["cases"]], [f"{self.known}:2"])
        self.assertEqual(whole["cases"][0]["code"], "known-failure-passes")
        parts = []
        for index in (1, 2, 3, 4):
            parts.append(str(self.place / f"{index}.json"))
            doctor("models", "--mock", *known, "--shard", f"{index}/4", "--format", "json", "--output", parts[-1])
        merged = self.json(1, "merge", *parts)
        self.assertEqual(merged["cases"], whole["cases"])
        outcomes = lambda report: [(c["model"], c["region"], c["status"], c.get("setAside")) for c in report["models"]]
        self.assertEqual(outcomes(merged), outcomes(whole))
        doctor("models", "--mock", "--shard", "2/4", "--format", "json", "--output", parts[1])
        wrong = doctor("merge", *parts)
        self.assertEqual(wrong.returncode, 65)
        self.assertIn("2.json: is a shard of another plan than ", wrong.stderr)
        self.assertIn("--known-failing differs", wrong.stderr)
        # What all shards share may be said of the whole, too.
        plain = [str(self.place / f"p{index}.json") for index in (1, 2)]
        for index, part in enumerate(plain, 1):
            doctor("models", "--mock", "--shard", f"{index}/2", "--format", "json", "--output", part)
        self.assertEqual(outcomes(self.json(1, "merge", *plain, *known)), outcomes(whole))
        lines = doctor("merge", *plain, *known, "--format", "jsonl").stdout.splitlines()
        self.assertEqual([json.loads(lines[0])["type"], json.loads(lines[-1])["type"]], ["start", "end"])

    def test_a_part_and_a_whole_are_not_compared_in_silence(self):
        one, two = str(self.place / "one.json"), str(self.place / "two.json")
        doctor("vectors", "--format", "json", "--output", one)
        doctor("vectors", "--shard", "2/4", "--format", "json", "--output", two)
        notes = self.json(0, "diff", one, two)["notes"]
        self.assertRegex(notes[0], r"the later report is of shard 2/4 \(\d+ of \d+ results\)")

    def test_a_deadline_is_told_with_what_it_left(self):
        for command, rest in [
            (["vectors"], []), (["replay"], []), (["conformance", "signer"], ADAPTER),
            (["conformance", "self-test"], []),
        ]:  # fmt: skip
            with self.subTest(command):
                run = doctor(*command, "--deadline", "0.001", "--format", "json", *rest)
                report = json.loads(run.stdout)
                # Vectors that are known may be judged before anybody stops it.
                self.assertIn(run.returncode, (0, 2) if command == ["vectors"] else (2,), run.stderr)
                listed = doctor(*command, "--list", *rest).stdout.splitlines()
                self.assertEqual(sorted(names(report)), sorted(listed))
                open_cases = [case for case in report["cases"] if case["status"] == "unknown"]
                self.assertEqual({case["code"] for case in open_cases}, {"deadline-reached"})
                self.assertFalse([case for case in open_cases if "interrupted" in case["message"]])
                if not open_cases:
                    continue
                told = f"the deadline of 1 ms was reached (--deadline): {len(open_cases)} results of the run have no verdict"
                self.assertTrue([note for note in report["notes"] if note.startswith(told)], report["notes"])
        with Mock() as server:
            clock = self.json(2, "clock", "--endpoint-url", server.url, "--deadline", "0.001", **ACCOUNT)
            self.assertEqual({finding["code"] for finding in clock["findings"]}, {"deadline-reached"})
        run = doctor("serve", "--deadline", "0.5", "--", "sleep", "60")
        self.assertEqual(run.returncode, 143, run.stderr)
        self.assertIn("the deadline of 500 ms was reached (--deadline)", run.stderr)
        run = doctor("serve", "--deadline", "0.5")
        self.assertEqual(run.returncode, 0, run.stderr)
        run = doctor("explain", "--deadline", "0.5", "--", "sleep", "60")
        self.assertEqual(run.returncode, 143, run.stderr)

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
        other = self.place / "other.json"
        (self.place / "one.json").write_text(json.dumps(whole))
        whole["adapters"][0] |= {"name": "other", "version": "2"}
        other.write_text(json.dumps(whole))
        matrix = [str(self.place / "one.json"), str(other)]
        count = len(whole["cases"])
        self.assertEqual(len(names(self.json(0, "merge", *matrix))), 2 * count)
        self.assertEqual(len(names(self.json(0, "merge", *matrix, "--run", "* by other 2"))), count)
        self.assertEqual(len(names(self.json(0, "merge", *matrix, "--run", whole["cases"][0]["id"]))), 2)
        self.assertEqual(doctor("conformance", "signer", "--run", "nothing-*", *ADAPTER).returncode, 64)
        self.assertEqual(doctor("catalog", "--deadline", "1").returncode, 64)
        missing = doctor("merge", parts[0], parts[2])
        self.assertEqual(missing.returncode, 65)
        self.assertIn("shard 2/3 is missing", missing.stderr)


if __name__ == "__main__":
    unittest.main()
