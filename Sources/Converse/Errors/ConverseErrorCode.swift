import ConverseAPI

extension ConverseError {
    /// The kind of a failure.
    ///
    /// More may be added; compare with `==`.
    public struct Code: Sendable, Hashable {
        private enum Kind: String, Sendable {
            case credentialsRefused, accessDenied, throttled, modelNotReady, modelTimedOut, modelFailed, validation
            case notFound, serviceFailed, unexpectedStatus, unreadableAnswer, network, deadlineExceeded, cancelled
            case notSigned, streamDamaged, streamEndedEarly
        }

        private let kind: Kind

        /// The key, the token or the signature was refused.
        public static let credentialsRefused = Code(kind: .credentialsRefused)
        /// The caller is known and may not do this.
        public static let accessDenied = Code(kind: .accessDenied)
        /// Too many requests or tokens.
        public static let throttled = Code(kind: .throttled)
        /// The model is being loaded.
        public static let modelNotReady = Code(kind: .modelNotReady)
        /// The model took too long.
        public static let modelTimedOut = Code(kind: .modelTimedOut)
        /// The model failed.
        public static let modelFailed = Code(kind: .modelFailed)
        /// The request is not one that the service accepts.
        public static let validation = Code(kind: .validation)
        /// There is no such model or resource here.
        public static let notFound = Code(kind: .notFound)
        /// The service failed.
        public static let serviceFailed = Code(kind: .serviceFailed)
        /// An answer that none of the other kinds covers: a redirect, a proxy's page.
        public static let unexpectedStatus = Code(kind: .unexpectedStatus)
        /// The answer says success and is not what the API promises.
        public static let unreadableAnswer = Code(kind: .unreadableAnswer)
        /// There was no answer; ``ConverseError/transportError`` says why.
        public static let network = Code(kind: .network)
        /// The deadline passed before anything could be sent.
        public static let deadlineExceeded = Code(kind: .deadlineExceeded)
        /// The task was cancelled.
        public static let cancelled = Code(kind: .cancelled)
        /// A streamed answer is damaged, or out of order; ``ConverseError/streamFailure`` says where.
        public static let streamDamaged = Code(kind: .streamDamaged)
        /// A streamed answer ended before its last event; ``ConverseError/streamFailure`` says where.
        public static let streamEndedEarly = Code(kind: .streamEndedEarly)
        /// The request could not be signed.
        public static let notSigned = Code(kind: .notSigned)
    }
}

extension ConverseError.Code: CustomStringConvertible {
    /// The name of the code in Swift.
    public var description: String { kind.rawValue }
}

extension ConverseError.Code {
    /// Types by which the service refuses the caller before it looks at the request.
    private static let credentialTypes: Set<String> = [
        "ExpiredToken", "ExpiredTokenException", "IncompleteSignature", "IncompleteSignatureException",
        "InvalidClientTokenId", "InvalidSignatureException", "InvalidToken", "MissingAuthenticationToken",
        "MissingAuthenticationTokenException", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed",
        "SignatureDoesNotMatch", "UnrecognizedClientException",
    ]

    /// The kind of a refusal: by its type where that is telling, else by its status.
    init(_ refusal: ServiceRefusal) {
        switch (refusal.errorType, refusal.status) {
        case (let type?, _) where Self.credentialTypes.contains(type): self = .credentialsRefused
        case ("ModelNotReadyException", _): self = .modelNotReady
        case ("ThrottlingException", _), (_, 429): self = .throttled
        case (_, 401): self = .credentialsRefused
        case (_, 403): self = .accessDenied
        case (_, 404): self = .notFound
        case (_, 408): self = .modelTimedOut
        case (_, 424): self = .modelFailed
        case (_, 400), (_, 413), (_, 422): self = .validation
        case (_, 500...599): self = .serviceFailed
        default: self = .unexpectedStatus
        }
    }

    /// What to do, in one sentence.
    var nextStep: String {
        switch kind {
        case .credentialsRefused:
            "Check key, secret, token and clock (doctor check names the cause); a temporary key needs AWS_SESSION_TOKEN."
        case .accessDenied:
            "Read the message: model access, an IAM policy or an organisation's policy is missing (doctor explain names it)."
        case .throttled: "Send fewer requests or tokens, or ask for a higher quota."
        case .modelNotReady: "Wait a minute: the model is being loaded."
        case .modelTimedOut: "Ask for fewer tokens, or try again."
        case .modelFailed: "Try again; if it persists, send the request id to AWS's support."
        case .validation: "Correct the request as the message says; sending it again does not help."
        case .notFound: "Check the model id and the region (doctor models shows where it is served)."
        case .serviceFailed: "Try again later; if it persists, look at AWS's health dashboard."
        case .unexpectedStatus: "Check the endpoint: what answered may not be Bedrock."
        case .unreadableAnswer: "Check the endpoint: what answered may be a proxy."
        case .network, .cancelled, .notSigned: ""
        case .deadlineExceeded: "Allow more time."
        case .streamDamaged:
            "Try again; if it persists, look for a proxy or gateway in between that changes the bytes of the answer."
        case .streamEndedEarly:
            "Try again; if it persists, look for a proxy or load balancer in between that ends long answers."
        }
    }
}
