"""boto3 against `doctor serve`: what it is answered, and which exception each refusal becomes."""

import datetime
import unittest
from unittest import mock as patching

import botocore
import botocore.auth
import botocore.compat

from clients import MODEL, PING, Refusal, bedrock, converse, refusal
from mock import ACCESS_KEY, SECRET_KEY, TEMPORARY, TOKEN, Mock

INVALID_TOKEN = "The security token included in the request is invalid."
ACCOUNT = "123456789012"


class BotocoreTest(unittest.TestCase):
    def assertRefused(self, refused, code, status, text, kind="ClientError"):
        self.assertEqual((refused.code, refused.status, refused.kind), (code, status, kind), refused.message)
        self.assertIn(text, refused.message)

    def assertAnswered(self, answer):
        self.assertEqual(answer["ResponseMetadata"]["HTTPStatusCode"], 200)


class Answers(BotocoreTest):
    def test_right_secret_is_answered(self):
        with Mock() as mock:
            answer = converse(bedrock(mock))
        self.assertEqual(answer["stopReason"], "max_tokens")
        self.assertEqual(answer["output"]["message"]["role"], "assistant")
        self.assertGreater(answer["usage"]["inputTokens"], 0)
        self.assertTrue(answer["ResponseMetadata"]["RequestId"])

    def test_one_connection_carries_many_calls(self):
        with Mock() as mock:
            client = bedrock(mock)
            for _ in range(5):
                converse(client)
            _, _, log = mock.stop()
        self.assertIn("5 requests on 1 connection:", log)

    def test_converse_stream_ends_with_its_usage(self):
        with Mock() as mock:
            stream = bedrock(mock).converse_stream(modelId=MODEL, messages=PING)["stream"]
            events = [next(iter(event)) for event in stream]
        self.assertEqual(events[0], "messageStart")
        self.assertEqual(events[-2:], ["messageStop", "metadata"])

    def test_count_tokens(self):
        with Mock() as mock:
            answer = bedrock(mock).count_tokens(
                modelId="anthropic.claude-sonnet-4-6", input={"converse": {"messages": PING}})
        self.assertGreater(answer["inputTokens"], 0)

    def test_text_beyond_ascii(self):
        with Mock() as mock:
            self.assertAnswered(
                converse(bedrock(mock), messages=[{"role": "user", "content": [{"text": "żółć 漢字 🩺 \u2028"}]}]))

    def test_image_of_15_million_bytes(self):
        image = {"image": {"format": "png", "source": {"bytes": bytes(15_000_000)}}}
        with Mock() as mock:
            self.assertAnswered(
                converse(
                    bedrock(mock), "us.anthropic.claude-sonnet-4-6",
                    [{"role": "user", "content": [{"text": "What is it?"}, image]}]))

    def test_clock_of_the_server_may_be_the_clients(self):
        hour = datetime.timedelta(hours=1)
        for offset, wrong in (("3600", hour), ("-3600", -hour)):
            now = botocore.compat.get_current_datetime() + wrong
            with self.subTest(offset), Mock("--clock-offset", offset) as mock:
                with patching.patch.object(botocore.auth, "get_current_datetime", lambda: now):
                    self.assertAnswered(converse(bedrock(mock)))


