import JSONText
import Recordings
import WireText

/// Makes the Converse exchanges of a HAR file's entries.
enum HARExchanges {
    /// The calls of Converse among the entries, in file order.
    static func calls(_ log: HARLog) -> ConverseCalls {
        var calls = ConverseCalls(ignored: log.ignored)
        for entry in log.entries { add(entry, to: &calls) }
        return calls
    }

    private static func add(_ entry: HAREntry, to calls: inout ConverseCalls) {
        let request = entry.request
        let uri = RequestURI(host: request.host, target: request.target)
        guard calls.takes(request.method, uri) else { return }
        guard let response = entry.response else {
            calls.leaveOut(entry.path.description, because: "no answer was stored")
            return
        }
        calls.addIfWhole(
            StoredCall(
                method: request.method, uri: uri,
                request: StoredCall.Message(
                    headers: request.headers, content: request.body,
                    place: entry.path.appending("request").description),
                status: response.status,
                response: StoredCall.Message(
                    headers: response.headers, content: response.body,
                    place: entry.path.appending("response").description)))
    }
}
