"""botocore's service model of bedrock-runtime: what the operations of this project can reach in it."""

import gzip
import importlib.metadata
import importlib.util
import json
import pathlib

SERVICE = "bedrock-runtime"
API_VERSION = "2023-09-30"

# The operations whose shapes are made; add one here to have its shapes too.
OPERATIONS = ["Converse", "ConverseStream", "CountTokens"]

# Shapes of the stream that are the plain operation's with a member more: one type in Swift serves both.
SAME_TYPE = {"ConverseStreamRequest": "ConverseRequest", "GuardrailStreamConfiguration": "GuardrailConfiguration"}


class Unusable(Exception):
    """The model is not there, or holds what this generator does not know."""


def of_botocore(version: str) -> dict:
    install = f"python3 -m pip install --no-deps --target .build-model botocore=={version}, and PYTHONPATH=.build-model"
    spec = importlib.util.find_spec("botocore")
    if spec is None or spec.origin is None:
        raise Unusable(f"expected botocore {version}, found none: {install}")
    found = importlib.metadata.version("botocore")
    if found != version:
        raise Unusable(f"expected botocore {version}, found {found}: {install}")
    return read(pathlib.Path(spec.origin).parent / "data" / SERVICE / API_VERSION / "service-2.json.gz")


def read(path: pathlib.Path) -> dict:
    data = path.read_bytes()
    return json.loads(gzip.decompress(data) if path.suffix == ".gz" else data)


class Reached:
    """The shapes that the operations reach, in the order in which they are first met."""

    def __init__(self, source: dict):
        self.source = source["shapes"]
        self.shapes: dict[str, dict] = {}
        # The shape in which each one was first met; none for the operations' own.
        self.met_in: dict[str, str | None] = {}
        self.operations = {}
        for name in OPERATIONS:
            operation = source["operations"][name]
            self.operations[name] = operation
            for side in ("input", "output"):
                self._visit(operation[side]["shape"], None)

    def _visit(self, name: str, parent: str | None) -> None:
        if name in self.shapes:
            return
        shape = self.source[name]
        self.shapes[name] = shape
        self.met_in[name] = parent
        for child in children(shape):
            self._visit(child, name)

    def types(self) -> dict[str, dict]:
        """The shapes that become types in Swift: structures, unions and enumerations, without what serves twice."""
        outputs_of_streams = {
            operation["output"]["shape"]
            for operation in self.operations.values()
            if any(is_union(self.source[c]) for c in children(self.source[operation["output"]["shape"]]))
            and "payload" in self.source[operation["output"]["shape"]]
        }
        types = {}
        for name, shape in self.shapes.items():
            if name in SAME_TYPE or name in outputs_of_streams or shape.get("document"):
                continue
            if shape["type"] == "structure" or "enum" in shape:
                types[name] = self._joined(name, shape)
        return types

    def _joined(self, name: str, shape: dict) -> dict:
        """The shape with the members that only the stream's form of it has, less those that stand in the path."""
        if shape["type"] != "structure":
            return shape
        members = dict(body_members(shape))
        for other, target in SAME_TYPE.items():
            if target == name and other in self.shapes:
                for member, reference in body_members(self.source[other]).items():
                    members.setdefault(member, reference)
        return {**shape, "members": members}


def children(shape: dict) -> list[str]:
    match shape["type"]:
        case "structure":
            return [reference["shape"] for reference in shape["members"].values()]
        case "list":
            return [shape["member"]["shape"]]
        case "map":
            return [shape["key"]["shape"], shape["value"]["shape"]]
        case _:
            return []


def is_union(shape: dict) -> bool:
    return bool(shape.get("union") or shape.get("eventstream"))


def body_members(shape: dict) -> dict[str, dict]:
    """The members that stand in the body: not those that stand in path, query or headers."""
    return {name: reference for name, reference in shape["members"].items() if "location" not in reference}
