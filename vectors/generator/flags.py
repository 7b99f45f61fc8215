"""The notes of the flags: why a vector exists, and which mistake of a signer or verifier it catches."""

_NOTES = {
    "published": "A signature that was published before these vectors; the oracle must still give it.",
    "path-colon": "A colon in a model id. Signers that encode the path once too often or too seldom fail here: "
    "the canonical path is the path on the wire, encoded once more.",
    "path-arn": "An ARN as model id. Its slash must stay %2F inside one segment; libraries that decode or split "
    "it sign another path than they send.",
    "profile-prefix": "The prefixes of inference profiles. Nothing in signing may depend on them.",
    "path-encoding": "Encoding of the path, byte by byte. Encoders made for URIs leave reserved characters alone, "
    "write small digits, or decode what they find.",
    "path-prefix": "Slashes and prefixes around a path, as gateways and base URLs bring them: what is sent is signed.",
    "path-normalised": "Dot segments and double slashes are resolved in the canonical path of every service but S3.",
    "path-as-sent": "With normalisation off nothing is resolved.",
    "path-once": "S3's rules: the path is not encoded once more and never normalised.",
    "query-order": "Parameters are sorted by encoded name, then by encoded value. Sorting whole pairs, decoded text "
    "or by locale gives another order.",
    "query-empty": "Names without a value. Signers that drop them, or drop their equals sign, fail here.",
    "query-encoding": "Encoding of the query: each byte once, spaces as %20, plus signs as %2B.",
    "control-plane": "Calls of Bedrock's control plane: GETs with queries and ids in paths.",
    "header-value": "How a header value is written: trimmed, white space collapsed, otherwise untouched.",
    "header-repeated": "Fields of one name are joined with a bare comma in the order sent; maps of headers lose them.",
    "header-name": "Names are written in small letters and sorted by bytes, not by line and not by locale.",
    "header-not-signed": "Headers that change on the way must not be signed, or proxies break the signature.",
    "header-client": "Headers that real clients send.",
    "host": "Host is signed as it is sent. Ports that are added or dropped on one side only break the signature.",
    "body-json": "JSON bodies are bytes. Signers that parse, normalise or re-encode them hash something else.",
    "body-empty": "No body and an empty body both sign the hash of nothing.",
    "body-other": "Bodies that are no JSON.",
    "body-length": "Lengths around the borders of SHA-256's blocks, and a long one.",
    "body-hash-sent": "x-amz-content-sha256 is sent, so it is signed too.",
    "body-unsigned": "UNSIGNED-PAYLOAD instead of a hash.",
    "token": "Session tokens of temporary credentials: sent, signed, encoded in a query, checked by the verifier.",
    "region": "Region and host of several partitions; the scope takes the region, never the host.",
    "service": "The signing name, which need not be the host's name.",
    "time": "Moments at which dates change. The scope has the day in UTC.",
    "key": "The secret: HMAC treats keys longer than a block otherwise, and nothing may be trimmed.",
    "presigned": "The signature in the query. Its parameters are signed with the request's own, all but the signature.",
    "accepted": "A verifier that is stricter than the service refuses requests that work.",
    "window": "The window of five minutes, and the lifetime of presigned requests, to the second.",
    "changed-in-transit": "Changes on the way that a signature allows.",
    "authorization-spelling": "Spellings of one meaning that a verifier must read.",
    "precedence": "Two faults at once: the reason is the one that the service names first.",
    "reason-missing-authorization": "There is no signature.",
    "reason-malformed": "There is something, but it cannot be read as a signature.",
    "reason-unknown-access-key": "Nobody has this key id.",
    "reason-token-missing": "A temporary key came without its token.",
    "reason-token-mismatch": "The token is not the key's.",
    "reason-token-not-expected": "A long-lived key came with a token.",
    "reason-token-expired": "The token has ended.",
    "reason-scope-date": "The scope has another day than the signed time.",
    "reason-scope-region": "The scope names another region.",
    "reason-scope-service": "The scope names another service.",
    "reason-scope-terminator": "The scope does not end in aws4_request.",
    "reason-expired": "Signed too long ago.",
    "reason-not-yet-current": "Signed in the future.",
    "reason-presign-expired": "The lifetime of a presigned request is over.",
    "reason-host-not-signed": "A signature that does not cover Host can be sent to any host.",
    "reason-missing-signed-header": "A header that was signed did not arrive.",
    "reason-mismatch": "Everything can be read, but the signature is not the one the service makes.",
    "oracle-path-as-sent": "Made with one rule of botocore replaced: the path is encoded but not normalised. "
    "botocore has no switch for it.",
    "oracle-query-reencoded": "Made with one rule of botocore replaced: the query's pairs are decoded and then go "
    "through botocore's own rule for parameters, because its rule for URLs takes them as they are.",
    "oracle-body-kept": "Made with one rule of botocore replaced: the body is hashed and stays a body. botocore moves "
    "the body of a presigned request into its query.",
    "oracle-claim-signed": "Made with rules of botocore replaced: scope, time and list of signed headers are those that the "
    "request claims, so that its signature is right in itself and only the rule refuses it.",
    "oracle-token-after": "Made with botocore without a token, which is added afterwards. botocore has no switch "
    "for it.",
}


def note(flag: str) -> str:
    return _NOTES[flag]


def unused(used: set[str]) -> set[str]:
    return set(_NOTES) - used
