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

    /// - Throws: `TransportError` when there is no transport.
    package init(version: String, wall: @escaping @Sendable () -> SigningTime) throws {
        transport = try HTTPTransport(TransportConfiguration(environment: [:]))
        clock = ClientClock(wall: wall)
        self.version = version
    }

    /// The adapter's first line.
    package var hello: JSONValue {
        [
            "name": "bedrock-doctor client", "version": .string(version), "language": "Swift",
            "features": ["converse", "converse-stream", "tools", "token", "bearer"],
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
            let client = try client(message)
            let request = try ConverseRequest(json: message.member("input").value)
            let model = try message.member("modelId").string()
            let isStreamed = try message.member("operation").string() == "ConverseStream"
            do throws(ConverseError) {
                let response = try await isStreamed ? stream(client, request, model) : call(client, request, model)
                return ["id": id, "result": OwnClientReport.result(response)]
            } catch {
                return ["id": id, "failure": OwnClientReport.failure(error)]
            }
        } catch {
            return ["id": id, "error": .string("\(error)")]
        }
    }

    /// Ends the client's connections.
    package func close() async { await transport.shutdown() }

    private func client(_ message: JSONCursor) throws -> ConverseClient {
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
