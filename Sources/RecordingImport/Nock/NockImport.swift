import JSONText
public import Recordings
import WireText

/// Imports the recordings of nock, which records Node's HTTP clients (`output_objects`, or the fixtures of `nock.back`).
///
/// nock keeps JSON as JavaScript reads it: a number beyond 2^53 is rounded in the file already.
public enum NockImport {
    /// Reads a recording.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents.
    ///   - file: its name, for messages and for the recording's name.
    /// - Throws: `RecordingError` with file, line, column, path, what was expected and what was found.
    public static func recording(from bytes: [UInt8], file: String) throws(RecordingError) -> ImportedRecording {
        let calls = try ForeignJSON.reading(bytes, file: file) { root throws(JSONShapeError) in
            var calls = ConverseCalls()
            try RecorderForm.nock.check(root, &calls.ignored)
            for definition in try root.array() { try add(definition, to: &calls) }
            return calls
        }
        return ImportedRecording(calls, file: file, tool: "nock recording")
    }

    /// The error for a recording in the form of a program, which nock prints by default.
    static func script(_ bytes: [UInt8], file: String) -> RecordingError? {
        let text = String(decoding: bytes.prefix(4_096), as: UTF8.self)
        guard let call = text.firstRange(of: "nock('") ?? text.firstRange(of: "nock(\""), text.contains(".reply(")
        else { return nil }
        let line = text[..<call.lowerBound].utf8.count { $0 == 0x0A } + 1
        return RecordingError(
            file: file, line: line, column: nil, path: nil,
            expected: "nock's recording as JSON, which recorder.rec({ output_objects: true }) makes",
            found: "a program")
    }

    private static func add(_ definition: JSONCursor, to calls: inout ConverseCalls) throws(JSONShapeError) {
        let method = try definition.present("method")?.string() ?? "GET"
        let uri = RequestURI(try scope(definition) + definition.member("path").string())
        guard calls.takes(method, uri) else { return }
        guard let body = try definition.optionalMember("body"), body.value != "*" else {
            calls.leaveOut(definition.path.description, because: "its request has no body to tell it by")
            return
        }
        let headers = try NockHeaders.answer(definition)
        calls.addIfWhole(
            StoredCall(
                method: method, uri: uri,
                request: StoredCall.Message(
                    headers: try NockHeaders.request(definition), content: NockBody.request(body.value),
                    place: body.path.description),
                status: try status(definition),
                response: StoredCall.Message(
                    headers: headers, content: try NockBody.answer(definition, headers),
                    place: definition.path.appending("response").description)))
    }

    /// Scheme, host and port; older files have the port beside it.
    private static func scope(_ definition: JSONCursor) throws(JSONShapeError) -> String {
        let member = try definition.member("scope")
        let scope = try member.string()
        // nock makes a URL of it, and takes no other text.
        guard RequestURI(scope).host.map({ !$0.isEmpty }) ?? false, RequestURI(scope).isSendable else {
            throw member.fault(expected: "scheme, host and port, such as \"https://HOST:443\"")
        }
        guard let port = try definition.present("port")?.word(), !scope.hasSuffix(":" + port) else { return scope }
        return scope + ":" + port
    }

    private static func status(_ definition: JSONCursor) throws(JSONShapeError) -> Int {
        guard let cursor = try definition.present(oneOf: RecorderForm.nockStatuses) else { return 200 }
        guard let status = Int(try cursor.word()), 100...599 ~= status else {
            throw cursor.fault(expected: "an HTTP status from 100 to 599")
        }
        return status
    }
}
