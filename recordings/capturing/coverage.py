"""Which members, forms and values of the Converse API no recording touches."""

import botocore.session

# Kinds of personal data: thirty-one words that change nothing in how an answer is read.
_EXEMPT = {"GuardrailPiiEntityType"}


def untouched(exchanges: list[tuple[dict | None, dict | None]]) -> list[str]:
    """`Shape.member` and `Shape=value` that occur in botocore's model of Converse and in none of the bodies."""
    operation = botocore.session.Session().get_service_model("bedrock-runtime").operation_model("Converse")
    known: set[str] = set()
    for shape in (operation.input_shape, operation.output_shape):
        _list(shape, known, set())
    known.remove("ConverseRequest.modelId")  # It stands in the path.
    touched: set[str] = set()
    for request, response in exchanges:
        _touch(operation.input_shape, request, touched)
        _touch(operation.output_shape, response, touched)
    return sorted(known - touched)


def _list(shape, known: set[str], seen: set[str]) -> None:
    if shape.name in seen:
        return
    seen.add(shape.name)
    match shape.type_name:
        case "structure":
            for name, member in shape.members.items():
                known.add(f"{shape.name}.{name}")
                _list(member, known, seen)
        case "list":
            _list(shape.member, known, seen)
        case "map":
            _list(shape.value, known, seen)
        case "string" if shape.name not in _EXEMPT:
            known.update(f"{shape.name}={value}" for value in shape.enum)


def _touch(shape, value, touched: set[str]) -> None:
    match (shape.type_name, value):
        case ("structure", dict()):
            for name in shape.members.keys() & value.keys():
                touched.add(f"{shape.name}.{name}")
                _touch(shape.members[name], value[name], touched)
        case ("list", list() | tuple()):
            for element in value:
                _touch(shape.member, element, touched)
        case ("map", dict()):
            for element in value.values():
                _touch(shape.value, element, touched)
        case ("string", str()):
            touched.add(f"{shape.name}={value}")
