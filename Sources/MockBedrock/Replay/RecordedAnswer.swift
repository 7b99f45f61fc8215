import JSONText
import Recordings
import WireText

/// A recorded response, ready to be served.
struct RecordedAnswer: Sendable {
    /// The recording's name and the index of the exchange in it.
    let label: String
    let status: Int
    private let headers: [HeaderField]
    /// Whether the recorded headers have the id of the request.
    private let hasRequestID: Bool
    private let body: MockResponse.Body

    /// Headers that belong to the connection they were recorded on, and those that are made anew.
    private static let dropped: Set<String> = [
        "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "trailers",
        "transfer-encoding", "upgrade", "content-length", "date",
        // The body is stored decoded.
        "content-encoding",
    ]

    init(_ response: RecordedResponse, label: String, chunking: StreamChunking, pace: StreamPace) {
        self.label = label
        status = response.status
        headers = response.headers
            .filter { header in
                // A line end inside a value would begin a header of its own.
                !Self.dropped.contains(header.name.lowercased()) && !header.value.contains { $0 < 0x20 && $0 != 9 }
            }
        hasRequestID = headers.contains { $0.isNamed("x-amzn-requestid") }
        body =
            switch response.body {
            case .none: .bytes([])
            case .json(let value): .bytes(value.bytes(.compact))
            case .text(let text): .bytes(Array(text.utf8))
            case .bytes(let bytes): .bytes(bytes)
            case .stream(let chunks): .pieces(Self.pieces(chunking.cut(chunks), pace))
            }
    }

    private static func pieces(_ chunks: [StreamChunk], _ pace: StreamPace) -> [MockResponse.Piece] {
        var last = 0.0
        return chunks.map { chunk in
            // Times are those of arrival, so a wait is what lies between two of them.
            let wait = pace == .none ? 0 : max(0, chunk.milliseconds - last)
            last = max(last, chunk.milliseconds)
            return MockResponse.Piece(wait: .milliseconds(wait), bytes: chunk.bytes)
        }
    }

    /// The response; one without a recorded request id gets a new one.
    func response(requestID: RequestID) -> MockResponse {
        var response = MockResponse(status: status, headers: headers, body: body)
        if !hasRequestID {
            response.headers.append(HeaderField("x-amzn-RequestId", requestID.text))
        }
        return response
    }
}
