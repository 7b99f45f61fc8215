"""Requests as botocore signs them: what every change begins with."""

import datetime
import json
import unittest.mock
import urllib.parse

import botocore.auth
from botocore.auth import SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from request import Request

KEY_ID = "AKIDMUTANTS000000001"
SECRET = "mUtants/Test+Secret0123456789abcdefghij0"
TOKEN = "FwoGZXIvYXdzMUTANTS" + "x/+=" * 30
REGION = "us-east-1"
SERVICE = "bedrock"
CONVERSE = "/model/amazon.nova-micro-v1%3A0/converse"
MODELS = "/foundation-models"
BODY = json.dumps({"messages": [{"role": "user", "content": [{"text": "ping"}]}], "inferenceConfig": {"maxTokens": 1}})


def requests(host, token, now):
    """One request for each form of signing, for a server on this host at this time (naive, in UTC)."""
    return [
        header("POST", CONVERSE, BODY, host, token, now),
        # botocore writes Date, and no X-Amz-Date, where there is one.
        header("POST", CONVERSE, BODY, host, token, now, {"Date": "now"}),
        header("POST", CONVERSE, BODY, host, token, now, {
            "X-Amz-Meta-List": "one, two  three", "X-Amzn-Bedrock-Note": "  a \u00fc b ", "Accept": "*/*"}),
        header("GET", MODELS + "?byProvider=Amazon&byOutputModality=TEXT", None, host, token, now),
        header("GET", "/a%20b//c/e%2Ff?b=2&a=%2F%20x&a=&c=", None, host, token, now),
        presigned("GET", MODELS, host, token, now),
        presigned("GET", MODELS + "?byProvider=Amazon&byOutputModality=TEXT", host, token, now),
    ]


def header(method, target, body, host, token, now, headers=None):
    request = AWSRequest(method, f"http://{host}{target}", data=body, headers=headers or {})
    if body is not None:
        request.headers["Content-Type"] = "application/json"
    sign(SigV4Auth(Credentials(KEY_ID, SECRET, token), SERVICE, REGION), request, now)
    lines = [("Host", host), *request.headers.items()]
    if body is not None:
        lines.append(("Content-Length", str(len(body))))
    return wire(method, target, lines, body)


def presigned(method, target, host, token, now):
    request = AWSRequest(method, f"http://{host}{target}")
    sign(SigV4QueryAuth(Credentials(KEY_ID, SECRET, token), SERVICE, REGION, expires=600), request, now)
    parts = urllib.parse.urlsplit(request.url)
    return wire(method, f"{parts.path}?{parts.query}", [("Host", host)], None)


def sign(signer, request, now):
    with unittest.mock.patch.object(botocore.auth, "get_current_datetime", lambda: now):
        signer.add_auth(request)


def wire(method, target, lines, body):
    return Request(
        method.encode(), target.encode(), [f"{name}: {value}".encode() for name, value in lines],
        (body or "").encode())


def now():
    return datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None, microsecond=0)
