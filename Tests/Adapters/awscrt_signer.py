"""awscrt: the signer of AWS's common runtime in C, by its Python binding. It has a switch for every option."""

import base64
import datetime
import io
from importlib.metadata import version

from awscrt.auth import (
    AwsCredentialsProvider, AwsSignatureType, AwsSignedBodyHeaderType, AwsSignedBodyValue, AwsSigningConfig, aws_sign_request)
from awscrt.http import HttpHeaders, HttpRequest

from adapter import serve


def sign(case):
    options, described, keys = case.get("options", {}), case["request"], case["credentials"]
    in_query = options.get("location") == "query"
    body = base64.b64decode(described.get("body", ""))
    request = HttpRequest(
        described["method"], described["target"], HttpHeaders([tuple(header) for header in described["headers"]]),
        io.BytesIO(body) if body else None)
    moment = datetime.datetime.strptime(case["time"], "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
    sends_hash = options.get("contentSHA256Header") == "sent"
    config = AwsSigningConfig(
        signature_type=AwsSignatureType.HTTP_REQUEST_QUERY_PARAMS if in_query else AwsSignatureType.HTTP_REQUEST_HEADERS,
        credentials_provider=AwsCredentialsProvider.new_static(
            keys["accessKeyId"], keys["secretAccessKey"], keys.get("sessionToken")),
        region=case["region"], service=case["service"], date=moment,
        use_double_uri_encode=options.get("uriEncoding") != "single",
        should_normalize_uri_path=options.get("pathNormalization") != "off",
        signed_body_value=AwsSignedBodyValue.UNSIGNED_PAYLOAD if options.get("payload") == "unsigned" else None,
        signed_body_header_type=AwsSignedBodyHeaderType.X_AMZ_CONTENT_SHA_256 if sends_hash
        else AwsSignedBodyHeaderType.NONE,
        expiration_in_seconds=options.get("expiresSeconds"),
        omit_session_token=options.get("sessionToken") == "addedAfterSigning")
    signed = aws_sign_request(request, config).result(10)
    return {"target": signed.path, "headers": [list(header) for header in signed.headers]}


if __name__ == "__main__":
    serve("awscrt", version("awscrt"), "C", ["headers", "query"], sign)
