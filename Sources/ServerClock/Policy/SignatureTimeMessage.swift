import WireText

/// What the service says when it refuses a signature for its time.
///
/// `Signature expired: A is now earlier than B (C - 5 min.)` and
/// `Signature not yet current: A is still later than B (C + 5 min.)`: A is the time that was signed, C the server's
/// time, B the limit. C is a second reading of the server's clock, one that no cache can spoil.
public struct SignatureTimeMessage: Sendable, Hashable {
    /// On which side of the window the signature lies.
    public enum Kind: Sendable, Hashable {
        /// Too old.
        case expired

        /// From the future.
        case notYetCurrent
    }

    /// On which side of the window the signature lies.
    public let kind: Kind

    /// The time that was signed (`X-Amz-Date`), in seconds since 1970.
    public let signed: Int64

    /// The server's time, in seconds since 1970.
    public let server: Int64

    /// The window, in seconds; 300 for Bedrock, 900 for some other services.
    public let windowSeconds: Int64

    /// Server minus signed, in seconds: how far the signing clock is behind the server's, delay included.
    public var skewSeconds: Int64 { server - signed }

    /// Finds the message in a text; `nil` when it is not there or its times are not times.
    public init?(in text: String) {
        for (kind, opening, middle, sign) in SignatureTimeMessage.forms {
            for start in SignatureTimeMessage.ends(of: opening, in: text) {
                var scanner = ByteScanner(Array(text.utf8[start...].prefix(128)))
                guard let signed = scanner.amzDate(), scanner.take(middle), scanner.amzDate() != nil,
                    scanner.take(" ("), let server = scanner.amzDate(), scanner.take(sign),
                    let minutes = scanner.number(atMost: 4), scanner.take(" min")
                else { continue }
                self.kind = kind
                self.signed = signed
                self.server = server
                windowSeconds = Int64(minutes) * 60
                return
            }
        }
        return nil
    }

    private static let forms: [(kind: Kind, opening: String, middle: String, sign: String)] = [
        (.expired, "Signature expired: ", " is now earlier than ", " - "),
        (.notYetCurrent, "Signature not yet current: ", " is still later than ", " + "),
    ]

    /// Where each occurrence of `needle` ends.
    private static func ends(of needle: String, in text: String) -> [String.Index] {
        let haystack = text.utf8
        let wanted = Array(needle.utf8)
        var found: [String.Index] = []
        var index = haystack.startIndex
        while let start = haystack[index...].firstIndex(of: wanted[0]) {
            if haystack[start...].starts(with: wanted) {
                found.append(haystack.index(start, offsetBy: wanted.count))
            }
            index = haystack.index(after: start)
        }
        return found
    }
}

extension ByteScanner {
    /// Takes an ISO 8601 basic time such as `20260101T000501Z`, in seconds since 1970.
    mutating func amzDate() -> Int64? {
        guard let year = digits(4), let month = digits(2), let day = digits(2), take("T"),
            let hour = digits(2), let minute = digits(2), let second = digits(2), take("Z")
        else { return nil }
        return CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)?.unixSeconds
    }
}
