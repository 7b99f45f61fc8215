import SigV4
import WireText

/// What differs between two signed requests; headers and parameters may stand in any order.
enum SignedRequestDifference {
    /// The first difference in words; nil if there is none.
    ///
    /// - Parameter tokenIsOptional: whether a session token that only `found` has is not a difference.
    static func requests(_ expected: WireRequest, _ found: WireRequest, tokenIsOptional: Bool) -> String? {
        if expected.method != found.method {
            return "expected the method \(expected.method), found \(found.method)"
        }
        if let difference = targets(expected.target, found.target, tokenIsOptional: tokenIsOptional) {
            return difference
        }
        let fields = difference(
            "header", expected.headers.map(field), found.headers.map(field), tokenIsOptional: tokenIsOptional)
        if let fields { return fields }
        return expected.body == found.body
            ? nil : "expected a body of \(expected.body.count) bytes, found another one of \(found.body.count)"
    }

    /// The first difference of two targets in words; nil if they ask for the same.
    static func targets(_ expected: [UInt8], _ found: [UInt8], tokenIsOptional: Bool = false) -> String? {
        let (expectedPath, expectedPairs) = cut(expected)
        let (foundPath, foundPairs) = cut(found)
        if expectedPath != foundPath {
            return "expected the path \(text(expectedPath)), found \(text(foundPath))"
        }
        return difference("parameter", expectedPairs, foundPairs, tokenIsOptional: tokenIsOptional)
    }

    /// A header or parameter to compare, and how to show it.
    private struct Item: Hashable {
        let name: String
        let value: [UInt8]
        let isSecret: Bool

        var shown: String { isSecret ? "\(name) (\(value.count) bytes, masked)" : "\(name): \(text(value))" }
    }

    private static func difference(
        _ kind: String, _ expected: [Item], _ found: [Item], tokenIsOptional: Bool
    ) -> String? {
        var unmatched = found
        var missing: [Item] = []
        for item in expected {
            if let index = unmatched.firstIndex(of: item) { unmatched.remove(at: index) } else { missing.append(item) }
        }
        if tokenIsOptional { unmatched.removeAll(where: \.isSecret) }
        let rows =
            missing.map { "  expected the \(kind) \($0.shown)" } + unmatched.map { "  found the \(kind) \($0.shown)" }
        return rows.isEmpty ? nil : rows.joined(separator: "\n")
    }

    private static func field(_ field: HeaderField) -> Item {
        Item(
            name: field.name.lowercased(), value: field.value.trimmed,
            isSecret: field.isNamed("x-amz-security-token"))
    }

    /// The path as it is, and the parameters: those of the signature byte for byte, the request's own decoded, because a
    /// signer may spell them in another way.
    private static func cut(_ target: [UInt8]) -> (path: [UInt8], pairs: [Item]) {
        guard let mark = target.firstIndex(of: UInt8(ascii: "?")) else { return (target, []) }
        let pairs = target[(mark + 1)...].split(separator: UInt8(ascii: "&")).map { pair in
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            let value = pair.dropFirst(name.count + 1)
            let nameText = PercentCoding.decodedText(name.span)
            let isAdded = nameText.hasPrefix("X-Amz-")
            return Item(
                name: nameText, value: isAdded ? Array(value) : PercentCoding.decode(value.span),
                isSecret: nameText == "X-Amz-Security-Token")
        }
        return (Array(target[..<mark]), pairs)
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
