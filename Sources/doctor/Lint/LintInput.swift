import Diagnosis
import JSONText
import RecordingImport
import Recordings
import RequestRules
import ServiceModel
import WireText

/// The requests of Converse in an input, whatever its form.
struct LintInput: Sendable {
    /// The name of what no file holds.
    static let standard = "standard input"

    let name: String
    let bytes: [UInt8]
    private(set) var requests: [LintRequest] = []
    /// What a reader should know of how the input was read.
    private(set) var notes: [String] = []

    /// Reads an input: a body, the arguments of botocore's `converse`, an entry of Bedrock's invocation log, or a recording
    /// in our format, HAR or VCR.
    ///
    /// - Throws: ``InputProblem`` with file and place.
    init(_ bytes: [UInt8], name: String) throws(InputProblem) {
        self.name = name
        self.bytes = bytes
        let isNamedRecording = [".har", ".yaml", ".yml"].contains { name.lowercased().hasSuffix($0) }
        if isNamedRecording {
            try read(recording: nil)
            return
        }
        let value = try Self.json(bytes, name)
        guard let object = value.objectValue else {
            throw InputProblem(
                file: name, message: "expected the body of a Converse request, a JSON object, found \(value.kindName)")
        }
        if object["schema"]?.stringValue == Recording.schema || object["log"]?["entries"] != nil
            || object["interactions"] != nil || object["http_interactions"] != nil
        {
            try read(recording: object)
        } else if let logged = object["input"]?["inputBodyJson"]?.objectValue {
            let operation = object["operation"]?.stringValue ?? "Converse"
            guard ["Converse", "ConverseStream"].contains(operation) else {
                notes.append("\(name): is passed over: it logs \(VisibleText.of(operation)), not Converse")
                return
            }
            requests = [
                LintRequest(
                    body: logged, modelID: object["modelId"]?.stringValue,
                    delivery: object["operation"]?.stringValue == "ConverseStream" ? .streamed : .whole, number: nil,
                    prefix: JSONPath([.name("input"), .name("inputBodyJson")]), modelPath: JSONPath([.name("modelId")]))
            ]
        } else if Self.isRequest(object) {
            requests = [Self.plain(object, &notes, name)]
        } else {
            notes.append("\(name): is passed over: none of its members is one of a Converse request")
        }
    }

    private static func json(_ bytes: [UInt8], _ name: String) throws(InputProblem) -> JSONValue {
        guard bytes.contains(where: { $0 > 0x20 }) else {
            throw InputProblem(file: name, message: "is empty; expected the body of a Converse request in JSON")
        }
        do throws(JSONError) {
            return try JSONValue(parsing: bytes)
        } catch {
            throw InputProblem("\(name):\(error.line):\(error.column): \(error.message)")
        }
    }

    /// Whether anything in an object belongs to a request, of Converse or, by mistake, of another API; an empty one is a
    /// request without messages.
    private static func isRequest(_ object: JSONObject) -> Bool {
        guard case .structure(let members)? = ServiceModel.bedrockRuntime["ConverseRequest"]?.kind else { return true }
        let known = members.map(\.name)
        return object.isEmpty || ForeignBody(object) != nil
            || object.contains {
                known.contains($0.name) || MemberSpelling.suggestion(for: $0.name, among: known) != nil
            }
    }

    /// A body alone, or with the model beside it as botocore and the AWS CLI take it.
    private static func plain(_ object: JSONObject, _ notes: inout [String], _ name: String) -> LintRequest {
        var body = object
        let modelID = body.removeValue(forName: "modelId")?.stringValue
        if let modelID {
            notes.append(
                "\(name): modelId (\(modelID)) stands beside the members of the body, as botocore's converse and the AWS CLI "
                    + "take it; on the wire it stands in the path")
        }
        return LintRequest(
            body: body, modelID: modelID, delivery: nil, number: nil, prefix: .root,
            modelPath: modelID.map { _ in JSONPath([.name("modelId")]) })
    }

    private mutating func read(recording object: JSONObject?) throws(InputProblem) {
        let imported = try RecordingFiles.load(bytes, named: name)
        let isOurs = object?["schema"] != nil
        for (index, exchange) in imported.recording.exchanges.enumerated() {
            guard let target = exchange.converse else { continue }
            var body = exchange.request.body.json
            if case .text(let text) = exchange.request.body { body = try? JSONValue(parsing: text) }
            guard let body = body?.objectValue else {
                notes.append("\(name): request \(index + 1) is passed over: its body is not a JSON object")
                continue
            }
            let path = JSONPath([.name("exchanges"), .index(index), .name("request")])
            let isDocument = exchange.request.body.json != nil
            requests.append(
                LintRequest(
                    body: body, modelID: target.modelID,
                    delivery: target.operation == .converseStream ? .streamed : .whole, number: index + 1,
                    prefix: isOurs && isDocument ? path.appending("body").appending("json") : nil,
                    modelPath: isOurs ? path.appending("target") : nil))
        }
    }

    /// The place of a request, as findings show it.
    ///
    /// - Parameter model: The model that the command line names instead of the input's.
    func place(of request: LintRequest, model: String?) -> RequestFindings.Place {
        let (bytes, prefix) = (bytes, request.prefix)
        let named = model == nil ? request.modelPath : nil
        let position = named.flatMap { JSONLocator.position(of: $0, in: bytes) }
        return RequestFindings.Place(input: name, number: request.number, model: position) { path, kind in
            guard let prefix else { return nil }
            return JSONLocator.position(of: JSONPath(prefix.steps + path.steps), at: kind, in: bytes)
        }
    }
}
