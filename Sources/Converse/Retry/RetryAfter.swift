import HTTPTransport
import ServerClock
import SigV4
import WireText

/// The wait that an answer asks for (RFC 9110, section 10.2.3).
enum RetryAfter {
    /// Reads `Retry-After`: seconds, or a date, which counts from the answer's own `Date` where it has one.
    static func wait(in response: TransportResponse, now: SigningTime) -> Duration? {
        guard let text = response.header("Retry-After") else { return nil }
        if !text.isEmpty, text.utf8.allSatisfy(\.isDigit) {
            // More digits than fit ask for longer than anyone waits.
            return .seconds(min(Int64(text) ?? .max, 1_000_000_000))
        }
        guard let date = try? HTTPDate(parsing: text, near: now.unixSeconds) else { return nil }
        let server = response.header("Date").flatMap { try? HTTPDate(parsing: $0, near: now.unixSeconds) }
        return .seconds(max(0, date.unixSeconds - (server?.unixSeconds ?? now.unixSeconds)))
    }
}
