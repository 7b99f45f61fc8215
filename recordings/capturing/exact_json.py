"""JSON without loss: numbers keep their spelling, members their order; laid out as Recordings writes it."""

import json
from dataclasses import dataclass

WIDTH = 100
INDENT = 2


@dataclass(frozen=True)
class Number:
    """A number as it was spelt."""

    literal: str


def read(text: str | bytes):
    return json.loads(
        text, parse_int=Number, parse_float=Number, parse_constant=_refuse_constant, object_pairs_hook=_members
    )


def compact(value) -> str:
    """One line without white space, as services send it."""
    return _one_line(value, ",", ":")


def fitted(value) -> str:
    """What fits on a line stands on one; all else has one element a line."""
    parts: list[str] = []
    _write(value, 0, 0, parts)
    return "".join(parts)


def plain(value):
    """Python's own numbers instead of spelt ones."""
    match value:
        case Number():
            return int(value.literal) if value.literal.lstrip("-").isdigit() else float(value.literal)
        case dict():
            return {name: plain(member) for name, member in value.items()}
        case list() | tuple():
            return [plain(element) for element in value]
    return value


def _write(value, depth: int, column: int, parts: list[str]) -> None:
    line = _one_line(value, ", ", ": ")
    # One byte more for the comma that may follow.
    if not isinstance(value, dict | list | tuple) or not value or len(line.encode()) <= WIDTH - column - 1:
        parts.append(line)
        return
    margin = "\n" + " " * (INDENT * (depth + 1))
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    parts.append(opening)
    for place, element in enumerate(value):
        name = f"{_string(element)}: " if isinstance(value, dict) else ""
        parts.append(("," if place else "") + margin + name)
        content = value[element] if isinstance(value, dict) else element
        _write(content, depth + 1, INDENT * (depth + 1) + len(name.encode()), parts)
    parts.append("\n" + " " * (INDENT * depth) + closing)


def _one_line(value, comma: str, colon: str) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case Number():
            return value.literal
        case int() | float():
            return repr(value)
        case str():
            return _string(value)
        case dict():
            members = (_string(name) + colon + _one_line(member, comma, colon) for name, member in value.items())
            return "{" + comma.join(members) + "}"
        case list() | tuple():
            return "[" + comma.join(_one_line(element, comma, colon) for element in value) + "]"
    raise TypeError(f"{value!r} is no JSON")


def _string(text: str) -> str:
    # Python escapes U+007F no more than the format's writer does, and both write the rest of Unicode as it is.
    return json.dumps(text, ensure_ascii=False)


def _members(pairs: list[tuple[str, object]]) -> dict:
    names = [name for name, _ in pairs]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"member names given twice: {', '.join(twice)}")
    return dict(pairs)


def _refuse_constant(word: str):
    raise ValueError(f"{word} is no JSON number")
