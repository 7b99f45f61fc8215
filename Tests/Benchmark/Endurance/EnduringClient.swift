import Converse
import ConverseAPI
import HTTPTransport
import JSONText
import SigV4
import Synchronization

/// The client core under load for a long time: a thousand calls in flight, against a mock whose answers go wrong at random.
///
/// Each call is made once, without a second attempt, so that every fault is seen. A call that succeeds must have the mock's
/// text, whole; one that fails must say so by an error. Nothing here judges memory: Tests/Endurance/run looks at the process
/// from outside.
enum EnduringClient {
    /// Calls that are under way at any time.
    static let inFlight = 1_000

    /// What the mock must know: the pair that the calls are signed with.
    static var pair: JSONValue {
        [
            "keyId": .string(Workload.accessKeyID), "secret": .string(Workload.secret),
            "token": .string(Workload.token),
        ]
    }

    /// Calls until the time is over, then prints what became of the calls as one line of JSON, and waits for the end of
    /// standard input: until then descriptors and memory can be looked at.
    static func run(port: Int, seconds: Int) async throws {
        var environment = try TransportConfiguration(environment: [:])
        environment.maxConnections = inFlight
        let transport = try HTTPTransport(environment)
        let client = ConverseClient(try configuration(port), transport: transport)
        let expected = try await client.converse(request, modelID: model).response.text
        let results = Results()
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .seconds(seconds))
        await withTaskGroup { group in
            for number in 0..<inFlight {
                group.addTask {
                    while clock.now < end {
                        let outcome = await call(client, streaming: number.isMultiple(of: 2), expected)
                        results.count(outcome)
                    }
                }
            }
        }
        await transport.shutdown()
        print(results.json.text(.compact))
        LoadedRequest.flush()
        _ = readLine()
    }

    static let model = "amazon.nova-micro-v1:0"
    private static let request = ConverseRequest(messages: [Message(role: .user, content: [.text("ping")])])

    private static func configuration(_ port: Int) throws -> ConverseClientConfiguration {
        var configuration = ConverseClientConfiguration(
            endpoint: try ConverseEndpoint(url: "http://127.0.0.1:\(port)"), region: "us-east-1",
            credentials: SigningCredentials(
                accessKeyID: Workload.accessKeyID, secretAccessKey: Workload.secret, sessionToken: Workload.token),
            clock: ClientClock { SigningTime(unixSeconds: LoadedRequest.now()) })
        configuration.retry = .none
        // A thousand at once wait for one another, and a silent server is one of the faults.
        configuration.timeouts = TransportTimeouts(connect: .seconds(20), firstByte: .seconds(20), total: .seconds(30))
        return configuration
    }

    /// What became of one call.
    fileprivate enum Outcome {
        case right
        case failed(String)
        case wrong(String)
    }

    private static func call(_ client: ConverseClient, streaming: Bool, _ expected: String) async -> Outcome {
        do throws(ConverseError) {
            let result =
                if streaming {
                    try await client.converseStream(request, modelID: model).collect()
                } else {
                    try await client.converse(request, modelID: model)
                }
            let response = result.response
            if response.text == expected, response.stopReason == .endTurn { return .right }
            // A stream may lack an event, or have one twice, without an error: the mock says so in its head.
            if let fault = result.exchange.response.header("x-doctor-fault") { return .failed("answer with \(fault)") }
            return .wrong("\(streaming ? "a stream" : "an answer") says \(response.text.prefix(80))")
        } catch {
            return .failed(error.transportError.map { "network: \($0.code)" } ?? error.code.description)
        }
    }
}

/// What became of the calls so far.
private final class Results: Sendable {
    private struct Tally {
        var right = 0
        var failures: [String: Int] = [:]
        var wrong: [String] = []
    }

    private let tally = Mutex(Tally())

    func count(_ outcome: EnduringClient.Outcome) {
        tally.withLock { tally in
            switch outcome {
            case .right: tally.right += 1
            case .failed(let name): tally.failures[name, default: 0] += 1
            case .wrong(let text): if tally.wrong.count < 20 { tally.wrong.append(text) }
            }
        }
    }

    var json: JSONValue {
        let tally = tally.withLock { $0 }
        let failed = tally.failures.sorted { $0.key < $1.key }.map {
            JSONMember(name: $0.key, value: .number(JSONNumber($0.value)))
        }
        return [
            "right": .number(JSONNumber(tally.right)), "failed": .object(JSONObject(failed)),
            "wrong": .array(tally.wrong.map(JSONValue.string)),
        ]
    }
}
