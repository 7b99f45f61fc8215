import Deflate
import JSONText
import Recordings
import WireText

/// Makes the Converse exchanges of a HAR file's entries.
struct HARExchanges {
    private(set) var ignored = IgnoredParts()

    /// The Converse exchanges in file order.
    mutating func exchanges(_ entries: [HAREntry]) -> [Exchange] {
        entries.compactMap { exchange($0) }
    }

    private mutating func exchange(_ entry: HAREntry) -> Exchange? {
        let request = entry.request
        guard ConverseTarget(target: request.target) != nil else {
            let uri = RequestURI(request.url)
            if uri.isBedrock {
                ignored.addOperation("\(request.method) \(uri.operation)")
            } else {
                ignored.addHost(request.host ?? uri.operation)
            }
            return nil
        }
        guard let response = entry.response else {
            ignored.addRemark("\(entry.path): no answer was stored, so the exchange is left out")
            return nil
        }
        guard let sent = body(request.body, request.headers, at: entry.path.appending("request")),
            let received = body(response.body, response.headers, at: entry.path.appending("response"))
        else { return nil }
        return Exchange(
            request: RecordedRequest(
                method: request.method.uppercased(), target: request.target, host: request.host,
                headers: request.headers, body: RecordedBody(sent)),
            response: RecordedResponse(
                status: response.status, headers: response.headers,
                body: StoredBody.isEventStream(response.headers)
                    ? StoredBody.recordedStream(received) : RecordedBody(received)))
    }

    /// The bytes of a body with its coding undone; nil if they are not all there, which is noted.
    private mutating func body(_ body: HARBody, _ headers: [HeaderField], at path: JSONPath) -> [UInt8]? {
        switch body {
        case .none: return []
        case .lost(let reason):
            ignored.addRemark("\(path): the body is not in the file (\(reason)), so the exchange is left out")
            return nil
        case .bytes(let bytes):
            do throws(InflateError) {
                let stored = try StoredBody(bytes, coding: headers.text(of: "content-encoding"))
                if let remark = stored.remark { ignored.addRemark("\(path): \(remark)") }
                return stored.bytes
            } catch {
                ignored.addRemark("\(path): the body holds \(error), so the exchange is left out")
                return nil
            }
        }
    }
}