class ModelIds(BotocoreTest):
    def test_profile_id(self):
        with Mock() as mock:
            self.assertAnswered(converse(bedrock(mock), model="us.amazon.nova-micro-v1:0"))

    def test_arn_of_a_foundation_model(self):
        arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0"
        with Mock() as mock:
            self.assertAnswered(converse(bedrock(mock), model=arn))

    def test_arn_of_an_inference_profile(self):
        arn = f"arn:aws:bedrock:us-east-1:{ACCOUNT}:inference-profile/us.amazon.nova-micro-v1:0"
        with Mock() as mock:
            self.assertAnswered(converse(bedrock(mock), model=arn))

    def test_arn_of_provisioned_throughput_that_does_not_exist(self):
        arn = f"arn:aws:bedrock:us-east-1:{ACCOUNT}:provisioned-model/abcdefghij12"
        with Mock() as mock:
            refused = refusal(bedrock(mock), model=arn)
        self.assertRefused(
            refused, "ResourceNotFoundException", 404, "Could not resolve the foundation model",
            "ResourceNotFoundException")

    def test_each_state_of_a_model_has_its_exception(self):
        denied = "AccessDeniedException"
        invalid = "ValidationException"
        absent = "ResourceNotFoundException"
        cases = [
            ("us-east-1", "amazon.no-such-model-v9:0", invalid, 400, "The provided model identifier is invalid."),
            ("us-east-1", "eu.amazon.nova-micro-v1:0", invalid, 400, "The provided model identifier is invalid."),
            ("us-east-1", "anthropic.claude-sonnet-4-6", invalid, 400, "on-demand throughput isn’t supported"),
            ("us-east-1", "us.anthropic.claude-opus-4-6-v1", denied, 403, "You don't have access to the model"),
            ("us-east-1", "us.meta.llama3-1-70b-instruct-v1:0", denied, 403, "no identity-based policy allows"),
            ("ap-southeast-2", "au.anthropic.claude-opus-4-6-v1", denied, 403, "service control policy"),
            ("eu-west-1", "eu.anthropic.claude-opus-4-6-v1", absent, 404, "use case details have not been submitted"),
            ("us-east-1", "mistral.mistral-large-2407-v1:0", absent, 404, "Could not resolve the foundation model"),
            ("us-east-1", "amazon.titan-text-premier-v1:0", absent, 404, "reached the end of its life"),
            ("us-west-2", "meta.llama3-1-70b-instruct-v1:0", "ThrottlingException", 429, "Too many tokens"),
        ]
        with Mock("--region", "us-east-1,us-west-2,eu-west-1,ap-southeast-2") as mock:
            for region, model, kind, status, text in cases:
                with self.subTest(model, region=region):
                    refused = refusal(bedrock(mock, region=region), model=model)
                    self.assertRefused(refused, kind, status, text, kind)

    def test_throttled_twice_then_answered_by_retries(self):
        with Mock("--region", "us-west-2") as mock, patching.patch("botocore.endpoint.time.sleep"):
            client = bedrock(mock, region="us-west-2", retries={"mode": "standard", "total_max_attempts": 4})
            answer = converse(client, model="mistral.mistral-large-2407-v1:0")
        self.assertEqual(answer["ResponseMetadata"]["RetryAttempts"], 2)


