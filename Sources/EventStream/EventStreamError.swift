/// Why bytes are not an event stream, or a message cannot be encoded as one.
public struct EventStreamError: Error, Sendable, Hashable {
    /// The kinds of failure.
    ///
    /// More may be added.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind {
            case preludeChecksumMismatch, messageChecksumMismatch, messageTooLong, messageTooShort, headersTooLong
            case headerTruncated, headerNameInvalid, headerTypeUnknown, headerValueInvalid, headerValueTooLong
            case headerDuplicated, streamTruncated
        }

        private let kind: Kind

        /// The checksum of the lengths is wrong: garbage between messages, or a length that was changed.
        public static let preludeChecksumMismatch = Self(kind: .preludeChecksumMismatch)
        /// The checksum of the whole message is wrong.
        public static let messageChecksumMismatch = Self(kind: .messageChecksumMismatch)
        /// The message is longer than the limit.
        public static let messageTooLong = Self(kind: .messageTooLong)
        /// The message's length has no room for its framing and headers.
        public static let messageTooShort = Self(kind: .messageTooShort)
        /// The headers are longer than the limit.
        public static let headersTooLong = Self(kind: .headersTooLong)
        /// A header goes beyond the end of the headers.
        public static let headerTruncated = Self(kind: .headerTruncated)
        /// A header's name is empty, too long or not UTF-8.
        public static let headerNameInvalid = Self(kind: .headerNameInvalid)
        /// A header's value has a type that does not exist.
        public static let headerTypeUnknown = Self(kind: .headerTypeUnknown)
        /// A header's text is not UTF-8.
        public static let headerValueInvalid = Self(kind: .headerValueInvalid)
        /// A header's value is too long to be encoded.
        public static let headerValueTooLong = Self(kind: .headerValueTooLong)
        /// A name comes twice in one message.
        public static let headerDuplicated = Self(kind: .headerDuplicated)
        /// The stream ended inside a message.
        public static let streamTruncated = Self(kind: .streamTruncated)

        /// The code's name in Swift.
        public var description: String { "\(kind)" }
    }

    /// What kind of failure it was.
    public let code: Code

    /// Where the wrong bytes begin, counted from the start of the stream (decoding) or of the message (encoding).
    public let offset: Int

    /// What was expected and what was found.
    public let reason: String

    /// Makes an error.
    public init(code: Code, offset: Int, reason: String) {
        self.code = code
        self.offset = offset
        self.reason = reason
    }
}

extension EventStreamError: CustomStringConvertible {
    /// The reason with its place.
    public var description: String { "Event stream, byte \(offset): \(reason)" }
}

extension UInt32 {
    /// The number as eight hexadecimal digits.
    var hexadecimal: String {
        let digits = String(self, radix: 16)
        return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
