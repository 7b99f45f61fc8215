/// Why a request cannot be signed: nothing a service could accept would come out.
public struct SigningError: Error, Sendable, Hashable {
    /// The kind of problem.
    public let code: Code
    /// What was found and what to do, without any secret.
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The kinds of problem; more may be added.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Storage: String { case host, header, target, method, scope, expires, accessKeyID, payloadHash }
        private let storage: Storage

        /// There is no `host` header.
        public static let missingHost = Code(storage: .host)
        /// A header has a name or value that HTTP cannot carry.
        public static let invalidHeader = Code(storage: .header)
        /// The target does not begin with a slash, or holds a line break or a fragment.
        public static let invalidTarget = Code(storage: .target)
        /// The method is not an HTTP token.
        public static let invalidMethod = Code(storage: .method)
        /// The region or the service is empty, or holds a slash or a line break.
        public static let invalidScope = Code(storage: .scope)
        /// The lifetime of a presigned URL is not between one second and seven days.
        public static let invalidExpiry = Code(storage: .expires)
        /// The access key id is empty, or holds what would end it in a credential.
        public static let invalidAccessKeyID = Code(storage: .accessKeyID)
        /// A payload hash given literally is empty or holds a line break.
        public static let invalidPayloadHash = Code(storage: .payloadHash)

        /// The kind in one word.
        public var description: String { storage.rawValue }
    }
}

extension SigningError: CustomStringConvertible {
    /// The same as ``message``.
    public var description: String { message }
}
