import Deflate
import Recordings
import WireText

/// The bytes of a body as a tool stored them, with their compression undone.
struct StoredBody {
    let bytes: [UInt8]
    /// The coding that could not be undone, if there is one.
    let keptCoding: String?

    /// No body of a recording is larger than this.
    private static let limit = 256 << 20

    /// Undoes a compression.
    ///
    /// Some tools undo it and leave the header, so the bytes decide more than the header does.
    ///
    /// - Parameters:
    ///   - stored: the bytes.
    ///   - coding: the value of `Content-Encoding`, if there is one.
    init(_ stored: [UInt8], coding: String?) throws(InflateError) {
        let coding = coding?.lowercased() ?? ""
        var bytes = stored
        if Expansion.looksLikeGzip(stored.span) {
            bytes = try Expansion.gunzip(stored.span, limit: Self.limit)
        } else if coding == "deflate", !Self.looksLikeText(stored) {
            bytes = try Expansion.inflate(stored.span, limit: Self.limit)
        }
        self.bytes = bytes
        let isKnown = ["", "identity", "gzip", "x-gzip", "deflate"].contains(coding)
        keptCoding = isKnown || Self.looksLikeText(stored) ? nil : coding
    }

    private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first(where: { $0 > 0x20 }) else { return true }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "<")
    }

    /// What a note says about a coding that could not be undone.
    var remark: String? { keptCoding.map { "body compressed with \($0) kept as it is" } }

    /// The body of a streamed answer: one chunk, since the file does not say how it was cut.
    static func recordedStream(_ bytes: [UInt8]) -> RecordedBody {
        .stream(bytes.isEmpty ? [] : [StreamChunk(milliseconds: 0, bytes: bytes)])
    }

    /// Whether headers announce an event stream.
    static func isEventStream(_ headers: [HeaderField]) -> Bool {
        headers.text(of: "content-type")?.lowercased().hasPrefix("application/vnd.amazon.eventstream") ?? false
    }
}
