"""botocore's clients `bedrock` and `bedrock-runtime` reading the simulated account."""

import json
import unittest

import shapes
import wire
from clients import MODEL, PING, Refusal, bedrock
from mock import Mock

REGIONS = ["us-east-1", "us-west-2", "eu-west-1", "ap-southeast-2"]


class Shapes(unittest.TestCase):
    """Each answer has the members, types and values that the service model allows, in every region and for every id."""

    def assertShape(self, answer, service, operation):
        self.assertEqual(answer.status, 200, answer.body)
        self.assertEqual(shapes.faults(answer.json, shapes.output(service, operation)), [])

    def test_control_plane(self):
        with Mock("--region", ",".join(REGIONS)) as mock:
            for region in REGIONS:

                def get(path):
                    return wire.send_signed(mock, path, None, "GET", region=region)

                with self.subTest(region):
                    models = get("/foundation-models")
                    self.assertShape(models, "bedrock", "ListFoundationModels")
                    for model in models.json["modelSummaries"]:
                        self.assertShape(get(f"/foundation-models/{model['modelId']}"), "bedrock", "GetFoundationModel")
                        self.assertShape(
                            get(f"/foundation-model-availability/{model['modelId']}"), "bedrock",
                            "GetFoundationModelAvailability")  # fmt: skip
                    profiles = get("/inference-profiles")
                    self.assertShape(profiles, "bedrock", "ListInferenceProfiles")
                    for profile in profiles.json["inferenceProfileSummaries"]:
                        self.assertShape(
                            get(f"/inference-profiles/{profile['inferenceProfileId']}"), "bedrock",
                            "GetInferenceProfile")  # fmt: skip

    def test_runtime(self):
        count = json.dumps({"input": {"converse": {"messages": PING}}})
        with Mock() as mock:
            counted = wire.send_signed(mock, "/model/anthropic.claude-sonnet-4-6/count-tokens", count)
            self.assertShape(counted, "bedrock-runtime", "CountTokens")
            self.assertShape(wire.send_signed(mock), "bedrock-runtime", "Converse")


class Lists(unittest.TestCase):
    def test_filters(self):
        with Mock() as mock:
            control = bedrock(mock, service="bedrock")

            def ids(**filters):
                return [model["modelId"] for model in control.list_foundation_models(**filters)["modelSummaries"]]

            self.assertEqual(ids(byProvider="Amazon"), [MODEL])
            self.assertEqual(ids(byInferenceType="ON_DEMAND"), [MODEL])
            self.assertEqual(ids(byInferenceType="PROVISIONED"), [])
            self.assertEqual(ids(byOutputModality="EMBEDDING"), [])
            self.assertEqual(ids(byCustomizationType="FINE_TUNING"), [])
            self.assertEqual(ids(byProvider="Nobody"), [])
            self.assertIn("anthropic.claude-sonnet-4-6", ids(byOutputModality="TEXT"))

    def test_a_filter_that_there_is_not(self):
        with Mock() as mock:
            refused = Refusal(lambda: bedrock(mock, service="bedrock").list_foundation_models(byInferenceType="BATCH"))
        self.assertEqual((refused.code, refused.status), ("ValidationException", 400))

    def test_pages(self):
        with Mock() as mock:
            control = bedrock(mock, service="bedrock")
            paginator = control.get_paginator("list_inference_profiles")
            for size in [1, 2, 1000]:
                pages = list(paginator.paginate(typeEquals="SYSTEM_DEFINED", PaginationConfig={"PageSize": size}))
                self.assertTrue(all(len(page["inferenceProfileSummaries"]) <= size for page in pages))
                self.assertNotIn("nextToken", pages[-1])
            refused = Refusal(lambda: control.list_inference_profiles(nextToken="nonsense"))
            self.assertEqual(refused.code, "ValidationException")
            applications = control.list_inference_profiles(typeEquals="APPLICATION")
            self.assertEqual(applications["inferenceProfileSummaries"], [])


class One(unittest.TestCase):
    def test_what_is_not_there(self):
        missing, invalid = "ResourceNotFoundException", "ValidationException"
        with Mock() as mock:
            control = bedrock(mock, service="bedrock")
            for code, call in [
                (missing, lambda: control.get_foundation_model(modelIdentifier="amazon.no-such-v1:0")),
                (missing, lambda: control.get_foundation_model(modelIdentifier="mistral.mistral-large-2407-v1:0")),
                (invalid, lambda: control.get_foundation_model(modelIdentifier="what is it")),
                (missing, lambda: control.get_foundation_model_availability(modelId="amazon.no-such-v1:0")),
                (missing, lambda: control.get_inference_profile(inferenceProfileIdentifier="eu." + MODEL)),
            ]:
                refused = Refusal(call)
                self.assertEqual(refused.code, code, refused.message)

    def test_a_model_by_its_arn(self):
        arn = f"arn:aws:bedrock:us-east-1::foundation-model/{MODEL}"
        with Mock() as mock:
            model = bedrock(mock, service="bedrock").get_foundation_model(modelIdentifier=arn)["modelDetails"]
        self.assertEqual(model["modelArn"], arn)


class Counting(unittest.TestCase):
    def test_more_text_has_more_tokens(self):
        with Mock() as mock:
            client = bedrock(mock)

            def count(**request):
                model = "anthropic.claude-sonnet-4-6"
                return client.count_tokens(modelId=model, input={"converse": request})["inputTokens"]

            short = count(messages=PING)
            system = count(messages=PING, system=[{"text": "Answer as a doctor does. " * 20}])
            tools = count(messages=PING, toolConfig={"tools": [
                {"toolSpec": {"name": "weather", "description": "d" * 400, "inputSchema": {"json": {"type": "object"}}}}
            ]})  # fmt: skip
            self.assertLess(short, system)
            self.assertLess(short, tools)
            body = json.dumps({"messages": PING}).encode()
            invoked = client.count_tokens(
                modelId="anthropic.claude-sonnet-4-6", input={"invokeModel": {"body": body}})["inputTokens"]
            self.assertGreater(invoked, 0)

    def test_models_that_do_not_count(self):
        with Mock() as mock:
            client = bedrock(mock)
            for model, code in [
                ("us.anthropic.claude-sonnet-4-6", "ValidationException"), (MODEL, "ValidationException"),
                ("amazon.no-such-v1:0", "ValidationException"),
                ("anthropic.claude-3-5-haiku-20241022-v1:0", "ResourceNotFoundException"),
            ]:  # fmt: skip
                refused = Refusal(lambda: client.count_tokens(modelId=model, input={"converse": {"messages": PING}}))
                self.assertEqual(refused.code, code, refused.message)


if __name__ == "__main__":
    unittest.main(verbosity=2)
