"""The typed shapes in Swift, a file for each family."""

import re

from .constraints import sentence
from .model import SAME_TYPE, Reached, is_union
from .words import Words

WIDTH = 120
HEADER = """// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.
"""

SCALARS = {
    "string": "String",
    "boolean": "Bool",
    "integer": "Int",
    "long": "Int",
    "float": "JSONNumber",
    "double": "JSONNumber",
    "blob": "Blob",
}

# Words that Swift takes as names only in backticks.
RESERVED = set(
    """as associatedtype break case catch class continue default defer deinit do else enum extension fallthrough false
    fileprivate for func guard if import in init inout internal is let nil operator precedencegroup private protocol
    public repeat rethrows return self static struct subscript super switch throw throws true try typealias var where
    while""".split()
)


def files(reached: Reached, words: Words) -> dict[str, str]:
    """The text of each file, by name."""
    writer = _Writer(reached, words)
    families: dict[str, list[str]] = {}
    types = reached.types()
    for name in types:
        families.setdefault(_family(name, reached, words), []).append(name)
    result = {}
    for family in sorted(families):
        parts = [writer.declaration(name, types[name]) for name in sorted(families[family])]
        body = "\n".join(parts)
        uses_json = re.search(r"\bJSON(Value|Number|Object)\b", body)
        result[f"{family}.swift"] = HEADER + ("\npublic import JSONText\n" if uses_json else "") + "\n" + body
    return result


def _family(name: str, reached: Reached, words: Words) -> str:
    """The family in the words, else that of the shape in which this one was first met."""
    place: str | None = name
    while place is not None:
        family = words.family_of.get(SAME_TYPE.get(place, place))
        if family:
            return family
        place = reached.met_in[place]
    return "Others"


