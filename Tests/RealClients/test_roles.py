"""Roles of several accounts: boto3 and the AWS CLI assume them at `doctor serve`, and call models with what they get."""

import json
import os
import subprocess
import unittest

from clients import Refusal, aws_cli, bedrock, converse, have_aws
from mock import ACCESS_KEY, DOCTOR, SECRET_KEY, FolderTest, Mock, serve, surroundings

HOME = {"schema": "bedrock-account/1", "account": "111111111111", "regions": ["us-east-1"], "models": []}
ROLE = "arn:aws:iam::222222222222:role/team/Probe"


def other(number="222222222222", access=None, **role):
    return {
        "schema": "bedrock-account/1", "account": number, "regions": ["us-east-1"],
        "models": [{"id": "amazon.nova-micro-v1:0", "name": "M", "provider": "T", "contextTokens": 1000,
                    "maxOutputTokens": 100, "regions": {"us-east-1": access or {}}}],
        "roles": [{"name": "team/Probe"} | role],
    }  # fmt: skip


class Roles(FolderTest):
    def accounts(self, *others):
        files = [self.write(f"{place}.json", account) for place, account in enumerate([HOME, *others])]
        return [word for file in files for word in ("--account", file)]

    def test_boto3_assumes_a_role_and_is_its_account_then(self):
        with Mock(*self.accounts(other(trust={"externalId": "x-1", "principals": ["111111111111"]}))) as mock:
            sts = bedrock(mock, service="sts")
            answer = sts.assume_role(RoleArn=ROLE, RoleSessionName="me", ExternalId="x-1", DurationSeconds=900)
            keys = answer["Credentials"]
            pair = (keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])
            self.assertEqual(answer["AssumedRoleUser"]["Arn"], "arn:aws:sts::222222222222:assumed-role/Probe/me")
            self.assertTrue(keys["AccessKeyId"].startswith("ASIA"))
            identity = bedrock(mock, *pair, service="sts").get_caller_identity()
            self.assertEqual(identity["Account"], "222222222222")
            self.assertEqual(identity["Arn"], answer["AssumedRoleUser"]["Arn"])
            self.assertEqual(converse(bedrock(mock, *pair))["stopReason"], "max_tokens")
            # The home account has no models, and the session without its token is nobody.
            self.assertNotEqual(Refusal(lambda: converse(bedrock(mock))).status, 200)
            self.assertEqual(
                Refusal(lambda: converse(bedrock(mock, *pair[:2]))).code, "UnrecognizedClientException")
            for wrong in ({}, {"ExternalId": "x-2"}):
                refused = Refusal(lambda wrong=wrong: sts.assume_role(RoleArn=ROLE, RoleSessionName="me", **wrong))
                self.assertEqual((refused.code, refused.status), ("AccessDenied", 403))
                self.assertIn("is not authorized to perform: sts:AssumeRole on resource: " + ROLE, refused.message)
            chained = Refusal(
                lambda: bedrock(mock, *pair, service="sts").assume_role(
                    RoleArn=ROLE, RoleSessionName="me", ExternalId="x-1"))  # fmt: skip
            self.assertEqual(chained.code, "AccessDenied")

    def test_a_denial_and_the_journal_name_the_session_of_the_role(self):
        denied = {"access": "denied", "policy": "identity-policy"}
        journal = os.path.join(self.folder, "journal.jsonl")
        with Mock(*self.accounts(other(access=denied)), "--journal", journal) as mock:
            keys = bedrock(mock, service="sts").assume_role(RoleArn=ROLE, RoleSessionName="me")["Credentials"]
            pair = (keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])
            role = Refusal(lambda: converse(bedrock(mock, *pair)))
            own = Refusal(lambda: converse(bedrock(mock)))
            wrong = Refusal(lambda: converse(bedrock(mock, ACCESS_KEY, SECRET_KEY[::-1])))
        arn = "arn:aws:sts::222222222222:assumed-role/Probe/me"
        self.assertIn(f"User: {arn} is not authorized to perform: bedrock:InvokeModel", role.message)
        with open(journal) as file:
            lines = [json.loads(line) for line in file]
        user = "arn:aws:iam::111111111111:user/example-user"
        self.assertEqual(
            [(line["operation"], line["account"], line["principal"], line["accessKeyId"][-4:]) for line in lines],
            [("AssumeRole", "111111111111", user, ACCESS_KEY[-4:]),
             ("Converse", "222222222222", arn, keys["AccessKeyId"][-4:]),
             ("Converse", "111111111111", user, ACCESS_KEY[-4:]), ("Converse", None, None, ACCESS_KEY[-4:])])  # fmt: skip
        answered = [answer.headers["x-amzn-requestid"] for answer in (role, own, wrong)]
        self.assertEqual([line["requestId"] for line in lines[1:]], answered)
        self.assertNotIn(keys["AccessKeyId"], json.dumps([line["accessKeyId"] for line in lines]))

    def test_each_account_has_throttles_of_its_own(self):
        throttled = {"access": "throttled", "limit": "requests"}
        with Mock(*self.accounts(other(), other("333333333333", throttled))) as mock:
            sts = bedrock(mock, service="sts")
            codes = []
            for number in ("222222222222", "333333333333"):
                keys = sts.assume_role(
                    RoleArn=f"arn:aws:iam::{number}:role/team/Probe", RoleSessionName="me")["Credentials"]
                client = bedrock(mock, keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])
                try:
                    converse(client)
                    codes.append("answered")
                except client.exceptions.ThrottlingException:
                    codes.append("throttled")
            self.assertEqual(codes, ["answered", "throttled"])

    def test_refusals_have_the_codes_of_sts(self):
        for kind, code in [
            ("access-denied", "AccessDenied"), ("region-disabled", "RegionDisabledException"),
            ("expired-token", "ExpiredTokenException"), ("throttled", "Throttling"),
            ("unavailable", "ServiceUnavailable"),
        ]:  # fmt: skip
            with self.subTest(kind), Mock(*self.accounts(other(refusal=kind))) as mock:
                refused = Refusal(
                    lambda: bedrock(mock, service="sts").assume_role(RoleArn=ROLE, RoleSessionName="me"))
                self.assertIn(refused.code, (code, code.removesuffix("Exception")))

    @unittest.skipUnless(have_aws, "there is no AWS CLI")
    def test_the_aws_cli_assumes_a_role(self):
        with Mock(*self.accounts(other())) as mock:
            done = aws_cli(
                mock, ACCESS_KEY, SECRET_KEY, "sts", "assume-role", "--endpoint-url", mock.url, "--role-arn", ROLE,
                "--role-session-name", "me", "--output", "json")  # fmt: skip
            self.assertEqual(done.returncode, 0, done.stderr)
            keys = json.loads(done.stdout)["Credentials"]
            self.assertRegex(keys["Expiration"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|\+00:00)$")
            who = aws_cli(
                mock, keys["AccessKeyId"], keys["SecretAccessKey"], "sts", "get-caller-identity",
                token=keys["SessionToken"])  # fmt: skip
            self.assertEqual(json.loads(who.stdout)["Account"], "222222222222", who.stderr)

    @unittest.skipUnless(have_aws, "there is no AWS CLI")
    def test_a_profile_of_the_aws_cli_goes_through_a_role(self):
        config = self.write(
            "config",
            f"[profile probe]\nrole_arn = {ROLE}\ncredential_source = Environment\nregion = us-east-1\n")
        with Mock(*self.accounts(other())) as mock:
            # The CLI keeps the credentials of a role in its home, where another mock's would be found.
            environment = surroundings(
                HOME=os.path.dirname(config), AWS_CONFIG_FILE=config, AWS_ENDPOINT_URL=mock.url, AWS_ACCESS_KEY_ID=ACCESS_KEY,
                AWS_SECRET_ACCESS_KEY=SECRET_KEY)  # fmt: skip
            done = subprocess.run(
                ["aws", "--profile", "probe", "sts", "get-caller-identity"], capture_output=True, text=True, env=environment, timeout=60)
            self.assertEqual(json.loads(done.stdout)["Account"], "222222222222", done.stderr)

    def test_a_command_of_serve_finds_sts(self):
        targets = self.write(
            "targets.jsonl",
            json.dumps({"name": "two", "roleArn": ROLE}) + "\n"
            + json.dumps({"name": "gone", "roleArn": ROLE + "x"}) + "\n")  # fmt: skip
        done = serve(
            *self.accounts(other()),
            command=[DOCTOR, "models", "--targets", targets, "--models", "amazon.nova-micro-v1:0", "--format", "json"])
        cells = json.loads(done.stdout[done.stdout.index("{"):])["models"]
        self.assertEqual(
            [(cell["account"], cell["verdict"], cell["code"]) for cell in cells],
            [("two", "accessible", None), ("gone", "credential-fault", "role-denied")])


if __name__ == "__main__":
    unittest.main()
