"""The examples of README.md, run as they stand there."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent


def example(language):
    return re.search(rf"```{language}\n(.*?)```", (HERE / "README.md").read_text("utf-8"), re.S)[1]


class PageTest(unittest.TestCase):
    def drive(self, role, language, suffix, *program):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "adapter_example" + suffix)
            path.write_text(example(language), "utf-8")
            run = subprocess.run(
                [os.environ["DOCTOR"], "conformance", role, "--format", "json", "--", *program, str(path)],
                capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(HERE)})
        self.assertTrue(run.stdout, run.stderr)
        return run.returncode, json.loads(run.stdout)["summary"]

    def test_the_signer_in_python(self):
        status, summary = self.drive("signer", "python", ".py", sys.executable)
        # Nine of the queries are in no canonical form, which botocore expects its caller to see to.
        self.assertEqual((status, summary["fail"], summary["unknown"]), (1, 9, 0))
        self.assertEqual(summary["pass"] + summary["skip"], 270)

    @unittest.skipUnless(shutil.which("node"), "node is not installed")
    def test_the_verifier_in_node(self):
        status, summary = self.drive("verifier", "javascript", ".js", "node")
        named = int(re.search(r"names the (\d+) requests", (HERE / "README.md").read_text("utf-8"))[1])
        self.assertEqual((status, summary["fail"], summary["unknown"]), (1, named, 0))


if __name__ == "__main__":
    unittest.main()
