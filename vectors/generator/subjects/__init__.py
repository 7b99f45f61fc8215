"""One module for each file of vectors: NAME and groups()."""

from generator.subjects import (
    accepted,
    body,
    control_plane,
    converse_paths,
    headers,
    paths,
    presigned,
    query,
    refusals_authorization,
    refusals_scope,
    refusals_signature,
    refusals_tampered,
    scope,
    tokens,
)

ALL_SUBJECTS = [
    converse_paths,
    paths,
    query,
    control_plane,
    headers,
    body,
    tokens,
    scope,
    presigned,
    accepted,
    refusals_authorization,
    refusals_scope,
    refusals_signature,
    refusals_tampered,
]