class Refusals(BotocoreTest):
    def test_wrong_secret(self):
        with Mock() as mock:
            refused = refusal(bedrock(mock, secret=SECRET_KEY[::-1]))
        self.assertRefused(
            refused, "InvalidSignatureException", 403,
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret "
            "Access Key and signing method. Consult the service documentation for details.")
        self.assertIn("The Canonical String for this request should have been\n'POST\n/model/amazon.nova-micro-v1"
                      "%253A0/converse\n", refused.message)  # fmt: skip
        self.assertIn("The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n", refused.message)
        self.assertIn("signature-mismatch", refused.headers["x-doctor-finding"])

    def test_unknown_key(self):
        with Mock() as mock:
            refused = refusal(bedrock(mock, "AKIDSOMEBODYELSE0001"))
        self.assertRefused(refused, "UnrecognizedClientException", 403, INVALID_TOKEN)

    def test_session_token_is_accepted(self):
        with Mock(access_key=TEMPORARY, token=TOKEN) as mock:
            self.assertAnswered(converse(bedrock(mock, TEMPORARY, token=TOKEN)))

    def test_session_token_missing(self):
        with Mock(access_key=TEMPORARY, token=TOKEN) as mock:
            refused = refusal(bedrock(mock, TEMPORARY))
        self.assertRefused(refused, "UnrecognizedClientException", 403, INVALID_TOKEN)
        self.assertEqual(refused.headers["x-doctor-finding"], "tok-missing,token-invalid")

    def test_session_token_of_another_session(self):
        with Mock(access_key=TEMPORARY, token=TOKEN) as mock:
            refused = refusal(bedrock(mock, TEMPORARY, token=TOKEN + "y"))
        self.assertRefused(refused, "UnrecognizedClientException", 403, INVALID_TOKEN)

    def test_session_token_with_a_long_lived_key(self):
        with Mock() as mock:
            refused = refusal(bedrock(mock, token=TOKEN))
        self.assertRefused(refused, "UnrecognizedClientException", 403, INVALID_TOKEN)

    def test_wrong_region(self):
        with Mock("--region", "eu-central-1,eu-west-1") as mock:
            refused = refusal(bedrock(mock, region="us-east-1"))
            self.assertRefused(
                refused, "InvalidSignatureException", 403, "Credential should be scoped to a valid region")
            self.assertAnswered(converse(bedrock(mock, region="eu-west-1")))

    def test_wrong_service(self):
        def forget_the_services_rules(context, **_):
            context.pop("signing", None)

        with Mock() as mock:
            client = bedrock(mock)
            client._request_signer._signing_name = "bedrock-runtime"
            client.meta.events.register_first("choose-signer", forget_the_services_rules)
            refused = refusal(client)
        self.assertRefused(
            refused, "InvalidSignatureException", 403, "Credential should be scoped to correct service: 'bedrock'")

    def with_clock(self, mock, seconds):
        """The refusal of a request that botocore signed with its clock off by that much."""
        wrong = botocore.compat.get_current_datetime() + datetime.timedelta(seconds=seconds)
        with patching.patch.object(botocore.auth, "get_current_datetime", lambda: wrong):
            return refusal(bedrock(mock))

    def test_clock_behind(self):
        with Mock() as mock:
            refused = self.with_clock(mock, -400)
        self.assertRefused(refused, "InvalidSignatureException", 403, "Signature expired: ")
        self.assertRegex(
            refused.message,
            r"^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$")

    def test_clock_ahead(self):
        with Mock() as mock:
            refused = self.with_clock(mock, 400)
        self.assertRefused(refused, "InvalidSignatureException", 403, "Signature not yet current: ")
        self.assertRegex(
            refused.message,
            r"^Signature not yet current: \d{8}T\d{6}Z is still later than \d{8}T\d{6}Z \(\d{8}T\d{6}Z \+ 5 min\.\)$")

    def test_clock_within_five_minutes(self):
        for seconds in (-280, 280):
            wrong = botocore.compat.get_current_datetime() + datetime.timedelta(seconds=seconds)
            with self.subTest(seconds), Mock() as mock:
                with patching.patch.object(botocore.auth, "get_current_datetime", lambda: wrong):
                    self.assertAnswered(converse(bedrock(mock)))

    def test_clock_offset_shows_in_date(self):
        for offset in (3600, -3600):
            with self.subTest(offset), Mock("--clock-offset", str(offset)) as mock:
                refused = refusal(bedrock(mock))
                date = datetime.datetime.strptime(refused.headers["date"], "%a, %d %b %Y %H:%M:%S GMT")
                now = botocore.compat.get_current_datetime()
                self.assertAlmostEqual((date - now).total_seconds(), offset, delta=60)

    def test_tampered_body(self):
        def tamper(request, **_):
            request.body = request.body.replace(b"ping", b"pong")

        with Mock() as mock:
            client = bedrock(mock)
            client.meta.events.register("before-send.bedrock-runtime.Converse", tamper)
            refused = refusal(client)
        self.assertRefused(refused, "InvalidSignatureException", 403, "does not match the signature you provided")

    def test_tampered_path(self):
        def tamper(request, **_):
            request.url = request.url.replace("nova-micro", "nova-macro")

        with Mock() as mock:
            client = bedrock(mock)
            client.meta.events.register("before-send.bedrock-runtime.Converse", tamper)
            refused = refusal(client)
        self.assertRefused(refused, "InvalidSignatureException", 403, "/model/amazon.nova-macro-v1%253A0/converse")

    def test_signed_header_changed_on_the_way(self):
        def tamper(request, **_):
            request.headers["Content-Type"] = "application/json; charset=utf-8"

        with Mock() as mock:
            client = bedrock(mock)
            client.meta.events.register("before-send.bedrock-runtime.Converse", tamper)
            refused = refusal(client)
        self.assertRefused(refused, "InvalidSignatureException", 403, "content-type:application/json; charset=utf-8")

    def test_no_authorization_sent(self):
        with Mock() as mock:
            refused = refusal(bedrock(mock, signature_version=botocore.UNSIGNED))
        self.assertRefused(refused, "MissingAuthenticationTokenException", 403, "Missing Authentication Token")

    def test_signature_of_s3_encodes_the_path_once(self):
        with Mock() as mock:
            refused = refusal(bedrock(mock, signature_version="s3v4"))
        self.assertRefused(refused, "InvalidSignatureException", 403, "%253A")

    def test_bearer_token(self):
        for token, text in (
            ("ABSKQmVkcm9ja0FQSUtleS1leGFtcGxl", "Please make sure your API Key is valid."),
            ("something-else", "Invalid API Key format: Must start with pre-defined prefix"),
        ):
            with self.subTest(text), Mock("-v") as mock:
                with patching.patch.dict("os.environ", AWS_BEARER_TOKEN_BEDROCK=token):
                    refused = refusal(bedrock(mock))
                _, _, log = mock.stop()
                self.assertRefused(refused, "AccessDeniedException", 403, text, "AccessDeniedException")
                self.assertNotIn(token, log)

    def test_a_refusal_is_not_retried(self):
        for mode in ("legacy", "standard", "adaptive"):
            with self.subTest(mode), Mock() as mock:
                refused = refusal(
                    bedrock(mock, secret=SECRET_KEY[::-1], retries={"mode": mode, "total_max_attempts": 3}))
                self.assertEqual(refused.retries, 0)


