"""What the tests of secrets have in common: the secrets, every form they can come in, and a run whose outputs show none."""

import os
import subprocess
import tempfile
import unittest

import leaks
from mock import DOCTOR, surroundings

SECRET = "q8Zt/Never+Shown/By9Any0Output1Of2This3Ru"
TOKEN = "IQoJb3JpZ2luX2Vj" + "Tn0/Rk+s" * 9 + "Zw=="
PAIR = {"AWS_ACCESS_KEY_ID": "ASIASECRETFORMS00001", "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_SESSION_TOKEN": TOKEN}
FORMATS = ["text", "json", "junit", "github", "html"]
# Of the token, which is masked as the key is, those forms that are peculiar to a long value.
FORMS = {f"{name} of the key": text for name, text in leaks.forms(SECRET).items()} | {
    f"{name} of the token": text for name, text in leaks.forms(TOKEN).items()
    if name in ("plain", "percent", "percent, all", "hex", "base64 behind 1", "plain, lines")}  # fmt: skip


class SecretCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name, content=None):
        path = os.path.join(self.folder, name)
        if content is not None:
            with open(path, "w", newline="") as file:
                file.write(content)
        return path

    def run_doctor(self, *arguments, **variables):
        return subprocess.run(
            [DOCTOR, *arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
            env=surroundings(**PAIR, **variables))  # fmt: skip

    def assertHidden(self, *outputs):
        for output in outputs:
            for secret in (SECRET, TOKEN):
                self.assertEqual(leaks.found(secret, output), [], output)

    def for_each_form(self, check):
        for name, text in FORMS.items():
            with self.subTest(name):
                check(text)

    def reports(self, *arguments, said=""):
        """Runs a command once, with its report in every form."""
        files = [self.path(f"report.{form}") for form in FORMATS]
        options = [part for form, file in zip(FORMATS, files) for part in ("--format", form, "--output", f"{form}={file}")]
        place = arguments.index("--") if "--" in arguments else len(arguments)
        run = self.run_doctor(*arguments[:place], "-v", *options, *arguments[place:])
        self.assertNotIn(run.returncode, (64, 70), run.stderr)
        # What a program that is run says itself passes through.
        self.assertHidden(run.stdout, run.stderr.replace(said.encode(), b""))
        for file in files:
            with open(file, "rb") as report:
                self.assertHidden(report.read())
