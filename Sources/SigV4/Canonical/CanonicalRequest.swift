import WireText

/// A canonical request: method, path, query, headers, signed headers and payload hash, a line (or more) each.
///
/// The rules are in "Create a signed AWS API request" of the IAM guide. ``text`` and ``bytes`` are the raw form, which
/// holds the session token if it is signed; the default print masks it.
public struct CanonicalRequest: Sendable, Hashable {
    /// The raw canonical request, session token included.
    public let bytes: [UInt8]

    /// Takes a canonical request that was made elsewhere, for example one that a service returned.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The raw canonical request as text, session token included.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The SHA-256 of the canonical request: the last line of the string to sign.
    public var hash: SHA256Digest { .hash(bytes) }

    /// The parts of the canonical request; nil if it does not have the shape of one.
    public var sections: Sections? { Sections(bytes) }
}

extension CanonicalRequest {
    /// The parts of a canonical request, raw.
    public struct Sections: Sendable, Hashable {
        /// The method.
        public let method: String
        /// The canonical path.
        public let path: String
        /// The canonical query, without a question mark.
        public let query: String
        /// The header lines, `name:value`, without line feeds.
        ///
        /// The session token's is among them if it is signed.
        public let headers: [String]
        /// The signed headers, joined with semicolons.
        public let signedHeaders: String
        /// The hash of the body, or the word that stands for it.
        public let payloadHash: String

        init?(_ bytes: [UInt8]) {
            guard let lines = CanonicalLines(bytes) else { return nil }
            func text(_ line: [UInt8]) -> String { String(decoding: line, as: UTF8.self) }
            method = text(lines.method)
            path = text(lines.path)
            query = text(lines.query)
            headers = lines.headers.map(text)
            signedHeaders = text(lines.signedHeaders)
            payloadHash = text(lines.payloadHash)
        }
    }
}

extension CanonicalRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The canonical request with the values of credentials masked.
    public var description: String {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.count >= 3 else { return SensitiveNames.mask }
        let query = Redaction.redacted(query: lines[2])
        lines[2] = ArraySlice(query.utf8)
        for index in lines.indices.dropFirst(3) {
            guard let colon = lines[index].firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = String(decoding: lines[index][..<colon], as: UTF8.self)
            let value = lines[index][(colon + 1)...]
            let shown = HeaderField(name: name, bytes: Array(value)).shownText
            if shown != String(decoding: value, as: UTF8.self) { lines[index] = ArraySlice("\(name):\(shown)".utf8) }
        }
        return lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows only ``description``.
    public var customMirror: Mirror {
        Mirror(self, children: ["canonicalRequest": description], displayStyle: .struct)
    }
}

extension CanonicalRequest.Sections: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The parts with the values of credentials masked.
    public var description: String {
        let lines = [method, path, query] + headers + ["", signedHeaders, payloadHash]
        return CanonicalRequest(bytes: Array(lines.joined(separator: "\n").utf8)).description
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows only ``description``.
    public var customMirror: Mirror {
        Mirror(self, children: ["sections": description], displayStyle: .struct)
    }
}
