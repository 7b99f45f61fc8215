import Deflate
import Recordings
import WireText

/// The calls of Converse in a file of any recorder: what is one, what its bodies hold, and what is left behind.
struct ConverseCalls {
    /// The exchanges in file order.
    private(set) var exchanges: [Exchange] = []
    var ignored = IgnoredParts()
    /// The day of the first exchange whose headers say when it was, as `YYYY-MM-DD`.
    private(set) var day: String?

    init(ignored: IgnoredParts = IgnoredParts()) { self.ignored = ignored }

    /// Whether a request is one of Converse or ConverseStream; any other is counted.
    mutating func takes(_ method: String, _ uri: RequestURI) -> Bool {
        guard ConverseTarget(target: uri.target) == nil else { return true }
        if uri.isBedrock {
            ignored.addOperation("\(method.uppercased()) \(uri.operation)")
        } else if let host = uri.host {
            ignored.addHost(host)
        } else {
            ignored.addAddress(uri.operation)
        }
        return false
    }

    /// Adds a call; one whose body is not all there is left out, and said.
    ///
    /// - Throws: ``BrokenBody`` for one whose compression cannot be undone.
    mutating func add(_ call: StoredCall) throws(BrokenBody) {
        // A recording of it could not be read.
        guard !call.method.isEmpty else { return leaveOut(call.request.place, because: "the method is empty") }
        guard call.uri.isSendable else {
            return leaveOut(call.request.place, because: "its address has a character that no request can have there")
        }
        let sent = try decoded(call.request, .request)
        let received = try decoded(call.response, .response)
        guard let sent, let received else { return }
        if let doubt = doubt(received, call) { ignored.addRemark("\(call.response.place): \(doubt)") }
        day = day ?? call.request.headers.text(of: "x-amz-date").flatMap(RecordedDay.amz)
        day = day ?? call.response.headers.text(of: "date").flatMap(RecordedDay.http)
        let answer = answer(received, call.response)
        exchanges.append(
            Exchange(
                request: RecordedRequest(
                    method: call.method.uppercased(), target: call.uri.target, host: call.uri.host,
                    headers: call.request.headers, body: sent.recorded),
                response: RecordedResponse(status: call.status, headers: call.response.headers, body: answer)))
    }

    /// The same, where a body whose compression is broken is as good as lost.
    mutating func addIfWhole(_ call: StoredCall) {
        do throws(BrokenBody) {
            try add(call)
        } catch {
            let place = error.side == .request ? call.request.place : call.response.place
            leaveOut(place, because: "the body holds \(error.reason)")
        }
    }

    /// Says why an exchange is left out.
    mutating func leaveOut(_ place: String, because reason: String) {
        ignored.addRemark("\(place): \(reason), so the exchange is left out")
    }

    /// What shows that an answer is not all there, which is kept as it is: the service answers a call with something, and each
    /// frame of a stream has checksums.
    private func doubt(_ content: StoredContent, _ call: StoredCall) -> String? {
        if content == .none, call.status == 200 {
            return "the answer has the status 200 and no body, which the service never sends"
        }
        guard case .bytes(let bytes) = content, StoredBody.isEventStream(call.response.headers),
            StreamBytes.hasReplacements(bytes), !StreamBytes.isStream(StreamBytes(stored: bytes).bytes)
        else { return nil }
        return "the stream was stored as text, so that bytes are missing from it"
    }

    /// What is left of a body when its content coding is undone; nil if bytes are missing, which is noted.
    private mutating func decoded(
        _ message: StoredCall.Message, _ side: BrokenBody.Side
    ) throws(BrokenBody) -> StoredContent? {
        switch message.content {
        case .none, .json: return message.content
        case .lost(let reason):
            leaveOut(message.place, because: "the body is not in the file (\(reason))")
            return nil
        case .bytes(let bytes):
            do throws(InflateError) {
                let stored = try StoredBody(bytes, coding: message.headers.text(of: "content-encoding"))
                if let remark = stored.remark { ignored.addRemark("\(message.place): \(remark)") }
                return .whole(stored.bytes)
            } catch {
                throw BrokenBody(side: side, reason: error.description)
            }
        }
    }

    /// The body of an answer: a stream if the headers announce one, or if its bytes are one, since some tools drop headers.
    private mutating func answer(_ content: StoredContent, _ message: StoredCall.Message) -> RecordedBody {
        if case .json = content { return content.recorded }
        let bytes = content.bytes
        guard StoredBody.isEventStream(message.headers) || StreamBytes.isStream(bytes) else { return content.recorded }
        let stream = StreamBytes(stored: bytes)
        if let remark = stream.remark { ignored.addRemark("\(message.place): \(remark)") }
        let body = StoredBody.recordedStream(stream.bytes)
        // What was replaced is said by itself.
        if !StreamBytes.hasReplacements(stream.bytes) { ignored.addStream(body, at: message.place) }
        return body
    }
}

extension StoredContent {
    /// The body in the form that keeps the most: JSON, else text, else bytes.
    fileprivate var recorded: RecordedBody {
        switch self {
        case .none, .lost: .none
        case .json(let value): .json(value)
        case .bytes(let bytes): RecordedBody(bytes)
        }
    }
}
