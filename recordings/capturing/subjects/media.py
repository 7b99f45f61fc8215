"""Images, video and audio."""

import base64
import struct

from capturing.model import ACCOUNT, Call, Recording, ask, blob, said

_NOVA_PRO = "amazon.nova-pro-v1:0"
_OMNI = "us.amazon.nova-2-omni-v1:0"

# The smallest pictures that decoders accept: one pixel each.
_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
_GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
_WEBP = base64.b64decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")

# Eight samples of silence.
_WAV = (
    b"RIFF"
    + struct.pack("<I", 52)
    + b"WAVEfmt "
    + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 16000, 2, 16)
    + b"data"
    + struct.pack("<I", 16)
    + bytes(16)
)
# The box that begins an MP4 file.
_MP4 = struct.pack(">I", 24) + b"ftypisom" + struct.pack(">I", 512) + b"isomiso2"


def _image(kind: str, **source) -> dict:
    return {"image": {"format": kind, "source": source}}


def _stored(uri: str, **more) -> dict:
    return {"s3Location": {"uri": f"s3://example-media/{uri}", **more}}


def recordings() -> list[Recording]:
    return [
        Recording(
            "images", "images as bytes and in S3, every format, a picture in the answer, one that failed", _images()
        ),
        Recording("video", "video as bytes and in S3, every format", _video()),
        Recording("audio", "audio as bytes and in S3, every format, sound in the answer, some that failed", _audio()),
    ]


def _images() -> list[Call]:
    return [
        Call(
            _NOVA_PRO,
            [said("A single red pixel.", tokens=(1310, 6))],
            ask(_image("png", bytes=_PNG), "What is in the picture?"),
        ),
        Call(
            _NOVA_PRO,
            [said("Both show one pixel; the second is transparent.", tokens=(2604, 11))],
            ask("Compare: ", _image("gif", bytes=_GIF), _image("webp", bytes=_WEBP), "What differs?"),
        ),
        Call(
            _NOVA_PRO,
            [said("A heron on a jetty.", tokens=(1722, 7))],
            ask(_image("jpeg", **_stored("birds/heron.jpg", bucketOwner=ACCOUNT)), "Which bird is this?"),
        ),
        Call(
            _NOVA_PRO,
            [
                said(
                    "Here is one; the second could not be drawn.",
                    {"image": {"format": "png", "source": {"bytes": blob(_PNG)}}},
                    {
                        "image": {
                            "format": "gif",
                            "source": {"bytes": blob(_GIF)},
                            "error": {"message": "The image was withheld."},
                        }
                    },
                    tokens=(9, 16),
                )
            ],
            ask("Draw a red pixel, twice."),
        ),
    ]


def _video() -> list[Call]:
    stored = [
        {"video": {"format": kind, "source": _stored(f"clips/{number}")}}
        for number, kind in enumerate(["mkv", "mov", "webm", "flv", "mpeg", "mpg", "wmv", "three_gp"])
    ]
    return [
        Call(
            _NOVA_PRO,
            [said("The clip is empty.", tokens=(288, 6))],
            ask({"video": {"format": "mp4", "source": {"bytes": _MP4}}}, "Describe the clip."),
            region="eu-north-1",
        ),
        Call(
            _NOVA_PRO,
            [said("All of them show the same gate.", tokens=(23040, 9))],
            ask(*stored, "What do they have in common?"),
            region="eu-north-1",
        ),
    ]


def _audio() -> list[Call]:
    kinds = ["mp3", "opus", "aac", "flac", "mp4", "ogg", "mkv", "mka", "x-aac", "m4a", "mpeg", "mpga", "pcm", "webm"]
    stored = [{"audio": {"format": kind, "source": _stored(f"sound/{number}")}} for number, kind in enumerate(kinds)]
    return [
        Call(
            _OMNI,
            [said("Silence, one millisecond of it.", tokens=(41, 8))],
            ask({"audio": {"format": "wav", "source": {"bytes": _WAV}}}, "What do you hear?"),
            region="us-west-2",
        ),
        Call(
            _OMNI,
            [
                said(
                    {"audio": {"format": "wav", "source": {"bytes": blob(_WAV)}}},
                    {
                        "audio": {
                            "format": "wav",
                            "source": {"bytes": blob(_WAV[:44])},
                            "error": {"message": "The second part is too long."},
                        }
                    },
                    tokens=(2210, 30),
                )
            ],
            ask(*stored, "Put them together."),
            region="us-west-2",
        ),
    ]
