import Catalog
import JSONText
import MockBedrock
import Recordings
import SigV4
import WireText

/// The mock server in a process of its own: this program with `serve`.
///
/// What is measured is the library that `doctor serve` runs, with the account that it plays.
enum MockProcess {
    /// What the server has to carry beside the request that is sent.
    enum Burden: String, CaseIterable {
        case none
        /// An account with 140 models more.
        case models
        /// 10,000 recorded exchanges, none of them for the request.
        case recordings
    }

    static let burdened = 10_000

    /// Serves until the process is ended; the first line on standard output is the port.
    ///
    /// - Parameter name: a ``Burden``, or ``matrix``.
    static func serve(_ name: String) async throws {
        let server = name == matrix ? try await slowServer() : try await server(Burden(rawValue: name) ?? .none)
        print("\(server.port)")
        LoadedRequest.flush()
        try await Task.sleep(for: .seconds(3600))
    }

    /// A server that runs in this process.
    static func server(_ burden: Burden) async throws -> MockServer {
        var configuration = MockServerConfiguration(credentials: [credential]) {
            SigningTime(unixSeconds: LoadedRequest.now())
        }
        configuration.account = burden == .models ? largeAccount : .demonstration
        if burden == .recordings { configuration.recordings = [recording(burdened)] }
        return try await MockServer.start(configuration)
    }

    /// The word for a server that answers the matrix: slowly, and for every model in every region.
    static let matrix = "matrix"

    /// How many models that server knows: in 34 regions, 10,030 cells.
    static let largestMatrix = 295

    static func matrixModels(_ count: Int) -> [String] { (0..<count).map { "example.model-\($0)-v1:0" } }

    private static func slowServer() async throws -> MockServer {
        var configuration = MockServerConfiguration(credentials: [credential]) {
            SigningTime(unixSeconds: LoadedRequest.now())
        }
        configuration.latency = .milliseconds(MatrixMeasurement.latency)
        var account = SimulatedAccount.demonstration
        guard var model = account.models.first else { throw Absence(reason: "the demonstration account is empty") }
        account.regions = Region.inMatrix.map(\.name)
        configuration.regions = Set(account.regions)
        model.regions = Dictionary(uniqueKeysWithValues: account.regions.map { ($0, ModelState()) })
        account.models = matrixModels(largestMatrix).map { id in
            var copy = model
            copy.id = id
            return copy
        }
        account.profiles = []
        configuration.account = account
        return try await MockServer.start(configuration)
    }

    private static var credential: MockCredential {
        MockCredential(
            accessKeyID: Workload.accessKeyID, secretAccessKey: Secret(Workload.secret),
            sessionToken: Secret(Workload.token))
    }

    private static var largeAccount: SimulatedAccount {
        var account = SimulatedAccount.demonstration
        guard let model = account.models.first else { return account }
        for number in 0..<140 {
            var copy = model
            copy.id = "example.model-\(number)-v1:0"
            account.models.insert(copy, at: 0)
        }
        return account
    }

    static func recording(_ count: Int) -> Recording {
        Recording(
            name: "many", source: RecordingSource(kind: .authored, tool: "benchmark", version: "1"),
            exchanges: (0..<count).map { number in
                Exchange(
                    request: RecordedRequest(
                        method: "POST", target: LoadedRequest.target, body: .json(LoadedRequest.body(number))),
                    response: RecordedResponse(status: 200, body: .json(["number": .number(JSONNumber(number))])))
            })
    }
}
