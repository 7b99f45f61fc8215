import Deflate
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

    /// Reads an input of any form, which may be compressed with gzip, as S3 keeps logs.
    ///
    /// It is a body, the arguments of botocore's `converse`, an entry of Bedrock's invocation log, several of these, one a
    /// line, or a recording of any tool.
    ///
    /// - Throws: ``InputProblem`` with file and place.
    init(_ stored: [UInt8], name: String) throws(InputProblem) {
        let bytes = try Self.expanded(stored, name)
        self.name = name
        self.bytes = bytes
        if RecordingFiles.isNamedRecording(name) || AnyRecording.isRecording(bytes) {
            try readRecording()
            return
        }
        if (try? JSONValue(parsing: bytes)) == nil, LintLine.lines(of: bytes) == nil,
            let code = LintCode(bytes, name: name)
        {
            requests = code.requests
            notes += code.notes
            return
        }
        if let lines = LintLine.lines(of: bytes) {
            for line in lines {
                let requests = try documents(
                    in: try Self.json(line.bytes, name, from: line.number), "\(name):\(line.number)")
                self.requests += requests.map { request in
                    var request = request
                    request.line = line
                    return request
                }
            }
            return
        }
        requests = try documents(in: try Self.json(bytes, name), name)
    }

    /// The request in a document that is not a recording; none where it is of something else, which a note says.
    private mutating func documents(in value: JSONValue, _ place: String) throws(InputProblem) -> [LintRequest] {
        guard let object = value.objectValue else {
            throw InputProblem(
                file: place, message: "expected the body of a Converse request, a JSON object, found \(value.kindName)")
        }
        if let logged = object["input"]?["inputBodyJson"]?.objectValue {
            let operation = object["operation"]?.stringValue ?? "Converse"
            guard ["Converse", "ConverseStream"].contains(operation) else {
                notes.append("\(place): is passed over: it logs \(VisibleText.of(operation)), not Converse")
                return []
            }
            return [
                LintRequest(
                    body: logged, modelID: object["modelId"]?.stringValue,
                    delivery: object["operation"]?.stringValue == "ConverseStream" ? .streamed : .whole, number: nil,
                    prefix: JSONPath([.name("input"), .name("inputBodyJson")]), modelPath: JSONPath([.name("modelId")]))
            ]
        }
        guard Self.isRequest(object) else {
            notes.append("\(place): is passed over: none of its members is one of a Converse request")
            return []
        }
        return [Self.plain(object, &notes, place)]
    }

    /// The input itself, unpacked where it is compressed.
    private static func expanded(_ stored: [UInt8], _ name: String) throws(InputProblem) -> [UInt8] {
        guard Expansion.looksLikeGzip(stored.span) else { return stored }
        do throws(InflateError) {
            return try Expansion.gunzip(stored.span, limit: FileSystem.largestInput)
        } catch {
            throw InputProblem(file: name, message: "expected a file of gzip, found \(error)")
        }
    }

    /// - Parameter line: The number of the first line of the bytes in the input.
    private static func json(_ bytes: [UInt8], _ name: String, from line: Int = 1) throws(InputProblem) -> JSONValue {
        guard bytes.contains(where: { $0 > 0x20 }) else {
            throw InputProblem(file: name, message: "is empty; expected the body of a Converse request in JSON")
        }
        do throws(JSONError) {
            return try JSONValue(parsing: bytes)
        } catch {
            throw InputProblem("\(name):\(error.line + line - 1):\(error.column): \(error.message)")
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

    private mutating func readRecording() throws(InputProblem) {
        let imported = try RecordingFiles.load(bytes, named: name)
        notes += imported.notes.map { "\(name): \($0)" }
        let isOurs = AnyRecording.isOwn(bytes)
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
        let (bytes, prefix, line) = (request.line?.bytes ?? bytes, request.prefix, request.line)
        let located = { @Sendable (path: JSONPath, kind: JSONShapeError.Place) -> JSONPosition? in
            let position = JSONLocator.position(of: path, at: kind, in: bytes)
            return line.map { $0.place(position) } ?? position
        }
        let named = model == nil ? request.modelPath : nil
        let position = named.flatMap { located($0, .value) }
        return RequestFindings.Place(input: name, number: request.number, model: position) { path, kind in
            prefix.flatMap { located(JSONPath($0.steps + path.steps), kind) }
        }
    }
}
