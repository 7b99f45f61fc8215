"""From captured requests and authored answers to the text of a file, schema `converse-recording/1`."""

import base64
import datetime
import email.utils
import hashlib
import uuid

from capturing import exact_json, frames, judge
from capturing.clients import PINNED
from capturing.model import AWS_CLI, BOTO3, CURL, JSON, Answer, Recording, Stream
from capturing.server import Received, Reply

SCHEMA = "converse-recording/1"
# The API version of the service model from which the answers are written, and the day on which that was done.
SOURCE = {"kind": "authored", "tool": "Bedrock Runtime API description", "version": "2023-09-30", "date": "2026-11-22"}

# What Recordings keeps of a request's headers; all else identifies the sender, or changes with each run.
_KEPT = {"content-type", "accept"}
_TABLE = "## The files"
_START = datetime.datetime(2026, 11, 20, 9, 0, tzinfo=datetime.timezone.utc)
_SENDERS = {
    BOTO3: f"boto3 {PINNED[BOTO3]}",
    AWS_CLI: f"the AWS CLI {PINNED[AWS_CLI]}",
    CURL: "curl, with path and body as written in the scenario",
}


def request_id(recording: Recording, number: int) -> str:
    """A made-up id of the service's form, the same in every run."""
    digest = hashlib.sha256(f"{recording.name}#{number}".encode()).digest()
    return str(uuid.UUID(bytes=digest[:16], version=4))


def reply(recording: Recording, number: int, answer: Answer) -> Reply:
    """The answer on the wire, with the headers that Bedrock's answers have."""
    date = _START + datetime.timedelta(seconds=11 * number)
    headers = [("Date", email.utils.format_datetime(date, usegmt=True))]
    if answer.content_type:
        headers.append(("Content-Type", answer.content_type))
    if answer.content_type in (JSON, frames.CONTENT_TYPE):
        headers.append(("x-amzn-RequestId", request_id(recording, number)))
    if answer.error_type:
        headers.append(("x-amzn-ErrorType", answer.error_type))
    headers += answer.headers
    if isinstance(answer.body, Stream):
        return Reply(answer.status, headers, b"", tuple(piece for _, piece in frames.chunks(answer.body)))
    return Reply(answer.status, headers, judge.wire_text(answer).encode())


def text(recording: Recording, exchanges: list[tuple[Received, Answer, Reply]]) -> str:
    document = {
        "schema": SCHEMA,
        "name": recording.name,
        "source": SOURCE,
        "notes": [*_provenance(recording), *recording.notes],
        "exchanges": [
            {"request": _request(request), "response": _response(answer, reply)} for request, answer, reply in exchanges
        ],
    }
    return exact_json.fitted(document) + "\n"


def readme(found: str, recordings: list[Recording]) -> str:
    """The README with the table of the files made anew; it is the last section."""
    rows = [f"| [{recording.name}]({recording.name}.json) | {recording.touches} |" for recording in recordings]
    head, heading, _ = found.partition(_TABLE)
    return head + heading + "\n".join(["", "", "| file | touches |", "| --- | --- |", *rows, ""])


def _provenance(recording: Recording) -> list[str]:
    senders = list(dict.fromkeys(_SENDERS[call.client] for call in recording.calls))
    return [
        f"Requests: captured by recordings/capture.py from {' and from '.join(senders)}.",
        "Answers: written from the API's description; no service sent them.",
        *(
            ["Streams: encoded by recordings/capture.py, which made up where they are cut and when the chunks came."]
            if any(isinstance(answer.body, Stream) for call in recording.calls for answer in call.answers)
            else []
        ),
    ]


def _request(request: Received) -> dict:
    made = {"method": request.method, "target": request.target, "host": request.header("host")}
    made["headers"] = _headers([(name, value) for name, value in request.headers if name.lower() in _KEPT])
    return made | {"body": {"json": exact_json.read(request.body)}}


def _response(answer: Answer, reply: Reply) -> dict:
    made = {"status": answer.status, "headers": _headers(reply.headers)}
    match answer.body:
        case None:
            return made
        case str():
            return made | {"body": {"text": answer.body}}
        case Stream():
            pieces = frames.chunks(answer.body)
            stream = [{"atMs": time, "base64": base64.b64encode(piece).decode()} for time, piece in pieces]
            return made | {"body": {"stream": stream}}
    return made | {"body": {"json": answer.body}}


def _headers(headers: list[tuple[str, str]]) -> list[dict]:
    return [{"name": name, "value": value} for name, value in headers]
