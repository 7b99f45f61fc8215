/// The name of one of the clients that a server keeps apart, or that of a client which gives none.
///
/// A client gives it by a path in front of the operation's, `/client/NAME`, or by the header `X-Doctor-Client`. Each has faults,
/// recordings, quotas and counts of its own, as if it were alone.
public struct ClientName: Sendable, Hashable {
    /// 1 to 64 of the letters, digits, dots, underscores and hyphens of ASCII; empty for a client that gives none.
    public let text: String

    /// A client that gives no name.
    public static let unnamed = ClientName(known: "")

    /// Takes a name.
    ///
    /// - Returns: Nil when the text is no name; ``expected`` says what is one.
    public init?(_ text: String) {
        let bytes = text.utf8
        // Dots alone are segments that a path loses on its way.
        guard (1...64).contains(bytes.count), bytes.allSatisfy(Self.isAllowed),
            bytes.contains(where: { $0 != UInt8(ascii: ".") })
        else { return nil }
        self.text = text
    }

    private init(known text: String) { self.text = text }

    /// What a name is, for the text of an error.
    public static let expected = "expected a client's name of 1 to 64 letters, digits, dots, underscores and hyphens"

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension ClientName: CustomStringConvertible {
    /// The same as ``text``.
    public var description: String { text }
}
