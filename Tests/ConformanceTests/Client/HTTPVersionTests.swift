import HTTPTransport
import MockBedrock
import SigV4
import TestSupport
import Testing

/// The client core speaks the version of HTTP that it is told to, and says which it spoke.
@Suite(.live, .timeLimit(.minutes(10)))
struct HTTPVersionTests {
    @Test(arguments: [
        (HTTPVersionChoice.automatic, "HTTP/1.1"), (.http1, "HTTP/1.1"), (.http2, "HTTP/2"),
    ])
    func `in the clear`(choice: HTTPVersionChoice, spoken: String) async throws {
        LiveTrait.expect()
        let time = SigningTime(unixSeconds: 1_767_225_600)
        let server = try await MockServer.start(
            MockServerConfiguration(credentials: [DemonstrationCredentials.credential]) { time })
        let transport = try HTTPTransport(TransportConfiguration(environment: [:], httpVersion: choice))
        let responses = try await withThrowingTaskGroup(of: TransportResponse.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await transport.send(
                        TransportRequest(
                            method: "POST", origin: server.endpoint, target: "/model/x/converse", body: [1]))
                }
            }
            var responses: [TransportResponse] = []
            for try await response in group { responses.append(response) }
            return responses
        }
        await transport.shutdown()
        _ = await server.shutdown()
        #expect(responses.map(\.httpVersion) == Array(repeating: spoken, count: 20))
        #expect(responses.allSatisfy { $0.status == 403 && $0.header("x-amzn-ErrorType") != nil })
    }
}
