package import JSONText
import Recordings
package import WireText

/// One exchange of a HAR file.
package struct HAREntry: Sendable, Hashable {
    /// Where it stands in the file, from 0.
    package let index: Int
    /// What was sent.
    package let request: HARRequest
    /// What came back; nil if nothing did.
    package let response: HARResponse?
    /// When the request began, as the file says it: ISO 8601 with a zone, such as `2026-01-02T03:04:05.678+01:00`.
    package let startedDateTime: String?
    /// How long the exchange took, in milliseconds; nil if it is not known.
    package let time: Double?

    init(_ cursor: JSONCursor, index: Int) throws(JSONShapeError) {
        self.index = index
        request = try HARRequest(cursor.member("request"))
        response = try HARResponse(cursor)
        startedDateTime = try cursor.present("startedDateTime")?.word()
        time = try cursor.present("time")?.optionalNumber().flatMap { $0 >= 0 ? $0 : nil }
    }

    /// The way to the entry in the file.
    package var path: JSONPath { .root.appending("log").appending("entries").appending(index) }

    /// The day on which it began, as `YYYY-MM-DD`.
    var day: String? {
        guard let day = startedDateTime?.prefix(10), RecordingSource.isDay(String(day)) else { return nil }
        return String(day)
    }
}

/// A request as a HAR file has it.
package struct HARRequest: Sendable, Hashable {
    /// The method.
    package let method: String
    /// The address as the file has it.
    package let url: String
    /// The host with its port; nil if neither the address nor a header says it.
    package let host: String?
    /// Path and query as they were sent, as far as the file tells.
    package let target: String
    /// The headers in order.
    ///
    /// Pseudo headers of HTTP/2 are left out; `:authority` stands as `host` where there is no such header.
    package let headers: [HeaderField]
    /// The body.
    package let body: StoredContent

    init(_ cursor: JSONCursor) throws(JSONShapeError) {
        let named = try cursor.member("method")
        method = try named.word()
        guard !method.isEmpty else { throw named.fault(expected: "a method, such as POST", found: "an empty string") }
        url = try cursor.member("url").string()
        let sent = try HARHeaders(cursor.present("headers"))
        let address = RequestURI(url)
        target = sent.pseudo[":path"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? address.target
        var headers = sent.headers
        if let authority = sent.pseudo[":authority"], headers.text(of: "host") == nil {
            headers.insert(HeaderField("host", authority), at: 0)
        }
        self.headers = headers
        host = address.host ?? headers.text(of: "host")
        body = try StoredContent(
            postData: cursor.present("postData"), size: cursor.present("bodySize")?.optionalNumber())
    }
}

/// A response as a HAR file has it.
package struct HARResponse: Sendable, Hashable {
    /// The HTTP status.
    package let status: Int
    /// The headers in order, without pseudo headers.
    package let headers: [HeaderField]
    /// The body; most tools store it with its content coding undone.
    package let body: StoredContent

    /// The response of an entry; nil if there is none, which browsers write as the status 0.
    init?(_ entry: JSONCursor) throws(JSONShapeError) {
        guard let cursor = try entry.present("response"), let status = try cursor.present("status") else { return nil }
        let text = try status.word()
        guard let code = Int(text), code == 0 || 100...599 ~= code else {
            throw status.fault(expected: "an HTTP status from 100 to 599, or 0 for none")
        }
        guard code != 0 else { return nil }
        self.status = code
        headers = try HARHeaders(cursor.present("headers")).headers
        body = try StoredContent(content: cursor.present("content"), headers)
    }
}
