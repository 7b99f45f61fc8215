"""Every form of the report, read by software that is not ours, with hostile text in every place that takes foreign text.

JSON and its lines are validated by jsonschema, OpenMetrics is parsed by Prometheus' client, JUnit by junitparser, Markdown
is rendered by GitHub's cmark, the page is parsed by html5lib in its strict mode.
"""

import contextlib
import html
import http.server
import json
import os
import pathlib
import re
import subprocess
import tempfile
import threading
import unittest
import xml.etree.ElementTree as ElementTree

import cmarkgfm
import html5lib
import junitparser
from cmarkgfm.cmark import Options
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from mock import ACCESS_KEY, DOCTOR, SECRET_KEY, surroundings
from report_schema import SCHEMAS, check_lines, check_report

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What could end a line, a cell, a fence, a tag, a label, a workflow command, or colour a terminal.
HOSTILE = (
    "a|b\\|c `code` ```fence\n```\n::set-env name=x::y %0A%0D<script>alert(1)</script></script><img src=x onerror=y>"
    "\x1b[31mred\x1b[0m [link](http://x.example) https://y.example www.z.example *em* _em_ ~~del~~ # head\r\n"
    "- list\n1. list\n=== \"quoted\" 'q' {{x}} $1$ &lt; &#60; \\\" \\n </pre><details>\t# EOF"
)

BODY = {"messages": [{"role": "user", "content": [{"text": "hi"}]}], "inferenceConfig": {"max_tokens": 5}}


def doctor(*arguments, input="", **variables):
    return subprocess.run(
        [DOCTOR, *arguments], input=input, capture_output=True, text=True, timeout=120,
        env=surroundings(DOCTOR_DATA=str(ROOT)) | variables)  # fmt: skip


