import Deflate
import Diagnosis
import Evidence
import RecordingImport
import Recordings
import SigV4
import WireText

/// Reads an input of `doctor explain`, those forms included that other parts of the program own: HAR and recordings.
enum ExplainArchive {
    /// The calls that the bytes show, whatever their form.
    ///
    /// - Throws: ``InputProblem`` with file and place when they cannot be understood.
    static func read(_ bytes: [UInt8], name: String) throws(InputProblem) -> ReadInput {
        try read(InputContent(bytes), name: name)
    }

    /// The calls that an input shows of which all is kept, or what may concern a call.
    ///
    /// - Throws: ``InputProblem`` with file and place when they cannot be understood.
    static func read(_ content: InputContent, name: String) throws(InputProblem) -> ReadInput {
        let bytes = content.isWhole ? unpackedRecording(content.bytes) ?? content.bytes : content.bytes
        do throws(RecordingError) {
            let dialect = RecordingDialect(bytes)
            if dialect == .har { return archive(try HARLog(parsing: bytes, file: name), name: name) }
            if isRecording(bytes) { return recording(try Recording(parsing: bytes, file: name), name: name) }
            if content.isWhole, let found = foreign(bytes, dialect, name: name) {
                return recording(found, name: name)
            }
        } catch {
            throw InputProblem(error.description)
        }
        do throws(InputFault) {
            return try ReadInput(content, name: name)
        } catch {
            throw InputProblem(error.description)
        }
    }

    /// The recording that is compressed with gzip; nil of anything else, which may be what the reader of texts knows.
    private static func unpackedRecording(_ stored: [UInt8]) -> [UInt8]? {
        guard RecordingDialect(stored) == .compressed,
            let bytes = try? Expansion.gunzip(stored.span, limit: FileSystem.largestInput)
        else { return nil }
        return RecordingDialect(bytes) != nil || isCassette(bytes) ? bytes : nil
    }

    /// Whether the beginning names the schema of a recording.
    private static func isRecording(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes.prefix(4_096), as: UTF8.self).contains("\"converse-recording/")
    }

    /// The recording of another tool; nil if there is no call of Converse in it, since it may say something as text then.
    private static func foreign(_ bytes: [UInt8], _ dialect: RecordingDialect?, name: String) -> Recording? {
        // What is compressed may be anything.
        guard dialect == nil ? isCassette(bytes) : dialect != .compressed else { return nil }
        let found = try? AnyRecording.recording(from: bytes, file: name).recording
        return found.flatMap { $0.exchanges.isEmpty ? nil : $0 }
    }

    /// Whether the beginning has the names of a cassette in YAML, which nothing else tells.
    private static func isCassette(_ bytes: [UInt8]) -> Bool {
        let beginning = String(decoding: bytes.prefix(4_096), as: UTF8.self)
        return beginning.contains("interactions:") && beginning.contains("request:")
    }

    private static func archive(_ log: HARLog, name: String) -> ReadInput {
        let exchanges = log.entries.map { entry in
            var request = ObservedRequest(
                method: entry.request.method, target: Array(entry.request.target.utf8),
                headers: entry.request.headers, host: entry.request.host)
            switch entry.request.body {
            case .none: request.body = .none
            case .json, .bytes: request.body = .whole(entry.request.body.bytes)
            case .lost: request.body = .unknown
            }
            return ObservedExchange(
                line: entry.index + 1, request: request,
                response: entry.response.map { response in
                    ObservedResponse(
                        status: response.status,
                        headers: response.headers,
                        body: response.body.bytes)
                })
        }
        return ReadInput(name: name, kind: .harArchive, exchanges: exchanges)
    }

    private static func recording(_ recording: Recording, name: String) -> ReadInput {
        let exchanges = recording.exchanges.enumerated().map { index, exchange in
            ObservedExchange(
                line: index + 1,
                request: ObservedRequest(
                    method: exchange.request.method, target: Array(exchange.request.target.utf8),
                    headers: exchange.request.headers,
                    host: exchange.request.host),
                response: ObservedResponse(
                    status: exchange.response.status,
                    headers: exchange.response.headers,
                    body: exchange.response.body.wireBytes))
        }
        return ReadInput(name: name, kind: .recording, exchanges: exchanges)
    }
}
