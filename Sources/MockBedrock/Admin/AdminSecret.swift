import SigV4
import WireText

/// What the address of an admin endpoint holds, so that only those who were told it can ask there: 128 random bits.
public struct AdminSecret: Sendable {
    private let secret: Secret

    /// 32 hexadecimal digits.
    public var text: String { String(decoding: secret.exposedBytes, as: UTF8.self) }

    /// Takes 128 bits of a generator whose next bits nobody can tell, as the system's are.
    public init(_ high: UInt64, _ low: UInt64) {
        let bytes = [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
        secret = Secret(bytes: Hexadecimal.encode(bytes))
    }

    /// A secret of the system's random bits.
    public static func random() -> AdminSecret {
        var system = SystemRandomNumberGenerator()
        return AdminSecret(system.next(), system.next())
    }

    /// Whether a text is the secret, found out in time that depends on the lengths alone.
    func isEqual(to other: some Sequence<UInt8>) -> Bool { secret.matches(Array(other)) }
}

extension AdminSecret: CustomStringConvertible, CustomReflectable {
    /// Never the secret.
    public var description: String { SensitiveNames.mask }

    /// A mirror that shows only ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["text": description]) }
}
