import JSONText
import WireText

/// The times in a refusal of the clock: `Signature expired: X is now earlier than Y (Z - 5 min.)` and its like.
///
/// X is the time the request was signed with, Z the server's clock, and the number the width of the window
/// (facts measured on real refusals; the parenthesis is the server's time, not the size of the skew).
package struct SignatureTimes: Sendable, Hashable {
    /// Seconds since 1970, UTC.
    package let signed: Int64

    /// The server's clock in seconds since 1970; `nil` when the message names only the limit.
    package let server: Int64?

    /// How far the signed time may lie from the server's, in minutes.
    package let windowMinutes: Int?

    /// Signed time minus server time, in seconds: negative when the client's clock is behind or the request is old.
    package var skewSeconds: Int64? { server.map { signed - $0 } }

    package init?(_ text: String) {
        if let signed = Self.element("RequestTime", in: text), let server = Self.element("ServerTime", in: text) {
            self.signed = signed
            self.server = server
            windowMinutes = XMLFields.text(of: "MaxAllowedSkewMilliseconds", in: text).flatMap { Int($0) }.map {
                $0 / 60_000
            }
            return
        }
        let times = Self.times(in: text)
        guard let first = times.first else { return nil }
        signed = first
        let minutes = Self.minutes(in: text)
        windowMinutes = minutes?.value
        // Times of an echo are the client's own: the server tells its clock where it compares the two.
        let isCompared = ["earlier than", "later than", "not yet current", "ignature expired", "kew"].contains(
            where: text.contains)
        if times.count >= 3, isCompared {
            server = times[2]
        } else if times.count == 2, isCompared, let minutes {
            // The limit is named and the sum is cut off: the server's time is the limit and the window.
            server = times[1] + (minutes.sign * Int64(minutes.value) * 60)
        } else {
            server = nil
        }
    }

    // MARK: Reading

    /// S3 tells both times as elements, that of the request as it was sent: in either form of ISO 8601, or as in `Date`.
    private static func element(_ name: String, in text: String) -> Int64? {
        guard let written = XMLFields.text(of: name, in: text) else { return nil }
        return times(in: written).first
            ?? (try? HTTPDate(parsing: written.trimmedWhitespace().description))?.unixSeconds
    }

    /// `20250611T072336Z`, and `2025-06-11T07:23:36Z` as other services write it.
    private static func times(in text: String) -> [Int64] {
        text.split { !($0.isASCII && ($0.isNumber || "TZ:-".contains($0))) }.compactMap { piece in
            let word = piece.trimmed(of: ":-")
            guard word.hasSuffix("Z"), word.contains("T") else { return nil }
            let digits = word.utf8.compactMap(\.decimalDigit)
            guard digits.count == 14 else { return nil }
            func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
            return CivilTime(
                year: number(0..<4), month: number(4..<6), day: number(6..<8),
                hour: number(8..<10), minute: number(10..<12), second: number(12..<14)
            )?.unixSeconds
        }
    }

    /// `- 5 min.` or `+ 15 min.`; the sign is that of the way from the limit back to the server's clock.
    private static func minutes(in text: String) -> (value: Int, sign: Int64)? {
        let words = text.split { $0.isWhitespace || "().".contains($0) }
        for (index, word) in words.enumerated() where word.hasPrefix("min") && index > 0 {
            guard let value = Int(words[index - 1]), (1...1_440).contains(value) else { continue }
            return (value, index > 1 && words[index - 2] == "+" ? -1 : 1)
        }
        return nil
    }
}
