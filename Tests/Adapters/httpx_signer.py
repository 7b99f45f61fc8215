"""httpx-aws-auth, as the `auth` of an httpx client whose transport takes the request down instead of sending it."""

import base64
from importlib.metadata import version

import httpx
from httpx_aws_auth import AwsCredentials, AwsSigV4Auth

from adapter import Skip, serve


def sign(case):
    # It sends the hash of the body, whether it is asked for or not.
    if set(case.get("options", {})) - {"contentSHA256Header"}:
        raise Skip("httpx-aws-auth signs in one way only")
    described, keys = case["request"], case["credentials"]
    host = next(value for name, value in described["headers"] if name.lower() == "host")
    if host != host.strip():
        raise Skip("httpx takes the host from the URL")
    sent = []

    def take(request):
        sent.append(request)
        return httpx.Response(204)

    auth = AwsSigV4Auth(
        credentials=AwsCredentials(keys["accessKeyId"], keys["secretAccessKey"], keys.get("sessionToken")),
        region=case["region"], service=case["service"])
    request = httpx.Request(
        described["method"], f"https://{host}{described['target']}",
        headers=[(name, value.encode()) for name, value in described["headers"]],
        content=base64.b64decode(described.get("body", "")))
    if request.url.raw_path.decode() != described["target"]:
        raise Skip("httpx writes this target in another way before it signs")
    with httpx.Client(transport=httpx.MockTransport(take), auth=auth) as client:
        client.send(request)
    return {"target": sent[0].url.raw_path.decode(), "headers": [
        [name.decode(), value.decode()] for name, value in sent[0].headers.raw]}


if __name__ == "__main__":
    serve("httpx-aws-auth", version("httpx-aws-auth"), "Python", ["headers", "own-clock"], sign)
