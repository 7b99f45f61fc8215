"""botocore's signer, by its public classes alone: no rule of it is replaced.

What botocore has no switch for is skipped. `vectors/generator/oracle.py` makes the expected values of those cases with one
of botocore's rules replaced.
"""

import base64
import datetime
from unittest import mock
from urllib.parse import quote, unquote, urlsplit

import botocore
from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth, SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials

from adapter import Skip, serve

# The host stands in the headers of every case; this one only makes a URL of the target.
ORIGIN = "https://signer.invalid"


def sign(case):
    options = case.get("options", {})
    in_query = options.get("location") == "query"
    is_s3 = options.get("uriEncoding") == "single"
    if options.get("sessionToken") == "addedAfterSigning":
        raise Skip("botocore signs every session token")
    if options.get("pathNormalization") == "off" and not is_s3:
        raise Skip("botocore normalises every path but those of S3")
    described = case["request"]
    body = base64.b64decode(described.get("body", ""))
    query = urlsplit(ORIGIN + described["target"]).query
    if in_query and body:
        raise Skip("botocore moves the body of a presigned request into its query")
    if needs_encoding(query) and not in_query:
        raise Skip("botocore takes the parameters of a URL as they are, without encoding them")

    request = AWSRequest(method=described["method"], url=ORIGIN + described["target"], data=body)
    for name, value in described["headers"]:
        request.headers.add_header(name, value)
    credentials = case["credentials"]
    kind = {
        (False, False): SigV4Auth,
        (False, True): SigV4QueryAuth,
        (True, False): S3SigV4Auth,
        (True, True): S3SigV4QueryAuth,
    }[is_s3, in_query]
    signer = kind(
        Credentials(credentials["accessKeyId"], credentials["secretAccessKey"], credentials.get("sessionToken")),
        case["service"],
        case["region"],
        **({"expires": options["expiresSeconds"]} if in_query else {}),
    )
    if options.get("payload") == "unsigned":
        request.context["payload_signing_enabled"] = False
        request.context["client_config"] = Config(s3={"payload_signing_enabled": False})
    elif options.get("contentSHA256Header") == "sent" and not in_query:
        # botocore sends the hash of a body when the caller has set it.
        request.headers["X-Amz-Content-SHA256"] = signer.payload(request)
    # botocore reads the time here, and takes it from nowhere else.
    moment = datetime.datetime.strptime(case["time"], "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
    with mock.patch("botocore.auth.get_current_datetime", lambda *_: moment):
        signer.add_auth(request)

    parts = urlsplit(request.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "") if in_query else described["target"]
    return {"target": target, "headers": [list(header) for header in request.headers.items()]}


def needs_encoding(query):
    """Whether a query is not in canonical form already, pair by pair."""
    for pair in query.split("&") if query else []:
        name, _, value = pair.partition("=")
        if any(quote(unquote(part), safe="-_.~") != part for part in (name, value)):
            return True
    return False


if __name__ == "__main__":
    serve("botocore", botocore.__version__, "Python", ["headers", "query"], sign)
