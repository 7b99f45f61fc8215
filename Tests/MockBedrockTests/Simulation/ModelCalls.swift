import Codes
import JSONText
import MockBedrock
import Testing
import WireText

/// Calls of a model in a simulated account that has little else.
protocol ModelCalls {}

extension ModelCalls {
    /// An account with one model in `us-east-1` and three profiles that lead to it.
    func account(
        _ state: ModelState, features: Set<SimulatedModel.Feature> = Set(SimulatedModel.Feature.allCases),
        endOfLife: String? = nil, quotas: SimulatedAccount.Quotas = .init()
    ) -> SimulatedAccount {
        func profile(_ id: String, _ kind: SimulatedProfile.Kind = .systemDefined) -> SimulatedProfile {
            SimulatedProfile(
                id: id, name: id, kind: kind, modelID: "a.b-v1:0", sources: ["us-east-1"],
                destinations: ["us-east-1", "us-east-2"])
        }
        return SimulatedAccount(
            regions: ["us-east-1", "eu-west-1"],
            models: [
                SimulatedModel(
                    id: "a.b-v1:0", name: "B", provider: "A", contextTokens: 1000, maxOutputTokens: 50,
                    features: features, lifecycle: .init(endOfLife: endOfLife.flatMap { CalendarDay($0) }),
                    regions: ["us-east-1": state]),
                SimulatedModel(
                    id: "a.elsewhere", name: "C", provider: "A", contextTokens: 1, maxOutputTokens: 1,
                    regions: ["eu-west-1": ModelState()]),
            ],
            profiles: [
                profile("us.a.b-v1:0"), profile("global.a.b-v1:0"), profile("abcdefghij12", .application),
            ],
            quotas: quotas)
    }

    func call(
        _ account: SimulatedAccount, model: String = "a.b-v1:0", operation: String = "converse", body: String? = nil
    ) async throws -> RawAnswer {
        try await TestServer.with {
            $0.account = account
        } _: { (test) async throws in
            try await test.send(
                TestRequest {
                    $0.target = "/model/\(model.replacing("/", with: "%2F"))/\(operation)"
                    if let body { $0.body = body }
                })
        }
    }

    /// Checks an error of the service itself.
    func expect(
        _ answer: RawAnswer, _ status: Int, _ type: String, _ message: String, finding: FindingCode,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(answer.status == status, sourceLocation: sourceLocation)
        #expect(
            answer["x-amzn-ErrorType"] == "\(type):http://internal.amazon.com/coral/com.amazon.bedrock/",
            sourceLocation: sourceLocation)
        #expect(answer.json == .object(["message": .string(message)]), sourceLocation: sourceLocation)
        #expect(answer.findings == [finding], sourceLocation: sourceLocation)
    }
}
