"""What each shape and member is for, in our own words; never AWS's."""

import json
import pathlib


class Words:
    """Reads `words.json`: families, in each of them shapes, in each of them members.

    The empty name holds the words for the shape itself, `=VALUE` the Swift name of an enumeration's value where the
    rule of `swift.py` gives none that is fit to use.
    """

    def __init__(self, path: pathlib.Path):
        self.families: dict[str, dict[str, dict[str, str]]] = json.loads(path.read_text())
        self.family_of = {shape: family for family, shapes in self.families.items() for shape in shapes}
        self.missing: list[str] = []
        self._used: set[tuple[str, str]] = set()

    def of(self, shape: str, member: str = "") -> str | None:
        """The words, without a full stop at their end; none is noted as missing."""
        found = self._find(shape, member)
        if found is None:
            self.missing.append(f"no words for {shape}.{member}" if member else f"no words for {shape}")
        return found

    def name(self, shape: str, value: str) -> str | None:
        return self._find(shape, "=" + value)

    def _find(self, shape: str, member: str) -> str | None:
        self._used.add((shape, member))
        return self.families.get(self.family_of.get(shape, ""), {}).get(shape, {}).get(member)

    def left_over(self) -> list[str]:
        """Words for what the model has no more."""
        return [
            f"words for {shape}{'.' + member if member else ''}, which the model has no more"
            for shapes in self.families.values()
            for shape, members in shapes.items()
            for member in members
            if (shape, member) not in self._used
        ]
