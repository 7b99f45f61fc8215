"""The clients: each performs a call and says what came out of it."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass

import boto3
import botocore.loaders
import botocore.session
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.eventstream import ParserError
from botocore.exceptions import ClientError, EventStreamError

from capturing.model import ACCESS_KEY, AWS_CLI, BOTO3, CURL, JSON, SECRET_KEY, Call

_LOADER = botocore.loaders.create_loader()

PINNED = {BOTO3: "1.43.11", AWS_CLI: "1.45.11"}


@dataclass(frozen=True)
class Route:
    """Where requests go: through the capturing proxy to the host of their own, or to one server instead of it."""

    proxy: str | None = None
    server: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What a client made of the answer: the parsed body, or the error it raised."""

    parsed: dict | None = None
    error: dict | None = None
    # The class that boto3 raised.
    raised: str | None = None
    # What the client shows where it parses nothing.
    shown: str | None = None
    status: int | None = None
    request_id: str | None = None
    # The events of a stream, up to its end or its error.
    events: list | None = None


def isolate() -> None:
    """Nothing of the machine's own settings may reach a request."""
    for name in [name for name in os.environ if name.startswith("AWS_") or name.lower().endswith("_proxy")]:
        del os.environ[name]
    os.environ.update(
        AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull, AWS_EC2_METADATA_DISABLED="true"
    )


def versions() -> dict[str, str]:
    # `aws-cli/1.45.11 Python/3.11.7 Linux/... botocore/1.43.11`
    shown = subprocess.run([_program("aws"), "--version"], capture_output=True, text=True, check=True).stdout
    return {BOTO3: boto3.__version__, AWS_CLI: shown.split()[0].split("/")[1]}


def perform(call: Call, route: Route) -> Outcome:
    return {BOTO3: _boto3, AWS_CLI: _aws_cli, CURL: _curl}[call.client](call, route)


def _boto3(call: Call, route: Route) -> Outcome:
    config = Config(
        retries={"mode": "standard", "total_max_attempts": call.attempts},
        proxies={"http": route.proxy} if route.proxy else None,
        use_fips_endpoint=call.fips,
    )
    client = _session(call).client("bedrock-runtime", endpoint_url=_endpoint(call, route), config=config)
    try:
        if call.stream:
            return _read(client.converse_stream(modelId=call.model, **call.members))
        parsed = client.converse(modelId=call.model, **call.members)
    except ClientError as error:
        metadata = error.response["ResponseMetadata"]
        said = {name: value for name, value in error.response.items() if name != "ResponseMetadata"}
        return Outcome(
            error=said,
            raised=type(error).__name__,
            status=metadata["HTTPStatusCode"],
            request_id=metadata.get("RequestId"),
        )
    metadata = parsed.pop("ResponseMetadata")
    return Outcome(parsed=parsed, status=metadata["HTTPStatusCode"], request_id=metadata.get("RequestId"))


def _read(answer: dict) -> Outcome:
    """Reads a stream to its end, or to its error."""
    metadata, events, error, raised = answer["ResponseMetadata"], [], None, None
    try:
        for event in answer["stream"]:
            events.append(event)
    except EventStreamError as failure:
        error, raised = {"Error": failure.response["Error"]}, type(failure).__name__
    except ParserError as failure:
        raised = type(failure).__name__
    return Outcome(
        events=events,
        error=error,
        raised=raised,
        status=metadata["HTTPStatusCode"],
        request_id=metadata.get("RequestId"),
    )


def _aws_cli(call: Call, route: Route) -> Outcome:
    environment = os.environ | {
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        "AWS_MAX_ATTEMPTS": str(call.attempts),
    }
    if route.proxy:
        environment["HTTP_PROXY"] = route.proxy
    command = [_program("aws"), "bedrock-runtime", "converse", "--region", call.region, "--output", "json"]
    command += ["--endpoint-url", _endpoint(call, route)]
    command += ["--cli-input-json", json.dumps({"modelId": call.model, **call.members})]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120)
    if done.returncode == 0:
        return Outcome(parsed=json.loads(done.stdout))
    return Outcome(shown=done.stderr)


def _curl(call: Call, route: Route) -> Outcome:
    """curl sends path and body untouched. The headers are signed here: its own signer encodes paths by another rule."""
    request = AWSRequest("POST", _endpoint(call, route) + call.target, {"Content-Type": JSON}, call.text.encode())
    SigV4Auth(Credentials(ACCESS_KEY, SECRET_KEY), "bedrock", call.region).add_auth(request)
    command = [_program("curl"), "--silent", "--show-error", "--http1.1", "--path-as-is", "--max-time", "60"]
    command += ["--write-out", "\n%{http_code}", "--data-binary", "@-"]
    if route.proxy:
        command += ["--proxy", route.proxy]
    for name, value in request.headers.items():
        command += ["--header", f"{name}: {value}"]
    done = subprocess.run([*command, request.url], input=call.text.encode(), capture_output=True, check=True)
    shown, status = done.stdout.decode().rsplit("\n", 1)
    return Outcome(shown=shown, status=int(status))


def _endpoint(call: Call, route: Route) -> str:
    """The endpoint that the client itself finds for the region, unless the call names another; never with TLS."""
    endpoint = call.endpoint or _resolved(call)
    scheme_and_host, slash, prefix = endpoint.removeprefix("https://").partition("/")
    base = route.server or f"http://{scheme_and_host}"
    return (base + slash + prefix).rstrip("/")


def _resolved(call: Call) -> str:
    config = Config(use_fips_endpoint=call.fips)
    return _session(call).client("bedrock-runtime", config=config).meta.endpoint_url


def _session(call: Call) -> boto3.Session:
    session = botocore.session.Session()
    # One loader for all: each would read the service model again.
    session.register_component("data_loader", _LOADER)
    return boto3.Session(ACCESS_KEY, SECRET_KEY, region_name=call.region, botocore_session=session)


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise SystemExit(f"{name} is not installed: the requests of some recordings are captured from it")
    return path
