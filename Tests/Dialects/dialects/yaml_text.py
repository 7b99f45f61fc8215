"""Enough of YAML to write cassettes: mappings, lists, quoted strings and base64 blocks."""

import base64
import re
from dataclasses import dataclass

INDENT = "  "


@dataclass(frozen=True)
class Binary:
    data: bytes
    tag: str = "!!binary"
    style: str = "|"


@dataclass(frozen=True)
class Plain:
    """A word that needs no quotes."""

    word: str


def document(value, start: str = "") -> str:
    return start + _block(value, 0)


def _block(value, depth: int) -> str:
    margin = INDENT * depth
    if isinstance(value, dict):
        return "".join(f"{margin}{_key(name)}:{_after(member, depth)}" for name, member in value.items())
    lines = []
    for element in value:
        if isinstance(element, dict | list) and element:
            lines.append(f"{margin}- " + _block(element, depth + 1).lstrip(" "))
        else:
            lines.append(f"{margin}-{_after(element, depth)}")
    return "".join(lines)


def _after(value, depth: int) -> str:
    match value:
        case dict() if value:
            return "\n" + _block(value, depth + 1)
        case list() if value:
            return "\n" + _block(value, depth)
        case dict():
            return " {}\n"
        case list():
            return " []\n"
        case Binary(data, tag, style):
            text = base64.b64encode(data).decode()
            margin = INDENT * (depth + 1)
            rows = "".join(f"{margin}{text[start : start + 60]}\n" for start in range(0, len(text), 60))
            return f" {tag} {style}\n{rows}"
        case Plain(word):
            return f" {word}\n"
        case None:
            return " null\n"
        case bool():
            return " true\n" if value else " false\n"
        case int():
            return f" {value}\n"
        case str():
            return f" {_quoted(value)}\n"
    raise TypeError(f"{value!r} is not written")


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_-]*", name) else _quoted(name)


def _quoted(text: str) -> str:
    """In double quotes; what YAML does not take as it is, and what readers may take for a line break, is escaped."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    code = ord(character)
    if character in '"\\':
        return "\\" + character
    if character == "\n":
        return "\\n"
    if code < 0x20 or 0x7F <= code < 0xA0:
        return f"\\x{code:02X}"
    if code in (0x2028, 0x2029, 0xFEFF) or 0xD800 <= code < 0xE000 or 0xFFFE <= code < 0x10000:
        return f"\\u{code:04X}"
    return character
