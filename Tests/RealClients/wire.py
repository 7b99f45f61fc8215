"""Requests whose form on the wire is chosen by the test, signed by botocore."""

import http.client
import json
import urllib.parse

from botocore.auth import SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from mock import ACCESS_KEY, SECRET_KEY

PATH = "/model/amazon.nova-micro-v1%3A0/converse"
BODY = json.dumps({"messages": [{"role": "user", "content": [{"text": "ping"}]}], "inferenceConfig": {"maxTokens": 1}})


class Answer:
    """A response, read to its end."""

    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()
        self.error = (response.headers.get("x-amzn-ErrorType") or "").split(":")[0]

    @property
    def json(self):
        return json.loads(self.body)


def signed_headers(
    mock, path=PATH, body=BODY, method="POST", host=None, headers=None, access_key=ACCESS_KEY, secret=SECRET_KEY,
    token=None, region="us-east-1", service="bedrock",
):  # fmt: skip
    """The headers of a request as botocore signs it: over the path as it will be sent, encoded once more."""
    host = host or f"127.0.0.1:{mock.port}"
    request = AWSRequest(method, f"http://{host}{path}", data=body, headers=headers or {})
    if method == "POST" and "Content-Type" not in request.headers:
        request.headers["Content-Type"] = "application/json"
    SigV4Auth(Credentials(access_key, secret, token), service, region).add_auth(request)
    # Header names of botocore are case-insensitive and may stand twice; the last one counts.
    return {"Host": host} | dict(request.headers.items())


def presigned_target(
    mock, path="/foundation-models", method="GET", body=None, expires=60, access_key=ACCESS_KEY, secret=SECRET_KEY,
    token=None, region="us-east-1",
):  # fmt: skip
    """Path and query of a request that is signed in its query."""
    request = AWSRequest(method, mock.url + path, data=body)
    SigV4QueryAuth(Credentials(access_key, secret, token), "bedrock", region, expires=expires).add_auth(request)
    parts = urllib.parse.urlsplit(request.url)
    return f"{parts.path}?{parts.query}"


def connection(mock):
    return http.client.HTTPConnection("127.0.0.1", mock.port, timeout=30)


def send(mock, path=PATH, body=BODY, method="POST", headers=None, over=None):
    """Sends exactly this; `over` is an open connection to use and to leave open."""
    link = over or connection(mock)
    try:
        link.request(method, path, body, headers or {})
        return Answer(link.getresponse())
    finally:
        if not over:
            link.close()


def send_signed(mock, path=PATH, body=BODY, method="POST", over=None, **signing):
    headers = signed_headers(mock, path, body, method, **signing)
    return send(mock, path, body, method, headers, over)
