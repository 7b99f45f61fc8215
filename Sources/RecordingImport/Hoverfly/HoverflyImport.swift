import JSONText
public import Recordings

/// Imports Hoverfly's simulations, of the schemas `v1` to `v5.x`.
///
/// A pair is taken where its matchers name one request, as a capture writes them; where they hold a pattern, or the answer is
/// a template, it is left out, and said in the notes. Members: the pages "Simulations" of Hoverfly's documentation.
public enum HoverflyImport {
    /// Reads a simulation.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents.
    ///   - file: its name, for messages and for the recording's name.
    ///   - companions: the files that `bodyFile` names.
    /// - Throws: `RecordingError` with file, line, column, path, what was expected and what was found.
    public static func recording(
        from bytes: [UInt8], file: String, companions: CompanionFiles = .none
    ) throws(RecordingError) -> ImportedRecording {
        let (calls, version) = try ForeignJSON.reading(bytes, file: file) { root throws(JSONShapeError) in
            var calls = ConverseCalls()
            try RecorderForm.hoverfly.check(root, &calls.ignored)
            for pair in try root.member("data").member("pairs").array() { try add(pair, companions, to: &calls) }
            let meta = try root.present("meta")
            return (calls, try meta?.present(oneOf: ["hoverflyVersion", "schemaVersion"])?.word())
        }
        return ImportedRecording(calls, file: file, tool: "Hoverfly simulation", version: version)
    }

    private static func add(
        _ pair: JSONCursor, _ companions: CompanionFiles, to calls: inout ConverseCalls
    ) throws(JSONShapeError) {
        let request = try pair.member("request")
        let place = pair.path.description
        let parts: HoverflyRequest
        switch try HoverflyRequest.read(request) {
        case .exact(let exact): parts = exact
        case .pattern(let name):
            calls.leaveOut(place, because: "\(name) is a pattern, not the address of a request")
            return
        }
        guard calls.takes(parts.method, parts.uri) else { return }
        guard case .exact(let body) = parts.body else {
            if case .pattern(let name) = parts.body {
                calls.leaveOut(place, because: "\(name), so that no one request is known")
            }
            return
        }
        let response = try pair.member("response")
        if try HoverflyResponse.isTemplate(response) {
            calls.leaveOut(response.path.description, because: "the answer is a template")
            return
        }
        calls.addIfWhole(
            StoredCall(
                method: parts.method, uri: parts.uri,
                request: StoredCall.Message(headers: parts.headers, content: body, place: request.path.description),
                status: try response.present("status")?.integer(in: 100...599) ?? 200,
                response: StoredCall.Message(
                    headers: try HoverflyResponse.headers(response),
                    content: try HoverflyResponse.body(response, companions), place: response.path.description)))
    }
}
