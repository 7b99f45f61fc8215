import ConverseAPI
import JSONText
import ServiceModel
import Testing

/// What the generator makes of the service model for the client, beside what it makes for the judge.
@Suite("The generated shapes have every member of the table")
struct GeneratedShapesTests {
    /// Bodies with every member that the table has are read with nothing left over: no type has a member too few.
    @Test(arguments: ["ConverseRequest", "ConverseStreamRequest", "ConverseResponse", "CountTokensRequest"])
    func nothingIsLeftOver(_ name: String) throws {
        let model = ServiceModel.bedrockRuntime
        let shape = try #require(model[name])
        let body = Self.value(of: shape, model, depth: 0)
        let read =
            switch name {
            case "ConverseResponse": try ConverseResponse(json: body).unmodeled
            case "CountTokensRequest": try CountTokensRequest(json: body).unmodeled
            default: try ConverseRequest(json: body).unmodeled
            }
        #expect(read.members.isEmpty)
        #expect(body.objectValue?.isEmpty == false)
    }

    @Test
    func theMembersOfNewerModelsAreTyped() throws {
        let text =
            #"{"messages":[{"role":"system","content":[{"toolAddition":{"tool":{"type":"mcp","name":"n","serverName":"s"}}},"#
            + #"{"toolRemoval":{"tool":{"name":"m"}}}]}],"projectIdentifier":"p","outputConfig":{"effort":"high"}}"#
        let request = try ConverseRequest(json: JSONValue(parsing: text))
        #expect(request.json.text() == text)
        #expect(request.faults().isEmpty)
        #expect(request.projectIdentifier == "p")
        #expect(request.outputConfig?.effort == "high")
        let message = try #require(request.messages?.first)
        #expect(message.role == .system)
        #expect(
            message.content == [
                .toolAddition(ToolAdditionBlock(tool: ToolReference(type: "mcp", name: "n", serverName: "s"))),
                .toolRemoval(ToolRemovalBlock(tool: ToolReference(name: "m"))),
            ])
    }

    @Test
    func aRequestToCountIsThatOfConverse() {
        let request = CountTokensRequest(
            input: .converse(ConverseTokensRequest(messages: [Message(role: .user, content: [.text("ping")])])))
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"input":{"converse":{"messages":[{"role":"user","content":[{"text":"ping"}]}]}}}"#)
    }

    /// A value of a shape: structures with all their members, unions with the first, lists with one element.
    private static func value(of shape: ModelShape, _ model: ServiceModel, depth: Int) -> JSONValue {
        switch shape.kind {
        case .string, .enumeration, .blob: return "AAAA"
        case .boolean: return true
        case .integer, .number: return 1
        case .document: return [:]
        case .list(let item): return .array(depth > 12 ? [] : [value(of: model[item], model, depth: depth + 1)])
        case .map(_, let item): return ["a": value(of: model[item], model, depth: depth + 1)]
        case .structure(let members):
            return .object(
                JSONObject(
                    members.filter { $0.location == .body }.map {
                        JSONMember(name: $0.name, value: value(of: model[$0.shape], model, depth: depth + 1))
                    }))
        case .union(let members):
            return .object(
                JSONObject(
                    members.prefix(1).map {
                        JSONMember(name: $0.name, value: value(of: model[$0.shape], model, depth: depth + 1))
                    }))
        }
    }
}
