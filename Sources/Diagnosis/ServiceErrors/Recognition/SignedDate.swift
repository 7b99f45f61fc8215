import Evidence
import JSONText
import SigV4
import WireText

/// The time for which a request was signed, and that of the answer to it, where a paste shows both or the first is no time of today.
struct SignedDate {
    let signed: SigningTime

    /// The `Date` of the answer.
    let answered: SigningTime?

    /// Seconds for which a presigned URL is good.
    private let seconds: Int64?

    /// The first day on which anything was signed by version 4.
    private static let first: Int64 = 1_325_376_000

    /// - Parameter text: What was pasted; `nil` where no signed time stands in it, or several do.
    init?(_ text: String) {
        let text = text.prefix(32_768)
        let lower = text.lowercased()
        let marks = ["x-amz-date=", "x-amz-date: ", "x-amz-date:", "\"x-amz-date\": \"", "'x-amz-date': '"]
        let times = marks.flatMap { mark in
            lower.ranges(of: mark).compactMap { SigningTime(amzDate: lower[$0.upperBound...].prefix(16).uppercased()) }
        }
        guard let signed = times.first, Set(times).count == 1 else { return nil }
        self.signed = signed
        seconds = lower.firstRange(of: "x-amz-expires=").flatMap {
            Int64(lower[$0.upperBound...].prefix(while: \.isNumber))
        }
        answered = Self.answered(String(text))
    }

    /// The value of a line `date:`, whatever a log has written before it.
    private static func answered(_ text: String) -> SigningTime? {
        for line in text.split(whereSeparator: \.isNewline) {
            guard let mark = line.lowercased().firstRange(of: "date: "), let comma = line.firstIndex(of: ",") else {
                continue
            }
            let before = line.lowercased()[..<mark.lowerBound]
            guard before.last.map({ !$0.isLetter && $0 != "-" }) ?? true else { continue }
            let day = line[..<comma].suffix(3)
            let rest = line[comma...].prefix(26)
            let value = (day + rest).trimmedWhitespace()
            if let date = try? HTTPDate(parsing: String(value)) { return SigningTime(unixSeconds: date.unixSeconds) }
        }
        return nil
    }

    /// Whether the clock was never set: devices begin at 1970, 1980 or 2000.
    var isUnset: Bool { signed.unixSeconds < Self.first }

    /// Signed time minus the answer's, where that is more than a service lets pass; `nil` otherwise.
    var skew: Int64? {
        guard let answered else { return nil }
        let skew = signed.unixSeconds - answered.unixSeconds
        // A presigned URL is used later than it was made.
        let early = seconds.map { max($0, 900) } ?? 900
        return skew > 900 || skew < -early ? skew : nil
    }

    /// A presigned URL that came after its time is old, and its clock need not be wrong.
    var isOfClock: Bool { isUnset || (skew.map { $0 > 0 || seconds == nil } ?? false) }
}
