"""The table of shapes and constraints: one string literal, which the program parses when it first needs it."""

from .model import Reached, is_union

HEADER = '''// Made by Sources/ServiceModel/generate.py. To change it, change the pinned botocore and run that program.

/// Operations and shapes of bedrock-runtime, one a line; the members of a structure or a union follow it, indented.
///
/// `!` marks a required member, `sensitive` what must not be shown, `in=uri` a member that stands in the path. A
/// pattern ends its line.
///
/// Source: botocore's service model of bedrock-runtime, 2023-09-30.
let bedrockRuntimeTable = #"""
'''


def text(reached: Reached) -> str:
    lines = [_operation(name, operation) for name, operation in reached.operations.items()]
    for name in sorted(reached.shapes):
        lines += _shape(name, reached.shapes[name])
    body = "\n".join("    " + line for line in lines)
    if '"""#' in body or "\\#" in body:
        raise ValueError("the model holds what ends a string literal")
    return HEADER + body + '\n    """#\n'


def _operation(name: str, operation: dict) -> str:
    http = operation["http"]
    sides = f"{operation['input']['shape']} {operation['output']['shape']}"
    return f"operation {name} {http['method']} {http['requestUri']} {sides}"


def _shape(name: str, shape: dict) -> list[str]:
    kind = shape["type"]
    if shape.get("document"):
        return [f"document {name}"]
    if kind == "structure":
        head = ("union " if is_union(shape) else "structure ") + name + _sensitive(shape)
        return [head] + [_member(member, shape) for member in shape["members"]]
    if kind == "list":
        return [f"list {name} {shape['member']['shape']}{_constraints(shape)}"]
    if kind == "map":
        return [f"map {name} {shape['key']['shape']} {shape['value']['shape']}{_constraints(shape)}"]
    if "enum" in shape:
        return [f"enum {name}{_sensitive(shape)} {' '.join(shape['enum'])}"]
    return [f"{kind} {name}{_constraints(shape)}"]


def _member(name: str, shape: dict) -> str:
    reference = shape["members"][name]
    required = "!" if name in shape.get("required", []) else ""
    place = f" in={reference['location']}" if "location" in reference else ""
    return f" {name}{required} {reference['shape']}{place}"


def _constraints(shape: dict) -> str:
    parts = [f" {key}={shape[key]}" for key in ("min", "max") if key in shape]
    pattern = f" pattern={shape['pattern']}" if "pattern" in shape else ""
    return _sensitive(shape) + "".join(parts) + pattern


def _sensitive(shape: dict) -> str:
    return " sensitive" if shape.get("sensitive") else ""
