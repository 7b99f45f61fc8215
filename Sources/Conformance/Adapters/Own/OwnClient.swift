import Converse
import ConverseAPI
import HTTPTransport
package import JSONText
package import SigV4

/// The adapter's side of the protocol, spoken for the client of this package.
package struct OwnClient: Sendable {
    private let transport: HTTPTransport
    private let clock: ClientClock
    private let version: String
    private let keep: @Sendable (_ authorities: String) throws -> KeptAuthorities

    /// A file of authorities, and how it is removed.
    package struct KeptAuthorities: Sendable {
        package var path: String
        package var remove: @Sendable () -> Void

        package init(path: String, remove: @escaping @Sendable () -> Void) {
            self.path = path
            self.remove = remove
        }
    }

    /// - Parameter keep: Writes the authorities of a case, a PEM text, into a file: the transport takes files only.
    /// - Throws: `TransportError` when there is no transport.
    package init(
        version: String, wall: @escaping @Sendable () -> SigningTime,
        keeping keep: @escaping @Sendable (_ authorities: String) throws -> KeptAuthorities
    ) throws {
        transport = try HTTPTransport(TransportConfiguration(environment: [:]))
        clock = ClientClock(wall: wall)
        self.version = version
        self.keep = keep
    }

    /// The adapter's first line.
    package var hello: JSONValue {
        [
            "name": "bedrock-doctor client", "version": .string(version), "language": "Swift",
            "features": ["converse", "converse-stream", "tools", "token", "bearer", "tls", "http2"],
        ]
    }

    /// The answer to a line of the runner; nil for its first and its last one.
    package func answer(_ line: [UInt8]) async -> JSONValue? {
        let id: JSONValue
        let message: JSONCursor
        switch RunnerLine(line) {
        case .bracket: return nil
        case .unreadable(let answer): return answer
        case .exercise(let found, let cursor): (id, message) = (found, cursor)
        }
        do {
            var answer: JSONObject = ["id": id]
            for member in try await told(message) { answer[member.name] = member.value }
            return .object(answer)
        } catch {
            return ["id": id, "error": .string("\(error)")]
        }
    }

    private func told(_ message: JSONCursor) async throws -> JSONObject {
        let bundle = try message.optionalMember("caBundle")?.string()
        let isHTTP2 = try message.optionalMember("httpVersion")?.string() == HTTPVersionChoice.http2.rawValue
        guard bundle != nil || isHTTP2 else { return try await told(message, over: transport) }
        let kept = try bundle.map(keep)
        defer { kept?.remove() }
        let own = try HTTPTransport(
            TransportConfiguration(
                environment: kept.map { ["AWS_CA_BUNDLE": $0.path] } ?? [:], httpVersion: isHTTP2 ? .http2 : .automatic)
        )
        do {
            let answer = try await told(message, over: own)
            await own.shutdown()
            return answer
        } catch {
            await own.shutdown()
            throw error
        }
    }

    private func told(_ message: JSONCursor, over transport: HTTPTransport) async throws -> JSONObject {
        let client = try client(message, transport)
        let request = try ConverseRequest(json: message.member("input").value)
        let model = try message.member("modelId").string()
        let isStreamed = try message.member("operation").string() == "ConverseStream"
        do throws(ConverseError) {
            let response = try await isStreamed ? stream(client, request, model) : call(client, request, model)
            return ["result": OwnClientReport.result(response)]
        } catch {
            return ["failure": OwnClientReport.failure(error)]
        }
    }

    /// Ends the client's connections.
    package func close() async { await transport.shutdown() }

    private func client(_ message: JSONCursor, _ transport: HTTPTransport) throws -> ConverseClient {
        let limit = Duration.seconds(try message.member("timeoutSeconds").integer(in: 1...600))
        return ConverseClient(
            ConverseClientConfiguration(
                endpoint: try ConverseEndpoint(url: message.member("endpoint").string()),
                region: try message.member("region").string(),
                authorization: try authorization(message), clock: clock,
                retry: RetryPolicy(deadline: limit),
                streamDeadlines: StreamDeadlines(idle: limit, total: limit)),
            transport: transport, signer: Signer())
    }

    private func authorization(_ message: JSONCursor) throws -> RequestAuthorization {
        if let token = try message.optionalMember("bearerToken") {
            return .bearer(BedrockAPIKey(try token.string()))
        }
        return .signature(try AdapterCredentials(message.member("credentials")).signing)
    }

    private func call(
        _ client: ConverseClient, _ request: ConverseRequest, _ model: String
    ) async throws(ConverseError) -> ConverseResponse {
        try await client.converse(request, modelID: model).response
    }

    private func stream(
        _ client: ConverseClient, _ request: ConverseRequest, _ model: String
    ) async throws(ConverseError) -> ConverseResponse {
        var collector = ConverseStreamCollector()
        var events = try await client.converseStream(request, modelID: model).makeAsyncIterator()
        while let event = try await events.next() { collector.add(event.output) }
        return collector.response
    }
}
