"""The examples of .github/engines: their commands as they stand, with the variables that each engine sets.

What an engine does with a command is played here: a shell in the folder of the job, the engine's variables around it, and
its expressions filled in. The accounts are those of recordings/accounts behind one mock, so that one role is refused and
one account is throttled; the joined report must be that of a whole run.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import yaml

from mock import ACCESS_KEY, DOCTOR, SECRET_KEY, Mock, surroundings

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENGINES = ROOT / ".github/engines"
ACCOUNTS = ROOT / "recordings/accounts"
MODELS = "doctor models --targets targets.jsonl --models amazon.nova-micro-v1:0"


def essence(report):
    """A report without what differs from run to run."""
    cells = [
        {name: value for name, value in cell.items() if name not in ("latencyMs", "requestId")}
        for cell in report["models"]
    ]
    return {"cells": cells, "exitCode": report["exitCode"], "summary": report["summary"]}


# What differs from run to run in any form: ids of requests, moments, and how long things took.
TIMES = [
    (r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID"), (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", "MOMENT"),
    (r'"(durationMs|latencyMs)": ?[\d.]+', r"\1"), (r"\d+(\.\d+)? ms", "TIME"), (r"\d+(\.\d+)? s\b", "TIME"),
    (r'time="[\d.]+"', "TIME"), (r'<rect width="[\d.]+"', "TIME"), (r"(_seconds(?:_\w+)?(?:{[^}]*})?) [\d.e-]+", r"\1"),
    (r"127\.0\.0\.1:\d+", "MOCK"),
]  # fmt: skip


def unhurried(text):
    for pattern, word in TIMES:
        text = re.sub(pattern, word, text)
    return text


class Engines(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.mock = Mock(
            "--account", str(ACCOUNTS / "example.json"), "--account", str(ACCOUNTS / "payments.json"),
            "--region", "us-east-1,us-west-2,eu-central-1")  # fmt: skip
        cls.mock.__enter__()
        cls.addClassCleanup(cls.mock.__exit__)

    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = pathlib.Path(place.name)
        (self.place / "bin").mkdir()
        (self.place / "bin/doctor").symlink_to(DOCTOR)
        (self.place / "reports").mkdir()
        shutil.copy(ENGINES / "targets.jsonl", self.place)

    def run_command(self, command, expected=(0,), **variables):
        done = subprocess.run(
            command, cwd=self.place, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL,
            env=surroundings(
                PATH=f"{self.place}/bin:{os.environ['PATH']}", AWS_ACCESS_KEY_ID=ACCESS_KEY,
                AWS_SECRET_ACCESS_KEY=SECRET_KEY, AWS_REGION="us-east-1", AWS_ENDPOINT_URL=self.mock.url, **variables),
        )  # fmt: skip
        self.assertIn(done.returncode, expected, f"{command}\n{done.stdout}{done.stderr}")
        return done.stdout

    def merged(self, files):
        return json.loads(self.run_command(["doctor", "merge", "--format", "json", *files], expected=(1,)))

    def expect_whole(self):
        """The reports of four parts joined are the report of one run, in which one role fails and one is throttled."""
        files = sorted(str(path.relative_to(self.place)) for path in (self.place / "reports").iterdir())
        self.assertEqual(len(files), 4)
        self.run_command(["bash", "-c", MODELS + " --format json --output one.json"], expected=(1,))
        whole = json.loads((self.place / "one.json").read_text())
        self.assertEqual(
            {cell["account"] + " " + cell["verdict"] for cell in whole["models"]},
            {"payments accessible", "payments throttled", "closed credential-fault", "home accessible",
             "home throttled"})  # fmt: skip
        self.assertEqual(essence(self.merged(files)), essence(whole))
        for wrong, words in [(files[1:], "is missing"), (files + files[:1], "is there twice")]:
            refused = subprocess.run(
                [DOCTOR, "merge", *wrong], cwd=self.place, capture_output=True, text=True, timeout=60)
            self.assertEqual(refused.returncode, 65)
            self.assertIn(words, refused.stderr)
        return whole

    def test_github_actions(self):
        workflow = yaml.safe_load((ENGINES / "github-actions.yml").read_text())
        ask, join = workflow["jobs"]["ask"], workflow["jobs"]["join"]
        steps = [step["run"] for step in ask["steps"] if "doctor models" in step.get("run", "")]
        self.assertEqual(len(steps), 1)
        for shard in ask["strategy"]["matrix"]["shard"]:
            self.run_command(
                ["bash", "-e", "-c", re.sub(r"\$\{\{ matrix\.shard \}\}", str(shard), steps[0])], GITHUB_ACTIONS="true")
        self.expect_whole()
        command = next(step["run"] for step in join["steps"] if "doctor merge" in step.get("run", ""))
        shown = self.run_command(["bash", "-e", "-c", command], expected=(1,))
        self.assertIn("::error title=doctor models%3A role-denied::", shown)
        self.assertIn("of closed", (self.place / "models.html").read_text())

    def test_kubernetes(self):
        job = yaml.safe_load((ENGINES / "kubernetes.yml").read_text())["spec"]
        command = job["template"]["spec"]["containers"][0]["command"]
        for index in range(job["completions"]):
            self.run_command(command, JOB_COMPLETION_INDEX=str(index))
        self.expect_whole()

    def test_aws_batch(self):
        job = json.loads((ENGINES / "aws-batch.json").read_text())
        size = job["arrayProperties"]["size"]
        for index in range(size):
            self.run_command(
                job["containerOverrides"]["command"], AWS_BATCH_JOB_ARRAY_INDEX=str(index),
                AWS_BATCH_JOB_ARRAY_SIZE=str(size), AWS_BATCH_JOB_ATTEMPT="1", AWS_BATCH_JOB_ID=f"job:{index}")  # fmt: skip
        self.expect_whole()

    def test_step_functions(self):
        states = json.loads((ENGINES / "step-functions.json").read_text())["States"]
        ask = states["Ask"]
        task = ask["ItemProcessor"]["States"]["Ask a part"]["Parameters"]["Overrides"]["ContainerOverrides"][0]
        pattern = re.fullmatch(r"States\.Format\('(.*)', \$\$\.Map\.Item\.Value\)", ask["ItemSelector"]["shard.$"])
        for item in range(1, 5):
            selected = {"$.shard": pattern.group(1).replace("{}", str(item))}
            self.run_command(
                task["Command"], **{entry["Name"]: selected[entry["Value.$"]] for entry in task["Environment"]})
        whole = self.expect_whole()
        join = states["Join"]["Parameters"]["Overrides"]["ContainerOverrides"][0]
        self.run_command(join["Command"])
        self.assertEqual(essence(json.loads((self.place / "whole.json").read_text())), essence(whole))

    def test_slurm(self):
        script = (ENGINES / "slurm.sh").read_text()
        first, last = map(int, re.search(r"#SBATCH --array=(\d+)-(\d+)", script).groups())
        for task in range(first, last + 1):
            self.run_command(
                ["bash", str(ENGINES / "slurm.sh")], SLURM_ARRAY_TASK_ID=str(task), SLURM_ARRAY_TASK_MIN=str(first),
                SLURM_ARRAY_TASK_MAX=str(last), SLURM_ARRAY_TASK_COUNT=str(last - first + 1), SLURM_ARRAY_TASK_STEP="1",
                SLURM_ARRAY_JOB_ID="7")  # fmt: skip
        self.expect_whole()

    def test_five_accounts_in_four_parts_are_one_run_in_every_form(self):
        """One role is refused, one account is throttled, one has keys of its own, and the others are as they should be."""
        lines = (ENGINES / "targets.jsonl").read_text() + "".join(
            json.dumps(target) + "\n" for target in [
                {"name": "research", "accessKeyIdVariable": "RESEARCH_ID", "secretAccessKeyVariable": "RESEARCH_SECRET",
                 "regions": ["us-east-1"]},
                {"name": "europe", "roleArn": "arn:aws:iam::444455556666:role/BedrockProbe", "externalId": "example",
                 "regions": ["eu-central-1"]},
            ])  # fmt: skip
        (self.place / "targets.jsonl").write_text(lines)
        keys = {"RESEARCH_ID": ACCESS_KEY, "RESEARCH_SECRET": SECRET_KEY}
        forms = ["text", "json", "jsonl", "junit", "github", "markdown", "html", "openmetrics"]
        # A throttled account waits between its cells, which changes nothing in what is said of them.
        command = MODELS.split() + [word for form in forms for word in ("--output", f"{form}=whole.{form}")]
        self.run_command(command, expected=(1,), **keys)
        parts = [f"reports/{index}.json" for index in range(1, 5)]
        for index, part in enumerate(parts, 1):
            self.run_command(
                MODELS.split() + ["--shard", f"{index}/4", "--format", "json", "--output", part], expected=(0, 1, 2),
                **keys)  # fmt: skip
        joined = [word for form in forms for word in ("--output", f"{form}=joined.{form}")]
        self.run_command(["doctor", "merge", *reversed(parts), *joined], expected=(1,))
        whole = json.loads((self.place / "whole.json").read_text())
        by_account = {cell["account"]: set() for cell in whole["models"]}
        for cell in whole["models"]:
            by_account[cell["account"]].add(cell["verdict"])
        self.assertEqual(len(by_account), 5)
        self.assertEqual(by_account["closed"], {"credential-fault"})
        self.assertIn("throttled", by_account["home"])
        self.assertEqual(by_account["research"], {"accessible"})
        for form in forms:
            with self.subTest(form):
                one, other = ((self.place / f"{name}.{form}").read_text() for name in ("whole", "joined"))
                one, other = (sorted(unhurried(text).splitlines()) for text in (one, other))
                self.assertEqual(other, one)

    def test_a_part_of_another_plan_is_refused(self):
        for index, models in enumerate(["amazon.nova-micro-v1:0", "amazon.nova-lite-v1:0"]):
            line = f"doctor models --targets targets.jsonl --models {models} --shard {index + 1}/2"
            self.run_command(
                ["bash", "-c", line + f" --format json --output reports/{index}.json"], expected=(0, 1))
        refused = subprocess.run(
            [DOCTOR, "merge", "reports/0.json", "reports/1.json"], cwd=self.place, capture_output=True, text=True,
            timeout=60)  # fmt: skip
        self.assertEqual(refused.returncode, 65)
        self.assertIn("is a shard of another plan", refused.stderr)

    def test_every_file_is_named_on_the_page(self):
        page = (ENGINES / "README.md").read_text()
        for path in ENGINES.iterdir():
            if path.name not in ("README.md", "targets.jsonl"):
                self.assertIn(f"({path.name})", page)


if __name__ == "__main__":
    unittest.main()
