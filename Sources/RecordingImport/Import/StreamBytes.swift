import EventStream
import Recordings
import WireText

/// The bytes of an event stream, out of whatever a recorder made of them.
///
/// Frames carry checksums, so a guess about what happened to their bytes can be proved.
struct StreamBytes {
    let bytes: [UInt8]
    /// What had been done to the bytes, if it could be undone.
    let remark: String?

    /// Undoes what can be undone; bytes that no guess makes a stream of are kept as they are.
    init(stored: [UInt8]) {
        let guesses: [(how: String, undo: ([UInt8]) -> [UInt8]?)] = [
            ("the stream was kept as Latin-1 text", Self.latin1),
            ("the stream was kept as Windows-1252 text", Self.windows1252),
            ("the stream was kept as base64", Self.base64),
        ]
        if !Self.isStream(stored) {
            for guess in guesses {
                guard let bytes = guess.undo(stored), Self.isStream(bytes) else { continue }
                self.bytes = bytes
                remark = guess.how + "; its checksums prove the bytes that were read from it"
                return
            }
        }
        bytes = stored
        remark = nil
    }

    /// Whether the bytes begin with a frame whose checksums are right.
    static func isStream(_ bytes: [UInt8]) -> Bool {
        // Every length within the limits begins so; most bodies are spared the copy.
        guard let first = bytes.first, first <= 1 else { return false }
        var decoder = EventStreamDecoder()
        decoder.feed(bytes)
        return (try? decoder.next()) != nil
    }

    /// Whether a text stands there in which bytes that are none of UTF-8 were replaced by U+FFFD.
    static func hasReplacements(_ bytes: [UInt8]) -> Bool {
        bytes.indices.dropLast(2).contains {
            bytes[$0] == 0xEF && bytes[$0 + 1] == 0xBF && bytes[$0 + 2] == 0xBD
        }
    }

    /// One character for each byte.
    private static func latin1(_ stored: [UInt8]) -> [UInt8]? {
        scalars(stored) { scalar in scalar.value < 256 ? UInt8(scalar.value) : nil }
    }

    /// The same, but for the printable characters that Windows has where Latin-1 has controls.
    private static func windows1252(_ stored: [UInt8]) -> [UInt8]? {
        scalars(stored) { scalar in
            if scalar.value < 256 { return UInt8(scalar.value) }
            return printable.firstIndex(of: scalar).map { 0x80 + UInt8($0) }
        }
    }

    /// The characters from 0x80; the five that are not assigned stand for themselves (WHATWG Encoding Standard).
    private static let printable = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    private static func scalars(_ stored: [UInt8], _ byte: (Unicode.Scalar) -> UInt8?) -> [UInt8]? {
        guard let text = String(validating: stored, as: UTF8.self) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(stored.count)
        for scalar in text.unicodeScalars {
            guard let value = byte(scalar) else { return nil }
            bytes.append(value)
        }
        return bytes
    }

    private static func base64(_ stored: [UInt8]) -> [UInt8]? { try? Base64.decode(stored.span, allowing: .whitespace) }
}
