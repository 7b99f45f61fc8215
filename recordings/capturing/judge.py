"""Whether a client understood an answer as the API's description says it must."""

import base64

import botocore.session

from capturing import exact_json
from capturing.clients import Outcome
from capturing.model import AWS_CLI, BOTO3, Answer, Call, Event, Stream

_SERVICE = botocore.session.Session().get_service_model("bedrock-runtime")
_OPERATION = _SERVICE.operation_model("Converse")
_EVENTS = _SERVICE.operation_model("ConverseStream").output_shape.members["stream"]
# boto3 has a class for each error of the service, whatever the operation.
_ERRORS = {shape.name: shape for shape in _SERVICE.error_shapes}


def fault(call: Call, answer: Answer, request_id: str | None, outcome: Outcome) -> str | None:
    """What the client should have made of the answer and did not; None if all is well."""
    for name, expected in _expectations(call, answer, request_id).items():
        found = getattr(outcome, name)
        agrees = expected(found) if callable(expected) else found == expected
        if not agrees:
            wanted = expected.__doc__ if callable(expected) else repr(expected)
            return f"{call.client}: expected {name} {wanted}, found {found!r}; all of it: {outcome}"
    return None


def _expectations(call: Call, answer: Answer, request_id: str | None) -> dict:
    if isinstance(answer.body, Stream):
        return _streamed(answer.body) | {"status": answer.status, "request_id": request_id}
    succeeded = 200 <= answer.status < 300
    if call.client == BOTO3 and succeeded:
        return {"parsed": parsed(answer), "status": answer.status, "request_id": request_id}
    if call.client == BOTO3:
        code = _code(answer)
        raised = code if code in _ERRORS else "ClientError"
        return {"raised": raised, "error": _error(answer, code), "status": answer.status, "request_id": request_id}
    if call.client == AWS_CLI and succeeded:
        return {"parsed": parsed(answer)}
    if call.client == AWS_CLI:
        words = f"({_code(answer)}) when calling the Converse operation"

        def shows_error(shown: str | None) -> bool:
            return shown is not None and words in shown and (_message(answer) or "") in shown

        shows_error.__doc__ = f"with {words!r} and the message"
        return {"shown": shows_error}
    return {"shown": wire_text(answer), "status": answer.status}


def _streamed(stream: Stream) -> dict:
    """What botocore makes of a stream: the whole frames, and an error where one is damaged or an exception.

    It does not say that a stream broke off, and passes over events that its model does not have.
    """
    read = stream.events
    if stream.missing:
        read = read[:-1]
    raised = error = None
    if stream.damaged is not None:
        raised, read = "ChecksumMismatch", read[: stream.damaged]
    for number, event in enumerate(read):
        if event.kind != "event":
            raised, error, read = "EventStreamError", _event_error(event), read[:number]
            break
    known = [event for event in read if event.name in _EVENTS.members]
    return {"events": [_event(event) for event in known], "raised": raised, "error": error}


def _event(event: Event) -> dict:
    return {event.name: _seen(_EVENTS.members[event.name], exact_json.plain(event.payload))}


def _event_error(event: Event) -> dict:
    if event.kind == "error":
        return {"Error": {"Code": event.name, "Message": event.headers.get(":error-message", "")}}
    return {"Error": {"Code": event.name, "Message": event.payload["message"]}}


def wire_text(answer: Answer) -> str:
    """The body as it is sent."""
    match answer.body:
        case None:
            return ""
        case str():
            return answer.body
    return exact_json.compact(answer.body)


def parsed(answer: Answer) -> dict:
    """The body as botocore's service model reads it: unknown members dropped, unknown forms of a union named."""
    return _seen(_OPERATION.output_shape, exact_json.plain(answer.body))


def _seen(shape, value):
    match shape.type_name:
        case "structure" if getattr(shape, "is_document_type", False):
            return value
        case "structure":
            if getattr(shape, "is_tagged_union", False) and not set(value) & set(shape.members):
                return {"SDK_UNKNOWN_MEMBER": {"name": next(iter(value))}}
            return {name: _seen(shape.members[name], value[name]) for name in shape.members if name in value}
        case "list":
            return [_seen(shape.member, element) for element in value]
        case "map":
            return {name: _seen(shape.value, element) for name, element in value.items()}
        case "blob":
            return base64.b64decode(value)
    return value


def _code(answer: Answer) -> str:
    # Without a type the code is the status.
    return answer.error_type.split(":")[0] if answer.error_type else str(answer.status)


def _message(answer: Answer) -> str | None:
    if not isinstance(answer.body, dict):
        return None
    return answer.body.get("message", answer.body.get("Message"))


def _error(answer: Answer, code: str):
    message = _message(answer)

    def matches(found: dict) -> bool:
        if found["Error"].get("Code") != code or (message is not None and found["Error"].get("Message") != message):
            return False
        if code not in _ERRORS:
            return True
        members = {name: value for name, value in _seen(_ERRORS[code], answer.body).items() if name != "message"}
        return members.items() <= found.items()

    matches.__doc__ = f"with the code {code!r} and the message {message!r}"
    return matches
