import RequestRules
import ServiceModel
import Testing

@Suite("The table of the service model")
struct TableTests {
    let model = ServiceModel.bedrockRuntime

    @Test func `it has the operations that this project calls`() throws {
        #expect(Set(model.operations.keys) == ["Converse", "ConverseStream", "CountTokens"])
        let converse = try #require(model.operations["Converse"])
        #expect(converse.method == "POST")
        #expect(converse.path == "/model/{modelId}/converse")
        #expect(model[converse.input].name == "ConverseRequest")
        #expect(model[converse.output].name == "ConverseResponse")
    }

    /// The reader passes over what it does not know, and gives a shape without a line any value: neither may happen.
    @Test func `every shape that is referred to has its line`() {
        let anything = model.shapes.filter { $0.kind == .document }.map(\.name)
        #expect(anything == ["Document"])
        #expect(model.shapes.count > 250)
    }

    @Test func `members, places and constraints are read`() throws {
        let request = try members(of: "ConverseRequest")
        #expect(request.first?.name == "modelId")
        #expect(request.first?.location == .elsewhere)
        #expect(request.dropFirst().allSatisfy { $0.location == .body && $0.presence == .optional })
        #expect(try members(of: "ToolUseBlock").map(\.presence) == [.required, .required, .required, .optional])
        let name = try #require(model["ToolName"])
        #expect(name.kind == .string)
        #expect((name.min, name.max, name.pattern) == (1, 64, "[a-zA-Z0-9_-]+"))
        #expect(model["CacheTTL"]?.kind == .enumeration(["5m", "1h"]))
        #expect(model["ReasoningTextBlock"]?.sensitivity == .sensitive)
    }

    @Test func `every pattern is one that can be judged by`() throws {
        let patterns = model.shapes.compactMap(\.pattern)
        #expect(patterns.count > 15)
        for pattern in patterns { #expect(throws: Never.self) { try Regex(pattern) } }
    }

    private func members(of name: String) throws -> [ModelMember] {
        guard case .structure(let members) = try #require(model[name]).kind else { return [] }
        return members
    }
}
