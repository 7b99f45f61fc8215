import WireText

/// A request that cannot be answered as HTTP; it gets a plain answer and the connection is closed.
enum HTTPFault: Error, Sendable, Hashable {
    /// The head is longer than so many bytes.
    case headTooLarge(Int)
    case bodyTooLarge
    case malformedHead
    /// Fields of HTTP/2 that no request may have; what is wrong with them.
    case malformedFields(String)
    /// What came breaks HTTP/2 itself, so that nothing more can be read; what is wrong with it.
    case brokenConnection(String)
    /// A field of HTTP/2 whose value is not UTF-8; its name.
    case notText(String)
    case encrypted
    case notEncrypted
    /// A host that a proxy which forwards nothing does not answer for, and the regions that it plays.
    case foreignHost(String, [String])
    /// The region of a host that it would answer for if it played it, and those that it plays.
    case foreignRegion(String, [String])
    case malformedBody
    case unsupportedMethod
    /// A tunnel that is asked of a server which is no proxy.
    case noProxy
    case unsupportedExpectation
    case timedOut
    case overloaded

    var status: Int {
        switch self {
        case .headTooLarge: 431
        case .bodyTooLarge: 413
        case .malformedHead, .malformedFields, .brokenConnection, .notText, .encrypted, .notEncrypted, .malformedBody:
            400
        case .foreignHost, .foreignRegion: 403
        case .unsupportedMethod, .noProxy: 405
        case .unsupportedExpectation: 417
        case .timedOut: 408
        case .overloaded: 503
        }
    }

    var message: String {
        switch self {
        case .headTooLarge(let most):
            "The request head is larger than the \(Counted.words(most, "byte")) that this server accepts."
        case .bodyTooLarge: "The request body is larger than this server accepts."
        case .malformedHead: "The request line or a header line is not valid HTTP."
        case .malformedFields(let words): "The request is malformed: \(words)."
        case .brokenConnection(let words): "The connection breaks HTTP/2: \(words)."
        case .notText(let name):
            "The field \(name) of the request is not UTF-8: in HTTP/2 its bytes are lost on the way, so its signature cannot be "
                + "verified. Send it over HTTP/1.1, or encode it."
        case .encrypted:
            "The client began a TLS handshake, but this server speaks plain HTTP: use http://, not https://."
        case .notEncrypted:
            "The client sent plain HTTP, but this server speaks TLS: use https://, not http://."
        case .foreignHost(let host, let regions):
            "This is the mock of Amazon Bedrock of `doctor serve --proxy`, which forwards nothing: it answers itself for the "
                + "hosts of Bedrock and STS in \(regions.joined(separator: ", ")), and there is no way to \(host) from here. "
                + "Name in NO_PROXY what the client is to call directly."
        case .foreignRegion(let region, let regions):
            "This mock of Amazon Bedrock plays \(regions.joined(separator: ", ")), not \(region): start it with --region "
                + "\(region)."
        case .malformedBody: "The request body does not end where its framing says."
        case .unsupportedMethod: "This server answers GET, HEAD, POST, PUT, PATCH and DELETE only."
        case .noProxy:
            "The client takes this server for a proxy, and asks for a tunnel: doctor serve --proxy makes it one, which answers "
                + "for the hosts of Bedrock itself. Without it, give the client the server as its endpoint, and no proxy."
        case .unsupportedExpectation: "The only expectation that can be met is 100-continue."
        case .overloaded:
            "This server holds as many bytes of request bodies as it accepts at once; send the request again later."
        case .timedOut: "The request did not arrive in time."
        }
    }

    /// The service's own name for it, which lets an SDK try again; nil where the service has none.
    ///
    /// A proxy's refusal has one of ours.
    var errorType: String? {
        switch self {
        case .overloaded: "ServiceUnavailableException"
        case .foreignHost, .foreignRegion, .noProxy: "DoctorProxyException"
        default: nil
        }
    }

    /// Whether the request is malformed as HTTP/2 has it, so that its stream ends in an error (RFC 9113, section 8.1.1).
    var isStreamError: Bool {
        switch self {
        case .malformedHead, .malformedFields, .malformedBody: true
        default: false
        }
    }

    /// What became of the request.
    var verdict: MockLogEntry.Verdict {
        switch self {
        case .foreignHost, .foreignRegion, .noProxy: .foreign
        default: .malformed
        }
    }
}
