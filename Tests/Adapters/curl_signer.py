"""curl's --aws-sigv4: each case is sent to a listener on loopback, which takes down what arrives.

curl reads its own clock, so the adapter says so: the time that it signs is not compared.
"""

import base64
import re
import shutil
import socket
import subprocess
import tempfile
import threading

from adapter import Skip, serve


def sign(case):
    options = case.get("options", {})
    if options.get("uriEncoding") == "single" or options.get("pathNormalization") == "off":
        raise Skip("curl has no switch for the rules of S3")
    if options.get("sessionToken") == "addedAfterSigning":
        raise Skip("curl has no switch for a token that is not signed")
    if options.get("payload") == "unsigned":
        raise Skip("curl has no switch for a body that is not signed")
    if options.get("contentSHA256Header") == "sent":
        raise Skip("curl has no switch for the header x-amz-content-sha256")
    request = case["request"]
    if any(ord(letter) >= 0x80 for letter in request["target"]):
        raise Skip("curl sends no target beyond ASCII")
    if request.get("body") and not any(name.lower() == "content-type" for name, _ in request["headers"]):
        raise Skip("curl names a type of its own for a body without one")
    credentials = case["credentials"]
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        arrived = []
        thread = threading.Thread(target=take, args=(listener, arrived), daemon=True)
        thread.start()
        headers = [f"{name}: {value}" if value else f"{name};" for name, value in request["headers"]]
        if "sessionToken" in credentials:
            headers.append(f"x-amz-security-token: {credentials['sessionToken']}")
        body = base64.b64decode(request.get("body", ""))
        with tempfile.NamedTemporaryFile() as file:
            file.write(body)
            file.flush()
            extra = ["--data-binary", f"@{file.name}"] if body else []
            run = subprocess.run(
                ["curl", "--disable", "--silent", "--show-error", "--max-time", "10", "--path-as-is", "--globoff",
                 "--noproxy", "*", "--request", request["method"],
                 "--aws-sigv4", f"aws:amz:{case['region']}:{case['service']}",
                 "--user", f"{credentials['accessKeyId']}:{credentials['secretAccessKey']}",
                 *(word for header in headers for word in ("--header", header)), *extra,
                 f"http://127.0.0.1:{port}{request['target']}"],
                capture_output=True, text=True)
        thread.join(10)
    if not arrived:
        raise RuntimeError(f"curl sent nothing: {run.stderr.strip()}")
    lines = arrived[0].decode("utf-8", "surrogateescape").split("\r\n")
    return {"target": lines[0].split(" ")[1], "headers": [line.split(": ", 1) if ": " in line else
                                                           [line.rstrip(":"), ""] for line in lines[1:]]}


def take(listener, arrived):
    connection, _ = listener.accept()
    with connection:
        connection.settimeout(10)
        received = b""
        while b"\r\n\r\n" not in received:
            more = connection.recv(65536)
            if not more:
                return
            received += more
        head, _, body = received.partition(b"\r\n\r\n")
        length = re.search(rb"(?im)^content-length: *(\d+)", head)
        missing = (int(length[1]) if length else 0) - len(body)
        while missing > 0:
            missing -= len(connection.recv(65536)) or missing
        arrived.append(head)
        connection.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")


if __name__ == "__main__":
    if not shutil.which("curl"):
        raise SystemExit("curl is not installed")
    version = subprocess.run(["curl", "--version"], capture_output=True, text=True).stdout.split()[1]
    serve("curl --aws-sigv4", version, "C", ["headers", "own-clock"], sign)
