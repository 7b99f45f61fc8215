import NIOCore

/// An answer as bytes, in the parts that a fault may come between.
struct SerializedMessage {
    /// Status line and headers, with the empty line behind them.
    let head: [UInt8]
    /// The parts of the body, framed; a body in one piece comes in two halves.
    private let parts: [[UInt8]]
    /// What stands behind the last part.
    private let end: [UInt8]

    init(_ response: MockResponse, date: String, form: ResponseSerializer.Form) {
        let framing = ResponseSerializer.framing(of: response, form)
        let pieces: [[UInt8]] =
            switch response.body {
            case .pieces(let pieces): pieces.map(\.bytes).filter { !$0.isEmpty }
            case .bytes(let bytes):
                [Array(bytes.prefix(bytes.count / 2)), Array(bytes.dropFirst(bytes.count / 2))]
            }
        head = Self.bytes { ResponseSerializer.writeHead(response, date: date, form: form, into: &$0) }
        parts = pieces.map { piece in
            Self.bytes { ResponseSerializer.write(piece: piece, chunked: framing == .chunked, into: &$0) }
        }
        end = Self.bytes { ResponseSerializer.writeEnd(chunked: framing == .chunked, into: &$0) }
    }

    /// The whole body with its framing.
    var body: [UInt8] { parts.flatMap(\.self) + end }

    /// The longest start of the body that a client can tell from the whole.
    var longestCut: Int { max(0, body.count - max(1, end.count)) }

    /// The head and so many parts; never the end.
    func start(events: Int) -> [UInt8] { head + parts.prefix(events).flatMap(\.self) }

    /// The parts behind the first so many, and the end.
    func rest(events: Int) -> [UInt8] { parts.dropFirst(events).flatMap(\.self) + end }

    private static func bytes(_ write: (inout ByteBuffer) -> Void) -> [UInt8] {
        var buffer = ByteBuffer()
        write(&buffer)
        return Array(buffer.readableBytesView)
    }
}
