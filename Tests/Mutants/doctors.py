"""The two ways to ask doctor: its mock, which is sent the bytes, and its adapter, which is given the parts."""

import json
import re
import socket
import subprocess

import judge

# What the service calls a signature that it does not take, and a request without one.
REFUSALS = {
    "IncompleteSignatureException", "InvalidSignatureException", "MissingAuthenticationTokenException",
    "UnrecognizedClientException", "AccessDeniedException", "ExpiredTokenException", "SignatureDoesNotMatch",
}


class Mock:
    def __init__(self, doctor, environment):
        # No search for the cause of what is refused: here only the verdict counts.
        self.process = subprocess.Popen(
            [doctor, "serve", "--search-budget", "0"], env=environment, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        self.port = int(self.process.stdout.readline().rpartition(":")[2])
        self.host = f"127.0.0.1:{self.port}"

    def ask(self, raw):
        """The verdict on these bytes, and what was answered."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as link:
            answer = b""
            try:
                link.sendall(raw)
                link.shutdown(socket.SHUT_WR)
                while piece := link.recv(65536):
                    answer += piece
            except ConnectionError:
                pass
        status = re.match(rb"HTTP/1\.[01] (\d+)", answer)
        head = answer.partition(b"\r\n\r\n")[0].decode("latin-1")
        kind = re.search(r"(?im)^x-amzn-errortype: *([A-Za-z]+)", head)
        finding = re.search(r"(?im)^x-doctor-finding: *(\S+)", head)
        told = f"{int(status[1]) if status else 'no answer'} {kind[1] if kind else ''} {finding[1] if finding else ''}"
        if not status or (kind and kind[1] in REFUSALS):
            return judge.REFUSED, told
        # Of a request that is not HTTP the service says nothing in its own words.
        is_accepted = status[1] == b"200" or kind is not None
        return (judge.ACCEPTED if is_accepted else judge.REFUSED), told

    def close(self):
        self.process.terminate()
        self.process.wait()


def adapter(doctor, cases):
    """The verdicts of `doctor conformance adapter verifier`, one for each case."""
    lines = [json.dumps({"protocol": "bedrock-conformance/1", "role": "verifier"})]
    lines += [json.dumps({"id": str(number), **case}) for number, case in enumerate(cases)]
    lines.append('{"end":true}')
    answer = subprocess.run(
        [doctor, "conformance", "adapter", "verifier"], input="\n".join(lines) + "\n", capture_output=True, text=True,
        check=True)
    said = {}
    for line in answer.stdout.splitlines()[1:]:
        message = json.loads(line)
        said[int(message["id"])] = (message.get("verdict", "error"), message.get("reason", message.get("error", "")))
    return [said[number] for number in range(len(cases))]
