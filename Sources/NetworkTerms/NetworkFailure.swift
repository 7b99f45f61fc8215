/// What can go wrong between a request and its answer: the one vocabulary of the transport, the client and the diagnosis.
///
/// An HTTP status is never a failure here. More kinds may be added; compare with `==`.
public struct NetworkFailure: Sendable, Hashable {
    private enum Kind: Hashable {
        case badURL, badRequest, badProxySetting, nameNotResolved, connectFailed, proxyFailed,
            tlsFailed
        case certificateNotTrusted(CertificateProblem)
        case certificateAuthoritiesUnusable
        case timedOut(TransferPhase)
        case connectionReset, closedEarly, malformedResponse, responseTooLarge
        case cancelled, shutDown
        case curlFailure(Int)
    }

    private let kind: Kind

    /// The origin or target cannot be sent.
    public static let badURL = Self(kind: .badURL)
    /// The method, a header field or the body cannot be sent as asked.
    public static let badRequest = Self(kind: .badRequest)
    /// A proxy variable cannot be understood.
    public static let badProxySetting = Self(kind: .badProxySetting)
    /// The host's name has no address.
    public static let nameNotResolved = Self(kind: .nameNotResolved)
    /// No connection to the host.
    public static let connectFailed = Self(kind: .connectFailed)
    /// The proxy could not be reached or refused.
    public static let proxyFailed = Self(kind: .proxyFailed)
    /// The TLS handshake failed for another reason than trust.
    public static let tlsFailed = Self(kind: .tlsFailed)
    /// The certificate was refused for this reason.
    public static func certificateNotTrusted(_ problem: CertificateProblem) -> Self {
        Self(kind: .certificateNotTrusted(problem))
    }
    /// The file of certificate authorities cannot be read.
    public static let certificateAuthoritiesUnusable = Self(kind: .certificateAuthoritiesUnusable)
    /// A deadline passed in this stage.
    public static func timedOut(_ phase: TransferPhase) -> Self { Self(kind: .timedOut(phase)) }
    /// The connection was reset while sending or reading.
    public static let connectionReset = Self(kind: .connectionReset)
    /// The connection ended before the response did.
    public static let closedEarly = Self(kind: .closedEarly)
    /// What came is not HTTP.
    public static let malformedResponse = Self(kind: .malformedResponse)
    /// The body is larger than the transport's limit.
    public static let responseTooLarge = Self(kind: .responseTooLarge)
    /// The task was cancelled.
    public static let cancelled = Self(kind: .cancelled)
    /// The transport has been shut down.
    public static let shutDown = Self(kind: .shutDown)
    /// Another failure of curl, by its number (`CURLcode`).
    public static func curlFailure(_ number: Int) -> Self { Self(kind: .curlFailure(number)) }

    /// Whether a deadline passed, in whatever stage.
    public var isTimeout: Bool { timedOutPhase != nil }

    /// The stage in which a deadline passed, or `nil` for other failures.
    public var timedOutPhase: TransferPhase? {
        if case .timedOut(let phase) = kind { phase } else { nil }
    }

    /// What was wrong with the certificate, or `nil` for other failures.
    public var certificateProblem: CertificateProblem? {
        if case .certificateNotTrusted(let problem) = kind { problem } else { nil }
    }

    /// Whether the name led to no address, or to none in time.
    public var isUnresolvedName: Bool { self == .nameNotResolved || timedOutPhase == .nameLookup }

    /// Whether no connection stood in time, TLS included.
    public var isConnectTimeout: Bool {
        switch timedOutPhase {
        case .queued, .connecting, .tlsHandshake: true
        default: false
        }
    }
}

extension NetworkFailure: CustomStringConvertible {
    /// The code's name in Swift.
    public var description: String { "\(kind)" }
}
