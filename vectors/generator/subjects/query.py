"""The canonical query: order, empty values, encoding."""

from generator.model import Group, SigningVector, get
from generator.oracle import QUERY_REENCODED

NAME = "query"

HOST = "example.amazonaws.com"
UNRESERVED = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def groups() -> list[Group]:
    return [
        Group("order", "signing", tuple(vectors("order", "query-order", ORDER))),
        Group("empty values", "signing", tuple(vectors("empty", "query-empty", EMPTY))),
        Group("encoded by the client", "signing", tuple(vectors("encoded", "query-encoding", ENCODED))),
        Group("sent raw", "signing", tuple(vectors("raw", "query-encoding", RAW, QUERY_REENCODED))),
    ]


def vectors(group, flag, cases, *more_flags):
    for name, (query, comment) in cases.items():
        yield SigningVector(f"query-{group}-{name}", comment, (flag, *more_flags), get(f"/?{query}", host=HOST))


ORDER = {
    "by-name": ("b=1&a=2", "Parameters are sorted by name."),
    "by-value": ("a=2&a=1&a=10", "Parameters of one name are sorted by value, as text."),
    "case": ("b=1&B=2&a=3&A=4", "Bytes decide: capital letters come before small ones."),
    "name-before-value": ("Param-3=3&Param=2", "The shorter name comes first, although '=' sorts after '-'."),
    "encoded-name": ("a=1&%E1%88%B4=2&Z=3", "The encoded form decides: '%' comes before letters and digits."),
    "encoded-value": ("a=%2F&a=%20&a=0", "Values are compared in their encoded form."),
    "same-twice": ("a=1&a=1", "The same pair twice stays twice."),
    "digits": ("a10=x&a2=y&a1=z", "Names are compared as text, not by number."),
}

EMPTY = {
    "no-equals-sign": ("a", "A name without '=' gets one."),
    "no-value": ("a=", "A name with an empty value keeps its '='."),
    "both-forms": ("b&a=&a", "Both spellings of an empty value are the same pair."),
    "no-name": ("=1", "A value without a name is signed as it is."),
    "question-mark-only": ("", "A question mark and nothing after it is an empty query."),
    "among-others": ("z&a=1&m=", "An empty value takes part in the order like any other."),
}

ENCODED = {
    "unreserved": (f"{UNRESERVED}={UNRESERVED}", "Unreserved characters are never encoded."),
    "space": ("a=two%20words", "A space sent as %20 stays %20, never '+'."),
    "plus": ("a=1%2B1", "A plus sign sent as %2B stays so."),
    "percent": ("a=100%25", "A percent sign sent as %25 is not encoded twice: only the path is."),
    "slash-and-colon": ("a=https%3A%2F%2Fexample.com%2F", "An address as a value."),
    "equals-sign": ("a=YWJj%3D%3D", "Padding of base64 in a value."),
    "utf8": ("%E6%A8%A1=%E5%9E%8B", "UTF-8 in name and value."),
    "ampersand": ("a=b%26c", "An encoded '&' does not split the value."),
}

RAW = {
    "utf8": ("größe=模型", "Raw UTF-8 is encoded."),
    "plus": ("a=1+1", "A raw plus sign is a plus sign: %2B, not a space."),
    "plus-in-name": ("c+d", "The same holds for a name."),
    "slash-and-colon": ("a=b/c:d", "Characters that a query may hold raw are encoded all the same."),
    "equals-sign": ("a=b=c", "Only the first '=' separates; the second belongs to the value."),
    "reserved": ("a=!'()*$,;@?", "What an encoder for URIs leaves alone is encoded."),
    "lower-case-escape": ("a=%e6%a8%a1%3a", "Lower-case digits of an escape are written in capitals."),
    "unreserved-escaped": ("%7Euser=%41", "An escape of an unreserved character is undone."),
    "space": ("a=two words", "A raw space, which only a lenient server lets pass."),
}
