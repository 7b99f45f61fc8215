import SigV4
import WireText

/// A request head as received: the target and the header values are the bytes of the wire.
///
/// An HTTP library makes strings of a head and loses what a signature depends on: the case of names, raw UTF-8,
/// inner spacing, repeated and folded lines. Only folding is undone here (RFC 9112, section 5.2: a fold is
/// replaced by a space before the value is interpreted), and outer white space is cut.
package struct ReceivedHead: Sendable, Hashable {
    let method: String
    let target: [UInt8]
    let headers: [HeaderField]
    /// The host of an absolute target, nil for a path alone.
    let authority: [UInt8]?
    /// The digit behind `HTTP/1.`.
    let minorVersion: Int
    /// The version by name: `HTTP/1.1`, or `HTTP/2`.
    let version: String

    /// Makes a head of fields that came apart, as those of HTTP/2 do.
    init(method: String, target: [UInt8], headers: [HeaderField], version: String = "HTTP/1.1") {
        self.method = method
        self.target = target
        self.headers = headers
        authority = nil
        minorVersion = 1
        self.version = version
    }

    /// Splits a head into its parts.
    ///
    /// - Parameter bytes: The head with its final empty line, already accepted by the HTTP parser.
    /// - Returns: Nil when the request line has no method or no target, or is of another protocol.
    package init?(_ bytes: [UInt8]) {
        var lines = LineCursor(bytes)
        var requestLine: Range<Int>?
        // Empty lines before the request line are skipped (RFC 9112, section 2.2).
        while let line = lines.next() {
            if !line.isEmpty {
                requestLine = line
                break
            }
        }
        guard let requestLine,
            let methodEnd = bytes[requestLine].firstIndex(of: UInt8(ascii: " ")),
            let targetEnd = bytes[requestLine].lastIndex(of: UInt8(ascii: " ")),
            requestLine.lowerBound < methodEnd, methodEnd < targetEnd,
            let minorVersion = Self.minorVersion(bytes[(targetEnd + 1)..<requestLine.upperBound])
        else { return nil }
        self.minorVersion = minorVersion
        version = minorVersion == 0 ? "HTTP/1.0" : "HTTP/1.1"
        method = String(decoding: bytes[requestLine.lowerBound..<methodEnd], as: UTF8.self)
        (target, authority) = Self.originForm(bytes[(methodEnd + 1)..<targetEnd])

        var headers: [HeaderField] = []
        headers.reserveCapacity(12)
        while let line = lines.next(), !line.isEmpty {
            if isBlank(bytes[line.lowerBound]) {
                if let last = headers.indices.last {
                    headers[last].value.append(UInt8(ascii: " "))
                    headers[last].value.append(contentsOf: bytes[trimmed(line, in: bytes)])
                }
                continue
            }
            let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")) ?? line.upperBound
            let value = trimmed(min(colon + 1, line.upperBound)..<line.upperBound, in: bytes)
            headers.append(
                HeaderField(
                    name: String(decoding: bytes[line.lowerBound..<colon], as: UTF8.self),
                    bytes: Array(bytes[value])))
        }
        self.headers = headers
    }

    /// The target from its path on.
    ///
    /// A client that takes the server for a proxy sends a whole URL; what it has signed is the path (RFC 9112, section
    /// 3.2.2: a server must accept the absolute form).
    private static func originForm(_ target: ArraySlice<UInt8>) -> (target: [UInt8], authority: [UInt8]?) {
        guard target.first != UInt8(ascii: "/"), let mark = target.firstRange(of: Array("://".utf8)),
            ["http", "https"].contains(String(decoding: target[..<mark.lowerBound], as: UTF8.self).lowercased())
        else { return (Array(target), nil) }
        let rest = target[mark.upperBound...]
        guard let path = rest.firstIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }) else {
            return ([UInt8(ascii: "/")], Array(rest))
        }
        return ((rest[path] == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + rest[path...], Array(rest[..<path]))
    }

    /// Parsers of HTTP read RTSP as well, and later versions.
    private static func minorVersion(_ text: ArraySlice<UInt8>) -> Int? {
        switch text {
        case _ where text.elementsEqual("HTTP/1.1".utf8): 1
        case _ where text.elementsEqual("HTTP/1.0".utf8): 0
        default: nil
        }
    }

    /// Whether the request is for one host: none, two `Host` headers, one that names no host, or one that an absolute target contradicts, are refused
    /// (RFC 9112, section 3.2).
    package var hasOneHost: Bool {
        let hosts = headers.filter { $0.isNamed("host") }
        // Before HTTP/1.1 there was none.
        guard let host = hosts.first else { return minorVersion == 0 }
        guard hosts.count == 1, host.isHost else { return false }
        guard let authority else { return true }
        return host.value.map(\.asciiLowercased) == authority.map(\.asciiLowercased)
    }
}

private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

private func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isBlank(bytes[lower]) { lower += 1 }
    while lower < upper, isBlank(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
}

/// Walks over lines that end in CRLF or LF.
private struct LineCursor {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Range<Int>? {
        guard position < bytes.count else { return nil }
        let start = position
        var end = bytes.span.place(of: UInt8(ascii: "\n"), from: start)
        position = min(end + 1, bytes.count)
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }
}
