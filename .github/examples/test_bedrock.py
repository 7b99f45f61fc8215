"""A test with the fixture of bedrock-doctor's pytest plugin."""

import boto3


def test_greeting(bedrock_mock):
    client = boto3.client("bedrock-runtime")
    answer = client.converse(
        modelId="amazon.nova-micro-v1:0",
        messages=[{"role": "user", "content": [{"text": "Hello"}]}],
    )
    assert answer["stopReason"] == "end_turn"
