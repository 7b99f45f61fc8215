/// Why a mock server could not start.
public struct MockServerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of failure.
    public struct Code: Sendable, Hashable {
        private enum Kind: Hashable { case cannotListen, noCredentials, noRegions }
        private let kind: Kind

        /// The address could not be bound.
        public static let cannotListen = Code(kind: .cannotListen)
        /// The configuration has no credential, so every request would be refused.
        public static let noCredentials = Code(kind: .noCredentials)
        /// The configuration has no region, so every request would be refused.
        public static let noRegions = Code(kind: .noRegions)
    }

    /// The kind of failure; two errors with the same code and message are equal.
    public let code: Code
    /// What was tried, what happened, and the next step.
    public let message: String

    /// The same as ``message``.
    public var description: String { message }
}
