"""The program ``doctor``: where it is, and how a console script becomes it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


class ProgramMissing(RuntimeError):
    """There is no ``doctor`` to run: neither in the package, nor named, nor on the path."""


def program() -> str:
    """The path of ``doctor``: ``BEDROCK_DOCTOR`` if it is set, else the package's own, else the one on ``PATH``."""
    named = os.environ.get("BEDROCK_DOCTOR")
    if named:
        return named
    own = Path(__file__).parent / "bin" / "doctor"
    if own.is_file():
        return str(own)
    # A console script of this package would find itself.
    here = Path(sys.prefix, "bin").resolve()
    elsewhere = [folder for folder in os.get_exec_path() if Path(folder).resolve() != here]
    found = shutil.which("doctor", path=os.pathsep.join(elsewhere))
    if found is None:
        raise ProgramMissing(
            "doctor was not found: this installation of bedrock-doctor has no program of its own. Install a wheel, or "
            "build doctor from source and set BEDROCK_DOCTOR to its path."
        )
    return found


def main() -> None:
    """Turns this process into ``doctor``, with the arguments as they are."""
    try:
        path = program()
        os.execv(path, ["doctor", *sys.argv[1:]])
    except (ProgramMissing, OSError) as error:
        sys.exit(f"doctor: {error}")
