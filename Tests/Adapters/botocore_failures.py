"""What botocore raises, and what stands on it lets through, as failures that a client tells."""

import json

import botocore.exceptions as raised
import urllib3.exceptions
from botocore.eventstream import ParserError as FrameError
from botocore.parsers import ResponseParserError

from adapter import failure

TIMEOUT = (raised.ReadTimeoutError, raised.ConnectTimeoutError, urllib3.exceptions.TimeoutError)
TRANSPORT = (raised.HTTPClientError, raised.ConnectionError, raised.IncompleteReadError, raised.ResponseStreamingError,
             urllib3.exceptions.HTTPError)
DECODE = (ResponseParserError, FrameError, UnicodeDecodeError, json.JSONDecodeError)
RAISED = (raised.ClientError, *TIMEOUT, *TRANSPORT, *DECODE)


def told(error):
    if isinstance(error, raised.ClientError):
        # An exception inside a stream is one of these too, without a status.
        described = error.response.get("Error", {})
        return failure("service", described.get("Message", error), type=described.get("Code"),
                       status=error.response.get("ResponseMetadata", {}).get("HTTPStatusCode"))
    return failure(kind(error), error)


def kind(error):
    # Timeouts are HTTPClientErrors too.
    return "timeout" if isinstance(error, TIMEOUT) else "transport" if isinstance(error, TRANSPORT) else "decode"
