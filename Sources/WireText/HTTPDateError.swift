/// Why a text is not an HTTP date.
public struct HTTPDateError: Error, Sendable, Hashable {
    /// The first part that is wrong.
    public enum Code: Sendable, Hashable {
        /// Nothing but blanks.
        case empty

        /// Does not begin with an English weekday in one of the three forms.
        case weekday

        /// The day, month or year is not written as the form wants it.
        case date

        /// The time is not `hh:mm:ss`.
        case time

        /// The date does not end in `GMT` (or, for asctime, in the year).
        case zone

        /// Something follows the date.
        case trailingBytes

        /// There is no such day or time.
        case outOfRange

        /// The weekday named is not the date's.
        case wrongWeekday
    }

    /// What is wrong.
    public let code: Code

    /// The text, as far as it can be shown: printable ASCII, at most 64 characters.
    public let text: String

    init(_ code: Code, in text: String) {
        self.code = code
        self.text = String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(64).map { $0.value >= 0x20 && $0.value < 0x7F ? $0 : "?" }))
    }
}

extension HTTPDateError: CustomStringConvertible {
    /// What was expected and what was found.
    public var description: String {
        let expected =
            switch code {
            case .empty: "expected a date, found nothing"
            case .weekday: "expected a weekday such as \"Sun,\" at the start"
            case .date: "expected a day, month and year such as \"06 Nov 1994\""
            case .time: "expected a time such as \"08:49:37\""
            case .zone: "expected \"GMT\" after the time"
            case .trailingBytes: "expected nothing after the date"
            case .outOfRange: "there is no such day or time"
            case .wrongWeekday: "the weekday is not that of the date"
            }
        return code == .empty ? expected : "\(expected) in \"\(text)\""
    }
}
