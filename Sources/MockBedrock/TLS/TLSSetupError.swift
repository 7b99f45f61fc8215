/// Why a server cannot speak TLS as it is asked to.
public struct TLSSetupError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of failure.
    public struct Code: Sendable, Hashable {
        private enum Kind: Hashable { case name, certificate, key, pair, library }
        private let kind: Kind

        /// A name is none that a certificate can be for.
        public static let name = Code(kind: .name)
        /// The certificate cannot be read, or cannot be used.
        public static let certificate = Code(kind: .certificate)
        /// The key cannot be read.
        public static let key = Code(kind: .key)
        /// Certificate and key do not belong together.
        public static let pair = Code(kind: .pair)
        /// The system's libssl refuses something that it should not.
        public static let library = Code(kind: .library)
    }

    /// The kind of failure.
    public let code: Code
    /// What was tried, what happened, and the next step.
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// A failure of the library where no input is to blame.
    init(_ fault: OpenSSLFault) {
        self.init(.library, "The system's libssl cannot make a certificate: \(fault.text).")
    }

    /// The same as ``message``.
    public var description: String { message }
}
