public import Recordings
public import SigV4
public import SignatureForensics
import Synchronization

/// Everything a mock server needs to know: where to listen, whom to believe, what to answer.
///
/// Clock and randomness are parameters, so a test can hold the simulated time still and repeat request ids.
public struct MockServerConfiguration: Sendable {
    /// The address to listen on; loopback by default.
    public var host: String
    /// The port to listen on; 0 lets the system choose one.
    public var port: Int
    /// The regions the endpoint claims to be in; a credential scope of another region is refused.
    public var regions: Set<String>
    /// The key pairs that are accepted.
    public var credentials: [MockCredential]
    /// The API keys that are accepted as bearer tokens, beside those of the account.
    ///
    /// Short-term keys that one of ``credentials`` has signed are accepted without being listed.
    public var bearerKeys: [MockBearerKey]
    /// The region of a call that names none, as one with a long-term API key does; one of ``regions``.
    ///
    /// Where it is nil, the first in alphabetical order.
    public var homeRegion: String?
    /// Recordings to serve, in order, before the simulated account is asked.
    public var recordings: [Recording]
    /// Answers to calls of models in the order of their coming, whatever they ask, before ``recordings``.
    public var script: [RecordedResponse]
    /// How recorded streams are cut.
    public var streamChunking: StreamChunking
    /// How fast recorded streams are served.
    public var streamPace: StreamPace
    /// The account that answers what no recording answers; without one such requests get a 404.
    public var account: SimulatedAccount?
    /// Further accounts behind the same server, for calls that are signed with the credentials of one of their roles, which
    /// AssumeRole hands out, or with a key pair that names one of them.
    public var otherAccounts: [SimulatedAccount]
    /// The simulated time; read once for each request and once for each response.
    public var clock: @Sendable () -> SigningTime
    /// Seconds added to ``clock``, and to the account's own offset: a positive value puts the server ahead.
    public var clockOffsetSeconds: Int64
    /// A source of random bits, used for request ids.
    public var randomness: @Sendable () -> UInt64
    /// How long each response is held back.
    public var latency: Duration
    /// Answers requests from elsewhere, in place of recordings and account; nil for a server that answers itself.
    ///
    /// Only what is signed with one of the credentials, or brings one of the API keys, is handed on, and of that what ``relayAdmission`` admits.
    public var relay: Relay?
    /// Which requests are handed on to ``relay``.
    public var relayAdmission: RelayAdmission
    /// What the server shows of itself over TLS; nil for a server that speaks plain HTTP.
    public var identity: ServerIdentity?
    /// Lets the server be a proxy that answers for Bedrock's hosts itself; nil for a server that is none.
    public var proxy: ForwardProxy?
    /// What goes wrong with which answers, before the faults that the account has of its own.
    public var faults: [FaultRule]
    /// What becomes of requests that no recording answers.
    public var strict: MockStrictMode
    /// The bounds of the server.
    public var limits: MockLimits
    /// How many event loops serve connections.
    public var eventLoops: Int
    /// Finds the causes of refused signatures, off the event loop and within its budget; nil leaves them unexamined.
    public var examiner: SignatureExaminer?
    /// Takes every request with its answer, credentials included; it must not block.
    public var observe: (@Sendable (MockObservation) -> Void)?
    /// Takes each handshake of TLS that failed, on an event loop; it must not block.
    public var handshakeFailed: @Sendable (HandshakeFailure) -> Void
    /// Takes an entry for each request that was answered, on whatever thread answered it; it must not block.
    public var log: @Sendable (MockLogEntry) -> Void

    /// Makes a configuration; only the credentials and the clock have no default.
    ///
    /// - Parameters:
    ///   - credentials: The key pairs that are accepted.
    ///   - clock: The time that the server believes; the host's clock in ordinary use.
    public init(
        credentials: [MockCredential],
        clock: @escaping @Sendable () -> SigningTime
    ) {
        self.credentials = credentials
        self.clock = clock
        host = "127.0.0.1"
        port = 0
        regions = ["us-east-1"]
        bearerKeys = []
        homeRegion = nil
        recordings = []
        script = []
        streamChunking = .recorded
        streamPace = .none
        account = nil
        otherAccounts = []
        clockOffsetSeconds = 0
        // Ids need not be secret, and the system's bits cost a call of the kernel each: they only begin the sequence.
        var system = SystemRandomNumberGenerator()
        let bits = Mutex(SeededBits(seed: system.next()))
        randomness = { bits.withLock { $0.next() } }
        latency = .zero
        relay = nil
        relayAdmission = RelayAdmission()
        identity = nil
        proxy = nil
        faults = []
        strict = .off
        limits = MockLimits()
        eventLoops = 1
        examiner = SignatureExaminer()
        observe = nil
        handshakeFailed = { _ in }
        log = { _ in }
    }
}
