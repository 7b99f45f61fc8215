public import EventStream

/// What is wrong with a stream, and where.
public struct StreamFailure: Error, Sendable, Hashable {
    /// The kinds of failure.
    ///
    /// More may be added.
    public struct Kind: Sendable, Hashable, CustomStringConvertible {
        private enum Name { case damagedFrame, unreadableEvent, disorder, endedEarly }

        private let name: Name

        /// The frames are damaged: a checksum or a length is wrong, or something stands between them.
        public static let damagedFrame = Kind(name: .damagedFrame)
        /// A frame is whole, and what it brings is not an event of Converse.
        public static let unreadableEvent = Kind(name: .unreadableEvent)
        /// The events do not follow each other as they must: one came twice, or is missing.
        public static let disorder = Kind(name: .disorder)
        /// The stream ended before its last event, or inside a frame.
        public static let endedEarly = Kind(name: .endedEarly)

        /// The kind's name in Swift.
        public var description: String { "\(name)" }
    }

    /// What kind of failure it is.
    public let kind: Kind
    /// Where it is, in bytes from the start of the stream.
    public let offset: Int
    /// What was expected and what was found.
    public let reason: String
    /// The decoder's own error, nil when the frames themselves are right.
    public let frameError: EventStreamError?

    package init(_ kind: Kind, offset: Int, reason: String, frameError: EventStreamError? = nil) {
        self.kind = kind
        self.offset = offset
        self.reason = reason
        self.frameError = frameError
    }

    /// The failure that the decoder's error means.
    package init(_ error: EventStreamError) {
        self.init(
            error.code == .streamTruncated ? .endedEarly : .damagedFrame, offset: error.offset,
            reason: error.reason.hasSuffix(".") ? String(error.reason.dropLast()) : error.reason, frameError: error)
    }
}

extension StreamFailure: CustomStringConvertible {
    /// The place and the reason.
    public var description: String { "byte \(offset) of the stream: \(reason)" }
}
