"""boto3 as a peer of `doctor replay`: recorded Converse calls one after another against the mock that serves their answers.

usage: boto3_calls.py PORT COUNT ACCESS_KEY SECRET TOKEN; prints calls a second.
"""

import sys
import time

import boto3
from botocore.config import Config


def run(port: str, count: str, access_key: str, secret: str, token: str) -> float:
    """Makes the calls, the first of which is not timed: it makes the connection. Returns calls a second."""
    client = boto3.client(
        "bedrock-runtime", region_name="us-east-1", endpoint_url=f"http://127.0.0.1:{port}",
        aws_access_key_id=access_key, aws_secret_access_key=secret, aws_session_token=token,
        config=Config(retries={"total_max_attempts": 1}),
    )  # fmt: skip

    def call(number: int) -> None:
        client.converse(
            modelId="amazon.nova-micro-v1:0", inferenceConfig={"maxTokens": 512},
            messages=[{"role": "user", "content": [{"text": f"What is the weather like on day {number}?"}]}],
        )  # fmt: skip

    call(0)
    began = time.perf_counter()
    for number in range(1, int(count)):
        call(number)
    return (int(count) - 1) / (time.perf_counter() - began)


if __name__ == "__main__":
    print(run(*sys.argv[1:]))
