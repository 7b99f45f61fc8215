"""What the modules of refusals share: a request that is right before something is done to it."""

from generator.model import VerificationVector
from generator.subjects.accepted import PING, signed

SIGNED = signed(PING)
AUTHORIZATION = SIGNED.header("Authorization")
SIGNATURE = AUTHORIZATION.partition("Signature=")[2]


def refuse(identifier, refusal, comment, request, flags=(), **more):
    flags = (f"reason-{refusal}", *flags)
    return VerificationVector(f"refused-{identifier}", comment, flags, request, refusal, **more)


def mismatch(identifier, comment, request, flags=(), **more):
    """Refused only because the signature is another one; the server's own stages are expected too."""
    more.setdefault("expects_stages", True)
    return refuse(identifier, "mismatch", comment, request, flags, **more)


def authorized(value: str):
    return SIGNED.replacing_header("Authorization", value)
