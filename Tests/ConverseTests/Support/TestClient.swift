import Converse
import ConverseAPI
import HTTPTransport
import ServerClock
import SigV4
import Testing
import WireText

/// Credentials that no account has, a client for a scripted server, and the judge of what arrives there.
enum TestClient {
    static let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    static let token = "FwoGZXIvYXdzEXAMPLETOKEN//////////wEaDE=="
    static let credentials = SigningCredentials(
        accessKeyID: "ASIAIOSFODNN7EXAMPLE", secretAccessKey: secret, sessionToken: token)

    static func make(
        _ url: String, _ time: VirtualTime, region: String = "us-east-1", transport: HTTPTransport? = nil,
        change: (inout ConverseClientConfiguration) -> Void = { _ in }
    ) throws -> ConverseClient {
        var configuration = ConverseClientConfiguration(
            endpoint: try ConverseEndpoint(url: url), region: region, credentials: credentials, clock: time.clock)
        configuration.timeouts = TransportTimeouts(connect: .seconds(5), firstByte: .seconds(10), total: .seconds(20))
        change(&configuration)
        return ConverseClient(
            configuration, transport: try transport ?? HTTPTransport(TransportConfiguration(environment: [:])))
    }

    /// What the service would say of the signature of a request.
    static func verification(of request: ReceivedRequest, now: SigningTime, region: String = "us-east-1")
        -> Verification
    {
        SignatureVerifier(policy: VerificationPolicy(regions: [region])) { id in
            guard id == credentials.accessKeyID else { return nil }
            return StoredCredential(
                secretAccessKey: credentials.secretAccessKey, sessionToken: credentials.sessionToken)
        }.verify(request.signable, now: now)
    }

    static func isAccepted(_ request: ReceivedRequest, now: SigningTime, region: String = "us-east-1") -> Bool {
        if case .accepted = verification(of: request, now: now, region: region) { true } else { false }
    }

    static let question = ConverseRequest(messages: [Message(role: .user, content: [.text("ping · ✓")])])

    static let answer =
        #"{"output":{"message":{"role":"assistant","content":[{"text":"pong"}]}},"stopReason":"end_turn","#
        + #""usage":{"inputTokens":1,"outputTokens":1,"totalTokens":2},"metrics":{"latencyMs":7}}"#

    /// An answer with status 200, as the service gives it.
    static func success(date: SigningTime? = nil) -> ScriptedAction {
        .answer(200, identity(date) + [("Content-Type", "application/json")], answer)
    }

    /// A refusal as the service gives it.
    static func refusal(
        _ status: Int, _ type: String, _ message: String = "no", date: SigningTime? = nil,
        headers: [(String, String)] = []
    ) -> ScriptedAction {
        .answer(
            status, identity(date) + [("x-amzn-ErrorType", type)] + headers, #"{"message":"\#(message)"}"#)
    }

    private static func identity(_ date: SigningTime?) -> [(String, String)] {
        [("x-amzn-RequestId", "7e57-1d")]
            + (date.map { [("Date", HTTPDate(unixSeconds: $0.unixSeconds).description)] } ?? [])
    }
}
