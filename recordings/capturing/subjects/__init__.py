"""One module a group of subjects; each lists its recordings."""

from capturing.subjects import (
    addressing,
    conversation,
    documents,
    exactness,
    guardrails,
    media,
    options,
    reasoning_and_caching,
    refusals,
    streams,
    tools,
)

_GROUPS = (
    conversation,
    media,
    documents,
    tools,
    reasoning_and_caching,
    guardrails,
    options,
    addressing,
    exactness,
    streams,
    refusals,
)

ALL_RECORDINGS = [recording for group in _GROUPS for recording in group.recordings()]
