"""The build backend (PEP 517) of bedrock-doctor.

In a checkout it calls the script that makes the packages, for which it needs Swift. Elsewhere, as where pip has found no
wheel and taken the source, it says what there is and what to do instead.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MAKE = HERE / ".." / ".." / ".github" / "packaging" / "make"

NO_WHEEL = """\
bedrock-doctor has no wheel for this system ({system}), and its program, which is written in Swift, cannot be built by pip.

Wheels are made for Linux with glibc {glibc} or newer on x86_64 and aarch64 (Debian 12, Ubuntu 22.04, Fedora 35, Amazon Linux 2023, and later).
  - pip before 20.3 does not know their names: python3 -m pip install --upgrade pip
  - Alpine (musl), macOS and older systems: build it from a checkout with Swift 6.3,
      .github/packaging/install --prefix ~/.local
    or run it in a container of Debian 12 or later.
"""


def build_wheel(wheel_directory: str, config_settings: object = None, metadata_directory: object = None) -> str:
    """Makes a wheel in a checkout; elsewhere ends with the reason why there is none."""
    if not MAKE.exists():
        libc = " ".join(part for part in platform.libc_ver() if part) or "no glibc"
        system = f"{platform.system()} {platform.machine()}, {libc}, Python {platform.python_version()}"
        sys.exit(NO_WHEEL.format(system=system, glibc=GLIBC))
    if shutil.which("swift") is None:
        sys.exit("A wheel from a checkout needs Swift 6.3 on the path; the released wheel needs none.")
    return _make("wheel", wheel_directory)


def build_sdist(sdist_directory: str, config_settings: object = None) -> str:
    """Makes the source package."""
    return _make("sdist", sdist_directory)


def _make(what: str, folder: str) -> str:
    subprocess.run([str(MAKE), "--output", folder, what], check=True, stdout=sys.stderr)
    ending = ".whl" if what == "wheel" else ".tar.gz"
    made = max(Path(folder).glob(f"bedrock_doctor-*{ending}"), key=lambda path: path.stat().st_mtime)
    return made.name


#: The glibc that the wheels are tagged for.
GLIBC = "2.34"
