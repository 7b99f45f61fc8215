"""No output shows a secret of the run, in whatever form it came in: explanations, lint, imports."""

import json
import sys
import unittest

import leaks
from clients import MODEL
from secret_case import FORMS, SECRET, TOKEN, SecretCase


class Secrets(SecretCase):
    def test_the_forms_are_found_where_they_are_shown(self):
        for name, text in FORMS.items():
            secret = SECRET if "key" in name else TOKEN
            self.assertTrue(leaks.found(secret, f"before {text} after"), name)

    def test_explanations(self):
        def check(text):
            message = f"botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the Converse " \
                f"operation: User {text} is not authorized to perform: bedrock:InvokeModel\n"
            self.reports("explain", self.path("log.txt", message))
            answer = json.dumps({"message": f"The value {text} is not valid", "__type": "ValidationException"})
            self.reports("explain", self.path("answer.json", answer))
            dump = f"> POST /model/{MODEL}/converse?x={''.join(text.split())} HTTP/1.1\n> Host: h\n> X-Note: {text}\n>\n" \
                f"< HTTP/1.1 403 Forbidden\n< x-amzn-ErrorType: AccessDeniedException\n<\n{answer}\n"
            self.reports("explain", self.path("curl.txt", dump))

        self.for_each_form(check)

    def test_a_program_that_is_explained(self):
        def check(text):
            script = f"import sys; sys.stderr.write({('AccessDeniedException: ' + text)!r}); sys.exit(1)"
            self.reports("explain", "--", sys.executable, "-c", script, said=text)

        self.for_each_form(check)

    def test_lint(self):
        def check(text):
            request = {"messages": [{"role": text, "content": [{"text": text}]}], text: 1, "inferenceConfig": {"maxTokens": text}}
            self.reports("lint", "--model", MODEL, self.path("request.json", json.dumps(request)))

        self.for_each_form(check)

    def test_imports(self):
        def check(text):
            cassette = json.dumps({"version": 1, "interactions": [{
                "request": {"method": "POST", "uri": f"https://bedrock-runtime.us-east-1.amazonaws.com/model/{MODEL}/converse",
                            "headers": {"Content-Type": ["application/json"]},
                            "body": {"string": json.dumps({"messages": [{"role": "user", "content": [{"text": text}]}]})}},
                "response": {"status": {"code": 200, "message": "OK"}, "headers": {"Content-Type": ["application/json"]},
                             "body": {"string": json.dumps({"output": text})}}}]})
            run = self.run_doctor("record", self.path("tape.json", cassette))
            self.assertHidden(run.stdout, run.stderr)

        self.for_each_form(check)


if __name__ == "__main__":
    unittest.main()
