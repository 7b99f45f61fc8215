public import ConverseAPI
public import HTTPTransport
public import ServerClock
public import SigV4

/// What all requests of one client have in common.
public struct ConverseClientConfiguration: Sendable {
    /// Where requests go.
    public var endpoint: ConverseEndpoint
    /// The region in the credential scope, whatever the endpoint's host.
    public var region: String
    /// Who sends them, and how they show it.
    public var authorization: RequestAuthorization
    /// The service in the credential scope: `bedrock` for both of Bedrock's hosts.
    public var service: String
    /// How a model id stands in a path.
    public var modelIDForm: ModelIDForm
    /// How often and how long a request is tried.
    public var retry: RetryPolicy
    /// How long the stages of an attempt may take.
    public var timeouts: TransportTimeouts
    /// How long a streamed answer may be silent, and how long it may take; the other stages are those of ``timeouts``.
    public var streamDeadlines: StreamDeadlines
    /// Whether and when a measured clock skew is added to the time of signing.
    public var skew: SkewPolicy
    /// The choices of SigV4; the defaults are Bedrock's.
    public var signing: SigningOptions
    /// Time and chance.
    public var clock: ClientClock

    /// Makes a configuration; only where, who and when must be given.
    public init(
        endpoint: ConverseEndpoint, region: String, authorization: RequestAuthorization, clock: ClientClock,
        service: String = "bedrock", modelIDForm: ModelIDForm = .rawColon, retry: RetryPolicy = RetryPolicy(),
        timeouts: TransportTimeouts = TransportTimeouts(), streamDeadlines: StreamDeadlines = StreamDeadlines(),
        skew: SkewPolicy = SkewPolicy(),
        signing: SigningOptions = SigningOptions()
    ) {
        self.endpoint = endpoint
        self.region = region
        self.authorization = authorization
        self.clock = clock
        self.service = service
        self.modelIDForm = modelIDForm
        self.retry = retry
        self.timeouts = timeouts
        self.streamDeadlines = streamDeadlines
        self.skew = skew
        self.signing = signing
    }

    /// Makes a configuration of a client that signs with a key pair.
    public init(
        endpoint: ConverseEndpoint, region: String, credentials: SigningCredentials, clock: ClientClock,
        service: String = "bedrock", modelIDForm: ModelIDForm = .rawColon, retry: RetryPolicy = RetryPolicy(),
        timeouts: TransportTimeouts = TransportTimeouts(), streamDeadlines: StreamDeadlines = StreamDeadlines(),
        skew: SkewPolicy = SkewPolicy(),
        signing: SigningOptions = SigningOptions()
    ) {
        self.init(
            endpoint: endpoint, region: region, authorization: .signature(credentials), clock: clock, service: service,
            modelIDForm: modelIDForm, retry: retry, timeouts: timeouts, streamDeadlines: streamDeadlines, skew: skew,
            signing: signing)
    }
}
