package import JSONText
package import MockBedrock
package import Recordings
import SigV4

/// One rule for clients: a call to make, the answers that the server gives, and what must be seen on both sides of the
/// wire.
package struct Scenario: Sendable {
    package static let schema = "converse-scenario/1"
    /// What stands for the endpoint's host with its port in the value of a header.
    static let authorityPlaceholder = "{authority}"

    /// How much a client that breaks the rule is to blame (RFC 2119).
    package enum Level: String, Sendable, Hashable, CaseIterable {
        case must, should, may

        /// Its place among the levels, the strictest first.
        var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// Family and name: `errors/throttling`.
    package var id: String
    /// The rule, in a sentence.
    package var rule: String
    package var level: Level
    /// Where the rule comes from: a page, or the specification's section.
    package var source: String
    /// The features without which a client is not asked.
    package var needs: [String]
    package var call: Call
    package var answers: [RecordedResponse]
    package var faults: [FaultRule]
    /// Seconds by which the server's clock is ahead.
    package var clockOffset: Int
    /// What the server shows over TLS; nil where it speaks plain HTTP.
    package var tls: ServerIdentityKind?
    /// The version of HTTP that the client is to speak; nil where that is its own business.
    package var http: HTTPVersion?
    /// How streams are cut.
    package var chunking: StreamChunking
    package var expected: Expectation

    /// What the client is asked to do.
    package struct Call: Sendable {
        package var operation: ConverseTarget.Operation
        package var modelID: String
        package var region: String
        package var credentials: CredentialKind
        package var input: JSONValue
        package var timeoutSeconds: Int

        /// The operation's name in the API.
        var operationName: String { operation == .converse ? "Converse" : "ConverseStream" }
    }

    /// What the client is given to show who it is.
    package enum CredentialKind: String, Sendable, Hashable, CaseIterable {
        /// A key pair.
        case longLived = "long-lived"
        /// A key pair with its session token.
        case temporary
        /// An API key, and no key pair.
        case bearer
    }

    /// The part of a signature that a scenario is about.
    package enum SignatureSubject: String, Sendable, Hashable, CaseIterable {
        /// All of it, but for what another scenario is about.
        case whole
        /// The region in the scope.
        case region
        /// The session token.
        case token
        /// Whether the token is among the headers that are signed; the service accepts it either way.
        case signedToken = "signed-token"
        /// The API key that stands in place of a signature.
        case bearer
    }

    /// What must be seen.
    package struct Expectation: Sendable {
        /// How many requests arrive, which may be none; nil where the rule is not about that.
        package var attempts: ClosedRange<Int>?
        /// The least time between the first request and the last, in milliseconds; where there is only one there is nothing
        /// to judge.
        package var pauseMilliseconds: Int?
        /// The most time between the first request and what the client tells its caller, in milliseconds.
        package var longestMilliseconds: Int?
        /// The paths of which the request must have one, as on the wire.
        package var paths: [String]
        /// Whether it is about the version of HTTP; where another scenario with that version gets another one, there is nothing
        /// to judge.
        package var isAboutVersion: Bool
        /// Whether each request must be signed at a time of its own.
        package var isSignedAnew: Bool
        /// The body, compared as JSON.
        package var body: ExpectedBody
        /// Whether all requests must be for the same path with the same body.
        package var isOneRequest: Bool
        /// Values of headers; ``Scenario/authorityPlaceholder`` stands in them for what only the server knows.
        package var headers: [(name: String, value: String)]
        /// Headers that must not be there.
        package var absentHeaders: [String]
        /// What of the signature this is about; where another part of it is refused there is nothing to judge.
        package var signature: SignatureSubject?
        package var outcome: Outcome?
    }

    /// What the client tells its caller.
    package enum Outcome: Sendable {
        case result(ExpectedResult)
        case failure(ExpectedFailure)
    }

    /// Only what is there is compared.
    package struct ExpectedResult: Sendable {
        package var text: String?
        package var stopReason: String?
        package var toolUses: JSONValue?
        package var usage: JSONValue?
    }

    /// Only what is there is compared.
    package struct ExpectedFailure: Sendable {
        package var kinds: [CallerReport.Kind]
        package var type: String?
        package var status: Int?
        /// What the message must hold.
        package var message: String?
    }
}
