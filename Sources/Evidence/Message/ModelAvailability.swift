import JSONText
import WireText

/// What AWS says of an account's gates for a model, where a text shows the answer to GetFoundationModelAvailability.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetFoundationModelAvailability.html>.
package struct ModelAvailability: Sendable, Hashable {
    /// The gates that are open, and those that are not, by the names of their members; the last word of each counts.
    package let open: Set<String>
    package let closed: Set<String>

    private static let members = [
        "agreementAvailability", "authorizationStatus", "entitlementAvailability", "regionAvailability",
    ]

    /// `nil` where the text shows none.
    package init?(in text: String) {
        var (open, closed): (Set<String>, Set<String>) = ([], [])
        for member in Self.members {
            let values = text.prefix(65_536).ranges(of: member).compactMap {
                Self.value(behind: $0.upperBound, in: text)
            }
            guard let last = values.last else { continue }
            if ["AVAILABLE", "AUTHORIZED"].contains(last) { open.insert(member) } else { closed.insert(member) }
        }
        guard !open.isEmpty || !closed.isEmpty else { return nil }
        self.open = open
        self.closed = closed
    }

    /// Whether every gate that a person can open is open.
    package var isOpen: Bool {
        closed.isEmpty
            && open.isSuperset(of: ["agreementAvailability", "authorizationStatus", "entitlementAvailability"])
    }

    /// The first word in capitals behind a member's name, within its line or its object.
    private static func value(behind place: String.Index, in text: String) -> String? {
        let rest = text[place...].prefix(60)
        let words = rest.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
        return words.prefix(3).first { word in
            ["AVAILABLE", "AUTHORIZED", "NOT_AVAILABLE", "NOT_AUTHORIZED", "PENDING", "ERROR"].contains(word)
        }.map(String.init)
    }
}
