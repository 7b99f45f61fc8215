"""What is installed beside the program: manual pages, completions, and the GitHub action, whose commands run as they stand."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import unittest.mock

import yaml

from mock import DOCTOR, surroundings
from report_schema import check_report
from shells import SHELLS, Shell

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACTION = ROOT / ".github/actions/doctor/action.yml"


class Manual(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        place = tempfile.TemporaryDirectory()
        cls.addClassCleanup(place.cleanup)
        cls.share = pathlib.Path(place.name)
        subprocess.run(
            [sys.executable, ROOT / ".github/packaging/manual", DOCTOR, cls.share, "--date", "2026-11-29"], check=True)
        cls.help = json.loads(subprocess.check_output([DOCTOR, "--experimental-dump-help"]))["command"]

    def test_there_is_a_page_for_each_command(self):
        names = {path.stem for path in (self.share / "man/man1").iterdir()}
        for command in self.help["subcommands"]:
            if command["shouldDisplay"] and command["commandName"] != "help":
                self.assertIn(f"doctor-{command['commandName']}", names)
        self.assertIn("doctor-conformance-client", names)
        self.assertNotIn("doctor-read-toml", names)

    @unittest.skipUnless(shutil.which("groff"), "groff is not installed")
    def test_groff_reads_every_page_without_a_warning_and_shows_every_option(self):
        for path in sorted((self.share / "man/man1").iterdir()):
            run = subprocess.run(
                ["groff", "-mdoc", "-Tascii", "-P-cbou", "-ww", path], capture_output=True, text=True)  # fmt: skip
            self.assertEqual((run.returncode, run.stderr), (0, ""), path.name)
        models = next(part for part in self.help["subcommands"] if part["commandName"] == "models")
        page = subprocess.check_output(
            ["groff", "-mdoc", "-Tascii", "-P-cbou", self.share / "man/man1/doctor-models.1"], text=True)  # fmt: skip
        for argument in models["arguments"]:
            for name in argument["names"] if argument["shouldDisplay"] else []:
                self.assertIn(("-" if name["kind"] == "short" else "--") + name["name"], page)

    def completed(self, line):
        """What bash offers behind a line."""
        words = line.split(" ")
        script = (
            'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; '
            'COMPREPLY=(); _doctor doctor "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; printf "%s\\n" "${COMPREPLY[@]}"')
        path = f"{pathlib.Path(DOCTOR).parent}:{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "-c", script, "bash", self.share / "bash-completion/completions/doctor", *words],
            capture_output=True, text=True, env=surroundings(PATH=path)).stdout.split()  # fmt: skip

    def test_bash_completes_commands_options_codes_and_models(self):
        self.assertIn("explain", self.completed("doctor ex"))
        self.assertIn("markdown", self.completed("doctor check --format mark"))
        self.assertIn("--known-failing", self.completed("doctor models --known"))
        codes = self.completed("doctor explain clock-")
        self.assertIn("clock-off", codes)
        self.assertTrue(all(code.startswith("clock-") for code in codes), codes)
        self.assertIn("amazon.nova-micro-v1:0", [w.replace("\\", "") for w in self.completed("doctor check --model amazon.nova-mi")])

    def test_checks_are_offered_where_the_command_makes_them(self):
        for command, own in [
            ("models", set()), ("explain", {"explain"}), ("lint", {"request"}), ("clock", {"clock", "network"}),
            ("env", {"credentials", "region", "configuration", "endpoint"}), ("env --identity", {"identity", "region"}),
        ]:  # fmt: skip
            offered = set(self.completed(f"doctor {command} --run "))
            self.assertEqual(offered & {"explain", "sign", "client"}, own & {"explain"}, command)
            self.assertLessEqual(own, offered)
            self.assertIn("iam-denied", offered)
        self.assertNotIn("identity", self.completed("doctor env --run "))
        self.assertIn("identity", self.completed("doctor models --skip "))

    def test_every_shell_completes_as_it_is_typed(self):
        """At a terminal: commands, options, their values, codes, and model ids, whose colons part words for some shells."""
        lines = [
            ("doctor exp", ["explain"]), ("doctor explain clock-o", ["explain", "clock-off"]),
            ("doctor check --format mark", ["check", "--format", "markdown"]),
            ("doctor models --known-f", ["models", "--known-failing"]),
            ("doctor conformance ver", ["conformance", "verifier"]),
            ("doctor check --model amazon.nova-mic", ["check", "--model", "amazon.nova-micro-v1:0"]),
            ("doctor check --model amazon.nova-micro-v1:", ["check", "--model", "amazon.nova-micro-v1:0"]),
            ("doctor models --models amazon.nova-micro-v1:0,amazon.nova-prem",
             ["models", "--models", "amazon.nova-micro-v1:0,amazon.nova-premier-v1:0"]),
            ("doctor models --fail-on fail,clock-o", ["models", "--fail-on", "fail,clock-off"]),
            ("doctor models --skip clock-o", ["models", "--skip", "clock-off"]),
            ("doctor help mod", ["help", "models"]), ("doctor help conformance ver", ["help", "conformance", "verifier"]), ("doctor serve --fault thr", ["serve", "--fault", "throttle"]),
        ]  # fmt: skip
        # Of an option with its value behind =, and of a form with its file, only bash knows.
        whole = [
            ("doctor models --models=amazon.nova-micro-v1:0,amazon.nova-prem",
             ["models", "--models=amazon.nova-micro-v1:0,amazon.nova-premier-v1:0"]),
            ("doctor models --fail-on=fail,clock-o", ["models", "--fail-on=fail,clock-off"]),
            ("doctor env --output json=repo", ["env", "--output", "json=report.json"]),
            ("doctor env --output=json=repo", ["env", "--output=json=report.json"]),
            ("doctor models --output json=a.json --model", ["models", "--output", "json=a.json", "--models"]),
        ]  # fmt: skip
        for name in SHELLS:
            if not shutil.which(name):
                continue
            with tempfile.TemporaryDirectory() as place:
                (pathlib.Path(place) / "report.json").touch()
                shell = Shell(name, self.share, pathlib.Path(place), DOCTOR)
                try:
                    for line, words in lines + (whole if name == "bash" else []):
                        with self.subTest(shell=name, line=line):
                            self.assertEqual(shell.completed(line), words)
                finally:
                    shell.close()

    def test_other_shells_can_read_theirs(self):
        for shell, place in [("zsh", "zsh/site-functions/_doctor"), ("fish", "fish/vendor_completions.d/doctor.fish")]:
            text = (self.share / place).read_text()
            self.assertIn("known-failing", text)
            if shutil.which(shell):
                subprocess.run([shell, "-n", self.share / place], check=True)


class Action(unittest.TestCase):
    """The action's steps, by the rules of a runner: each a script of bash, with its inputs in the environment."""

    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = pathlib.Path(place.name)
        self.action = yaml.safe_load(ACTION.read_text())

    def run_action(self, **inputs):
        values = {name: value.get("default", "") for name, value in self.action["inputs"].items()} | inputs
        files = {name: self.place / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("")
        for step in self.action["runs"]["steps"]:
            if step.get("if") == "inputs.program == ''" and values["program"]:
                continue
            self.assertEqual(step["shell"], "bash")
            environment = {}
            for name, text in step["env"].items():
                self.assertRegex(text, r"^\$\{\{ inputs\.\w+ \}\}$")
                environment[name] = values[text[len("${{ inputs."):-len(" }}")]]
            script = self.place / "step.sh"
            script.write_text(step["run"])
            run = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", script], capture_output=True, text=True,
                cwd=self.place, timeout=120,
                env=surroundings(
                    RUNNER_TEMP=str(self.place), DOCTOR_DATA=str(ROOT), **environment,
                    **{name: str(file) for name, file in files.items()}))  # fmt: skip
            if run.returncode:
                break
        outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
        return run, outputs, files["GITHUB_STEP_SUMMARY"].read_text()

    def test_it_runs_and_writes_the_summary_and_the_outputs(self):
        run, outputs, summary = self.run_action(program=DOCTOR, command="check --mock")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("Converse works", run.stdout)
        self.assertTrue(summary.startswith("## doctor check: "))
        self.assertEqual(set(outputs), set(self.action["outputs"]))
        self.assertEqual(outputs["status"], "0")
        self.assertEqual(check_report(pathlib.Path(outputs["report"]).read_text())["command"], "check")

    def test_a_failure_fails_the_step_unless_told_otherwise(self):
        run, outputs, summary = self.run_action(program=DOCTOR, command="models --mock")
        self.assertEqual((run.returncode, outputs["status"]), (1, "1"))
        self.assertIn("::error title=", run.stdout)
        self.assertIn("no-access", summary)
        run, outputs, _ = self.run_action(program=DOCTOR, command="models --mock", fail="false")
        self.assertEqual((run.returncode, outputs["status"]), (0, "1"))

    def test_words_are_split_and_nothing_is_expanded(self):
        run, outputs, _ = self.run_action(
            program=DOCTOR, command="models --mock --run 'amazon.nova-micro-v1:0 in us-east-1' --run $(touch${IFS}x)*")
        self.assertEqual(run.returncode, 64, run.stdout)
        self.assertFalse((self.place / "x").exists())
        run, outputs, _ = self.run_action(
            program=DOCTOR, command="models --mock --run 'amazon.nova-micro-v1:0 in us-east-1'")
        self.assertEqual(run.returncode, 0, run.stderr)
        report = json.loads(pathlib.Path(outputs["report"]).read_text())
        self.assertEqual(len(report["models"]), 1)

    def test_a_command_that_cannot_be_split_is_not_run_in_part(self):
        mark = self.place / "ran"
        program = self.place / "marking"
        program.write_text(f"#!/bin/sh\ntouch '{mark}'\n")
        program.chmod(0o755)
        for command, words in [
            ("check --mock --run 'region", "not closed"), ('check --run "region', "not closed"),
            ("", "is empty"), ("  \n", "is empty"), ("''", "is empty"),
        ]:  # fmt: skip
            with self.subTest(command):
                run, outputs, summary = self.run_action(program=str(program), command=command)
                self.assertEqual((run.returncode, outputs["status"]), (64, "64"), run.stdout)
                self.assertRegex(run.stdout, f"::error title=command::.*{words}")
                self.assertFalse(mark.exists())
                self.assertEqual((outputs["report"], outputs["junit"], summary), ("", "", ""))

    def test_words_reach_the_program_as_they_were_quoted(self):
        program = self.place / "with blanks and 'quotes'"
        program.mkdir()
        program = program / "doctor"
        program.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n")
        program.chmod(0o755)
        run, outputs, _ = self.run_action(
            program=str(program), fail="false",
            command="""a 'b  c' "d'e" f\\ g '' $HOME `id` *\n--run 'x;y' && -- "after --" -- z""")
        words = run.stdout.split("\n")
        token = words[0].removeprefix("::stop-commands::")
        self.assertEqual(
            words[1:words.index("--output")], ["a", "b  c", "d'e", "f g", "", "$HOME", "`id`", "*", "--run", "x;y", "&&"])
        self.assertEqual(words[words.index("--"):-3], ["--", "after --", "--", "z"])
        self.assertEqual(words[-3:], ["", f"::{token}::", ""])
        self.assertEqual(outputs, {"status": "0", "report": "", "junit": ""})

    def test_what_a_server_says_does_not_command_the_runner(self):
        """Between the two lines with the token a runner takes no commands."""
        program = self.place / "says"
        program.write_text("#!/bin/sh\necho '::add-path::/tmp'\necho '::stop-commands::x'\n")
        program.chmod(0o755)
        tokens = set()
        for _ in range(2):
            run, _, _ = self.run_action(program=str(program), command="check")
            lines = run.stdout.splitlines()
            token = lines[0].removeprefix("::stop-commands::")
            self.assertEqual(lines[1:], ["::add-path::/tmp", "::stop-commands::x", "", f"::{token}::"])
            tokens.add(token)
        self.assertEqual(len(tokens), 2)

    def test_a_wrong_usage_names_no_files(self):
        for inputs in [{"command": "models --mock --run nothing-fits"}, {"command": "check --no-such-option"}]:
            with self.subTest(inputs):
                run, outputs, _ = self.run_action(program=DOCTOR, **inputs)
                self.assertEqual((run.returncode, outputs["status"]), (64, "64"), run.stdout + run.stderr)
                for name in ("report", "junit"):
                    self.assertTrue(not outputs[name] or pathlib.Path(outputs[name]).is_file(), outputs)
        run, outputs, _ = self.run_action(program=DOCTOR, command="check --mock", fail="no")
        self.assertEqual((run.returncode, outputs), (64, {}))
        run, outputs, _ = self.run_action(program=str(self.place / "absent"), command="check")
        self.assertEqual((run.returncode, outputs["status"], outputs["report"]), (127, "127", ""))

    def test_what_follows_two_hyphens_is_the_programs(self):
        run, outputs, _ = self.run_action(
            program=DOCTOR,
            command=f"conformance signer --run 'converse-colon-*' -- {DOCTOR} conformance adapter signer")
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertEqual(json.loads(pathlib.Path(outputs["report"]).read_text())["command"], "conformance")

    def test_it_installs_by_pip(self):
        """Without a program it runs what pip installed; here a package index of one file stands in for PyPI."""
        wheel = self.place / "index"
        wheel.mkdir()
        package = self.place / "package"
        (package / "bedrock_doctor_stub").mkdir(parents=True)
        (package / "bedrock_doctor_stub/__init__.py").write_text(
            f"import os, sys\n\ndef main():\n    os.execv({DOCTOR!r}, [{DOCTOR!r}, *sys.argv[1:]])\n")
        (package / "pyproject.toml").write_text(
            '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
            '[project]\nname = "bedrock-doctor"\nversion = "0.1.0"\n[project.scripts]\n'
            'doctor = "bedrock_doctor_stub:main"\n[tool.setuptools]\npackages = ["bedrock_doctor_stub"]\n')
        subprocess.run(
            [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", wheel, package], check=True)
        with unittest.mock.patch.dict(os.environ, {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheel)}):
            run, outputs, _ = self.run_action(command="check --mock", version="0.1.0")
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertEqual(outputs["status"], "0")


if __name__ == "__main__":
    unittest.main()
