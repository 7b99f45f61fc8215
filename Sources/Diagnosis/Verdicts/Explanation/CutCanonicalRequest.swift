import Evidence
import JSONText
import SigV4
import SignatureForensics
import WireText

/// A client's canonical request that was pasted without its end, beside the service's whole one.
///
/// As many of its lines count as there are; what is missing is taken from the service's, where nothing then differs.
enum CutCanonicalRequest {
    /// The exchange with the client's text, where it shows none of its own and the words hold one that was cut.
    static func completed(_ exchange: ObservedExchange, surroundings: String) -> ObservedExchange {
        guard exchange.signing.isEmpty, exchange.request == nil, let message = exchange.message,
            let server = ServerEcho(message: message)?.texts.canonicalRequest.sections
        else { return exchange }
        guard let bytes = first(in: message, like: server) ?? first(in: surroundings, like: server) else {
            return exchange
        }
        var exchange = exchange
        exchange.signing.canonicalRequest = bytes
        return exchange
    }

    /// The client's text, made whole; `nil` where the text holds none that was cut.
    private static func first(in text: String, like server: CanonicalRequest.Sections) -> [UInt8]? {
        let lines = text.prefix(32_768).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { line in String(line.drop { "> |".contains($0) }) }
        for place in lines.indices.dropLast(3) {
            let method = lines[place].trimmed(of: " '\"`")
            guard method == server.method, lines[place + 1].hasPrefix("/"),
                !lines[max(0, place - 2)...place].contains(where: { $0.contains("should have been") })
            else { continue }
            let behind = lines[(place + 2)...]
            let hasQueryLine = behind.first.map { field($0) == nil } ?? false
            let fields = (hasQueryLine ? behind.dropFirst() : behind).prefix { field($0) != nil }
            // One that has its end was read already, and may be of another call.
            guard !hasEnd(behind.dropFirst((hasQueryLine ? 1 : 0) + fields.count)) else { continue }
            guard fields.count > 1, fields.contains(where: { $0.hasPrefix("host:") }),
                let whole = completed(Array(fields), like: server)
            else { continue }
            let query = hasQueryLine ? behind.first ?? "" : server.query
            let text =
                [server.method, lines[place + 1], query] + whole + ["", server.signedHeaders, server.payloadHash]
            return Array(text.joined(separator: "\n").utf8)
        }
        return nil
    }

    /// Whether the blank line, the list of signed names and the hash of the body follow.
    private static func hasEnd(_ lines: ArraySlice<String>) -> Bool {
        let next = lines.prefix(3).map { $0.trimmed(of: " '\"`") }
        return next.count == 3 && next[0].isEmpty && next[1].split(separator: ";").contains("host") && !next[2].isEmpty
    }

    /// The header lines with those of the service's that come behind the last: `nil` where the names are others.
    private static func completed(_ fields: [String], like server: CanonicalRequest.Sections) -> [String]? {
        let names = fields.map { String($0.prefix { $0 != ":" }) }
        let expected = server.headers.map { String($0.prefix { $0 != ":" }) }
        guard names == Array(expected.prefix(names.count)) else { return nil }
        return fields + server.headers.dropFirst(names.count)
    }

    /// The name of a canonical header line: small letters, a colon without a blank before it.
    private static func field(_ line: String) -> String? {
        guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
        let name = line[..<colon]
        return name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || "-_.".contains($0)) }
            ? String(name) : nil
    }
}
