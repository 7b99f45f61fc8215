import WireText

/// What the address of an admin endpoint holds, so that only those who were told it can ask there: 128 random bits.
public struct AdminSecret: Sendable {
    /// 32 hexadecimal digits.
    public let text: String

    /// Takes 128 bits of a generator whose next bits nobody can tell, as the system's are.
    public init(_ high: UInt64, _ low: UInt64) {
        let bytes = [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
        text = String(decoding: Hexadecimal.encode(bytes), as: UTF8.self)
    }

    /// A secret of the system's random bits.
    public static func random() -> AdminSecret {
        var system = SystemRandomNumberGenerator()
        return AdminSecret(system.next(), system.next())
    }

    /// Whether a text is the secret; how long it takes does not depend on where they differ.
    func isEqual(to other: some Sequence<UInt8>) -> Bool {
        var difference: UInt8 = 0
        var count = 0
        let own = Array(text.utf8)
        for byte in other {
            if count < own.count { difference |= byte ^ own[count] }
            count += 1
        }
        return difference == 0 && count == own.count
    }
}

extension AdminSecret: CustomStringConvertible, CustomReflectable {
    /// Never the secret.
    public var description: String { SensitiveNames.mask }

    /// A mirror that shows only ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["text": description]) }
}
