"""botocore as the oracle, at a fixed time.

botocore signs a request of its own shape, so a few cases need one of its rules replaced. Each replacement is a
class below that overrides that one method and nothing else, and each vector made with it carries its flag:

* `oracle-path-as-sent`     botocore always normalises the path of a service other than S3
* `oracle-query-reencoded`  botocore takes the pairs of a URL's query as they are, without encoding them
* `oracle-body-kept`        botocore moves the body of a presigned request into its query
* `oracle-token-after`      botocore always signs the token; here it signs without one and the token is added
* `oracle-claim-signed`     botocore derives scope, date and list of headers itself; here they are what the request says
"""

import datetime
from dataclasses import dataclass
from hashlib import sha256
from unittest import mock
from urllib.parse import quote, unquote, urlsplit

import botocore.auth
import botocore.credentials
from botocore.awsrequest import AWSRequest
from botocore.config import Config

from generator.model import Credentials, Options, Request, Scope

PATH_AS_SENT = "oracle-path-as-sent"
QUERY_REENCODED = "oracle-query-reencoded"
BODY_KEPT = "oracle-body-kept"
TOKEN_AFTER = "oracle-token-after"
CLAIM_SIGNED = "oracle-claim-signed"

# The host stands in the headers of every vector; this one only makes a URL of the target.
ORIGIN = "https://oracle.invalid"


@dataclass(frozen=True)
class Expected:
    canonical_request: str
    string_to_sign: str
    signature: str
    # The request to send: the header fields that signing added, and the target.
    added_headers: tuple[tuple[str, str], ...]
    target: str

    @property
    def authorization(self) -> str | None:
        return dict(self.added_headers).get("Authorization")

    def apply(self, request: Request) -> Request:
        return Request(request.method, self.target, request.headers + self.added_headers, request.body)


class _Recording:
    """Changes no rule: keeps the stages that `add_auth` goes through."""

    def canonical_request(self, request):
        self.recorded_canonical_request = super().canonical_request(request)
        return self.recorded_canonical_request

    def string_to_sign(self, request, canonical_request):
        self.recorded_string_to_sign = super().string_to_sign(request, canonical_request)
        return self.recorded_string_to_sign

    def signature(self, string_to_sign, request):
        self.recorded_signature = super().signature(string_to_sign, request)
        return self.recorded_signature


class _PathAsSent:
    """Encodes the path once more, like its parent, but leaves dot segments and double slashes."""

    def _normalize_url_path(self, path):
        return quote(path, safe="/~")


class _QueryReencoded:
    """Decodes the pairs of the URL's query and hands them to botocore's own rule for parameters."""

    def _canonical_query_string_url(self, parts):
        pairs = []
        for pair in parts.query.split("&"):
            name, _, value = pair.partition("=")
            pairs.append((unquote(name), unquote(value)))
        return self._canonical_query_string_params(pairs)


class _BodyKept:
    """Hashes a body that botocore never sees as parameters."""

    kept_body = b""

    def payload(self, request):
        return sha256(self.kept_body).hexdigest()


def sign(request: Request, credentials: Credentials, time: str, scope: Scope, options: Options = Options(),
         flags: tuple[str, ...] = ()) -> Expected:
    """Sign with botocore and return every stage."""
    token = None if options.session_token == "addedAfterSigning" else credentials.token
    if (token != credentials.token) != (TOKEN_AFTER in flags):
        raise ValueError(f"{TOKEN_AFTER} must be flagged exactly when the token is added after signing")
    signer = _signer_class(options, flags)(
        botocore.credentials.Credentials(credentials.access_key, credentials.secret_key, token),
        scope.service,
        scope.region,
        **({"expires": options.expires_seconds} if options.location == "query" else {}),
    )
    aws_request = _aws_request(request, with_body=BODY_KEPT not in flags)
    if BODY_KEPT in flags:
        signer.kept_body = request.body.content()
    if options.payload == "unsigned":
        aws_request.context["payload_signing_enabled"] = False
        aws_request.context["client_config"] = Config(s3={"payload_signing_enabled": False})
    elif options.content_sha256_header == "sent":
        # botocore takes the hash from this header when the caller has set it.
        aws_request.headers["X-Amz-Content-SHA256"] = signer.payload(aws_request)

    with mock.patch("botocore.auth.get_current_datetime", lambda *_: _moment(time)):
        signer.add_auth(aws_request)

    target = _target(aws_request.url) if options.location == "query" else request.target
    added = tuple(header for header in aws_request.headers.items() if header not in request.headers)
    if TOKEN_AFTER in flags:
        if options.location == "query":
            target += "&X-Amz-Security-Token=" + quote(credentials.token, safe="-_.~")
        else:
            added += (("X-Amz-Security-Token", credentials.token),)
    return Expected(
        signer.recorded_canonical_request,
        signer.recorded_string_to_sign,
        signer.recorded_signature,
        added,
        target,
    )


