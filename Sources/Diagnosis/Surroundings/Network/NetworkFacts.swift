package import NetworkTerms

/// What came of trying to reach the endpoint.
package struct NetworkFacts: Sendable, Hashable {
    /// How the attempt ended.
    package enum Outcome: Sendable, Hashable {
        /// An HTTP answer of AWS came, whatever its status.
        case answered(Timings)
        /// An HTTP answer came, and not from Bedrock.
        case foreign(ForeignAnswer)
        case failed(NetworkFailure)
    }

    /// Times since the start, in milliseconds; zero for what was not needed on a connection in use.
    package struct Timings: Sendable, Hashable {
        package var nameLookup: Double
        package var connect: Double
        package var tls: Double
        package var firstByte: Double
        package var httpVersion: String

        package init(nameLookup: Double, connect: Double, tls: Double, firstByte: Double, httpVersion: String) {
            self.nameLookup = nameLookup
            self.connect = connect
            self.tls = tls
            self.firstByte = firstByte
            self.httpVersion = httpVersion
        }
    }

    package var outcome: Outcome

    /// `https` or `http`.
    package var scheme: String
    package var host: String
    package var port: Int
    package var region: String

    /// The transport's own words.
    package var message: String

    /// The proxy in use, without user name and password; `nil` when there is none.
    package var proxy: String?
    package var durationMs: Double

    package init(
        outcome: Outcome, scheme: String = "https", host: String, port: Int, region: String, message: String = "",
        proxy: String? = nil, durationMs: Double
    ) {
        self.outcome = outcome
        self.scheme = scheme
        self.host = host
        self.port = port
        self.region = region
        self.message = message
        self.proxy = proxy
        self.durationMs = durationMs
    }
}
