#!/usr/bin/env python3
"""Packs the Python wheel, before its libraries are added, and the source package. Nothing but the standard library.

    pypack.py wheel VERSION STAGE OUTPUT     STAGE has bin/doctor, share/bedrock-doctor and licenses
    pypack.py sdist VERSION OUTPUT

The times in both are SOURCE_DATE_EPOCH, so that one commit gives the same bytes.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import os
import sys
import tarfile
import time
import zipfile
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    sys.exit("pypack.py needs Python 3.11")

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / "Sources" / "Python"
EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", "946684800"))
PROJECT = tomllib.loads((PYTHON / "pyproject.toml").read_text())["project"]


def metadata(version: str) -> str:
    """The core metadata (PEP 566 and 639) of the project table."""
    lines = [
        "Metadata-Version: 2.4",
        f"Name: {PROJECT['name']}",
        f"Version: {version}",
        f"Summary: {PROJECT['description']}",
        f"Keywords: {','.join(PROJECT['keywords'])}",
        f"License-Expression: {PROJECT['license']}",
        "License-File: LICENSE",
    ]
    lines += [f"Classifier: {name}" for name in PROJECT["classifiers"]]
    lines.append(f"Requires-Python: {PROJECT['requires-python']}")
    for extra, needs in PROJECT["optional-dependencies"].items():
        lines.append(f"Provides-Extra: {extra}")
        lines += [f'Requires-Dist: {need}; extra == "{extra}"' for need in needs]
    lines += ["Description-Content-Type: text/markdown", "", (PYTHON / "README.md").read_text()]
    return "\n".join(lines)


def entry_points() -> str:
    groups = {"console_scripts": PROJECT["scripts"], **PROJECT["entry-points"]}
    return "\n".join(
        f"[{group}]\n" + "".join(f"{name} = {target}\n" for name, target in entries.items())
        for group, entries in groups.items()
    )


def sources() -> list[Path]:
    return sorted(path for path in (PYTHON / "bedrock_doctor").rglob("*") if path.suffix in (".py", ".typed"))


def wheel(version: str, stage: Path, output: Path) -> Path:
    name = f"bedrock_doctor-{version}"
    machine = os.uname().machine
    system = "linux" if sys.platform == "linux" else "macosx_26_0"
    tag = f"py3-none-{system}_{machine}"
    files: dict[str, bytes] = {str(path.relative_to(PYTHON)): path.read_bytes() for path in sources()}
    for path in sorted(stage.rglob("*")):
        if path.is_file() and path.relative_to(stage).parts[0] in ("bin", "share"):
            files[f"bedrock_doctor/{path.relative_to(stage)}"] = path.read_bytes()
    info = f"{name}.dist-info"
    files[f"{info}/METADATA"] = metadata(version).encode()
    files[f"{info}/WHEEL"] = (
        f"Wheel-Version: 1.0\nGenerator: bedrock-doctor\nRoot-Is-Purelib: false\nTag: {tag}\n".encode()
    )
    files[f"{info}/entry_points.txt"] = entry_points().encode()
    files[f"{info}/licenses/LICENSE"] = (ROOT / "LICENSE").read_bytes()
    for path in sorted((stage / "licenses").glob("*")):
        files[f"{info}/licenses/libraries/{path.name}"] = path.read_bytes()
    record = f"{info}/RECORD"
    rows = [f"{path},sha256={digest(data)},{len(data)}" for path, data in files.items()]
    files[record] = ("\n".join([*rows, f"{record},,"]) + "\n").encode()
    made = output / f"{name}-{tag}.whl"
    stamp = time.gmtime(max(EPOCH, 315532800))[:6]
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            mode = 0o755 if path == "bedrock_doctor/bin/doctor" else 0o644
            entry.external_attr = (0o100000 | mode) << 16
            archive.writestr(entry, data)
    return made


def digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def sdist(version: str, output: Path) -> Path:
    """The Python part alone: the backend in it explains what pip cannot do."""
    name = f"bedrock_doctor-{version}"
    files = {"PKG-INFO": metadata(version).encode(), "LICENSE": (ROOT / "LICENSE").read_bytes()}
    project = (PYTHON / "pyproject.toml").read_text().replace('dynamic = ["version"]', f'version = "{version}"')
    files["pyproject.toml"] = project.encode()
    for path in [PYTHON / "backend.py", PYTHON / "README.md", *sources()]:
        files[str(path.relative_to(PYTHON))] = path.read_bytes()
    made = output / f"{name}.tar.gz"
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path, data in files.items():
            entry = tarfile.TarInfo(f"{name}/{path}")
            entry.size, entry.mtime, entry.mode = len(data), EPOCH, 0o644
            archive.addfile(entry, io.BytesIO(data))
    with gzip.GzipFile(made, "wb", mtime=EPOCH) as packed:
        packed.write(buffer.getvalue())
    return made


if __name__ == "__main__":
    if sys.argv[1:2] == ["wheel"] and len(sys.argv) == 5:
        print(wheel(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])))
    elif sys.argv[1:2] == ["sdist"] and len(sys.argv) == 4:
        print(sdist(sys.argv[2], Path(sys.argv[3])))
    else:
        sys.exit(__doc__)
