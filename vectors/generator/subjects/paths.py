"""The canonical path: dot segments, slashes, encoding, with and without normalisation, twice and once."""

from generator.model import Group, Options, Request, Scope, SigningVector, get
from generator.oracle import PATH_AS_SENT

NAME = "paths"

HOST = "example.amazonaws.com"
AS_SENT = Options(path_normalization="off")
S3 = Options(uri_encoding="single", path_normalization="off", content_sha256_header="sent")
S3_HOST = "example-bucket.s3.us-west-2.amazonaws.com"


def groups() -> list[Group]:
    return [
        Group("normalised", "signing", tuple(normalised())),
        Group("as sent", "signing", tuple(as_sent())),
        Group("encoding", "signing", tuple(encoded())),
        Group("encoded once, as S3 does", "signing", tuple(encoded_once())),
    ]


def normalised():
    cases = {
        "root": ("/", "The shortest request there is."),
        "dot": ("/a/./b", "A dot segment disappears."),
        "dot-only": ("/./", "Nothing but a dot segment is the root."),
        "dot-dot": ("/a/b/../c", "Two dots take the segment before them away."),
        "dot-dot-at-end": ("/a/b/..", "Two dots at the end leave no slash behind."),
        "dot-dot-to-root": ("/a/..", "Nothing left is the root, not an empty path."),
        "dot-dot-beyond-root": ("/../../a", "There is nothing above the root."),
        "double-slash": ("//a//b", "Slashes in a row become one."),
        "double-slash-at-end": ("/a//", "The slash at the end stays, once."),
        "three-dots": ("/a/.../b", "Three dots are a name like any other."),
        "encoded-dots": ("/a/%2E%2E/b", "Encoded dots are no dot segment: the path is not decoded first."),
        "encoded-slash": ("/a%2F%2Fb", "Encoded slashes are no separators."),
    }
    for name, (target, comment) in cases.items():
        yield SigningVector(f"path-normalised-{name}", comment, ("path-normalised",), get(target, host=HOST))


def as_sent():
    cases = {
        "dot": ("/a/./b", "Without normalisation a dot segment is signed as it is."),
        "dot-dot": ("/a/b/../c", "Two dots are signed as they are."),
        "double-slash": ("//a//b", "Slashes in a row stay in a row."),
        "double-slash-at-end": ("/a//", "Two slashes at the end stay two."),
        "escape": ("/a/./b%20c", "The path is still encoded once more."),
    }
    for name, (target, comment) in cases.items():
        yield SigningVector(
            f"path-as-sent-{name}", comment, ("path-as-sent", PATH_AS_SENT), get(target, host=HOST), options=AS_SENT)


def encoded():
    cases = {
        "unreserved": ("/-._~0189AZaz", "Unreserved characters are never encoded."),
        "reserved": ("/!$&'()*+,;=:@", "Everything else is, also what an encoder for URIs leaves alone."),
        "space-raw": ("/two words", "A raw space on the wire, which only a lenient server lets pass, is %20."),
        "space-escaped": ("/two%20words", "A space sent as %20 is %2520."),
        "plus": ("/one+two", "A plus sign in a path is a plus sign, not a space."),
        "percent-escaped": ("/100%25", "A percent sign sent as %25 is %2525."),
        "utf8-raw": ("/größe/模型", "Raw UTF-8 on the wire is encoded byte by byte."),
        "utf8-escaped": ("/gr%C3%B6%C3%9Fe", "UTF-8 sent as escapes is encoded once more."),
        "utf8-four-bytes": ("/🦉", "A character outside the basic plane is four bytes, not two surrogates."),
        "utf8-decomposed": ("/cafe\u0301", "A decomposed accent stays decomposed: no Unicode normalisation."),
        "latin1-escape": ("/caf%E9", "An escape that is no UTF-8 is signed by its characters."),
        "backslash": ("/a\\b|c^d", "Characters that no URI holds are encoded too."),
        "tilde-escaped": ("/%7Euser", "An escaped tilde stays escaped, then is encoded once more."),
    }
    for name, (target, comment) in cases.items():
        yield SigningVector(f"path-{name}", comment, ("path-encoding",), get(target, host=HOST))


def encoded_once():
    cases = {
        "plain": ("/photos/owl.jpg", "A key without reserved characters."),
        "colon": ("/logs/2026-01-02T03%3A04", "A key's %3A stays %3A."),
        "space": ("/two%20words", "A key's %20 stays %20."),
        "slash-in-key": ("/a%2Fb", "An encoded slash in a key stays encoded."),
        "double-slash": ("//a//b", "S3 never normalises: the empty segments belong to the key."),
        "dot-dot": ("/a/../b", "S3 never normalises: the dots belong to the key."),
        "utf8": ("/%E6%A8%A1%E5%9E%8B", "Escaped UTF-8 stays as it is."),
    }
    for name, (target, comment) in cases.items():
        yield SigningVector(
            f"path-once-{name}", comment, ("path-once",),
            Request("GET", target, (("Host", S3_HOST),)), scope=Scope("us-west-2", "s3"), options=S3)
