import SigV4
import WireText

/// What a signer changed in a request besides signing it.
///
/// Parameters may be spelt and ordered in another way, repeated headers joined, and blanks folded: a service cannot tell
/// them apart. What is added is left to the signer.
enum SentRequestDifference {
    /// What signing puts into a query, or replaces there.
    private static let ownParameters: Set<String> = [
        "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders",
        "X-Amz-Signature", "X-Amz-Security-Token", "X-Amz-Content-Sha256",
    ]

    /// What signing puts among the headers, or replaces there.
    private static let ownHeaders: HeaderNames = [
        "authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256",
    ]

    /// The first change in words; nil if there is none.
    static func between(_ asked: WireRequest, _ sent: WireRequest) -> String? {
        let target = SignedRequestDifference.targets(ownless(asked.target), ownless(sent.target))
        if let target { return "it would send a target that differs from the one it was given\n" + target }
        let values = headers(sent)
        for (name, value) in headers(asked).sorted(by: { $0.key < $1.key }) where !ownHeaders.contains(name) {
            guard let found = values[name] else { return "it would leave out the header \(name)" }
            if found != value {
                return "it would send another value of the header \(name)\n  expected \(value)\n  found    \(found)"
            }
        }
        return nil
    }

    private static func ownless(_ target: [UInt8]) -> [UInt8] {
        guard let mark = target.firstIndex(of: UInt8(ascii: "?")) else { return target.isEmpty ? [0x2F] : target }
        let path = target[..<mark]
        let pairs = target[(mark + 1)...].split(separator: UInt8(ascii: "&")).filter { pair in
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            return !ownParameters.contains(PercentCoding.decodedText(name.span))
        }
        let query = Array(pairs.joined(separator: [UInt8(ascii: "&")]))
        return (path.isEmpty ? [0x2F] : Array(path)) + (query.isEmpty ? [] : [UInt8(ascii: "?")] + query)
    }

    /// The values as they count: those of one name joined, blanks folded.
    private static func headers(_ request: WireRequest) -> [String: String] {
        Dictionary(grouping: request.headers) { $0.name.lowercased() }.mapValues { fields in
            fields.map { String(decoding: $0.canonicalValue, as: UTF8.self) }.joined(separator: ",")
        }
    }
}
