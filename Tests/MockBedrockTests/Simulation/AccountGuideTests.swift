import Foundation
import MockBedrock
import Testing

/// The guide to account files, which people read instead of the sources.
@Suite struct AccountGuideTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "recordings/accounts")

    @Test func `the example is an account`() throws {
        let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "example.json")))
        let account = try SimulatedAccount(parsing: bytes, file: "example.json")
        #expect(account.models.count == 2)
        #expect(account.models.flatMap(\.regions).contains { $0.value.access == .gated(.useCaseForm) })
    }

    @Test func `the example of a role is an account beside the other`() throws {
        let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "payments.json")))
        let account = try SimulatedAccount(parsing: bytes, file: "payments.json")
        #expect(account.accountID == "444455556666")
        #expect(account.roles.map(\.name) == ["BedrockProbe", "Closed"])
        #expect(account.roles.first?.trust == .init(externalID: "example", principals: ["123456789012"]))
        #expect(account.roles.last?.refusal == .init(.accessDenied))
    }

    @Test func `every value that a member can have is named`() throws {
        let guide = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
        let values: [[String]] = [
            SimulatedModel.Feature.allCases.map(\.rawValue), ModelState.Route.allCases.map(\.rawValue),
            Throttling.Limit.allCases.map(\.rawValue), AccessGate.allCases.map(\.rawValue),
            PolicyDenial.Policy.allCases.map(\.rawValue), SimulatedProfile.Kind.allCases.map(\.rawValue),
            SimulatedRole.Refusal.Kind.allCases.map(\.rawValue),
        ]
        for value in values.joined() { #expect(guide.contains("`\(value)`"), "\(value)") }
    }
}