@contextlib.contextmanager
def refusing(message):
    """A server that refuses every call in these words."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = json.dumps({"message": message}).encode()
            self.send_response(403)
            self.send_header("x-amzn-ErrorType", "AccessDeniedException")
            self.send_header("x-amzn-RequestId", "0|`<b>")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


class Forms(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        place = tempfile.TemporaryDirectory()
        cls.addClassCleanup(place.cleanup)
        cls.place = pathlib.Path(place.name)
        (cls.place / "request.json").write_text(json.dumps(BODY))
        refused = json.dumps({"message": HOSTILE, "__type": "ValidationException"})
        account = {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "AWS_REGION": "us-east-1"}
        server = contextlib.ExitStack()
        cls.addClassCleanup(server.close)
        url = server.enter_context(refusing(HOSTILE))
        adapter = ["--", DOCTOR, "conformance", "adapter", "signer"]
        (cls.place / "adapter.py").write_text(
            f"import json,sys\nHOSTILE = {HOSTILE!r}\nsys.stdin.readline()\n"
            "print(json.dumps({'name': HOSTILE, 'version': '1|2', 'features': ['headers']}), flush=True)\n"
            "for line in sys.stdin:\n"
            "    case = json.loads(line)\n"
            "    if 'id' not in case: break\n"
            "    print(json.dumps({'id': case['id'], 'error': HOSTILE}), flush=True)\n")
        hostile_adapter = ["--", "python3", str(cls.place / "adapter.py")]
        unsigned = (
            "import os, urllib.error, urllib.request\n"
            "url = os.environ['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] + '/model/a%7Cb%60%3Ci%3E/converse'\n"
            "try: urllib.request.urlopen(urllib.request.Request(url, b'{}'))\n"
            "except urllib.error.HTTPError as error: print(error.status)\n")  # fmt: skip
        #: name: arguments, standard input, variables. Options go before `--`.
        cls.runs = {
            "check": (["check", "--mock"], [], "", {}),
            "check, hostile": (["check"], [], "", account | {"AWS_REGION": HOSTILE}),
            "check, refused": (["check", "--endpoint-url", url], [], "", account),
            "env": (["env"], [], "", {"AWS_REGION": HOSTILE, "AWS_ACCESS_KEY_ID": HOSTILE}),
            "clock": (["clock", "--mock"], [], "", {}),
            "models": (["models", "--mock"], [], "", {}),
            "models, refused": (
                ["models", "--models", f"a.{'b' * 300},amazon.nova-micro-v1:0,c|d`e`<i>", "--endpoint-url", url], [],
                "", account),
            "models, many regions": (["models", "--mock", "--regions", "all"], [], "", {}),
            "explain": (["explain", "-"], [], refused, {}),
            "explain a code": (["explain", "key-wrong"], [], "", {}),
            "explain a status": (["explain", "403"], [], "", {}),
            "lint": (["lint", str(cls.place / "request.json")], [], "", {}),
            "lint, hostile": (["lint", "-"], [], json.dumps(BODY | {HOSTILE: 1}), {}),
            "sign": (["sign", "--mock"], [], "", {}),
            "catalog": (["catalog"], [], "", {}),
            "vectors": (["vectors"], [], "", {}),
            "vectors, shard": (["vectors", "--shard", "1/3"], [], "", {}),
            "replay": (["replay"], [], "", {}),
            "conformance": (["conformance", "signer", "--run", "converse-*"], adapter, "", {}),
            "conformance, hostile": (["conformance", "signer", "--run", "converse-*"], hostile_adapter, "", {}),
            "serve": (["serve", "--explain"], ["--", "python3", "-c", unsigned], "", {}),
        }  # fmt: skip
        cls.outputs = {}
        for name, (arguments, rest, input, variables) in cls.runs.items():
            forms = ["json", "jsonl", "junit", "github", "html", "markdown", "openmetrics"]
            folder = cls.place / str(len(cls.outputs))
            folder.mkdir()
            outputs = [word for form in forms for word in ("--output", f"{form}={folder / form}")]
            run = doctor(*arguments, *outputs, *rest, input=input, **variables)
            if not (folder / "json").exists():
                raise AssertionError(f"{name}: {run.returncode} {run.stdout} {run.stderr}")
            cls.outputs[name] = (run.returncode, {form: (folder / form).read_text() for form in forms})
        # What other reports are made into.
        one, other = (str(cls.place / str(list(cls.outputs).index(name)) / "json")
                      for name in ("conformance", "conformance, hostile"))  # fmt: skip
        for name, arguments in {"matrix": ["merge", one, other], "difference": ["diff", one, other]}.items():
            folder = cls.place / name
            folder.mkdir()
            outputs = [word for form in forms for word in ("--output", f"{form}={folder / form}")]
            run = doctor(*arguments, *outputs)
            if not (folder / "json").exists():
                raise AssertionError(f"{name}: {run.returncode} {run.stdout} {run.stderr}")
            cls.outputs[name] = (run.returncode, {form: (folder / form).read_text() for form in forms})

    def each(self):
        for name, (status, texts) in self.outputs.items():
            with self.subTest(name):
                yield name, status, texts

    def test_json_keeps_to_its_schema(self):
        for _, status, texts in self.each():
            self.assertEqual(check_report(texts["json"])["exitCode"], status)

    def test_lines_keep_to_theirs_and_hold_what_the_report_holds(self):
        for _, status, texts in self.each():
            report, lines = json.loads(texts["json"]), check_lines(texts["jsonl"])
            self.assertEqual(lines[-1]["exitCode"], status)
            for kind, part in [("finding", "findings"), ("model", "models"), ("case", "cases")]:
                found = [{k: v for k, v in line.items() if k != "type"} for line in lines if line["type"] == kind]
                key = lambda result: json.dumps(result, sort_keys=True)
                self.assertEqual(sorted(map(key, found)), sorted(map(key, report[part])))
            for line in (lines[0], lines[-1]):
                for member in set(line) - {"type", "schema", "durationMs"}:
                    self.assertEqual(line[member], report[member], member)

    def test_the_published_schemas_are_those_of_the_program(self):
        for name in ("report", "lines"):
            self.assertEqual(doctor("schema", name).stdout, (SCHEMAS / f"{name}-1.json").read_text())

    def test_the_schemas_refuse_what_is_no_report(self):
        report = json.loads(self.outputs["models"][1]["json"])
        for change in (
            lambda r: r.pop("summary"), lambda r: r.update(schema="bedrock-doctor.report/2"),
            lambda r: r["models"][0].update(status="ok"), lambda r: r["models"][0].pop("verdict"),
            lambda r: r["findings"].append({}), lambda r: r.update(exitCode="0"),
        ):  # fmt: skip
            broken = json.loads(json.dumps(report))
            change(broken)
            with self.assertRaises(Exception):
                check_report(json.dumps(broken))

    def test_prometheus_reads_the_metrics(self):
        for _, status, texts in self.each():
            report = json.loads(texts["json"])
            families = {family.name: family for family in text_string_to_metric_families(texts["openmetrics"])}
            self.assertEqual([s.value for s in families["bedrock_doctor_exit_code"].samples], [status])
            counts = {s.labels["status"]: s.value for s in families["bedrock_doctor_results"].samples}
            self.assertEqual(counts, report["summary"])
            cells = {(cell["model"], cell["region"]): cell for cell in report["models"]}
            if cells:
                self.assertEqual(len(families["bedrock_doctor_model_verdict"].samples), len(cells))
            for sample in families.get("bedrock_doctor_model_accessible", families["bedrock_doctor_run"]).samples:
                if sample.name.endswith("_accessible"):
                    verdict = cells[sample.labels["model"], sample.labels["region"]]["verdict"]
                    works = verdict in ("accessible", "accessible-via-profile", "throttled")
                    self.assertEqual(sample.value, 1 if works else 0, verdict)
            for family in families.values():
                self.assertTrue(family.documentation)
                if family.name.endswith("_seconds"):
                    self.assertEqual(family.unit, "seconds")
            self.assertNotRegex(texts["openmetrics"], r"\.\d{7,}\n")

    def test_junitparser_reads_the_tests(self):
        for _, _, texts in self.each():
            suites = junitparser.JUnitXml.fromstring(texts["junit"].encode())
            tests = [test for suite in suites for test in suite]
            self.assertEqual(suites.tests, len(tests))
            failed = [test for test in tests if any(isinstance(r, junitparser.Failure) for r in test.result)]
            self.assertEqual(suites.failures, len(failed))
            self.assertEqual(bool(failed), json.loads(texts["json"])["summary"]["fail"] > 0)

    def test_markdown_shows_foreign_text_and_runs_none_of_it(self):
        ours = {"h2", "h3", "p", "strong", "code", "pre", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "br",
                "blockquote", "details", "summary", "sub"}  # fmt: skip
        for name, _, texts in self.each():
            page = cmarkgfm.github_flavored_markdown_to_html(texts["markdown"], options=Options.CMARK_OPT_UNSAFE)
            tree = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False).parse(f"<body>{page}")
            body = tree.find("body")
            found = {element.tag for element in body.iter() if element is not body}
            self.assertLessEqual(found, ours, name)
            for element in body.iter():
                self.assertFalse(set(element.attrib) - {"align"}, f"{name}: {element.attrib}")
            # A table keeps its columns whatever stands in its cells.
            for table in body.iter("table"):
                widths = {len(row) for row in table.iter("tr")}
                self.assertEqual(len(widths), 1, name)
            shown = "".join(body.itertext())
            for finding in json.loads(texts["json"])["findings"]:
                self.assertIn(finding["title"].split("\n")[0], shown)
            for cell in json.loads(texts["json"])["models"]:
                self.assertIn(cell["model"], shown)
            self.assertLess(len(texts["markdown"].encode()), 1 << 20)

    def test_the_page_is_html(self):
        for name, _, texts in self.each():
            parser = html5lib.HTMLParser(strict=False)
            parser.parse(texts["html"])
            faults = [code for _, code, _ in parser.errors if code != "expected-doctype-but-got-eof"]
            self.assertEqual(faults, [], name)

    def test_no_form_holds_a_character_that_a_terminal_acts_upon(self):
        for name, _, texts in self.each():
            for form, text in texts.items():
                self.assertNotRegex(text, r"[\x00-\x08\x0b-\x1f\x7f\u202e]", f"{name}, {form}")
                self.assertNotIn(SECRET_KEY, text)

    def test_a_matrix_has_every_adapter_and_what_shows_each_failure_again(self):
        status, texts = self.outputs["matrix"]
        self.assertEqual(status, 1)
        report = json.loads(texts["json"])
        self.assertEqual(len(report["adapters"]), 2)
        labels = {adapter["name"] + " " + adapter["version"] for adapter in report["adapters"]}
        self.assertEqual({case["adapter"] for case in report["cases"]}, labels)
        failed = [case for case in report["cases"] if case["status"] == "fail"]
        self.assertTrue(failed)
        page = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False).parse(texts["html"])
        shown = "".join(page.find("body").itertext())
        rendered = cmarkgfm.github_flavored_markdown_to_html(
            texts["markdown"], options=Options.CMARK_OPT_UNSAFE)
        for case in failed:
            again = f"doctor conformance signer --run {case['id']} -- python3 {self.place / 'adapter.py'}"
            self.assertIn(again, shown)
            self.assertIn(again, html.unescape(rendered))
        links = {link.get("href")[1:] for link in page.iter("a") if link.get("href", "").startswith("#case-")}
        self.assertEqual(len(links), len([case for case in report["cases"] if case["status"] != "pass"]))
        self.assertLessEqual(links, {element.get("id") for element in page.iter()})
        # The command as it stands fails the same case again.
        run = doctor(*again.replace(" -- ", " --format json -- ").split()[1:])
        self.assertEqual([case["status"] for case in json.loads(run.stdout)["cases"]], ["fail"])

    def test_a_difference_says_what_broke_before_and_after(self):
        status, texts = self.outputs["difference"]
        self.assertEqual(status, 1)
        page = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False).parse(texts["html"])
        headings = ["".join(heading.itertext()) for heading in page.iter("h3")]
        broke = [case for case in json.loads(texts["json"])["cases"] if case["stage"] == "broke"]
        self.assertIn(f"Broke: {len(broke)}", headings)
        self.assertEqual(len([row for row in page.iter("tr") if row.get("data-status") == "fail"]), len(broke))

    def test_reports_that_make_no_matrix_are_refused(self):
        folder = self.place / str(list(self.outputs).index("conformance"))
        models = self.place / str(list(self.outputs).index("models"))
        twice = doctor("merge", str(folder / "json"), str(folder / "json"))
        self.assertEqual(twice.returncode, 65)
        self.assertIn("give each version once", twice.stderr)
        self.assertEqual(doctor("merge", str(folder / "json"), str(models / "json")).returncode, 65)

    def test_annotations_are_one_command_a_line(self):
        for name, _, texts in self.each():
            for line in texts["github"].splitlines()[:-1]:
                self.assertRegex(line, r"^::(error|warning|notice) ", name)

    def test_a_summary_has_room_for_no_more_than_github_takes(self):
        """A report of 30,000 failures, made of one of ours."""
        report = json.loads(self.outputs["conformance, hostile"][1]["json"])
        report["cases"] = [report["cases"][0] | {"id": f"case-{n}|`<b>{n}"} for n in range(30_000)]
        report["summary"] = {"pass": 0, "warn": 0, "fail": 30_000, "skip": 0, "unknown": 0}
        report["shard"] = {"index": 1, "total": 1, "plan": "x", "count": 30_000, "places": list(range(30_000))}
        (self.place / "large.json").write_text(json.dumps(report))
        run = doctor("merge", str(self.place / "large.json"), "--format", "markdown")
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertLess(len(run.stdout.encode()), 1_000_000)
        self.assertGreater(len(run.stdout.encode()), 900_000)
        self.assertRegex(run.stdout, r"\d+ more cases: no room is left")
        self.assertIn("<sub>doctor", run.stdout)


class Lines(unittest.TestCase):
    def test_each_result_is_there_before_the_run_ends(self):
        """An adapter that answers once and then waits: the first result must come out meanwhile."""
        script = (
            "import json,sys\nsys.stdin.readline()\n"
            "print(json.dumps({'name': 'slow', 'features': []}), flush=True)\n"
            "sys.stdin.read()\n"
        )
        # Vectors that need a feature are skipped at once; with none of them the run has its results without an answer.
        run = subprocess.run(
            [DOCTOR, "conformance", "signer", "--format", "jsonl", "--run", "converse-*", "--", "python3", "-c", script],
            capture_output=True, text=True, timeout=60, env=surroundings(DOCTOR_DATA=str(ROOT)))  # fmt: skip
        check_lines(run.stdout)

    def test_a_cell_comes_as_soon_as_it_is_there(self):
        """One model's answer waits until the other's line was read, whichever stands first in the table."""
        for held, first in [("lite", "micro"), ("micro", "lite")]:
            with self.subTest(held):
                self.expect_before(held, first)

    def expect_before(self, held, first_model):
        gate = threading.Event()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if held in self.path:
                    gate.wait(60)
                body = b'{"message":"no"}'
                self.send_response(403)
                self.send_header("x-amzn-ErrorType", "AccessDeniedException")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        process = subprocess.Popen(
            [DOCTOR, "models", "--models", "amazon.nova-micro-v1:0,amazon.nova-lite-v1:0", "--format", "jsonl",
             "--endpoint-url", f"http://127.0.0.1:{server.server_address[1]}"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env=surroundings(AWS_ACCESS_KEY_ID=ACCESS_KEY, AWS_SECRET_ACCESS_KEY=SECRET_KEY, AWS_REGION="us-east-1"))  # fmt: skip
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.kill)
        first = process.stdout.readline()
        second = process.stdout.readline()
        self.assertIsNone(process.poll())
        gate.set()
        rest = process.stdout.read()
        # Refusals in words that nobody knows are no verdict.
        self.assertEqual(process.wait(60), 2)
        lines = check_lines(first + second + rest)
        self.assertEqual([line["type"] for line in lines[:2]], ["start", "model"])
        self.assertEqual(lines[1]["model"], f"amazon.nova-{first_model}-v1:0")

    def test_a_file_that_cannot_be_written_ends_the_run_before_it_begins(self):
        run = doctor("check", "--mock", "--output", "jsonl=/dev/null/x")
        self.assertEqual(run.returncode, 65)
        self.assertIn("/dev/null/x", run.stderr)
        self.assertEqual(run.stdout, "")


if __name__ == "__main__":
    unittest.main()
