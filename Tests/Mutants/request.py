"""A request as the bytes of its connection, in parts that can be changed one by one."""

import dataclasses
import re



@dataclasses.dataclass
class Request:
    """One request; `lines` are whole header lines without their ends, so that a change may leave HTTP's grammar."""

    method: bytes
    target: bytes
    lines: list[bytes]
    body: bytes
    version: bytes = b"HTTP/1.1"
    end: bytes = b"\r\n"

    def bytes(self) -> bytes:
        first = b" ".join([self.method, self.target, self.version])
        return self.end.join([first, *self.lines, b"", b""]) + self.body

    def copy(self) -> "Request":
        return dataclasses.replace(self, lines=list(self.lines))

    def place(self, name: bytes) -> int | None:
        """Where the first line of this name stands."""
        for place, line in enumerate(self.lines):
            if line.partition(b":")[0].lower() == name:
                return place
        return None

    def value(self, name: bytes) -> bytes:
        place = self.place(name)
        return b"" if place is None else self.lines[place].partition(b":")[2].strip()

    def set(self, name: bytes, value: bytes) -> None:
        """Gives the first line of this name another value, or adds one at the end."""
        place = self.place(name)
        if place is None:
            self.lines.append(name + b": " + value)
        else:
            self.lines[place] = self.lines[place].partition(b":")[0] + b": " + value

    def drop(self, name: bytes) -> None:
        self.lines = [line for line in self.lines if line.partition(b":")[0].lower() != name]

    @property
    def path(self) -> bytes:
        return self.target.partition(b"?")[0]

    @property
    def pairs(self) -> list[bytes]:
        query = self.target.partition(b"?")[2]
        return query.split(b"&") if query else []

    def set_path(self, path: bytes) -> None:
        mark, query = self.target.partition(b"?")[1:]
        self.target = path + mark + query

    def set_pairs(self, pairs: list[bytes]) -> None:
        self.target = self.path + (b"?" + b"&".join(pairs) if pairs else b"")

    @property
    def is_presigned(self) -> bool:
        return b"X-Amz-Signature=" in self.target

    @property
    def parts(self) -> list[bytes]:
        """The parts of the Authorization header behind its scheme, as `Name=value`."""
        return [part.strip() for part in self.value(b"authorization").partition(b" ")[2].split(b",")]

    def set_parts(self, parts: list[bytes], between: bytes = b", ") -> None:
        scheme = self.value(b"authorization").partition(b" ")[0]
        self.set(b"authorization", scheme + b" " + between.join(parts))

    def part(self, name: bytes) -> bytes:
        """A part of the signature, from the header or from the query."""
        if self.is_presigned:
            found = re.search(rb"X-Amz-" + name + rb"=([^&]*)", self.target)
        else:
            found = re.search(name + rb"=([^,\s]*)", self.value(b"authorization"))
        return found[1] if found else b""

    def set_part(self, name: bytes, value: bytes) -> None:
        if self.is_presigned:
            self.target = self.target.replace(
                b"X-Amz-" + name + b"=" + self.part(name), b"X-Amz-" + name + b"=" + value, 1)
        else:
            self.set(b"authorization", self.value(b"authorization").replace(
                name + b"=" + self.part(name), name + b"=" + value, 1))
