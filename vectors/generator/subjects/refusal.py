"""What the modules of refusals share: a request that is right before something is done to it."""

from dataclasses import replace

from generator import oracle
from generator.model import ACCESS_KEY, Request, VerificationVector
from generator.oracle import CLAIM_SIGNED
from generator.subjects.accepted import PING, signed

SIGNED = signed(PING)
AUTHORIZATION = SIGNED.header("Authorization")
SIGNATURE = AUTHORIZATION.partition("Signature=")[2]
SCOPE = "20260102/us-east-1/bedrock/aws4_request"


def refuse(identifier, refusal, comment, request, flags=(), **more):
    flags = (f"reason-{refusal}", *flags)
    return VerificationVector(f"refused-{identifier}", comment, flags, request, refusal, **more)


def mismatch(identifier, comment, request, flags=(), **more):
    """Refused only because the signature is another one; the server's own stages are expected too."""
    more.setdefault("expects_stages", True)
    return refuse(identifier, "mismatch", comment, request, flags, **more)


def authorized(value: str):
    return SIGNED.replacing_header("Authorization", value)


def claimed(request: Request, *, scope: str = SCOPE, names: str = "content-type;host;x-amz-date") -> Request:
    """The request, not signed yet but with its X-Amz-Date, with a signature that is right for what it claims."""
    signature = oracle.claim_signature(request, names.split(";"), request.header("X-Amz-Date"), scope)
    return request.with_header(
        "Authorization",
        f"AWS4-HMAC-SHA256 Credential={ACCESS_KEY}/{scope}, SignedHeaders={names}, Signature={signature}")


def claimed_in_query(request: Request, time: str, *, scope: str = SCOPE, names: str = "host") -> Request:
    """A presigned request, whole but for its signature, with one that is right for what it claims."""
    signature = oracle.claim_signature(request, names.split(";"), time, scope)
    return replace(request, target=f"{request.target}&X-Amz-Signature={signature}")


def refuse_claim(identifier, refusal, comment, request, flags=(), **more):
    return refuse(identifier, refusal, comment, request, (*flags, CLAIM_SIGNED), **more)
