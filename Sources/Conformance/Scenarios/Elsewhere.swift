import MockBedrock
import Recordings
import SigV4
import Synchronization
import WireText

/// A second server with another name and port, to which an answer points: no credentials may arrive there.
final class Elsewhere: Sendable {
    /// What stands for its address in the headers of a scenario's answers.
    static let placeholder = "{elsewhere}"

    private let server: MockServer
    private let arrived: Arrivals

    /// Requests as they arrive; the server has them before its owner is made.
    private final class Arrivals: Sendable {
        let requests = Mutex<[SignableRequest]>([])
    }

    private init(server: MockServer, arrived: Arrivals) {
        self.server = server
        self.arrived = arrived
    }

    /// Whether an answer points there.
    static func isNamed(in answers: [RecordedResponse]) -> Bool {
        answers.contains { $0.headers.contains { $0.text.contains(placeholder) } }
    }

    /// Starts a server that refuses whatever it is asked, over plain HTTP.
    static func start(clock: @escaping @Sendable () -> SigningTime) async throws -> Elsewhere {
        let arrived = Arrivals()
        // A pair that no client has.
        let nobodys = MockCredential(
            accessKeyID: "AKIAELSEWHEREELSEWHE", secretAccessKey: Secret("Elsewhere/Secret+Key0123456789abcdefghij"))
        var configuration = MockServerConfiguration(credentials: [nobodys], clock: clock)
        configuration.observe = { observation in
            guard let request = observation.request else { return }
            arrived.requests.withLock { $0.append(request) }
        }
        return Elsewhere(server: try await MockServer.start(configuration), arrived: arrived)
    }

    /// Its address by another name than the one that scenarios call.
    var address: String { server.endpoint.replacing("127.0.0.1", with: "localhost") }

    /// The answers with its address.
    func named(in answers: [RecordedResponse]) -> [RecordedResponse] {
        answers.map { answer in
            var answer = answer
            answer.headers = answer.headers.map {
                HeaderField($0.name, $0.text.replacing(Self.placeholder, with: address))
            }
            return answer
        }
    }

    /// The names of the headers with credentials that a request brought there; nil where none did.
    var credentials: [String]? {
        let names = ["Authorization", "X-Amz-Security-Token"]
        return arrived.requests.withLock { requests in
            requests.lazy.map { request in names.filter { request.headers.text(of: $0) != nil } }.first { !$0.isEmpty }
        }
    }

    func end() async { _ = await server.shutdown() }
}
