import JSONText
public import Recordings

/// Imports WireMock's stub mappings: one a file, or a list of them under `mappings`.
///
/// A mapping is a rule, a recording is an exchange. Where the rule names one request, as WireMock's recorder writes it, the
/// exchange is taken; where it holds a pattern, or an answer is made at run time, it is left out, and said in the notes.
/// Members: WireMock's JSON schema of stub mappings.
public enum WireMockImport {
    /// Reads mappings.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents.
    ///   - file: its name, for messages and for the recording's name.
    ///   - companions: the files beside the folder of mappings; bodies are in `__files`.
    /// - Throws: `RecordingError` with file, line, column, path, what was expected and what was found.
    public static func recording(
        from bytes: [UInt8], file: String, companions: CompanionFiles = .none
    ) throws(RecordingError) -> ImportedRecording {
        let calls = try ForeignJSON.reading(bytes, file: file) { root throws(JSONShapeError) in
            var calls = ConverseCalls()
            let list = try root.present("mappings")?.array()
            try (list == nil ? RecorderForm.wireMock : .wireMockList).check(root, &calls.ignored)
            for mapping in try WireMockScenario.ordered(list ?? [root]) {
                try add(mapping, companions, to: &calls)
            }
            return calls
        }
        return ImportedRecording(calls, file: file, tool: "WireMock mappings")
    }

    private static func add(
        _ mapping: JSONCursor, _ companions: CompanionFiles, to calls: inout ConverseCalls
    ) throws(JSONShapeError) {
        let request = try mapping.member("request")
        let place = mapping.path.description
        let uri: RequestURI
        switch try WireMockRequest.address(request) {
        case .exact(let address): uri = address
        case .pattern(let name):
            calls.leaveOut(place, because: "\(name) is a pattern, not the address of a request")
            return
        }
        let named = try request.present("method")?.string() ?? "ANY"
        // Converse has one method, so that any of them is that one.
        let method = named == "ANY" ? "POST" : named
        guard calls.takes(method, uri) else { return }
        let content: StoredContent
        switch try WireMockRequest.body(request) {
        case .exact(let body): content = body
        case .pattern(let name):
            calls.leaveOut(place, because: "\(name), so that no one request is known")
            return
        }
        let response = try mapping.member("response")
        if let reason = try WireMockResponse.obstacle(response) {
            calls.leaveOut(response.path.description, because: reason)
            return
        }
        calls.addIfWhole(
            StoredCall(
                method: method, uri: uri,
                request: StoredCall.Message(
                    headers: try WireMockRequest.headers(request), content: content, place: request.path.description),
                status: try response.present("status")?.integer(in: 100...599) ?? 200,
                response: StoredCall.Message(
                    headers: try WireMockResponse.headers(response),
                    content: try WireMockResponse.body(response, companions), place: response.path.description)))
    }
}
