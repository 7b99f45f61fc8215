import Foundation
import MockBedrock
import SigV4
import Synchronization
import TestSupport
import WireText

/// A company with several accounts behind one mock, each with a model of its own name, and what arrived there.
struct SimulatedFleet {
    /// A call as it arrived: by which key, for which account's model or role, with which answer.
    struct Call: Sendable, Hashable {
        var keyID: String
        /// The model of a Converse call; the ARN of the role for AssumeRole.
        var subject: String
        var status: Int
        var isAssumption: Bool
    }

    static let key = "AKIAQ2WERTYUIOPASDFG"

    /// Where the server is.
    let endpoint: String
    private let book: Book

    var calls: [Call] { book.calls.withLock { $0 } }

    /// Filled by the server from any thread.
    private final class Book: Sendable {
        let calls = Mutex<[Call]>([])
    }

    /// An account that answers one model of its own, through a role.
    static func account(
        _ number: Int, access: ModelAccess = .granted, regions: [String] = ["us-east-1"],
        role: (inout SimulatedRole) -> Void = { _ in }
    ) -> SimulatedAccount {
        let id = digits(number)
        var probe = SimulatedRole(name: "Probe", trust: .init(principals: ["arn:aws:iam::000000000000:user/fleet"]))
        role(&probe)
        return SimulatedAccount(
            accountID: id, principalARN: "arn:aws:sts::\(id):assumed-role/Probe/bedrock-doctor", regions: regions,
            models: [
                SimulatedModel(
                    id: "test.model-\(number)", name: "M", provider: "T", contextTokens: 1000, maxOutputTokens: 100,
                    regions: Dictionary(uniqueKeysWithValues: regions.map { ($0, ModelState(access: access)) }))
            ], roles: [probe])
    }

    static func digits(_ number: Int) -> String { String(repeating: String(number % 10), count: 12) }

    static func role(_ number: Int) -> String { "arn:aws:iam::\(digits(number)):role/Probe" }

    /// Runs something beside a server that plays the accounts, with a home account whose pair only assumes roles.
    static func with<Result: Sendable>(
        _ accounts: [SimulatedAccount], pairs: [MockCredential] = [], regions: Set<String> = ["us-east-1"],
        _ body: (SimulatedFleet) async throws -> Result
    ) async throws -> Result {
        LiveTrait.expect()
        let book = Book()
        var configuration = MockServerConfiguration(
            credentials: [MockCredential(accessKeyID: key, secretAccessKey: Secret(Secrets.secret))] + pairs,
            clock: { SigningTime(unixSeconds: Int64(Date().timeIntervalSince1970)) })
        configuration.account = SimulatedAccount(
            accountID: "000000000000", principalARN: "arn:aws:iam::000000000000:user/fleet", regions: [], models: [])
        configuration.otherAccounts = accounts
        configuration.regions = regions
        configuration.observe = { observation in
            guard let request = observation.request else { return }
            let fields = request.headers.first { $0.isNamed("authorization") }?.text ?? ""
            let keyID = fields.split(separator: "Credential=").last?.prefix { $0 != "/" } ?? ""
            var body: [UInt8] = []
            if case .bytes(let bytes) = request.payload { body = bytes }
            let form = URLComponents(string: "/?" + String(decoding: body, as: UTF8.self))
            let role = form?.queryItems?.first { $0.name == "RoleArn" }?.value
            book.calls.withLock {
                $0.append(
                    Call(
                        keyID: String(keyID), subject: role ?? observation.entry.modelID ?? "",
                        status: observation.entry.status, isAssumption: role != nil))
            }
        }
        let server = try await MockServer.start(configuration)
        do {
            let result = try await body(SimulatedFleet(endpoint: server.endpoint, book: book))
            _ = await server.shutdown()
            return result
        } catch {
            _ = await server.shutdown()
            throw error
        }
    }

    /// The variables of a shell that may assume the roles, and asks this server.
    var environment: [String: String] {
        [
            "AWS_ACCESS_KEY_ID": Self.key, "AWS_SECRET_ACCESS_KEY": Secrets.secret, "AWS_ENDPOINT_URL": endpoint,
            "AWS_REGION": "us-east-1",
        ]
    }
}