class _Writer:
    def __init__(self, reached: Reached, words: Words):
        self.shapes = reached.shapes
        self.words = words

    def declaration(self, name: str, shape: dict) -> str:
        if "enum" in shape:
            lines = self._enumeration(name, shape)
        elif is_union(shape):
            lines = self._union(name, shape)
        else:
            lines = self._structure(name, shape)
        return "\n".join(lines) + "\n"

    # Types

    def type(self, name: str) -> str:
        shape = self.shapes[name]
        if shape.get("document"):
            return "JSONValue"
        match shape["type"]:
            case "structure":
                return SAME_TYPE.get(name, name)
            case "list":
                return f"[{self.type(shape['member']['shape'])}]"
            case "map":
                return f"MemberMap<{self.type(shape['value']['shape'])}>"
            case _ if "enum" in shape:
                return name
            case kind:
                return SCALARS[kind]

    # Comments

    def _heading(self, name: str) -> list[str]:
        sources = [name] + [other for other, target in SAME_TYPE.items() if target == name and other in self.shapes]
        text = " and ".join(f"`{source}`" for source in sources)
        words = self.words.of(name)
        source = f"/// Source: Amazon Bedrock API Reference, {text}."
        return [source] if words is None else [f"/// {words}", "///", source]

    def _comment(self, shape: str, member: str, target: str) -> list[str]:
        words = self.words.of(shape, member) or f"`{member}`."
        constraint = sentence(target, self.shapes[target])
        return [f"    /// {words}"] + (["    ///", f"    /// {constraint}"] if constraint else [])

    # Declarations

    def _enumeration(self, name: str, shape: dict) -> list[str]:
        lines = self._heading(name)
        lines += ["///", "/// Values that are not listed are kept as they came."]
        lines += [f"public struct {name}: OpenEnumeration, Sendable, Hashable {{"]
        lines += ["    /// The value on the wire.", "    public let rawValue: String", ""]
        lines += ["    /// Takes a value as it stands on the wire, known or not."]
        lines += ["    public init(rawValue: String) {", "        self.rawValue = rawValue", "    }", ""]
        names = [self._value_name(name, value) for value in shape["enum"]]
        for swift_name, value in zip(names, shape["enum"]):
            lines += [f"    /// `{value}`."]
            lines += [f'    public static let {_escaped(swift_name)} = Self(rawValue: "{value}")']
        lines += ["", "    package static let knownValues: [Self] = ["]
        lines += _filled([f".{swift_name}" for swift_name in names], "        ")
        lines += ["    ]", "}"]
        return lines

    def _value_name(self, shape: str, value: str) -> str:
        named = self.words.name(shape, value)
        if named:
            return named
        first, *rest = [part for part in re.split(r"[^A-Za-z0-9]+", value) if part]
        name = first.lower() + "".join(part[0].upper() + part[1:].lower() for part in rest)
        return name if name[0].isalpha() else "value" + name

    def _union(self, name: str, shape: dict) -> list[str]:
        lines = self._heading(name)
        lines += [f"public enum {name}: ConverseUnion, Sendable, Hashable {{"]
        for member, reference in shape["members"].items():
            lines += self._comment(name, member, reference["shape"])
            lines += [f"    case {_escaped(member)}({self.type(reference['shape'])})"]
        lines += ["    /// A form that is not known here, kept as it came: another member, or not exactly one."]
        lines += ["    case unrecognized(JSONObject)", ""]
        lines += [
            "    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) "
            "where V.Union == Self {"
        ]
        for member in shape["members"]:
            call = f'        try visitor.member("{member}", Self.{member}) {{'
            take = f"if case .{member}(let value) = $0 {{ value }} else {{ nil }}"
            line = f"{call} {take} }}"
            lines += [line] if len(line) <= WIDTH else [call, f"            {take}", "        }"]
        lines += ["    }", "", "    package var unrecognizedForm: JSONObject? {"]
        lines += ["        if case .unrecognized(let form) = self { form } else { nil }", "    }", "}"]
        return lines

    def _structure(self, name: str, shape: dict) -> list[str]:
        required = set(shape.get("required", []))
        members = [(m, self.type(r["shape"]), r["shape"]) for m, r in shape["members"].items()]
        lines = self._heading(name)
        lines += [f"public struct {name}: ConverseShape, Sendable, Hashable {{"]
        for member, kind, target in members:
            lines += self._comment(name, member, target)
            lines += [f"    public var {_escaped(member)}: {kind}{'' if member in required else '?'}"]
        lines += ["    /// The members that the API did not have when this was written."]
        lines += ["    public var unmodeled = UnmodeledMembers()", ""]
        lines += ["    /// Makes the value from its members; what is not given is not sent."]
        parameters = [f"{m}: {kind}" for m, kind, _ in members if m in required]
        parameters += [f"{m}: {kind}? = nil" for m, kind, _ in members if m not in required]
        line = f"    public init({', '.join(parameters)}) {{"
        if len(line) <= WIDTH:
            lines += [line]
        else:
            lines += ["    public init("]
            lines += [f"        {parameter}," for parameter in parameters[:-1]]
            lines += [f"        {parameters[-1]}", "    ) {"]
        lines += [f"        self.{member} = {_escaped(member)}" for member, _, _ in members] + ["    }", ""]
        lines += self._vacant([f"{member}: .vacant" for member, _, _ in members if member in required])
        lines += ["", "    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {"]
        for member, _, _ in members:
            form = "required" if member in required else "optional"
            lines += [f'        try visitor.{form}("{member}", &{_escaped(member)})']
        lines += ["    }", "}"]
        return lines


    def _vacant(self, arguments: list[str]) -> list[str]:
        call = f"Self({', '.join(arguments)})"
        line = f"    package static var vacant: Self {{ {call} }}"
        if len(line) <= WIDTH:
            return [line]
        if len(call) + 8 <= WIDTH:
            body = [f"        {call}"]
        else:
            body = ["        Self("] + _filled(arguments, "            ")
            body[-1] = body[-1].rstrip(",") + ")"
        return ["    package static var vacant: Self {"] + body + ["    }"]


def _escaped(name: str) -> str:
    return f"`{name}`" if name in RESERVED else name


def _filled(items: list[str], indent: str) -> list[str]:
    """The items in lines as long as they may be, with a comma after each but a single one."""
    if len(items) == 1:
        return [indent + items[0]]
    lines, line = [], indent
    for item in items:
        more = item + ","
        if len(line) + len(more) + 1 > WIDTH and line != indent:
            lines.append(line.rstrip())
            line = indent
        line += more + " "
    return lines + [line.rstrip()]