class ControlPlane(BotocoreTest):
    def control(self, mock):
        return bedrock(mock, service="bedrock")

    def test_list_foundation_models(self):
        with Mock() as mock:
            models = self.control(mock).list_foundation_models(byProvider="amazon")["modelSummaries"]
        self.assertIn(MODEL, [model["modelId"] for model in models])
        self.assertEqual({model["providerName"] for model in models}, {"Amazon"})

    def test_get_foundation_model(self):
        with Mock() as mock:
            model = self.control(mock).get_foundation_model(modelIdentifier=MODEL)["modelDetails"]
        self.assertEqual(model["modelArn"], f"arn:aws:bedrock:us-east-1::foundation-model/{MODEL}")
        self.assertEqual(model["modelLifecycle"]["status"], "ACTIVE")

    def test_get_foundation_model_of_an_unknown_id(self):
        with Mock() as mock:
            refused = Refusal(lambda: self.control(mock).get_foundation_model(modelIdentifier="amazon.no-such-v1:0"))
        self.assertRefused(
            refused, "ResourceNotFoundException", 404, "Could not resolve", "ResourceNotFoundException")

    def test_availability_names_the_missing_gate(self):
        with Mock() as mock:
            answer = self.control(mock).get_foundation_model_availability(modelId="anthropic.claude-opus-4-6-v1")
        self.assertEqual(answer["agreementAvailability"]["status"], "NOT_AVAILABLE")
        self.assertEqual(answer["authorizationStatus"], "AUTHORIZED")

    def test_inference_profiles_in_pages(self):
        with Mock() as mock:
            control = self.control(mock)
            whole = control.list_inference_profiles()["inferenceProfileSummaries"]
            pages = control.get_paginator("list_inference_profiles").paginate(PaginationConfig={"PageSize": 3})
            paged = [profile for page in pages for profile in page["inferenceProfileSummaries"]]
        self.assertEqual(paged, whole)
        self.assertTrue(all(profile["models"] for profile in whole))

    def test_get_inference_profile_by_id_and_arn(self):
        with Mock() as mock:
            control = self.control(mock)
            by_id = control.get_inference_profile(inferenceProfileIdentifier="us.amazon.nova-micro-v1:0")
            by_arn = control.get_inference_profile(inferenceProfileIdentifier=by_id["inferenceProfileArn"])
        self.assertEqual(by_id["models"], by_arn["models"])

    def test_operation_that_is_not_played_is_told_so_once_it_is_verified(self):
        with Mock() as mock:
            refused = Refusal(lambda: self.control(mock).delete_guardrail(guardrailIdentifier="abcdefghijkl"))
            self.assertRefused(refused, "DoctorNoMatchException", 404, "/guardrails is not played")
            stranger = bedrock(mock, ACCESS_KEY, SECRET_KEY[::-1], service="bedrock")
            refused = Refusal(lambda: stranger.delete_guardrail(guardrailIdentifier="abcdefghijkl"))
            self.assertRefused(refused, "InvalidSignatureException", 403, "DELETE\n/guardrails/abcdefghijkl\n")


if __name__ == "__main__":
    unittest.main(verbosity=2)
