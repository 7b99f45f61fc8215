import SigV4
import WireText

/// An answer before it becomes bytes: `Date`, `Connection` and the framing are added by the serialiser.
struct MockResponse: Sendable {
    /// The payload and how it is framed.
    enum Body: Sendable {
        /// Sent with a `Content-Length`.
        case bytes([UInt8])
        /// Sent in chunked coding, piece by piece, no faster than the client reads.
        case pieces([Piece])

        var count: Int {
            switch self {
            case .bytes(let bytes): bytes.count
            case .pieces(let pieces): pieces.reduce(0) { $0 + $1.bytes.count }
            }
        }
    }

    /// A part of a body that is sent by itself.
    struct Piece: Sendable, Hashable {
        /// How long to wait before it is sent.
        var wait: Duration = .zero
        let bytes: [UInt8]
    }

    /// The header that names the findings of a refusal; the service does not have it.
    static let findingHeader = "x-doctor-finding"

    var status: Int
    /// The header lines to send, in the order given.
    var headers: [HeaderField]
    var body: Body

    init(status: Int, headers: [HeaderField] = [], body: Body = .bytes([])) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A JSON answer of the service.
    static func json(_ body: [UInt8], status: Int = 200, requestID: RequestID) -> MockResponse {
        MockResponse(
            status: status,
            headers: [jsonType, HeaderField("x-amzn-RequestId", requestID.text)],
            body: .bytes(body))
    }

    private static let jsonType = HeaderField("Content-Type", "application/json")
}
