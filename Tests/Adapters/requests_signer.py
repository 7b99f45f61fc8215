"""Signers for requests: requests-aws4auth, aws-requests-auth and requests-auth-aws-sigv4, by `requests_signer.py NAME`.

A request is prepared with the signer as its `auth`, and taken as it would be sent.
"""

import base64
import importlib
import sys
from importlib.metadata import version

import requests

from adapter import Skip, serve


def aws4auth(case, keys, token, host):
    # It takes the time from a header that is there already.
    return {"X-Amz-Date": case["time"]}, importlib.import_module("requests_aws4auth").AWS4Auth(
        keys["accessKeyId"], keys["secretAccessKey"], case["region"], case["service"], **token("session_token"))


def aws_requests_auth(case, keys, token, host):
    return {}, importlib.import_module("aws_requests_auth.aws_auth").AWSRequestsAuth(
        aws_access_key=keys["accessKeyId"], aws_secret_access_key=keys["secretAccessKey"], aws_host=host,
        aws_region=case["region"], aws_service=case["service"], **token("aws_token"))


def aws_sigv4(case, keys, token, host):
    return {}, importlib.import_module("requests_auth_aws_sigv4").AWSSigV4(
        case["service"], aws_access_key_id=keys["accessKeyId"], aws_secret_access_key=keys["secretAccessKey"],
        region=case["region"], **token("aws_session_token"))


SIGNERS = {"requests-aws4auth": aws4auth, "aws-requests-auth": aws_requests_auth, "requests-auth-aws-sigv4": aws_sigv4}
OWN_CLOCK = {"aws-requests-auth", "requests-auth-aws-sigv4"}


def sign(case):
    # All three send the hash of the body, whether it is asked for or not.
    if set(case.get("options", {})) - {"contentSHA256Header"}:
        raise Skip(f"{NAME} signs in one way only")
    described, keys = case["request"], case["credentials"]
    names = [name.lower() for name, _ in described["headers"]]
    if len(set(names)) < len(names):
        raise Skip("requests takes headers as a mapping, in which a name stands once")
    headers = {name: value for name, value in described["headers"]}
    host = next(value for name, value in described["headers"] if name.lower() == "host")
    if host != host.strip():
        raise Skip("requests takes the host from the URL")
    more, auth = SIGNERS[NAME](
        case, keys, lambda name: {name: keys["sessionToken"]} if "sessionToken" in keys else {}, host)
    request = requests.Request(
        described["method"], f"https://{host}{described['target']}", headers={**headers, **more},
        data=base64.b64decode(described.get("body", "")) or None)
    try:
        unsigned = request.prepare()
    except requests.exceptions.InvalidHeader:
        raise Skip("requests refuses white space at the ends of a header's value, and line feeds") from None
    if unsigned.path_url != described["target"]:
        raise Skip("requests writes this target in another way before it signs")
    if any(unsigned.headers[name] != value for name, value in headers.items()):
        raise Skip("requests has a value of its own for this header")
    request.auth = auth
    prepared = request.prepare()
    return {"target": prepared.path_url, "headers": [[text(name), text(value)] for name, value in prepared.headers.items()]}


def text(value):
    return value.decode("utf-8") if isinstance(value, bytes) else value


if __name__ == "__main__":
    NAME = sys.argv[1]
    serve(NAME, version(NAME), "Python", ["headers"] + (["own-clock"] if NAME in OWN_CLOCK else []), sign)
