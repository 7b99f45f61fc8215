import Codes
import WireText

/// A request that cannot be answered as HTTP; it gets a plain answer and the connection is closed.
enum HTTPFault: Error, Sendable, Hashable {
    /// The head is longer than so many bytes.
    case headTooLarge(Int)
    case bodyTooLarge
    /// A head that is not to be read as HTTP/1.1; what is wrong with it, where that is known.
    case malformedHead(String? = nil)
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

    /// The beginning of what is said, which has a code; nil of what a proxy says of hosts.
    private var sentence: ServerSentence? {
        switch self {
        case .headTooLarge: .headTooLarge
        case .bodyTooLarge: .bodyTooLarge
        case .malformedHead: .malformedHead
        case .malformedFields: .malformedFields
        case .brokenConnection: .brokenConnection
        case .notText: .notText
        case .encrypted: .encrypted
        case .notEncrypted: .notEncrypted
        case .malformedBody: .malformedBody
        case .unsupportedMethod: .unsupportedMethod
        case .unsupportedExpectation: .unsupportedExpectation
        case .timedOut: .timedOut
        case .overloaded: .overloaded
        case .foreignHost, .foreignRegion, .noProxy: nil
        }
    }

    /// What it means, for `x-doctor-finding` and the log.
    var code: FindingCode? { sentence?.code }

    var message: String {
        let opening = sentence?.opening ?? ""
        return switch self {
        case .headTooLarge(let most): "\(opening)\(Counted.words(most, "byte")) that this server accepts."
        case .bodyTooLarge, .malformedHead(nil), .malformedBody, .unsupportedMethod, .unsupportedExpectation, .timedOut:
            "\(opening)."
        case .malformedHead(let words?): "\(opening): \(words)."
        case .malformedFields(let words), .brokenConnection(let words): "\(opening)\(words)."
        case .notText(let name):
            "The field \(name) \(opening), so its signature cannot be verified. Send it over HTTP/1.1, or encode it."
        case .encrypted: "\(opening): use http://, not https://."
        case .notEncrypted: "\(opening): use https://, not http://."
        case .foreignHost(let host, let regions):
            "This is the mock of Amazon Bedrock of `doctor serve --proxy`, which forwards nothing: it answers itself for the "
                + "hosts of Bedrock and STS in \(regions.joined(separator: ", ")), and there is no way to \(host) from here. "
                + "Name in NO_PROXY what the client is to call directly."
        case .foreignRegion(let region, let regions):
            "This mock of Amazon Bedrock plays \(regions.joined(separator: ", ")), not \(region): start it with --region "
                + "\(region)."
        case .noProxy:
            "The client takes this server for a proxy, and asks for a tunnel: doctor serve --proxy makes it one, which answers "
                + "for the hosts of Bedrock itself. Without it, give the client the server as its endpoint, and no proxy."
        case .overloaded: "\(opening); send the request again later."
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
