"""Which members, forms and values of the Converse API no recording touches."""

import botocore.session

from capturing.model import Stream

# Kinds of personal data: thirty-one words that change nothing in how an answer is read.
_EXEMPT = {"GuardrailPiiEntityType"}


def untouched(exchanges: list[tuple[dict | None, dict | None]]) -> list[str]:
    """`Shape.member` and `Shape=value` that occur in botocore's model of Converse and in none of the bodies."""
    service = botocore.session.Session().get_service_model("bedrock-runtime")
    converse, streaming = service.operation_model("Converse"), service.operation_model("ConverseStream")
    events = streaming.output_shape.members["stream"]
    known: set[str] = set()
    for shape in (converse.input_shape, converse.output_shape, streaming.input_shape, events):
        _list(shape, known, set())
    # It stands in the path.
    known -= {"ConverseRequest.modelId", "ConverseStreamRequest.modelId"}
    touched: set[str] = set()
    for request, response in exchanges:
        if isinstance(response, Stream):
            _touch(streaming.input_shape, request, touched)
            for event in response.events:
                _touch(events, {event.name: event.payload}, touched)
        else:
            _touch(converse.input_shape, request, touched)
            _touch(converse.output_shape, response, touched)
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
