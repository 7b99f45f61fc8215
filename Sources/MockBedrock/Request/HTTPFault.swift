/// A request that cannot be answered as HTTP; it gets a plain answer and the connection is closed.
enum HTTPFault: Error, Sendable, Hashable {
    case headTooLarge
    case bodyTooLarge
    case malformedHead
    case notText
    case encrypted
    case notEncrypted
    case malformedBody
    case unsupportedMethod
    case unsupportedExpectation
    case timedOut
    case overloaded

    var status: Int {
        switch self {
        case .headTooLarge: 431
        case .bodyTooLarge: 413
        case .malformedHead, .notText, .encrypted, .notEncrypted, .malformedBody: 400
        case .unsupportedMethod: 405
        case .unsupportedExpectation: 417
        case .timedOut: 408
        case .overloaded: 503
        }
    }

    var message: String {
        switch self {
        case .headTooLarge: "The request head is larger than this server accepts."
        case .bodyTooLarge: "The request body is larger than this server accepts."
        case .malformedHead: "The request line or a header line is not valid HTTP."
        case .notText:
            "A field of the request is not UTF-8: in HTTP/2 its bytes are lost on the way, so its signature cannot be "
                + "verified. Send it over HTTP/1.1, or encode it."
        case .encrypted:
            "The client began a TLS handshake, but this server speaks plain HTTP: use http://, not https://."
        case .notEncrypted:
            "The client sent plain HTTP, but this server speaks TLS: use https://, not http://."
        case .malformedBody: "The request body does not end where its framing says."
        case .unsupportedMethod: "This server answers GET, HEAD, POST, PUT, PATCH and DELETE only."
        case .unsupportedExpectation: "The only expectation that can be met is 100-continue."
        case .overloaded:
            "This server holds as many bytes of request bodies as it accepts at once; send the request again later."
        case .timedOut: "The request did not arrive in time."
        }
    }

    /// The service's own name for it, which lets an SDK try again; nil where the service has none.
    var errorType: String? { self == .overloaded ? "ServiceUnavailableException" : nil }
}
