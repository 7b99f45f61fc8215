"""The constraints of a shape, in words."""

# A pattern that is longer would not fit into a line; the table has it.
LONGEST_PATTERN = 72


def sentence(name: str, shape: dict) -> str | None:
    """What a value must satisfy beyond its type, or none."""
    parts = [part for part in (_bounds(shape), _pattern(name, shape)) if part]
    if not parts:
        return None
    text = ", ".join(parts)
    return text[0].upper() + text[1:] + "."


def _bounds(shape: dict) -> str | None:
    low, high = shape.get("min"), shape.get("max")
    if shape["type"] in ("string", "blob", "list", "map") and low == 0:
        low = None
    if low is None and high is None:
        return None
    unit = {"string": "character", "blob": "byte", "list": "item", "map": "entry"}.get(shape["type"])
    if unit is None:
        return _range(low, high)
    if low is None:
        return f"at most {_count(high, unit)}"
    if high is None:
        return f"at least {_count(low, unit)}"
    return f"{low} to {_count(high, unit)}"


def _range(low, high) -> str:
    if low is None:
        return f"at most {high}"
    return f"at least {low}" if high is None else f"from {low} to {high}"


def _count(number: int, unit: str) -> str:
    plural = "entries" if unit == "entry" else unit + "s"
    return f"{number:,} {unit if number == 1 else plural}"


def _pattern(name: str, shape: dict) -> str | None:
    pattern = shape.get("pattern")
    if pattern is None or pattern in (r"[\s\S]*", ".*"):
        return None
    if len(pattern) > LONGEST_PATTERN or "`" in pattern:
        return f"in the pattern of `{name}`"
    return f"in the pattern `{pattern}`"
