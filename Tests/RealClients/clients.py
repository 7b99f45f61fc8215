"""The three real clients: boto3 in this process, the AWS CLI and curl as programs."""

import json
import shutil
import subprocess

import boto3
import botocore.exceptions
from botocore.config import Config

from mock import ACCESS_KEY, SECRET_KEY, surroundings

MODEL = "amazon.nova-micro-v1:0"
PING = [{"role": "user", "content": [{"text": "ping"}]}]


def bedrock(
    mock, access_key=ACCESS_KEY, secret=SECRET_KEY, token=None, region="us-east-1", service="bedrock-runtime",
    verify=None, **config
):
    """A boto3 client of the mock; one attempt, unless `config` says otherwise."""
    settings = {"retries": {"total_max_attempts": 1}, "connect_timeout": 5, "read_timeout": 20} | config
    return boto3.client(
        service,
        region_name=region,
        endpoint_url=mock.url,
        aws_access_key_id=access_key,
        aws_secret_access_key=secret,
        aws_session_token=token,
        verify=verify,
        config=Config(**settings),
    )


def converse(client, model=MODEL, messages=PING, **more):
    return client.converse(modelId=model, messages=messages, inferenceConfig={"maxTokens": 1}, **more)


class Refusal:
    """What botocore makes of a call that must be refused."""

    def __init__(self, call):
        try:
            call()
        except botocore.exceptions.ClientError as error:
            self.kind = type(error).__name__
            self.code = error.response["Error"]["Code"]
            self.status = error.response["ResponseMetadata"]["HTTPStatusCode"]
            self.message = error.response["Error"]["Message"]
            self.headers = error.response["ResponseMetadata"]["HTTPHeaders"]
            self.retries = error.response["ResponseMetadata"]["RetryAttempts"]
        else:
            raise AssertionError("the call was accepted")


def refusal(client, **more):
    """The refusal of a Converse call."""
    return Refusal(lambda: converse(client, **more))


def aws_cli(mock, access_key, secret, *arguments, region="us-east-1", token=None):
    """Runs `aws` with nothing but the given credentials; returns the finished process."""
    environment = surroundings(
        AWS_ACCESS_KEY_ID=access_key,
        AWS_SECRET_ACCESS_KEY=secret,
        AWS_DEFAULT_REGION=region,
        AWS_ENDPOINT_URL=mock.url,
        AWS_MAX_ATTEMPTS="1",
        AWS_PAGER="",
    )
    if token:
        environment["AWS_SESSION_TOKEN"] = token
    return subprocess.run(["aws", *arguments], capture_output=True, text=True, env=environment, timeout=60)


def aws_converse(mock, access_key, secret, model=MODEL, **more):
    return aws_cli(
        mock, access_key, secret, "bedrock-runtime", "converse", "--model-id", model,
        "--messages", json.dumps(PING), "--inference-config", '{"maxTokens":1}', **more,
    )  # fmt: skip


def curl(mock, path, access_key, secret, *arguments, region="us-east-1", service="bedrock"):
    """curl's own signer. It signs the path as it is sent, so only ids without a colon can match (curl issue 16927)."""
    return subprocess.run(
        ["curl", "-sS", "-i", "--max-time", "20", "--aws-sigv4", f"aws:amz:{region}:{service}",
         "--user", f"{access_key}:{secret}", *arguments, mock.url + path],
        capture_output=True, text=True, timeout=30,
    )  # fmt: skip


have_aws = shutil.which("aws") is not None
have_curl = shutil.which("curl") is not None
