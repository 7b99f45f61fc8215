import SigV4
import WireText

/// Why a head is no valid HTTP/1.1, for the answer to a request that was refused for it.
///
/// The head was refused already, by the parser or by ``RequestFraming`` and ``ReceivedHead/hasOneHost``: this only says what
/// is wrong in it.
enum MalformedHead {
    /// What is wrong, with the section that has the rule; nil where that cannot be said.
    static func words(_ head: [UInt8]) -> String? {
        // No more is looked at than the shortest limit of servers: the head was refused in any case.
        let lines = head.prefix(1 << 16).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
            .drop { $0.isEmpty }
        guard let first = lines.first else { return nil }
        return requestLine(first) ?? lines.dropFirst().prefix { !$0.isEmpty }.lazy.compactMap(headerLine).first
            ?? ReceivedHead(head).flatMap { fields($0) }
    }

    private static func requestLine(_ line: ArraySlice<UInt8>) -> String? {
        let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard let method = parts.first, !method.isEmpty, method.allSatisfy(isToken) else {
            return "it does not begin with a method (RFC 9112, section 3)"
        }
        guard parts.count > 1, let version = parts.last else {
            return "its first line has no target and no version (RFC 9112, section 3)"
        }
        guard version.starts(with: "HTTP/".utf8) else {
            return parts.count == 2
                ? "its first line ends without a version of HTTP (RFC 9112, section 3)"
                : "its first line does not end with a version of HTTP; a blank in the target must be %20 (RFC 9112, "
                    + "section 3)"
        }
        guard version.elementsEqual("HTTP/1.1".utf8) || version.elementsEqual("HTTP/1.0".utf8) else {
            return "its first line names \(shown(version)), which is no version that stands there: HTTP/1.1 is, "
                + "and HTTP/2 has a preface of its own (RFC 9112, section 2.3)"
        }
        guard parts.count >= 3, !parts[1].isEmpty else { return "its first line has no target (RFC 9112, section 3)" }
        guard parts.count == 3 else { return "its target has a blank in it, which must be %20 (RFC 9112, section 3.2)" }
        return nil
    }

    private static func headerLine(_ line: ArraySlice<UInt8>) -> String? {
        if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") { return nil }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            return "the line \"\(shown(line))\" has no colon (RFC 9112, section 5)"
        }
        let name = line[..<colon]
        if name.last == UInt8(ascii: " ") || name.last == UInt8(ascii: "\t") {
            return "a blank stands between the name \(shown(name)) and its colon (RFC 9112, section 5.1)"
        }
        guard !name.isEmpty, name.allSatisfy(isToken) else {
            return "the name \"\(shown(name))\" has characters that no header's name has (RFC 9110, section 5.1)"
        }
        guard !line.contains(where: { $0 == 0 || $0 == UInt8(ascii: "\r") }) else {
            return "the value of \(shown(name)) has a NUL or a bare carriage return in it (RFC 9110, section 5.5)"
        }
        return nil
    }

    private static func fields(_ head: ReceivedHead) -> String? {
        let hosts = head.headers.filter { $0.isNamed("host") }
        if hosts.isEmpty, head.minorVersion > 0 { return "it has no Host (RFC 9112, section 3.2)" }
        if hosts.count > 1 { return "it has Host \(hosts.count) times (RFC 9112, section 3.2)" }
        if !head.hasOneHost {
            return head.authority == nil
                ? "the value of Host is no host (RFC 9112, section 3.2)"
                : "Host and the host in its target differ (RFC 9112, section 3.2.2)"
        }
        let lengths = head.headers.filter { $0.isNamed("content-length") }
        let codings = head.headers.filter { $0.isNamed("transfer-encoding") }
        if !codings.isEmpty {
            if !lengths.isEmpty {
                return "it has both Content-Length and Transfer-Encoding, so its body has two ends (RFC 9112, "
                    + "section 6.1)"
            }
            if head.minorVersion == 0 { return "HTTP/1.0 has no Transfer-Encoding (RFC 9112, section 6.1)" }
            return RequestFraming(head) == nil
                ? "its Transfer-Encoding is another one than chunked (RFC 9112, section 6.1)" : nil
        }
        guard RequestFraming(head) == nil else { return nil }
        return Set(lengths.map(\.value)).count > 1
            ? "it has Content-Length with several values (RFC 9112, section 6.3)"
            : "the value of Content-Length is no number of bytes (RFC 9110, section 8.6)"
    }

    /// The characters of a method and of a name (RFC 9110, section 5.6.2).
    private static func isToken(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }

    private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
        RequestTarget.printable(String(decoding: bytes.prefix(40), as: UTF8.self))
    }
}