def server_stages(request: Request, signed_headers: list[str], time: str, scope: Scope,
                  flags: tuple[str, ...] = ()) -> tuple[str, str]:
    """The canonical request and string to sign of a received request, over the headers its signature names."""

    class OnlyNamed(_signer_class(Options(), flags)):
        def headers_to_sign(self, aws_request):
            every = super().headers_to_sign(aws_request)
            for name in set(every.keys()) - set(signed_headers):
                del every[name]
            return every

    signer = OnlyNamed(botocore.credentials.Credentials("-", "-"), scope.service, scope.region)
    aws_request = _aws_request(request)
    aws_request.context["timestamp"] = time
    canonical_request = signer.canonical_request(aws_request)
    return canonical_request, signer.string_to_sign(aws_request, canonical_request)


class _ScopeClaimed:
    """The scope in the string to sign and in the key is the claimed one, whatever stands in it."""

    claimed_scope = ""

    def credential_scope(self, request):
        return self.claimed_scope

    def signature(self, string_to_sign, request):
        key = f"AWS4{self.credentials.secret_key}".encode()
        for part in self.claimed_scope.split("/"):
            key = self._sign(key, part)
        return self._sign(key, string_to_sign, hex=True)


def claim_signature(request: Request, signed_headers: list[str], time: str, scope: str,
                    credentials: Credentials = Credentials()) -> str:
    """The signature of a request for what it claims of itself: these headers, this time, this scope of four parts.

    So a request that breaks a rule has a signature that is right in itself, and only the rule refuses it.
    """

    class OnlyNamed(_ScopeClaimed, botocore.auth.SigV4Auth):
        claimed_scope = scope

        def headers_to_sign(self, aws_request):
            every = super().headers_to_sign(aws_request)
            for name in set(every.keys()) - set(signed_headers):
                del every[name]
            return every

    signer = OnlyNamed(botocore.credentials.Credentials(credentials.access_key, credentials.secret_key), "-", "-")
    aws_request = _aws_request(request)
    aws_request.context["timestamp"] = time
    return signer.signature(signer.string_to_sign(aws_request, signer.canonical_request(aws_request)), aws_request)


def signature_with_key_of(key_time: str, string_to_sign: str, credentials: Credentials, scope: Scope) -> str:
    """The signature of a string to sign under a signing key derived for another day, as a stale cache gives it."""
    signer = botocore.auth.SigV4Auth(
        botocore.credentials.Credentials(credentials.access_key, credentials.secret_key), scope.service, scope.region)
    aws_request = AWSRequest()
    aws_request.context["timestamp"] = key_time
    return signer.signature(string_to_sign, aws_request)


def _signer_class(options: Options, flags: tuple[str, ...]):
    in_query = options.location == "query"
    if options.uri_encoding == "single":
        base = botocore.auth.S3SigV4QueryAuth if in_query else botocore.auth.S3SigV4Auth
    else:
        base = botocore.auth.SigV4QueryAuth if in_query else botocore.auth.SigV4Auth
    # S3's classes leave the path alone by themselves.
    path_as_sent = options.path_normalization == "off" and options.uri_encoding == "double"
    if path_as_sent != (PATH_AS_SENT in flags):
        raise ValueError(f"{PATH_AS_SENT} must be flagged exactly when normalisation is off and encoding is double")
    replaced = {_PathAsSent: path_as_sent, _QueryReencoded: QUERY_REENCODED in flags, _BodyKept: BODY_KEPT in flags}
    return type("Oracle", (_Recording, *(mixin for mixin, used in replaced.items() if used), base), {})


def _aws_request(request: Request, with_body: bool = True) -> AWSRequest:
    content = request.body.content() if request.body and with_body else b""
    aws_request = AWSRequest(method=request.method, url=ORIGIN + request.target, data=content)
    for name, value in request.headers:
        # Not `headers[name] = value`: repeated fields must stay repeated.
        aws_request.headers.add_header(name, value)
    return aws_request


def _moment(time: str) -> datetime.datetime:
    return datetime.datetime.strptime(time, "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)


def _target(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
