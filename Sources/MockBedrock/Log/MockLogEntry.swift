public import Codes
import SigV4

/// What the mock server has to say about one request; it never holds a secret.
public struct MockLogEntry: Sendable, Hashable {
    /// What became of the request.
    public enum Verdict: String, Sendable, Hashable {
        /// A recording answered it.
        case replayed
        /// The simulated account answered it, with a success or with the refusal that its state calls for.
        case simulated
        /// The signature or its credentials were refused.
        case refused
        /// It was an unsigned look at whether the server answers, and no call.
        case probed
        /// The signature was right, but no recording matches it, and no account answers in its place.
        case unmatched
        /// It was for an operation, a service or a client that the server does not play, whatever is recorded.
        case unplayed
        /// It was for a host that the server, as a proxy, does not answer for.
        case foreign
        /// It was not an acceptable HTTP request.
        case malformed
        /// A fault answered in place of a recording or the account.
        case faulted
        /// It was answered from elsewhere.
        case relayed
    }

    /// How a caller shows who it is.
    public enum Scheme: String, Sendable, Hashable {
        /// By a signature.
        case sigv4
        /// By an API key as bearer token.
        case bearer
    }

    /// The order in which the server answered, from 1.
    public var number: Int
    /// The client that sent it, where it gave a name.
    public var client = ClientName.unnamed
    /// The version of HTTP, such as `HTTP/1.1`; nil when the request could not be read.
    public var version: String?
    /// The request method.
    public var method: String
    /// The request target as received, with the values of credential parameters masked.
    public var target: String
    /// The name of the operation, such as `Converse`; nil when the path is that of none.
    public var operation: String?
    /// The model id, percent-decoded, of a runtime or control-plane call that names one.
    public var modelID: String?
    /// The region of the credential scope, when the signature was accepted.
    public var region: String?
    /// How the caller showed who it is; nil where nothing was accepted or no token was sent.
    public var scheme: Scheme?
    /// The last four characters of the access key id after an ellipsis.
    public var accessKeyID: String?
    /// The account whose credentials signed, in its twelve digits; nil where nothing was accepted, and for what is answered
    /// from elsewhere.
    public var account: String?
    /// The ARN of the caller in that account, as GetCallerIdentity tells it.
    public var principal: String?
    /// What became of the request.
    public var verdict: Verdict
    /// The status of the response; 0 when a fault let none arrive.
    public var status: Int
    /// The value of `x-amzn-ErrorType` up to its colon, for refusals and errors.
    public var errorType: String?
    /// The request id that the response carried.
    public var requestID: String?
    /// One line on why, for everything but a plain success.
    public var detail: String?
    /// The codes of `x-doctor-finding`, the cause first.
    public var findings: [FindingCode]
    /// What was accepted but is worth fixing, such as a session token that was sent but not signed.
    public var advice: [String]
    /// The kind of the fault that the answer was given, as ``FaultRule`` names it.
    public var fault: String?
    /// The name of the recording and the index of the exchange that answered.
    public var recording: String?
    /// How many bytes the request body had.
    public var requestBodyBytes: Int
    /// The time from the last byte of the request until the answer was ready to be sent.
    public var latency: Duration
}

extension MockLogEntry: CustomStringConvertible {
    /// The entry as one line.
    public var description: String {
        var line = "\(method) \(target) -> \(status == 0 ? "no answer" : "\(status)") \(verdict.rawValue)"
        if client != .unnamed { line += " client \(client)" }
        if let errorType { line += " \(errorType)" }
        if scheme == .bearer { line += " bearer" }
        if let accessKeyID { line += " key \(accessKeyID)" }
        if let recording { line += " [\(recording)]" }
        if let fault { line += " fault \(fault)" }
        if !findings.isEmpty { line += " finding \(findings.map(\.spelling).joined(separator: ","))" }
        if let detail { line += ": \(detail)" }
        for text in advice { line += "; advice: \(text)" }
        return line
    }
}

extension MockLogEntry {
    /// The entry of a request that was read, before anything is known of its answer.
    init(_ request: ReceivedRequest, _ verdict: Verdict, requestID: RequestID) {
        self.init(
            number: 0, method: request.head.method, target: request.named.logText, modelID: request.route.modelID,
            verdict: verdict, status: 200, requestID: requestID.text, findings: [], advice: [],
            requestBodyBytes: request.body.count, latency: .zero)
        client = request.client.name
        version = request.head.version
        operation = request.route.operationName ?? UnplayedOperation(request)?.name
    }

    /// Says who the caller is.
    mutating func name(_ caller: AcceptedCaller) {
        region = caller.region
        scheme = caller.scheme
        accessKeyID = caller.accessKeyID.map { MaskedKeyID($0).description }
    }

    /// Says who the caller is in the accounts that are played.
    mutating func name(_ caller: Caller) {
        account = caller.accountID
        principal = caller.arn
    }
}
