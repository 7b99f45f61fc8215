import JSONText
import WireText

/// A host of Bedrock's that a client put together without a region: `bedrock-runtime..amazonaws.com`, or a name that ends where the
/// region belongs.
package enum NamelessHost {
    private static let limit = 8_192

    /// What stands before a host in the words of clients.
    private static let openings = [
        "://", "to host ", "resolve host: ", "resolve host ", "host='", "host=\"", "lookup ",
    ]

    /// The name as it stands there; `nil` where none has a gap.
    package static func first(in text: String) -> String? {
        let text = text.prefix(limit)
        return openings.lazy.flatMap { opening in
            text.ranges(of: opening).lazy.compactMap { gap(in: text[$0.upperBound...]) }
        }.first
    }

    private static func gap(in rest: Substring) -> String? {
        let name = rest.drop { "\"'`".contains($0) }.prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0))
        }
        guard name.hasPrefix("bedrock"), name.utf8.count < 64 else { return nil }
        let isOpen =
            name.hasSuffix("-") || name.hasSuffix("..") || name.contains("..amazonaws.") || name.contains("..api.")
        // A name that is cut by an ellipsis was cut by a person.
        let behind = rest[name.endIndex...].first
        return isOpen && !name.hasSuffix("...") && behind != "\u{2026}" && behind != "<" && behind != "{"
            && behind != "$"
            ? String(name) : nil
    }
}
