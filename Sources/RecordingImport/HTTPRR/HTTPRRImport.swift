import JSONText
public import Recordings
import WireText

/// Imports the traces of httprr, which record Go's HTTP clients.
///
/// Both messages stand in them byte by byte, so streams keep theirs. What is not a call of Converse or ConverseStream is left
/// out, and said in the notes.
public enum HTTPRRImport {
    /// Reads a trace.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents.
    ///   - file: its name, for messages and for the recording's name.
    /// - Throws: `RecordingError` with file, line, what was expected and what was found.
    public static func recording(from bytes: [UInt8], file: String) throws(RecordingError) -> ImportedRecording {
        var calls = ConverseCalls()
        let trace = try HTTPRRTrace(parsing: bytes, file: file)
        if trace.isRecovered {
            calls.ignored.addRemark(
                "the lengths do not fit, as after a change of line ends; each message's own length was used")
        }
        if let line = trace.cutLine {
            calls.ignored.addRemark(
                "the file ends inside the exchange of line \(line), as when a run is broken off; it is left out")
        }
        for (index, record) in trace.records.enumerated() {
            try add(record, number: index + 1, to: &calls, file: file)
        }
        return ImportedRecording(calls, file: file, tool: "httprr trace", version: "1")
    }

    private static func add(
        _ record: HTTPRRTrace.Record, number: Int, to calls: inout ConverseCalls, file: String
    ) throws(RecordingError) {
        guard let request = HTTPRRMessage(record.request), request.start.count == 3 else {
            throw HTTPRRTrace.fault(
                file, record.line, expected: "a request behind this line, such as \"POST https://HOST/PATH HTTP/1.1\"",
                found: shown(record.request))
        }
        var uri = RequestURI(request.start[1])
        if uri.host == nil { uri = RequestURI(host: request.headers.text(of: "host"), target: uri.target) }
        guard calls.takes(request.start[0], uri) else { return }
        guard let response = HTTPRRMessage(record.response), response.start[0].hasPrefix("HTTP/"),
            let status = Int(response.start[1]), 100...599 ~= status
        else {
            throw HTTPRRTrace.fault(
                file, record.line,
                expected:
                    "an answer, such as \"HTTP/2.0 200 OK\", behind the \(record.request.count) bytes of the request",
                found: shown(record.response))
        }
        let place = "exchange \(number) (line \(record.line))"
        for (side, message) in [("request", request), ("response", response)] {
            if let remark = message.remark { calls.ignored.addRemark("\(place), \(side): \(remark)") }
        }
        calls.addIfWhole(
            StoredCall(
                method: request.start[0], uri: uri,
                request: StoredCall.Message(
                    headers: request.headers, content: .whole(request.body), place: place + ", request"),
                status: status,
                response: StoredCall.Message(
                    headers: response.headers, content: .whole(response.body), place: place + ", response")))
    }

    /// The beginning of what stands there instead.
    private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
        guard !bytes.isEmpty else { return "nothing" }
        let line = bytes.prefix(60).prefix { $0 != 0x0A && $0 != 0x0D }
        return JSONValue.string(String(decoding: line, as: UTF8.self)).text()
    }
}
